// Writes a small world of listeners and artists in the format of HetRec 2011 (Last.fm).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const ARTISTS = 120;
const USERS = 90;
const GENRES = ['ambient', 'house', 'disco', 'folk', 'rock', 'soul'];
let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const tsv = (rows) => `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`;

const artists = [['id', 'name', 'url', 'pictureURL']];
for (let a = 1; a <= ARTISTS; a++) artists.push([a, `Band ${a} of ${GENRES[a % 6]}`, '', '']);
const plays = [['userID', 'artistID', 'weight']];
const tagged = [['userID', 'artistID', 'tagID', 'day', 'month', 'year']];
for (let u = 1; u <= USERS; u++) {
  const mine = new Set();
  while (mine.size < 25) {
    const liked = 1 + Math.floor(random() * (ARTISTS / 6 - 1)) * 6 + (u % 6);
    mine.add(random() < 0.8 ? Math.min(ARTISTS, liked) : 1 + Math.floor(random() * ARTISTS));
  }
  for (const a of mine) {
    plays.push([u, a, 1 + Math.floor(random() * 400)]);
    if (random() < 0.3) tagged.push([u, a, 1 + (a % 6), 1, 4, 2010]);
  }
}
mkdirSync(folder, { recursive: true });
const write = (name, rows) => writeFileSync(join(folder, name), tsv(rows), 'latin1');
write('artists.dat', artists);
write('user_artists.dat', plays);
write('tags.dat', [['tagID', 'tagValue'], ...GENRES.map((genre, i) => [i + 1, genre])]);
write('user_taggedartists.dat', tagged);
write('user_friends.dat', [
  ['userID', 'friendID'],
  [1, 2],
  [2, 1],
]);
