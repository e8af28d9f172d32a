# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself, on a database of its own, as somebody meets it who hears the screen and has a keyboard, or a
pointer beside it; and how a day of steps, each after the other, is told as a test."""

import os
import subprocess
import tempfile
from pathlib import Path

import screen
from screen import Atspi

PROGRAM = Path(os.environ['UDSYN_BUILD']) / 'src' / 'app' / 'udsyn'
SLOWNESS = int(os.environ.get('UDSYN_SLOWNESS', '1'))  # what runs under sanitizers is so many times slower
PATIENCE = 20 * SLOWNESS
# The whole program ends with its windows, which the system takes; leaks are found where tests take windows down.
SANITIZED = {'ASAN_OPTIONS': f'{os.environ.get("ASAN_OPTIONS", "")}:detect_leaks=0'}
MOST_NAMES = 2000
MOST_STOPS = 80


class Desk:
    """A database of its own, and the program on it."""

    def __init__(self, folder):
        self.home = self.folder = Path(folder)
        self.locale = 'da_DK.UTF-8'
        self.program = None

    def move(self, name):
        """Begins anew, in a folder inside this one; what is printed to a file goes there too."""
        self.end()
        self.folder = self.home / name
        self.folder.mkdir()

    def start(self, *files):
        environment = os.environ | SANITIZED | {
            'LC_ALL': self.locale, 'TEXTDOMAINDIR': os.environ['UDSYN_TEST_LOCALEDIR'],
            'G_DEBUG': 'fatal-warnings', 'GTK_A11Y': 'atspi', 'GSETTINGS_BACKEND': 'keyfile'}
        self.program = subprocess.Popen([PROGRAM, f'--database={self.folder / "udsyn.db"}', *files], env=environment,
                                        cwd=self.folder)
        self.go_to_window('Udsyn')

    def go_to_window(self, title):
        """Gives it the keyboard, as a desktop does with a window that comes or is left over."""
        # A window may just be going when it is found, and never answers.
        command = ['timeout', '2', 'xdotool', 'search', '--sync', '--onlyvisible', '--name', title,
                   'windowfocus', '--sync']
        assert screen.wait_for(lambda: subprocess.run(command).returncode == 0, PATIENCE), \
            f'the window “{title}” does not take the keyboard'

    def quit(self):
        self.press('ctrl+q')
        assert self.program.wait(PATIENCE) == 0, 'the program did not end well'

    def end(self):
        if self.program is not None and self.program.poll() is None:
            self.program.kill()

    def find(self, word, role=None, states=(), whole=False):
        node = screen.wait_for(lambda: screen.find(word, role, states, whole), PATIENCE)
        assert node, f'“{word}” is nowhere; there is: ' + ' | '.join(screen.names())[:MOST_NAMES].replace('\n', ' ')
        return node

    def press(self, *keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True, timeout=PATIENCE)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--clearmodifiers', text], check=True, timeout=PATIENCE)

    def do(self, word, role):
        """Presses a button as a screen reader does."""
        assert self.find(word, role).do(), f'“{word}” cannot be pressed'

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
        while focus is None or word not in focus.name:
            focus = self.step_on('Tab', focus)
            assert focus, f'Tab leads nowhere after {seen}'
            seen.append(focus.name)
            assert len(seen) < MOST_STOPS, f'Tab does not lead to “{word}” but to {seen}'
        self.press('Return')


def run(suite, steps):
    """Takes the steps in their order, in one place; what comes after one that fails is not tried. A step is a function,
    called as it is or as `told` says."""
    reason = None
    print(f'1..{len(steps)}', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder)
        for number, function in enumerate(steps, 1):
            name = f'/{suite}/{getattr(function, "told", function.__name__).replace("_", "-")}'
            try:
                assert reason is None, 'the step before did not succeed'
                function(desk)
                print(f'ok {number} {name}', flush=True)
            except (AssertionError, subprocess.SubprocessError) as failure:
                reason = failure
                print(f'not ok {number} {name}\n# {reason}', flush=True)
        desk.end()
    return reason is None
