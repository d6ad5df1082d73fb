#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds that nothing confidential or internal leaves in a publication copy. Prints TAP.

check-confidential.py MAAKLAND-CLI SOURCE

The example plan gets a string of its own in every place that is not public: fields that a template says are internal
or confidential, in every record that may have them; whole records that say so themselves; conversations. None of the
strings may be in the publication copy, in whatever form a PDF may hold it; the working copy has those that are printed.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import pikepdf

import plan_texts

CLI, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLE = SOURCE / "data/examples/overijssel.maakland.json"
count = failures = 0


def report(name, faults):
    global count, failures
    count += 1
    failures += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {count} {name}")
    for fault in faults[:12]:
        print(f"# {fault}")
    sys.stdout.flush()


def run(*arguments):
    return subprocess.run([str(argument) for argument in arguments], capture_output=True)


class Planter:
    """Gives out strings that occur nowhere else, of letters that every font has."""

    def __init__(self):
        self.planted = {}

    def make(self, path, kind):
        number, letters = len(self.planted), ""
        for _ in range(5):
            letters += "bcdfghjklm"[number % 10]
            number //= 10
        word = f"Zq{letters}x"
        self.planted[word] = (path, kind)
        return word


def plant_text(planter, field, path, kind):
    word = planter.make(path, kind)
    return word if field.get("languages") == "one" else {"nl": word, "en": word}


def plant_fields(templates, planter, record, template, path=""):
    """In every text field that is not public, of this record and of all below it."""
    template = record.get("template", template)
    whole = templates.get(template)
    for name, field in whole["fields"].items():
        place = f"{path}.{name}" if path else name
        if "value" in field:
            continue
        if field["type"] == "text" and plan_texts.strictest(whole["sensitivity"], field.get("sensitivity")) != "public":
            record[name] = plant_text(planter, field, place, field.get("sensitivity") or whole["sensitivity"])
        if field["type"] == "list":
            for number, child in enumerate(record.get(name, [])):
                plant_fields(templates, planter, child, field["of"], f"{place}[{number}]")


def plant_records(templates, planter, record, template, path=""):
    """A copy of the first record of each list that can say so itself, made internal or confidential, with other texts."""
    template = record.get("template", template)
    for name, field in templates.get(template)["fields"].items():
        if field["type"] != "list" or not record.get(name):
            continue
        place = f"{path}.{name}" if path else name
        first = record[name][0]
        own = first.get("template", field["of"])
        role = templates.by_role(own, "sensitivity")
        for number, child in enumerate(record[name]):
            plant_records(templates, planter, child, field["of"], f"{place}[{number}]")
        if role is None or field.get("most") == 1:
            continue
        for level in ("internal", "confidential"):
            secret = {"id": make_id(len(planter.planted)), **({"template": own} if own != field["of"] else {}), role: level}
            for inner, inner_field in templates.get(own)["fields"].items():
                if inner_field["type"] == "text" and "value" not in inner_field and "when" not in inner_field and inner_field.get("role") not in plan_texts.TECHNICAL and inner_field.get("role") != "term-label":
                    secret[inner] = plant_text(planter, inner_field, f"{place}[{level}].{inner}", level)
            record[name].append(secret)


def plant_conversation(templates, planter, plan):
    """A conversation among the sources, cited from prose."""
    name = templates.by_role("plan", "evidence-list")
    citation = templates.by_role("evidence", "citation")
    word = planter.make(f"{name}.conversation", "internal")
    ident = make_id(999999)
    plan[name].append({"id": ident, "title": {"nl": word, "en": word}, citation: {"kind": "conversation", "title": {"nl": word, "en": word}, "author": word, "date": "2026-09-01"}})


def make_id(number):
    return f"00000000-0000-4000-8000-{number:012d}"


def forms_of(word):
    wide = word.encode("utf-16-be")
    return (word.encode(), wide, word.encode().hex().encode(), wide.hex().encode(), wide.hex().upper().encode())


def read_everything(file, folder):
    """All bytes of a PDF with its streams opened, its text, and the strings of its objects."""
    plain = folder / "plain.pdf"
    run("qpdf", "--qdf", "--object-streams=disable", file, plain)
    parts = [file.read_bytes(), plain.read_bytes(), run("pdftotext", "-raw", file, "-").stdout, run("pdfinfo", "-struct-text", file).stdout, run("pdfinfo", "-meta", file).stdout]
    with pikepdf.open(file) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, (pikepdf.Dictionary, pikepdf.Array)):
                parts.append(collect_strings(thing).encode())
    return re.sub(rb"\s+", b"", b"\x00".join(parts)), plain


def collect_strings(thing, depth=0):
    if isinstance(thing, pikepdf.String):
        return str(thing) + "\n"
    if depth > 1:
        return ""
    if isinstance(thing, pikepdf.Dictionary):
        return "".join(collect_strings(value, depth + 1) for key, value in thing.items() if key not in ("/Parent", "/P", "/Prev"))
    if isinstance(thing, pikepdf.Array):
        return "".join(collect_strings(value, depth + 1) for value in thing)
    return ""


def main():
    templates = plan_texts.Templates(SOURCE)
    whole = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    plan, planter = copy.deepcopy(whole["plan"]), Planter()
    plant_fields(templates, planter, plan, "plan")
    plant_records(templates, planter, plan, "plan")
    plant_conversation(templates, planter, plan)
    control = "Zqcontrolex"
    plan[templates.by_role("plan", "title")] = {"nl": control, "en": control}
    whole["plan"] = plan
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file = folder / "planted.maakland.json"
        file.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        report("strings were planted in many places", [] if len(planter.planted) > 100 else [f"only {len(planter.planted)}"])
        for language in ("nl", "en"):
            public, working = folder / f"public-{language}.pdf", folder / f"working-{language}.pdf"
            result = run(CLI, "export", file, "-o", public, "--language", language)
            report(f"{language}: publication copy is made", [] if result.returncode == 0 else [result.stderr.decode()])
            result = run(CLI, "export", file, "-o", working, "--language", language, "--working-copy")
            report(f"{language}: working copy is made", [] if result.returncode == 0 else [result.stderr.decode()])
            everything, _ = read_everything(public, folder)
            report(f"{language}: none of them is in the publication copy", [f"{word} of {planter.planted[word]}" for word in planter.planted if any(form in everything for form in forms_of(word))])
            report(f"{language}: a public string is found there", [] if any(form in everything for form in forms_of(control)) else [control])
            text = re.sub(r"\s+", "", run("pdftotext", "-raw", working, "-").stdout.decode())
            report(f"{language}: each of them is in the working copy", [f"{word} of {planter.planted[word]}" for word in planter.planted if word not in text])
            report(f"{language}: every page of the working copy says so", check_marks(working, language))
    print(f"1..{count}")
    sys.exit(bool(failures))


def check_marks(file, language):
    mark = {"nl": "Werkexemplaar", "en": "Working copy"}[language]
    pages = run("pdftotext", "-layout", file, "-").stdout.decode().split("\f")[:-1]
    return [f"page {number} does not" for number, page in enumerate(pages, 1) if mark not in page]


main()
