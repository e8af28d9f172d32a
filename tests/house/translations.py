#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that users read can be translated, and is, into every language of po/LINGUAS."""

import re
import subprocess
import tempfile

from house import SOURCE, Report, files, read, without_comments

CALL = re.compile(r'\b(?:_|N_|C_|NC_|Q_|g?d?n?p?gettext|g_dn?p?gettext2?) ?\(\s*(?:NULL, ?)?"')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'Q_:1g', 'ngettext:1,2', 'g_dngettext:2,3', 'g_dgettext:2',
            'g_dpgettext2:2c,3']


def listed_files():
    lines = (line.strip() for line in read('po/POTFILES.in').splitlines())
    return [line for line in lines if line and not line.startswith('#')]


def unlisted(listed):
    for path in files('src/*.c', 'src/*.blp'):
        if str(path) not in listed and CALL.search(without_comments(read(path))):
            yield f'{path} has texts and is not in po/POTFILES.in'


def missing(listed):
    return [f'po/POTFILES.in names {name}, which is not there' for name in listed if not (SOURCE / name).exists()]


def extract(template):
    """The template of today's texts; the complaints of xgettext where it could not."""
    keywords = [f'--keyword={keyword}' for keyword in KEYWORDS]
    result = subprocess.run(['xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES.in', '--add-comments',
                             '--package-name=udsyn', *keywords, f'--output={template}'],
                            cwd=SOURCE, capture_output=True, text=True)
    return result.stderr.splitlines() if result.returncode else []


def messages(catalogue, choice):
    found = subprocess.run(['msgattrib', choice, '--no-obsolete', '--no-wrap', catalogue],
                           check=True, capture_output=True, text=True).stdout
    return re.findall(r'^msgid (".+")$', found.replace('msgid ""\n"', 'msgid "'), re.MULTILINE)


def gaps(language, template, folder):
    catalogue = f'po/{language}.po'
    merged = f'{folder}/{language}.po'
    result = subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}', catalogue, template],
                            cwd=SOURCE, capture_output=True, text=True)
    if result.returncode:
        yield from result.stderr.splitlines()
        return
    yield from (f'{catalogue}: not translated: {message}' for message in messages(merged, '--untranslated'))
    yield from (f'{catalogue}: fuzzy: {message}' for message in messages(merged, '--only-fuzzy'))


def unknown_names(language):
    """What the help puts in quotation marks stands so in the program, too."""
    catalogue = read(f'po/{language}.po') if language != 'en' else read('po/da.po')
    texts = re.findall(r'^(?:msgstr(?:\[\d\])?|msgid) "(.*)"$', catalogue, re.MULTILINE)
    known = {text.replace('_', '') for text in texts}
    for path in files(f'resources/help/{language}/*.txt'):
        for name in re.findall('“([^”]+)”', read(path)):
            if name not in known:
                yield f'{path}: nothing in the program is called “{name}”'


def unpaired_topics():
    """Both languages have the same topics with as many headings, items and paragraphs."""
    for path in files('resources/help/en/*.txt'):
        other = path.parent.parent / 'da' / path.name
        shape, other_shape = ([line[:2] if line[:1] in '#-' else bool(line) for line in read(each).splitlines()]
                              for each in (path, other))
        if shape != other_shape:
            yield f'{other} is not built as {path} is'


def faults(language):
    result = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', f'po/{language}.po'],
                            cwd=SOURCE, capture_output=True, text=True)
    return result.stderr.splitlines()


def main():
    report = Report('translations')
    listed = listed_files()
    report.check('every-file-with-texts-is-listed', unlisted(listed))
    report.check('every-listed-file-is-there', missing(listed))
    report.check('the-help-calls-things-by-their-names', [*unknown_names('en'), *unknown_names('da')])
    report.check('the-help-says-the-same-in-both-languages', unpaired_topics())
    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/udsyn.pot'
        report.check('all-texts-can-be-extracted', extract(template))
        for language in read('po/LINGUAS').split():
            report.check(f'{language}/nothing-is-wrong', faults(language))
            report.check(f'{language}/nothing-is-missing', gaps(language, template, folder))
    report.finish()


if __name__ == '__main__':
    main()
