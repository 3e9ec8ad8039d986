import type { StepField } from '../../design/step-form.js';
import { MatterChoice } from '../../design/matter-choice.js';
import { UnitChoice, UnitsChoice } from '../../design/unit-choice.js';
import { PhotoChoice } from './photo-choice.js';
import { RequestChoice } from './request-choice.js';

export const unitField = (name: string, label: string, placeholder: string): StepField => ({
  name, label, control: ({ id, value, onSay }) => <UnitChoice id={id} value={value} onChoose={onSay} placeholder={placeholder} />,
});

export const unitsField = (name: string, label: string, placeholder: string): StepField => ({
  name, label, control: ({ id, value, onSay }) => <UnitsChoice id={id} value={value} onChoose={onSay} placeholder={placeholder} />,
});

export const matterField = (name: string, label: string, placeholder: string): StepField => ({
  name, label, control: ({ id, value, onSay }) => <MatterChoice id={id} value={value} onChoose={onSay} placeholder={placeholder} />,
});

/** @param most how many, nine where nothing else is said */
export const photosField = (label: string, most?: number): StepField => ({
  name: 'photos', label, control: ({ id, value, onSay }) => <PhotoChoice id={id} value={value} onSay={onSay} {...(most !== undefined && { most })} />,
});

export const requestField = (name: string, label: string, placeholder: string, except: string): StepField => ({
  name, label, control: ({ id, value, onSay }) => <RequestChoice id={id} value={value} onChoose={onSay} placeholder={placeholder} except={except} />,
});
