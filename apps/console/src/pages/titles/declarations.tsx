import type { Declared, Precondition } from '@zeren/tasks-domain';
import { Input, Radio } from 'antd';
import type { Refusal } from '../../design/refusal.js';
import { useLanguage } from '../../language/language.js';
import { Field } from '../task/form-parts.js';
import { useTitleTexts } from './titles.texts.js';

type Said = { readonly holds: boolean | undefined; readonly evidence: string };

/** What was declared so far, by code. */
export type Saying = Readonly<Record<string, Said>>;

/** The items declared, in the order of the standard; those of which nothing was said are not. */
export const declaredIn = (items: readonly Precondition[], saying: Saying): readonly Declared[] =>
  items.flatMap(({ code }) => {
    const { holds, evidence = '' } = saying[code] ?? {};
    return holds === undefined ? [] : [{ code, holds, evidence }];
  });

type Asking = {
  readonly title: string;
  /** The field's name in a refusal. */
  readonly field: 'preconditions' | 'negativeList';
  readonly items: readonly Precondition[];
  readonly words: Readonly<Record<'holds' | 'not', string>>;
  readonly saying: Saying;
  readonly refusal: Refusal | undefined;
  readonly onSay: (saying: Saying) => void;
};

/** Asks of each condition whether it holds, and what shows it. */
export const Declarations = ({ title, field, items, words, saying, refusal, onSay }: Asking) => {
  const t = useTitleTexts();
  const { nameOf } = useLanguage();
  const declared = declaredIn(items, saying);
  const say = (code: string, change: Partial<Said>) => onSay({ ...saying, [code]: { holds: undefined, evidence: '', ...saying[code], ...change } });
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      {items.length === 0 && <p className="soft">{t('noneListed')}</p>}
      <ul className="plain cards">
        {items.map(({ code, name }) => (
          <li key={code} className="card">
            <div className="stack">
              <div>{nameOf(name)} <span className="mono soft">{code}</span></div>
              <Radio.Group aria-label={`${code} ${nameOf(name)}`} value={saying[code]?.holds ?? null} onChange={({ target }) => say(code, { holds: target.value === true })}
                options={[{ value: true, label: words.holds }, { value: false, label: words.not }]} />
              <Field name={`${field}[${declared.findIndex((one) => one.code === code)}]`} label={`${t('evidence')} ${code}`} refusal={refusal}>
                {(id) => <Input id={id} maxLength={500} value={saying[code]?.evidence ?? ''} onChange={({ target }) => say(code, { evidence: target.value })} />}
              </Field>
            </div>
          </li>
        ))}
      </ul>
      {refusal?.field === field && <span className="why" role="alert">{refusal.sentence}</span>}
    </section>
  );
};
