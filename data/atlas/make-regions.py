#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Makes regions.csv from the topology of the boundaries.

make-regions.py NL-YEAR.topojson YEAR > regions.csv

The topology (CBS and Kadaster, see SOURCES.md) gives municipalities, COROP areas and provinces with codes, Dutch names and
parents. What it lacks stands here: the country, Extra-Regio, the four landsdelen with the provinces that make them up (CBS), and
the English names. A NUTS 1 code is the first three characters of the codes of its provinces.
"""
import csv
import json
import sys

LANDSDELEN = {
    "LD01": ("Noord-Nederland", "North Netherlands", range(20, 23)),
    "LD02": ("Oost-Nederland", "East Netherlands", range(23, 26)),
    "LD03": ("West-Nederland", "West Netherlands", range(26, 30)),
    "LD04": ("Zuid-Nederland", "South Netherlands", range(30, 32)),
}
ENGLISH = {"Fryslân": "Friesland", "Noord-Holland": "North Holland", "Zuid-Holland": "South Holland",
           "Noord-Brabant": "North Brabant", "'s-Gravenhage": "The Hague"}


def main():
    topology, year = json.load(open(sys.argv[1], encoding="utf-8")), int(sys.argv[2])
    areas = {name: [(g["id"], g["properties"]) for g in layer["geometries"]] for name, layer in topology["objects"].items()}
    provinces = dict(areas["provinces"])
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["year", year])
    out.writerow(["level", "code", "parent", "nl", "en", "iso", "nuts2021", "nuts2024"])
    out.writerow(["country", "NL01", "", "Nederland", "Netherlands", "NL", "NL", "NL"])
    parent_of = {}
    for code, (dutch, english, numbers) in LANDSDELEN.items():
        members = [f"PV{number}" for number in numbers]
        parent_of.update({member: code for member in members})
        nuts = {year: {provinces[m][f"nuts{year}"][:3] for m in members} for year in (2021, 2024)}
        assert all(len(codes) == 1 for codes in nuts.values()), (code, nuts)
        out.writerow(["landsdeel", code, "NL01", dutch, english, "", nuts[2021].pop(), nuts[2024].pop()])
    assert set(parent_of) == set(provinces)
    for code, p in areas["provinces"]:
        name = p["name"]
        out.writerow(["province", code, parent_of[code], name, ENGLISH.get(name, name), p["iso"], p["nuts2021"], p["nuts2024"]])
    for code, p in sorted(areas["corop"]):
        out.writerow(["corop", code, p["province"], p["name"], p["name"], "", "", ""])
    for code, p in sorted(areas["municipalities"]):
        name = p["name"]
        out.writerow(["municipality", code, p["corop"], name, ENGLISH.get(name, name), "", "", ""])
    out.writerow(["extra", "EXTRA", "NL01", "Extra-Regio", "Extra-Regio", "", "NLZZ", "NLZZ"])


main()
