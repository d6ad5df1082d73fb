#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds data/templates/, data/phrases/ and the C sources to the rules of template_rules.py, and each rule to a planted
fault: a rule that finds nothing there is a broken rule.

check-templates.py ROOT
"""
import copy
import json
import pathlib
import sys

sys.dont_write_bytecode = True
import template_rules as rules

root = pathlib.Path(sys.argv[1])
number = failed = 0


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults[:20]:
        print(f"# {fault}")


# Two languages for every label, so that a planted fault is the only one.
def text(nl, en=None):
    return {"nl": nl, "en": en or nl}


GOOD = {"templates": [
    {"id": "row", "label": text("Rij"), "plural": text("Rijen"), "help": text("Hulp."), "sections": [
        {"id": "main", "label": text("Deel"), "help": text("Hulp."), "fields": [
            {"id": "title", "type": "text", "role": "title", "label": text("Naam"), "help": text("Hulp.")}]}]},
    {"id": "sample", "label": text("Proef"), "plural": text("Proeven"), "help": text("Hulp."), "sections": [
        {"id": "main", "label": text("Deel"), "help": text("Hulp."), "fields": [
            {"id": "name", "type": "text", "role": "title", "label": text("Naam"), "help": text("Hulp."), "words": 5},
            {"id": "state", "type": "choice", "vocabulary": "state", "label": text("Stand"), "help": text("Hulp.")},
            {"id": "rows", "type": "list", "of": "row", "columns": ["title"], "label": text("Rijen"), "help": text("Hulp.")}]}],
     "checks": [{"id": "named", "severity": "advice", "at": "name", "holds": "filled(name)",
                 "message": {"nl": "Geef {name} een naam.", "en": "Give {name} a name."}}]}]}


def plant(change):
    data = copy.deepcopy(GOOD)
    sample = data["templates"][1]
    change(sample, sample["sections"][0]["fields"], sample["checks"][0])
    return {"planted.json": json.dumps(data)}


PLANTED = [
    ("a member twice", rules.check_form, {"planted.json": '{"templates": [], "templates": []}'}),
    ("not JSON", rules.check_form, {"planted.json": '{"templates": ['}),
    ("a language missing", rules.check_languages, plant(lambda t, f, c: f[0]["label"].pop("en"))),
    ("a language empty", rules.check_languages, plant(lambda t, f, c: f[0]["help"].update(en=""))),
    ("a field without help", rules.check_worded, plant(lambda t, f, c: f[0].pop("help"))),
    ("a template without plural", rules.check_worded, plant(lambda t, f, c: t.pop("plural"))),
    ("a field twice", rules.check_ids, plant(lambda t, f, c: f.append(copy.deepcopy(f[0])))),
    ("an id with capitals", rules.check_ids, plant(lambda t, f, c: f[0].update(id="Name"))),
    ("a template twice", rules.check_ids, plant(lambda t, f, c: t.update(id="row"))),
    ("a reserved id", rules.check_ids, plant(lambda t, f, c: f[0].update(id="plan"))),
    ("an unknown member", rules.check_members, plant(lambda t, f, c: f[0].update(colour="red"))),
    ("a member of another type", rules.check_members, plant(lambda t, f, c: f[1].update(words=5))),
    ("a check without message", rules.check_members, plant(lambda t, f, c: c.pop("message"))),
    ("an unknown type", rules.check_types, plant(lambda t, f, c: f[0].update(type="essay"))),
    ("an unknown role", rules.check_types, plant(lambda t, f, c: f[0].update(role="hero"))),
    ("a role with another type", rules.check_types, plant(lambda t, f, c: f[1].update(role="deadline"))),
    ("a role taken twice", rules.check_types, plant(lambda t, f, c: f.append({**f[0], "id": "other"}))),
    ("an unknown presentation", rules.check_types, plant(lambda t, f, c: f[2].update(present="cloud"))),
    ("an override of a type", rules.check_types, plant(lambda t, f, c: (t.update(extends="row"), f[0].update(id="title")))),
    ("an unknown vocabulary", rules.check_names, plant(lambda t, f, c: f[1].update(vocabulary="colours"))),
    ("an unknown template", rules.check_names, plant(lambda t, f, c: f[2].update(of="column"))),
    ("an unknown column", rules.check_names, plant(lambda t, f, c: f[2].update(columns=["name"]))),
    ("a check at nothing", rules.check_names, plant(lambda t, f, c: c.update(at="nowhere"))),
    ("extends nothing", rules.check_names, plant(lambda t, f, c: t.update(extends="nothing"))),
    ("an enclosure that is no kind", rules.check_names, plant(lambda t, f, c: t.update(fund={"enclosures": [{"id": "cake"}]}))),
    ("a table without columns", rules.check_tables, plant(lambda t, f, c: f[2].pop("columns"))),
    ("a timeline without dates", rules.check_positions, plant(lambda t, f, c: f[2].update(present="timeline"))),
    ("a value in one language only", rules.check_messages, plant(lambda t, f, c: c["message"].update(en="Give it a name."))),
    ("no sentence", rules.check_messages, plant(lambda t, f, c: c["message"].update(en="Give {name} a name"))),
]

shelf = rules.read_shelf(root)
for file in shelf.files:
    for name, rule in rules.FILE_RULES.items():
        case(f"{file}: {name}", rule(shelf, file))

for chapter in sorted(shelf.vocabularies.get("chapter", set())):
    known = {section for name in ("plan", "strategy", "proposal") for section in shelf.sections(shelf.templates[name])}
    case(f"chapter {chapter} is a section", [] if {chapter, f"{chapter}-part"} & known else ["no section of this name"])

for file in sorted((root / "data/phrases").glob("*.json")):
    data = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=rules.refuse_twins)
    case(f"phrases/{file.name}: nl and en everywhere",
         [ident for ident, words in data["phrases"].items() if set(words) != {"nl", "en"} or not all(w.strip() for w in words.values())])

for name, rule, files in [("nothing planted", rule, {"planted.json": json.dumps(GOOD)}) for rule in rules.FILE_RULES.values()]:
    case(f"{name}: {rule.__name__} finds nothing", rule(rules.Shelf(shelf.readme, files, shelf.vocabularies), "planted.json"))
for name, rule, files in PLANTED:
    found = rule(rules.Shelf(shelf.readme, files, shelf.vocabularies), "planted.json")
    case(f"planted: {name}", [] if found else ["not found"])

ids = rules.distinctive_ids(shelf)
for module in sorted(folder.name for folder in (root / "src").iterdir() if folder.is_dir()):
    case(f"src/{module}: no template's field in C", rules.check_module(root, module, ids))
for name, source, found in [
        ("a field's id", 'lookup (t, "work-packages");', 1), ("a path of fields", 'get (plan, "proposals.sponsor.work-packages");', 1),
        ("a role", 'role ("sum-asked");', 0), ("a comment", '/* "work-packages" */ int a; // "milestones"', 0),
        ("a sentence", 'print ("the work-packages of a plan");', 0), ("an include", '#include "work-packages"', 0),
        ("behind a string with a comment's sign", 'f ("/*"); g ("milestones");', 1)]:
    hits = rules.find_field_ids(source, ids)
    case(f"C literals: {name}", [] if len(hits) == found else [f"found {hits}"])

print(f"1..{number}")
sys.exit(failed > 0)
