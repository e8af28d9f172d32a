# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house tests share: the project's files, and a report in TAP."""

import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(os.environ.get('UDSYN_SOURCE', pathlib.Path(__file__).parents[2]))
BUILD = pathlib.Path(os.environ['UDSYN_BUILD']) if 'UDSYN_BUILD' in os.environ else None


def files(*patterns):
    """The project's own files matching the git patterns, tracked or about to be, as paths below SOURCE."""
    listed = subprocess.run(
        ['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', *patterns],
        cwd=SOURCE, check=True, capture_output=True, text=True).stdout
    return [pathlib.PurePath(name) for name in sorted(listed.split('\0')) if name and (SOURCE / name).is_file()]


def read(path):
    return (SOURCE / path).read_text(encoding='utf-8')


def mask(match):
    """The matched text as blanks of the same shape, so that positions and lines stay."""
    return re.sub(r'[^\n]', ' ', match.group())


COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def without_comments(text):
    """C without its comments; strings stay."""
    return COMMENT_OR_STRING.sub(lambda match: mask(match) if match.group()[0] == '/' else match.group(), text)


def line_of(text, position):
    return text.count('\n', 0, position) + 1


class Report:
    """TAP on standard output: each promise with the places where it is broken."""

    def __init__(self, suite):
        self.suite = suite
        self.n_cases = 0
        self.n_failed = 0

    def check(self, promise, problems):
        problems = list(problems)
        self.n_cases += 1
        self.n_failed += bool(problems)
        print(f'{"not ok" if problems else "ok"} {self.n_cases} /house/{self.suite}/{promise}')
        for problem in problems:
            for line in str(problem).splitlines():
                print(f'# {line}')

    def skip(self, promise, reason):
        self.n_cases += 1
        print(f'ok {self.n_cases} /house/{self.suite}/{promise} # SKIP {reason}')

    def finish(self):
        print(f'1..{self.n_cases}')
        sys.exit(1 if self.n_failed else 0)
