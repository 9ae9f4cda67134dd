// Lays a gzip and a Brotli version beside every file of text, so that the server need not compress;
// but for the page itself, which gets a word of its own with each answer.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const out = process.env.SEGUE_WEB_OUT ?? 'dist';
for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.name === 'index.html' || !/\.(js|css|html|svg)$/.test(entry.name))
    continue;
  const file = join(entry.parentPath, entry.name);
  const bytes = readFileSync(file);
  if (bytes.length < 1024) continue;
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
}
