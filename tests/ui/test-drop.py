#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Files that are dragged onto a window, with the mouse, from another program: a plan opens; of anything else a sentence says what it is
and what to do. Also where a text lies under the pointer, which would take the name of the file for words."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import driver

tap = driver.Tap()
work = pathlib.Path(os.environ["HOME"], "work")
work.mkdir()
example = driver.SOURCE / "data/examples/overijssel.maakland.json"
plan, other, table, picture, folder = (work / name for name in ("plan.maakland.json", "andere.maakland.json", "cijfers.csv", "foto.png", "map"))
shutil.copy(example, plan)
other.write_text(example.read_text(encoding="utf-8").replace("Het oosten maakt", "Het andere plan"), encoding="utf-8")
table.write_text("provincie;waarde\nOverijssel;1\n", encoding="utf-8")
picture.write_bytes(b"\x89PNG\r\n\x1a\n")
folder.mkdir()
program = driver.Program(plan, "--page", "plan", language="nl")


def centre(window):
    place = dict(line.split("=") for line in driver.xdotool("getwindowgeometry", "--shell", window).splitlines())
    return int(place["X"]) + int(place["WIDTH"]) // 2, int(place["Y"]) + int(place["HEIGHT"]) // 2


def drag(*files, onto=None):
    """From a window of another program onto the middle of ours: there is a text. Or onto the middle of a thing in it."""
    source = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).with_name("drag-source.py")), *map(str, files)])
    try:
        window = driver.wait_until(lambda: driver.xdotool("search", "--onlyvisible", "--pid", source.pid, "--name", "files to drag"), "the window to drag from")
        ours = program.activate_window("Het oosten maakt")
        target = centre(ours)
        if onto:
            place = dict(line.split("=") for line in driver.xdotool("getwindowgeometry", "--shell", ours).splitlines())
            left, top, width, height = program.rest(onto)
            target = int(place["X"]) + left + width // 2, int(place["Y"]) + top + height // 2
        driver.xdotool("windowactivate", "--sync", window)
        x, y = centre(window)
        driver.xdotool("mousemove", x, y, "mousedown", 1)
        # The pointer goes as a hand moves it: each side answers the other on the way.
        for step in range(1, 21):
            driver.xdotool("mousemove", x + (target[0] - x) * step // 20, y + (target[1] - y) * step // 20)
            time.sleep(0.05)
        time.sleep(0.3)
        driver.xdotool("mouseup", 1)
        yield
    finally:
        source.kill()
        source.wait()


def drop(files, title, words):
    for _ in drag(*files):
        dialog = program.find("alert dialog", title)
    assert any(words in node.title for node in program.look(dialog)), [node.title for node in program.look(dialog)]
    program.press("button", "Sluiten", within=dialog)
    program.wait_gone("alert dialog", title)


def drop_plan():
    for _ in drag(other):
        program.find(("window", "frame"), "Het andere plan")
    assert len(program.windows()) == 2, program.windows()


def onto_field():
    """A field for a file takes it; of several it takes none, and says so."""
    program.find("label", "Geen bestand gekozen")
    for _ in drag(picture, table, onto=program.find("label", "Geen bestand gekozen")):
        program.find("label", "Hier past één bestand. Sleep er één tegelijk naartoe.")
    for _ in drag(picture, onto=program.find("label", "Geen bestand gekozen")):
        program.find("label", "foto.png")
    assert not program.has("alert dialog"), "a window told what the file is"


def nothing_is_typed():
    assert not program.find_all(None, re.compile(str(work))), "the name of a file came into a text"
    program.find("label", "plan.maakland.json")


tap.run("a table", drop, [table], "‘cijfers.csv’ is een tabel, geen plan", "kopieer de cellen")
tap.run("a picture", drop, [picture], "‘foto.png’ is een afbeelding, geen plan", "bijlagen")
tap.run("a folder", drop, [folder], "‘map’ is een map, geen plan", ".maakland.json")
tap.run("nothing came into the plan", nothing_is_typed)
tap.run("a plan opens in a window of its own", drop_plan)
program.kill(driver.signal.SIGTERM)
first, program = program, driver.Program(plan, "--record", "attachments[0]", "--height", 1100, language="nl")
tap.run("a field for a file takes it", onto_field)
tap.close(first, program)
