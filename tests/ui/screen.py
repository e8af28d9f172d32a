#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a screen reader would find in Udsyn's windows. As a program it prints every name, one a line, as soon as WORD is
# among them:
#   tests/ui/screen.py WORD SECONDS     exit status 1 when the word has not appeared by then
# As a module it is how tests look at a window and work it from outside.

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def desktop():
    """Everything there is now. Who came while nobody listened is not in what the bindings remember."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        continue
    root = Atspi.get_desktop(0)
    root.clear_cache()
    return root


def nodes(node):
    """A node and everything in it; what vanishes while we look is left out."""
    try:
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return
    yield node
    for child in children:
        if child is not None:
            yield from nodes(child)


def label_of(node):
    """What it is labelled by, which need not be among the nodes."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return name_of(relation.get_target(0))
    return ""


def name_of(node):
    """What a screen reader says: the name, or the text where there is no name."""
    try:
        name = node.get_name()
        if not name and node.get_role() == Atspi.Role.MENU_ITEM:
            return label_of(node)
        if name or node.get_text_iface() is None:
            return name
        # What the object itself calls get_text() depends on its interfaces, which come when they please.
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    except GLib.Error:
        return ""


def has_states(node, states):
    try:
        found = node.get_state_set()
    except GLib.Error:
        return False
    return all(found.contains(state) for state in states)


def has_role(node, role):
    try:
        return role is None or node.get_role() == role
    except GLib.Error:
        return False


def names():
    return [name for name in map(name_of, nodes(desktop())) if name]


def is_called(node, word, whole):
    name = name_of(node)
    return name.rstrip(" …") == word if whole else word in name


def find(word, role=None, states=(), whole=False):
    """The first node on the screen whose name has the word in it, or is the whole word, with that role and those
    states."""
    wanted = (Atspi.StateType.SHOWING, *states)
    for node in nodes(desktop()):
        if is_called(node, word, whole) and has_role(node, role) and has_states(node, wanted):
            return node
    return None


def wait_for(look, seconds):
    """What `look` finds, as soon as it finds something; None where it does not in that time."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found or time.monotonic() > end:
            return found
        time.sleep(0.05)


def main():
    word, seconds = sys.argv[1], float(sys.argv[2])
    if wait_for(lambda: any(word in name for name in names()), seconds):
        print("\n".join(names()))
        return 0
    print("\n".join(names()), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
