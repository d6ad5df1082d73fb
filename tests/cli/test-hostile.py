#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""What people type that is nearly right: an empty option, a negative number, a part of a value that is not there.

test-hostile.py MAAKLAND-CLI
"""
import os
import pathlib
import subprocess
import sys
import tempfile

cli = os.path.abspath(sys.argv[1])
number = failed = 0


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults:
        print(f"# {fault}")


def run(folder, *arguments):
    return subprocess.run([cli, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8",
                          env=os.environ | {"XDG_DATA_HOME": str(folder)})


def refused(folder, arguments, code, words):
    """Refused with the code and the words in both languages, and no file came or changed."""
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    faults = []
    for language, sentence in words.items():
        result = run(folder, *arguments, "--language", language)
        if result.returncode != code or sentence not in result.stderr or result.stdout:
            faults.append(f"{language}: {result.returncode} {result.stdout!r} {result.stderr!r}")
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return faults + ([] if before == after else ["a file came or changed"])


def says(folder, arguments, expected):
    result = run(folder, *arguments)
    return [] if result.returncode == 0 and result.stdout == expected and not result.stderr else [f"{result.returncode} {result.stdout!r} {result.stderr!r}"]


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plan = "plan.maakland.json"
        run(folder, "new", "--region", "PV23", "-o", plan)
        run(folder, "set", plan, "title", "Plan", "--language", "en")
        run(folder, "set", plan, "period", "2027-2031")
        run(folder, "add", plan, "proposals", "--template", "measure")
        needed = {"nl": "is hier nodig", "en": "is needed here"}
        case("new for no region", refused(folder, ["new", "--region", "", "-o", "other.json"], 3, needed))
        case("new in no file", refused(folder, ["new", "--region", "PV23", "-o", ""], 3, needed))
        for part in ("title.de", "title.en.x", "title[0]", "period.middle", "period.start.year"):
            case(f"get a part that is not there: {part}", refused(folder, ["get", plan, part], 2, {"nl": "heeft geen deel", "en": "has no part"}))
        case("get a part that is there: a language", says(folder, ["get", plan, "title.en"], "Plan\n"))
        case("get a part that is there: a day", says(folder, ["get", plan, "period.start"], "2027-01-01\n"))
        case("set a negative number", says(folder, ["set", plan, "proposals[0].sum-asked", "-5"], ""))
        case("set a list in prose", says(folder, ["set", plan, "proposals[0].problem", "- one\n- two", "--language", "en"], ""))
        case("it is what was typed", says(folder, ["get", plan, "proposals[0].problem", "--language", "en"], "- one\n- two\n"))
        case("an option that is none", refused(folder, ["get", plan, "title", "--frob"], 3, {"nl": "De optie “--frob” bestaat niet", "en": "There is no option “--frob”"}))
        newer = folder / "newer.json"
        newer.write_text((folder / plan).read_text(encoding="utf-8").replace('"version": 1', '"version": 2'), encoding="utf-8")
        case("change a plan of a newer version", refused(folder, ["set", "newer.json", "title", "x"], 2, {"nl": "Werk Maakland bij", "en": "Update Maakland"}))
    print(f"1..{number}")
    return failed > 0


sys.exit(main())
