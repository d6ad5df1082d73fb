#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The whole way from the first window to the document, with mouse, tree and typed text as most people work; test-keyboard.py goes it
without a mouse. What is typed and what must come of it is in overijssel.py.

test-journey.py LANGUAGE
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
folder = pathlib.Path(tempfile.mkdtemp(prefix="journey."))
file = folder / "overijssel.maakland.json"
LANGUAGES = {"nl": "Dutch", "en": "English"}


def exactly(text):
    return re.compile("^" + re.escape(text) + "$")


def starts(text):
    return re.compile("^" + re.escape(text))


def start():
    global program, keys
    program = driver.Program(language=language)
    keys = Keyboard(program)
    program.find("button", say("New plan…"))
    return program


def go_to_page(title):
    row = program.find("list item", re.compile("^" + re.escape(title) + "(,|$)"), within=program.find("list", say("Pages")))
    program.press(row)
    program.find("list item", starts(title), states=("selected",))


def go_to_part(template, section):
    title = say.section(template, section)
    program.press(program.find("list item", exactly(title), within=program.find("list", say("Parts of this form"))))
    program.find("group", exactly(title))
    driver.wait_until(lambda: (node := program.focused()) and f"group({title})" in node.path_names(), f"the part {title}")


def write_in(writing):
    """Presses the language in which one writes, where it is another."""
    button = program.find("radio", writing.upper())
    if "checked" not in button.states:
        program.press(button)
        program.find("radio", writing.upper(), states=("checked",))


def find_text(template, field, writing):
    return program.find("text box", exactly(f"{say.field(template, field)}, {say(LANGUAGES[writing])}"), states=("editable",))


def write(template, field, texts):
    for writing in (language, other):
        if writing not in texts:
            continue
        write_in(writing)
        node = find_text(template, field, writing)
        program.focus(node)
        program.type(texts[writing])
        program.wait_text(node, texts[writing])


def choose(button, *searches):
    """Opens what one chooses from, and chooses by what is typed."""
    program.press("toggle button", button)
    driver.wait_until(lambda: (node := program.focused()) and node.title == say("Search"), "the search of the choices")
    for search in searches:
        program.key("ctrl+a")
        program.type(search)
        program.key("Return")
    if program.has("search box", say("Search")):
        program.key("Escape")
    program.wait_gone("search box", say("Search"))


def make_plan():
    program.press("button", say("New plan…"))
    dialog = program.find("dialog", say("New plan"))
    program.find("radio", "Overijssel", within=dialog)
    keys.arrow_to("Overijssel")
    program.key("space")
    program.find("radio", "Overijssel", within=dialog, states=("checked",))
    program.press("button", say("Create"))
    program.find(("window", "frame"), re.compile("Overijssel"))


def describe_cluster():
    go_to_page(say.page("clusters-part"))
    program.press("button", say.adding("cluster"))
    write("cluster", "title", overijssel.CLUSTER["title"])
    write("cluster", "summary", overijssel.CLUSTER["summary"])
    choose(f"{say.field('cluster', 'sector-kinds')}, {say('Add…')}", say.term("sector", "se.hightech"))
    choose(f"{say.field('cluster', 'regions')}, {say('Add…')}", "ensch", "hengelo (o")


def cite():
    go_to_part("cluster", "distinctive")
    for writing in (language, other):
        before, after = overijssel.DISTINCTIVE[writing]
        write_in(writing)
        node = program.focus(find_text("cluster", "distinctive", writing))
        program.type(before)
        program.press("button", say("Insert figure"))
        dialog = program.find("dialog", say("Insert figure"))
        program.press(program.find("list item", re.compile(re.escape(overijssel.RATIO[language]) + ", Overijssel"), within=dialog))
        program.wait_gone("dialog", say("Insert figure"))
        driver.wait_until(lambda: program.is_focused(node), "the keyboard in the text")
        program.type(after)
        program.wait_text(node, before + overijssel.FIGURE[writing] + after)


def add_exhibit():
    go_to_page(say("Map"))
    program.press("button", say("Add to plan…"))
    dialog = program.find("dialog", say("Add to the plan"))
    program.press(program.find("button", say("Add"), within=dialog))
    program.wait_gone("dialog", say("Add to the plan"))
    go_to_page(say.page("clusters-part"))
    program.find("list item", re.compile("2020"), within=program.find("list", say.field("cluster", "exhibits")))


def write_fiche():
    go_to_page(say.page("proposals-part"))
    choose(say.adding("initiative"), say.label("fiche"))
    write("fiche", "title", overijssel.FICHE["title"])
    for section, field in (("problem-part", "problem"), ("goals-part", "goal")):
        go_to_part("fiche", section)
        write("fiche", field, overijssel.FICHE[field])
    go_to_part("fiche", "money")
    write("fiche", "next-step", {"nl": overijssel.NEXT_STEP})


def promote():
    program.press("toggle button", exactly(say("More actions")))
    program.press("menu item", say("Work out into a proposal…"))
    dialog = program.find("dialog", exactly(say("New proposal")))
    program.press(program.find("radio", say.label("groeifonds"), within=dialog))
    program.find("list item", starts(say.field("fiche", "next-step")), within=dialog)
    program.press(program.find("button", say("Work out"), within=dialog, states=("sensitive",)))
    program.wait_gone("dialog", exactly(say("New proposal")))
    program.find("list item", say.section("groeifonds", "earning"))


def enter(name, text):
    node = program.find("text box", exactly(name), states=("editable",))
    program.focus(node)
    program.key("ctrl+a")
    program.type(text)
    program.key("Return")


def fill_proposal():
    go_to_part("groeifonds", "overview")
    for part, name in enumerate(("First day", "Last day")):
        enter(f"{say.field('groeifonds', 'term')}, {say(name)}", overijssel.TERM[language][part])
    go_to_part("groeifonds", "fund-part")
    write("groeifonds", "fit", overijssel.FIT)
    go_to_part("groeifonds", "money")
    for field, amount in (("sum-asked", overijssel.SUM_ASKED), ("own-contribution", overijssel.OWN_CONTRIBUTION)):
        enter(f"{say.field('groeifonds', field)}, €", overijssel.format_euros(amount, language))


def add_line(template):
    program.press("button", say.adding(template))
    driver.wait_until(lambda: (node := program.focused()) and node.role == "grid cell" and node.title.startswith(say.label(template)), "the new line")


def find_total(field, euros):
    return overijssel.find_total(program, say, language, field, euros)


def fill_amounts(amounts):
    """Types in the cells of the years, Tab from one to the next."""
    for (typed, _), year in zip(amounts, overijssel.YEARS):
        keys.arrow_to(re.compile(f", {year}, "), "Tab")
        program.type(overijssel.as_typed(typed, language))
    program.key("Return")


def fill_budget():
    go_to_part("groeifonds", "costs")
    write_in(language)
    for names, amounts in overijssel.BUDGET:
        add_line("budget-line")
        for writing in (language, other):
            program.type(names[("nl", "en").index(writing)])
            program.key("Return", "ctrl+l")
        fill_amounts(amounts)
    find_total("total-cost", overijssel.totals()[-1])


def fill_funding():
    go_to_part("groeifonds", "money")
    column = say.field("funding-line", "source")
    for source, amounts in overijssel.FUNDING:
        add_line("funding-line")
        keys.arrow_to(re.compile(f", {re.escape(column)}, "), "Tab")
        program.key("Return")
        keys.wait_at(say("Search"))
        kind = say.term("funder-kind", source)
        program.press(program.find("list item", exactly(kind)))
        keys.wait_at(re.compile(f", {re.escape(column)}, {re.escape(kind)}"), "grid cell")
        fill_amounts(amounts)
    find_total("funding-total", overijssel.totals()[-1])
    find_total("funding-gap", 0)


def undo_and_redo():
    """The amounts of the last line go, one after the other, and come back."""
    last = overijssel.FUNDING[-1][-1]
    for gap in (last[1][1], last[0][1] + last[1][1]):
        program.press("button", say("Undo"))
        find_total("funding-gap", gap)
    for gap in (last[1][1], 0):
        program.press("button", say("Redo"))
        find_total("funding-gap", gap)


def save():
    program.key("ctrl+s")
    program.choose_file(file, say("Save plan"))
    program.find("label", say.phrase("document-all-saved"))


def close():
    program.act("window.close", program.windows()[0])
    assert program.wait_end() == 0, f"it ended with {program.status}"


def open_again():
    """From the list of plans that were open."""
    program.press(program.find("list item", re.compile("Overijssel")))
    program.find(("window", "frame"), re.compile("Overijssel"))
    go_to_page(say.page("clusters-part"))
    program.press(program.find("list item", exactly(overijssel.CLUSTER["title"][language])))
    program.wait_text(find_text("cluster", "summary", language), overijssel.CLUSTER["summary"][language])


def export(writing):
    names = {"nl": say("In Dutch"), "en": say("In English")}
    if writing == language:
        go_to_page(say("Document"))
    else:
        program.choose(program.find("combo box", names[language]), names[writing])
    pages = folder / f"{writing}.pdf"
    program.press("button", say("Export PDF…"))
    program.choose_file(pages, say("Export document"))
    driver.wait_until(pages.exists, "the document")
    overijssel.check_pages(pages, writing)


overijssel.go(language, other, file, start, (make_plan, describe_cluster, cite, add_exhibit, write_fiche, promote, fill_proposal, fill_budget, fill_funding,
                                             undo_and_redo, save, close), open_again, export)
