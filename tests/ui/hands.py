# SPDX-License-Identifier: GPL-3.0-or-later
"""Works the program by keys alone, and counts what a person would need for it; what other hands have of the same."""

import time

import screen
from desk import PATIENCE
from screen import Atspi

# Seconds of somebody who knows what is wanted and reads what is there.
KEY, LETTER, CHOICE, FILE = 1, 0.3, 2, 3

MOST_ROWS = 4
MOST_STOPS = 3


class Hands:
    def __init__(self, desk, words):
        self.desk, self.words = desk, words
        self.pace = 0
        self.n_steps = 0
        self.begun = time.monotonic()

    def count(self, seconds):
        self.pace += seconds
        self.n_steps += 1

    def type(self, text):
        self.count(LETTER * len(text))
        self.desk.type(text)

    def wait_for_focus(self, word, role=None):
        """The focus is, or soon will be, where that is said."""
        def look():
            node = self.desk.get_focus()
            return node is not None and word in node.name and role in (None, node.role)
        assert screen.wait_for(look, PATIENCE), f'the focus is not on “{word}”'

    def leave_dialog(self):
        self.desk.go_to_window('Udsyn')


class Keys(Hands):
    def press(self, *keys, pace=KEY):
        for key in keys:
            self.count(pace)
            self.desk.press(key)

    def ask_for_files(self):
        self.press('ctrl+o')

    def ask_for_folder(self):
        self.press('ctrl+shift+o')

    def choose_in_home(self, title, name):
        """In the toolkit's own dialog: home, and down to what is wanted."""
        def is_selected():
            return screen.find(name, Atspi.Role.TABLE_ROW, [Atspi.StateType.SELECTED])
        self.desk.go_to_window(title)
        self.desk.find(self.words['home'])
        self.press('alt+Home')
        self.desk.find(name, Atspi.Role.TABLE_ROW)
        self.count(FILE)
        for _ in range(MOST_ROWS):
            if screen.wait_for(is_selected, 1):
                break
            self.press('Down')
        assert is_selected(), f'the arrow does not lead to “{name}”'
        self.press('Return')
        self.leave_dialog()

    def put_under_goal(self, number, name):
        self.wait_for_focus(self.words['goal'], Atspi.Role.COMBO_BOX)
        self.press('space', pace=CHOICE)
        self.wait_for_focus('', Atspi.Role.ENTRY)
        self.type(number)
        self.press('Return')

    def call_it(self, title):
        """The goal has the focus; what stands in the field after it is selected, and typing replaces it."""
        self.press('Tab')
        self.wait_for_focus(self.words['title'])
        self.type(title)

    def take_in(self):
        """The button is what Enter presses, wherever the focus is."""
        self.press('Return')

    def ask_for_print(self):
        self.press('ctrl+p')

    def go_back_to(self, word):
        """From the list of printers back over the tabs, and from the first control of the dialog to its last."""
        focus = self.desk.get_focus()
        for _ in range(MOST_STOPS):
            self.count(KEY)
            focus = self.desk.step_on('shift+Tab', focus)
            assert focus, 'Shift+Tab leads nowhere'
            if focus.name == word:
                return
        raise AssertionError(f'Shift+Tab does not lead to “{word}”')

    def print_to_file(self):
        self.desk.go_to_window(self.words['print'])
        self.desk.find(self.words['to file'], Atspi.Role.TABLE_ROW)
        self.press('Tab')
        self.wait_for_focus(self.words['to file'], Atspi.Role.TABLE_ROW)
        self.press('space', pace=CHOICE)
        self.desk.find(self.words['print'], Atspi.Role.PUSH_BUTTON, [Atspi.StateType.SENSITIVE])
        self.go_back_to(self.words['print'])
        self.press('space')
        self.leave_dialog()
