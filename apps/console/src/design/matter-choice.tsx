import { Select } from 'antd';
import { useCatalogue } from '../api/matters.js';
import { useLanguage } from '../language/language.js';

/** A class of matter, found by a part of its name in either language, of its heading, or by its code. */
export const MatterChoice = ({ id, value, onChoose, placeholder }: { id: string; value: string; onChoose: (code: string) => void; placeholder?: string }) => {
  const { nameOf } = useLanguage();
  const catalogue = useCatalogue();
  const options = (catalogue?.majors ?? []).map((major) => ({
    label: nameOf(major.name),
    options: (catalogue?.classes ?? []).filter(({ majorCode }) => majorCode === major.code).map(({ code, name }) => ({
      value: code, label: `${code} ${nameOf(name)}`, search: `${code} ${name.zh} ${name.en} ${major.name.zh} ${major.name.en}`.toLowerCase(),
    })),
  }));
  return (
    <Select<string | null> id={id} value={value || null} allowClear loading={catalogue === undefined} placeholder={placeholder} popupMatchSelectWidth={false}
      showSearch={{ filterOption: (typed, option) => option !== undefined && 'search' in option && String(option.search).includes(typed.trim().toLowerCase()) }}
      onChange={(next) => onChoose(next ?? '')} options={options} />
  );
};
