#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself, in Danish, as somebody meets it who hears the screen and has a keyboard: one working day."""

import re

import screen
from desk import PATIENCE, run
from screen import Atspi

TABLE = 'Year,Value\n2015,10\n2016,elleve\n2017,12\n'

steps = []


def step(function):
    steps.append(function)
    return function


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
    points = [point.name for point in chart.children()]
    assert len(points) > 1 and all(re.match(r'\d{4}: \d', point) for point in points), points


@step
def a_cell_says_where_it_is(desk):
    desk.do('Redigér værdier', Atspi.Role.PUSH_BUTTON)
    desk.find('Ny række, Periode', states=[Atspi.StateType.FOCUSED])
    desk.press('Up', 'Right')
    focus = screen.wait_for(lambda: screen.find(', Værdi', states=[Atspi.StateType.FOCUSED]), PATIENCE)
    assert focus and re.match(r'\d{4}, Værdi: [\d.,]+$', focus.name), focus and focus.name


@step
def alt_and_left_goes_back_and_what_was_typed_is_kept(desk):
    desk.press('alt+Left')
    desk.find('CO2', Atspi.Role.LIST)
    desk.do('Redigér værdier', Atspi.Role.PUSH_BUTTON)
    desk.find('Ny række, Periode', states=[Atspi.StateType.FOCUSED])
    desk.press('Up', 'Right')
    desk.type('7')
    desk.press('alt+Left')
    desk.find('CO2', Atspi.Role.LIST)
    desk.find('“Værdi” for')
    desk.press('ctrl+z')
    desk.find('Fortrudt: “Værdi” for')


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


raise SystemExit(not run('end-to-end', steps))
