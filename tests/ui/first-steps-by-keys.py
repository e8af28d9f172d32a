#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first steps, taken by keys alone."""

from first_steps import take
from hands import Keys

raise SystemExit(take('keys', Keys))
