import { featureName } from './words';

/// What a feature says, for people who do not know the word.
const ABOUT: Record<string, [low: string, high: string]> = {
  popularity: ['hardly known', 'known by all'],
  danceability: ['not to dance to', 'made for dancing'],
  energy: ['quiet', 'loud and fast'],
  loudness: ['soft', 'loud'],
  speechiness: ['no words spoken', 'spoken'],
  acousticness: ['electric', 'acoustic'],
  instrumentalness: ['sung', 'without a voice'],
  liveness: ['from a studio', 'before an audience'],
  valence: ['sad', 'cheerful'],
  tempo: ['slow', 'fast'],
  duration_ms: ['short', 'long'],
};

/// "Valence: from sad to cheerful".
export function featureWords(name: string): string {
  const about = ABOUT[name];
  return about ? `${featureName(name)}: from ${about[0]} to ${about[1]}` : featureName(name);
}

/// What much of a feature means: "cheerful".
export function muchOf(name: string): string {
  return ABOUT[name]?.[1] ?? featureName(name).toLowerCase();
}

const KEYS = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'G♭', 'G', 'A♭', 'A', 'B♭', 'B'];

/// A value as people say it: "3:07", "124 BPM", "−8 dB", "F".
export function featureValue(name: string, value: number): string {
  switch (name) {
    case 'duration_ms': {
      const seconds = Math.round(value / 1000);
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
    case 'tempo':
      return `${Math.round(value)} BPM`;
    case 'loudness':
      return `${value.toFixed(0)} dB`;
    case 'key':
      return KEYS[Math.round(value)] ?? '?';
    case 'mode':
      return value >= 0.5 ? 'major' : 'minor';
    case 'time_signature':
      return `${Math.round(value)}/4`;
    case 'popularity':
    case 'plays':
      return value.toFixed(0);
    default:
      return value.toFixed(2);
  }
}
