import { useState } from 'react';
import { useAccount } from '../../session/session.js';
import { PageFrame } from '../../design/page.js';
import { IntakeBeside } from './intake-beside.js';
import { IntakeForm } from './intake-form.js';
import { nothingSaid, type IntakeSaid } from './intake.js';
import { Filed } from './intake-filed.js';
import { useIntakeTexts } from './intake.texts.js';
import './intake.css';

/** One screen for whoever takes a request in, while somebody speaks. */
export const IntakePage = () => {
  const t = useIntakeTexts();
  const { roles } = useAccount();
  const first = () => nothingSaid(roles.includes('hotline') ? 'hotline' : 'patrol');
  const [said, setSaid] = useState<IntakeSaid>(first);
  const [filed, setFiled] = useState<string>();
  const [turn, setTurn] = useState(0);
  const next = () => {
    setSaid(first());
    setFiled(undefined);
    setTurn(turn + 1);
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')} crumbs={[{ to: '/requests', name: t('requests') }]}>
      {filed
        ? <Filed id={filed} onNext={next} />
        : (
          <div className="columns two">
            <IntakeForm key={turn} said={said} onSay={(change) => setSaid((before) => ({ ...before, ...change }))} onFiled={setFiled} onClear={next} />
            <IntakeBeside said={said} />
          </div>
        )}
    </PageFrame>
  );
};
