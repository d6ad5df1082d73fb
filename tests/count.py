#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Counts test cases over the result files of several passes, and closes with "N passed, N failed, N skipped".

count.py RESULTS.junit.xml=STATUS ...

A case that ran in several passes (plain, Dutch locale, sanitizers) counts once: it passed when it passed in each, it
failed when it failed in one. STATUS is what the test runner said: a pass that failed without a failing case (a program
that died) counts as one failure, so that nothing red is ever printed green.
"""
import sys
import xml.etree.ElementTree as tree

PASSED, SKIPPED, FAILED = 0, 1, 2


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return FAILED
    return SKIPPED if case.find("skipped") is not None else PASSED


def read(file):
    """Yields (suite, case, outcome, why) for every case of one pass."""
    for suite in tree.parse(file).getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            skipped = case.find("skipped")
            why = "" if skipped is None else (skipped.get("message") or skipped.text or "")
            yield suite.get("name"), case.get("name"), outcome(case), why.strip()
        # A program that died after its last case: the suite says so, no case does.
        if int(suite.get("errors") or 0) and not any(outcome(case) == FAILED for case in suite.iter("testcase")):
            yield suite.get("name"), "(the program itself)", FAILED, ""


def worse(old, new):
    # Skipped in one pass and passed in another is passed.
    if FAILED in (old, new):
        return FAILED
    return PASSED if PASSED in (old, new) else SKIPPED


def main():
    cases, reasons, broken = {}, {}, 0
    for argument in sys.argv[1:]:
        file, _, status = argument.rpartition("=")
        failed_here = 0
        try:
            for suite, case, result, why in read(file):
                key = (suite, case)
                cases[key] = worse(cases.get(key, result), result)
                failed_here += result == FAILED
                if result == SKIPPED:
                    reasons[key] = why
        except (OSError, tree.ParseError) as error:
            print(f"no results: {error}")
            broken += 1
            continue
        if int(status) != 0 and failed_here == 0:
            print(f"the runner failed with status {status} without naming a case: {file}")
            broken += 1
    for key, result in sorted(cases.items()):
        if result == FAILED:
            print(f"failed: {key[0]}: {key[1]}")
        elif result == SKIPPED:
            print(f"skipped: {key[0]}: {key[1]}" + (f" ({reasons[key]})" if reasons.get(key) else ""))
    counts = [list(cases.values()).count(result) for result in (PASSED, FAILED, SKIPPED)]
    counts[1] += broken
    print(f"{counts[0]} passed, {counts[1]} failed, {counts[2]} skipped")
    sys.exit(1 if counts[1] or not counts[0] else 0)


main()
