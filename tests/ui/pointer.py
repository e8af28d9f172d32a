# SPDX-License-Identifier: GPL-3.0-or-later
"""Works the program by a pointer: moves it to the middle of what is named on the screen and clicks there. Letters alone
are typed."""

import subprocess
from typing import NamedTuple

import screen
from desk import PATIENCE
from hands import CHOICE, FILE, Hands
from screen import Atspi

# Seconds of somebody who looks for a place, goes there and clicks.
CLICK = 1.5
SCROLL = 0.3

MOST_SCROLLS = 20
LEFT, WHEEL_DOWN = '1', '5'


class Box(NamedTuple):
    x: int
    y: int
    width: int
    height: int


def extents(node, coordinates=Atspi.CoordType.WINDOW):
    return Box(*node.extents(coordinates))


def surface_of(node):
    """The window, dialog or popover that has it: what the program, which has no place, has it in."""
    surface = None
    while node is not None and node.is_placed():
        surface = node
        if node.is_popup():
            break
        node = node.parent()
    return surface


def windows():
    """The windows that are shown, the newest last: (x, y, width, height) each."""
    command = 'for id in $(xdotool search --onlyvisible --class udsyn); do xdotool getwindowgeometry --shell $id; done'
    said = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          timeout=PATIENCE).stdout.split()
    values = {name: [int(line.split('=')[1]) for line in said if line.startswith(f'{name}=')]
              for name in ('X', 'Y', 'WIDTH', 'HEIGHT')}
    return list(zip(*values.values()))


def corner_of(surface):
    """Where its corner is, measured from where its inside begins: from there GTK measures what is in a window, and adds
    the corner once more. A popover has a parent, and its inside begins at its corner."""
    if surface.is_popup():
        return 0, 0
    corner = extents(surface, Atspi.CoordType.PARENT)
    return corner.x, corner.y


def middle_in_surface(node, surface):
    """How far the middle of a node is from the middle of its surface. The margins inside other nodes between them are
    not told; they are small beside what one clicks at."""
    place, frame, corner = extents(node), extents(surface), corner_of(surface)
    return (place.x - frame.x + place.width // 2 - corner[0] - frame.width // 2,
            place.y - frame.y + place.height // 2 - corner[1] - frame.height // 2)


def place_of(node):
    """Where on the screen its middle is. A surface stands in the middle of its window, whatever shadow is around."""
    surface = surface_of(node)
    size = extents(surface)
    x, y, width, height = min(reversed(windows()),
                              key=lambda window: abs(window[2] - size.width) + abs(window[3] - size.height))
    right, down = middle_in_surface(node, surface)
    return x + width // 2 + right, y + height // 2 + down


def pane_of(node):
    """What it scrolls in."""
    while node is not None and node.role != Atspi.Role.SCROLL_PANE:
        node = node.parent()
    return node


def is_below(node, pane):
    place, frame = extents(node), extents(pane)
    return place.y + place.height > frame.y + frame.height


def click_at(node, times=1, button=LEFT):
    x, y = place_of(node)
    subprocess.run(['xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(times), '--delay', '50', button],
                   check=True, timeout=PATIENCE)


class Pointer(Hands):
    def scroll_to(self, node):
        """Turns the wheel over what it scrolls in until it is seen whole."""
        pane = pane_of(node)
        for _ in range(MOST_SCROLLS if pane is not None else 0):
            if not is_below(node, pane):
                return
            self.pace += SCROLL
            click_at(pane, button=WHEEL_DOWN)
            screen.wait_for(lambda: not is_below(node, pane), SCROLL)

    def click(self, node, times=1, pace=CLICK):
        self.count(pace)
        self.scroll_to(node)
        click_at(node, times)

    def press_button(self, word):
        """Other buttons, behind a dialog, may have the same word among theirs."""
        self.click(self.desk.find(word, Atspi.Role.PUSH_BUTTON, [Atspi.StateType.SENSITIVE], whole=True))

    def choose(self, word, role, pace=CHOICE):
        self.click(self.desk.find(word, role), pace=pace)

    def choose_in_menu(self, word):
        self.press_button(self.words['menu'])
        self.choose(word, Atspi.Role.MENU_ITEM)

    def ask_for_files(self):
        self.press_button(self.words['import files'])

    def ask_for_folder(self):
        self.choose_in_menu(self.words['import folder'])

    def choose_in_home(self, title, name):
        """In the toolkit's own dialog: home among the places, what is wanted in the list, and the button."""
        self.desk.go_to_window(title)
        self.choose(self.words['home'], Atspi.Role.LABEL)
        self.choose(name, Atspi.Role.TABLE_ROW, pace=FILE)
        self.press_button(self.words['open'])
        self.leave_dialog()

    def put_under_goal(self, number, name):
        self.choose(self.words['goal'], Atspi.Role.COMBO_BOX, pace=CLICK)
        self.choose(f'{number} · {name}', Atspi.Role.LIST_ITEM)

    def call_it(self, title):
        """Three clicks select what stands in the field."""
        self.click(self.desk.find(self.words['title'], Atspi.Role.TEXT), times=3)
        self.type(title)

    def take_in(self):
        self.press_button(self.words['import'])

    def ask_for_print(self):
        self.choose_in_menu(self.words['print'])

    def print_to_file(self):
        self.desk.go_to_window(self.words['print'])
        self.choose(self.words['to file'], Atspi.Role.TABLE_ROW)
        self.press_button(self.words['print'])
        self.leave_dialog()
