import { devolutionDecider, localDate, organisationRefusals } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { useCatalogue } from '../../api/matters.js';
import { MatterChoice } from '../../design/matter-choice.js';
import { PostChoice } from '../../design/post-choice.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';
import { Rows } from '../../design/rows.js';
import { Failure } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { Field, Footer } from '../task/form-parts.js';
import { bodyOf, commandOf, type DelegationSaid, type PowerSaid } from './delegation-said.js';
import { useDelegationTexts } from './delegations.texts.js';

const Powers = ({ rows, refusal, onChange }: { rows: readonly PowerSaid[]; refusal: Refusal | undefined; onChange: (rows: readonly PowerSaid[]) => void }) => {
  const t = useDelegationTexts();
  const catalogue = useCatalogue();
  const nameOf = (code: string) => catalogue?.classes.find((one) => one.code === code)?.name ?? {};
  return (
    <Rows legend={t('powers')} rows={rows} fresh={() => ({ matterCode: '', zh: '', en: '' })} onChange={onChange} below={refusal?.field?.startsWith('powers') && <span className="why">{refusal.sentence}</span>}>
      {(row, index, onSay) => (
        <>
          <Field name={`powers[${index}].zh`} label={t('powerZh')} refusal={undefined}>{(id) => <Input id={id} maxLength={200} value={row.zh} onChange={({ target }) => onSay({ zh: target.value })} />}</Field>
          <Field name={`powers[${index}].en`} label={t('powerEn')} refusal={undefined}>{(id) => <Input id={id} maxLength={200} value={row.en} onChange={({ target }) => onSay({ en: target.value })} />}</Field>
          <Field name={`powers[${index}].matterCode`} label={t('matter')} refusal={undefined}>{(id) => <MatterChoice id={id} value={row.matterCode} onChoose={(matterCode) => onSay({ matterCode, ...nameOf(matterCode) })} />}</Field>
        </>
      )}
    </Rows>
  );
};

const fresh = (caller: Caller): DelegationSaid => ({
  fromUnitId: caller.tenantId, toUnitId: '', powers: [{ matterCode: '', zh: '', en: '' }], posts: [], money: '', vehicles: '0', without: '', from: localDate(caller.now), until: '', document: '',
});

/** Powers and what goes with them, offered to a unit below. */
export const OfferForm = ({ caller, onClose }: { caller: Caller; onClose: () => void }) => {
  const t = useDelegationTexts();
  const { language } = useLanguage();
  const [said, setSaid] = useState(() => fresh(caller));
  const send = useCommand(onClose);
  const refusal = refusalOf(() => devolutionDecider.decide(commandOf(said, caller.tenantId), devolutionDecider.initialState, caller), organisationRefusals, language);
  const say = (change: Partial<DelegationSaid>) => setSaid((before) => ({ ...before, ...change }));
  const line = (name: 'money' | 'vehicles' | 'without' | 'document', field: string, label: string) => (
    <Field name={field} label={label} refusal={refusal}>{(id) => <Input id={id} maxLength={500} {...((name === 'money' || name === 'vehicles') && { inputMode: 'decimal' })} value={said[name]} onChange={({ target }) => say({ [name]: target.value })} />}</Field>
  );
  const day = (name: 'from' | 'until', label: string) => (
    <Field name={name} label={label} refusal={refusal}>{(id) => <input id={id} type="date" className="date-field" value={said[name]} onChange={({ target }) => say({ [name]: target.value })} />}</Field>
  );
  return (
    <Modal open width={760} title={t('offer')} onCancel={onClose} footer={<Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: '/devolutions', body: bodyOf(said) })} />}>
      <div className="stack">
        <div className="rows-fields">
          <Field name="fromUnitId" label={t('from')} refusal={refusal}>{(id) => <UnitChoice id={id} value={said.fromUnitId} onChoose={(fromUnitId) => say({ fromUnitId })} />}</Field>
          <Field name="toUnitId" label={t('to')} refusal={refusal}>{(id) => <UnitChoice id={id} value={said.toUnitId} onChoose={(toUnitId) => say({ toUnitId })} />}</Field>
        </div>
        <Powers rows={said.powers} refusal={refusal} onChange={(powers) => say({ powers })} />
        <Rows legend={t('resourcesRows')} rows={said.posts} fresh={() => ({ postId: '' })} onChange={(posts) => say({ posts })}>
          {(row, index, onSay) => <Field name={`resources.postIds[${index}]`} label={t('post')} refusal={refusal}>{(id) => <PostChoice id={id} value={row.postId} onChoose={(postId) => onSay({ postId })} />}</Field>}
        </Rows>
        <div className="rows-fields">
          {line('money', 'resources.money', t('moneyField'))}{line('vehicles', 'resources.vehicles', t('vehiclesField'))}{line('without', 'withoutResources', t('without'))}
          {day('from', t('since'))}{day('until', t('until'))}{line('document', 'document', t('documentField'))}
        </div>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
