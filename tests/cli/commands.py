#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands do what their descriptions say, say what they did not do, and answer machines in JSON."""

import json
import os
import subprocess
import tempfile
import zipfile
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

PROGRAM = Path(os.environ['UDSYN_BUILD']) / 'src' / 'app' / 'udsyn'
PROBLEMS = 1
NOT_DONE = 2

tests = []


def promise(function):
    tests.append(function)
    return function


class Desk:
    """A database of its own, and the commands on it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.database = self.folder / 'udsyn.db'

    def run(self, *arguments, status=0, language=''):
        environment = {**os.environ, 'LANGUAGE': language, 'TEXTDOMAINDIR': os.environ['UDSYN_TEST_LOCALEDIR'],
                       **({'LC_ALL': 'da_DK.UTF-8'} if language == 'da' else {})}
        result = subprocess.run([PROGRAM, f'--database={self.database}', '--empty', *map(str, arguments)],
                                capture_output=True, text=True, timeout=60, env=environment)
        assert result.returncode == status, f'{arguments}: {result.returncode}: {result.stderr or result.stdout}'
        return result

    def lines(self, *arguments, **options):
        return self.run(*arguments, **options).stdout.splitlines()

    def json(self, *arguments):
        return [json.loads(line) for line in self.lines(*arguments, '--json')]

    def add(self, kind, **fields):
        return self.lines('add', kind, *(f'{name}={value}' for name, value in fields.items()))[0]


@promise
def what_is_added_is_listed_and_shown(desk):
    made = desk.add('indicator', code='11.6.2', title_da='Fine partikler', title_en='Fine particles')
    [listed] = desk.json('list', 'indicator')
    assert listed['id'] == made and listed['code'] == '11.6.2' and listed['title'] == 'Fine particles'
    assert listed['progress']['status'] == 'not-available' and listed['progress']['reason'] == 'no-data'
    [shown] = desk.json('show', 'indicator', made)
    assert shown['title_da'] == 'Fine partikler'


@promise
def a_record_is_known_by_its_code_or_number(desk):
    made = desk.add('indicator', code='11.6.2', title_en='Fine particles')
    desk.add('goal', number=11, name_en='Sustainable cities')
    assert desk.json('show', 'indicator', '11.6.2')[0]['id'] == made
    assert desk.json('show', 'goal', '11')[0]['name_en'] == 'Sustainable cities'
    desk.run('set', 'indicator', '11.6.2', 'title_en=Particles', 'goal=11')
    assert desk.json('show', 'indicator', '11.6.2')[0]['goal'] == desk.json('show', 'goal', '11')[0]['id']
    assert '“number” = “12”' in desk.run('set', 'indicator', '11.6.2', 'goal=12', status=NOT_DONE).stderr
    assert [change['record'] for change in desk.json('history', 'indicator', '11.6.2')] == [made, made]
    assert '“code” = “11.6.3”' in desk.run('show', 'indicator', '11.6.3', status=NOT_DONE).stderr
    assert 'eleven' in desk.run('delete', 'goal', 'eleven', status=NOT_DONE).stderr
    desk.run('delete', 'indicator', '11.6.2')
    assert desk.lines('list', 'indicator') == []
    assert len(desk.json('history', 'indicator', made)) == 3


@promise
def a_code_may_be_written_as_open_sdg_names_its_files(desk):
    made = desk.add('indicator', code='3.3.1', title_en='New HIV infections')
    assert desk.json('show', 'indicator', '3-3-1')[0]['id'] == made
    own = desk.add('indicator', code='3-3-1', title_en='Our own')
    assert desk.json('show', 'indicator', '3-3-1')[0]['id'] == own, 'a code with hyphens is itself first'
    assert '“3-3-2”' in desk.run('show', 'indicator', '3-3-2', status=NOT_DONE).stderr
    table = desk.folder / 'values.csv'
    table.write_text('Year,Value\n2020,1\n')
    for code, meant in (('6-3-1-a', '6.3.1.a'), ('11-10-12', '11.10.12'), ('cph-bike', 'cph-bike'), ('2020-plan', '2020-plan')):
        desk.run('import', f'--indicator={code}', table)
        assert desk.json('show', 'indicator', meant)[0]['code'] == meant


@promise
def lists_begin_with_what_commands_know_a_record_by(desk):
    goal = desk.add('goal', number=11, name_en='Sustainable cities')
    bare = desk.add('city', name_en='Oslo')
    desk.add('city', name_en='Malmö', code='malmo', country='SE')
    network = desk.add('network', name_en='Eurocities', code='eurocities')
    desk.add('membership', network=network, city='malmo', valid_from='2010')
    desk.add('agreement', title_en='Treaty', code='oslo-2020')
    indicator = desk.add('indicator', code='11.6.2', title_en='Fine particles', goal=goal)
    series = desk.add('series', indicator=indicator, unit='µg', breakdown='{"Sex":"Women"}')
    desk.add('observation', series=series, period=2020, value='10.5')
    for kind, row in (('goal', '11  Sustainable cities'), ('indicator', '11.6.2  Fine particles'),
                      ('network', 'eurocities  Eurocities'), ('agreement', 'oslo-2020  Treaty')):
        assert desk.lines('list', kind) == [row], desk.lines('list', kind)
    assert desk.lines('list', 'city') == [f'{"malmo":36}  Malmö', f'{bare}  Oslo']
    for kind, title in (('membership', 'Eurocities · Malmö · 2010'), ('series', 'Fine particles · µg · Women'),
                        ('observation', 'Fine particles · µg · Women · 2020: 10.5')):
        [row] = desk.lines('list', kind)
        assert row[36:] == f'  {title}', row
    assert desk.lines('search', 'particles') == ['indicator 11.6.2  Fine particles']
    assert desk.json('show', 'city', 'malmo')[0]['country'] == 'SE'
    assert len(desk.lines('list', 'indicator', '--where=goal=11')) == 1
    desk.add('goal', number=12, name_en='Responsible consumption')
    assert desk.lines('list', 'indicator', '--where=goal=12') == []


@promise
def a_network_is_known_by_its_short_name(desk):
    desk.add('network', code='who-hcn', name_en='WHO European Healthy Cities Network', short_name='WHO')
    for name in ('WHO', 'who-hcn', 'WHO European Healthy Cities Network'):
        assert desk.json('show', 'network', name)[0]['code'] == 'who-hcn', name


@promise
def a_code_that_means_several_is_refused(desk):
    for year in (2000, 2026):
        desk.add('administration', code='TMF', name_en='Environment', valid_from=year)
    assert 'more than one' in desk.run('show', 'administration', 'TMF', status=NOT_DONE).stderr


@promise
def another_record_is_named_by_its_code_or_its_name(desk):
    desk.add('network', code='harbours', name_en='Harbour Cities')
    desk.add('organisation', name_en='Water Institute', name_da='Vandinstituttet')
    desk.add('membership', network='harbours', organisation='Water Institute')
    for condition in ('network=harbours', 'network=Harbour Cities', 'organisation=Vandinstituttet'):
        assert len(desk.json('list', 'membership', f'--where={condition}')) == 1, condition
    refused = desk.run('list', 'membership', '--where=organisation=Nobody', status=NOT_DONE)
    assert 'Nobody' in refused.stderr and 'organisation' in refused.stderr, refused.stderr
    assert desk.json('list', 'membership', '--where=city=') == desk.json('list', 'membership')


@promise
def every_command_says_how_it_is_written(desk):
    said = desk.run('--help').stdout
    names = [line.split()[0] for line in said.partition('Commands:')[2].partition('\n\n')[0].splitlines() if line]
    assert len(names) == 20 and 'list' in names and 'redo' in names, names
    assert desk.run('help').stdout == said
    for name in names:
        plain = desk.run(name, '--help').stdout
        assert plain.startswith(f'udsyn {name} – ') and f'\n  udsyn {name}' in plain, plain
        assert 'Usage:' in plain and 'Example:' in plain, plain
        usages = plain.partition('Usage:\n')[2].partition('\n\n')[0].splitlines()
        assert all(line.startswith(f'  udsyn {name}') for line in usages), usages
        assert desk.run('help', name).stdout == plain
        danish = desk.run(name, '-h', language='da').stdout
        assert 'Brug:' in danish and 'Eksempel:' in danish and 'Usage' not in danish, danish
        for word in ('KIND', 'FILE', 'FOLDER', 'CODE', 'VALUE', 'TEXT', 'GROUP', 'COMMAND'):
            assert word not in danish, danish
    assert not desk.database.exists(), 'help opens nothing'
    assert 'Skriv: udsyn show TYPE' in desk.run('show', status=NOT_DONE, language='da').stderr


@promise
def a_date_that_is_none_is_refused(desk):
    refused = desk.run('list', 'event', '--from=tomorrow', status=NOT_DONE)
    assert 'tomorrow' in refused.stderr and '--from' in refused.stderr
    assert '2022-13' in desk.run('list', 'event', '--to=2022-13', status=NOT_DONE).stderr


@promise
def a_report_is_written_as_pdf_and_as_nothing_else(desk):
    output = desk.folder / 'report.doc'
    assert '.pdf' in desk.run('report', 'goals', f'--output={output}', status=NOT_DONE).stderr
    assert not output.exists()


@promise
def members_are_those_of_the_day_and_say_since_when(desk):
    network = desk.add('network', name_en='Harbour Cities', code='harbours')
    for name, span in (('Hamburg', {'valid_from': '2015-06-01', 'valid_to': '2018'}), ('Oslo', {'valid_from': '2017'}),
                       ('Genoa', {})):
        desk.add('membership', network=network, city=desk.add('city', name_en=name), **span)

    def members(*options):
        return sorted(line.split('  ')[1] for line in desk.lines('list', 'membership', *options))

    question = ['--where=network=harbours']
    assert members(*question, '--on=2015-05-31') == ['Harbour Cities · Genoa · since when is not known']
    assert members(*question, '--on=2015-06-01') == ['Harbour Cities · Genoa · since when is not known',
                                                     'Harbour Cities · Hamburg · 1 June 2015 · until 2018']
    assert len(members(*question, '--on=2017')) == 3
    assert len(members(*question, '--on=2019-01-01')) == 2
    assert len(members(*question)) == 3
    for options, words in (([ 'membership', '--on=then'], '--on'), (['goal', '--on=2020'], 'no first and last day')):
        assert words in desk.run('list', *options, status=NOT_DONE).stderr


@promise
def networks_are_printed_all_or_one(desk):
    desk.add('network', name_en='Harbour Cities', code='harbours')
    for name in ([], ['harbours'], ['Harbour Cities']):
        output = desk.folder / 'networks.pdf'
        desk.run('report', 'networks', *name, f'--output={output}')
        assert output.read_bytes().startswith(b'%PDF')
        output.unlink()


@promise
def a_city_is_briefed_on_by_its_code_or_its_name(desk):
    desk.run('add', 'city', 'code=hamburg', 'name_da=Hamborg', 'name_en=Hamburg', 'country=Tyskland')
    desk.run('add', 'city', 'code=aarhus', 'name_da=Aarhus', 'country=DK')
    desk.run('add', 'city', 'code=other', 'name_da=Aarhus', 'country=US')
    for name in ('hamburg', 'Hamburg', 'Hamborg'):
        output = desk.folder / f'{name}.pdf'
        desk.run('report', 'city', name, f'--output={output}')
        assert output.read_bytes().startswith(b'%PDF')
    [city] = desk.json('show', 'city', 'Hamborg', '--json')
    assert city['country'] == 'DE', city
    for name, word in (('Atlantis', 'Atlantis'), ('Aarhus', 'id')):
        assert word in desk.run('report', 'city', name, '--output=x.pdf', status=NOT_DONE).stderr
    assert 'udsyn list city' in desk.run('report', 'city', '--output=x.pdf', status=NOT_DONE).stderr


@promise
def an_empty_database_gets_the_goals_with_the_first_indicator_that_names_one(desk):
    other = desk.folder / 'bikes.csv'
    other.write_text('Year,Value\n2015,14\n')
    desk.run('import', other)
    assert desk.lines('list', 'goal') == []
    table = desk.folder / 'indicator_1-2-1.csv'
    table.write_text('Year,Value\n2015,14.5\n2016,14\n')
    desk.run('import', table)
    assert len(desk.lines('list', 'goal')) == 17 and len(desk.lines('list', 'target')) == 169
    [goal] = desk.json('show', 'goal', '1')
    [indicator] = desk.json('show', 'indicator', '1.2.1')
    assert indicator['goal'] == goal['id']
    desk.run('report', 'goals', '1', f'--output={desk.folder / "goal.pdf"}')
    desk.run('undo')
    assert desk.lines('list', 'goal') == []


@promise
def a_dry_run_counts_the_records_and_makes_none(desk):
    table = desk.folder / 'indicator_1-2-1.csv'
    table.write_text('Year,Value\n2015,14.5\n2016,14\n')
    [report] = desk.json('import', '--dry-run', table)
    assert report['records'] == {'created': 4, 'updated': 0, 'unchanged': 0}, report['records']
    assert desk.lines('list', 'indicator') == [] and desk.lines('history') == []
    [report] = desk.json('import', table)
    assert report['records']['created'] == 4
    [report] = desk.json('import', '--dry-run', table)
    assert report['records'] == {'created': 0, 'updated': 0, 'unchanged': 4}, report['records']


@promise
def progress_is_calculated_with_its_reason(desk):
    indicator = desk.add('indicator', code='1.2.1', title_en='Poverty', direction='down', target_value='7.25')
    series = desk.add('series', indicator=indicator)
    for year, value in ((2015, 14.5), (2023, 10.2)):
        desk.add('observation', series=series, period=year, value=value)
    [listed] = desk.json('list', 'indicator')
    progress = listed['progress']
    assert progress['status'] == 'substantial' and progress['method'] == 'open-sdg', progress
    assert abs(progress['score'] - 2.5185563910) < 1e-9
    assert abs(progress['ratio'] - 0.9525901792) < 1e-9
    assert progress['base'] == {'year': 2015, 'value': 14.5} and progress['latest'] == {'year': 2023, 'value': 10.2}


@promise
def an_indicator_is_assessed_by_the_method_it_names(desk):
    indicator = desk.add('indicator', code='3.4.1', title_en='Deaths', direction='down',
                         target_value='50', method='un')
    series = desk.add('series', indicator=indicator)
    for year, value in ((2015, 100), (2020, 90)):
        desk.add('observation', series=series, period=year, value=value)
    progress = desk.json('show', 'indicator', indicator)[0]['progress']
    assert progress['method'] == 'un' and progress['status'] == 'moderate', progress
    assert abs(progress['ratio'] - 0.542) < 1e-9 and abs(progress['score'] - 1.3) < 1e-9
    desk.run('set', 'indicator', indicator, 'method=eurostat', 'target_value=')
    progress = desk.json('list', 'indicator')[0]['progress']
    assert progress['method'] == 'eurostat' and progress['status'] == 'substantial', progress
    assert 'guess' in desk.run('set', 'indicator', indicator, 'method=guess', status=NOT_DONE).stderr


@promise
def a_goal_has_the_mean_of_its_indicators_where_enough_are_assessed(desk):
    goal = desk.add('goal', number='13', name_en='Climate action')
    assert desk.json('show', 'goal', '13')[0]['progress'] == {
        'status': 'not-available', 'score': None, 'sum': 0, 'assessed': 0, 'indicators': 0, 'reason': 'no-indicators'}
    for code, last in (('a', 110), ('b', 99), ('c', None)):
        indicator = desk.add('indicator', code=code, title_en=code, goal=goal, direction='up')
        series = desk.add('series', indicator=indicator)
        for year, value in ((2015, 100), (2016, last)):
            if value:
                desk.add('observation', series=series, period=year, value=value)
    scores = [record['progress']['score'] for record in desk.json('list', 'indicator')]
    assert scores[0] == 5 and abs(scores[1] + 3.75) < 1e-9 and scores[2] is None, scores
    [listed] = desk.json('list', 'goal')
    progress = listed['progress']
    assert progress['status'] == 'moderate' and progress['reason'] == 'mean', progress
    assert abs(progress['sum'] - 1.25) < 1e-9 and abs(progress['score'] - 0.625) < 1e-9
    assert progress['assessed'] == 2 and progress['indicators'] == 3


@promise
def a_change_can_be_undone_and_done_again(desk):
    made = desk.add('city', name_da='Peking', name_en='Beijing')
    desk.run('set', 'city', made, 'name_da=Beijing')
    desk.run('undo')
    assert desk.json('show', 'city', made)[0]['name_da'] == 'Peking'
    desk.run('redo')
    assert desk.json('show', 'city', made)[0]['name_da'] == 'Beijing'
    changes = desk.json('history', 'city', made)
    assert [change['state'] for change in changes] == ['redo', 'undo', 'do', 'do']
    assert changes[2]['before']['name_da'] == 'Peking' and changes[2]['after']['name_da'] == 'Beijing'


@promise
def what_was_done_is_told_as_done(desk):
    made = desk.run('add', 'city', 'name_da=Oslo', language='da').stdout.strip()
    desk.run('set', 'city', made, 'country=NO', language='da')
    desk.run('delete', 'city', made, language='da')
    assert desk.run('undo', language='da').stdout == 'Fortrudt: By slettet\n'
    assert [command['name'] for command in desk.json('history')] == ['By slettet', 'By slettet', 'By ændret',
                                                                     'By tilføjet']
    assert desk.run('set', 'city', made, 'country=DK').stdout and desk.lines('undo') == ['Undone: City changed']


@promise
def what_is_deleted_is_gone_until_undone(desk):
    made = desk.add('city', name_da='Oslo')
    desk.run('delete', 'city', made)
    assert desk.lines('list', 'city') == []
    desk.run('undo')
    assert len(desk.lines('list', 'city')) == 1


@promise
def two_people_that_are_one_become_one_and_two_again(desk):
    kept = desk.add('contact', name='Anna Sørensen', email='a@example.org')
    merged = desk.add('contact', name='anna sorensen', phone='1')
    desk.add('contact', name='Bo')
    assert [sorted(line.split('\t')[::2]) for line in desk.lines('duplicates', 'contact')] == [sorted([kept, merged])]
    assert [line.split('\t')[0] for line in desk.lines('duplicates', 'contact', kept)] == [merged]
    desk.run('merge', 'contact', kept, merged)
    assert desk.lines('duplicates', 'contact') == [] == desk.lines('duplicates', 'contact', kept)
    assert desk.json('show', 'contact', kept)[0]['phone'] == '1'
    assert len(desk.lines('list', 'contact')) == 2
    desk.run('undo')
    assert len(desk.lines('list', 'contact')) == 3
    assert 'organisation' in desk.run('merge', 'note', kept, merged, status=NOT_DONE).stderr


@promise
def two_people_of_one_name_are_told_apart(desk):
    father = desk.add('contact', name='Ib Holm')
    son = desk.add('contact', name='Ib Holm')
    assert len(desk.lines('duplicates', 'contact')) == 1
    desk.run('distinct', 'contact', son, father)
    assert desk.lines('duplicates', 'contact') == [] == desk.lines('duplicates', 'contact', father)
    desk.run('undo')
    assert len(desk.lines('duplicates', 'contact', father)) == 1
    assert desk.run('distinct', 'contact', son, son, status=NOT_DONE).stderr


@promise
def people_go_out_as_one_table_and_change_nothing_when_it_comes_in(desk):
    anna = desk.add('contact', name='Anna', email='a@example.org', phone='+45 33 66')
    city = desk.add('city', name_en='Vienna', name_da='Wien')
    desk.add('contact-role', contact=anna, city=city, title='Head')
    table = desk.folder / 'people.csv'
    desk.run('export', 'people', f'--output={table}', '--lang=da')
    heading, row = table.read_text(encoding='utf-8-sig').splitlines()
    assert heading == 'Navn,Stilling,Organisation,Organisationens art,E-mail,Telefon,Identifikation'
    assert row.startswith("Anna,Head,Wien,By,a@example.org,'+45 33 66,urn:uuid:")
    before = len(desk.json('history'))
    desk.run('import', table)
    assert len(desk.json('history')) == before
    assert '.ods' in desk.run('export', 'people', '--output=x.json', status=NOT_DONE).stderr


@promise
def search_finds_over_all_kinds(desk):
    desk.add('city', name_da='København')
    desk.add('indicator', code='13', title_da='København og klimaet')
    assert {hit['kind'] for hit in desk.json('search', 'kobenhavn')} == {'city', 'indicator'}


@promise
def lists_are_filtered_and_dated(desk):
    for name, start in (('Tour', '2022-07-01'), ('Congress', '2023-07-02'), ('Summit', '2019-10')):
        desk.add('event', name_en=name, start=start)
    assert [event['title'] for event in desk.json('list', 'event', '--from=2022', '--to=2022-12')] == ['Tour']
    assert [event['title'] for event in desk.json('list', 'event', '--where=start=2019-10')] == ['Summit']
    assert len(desk.lines('list', 'event', '--limit=2')) == 2


@promise
def lists_are_sorted_as_their_reader_reads(desk):
    for name_da, name_en in (('Aabenraa', 'Aabenraa'), ('Ærø', 'Ærø'), ('Zürich', 'Zurich'), ('Wien', 'Vienna'),
                             ('Århus', 'Aarhus'), ('Ølstykke', 'Ølstykke')):
        desk.add('city', name_da=name_da, name_en=name_en)
    assert [city['title'] for city in desk.json('list', 'city', '--lang=da')] == [
        'Wien', 'Zürich', 'Ærø', 'Ølstykke', 'Aabenraa', 'Århus']
    assert [city['title'] for city in desk.json('list', 'city', '--lang=en')] == [
        'Aabenraa', 'Aarhus', 'Ærø', 'Ølstykke', 'Vienna', 'Zurich']
    for code in ('11.10.1', '11.2.1'):
        desk.add('indicator', code=code, title_da=code)
    assert [indicator['code'] for indicator in desk.json('list', 'indicator')] == ['11.2.1', '11.10.1']
    assert 'de' in desk.run('list', 'city', '--lang=de', status=NOT_DONE).stderr
    assert '--from' in desk.run('list', 'city', '--from=2022', status=NOT_DONE).stderr


@promise
def occurrences_say_when_events_take_place(desk):
    tour = desk.add('event', name_en='Tour', start='2022-07-01', end='2022-07-03')
    talk = desk.add('event', name_en='Talk', start='2023-01-02', start_time='16:00', end_time='17:30')
    desk.add('event', name_en='Abroad', start='2023-07-02', start_time='09:00', zone='Europe/Lisbon')
    desk.add('event', name_en='Month', start='2021-10')
    desk.add('event', name_en='Some day')
    listed = desk.json('list', 'occurrence')
    assert [occurrence['title'] for occurrence in listed] == ['Month', 'Tour', 'Talk', 'Abroad']
    assert [(occurrence['start'], occurrence['end']) for occurrence in listed] == [
        ('2021-10', '2021-10'), ('2022-07-01', '2022-07-03'),
        ('2023-01-02T16:00:00+01:00', '2023-01-02T17:30:00+01:00'), ('2023-07-02T09:00:00+01:00', None)]
    assert listed[1]['event'] == tour and listed[2]['event'] == talk
    assert [occurrence['title'] for occurrence in desk.json('list', 'occurrence', '--from=2022-07-03', '--to=2023-01')
            ] == ['Tour', 'Talk']
    assert [occurrence['title'] for occurrence in desk.json('list', 'occurrence', '--from=2021-10-20', '--limit=1')
            ] == ['Month']
    for day, titles in (('2022-07-02', ['Tour']), ('2021-10-31', ['Month']), ('2022-07-04', []), ('2023', ['Talk', 'Abroad'])):
        assert [occurrence['title'] for occurrence in desk.json('list', 'occurrence', f'--on={day}')] == titles
    assert 'Tour' in desk.lines('list', 'occurrence', '--where=name_en=Tour')[0]


@promise
def what_is_due_is_listed_by_day(desk):
    today = date.today()
    soon, later = (today + timedelta(days=days) for days in (20, 300))
    made = desk.add('agreement', title_en='Harbours', end=later, remind_on=soon)
    desk.add('note', title='Call', due=later)
    [due] = desk.json('list', 'due')
    assert (due['what'], due['date'], due['days']) == ('reminder', str(soon), 20)
    assert (due['record_kind'], due['record'], due['title']) == ('agreement', made, 'Harbours')
    assert [due['what'] for due in desk.json('list', 'due', f'--to={later}')] == ['reminder', 'end', 'note']
    assert [due['what'] for due in desk.json('list', 'due', f'--from={later}', f'--to={later}', '--limit=1')] == ['end']
    assert 'Harbours' in desk.lines('list', 'due')[0]
    assert '--where' in desk.run('list', 'due', '--where=a=b', status=NOT_DONE).stderr
    desk.run('report', 'agreements', f'--output={desk.folder / "agreements.pdf"}')
    assert (desk.folder / 'agreements.pdf').read_bytes().startswith(b'%PDF')


@promise
def changes_are_listed_as_records(desk):
    made = desk.add('city', name_da='Peking')
    desk.run('set', 'city', made, 'name_da=Beijing')
    desk.add('network', name_da='Eurocities')
    changes = desk.json('list', 'change')
    assert [(change['kind'], change['record'] == made) for change in changes] == [
        ('network', False), ('city', True), ('city', True)]
    assert changes[1]['before']['name_da'] == 'Peking' and changes[1]['after']['name_da'] == 'Beijing'
    assert len(desk.json('list', 'change', '--where=kind=city', '--limit=1')) == 1
    assert desk.json('list', 'change', f'--where=record={made}') == changes[1:]
    today = changes[0]['at'][:10]
    assert len(desk.json('list', 'change', f'--from={today}', f'--to={today}')) == 3
    assert desk.json('list', 'change', '--to=2001') == []
    assert 'moon' in desk.run('list', 'change', '--where=moon=1', status=NOT_DONE).stderr
    assert '--json' in desk.run('list', 'change', '--csv', status=NOT_DONE).stderr


@promise
def a_value_is_read_in_danish_and_in_english_and_never_guessed(desk):
    series = desk.add('series', indicator=desk.add('indicator', code='11.6.2', title_en='Fine particles'))
    made = desk.add('observation', series=series, period='2024K1', value='1.234,5')
    desk.add('observation', series=series, period='2024-03', value='1,234.5')
    desk.add('observation', series=series, period='2015H1', value='10.25')
    listed = desk.json('list', 'observation')
    assert {row['period']: row['value'] for row in listed} == {'2015-H1': 10.25, '2024-03': 1234.5, '2024-Q1': 1234.5}
    desk.run('set', 'observation', made, 'value=0,5')
    assert desk.json('show', 'observation', made)[0]['value'] == 0.5
    for text in ('1.234', '1,234', 'many'):
        assert text in desk.run('set', 'observation', made, f'value={text}', status=NOT_DONE).stderr
    assert desk.json('show', 'observation', made)[0]['value'] == 0.5


@promise
def what_goes_out_comes_in_again(desk):
    indicator = desk.add('indicator', code='11.6.2', title_en='Fine particles')
    series = desk.add('series', indicator=indicator)
    for year, value in ((2020, 10.5), (2021, 9.25)):
        desk.add('observation', series=series, period=year, value=value)
    table = desk.folder / 'indicator_11-6-2.csv'
    desk.run('export', 'indicator', '11.6.2', f'--output={table}')
    assert 'Year' in table.read_text() and '9.25' in table.read_text()
    [report] = desk.json('import', table)
    assert report['records'] == {'created': 0, 'updated': 0, 'unchanged': report['records']['unchanged']}, report
    lines = desk.folder / 'all.json'
    desk.run('export', 'observation', f'--output={lines}')
    assert [json.loads(line)['value'] for line in lines.read_text().splitlines()] == [10.5, 9.25]
    desk.add('observation', series=desk.add('series', indicator=desk.add('indicator', code='13', title_en='Other')),
             period=2022, value=3)
    desk.run('export', 'indicator', '11.6.2', f'--output={lines}')
    assert [json.loads(line)['value'] for line in lines.read_text().splitlines()] == [10.5, 9.25]
    for name, part in (('one.ods', 'content.xml'), ('one.xlsx', 'xl/worksheets/sheet1.xml')):
        desk.run('export', 'indicator', '11.6.2', f'--output={desk.folder / name}', '--lang=en')
        content = read_part(desk.folder / name, part)
        assert '9.25' in content and '>3<' not in content, content
    desk.run('export', 'observation', f'--output={desk.folder / "all.csv"}')
    assert desk.lines('list', 'observation', '--csv')[0] == (desk.folder / 'all.csv').read_text().splitlines()[0]


@promise
def of_many_choices_the_first_are_named(desk):
    table = desk.folder / 'indicator_1-1-1.csv'
    table.write_text('Year,Age,Value\n' + ''.join(f'2020,Age {age},{age}\n' for age in range(10, 30)))
    desk.run('import', table)
    refused = desk.run('chart', 'indicator', '1.1.1', '--breakdown=Age:9', f'--output={desk.folder / "x.svg"}',
                       status=NOT_DONE).stderr
    assert '“Age 10”, “Age 11”' in refused and '“Age 17” and 12 more.' in refused and 'Age 18' not in refused, refused


@promise
def of_a_file_the_command_line_says_what_the_preview_would(desk):
    table = desk.folder / 'hent.csv'
    table.write_text('Hvornår;Hvor;Hvor mange\n2020;101 København;1.234\n2020;147 Frederiksberg;2.345\n')
    plain = desk.run('import', table, status=NOT_DONE)
    assert 'say what the columns are' in plain.stdout, plain.stdout
    told = desk.run('import', '--only=Hvem=alle', table, status=NOT_DONE).stderr
    assert '“Hvem”' in told and '“Hvornår”, “Hvor”, “Hvor mange”' in told, told
    said = ['--column=Hvornår=period', '--column=Hvor mange=value', '--only=Hvor=101 København', '--decimal=,',
            '--indicator=11.1.1']
    report = json.loads(desk.run('import', '--json', *said, table, status=1).stdout)
    assert report['cells'] == {'read': 6, 'imported': 3, 'reported': 3}, report
    assert [value['value'] for value in desk.json('list', 'observation')] == [1234]
    assert desk.json('list', 'indicator')[0]['code'] == '11.1.1'
    wrong = desk.run('import', *said[:2], '--only=Hvor=Kbh', *said[3:], table, status=NOT_DONE).stderr
    assert 'no “Kbh”. It has: “101 København”, “147 Frederiksberg”.' in wrong, wrong
    told = desk.run('import', *said[:-1], '--decimal=.', table, status=1).stdout
    assert 'row 3, column 2 (Hvor), “147 Frederiksberg”' in told, told
    for wrong in ('--column=Hvornår=when', '--column=Hvornår', '--decimal=x'):
        assert desk.run('import', wrong, table, status=NOT_DONE).stderr.count('\n') == 1


@promise
def of_an_indicator_the_command_line_says_what_the_preview_asks(desk):
    table = desk.folder / 'FOLK1A.csv'
    table.write_text('TID;INDHOLD\n2020;1,5\n2021;2,5\n')
    said = ['--goal=11', '--title=People', '--place=Copenhagen']
    [rehearsed] = desk.json('import', '--dry-run', *said, table)
    assert desk.lines('list', 'goal') == desk.lines('list', 'indicator') == []
    [report] = desk.json('import', *said, table)
    assert rehearsed | {'group': report['group']} == report, report
    [made] = desk.json('list', 'indicator')
    assert made['title'] == 'People', made
    shown = desk.json('show', 'indicator', 'FOLK1A')[0]
    assert (shown['goal'], shown['place_en']) == (desk.json('show', 'goal', '11')[0]['id'], 'Copenhagen'), shown
    [again] = desk.json('import', *said, table)
    assert again['records']['created'] == again['records']['updated'] == 0 and again['group'] is None, again
    desk.run('undo', report['group'])
    assert desk.lines('list', 'goal') == desk.lines('list', 'indicator') == []
    other = desk.folder / 'FOLK1B.csv'
    other.write_bytes(table.read_bytes())
    for words, word in ((('--goal=18',), '18'), (('--goal=eleven',), 'eleven'), (('--title=People', other), 'several')):
        refusal = desk.run('import', *words, table, status=NOT_DONE).stderr
        assert word in refusal and refusal.count('\n') == 1, refusal
    assert desk.lines('list', 'indicator') == []


@promise
def what_is_exported_is_imported_as_its_kind(desk):
    city = desk.add('city', name_da='Oslo')
    desk.add('organisation', name_da='=Universitet', code='UIO', city=city, latitude='59.94')
    table = desk.folder / 'organisations.csv'
    desk.run('export', 'organisation', f'--output={table}')
    [report] = desk.json('import', '--as=organisation', table)
    assert report['records'] == {'created': 0, 'updated': 0, 'unchanged': 1} and report['group'] is None, report
    assert report['cells'] == {'read': 5, 'imported': 5, 'reported': 0} and report['format'] == 'records', report
    table.write_text('code,name_da,city,valid_from\nUIO,Universitetet i Oslo,Oslo,\nNTNU,NTNU,Trondheim,soon\n')
    report = json.loads(desk.run('import', '--as=organisation', '--json', table, status=1).stdout)
    assert report['records'] == {'created': 1, 'updated': 1, 'unchanged': 0}, report
    assert [(problem['row'], problem['column'], problem['value'], problem['code']) for problem in report['problems']
            ] == [(3, 3, 'Trondheim', 'unknown-reference'), (3, 4, 'soon', 'does-not-fit')], report
    assert report['cells'] == {'read': 7, 'imported': 5, 'reported': 2}, report
    desk.run('undo', report['group'])
    assert [made['title'] for made in desk.json('list', 'organisation')] == ['=Universitet']
    assert 'planet' in desk.run('import', '--as=planet', table, status=NOT_DONE).stderr


@promise
def pictures_and_paper_are_made(desk):
    desk.add('indicator', code='13', title_da='Udledning')
    for name in ('chart.svg', 'chart.png', 'chart.pdf'):
        desk.run('chart', 'indicator', '13', f'--output={desk.folder / name}')
        assert (desk.folder / name).stat().st_size > 500
    for subject in (('goals',), ('goals-statuses',), ('goals-targets',), ('goals-multiples',), ('map',),
                    ('indicator', '13', '--kind=bars'), ('indicator', '13', '--kind=dumbbell')):
        desk.run('chart', *subject, f'--output={desk.folder / "kind.svg"}')
        assert '<desc' in (desk.folder / 'kind.svg').read_text()
    network = desk.add('network', code='sound', name_da='Øresund', short_name='Sundet')
    city = desk.add('city', code='malmo', name_da='Malmö', latitude='55.6', longitude='13.0')
    desk.add('membership', network=network, city=city)
    desk.run('chart', 'map', '--network=sound', '--lang=da', f'--output={desk.folder / "map.svg"}')
    drawn = (desk.folder / 'map.svg').read_text()
    assert '>Malmö</tspan>' in drawn and 'Sundet: 1 ' in drawn
    desk.run('chart', 'map', '--network=sound', f'--output={desk.folder / "map.csv"}')
    assert 'Malmö,1,Sundet.' in (desk.folder / 'map.csv').read_text()
    desk.run('chart', 'relations', 'network', 'sound', '--lang=da', f'--output={desk.folder / "relations.svg"}')
    assert '>Malmö</tspan>' in (desk.folder / 'relations.svg').read_text()
    table = desk.folder / 'indicator_3-1-1.csv'
    table.write_text('Year,Sex,Value\n2020,,1\n2020,Women,2\n2021,,3\n2021,Women,4\n')
    desk.run('import', table)
    desk.run('chart', 'indicator', '3.1.1', '--breakdown=Sex:Women', '--compare=13',
             f'--output={desk.folder / "parts.svg"}')
    assert 'Women' in (desk.folder / 'parts.svg').read_text()
    for option, word in (('--breakdown=Sex:Men', 'There are: “Women”.'), ('--breakdown=Age:Old', 'but by: “Sex”.'),
                         ('--breakdown=Women', 'Women'), ('--unit=km', 'km'), ('--series=x', 'nothing to choose')):
        said = desk.run('chart', 'indicator', '3.1.1', option, f'--output={desk.folder / "x.svg"}', status=NOT_DONE)
        assert word in said.stderr, said.stderr
    desk.run('report', 'indicator', '13', f'--output={desk.folder / "report.pdf"}')
    assert (desk.folder / 'report.pdf').read_bytes().startswith(b'%PDF')


def read_part(path, name):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        # Every part is sound XML but the one that says what the file is.
        for part in archive.namelist():
            if part != 'mimetype':
                ElementTree.fromstring(archive.read(part))
        return archive.read(name).decode()


@promise
def spreadsheets_are_written_for_people(desk):
    indicator = desk.add('indicator', code='13', title_da='=Udledning', direction='down', base_year=2010)
    series = desk.add('series', indicator=indicator)
    for year, value in ((2020, 1234.5), (2021, -0.25)):
        desk.add('observation', series=series, period=year, value=value, quality='measured')
    table, chart = desk.folder / 'table.ods', desk.folder / 'chart.xlsx'
    desk.run('export', 'indicator', f'--output={table}', '--lang=en')
    content = read_part(table, 'content.xml')
    assert 'Lower is better' in content and '<text:p>=Udledning</text:p>' in content, content
    assert 'office:value="2010"' in content and 'table:formula' not in content, content
    desk.run('chart', 'indicator', '13', f'--output={chart}', '--lang=en')
    sheet = read_part(chart, 'xl/worksheets/sheet1.xml')
    assert '<v>1234.5</v>' in sheet and '<v>-0.25</v>' in sheet and '<v>2020</v>' in sheet, sheet
    first = chart.read_bytes()
    desk.run('chart', 'indicator', '13', f'--output={chart}', '--lang=en')
    assert chart.read_bytes() == first
    desk.run('chart', 'indicator', '13', f'--output={desk.folder / "chart.csv"}', '--lang=en')
    assert (desk.folder / 'chart.csv').read_text().splitlines()[1].startswith('2020,1234.5')


@promise
def a_folder_for_open_sdg_holds_what_was_asked_for(desk):
    goal = desk.add('goal', number=11, name_en='Cities')
    for code, of_goal in (('11.6.2', {'goal': goal}), ('dk-noise', {})):
        indicator = desk.add('indicator', code=code, title_en=code, **of_goal)
        series = desk.add('series', indicator=indicator)
        desk.add('observation', series=series, period=2020, value=1)
    for words, tables in ((('indicator', 'dk-noise'), {'indicator_dk-noise.csv'}),
                          (('goal', '11'), {'indicator_11-6-2.csv'}),
                          ((), {'indicator_dk-noise.csv', 'indicator_11-6-2.csv'})):
        folder = desk.folder / '-'.join(('open-sdg', *words))
        desk.run('export', 'open-sdg', *words, f'--output={folder}')
        assert {path.name for path in (folder / 'data').iterdir()} == tables, words
        for path in (folder / 'data').iterdir():
            assert path.read_bytes() == b'Year,Value\r\n2020,1\r\n', path
        report = desk.json('import', folder)
        assert all(file['records']['created'] == file['records']['updated'] == 0 for file in report), report
    for wrong in (('goal',), ('city', 'x'), ('indicator', 'none')):
        refusal = desk.run('export', 'open-sdg', *wrong, f'--output={desk.folder / "x"}', status=NOT_DONE)
        assert refusal.stderr.count('\n') == 1, refusal.stderr


@promise
def a_backup_brings_back_what_was(desk):
    desk.add('city', name_da='Oslo')
    copy = desk.folder / 'copy.db'
    desk.run('backup', copy)
    desk.add('city', name_da='Hamborg')
    desk.run('restore', copy)
    assert len(desk.lines('list', 'city')) == 1
    desk.run('check')


@promise
def a_damaged_database_is_said_to_be_and_repaired(desk):
    for number in range(60):
        desk.add('city', name_da=f'By {number}')
    assert desk.lines('check') == ['The database is sound.']
    assert desk.lines('check', '--repair') == ['The database is sound.']
    damaged = bytearray(desk.database.read_bytes())
    page = damaged.rindex('By 59'.encode()) // 4096
    damaged[page * 4096:(page + 1) * 4096] = bytes(4096)
    desk.database.write_bytes(damaged)
    said = desk.lines('check', status=PROBLEMS)
    assert 'damaged' in said[0] and 'check --repair' in said[-1], said
    assert desk.database.read_bytes() == damaged, 'looking changes nothing'
    mended = desk.lines('check', '--repair')
    assert 'Cities: 60 of 60 saved' in mended and 'kept' in mended[-1], mended
    [kept] = desk.folder.glob('udsyn.db.corrupt-*')
    assert kept.read_bytes() == damaged
    assert len(desk.lines('list', 'city', '--limit=100')) == 60
    assert desk.lines('check') == ['The database is sound.']


@promise
def what_is_not_done_says_why_in_one_line(desk):
    for arguments, word in ((('list', 'planet'), 'planet'), (('show', 'city', 'nobody'), 'nobody'),
                            (('add', 'indicator', 'code=1', 'title_en=A', 'base_year=soon'), 'soon'),
                            (('add', 'indicator', 'title_en=A'), 'code'), (('set', 'city', 'x'), 'set KIND CODE'),
                            (('undo',), 'nothing'), (('dance',), 'dance'), (('list', 'city', '--where=moon=1'), 'moon'),
                            (('list', 'city', '--colour'), 'colour'),
                            (('export', 'city'), '--output'), (('export', 'city', '--output=x.doc'), 'x.doc'),
                            (('chart', 'indicator', 'none', '--output=x.svg'), 'none'),
                            (('chart', 'moon', '--output=x.svg'), 'moon'),
                            (('chart', 'relations', 'network', '--output=x.svg'), 'KIND NAME'),
                            (('chart', 'relations', 'moon', 'x', '--output=x.svg'), 'moon'),
                            (('chart', 'map', '--network=moon', '--output=x.svg'), 'moon'),
                            (('chart', 'indicator', '1', '--kind=pie', '--output=x.svg'), 'pie'),
                            (('chart', 'indicator', '--output=x.svg'), 'udsyn list indicator'),
                            (('chart', 'goals', '3', '--output=x.svg'), 'leave out “3”'),
                            (('report', 'indicator', '--output=x.pdf'), 'udsyn list indicator'),
                            (('help', 'dance'), 'dance'), (('dance', '--help'), 'dance'),
                            (('export', 'open-sdg', 'city', '--output=x'), 'open-sdg [indicator CODE'),
                            (('report', 'moon', '--output=x.pdf'), 'moon')):
        result = desk.run(*arguments, status=NOT_DONE)
        assert word in result.stderr and result.stderr.count('\n') == 1, result.stderr
        assert result.stdout == ''


@promise
def another_programs_file_is_left_alone(desk):
    desk.database.write_text('Year,Value\n2020,1\n')
    result = desk.run('list', 'city', status=NOT_DONE)
    assert 'not an Udsyn database' in result.stderr
    assert desk.database.read_text() == 'Year,Value\n2020,1\n'


def main():
    failed = 0
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        name = f'/cli/{test.__name__.replace("_", "-")}'
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Desk(folder))
                print(f'ok {number} {name}')
            except AssertionError as reason:
                failed += 1
                print(f'not ok {number} {name}')
                print('\n'.join(f'# {line}' for line in str(reason).splitlines()))
    raise SystemExit(failed > 0)


main()
