#!/bin/bash
# The desktop files and the Debian package, built and looked at by the usual checkers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

desktop-file-validate resources/desktop/*.desktop
appstreamcli validate --no-net resources/desktop/*.metainfo.xml

cmake --preset release
cmake --build --preset release --target smarketing-workbook
rm -f build/release/*.deb
(cd build/release && cpack)
lintian --allow-root --fail-on error,warning build/release/*.deb
