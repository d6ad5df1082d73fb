#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The map page and the figures page of the real program: choices, profile, a figure and an illustration into the plan, pictures out."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "ui"))
import driver  # noqa: E402

tap = driver.Tap()
folder = pathlib.Path(tempfile.mkdtemp(prefix="maakland-map-"))
example = driver.SOURCE / "data/examples/overijssel.maakland.json"
plan = folder / "plan.maakland.json"
plan.write_bytes(example.read_bytes())
program = driver.Program(plan, language="en")


def plain(text):
    return text.replace("\u00a0", " ")


def region(pattern):
    return driver.wait_until(lambda: next((node for node in program.find_all("button") if "region.activate" in node.actions and re.search(pattern, plain(node.name))), None),
                             f"a region {pattern}")


def read_plan():
    return json.loads(plan.read_text(encoding="utf-8"))["plan"]


def go(name):
    program.press("list item", name)


def opens():
    go("Map")
    region(r"^Overijssel: 15.2%, class 3 of 4")
    program.find("list item", re.compile(r"^3\. Overijssel"))
    assert not program.find_all("label", states=("focusable",)), "words alone take no keyboard"


def chooses():
    program.choose(program.find("combo box", "Shown as"), "Location quotient (LQ)")
    region(r"^Overijssel: 1.38, class \d of 4")
    program.choose(program.find("combo box", "Number of classes"), "6")
    region(r"class \d of 6")
    program.choose(program.find("combo box", "Figure"), "Gross domestic product")
    region(r"^Overijssel: ")
    program.choose(program.find("combo box", "Shown as"), "The values themselves")
    region(r"^Overijssel: €45,282 million")
    program.choose(program.find("combo box", "Period"), "2019")
    region(r"^Overijssel: €45,728 million$")


def warns_of_totals():
    program.choose(program.find("combo box", "Drawn as"), "Filled regions")
    region(r"^Overijssel: €45,728 million, class")
    program.press("button", "Show circles")
    region(r"^Overijssel: €45,728 million$")


def shows_table():
    program.press("radio", "Table")
    table = program.find("tree grid", "Values of the regions")
    driver.wait_until(lambda: [node for node in program.look(table) if plain(node.name) == "45,728"], "the value of Overijssel in the table")
    program.press("radio", "Map")
    region("Overijssel")


def shows_profile():
    region("^Gelderland").do_action(0)
    profile = program.find("group", "Profile of Gelderland")
    names = [plain(node.name) for node in program.look(profile) if node.role == "list item"]
    for part in ("Value: €11,272 million", "Ratio to GDP: 13.8%", "Location quotient (LQ): 1.25", "Per inhabitant: "):
        assert any(name.startswith(part) for name in names), f"{part}: {names}"
    program.press("button", "Overijssel", within=profile)
    program.find("group", "Profile of Overijssel")


def cites():
    before = len(read_plan()["sources"])
    profile = program.find("group", "Profile of Overijssel")
    row = next(node for node in program.look(profile) if node.role == "list item" and node.name.startswith("Ratio to GDP"))
    program.press(next(node for node in row.walk() if node.role == "button"))
    program.find(None, "Saved as draft")
    program.act("win.save", program.windows()[0])
    driver.wait_until(lambda: len(read_plan()["sources"]) == before + 1, "the source in the file")
    citation = read_plan()["sources"][-1]["citation"]
    assert citation["region"] == "PV23" and citation["metric"] == "ratio-gdp" and citation["status"] == "unverified", citation
    program.press("button", "Close the profile")


def find_exhibits(node):
    if isinstance(node, dict):
        yield from node.get("exhibits", []) if isinstance(node.get("exhibits"), list) else []
        for child in node.values():
            yield from find_exhibits(child)
    elif isinstance(node, list):
        for child in node:
            yield from find_exhibits(child)


def adds():
    before = len(list(find_exhibits(read_plan())))
    program.press("button", "Add to plan…")
    dialog = program.find("dialog", "Add to the plan")
    add = program.find("button", "Add", within=dialog)
    assert "sensitive" not in add.states, "nothing is chosen yet"
    place = next(node for node in program.look(dialog) if node.role == "radio")
    program.press(place)
    program.press(program.find("button", "Add", within=dialog, states=("sensitive",)))
    program.wait_gone("dialog", "Add to the plan")
    program.act("win.save", program.windows()[0])
    driver.wait_until(lambda: len(list(find_exhibits(read_plan()))) == before + 1, "the illustration in the file")
    made = [one for one in find_exhibits(read_plan()) if one.get("dataset") == "gdp" and one.get("statistic-period") == "2019"]
    assert len(made) == 1 and made[0]["kind"] == "map" and made[0]["alternative"] and made[0]["source"] and len(made[0]["values"]) >= 12, made
    # The message leads to where it was put: there the illustration has a row.
    program.press("button", "Show")
    driver.wait_until(lambda: [node for node in program.find_all("list item") if "Gross domestic product, 2019" in node.title], "the row of the illustration")
    program.act("win.undo", program.windows()[0])
    program.act("win.save", program.windows()[0])
    driver.wait_until(lambda: len(list(find_exhibits(read_plan()))) == before, "the illustration to be taken back")
    # Undoing shows where it was; back to the map, which is as it was left.
    go("Map")
    region(r"^Overijssel: €45,728 million$")


def copies():
    program.press("button", "Copy picture")
    program.find("label", "Picture copied")
    png = subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", "image/png"], capture_output=True, check=True, timeout=60).stdout
    svg = subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", "image/svg+xml"], capture_output=True, check=True, timeout=60).stdout
    assert png.startswith(b"\x89PNG") and b"<svg" in svg[:400], (png[:20], svg[:100])


def exports():
    for name, start in (("map.pdf", b"%PDF"), ("map.svg", b"<?xml"), ("map.csv", b"Code,Region,Value")):
        program.press("button", "Export…")
        program.choose_file(folder / name, "Export picture")
        program.find("label", f"Exported as {name}")
        assert (folder / name).read_bytes().startswith(start), name
    assert b"PV23,Overijssel,45728" in (folder / "map.csv").read_bytes()


def boundaries():
    program.choose(program.find("combo box", "Figure"), "Boundaries only")
    program.choose(program.find("combo box", "Regions"), "Municipalities")
    region("^Zwolle$")
    assert "sensitive" not in program.find("button", "Copy picture").states


def figures():
    go("Figures")
    program.press("list item", "Gross domestic product")
    program.find("image", re.compile("Gross domestic product"))
    table = program.find("tree grid", "All values")
    driver.wait_until(lambda: [node for node in program.look(table) if plain(node.name) == "45,728"], "the value of Overijssel")
    program.press("button", "Copy table")
    driver.wait_until(lambda: "Overijssel\t53,172*" in plain(program.clipboard()), "the table on the clipboard")


def leads_to_map():
    go("Figures")
    program.press("list item", "Gross domestic product")
    program.press("button", "Show on the map")
    program.find("list item", "Map", states=("selected",))
    region(r"^Overijssel: €53,172 million")


tap.run("the map opens with values, names and ranks", opens)
tap.run("figure, quantity, period and classes are chosen", chooses)
tap.run("filling with totals is warned of", warns_of_totals)
tap.run("the table has the values", shows_table)
tap.run("a region has a profile, and its neighbours lead on", shows_profile)
tap.run("a figure is cited in the plan", cites)
tap.run("an illustration is added to the plan, and taken back", adds)
tap.run("the picture is copied", copies)
tap.run("picture and figures are exported", exports)
tap.run("boundaries of municipalities", boundaries)
tap.run("a dataset is told in full", figures)
tap.run("a dataset leads to the map", leads_to_map)
tap.close(program)
