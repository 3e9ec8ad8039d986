import { isOutsideParty } from '@zeren/kernel';
import { useAccount } from '../../session/session.js';
import { CockpitPage } from '../cockpit/cockpit.page.js';
import { MockListPage } from '../readiness/mock-list.page.js';

/** Where a reader begins: a party from outside with what it was commissioned with, everybody else with the cockpit. */
export const HomePage = () => (isOutsideParty(useAccount()) ? <MockListPage /> : <CockpitPage />);
