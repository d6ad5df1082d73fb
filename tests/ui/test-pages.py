#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Every page and a form of each kind of record, in both languages and three sizes: the window takes the size it is given, down to
360 by 640; no words outside lists end in dots; nothing sticks out, and only tables scroll sideways; every icon exists, and a button
that is only an icon has a tooltip; the log says nothing.

test-pages.py LANGUAGE
"""
import itertools
import json
import sys

import driver
import inspector

language = sys.argv[1]
SIZES = ((1280, 800), (800, 600), (360, 640))
# What a person wrote may be of any length: as a title in the header it may end in dots.
PERSONAL = inspector.EXAMPLE.read_text(encoding="utf-8")


def may_be(fault):
    is_title = fault["kind"] == "ellipsized" and "AdwHeaderBar" in fault["path"]
    if fault["kind"] == "sideways" and "MaakSheetEditor" in fault["path"]:
        return True
    return fault["list"] and fault["kind"] in ("ellipsized", "sideways") or is_title and json.dumps(fault["text"], ensure_ascii=False) in PERSONAL


def check(window, view, width, height):
    before = len(window.troubles())
    window.show(view)
    for share in (0, 1, 1):
        window.ask("scroll", share)
    found = window.inspect()
    faults = [f"{fault['kind']}: {fault['text'] or '-'} ({fault['path']})" for fault in found["faults"] if not may_be(fault)]
    if (found["width"], found["height"]) != (width, height) or found["minimum"] > 360:
        faults.append(f"the window is {found['width']}x{found['height']}, and needs {found['minimum']}")
    faults += window.troubles()[before:]
    assert not faults, "\n".join(faults)


tap = driver.Tap()
programs = []
for plan in (False, True):
    window = tap.run(f"the window opens {'with' if plan else 'without'} a plan",
                     lambda: inspector.Window(*([inspector.EXAMPLE] if plan else []), language=language))
    programs.append(window)
    if window is None:
        continue
    # Pages before forms: a page remembers which of its records is open.
    for forms, (width, height) in itertools.product((False, True), SIZES):
        tap.run(f"{width}x{height}", window.resize, width, height)
        for view in inspector.list_views():
            if view.plan == plan and view.stays == forms:
                tap.run(f"{view.name} at {width}x{height}", check, window, view, width, height, picture=False)
    window.kill(15)
tap.close(*programs)
