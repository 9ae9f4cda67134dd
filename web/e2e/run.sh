#!/usr/bin/env bash
# The page in a real browser against real servers: makes the libraries, starts the servers, runs the
# journeys, stops. usage: run.sh [arguments of playwright test]
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
servers=()

stop() {
  for pid in "${servers[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${servers[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

for name in chromium chromium-browser google-chrome; do
  [ -n "${SEGUE_CHROMIUM:-}" ] || SEGUE_CHROMIUM=$(command -v "$name" || true)
done
command -v "${SEGUE_CHROMIUM:-chromium}" >/dev/null || {
  echo "The page's journeys need Chromium: install it (package 'chromium'), or set SEGUE_CHROMIUM to its path." >&2
  exit 1
}
export SEGUE_CHROMIUM
cd "$root/web"
[ -d node_modules ] || PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund

# A server on a free port; its address is what it prints.
serve() {
  local name=$1 log=$work/$1.log
  "$root/segue" serve --library "$work/$name" --port 0 --import-folder "$work" --import-folder "$data" >"$log" 2>&1 &
  servers+=($!)
  for _ in $(seq 300); do
    address=$(grep -o 'http://[^ ]*' "$log" | head -n 1 || true)
    address=${address%/}
    [ -n "$address" ] && return
    kill -0 "${servers[-1]}" 2>/dev/null || break
    sleep 0.2
  done
  cat "$log" >&2
  return 1
}

echo "Making the demo library…"
"$root/segue" demo --library "$work/demo" >"$work/demo.log" 2>&1 || { cat "$work/demo.log" >&2; exit 1; }

# The listener's journey uses real data where it is at hand, else a small world in the same format.
data=$root/../shared/data/hetrec2011-lastfm-2k
if [ ! -d "$data" ]; then
  data=$work/hetrec
  node e2e/hetrec.mjs "$data"
fi
mkdir "$work/crate"
find "$work/demo/music" -name '*.flac' | sort | head -n 24 | while read -r file; do cp "$file" "$work/crate/"; done

serve demo && export SEGUE_DEMO=$address
serve listener && export SEGUE_LISTENER=$address
serve dj && export SEGUE_DJ=$address
export SEGUE_HETREC=$data SEGUE_CRATE=$work/crate
npx playwright test --config e2e/playwright.config.ts "$@"
