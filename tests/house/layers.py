#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doors between the rooms open downwards only (src/README.md), and what lies behind each stays there."""

import re
import subprocess

from house import BUILD, SOURCE, Report, files, line_of, read, without_comments

# What each room may include: other rooms, and libraries beyond GLib and the C library.
CORE_ROOMS = ['base', 'domain', 'store', 'exchange', 'chart', 'report', 'model']
DOORS = {
    'base': ([], []),
    'domain': (['base'], []),
    'store': (['base', 'domain'], ['sqlite', 'json']),
    'exchange': (['base', 'domain', 'store'], ['json', 'yaml', 'ical', 'gsf']),
    'chart': (['base'], ['cairo']),
    'report': (['base', 'domain', 'store', 'chart'], ['cairo']),
    'model': (['base', 'domain', 'store'], []),
    'cli': (CORE_ROOMS, ['cairo', 'json']),
    'app': (CORE_ROOMS + ['cli'], ['cairo', 'json', 'gtk']),
}
LIBRARIES = {
    'cairo': r'cairo|pango/',
    'gsf': r'gsf/',
    'gtk': r'gtk/|gdk/|gsk/|gdk-pixbuf/|adwaita',
    'ical': r'libical/|ical\.h',
    'json': r'json-glib/',
    'sqlite': r'sqlite3',
    'yaml': r'yaml\.h',
}
GENERATED = {'udsyn-config.h', 'udsyn-resources.h'}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.MULTILINE)
SQL = re.compile(r'"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA) |\bsqlite3_')
GTK_SYMBOL = re.compile(r'^_?(?:gtk|adw|gdk|gsk)_\w+')


def room_of(path):
    return path.parts[1]


def includes(sources):
    for path in sources:
        text = without_comments(read(path))
        for match in INCLUDE.finditer(text):
            yield path, f'{path}:{line_of(text, match.start())}', match.group(1) == '"', match.group(2)


def closed_doors(sources, rooms_of_headers):
    for path, place, own, header in includes(sources):
        room = room_of(path)
        name = header.rsplit('/', 1)[-1]
        if not own or name in GENERATED:
            continue
        target = rooms_of_headers.get(name)
        if target is None:
            yield f'{place}: nobody has a header "{header}"; headers of libraries stand in <>'
        elif target != room and target not in DOORS[room][0]:
            yield f'{place}: {room} may not look into {target} ("{header}")'


def private_headers_abroad(sources, rooms_of_headers):
    for path, place, own, header in includes(sources):
        target = rooms_of_headers.get(header.rsplit('/', 1)[-1])
        if own and header.endswith('-private.h') and target not in (None, room_of(path)):
            yield f'{place}: "{header}" belongs to {target} alone'


def libraries_out_of_place(sources):
    for path, place, own, header in includes(sources):
        for library, pattern in LIBRARIES.items():
            if not own and re.match(pattern, header) and library not in DOORS[room_of(path)][1]:
                yield f'{place}: {room_of(path)} may not use <{header}>'


def sql_out_of_place(sources):
    for path in sources:
        text = without_comments(read(path))
        if room_of(path) != 'store':
            for match in SQL.finditer(text):
                yield f'{path}:{line_of(text, match.start())}: {match.group().strip()}'


def double_names(headers):
    seen = {}
    for path in headers:
        if path.name in seen:
            yield f'{path} has the name of {seen[path.name]}'
        seen[path.name] = path


def gtk_symbols(library):
    listing = subprocess.run(['nm', '--undefined-only', '--format=just-symbols', library],
                             check=True, capture_output=True, text=True).stdout
    return sorted({line for line in listing.splitlines() if GTK_SYMBOL.match(line)})


def rooms_not_on_the_map(rooms):
    text = read('src/README.md')
    return [f'src/README.md does not name src/{room}/' for room in rooms if f'{room}/' not in text]


def main():
    report = Report('layers')
    everything = files('src/*.c', 'src/*.h')
    sources = [path for path in everything if len(path.parts) > 2]
    headers = [path for path in sources if path.suffix == '.h']
    rooms_of_headers = {path.name: room_of(path) for path in headers}
    strangers = [f'{path} lies in no room of the house' for path in everything
                 if len(path.parts) < 3 or room_of(path) not in DOORS]
    report.check('every-source-lies-in-a-room', strangers)
    sources = [path for path in sources if room_of(path) in DOORS]

    report.check('every-header-has-a-name-of-its-own', double_names(headers))
    report.check('doors-open-downwards-only', closed_doors(sources, rooms_of_headers))
    report.check('private-headers-stay-in-their-room', private_headers_abroad(sources, rooms_of_headers))
    report.check('libraries-stay-in-their-rooms', libraries_out_of_place(sources))
    report.check('sql-stays-in-the-store', sql_out_of_place(sources))

    library = BUILD / 'src' / 'libudsyn-core.a' if BUILD else None
    if library and library.exists():
        report.check('the-core-needs-no-gtk', gtk_symbols(library))
    else:
        report.skip('the-core-needs-no-gtk', 'the library is not built here')

    if (SOURCE / 'src/README.md').exists():
        report.check('the-map-names-every-room', rooms_not_on_the_map(sorted({room_of(path) for path in sources})))
    else:
        report.skip('the-map-names-every-room', 'there is no src/README.md')
    report.finish()


if __name__ == '__main__':
    main()
