import type { PublicMatter } from '@zeren/requests-domain';
import { Input, Select } from 'antd';
import { useId } from 'react';
import { useRead } from '../../api/reads.js';
import { useLanguage } from '../../language/language.js';
import { doorPath } from './door-frame.js';
import { isPersonal, type DoorSaid } from './filing.js';
import { useFrontDoorTexts } from './front-door.texts.js';

/** The classes of a tenant's catalogue, as anybody finds them. */
export const usePublicMatters = (tenantId: string): readonly PublicMatter[] =>
  useRead<{ readonly items: readonly PublicMatter[] }>(`${doorPath(tenantId)}/matters`, {}, { immediate: true, fresh: 600_000 }).data?.items ?? [];

/** A class, found by a part of its name, of its heading's, or by its code. */
export const PublicMatterChoice = ({ tenantId, label, value, onChoose }: { tenantId: string; label: string; value: string | null; onChoose: (matter: PublicMatter | null) => void }) => {
  const t = useFrontDoorTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const matters = usePublicMatters(tenantId);
  const majors = [...new Map(matters.map(({ majorCode, majorName }) => [majorCode, majorName]))];
  const options = majors.map(([majorCode, majorName]) => ({
    label: nameOf(majorName),
    options: matters.filter((matter) => matter.majorCode === majorCode).map(({ code, name }) => ({
      value: code, label: nameOf(name), search: `${code} ${name.zh} ${name.en} ${majorName.zh} ${majorName.en}`.toLowerCase(),
    })),
  }));
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select<string | null> id={id} className="large" value={value} allowClear placeholder={t('findMatter')}
        showSearch={{ filterOption: (typed, option) => option !== undefined && 'search' in option && String(option.search).includes(typed.trim().toLowerCase()) }}
        onChange={(code) => onChoose(matters.find((matter) => matter.code === code) ?? null)} options={options} />
    </div>
  );
};

/** What it is about: the class, a line for everybody, and words for those who handle it. */
export const WhatFields = ({ tenantId, said, onSay }: { tenantId: string; said: DoorSaid; onSay: (change: Partial<DoorSaid>) => void }) => {
  const t = useFrontDoorTexts();
  const id = useId();
  return (
    <fieldset>
      <legend>{t('what')}</legend>
      <PublicMatterChoice tenantId={tenantId} label={t('matter')} value={said.matter?.code ?? null} onChoose={(matter) => onSay({ matter, sameAs: null })} />
      <div className="filter">
        <label htmlFor={`${id}subject`}>{t('subject')}</label>
        <Input id={`${id}subject`} className="large" maxLength={200} aria-describedby={`${id}hint`} value={said.subject} onChange={({ target }) => onSay({ subject: target.value })} />
        <span id={`${id}hint`} className="hint">{t('subjectHint')}</span>
        {isPersonal(said) && <span className="why" role="alert">{t('personal')}</span>}
      </div>
      <div className="filter">
        <label htmlFor={`${id}words`}>{t('words')}</label>
        <Input.TextArea id={`${id}words`} rows={4} maxLength={4_000} aria-describedby={`${id}sealed`} value={said.words} onChange={({ target }) => onSay({ words: target.value })} />
        <span id={`${id}sealed`} className="hint">{t('wordsHint')}</span>
      </div>
    </fieldset>
  );
};
