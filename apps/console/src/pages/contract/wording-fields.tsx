import type { Clause, ContractContent, LegalBasis } from '@zeren/contracts-domain';
import { Button, Input, Select } from 'antd';
import { createContext, useContext, useId, type ReactNode } from 'react';
import { ServiceProblem } from '../../api/problem.js';
import type { Refusal } from '../../design/refusal.js';
import { Spoken } from '../../design/spoken.js';
import { textsOf } from '../../language/language.js';
import './contract.css';

const useTexts = textsOf(
  'contract-wording',
  {
    titleZh: '名称（中文）', titleEn: '名称（英文）', from: '期限起', until: '期限止', bases: '依据', basisTitle: '名称', basisNumber: '文号', kind: '类别', law: '法律法规', 'party-regulation': '党内法规', 'superior-document': '上级文件',
    addBasis: '增加依据', clauses: '奖惩条款', code: '编号', zh: '中文', en: '英文', reward: '奖励', penalty: '惩处', veto: '一票否决', ownBasis: '写明条款自己的依据', addClause: '增加条款', remove: '删去',
  },
  {
    titleZh: 'Title (Chinese)', titleEn: 'Title (English)', from: 'From', until: 'Until', bases: 'Legal basis', basisTitle: 'Title', basisNumber: 'Number', kind: 'Kind', law: 'law', 'party-regulation': 'party regulation', 'superior-document': 'superior document',
    addBasis: 'Add a basis', clauses: 'Reward and penalty', code: 'Code', zh: 'Chinese', en: 'English', reward: 'Reward', penalty: 'Penalty', veto: 'Veto', ownBasis: 'Give the clause a basis of its own', addClause: 'Add a clause', remove: 'Remove',
  },
);

/** What is wrong with which field, in the reader's language. */
export type FieldFault = { readonly field: string; readonly sentence: string };

/** What the decision refuses, and what the service refused, by field. */
export const faultsOf = (refusal: Refusal | undefined, failure: unknown): readonly FieldFault[] => {
  const details = failure instanceof ServiceProblem ? failure.details : undefined;
  const refused = details?.field === undefined ? [] : [{ field: details.field, sentence: details.detail }];
  const own = refusal?.field === undefined ? [] : [{ field: refusal.field, sentence: refusal.sentence }];
  return [...own, ...refused, ...(details?.errors ?? []).map(({ field, detail }) => ({ field, sentence: detail }))];
};

/** The faults of the form around a field. */
export const Faults = createContext<readonly FieldFault[]>([]);

export type Control = { readonly id: string; readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string };

/** A field with its label, and under it what is wrong with it; `field` is what a refusal calls it. */
export const Labelled = ({ label, field, children }: { label: string; field?: string | readonly string[]; children: (control: Control) => ReactNode }) => {
  const id = useId();
  const names = [field ?? []].flat();
  const fault = useContext(Faults).find((one) => names.includes(one.field));
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {children(fault ? { id, 'aria-invalid': true, 'aria-describedby': `${id}fault` } : { id })}
      {fault && <span id={`${id}fault`} className="field-fault"><Spoken sentence={fault.sentence} /></span>}
    </div>
  );
};

const basisKinds = ['law', 'party-regulation', 'superior-document'] as const satisfies readonly LegalBasis['kind'][];
const clauseKinds = ['reward', 'penalty', 'veto'] as const satisfies readonly Clause['kind'][];
export const emptyBasis: LegalBasis = { kind: 'law', title: '', number: '' };

const BasisFields = ({ basis, field, onChange }: { basis: LegalBasis; field: string; onChange: (basis: LegalBasis) => void }) => {
  const t = useTexts();
  return (
    <div className="row wording-row">
      <Labelled label={t('kind')}>{(control) => <Select {...control} value={basis.kind} onChange={(kind) => onChange({ ...basis, kind })} options={basisKinds.map((value) => ({ value, label: t(value) }))} popupMatchSelectWidth={false} />}</Labelled>
      <Labelled label={t('basisTitle')} field={[field, `${field}.title`]}>{(control) => <Input {...control} maxLength={500} value={basis.title} onChange={({ target }) => onChange({ ...basis, title: target.value })} />}</Labelled>
      <Labelled label={t('basisNumber')} field={`${field}.number`}>{(control) => <Input {...control} maxLength={200} value={basis.number} onChange={({ target }) => onChange({ ...basis, number: target.value })} />}</Labelled>
    </div>
  );
};

/** A text in both languages. */
export const BothLanguages = ({ text, field, onChange }: { text: Clause['text']; field: string; onChange: (text: Clause['text']) => void }) => {
  const t = useTexts();
  return (['zh', 'en'] as const).map((language) => (
    <Labelled key={language} label={t(language)} field={`${field}.${language}`}>
      {(control) => <Input.TextArea {...control} autoSize lang={language === 'zh' ? 'zh-CN' : 'en'} maxLength={2000} value={text[language]} onChange={({ target }) => onChange({ ...text, [language]: target.value })} />}
    </Labelled>
  ));
};

/** A clause as its kind asks for it: a veto has a basis of its own. */
const asKind = (clause: Clause, kind: Clause['kind']): Clause => ({ ...clause, kind, legalBasis: clause.legalBasis ?? (kind === 'veto' ? emptyBasis : null) });

const ClauseFields = ({ clause, field, onChange, onRemove }: { clause: Clause; field: string; onChange: (clause: Clause) => void; onRemove: () => void }) => {
  const t = useTexts();
  return (
    <li className="card stack">
      <div className="row">
        <Labelled label={t('code')} field={`${field}.code`}>{(control) => <Input {...control} maxLength={20} value={clause.code} onChange={({ target }) => onChange({ ...clause, code: target.value.toUpperCase() })} />}</Labelled>
        <Labelled label={t('kind')}>{(control) => <Select {...control} value={clause.kind} onChange={(kind) => onChange(asKind(clause, kind))} options={clauseKinds.map((value) => ({ value, label: t(value) }))} popupMatchSelectWidth={false} />}</Labelled>
        <Button size="small" onClick={onRemove}>{t('remove')}</Button>
      </div>
      <BothLanguages text={clause.text} field={`${field}.text`} onChange={(text) => onChange({ ...clause, text })} />
      {clause.legalBasis
        ? <BasisFields basis={clause.legalBasis} field={`${field}.legalBasis`} onChange={(legalBasis) => onChange({ ...clause, legalBasis })} />
        : <div><Button size="small" onClick={() => onChange({ ...clause, legalBasis: emptyBasis })}>{t('ownBasis')}</Button></div>}
    </li>
  );
};

export const replaced = <T,>(list: readonly T[], at: number, item: T): readonly T[] => list.map((one, index) => (index === at ? item : one));

/** The next code with this letter that a list does not have. */
export const nextCode = (letter: string, list: readonly { readonly code: string }[]): string => {
  let number = list.length + 1;
  while (list.some(({ code }) => code === `${letter}${number}`)) number += 1;
  return `${letter}${number}`;
};

/** What the issuer words in every contract, whether drafted alone, in a batch, or anew. */
export type Wording = Pick<ContractContent, 'title' | 'legalBasis' | 'clauses' | 'period'>;

/** Title and period; labels for titles that say more may be given. */
export const TitleAndPeriod = ({ wording, onChange, titles }: {
  wording: Wording; onChange: (change: Partial<Wording>) => void; titles?: { readonly zh: string; readonly en: string };
}) => {
  const t = useTexts();
  const { title, period } = wording;
  const label = { zh: titles?.zh ?? t('titleZh'), en: titles?.en ?? t('titleEn') };
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <Labelled key={language} label={label[language]} field={`title.${language}`}>
          {(control) => <Input {...control} maxLength={500} value={title[language]} onChange={({ target }) => onChange({ title: { ...title, [language]: target.value } })} />}
        </Labelled>
      ))}
      <div className="row">
        {(['from', 'until'] as const).map((end) => (
          <Labelled key={end} label={t(end)} field={end === 'from' ? ['period', 'period.from'] : 'period.until'}>
            {(control) => <input {...control} type="date" className="date-field" value={period[end]} onChange={({ target }) => onChange({ period: { ...period, [end]: target.value } })} />}
          </Labelled>
        ))}
      </div>
    </>
  );
};

/** Legal bases and clauses, with what is wrong with the lists as wholes. */
export const BasesAndClauses = ({ wording: { legalBasis, clauses }, onChange }: { wording: Wording; onChange: (change: Partial<Wording>) => void }) => {
  const t = useTexts();
  const newClause: Clause = { code: nextCode('C', clauses), kind: 'reward', legalBasis: null, text: { zh: '', en: '' } };
  const without = <T,>(list: readonly T[], at: number) => list.filter((_, index) => index !== at);
  const fault = useContext(Faults).find(({ field }) => field === 'legalBasis');
  return (
    <>
      <h3>{t('bases')}</h3>
      {fault && <span className="field-fault"><Spoken sentence={fault.sentence} /></span>}
      {legalBasis.map((basis, index) => (
        <div key={index} className="row">
          <BasisFields basis={basis} field={`legalBasis[${index}]`} onChange={(next) => onChange({ legalBasis: replaced(legalBasis, index, next) })} />
          <Button size="small" onClick={() => onChange({ legalBasis: without(legalBasis, index) })}>{t('remove')}</Button>
        </div>
      ))}
      <div><Button size="small" onClick={() => onChange({ legalBasis: [...legalBasis, emptyBasis] })}>{t('addBasis')}</Button></div>
      <h3>{t('clauses')}</h3>
      <ul className="plain cards">
        {clauses.map((clause, index) => (
          <ClauseFields key={index} clause={clause} field={`clauses[${index}]`} onChange={(next) => onChange({ clauses: replaced(clauses, index, next) })} onRemove={() => onChange({ clauses: without(clauses, index) })} />
        ))}
      </ul>
      <div><Button size="small" onClick={() => onChange({ clauses: [...clauses, newClause] })}>{t('addClause')}</Button></div>
    </>
  );
};
