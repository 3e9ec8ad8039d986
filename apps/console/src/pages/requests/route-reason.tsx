import type { Route } from '@zeren/requests-domain';
import { Mark } from '../../design/lamp.js';
import { MatterName } from '../../design/matter-name.js';
import { UnitName } from '../../design/unit-name.js';
import { useRequestTexts } from './request.texts.js';

/** How a unit was found: the row of the matrix that decided, the dispatcher's reason, or the ruling's. */
export const RouteReason = ({ route }: { route: Route }) => {
  const t = useRequestTexts();
  if (route.by !== 'matrix') return <>{t(route.by === 'hand' ? 'byHand' : 'byArbitration', { reason: route.reason })}</>;
  return (
    <>
      {t('byMatrix', { version: route.matrixVersion })} <UnitName id={route.areaUnitId} /> · <MatterName code={route.matterCode} />
      {route.isRaised && <> <Mark tone="seal">{t('raised')}</Mark></>}
    </>
  );
};
