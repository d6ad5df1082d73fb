#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds data/vocabularies/ to its form, and each rule to a planted fault: a rule that finds nothing there is a broken rule.

check-vocabularies.py ROOT
"""
import json
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1]) / "data/vocabularies"
number = failed = 0
MEMBERS = {"code", "nl", "en", "parent", "note", "state", "kind", "sources"}


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults[:20]:
        print(f"# {fault}")


def refuse_twins(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError(f"a member stands twice: {[name for name, _ in pairs]}")
    return members


def both(text):
    return isinstance(text, dict) and set(text) == {"nl", "en"} and all(isinstance(t, str) and t.strip() for t in text.values())


def check_members(terms, documents):
    return [f"{t.get('code')}: {sorted(set(t) - MEMBERS)}" for t in terms if set(t) - MEMBERS or not isinstance(t.get("code"), str)]


def check_codes(terms, documents):
    codes = [t["code"] for t in terms]
    return [f"{code}: twice" for code in sorted({code for code in codes if codes.count(code) > 1})] + \
        [f"{code}: form" for code in codes if not re.fullmatch(r"[a-z0-9][A-Za-z0-9.-]*", code)]


def check_parents(terms, documents):
    seen, faults = set(), []
    for term in terms:
        if "parent" in term and term["parent"] not in seen:
            faults.append(f"{term['code']}: its parent {term['parent']} does not stand above it")
        seen.add(term["code"])
    return faults


def check_languages(terms, documents):
    faults = [f"{t['code']}: a language is empty" for t in terms if not both({"nl": t.get("nl"), "en": t.get("en")})]
    return faults + [f"{t['code']}: note" for t in terms if "note" in t and not both(t["note"])]


def check_writing(terms, documents):
    """What an eye passes over: double or hanging spaces, a full stop where none or one is due, two terms that read the same."""
    faults, labels = [], set()
    for term in terms:
        texts = [term.get("nl", ""), term.get("en", "")] + list(term.get("note", {}).values())
        faults += [f"{term['code']}: spaces: {text}" for text in texts if text != " ".join(text.split())]
        faults += [f"{term['code']}: label ends in a full stop" for text in texts[:2] if text.endswith(".")]
        faults += [f"{term['code']}: note needs a capital and a full stop" for text in texts[2:] if not re.match(r"[A-Z0-9]", text) or not text.endswith(".")]
        for language in ("nl", "en"):
            key = (language, term.get(language), term.get("parent"))
            faults += [f"{term['code']}: label stands twice"] if key in labels else []
            labels.add(key)
    return faults


def check_state(terms, documents):
    return [f"{t['code']}: state {t['state']}" for t in terms if "state" in t and (t["state"] != "ended" or "note" not in t)]


def check_sources(terms, documents):
    """Terms of the papers say where they come from; the program's own lists (states, kinds, steps) need not."""
    of_papers = any("sources" in t for t in terms)
    return [f"{t['code']}: sources" for t in terms if of_papers and (not t.get("sources") or set(t["sources"]) - documents)]


RULES = {"only known members": check_members, "codes are unique": check_codes, "parents stand above": check_parents,
         "both languages": check_languages, "clean writing": check_writing, "an ended scheme says so": check_state,
         "sources are documents": check_sources}
GOOD = {"code": "kn.I", "nl": "Geld", "en": "Money", "sources": ["d"]}
PLANTED = {"only known members": {**GOOD, "remark": "x"}, "codes are unique": GOOD, "parents stand above": {**GOOD, "code": "a", "parent": "b"},
           "both languages": {**GOOD, "code": "a", "en": " "}, "clean writing": {**GOOD, "code": "a", "nl": "Twee  spaties"},
           "an ended scheme says so": {**GOOD, "code": "a", "state": "ended"}, "sources are documents": {**GOOD, "code": "a", "sources": ["004"]}}


def check_documents(documents):
    faults = []
    for document in documents:
        if not both(document.get("author")) or not both(document.get("title")) or not 1900 < document.get("year", 0) < 2100:
            faults.append(f"{document.get('id')}: author, title and year are due")
        if not 1 <= document.get("month", 1) <= 12:
            faults.append(f"{document['id']}: month")
    return faults


def main():
    for name, rule in RULES.items():
        case(f"a planted fault is found: {name}", [] if rule([GOOD, PLANTED[name]], {"d"}) else ["nothing was found"])
    case("a good term passes", [fault for rule in RULES.values() for fault in rule([GOOD], {"d"})])
    documents = json.loads((folder / "documents.json").read_text(encoding="utf-8"), object_pairs_hook=refuse_twins)["documents"]
    case("documents.json: author, title and year", check_documents(documents))
    case("a planted fault is found: a document without a year", [] if check_documents([{**documents[0], "year": 0}]) else ["nothing was found"])
    ids, counts, table = {document["id"] for document in documents}, {}, (folder / "README.md").read_text(encoding="utf-8")
    for file in sorted(folder.glob("*.json")):
        if file.name == "documents.json":
            continue
        text = file.read_text(encoding="utf-8")
        vocabulary = json.loads(text, object_pairs_hook=refuse_twins)
        terms = vocabulary["terms"]
        counts[file.stem] = len(terms)
        case(f"{file.name}: id, label and one term a line",
             [f"{key}" for key, good in {"id is not the file's name": vocabulary["vocabulary"] == file.stem, "label": both(vocabulary["label"]),
                                         "one term a line": text.count("\n    {\"code\"") == len(terms)}.items() if not good])
        for name, rule in RULES.items():
            case(f"{file.name}: {name}", rule(terms, ids))
    rows = {m[1]: int(m[2]) for m in re.finditer(r"^\| `([a-z-]+)` \| .* \| (\d+) \|$", table, re.M)}
    case("README.md gives each vocabulary that it lists the number of its terms", [f"{key}: {rows.get(key)} in the README, {counts.get(key)} in the file"
                                                                     for key in rows if rows[key] != counts.get(key)] or ([] if len(rows) >= 20 else ["the table was not read"]))
    print(f"1..{number}")
    return failed > 0


sys.exit(main())
