#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
#
# Finds or makes a place where Maakland can be built: this machine itself when it is new enough (Debian 13 or
# later with the packages of `packages`), else a private Debian 13 root in the cache folder, made once and entered
# with unshare and pivot_root. Not chroot: sandboxes do not nest in it, and leak checkers need a /proc.
#
#   root.sh COMMAND [ARGUMENT ...]   runs COMMAND there, in the folder from which root.sh was called
#   root.sh --where                  prints "native" or the folder of the root
#
# The name of the root holds a hash of the package list and of the recipe, so that a changed list makes a fresh
# root; roots that no clone entered for two weeks are removed. Exit 77: it cannot be had here; one sentence says why.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
suite=trixie
recipe=2 # raised when make_root changes what a root holds
# A user's PATH often lacks the folders of pivot_root and newuidmap's friends.
PATH=$PATH:/usr/sbin:/sbin
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/maakland

say () { printf '%s\n' "$*" >&2; }
give_up () { say "maakland: $*"; exit 77; }

is_native () {
  [ -z "${MAAKLAND_FORCE_ROOT:-}" ] || return 1
  command -v meson >/dev/null 2>&1 && command -v ninja >/dev/null 2>&1 && command -v blueprint-compiler >/dev/null 2>&1 || return 1
  pkg-config --exists 'glib-2.0 >= 2.84' 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'shumate-1.0 >= 1.4' 'json-glib-1.0 >= 1.10' 'pangocairo >= 1.56' 'md4c >= 0.5' libxml-2.0 2>/dev/null
}

list_packages () { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/packages"; }

hash_of_list () { { list_packages; echo "$suite $recipe"; } | sha256sum | cut -c1-12; }

need_tool () {
  command -v mmdebstrap >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing mmdebstrap ..."
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends mmdebstrap; } >/dev/null 2>&1 \
      || give_up "mmdebstrap could not be installed; install it by hand (apt install mmdebstrap) and try again."
  else
    give_up "this system is older than Debian 13; install mmdebstrap and uidmap (sudo apt install mmdebstrap uidmap) and try again, so that a private build environment can be made."
  fi
}

# A user's root is owned by the ids that were lent to that user: they are needed to enter and to remove it too.
users=''; [ "$(id -u)" = 0 ] || users='--user --map-root-user --map-auto'

# shellcheck disable=SC2086
remove () { if [ -n "$users" ]; then unshare $users rm -rf "$@"; else rm -rf "$@"; fi; }

remove_unused () {
  find "$cache" -maxdepth 1 -name 'root-*.used' -mtime +14 | while read -r mark; do
    remove "${mark%.used}" "$mark"
  done
}

make_root () {
  need_tool
  say "Making a private Debian 13 root for building, once (about three minutes, 1.5 GB) in $root"
  mode=root; [ "$(id -u)" = 0 ] || mode=unshare
  new=$root.new.$$
  remove "$new"
  log=$cache/root.log
  mmdebstrap --mode=$mode --variant=apt --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --include="$(list_packages | paste -sd,)" \
    --customize-hook='printf "nl_NL.UTF-8 UTF-8\nen_GB.UTF-8 UTF-8\n" > "$1/etc/locale.gen"; chroot "$1" locale-gen >/dev/null' \
    --customize-hook='printf "%s\n" "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><alias binding=\"same\"><family>sans-serif</family><prefer><family>Inter</family></prefer></alias></fontconfig>" > "$1/etc/fonts/local.conf"' \
    --customize-hook='chroot "$1" fc-cache -s >/dev/null 2>&1 || true' \
    --customize-hook='touch "$1/.whole"' \
    "$suite" "$new" >"$log" 2>&1 &
  maker=$!
  # One line a while, so that nobody thinks that it hangs.
  while kill -0 "$maker" 2>/dev/null; do
    sleep 1
    step=$(sed -n 's/^I: //p' "$log" 2>/dev/null | tail -n 1)
    if [ "$step" != "${shown:-}" ]; then say "  $step"; shown=$step; fi
  done
  wait "$maker" || { tail -n 5 "$log" >&2; remove "$new"; give_up "the private root could not be made; $log says why. A network is needed once."; }
  mv "$new" "$root"
  remove_unused
}

if is_native; then
  [ "${1:-}" = --where ] && { echo native; exit 0; }
  exec "$@"
fi

root=$cache/root-$(hash_of_list)
if [ ! -e "$root/.whole" ]; then
  mkdir -p "$cache"
  # Two clones at once: the second waits for the first, and then finds the root whole.
  exec 9>"$cache/root.lock"
  flock 9 2>/dev/null || true
  [ -e "$root/.whole" ] || make_root
  exec 9>&-
fi
[ "${1:-}" = --where ] && { echo "$root"; exit 0; }

# A new mount namespace (and, for a user, a user namespace), in which the root becomes / and the folders of
# persons and of the kernel are bound over it, so that every path on the command line means the same as outside.
touch "$root.used"
MAAK_ROOT=$root MAAK_TOP=$top MAAK_CWD=$(pwd) MAAKLAND_UID=$(id -u) MAAKLAND_GID=$(id -g)
export MAAK_ROOT MAAK_TOP MAAK_CWD MAAKLAND_UID MAAKLAND_GID
# shellcheck disable=SC2086
exec unshare $users --mount --propagation private sh -c '
  set -eu
  # nosuid: for a user, the owner of the setuid programs of the root is not the root of the namespace.
  mount --rbind "$MAAK_ROOT" "$MAAK_ROOT"
  mount -o remount,bind,nosuid "$MAAK_ROOT"
  bind () { mkdir -p "$MAAK_ROOT$1" && mount --rbind "$1" "$MAAK_ROOT$1"; }
  for d in /dev /proc /sys /run; do [ -d $d ] && bind $d || true; done
  for d in /*; do
    case $d in /bin|/sbin|/lib*|/usr|/etc|/var|/boot|/dev|/proc|/sys|/run|/lost+found|/oldroot) continue ;; esac
    { [ -d "$d" ] && [ ! -L "$d" ]; } || continue
    bind "$d"
  done
  for d in "$MAAK_TOP" "$MAAK_CWD" "${TMPDIR:-/tmp}" "${HOME:-/root}"; do
    case $d in /usr/*|/var/*) bind "$d" ;; esac
  done
  cp -f /etc/resolv.conf "$MAAK_ROOT/etc/resolv.conf" 2>/dev/null || true
  cd "$MAAK_ROOT"
  mkdir -p oldroot
  pivot_root . oldroot
  umount -l /oldroot
  cd "$MAAK_CWD"
  unset MAAK_ROOT MAAK_TOP MAAK_CWD OLDPWD LD_LIBRARY_PATH PYTHONHOME PYTHONPATH
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  exec "$@"' sh "$@"
