#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself, in Danish, as somebody meets it who hears the screen and has a keyboard: one working day."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# What the bindings warn of when a program comes or goes is no fault of ours; the program's own warnings end it.
if os.environ.pop('G_DEBUG', None) is not None:
    os.execv(__file__, sys.argv)

import screen  # noqa: E402
from screen import Atspi  # noqa: E402

PROGRAM = Path(os.environ['UDSYN_BUILD']) / 'src' / 'app' / 'udsyn'
PATIENCE = 20
MOST_NAMES = 2000
MOST_STOPS = 80
TABLE = 'Year,Value\n2015,10\n2016,elleve\n2017,12\n'

steps = []


def step(function):
    steps.append(function)
    return function


class Desk:
    """A database of its own, and the program on it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.program = None

    def start(self, *files):
        environment = os.environ | {'LC_ALL': 'da_DK.UTF-8', 'TEXTDOMAINDIR': os.environ['UDSYN_TEST_LOCALEDIR'],
                                    'G_DEBUG': 'fatal-warnings', 'GTK_A11Y': 'atspi',
                                    'GSETTINGS_BACKEND': 'keyfile'}
        self.program = subprocess.Popen([PROGRAM, f'--database={self.folder / "udsyn.db"}', *files], env=environment)
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', 'Udsyn', 'windowfocus', '--sync'],
                       check=True, timeout=PATIENCE)

    def quit(self):
        self.press('ctrl+q')
        assert self.program.wait(PATIENCE) == 0, 'the program did not end well'

    def end(self):
        if self.program is not None and self.program.poll() is None:
            self.program.kill()

    def find(self, word, role=None, states=()):
        node = screen.wait_for(lambda: screen.find(word, role, states), PATIENCE)
        assert node, f'“{word}” is nowhere; there is: ' + ' | '.join(screen.names())[:MOST_NAMES].replace('\n', ' ')
        return node

    def press(self, *keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True, timeout=PATIENCE)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--clearmodifiers', text], check=True, timeout=PATIENCE)

    def do(self, word, role):
        """Presses a button as a screen reader does."""
        assert self.find(word, role).get_action_iface().do_action(0)

    def step_on(self, key, before):
        """Where the focus is after a key that moves it."""
        self.press(key)
        return screen.wait_for(lambda: self.get_focus(but=before), PATIENCE)

    def get_focus(self, but=None):
        node = screen.find('', states=[Atspi.StateType.FOCUSED])
        return node if node is not None and node != but else None

    def open(self, word):
        """Goes on with Tab to a row or a tile and opens it."""
        self.find(word)
        focus, seen = self.get_focus(), []
        while focus is None or word not in screen.name_of(focus):
            focus = self.step_on('Tab', focus)
            assert focus, f'Tab leads nowhere after {seen}'
            seen.append(screen.name_of(focus))
            assert len(seen) < MOST_STOPS, f'Tab does not lead to “{word}” but to {seen}'
        self.press('Return')


@step
def the_views_are_found_by_name(desk):
    desk.start()
    for view in ('Verdensmål', 'Netværk', 'Begivenheder', 'Delegationer'):
        desk.find(view, Atspi.Role.LIST_ITEM)


@step
def a_goal_and_its_indicator_open(desk):
    desk.open('Verdensmål 13: Klimaindsats')
    desk.find('Klimaindsats', Atspi.Role.HEADING)
    desk.open('CO2')


@step
def the_status_is_a_sentence(desk):
    desk.find('Værdien var ')


@step
def the_chart_is_read_point_by_point(desk):
    chart = desk.find('CO2', Atspi.Role.LIST)
    points = [screen.name_of(chart.get_child_at_index(i)) for i in range(chart.get_child_count())]
    assert len(points) > 1 and all(re.match(r'\d{4}: \d', point) for point in points), points


@step
def it_ends_by_keyboard(desk):
    desk.press('alt+3')
    desk.find('UIA’s 28. verdenskongres')
    desk.quit()


@step
def a_file_given_to_it_is_shown_and_imported(desk):
    table = desk.folder / 'indicator_7-1-1.csv'
    table.write_text(TABLE)
    desk.start(table)
    desk.find('indicator_7-1-1.csv')
    desk.find('elleve')
    desk.do('Importér', Atspi.Role.PUSH_BUTTON)
    desk.find('Importeret:')


@step
def the_import_is_undone_by_keyboard(desk):
    desk.press('ctrl+z')
    desk.find('Fortrudt:')


@step
def search_finds_over_everything(desk):
    desk.press('ctrl+f')
    desk.find('skriv begyndelsen af ord')
    desk.type('eurocit')
    desk.find('Eurocities', Atspi.Role.LIST_ITEM)


@step
def started_again_it_shows_the_same_view(desk):
    desk.quit()
    desk.start()
    desk.find('Begivenheder', Atspi.Role.LIST_ITEM, [Atspi.StateType.SELECTED])
    desk.find('UIA’s 28. verdenskongres')
    desk.quit()


def main():
    reason = None
    print(f'1..{len(steps)}', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder)
        for number, function in enumerate(steps, 1):
            name = f'/end-to-end/{function.__name__.replace("_", "-")}'
            try:
                assert reason is None, 'the step before did not succeed'
                function(desk)
                print(f'ok {number} {name}', flush=True)
            except (AssertionError, subprocess.SubprocessError) as failure:
                reason = failure
                print(f'not ok {number} {name}\n# {reason}', flush=True)
        desk.end()
    raise SystemExit(reason is not None)


main()
