import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from './Chart.module.css';
import { type Palette, palette } from './colours';
import type { EChartsCoreOption } from './echarts';

type Drawing = ReturnType<typeof import('./echarts').init>;

export type ChartProps = {
  /// What is to be seen, for those who don't see it.
  label: string;
  height: number;
  /// Keep it the same between renders (useCallback): a new one draws anew.
  option: (colours: Palette) => EChartsCoreOption;
  onPick?: (picked: { dataIndex: number; seriesIndex?: number; data: unknown }) => void;
};

/// A chart by ECharts, in the colours of the page. Its words are drawn, since the page's policy
/// forbids styles in HTML that is made by script.
export function Chart({ label, height, option, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const scheme = useComputedColorScheme('light');
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    let made: Drawing | undefined;
    let gone = false;
    const watch = new ResizeObserver(() => made?.resize());
    import('./echarts').then(({ init }) => {
      if (gone || !box.current) return;
      made = init(box.current);
      made.on('click', (event) => pick.current?.(event as never));
      watch.observe(box.current);
      setDrawing(made);
    });
    return () => {
      gone = true;
      watch.disconnect();
      made?.dispose();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours follow the scheme
  useEffect(() => {
    if (!drawing) return;
    const colours = palette();
    const { tooltip, ...rest } = option(colours) as { tooltip?: object };
    drawing.setOption(
      {
        textStyle: { fontFamily: 'Figtree Variable, sans-serif', color: colours.ink },
        animationDuration: 350,
        tooltip: {
          renderMode: 'richText',
          backgroundColor: colours.sheet,
          borderColor: colours.line,
          textStyle: { color: colours.ink, fontSize: 13 },
          ...tooltip,
        },
        ...rest,
      },
      { notMerge: true },
    );
  }, [drawing, option, scheme]);

  return (
    <div className={classes.chart} style={{ height }}>
      {!drawing && <Skeleton className={classes.wait} height={height} />}
      <div ref={box} className={classes.box} role="img" aria-label={label} />
    </div>
  );
}

/// Axes without noise: thin lines, soft words.
export function axis(colours: Palette, more: object = {}): object {
  return {
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.soft },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
    nameTextStyle: { color: colours.soft },
    ...more,
  };
}
