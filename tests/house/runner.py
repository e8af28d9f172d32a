#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/run finds what there is to run: here in a small project of its own, whose fuzz targets only say yes."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from house import SOURCE, Report

PROJECT = """project('small', 'c')
subdir('tests/fuzz')
"""
TARGETS = """foreach name : [%s]
  custom_target('fuzz-' + name, input: 'target', output: 'fuzz-' + name, command: ['cp', '@INPUT@', '@OUTPUT@'])
endforeach
"""


def write_targets(folder, *names):
    (folder / 'meson.build').write_text(TARGETS % ', '.join(f"'{name}'" for name in names), encoding='utf-8')


def run_fuzz(project):
    result = subprocess.run([project / 'tests' / 'run', '--fuzz', '1'], capture_output=True, text=True, check=False,
                            env={**os.environ, 'UDSYN_ENV': 'small-1'})
    return [line for line in result.stdout.splitlines() if line.startswith('fuzz: ')], result


def find_new_target():
    """What is wrong with the second run, where a target has come since the first built its folder."""
    with tempfile.TemporaryDirectory() as name:
        project = pathlib.Path(name)
        fuzz = project / 'tests' / 'fuzz'
        fuzz.mkdir(parents=True)
        (project / 'tests' / 'data').mkdir()
        shutil.copy(SOURCE / 'tests' / 'run', project / 'tests')
        shutil.copy(SOURCE / 'meson.options', project)
        (project / 'meson.build').write_text(PROJECT, encoding='utf-8')
        (fuzz / 'target').write_text('#!/bin/sh\n', encoding='utf-8')
        (fuzz / 'target').chmod(0o755)
        for targets in (('one',), ('one', 'two')):
            write_targets(fuzz, *targets)
            found, result = run_fuzz(project)
            if found != [f'fuzz: {target}' for target in targets]:
                yield f'of {targets} it ran {found}: {(result.stdout + result.stderr)[-1000:]}'


def main():
    report = Report('runner')
    promise = 'an-old-build-folder-learns-of-a-new-fuzz-target'
    if shutil.which('clang') is None:
        report.skip(promise, 'fuzz targets are built by clang, which is not here')
    else:
        report.check(promise, find_new_target())
    report.finish()


main()
