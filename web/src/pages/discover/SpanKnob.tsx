import { RangeSlider } from '@mantine/core';
import { useId, useState } from 'react';
import knob from '../../parts/Knob.module.css';
import { readSpan } from './ask';
import classes from './KnobPanel.module.css';

type SpanProps = {
  name: string;
  min: number;
  max: number;
  step: number;
  value: string | undefined;
  words?: (low: number, high: number) => string;
  onChange: (value: string | undefined) => void;
};

/// From and to; all of it is no wish.
export function SpanKnob({ name, min, max, step, value, words, onChange }: SpanProps) {
  const [now, setNow] = useState<[number, number] | null>(null);
  const id = useId();
  const { low, high } = readSpan(value) ?? { low: min, high: max };
  const [from, to] = now ?? [low, high];
  const all = from <= min && to >= max;
  return (
    <div>
      <div className={knob.ends}>
        <span id={id}>{name}</span>
        <span className={`${classes.value} figures`}>
          {all ? 'any' : (words?.(from, to) ?? `${from} to ${to}`)}
        </span>
      </div>
      <RangeSlider
        label={null}
        size="sm"
        min={min}
        max={max}
        step={step}
        minRange={step}
        value={[from, to]}
        onChange={setNow}
        onChangeEnd={([a, b]) => {
          onChange(a <= min && b >= max ? undefined : `${round(a)}-${round(b)}`);
          setNow(null);
        }}
        aria-labelledby={id}
        thumbFromLabel={`${name}, from`}
        thumbToLabel={`${name}, to`}
      />
    </div>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
