const NUMBER = new Intl.NumberFormat('en-GB');
const ONE_DIGIT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const count = (n: number) => NUMBER.format(n);
export const oneDigit = (n: number) => ONE_DIGIT.format(n);
export const day = (iso: string) => DAY.format(new Date(iso));
export const moment = (iso: string) => MOMENT.format(new Date(iso));

/// "1 track", "2,000 tracks".
export function many(n: number, one: string, more = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}

/// "3:07", "1:02:33".
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const s = String(whole % 60).padStart(2, '0');
  const m = Math.floor(whole / 60) % 60;
  const h = Math.floor(whole / 3600);
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/// What a feature is called to people: "duration_ms" is a length, other names lose their underscores.
export function featureName(name: string): string {
  const words = name === 'duration_ms' ? 'length' : name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/// "0.4 s", "12 s", "3 min", "1 h 20 min".
export function duration(seconds: number): string {
  if (seconds < 9.5) return `${ONE_DIGIT.format(seconds)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/// What to call a listener: a bare number is no name.
export function listenerName(name: string): string {
  return /^\d+$/.test(name) ? `Listener ${name}` : name;
}
