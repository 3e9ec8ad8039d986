import type { Disclosure } from '@zeren/requests-domain';
import { Input } from 'antd';
import { useId } from 'react';
import { useRequestWords } from '../../design/request-words.js';
import type { DoorSaid } from './filing.js';
import { useFrontDoorTexts } from './front-door.texts.js';

const disclosures: readonly Disclosure[] = ['open', 'confidential', 'anonymous'];

type Named = 'name' | 'phone' | 'address';
const fields: readonly Named[] = ['name', 'phone', 'address'];
const filledBy = { name: 'name', phone: 'tel', address: 'street-address' } as const;

/** Who asks, and who may learn it. */
export const WhoFields = ({ said, onSay }: { said: DoorSaid; onSay: (change: Partial<DoorSaid>) => void }) => {
  const t = useFrontDoorTexts();
  const word = useRequestWords();
  const id = useId();
  return (
    <fieldset>
      <legend>{t('who')}</legend>
      <div className="disclosures">
        {disclosures.map((disclosure) => (
          <label key={disclosure}>
            <input type="radio" name={`${id}who`} value={disclosure} checked={said.disclosure === disclosure} onChange={() => onSay({ disclosure })} />
            <b>{word(disclosure)}</b>
            <span className="hint">{t(`${disclosure}Hint`)}</span>
          </label>
        ))}
      </div>
      {said.disclosure !== 'anonymous' && (
        <div className="areas">
          {fields.map((field) => (
            <div key={field} className="filter">
              <label htmlFor={id + field}>{t(field)}</label>
              <Input id={id + field} className="large" maxLength={field === 'phone' ? 40 : 100} inputMode={field === 'phone' ? 'tel' : 'text'} autoComplete={filledBy[field]}
                value={said[field]} onChange={({ target }) => onSay({ [field]: target.value })} />
            </div>
          ))}
        </div>
      )}
    </fieldset>
  );
};
