#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Texts are written as in a word processor: paragraphs, lists, bold, links, figures with their source, two languages; typed, pasted
and undone, and the file holds what was meant.

test-texts.py LANGUAGE
"""
import json
import os
import pathlib
import re
import sys

import driver

language = sys.argv[1]
DUTCH = language == "nl"
OTHER = "en" if DUTCH else "nl"


def word(dutch, english):
    return dutch if DUTCH else english


PLAN = pathlib.Path(os.environ["HOME"], "plan.maakland.json")
NAMES = {"nl": word("Nederlands", "Dutch"), "en": word("Engels", "English")}
PROBLEM, GOAL, TITLE = word("Probleem", "Problem"), word("Doel", "Goal"), word("Titel", "Title")


def prepare():
    plan = {"id": "plan", "title": {"nl": "Proef", "en": "Trial"}, "lead-region": ["PV23"],
            "proposals": [{"id": "f", "template": "fiche", "title": {"nl": "Fiche", "en": "Fiche"}}]}
    PLAN.write_text(json.dumps({"format": "maakland-plan", "version": 1, "id": "trial", "plan": plan}), encoding="utf-8")


prepare()
tap = driver.Tap()
program = tap.run("the program opens a fiche", lambda: driver.Program("--plan", PLAN, "--record", "proposals[0]", language=language))
if program is None:
    tap.close()


def plan():
    program.key("ctrl+s")
    return json.loads(PLAN.read_text(encoding="utf-8"))["plan"]


def fiche():
    return plan()["proposals"][0]


def wait_text(field, wanted, of=language):
    """Until the file holds this text (a word or a pattern; None: nothing)."""
    def look():
        have = fiche().get(field, {}).get(of)
        return have == wanted if wanted is None or have is None else driver.matches(wanted, have)
    driver.wait_until(look, lambda: f"{field} = {wanted!r} in the file; it is {fiche().get(field)!r}")


def box(label, of=language):
    return program.find("text box", re.compile(f"^{label}.*, {NAMES[of]}$"))


def go(node):
    for _ in range(150):
        if program.is_focused(node):
            return node
        program.key("Tab")
    raise AssertionError(f"Tab does not lead to {node}; the keyboard is at {program.focused()}")


def empty(label):
    go(box(label))
    program.key("ctrl+a", "BackSpace")


def write(text):
    """Types, with the keys for what is no letter."""
    for part in re.findall(r"[\n\t]|[^\n\t]+", text):
        if part in "\n\t":
            program.key("Return" if part == "\n" else "Tab")
        else:
            program.type(part)


def type_prose():
    go(box(PROBLEM))
    program.type("Eerst ")
    program.key("ctrl+b")
    program.type("dit")
    program.key("ctrl+b")
    write(".\n- een\n\ttwee\n\n\nDan *dat*.")
    # Enter in an empty item goes up, and again out of the list.
    wait_text("problem", "Eerst **dit**.\n\n- een\n  - twee\n\nDan \\*dat\\*.")


def undo_words():
    program.key("ctrl+z")
    wait_text("problem", re.compile(r"twee\n\nDan$"))
    program.key("ctrl+shift+z")
    wait_text("problem", re.compile(r"Dan \\\*dat\\\*\.$"))


def leave_with_tab():
    program.key("ctrl+Home")
    program.key("Tab")
    assert program.focused().role == "toggle button", program.focused()
    program.key("Right", "Right")
    assert program.focused().title == word("Lijst met punten", "Bulleted list"), program.focused()
    program.key("Tab")
    assert program.focused().role != "toggle button" or "trekker" in program.focused().title.lower() or "owner" in program.focused().title.lower(), program.focused()


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style>p{margin:0}</style></head><body>
<p class=MsoNormal>Wij <b>kiezen</b> voor <a href="https://www.cbs.nl/">cijfers</a>:<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>staal</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]><i>groen</i> staal</p>
<table><tr><td>2027</td><td>1,2</td></tr></table><script>alert(1)</script></body></html>"""


def paste_word():
    empty(GOAL)
    program.copy(WORD, "text/html")
    program.key("ctrl+v")
    wait_text("goal", "Wij **kiezen** voor [cijfers](https://www.cbs.nl/):\n\n- staal\n  - *groen* staal\n\n2027\t1,2")
    program.key("ctrl+z")
    wait_text("goal", None)


def paste_plain():
    empty(GOAL)
    program.paste("- een\n- twee\n\nslot **x**")
    wait_text("goal", "- een\n- twee\n\nslot \\*\\*x\\*\\*")


def copy_within():
    go(box(PROBLEM))
    program.key("ctrl+a", "ctrl+c")
    empty(GOAL)
    program.key("ctrl+v")
    wait_text("goal", "Eerst **dit**.\n\n- een\n  - twee\n\nDan \\*dat\\*.")
    assert program.clipboard().startswith("Eerst dit."), program.clipboard()


def paste_much():
    """A million letters come in; more than a plan can hold does not, and a sentence says so."""
    empty(GOAL)
    program.copy("woord " * 166000)
    program.key("ctrl+v")
    wait_text("goal", re.compile(r"^(woord\s+){165999}woord$"))
    program.key("ctrl+a", "BackSpace")
    wait_text("goal", None)
    program.copy("woord " * 190000)
    program.key("ctrl+v")
    program.find("label", re.compile(word("te lang om te plakken", "too long to paste")))
    wait_text("goal", None)
    program.type("a")
    program.wait_gone("label", re.compile(word("te lang om te plakken", "too long to paste")))


def type_on():
    """In a long text too, what is typed without a pause comes to be in the draft."""
    empty(GOAL)
    program.copy("woord " * 14000)
    program.key("ctrl+v")
    wait_text("goal", re.compile(r"^(woord\s+){13999}woord$"))
    drafts = pathlib.Path(os.environ["XDG_DATA_HOME"], "maakland/drafts")
    program.key("ctrl+End")

    def type_and_look():
        program.key("z")
        return any("zzz" in file.read_text(encoding="utf-8") for file in drafts.glob("*.maakland.json"))
    driver.wait_until(type_and_look, "what is typed to be in the draft")


def make_link():
    empty(GOAL)
    program.type("zie cijfers nu")
    program.key("ctrl+Left", "ctrl+Left", "ctrl+shift+Right")
    program.key("ctrl+k")
    program.focus(program.find("text box", word("Adres van de link", "Address of the link")))
    write("www.cbs.nl\n")
    wait_text("goal", "zie [cijfers](https://www.cbs.nl) nu")
    program.key("ctrl+End")
    program.type(" of https://x.nl/a.")
    program.type(" ja")
    wait_text("goal", "zie [cijfers](https://www.cbs.nl) nu of [https\\://x.nl/a](https://x.nl/a). ja")


def insert_figure():
    """With the keyboard alone; the source and the citation are one step."""
    empty(GOAL)
    program.type("Het is ")
    program.key("ctrl+shift+c")
    search = program.find("search box", word("Zoek cijfers en bronnen", "Search figures and sources"))
    driver.wait_until(lambda: program.is_focused(search), "the keyboard in the search")
    program.type(word("inwoners", "inhabitants"))
    program.key("Return")
    go(program.find("button", word("Invoegen", "Insert")))
    program.key("Return")
    driver.wait_until(lambda: program.is_focused(box(GOAL)), "the keyboard in the text again")
    wait_text("goal", re.compile(r"^Het is \[1[.,]\d{3}[.,]\d{3}[^]]*\]\(maak:[0-9a-f-]+\)$"))
    assert len(plan()["sources"]) == 1, plan()["sources"]
    program.key("ctrl+z")
    wait_text("goal", re.compile("^Het is"))
    driver.wait_until(lambda: "sources" not in plan(), "the source to go with the citation")
    program.key("ctrl+shift+z")
    driver.wait_until(lambda: len(plan().get("sources", [])) == 1, "the source to come back")


def tell_of_figure():
    """Ctrl+K beside a citation tells of its source; Escape comes back."""
    program.key("ctrl+k")
    program.find("button", word("Naar de bron gaan", "Go to source"))
    program.key("Escape")
    driver.wait_until(lambda: program.is_focused(box(GOAL)), "the keyboard in the text again")


def insert_same_figure():
    """What the plan cites already is not put in a second time; here from the list of what is there."""
    program.type(" en ")
    program.key("ctrl+shift+c")
    program.find("search box", word("Zoek cijfers en bronnen", "Search figures and sources"))
    program.type(word("inwoners", "inhabitants"))
    program.key("Return")
    wait_text("goal", re.compile(r"\(maak:([0-9a-f-]+)\) en \[[^]]+\]\(maak:\1\)$"))
    assert len(plan()["sources"]) == 1
    program.key("BackSpace")
    wait_text("goal", re.compile(r"\(maak:[0-9a-f-]+\) en$"))


def other_language():
    """Ctrl+L goes to the other language at the same field. A translation is up to date; editing the first language makes it out
    of date, and 'still right' mends that."""
    go(box(GOAL))
    program.key("ctrl+l")
    driver.wait_until(lambda: program.is_focused(box(GOAL, OTHER)), "the keyboard in the other language")
    program.type("Other words.")
    wait_text("goal", "Other words.", OTHER)
    assert "outdated" not in fiche()["goal"], "what was just translated is up to date"
    program.key("ctrl+l")
    driver.wait_until(lambda: program.is_focused(box(GOAL)), "the keyboard in the first language again")
    program.key("ctrl+End")
    program.type(" meer")
    driver.wait_until(lambda: fiche()["goal"].get("outdated") == OTHER, "the translation to be out of date")
    program.key("ctrl+shift+l")
    program.find("label", re.compile(f"^{NAMES[OTHER]}, " + word("loopt achter", "out of date")))
    program.press(program.find("button", word("Klopt nog", "Still right")))
    driver.wait_until(lambda: "outdated" not in fiche()["goal"], "nothing to be out of date")
    assert program.has("text box", re.compile(f"^{GOAL}.*, {NAMES[OTHER]}$")) and program.has("text box", re.compile(f"^{GOAL}.*, {NAMES[language]}$"))
    program.key("ctrl+shift+l")
    box(GOAL)


def one_line():
    """A short text has no breaks: pasted ones are spaces, and Enter goes on."""
    node = go(box(TITLE))
    program.key("ctrl+a")
    program.paste("Een\nlange titel")
    wait_text("title", "Een lange titel")
    program.key("Return")
    assert not program.is_focused(node)


def count_words():
    empty(PROBLEM)
    program.paste("woord " * 500)
    program.find("label", re.compile(word(r"^500 van \d+ woorden, \d+ te veel$", r"^500 of \d+ words, \d+ too many$")))
    program.key("ctrl+z")


for name, function in (
        ("typed: bold, a list, a list in it, out of it", type_prose),
        ("undo takes words", undo_words),
        ("Tab leaves the text by its buttons", leave_with_tab),
        ("pasted from Word", paste_word),
        ("pasted as plain text", paste_plain),
        ("copied within the plan", copy_within),
        ("a megabyte pasted, and more than that", paste_much),
        ("typed on and on in a long text", type_on),
        ("a link made, and one typed", make_link),
        ("a figure with its source, by keyboard alone, one step", insert_figure),
        ("what a citation tells", tell_of_figure),
        ("a figure that is there already", insert_same_figure),
        ("two languages", other_language),
        ("a text of one line", one_line),
        ("words counted against the limit", count_words)):
    tap.run(name, function)
tap.close(program)
