import type { Schemas } from '../../api/client';

type Because = Schemas['Because'];

/// Reasons as sentences: what is of one kind stands together, "You play X and Y".
export function why(reasons: Because[]): string[] {
  const said: string[] = [];
  for (const [kind, verb] of [
    ['liked', 'You like'],
    ['played', 'You play'],
  ] as const) {
    const names = [...new Set(reasons.filter((r) => r.kind === kind).map((r) => r.name))];
    if (names.length > 0) said.push(`${verb} ${and(names)}`);
  }
  const others = reasons.filter((r) => r.kind !== 'liked' && r.kind !== 'played');
  return [...said, ...others.map((r) => r.text.charAt(0).toUpperCase() + r.text.slice(1))];
}

function and(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
