#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds data/atlas together, and the packer of the boundaries to planted faults.

check-atlas-data.py DATA-FOLDER
"""
import json
import pathlib
import subprocess
import sys
import tempfile

folder = pathlib.Path(sys.argv[1])
number = 0


def case(name, holds, told=""):
    global number
    number += 1
    print(f"{'ok' if holds else 'not ok'} {number} {name}")
    if not holds and told:
        print("".join(f"# {line}\n" for line in told.splitlines()), end="")


datasets = json.loads((folder / "datasets.json").read_text(encoding="utf-8"))["datasets"]
sources = (folder / "SOURCES.md").read_text(encoding="utf-8")
files = sorted(file.name for file in folder.glob("*.csv") if file.name not in ("regions.csv", "points.csv"))

# No figure without where it comes from, and none that nobody can reach.
for file in files:
    case(f"sources/{file}", f"{file}" in sources)
    case(f"described/{file}", any(row["csv"] == file for row in datasets))
for row in datasets:
    texts = [row["title"], row["source"]["publisher"]] + [row[name] for name in ("note", "prices") if name in row]
    case(f"languages/{row['id']}", all(set(text) == {"nl", "en"} and all(text.values()) for text in texts), str(texts))
for name in ("nl-2025.topojson", "points.csv", "regions.csv"):
    case(f"sources/{name}", name in sources)


def pack(change, regions_change=None):
    """Runs the packer on a topology that was changed; what it says, or None when it packed."""
    topology = json.loads((folder / "nl-2025.topojson").read_text(encoding="utf-8"))
    regions = (folder / "regions.csv").read_text(encoding="utf-8")
    change(topology)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        (place / "t.json").write_text(json.dumps(topology), encoding="utf-8")
        (place / "r.csv").write_text(regions_change(regions) if regions_change else regions, encoding="utf-8")
        done = subprocess.run([sys.executable, str(folder / "pack-boundaries.py"), str(place / "t.json"), str(place / "r.csv"), str(place / "out")],
                              capture_output=True, text=True)
        return None if done.returncode == 0 and (place / "out").exists() else done.stderr


def first_ring(topology, level="provinces"):
    return topology["objects"][level]["geometries"][0]["arcs"][0][0]


def open_ring(topology):
    first_ring(topology).pop()


def swap_arcs(topology):
    ring = first_ring(topology)
    ring[2], ring[5] = ring[5], ring[2]


def rename(topology):
    topology["objects"]["corop"]["geometries"][3]["id"] = "CR99"


def lose_municipality(topology):
    topology["objects"]["municipalities"]["geometries"].pop()


def flatten(topology):
    shape = topology["objects"]["municipalities"]["geometries"][0]
    shape["arcs"].append([[0, -1]])


case("pack/as it ships", pack(lambda topology: None) is None)
for name, change, words in (("ring left open", open_ring, "closed"), ("arcs out of order", swap_arcs, "does not begin where"), ("unknown code", rename, "CR99"),
                            ("region lost", lose_municipality, "differ"), ("ring without area", flatten, "no area")):
    told = pack(change)
    case(f"pack/{name}", told is not None and words in told, str(told))
told = pack(lambda topology: None, lambda text: text.replace("province,PV23", "province,PV99"))
case("pack/region set of another year", told is not None and "PV99" in told, str(told))

print(f"1..{number}")
