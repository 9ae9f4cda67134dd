// Adds up what a browser fetches before the page is usable, as sent (gzip), and fails above the limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 300_000;
const out = process.env.SEGUE_WEB_OUT ?? 'dist';
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'));
const files = new Set(['index.html']);

function add(key) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) add(next);
}
add('index.html');
// The page that opens first.
add('src/pages/discover/DiscoverPage.tsx');

let total = 0;
for (const file of files) {
  const bytes = readFileSync(join(out, file));
  total += gzipSync(bytes).length;
}
// Of the fonts a browser fetches the latin parts only; they are compressed as they are.
for (const chunk of Object.values(manifest)) {
  if (/latin-(wght|700)-normal.*woff2$/.test(chunk.file) && !/latin-ext/.test(chunk.file)) {
    total += readFileSync(join(out, chunk.file)).length;
  }
}
const kb = (total / 1000).toFixed(0);
if (total > LIMIT) {
  process.stderr.write(`First load is ${kb} kB gzip; the limit is ${LIMIT / 1000} kB.\n`);
  process.exit(1);
}
process.stdout.write(
  `First load: ${kb} kB gzip in ${files.size} files and fonts (limit ${LIMIT / 1000} kB).\n`,
);
