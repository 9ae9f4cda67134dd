// Tempo (RhythmExtractor2013, degara) and key (KeyExtractor, bgate) by essentia.js.
//
// Usage: node essentia.mjs FILE... > predictions.csv      (npm install essentia.js; ffmpeg decodes)

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { basename } from "node:path";

const require = createRequire(process.cwd() + "/");
const { Essentia, EssentiaWASM } = require("essentia.js");
const essentia = new Essentia(EssentiaWASM);
const SHARPS = { Db: "C#", Eb: "D#", Gb: "F#", Ab: "G#", Bb: "A#" };

let cpu = 0;
let seconds = 0;
console.log("file,bpm,key");
for (const path of process.argv.slice(2)) {
  const ffmpeg = ["-nostdin", "-v", "error", "-i", path, "-f", "f32le", "-ac", "1", "-ar", "44100", "-"];
  const bytes = execFileSync("ffmpeg", ffmpeg, { maxBuffer: 1 << 30 });
  const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  seconds += samples.length / 44100;
  const before = process.cpuUsage();
  const signal = essentia.arrayToVector(samples);
  const { bpm } = essentia.RhythmExtractor2013(signal, 208, "degara", 40);
  const { key, scale } = essentia.KeyExtractor(signal);
  signal.delete();
  const used = process.cpuUsage(before);
  cpu += (used.user + used.system) / 1e6;
  console.log(`${basename(path)},${bpm.toFixed(4)},${SHARPS[key] ?? key}${scale === "minor" ? "m" : ""}`);
}
console.error(`${cpu.toFixed(1)} CPU seconds for ${seconds.toFixed(0)} seconds of audio, decoding excluded`);
