#!/usr/bin/env bash
# Builds the page into a folder, with the machine's own Node; called by Maven.
# usage: build.sh OUT. Does nothing when nothing changed; without Node says so and goes on.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
out=$1
api=../server/src/main/resources/openapi.yaml

changed() {
  [ ! -e "$out/index.html" ] && return 0
  [ -n "$(find src public scripts ./*.json ./*.html ./*.ts ./*.mjs build.sh "$api" \
    -newer "$out/index.html" ! -name schema.d.ts -print 2>/dev/null | head -n 1)" ]
}

if ! changed; then exit 0; fi

. ./node.sh
if ! node_fits; then
  echo "The web page is not built: it needs Node 20.19 or newer (https://nodejs.org). Install it and build again; all else works without." >&2
  exit 0
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
  # Browsers for tests are not fetched: the machine's own is used.
  if ! PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "The web page is not built: its packages could not be fetched; all else works without." >&2
    exit 0
  fi
fi
if ! SEGUE_WEB_OUT="$out" npm run build >"$log" 2>&1; then
  cat "$log" >&2
  echo "The web page could not be built." >&2
  exit 1
fi
# What was generated is as old as its source: it must not look like a change to who builds next.
touch -r "$api" src/api/schema.d.ts src/api
