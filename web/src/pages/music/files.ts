const SOUND = /\.(mp3|flac|ogg|oga|opus|m4a|mp4|aac|wav|wave|aiff?|aifc|wma|ape|wv|mpc)$/i;
const TABLE = /\.(csv|tsv|txt|json|jsonl|ndjson|parquet|gz)$/i;

/// What Segue can do something with, and how many files were left out: pictures, notes.
export function sorted<T extends { name: string }>(files: T[]): { files: T[]; left: number } {
  const good = files.filter(
    ({ name }) => !name.startsWith('.') && (SOUND.test(name) || TABLE.test(name)),
  );
  return { files: good, left: files.length - good.length };
}

/// All files that were dropped, also those in dropped folders and their folders.
export async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  // The transfer is empty as soon as one waits.
  const plain = [...dropped.files];
  if (entries.length === 0) return plain;
  const found = await Promise.all(entries.map(walk));
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [
      await new Promise<File>((take, fail) => (entry as FileSystemFileEntry).file(take, fail)),
    ];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A reader gives a hundred at a time, and at last none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((take, fail) =>
      reader.readEntries(take, fail),
    );
    if (some.length === 0) break;
    inside.push(...some);
  }
  const found = await Promise.all(inside.map(walk));
  return found.flat();
}

/// "3.2 GB".
export function bytes(n: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const unit = n < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3));
  const value = n / 1000 ** unit;
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
