#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""From the map an illustration goes into the plan: places that can be told apart, and a plan that stays as it is while the dialog asks.
And the offers to undo a step, which end with the next step."""
import collections
import os
import pathlib
import re
import shutil

import driver

tap = driver.Tap()
plan = pathlib.Path(os.environ["HOME"], "plan.maakland.json")
shutil.copy(driver.SOURCE / "data/examples/overijssel.maakland.json", plan)
program = driver.Program(plan, "--page", "map", language="en")


def open_dialog():
    program.press("button", "Add to plan…")
    return program.find("dialog", "Add to the plan")


def close_dialog():
    program.press("button", "Cancel", within=program.find("dialog", "Add to the plan"))
    program.wait_gone("dialog", "Add to the plan")


def show_page(name):
    program.press(program.find("list item", re.compile("^" + name)))


def places_differ():
    show_page("Map")
    dialog = open_dialog()
    names = collections.Counter(node.title for node in program.look(dialog) if node.role in ("checkbox", "radio", "radio button"))
    assert names and max(names.values()) == 1, names
    rows = collections.Counter(tuple(inner.title for inner in row.walk() if inner.role == "label") for row in program.find_all("list item", within=dialog))
    assert max(rows.values()) == 1, rows
    close_dialog()


def remove_partner():
    program.press(program.find("button", re.compile("Remove .*Gelderland")))
    program.wait_gone("button", re.compile("Remove .*Gelderland"))


def covered():
    """Ctrl+Z with the dialog open leaves the plan behind it alone; what is added then is there."""
    show_page("About this plan")
    remove_partner()
    show_page("Map")
    dialog = open_dialog()
    program.activate_window()
    program.key("ctrl+z", "ctrl+z")
    place = next(node for node in program.look(dialog) if node.role in ("checkbox", "radio", "radio button"))
    program.press(place)
    program.press("button", "Add", within=dialog)
    program.wait_gone("dialog", "Add to the plan")
    program.find("label", re.compile("^Added to"))
    show_page("About this plan")
    program.find("button", re.compile("Partner"))
    assert not program.has("button", re.compile("Remove .*Gelderland")), "the plan behind the dialog was undone"


tap.run("nothing is undone behind a dialog", covered)
tap.run("each place has a name of its own", places_differ)
tap.close(program)
