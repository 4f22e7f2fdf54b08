#!/bin/bash
# Makes the README's pictures from the built program: the example workbook, on a fixed day, on a display of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

need "${build_packages[@]}" xvfb xauth xdotool scrot faketime
if [ -z "${SCREENSHOTS_DISPLAY:-}" ]; then
    cmake --preset release
    cmake --build --preset release --target smarketing-workbook
    SCREENSHOTS_DISPLAY=1 exec xvfb-run --auto-servernum --server-args='-screen 0 1440x900x24' "$0"
fi

program=build/release/app/smarketing-workbook
pictures=resources/readme
folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data LC_ALL=C.UTF-8 LANG=C.UTF-8
export FAKETIME_DONT_FAKE_MONOTONIC=1
"$program" new "$folder/Example.smarketing" --starter example

# picture THEME KEY NAME: the tab that the key leads to.
picture() {
    mkdir -p "$XDG_CONFIG_HOME/smarketing-workbook"
    printf '[General]\ntheme=%s\nname=Noor Haddad\nguideShown=true\n' "$1" \
        >"$XDG_CONFIG_HOME/smarketing-workbook/settings.ini"
    faketime -f '@2026-11-20 10:00:00' "$program" "$folder/Example.smarketing" 2>/dev/null &
    local window
    window=$(xdotool search --sync --onlyvisible --name 'Smarketing Workbook' | head -n 1)
    xdotool windowmove "$window" 0 0 windowsize --sync "$window" 1440 900 windowfocus "$window"
    sleep 2
    xdotool key "$2"
    sleep 2
    scrot --overwrite "$pictures/$3.png"
    xdotool key ctrl+q
    wait
}

for theme in light dark; do
    picture "$theme" ctrl+1 "overview-$theme"
    picture "$theme" ctrl+5 "funnel-$theme"
done
