#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a screen reader would find in Udsyn's windows: prints every name, one a line, as soon as WORD is among them.
#   flatpak/screen.py WORD SECONDS     exit status 1 when the word has not appeared by then

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def names(node):
    """The names of a node and of everything in it; what vanishes while we look is left out."""
    try:
        yield node.get_name()
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return
    for child in children:
        if child is not None:
            yield from names(child)


def main():
    word, seconds = sys.argv[1], float(sys.argv[2])
    end = time.monotonic() + seconds
    while True:
        found = [name for name in names(Atspi.get_desktop(0)) if name]
        if any(word in name for name in found):
            print("\n".join(found))
            return 0
        if time.monotonic() > end:
            print("\n".join(found), file=sys.stderr)
            return 1
        time.sleep(0.2)


sys.exit(main())
