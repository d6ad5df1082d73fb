#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The map in a window of its own (map-window.c): what a screen reader hears of it, keys, mouse, ranking, and the chooser."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "ui"))
import driver  # noqa: E402

PROVINCES = ["Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland",
             "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland"]
COMMAND = [str(driver.BUILD / "tests/map/map-window")]

tap = driver.Tap()
programs = []


def start(*arguments):
    program = driver.Program(*arguments, command=COMMAND)
    programs.append(program)
    return program


def plain(text):
    return text.replace("\u00a0", " ")


def regions(program):
    return [node for node in program.find_all("button") if "region.activate" in node.actions]


def named(program, pattern):
    return driver.wait_until(lambda: next((node for node in regions(program) if re.search(pattern, plain(node.name))), None), f"a region {pattern}")


def last(program, words):
    program.find("label", words)


def check_names(program, pattern):
    named(program, "Overijssel")
    names = [plain(node.name) for node in regions(program)]
    for province in PROVINCES:
        fitting = [name for name in names if name.startswith(province + ":")]
        assert len(fitting) == 1, f"{province}: {names}"
        assert re.fullmatch(pattern, fitting[0].split(": ", 1)[1]), fitting[0]
    assert len(names) == 12, names


def check_places(program):
    """Each lies over its region: Groningen north-east of Zeeland, all within the window."""
    groningen, zeeland = named(program, "Groningen").extents, named(program, "Zeeland").extents
    window = program.windows()[0].extents
    assert groningen[0] > zeeland[0] + zeeland[2] and groningen[1] + groningen[3] < zeeland[1], (groningen, zeeland)
    for node in regions(program):
        x, y, width, height = node.extents
        assert width > 10 and height > 10 and x >= window[0] and y >= window[1], (node, node.extents)


def check_keys(program):
    program.tab_to(named(program, "Groningen"))
    for key, code, place in (("Down", "PV22", "Drenthe"), ("Down", "PV23", "Overijssel"), ("Left", "PV24", "Flevoland"), ("Down", "PV25", "Gelderland")):
        program.key(key)
        driver.wait_until(lambda: program.is_focused(named(program, place)), f"the focus at {place}; it is at {program.focused()}")
        program.key("Return")
        last(program, f"activated: {code}")
        driver.wait_until(lambda: "pressed" in named(program, place).states, f"{place} to be pressed")
    program.key("Tab")
    driver.wait_until(lambda: program.focused() and program.focused().role == "button" and program.focused().name == "Zoom in", f"the zoom buttons behind the map; it is {program.focused()}")


def check_zoom(program):
    before = named(program, "Overijssel").extents
    program.tab_to(named(program, "Gelderland"), back=True)
    program.key("plus", "plus")
    driver.wait_until(lambda: named(program, "Overijssel").extents[2] > 1.8 * before[2], "Overijssel to grow by keys")
    program.key("Home")
    driver.wait_until(lambda: named(program, "Overijssel").extents == before, "the whole country again")
    program.press("button", "Zoom in")
    driver.wait_until(lambda: named(program, "Overijssel").extents[2] > 1.2 * before[2], "Overijssel to grow by the button")
    program.press("button", "Zoom out")
    program.press("button", "Show the whole country")
    driver.wait_until(lambda: named(program, "Overijssel").extents == before, "the whole country by the button")


def check_mouse(program):
    program.click(named(program, "Fryslân"))
    last(program, "activated: PV21")
    named(program, "Noord-Brabant").do_action(0)
    last(program, "activated: PV30")


def check_ranks(program):
    rows = [node for node in program.find_all("list item") if re.match(r"\d+\. ", node.name)]
    assert len(rows) == 12 and rows[0].name.startswith("1. Limburg") and plain(rows[2].name).startswith("3. Overijssel: 15,2%, klasse"), rows
    program.press(rows[3])
    last(program, "activated: PV29")
    driver.wait_until(lambda: "pressed" in named(program, "Zeeland").states, "the map to follow")
    program.click(named(program, "Limburg"))
    driver.wait_until(lambda: "selected" in program.find("list item", re.compile("^1. Limburg")).states, "the ranking to follow")


def check_legend(program):
    legend = program.find("image", "Legend")
    for words in ("18,3", "geen gegevens", "12 provincies: 11,0", "natuurlijke grenzen"):
        assert words in plain(legend.description), legend.description


def check_municipalities(program):
    named(program, "Zwolle")
    assert len(regions(program)) == 342, len(regions(program))


def check_one(program):
    program.press("radio", "Drenthe")
    last(program, "chosen: PV22")
    program.press("radio", "Fryslân")
    last(program, "chosen: PV21")
    box = next(node for node in program.find_all("checkbox") if node.name == "Utrecht")
    box.do_action(0)
    last(program, "chosen: PV26")
    driver.wait_until(lambda: "checked" in program.find("radio", "Utrecht").states, "the list to follow the map")
    box = next(node for node in program.find_all("checkbox") if node.name == "Utrecht")
    assert "checked" in box.states, box


def check_several(program):
    for name in ("Drenthe", "Friesland"):
        program.press(program.find_all("checkbox", name)[-1])
    last(program, "chosen: PV22 PV21")
    program.press(program.find_all("checkbox", "Flevoland")[-1])
    program.find("label", re.compile("at most 2"))
    last(program, "chosen: PV22 PV21")
    program.press(program.find_all("checkbox", "Drenthe")[-1])
    last(program, "chosen: PV21")
    program.choose(program.find("combo box", "Kind of region"), "Municipalities")
    program.set_text(program.find("search box", "Find a region", states=("editable",)), "zwol")
    driver.wait_until(lambda: not [node for node in program.find_all("label", "Aalsmeer")], "the list to be filtered")
    program.press(program.find_all("checkbox", "Zwolle")[-1])
    last(program, "chosen: PV21 GM0193")


program = start("--dataset", "gva-industry", "--metric", "ratio-gdp", "--side", "--language", "nl", "--size", "960x640")
tap.run("every province is named with value and class", check_names, program, r"\d+,\d%, klasse [1-4] van 4, niet gecontroleerd")
tap.run("every province lies where it is seen", check_places, program)
tap.run("arrow keys go from region to region, Enter activates, Tab leaves", check_keys, program)
tap.run("keys and buttons zoom", check_zoom, program)
tap.run("a click and an assistive tool activate", check_mouse, program)
tap.run("ranking and map are in step", check_ranks, program)
tap.run("the legend can be heard", check_legend, program)
program.kill(15)
program = start("--dataset", "gva-industry", "--language", "nl", "--size", "340x400")
tap.run("totals: every province is named with its value", check_names, program, r"€ [\d.]+ mln, niet gecontroleerd")
program.kill(15)
program = start("--level", "municipality")
tap.run("every municipality is there", check_municipalities, program)
program.kill(15)
program = start("--choose", "1", "--size", "460x460")
tap.run("one is chosen, on the map or in the list", check_one, program)
program.kill(15)
program = start("--choose", "2", "--size", "460x460", "--language", "en")
tap.run("several are chosen, of several levels, up to a limit", check_several, program)
tap.close(*programs)
