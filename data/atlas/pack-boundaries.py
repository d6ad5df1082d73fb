#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Packs a topology into the form that src/atlas/maak-boundaries.c uses without parsing.

pack-boundaries.py TOPOLOGY REGIONS.csv OUTPUT

TOPOLOGY is TopoJSON with the objects provinces, corop and municipalities; REGIONS.csv gives each level's order (and, for
landsdelen, which province lies in which). The country and the landsdelen are made here, as what is left of the outlines
of their provinces when the borders between them are taken away.

All numbers are little-endian; every part begins at a multiple of eight bytes.

  0  magic "MAAKBND" and a zero byte     16  number of arcs            28  offset: first point of each arc, u32[arcs + 1]
  8  version, u32 = 1                    20  number of points          32  offset: points, f64[2 * points] (lon, lat)
 12  bytes in all, u32                   24  number of levels          36  0
 40  one row of twelve u32 a level:
     level (as MaakLevel), regions, rings, references, arcs of the level,
     offsets of: first ring of each region u32[regions + 1]; first reference of each ring u32[rings + 1];
     hole flags u8[rings]; references i32 (i, or ~i for backwards); arcs of the level i32; outer flags u8[arcs in all];
     codes char[8][regions]

Outer rings run counterclockwise and holes clockwise (RFC 7946), seen with north up.
"""
import csv
import json
import struct
import sys

LEVELS = {"country": 0, "landsdeel": 1, "province": 2, "corop": 3, "municipality": 4}
OBJECTS = {"province": "provinces", "corop": "corop", "municipality": "municipalities"}


def read_regions(file):
    """Codes by level, in order; and the parent of each code."""
    with open(file, encoding="utf-8", newline="") as stream:
        next(stream)  # the year
        rows = list(csv.DictReader(stream))
    order, parent = {level: [] for level in LEVELS}, {}
    for row in rows:
        parent[row["code"]] = row["parent"]
        if row["level"] in order:
            order[row["level"]].append(row["code"])
    return order, parent


def decode_arcs(topology):
    """Arcs as whole quantised points, which compare exactly, and the function that makes degrees of them."""
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x, y))
        arcs.append(points)
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    return arcs, lambda x, y: (x * scale_x + move_x, y * scale_y + move_y)


def find_same(arcs):
    """For each arc the first one with the same points, so that a border that stands in the topology twice is shared."""
    seen, same = {}, []
    for index, points in enumerate(arcs):
        ref = seen.setdefault(tuple(points), index)
        seen.setdefault(tuple(reversed(points)), ~index)
        same.append(ref)
    return same


def points_of(arcs, ref):
    return arcs[ref] if ref >= 0 else arcs[~ref][::-1]


def close_ring(arcs, refs):
    points = []
    for ref in refs:
        part = points_of(arcs, ref)
        if points and points[-1] != part[0]:
            sys.exit(f"arc {ref} does not begin where the one before it ends")
        points += part[1:] if points else part
    if points[0] != points[-1]:
        sys.exit(f"the ring that begins with arc {refs[0]} is not closed")
    return points


def area_of(points):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:])) / 2


def orient(arcs, refs, hole):
    area = area_of(close_ring(arcs, refs))
    if area == 0:
        sys.exit(f"the ring that begins with arc {refs[0]} has no area")
    return [~ref for ref in reversed(refs)] if (area > 0) == hole else list(refs)


def read_level(topology, arcs, same, level, order):
    """Rings of each region in the order of the region set: (refs, hole)."""
    found = {shape["id"]: shape for shape in topology["objects"][OBJECTS[level]]["geometries"]}
    if set(found) != set(order):
        sys.exit(f"{level}: the topology and the regions differ: {sorted(set(found) ^ set(order))}")
    regions = []
    for code in order:
        shape = found[code]
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        regions.append([(orient(arcs, [same[ref] if ref >= 0 else ~same[~ref] for ref in ring], index > 0), index > 0)
                        for polygon in polygons for index, ring in enumerate(polygon)])
    return regions


def unite(arcs, regions):
    """The rings of several regions together: the arcs that only one of them has, joined end to end."""
    count = {}
    for rings in regions:
        for refs, _ in rings:
            for ref in refs:
                count[max(ref, ~ref)] = count.get(max(ref, ~ref), 0) + 1
    starts = {}
    for rings in regions:
        for refs, _ in rings:
            for ref in refs:
                if count[max(ref, ~ref)] == 1:
                    starts.setdefault(points_of(arcs, ref)[0], []).append(ref)
    united = []
    for start in list(starts):
        while starts.get(start):
            refs, end = [], None
            while end != start:
                ref = starts[start if end is None else end].pop()
                refs.append(ref)
                end = points_of(arcs, ref)[-1]
            # Every arc keeps its region on its left, so what runs clockwise encloses something that is not of it.
            united.append((refs, area_of(close_ring(arcs, refs)) < 0))
    return sorted(united, key=lambda ring: ring[1])


class Blob:
    """Parts one after another, each at a multiple of eight."""

    def __init__(self, size):
        self.data = bytearray(size)

    def add(self, kind, values):
        self.data += bytes(-len(self.data) % 8)
        offset = len(self.data)
        self.data += values if kind is None else struct.pack(f"<{len(values)}{kind}", *values)
        return offset


def running(counts):
    total, sums = 0, [0]
    for count in counts:
        total += count
        sums.append(total)
    return sums


def add_level(blob, level, codes, regions, n_arcs):
    rings = [ring for region in regions for ring in region]
    refs = [ref for ring, _ in rings for ref in ring]
    used = {}
    for ref in refs:
        used[max(ref, ~ref)] = used.get(max(ref, ~ref), 0) + 1
    if max(used.values()) > 2:
        sys.exit(f"{level}: an arc with more than two sides")
    for code in codes:
        if len(code) > 7:
            sys.exit(f"{code}: a code has at most seven letters")
    return struct.pack("<12I", LEVELS[level], len(regions), len(rings), len(refs), len(used),
                       blob.add("I", running(len(region) for region in regions)),
                       blob.add("I", running(len(ring) for ring, _ in rings)),
                       blob.add("B", [int(hole) for _, hole in rings]),
                       blob.add("i", refs),
                       blob.add("i", sorted(used)),
                       blob.add("B", [int(used.get(arc) == 1) for arc in range(n_arcs)]),
                       blob.add(None, b"".join(code.encode("ascii").ljust(8, b"\0") for code in codes)))


def main():
    source, regions_file, output = sys.argv[1:]
    with open(source, encoding="utf-8") as stream:
        topology = json.load(stream)
    order, parent = read_regions(regions_file)
    arcs, to_degrees = decode_arcs(topology)
    same = find_same(arcs)
    levels = {level: read_level(topology, arcs, same, level, order[level]) for level in OBJECTS}
    provinces = dict(zip(order["province"], levels["province"]))
    levels["country"] = [unite(arcs, list(provinces.values()))]
    levels["landsdeel"] = [unite(arcs, [provinces[code] for code in order["province"] if parent[code] == part]) for part in order["landsdeel"]]
    used = [level for level in LEVELS if order[level]]
    blob = Blob(40 + 48 * len(used))
    firsts = running(len(arc) for arc in arcs)
    starts = blob.add("I", firsts)
    points = blob.add("d", [number for arc in arcs for x, y in arc for number in to_degrees(x, y)])
    rows = b"".join(add_level(blob, level, order[level], levels[level], len(arcs)) for level in used)
    head = b"MAAKBND\0" + struct.pack("<8I", 1, len(blob.data), len(arcs), firsts[-1], len(used), starts, points, 0)
    blob.data[:len(head) + len(rows)] = head + rows
    with open(output, "wb") as stream:
        stream.write(blob.data)


main()
