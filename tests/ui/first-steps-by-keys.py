#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first steps, taken by keys alone."""

import os
import sys

# What the bindings warn of when a program comes or goes is no fault of ours; the program's own warnings end it.
if os.environ.pop('G_DEBUG', None) is not None:
    os.execv(__file__, sys.argv)

from first_steps import take  # noqa: E402
from hands import Keys  # noqa: E402

raise SystemExit(take('keys', Keys))
