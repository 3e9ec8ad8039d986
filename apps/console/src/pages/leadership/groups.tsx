import { GROUP_BODY, type LeadingGroupRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { PostName } from '../../design/post-name.js';
import { StepForm } from '../../design/step-form.js';
import { useLanguage } from '../../language/language.js';
import { PagedLedger } from '../../design/paged-ledger.js';
import { governs } from './assignments.js';
import { foundPlan } from './group-plans.js';
import { useLeadershipTexts } from './leadership.texts.js';

const headOf = ({ members }: LeadingGroupRow): string | undefined => members.find(({ body, role, until }) => body === GROUP_BODY && role === 'head' && until === null)?.postId;

const useColumns = (): readonly Column<LeadingGroupRow>[] => {
  const t = useLeadershipTexts();
  const { nameOf } = useLanguage();
  return [
    { key: 'name', title: t('group'), lead: true, cell: (row) => <><Link to={`/leadership/groups/${idOf(row)}`}>{nameOf(row.name)}</Link> {row.validUntil !== null && <Mark>{t('dissolved')}</Mark>}</> },
    { key: 'head', title: t('head'), cell: (row) => { const head = headOf(row); return head ? <PostName id={head} /> : '—'; } },
    { key: 'members', title: t('members'), end: true, cell: ({ members }) => members.filter(({ until }) => until === null).length },
    { key: 'document', title: t('document'), wide: true, cell: ({ document, purpose }) => <>{purpose} <span className="small soft">{document}</span></> },
  ];
};

/** The leading groups that the reader's tenant keeps or was told of. */
export const Groups = () => {
  const t = useLeadershipTexts();
  const { language, nameOf } = useLanguage();
  const caller = useCaller();
  const [founding, setFounding] = useState(false);
  const columns = useColumns();
  const groups = usePages<LeadingGroupRow>('/leading-groups', { limit: 20 });
  return (
    <section className="stack">
      <div className="apart">
        <h2>{t('groups')}</h2>
        {caller && governs(caller.roles) && <Button onClick={() => setFounding(true)}>{t('found')}</Button>}
      </div>
      <PagedLedger pages={groups} caption={t('groups')} columns={columns} empty={t('noGroups')} />
      {founding && caller && <StepForm plan={foundPlan({ caller, language, t, nameOf })} onClose={() => setFounding(false)} />}
    </section>
  );
};
