#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The example as the program sees it: nothing stands in the way of handing it in, and it lies there as the program writes it.

check-example-cli.py MAAKLAND-CLI ROOT
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

cli, root = sys.argv[1], pathlib.Path(sys.argv[2])
example = root / "data/examples/overijssel.maakland.json"
number = failed = 0


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults[:20]:
        print(f"# {fault}")


def run(*arguments):
    return subprocess.run([cli, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")


def check_findings(result):
    """Advice is welcome: it shows what the program does. Problems and what blocks are not."""
    lines = result.stdout.strip().splitlines()
    advice = [line for line in lines[:-1] if line.startswith(("advies: ", "advice: "))]
    faults = [] if result.returncode == 0 else [f"the program ended with {result.returncode}", result.stderr.strip()]
    faults += [line for line in lines[:-1] if line not in advice]
    return faults + ([] if 0 < len(advice) <= 6 else [f"{len(advice)} pieces of advice"])


def body(file):
    """All but the revisions, which every saving adds to, as text: order and spelling count."""
    text = file.read_text(encoding="utf-8")
    return text[text.index('\n  "plan": '):]


def main():
    for language in ("nl", "en"):
        case(f"nothing but a little advice: {language}", check_findings(run("check", example, "--language", language)))
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / example.name
        shutil.copy(example, copy)
        authors = json.loads(example.read_text(encoding="utf-8"))["plan"]["authors"]
        case("a field can be changed", [] if run("set", copy, "authors", authors + "!").returncode == 0 else ["it cannot"])
        case("a planted change is seen", [] if body(copy) != body(example) else ["it is not"])
        run("set", copy, "authors", authors)
        case("it lies there as the program writes it", [f"line {n}: {a!r} is written {b!r}" for n, (a, b) in enumerate(
            zip(body(example).splitlines(), body(copy).splitlines())) if a != b] or ([] if len(body(copy)) == len(body(example)) else ["the lengths differ"]))
        run("set", copy, "proposals[0].sum-asked", "1", "--language", "nl")
        case("a planted fault is found: a sum that the funding does not give", [] if run("check", copy, "--language", "nl").returncode == 1 else ["nothing was found"])
    print(f"1..{number}")
    return failed > 0


sys.exit(main())
