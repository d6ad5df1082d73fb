#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds the files by which the desktop knows the program to the desktop's own tools: what they find is a fault.

check-desktop.py ROOT
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

root = pathlib.Path(sys.argv[1])
data = root / "data"
NAME = "nl.maakland.Maakland"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
work = pathlib.Path(tempfile.mkdtemp(prefix="maakland-desktop."))
number = failed = 0


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print("not ok" if faults else "ok", number, name)
    for fault in faults[:20]:
        print("#", fault)


def tool(name, *command, env=None):
    """A case: the tool says nothing and ends well. Skipped by name where it is not installed."""
    global number
    if not shutil.which(command[0]):
        number += 1
        print(f"ok {number} {name} # SKIP {command[0]} is not installed")
        return
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=os.environ | (env or {}))
    case(name, [f"status {done.returncode}", *(done.stdout + done.stderr).splitlines()] if done.returncode else [])


# --- Desktop file and metainfo ---

desktop = data / f"{NAME}.desktop"
groups = desktop.read_text(encoding="utf-8").split("\n[Desktop Action ")
entries = dict(line.split("=", 1) for line in groups[0].splitlines() if "=" in line)
tool("desktop file", "desktop-file-validate", "--warn-kde", desktop)
case("desktop file: both languages", [f"{key} has no Dutch" for key in ("Name", "GenericName", "Comment", "Keywords") if f"{key}[nl]" not in entries] +
     ["an action has no Dutch" for group in groups[1:] if "\nName[nl]=" not in group])

metainfo = data / f"{NAME}.metainfo.xml"
# The project has no home page on the web yet, and the capital in its name is that of every program of this desktop.
tool("metainfo", "appstreamcli", "validate", "--no-net", "--pedantic", "--override=url-homepage-missing=info,cid-contains-uppercase-letter=info", metainfo)
faults = []
for parent in tree.parse(metainfo).iter():
    languages = {}
    for child in parent:
        if child.tag in ("summary", "p", "li", "keyword"):
            languages.setdefault(child.tag, []).append(child.get(LANG, "en"))
    faults += [f"<{tag}> of <{parent.tag}>: {seen}" for tag, seen in languages.items() if seen.count("nl") != seen.count("en")]
case("metainfo: both languages", faults)
version = re.search(r"version: '([^']+)'", (root / "meson.build").read_text(encoding="utf-8")).group(1)
newest = tree.parse(metainfo).find("releases/release").get("version")
case("metainfo: its newest release is this version", [] if newest == version else [f"{newest}, not {version}"])

# --- Settings ---

tool("settings", "glib-compile-schemas", "--strict", "--dry-run", data)

# --- Kind of file ---

tool("kind of file", "xmllint", "--noout", data / f"{NAME}.mime.xml")
if shutil.which("update-mime-database") and shutil.which("gio"):
    (work / "mime/packages").mkdir(parents=True)
    shutil.copy(data / f"{NAME}.mime.xml", work / "mime/packages")
    subprocess.run(["update-mime-database", work / "mime"], check=True, capture_output=True)
    example = (data / "examples/overijssel.maakland.json").read_bytes()
    for name, content, want in (("a.maakland.json", b"{}", True), ("a.maakland.json", example, True), ("no-ending", example, True),
                                ("packed", example.replace(b"\n", b"").replace(b'  ', b""), True), ("a.json", b'{"format": "other"}', False),
                                ("letter.txt", b'He wrote "format": "maakland-plan" in it.', False)):
        (work / name).write_bytes(content)
        said = subprocess.run(["gio", "info", "-a", "standard::content-type", str(work / name)], capture_output=True, text=True,
                              env=os.environ | {"XDG_DATA_HOME": str(work), "LC_ALL": "C.UTF-8"}).stdout
        is_plan = "application/vnd.maakland.plan+json" in said
        case(f"kind of file: {name} of {len(content)} bytes is {'' if want else 'not '}a plan", [] if is_plan == want else said.splitlines())
        (work / name).unlink()
else:
    number += 1
    print(f"ok {number} kind of file: recognised # SKIP update-mime-database or gio is not installed")

# --- Icons ---

for icon in sorted((data / "icons").rglob("*.svg")):
    name = icon.relative_to(data / "icons")
    drawing = tree.parse(icon).getroot()
    box = drawing.get("viewBox", "").split()
    faults = [] if len(box) == 4 and box[2] == box[3] else [f"not square: {box}"]
    if "symbolic" in name.parts:
        colours = {node.get(key) for node in drawing.iter() for key in ("fill", "stroke")} - {None, "none"}
        faults += [f"several colours: {colours}"] if len(colours) > 1 else []
    case(f"icon {name}: form", faults)
    if not shutil.which("rsvg-convert"):
        number += 1
        print(f"ok {number} icon {name}: drawn # SKIP rsvg-convert is not installed")
        continue
    from PIL import Image
    faults = []
    for size in (16, 48, 128):
        subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), "-o", work / "icon.png", icon], check=True)
        alpha = Image.open(work / "icon.png").convert("RGBA").getchannel("A")
        filled = sum(value > 128 for value in alpha.tobytes()) / size ** 2
        if not 0.2 < filled < 0.9:
            faults.append(f"at {size} it fills {filled:.0%}")
    case(f"icon {name}: drawn", faults)
used = {entries["Icon"], "application-vnd.maakland.plan+json"}
case("icons are there", [name for name in used if not list((data / "icons").rglob(f"{name}.svg"))])

# --- Man pages ---

for page in sorted((data / "man").rglob("*.1")):
    tool(f"man page {page.relative_to(data / 'man')}", "mandoc", "-T", "lint", "-W", "warning", page)
    case(f"man page {page.relative_to(data / 'man')} in both languages",
         [] if len(list((data / "man").rglob(page.name))) == 2 else ["one is missing"])

# --- Translations ---

for language in (root / "po/LINGUAS").read_text(encoding="utf-8").split():
    if language.startswith("#") or not (root / f"po/{language}.po").exists():
        continue
    tool(f"translation {language}", "msgfmt", "--check", "--check-accelerators=_", "-o", "/dev/null", root / f"po/{language}.po")
    if shutil.which("msgattrib"):
        left = subprocess.run(["msgattrib", "--untranslated", "--no-wrap", root / f"po/{language}.po"], capture_output=True, text=True, check=True).stdout
        unsure = subprocess.run(["msgattrib", "--only-fuzzy", "--no-wrap", root / f"po/{language}.po"], capture_output=True, text=True, check=True).stdout
        case(f"translation {language}: nothing is left", re.findall(r'^msgid "(.+)"$', left, re.M) + re.findall(r'^msgid "(.+)"$', unsure, re.M))
if shutil.which("xgettext"):
    tool("translations are in step with the sources", sys.executable, root / "po/update.py", "--check")

shutil.rmtree(work)
print(f"1..{number}")
sys.exit(1 if failed else 0)
