import { dutyListDecider, dutyParts, tasksRefusals, type DutyItem, type DutyList, type DutyListRow, type DutyListVersion, type DutyPart } from '@zeren/tasks-domain';
import type { UnitRow } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';
import { AsOf, Resource } from '../../design/states.js';
import { StepForm, type Said, type StepPlan } from '../../design/step-form.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';

const useTexts = textsOf(
  'duty-lists',
  {
    title: '镇街履职事项清单', lead: '基本履职事项可直接派任务；配合履职事项须写明牵头部门；上级收回的不得下派；清单以外的须经准入。', none: '还没有登记清单；没有清单的镇街不作核对。', lay: '登记或更新清单',
    town: '镇街', document: '文号', items: '事项（每行一项：编号；类别；名称；英文名称；牵头部门代码）', version: '第 {{version}} 版', items_count: '{{count}} 项', earlier: '以前的版本', led: '牵头：',
    basic: '基本履职', assisting: '配合履职', 'taken-back': '上级收回', kinds: '类别写：{{kinds}}', unknown: '“{{part}}”不是类别。',
  },
  {
    title: 'Towns’ lists of duties', lead: 'Basic duties are dispatched freely; assisting ones name the department that leads; what superiors took back is not dispatched; anything else needs admission.', none: 'No list is registered yet; a town without one is not checked.', lay: 'Lay a list down or anew',
    town: 'Town', document: 'Document’s number', items: 'Items (one a line: code; part; name; English name; leading department)', version: 'version {{version}}', items_count: '{{count}} items', earlier: 'Earlier versions', led: 'led by',
    basic: 'basic', assisting: 'assisting', 'taken-back': 'taken back', kinds: 'Parts: {{kinds}}', unknown: '“{{part}}” is no part of a list.',
  },
);

type Line = Omit<DutyItem, 'part'> & { readonly part: string };

/** One line a duty: code; part; name; English name; leading department. */
const linesOf = (text: string): readonly Line[] =>
  text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [code = '', part = '', zh = '', en = '', lead = ''] = line.split(/[;；]/).map((cell) => cell.trim());
    return { code, part, text: { zh, en: en || zh }, leadUnitId: lead || null };
  });

const textOf = ({ items }: Pick<DutyList, 'items'>, partName: (part: DutyPart) => string): string =>
  items.map(({ code, part, text, leadUnitId }) => [code, partName(part), text.zh, text.en, leadUnitId ?? ''].join('; ')).join('\n');

const Items = ({ items }: { items: readonly DutyItem[] }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  return (
    <ul className="plain">
      {items.map(({ code, text, part, leadUnitId }) => (
        <li key={code} className="row">
          <span className="mono">{code}</span><span>{nameOf(text)}</span><Mark {...(part === 'taken-back' && { tone: 'seal' as const })}>{t(part)}</Mark>
          {leadUnitId !== null && <span className="small soft">{t('led')} <UnitName id={leadUnitId} /></span>}
        </li>
      ))}
    </ul>
  );
};

const Heading = ({ version, document, publishedAt, items }: DutyListVersion) => {
  const t = useTexts();
  const { language } = useLanguage();
  return <span className="small soft">{t('version', { version })} · {document} · {dayOf(publishedAt, language)} · {t('items_count', { count: items.length })}</span>;
};

const TownList = ({ list }: { list: DutyListRow }) => {
  const t = useTexts();
  const earlier = list.versions.slice(0, -1).reverse();
  return (
    <li className="stack">
      <details>
        <summary><b><UnitName id={list.id} /></b> <Heading {...list} /></summary>
        <Items items={list.items} />
        {earlier.length > 0 && <h3>{t('earlier')}</h3>}
        {earlier.map((version) => <details key={version.version}><summary><Heading {...version} /></summary><Items items={version.items} /></details>)}
      </details>
    </li>
  );
};

/** What the form says is judged by the list's own decision. */
const useListPlan = (towns: readonly UnitRow[], lists: readonly DutyListRow[]): StepPlan | undefined => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  if (!caller) return undefined;
  const inForce = (town: string): DutyList => lists.find(({ id }) => id === town) ?? dutyListDecider.initialState;
  const partOf = (text: string): DutyPart | undefined => dutyParts.find((part) => part === text || t(part) === text);
  const said = ({ town = '', document = '', items = '' }: Said) => ({
    townUnitId: town, document, items: linesOf(items).map((line): DutyItem => ({ ...line, part: partOf(line.part) ?? 'basic' })),
  });
  const unknownPart = ({ items = '' }: Said): Refusal | undefined => {
    const wrong = linesOf(items).find(({ part }) => partOf(part) === undefined);
    return wrong && { code: 'duty-part', field: 'items', sentence: t('unknown', { part: wrong.part }) };
  };
  const [first] = lists;
  return {
    title: t('lay'),
    first: { town: first?.id ?? towns[0]?.unitId ?? '', items: first ? textOf(first, t) : '' },
    fields: [
      { name: 'town', label: t('town'), options: towns.map(({ unitId, name }) => ({ value: unitId, label: nameOf(name) })) },
      { name: 'document', label: t('document') },
      { name: 'items', label: `${t('items')} · ${t('kinds', { kinds: dutyParts.map((part) => t(part)).join(', ') })}`, lines: true },
    ],
    refusal: (form) => unknownPart(form) ?? refusalOf(
      () => dutyListDecider.decide({ type: 'PublishDutyList', data: { ...said(form), isTown: towns.some(({ unitId }) => unitId === form['town']) } }, inForce(form['town'] ?? ''), caller),
      tasksRefusals, language,
    ),
    intent: (form) => {
      const { townUnitId, ...body } = said(form);
      return { path: `/duty-lists/${townUnitId}/versions`, body };
    },
  };
};

const LayDown = ({ tenantId, lists }: { tenantId: string; lists: readonly DutyListRow[] }) => {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const towns = useRead<Page<UnitRow>>('/units', { kind: 'town', parentUnitId: tenantId, limit: 200 });
  const plan = useListPlan(towns.data?.items ?? [], lists);
  if (!plan || !towns.data) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('lay')}</Button>
      {open && <StepForm plan={plan} onClose={() => setOpen(false)} />}
    </>
  );
};

/** What each town of the reader's district has to do, in every version; the district's office lays the lists down. */
export const DutyListsPage = () => {
  const t = useTexts();
  const caller = useCaller();
  const lists = useRead<Page<DutyListRow>>('/duty-lists', { limit: 200 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={lists} />}>
      {caller?.roles.includes('district-office') && lists.data && <div className="row"><LayDown tenantId={caller.tenantId} lists={lists.data.items} /></div>}
      <section className="sheet">
        <Resource of={lists} lines={3} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
          {({ items }) => <ul className="plain stack">{items.map((list) => <TownList key={list.id} list={list} />)}</ul>}
        </Resource>
      </section>
    </PageFrame>
  );
};
