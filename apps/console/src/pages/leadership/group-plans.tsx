import {
  GROUP_BODY, leadingGroupDecider, leadingGroupOf, localDate, organisationRefusals, type GroupMember, type GroupRole, type LeadingGroupCommand, type LeadingGroupRow, type RegisterFindings,
} from '@zeren/organisation-domain';
import type { Caller, Language } from '@zeren/kernel';
import { idOf } from '../../api/rows.js';
import { PostChoice } from '../../design/post-choice.js';
import { refusalOf } from '../../design/refusal.js';
import type { Said, StepPlan } from '../../design/step-form.js';
import { UnitChoice, UnitsChoice } from '../../design/unit-choice.js';
import type { useLeadershipTexts } from './leadership.texts.js';

type Texts = ReturnType<typeof useLeadershipTexts>;
type Reader = { readonly caller: Caller; readonly language: Language; readonly t: Texts; readonly nameOf: (name: LeadingGroupRow['name']) => string };
type Step = Pick<StepPlan, 'title' | 'fields' | 'first'> & { readonly path: (said: Said) => string; readonly body: (said: Said) => object; readonly command: (said: Said) => LeadingGroupCommand };

const roles = ['head', 'deputy', 'member', 'liaison'] as const satisfies readonly GroupRole[];
const isRole = (text: string | undefined): text is GroupRole => roles.some((role) => role === text);

/** What a browser does not know of the register is taken as favourable. */
const unitFound = (unitId: string): RegisterFindings => ({ posts: [], units: unitId === '' ? [] : [{ unitId, name: { zh: unitId, en: unitId }, kind: 'office', superiorUnitIds: [], tenantId: '' }] });
const postFound = (postId: string, tenantId: string): RegisterFindings => ({ units: [], posts: postId === '' ? [] : [{ postId, unitId: '', kind: 'officer', tenantId }] });

const planOf = ({ title, fields, first, path, body, command }: Step, row: LeadingGroupRow | undefined, { caller, language }: Reader): StepPlan => ({
  title, fields, ...(first && { first }),
  refusal: (said) => refusalOf(() => leadingGroupDecider.decide(command(said), row ? leadingGroupOf(row) : leadingGroupDecider.initialState, caller), organisationRefusals, language),
  intent: (said) => ({ path: path(said), body: body(said) }),
});

const named = ({ zh = '', en = '' }: Said) => ({ zh, en: en || zh });
const today = ({ caller }: Reader): string => localDate(caller.now);

export const foundPlan = (reader: Reader): StepPlan => {
  const { t } = reader;
  const body = (said: Said) => {
    const { purpose = '', document = '', foundedOn = '', sharedWith = '' } = said;
    return { name: named(said), purpose, document, foundedOn, sharedWith: sharedWith.split(' ').filter(Boolean) };
  };
  return planOf({
    title: t('found'), first: { foundedOn: today(reader) }, path: () => '/leading-groups', body,
    fields: [
      { name: 'zh', label: t('name') }, { name: 'en', label: t('nameEn') }, { name: 'purpose', label: t('purpose'), lines: true }, { name: 'document', label: t('document') },
      { name: 'foundedOn', label: t('foundedOn'), date: true },
      { name: 'sharedWith', label: t('sentTo'), control: ({ id, value, onSay }) => <UnitsChoice id={id} value={value} onChoose={onSay} areas /> },
    ],
    command: (said) => ({ type: 'FoundLeadingGroup', data: { ...body(said), districtTenantIds: body(said).sharedWith } }),
  }, undefined, reader);
};

export const formPlan = (row: LeadingGroupRow, reader: Reader): StepPlan => {
  const { t } = reader;
  const body = (said: Said) => {
    const { body: code = '', kind, hostUnitId = '', from = '', document = '' } = said;
    return { body: code.trim(), kind: kind === 'office' ? kind : 'working-group', name: named(said), hostUnitId, from, document } as const;
  };
  return planOf({
    title: t('form'), first: { kind: 'office', from: today(reader) }, path: () => `/leading-groups/${idOf(row)}/bodies`, body,
    fields: [
      { name: 'kind', label: t('kind'), beside: 'one', options: (['office', 'working-group'] as const).map((value) => ({ value, label: t(value) })) },
      { name: 'body', label: t('code') }, { name: 'zh', label: t('name') }, { name: 'en', label: t('nameEn') },
      { name: 'hostUnitId', label: t('host'), control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} onChoose={onSay} /> },
      { name: 'from', label: t('from'), date: true }, { name: 'document', label: t('document') },
    ],
    command: (said) => ({ type: 'FormGroupBody', data: { ...body(said), findings: unitFound(body(said).hostUnitId) } }),
  }, row, reader);
};

/** The bodies that stand now, to choose one. */
const bodyField = (row: LeadingGroupRow, { t, nameOf }: Reader) => ({
  name: 'body', label: t('body'),
  options: [{ value: GROUP_BODY, label: t('itself') }, ...row.bodies.filter(({ until }) => until === null).map(({ body, name }) => ({ value: body, label: nameOf(name) }))],
});

export const appointPlan = (row: LeadingGroupRow, reader: Reader): StepPlan => {
  const { t, caller } = reader;
  const body = ({ body: code = GROUP_BODY, postId = '', role, from = '', document = '' }: Said) => ({ body: code, postId, role: isRole(role) ? role : 'member', from, document });
  return planOf({
    title: t('appoint'), first: { body: GROUP_BODY, role: 'member', from: today(reader) }, path: () => `/leading-groups/${idOf(row)}/members`, body,
    fields: [
      bodyField(row, reader),
      { name: 'postId', label: t('post'), control: ({ id, value, onSay }) => <PostChoice id={id} value={value} onChoose={onSay} /> },
      { name: 'role', label: t('role'), beside: 'one', options: roles.map((value) => ({ value, label: t(value) })) },
      { name: 'from', label: t('from'), date: true }, { name: 'document', label: t('document') },
    ],
    command: (said) => ({ type: 'AppointGroupMember', data: { ...body(said), findings: postFound(body(said).postId, caller.tenantId) } }),
  }, row, reader);
};

export const releasePlan = (row: LeadingGroupRow, { body, postId }: GroupMember, reader: Reader): StepPlan => {
  const { t } = reader;
  const said = ({ until = '', reason = '' }: Said) => ({ body, until, reason });
  return planOf({
    title: t('release'), first: { until: today(reader) }, path: () => `/leading-groups/${idOf(row)}/members/${encodeURIComponent(postId)}/release`, body: said,
    fields: [{ name: 'until', label: t('ends'), date: true }, { name: 'reason', label: t('reason') }],
    command: (words) => ({ type: 'ReleaseGroupMember', data: { postId, ...said(words) } }),
  }, row, reader);
};

export const endBodyPlan = (row: LeadingGroupRow, body: string, reader: Reader): StepPlan => {
  const { t } = reader;
  const said = ({ until = '', reason = '' }: Said) => ({ until, reason });
  return planOf({
    title: t('endBody'), first: { until: today(reader) }, path: () => `/leading-groups/${idOf(row)}/bodies/${body}/end`, body: said,
    fields: [{ name: 'until', label: t('ends'), date: true }, { name: 'reason', label: t('reason') }],
    command: (words) => ({ type: 'EndGroupBody', data: { body, ...said(words) } }),
  }, row, reader);
};

export const dissolvePlan = (row: LeadingGroupRow, reader: Reader): StepPlan => {
  const { t } = reader;
  const body = ({ until = '', document = '', reason = '' }: Said) => ({ until, document, reason });
  return planOf({
    title: t('dissolve'), first: { until: today(reader) }, path: () => `/leading-groups/${idOf(row)}/dissolution`, body,
    fields: [{ name: 'until', label: t('ends'), date: true }, { name: 'document', label: t('document') }, { name: 'reason', label: t('reason') }],
    command: (said) => ({ type: 'DissolveLeadingGroup', data: body(said) }),
  }, row, reader);
};
