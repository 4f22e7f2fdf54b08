#!/bin/bash
# Installs what is missing, builds the program and opens the example workbook.
# Without a display it exports the example's PDF instead and says where it lies.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

need "${build_packages[@]}"
cmake --preset release
cmake --build --preset release --target smarketing-workbook

program=build/release/app/smarketing-workbook
example=build/example.smarketing
[ -e "$example" ] || "$program" new "$example" --starter example

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" "$example"
fi
"$program" export "$example" --to build/example.pdf
echo "There is no display here. The example as a PDF: $PWD/build/example.pdf"
