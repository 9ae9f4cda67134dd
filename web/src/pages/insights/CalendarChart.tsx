import { useCallback } from 'react';
import type { Schemas } from '../../api/client';
import { Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';

const ROW = 150;
const YEARS = 4;

/// Each day of each year as a square.
export function CalendarChart({ days }: { days: Schemas['History']['days'] }) {
  const years = [...new Set(days.map((one) => one.day.slice(0, 4)))].sort().slice(-YEARS).reverse();
  const key = years.join();
  const option = useCallback(
    (colours: Palette) => {
      const shown = key.split(',');
      return {
        tooltip: {
          formatter: (at: { value: [string, number] }) => `${at.value[0]}: ${at.value[1]} plays`,
        },
        visualMap: {
          show: false,
          min: 0,
          max: ninth(days.map((one) => one.plays)),
          inRange: { color: [colours.line, colours.warm] },
        },
        calendar: shown.map((year, i) => ({
          range: year,
          top: 24 + i * ROW,
          left: 56,
          right: 8,
          cellSize: ['auto', 15],
          itemStyle: {
            color: colours.line,
            opacity: 0.4,
            borderColor: colours.sheet,
            borderWidth: 3,
          },
          splitLine: { show: false },
          dayLabel: { color: colours.soft, firstDay: 1, nameMap: 'en' },
          monthLabel: { color: colours.soft },
          yearLabel: { color: colours.ink, fontSize: 13, margin: 34 },
        })),
        series: shown.map((year, i) => ({
          type: 'heatmap',
          coordinateSystem: 'calendar',
          calendarIndex: i,
          data: days.filter((one) => one.day.startsWith(year)).map((one) => [one.day, one.plays]),
        })),
      };
    },
    [days, key],
  );
  return (
    <Chart
      label={`Plays by day in ${years.join(', ')}`}
      height={years.length * ROW + 16}
      option={option}
    />
  );
}

/// What nine in ten days don't reach: one wild day must not pale all others.
function ninth(plays: number[]): number {
  const sorted = [...plays].sort((a, b) => a - b);
  return Math.max(3, sorted[Math.floor(sorted.length * 0.9)] ?? 1);
}
