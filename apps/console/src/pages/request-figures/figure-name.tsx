import type { Channel, FigureDimension, RequestKind } from '@zeren/requests-domain';
import { useIntegrations } from '../../design/integration.js';
import { MatterName } from '../../design/matter-name.js';
import { useRequestWords } from '../../design/request-words.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { useFiguresTexts } from './figures.texts.js';

const IntegrationName = ({ code }: { code: string }) => {
  const { nameOf } = useLanguage();
  return <>{nameOf(useIntegrations().find((one) => one.code === code)?.name) || code}</>;
};

/** What a line of figures is of. */
export const FigureName = ({ by, of }: { by: FigureDimension; of: string }) => {
  const t = useFiguresTexts();
  const word = useRequestWords();
  if (of === '') return <>{t('nowhere')}</>;
  switch (by) {
    case 'unit':
    case 'area':
      return <UnitName id={of} />;
    case 'class':
      return <MatterName code={of} />;
    case 'channel':
    case 'kind':
      return <>{word(of as Channel | RequestKind)}</>;
    case 'integration':
      return <IntegrationName code={of} />;
    case 'period':
      return <span className="nowrap">{of}</span>;
  }
};
