#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""What is done with a plan that is written: find words and go there, go through the findings, work a fiche out into a proposal and
undo that, look at the document in both languages, export it, and stop an export."""
import os
import pathlib
import re
import shutil
import subprocess

import driver

tap = driver.Tap(journey=True)
work = pathlib.Path(os.environ["HOME"], "work")
work.mkdir()
plan = work / "plan.maakland.json"
shutil.copy(driver.SOURCE / "data/examples/overijssel.maakland.json", plan)
pdf = work / "plan.pdf"
program = tap.run("the plan opens", lambda: driver.Program(plan, language="nl"))


def show(page):
    """From the list of pages; choosing a page again leads back to its beginning."""
    program.click(program.find("list item", re.compile("^" + page)))
    driver.wait_until(lambda: program.find("list item", re.compile("^" + page), states=("selected",)), page)


def find_words():
    program.key("ctrl+f")
    dialog = program.find("dialog", "Zoeken in plan")
    program.set_text(program.find("search box", within=dialog), "lives by making things")
    program.find("list item", re.compile("lives by making things", re.IGNORECASE), within=dialog)
    program.key("Return")
    program.wait_gone("dialog", "Zoeken in plan")
    # The words stand in an English text: that is the language that is written now.
    driver.wait_until(lambda: any("checked" in node.states or "pressed" in node.states for node in program.find_all("radio", "EN")), "English")
    # They are selected there.
    program.copy("")
    def copied():
        program.key("ctrl+c")
        return program.clipboard().lower() == "lives by making things"
    driver.wait_until(copied, lambda: f"the words on the clipboard; there is {program.clipboard()!r}")
    program.key("ctrl+l")


def nothing_found():
    program.key("ctrl+f")
    dialog = program.find("dialog", "Zoeken in plan")
    program.set_text(program.find("search box", within=dialog), "xyzzy")
    program.find("label", "Niets gevonden", within=dialog)
    program.key("Escape")
    program.wait_gone("dialog", "Zoeken in plan")


def finding_leads():
    show("Controle")
    program.press(program.find("list item", re.compile("geen private bijdrage")))
    program.find("list item", re.compile("^Voorstellen"), states=("selected",))
    program.find("label", "Vestigingsfonds Maakruimte Oost")


def promote():
    show("Voorstellen")
    record = driver.wait_until(lambda: next((node for node in program.find_all("list item") if "tweede leven" in " ".join(inner.title for inner in node.walk())), None), "the fiche")
    program.press(next(node for node in record.walk() if node.role == "toggle button"))
    # The first of the menu; its items have no name for who asks from outside.
    driver.wait_until(lambda: program.focused() and program.focused().role == "menu item", "the menu")
    program.key("Return")
    program.find("dialog", "Nieuw voorstel")
    program.key("Escape")
    program.wait_gone("dialog", "Nieuw voorstel")
    # The same from its form, without a menu.
    program.click(record)
    program.press("button", "Uitwerken tot voorstel…")
    dialog = program.find("dialog", "Nieuw voorstel")
    program.find("label", re.compile("Gesloten voor aanvragen"), within=dialog)
    program.press(program.find("radio", "Vestigingsfonds", within=dialog))
    program.press("button", "Uitwerken", within=dialog)
    program.wait_gone("dialog", "Nieuw voorstel")
    program.find("label", "Uitgewerkt tot: Vestigingsfonds")


def promotion_undone():
    program.act("win.undo")
    show("Voorstellen")
    driver.wait_until(lambda: any("tweede leven" in title and "Fiche" in title for title in (" ".join(inner.title for inner in node.walk()) for node in program.find_all("list item"))), "the fiche")


def pages():
    show("Document")
    program.find("button", "PDF exporteren…")
    program.find("image", "Pagina 1")


def other_language():
    program.choose("combo box", "In het Engels", name="In het Nederlands")
    program.find("image", "Pagina 1")


def export():
    program.key("ctrl+e")
    program.choose_file(pdf)
    program.find("label", re.compile("plan.pdf’ is geëxporteerd"))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert "Made in the East" in text and "Publication copy" in text, text[:400]
    assert "Het oosten maakt" not in text, "Dutch in an English document"
    # Where no program shows a PDF, that is said; nothing else happens.
    program.press("button", "Openen")
    program.find("label", re.compile("geen programma"))


def export_working():
    program.choose("combo box", "Werkexemplaar", name="Publicatie-exemplaar")
    program.find("label", re.compile("ook wat intern of vertrouwelijk is"))
    program.key("ctrl+e")
    program.choose_file(work / "werk")
    driver.wait_until((work / "werk.pdf").exists, "the file with its ending")
    text = subprocess.run(["pdftotext", "-layout", str(work / "werk.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    assert "Working copy" in text


def export_refused():
    program.key("ctrl+e")
    program.choose_file("/proc/plan.pdf")
    program.find("alert dialog", "Het document is niet geëxporteerd")
    program.press("button", "Sluiten")


if program:
    tap.run("words are found, in the other language, and lead there", find_words)
    tap.run("words that are nowhere", nothing_found)
    tap.run("a finding leads to its proposal", finding_leads)
    tap.run("a fiche is worked out into a proposal", promote)
    tap.run("one step undoes it", promotion_undone)
    tap.run("the pages of the document", pages)
    tap.run("the document in English", other_language)
    tap.run("the PDF holds what it should, in its language", export)
    tap.run("a working copy, with the ending that was not typed", export_working)
    tap.run("an export that cannot be written is told", export_refused)
tap.close(program)
