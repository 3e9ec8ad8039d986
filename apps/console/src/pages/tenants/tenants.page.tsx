import type { TenantRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/reads.js';
import { CommandForm, type Said } from '../../design/command-form.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';

const useTexts = textsOf(
  'tenants',
  {
    title: '租户', lead: '市和县区登记为租户后，才能导入自己的机构名册。平台运营方只管理租户，看不到任何业务数据。', register: '登记租户', none: '还没有登记的租户。', more: '更多',
    code: '代码（六位）', zh: '名称', en: '英文名称', kind: '类别', city: '市', district: '县区', parent: '所属市代码（县区必填）', levels: '层级名称（自上而下，用“、”隔开）',
    levelsEn: '层级英文名称（用“,”隔开）', zone: '时区', of: '所属市', tenant: '租户', levelNames: '层级',
  },
  {
    title: 'Tenants', lead: 'A city or district is registered as a tenant before it brings in its organisation. The operator manages tenants and sees no business data.', register: 'Register a tenant', none: 'No tenant is registered yet.', more: 'More',
    code: 'Code (six digits)', zh: 'Name (Chinese)', en: 'Name (English)', kind: 'Kind', city: 'city', district: 'district', parent: 'Code of its city (of a district)', levels: 'Names of its levels in Chinese, from the top, apart by “、”',
    levelsEn: 'Names of its levels in English, apart by a comma', zone: 'Time zone', of: 'City', tenant: 'Tenant', levelNames: 'Levels',
  },
);

const usual = { levels: '市、县区、镇街、村社区、网格', levelsEn: 'City, District, Town, Village, Grid', zone: 'Asia/Shanghai', kind: 'city' };

const namesOf = (text: string | undefined): readonly string[] => (text ?? '').split(/[、,，;；]/).map((name) => name.trim()).filter((name) => name !== '');

/** What the form says as the body of a tenant; a level without an English name keeps its Chinese one. */
const bodyOf = ({ code = '', zh = '', en = '', kind, parent = '', levels, levelsEn, zone }: Said) => {
  const english = namesOf(levelsEn);
  return {
    tenantId: code.trim(), name: { zh, en: en || zh }, kind, parentTenantId: kind === 'district' ? parent.trim() : null,
    levels: namesOf(levels).map((name, index) => ({ zh: name, en: english[index] ?? name })), timeZone: zone,
  };
};

const RegisterForm = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts();
  return (
    <CommandForm title={t('register')} path="/tenants" first={usual} bodyOf={bodyOf} onClose={onClose} fields={[
      { name: 'code', label: t('code'), kind: 'line' }, { name: 'zh', label: t('zh'), kind: 'line' }, { name: 'en', label: t('en'), kind: 'line' },
      { name: 'kind', label: t('kind'), kind: 'choice', options: [{ value: 'city', label: t('city') }, { value: 'district', label: t('district') }] },
      { name: 'parent', label: t('parent'), kind: 'line' }, { name: 'levels', label: t('levels'), kind: 'line' }, { name: 'levelsEn', label: t('levelsEn'), kind: 'line' },
      { name: 'zone', label: t('zone'), kind: 'line' },
    ]} />
  );
};

/** The tenants of the platform, and the operator's way to register one. */
export const TenantsPage = () => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const { roles } = useAccount();
  const [open, setOpen] = useState(false);
  const tenants = usePages<TenantRow>('/tenants', { limit: 200 });
  const rows = tenants.data?.pages.flatMap(({ items }) => items) ?? [];
  const nameById = new Map(rows.map(({ id, name }) => [id, name]));
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={roles.includes('operator') && <Button type="primary" onClick={() => setOpen(true)}>{t('register')}</Button>}>
      <section className="sheet">
        {tenants.isError && <Failure failure={tenants.error} onAgain={() => void tenants.refetch()} />}
        {tenants.isPending && <Bones lines={6} />}
        {tenants.isSuccess && rows.length === 0 && <Nothing>{t('none')}</Nothing>}
        {rows.length > 0 && (
          <Ledger caption={t('title')} rows={rows} keyOf={({ id }) => id} columns={[
            { key: 'tenant', title: t('tenant'), lead: true, cell: ({ id, name }) => <>{nameOf(name)} <span className="mono soft">{id}</span></> },
            { key: 'kind', title: t('kind'), cell: ({ kind }) => <Mark {...(kind === 'city' && { tone: 'strong' as const })}>{t(kind)}</Mark> },
            { key: 'of', title: t('of'), cell: ({ parentTenantId }) => (parentTenantId === null ? '—' : nameOf(nameById.get(parentTenantId)) || parentTenantId) },
            { key: 'levels', title: t('levelNames'), wide: true, cell: ({ levels }) => levels.map((level) => nameOf(level)).join(' › ') },
            { key: 'zone', title: t('zone'), cell: ({ timeZone }) => timeZone },
          ]} />
        )}
        {tenants.hasNextPage && <Button type="link" onClick={() => void tenants.fetchNextPage()}>{t('more')}</Button>}
      </section>
      {open && <RegisterForm onClose={() => setOpen(false)} />}
    </PageFrame>
  );
};
