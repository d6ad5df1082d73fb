#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""What a screen reader finds on every page and on a form of each kind of record: whatever takes the keyboard has a name, in the
language of the window; every province of the map is named with its value and class.

test-accessibility.py LANGUAGE
"""
import csv
import re
import sys

import driver
import inspector

language = sys.argv[1]
with (driver.SOURCE / "data/atlas/regions.csv").open(encoding="utf-8") as file:
    next(file)
    PROVINCES = [row[language] for row in csv.DictReader(file) if row["level"] == "province"]
assert len(PROVINCES) == 12


def name_of(node):
    """As a screen reader: the name, or what the things say that it is labelled by. Words that merely stand in it do not count."""
    if node.name.strip():
        return node.name
    return " ".join(driver.access.Node(node.bus, node.owner, path).words for path in node.relations.get("labelled-by", [])).strip()


def needs_name(node):
    # The option that a drop-down shows is a part of it; the whole takes the keyboard.
    if node.role in ("generic", "list", "list item") and "combo box" in [above.role for above in node.parents()]:
        return False
    # A page that only says something scrolls when it must; its group bears its words.
    if node.role == "generic" and node.parent and node.parent.role == "group" and node.parent.name:
        return False
    # A pane that scrolls and the list of a group of rows hand the keyboard on to what is in it; only empty ones would take it.
    return "focusable" in node.states and not (node.role in ("generic", "list") and any("focusable" in inner.states for inner in node.walk() if inner is not node))


def check_names(window, view):
    window.show(view)
    for share in (0, 1, 1):
        window.ask("scroll", share)
    nodes = window.look()
    assert len(nodes) > 20, f"only {len(nodes)} things"
    faults = [node.path_names() for node in nodes if needs_name(node) and not name_of(node)]
    # A picture that is no decoration says what it shows.
    faults += [node.path_names() for node in nodes if node.role in ("drawing area", "canvas", "chart") and not name_of(node)]
    assert not faults, "\n".join(dict.fromkeys(faults))


def check_provinces(window):
    window.show(inspector.View("map", "map"))
    found = {}
    for node in window.look():
        for province in PROVINCES:
            if node.name.startswith(province) and "focusable" in node.states:
                found.setdefault(province, []).append(f"{node.name} {node.description}")
    faults = []
    for province in PROVINCES:
        said = found.get(province, [])
        # "Overijssel: 15,2 %, class 4 of 5": a value, and the class that its colour stands for
        if not any(re.search(r"\d", words) and re.search(r"\b(klasse|class)\b", words) for words in said):
            faults.append(f"{province}: {said or 'not there'}")
    assert not faults, "\n".join(faults)


tap = driver.Tap()
programs = []
for plan in (False, True):
    window = tap.run(f"the window opens {'with' if plan else 'without'} a plan",
                     lambda: inspector.Window(*([inspector.EXAMPLE] if plan else []), language=language))
    programs.append(window)
    if window is None:
        continue
    window.wait_ready()
    window.resize(1280, 800)
    for view in inspector.list_views():
        if view.plan == plan:
            tap.run(f"names on {view.name}", check_names, window, view, picture=False)
    if plan:
        tap.run("the provinces of the map", check_provinces, window)
    window.kill(15)
tap.close(*programs)
