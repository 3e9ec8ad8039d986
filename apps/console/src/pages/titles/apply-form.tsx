import { localYear } from '@zeren/organisation-domain';
import { tasksRefusals, titleDecider, type ApplyForTitle, type CampaignRow, type StandardDocumentRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { Field, Footer } from '../task/form-parts.js';
import { Declarations, declaredIn, type Saying } from './declarations.js';
import { useTitleTexts } from './titles.texts.js';

type Words = { readonly code: string; readonly zh: string; readonly en: string; readonly year: string; readonly area: string; readonly parts: readonly string[] };

const lines = ['code', 'zh', 'en', 'year'] as const;

/** An application for a title of one campaign: each condition of its standard and each item of the negative list is declared. */
export const ApplyForm = ({ campaign, standard, caller, onClose }: { campaign: CampaignRow; standard: StandardDocumentRow; caller: Caller; onClose: () => void }) => {
  const t = useTitleTexts();
  const { nameOf, language, semicolon } = useLanguage();
  const [words, setWords] = useState<Words>({ code: '', zh: '', en: '', year: String(localYear(caller.now)), area: caller.tenantId, parts: [] });
  const [conditions, setConditions] = useState<Saying>({});
  const [occurrences, setOccurrences] = useState<Saying>({});
  const send = useCommand(onClose);
  const { participantTenantIds } = campaign;
  const { preconditions, negativeList } = standard;
  const body = {
    code: words.code, name: { zh: words.zh, en: words.en }, campaignId: idOf(campaign), areaUnitId: words.area, partUnitIds: words.parts, year: Number(words.year) || 0,
    preconditions: declaredIn(preconditions, conditions), negativeList: declaredIn(negativeList, occurrences), participantTenantIds,
  };
  const command: ApplyForTitle = {
    type: 'ApplyForTitle',
    data: { ...body, preconditionCodes: preconditions.map(({ code }) => code), negativeCodes: negativeList.map(({ code }) => code), districtTenantIds: participantTenantIds },
  };
  const refusal = refusalOf(() => titleDecider.decide(command, titleDecider.initialState, caller), tasksRefusals, language);
  const ending = [...preconditions.filter(({ code }) => conditions[code]?.holds === false), ...negativeList.filter(({ code }) => occurrences[code]?.holds === true)];
  const labels = { code: t('code'), zh: t('nameZh'), en: t('nameEn'), year: t('year') };
  const areas = [campaign.ownerTenantId, ...participantTenantIds].map((value) => ({ value, label: <UnitName id={value} /> }));
  return (
    <Modal open width={760} title={`${t('apply')} · ${nameOf(campaign.name)}`} onCancel={onClose} footer={(
      <Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: '/titles', body })} />
    )}>
      <div className="stack">
        <p className="small soft">{t('version')} {nameOf(standard.name)} · {standard.version} · {standard.edition}</p>
        {lines.map((name) => (
          <Field key={name} name={name} label={labels[name]} refusal={refusal}>
            {(id) => <Input id={id} maxLength={200} value={words[name]} onChange={({ target }) => setWords((before) => ({ ...before, [name]: target.value.trimStart() }))} />}
          </Field>
        ))}
        <Field name="areaUnitId" label={t('area')} refusal={refusal}>{(id) => <Select id={id} value={words.area} onChange={(area: string) => setWords((before) => ({ ...before, area }))} options={areas} />}</Field>
        <Field name="partUnitIds" label={t('parts')} refusal={refusal}>
          {(id) => <Select id={id} mode="multiple" value={[...words.parts]} onChange={(parts: string[]) => setWords((before) => ({ ...before, parts }))} options={areas} />}
        </Field>
        <Declarations title={t('preconditions')} field="preconditions" items={preconditions} words={{ holds: t('met'), not: t('unmet') }} saying={conditions} refusal={refusal} onSay={setConditions} />
        <Declarations title={t('negativeList')} field="negativeList" items={negativeList} words={{ holds: t('present'), not: t('absent') }} saying={occurrences} refusal={refusal} onSay={setOccurrences} />
        {ending.length > 0 && <p className="why" role="status">{t('willEnd', { names: ending.map(({ name }) => nameOf(name)).join(semicolon) })}</p>}
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
