#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
#
# Runs a command before a screen of its own: a private X server, window manager, D-Bus session and accessibility bus, and a
# home that is thrown away afterwards. Nothing of the person who calls it is seen or touched. The uninstalled program
# finds its translations and settings in the build folder.
#
#   with-display.sh [OPTION ...] COMMAND [ARGUMENT ...]
#     --size WxH      size of the screen; 1280x800 unless told
#     --language L    nl or en; en unless told
#     --build FOLDER  the build folder; $MAAKLAND_BUILD or build/dev of the clone unless told
#     --home FOLDER   a home that stays, to start again with what an earlier run left
#     --no-wm         no window manager
#     --tap           where a tool is missing, print a skipped case that names it, for the test runner
# Exit 77 where a tool is missing, with its name; else what the command says.
set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)
size=1280x800 language=en build=${MAAKLAND_BUILD:-$top/build/dev} home='' manager=yes tap=no
while [ $# -gt 0 ]; do
  case $1 in
    --size) size=$2; shift 2 ;;
    --language) language=$2; shift 2 ;;
    --build) build=$(cd "$2" && pwd); shift 2 ;;
    --home) mkdir -p "$2"; home=$(cd "$2" && pwd); shift 2 ;;
    --no-wm) manager=no; shift ;;
    --tap) tap=yes; shift ;;
    --) shift; break ;;
    -*) echo "with-display.sh: no such option: $1" >&2; exit 2 ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || { echo "with-display.sh: which command?" >&2; exit 2; }
case $language in
  nl) locale=nl_NL.UTF-8 ;;
  en) locale=en_GB.UTF-8 ;;
  *) echo "with-display.sh: --language nl or en" >&2; exit 2 ;;
esac
for tool in Xvfb dbus-run-session openbox xdotool; do
  command -v $tool >/dev/null 2>&1 && continue
  if [ $tap = yes ]; then printf 'ok 1 the window # SKIP %s is not installed\n1..1\n' $tool; exit 0; fi
  echo "with-display.sh: $tool is not installed" >&2; exit 77
done

own=$(mktemp -d /tmp/maakland-display.XXXXXX)
server=''
clean () {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$own"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP

[ -n "$home" ] || home=$own/home
mkdir -p "$own/run" "$home/config/gtk-4.0" "$home/data" "$home/cache" "$home/state"
chmod 700 "$own/run"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS NO_AT_BRIDGE XAUTHORITY GTK_THEME
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" \
  XDG_STATE_HOME="$home/state" XDG_RUNTIME_DIR="$own/run"
export LC_ALL=$locale LANGUAGE=$language
export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=atspi ADW_DISABLE_PORTAL=1 GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-memory}"
export MAAKLAND_BUILD="$build" MAAKLAND_SOURCE="$top" MAAKLAND_LOCALE_DIR="$build/po" GSETTINGS_SCHEMA_DIR="$build/data"
# Pictures and waits do not depend on where an animation stands.
printf '[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n' >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
# Without a compositor the toolkit draws a frame of its own around a window; here a window is as large as it says.
printf 'window.csd, window.solid-csd { margin: 0; padding: 0; border: none; box-shadow: none; outline: none; }\n' >"$XDG_CONFIG_HOME/gtk-4.0/gtk.css"
mkdir -p "$own/openbox"
cat >"$own/openbox/rc.xml" <<'END'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <theme><keepBorder>no</keepBorder></theme>
  <placement><policy>Smart</policy></placement>
  <applications><application class="*"><decor>no</decor><focus>yes</focus></application></applications>
</openbox_config>
END

# The server writes its number once it listens.
Xvfb -displayfd 9 -screen 0 "${size}x24" -fbdir "$own" -nolisten tcp -noreset 9>"$own/number" 2>"$own/server.log" &
server=$!
tries=0
while [ ! -s "$own/number" ]; do
  tries=$((tries + 1))
  if [ $tries -gt 300 ] || ! kill -0 $server 2>/dev/null; then
    echo "with-display.sh: Xvfb did not start:" >&2; cat "$own/server.log" >&2; exit 1
  fi
  sleep 0.1
done
DISPLAY=:$(cat "$own/number")
# The picture of the screen, for tests that look.
export DISPLAY MAAKLAND_SCREEN="$own/Xvfb_screen0"
# The bus is given the display, so it starts after it. What the bus and its services say stays in its log.
status=0
MAAKLAND_MANAGER=$manager MAAKLAND_OWN=$own dbus-run-session -- sh -c '
  own=$MAAKLAND_OWN manager=$MAAKLAND_MANAGER
  exec 1>&3 2>&4 3>&- 4>&-
  unset MAAKLAND_OWN MAAKLAND_MANAGER
  if [ $manager = yes ]; then
    openbox --sm-disable --config-file "$own/openbox/rc.xml" >/dev/null 2>&1 &
    tries=0
    until xdotool get_num_desktops >/dev/null 2>&1 || [ $tries -gt 100 ]; do tries=$((tries + 1)); sleep 0.05; done
    xdotool mousemove $(xdotool getdisplaygeometry)
  fi
  "$@"' sh "$@" 3>&1 4>&2 >"$own/bus.log" 2>&1 || status=$?
exit $status
