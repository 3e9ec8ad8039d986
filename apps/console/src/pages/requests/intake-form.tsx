import { requesterRefusals } from '@zeren/requests-domain';
import { Button, Checkbox, Input, Radio, Select, type InputRef } from 'antd';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { useIntegrations } from '../../design/integration.js';
import { MatterChoice } from '../../design/matter-choice.js';
import { channels, requestKinds, useRequestWords } from '../../design/request-words.js';
import { SiteChoice } from '../../design/site-choice.js';
import { Failure } from '../../design/states.js';
import { UnitChoice } from '../../design/unit-choice.js';
import { useLanguage } from '../../language/language.js';
import { CallerFields } from './intake-caller.js';
import { asksSource, filingOf, missingIn, namesSomebody, type IntakeSaid, type SayIntake } from './intake.js';
import { useIntakeTexts } from './intake.texts.js';
import { hashesIn, PhotoChoice } from './photo-choice.js';

const Field = ({ label, whole = false, why, children }: { label: string; whole?: boolean; why?: string | undefined; children: (id: string) => ReactNode }) => {
  const id = useId();
  return (
    <div className={whole ? 'filter whole' : 'filter'}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {why && <span className="why" role="alert">{why}</span>}
    </div>
  );
};

const Matter = ({ said, onSay }: { said: IntakeSaid; onSay: SayIntake }) => {
  const t = useIntakeTexts();
  const { nameOf } = useLanguage();
  const subject = useRef<InputRef>(null);
  useEffect(() => subject.current?.focus(), []);
  const named = namesSomebody(said);
  return (
    <div className="intake-fields">
      <Field label={t('subject')} whole why={named ? nameOf(requesterRefusals[`text-holds-${named}`]) : undefined}>
        {(id) => <Input id={id} ref={subject} maxLength={200} value={said.subject} onChange={({ target }) => onSay({ subject: target.value })} />}
      </Field>
      <Field label={t('words')} whole>{(id) => <Input.TextArea id={id} rows={4} maxLength={4_000} value={said.words} onChange={({ target }) => onSay({ words: target.value })} />}</Field>
      <Field label={t('matter')}>{(id) => <MatterChoice id={id} value={said.matterCode} placeholder={t('findMatter')} onChoose={(matterCode) => onSay({ matterCode })} />}</Field>
      <Field label={t('place')}>{(id) => <UnitChoice id={id} areas value={said.areaUnitId} placeholder={t('findPlace')} onChoose={(areaUnitId) => onSay({ areaUnitId, site: null })} />}</Field>
      <Field label={t('site')}>{(id) => <SiteChoice id={id} areaUnitId={said.areaUnitId} value={said.site?.siteId ?? ''} placeholder={t('noSite')} onChoose={(site) => onSay({ site: site ? { siteId: idOf(site), latitude: site.latitude, longitude: site.longitude } : null })} />}</Field>
    </div>
  );
};

const Kinds = ({ said, onSay }: { said: IntakeSaid; onSay: SayIntake }) => {
  const t = useIntakeTexts();
  const integrations = useIntegrations();
  const word = useRequestWords();
  const { nameOf } = useLanguage();
  const photos = useRef('');
  return (
    <div className="intake-fields">
      <Field label={t('channel')}>{(id) => <Select id={id} value={said.channel} onChange={(channel) => onSay({ channel })} options={channels.map((value) => ({ value, label: word(value) }))} />}</Field>
      {asksSource(said.channel) && <Field label={t('source')}>{(id) => <Input id={id} maxLength={300} value={said.source} onChange={({ target }) => onSay({ source: target.value })} />}</Field>}
      <div className="filter" role="group" aria-label={t('kind')}>
        <span className="small soft">{t('kind')}</span>
        <Radio.Group value={said.kind} onChange={({ target }) => onSay({ kind: requestKinds.find((kind) => kind === target.value) ?? 'citizen' })} options={requestKinds.map((value) => ({ value, label: word(value) }))} />
      </div>
      <div className="filter">
        <Checkbox checked={said.isUrgent} onChange={({ target }) => onSay({ isUrgent: target.checked })}>{t('urgent')}</Checkbox>
      </div>
      {said.isUrgent && <Field label={t('urgentReason')} whole>{(id) => <Input id={id} maxLength={500} value={said.urgentReason} onChange={({ target }) => onSay({ urgentReason: target.value })} />}</Field>}
      <div className="filter whole" role="group" aria-label={t('integrations')}>
        <span className="small soft">{t('integrations')}</span>
        <Checkbox.Group value={[...said.integrations]} onChange={(chosen) => onSay({ integrations: chosen })} options={integrations.map(({ code, name }) => ({ value: code, label: nameOf(name) }))} />
      </div>
      <Field label={t('photos')} whole>
        {(id) => <PhotoChoice id={id} value={photos.current} onSay={(value) => { photos.current = value; onSay({ photos: hashesIn(value) }); }} />}
      </Field>
    </div>
  );
};

/** What is asked, where, by whom; sent with Ctrl + Enter from any field. */
export const IntakeForm = ({ said, onSay, onFiled, onClear }: { said: IntakeSaid; onSay: SayIntake; onFiled: (id: string) => void; onClear: () => void }) => {
  const t = useIntakeTexts();
  const { comma } = useLanguage();
  const send = useCommand(({ id }) => onFiled(id));
  const missing = missingIn(said);
  const isShut = missing.length > 0 || namesSomebody(said) !== null;
  const file = () => { if (!isShut && !send.isPending) send.mutate({ path: '/requests', body: filingOf(said) }); };
  return (
    <form className="sheet stack" onSubmit={(event) => { event.preventDefault(); file(); }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        file();
      }}>
      <Matter said={said} onSay={onSay} />
      <CallerFields said={said} onSay={onSay} />
      <Kinds said={said} onSay={onSay} />
      {send.isError && <Failure failure={send.error} />}
      <div className="apart">
        <span className="why" role="status">{missing.length > 0 && t('missing', { what: missing.map((one) => t(one)).join(comma) })}</span>
        <span className="row">
          <Button onClick={onClear}>{t('clear')}</Button>
          <Button type="primary" htmlType="submit" disabled={isShut} loading={send.isPending}>{t('save')}</Button>
        </span>
      </div>
    </form>
  );
};
