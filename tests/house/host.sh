# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a script needs to get its tools onto the host it runs on: root where there is root to be had, packages, and the
# package mirror. Sourced by tests/env and flatpak/common.sh, which bring `say` and `die`.

as_root ()
{
  if ((UID == 0)); then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else return 1
  fi
}

# need_tools COMMAND=PACKAGE…: installs the packages of those commands that are missing.
need_tools ()
{
  local pair packages=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || packages+=("${pair#*=}")
  done
  [[ ${#packages[@]} -eq 0 ]] || install_packages "${packages[@]}"
}

install_packages ()
{
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install --yes --quiet
                 --no-install-recommends "$@")
  command -v apt-get >/dev/null ||
    die "missing: $*. Install them with this system's package manager, or run in a Debian 13" \
        'container, where `apt-get install $(tests/env --packages)` is all the tests need.'
  say "installing $* …"
  as_root "${install[@]}" >&2 || { as_root apt-get update --quiet >&2 && as_root "${install[@]}" >&2; } ||
    die "missing, and could not be installed. As root: apt-get install $*"
}

# The mirror the host's own apt uses for Debian; nothing where apt knows none.
find_mirror ()
{
  local mirror
  command -v apt-get >/dev/null || return 0
  mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
             sed -n 's/^Debian //p' | head -n 1) || true
  # Before the first `apt-get update` there are no labels yet.
  [[ -n $mirror ]] ||
    mirror=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
               grep '/debian/\?$' | head -n 1) || true
  echo "$mirror"
}
