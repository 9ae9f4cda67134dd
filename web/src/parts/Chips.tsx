import classes from './Chips.module.css';

type Choice = { value: string; label?: string; title?: string };
type Props = {
  label: string;
  choices: Choice[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  /// As they are written, without capitals.
  plain?: boolean;
};

/// Words to press, several at once.
export function Chips({ label, choices, chosen, onToggle, plain }: Props) {
  return (
    <fieldset className={classes.chips}>
      <legend>{label}</legend>
      {choices.map(({ value, label: words, title }) => (
        <button
          key={value}
          type="button"
          className={classes.chip}
          data-plain={plain || undefined}
          aria-pressed={chosen.includes(value)}
          title={title}
          onClick={() => onToggle(value)}
        >
          {words ?? value}
        </button>
      ))}
    </fieldset>
  );
}
