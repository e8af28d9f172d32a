#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A migration that has landed never changes again: databases out there were made by it.

resources/sql/checksums holds the sum of each as `sha256sum` writes it. A new migration adds its line:
`cd resources/sql && sha256sum NNNN-name.sql >>checksums`.
"""

import hashlib
import re

from house import SOURCE, Report, files, read

FOLDER = 'resources/sql'


def frozen_sums():
    return dict(reversed(line.split(maxsplit=1)) for line in read(f'{FOLDER}/checksums').splitlines())


def unfrozen(migrations, sums):
    return [f'{path} has no line in {FOLDER}/checksums' for path in migrations if path.name not in sums]


def changed(migrations, sums):
    for path in migrations:
        if sums.get(path.name) not in (None, hashlib.sha256((SOURCE / path).read_bytes()).hexdigest()):
            yield f'{path} is not what it was; put the change into a new migration'


def gone(migrations, sums):
    names = {path.name for path in migrations}
    return [f'{FOLDER}/{name} is gone' for name in sums if name not in names]


def out_of_order(migrations):
    for number, path in enumerate(migrations, 1):
        if not re.match(f'{number:04}-[a-z0-9-]+\\.sql$', path.name):
            yield f'{path}: the name should begin with {number:04}-'


def main():
    report = Report('migrations')
    migrations = files(f'{FOLDER}/[0-9]*.sql')
    if not migrations:
        report.skip('frozen-once-landed', 'there are none yet')
        report.finish()
    sums = frozen_sums() if (SOURCE / FOLDER / 'checksums').exists() else {}
    report.check('numbered-without-gaps', out_of_order(migrations))
    report.check('each-has-its-sum', unfrozen(migrations, sums))
    report.check('frozen-once-landed', changed(migrations, sums))
    report.check('none-is-gone', gone(migrations, sums))
    report.finish()


if __name__ == '__main__':
    main()
