# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Works in a program as a person does who has a keyboard and nothing else. The tree is only read: to know where the keyboard is
and what is shown. Tab is counted: what takes too many of them is no way."""
import re

import driver

MOST_TABS = 25  # to anything, from where F6, F9 or Alt and a number lead


class Keyboard:
    """`program` is a driver.Program; `counted` tells how many keys were pressed, and of them Tab."""

    def __init__(self, program):
        self.program, self.pressed, self.tabs = program, 0, 0

    def key(self, *keys):
        self.pressed += len(keys)
        self.program.key(*keys)

    def type(self, text):
        self.pressed += len(text)
        self.program.type(text)

    def at(self):
        """Where the keyboard is: what the program told last, else what the tree says."""
        try:
            return self.program.focused()
        except driver.Gone:
            return None

    def is_at(self, name, role=None, states=()):
        node = self.at()
        return node if node and driver.matches(role, node.role) and driver.matches(name, node.title) and set(states) <= node.states else None

    def wait_at(self, name, role=None, limit=None):
        """Waits until the keyboard is there by itself: after a dialog opened or closed, after something was added."""
        return driver.wait_until(lambda: self.is_at(name, role), lambda: f"the keyboard at {role or ''} {name!r}; it is at {self.tell()}", limit)

    def tell(self):
        node = self.at()
        return node.path_names() if node else "nowhere"

    def step(self, key):
        """Presses a key that moves the keyboard, and waits until it has moved."""
        before = self.at()
        self.key(key)
        try:
            driver.wait_until(lambda: self.at() not in (None, before), "a step", 3)
        except AssertionError:
            pass  # whoever steps sees where it is

    def tab_to(self, name, role=None, most=MOST_TABS, back=False):
        """Presses Tab (ctrl+Tab within a text or a sheet, where Tab is for itself) until the keyboard is there."""
        for number in range(most + 1):
            found = self.is_at(name, role)
            if found:
                self.tabs += number
                return found
            if number < most:
                node = self.at()
                inside = node is not None and (node.role == "grid cell" or "multi-line" in node.states)
                self.step(("ctrl+" if inside else "") + ("shift+Tab" if back else "Tab"))
        raise AssertionError(f"{most} times Tab did not lead to {role or ''} {name!r}; the keyboard is at {self.tell()}")

    def arrow_to(self, name, key="Down", most=40, role=None):
        """Presses an arrow key until the keyboard is there."""
        for _ in range(most):
            found = self.is_at(name, role)
            if found:
                return found
            self.step(key)
        raise AssertionError(f"{most} times {key} did not lead to {role or ''} {name!r}; the keyboard is at {self.tell()}")

    def select_all(self):
        self.key("ctrl+a")
