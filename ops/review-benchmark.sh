#!/bin/sh
# Times the workbook of cases: a company whose customers all share their telephone with another one, so that each of them is a case; then
# the export, the workbook brought in unchanged, and again with an answer in every row.
# The database is the one that SPRING_DATASOURCE_URL names, which must be empty; else an H2 file. Needs zip, unzip and perl.
# usage: ops/review-benchmark.sh [CASES]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export JAVA_OPTS="${JAVA_OPTS:--Xmx512m}"
cases=${1:-10000}

tributary() { "$here/bin/tributary" --home "$home" "$@"; }
timed() {
  label=$1; shift
  begin=$(date +%s.%N)
  "$@" || echo "exit code $?"
  end=$(date +%s.%N)
  awk -v label="$label" -v begin="$begin" -v end="$end" 'BEGIN { printf "%s: %.1f s\n", label, end - begin }'
}

mkdir -p "$home/jobs/sources" "$home/exports" "$home/drop"
cat > "$home/jobs/sources/sms.yaml" <<YAML
source: sms
channel: sms
account: "+493023125100"
defaultRegion: DE
extract: { kind: file, path: "drop/*.csv" }
mapping: sms-csv
YAML
cat > "$home/jobs/nightly-sync.yaml" <<YAML
job: nightly-sync
contacts: exports/contacts.csv
sources: [sms]
YAML
awk -v cases="$cases" 'BEGIN {
  print "id,name,given_name,family_name,company,emails,phones"
  for (i = 1; i <= cases; i++) {
    phone = sprintf("+49151%08d", 20000000 + i)
    printf "A%d,Anna Berg%d,Anna,Berg%d,,anna%d@example.org,%s\n", i, i, i, i, phone
    printf "B%d,Ben Frost%d,Ben,Frost%d,Nordlicht %d,ben%d@example.org,%s\n", i, i, i, i % 100, i, phone
  } }' > "$home/exports/contacts.csv"
awk -v cases="$cases" 'BEGIN {
  print "Date,From,To,Direction,Body,Message ID,Status"
  for (i = 1; i <= cases; i++) for (j = 1; j <= 4; j++)
    printf "2026-05-%02d 09:%02d:12,+49151%08d,+493023125100,inbound,\"The zip of my tent gave up again, says customer %d, number %d of this week.\",M%d-%d,received\n",
      j, i % 60, 20000000 + i, i, j, i, j }' > "$home/drop/sms.csv"

tributary sync --date 2026-05-31 2>/dev/null | tail -n 3
book=$home/cases.xlsx
timed "export of all cases" tributary review export --to "$book" 2>/dev/null
timed "brought in unchanged" tributary review apply "$book" 2>/dev/null

# An answer in every row: the same person, different people, a shared identifier and not sure, in turn.
mkdir "$home/open"
unzip -q -d "$home/open" "$book"
perl -0pi -e 's{<row r="(\d+)".*?</row>}{
  my ($row, $cells) = ($1, $&);
  my ($contact) = $cells =~ m|<c r="P$row"[^>]*><is><t[^>]*>([^<]*)</t>|;
  my @answers = ("same person", "different people", "shared identifier", "not sure");
  my %in = (A => $answers[$row % 4], B => $row % 4 ? "" : $contact, D => "as I remember");
  for my $column (keys %in) {
    $cells =~ s!<c r="$column$row" s="(\d+)"(?:/>|></c>)!<c r="$column$row" s="$1" t="inlineStr"><is><t>$in{$column}</t></is></c>! if $contact && $in{$column};
  }
  $cells
}gse' "$home/open/xl/worksheets/sheet2.xml"
(cd "$home/open" && zip -q -r ../answered.xlsx .)
timed "an answer in every row" tributary review apply "$home/answered.xlsx" --actor mia 2>/dev/null
timed "the same again" tributary review apply "$home/answered.xlsx" --actor mia 2>/dev/null
