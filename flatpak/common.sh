# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the scripts of this folder share: names, messages, the cache, sessions and displays. Sourced, never run.

app_id=dk.kk.Udsyn
runtime_branch=51
app_remote=udsyn
runtime_remote=udsyn-runtime
checkout=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/udsyn
mkdir -p "$cache"
. "$checkout/tests/house/host.sh"

# flatpak remarks on every call that its launchers are not on this path.
data_home=${XDG_DATA_HOME:-$HOME/.local/share}
export XDG_DATA_DIRS=$data_home/flatpak/exports/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}

say () { printf 'flatpak/%s: %s\n' "${0##*/}" "$*" >&2; }
die () { say "$@"; exit 1; }

# lock WHAT FOLDER: waits until nobody else is at it. The lock goes with the process, whatever becomes of it.
lock ()
{
  exec 9>"$2/$1.lock"
  flock --nonblock 9 || { say "another $1 is at work; waiting for it …"; flock 9; }
}

# Directories of unpacked runtimes and of installations may be read-only.
remove_trees ()
{
  local tree
  for tree in "$@"; do
    [[ -e $tree ]] || continue
    chmod -R u+rwX "$tree"
    rm -rf --one-file-system "$tree"
  done
}

# A bus and what it starts would mix remarks about activation with our output. So they get none, and the command
# run on the bus takes the real one from descriptors 3 and 4.
quietly=(bash -c 'exec "$@" >&3 2>&4 3>&- 4>&-' -)

# Starts the script again in a session with a bus and a runtime folder, where it was started outside one: installing
# asks the bus about parental controls, and the accessibility bus lives on it.
ensure_session ()
{
  if [[ -z ${DBUS_SESSION_BUS_ADDRESS:-} || -z ${XDG_RUNTIME_DIR:-} ]]; then
    need_tools dbus-run-session=dbus-daemon
    XDG_RUNTIME_DIR=$(mktemp -d)
    export XDG_RUNTIME_DIR
    trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
    dbus-run-session -- "${quietly[@]}" "$(readlink -f "$0")" "$@" 3>&1 4>&2 >/dev/null 2>&1
    exit
  fi
  [[ -S /run/dbus/system_bus_socket ]] || export DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
}

# Runs a command on a virtual display with a session bus of its own; both end with it.
on_virtual_display ()
{
  env --unset=WAYLAND_DISPLAY xvfb-run --auto-servernum --server-args='-screen 0 1280x900x24 -nolisten tcp' \
    dbus-run-session -- "${quietly[@]}" "$@" 3>&1 4>&2 >/dev/null 2>&1
}
