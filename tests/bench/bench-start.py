#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""S1: from start to the first painted map with the example open, and the memory then, against the smallest libadwaita window and,
where it is installed, gnome-text-editor with the same file. One round of each in turn; medians. Runs within with-display.sh.

bench-start.py MAAKLAND SMALLEST FIRST-PAINT.so EXAMPLE [ROUNDS]
"""
import os
import shutil
import statistics
import subprocess
import sys
import time

maakland, smallest, shim, example = sys.argv[1:5]
ROUNDS = int(sys.argv[5]) if len(sys.argv) > 5 else 21
MAP = "MaakMapView"


def start(command, widget=None):
    """Milliseconds and MB of one start."""
    env = {key: value for key, value in os.environ.items() if key not in ("G_DEBUG", "MALLOC_PERTURB_")}
    env |= {"LD_PRELOAD": shim, "FIRST_PAINT_BEGIN": str(time.monotonic_ns() // 1000)}
    if widget:
        env["FIRST_PAINT_WIDGET"] = widget
    said = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    words = said.stdout.split()
    if len(words) < 2:
        sys.exit(f"{command[0]} painted nothing: {said.stderr[-500:]}")
    return int(words[-2]) / 1000, int(words[-1]) / 1024


programs = {"Maakland": ([maakland, "--page=map", example], MAP), "smallest window": ([smallest], None)}
if shutil.which("gnome-text-editor"):
    programs["gnome-text-editor"] = (["gnome-text-editor", "--standalone", example], None)
results = {name: [] for name in programs}
for command, widget in programs.values():
    start(command, widget)
for _ in range(ROUNDS):
    for name, (command, widget) in programs.items():
        results[name].append(start(command, widget))
median = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}


def line(name, ours, reference, unit, goal):
    ratio = ours / reference
    print(f"{name:44} {ours:9.1f} {unit:2} {reference:9.1f} {unit:2} {ratio:8.3f} {goal:8.2f}  {'reached' if ratio <= goal else 'MISSED'}")


print(f"{'':44} {'ours':>12} {'reference':>12} {'ratio':>8} {'goal':>8}")
ours = median["Maakland"]
line("S1 start to first map / smallest window", ours[0], median["smallest window"][0], "ms", 1.15)
line("S1   memory / smallest window", ours[1], median["smallest window"][1], "MB", 1.15)
if "gnome-text-editor" in median:
    line("S1 start to first map / gnome-text-editor", ours[0], median["gnome-text-editor"][0], "ms", 0.68)
