#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The command datasets, run as a person runs it.

test-datasets-command.py MAAKLAND-CLI DATA-FOLDER
"""
import csv
import io
import json
import pathlib
import subprocess
import sys

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
number = 0


def case(name, holds, told=""):
    global number
    number += 1
    print(f"{'ok' if holds else 'not ok'} {number} {name}")
    if not holds and told:
        print("".join(f"# {line}\n" for line in told.splitlines()), end="")


def run(*arguments):
    done = subprocess.run([program, "datasets", *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout, done.stderr


def table(*arguments):
    return list(csv.DictReader(io.StringIO(run(*arguments, "--csv", "--language", "en")[1])))


described = json.loads((folder / "datasets.json").read_text(encoding="utf-8"))["datasets"]

code, out, err = run("--language", "nl")
case("list/ends well", code == 0 and not err, err)
for row in described:
    case(f"list/{row['id']}", any(line.startswith(row["id"] + " ") and row["level"] in line and row["title"]["nl"] in line for line in out.splitlines()), out)
case("list/status", "niet g" in next(line for line in out.splitlines() if line.startswith("gva-industry ")), out)
case("list/csv", [row["id"] for row in table()] == [row["id"] for row in described])

# What a file says is what the command says, number by number.
for name in ("gva-industry", "gdp", "gva-total-2018", "gva-total-2021", "gva-total-2022", "population", "pupils-n-profile"):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as stream:
        shipped = {(row["region"], row["period"]): (row["value"], row["status"]) for row in csv.DictReader(stream)}
    printed = {(row["region"], row["period"]): (row["value"], row["status"]) for row in table(name)}
    case(f"values/{name}", printed == shipped, str(sorted(set(printed.items()) ^ set(shipped.items()))))
    case(f"source/{name}", all(row["source"] for row in table(name)))

ratio = {row["region"]: float(row["value"]) for row in table("gva-industry", "--metric", "ratio-gdp")}
case("metric/limburg", round(ratio["PV31"], 3) == 0.183, str(ratio))
case("metric/together", round(ratio[""], 3) == 0.110, str(ratio))
case("period", {row["period"] for row in table("gdp", "--period", "2018")} == {"2018"})
case("growth over a run of years", {row["period"] for row in table("gdp", "--metric", "growth", "--period", "2015-2020")} == {"2015-2020"})
case("benchmark", any(row["name"] == "OECD" and row["value"] == "44.5" for row in table("industry-productivity-level")))

code, out, err = run("gva-industry", "--language", "nl")
case("caution", "87.603" in out and "86 miljard" in out and "Bron: CBS, StatLine 84419NED" in out, out)
code, out, err = run("gva-industry", "--language", "en")
case("english", "€6,896" in out and "unverified" in out and "Source: CBS" in out, out)

for name, arguments, status, words in (
        ("unknown dataset", ["nothing", "--language", "nl"], 2, "Er is geen dataset ‘nothing’"),
        ("unknown metric", ["gdp", "-m", "shape", "--language", "en"], 2, "There is no metric ‘shape’"),
        ("unknown period", ["gdp", "-p", "1999", "--language", "en"], 2, "there are no figures of 1999"),
        ("no period", ["gdp", "-p", "then", "--language", "en"], 3, "is not a period"),
        ("not computable", ["gva-industry", "-m", "growth", "--language", "en"], 2, "needs a second period of the same edition"),
        ("two datasets", ["gdp", "population", "--language", "en"], 3, "population")):
    code, out, err = run(*arguments)
    case(f"refused/{name}", code == status and words in err and not out and len(err.splitlines()) <= 2, f"{code}\n{out}\n{err}")

print(f"1..{number}")
