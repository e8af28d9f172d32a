# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself, on a database of its own, as somebody meets it who hears the screen and has a keyboard; and how a
day of steps, each after the other, is told as a test."""

import os
import subprocess
import tempfile
from pathlib import Path

import screen
from screen import Atspi

PROGRAM = Path(os.environ['UDSYN_BUILD']) / 'src' / 'app' / 'udsyn'
PATIENCE = 20
MOST_NAMES = 2000
MOST_STOPS = 80


class Desk:
    """A database of its own, and the program on it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.program = None
        self.n_keys = 0

    def start(self, *files):
        environment = os.environ | {'LC_ALL': 'da_DK.UTF-8', 'TEXTDOMAINDIR': os.environ['UDSYN_TEST_LOCALEDIR'],
                                    'G_DEBUG': 'fatal-warnings', 'GTK_A11Y': 'atspi',
                                    'GSETTINGS_BACKEND': 'keyfile'}
        self.program = subprocess.Popen([PROGRAM, f'--database={self.folder / "udsyn.db"}', *files], env=environment)
        self.go_to_window('Udsyn')

    def go_to_window(self, title):
        """Gives it the keyboard, as a desktop does with a window that comes or is left over."""
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', title, 'windowfocus', '--sync'],
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
        self.n_keys += len(keys)
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True, timeout=PATIENCE)

    def type(self, text):
        self.n_keys += len(text)
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


def run(suite, steps):
    """Takes the steps in their order, in one place; what comes after one that fails is not tried."""
    reason = None
    print(f'1..{len(steps)}', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder)
        for number, function in enumerate(steps, 1):
            name = f'/{suite}/{function.__name__.replace("_", "-")}'
            try:
                assert reason is None, 'the step before did not succeed'
                function(desk)
                print(f'ok {number} {name}', flush=True)
            except (AssertionError, subprocess.SubprocessError) as failure:
                reason = failure
                print(f'not ok {number} {name}\n# {reason}', flush=True)
        desk.end()
    return reason is None
