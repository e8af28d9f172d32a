#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file of the project promises its reader: its size, its licence, its opening, and no trace of a machine."""

import re

from house import SOURCE, Report, files, read

MOST_LINES = 1000
CODE = ['src/*.c', 'src/*.h', 'tests/*.c', 'tests/*.h']
BLUEPRINTS = ['src/*.blp']
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'

# Written so that the patterns do not find themselves.
UNFINISHED = re.compile(r'\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b')
MACHINE = re.compile(r'(?<![\w.>}])/(?:root|work|Users|home/[a-z]\w*)/|\bfile:///(?:root|work|home)\b')
MIRROR = re.compile(r'\b(?:deb|ftp[.\w]*|archive|security|snapshot|mirrors?[.\w]*)\.(?:debian|ubuntu)\.(?:org|com)\b')


def scripts():
    """Whatever says by which program it is run, and what such programs share."""
    return [path for path in files() if path.suffix in ('.py', '.sh') or (SOURCE / path).read_bytes()[:2] == b'#!']


def too_long(paths):
    for path in paths:
        n_lines = read(path).count('\n')
        if n_lines > MOST_LINES:
            yield f'{path}: {n_lines} lines; {MOST_LINES} is the limit, from 600 on split it by concern'


def without_licence(paths):
    for path in paths:
        if not any(LICENCE in line for line in read(path).splitlines()[:2]):
            yield f'{path}: its first line is not {LICENCE}'


def code_without_opening(paths):
    for path in paths:
        lines = read(path).splitlines()
        if len(lines) < 2 or not re.match(r'/\* \w', lines[1]):
            yield f'{path}: its second line does not begin to say what lives here'


def script_without_opening(paths):
    for path in paths:
        if not re.search(LICENCE + r'\n(#\n)?(# \w|"""\w)', read(path)):
            yield f'{path}: after the licence it does not say what it does'


def text_files():
    for path in files():
        data = (SOURCE / path).read_bytes()
        if b'\0' not in data[:8000]:
            yield path, data.decode('utf-8', 'replace')


def matches(pattern, paths_and_texts):
    for path, text in paths_and_texts:
        for number, line in enumerate(text.splitlines(), 1):
            if match := pattern.search(line):
                yield f'{path}:{number}: {match.group()}'


def main():
    report = Report('sources')
    code, blueprints = files(*CODE), files(*BLUEPRINTS)
    everything = code + blueprints + scripts()
    report.check('no-file-is-too-long', too_long(everything))
    report.check('every-file-names-its-licence', without_licence(everything))
    report.check('every-source-opens-with-what-lives-here', code_without_opening(code))
    report.check('every-script-opens-with-what-it-does', script_without_opening(scripts()))
    report.check('nothing-is-marked-unfinished', matches(UNFINISHED, ((path, read(path)) for path in code + blueprints)))
    texts = list(text_files())
    report.check('no-path-of-a-machine', matches(MACHINE, texts))
    report.check('no-name-of-a-mirror', matches(MIRROR, texts))
    report.finish()


if __name__ == '__main__':
    main()
