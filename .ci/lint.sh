#!/bin/bash
# Format, clang-tidy, clazy, shellcheck. Fails on any finding.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

git ls-files '*.cpp' '*.h' | xargs clang-format-14 --dry-run --Werror
git ls-files '*.sh' .ci/run | xargs shellcheck --external-sources

# Both linters read the compile commands of the preset "lint". Of that build they need only what moc makes.
# clang-tidy takes the files of a library several at a time: most of its time goes into the headers of Qt.
cmake --preset lint
cmake --preset lint -B build/lint-unity -D SMARKETING_UNITY=ON
find build/lint build/lint-unity/models build/lint-unity/widgets build/lint-unity/app -name AutogenInfo.json \
     -not -path '*_resources_*' -exec cmake -E cmake_autogen {} Debug \;

# Each plural of the sources has its two English forms.
cmake --build --preset lint --target widgets_lupdate
git diff --exit-code translations
if grep --quiet unfinished translations/smarketing-workbook_en.ts; then
    echo 'Fill in the unfinished plurals of translations/smarketing-workbook_en.ts' >&2
    exit 1
fi

# One file: prints and fails if the linter named by $LINT finds anything.
check() {
    local found
    if ! found=$($LINT "$1" 2>&1) || grep --quiet 'warning:' <<<"$found"; then
        echo "$found"
        return 1
    fi
}
export -f check

lint() {
    LINT=$1 xargs --max-procs="$(nproc)" -I FILE bash -c 'check FILE'
}
echo "clang-tidy"
{
    git ls-files 'app/*.cpp'
    find build/lint-unity -path '*/Unity/*.cxx'
} | lint "clang-tidy-14 -p build/lint-unity --quiet --checks=-bugprone-suspicious-include --header-filter=/(app|models|widgets)/[a-z/_]*\.(h|cpp)\$"
echo "clazy"
clazy="clazy-standalone -p build/lint --header-filter=/(app|models|widgets|tests)/ --checks=level0,no-non-pod-global-static,no-const-signal-or-slot"
# libqpdf's headers are more than clang 14 understands in C++20.
git ls-files 'app/*.cpp' 'models/*.cpp' 'widgets/*.cpp' ':!widgets/report/marks/pdf_marks.cpp' | lint "$clazy,level1"
git ls-files 'tests/*.cpp' ':!tests/widgets/report/tst_report_pdf.cpp' | lint "$clazy"
