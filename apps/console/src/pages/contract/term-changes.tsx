import type { ContractDocument, TermChange } from '@zeren/contracts-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useContractTexts } from './contract.texts.js';
import { isIssuersOffice } from './life-plans.js';
import { VersionForm } from './version-form.js';

const changesShown = 20;

const Amending = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const caller = useCaller();
  const [isOpen, setOpen] = useState(false);
  const { changes, status, proposed } = contract;
  if (!caller || !isIssuersOffice(contract, caller) || status === 'breached' || proposed) return null;
  const because = t('amendBecause', { changes: changes.map(({ indicatorCode, kind }) => `${indicatorCode} ${t(`term-${kind}`)}`).join(t('comma')).slice(0, 1500) });
  return (
    <div className="no-print">
      <Button type="primary" onClick={() => setOpen(true)}>{t('amendWithPresent')}</Button>
      {isOpen && <VersionForm contract={contract} because={because} onClose={() => setOpen(false)} />}
    </div>
  );
};

const valuesOf = ({ present }: TermChange): string =>
  (present?.targets ?? []).flatMap(({ unit, annual }) => annual.map((year) => `${year.year}: ${'low' in year ? `${year.low}–${year.high}` : year.value}${unit}`)).join('; ');

/** The terms that no longer say what their tasks do; they hold as signed until both sides sign an amendment. */
export const TermChanges = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const { nameOf, language } = useLanguage();
  const { changes } = contract;
  if (changes.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="term-changes">
      <div className="apart"><h2 id="term-changes">{t('changed')} <Mark tone="seal">{changes.length}</Mark></h2><Amending contract={contract} /></div>
      <p className="soft">{t('changedLead')}</p>
      <Ledger caption={t('changed')} rows={changes.slice(0, changesShown)} keyOf={({ taskId }) => taskId} columns={[
        { key: 'task', title: t('task'), lead: true, cell: ({ taskId, name }) => <Link to={`/tasks/${taskId}`}>{nameOf(name)}</Link> },
        { key: 'indicator', title: t('indicator'), cell: ({ indicatorCode }) => <span className="mono nowrap">{indicatorCode}</span> },
        { key: 'kind', title: t('change'), wide: true, cell: ({ kind }) => <Mark tone="seal">{t(`term-${kind}`)}</Mark> },
        { key: 'on', title: t('changedOn'), cell: ({ on }) => <span className="nowrap">{dayOf(on, language)}</span> },
        { key: 'reason', title: t('reason'), wide: true, cell: ({ reason }) => reason || '—' },
        { key: 'present', title: t('presentTargets'), wide: true, cell: (change) => valuesOf(change) || '—' },
      ]} />
      {changes.length > changesShown && <p className="soft">{t('andMore', { count: changes.length - changesShown })}</p>}
    </section>
  );
};
