#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first steps of somebody who has an empty database, a file of the StatBank, a folder for Open SDG and a keyboard:
they lead to a goal's page and to the printer, by keys alone and by few of them."""

import os
import sys
import time
from pathlib import Path

# What the bindings warn of when a program comes or goes is no fault of ours; the program's own warnings end it.
if os.environ.pop('G_DEBUG', None) is not None:
    os.execv(__file__, sys.argv)

import screen  # noqa: E402
from desk import PATIENCE, run  # noqa: E402
from screen import Atspi  # noqa: E402

STATBANK = 'TID;INDHOLD\n2020;1,5\n2021;2,5\n2022;3,25\n'
OPEN_SDG = 'Year,Value\n2020,1.5\n2021,2\n'
CONFIG = 'indicator_number: 11.6.2\nindicator_name: Fine partikler i byens luft\n'
MOST_ROWS = 3
MOST_KEYS = 60
MOST_SECONDS = 120

steps = []
begun = time.monotonic()


def step(function):
    steps.append(function)
    return function


def wait_for_focus(desk, word, role=None):
    """The focus is, or soon will be, where that is said."""
    def look():
        node = desk.get_focus()
        return node is not None and word in screen.name_of(node) and (role is None or node.get_role() == role)
    assert screen.wait_for(look, PATIENCE), f'the focus is not on “{word}”'


def choose_in_home(desk, title, name):
    """In the toolkit's own dialog: home, and down to what is wanted."""
    def is_selected():
        return screen.find(name, Atspi.Role.TABLE_ROW, [Atspi.StateType.SELECTED])
    desk.go_to_window(title)
    desk.find('Hjem')
    desk.press('alt+Home')
    desk.find(name, Atspi.Role.TABLE_ROW)
    for _ in range(MOST_ROWS):
        if screen.wait_for(is_selected, 1):
            break
        desk.press('Down')
    desk.press('Return')
    desk.go_to_window('Udsyn')


@step
def an_empty_database_says_how_to_begin(desk):
    (Path.home() / 'FOLK1A.csv').write_text(STATBANK)
    for folder, name, text in (('data', 'indicator_11-6-2.csv', OPEN_SDG), ('data', 'indicator_11-1-1.csv', OPEN_SDG),
                               ('indicator-config', '11-6-2.yml', CONFIG)):
        path = Path.home() / 'sdg' / folder
        path.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    desk.start('--empty')
    desk.find('Ingen verdensmål endnu')
    desk.find('Importér filer', Atspi.Role.PUSH_BUTTON)
    desk.find('Importér mappe', Atspi.Role.PUSH_BUTTON)


@step
def a_statbank_file_is_put_under_a_goal(desk):
    desk.press('ctrl+o')
    choose_in_home(desk, 'Importér filer', 'FOLK1A.csv')
    desk.find('FOLK1A · intet verdensmål endnu')
    wait_for_focus(desk, 'Verdensmål', Atspi.Role.COMBO_BOX)
    desk.press('space')
    wait_for_focus(desk, '', Atspi.Role.ENTRY)
    desk.type('11')
    desk.press('Return')
    desk.find('FOLK1A · Verdensmål 11')
    desk.press('Tab')
    wait_for_focus(desk, 'Titel')
    desk.type('Folketal')
    desk.find('Folketal · Verdensmål 11')
    desk.press('Return')
    desk.find('Importeret:')


@step
def what_came_in_is_shown_and_has_the_focus(desk):
    desk.find('Folketal', Atspi.Role.HEADING)
    assert not screen.find('', Atspi.Role.LIST_ITEM, [Atspi.StateType.FOCUSED]), 'the focus is in the sidebar'


@step
def a_folder_is_imported_and_its_goal_shown(desk):
    desk.press('ctrl+shift+o')
    choose_in_home(desk, 'Importér mappe', 'sdg')
    desk.find('Fine partikler i byens luft · Verdensmål 11')
    wait_for_focus(desk, 'Importér')
    desk.press('Return')
    desk.find('Bæredygtige byer', Atspi.Role.HEADING)
    for indicator in ('Folketal', 'Fine partikler i byens luft'):
        desk.find(indicator)


@step
def the_goal_goes_to_the_printer(desk):
    desk.press('ctrl+p')
    desk.go_to_window('Udskriv')
    desk.press('Escape')
    desk.go_to_window('Udsyn')


@step
def it_took_few_keys_and_little_time(desk):
    seconds = time.monotonic() - begun
    print(f'# {desk.n_keys} keys, {seconds:.0f} seconds', flush=True)
    assert desk.n_keys <= MOST_KEYS and seconds < MOST_SECONDS
    desk.quit()


raise SystemExit(not run('first-steps', steps))
