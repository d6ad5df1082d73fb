#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The whole way from the first window to the document by keyboard alone: keys are pressed and typed, the tree is only read. What is
typed and what must come of it is in overijssel.py, as for test-journey.py.

The keys: Ctrl+N new plan, Ctrl+S save, Ctrl+O open, Ctrl+E export, Ctrl+W close; Alt and a number pages, F6 parts of the form, F9 list
of pages and back; Tab between things (Ctrl+Tab out of a text of several lines and out of a sheet), arrows within lists, Enter to open,
choose and confirm, Space to mark, Escape out of what popped up; Ctrl+L the other language, Ctrl+Shift+C a figure into the text; in a
sheet Tab from cell to cell; Ctrl+Z and Ctrl+Shift+Z; Alt+Left back to the list. Letters that are on no key are pasted: Ctrl+V.

test-keyboard.py LANGUAGE
"""
import pathlib
import re
import sys
import tempfile

import driver
import overijssel
from keyboard import Keyboard
from words import Words

language = sys.argv[1]
other = {"nl": "en", "en": "nl"}[language]
say = Words(language)
folder = pathlib.Path(tempfile.mkdtemp(prefix="keyboard."))
file = folder / "overijssel.maakland.json"


def exactly(text):
    return re.compile("^" + re.escape(text))


def named(template, field, writing):
    """What a text of two languages is called."""
    return f"{say.field(template, field)}, {say({'nl': 'Dutch', 'en': 'English'}[writing])}"


def go_to_page(number, title, within):
    """Alt and the number; `within` is what the keyboard is then at."""
    keys.key(f"alt+{number}")
    program.find("list item", exactly(title), states=("selected",))
    return keys.wait_at(within)


def go_to_part(template, section):
    """F6, arrows to the part, Enter: to its first field."""
    title, outline = say.section(template, section), say("Parts of this form")
    keys.key("F6")
    driver.wait_until(lambda: (node := keys.at()) and node.role == "list item" and node.parent.title == outline, lambda: f"the outline; the keyboard is at {keys.tell()}")
    keys.key("Home")
    keys.arrow_to(title)
    keys.key("Return")
    driver.wait_until(lambda: (node := keys.at()) and f"group({title})" in node.path_names(), lambda: f"the part {title!r}; the keyboard is at {keys.tell()}")


def write(template, field, text):
    """In the language of the interface first, then in the other."""
    keys.tab_to(named(template, field, language))
    keys.type(text[language])
    keys.key("ctrl+l")
    keys.wait_at(named(template, field, other))
    keys.type(text[other])
    keys.key("ctrl+l")
    keys.wait_at(named(template, field, language))


def choose(button, *searches):
    """Opens what one chooses from, types until the right one is first, and Enter."""
    keys.tab_to(button)
    keys.key("Return")
    keys.wait_at(say("Search"))
    for search in searches:
        keys.key("ctrl+a")
        keys.type(search)
        keys.key("Return")
    if keys.is_at(say("Search")):
        keys.key("Escape")
    keys.wait_at(exactly(button.split(",")[0]))


def start():
    global program, keys
    program = driver.Program(language=language)
    keys = Keyboard(program)
    program.find("button", say("New plan…"))
    return program


def make_plan():
    keys.key("ctrl+n")
    keys.wait_at("Drenthe", "radio")
    keys.arrow_to("Overijssel")
    keys.key("space")
    program.find("radio", "Overijssel", states=("checked",))
    keys.tab_to(say("Title"), most=1)
    keys.key("Return")
    program.find(("window", "frame"), re.compile("Overijssel"))
    program.wait_gone("dialog", say("New plan"))


def describe_cluster():
    go_to_page(5, say.page("clusters-part"), say.adding("cluster"))
    keys.key("Return")
    keys.wait_at(named("cluster", "title", language))
    write("cluster", "title", overijssel.CLUSTER["title"])
    write("cluster", "summary", overijssel.CLUSTER["summary"])
    choose(f"{say.field('cluster', 'sector-kinds')}, {say('Add…')}", say.term("sector", "se.hightech"))
    choose(f"{say.field('cluster', 'regions')}, {say('Add…')}", "ensch", "hengelo (o")


def put_figure(writing):
    before, after = overijssel.DISTINCTIVE[writing]
    keys.wait_at(named("cluster", "distinctive", writing))
    keys.type(before)
    keys.key("ctrl+shift+c")
    keys.wait_at(say("Search figures and sources"))
    keys.type(overijssel.RATIO[language])
    program.find("list item", re.compile(overijssel.RATIO[language] + ", Overijssel"))
    keys.key("Return")
    keys.wait_at(named("cluster", "distinctive", writing))
    keys.type(after)
    view = program.find("text box", named("cluster", "distinctive", writing))
    program.wait_text(view, before + overijssel.FIGURE[writing] + after)


def cite():
    go_to_part("cluster", "distinctive")
    put_figure(language)
    keys.key("ctrl+l")
    put_figure(other)
    keys.key("ctrl+l")
    keys.wait_at(named("cluster", "distinctive", language))


def add_exhibit():
    go_to_page(1, say("Map"), say("Figure"))
    keys.tab_to(say("Add to plan…"))
    keys.key("Return")
    keys.wait_at(say("Add"), "button")
    keys.key("Return")
    keys.wait_at(say("Add to plan…"))
    go_to_page(5, say.page("clusters-part"), named("cluster", "distinctive", language))
    program.find("list item", re.compile("2020"), within=program.find("list", say.field("cluster", "exhibits")))


def write_fiche():
    go_to_page(6, say.page("proposals-part"), say.adding("initiative"))
    keys.key("Return")
    keys.wait_at(say("Search"))
    keys.type(say.label("fiche"))
    keys.key("Return")
    keys.wait_at(named("fiche", "title", language))
    write("fiche", "title", overijssel.FICHE["title"])
    for section, field in (("problem-part", "problem"), ("goals-part", "goal")):
        go_to_part("fiche", section)
        write("fiche", field, overijssel.FICHE[field])
    go_to_part("fiche", "money")
    keys.tab_to(named("fiche", "next-step", language))
    if language != "nl":
        keys.key("ctrl+l")
        keys.wait_at(named("fiche", "next-step", "nl"))
    keys.type(overijssel.NEXT_STEP)
    if language != "nl":
        keys.key("ctrl+l")


def promote():
    go_to_part("fiche", "overview")
    keys.tab_to(say("More actions"), back=True)
    keys.key("Return")
    keys.wait_at(say("Work out into a proposal…"))
    keys.key("Return")
    program.find("dialog", say("New proposal"))
    keys.tab_to(say.label("groeifonds"), "radio", most=8)
    keys.key("space")
    program.find("list item", exactly(say.field("fiche", "next-step")), within=program.find("dialog", say("New proposal")))
    keys.tab_to(say("Work out"), "button", most=16)
    keys.key("Return")
    program.wait_gone("dialog", say("New proposal"))
    program.find("list item", say.section("groeifonds", "earning"))


def fill_proposal():
    go_to_part("groeifonds", "overview")
    for part, name in enumerate(("First day", "Last day")):
        keys.tab_to(f"{say.field('groeifonds', 'term')}, {say(name)}")
        keys.type(overijssel.TERM[language][part])
    go_to_part("groeifonds", "fund-part")
    write("groeifonds", "fit", overijssel.FIT)
    go_to_part("groeifonds", "money")
    for field, amount in (("sum-asked", overijssel.SUM_ASKED), ("own-contribution", overijssel.OWN_CONTRIBUTION)):
        keys.tab_to(f"{say.field('groeifonds', field)}, €")
        keys.type(overijssel.format_euros(amount, language))


def fill_amounts(amounts):
    """Tab to the years, whose cells are named after them."""
    for (typed, _), year in zip(amounts, overijssel.YEARS):
        keys.arrow_to(re.compile(f", {year}, "), "Tab")
        keys.type(overijssel.as_typed(typed, language))
    keys.key("Return")


def add_line(template):
    """To the button below the sheet; then the keyboard is in the first cell of a new line."""
    if driver.wait_until(keys.at, "the keyboard").role == "grid cell":
        keys.key("ctrl+Tab")
    keys.tab_to(say.adding(template), "button")
    keys.key("Return")
    keys.wait_at(exactly(say.label(template) + ", "), "grid cell")


def find_total(field, euros):
    return overijssel.find_total(program, say, language, field, euros)


def fill_budget():
    go_to_part("groeifonds", "costs")
    for names, amounts in overijssel.BUDGET:
        add_line("budget-line")
        for writing in (language, other):
            keys.type(names[("nl", "en").index(writing)])
            keys.key("Return", "ctrl+l")
        fill_amounts(amounts)
    find_total("total-cost", overijssel.totals()[-1])


def fill_funding():
    go_to_part("groeifonds", "money")
    for source, amounts in overijssel.FUNDING:
        add_line("funding-line")
        keys.arrow_to(re.compile(f", {re.escape(say.field('funding-line', 'source'))}, "), "Tab")
        keys.key("Return")
        keys.wait_at(say("Search"))
        keys.type(say.term("funder-kind", source))
        keys.key("Return")
        keys.wait_at(re.compile(f", {re.escape(say.field('funding-line', 'source'))}, {re.escape(say.term('funder-kind', source))}"), "grid cell")
        fill_amounts(amounts)
    find_total("funding-total", overijssel.totals()[-1])
    find_total("funding-gap", 0)


def undo_and_redo():
    """Both amounts of the last line go, and come back; wherever the keyboard is."""
    last = overijssel.FUNDING[-1][-1]
    keys.key("ctrl+z")
    find_total("funding-gap", last[1][1])
    keys.key("ctrl+z")
    find_total("funding-gap", last[0][1] + last[1][1])
    keys.key("ctrl+shift+z", "ctrl+shift+z")
    find_total("funding-gap", 0)


def give_path(dialog, path):
    """Pastes a path in the toolkit's file dialog: where it asks for a name, or behind Ctrl+L. Typed, the dialog would complete it to
    what it knows."""
    program.find("dialog", dialog, states=("modal",))
    driver.wait_until(keys.at, "the keyboard in the dialog")
    if keys.at().role != "text box":
        keys.key("ctrl+l")
    entry = keys.wait_at(None, "text box")
    program.copy(str(path))
    keys.key("ctrl+a", "ctrl+v")
    program.wait_text(entry, str(path))

    def confirm():
        """Where the dialog shows what it knows, the first Enter closes that."""
        keys.key("Return")
        try:
            program.wait_gone("dialog", dialog, limit=3)
        except AssertionError:
            return False
        return True
    driver.wait_until(confirm, "the file dialog to close")


def save():
    keys.key("ctrl+s")
    give_path(say("Save plan"), file)
    program.find("label", say.phrase("document-all-saved"))


def close():
    keys.key("ctrl+w")
    assert program.wait_end() == 0, f"it ended with {program.status}"


def open_again():
    keys.key("ctrl+o")
    give_path(say("Open plan"), file)
    program.find(("window", "frame"), re.compile("Overijssel"))
    go_to_page(6, say.page("proposals-part"), re.compile(""))
    program.find("list item", exactly(overijssel.FICHE["title"][language]))


def export(writing):
    """F9 to the list of pages, End to the last; the language, and Ctrl+E."""
    names = {"nl": say("In Dutch"), "en": say("In English")}
    if not program.has("list item", say("Document"), states=("selected",)):
        keys.key("F9")
        keys.arrow_to(say("Document"), role="list item")
        keys.key("Return")
        keys.wait_at(names[language], "toggle button")
    if writing != language:
        keys.key("Return")
        keys.wait_at(None, "list item")
        keys.key({"nl": "Up", "en": "Down"}[writing])
        driver.wait_until(lambda: keys.is_at(names[writing], "list item", ("selected",)), "the other language to be chosen")
        keys.key("Return")
        keys.wait_at(names[writing], "toggle button")
    pages = folder / f"{writing}.pdf"
    keys.key("ctrl+e")
    give_path(say("Export document"), pages)
    driver.wait_until(pages.exists, "the document")
    overijssel.check_pages(pages, writing)


overijssel.go(language, other, file, start, (make_plan, describe_cluster, cite, add_exhibit, write_fiche, promote, fill_proposal, fill_budget, fill_funding,
                                             undo_and_redo, save, close), open_again, export)
