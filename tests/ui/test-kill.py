#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Types in the real window, kills it with kill -9 at random moments, starts it again, and reads what is there.

What was seen in the window is on disk 1 s later, also when somebody types on; what was said to be saved is there always. The window opens the plan as it was, and says why. Half of the kills are in a plan with a file, half in one that was never named.

MAAKLAND_WINDOW_KILLS says how often; 20 unless told. MAAKLAND_WINDOW_SEED, any word, gives other moments and other letters.
"""
import os
import pathlib
import random
import shutil
import string
import tempfile
import time

import driver

DATA = pathlib.Path(os.environ["XDG_DATA_HOME"], "maakland")
PAGE = ("--page", "plan")
KILLS = int(os.environ.get("MAAKLAND_WINDOW_KILLS", "20"))
AT_MOST = 1.0  # seconds
BANNER = driver.re.compile("stopped unexpectedly")
chance = random.Random(os.environ.get("MAAKLAND_WINDOW_SEED", "20260102"))


class Writer:
    """Types at the end of the plan's title, and notes what was seen in the window, and when."""

    def __init__(self, program, box):
        self.program, self.box = program, box
        self.start = program.text(box)
        self.keys, self.seen = [], [(time.monotonic(), self.start)]

    def look(self):
        text = self.program.text(self.box.refresh())
        self.seen.append((time.monotonic(), text))
        return text

    def type(self, letters):
        while letters:
            length = chance.randint(1, 4)
            some, letters = letters[:length], letters[length:]
            self.keys.append(time.monotonic())
            driver.xdotool("type", "--delay", chance.randint(8, 60), "--", some)
            if chance.random() < 0.4:
                self.look()
            if chance.random() < 0.15:
                time.sleep(chance.uniform(0.2, 1.4))

    def promised(self, killed):
        """The text that must be on disk at `killed`: of what was seen the latest that was seen long enough before."""
        best = self.start
        for moment, text in self.seen:
            if killed - moment >= AT_MOST:
                best = text
        return best


def open_title(program):
    return program.find("text box", driver.re.compile("^Title"), states=("editable",))


tabs = []  # how many it took last


def reach(program, box):
    """With Tab alone: the title is the first text of its page, and of one line."""
    program.activate_window()
    for number in range(80):
        if program.is_focused(box):
            tabs[:] = ["Tab"] * max(number, len(tabs))
            return
        driver.xdotool("key", *(tabs if number == 0 and tabs else ["Tab"]))
        time.sleep(0.05)
    raise AssertionError(f"Tab does not lead to the title; the keyboard is at {program.focused()}")


def type_and_kill(program, box, save):
    """Returns what must be there afterwards, and what was seen last."""
    reach(program, box)
    program.key("ctrl+End")
    writer = Writer(program, box)
    writer.type("".join(chance.choices(string.ascii_lowercase + " ", k=chance.randint(1, 24))))
    must = None
    if save:
        # A busy screen may lose a key: what the window shows is what was typed.
        driver.wait_until(lambda: writer.look() == writer.look(), "the text to rest")
        program.key("ctrl+s")
        program.find(name="All saved")
        must = writer.look()
    else:
        writer.look()
        time.sleep(chance.choice([0, chance.uniform(0, 0.4), chance.uniform(0.4, 1.6)]))
    killed = time.monotonic()
    program.kill()
    return must or writer.promised(killed), writer.seen[-1][1]


def check(program, box, must, seen, expects_banner):
    text = program.text(box)
    assert seen.startswith(text) or text.startswith(seen), f"{text!r} was never in the window, where {seen!r} was"
    assert text.startswith(must), f"{must!r} was promised, and {text!r} is left"
    assert bool(program.find_all(name=BANNER)) == expects_banner, "the banner is there" if not expects_banner else "there is no banner"


def start(path):
    """A program in which the plan is open for the first time."""
    program = driver.Program(path, *PAGE, language="en") if path else driver.Program(language="en")
    if not path:
        program.press("button", "View the example")
        program.press(program.find("list item", "About this plan"))
    return program


def run(tap, path, programs):
    program, kind = start(path), "with a file" if path else "never named"
    for number in range(KILLS // 2):
        programs.append(program)
        save = path is not None and number % 5 == 4
        must, seen = type_and_kill(program, open_title(program), save)
        has_draft = any((DATA / "drafts").glob("*.maakland.json"))
        assert has_draft or path, "there is no draft of what has no file"
        # By itself where there is a draft, or by its file.
        program = driver.Program(*([path] if path and (number % 2 or not has_draft) else []), *PAGE, language="en")
        tap.run(f"kill {number + 1}, {kind}", lambda: check(program, open_title(program), must, seen, has_draft))
    programs.append(program)
    # What comes next begins with nothing open.
    program.kill()
    shutil.rmtree(DATA, ignore_errors=True)


tap = driver.Tap()
programs = []
with tempfile.TemporaryDirectory() as folder:
    plan = pathlib.Path(folder, "plan.maakland.json")
    shutil.copy(driver.SOURCE / "data/examples/overijssel.maakland.json", plan)
    for path in (plan, None):
        run(tap, path, programs)
    tap.close(*programs)
