# SPDX-License-Identifier: GPL-3.0-or-later
"""The first steps of somebody who has an empty database, a file of the StatBank and a folder for Open SDG: they lead to
a goal's page on paper in under two minutes, in both languages, whatever hands take the steps."""

import os
import re
import time
from pathlib import Path

import screen
from desk import PATIENCE, SLOWNESS, run
from screen import Atspi

DANISH = {
    'locale': 'da_DK.UTF-8', 'begin': 'Ingen verdensmål endnu', 'import files': 'Importér filer',
    'import folder': 'Importér mappe', 'home': 'Hjem', 'open': 'Forhåndsvis', 'menu': 'Hovedmenu', 'no goal': 'intet verdensmål endnu',
    'goal': 'Verdensmål', 'goal name': 'Bæredygtige byer og lokalsamfund', 'title': 'Titel', 'import': 'Importér',
    'imported': 'Importeret:', 'print': 'Udskriv',
    'to file': 'Udskriv til fil', 'series': 'Antal cykler', 'particles': 'Partikler i byens luft',
}
ENGLISH = {
    'locale': 'en_GB.UTF-8', 'begin': 'No Goals Yet', 'import files': 'Import Files',
    'import folder': 'Import Folder', 'home': 'Home', 'open': 'Preview', 'menu': 'Main menu', 'no goal': 'no goal yet',
    'goal': 'Goal', 'goal name': 'Sustainable Cities and Communities', 'title': 'Title', 'import': 'Import',
    'imported': 'Imported:', 'print': 'Print',
    'to file': 'Print to File', 'series': 'Number of bicycles', 'particles': 'Particles in the air',
}

# A table as the StatBank writes it for a spreadsheet, and a folder as Open SDG has it.
STATBANK = '''"Cykler efter type og tid",,,,,,
,,,,,,
 ,2018,2019,2020,2021,2022,2023
I alt,301,312,330,338,345,361
Ladcykler,31,34,37,40,44,49
Andre,270,278,293,298,301,312
'''
OPEN_SDG = 'Year,Value\n' + ''.join(f'{year},{value}\n' for year, value in zip(range(2015, 2024), range(24, 6, -2)))
CONFIG = 'indicator_number: 11.6.2\nindicator_name: {}\n'
SECONDS = 120
MOST_STEPS = 24


steps_of_a_way = []


def told(function):
    """A step that is taken by each pair of hands."""
    steps_of_a_way.append(function)
    return function


@told
def an_empty_database_says_how_to_begin(desk, hands):
    words = hands.words
    (Path.home() / 'CYKLER.csv').write_text(STATBANK)
    for folder, name, text in (('data', 'indicator_11-6-2.csv', OPEN_SDG), ('data', 'indicator_11-1-1.csv', OPEN_SDG),
                               ('indicator-config', '11-6-2.yml', CONFIG.format(words['particles']))):
        path = Path.home() / 'sdg' / folder
        path.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    desk.locale = words['locale']
    desk.start('--empty')
    hands.begun = time.monotonic()
    desk.find(words['begin'])
    desk.find(words['import files'], Atspi.Role.PUSH_BUTTON)
    desk.find(words['import folder'], Atspi.Role.PUSH_BUTTON)


@told
def a_statbank_file_is_put_under_a_goal(desk, hands):
    words = hands.words
    hands.ask_for_files()
    hands.choose_in_home(words['import files'], 'CYKLER.csv')
    desk.find(words['no goal'])
    hands.put_under_goal('11', words['goal name'])
    desk.find(f'· {words["goal"]} 11')
    hands.call_it(words['series'])
    desk.find(f'{words["series"]} · {words["goal"]} 11')
    hands.take_in()
    # What is told for some seconds is gone before a screen has been read so many times slower.
    if SLOWNESS == 1:
        desk.find(words['imported'])


@told
def what_came_in_is_shown_and_has_the_focus(desk, hands):
    desk.find(hands.words['series'], Atspi.Role.HEADING)
    assert not screen.find('', Atspi.Role.LIST_ITEM, [Atspi.StateType.FOCUSED]), 'the focus is in the sidebar'


@told
def a_folder_is_imported_and_its_goal_shown(desk, hands):
    words = hands.words
    hands.ask_for_folder()
    hands.choose_in_home(words['import folder'], 'sdg')
    desk.find(f'{words["particles"]} · {words["goal"]} 11')
    hands.wait_for_focus(words['import'])
    hands.take_in()
    desk.find(words['goal name'], Atspi.Role.HEADING)
    for indicator in ('series', 'particles'):
        desk.find(words[indicator])


@told
def the_goal_is_printed(desk, hands):
    hands.ask_for_print()
    hands.print_to_file()
    paper = desk.folder / f'{hands.words["goal name"]}.pdf'
    assert screen.wait_for(lambda: paper.exists() and paper.read_bytes().rstrip().endswith(b'%%EOF'), PATIENCE), \
        f'there is no “{paper.name}” but {sorted(path.name for path in desk.folder.iterdir())}'
    assert re.search(rb'/Type\s*/Page\b', paper.read_bytes()), 'the paper has no page'
    if os.environ.get('UDSYN_PICTURES'):
        (Path(os.environ['UDSYN_PICTURES']) / f'first-steps-{hands.name}.pdf').write_bytes(paper.read_bytes())


@told
def it_took_few_steps_and_under_two_minutes(desk, hands):
    machine = (time.monotonic() - hands.begun) / SLOWNESS
    print(f'# {hands.name}: {hands.n_steps} steps, {hands.pace:.0f} seconds of a person, '
          f'{machine:.0f} of the machine and of looking', flush=True)
    assert hands.n_steps <= MOST_STEPS and hands.pace + machine < SECONDS
    desk.quit()


def begin(way, name, words, function):
    """The step as it is taken by these hands, which come to the desk with the first of their steps."""
    def step(desk):
        if function is steps_of_a_way[0]:
            desk.move(name)
            desk.hands = way(desk, words)
            desk.hands.name = name
        function(desk, desk.hands)
    step.told = f'{name}/{function.__name__}'
    return step


def take(name, way):
    """By these hands, in both languages. Gives what the script ends with."""
    ways = [(f'{name}-{words["locale"][:2]}', words) for words in (DANISH, ENGLISH)]
    return not run('first-steps', [begin(way, name, words, function)
                                   for name, words in ways for function in steps_of_a_way])
