#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Kills a program that types in a plan, at random moments, and holds what is left against the promise:

* what was typed is on disk 1 s after the last key, and 5 s after it was typed while typing goes on;
* what was said to be saved is in the plan;
* the plan opens, as it was at some moment, and nobody is told that another program wrote it.

kill-document.py DRIVER [KILLS]

The times are those that the program itself wrote down (kill-driver.c); no run passes or fails by how long it took. A run in which the
program was kept waiting for the processor is of no use, and made again; the promise is about a machine that runs.
"""
import concurrent.futures
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

AFTER_LAST, GOING_ON = 1_000_000, 5_000_000  # microseconds
STARVED = 150_000
AT_ONCE = 16
SEED = 20260101


def parse(log):
    """What was typed (number, time), the last acknowledged save, and the longest time without a beat."""
    typed, saved, beats = [], 0, []
    for line in log.decode().split("\n")[:-1]:
        kind, *rest = line.split()
        if kind == "T":
            typed.append((int(rest[0]), int(rest[1])))
        elif kind == "S":
            saved = max(saved, int(rest[0]))
        else:
            beats.append(int(rest[0]))
    return typed, saved, beats


def find_promised(typed, killed):
    """The last key that must be on disk at `killed`."""
    promised = 0
    for i, (number, moment) in enumerate(typed):
        following = typed[i + 1][1] if i + 1 < len(typed) else killed
        if following - moment >= AFTER_LAST or killed - moment >= GOING_ON:
            promised = number
    return promised


def was_starved(beats, killed):
    return any(after - before > STARVED for before, after in zip(beats, beats[1:] + [killed]))


def run(driver, folder, number, named):
    """One kill: a fault as a sentence, "" when all is well, None when the machine was too busy to tell."""
    chance = random.Random(SEED + number)
    place = pathlib.Path(folder, f"{number}-{time.monotonic_ns()}")
    place.mkdir()
    drafts, plan = str(place / "drafts"), [str(place / "plan.maakland.json")] if named else []
    if named:
        subprocess.run([driver, "make", drafts, plan[0]], check=True)
    # Every eighth types on without a pause for longer than the promise for that.
    long_run = number % 8 == 7
    command = [driver, "type", drafts, str(number), "0" if long_run else "1", *plan]
    with open(place / "log", "wb") as out:
        process = subprocess.Popen(command, stdout=out)
        time.sleep(chance.uniform(5.5, 7.5) if long_run else chance.uniform(0.05, 3.5))
        killed = time.monotonic_ns() // 1000
        process.send_signal(signal.SIGKILL)
        process.wait()
    typed, saved, beats = parse((place / "log").read_bytes())
    if was_starved(beats, killed):
        return None
    answer = subprocess.run([driver, "read", drafts, *plan], capture_output=True, text=True)
    if answer.returncode != 0:
        return f"does not open: {answer.stderr.strip()}"
    found = int(answer.stdout)
    promised = find_promised(typed, killed)
    if found < promised:
        moment = dict(typed)[promised]
        return f"{promised} was typed {(killed - moment) / 1e6:.2f} s before the kill, and {found} is left"
    if found < saved:
        return f"{saved} was said to be saved, and {found} is left"
    left = [item.name for item in (place / "drafts").glob("*")]
    return f"left behind: {', '.join(left)}" if left else ""


def run_until_told(*arguments):
    for _ in range(12):
        fault = run(*arguments)
        if fault is not None:
            return fault
        time.sleep(1)
    return None


def main():
    driver, kills = sys.argv[1], int(sys.argv[2] if len(sys.argv) > 2 else os.environ.get("MAAKLAND_KILLS", "200"))
    print("TAP version 14\n1..2")
    failed = False
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for case, named in enumerate((True, False), 1):
            # The long ones first.
            order = sorted(range(kills // 2), key=lambda number: number % 8 != 7)
            results = list(pool.map(lambda number, named=named: run_until_told(driver, folder, number, named), order))
            faults = [f"kill {number}: {fault}" for number, fault in zip(order, results) if fault]
            untold = results.count(None)
            for line in faults:
                print("#", line)
            print(f"# {len(results)} kills, {len(faults)} faults, {untold} that a busy machine made useless")
            good = not faults and untold < len(results) // 4
            failed = failed or not good
            print("ok" if good else "not ok", case, "killed while typing in a plan", "with a file" if named else "that was never named")
    sys.exit(failed)


main()
