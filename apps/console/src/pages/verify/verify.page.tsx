import type { Genuineness } from '@zeren/contracts-domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { queries, useRead } from '../../api/reads.js';
import { ContractStatusMark } from '../../design/contract-status.js';
import { Mark } from '../../design/lamp.js';
import { Resource } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { LanguageSwitch } from '../../shell/language-switch.js';
import './verify.css';

const useTexts = textsOf(
  'verify',
  {
    title: '责任状核验', product: '责任 Zeren', genuine: '内容真实：与平台留存的这一版本一致', false: '不真实：平台上没有这一版本与指纹的责任状', advice: '请核对扫码打开的网址是否为发状单位的平台，并向发状单位索取原件。',
    name: '名称', issuer: '发状单位', responsible: '责任单位', version: '版本', period: '期限', status: '状态', content: '正文', signatures: '签署', signature: '责任单位签署', countersignature: '发状单位会签',
    valid: '有效', invalid: '无效', missing: '无', seal: '印章', current: '现行版本', proposed: '待签署的新版本', replaced: '已被替换的版本', unsigned: '尚未签齐', only: '本页不显示任务、条款与个人。', fingerprint: '纸面指纹',
  },
  {
    title: 'Verify a contract', product: 'Zeren 责任', genuine: 'Genuine: as this version stands in the record', false: 'Not genuine: there is no contract of this version and fingerprint', advice: 'See that the address you opened is the issuer\'s platform, and ask the issuer for the original.',
    name: 'Title', issuer: 'Issuer', responsible: 'Responsible unit', version: 'Version', period: 'Period', status: 'State', content: 'Content', signatures: 'Signatures', signature: 'Responsible unit', countersignature: 'Issuer',
    valid: 'valid', invalid: 'NOT VALID', missing: 'none', seal: 'seal', current: 'present version', proposed: 'new version, to be signed', replaced: 'replaced by a later version', unsigned: 'not signed by all yet', only: 'This page shows neither tasks nor clauses nor persons.', fingerprint: 'Fingerprint on paper',
  },
);

const Findings = ({ found }: { found: Extract<Genuineness, { genuine: true }> }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('name')}</dt><dd><b>{nameOf(found.title)}</b></dd>
      <dt>{t('issuer')}</dt><dd>{nameOf(found.issuer)}</dd>
      <dt>{t('responsible')}</dt><dd>{nameOf(found.responsible)}</dd>
      <dt>{t('version')}</dt><dd>{found.version} <Mark tone={found.standing === 'current' ? 'strong' : 'seal'}>{t(found.standing)}</Mark></dd>
      <dt>{t('status')}</dt><dd><ContractStatusMark status={found.status} /> {!found.isFullySigned && <Mark tone="seal">{t('unsigned')}</Mark>}</dd>
      <dt>{t('period')}</dt><dd>{dayOf(found.period.from, language)} – {dayOf(found.period.until, language)}</dd>
      <dt>{t('content')}</dt><dd>{t(found.content)}</dd>
      <dt>{t('signatures')}</dt>
      <dd>
        <ul className="plain">
          {found.signatures.map(({ side, signature, seal }, index) => <li key={index}>{t(side)}: {t(signature)} · {t('seal')}: {t(seal)}</li>)}
          {found.signatures.length === 0 && <li>{t('missing')}</li>}
        </ul>
      </dd>
    </dl>
  );
};

const Verdict = ({ genuine }: { genuine: boolean }) => {
  const t = useTexts();
  return (
    <div className={`verify-verdict ${genuine ? 'verify-genuine' : 'verify-false'}`} role="status">
      <span aria-hidden="true">{genuine ? '✓' : '✕'}</span>{t(genuine ? 'genuine' : 'false')}
    </div>
  );
};

const Check = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const [v, f] = [params.get('v') ?? '', params.get('f') ?? ''];
  const isAsked = /^\d{1,6}$/.test(v) && /^[0-9a-f]{64}$/.test(f);
  const check = useRead<Genuineness>(`/contracts/${encodeURIComponent(id)}/genuineness`, { v, f }, { immediate: true, enabled: isAsked });
  const title = `${t('title')} · ${t('product')}`;
  useEffect(() => { document.title = title; }, [title]);
  return (
    <main className="verify">
      <div className="apart"><h1>{t('title')}</h1><LanguageSwitch /></div>
      {!isAsked && <Verdict genuine={false} />}
      {isAsked && (
        <Resource of={check} lines={8}>
          {(found) => (
            <>
              <Verdict genuine={found.genuine} />
              {found.genuine ? <Findings found={found} /> : <p>{t('advice')}</p>}
            </>
          )}
        </Resource>
      )}
      <p className="soft small">{t('fingerprint')}: <span className="mono">{f || '—'}</span></p>
      <p className="soft small">{t('only')}</p>
    </main>
  );
};

/** Tells whoever holds a printed contract whether it is genuine; nobody needs to sign in. */
export const VerifyPage = () => <QueryClientProvider client={queries}><Check /></QueryClientProvider>;
