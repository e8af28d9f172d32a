#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A migration that has landed never changes again: databases out there were made by it.

resources/sql/checksums holds the sum of each as `sha256sum` writes it. A new migration adds its line:
`cd resources/sql && sha256sum ENGINE/NNNN-name.sql >>checksums`.
"""

import hashlib
import itertools
import re

from house import SOURCE, Report, files, read

FOLDER = 'resources/sql'


def frozen_sums():
    return dict(reversed(line.split(maxsplit=1)) for line in read(f'{FOLDER}/checksums').splitlines())


def name_of(path):
    return str(path.relative_to(FOLDER))


def unfrozen(migrations, sums):
    return [f'{path} has no line in {FOLDER}/checksums' for path in migrations if name_of(path) not in sums]


def changed(migrations, sums):
    for path in migrations:
        if sums.get(name_of(path)) not in (None, hashlib.sha256((SOURCE / path).read_bytes()).hexdigest()):
            yield f'{path} is not what it was; put the change into a new migration'


def gone(migrations, sums):
    names = {name_of(path) for path in migrations}
    return [f'{FOLDER}/{name} is gone' for name in sums if name not in names]


def out_of_order(migrations):
    for _, ordered in itertools.groupby(migrations, lambda path: path.parent):
        for number, path in enumerate(ordered, 1):
            if not re.match(f'{number:04}-[a-z0-9-]+\\.sql$', path.name):
                yield f'{path}: the name should begin with {number:04}-'


def left_at_home(migrations):
    bundle = read('resources/udsyn.gresource.xml')
    return [f'{path} is not in udsyn.gresource.xml' for path in migrations if f'>sql/{name_of(path)}<' not in bundle]


def main():
    report = Report('migrations')
    migrations = files(f'{FOLDER}/*.sql')
    sums = frozen_sums() if (SOURCE / FOLDER / 'checksums').exists() else {}
    report.check('numbered-without-gaps', out_of_order(migrations))
    report.check('each-is-in-the-program', left_at_home(migrations))
    report.check('each-has-its-sum', unfrozen(migrations, sums))
    report.check('frozen-once-landed', changed(migrations, sums))
    report.check('none-is-gone', gone(migrations, sums))
    report.finish()


if __name__ == '__main__':
    main()
