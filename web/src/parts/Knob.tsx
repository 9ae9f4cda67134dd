import { Slider } from '@mantine/core';
import { useState } from 'react';
import classes from './Knob.module.css';

type Props = {
  low: string;
  high: string;
  value: number;
  title?: string;
  onChange: (value: number) => void;
};

/// A share between two ends, told when the hand lets go.
export function Knob({ low, high, value, title, onChange }: Props) {
  const [now, setNow] = useState<number | null>(null);
  return (
    <div title={title}>
      <div className={classes.ends}>
        <span>{low}</span>
        <span>{high}</span>
      </div>
      <Slider
        label={null}
        size="sm"
        min={0}
        max={1}
        step={0.05}
        value={now ?? value}
        onChange={setNow}
        onChangeEnd={(end) => {
          onChange(Math.round(end * 100) / 100);
          setNow(null);
        }}
        thumbLabel={`${low} to ${high}`}
      />
    </div>
  );
}
