import { integrationText, isIntegration } from '@zeren/organisation-domain';
import { useLanguage } from '../../language/language.js';

/** The four integrations a request belongs to, by their names. */
export const IntegrationNames = ({ codes }: { codes: readonly string[] }) => {
  const { nameOf, comma } = useLanguage();
  return <>{codes.map((code) => (isIntegration(code) ? nameOf(integrationText[code]) : code)).join(comma)}</>;
};
