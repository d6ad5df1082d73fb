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

# build FOLDER OPTION...: configures when needed and compiles; quiet unless it fails.
build () {
  folder=$top/build/$1; shift
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.place" 2>/dev/null)" != "$stamp" ]; then rm -rf "$folder"; fi
  mkdir -p "$folder"
  if [ ! -f "$folder/build.ninja" ]; then
    say "Configuring $(basename "$folder") ..."
    meson setup "$folder" "$top" "$@" >"$folder/setup.log" 2>&1 || { tail -n 30 "$folder/setup.log" >&2; exit 1; }
    printf '%s\n' "$stamp" >"$folder/.place"
  fi
  ninja -C "$folder" >"$folder/ninja.log" 2>&1 || { grep -E -A12 'FAILED|error:|warning:' "$folder/ninja.log" | head -n 60 >&2; say "The build failed; $folder/ninja.log holds all of it."; exit 1; }
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
    build "$place" -Dwerror=true
    only=; for suite; do only="$only --suite $suite"; done
    # shellcheck disable=SC2086
    suite_run "$place" plain en_GB.UTF-8 $only
  else
    build "$place" -Dwerror=true
    suite_run "$place" plain en_GB.UTF-8
    suite_run "$place" dutch nl_NL.UTF-8 --suite core --suite render
    say "Building with sanitizers ..."
    build "$place-sanitize" -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1
    export ASAN_OPTIONS=detect_leaks=1:verify_asan_link_order=0:allocator_may_return_null=1
    export LSAN_OPTIONS=suppressions=$top/tests/lsan.supp:print_suppressions=0
    export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
    suite_run "$place-sanitize" sanitize en_GB.UTF-8 --suite core --suite render --suite cli --timeout-multiplier 6
  fi
  # shellcheck disable=SC2086
  python3 "$top/tests/count.py" $results
}

case $what in
  run)
    build "$place"
    case ${1:-} in
      cli) shift; exec "$folder/src/cli/maakland-cli" "$@" ;;
      '') run_example ;;
      *) say "./run takes no argument, or: cli ARGUMENTS"; exit 2 ;;
    esac ;;
  test) test_all "$@" ;;
esac
