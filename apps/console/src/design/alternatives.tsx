import './alternatives.css';

/** A few things of which one is shown: side by side, the chosen one pressed. */
export const Alternatives = ({ label, options, chosen, onChoose }: {
  label: string;
  options: readonly { readonly key: string; readonly name: string }[];
  chosen: string;
  onChoose: (key: string) => void;
}) => (
  <div className="alternatives" role="group" aria-label={label}>
    {options.map(({ key, name }) => (
      <button key={key} type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>{name}</button>
    ))}
  </div>
);
