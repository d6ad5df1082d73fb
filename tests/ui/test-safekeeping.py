#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""What the window says and offers when a plan is not simply in its file: after a kill, when another program wrote the file, when saving
fails, when the plan is open already, when it was never named, when a draft is damaged. All edits are made in the window."""
import os
import pathlib
import re
import shutil
import tempfile

import driver
from driver import wait_until

EXAMPLE = driver.SOURCE / "data/examples/overijssel.maakland.json"
DATA = pathlib.Path(os.environ["XDG_DATA_HOME"], "maakland")
PAGE = ("--page", "plan")


def edit(program):
    """An edit by one press: the partner province is taken out."""
    program.press(program.find("button", re.compile("Remove .*Gelderland")))
    program.wait_gone("button", re.compile("Remove .*Gelderland"))


def is_edited(program):
    return not program.find_all("button", re.compile("Remove .*Gelderland"))


def drafts():
    return sorted(path.name for path in (DATA / "drafts").glob("*.maakland.json")) if DATA.is_dir() else []


def fresh(folder, name="plan.maakland.json"):
    shutil.rmtree(DATA, ignore_errors=True)
    path = pathlib.Path(folder, name)
    shutil.copy(EXAMPLE, path)
    return path


def see_all_saved(program):
    wait_until(lambda: program.find_all(name="All saved"), "the state All saved")


def see_draft(program):
    wait_until(lambda: program.find_all(name="Saved as draft"), "the state Saved as draft")


def after_a_kill(tap, folder):
    path = fresh(folder)
    first = driver.Program(path, *PAGE, language="en")
    tap.run("a plan that was opened is all saved", see_all_saved, first)
    tap.run("an edit is soon saved as a draft", lambda: (edit(first), see_draft(first)))
    first.kill()
    second = driver.Program(*PAGE, language="en")

    def see():
        program = second
        program.find(name=re.compile("stopped unexpectedly"))
        program.find("button", re.compile("Add|Remove"))
        assert is_edited(program), "the edit is lost"
        program.press("button", "Understood")
        program.wait_gone(name=re.compile("stopped unexpectedly"))
    tap.run("after a kill the plan is open as it was, with a banner that can be sent away", see)

    def save():
        second.key("ctrl+s")
        see_all_saved(second)
        assert drafts() == [], drafts()
    tap.run("saved, the draft is gone", save)
    return first, second


def changed_underneath(tap, folder):
    path = fresh(folder)
    program = driver.Program(path, *PAGE, language="en")
    program.find("button", re.compile("Remove .*Gelderland"))
    theirs = path.read_text(encoding="utf-8").replace("Made in the East", "Theirs in the East")

    def notice():
        edit(program)
        see_draft(program)
        path.write_text(theirs, encoding="utf-8")
        program.find(name=re.compile("Another program changed"))
    tap.run("a file that another program wrote is noticed", notice)

    def refuse():
        program.key("ctrl+s")
        program.find(name=re.compile("Another program changed"))
        assert path.read_text(encoding="utf-8") == theirs, "it was overwritten"
    tap.run("and not overwritten", refuse)

    def take_over():
        program.press("button", re.compile("Choose what to do"))
        program.press("button", "Take over the file")
        program.find(name="Theirs in the East")
        program.find("button", re.compile("Remove .*Gelderland"))
        see_all_saved(program)
    tap.run("taken over, the plan is as the file", take_over)

    def undo():
        program.act("win.undo")
        program.find(name="Made in the East")
        wait_until(lambda: is_edited(program), "the edit to be back")
        program.key("ctrl+s")
        see_all_saved(program)
        assert "Made in the East" in path.read_text(encoding="utf-8")
    tap.run("which can be undone, and saved then", undo)
    return (program,)


def saving_fails(tap, folder):
    place = pathlib.Path(folder, "stick")
    place.mkdir()
    path = fresh(place)
    program = driver.Program(path, *PAGE, language="en")
    program.find("button", re.compile("Remove .*Gelderland"))

    def fail():
        edit(program)
        see_draft(program)
        # The file is named in the window, with a dot as long as it lacks something.
        program.find("label", f"• {path.name}")
        shutil.rmtree(place)
        program.key("ctrl+s")
        program.find(name=re.compile("not saved", re.I))
        assert drafts(), "there is no draft"
    tap.run("when the place of the file is gone, it is said and the draft stays", fail)
    elsewhere = pathlib.Path(folder, "elsewhere.maakland.json")

    def save_elsewhere():
        program.press("button", re.compile("Save elsewhere"))
        program.choose_file(elsewhere)
        see_all_saved(program)
        assert elsewhere.exists() and drafts() == [], drafts()
        program.find("label", "elsewhere.maakland.json")
    tap.run("another place is offered, and takes it", save_elsewhere)
    return (program,)


def open_already(tap, folder):
    path = fresh(folder)
    link = pathlib.Path(folder, "link.maakland.json")
    link.symlink_to(path)
    program = driver.Program(path, *PAGE, language="en")

    def again():
        driver.subprocess.run([str(driver.BUILD / "src/maakland"), str(link)], check=True, timeout=60)
        wait_until(lambda: len(program.windows()) == 1 and program.is_running(), "one window")
    tap.run("a plan that is open is not opened a second time", again)
    program.kill()
    return (program,)


def never_named(tap, folder):
    fresh(folder)
    program = driver.Program(language="en")

    def begin():
        program.press("button", "View the example")
        program.press(program.find("list item", "About this plan"))
        edit(program)
        see_draft(program)
        program.find("label", "Not in a file yet")
        program.act("window.close", program.windows()[0])
        program.wait_end()
        assert len(drafts()) == 1, drafts()
    tap.run("a plan that was never named closes without a question, and is a draft", begin)
    second = driver.Program(language="en")

    def find_it():
        assert not second.find_all(name=re.compile("stopped unexpectedly"))
        row = second.find("list item", "Made in the East")
        second.activate_window()
        for _ in range(20):
            second.key("Tab")
            if second.is_focused(row):
                break
        second.key("Return")
        second.press(second.find("list item", "About this plan"))
        second.find(name=re.compile("Add"))
        assert is_edited(second), "the edit is lost"
    tap.run("the start page shows it, and opens it", find_it)
    return program, second


def damaged_draft(tap, folder):
    fresh(folder)
    (DATA / "drafts").mkdir(parents=True)
    broken = DATA / "drafts" / "broken.maakland.json"
    broken.write_text('{"format": "maakland-plan", "plan": {', encoding="utf-8")
    program = driver.Program(language="en")

    def see():
        # The text of a row is more than its title.
        wait_until(lambda: any("damaged" in node.title or "damaged" in node.description for node in program.look()), "a word about the damaged draft")
        assert broken.exists()
    tap.run("a damaged draft is told, and kept", see)
    return (program,)


def damaged_draft_of_a_file(tap, folder):
    path = fresh(folder)
    first = driver.Program(path, *PAGE, language="en")
    edit(first)
    see_draft(first)
    first.kill()
    draft = DATA / "drafts" / drafts()[0]
    draft.write_bytes(draft.read_bytes()[:1000])
    second = driver.Program(path, *PAGE, language="en")

    def see():
        second.find(name=re.compile("What you typed last may be missing"))
        assert draft.exists()
        second.press("button", "Understood")
        second.wait_gone(name=re.compile("may be missing"))
        assert draft.exists()
    tap.run("a damaged draft of a plan is told where the plan is opened", see)
    return first, second


tap = driver.Tap()
programs = []
with tempfile.TemporaryDirectory() as top:
    for part in (after_a_kill, changed_underneath, saving_fails, open_already, never_named, damaged_draft, damaged_draft_of_a_file):
        folder = pathlib.Path(top, part.__name__)
        folder.mkdir()
        for program in part(tap, folder):
            if program.is_running():
                program.kill()
            programs.append(program)
    tap.close(*programs)
