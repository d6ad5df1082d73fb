#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The program starts, shows a window, ends when that is closed, and says nothing in its log; on a desktop in either language."""
import driver

tap = driver.Tap()
programs = []
for language in ("nl", "en"):
    program = tap.run(f"the program starts ({language})", lambda: driver.Program(language=language))
    programs.append(program)
    if program:
        tap.run(f"a window named Maakland ({language})", lambda: program.find(("window", "frame"), "Maakland"))

        def close():
            program.act("window.close", program.windows()[0])
            assert program.wait_end() == 0, f"it ended with {program.status}"
        tap.run(f"it ends with its last window ({language})", close)
tap.close(*programs)
