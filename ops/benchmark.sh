#!/bin/sh
# Times the nightly job on a made-up company: the first run, the next one over the same files, one with a hundredth more messages, and a
# restage of all that landed. Says at last how right the links and the duplicates are.
# The database is the one that SPRING_DATASOURCE_URL names, which must be empty; else an H2 file.
# usage: ops/benchmark.sh [INTERACTIONS [PEOPLE [CONTACTS]]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export JAVA_OPTS="${JAVA_OPTS:--Xmx512m}"

tributary() { "$here/bin/tributary" --home "$home" "$@"; }
timed() {
  label=$1; shift
  begin=$(date +%s.%N)
  "$@"
  end=$(date +%s.%N)
  awk -v label="$label" -v begin="$begin" -v end="$end" 'BEGIN { printf "%s: %.1f s\n", label, end - begin }'
}

tributary generate --interactions "${1:-100000}" --people "${2:-20000}" --contacts "${3:-10000}" --to "$home"
timed "first run" tributary sync 2>/dev/null
timed "the same files again" tributary sync --again 2>/dev/null
tributary generate --more $(((${1:-100000} + 99) / 100)) --to "$home"
timed "a hundredth more" tributary sync --again 2>/dev/null
timed "restage of all" tributary sync --restage 2>/dev/null
tributary evaluate "$home" 2>/dev/null
