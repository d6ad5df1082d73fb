#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds the example plan to the figures that ship, without the engine: every cited or drawn value is computed again here,
from the CSV files. Also that both languages are there, links lead somewhere and money balances.

check-example.py ROOT
"""
import csv
import datetime
import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
number = failed = 0
UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
PROVINCES = [f"PV{code}" for code in range(20, 32)]


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults[:20]:
        print(f"# {fault}")


def read_figures():
    """Dataset id -> {(region, period): (value, status)}, straight from the files."""
    sets = {}
    for entry in json.loads((root / "data/atlas/datasets.json").read_text(encoding="utf-8"))["datasets"]:
        with open(root / "data/atlas" / entry["csv"], encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if all(row[key] == want for key, want in entry.get("where", {}).items())]
        if "value" not in entry:
            sets[entry["id"]] = {(row["region"], row["period"]): (float(row["value"]), row["status"]) for row in rows}
    return sets


def compute(sets, dataset, metric, region, period):
    """The value and the least sure status that stand behind it."""
    if metric in (None, "", "value"):
        own = sets[dataset]
        if region == "NL01" and (region, period) not in own:
            return sum(own[p, period][0] for p in PROVINCES), min((own[p, period][1] for p in PROVINCES), key="unverified provisional final".split().index)
        return own[region, period]
    of, to = sets[dataset], sets["gdp"]
    whole = sum(of[p, period][0] for p in PROVINCES) / sum(to[p, period][0] for p in PROVINCES)
    ratio = whole if region == "NL01" else of[region, period][0] / to[region, period][0]
    status = of[PROVINCES[0] if region == "NL01" else region, period][1]
    return (ratio / whole if metric == "lq" else ratio), status


def walk(value, path="plan"):
    """Every record and text with its path."""
    if isinstance(value, dict):
        yield path, value
        for name, member in value.items():
            yield from walk(member, f"{path}.{name}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from walk(member, f"{path}[{index}]")


def near(a, b):
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))


def check_evidence(sets, citation):
    value, status = compute(sets, citation["dataset"], citation.get("metric"), citation["region"], citation["period"])
    faults = [] if near(value, citation["value"]) else [f"{citation['value']} stands there, {value} follows from the files"]
    return faults + ([] if status == citation["status"] else [f"status {citation['status']}, the files say {status}"])


def check_exhibit(sets, exhibit):
    faults = []
    for row in exhibit["values"]:
        region = row["region"][0] if "region" in row else "NL01"
        value, status = compute(sets, exhibit["dataset"], exhibit.get("metric"), region, row["period"])
        if not near(value, row["number"]) or status != row["status"]:
            faults.append(f"{region} {row['period']}: {row['number']} {row['status']}, the files say {value} {status}")
    return faults


def sums(lines):
    years = {}
    for line in lines:
        for year, amount in line["amounts"].items():
            years[year] = years.get(year, 0) + amount
    return years


def check_proposal(proposal):
    term = [datetime.date.fromisoformat(proposal["term"][end]) for end in ("start", "end")]
    faults = []
    if "budget" in proposal and sums(proposal["budget"]) != sums(proposal["funding"]):
        faults.append(f"budget {sums(proposal['budget'])} and funding {sums(proposal['funding'])} differ")
    for path, record in walk(proposal):
        date = record.get("date")
        if isinstance(date, str) and not term[0] <= datetime.date.fromisoformat(date) <= term[1]:
            faults.append(f"{path}.date {date} lies outside the term")
        for year in record.get("amounts", {}):
            if not term[0].year <= int(year) <= term[1].year:
                faults.append(f"{path}.amounts.{year} lies outside the term")
    return faults


def main():
    sets = read_figures()
    file = json.loads((root / "data/examples/overijssel.maakland.json").read_text(encoding="utf-8"))
    plan = file["plan"]
    nodes = list(walk(plan))
    ids = [record["id"] for _, record in nodes if "id" in record]
    case("ids are version 4 and unique", [id for id in ids if not UUID4.fullmatch(id)] + sorted({id for id in ids if ids.count(id) > 1}))
    texts = [(path, node) for path, node in nodes if node and set(node) <= {"nl", "en", "outdated"}]
    case("both languages of every text, none out of date", [path for path, text in texts if set(text) != {"nl", "en"}])
    links = [(path, link) for path, text in texts for language in text.values() for link in re.findall(r"\(maak:([^)]*)\)", language)]
    case("links lead to a record", [f"{path}: {link}" for path, link in links if link not in ids] or ([] if links else ["there are none"]))
    case("a text cites the same in both languages",
         [path for path, text in texts if sorted(re.findall(r"\(maak:[^)]*\)", text.get("nl", ""))) != sorted(re.findall(r"\(maak:[^)]*\)", text.get("en", "")))])
    cited = json.dumps({name: member for name, member in plan.items() if name != "sources"})
    case("every source is used", [source["title"]["en"] for source in plan["sources"] if source["id"] not in cited])
    for source in plan["sources"]:
        citation = source["citation"]
        if citation["kind"] == "figure":
            case(f"cited: {source['title']['en']}", check_evidence(sets, citation))
        else:
            case(f"cited: {source['title']['en']}", [] if citation.get("year") and citation.get("author") else ["author or year is missing"])
    for path, node in nodes:
        if "values" in node and "dataset" in node:
            case(f"drawn: {node['title']['en']}", check_exhibit(sets, node))
    for proposal in plan["proposals"]:
        case(f"balances and keeps its term: {proposal['title']['en']}", check_proposal(proposal))
    changed = json.loads(json.dumps(next(source["citation"] for source in plan["sources"] if source["citation"]["kind"] == "figure")))
    changed["value"] *= 1.01
    case("a planted fault is found: a value that the files do not give", [] if check_evidence(sets, changed) else ["nothing was found"])
    changed = json.loads(json.dumps(next(proposal for proposal in plan["proposals"] if "budget" in proposal)))
    changed["funding"][0]["amounts"].popitem()
    case("a planted fault is found: a year without funding", [] if check_proposal(changed) else ["nothing was found"])
    print(f"1..{number}")
    return failed > 0


sys.exit(main())
