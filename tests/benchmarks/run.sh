#!/bin/bash
# Builds the release preset and prints how fast the program is beside the goals. Needs a machine with nothing else to do.
set -euo pipefail
cd "$(dirname "$0")/../.."

cmake --preset release > /dev/null
cmake --build --preset release --target benchmarks

cd build/release
load=$(cut -d ' ' -f 1 /proc/loadavg)
echo "Load before the start: $load on $(nproc) processors. Above 1, the figures say little."
run=()
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  if command -v xvfb-run > /dev/null; then
    run=(xvfb-run -a -s '-screen 0 1440x900x24')
  else
    export QT_QPA_PLATFORM=offscreen
  fi
fi
exec "${run[@]}" tests/benchmarks/benchmarks "$@"
