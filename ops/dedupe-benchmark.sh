#!/bin/sh
# Times contacts dedupe on lists of made-up people with name, e-mail, telephone and address, a fifth of them duplicates with the
# damage that people and forms do, and shows how right it is. The same seed makes the same lists.
# usage: ops/dedupe-benchmark.sh [ROWS...]      (default: 10000 100000 1000000)
#   SEED       another seed, other people (default: 1)
#   TRIBUTARY  the command (default: ops/bin/tributary)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JAVA_OPTS="${JAVA_OPTS:--Xmx2g}"
tributary=${TRIBUTARY:-$here/bin/tributary}

people() {
  awk -v rows="$1" -v seed="${SEED:-1}" '
    function below(n) { return int(rand() * n) }
    function chance(percent) { return rand() * 100 < percent }
    # few carry most names: the square of chance leans to the front
    function often(n) { return int(rand() * rand() * n) }
    function word(n, count,  text, i) {
      text = ""
      for (i = 0; i < count; i++) { text = text syllables[n % size + 1]; n = int(n / size) }
      return toupper(substr(text, 1, 1)) substr(text, 2)
    }
    function typo(text,  at, kind) {
      if (length(text) < 4) return text
      at = 2 + below(length(text) - 2); kind = below(4)
      if (kind == 0) return substr(text, 1, at - 1) substr(text, at + 1)
      if (kind == 1) return substr(text, 1, at) letter() substr(text, at + 1)
      if (kind == 2) return substr(text, 1, at - 1) letter() substr(text, at + 1)
      return substr(text, 1, at - 1) substr(text, at + 1, 1) substr(text, at, 1) substr(text, at + 2)
    }
    function letter() { return substr("abcdefghijklmnopqrstuvwxyz", 1 + below(26), 1) }
    function row(truth) {
      printf "%d,%s,%s,%s,%s,%s %d,%05d,%s,%d\n", ++id, given, family, email, phone, street, house, zip, city, truth
    }
    BEGIN {
      srand(seed)
      size = split("ba ber bo cal da del do el fa fel fri ga ger go ha hel ho ka kel ko la len lo ma mer mo na nel no pa per ra rin ro sa sel so ta ter to va ver vo wa win za", syllables, " ")
      streets = split("Main Oak Pine Maple Cedar Elm Lake Hill Park View Mill Spring Ridge Church Walnut Sunset River Forest Meadow Garden", roads, " ")
      print "id,given_name,family_name,email,phone,address,zip,city,truth"
      while (id < rows) {
        person++
        given = word(often(900), 2); family = word(often(60000), 3)
        number = below(100000)
        email = chance(85) ? tolower(given) "." tolower(family) number "@mail" below(50) ".example" : ""
        phone = chance(85) ? sprintf("+1%d%03d%04d", 201 + often(700), 200 + below(799), below(10000)) : ""
        street = word(often(40000), 2) " " roads[1 + below(streets)] " Street"; house = 1 + below(999)
        zip = below(99999); city = word(often(8000), 2)
        row(person)
        if (id >= rows || !chance(25)) continue
        for (damage = below(3); damage >= 0; damage--) {
          kind = below(8)
          if (kind == 0) given = typo(given)
          else if (kind == 1) family = typo(family)
          else if (kind == 2) sub(/Street/, "St.", street)
          else if (kind == 3) email = ""
          else if (kind == 4) phone = ""
          else if (kind == 5) given = substr(given, 1, 1) "."
          else if (kind == 6) { email = email == "" ? "" : letter() below(99999) "@other.example" }
          else { street = word(often(40000), 2) " Road"; house = 1 + below(999); zip = below(99999) }
        }
        row(person)
      }
    }'
}

printf "%10s %12s %10s %10s %10s %8s %8s\n" rows pairs seconds "cpu s" precision recall F1
for rows in "${@:-10000 100000 1000000}"; do
  for count in $rows; do
    people "$count" > "$work/people.csv"
    begin=$(date +%s.%N)
    ( "$tributary" --home "$work/home" --json contacts dedupe --file "$work/people.csv" --id id --truth truth \
      --region US --out "$work/clusters.csv" > "$work/answer.json" 2> "$work/err"; times > "$work/times" ) || cat "$work/err"
    end=$(date +%s.%N)
    cpu=$(tail -n 1 "$work/times" | awk '{ split($1, t, /[ms]/); split($2, s, /[ms]/); printf "%.1f", t[1] * 60 + t[2] + s[1] * 60 + s[2] }')
    awk -v rows="$count" -v begin="$begin" -v end="$end" -v cpu="$cpu" '
      /"compared"/ { pairs = $3 + 0 } /"precision"/ { p = $3 + 0 } /"recall"/ { r = $3 + 0 } /"f1"/ { f = $3 + 0 }
      END { printf "%10d %12d %10.1f %10s %10.4f %8.4f %8.4f\n", rows, pairs, end - begin, cpu, p, r, f }' "$work/answer.json"
  done
done
