#!/bin/bash
# Fuzzes the reading of CSV, of XLSX and of saved mappings, one after the other: tests/fuzz/run.sh [MINUTES] [PART…].
# What is found is left in build/fuzz/found; mend it, and put the input into tests/fuzz/corpus.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

minutes=${1:-10}
parts=("${@:2}")
[ ${#parts[@]} -gt 0 ] || parts=(csv xlsx mapping)

cmake --preset fuzz > /dev/null
cmake --build --preset fuzz
mkdir -p build/fuzz/found
for part in "${parts[@]}"; do
    # What each run learns is kept beside the corpus for the next one; what is worth it goes into the corpus by -merge=1.
    mkdir -p "build/fuzz/grown/$part"
    echo "$part: $minutes minutes"
    "build/fuzz/tests/fuzz/fuzz_$part" -max_total_time=$((minutes * 60)) -max_len=2048 -timeout=20 -rss_limit_mb=2048 \
        -dict="tests/fuzz/$part.dict" -artifact_prefix="build/fuzz/found/$part-" -print_final_stats=1 -verbosity=0 \
        "build/fuzz/grown/$part" "tests/fuzz/corpus/$part"
done
