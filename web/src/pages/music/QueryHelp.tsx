import classes from './MusicPage.module.css';

const FIELDS: [ask: string, words: string][] = [
  ['bpm:120-126', 'tempo; half and double fit too'],
  ['key:8A', 'the key, as 8A or Am'],
  ['key:~8A', 'every key that mixes with it'],
  ['genre:house', 'a comma means or: genre:house,techno'],
  ['energy:>=7', 'from 1 to 10'],
  ['year:1990-1999', 'when it came out'],
  ['length:3:00-4:30', 'how long it plays'],
  ['artist:brandlero', 'words in the name; title: and album: too'],
  ['plays:>100', 'how often it was played'],
  ['valence:<0.3', 'sad; danceability:, acousticness:, loudness: and others too'],
  ['file:yes', 'what can be played here'],
  ['-genre:disco', 'a minus turns it around'],
  ['"free words"', 'in title, artist or album'],
];

/// What can be asked of the table; a press adds it.
export function QueryHelp({ onAdd }: { onAdd: (part: string) => void }) {
  return (
    <details className={classes.help}>
      <summary>All that can be asked</summary>
      <ul>
        {FIELDS.map(([ask, words]) => (
          <li key={ask}>
            <button type="button" onClick={() => onAdd(ask)}>
              {ask}
            </button>
            <span className="soft small">{words}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
