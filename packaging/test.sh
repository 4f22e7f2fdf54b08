#!/bin/bash
# Installs what is missing, then builds and runs all tests, headless: first as they are,
# then with the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

need "${build_packages[@]}" "${test_packages[@]}"
for preset in dev asan; do
    cmake --preset "$preset"
    cmake --build --preset "$preset"
    ctest --preset "$preset" --parallel "$(nproc)"
done
echo "All tests passed, also with sanitizers, after $((SECONDS / 60)) minutes."
