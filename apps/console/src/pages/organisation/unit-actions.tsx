import type { PostRow, UnitRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { CommandForm, type CommandField, type Said } from '../../design/command-form.js';
import { useAccount } from '../../session/session.js';
import { useOrganisationTexts } from './organisation.texts.js';

type Step = { readonly title: string; readonly path: string; readonly fields: readonly CommandField[]; readonly first?: Said; readonly bodyOf: (said: Said) => object };

/** Whether the reader keeps the register that something stands in. */
const useKeeps = (ownerTenantId: string): boolean => {
  const { tenantId, roles } = useAccount();
  return tenantId === ownerTenantId && (roles.includes('city-office') || roles.includes('district-office'));
};

const Steps = ({ steps }: { steps: readonly Step[] }) => {
  const [open, setOpen] = useState<Step>();
  return (
    <div className="row">
      {steps.map((step) => <Button key={step.path + step.title} size="small" onClick={() => setOpen(step)}>{step.title}</Button>)}
      {open && <CommandForm {...open} onClose={() => setOpen(undefined)} />}
    </div>
  );
};

/** Changes of a unit, for the office that keeps it; the service says what does not fit. */
export const UnitActions = ({ unit }: { unit: UnitRow }) => {
  const t = useOrganisationTexts();
  if (!useKeeps(unit.ownerTenantId)) return null;
  const { unitId, kind, code, level, parentUnitId, name } = unit;
  const path = `/organisation/units/${encodeURIComponent(unitId)}`;
  const reason: CommandField = { name: 'reason', label: t('reason'), kind: 'line' };
  return (
    <Steps steps={[
      {
        title: t('change'), path: `${path}/versions`, first: { zh: name.zh, en: name.en, code: code ?? '', parent: parentUnitId ?? '' },
        fields: [
          { name: 'zh', label: t('zh'), kind: 'line' }, { name: 'en', label: t('en'), kind: 'line' }, { name: 'code', label: t('code'), kind: 'line' },
          { name: 'parent', label: t('parent'), kind: 'line' }, { name: 'validFrom', label: t('validFrom'), kind: 'date' }, reason,
        ],
        bodyOf: (said) => ({
          code: said['code'] || null, name: { zh: said['zh'], en: said['en'] }, kind, level, parentUnitId: said['parent'] || null,
          validFrom: said['validFrom'], reason: said['reason'],
        }),
      },
      {
        title: t('dissolve'), path: `${path}/dissolution`, fields: [{ name: 'validUntil', label: t('lastDay'), kind: 'date' }, reason],
        bodyOf: ({ validUntil, reason: why }) => ({ validUntil, reason: why }),
      },
      {
        title: t('count'), path: '/organisation/populations',
        fields: [{ name: 'people', label: t('peopleField'), kind: 'number' }, { name: 'on', label: t('countedOn'), kind: 'date' }, { name: 'source', label: t('source'), kind: 'line' }],
        bodyOf: ({ people, on, source }) => ({ populations: [{ unitId, people: Number(people), on, source }] }),
      },
    ]} />
  );
};

/** Who holds a post from when, and until when. */
export const VacancyAction = ({ post, isHeld }: { post: PostRow; isHeld: boolean }) => {
  const t = useOrganisationTexts();
  if (!useKeeps(post.ownerTenantId)) return null;
  const path = `/organisation/posts/${encodeURIComponent(post.id)}`;
  const fill: Step = {
    title: t('fill'), path: `${path}/holder`, fields: [{ name: 'officerId', label: t('account'), kind: 'line' }, { name: 'from', label: t('firstDay'), kind: 'date' }],
    bodyOf: ({ officerId, from }) => ({ officerId, from }),
  };
  const vacate: Step = { title: t('vacate'), path: `${path}/vacancy`, fields: [{ name: 'until', label: t('lastDay'), kind: 'date' }], bodyOf: ({ until }) => ({ until }) };
  return <Steps steps={isHeld ? [fill, vacate] : [fill]} />;
};
