import { TextInput } from '@mantine/core';
import type { Algorithm } from '../../api/work';
import classes from './LabPage.module.css';

type Props = {
  settings: Algorithm['settings'];
  said: Record<string, string>;
  onSay: (said: Record<string, string>) => void;
};

/// The settings of an algorithm; what is left empty keeps its default.
export function SettingFields({ settings, said, onSay }: Props) {
  if (settings.length === 0) return null;
  return (
    <details>
      <summary>Settings</summary>
      <div className={classes.settings}>
        {settings.map(({ name, default: usual, choices, usual: range }) => (
          <TextInput
            key={name}
            label={name}
            placeholder={usual}
            description={
              choices.length > 0 ? choices.join(', ') : range && `usual: ${words(range)}`
            }
            inputWrapperOrder={['label', 'input', 'description']}
            value={said[name] ?? ''}
            spellCheck={false}
            onChange={(event) => onSay({ ...said, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
    </details>
  );
}

/// "0.01 to 500", "32, 64, 128".
function words(range: string): string {
  return range
    .replace(':log', '')
    .replace(/(\d)\.0(?!\d)/g, '$1')
    .replace('..', ' to ')
    .replaceAll(',', ', ');
}
