#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes world.outlines and europe.outlines from tables of rings.

    make.py FOLDER    FOLDER has map-world-countries.csv and map-europe-countries.csv, each row a ring:
                      points_x100 holds "longitude,latitude" in hundredths of a degree, divided by blanks

The arrangement, read by src/chart/uds-chart-outlines.c: the number of rings, then each ring as the number of its points
and, for each point, how far it lies from the point before, the first from the last of the ring before; longitude, then
latitude, in hundredths of a degree. Every number is written in groups of seven bits, the lowest first, the eighth bit
set where more follow; distances with their sign in the lowest bit.
"""
import csv
import pathlib
import sys


def write_number(out, number):
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def write_distance(out, distance):
    write_number(out, 2 * distance if distance >= 0 else -2 * distance - 1)


def read_rings(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield [tuple(map(int, point.split(","))) for point in row["points_x100"].split()]


def arrange(rings):
    out = bytearray()
    longitude = latitude = 0
    write_number(out, len(rings))
    for ring in rings:
        write_number(out, len(ring))
        for point in ring:
            write_distance(out, point[0] - longitude)
            write_distance(out, point[1] - latitude)
            longitude, latitude = point
    return bytes(out)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    here = pathlib.Path(__file__).parent
    for name in ("world", "europe"):
        rings = list(read_rings(pathlib.Path(sys.argv[1]) / f"map-{name}-countries.csv"))
        data = arrange(rings)
        (here / f"{name}.outlines").write_bytes(data)
        print(f"{name}: {len(rings)} rings, {sum(map(len, rings))} points, {len(data)} bytes")


main()
