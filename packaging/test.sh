#!/bin/bash
# Installs what is missing, then builds the program and all tests with the address and
# undefined-behaviour sanitizers, and runs them headless.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

need "${build_packages[@]}" "${test_packages[@]}"
cmake --preset asan
cmake --build --preset asan
ctest --preset asan --parallel "$(nproc)"
echo "All tests passed, with sanitizers, after $((SECONDS / 60)) minutes."
