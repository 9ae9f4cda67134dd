import type { Schemas } from '../../api/client';
import { Knob } from '../../parts/Knob';
import classes from './SoundKnob.module.css';

type Props = {
  sound: number | undefined;
  answer: Schemas['Similar'] | undefined;
  onChange: (sound: number) => void;
};

const USUAL = { plays: 0, both: 0.5, sound: 1 };

/// What likeness goes by: plays, sound, or some of both; and which of them it went by.
export function SoundKnob({ sound, answer, onChange }: Props) {
  return (
    <div className={classes.knob}>
      <Knob
        low="By plays"
        high="By sound"
        value={sound ?? (answer ? USUAL[answer.by] : 0)}
        onChange={onChange}
      />
      <p className="soft small" role="status">
        {answer?.notes[0] ?? ' '}
      </p>
    </div>
  );
}
