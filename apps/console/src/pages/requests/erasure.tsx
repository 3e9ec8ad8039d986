import { Button } from 'antd';
import { useState } from 'react';
import { CommandForm } from '../../design/command-form.js';
import { textsOf } from '../../language/language.js';
import { useAccount } from '../../session/session.js';

const useTexts = textsOf(
  'erasure',
  { erase: '按本人要求永久删除个人信息', reason: '理由（删除后任何人都无法再读取）' },
  { erase: 'Erase this person for good', reason: 'Reason (nobody can read it again afterwards)' },
);

const mayErase = ['city-office', 'district-office', 'hotline'] as const;

/** Destroys the person's key, for a reason; the history stays, the person is gone from it. */
export const Erasure = ({ keyId }: { keyId: string }) => {
  const t = useTexts();
  const { roles } = useAccount();
  const [open, setOpen] = useState(false);
  if (!mayErase.some((role) => roles.includes(role))) return null;
  return (
    <div>
      <Button danger size="small" onClick={() => setOpen(true)}>{t('erase')}</Button>
      {open && (
        <CommandForm title={t('erase')} fields={[{ name: 'reason', label: t('reason'), kind: 'text' }]} path={`/requesters/${keyId}/erasure`}
          bodyOf={({ reason = '' }) => ({ reason })} onClose={() => setOpen(false)} />
      )}
    </div>
  );
};
