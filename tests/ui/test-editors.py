#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""A template of one's own with a field of every type is filled in on screen: each is edited, undone and done again, and the file
holds what was typed. The program has not a line that knows this template (every-type.json).

test-editors.py LANGUAGE
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import sys

import driver

language = sys.argv[1]
DUTCH = language == "nl"


def word(dutch, english):
    return dutch if DUTCH else english


HOME = pathlib.Path(os.environ["XDG_DATA_HOME"], "maakland")
PLAN = pathlib.Path(os.environ["HOME"], "plan.maakland.json")
LETTER = pathlib.Path(os.environ["HOME"], "brief.txt")


def prepare():
    folder = HOME / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(driver.SOURCE / "tests/ui/every-type.json", folder)
    plan = {"id": "plan", "title": {"nl": "Proef", "en": "Trial"}, "parties": [{"id": "ut", "title": "Universiteit Twente"}],
            "proposals": [{"id": "all", "template": "every-type", "title": {"nl": "Alles", "en": "Everything"}}]}
    PLAN.write_text(json.dumps({"format": "maakland-plan", "version": 1, "id": "trial", "plan": plan}), encoding="utf-8")
    LETTER.write_text("Geachte heer\n", encoding="utf-8")


prepare()
tap = driver.Tap()
program = tap.run("the program opens a plan with such a record", lambda: driver.Program(PLAN, language=language))
if program is None:
    tap.close()


def record():
    """What the file holds of the record."""
    return json.loads(PLAN.read_text(encoding="utf-8"))["plan"]["proposals"][0]


def save():
    program.key("ctrl+s")


def wait_for(holds, what):
    """Saves until what is in the file holds."""
    def look():
        save()
        return holds(record())
    driver.wait_until(look, lambda: f"{what}; there is {record()}")


def wait_saved(field, expected):
    wait_for(lambda saved: saved.get(field) == expected, f"{field} = {expected!r} in the file")


def undo_redo(field, before, after):
    """The step goes away and comes back, in the file as on screen."""
    program.key("ctrl+z")
    wait_saved(field, before)
    program.key("ctrl+shift+z")
    wait_saved(field, after)


def entry(name):
    return program.find("text box", name)


def go(node):
    """With Tab to a thing, as somebody does who fills in a form."""
    for _ in range(150):
        if program.is_focused(node):
            return node
        program.key("Tab")
    raise AssertionError(f"Tab does not lead to {node}; the keyboard is at {program.focused()}")


def type_into(name, text, shown=None):
    """Types into an entry and leaves it; then it shows what was typed as it is written."""
    node = go(entry(name))
    program.key("ctrl+a")
    program.type(text)
    program.key("Return")
    if shown is not None:
        program.wait_text(node, shown)
    return node


def open_form():
    program.press(program.find("list item", re.compile(word("^Voorstellen", "^Proposals"))))
    program.click(program.find("list item", re.compile(word("^Alles", "^Everything"))))
    program.click(program.find("list item", word("Alle velden", "All fields")))
    entry(word("Getal, uur", "Number, hours"))


def text(name):
    """The control of a text in the language that is written, which its name says."""
    return program.find("text box", re.compile(f"^{name}(, {word('Nederlands', 'English')})?$"))


def try_line():
    go(text(word("Regel", "Line")))
    program.type("Proefregel")
    wait_saved("line", {language: "Proefregel"})
    undo_redo("line", None, {language: "Proefregel"})


def try_name():
    go(text(word("Naam", "Name")))
    program.type("Trefwoord")
    wait_saved("name", "Trefwoord")


def try_story():
    go(text(word("Verhaal", "Story")))
    program.type("Eerst dit.")
    wait_saved("story", {language: "Eerst dit."})


def try_number():
    name = word("Getal, uur", "Number, hours")
    type_into(name, word("1234,5", "1234.5"), word("1.234,5", "1,234.5"))
    wait_saved("hours", 1234.5)
    undo_redo("hours", None, 1234.5)


def try_bad_number():
    """What cannot be read stays, is marked and explained, and goes when it can be."""
    name = word("Getal, uur", "Number, hours")
    node = type_into(name, "veel")
    driver.wait_until(lambda: "invalid-entry" in node.refresh().states, "the entry to be marked")
    driver.wait_until(lambda: "veel" in node.refresh().description, lambda: f"the entry to say what is wrong; it says {node.description!r}")
    program.find("label", re.compile(word("‘veel’|“veel”|veel", "veel")))
    program.key("Escape")
    program.wait_text(node, word("1.234,5", "1,234.5"))
    wait_saved("hours", 1234.5)


def try_money():
    type_into(word("Prijs, €", "Price, €"), "1,5 mln" if DUTCH else "1.5 million", word("1.500.000", "1,500,000"))
    wait_saved("price", 1500000)
    program.find("label", re.compile(word("€.3.000.000", "€3,000,000")))
    undo_redo("price", None, 1500000)


def try_date():
    type_into(word("Dag", "Day"), "1-5-2027", word("1 mei 2027", "1 May 2027"))
    wait_saved("day", "2027-05-01")
    undo_redo("day", None, "2027-05-01")


def try_calendar():
    program.press(program.find("toggle button", word("Dag, Uit een kalender kiezen", "Day, Choose from a calendar")))
    program.press(program.find("button", word("Deze dag kiezen", "Choose this day")))
    driver.wait_until(lambda: program.text(entry(word("Dag", "Day"))) != "", "a day in the entry")


def try_period():
    type_into(word("Duur, Eerste dag", "Span, First day"), "2027", word("1 januari 2027", "1 January 2027"))
    type_into(word("Duur, Laatste dag", "Span, Last day"), "2029", word("31 december 2029", "31 December 2029"))
    wait_saved("span", {"start": "2027-01-01", "end": "2029-12-31"})


def pick(button, text):
    """Opens a list, searches and takes the first."""
    program.press(program.find("toggle button", re.compile("^" + re.escape(button))))
    program.find("search box", word("Zoeken", "Search"), states=("focused",))
    program.type(text)
    program.key("Return")


def chip(name):
    return program.find("button", word(f"{name} verwijderen", f"Remove {name}"))


def try_choice():
    pick(word("Branche", "Trade"), word("machinebouw", "mechanical eng"))
    wait_saved("trade", "se.machine")
    undo_redo("trade", None, "se.machine")


def try_own_term():
    pick(word("Branche", "Trade"), "Lasersnijders")
    wait_saved("trade", "lasersnijders")
    own = json.loads(PLAN.read_text(encoding="utf-8"))["plan"]["own-terms"]
    assert [term["code"] for term in own] == ["lasersnijders"], own
    program.key("ctrl+z")
    wait_for(lambda saved: "own-terms" not in json.loads(PLAN.read_text(encoding="utf-8"))["plan"], "the own term to go with its use, in one step")


def try_choices():
    program.press(program.find("toggle button", word("Technieken, Toevoegen…", "Techniques, Add…")))
    program.find("search box", word("Zoeken", "Search"), states=("focused",))
    program.key("Down", "Return", "Down", "Return", "Escape")
    wait_for(lambda saved: len(saved.get("techniques", [])) == 2, "two techniques in the file")
    before = record()["techniques"]
    buttons = [node for node in program.find_all("button", re.compile(word(" verwijderen$", "^Remove ")))]
    program.press(buttons[0])
    wait_saved("techniques", before[1:])
    undo_redo("techniques", before, before[1:])


def try_regions():
    pick(word("Gebieden, Toevoegen…", "Areas, Add…"), "enschede")
    program.key("Escape")
    chip("Enschede")
    wait_saved("areas", ["GM0153"])
    undo_redo("areas", None, ["GM0153"])


def try_party():
    pick(word("Maker", "Maker"), "twente")
    wait_saved("maker", "ut")
    undo_redo("maker", None, "ut")


def try_new_party():
    pick(word("Maker", "Maker"), "Lasergroep")
    wait_for(lambda saved: saved.get("maker", "ut") != "ut", "a new organisation in the file")
    parties = json.loads(PLAN.read_text(encoding="utf-8"))["plan"]["parties"]
    assert parties[-1]["title"] == "Lasergroep" and parties[-1]["id"] == record()["maker"], parties


def try_rows():
    for number in range(3):
        program.press(program.find("button", word("Rij toevoegen", "Add row")))
        entry(word("Vast, €", "Fixed, €"))
        program.press(program.find("button", word("Terug", "Back"), states=("sensitive",)))
        wait_for(lambda saved: len(saved.get("rows", [])) == number + 1, f"{number + 1} rows in the file")
    before = [row["id"] for row in record()["rows"]]
    rows = driver.wait_until(lambda: len(found := program.find_all("list item", word("Rij", "Row"))) == 3 and found, "three rows on screen")
    up, down = word("Omhoog verplaatsen", "Move up"), word("Omlaag verplaatsen", "Move down")
    for row, can in ((rows[0], {up: False, down: True}), (rows[1], {up: True, down: True}), (rows[2], {up: True, down: False})):
        program.press(next(node for node in row.walk() if node.role == "toggle button"))
        for name, sensitive in can.items():
            program.find("menu item", name, states=("sensitive" if sensitive else "!sensitive",))
        program.key("Escape")
        program.wait_gone("menu item", up)
    def order():
        save()
        return [row["id"] for row in record()["rows"]]
    dragged = [before[1], before[2], before[0]]
    program.drag(rows[0], rows[2], lambda: order() == dragged)
    program.key("ctrl+z")
    driver.wait_until(lambda: order() == before, "one step of undo to bring the dragged row back")
    go(rows[0])
    program.key("alt+Down")
    moved = [before[1], before[0], before[2]]
    wait_for(lambda saved: [row["id"] for row in saved["rows"]] == moved, "the row one place down")
    program.key("Delete")
    wait_for(lambda saved: [row["id"] for row in saved["rows"]] == [before[1], before[2]], "the row to go")
    program.press(program.find("button", word("Ongedaan maken", "Undo"), states=("sensitive",)))
    wait_for(lambda saved: [row["id"] for row in saved["rows"]] == moved, "the row to come back")


def try_refs():
    pick(word("Hoort bij, Toevoegen…", "Belongs to, Add…"), "Kern")
    wait_for(lambda saved: len(saved.get("belongs", [])) == 1, "a reference in the file")
    chip("Kern")


def try_series():
    type_into(word("Per jaar, 2027", "Each year, 2027"), "1000")
    type_into(word("Per jaar, 2029", "Each year, 2029"), "2500", word("2.500", "2,500"))
    program.find("label", re.compile(word("€.3.500", "€3,500")))
    wait_saved("yearly", {"2027": 1000, "2029": 2500})
    undo_redo("yearly", {"2027": 1000}, {"2027": 1000, "2029": 2500})


def try_citation():
    program.choose(program.find("combo box", word("Herkomst, Soort", "Origin, Kind")), word("Besluit", "Decision"))
    type_into(word("Herkomst, Wat er is besloten", "Origin, What was decided"), "Startbesluit")
    type_into(word("Herkomst, Datum", "Origin, Date"), "2026-11-03", word("3 november 2026", "3 November 2026"))
    type_into(word("Herkomst, Zaaknummer", "Origin, Case number"), "2026/117")
    wait_saved("origin", {"kind": "decision", "title": {language: "Startbesluit"}, "date": "2026-11-03", "number": "2026/117"})


def try_file():
    program.press(program.find("button", word("Brief, Bestand kiezen…", "Letter, Choose a file…")))
    program.choose_file(LETTER)
    program.find("label", "brief.txt")
    wait_for(lambda saved: saved.get("letter"), "the file in the plan")
    letter = record()["letter"]
    assert letter["name"] == "brief.txt" and letter["hash"] == hashlib.sha256(LETTER.read_bytes()).hexdigest() and letter["place"] == str(LETTER), letter
    LETTER.unlink()
    program.press(program.find("button", word("Brief, Nagaan of het er nog is", "Letter, Look whether it is there")))
    program.find("label", re.compile(word("Het bestand ontbreekt", "The file is missing")))


def cell(row, column):
    return program.find("grid cell", re.compile(f"^{re.escape(row)}, {re.escape(column)}, "))


def try_sheet():
    title, kind, fixed = word("Titel", "Title"), word("Soort", "Kind"), word("Vast", "Fixed")
    row = word("Rij", "Row")
    program.press(program.find_all("button", word("Rij toevoegen", "Add row"))[-1])
    driver.wait_until(lambda: program.is_focused(cell(row, title)), "the keyboard in the new row")
    program.type("Huur")
    program.key("Tab")
    program.find("grid cell", re.compile("^Huur, "))
    program.key("Return")
    program.find("search box", word("Zoeken", "Search"), states=("focused",))
    program.type(word("appara", "equip"))
    program.key("Return")
    driver.wait_until(lambda: program.is_focused(cell("Huur", kind)), "the keyboard back in the cell")
    program.key("Tab", "Tab")
    program.type("250")
    program.key("Tab")
    program.type("1000")
    program.key("Tab")
    program.type("x")
    program.key("Escape")
    program.type("2000")
    program.key("Return")
    wait_for(lambda saved: saved.get("sheet", [{}])[0].get("flow") == {"2027": 1000, "2028": 2000}, "amounts in the file")
    line = record()["sheet"][0]
    assert line["fixed"] == 250 and line["sort"] == "equipment" and line["title"] == {language: "Huur"}, line
    program.find("grid cell", re.compile(word("^Huur, Totaal, 3.000$", "^Huur, Total, 3,000$")))
    # Below the last row are the totals, with the arrows.
    driver.wait_until(lambda: program.is_focused(cell("Huur", "2028")), "the keyboard in the cell")
    program.key("Down")
    program.find("grid cell", word("Totaal, 2028, 2.000", "Total, 2028, 2,000"), states=("focused",))
    program.key("Left", "Up")
    driver.wait_until(lambda: program.is_focused(cell("Huur", "2027")), "the keyboard back in the row")


def payers():
    """The names of who pays, row by row, as the file has them."""
    save()
    plan = json.loads(PLAN.read_text(encoding="utf-8"))["plan"]
    names = {party["id"]: party["title"] for party in plan["parties"]}
    return [names.get(row.get("payer")) for row in plan["proposals"][0]["sheet"]]


def search_box():
    return program.find("search box", word("Zoeken", "Search"), states=("focused",))


def try_sheet_names():
    """An organisation is typed in a cell: Tab takes it, an unknown one is not dropped without a word, and can be added."""
    payer = word("Betaler", "Payer")
    go(cell("Huur", payer))
    program.type("twen")
    program.wait_text(search_box(), "twen")
    program.key("Tab")
    driver.wait_until(lambda: payers() == ["Universiteit Twente"], lambda: f"who pays; there is {payers()}")
    driver.wait_until(lambda: program.is_focused(cell("Huur", word("Vast", "Fixed"))), "the keyboard in the next cell")
    program.key("shift+Tab")
    program.type("Hoogovens")
    program.wait_text(search_box(), "Hoogovens")
    program.key("Tab")
    program.find("button", re.compile("Hoogovens"), states=("focused",))
    assert payers() == ["Universiteit Twente"], payers()
    program.click(cell("Huur", word("Vast", "Fixed")))
    program.find("label", re.compile(word("^‘Hoogovens’ is niet ingevuld", "^“Hoogovens” was not filled in")))
    assert payers() == ["Universiteit Twente"], payers()
    go(cell("Huur", payer))
    program.key("Return")
    program.wait_text(search_box(), "Hoogovens")
    program.key("Return")
    driver.wait_until(lambda: payers() == ["Hoogovens"], lambda: f"the new organisation; there is {payers()}")
    program.wait_gone("label", re.compile("^[‘“]Hoogovens[’”]"))
    program.key("ctrl+z")
    driver.wait_until(lambda: payers() == ["Universiteit Twente"], "one step of undo")


def try_paste():
    program.copy("Machines\t\t\t100\t1\t2\t3\nMensen\t\tUniversiteit Twente\t200\t4\t5\t6\n")
    program.press(program.find_all("toggle button", re.compile(word("Blad, Kopiëren en plakken", "Sheet, Copy and paste")))[-1])
    program.press(program.find("menu item", word("Plakken uit een rekenblad", "Paste from a spreadsheet")))
    wait_for(lambda saved: len(saved["sheet"]) == 3, "two more rows in the file")
    assert record()["sheet"][2]["flow"] == {"2027": 4, "2028": 5, "2029": 6}, record()["sheet"]
    program.copy("1\t2\t3\t4\t5\t6\t7\t8\t9\n")
    program.press(program.find_all("toggle button", re.compile(word("Blad, Kopiëren en plakken", "Sheet, Copy and paste")))[-1])
    program.press(program.find("menu item", word("Plakken uit een rekenblad", "Paste from a spreadsheet")))
    program.find("label", re.compile(word("kolommen", "columns")))
    program.copy("A\t\tNiemand\tveel\nB\t\t\tmeer\n")
    program.press(program.find_all("toggle button", re.compile(word("Blad, Kopiëren en plakken", "Sheet, Copy and paste")))[-1])
    program.press(program.find("menu item", word("Plakken uit een rekenblad", "Paste from a spreadsheet")))
    program.find("label", re.compile("(?s)• .*Niemand.*\n• .*veel.*\n• .*meer"))
    save()
    assert len(record()["sheet"]) == 3, record()["sheet"]


tap.run("the form opens", open_form)
tap.run("a text of one line", try_line)
tap.run("a text of one language", try_name)
tap.run("prose", try_story)
tap.run("a number", try_number)
tap.run("a number that cannot be read", try_bad_number)
tap.run("an amount, and what is computed from it", try_money)
tap.run("a day", try_date)
tap.run("a day from the calendar", try_calendar)
tap.run("a period", try_period)
tap.run("a term", try_choice)
tap.run("a term of one's own", try_own_term)
tap.run("several terms", try_choices)
tap.run("regions", try_regions)
tap.run("an organisation", try_party)
tap.run("a new organisation", try_new_party)
tap.run("a value a year", try_series)
tap.run("a source", try_citation)
tap.run("a file", try_file)
tap.run("a list", try_rows)
tap.run("references", try_refs)
tap.run("a sheet", try_sheet)
tap.run("names in a sheet", try_sheet_names)
tap.run("a table pasted into a sheet", try_paste)
tap.close(program)
