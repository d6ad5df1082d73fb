#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
#
# What ./run and ./test do once they stand in a place where Maakland can be built (root.sh brings them there).
# Build folders lie in the clone, so that two clones never share one.
set -eu
top=$MAAKLAND_TOP
what=$1; shift

say () { printf '%s\n' "$*" >&2; }

# Native and root builds do not mix; a root made anew (another package list) starts a fresh build.
place=$(if [ -e /.whole ]; then echo root; else echo native; fi)
stamp=$(if [ -e /.whole ]; then sha256sum <"$top/.ci/packages" | cut -c1-12; else echo native; fi)

# build FOLDER TARGET OPTION...: configures when needed and compiles; quiet unless it fails.
build () {
  folder=$top/build/$1 target=$2; shift 2
  # The root is the same everywhere, so that a warning there is a fault of ours.
  [ "$place" = native ] || set -- -Dwerror=true "$@"
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.place" 2>/dev/null)" != "$stamp $*" ]; then rm -rf "$folder"; fi
  mkdir -p "$folder"
  if [ ! -f "$folder/build.ninja" ]; then
    say "Configuring $(basename "$folder") ..."
    meson setup "$folder" "$top" "$@" >"$folder/setup.log" 2>&1 || { tail -n 30 "$folder/setup.log" >&2; exit 1; }
    printf '%s\n' "$stamp $*" >"$folder/.place"
    say "Building (a few minutes, once) ..."
  fi
  ninja -C "$folder" "$target" >"$folder/ninja.log" 2>&1 || { grep -E -A12 'FAILED|error:|warning:' "$folder/ninja.log" | head -n 60 >&2; say "The build failed; $folder/ninja.log holds all of it."; exit 1; }
}

# has_display: whether there is a screen to open a window on.
has_display () {
  case ${WAYLAND_DISPLAY:-} in
    '') ;;
    /*) [ ! -S "$WAYLAND_DISPLAY" ] || return 0 ;;
    *) [ ! -S "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" ] || return 0 ;;
  esac
  [ -n "${DISPLAY:-}" ]
}

# run_window ARGUMENT...: opens the window; with --screenshot it is drawn on a private screen instead.
run_window () {
  # The program is not installed: its words and settings lie in the build folder.
  export MAAKLAND_LOCALE_DIR="$folder/po" GSETTINGS_SCHEMA_DIR="$folder/data"
  language=en
  case ${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in nl*) language=nl ;; esac
  for argument; do
    case $argument in
      --screenshot|--screenshot=*) exec "$top/tests/ui/with-display.sh" --size 2560x1600 --build "$folder" --language $language "$folder/src/maakland" "$@" ;;
      --help*|--version|-h) exec "$folder/src/maakland" "$@" ;;
    esac
  done
  has_display || { say "There is no display here, so the window cannot open; ./run --screenshot FILE draws it into a picture."; exit 1; }
  if [ "$place" = root ]; then
    # The root knows two locales, and has no service that keeps settings: a file does.
    if [ $language = nl ]; then export LC_ALL=nl_NL.UTF-8; else export LC_ALL=en_GB.UTF-8; fi
    export GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-keyfile}"
    # Who is root only in this namespace takes the own number again, or the session bus refuses.
    if [ "${MAAKLAND_UID:-0}" != 0 ]; then
      exec unshare --user --map-user="$MAAKLAND_UID" --map-group="$MAAKLAND_GID" "$folder/src/maakland" "$@"
    fi
  fi
  exec "$folder/src/maakland" "$@"
}

run_example () {
  out=$top/out
  cli=$folder/src/cli/maakland-cli
  plan=$top/data/examples/overijssel.maakland.json
  mkdir -p "$out"
  for language in nl en; do
    say "Making the example's documents and maps ($language) ..."
    "$cli" export "$plan" --language $language -o "$out/overijssel-$language.pdf"
    "$cli" map --dataset gva-industry --language $language --region PV23 -o "$out/industry-$language.png"
    "$cli" map --dataset gva-industry --metric ratio-gdp --language $language --region PV23 -o "$out/industry-gdp-$language.pdf"
    "$cli" map --dataset gva-industry --metric lq --language $language --region PV23 -o "$out/industry-lq-$language.svg"
  done
  printf 'The documents and maps of the example are in %s:\n' "$out"
  ls "$out"
}

# suite_run BUILD LOG LOCALE [MESON-TEST-ARGUMENT...]: one pass of meson test; its cases are counted at the end.
suite_run () {
  folder=$top/build/$1 log=$2 locale=$3; shift 3
  status=0
  LC_ALL=$locale LANGUAGE= meson test -C "$folder" --no-rebuild --logbase "$log" --print-errorlogs "$@" || status=$?
  results="$results $folder/meson-logs/$log.junit.xml=$status"
}

test_all () {
  # Nothing of the person is touched or read: home, settings, cache and display are the tests' own.
  home=$(mktemp -d "${TMPDIR:-/tmp}/maakland-test.XXXXXX")
  trap 'rm -rf "$home"' EXIT
  trap 'exit 130' INT TERM
  mkdir -p "$home/config" "$home/data" "$home/cache" "$home/state" "$home/run"
  chmod 700 "$home/run"
  export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" \
    XDG_STATE_HOME="$home/state" XDG_RUNTIME_DIR="$home/run"
  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  results=
  if [ $# -gt 0 ]; then
    build "$place" all
    only=; for suite; do only="$only --suite $suite"; done
    # shellcheck disable=SC2086
    suite_run "$place" plain en_GB.UTF-8 $only
  else
    build "$place" all
    suite_run "$place" plain en_GB.UTF-8
    suite_run "$place" dutch nl_NL.UTF-8 --suite core --suite render
    say "Building with sanitizers ..."
    build "$place-sanitize" all -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1
    export ASAN_OPTIONS=detect_leaks=1:verify_asan_link_order=0:allocator_may_return_null=1
    export LSAN_OPTIONS=suppressions=$top/tests/lsan.supp:print_suppressions=0
    export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
    suite_run "$place-sanitize" sanitize en_GB.UTF-8 --suite core --suite render --suite cli --suite shell --timeout-multiplier 6
  fi
  # shellcheck disable=SC2086
  python3 "$top/tests/count.py" $results
}

case $what in
  run)
    build "$place" program
    case ${1:-} in
      cli) shift; exec "$folder/src/cli/maakland-cli" "$@" ;;
      example) run_example ;;
      *) run_window "$@" ;;
    esac ;;
  test) test_all "$@" ;;
esac
