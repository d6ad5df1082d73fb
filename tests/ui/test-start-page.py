#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""From the Start page: a new plan for Overijssel, saved under a name, closed, opened again from the list; a plan that was never
named, found again; a file that is gone; the example; and the menu's dialogs."""
import json
import os
import pathlib
import re

import driver

tap = driver.Tap(journey=True)
work = pathlib.Path(os.environ["HOME"], "work")
work.mkdir()
saved = work / "overijssel.maakland.json"
program = tap.run("the program starts", lambda: driver.Program(language="nl"))


def new_plan(title=None):
    program.key("ctrl+n")
    dialog = program.find("dialog", "Nieuw plan")
    button = program.find("button", "Aanmaken", within=dialog)
    assert "sensitive" not in button.states, "a plan can be made without a province"
    program.press(program.find(("checkbox", "radio button"), "Overijssel", within=dialog))
    entry = program.find("text box", "Titel", within=dialog)
    program.wait_text(entry, "Overijssel maakt: strategie voor de maakindustrie")
    if title:
        program.set_text(entry, title)
    program.press("button", "Aanmaken", within=dialog)
    program.wait_gone("dialog", "Nieuw plan")


def new_plan_is_filled():
    new_plan()
    program.find(("window", "frame"), "Overijssel maakt: strategie voor de maakindustrie")
    program.find("list item", re.compile("^Controle"))
    assert not program.has("list item", "Start"), "the Start page is still there"


def save_refused():
    """Where a file cannot be written, that is said, and another place is offered."""
    program.key("ctrl+s")
    program.choose_file("/proc/plan")
    program.find("alert dialog", "Het plan is niet in zijn bestand opgeslagen")
    program.press("button", "Elders opslaan…")


def save():
    program.choose_file(saved)
    driver.wait_until(saved.exists, "the file")
    program.find(None, re.compile("Alles opgeslagen"))
    plan = json.loads(saved.read_text(encoding="utf-8"))["plan"]
    assert plan["lead-region"] == ["PV23"] and plan["landsdeel"] == ["LD02"], plan
    assert plan["title"] == {"nl": "Overijssel maakt: strategie voor de maakindustrie", "en": "Made in Overijssel: a strategy for manufacturing"}, plan["title"]
    assert len(plan["sources"]) == 4, "the key figures of the province"


def changed_underneath():
    text = saved.read_text(encoding="utf-8")
    assert "2035-12-31" in text
    saved.write_text(text.replace("2035-12-31", "2034-12-31"), encoding="utf-8")
    program.press("button", "Kiezen wat u doet…")
    program.press("button", "Bestand overnemen")
    program.find("label", "Het plan is nu zoals het bestand")
    program.act("win.undo")
    # The offer to undo would undo something else now: it goes before its time.
    program.wait_gone("label", "Het plan is nu zoals het bestand", limit=6)
    program.key("ctrl+s")
    driver.wait_until(lambda: "2035-12-31" in saved.read_text(encoding="utf-8"), "the file as it was")


def close():
    program.key("ctrl+w")
    assert program.wait_end() == 0


def opened_again():
    program.tab_to(program.find("list item", re.compile("Overijssel maakt")))
    program.key("Return")
    program.find("list item", re.compile("^Controle"))
    program.find(None, re.compile("Alles opgeslagen"))


def never_named():
    """In the window of the named plan a new plan gets a window of its own."""
    new_plan("Nergens opgeslagen")
    program.act("window.close", program.find(("window", "frame"), "Nergens opgeslagen"))
    program.wait_gone(("window", "frame"), "Nergens opgeslagen")


def start_again():
    program.kill(driver.signal.SIGTERM)
    return driver.Program(language="nl")


def draft_is_found():
    program.find("heading", "Nog niet in een bestand")
    row = program.find("list item", re.compile("Nergens opgeslagen"))
    program.press("button", "‘Nergens opgeslagen’ weggooien…", within=row)
    program.press("button", "Weggooien")
    program.wait_gone("list item", re.compile("Nergens opgeslagen"))


def missing_file():
    saved.unlink()
    program.key("ctrl+shift+n")
    driver.wait_until(lambda: len(program.windows()) == 2, "a second window")
    program.act("window.close", program.windows()[1])
    driver.wait_until(lambda: len(program.windows()) == 1, "one window")
    program.activate_window()
    program.find("label", re.compile("niet meer"))
    program.press("button", re.compile("uit deze lijst halen"))
    program.wait_gone("list item", re.compile("Overijssel maakt"))


def example():
    program.press("button", "Voorbeeld bekijken")
    program.act("window.close", program.find(("window", "frame"), "Het oosten maakt"))
    assert program.wait_end() == 0
    return driver.Program(language="nl")


def leaves_nothing():
    program.find("button", "Voorbeeld bekijken")
    assert not program.has("heading", "Nog niet in een bestand"), "an example that nobody changed is kept as a draft"


def language():
    """Chosen in the preferences, and there at the next start."""
    program.kill(driver.signal.SIGTERM)
    keyfile = {"GSETTINGS_BACKEND": "keyfile"}
    one = driver.Program(language="nl", env=keyfile)
    one.key("ctrl+comma")
    dialog = one.find("dialog", "Voorkeuren")
    one.choose(one.find("combo box", "Taal van het venster", within=dialog), "English")
    one.kill(driver.signal.SIGTERM)
    two = driver.Program(language="nl", env=keyfile)
    two.find("button", "View the example")
    two.kill(driver.signal.SIGTERM)
    return one, two


def dialogs():
    for key, name in (("ctrl+question", "Sneltoetsen"), ("ctrl+comma", "Voorkeuren"), ("F1", "Hulp")):
        program.key(key)
        program.find("dialog", name)
        program.key("Escape")
        program.wait_gone("dialog", name)


if program:
    tap.run("a new plan for Overijssel, with its key figures", new_plan_is_filled)
    tap.run("a save that fails is told, and another place offered", save_refused)
    tap.run("it is saved under a name", save)
    tap.run("what another program writes is told, and taken over", changed_underneath)
    tap.run("its window closes and the program ends", close)
    first, program = program, tap.run("the program starts again", lambda: driver.Program(language="nl"))
    tap.run("the plan is opened from the list", opened_again)
    tap.run("a plan that was never named closes without a question", never_named)
    second, program = program, tap.run("the program starts once more", start_again)
    tap.run("that plan is found again, and thrown away", draft_is_found)
    tap.run("a file that is gone is told, and leaves the list", missing_file)
    third, program = program, tap.run("the example opens and closes", example)
    tap.run("an example that nobody changed leaves nothing", leaves_nothing)
    tap.run("shortcuts, preferences and help by their keys", dialogs)
    others = tap.run("another language, from the next start on", language) or ()
    tap.close(first, second, third, program, *others)
tap.close()
