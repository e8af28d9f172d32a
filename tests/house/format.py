#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout of the C files is clang-format's (.clang-format) and of the Blueprint files blueprint-compiler's.

In C two things are the writer's: where columns align, and how a list of parameters or values is broken into lines.
So both texts are compared with blanks run together and continued lines joined.
"""

import difflib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from house import COMMENT_OR_STRING, SOURCE, Report, files, mask, read

MOST_COLUMNS = 120


def depths(text):
    """For each line, how many parentheses are open where it begins."""
    depth, result = 0, []
    for line in COMMENT_OR_STRING.sub(mask, text).splitlines():
        result.append(depth)
        depth = max(0, depth + line.count('(') - line.count(')'))
    return result


def layout(text):
    """The text without what is the writer's choice."""
    text = re.sub(r'[ \t]*\\\n[ \t]*', ' ', text)
    lines = []
    for line, depth in zip(text.splitlines(), depths(text)):
        indent = '' if depth else re.match(r' *', line).group()
        body = re.sub(r'[ \t]+', ' ', line.strip())
        body = re.sub(r'\b(N?C?_) \(', r'\1(', body)
        body = re.sub(r'([(*]) | (\))', r'\1\2', body)
        if lines and lines[-1].endswith(','):
            lines[-1] += ' ' + body
        elif lines and body == '{' and re.match(r'(typedef |static |const )*(struct|enum|union)\b[^;(]*$', lines[-1]):
            lines[-1] += ' {'
        else:
            lines.append(indent + body)
    return lines


def format_copies(paths, folder):
    """Copies of the files, laid out by clang-format. Starting it costs more than its work, so it gets many at once."""
    shutil.copy(SOURCE / '.clang-format', folder)
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(read(path), encoding='utf-8')
    shares = [paths[i::os.cpu_count()] for i in range(os.cpu_count())]
    running = [subprocess.Popen(['clang-format', '-i', '--style=file', *map(str, share)], cwd=folder)
               for share in shares if share]
    if any([process.wait() for process in running]):
        raise RuntimeError('clang-format failed')


def differences(path, folder):
    text = read(path)
    formatted = (folder / path).read_text(encoding='utf-8')
    difference = list(difflib.unified_diff(layout(text), layout(formatted), n=0, lineterm=''))[2:]
    if difference:
        yield f'{path}: - as it is, + as .clang-format wants it'
        yield from (f'  {line}' for line in difference[:12])
        if len(difference) > 12:
            yield f'  … and {len(difference) - 12} more lines; `tests/env clang-format {path}` shows all'


def all_differences(paths):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        format_copies(paths, folder)
        for path in paths:
            yield from differences(path, folder)


def too_wide(path):
    for number, line in enumerate(read(path).splitlines(), 1):
        if len(line) > MOST_COLUMNS:
            yield f'{path}:{number}: {len(line)} columns; {MOST_COLUMNS} is the limit'


def ragged(path):
    for number, line in enumerate(read(path).splitlines(), 1):
        if '\t' in line or line != line.rstrip():
            yield f'{path}:{number}: a tab, or blanks at the end'


def main():
    report = Report('format')
    sources = files('src/*.c', 'src/*.h', 'tests/*.c', 'tests/*.h')
    if shutil.which('clang-format'):
        report.check('c-is-laid-out-as-gnome-does', all_differences(sources))
    else:
        report.skip('c-is-laid-out-as-gnome-does', 'clang-format is not installed')
    report.check('no-line-is-too-wide', (line for path in sources for line in too_wide(path)))
    report.check('no-tabs-and-no-blanks-at-the-end', (line for path in sources for line in ragged(path)))

    blueprints = files('src/*.blp')
    if not blueprints:
        report.skip('blueprints-are-laid-out-by-their-compiler', 'there are none')
    else:
        result = subprocess.run(['blueprint-compiler', 'format', '--no-diff', *map(str, blueprints)],
                                cwd=SOURCE, capture_output=True, text=True)
        report.check('blueprints-are-laid-out-by-their-compiler',
                     (result.stdout + result.stderr).splitlines() if result.returncode else [])
    report.finish()


if __name__ == '__main__':
    main()
