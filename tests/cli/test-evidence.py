#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""`check` says which cited and drawn values the figures say otherwise now.

test-evidence.py CLI
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

CLI, SOURCE = sys.argv[1], pathlib.Path(os.environ["MAAKLAND_SOURCE"])
number = failed = 0


def case(name, good, detail=""):
    global number, failed
    number += 1
    failed += not good
    print(("ok" if good else "not ok"), number, name)
    if not good:
        print("#", str(detail)[:2000].replace("\n", "\n# "))


def check(plan, language="en"):
    return subprocess.run([CLI, "check", str(plan), "--language", language], capture_output=True, text=True, check=False)


def figures(node):
    """Every citation of a figure in a plan."""
    if isinstance(node, dict):
        if node.get("kind") == "figure":
            yield node
        for child in node.values():
            yield from figures(child)
    elif isinstance(node, list):
        for child in node:
            yield from figures(child)


def main():
    text = (SOURCE / "data/examples/overijssel.maakland.json").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        plan = pathlib.Path(folder, "plan.maakland.json")
        plan.write_text(text, encoding="utf-8")
        before = check(plan)
        case("the example cites what the figures say", before.returncode == 0, before.stdout)

        data = json.loads(text)
        cited = next(node for node in figures(data) if node.get("dataset") == "gva-industry" and "metric" not in node)
        cited["value"] += 1000
        plan.write_text(json.dumps(data), encoding="utf-8")
        for language in ("nl", "en"):
            after = check(plan, language)
            plain = check(plan, language).stdout.splitlines()
            more = len(plain) - len(check(SOURCE / "data/examples/overijssel.maakland.json", language).stdout.splitlines())
            case(f"a value that differs is one more finding ({language})", more == 1 and after.returncode == 0, after.stdout)
            sign = "." if language == "nl" else ","
            said = [f"{value:,.0f}".replace(",", sign) for value in (cited["value"], cited["value"] - 1000)]
            case(f"it names both values ({language})", any(all(word in line for word in said) for line in plain), after.stdout)
    print(f"1..{number}")
    sys.exit(1 if failed else 0)


main()
