#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Files and windows: a name that is not UTF-8, a plan saved over one that is open, a picture exported over another, many files at once,
a window that closes once its plan is saved elsewhere, and pictures of the program that leave no trace."""
import contextlib
import fcntl
import os
import pathlib
import re
import shutil
import subprocess

import driver

tap = driver.Tap()
work = pathlib.Path(os.environ["HOME"], "work")
work.mkdir()
data = pathlib.Path(os.environ["XDG_DATA_HOME"], "maakland")
example = driver.SOURCE / "data/examples/overijssel.maakland.json"
text = example.read_text(encoding="utf-8")


def make(name, title="Het oosten maakt"):
    path = work / name if isinstance(name, str) else pathlib.Path(os.fsdecode(os.fsencode(work) + b"/" + name))
    path.write_text(text.replace("Het oosten maakt", title), encoding="utf-8")
    return path


@contextlib.contextmanager
def running(*arguments, language="en"):
    """The program for as long as a case lasts; its log is held to account."""
    program = driver.Program(*arguments, language=language)
    try:
        yield program
    finally:
        program.kill(driver.signal.SIGTERM)
    assert not program.troubles(), program.troubles()


def edit(program):
    program.press(program.find("button", re.compile("Remove .*Gelderland")))
    program.wait_gone("button", re.compile("Remove .*Gelderland"))


def odd_name():
    """pl\xe4n in Latin-1: shown with a mark, opened, on the Start page, opened from there, and taken off it."""
    path = make(b"pl\xe4n.maakland.json")
    with running(path) as program:
        program.find("label", re.compile(r"pl.+n\.maakland\.json"))
    with running() as program:
        program.tab_to(program.find("list item", re.compile("Made in the East")))
        program.key("Return")
        program.find("label", re.compile(r"pl.+n\.maakland\.json"))
    path.unlink()
    with running() as program:
        program.press("button", re.compile("from this list"))
        program.wait_gone("list item", re.compile("Made in the East"))


def onto_open_plan():
    """Save As onto a file that another window has open: that window says so, and the file stays as it is."""
    one, other = make("one.maakland.json"), make("other.maakland.json", "Het andere plan")
    before = other.read_bytes()
    with running(one, other, language="nl") as program:
        program.find(("window", "frame"), "Het andere plan")
        program.act("win.save-as", program.find(("window", "frame"), "Het oosten maakt"))
        program.choose_file(work / "other")  # the end of the name is added
        dialog = program.find("alert dialog", re.compile("is in dit venster geopend"))
        assert "Het andere plan" in [above.title for above in dialog.parents()], dialog.path_names()
        assert other.read_bytes() == before
        program.press("button", "Sluiten", within=dialog)


def bare_picture_name():
    """A name without an ending does not replace the picture that has it."""
    plan = make("picture.maakland.json")
    (work / "kaart.png").write_bytes(b"mine")
    with running(plan, "--page", "map") as program:
        program.press("button", "Export…")
        program.choose_file(work / "kaart")
        program.find("alert dialog", "There is a picture of this name already")
        assert (work / "kaart.png").read_bytes() == b"mine"


def many():
    """Twelve texts are one dialog that names ten; nine plans are asked about first."""
    texts = []
    for number in range(12):
        texts.append(work / f"brief-{number:02}.txt")
        texts[-1].write_text("Geachte", encoding="utf-8")
    with running(*texts) as program:
        dialog = program.find("alert dialog", "12 files are not opened")
        words = " ".join(node.title for node in program.look(dialog))
        assert "brief-00.txt" in words and "brief-09.txt" in words and "brief-10.txt" not in words and "and 2 more" in words, words
        assert len(program.find_all("alert dialog")) == 1, program.find_all("alert dialog")
    plans = [make(f"plan-{number}.maakland.json", f"Plan {number}") for number in range(9)]
    with running(*plans) as program:
        dialog = program.find("alert dialog", "Open 9 plans?")
        assert len(program.windows()) == 1, program.windows()
        program.press("button", "Cancel", within=dialog)
        program.wait_gone("alert dialog", "Open 9 plans?")
        assert len(program.windows()) == 1, program.windows()


def closes_after():
    """The draft cannot be written, nor the file; saved elsewhere, the window goes."""
    plan = make("close.maakland.json")
    with running(plan, "--page", "plan") as program:
        program.find("button", re.compile("Remove .*Gelderland"))
        drafts = data / "drafts"
        folder = work / "away"
        shutil.rmtree(drafts)
        drafts.write_text("no folder", encoding="utf-8")
        plan.unlink()
        plan.mkdir()
        edit(program)
        program.act("window.close", program.windows()[0])
        program.press("button", "Save elsewhere…", within=program.find("alert dialog", re.compile("not saved anywhere")))
        folder.mkdir()
        program.choose_file(folder / "safe.maakland.json")
        status = program.wait_end(15)
        drafts.unlink()
        assert status == 0 and (folder / "safe.maakland.json").exists()


def no_trace():
    """A picture of a plan of which a crash left a draft: the draft and the list of recent plans stay as they were."""
    shutil.rmtree(data, ignore_errors=True)
    plan = make("trace.maakland.json")
    with running(plan, "--page", "plan") as program:
        edit(program)
        driver.wait_until(lambda: list((data / "drafts").glob("*.maakland.json")), "the draft")
        program.find(name="Saved as draft")
        program.kill()
    (data / "recents.json").unlink()

    def look():
        return {path.name: path.read_bytes() for path in data.rglob("*") if path.is_file() and path.suffix != ".lock"}
    before = look()
    picture = work / "trace.png"
    done = subprocess.run([driver.BUILD / "src/maakland", "--screenshot", picture, "--plan", plan, "--page", "plan"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and picture.exists() and not done.stderr.strip(), done.stderr
    assert look() == before, (sorted(before), sorted(look()))


def held_draft():
    """A draft that another window opened while it was asked whether to discard it stays."""
    shutil.rmtree(data)
    with running() as program:
        program.press("button", "View the example")
        program.press(program.find("list item", "About this plan"))
        edit(program)
    with running() as program:
        row = program.find("list item", re.compile("Made in the East"))
        program.press("button", re.compile("^Discard"), within=row)
        dialog = program.find("alert dialog", re.compile("^Discard"))
        draft = next((data / "drafts").glob("*.maakland.json"))
        lock = draft.with_name(draft.name.removesuffix(".maakland.json") + ".lock")
        with lock.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            program.press("button", "Discard", within=dialog)
            program.find("label", re.compile("open already in another"))
            assert draft.exists(), "the draft of another window is gone"


tap.run("a plan of which the name is not UTF-8", odd_name)
tap.run("a plan is not saved over one that is open", onto_open_plan)
tap.run("a picture does not replace another by its ending", bare_picture_name)
tap.run("many files are one dialog, many plans a question", many)
tap.run("a picture leaves no trace", no_trace)
tap.run("a draft that was opened meanwhile stays", held_draft)
tap.run("a window closes once its plan is saved elsewhere", closes_after)
tap.close()
