#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a screen reader would find in Udsyn's windows. As a program it prints every name, one a line, as soon as WORD is
# among them:
#   tests/ui/screen.py WORD SECONDS     exit status 1 when the word has not appeared by then
# As a module it is how tests look at a window and work it from outside. It asks the accessibility bus itself, for all of
# the screen at a time: the bindings ask for each thing alone and wait for it, which takes ten times as long.

import sys
import time
from functools import cache, cached_property

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE, ACTION, COMPONENT, TEXT = (f"org.a11y.atspi.{name}" for name in
                                       ("Accessible", "Action", "Component", "Text"))
PROPERTIES = "org.freedesktop.DBus.Properties"
DESKTOP = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
CACHE = "/org/a11y/atspi/cache"
NOWHERE = "/org/a11y/atspi/null"
PATIENCE = 5000  # milliseconds


@cache
def bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None)
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address.unpack()[0], flags, None, None)


def ask_all(places, interface, method, arguments=None):
    """Asks all of them at once; None is the answer of what has vanished meanwhile."""
    answers = {}

    def on_answer(connection, result, i):
        try:
            answers[i] = connection.call_finish(result).unpack()
        except GLib.Error:
            answers[i] = None

    for i, (owner, path) in enumerate(places):
        bus().call(owner, path, interface, method, arguments, None, 0, PATIENCE, None, on_answer, i)
    while len(answers) < len(places):
        GLib.MainContext.default().iteration(True)
    return [answers[i] for i in range(len(places))]


class Node:
    """Something on the screen. What is asked of it once stays as it was then."""

    def __init__(self, owner, path):
        self.place = (owner, path)

    def __eq__(self, other):
        return isinstance(other, Node) and self.place == other.place

    def __hash__(self):
        return hash(self.place)

    def ask(self, interface, method, arguments=None):
        return ask_all([self.place], interface, method, arguments)[0]

    @cached_property
    def role(self):
        (role,) = self.ask(ACCESSIBLE, "GetRole") or (Atspi.Role.INVALID,)
        return role

    @cached_property
    def interfaces(self):
        (interfaces,) = self.ask(ACCESSIBLE, "GetInterfaces") or ([],)
        return interfaces

    def has_states(self, states):
        return all(self.states[state // 32] >> state % 32 & 1 for state in map(int, states))

    def parent(self):
        """What it is in; None of the program itself."""
        answer = self.ask(PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Parent")))
        if answer is None or answer[0][1] == NOWHERE or self.place[1] == DESKTOP[1]:
            return None
        return Node(*answer[0])

    def children(self):
        wanted = ask_all([self.place], ACCESSIBLE, "GetChildren")[0]
        inside = {tuple(place) for place in wanted[0]} if wanted else set()
        return [node for node in everything() if node.place in inside]

    def is_placed(self):
        return COMPONENT in self.interfaces

    def is_popup(self):
        return self.ask(COMPONENT, "GetLayer") == (Atspi.ComponentLayer.POPUP,)

    def extents(self, coordinates):
        """x, y, width and height."""
        answer = self.ask(COMPONENT, "GetExtents", GLib.Variant("(u)", (coordinates,)))
        assert answer is not None, f"“{self.name}” has vanished"
        return answer[0]

    def do(self):
        """What a screen reader does to a button."""
        return self.ask(ACTION, "DoAction", GLib.Variant("(i)", (0,))) == (True,)


def tree():
    """The places of everything there is, each before what is in it."""
    children, level = {}, [DESKTOP]
    while level:
        for place, answer in zip(level, ask_all(level, ACCESSIBLE, "GetChildren")):
            children[place] = [tuple(child) for child in answer[0]] if answer else []
        level = [child for place in level for child in children[place] if child not in children]

    def below(place):
        for child in children[place]:
            yield child
            yield from below(child)
    return list(below(DESKTOP))


def texts_at(places):
    counts = ask_all(places, PROPERTIES, "Get", GLib.Variant("(ss)", (TEXT, "CharacterCount")))
    longest = max((answer[0] for answer in counts if answer), default=0)
    return [answer[0] if answer else "" for answer in ask_all(places, TEXT, "GetText",
                                                              GLib.Variant("(ii)", (0, longest)))]


def labels_of(places):
    """What they are labelled by need not be among the nodes."""
    labels = []
    for answer in ask_all(places, ACCESSIBLE, "GetRelationSet"):
        relations = dict(answer[0]) if answer else {}
        labels.append(tuple(relations.get(Atspi.RelationType.LABELLED_BY, [DESKTOP])[0]))
    return labels


def name_all(nodes):
    """What has no name says its text; an item of a menu, that of its label."""
    items = [node for node in nodes if node.role == Atspi.Role.MENU_ITEM]
    others = [node for node in nodes if node not in items and TEXT in node.interfaces]
    places = labels_of([node.place for node in items]) + [node.place for node in others]
    for node, text in zip(items + others, texts_at(places)):
        node.name = text


def everything():
    """All nodes as they are now, each before what is in it, with name, role and states; what vanishes while we look is
    left out. The name is what a screen reader says."""
    places = tree()
    owners = list(dict.fromkeys(owner for owner, path in places))
    facts = {tuple(item[0]): item for answer in ask_all([(owner, CACHE) for owner in owners], "org.a11y.atspi.Cache",
                                                        "GetItems") if answer for item in answer[0]}
    nodes = []
    for place in places:
        if place not in facts:
            continue
        node = Node(*place)
        node.interfaces, node.name, node.role, _, node.states = facts[place][5:]
        nodes.append(node)
    name_all([node for node in nodes if not node.name])
    return nodes


def names():
    return [node.name for node in everything() if node.name]


def is_called(node, word, whole):
    return node.name.rstrip(" …") == word if whole else word in node.name


def find(word, role=None, states=(), whole=False):
    """The first node on the screen whose name has the word in it, or is the whole word, with that role and those
    states."""
    wanted = (Atspi.StateType.SHOWING, *states)
    for node in everything():
        if is_called(node, word, whole) and role in (None, node.role) and node.has_states(wanted):
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
