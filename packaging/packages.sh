# shellcheck shell=bash
# The packages of Debian and Ubuntu that the project needs, and how to get them. Sourced by the other scripts.

build_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev libgl-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqpdf-dev libquazip1-qt6-dev libexpat1-dev libuchardet-dev libgmp-dev libsqlite3-dev
    libqt6sql6-sqlite fonts-noto-core
)
test_packages=(poppler-utils qpdf postgresql libqt6sql6-psql libqt6sql6-odbc odbc-postgresql)
lint_packages=(
    clang-14 clang-format-14 clang-tidy-14 clazy git shellcheck
    desktop-file-utils appstream lintian dpkg-dev file
)
export build_packages test_packages lint_packages

# Leaves those of `missing` that apt knows: some releases have within another package what others have in one
# of its own.
keep_known() {
    local package known=()
    for package in "${missing[@]}"; do
        ! apt-cache show "$package" >/dev/null 2>&1 || known+=("$package")
    done
    missing=("${known[@]}")
}

# Installs those of the named packages that are missing, and says which.
need() {
    local package missing=() as_root=()
    if ! command -v apt-get >/dev/null; then
        echo "There is no apt-get here. If the build fails, install what these Debian packages hold: $*"
        return
    fi
    for package in "$@"; do
        [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            missing+=("$package")
    done
    if apt-cache show "$1" >/dev/null 2>&1; then # its lists are there
        keep_known
    fi
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "As root, install: ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update --quiet
    keep_known
    echo "Installing: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --quiet --yes --no-install-recommends "${missing[@]}"
}
