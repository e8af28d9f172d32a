#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first steps, taken by the pointer."""

from first_steps import take
from pointer import Pointer

raise SystemExit(take('pointer', Pointer))
