# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Drives the real window as a person would: finds things by role and name in the accessibility tree, presses, types, looks.

Runs within with-display.sh. The way through a test:

    import driver
    tap = driver.Tap()
    program = driver.Program("FILE", language="nl")
    tap.run("the page opens", lambda: program.press(program.find("list item", "Kaart")))
    tap.close(program)

Every find waits until the thing is there, and fails with what was there instead when it does not come. A warning or a
critical in the program's log fails the test at the end. A wait is always for a condition; no test reads a clock.
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
import access  # noqa: E402
from access import Gone  # noqa: E402

LIMIT = 30  # seconds that a thing may take to come, on a busy machine
LOCALES = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
# What a press does, by the names that the toolkit gives it; names with a dot are actions of the program.
TROUBLE = re.compile(r"-(WARNING|CRITICAL|ERROR) \*\*|\*\* \((WARNING|CRITICAL|ERROR)\)|AddressSanitizer|runtime error:|Traceback")
BUILD = pathlib.Path(os.environ.get("MAAKLAND_BUILD", "build/dev"))
SOURCE = pathlib.Path(os.environ.get("MAAKLAND_SOURCE", "."))


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False).stdout.strip()


def wait_until(condition, what, limit=None):
    """Waits for a true answer and returns it. `what` is for the message."""
    limit = limit or LIMIT
    end = time.monotonic() + limit
    while True:
        try:
            answer = condition()
            if answer:
                return answer
        except Gone:
            pass
        if time.monotonic() > end:
            raise AssertionError(f"waited {limit} s for {what() if callable(what) else what}")
        time.sleep(0.03)


def matches(wanted, have):
    """None fits all; a pattern searches; a set or tuple holds alternatives; a word must be equal."""
    if wanted is None:
        return True
    if isinstance(wanted, (set, tuple, list)):
        return any(matches(one, have) for one in wanted)
    return bool(wanted.search(have)) if isinstance(wanted, re.Pattern) else wanted == have


class Program:
    """The running program. Arguments as on its command line.

    language  nl or en: the language of the desktop that it starts on
    env       more environment
    ready     wait for the first window
    command   another program than maakland
    quiet     patterns of log lines that this test expects
    """

    def __init__(self, *arguments, language=None, env=None, ready=True, command=None, quiet=(), close_fds=True):
        environment = {key: value for key, value in os.environ.items() if key != "G_DEBUG"}
        if language:
            environment.update(LC_ALL=LOCALES[language], LANGUAGE=language)
        environment.update(env or {})
        environment["LD_PRELOAD"] = " ".join(filter(None, (environment.get("LD_PRELOAD"), str((BUILD / "tests/ui/extents.so").resolve()))))
        self.quiet = [re.compile(pattern) for pattern in quiet]
        self.log = pathlib.Path(tempfile.mkstemp(prefix="log.", dir=os.environ["XDG_CACHE_HOME"])[1])
        self.bus, self.owner, self.status = access.Bus(), None, None
        self.bus.watch_focus()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen([*(command or [str(BUILD / "src/maakland")]), *map(str, arguments)],
                                            stdout=log, stderr=log, env=environment, close_fds=close_fds)
        if ready:
            self.wait_ready()

    # Life
    def wait_ready(self):
        def look():
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.said()}")
            self.owner = self.owner or self.bus.find_program(self.process.pid)
            return self.owner and any("showing" in node.states for node in self.tree(hidden=True).children)
        wait_until(look, lambda: f"the first window; the log says:\n{self.said()}")

    def is_running(self):
        return self.process.poll() is None

    def said(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def troubles(self):
        """Warnings and criticals in the log, without those that the test expects."""
        return [line for line in self.said().splitlines()
                if TROUBLE.search(line) and not any(pattern.search(line) for pattern in self.quiet)]

    def kill(self, number=signal.SIGKILL):
        """Ends it as a power cut would."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.status = self.process.wait()

    def wait_end(self, limit=None):
        """Waits until the program has ended by itself and returns its status."""
        wait_until(lambda: self.process.poll() is not None, "the end of the program", limit)
        self.status = self.process.returncode
        return self.status

    # Looking
    def tree(self, hidden=False):
        """All that is on screen now, or all there is."""
        return access.snapshot(self.bus, self.owner, hidden=hidden)

    def windows(self):
        return [node for node in self.tree().children if "showing" in node.states]

    def look(self, within=None, hidden=False):
        """The nodes under one node as they are now (all windows without it), in reading order."""
        return list(access.snapshot(self.bus, self.owner, within, hidden).walk())

    def find_all(self, role=None, name=None, within=None, states=(), hidden=False):
        """All that fits now. Role and name: a word, a compiled pattern, or several; states: names that must hold, or with a `!` must not."""
        def holds(node):
            return all((state[1:] not in node.states) if state.startswith("!") else state in node.states for state in states)
        return [node for node in self.look(within, hidden)
                if matches(role, node.role) and (name is None or matches(name, node.title)) and holds(node) and (hidden or "showing" in node.states)]

    def find(self, role=None, name=None, within=None, states=(), limit=None):
        """The first that fits; waits for it."""
        def look():
            return next(iter(self.find_all(role, name, within, states)), None)

        def tell():
            near = [repr(node) for node in self.find_all(role, None, within)] or [repr(node) for node in self.find_all(None, name, within)]
            return f"{role} {name!r} {list(states)}; there was: " + ("; ".join(near[:40]) or "nothing like it")
        return wait_until(look, tell, limit)

    wait_for = find

    def wait_gone(self, role=None, name=None, within=None, limit=None):
        wait_until(lambda: not self.find_all(role, name, within), f"{role} {name!r} to go", limit)

    def has(self, role=None, name=None, within=None, states=()):
        return bool(self.find_all(role, name, within, states))

    def focused(self):
        """The node that has the keyboard, or None: what the program told last, else what the tree says."""
        return self.bus.get_focused() or next(iter(reversed(self.find_all(states=("focused",)))), None)

    def text(self, node):
        """What a label, an entry or a text view holds."""
        return node.text if "Text" in node.interfaces else node.name

    def wait_text(self, node, wanted, limit=None):
        """Waits until a node's text is this (a word or a pattern)."""
        wait_until(lambda: matches(wanted, self.text(node)), lambda: f"text {wanted!r}; it is {self.text(node)!r}", limit)

    def show(self, within=None, hidden=False):
        """Prints the tree, for whoever writes a test."""
        def tell(node, depth):
            print("# " + "  " * depth + repr(node) + (f" -- {node.description}" if node.description else ""))
            for child in node.children:
                tell(child, depth + 1)
        tell(access.snapshot(self.bus, self.owner, within, hidden), 0)

    # Doing
    def press(self, node, name=None, within=None):
        """Presses a button, a row, a switch: a node, or the role and name of one."""
        if isinstance(node, str):
            node = self.find(node, name, within, states=("sensitive",))
        own = [number for number, action in enumerate(node.actions) if "." not in action]
        if own:
            self.do(node, own[0])
        elif self.is_in_view(node):
            self.click(node)
        else:
            self.tab_to(node)
            self.key("space" if node.role in ("checkbox", "radio button") else "Return")
        return node

    def act(self, action, within=None):
        """An action of the program by its name (win.undo), where a person has a menu or a key for it."""
        for node in ([within] if within else reversed(self.look())):
            names = node.actions if node.role in ("window", "frame", "dialog") or within else []
            if action in names:
                return self.do(node, names.index(action))
        raise AssertionError(f"no action {action}")

    def do(self, node, number):
        """What closes the last window may end the program before it has answered."""
        try:
            node.do_action(number)
        except Gone:
            wait_until(lambda: self.process.poll() is not None, f"an answer of {node.path_names()}, or the end of the program", 5)

    def is_focused(self, node):
        """Whether the keyboard is at a thing or in it."""
        focused = self.focused()
        return focused is not None and (focused == node or node in focused.parents())

    def focus(self, node, mouse=True):
        """Gives a thing the keyboard: with a click where that does nothing else, else with Tab as a person without a mouse."""
        if self.is_focused(node):
            return node
        if mouse and "editable" in node.states and self.is_in_view(node):
            def click():
                # What was just edited may still move things: a click that went beside is made again.
                self.click(node)
                end = time.monotonic() + 2
                while not self.is_focused(node) and time.monotonic() < end:
                    time.sleep(0.05)
                return self.is_focused(node)
            wait_until(click, lambda: f"the keyboard at {node.path_names()}")
            return node
        return self.tab_to(node)

    def tab_to(self, node, limit=400, back=False):
        """Presses Tab until the keyboard is at a thing or in it."""
        tab = "shift+Tab" if back else "Tab"
        for _ in range(limit):
            if self.is_focused(node):
                return node
            # Within a text of several lines Tab may be a letter; elsewhere Ctrl+Tab leaves all that scrolls.
            here = self.focused()
            self.key("ctrl+" + tab if here and "multi-line" in here.states else tab)
        raise AssertionError(f"{limit} times Tab did not lead to {node.path_names()}; the keyboard is at {self.focused()}")

    def is_in_view(self, node):
        """Whether the middle of a thing is not scrolled away."""
        x, y, width, height = node.extents
        if not (width and height):
            return False
        x, y = x + width // 2, y + height // 2
        for left, top, wide, high in (above.extents for above in node.parents()):
            if wide and high and not (left <= x < left + wide and top <= y < top + high):
                return False
        return True

    def set_text(self, node, text, name=None, within=None):
        """Puts a text in an entry or a text view at once, as a dictation program does."""
        if isinstance(node, str):
            node = self.find(node, name, within, states=("editable",))
        if "EditableText" not in node.interfaces:
            node = next(inner for inner in self.look(node) if "editable" in inner.states)
        node.set_text(text)
        return node

    def activate_window(self, name=None):
        """Brings a window of the program to the front, by a pattern of its title."""
        def look():
            numbers = xdotool("search", "--onlyvisible", "--pid", self.process.pid, "--name", name or ".").split()
            active = xdotool("getactivewindow")
            if active not in numbers:
                for number in numbers:
                    xdotool("windowactivate", "--sync", number)
                active = xdotool("getactivewindow")
            return active if active in numbers else None
        return wait_until(look, f"window {name}")

    def type(self, text):
        """Types into what has the keyboard. Letters that no keyboard here has are pasted."""
        for part in re.findall(r"[\n\t -~]+|[^\n\t -~]+", text):
            if part.isascii():
                xdotool("type", "--delay", 2, "--", part)
            else:
                self.paste(part)

    def paste(self, text):
        """Puts a text on the clipboard and presses the key for paste."""
        self.copy(text)
        self.key("ctrl+v")
        time.sleep(0.15)  # the program asks for the text after the key; the clipboard must still be this one

    def copy(self, text, target="UTF8_STRING"):
        """Puts a text on the clipboard, and waits until the program knows what it can have of it. target: a media type, for what a word
        processor or spreadsheet offers."""
        subprocess.run(["xclip", "-selection", "clipboard", "-t", target], input=text.encode(), check=True)
        wait_until(lambda: self.clipboard(target) == text, "the text on the clipboard")
        # The program hears of it and asks for the kinds; who asks after it is answered after it.
        self.settle()
        self.clipboard("TARGETS")
        self.settle()

    @staticmethod
    def clipboard(target="UTF8_STRING"):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", target], capture_output=True, text=True, check=False).stdout

    def settle(self):
        """Waits until the program has done what came before: it answers in turn."""
        for _ in range(3):
            self.bus.call(self.owner, access.ROOT, access.ACCESSIBLE, "GetRoleName")

    @staticmethod
    def key(*keys):
        """Keys and combinations as xdotool names them: Return, ctrl+s, shift+Tab, F10, Down."""
        for key in keys:
            xdotool("key", key)
            time.sleep(0.02)

    def choose(self, node, option, name=None, within=None):
        """Chooses in a drop-down or a row with one, by the text of the option."""
        if isinstance(node, str):
            node = self.find(node, name, within)
        before = {inner.path for inner in self.look() if inner.role == "list"}
        button = next((inner for inner in self.look(node) if inner.role == "toggle button"), None)
        self.press(button or node)

        def look():
            for inner in self.look():
                if inner.role == "list" and inner.path not in before and any("focused" in row.states for row in inner.walk()):
                    for number, row in enumerate(inner.children):
                        if matches(option, row.title):
                            return inner, number
            return None
        chosen, number = wait_until(look, f"the option {option!r} of {node.path_names()}")
        self.key("Home", *["Down"] * number)
        wait_until(lambda: self.is_focused(self.look(chosen)[0].children[number]), f"the option {option!r} to be reached")
        self.key("Return")
        wait_until(lambda: not self.is_there(chosen), "the list of options to close")
        return node

    def is_there(self, node):
        """Whether a thing is still on screen. What hangs in a closed menu says of itself that it shows; the tree knows."""
        return node in self.look() and "showing" in node.refresh().states

    @staticmethod
    def rest(node):
        """Where a thing stands, once it stays there: what was just opened or edited may still move it."""
        places = []

        def look():
            places.append(node.extents)
            return len(places) > 1 and places[-1] == places[-2] and places[-1]
        return wait_until(look, f"{node.path_names()} to come to rest")

    def click(self, node, count=1, button=1):
        """Clicks in the middle of a thing, with the mouse."""
        top = [node, *node.parents()][-1]
        window = self.activate_window(re.escape(top.name) if top.name else None)
        place = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window).splitlines())
        x, y, width, height = self.rest(node)
        xdotool("mousemove", int(place["X"]) + x + width // 2, int(place["Y"]) + y + height // 2, "click", "--repeat", count, button)

    def drag(self, node, onto, done):
        """Drags a thing by its left edge onto another, with the mouse; again where the machine was too busy to follow, until done() holds."""
        top = [node, *node.parents()][-1]
        window = self.activate_window(re.escape(top.name) if top.name else None)
        place = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window).splitlines())

        def middle(what):
            x, y, _, height = self.rest(what)
            return int(place["X"]) + x + 18, int(place["Y"]) + y + height // 2

        def attempt():
            (x, y), (_, to) = middle(node), middle(onto)
            xdotool("mousemove", x, y, "mousedown", 1)
            for step in range(1, 11):
                xdotool("mousemove", x + step, y + (to - y) * step // 10)
                time.sleep(0.03)
            time.sleep(0.3)
            xdotool("mouseup", 1)
            time.sleep(0.5)
            return done()
        wait_until(attempt, f"{node.path_names()} to be dragged onto {onto.path_names()}")

    def choose_file(self, path, name=None):
        """Gives the toolkit's file dialog a path and confirms: for opening as well as for saving."""
        dialog = self.find("dialog", name, states=("modal", "active"))
        entry = next((node for node in dialog.walk() if node.role == "text box" and "editable" in node.states), None)
        if entry is None:
            self.key("ctrl+l")
            entry = self.find("text box", within=dialog, states=("editable",))
        wait_until(lambda: self.is_focused(entry), "the keyboard in the file dialog")
        entry.set_text(str(path))  # typed, the dialog would complete it to what it knows
        self.wait_text(entry, str(path))
        self.key("Return")
        wait_until(lambda: not self.is_there(dialog), "the file dialog to close")


class Tap:
    """Writes results of cases for the test runner. journey: a case that fails stops those after it, since they stand on it."""

    def __init__(self, journey=False):
        self.number, self.failed, self.journey, self.stopped = 0, 0, journey, False
        self.pictures = pathlib.Path(os.environ.get("MAAKLAND_PICTURES") or BUILD / "meson-logs/ui")

    def say(self, good, name, notes=""):
        self.number += 1
        self.failed += not good
        print(("ok" if good else "not ok"), self.number, name.replace("#", ""))
        for line in str(notes).splitlines():
            print("#", line)
        sys.stdout.flush()
        return good

    def skip(self, name, why):
        self.number += 1
        print(f"ok {self.number} {name} # SKIP {why}")

    def run(self, name, function, *arguments, picture=True):
        """Runs one case; returns what it returned, or None when it failed."""
        if self.stopped:
            self.say(False, name, "not reached")
            return None
        try:
            answer = function(*arguments)
        except Exception as error:  # whatever it is, it is this case that failed
            where = " < ".join(f"{pathlib.Path(frame.filename).name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(error.__traceback__)[1:]))
            self.say(False, name, f"{type(error).__name__}: {error}\nat {where}")
            if picture:
                self.photograph(name)
            self.stopped = self.journey
            return None
        self.say(True, name)
        return answer

    def photograph(self, name):
        """Keeps what was on the screen when a case failed."""
        if "MAAKLAND_SCREEN" not in os.environ:
            return
        import screen
        self.pictures.mkdir(parents=True, exist_ok=True)
        file = self.pictures / (pathlib.Path(sys.argv[0]).stem + "-" + re.sub(r"\W+", "-", name)[:60] + ".png")
        screen.grab().save(file)
        print(f"# the screen: {file}")

    def close(self, *programs):
        """Ends programs, holds their logs to account, and ends the test."""
        for program in programs:
            if program is None:
                continue
            if program.is_running():
                program.kill(signal.SIGTERM)
            troubles = program.troubles()
            self.say(not troubles, "no warning in the log", "\n".join(troubles[:20]))
        print(f"1..{self.number}")
        sys.exit(1 if self.failed else 0)
