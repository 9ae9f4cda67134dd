#!/bin/sh
# Tempo by aubio (package aubio-tools), which knows no keys.
#
# Usage: aubio.sh FILE... > predictions.csv
set -eu
echo "file,bpm,key"
for file in "$@"; do
    bpm=$(aubio tempo "$file" | awk '{ print $1 }')
    echo "$(basename "$file"),$bpm,"
done
echo "user and system time, of this shell and of aubio (decoding WAV and start included):" >&2
times >&2
