import type { SignatureKeyRow } from '@zeren/contracts-domain';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';

const useTexts = textsOf(
  'signature-keys',
  {
    title: '自有密钥与证书', lead: '负责人可以用自己的证书或公钥在平台外签署；密钥经办公室确认后才与本人绑定。私钥永不提交。', contracts: '责任状', bring: '登记我的公钥或证书', pem: '公钥或 X.509 证书（PEM）', officer: '负责人', algorithm: '算法', keyId: '密钥编号', subject: '证书主体', validUntil: '有效至', status: '状态', act: '办理',
    brought: '待确认', confirmed: '已确认', revoked: '已吊销', confirm: '确认', revoke: '吊销', how: '如何核实（例如当面核验、文号）', reason: '吊销理由', cancel: '取消', send: '提交', none: '还没有登记自有密钥。', more: '更多',
  },
  {
    title: 'Own keys and certificates', lead: 'An officer may sign outside the platform with a certificate or public key of their own; an office confirms that it is theirs. Private keys are never sent.', contracts: 'Contracts', bring: 'Bring my public key or certificate', pem: 'Public key or X.509 certificate (PEM)', officer: 'Officer', algorithm: 'Algorithm', keyId: 'Key', subject: 'Certificate names', validUntil: 'Valid until', status: 'State', act: 'Act',
    brought: 'to be confirmed', confirmed: 'confirmed', revoked: 'revoked', confirm: 'Confirm', revoke: 'Revoke', how: 'How it was made sure of (in person, document number)', reason: 'Reason', cancel: 'Cancel', send: 'Send', none: 'No own key was brought yet.', more: 'More',
  },
);

type Asked = { readonly title: string; readonly label: string; readonly path: string; readonly field: 'pem' | 'how' | 'reason' };

const Ask = ({ asked: { title, label, path, field }, onClose }: { asked: Asked; onClose: () => void }) => {
  const t = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const send = useCommand(onClose);
  return (
    <Modal open title={title} onCancel={onClose} footer={(
      <>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={text.trim() === ''} loading={send.isPending} onClick={() => send.mutate({ path, body: { [field]: text } })}>{t('send')}</Button>
      </>
    )}>
      <div className="stack">
        <div className="filter">
          <label htmlFor={id}>{label}</label>
          <Input.TextArea id={id} rows={field === 'pem' ? 8 : 3} maxLength={field === 'pem' ? 20_000 : 2000} value={text} onChange={({ target }) => setText(target.value)} />
        </div>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

const Keys = ({ rows, onAsk }: { rows: readonly SignatureKeyRow[]; onAsk: (asked: Asked) => void }) => {
  const t = useTexts();
  const { language } = useLanguage();
  const { roles } = useAccount();
  const isOffice = roles.includes('city-office') || roles.includes('district-office');
  const ask = (row: SignatureKeyRow, step: 'confirm' | 'revoke') => onAsk({
    title: `${t(step)} · ${row.officerId}`, label: t(step === 'confirm' ? 'how' : 'reason'), field: step === 'confirm' ? 'how' : 'reason',
    path: `/signature-keys/${idOf(row)}/${step === 'confirm' ? 'confirmation' : 'revocation'}`,
  });
  return (
    <Ledger caption={t('title')} rows={rows} keyOf={idOf} columns={[
      { key: 'officer', title: t('officer'), lead: true, cell: ({ officerId }) => <span className="mono">{officerId}</span> },
      { key: 'algorithm', title: t('algorithm'), cell: ({ algorithm }) => algorithm },
      { key: 'key', title: t('keyId'), wide: true, cell: ({ keyId }) => <span className="mono">{keyId}</span> },
      { key: 'subject', title: t('subject'), cell: ({ subject }) => subject ?? '—' },
      { key: 'until', title: t('validUntil'), cell: ({ validUntil }) => (validUntil ? dayOf(validUntil, language) : '—') },
      { key: 'status', title: t('status'), cell: ({ status }) => <Mark tone={status === 'confirmed' ? 'strong' : 'seal'}>{t(status)}</Mark> },
      {
        key: 'act', title: t('act'), cell: (row) => (isOffice && row.status !== 'revoked'
          ? <span className="row">{row.status === 'brought' && <Button size="small" onClick={() => ask(row, 'confirm')}>{t('confirm')}</Button>}<Button size="small" onClick={() => ask(row, 'revoke')}>{t('revoke')}</Button></span>
          : '—'),
      },
    ]} />
  );
};

/** The keys with which officers sign outside the platform, and whether an office has confirmed them. */
export const SignatureKeysPage = () => {
  const t = useTexts();
  const { roles } = useAccount();
  const [asked, setAsked] = useState<Asked | null>(null);
  const keys = usePages<SignatureKeyRow>('/signature-keys', { limit: 100 });
  const rows = keys.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/contracts', name: t('contracts') }]} aside={<AsOf of={keys} />}>
      {roles.includes('leader') && <div><Button type="primary" onClick={() => setAsked({ title: t('bring'), label: t('pem'), path: '/signature-keys', field: 'pem' })}>{t('bring')}</Button></div>}
      {asked && <Ask asked={asked} onClose={() => setAsked(null)} />}
      {keys.isError && <Failure failure={keys.error} onAgain={() => void keys.refetch()} />}
      {!rows && !keys.isError && <div className="sheet"><Bones lines={5} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('none')}</Nothing></div>}
      {rows && rows.length > 0 && (
        <section className="sheet stack">
          <Keys rows={rows} onAsk={setAsked} />
          {keys.hasNextPage && <Button onClick={() => void keys.fetchNextPage()} loading={keys.isFetchingNextPage}>{t('more')}</Button>}
        </section>
      )}
    </PageFrame>
  );
};
