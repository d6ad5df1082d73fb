#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds schema, program and corpus together: each file of tests/data/plans/good is valid by the schema and read by the program,
each of bad is refused by the program with the path that expected.json names, in both languages and in one sentence,
and by the schema where a schema can; the schemas themselves are as generated and well-formed.

check-plans.py MAAKLAND-CLI ROOT
"""
import json
import pathlib
import re
import subprocess
import sys

import jsonschema

sys.dont_write_bytecode = True
cli, root = sys.argv[1], pathlib.Path(sys.argv[2])
plans = root / "tests/data/plans"
number = failed = 0


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults:
        print(f"# {fault}")


def run(*arguments):
    return subprocess.run([cli, "--templates", "/nonexistent", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")


def refused_by_program(file, path):
    faults, before = [], file.read_bytes()
    for language in ("nl", "en"):
        result = run("info", file, "--language", language)
        place = f"{file}: " + (f"{path}: " if path else "")
        if result.returncode != 2 or result.stdout:
            faults.append(f"{language}: exit {result.returncode}, not 2")
        if not result.stderr.startswith(f"maakland-cli: {place}") or result.stderr.count("\n") != 1:
            faults.append(f"{language}: not one line that begins with {place}: {result.stderr}")
    if file.read_bytes() != before:
        faults.append("the file was changed")
    return faults



schema = json.loads((root / "data/schema/plan-1.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

generated = run("schema").stdout
case("schema of plans: as generated from the templates (maakland-cli schema > data/schema/plan-1.schema.json)",
     [] if generated == (root / "data/schema/plan-1.schema.json").read_text(encoding="utf-8") else ["differs"])

for file in sorted((plans / "good").glob("*.json")) + sorted((root / "data/examples").glob("*.json")):
    data = json.loads(file.read_text(encoding="utf-8"))
    case(f"schema accepts {file.name}", [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(data)][:3])
    result = run("info", file)
    case(f"program reads {file.name}", [] if result.returncode == 0 and not result.stderr else [result.stderr])

expected = json.loads((plans / "expected.json").read_text(encoding="utf-8"))["files"]
files = sorted((plans / "bad").glob("*.json"))
case("every bad file is in expected.json", sorted({file.stem for file in files} ^ set(expected)))
for file in files:
    row = expected[file.stem]
    case(f"program refuses {file.name}", refused_by_program(file, row["path"]))
    if row["schema"]:
        case(f"schema refuses {file.name}", ["accepted"] if validator.is_valid(json.loads(file.read_text(encoding="utf-8"))) else [])

template_schema = json.loads((root / "data/schema/template.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(template_schema)
template_validator = jsonschema.Draft202012Validator(template_schema)
for file in sorted((root / "data/templates").glob("*.json")):
    data = json.loads(file.read_text(encoding="utf-8"))
    case(f"template schema accepts {file.name}", [f"{e.json_path}: {e.message[:200]}" for e in template_validator.iter_errors(data)][:3])

# The worked example of the reference is held to the same schema.
readme = (root / "data/templates/README.md").read_text(encoding="utf-8")
worked = json.loads(re.search(r"```json\n(.*?)```", readme, re.S).group(1))
case("template schema accepts the worked example of the reference", [e.message for e in template_validator.iter_errors(worked)][:3])


def changed(change):
    data = json.loads(json.dumps(worked))
    change(data["templates"][0])
    return data


FAULTS = {
    "unknown member": lambda t: t.update(colour="red"),
    "id with capitals": lambda t: t.update(id="Trial"),
    "no label": lambda t: t.pop("label"),
    "label in one language": lambda t: t.update(label={"nl": "Proef"}),
    "unknown kind": lambda t: t.update(kind="thing"),
    "unknown type of field": lambda t: t["sections"][0]["fields"][0].update(type="colour"),
    "unknown presentation": lambda t: t["sections"][0]["fields"][0].update(type="list", of="line", present="pie"),
    "unknown severity": lambda t: t["checks"][0].update(severity="mild"),
    "check without message": lambda t: t["checks"][0].pop("message"),
    "check without rule": lambda t: t["checks"][0].pop("holds"),
    "minimum as text": lambda t: t["sections"][0]["fields"][1].update(min="0"),
    "unknown sensitivity": lambda t: t.update(sensitivity="secret"),
    "unknown role": lambda t: t["sections"][0]["fields"][0].update(role="hero"),
    "fund with unknown state": lambda t: t.update(fund={"state": "shut"}),
    "section without id": lambda t: t["sections"][0].pop("id"),
}
for name, change in FAULTS.items():
    case(f"template schema refuses: {name}", ["accepted"] if template_validator.is_valid(changed(change)) else [])

print(f"1..{number}")
sys.exit(1 if failed else 0)
