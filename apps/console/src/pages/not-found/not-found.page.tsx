import { Link } from 'react-router-dom';
import { PageFrame } from '../../design/page.js';
import { textsOf } from '../../language/language.js';

const useTexts = textsOf(
  'not-found',
  { title: '没有这个页面', why: '地址不存在，或者它属于另一个单位。', home: '回到驾驶舱' },
  { title: 'There is no such page', why: 'The address does not exist, or it belongs to another tenant.', home: 'Back to the cockpit' },
);

export const NotFoundPage = () => {
  const t = useTexts();
  return <PageFrame title={t('title')} lead={t('why')}><p><Link to="/">{t('home')}</Link></p></PageFrame>;
};
