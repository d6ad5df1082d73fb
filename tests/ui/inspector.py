# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The program with the inspector loaded into it (inspector.c): its window is asked to show pages, to be of a size, to be drawn.

    window = inspector.Window(inspector.EXAMPLE, language="nl")
    window.show(view); window.ask("picture", "map.png"); faults = window.inspect()["faults"]
"""
import dataclasses
import json
import os
import re

import driver

SHIM = driver.BUILD / "tests/ui/inspector.so"
EXAMPLE = driver.SOURCE / "data/examples/overijssel.maakland.json"


class Window(driver.Program):
    def __init__(self, *arguments, language="nl", env=None, **more):
        to_program, self.to = os.pipe()
        self.back, from_program = os.pipe()
        for number in (to_program, from_program):
            os.set_inheritable(number, True)
        super().__init__(*arguments, language=language, ready=False, close_fds=False,
                         env={"LD_PRELOAD": str(SHIM), "MAAKLAND_INSPECTOR": f"{to_program},{from_program}", **(env or {})}, **more)
        os.close(to_program)
        os.close(from_program)
        self.answers = os.fdopen(self.back, encoding="utf-8")
        self.read()

    def read(self):
        line = self.answers.readline()
        if not line:
            raise AssertionError(f"the program ended: {self.said()[-2000:]}")
        return line.rstrip("\n")

    def ask(self, *words):
        """Gives a command; answers when the window has come to rest."""
        os.write(self.to, ("\t".join(map(str, words)) + "\n").encode())
        answer = self.read()
        if words[0] != "inspect" and answer != "ok":
            raise AssertionError(f"{words}: {answer}")
        return answer

    def inspect(self):
        return json.loads(self.ask("inspect"))

    def show(self, view):
        """Shows a page, the form of a record, or a dialog."""
        self.ask("close")
        if view.record:
            self.ask("action", "win.go-to", view.record, "")
        elif view.page:
            self.ask("action", "win.show-page", view.page)
        if view.action:
            self.ask("action", *view.action)

    def resize(self, width, height):
        """Another size; the window manager may take a moment."""
        self.ask("size", width, height)
        driver.wait_until(lambda: self.is_size(width, height), f"a window of {width}x{height}; it is {self.inspect()['width']} wide", 10)

    def is_size(self, width, height):
        found = self.inspect()
        return (found["width"], found["height"]) == (width, height)


@dataclasses.dataclass
class View:
    """What a window can show: a page, or the form of a record of the example."""
    name: str
    page: str = ""
    record: str = ""
    plan: bool = True  # with the example open
    action: tuple = ()  # what opens a dialog, or shows the page in another way

    @property
    def stays(self):
        """Whether a page remembers it: such are shown after those that a page begins with."""
        return bool(self.record)


def list_views():
    """Every page, with and without a plan, the dialogs that have an action, and a form of each kind of record."""
    views = []
    for page, with_plan, without_plan in list_pages():
        if without_plan:
            views.append(View(page if not with_plan else f"{page}-no-plan", page, plan=False))
        if with_plan:
            views.append(View(page, page))
    for dialog in ("new-plan", "preferences", "shortcuts", "about"):
        views.append(View(f"dialog-{dialog}", "start", plan=False, action=(f"app.{dialog}",)))
    forms = dict(list_forms())
    views.append(View("sidebar", "map", action=("win.show-sidebar",)))
    views.append(View("dialog-find", "map", action=("win.find",)))
    views.append(View("dialog-promote", "map", action=("win.promote", forms["fiche"])))
    return views + [View(f"form-{name}", record=record) for name, record in forms.items()]


def list_pages():
    """(id, with a plan, without a plan) of each page: those that the program has of itself, and those of the plan's template."""
    source = (driver.SOURCE / "src/shell/maak-pages.c").read_text(encoding="utf-8")
    pages = [(found.group(1), found.group(2)) for found in re.finditer(r'^  \{ "([a-z-]+)", MAAK_PAGE_GROUP_\w+, .*?\b(WITH_PLAN|WITHOUT_PLAN|ALWAYS)?,? ?\w+ \},$', source, re.M)]
    found = [(page, where != "WITHOUT_PLAN", where != "WITH_PLAN") for page, where in pages]
    templates = json.loads((driver.SOURCE / "data/templates/plan.json").read_text(encoding="utf-8"))["templates"]
    plan = next(template for template in templates if template.get("kind") == "plan")
    return found + [(section["id"], True, False) for section in plan["sections"] if "page" in section]


def list_forms():
    """(name, record) of the records of the example that have a page of their own: those of its lists of clusters, proposals and the like."""
    plan = json.loads(EXAMPLE.read_text(encoding="utf-8"))["plan"]
    found = {}
    for member, value in plan.items():
        if isinstance(value, list) and value and all(isinstance(record, dict) and "id" in record for record in value):
            for record in value:
                found.setdefault(record.get("template", member), record["id"])
    return list(found.items())
