#!/usr/bin/env bash
# Recommendations under load: a server over a library, wrk with 8 connections on the same machine.
# usage: bench/load/run.sh LIBRARY [SECONDS]   (needs wrk, curl, jq; SEGUE_MEMORY as for segue)
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
library=$1
seconds=${2:-10}
work=$(mktemp -d)
export IDS=$work/ids
trap 'kill "$server" 2>/dev/null; wait; rm -rf "$work"' EXIT

"$root/segue" serve --library "$library" --port 0 >"$work/log" 2>&1 &
server=$!
until url=$(grep -o 'http://[^ ]*' "$work/log"); do kill -0 $server; sleep .2; done
api=${url%/}/api/v1

cursor=
until [ "$cursor" = null ]; do
  curl -sf "$api/listeners?limit=500${cursor:+&cursor=$cursor}" >"$work/page"
  jq -r '.items[].id' "$work/page" >>"$IDS"
  cursor=$(jq -r .next "$work/page")
  [ "$(wc -l <"$IDS")" -lt 4000 ] || break
done
curl -sf -o /dev/null -w 'first answer of all: %{time_total} s\n' -H 'Content-Type: application/json' \
  -d "{\"whom\":{\"listener\":\"$(head -n 1 "$IDS")\"},\"n\":10}" "$api/recommendations"

load() {
  local name=$1; shift
  wrk -t1 -c8 -d"${seconds}s" --latency "$@" | awk -v name="$name" '
    /50%/ { p50 = $2 } /99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $0 }
    END { printf "%-28s %9.0f a second   p50 %s   p99 %s   %s\n", name, rate, p50, p99, bad }'
}

recommendations() { REASONS=$2 load "$1" -s "$here/recommendations.lua" "$api"; }

recommendations 'the first seconds' false
recommendations 'warming up' false
recommendations 'warming up, with reasons' true
load 'hello' "$api/health/live"
recommendations 'reasons off' false
recommendations 'reasons on' true
load 'hello again' "$api/health/live"
pid=$(pgrep -P $server java || echo $server)
grep VmHWM "/proc/$pid/status"
