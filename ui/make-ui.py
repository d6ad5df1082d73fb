#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Compiles the window's description into one C file with a GResource.

make-ui.py OUTPUT.c DEPFILE UI-FOLDER BLUEPRINT-COMPILER ICON-FOLDER

Every .blp in a folder of UI-FOLDER becomes /nl/maakland/ui/FOLDER/NAME.ui; style*.css and icons/ lie beside them under the
names that the toolkit looks for, and so do the program's own icons of ICON-FOLDER, so that it finds them where it is not installed. Adding a file needs no list: folders stand in the depfile, so that a new file is seen.
"""
import pathlib
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

PREFIX = "/nl/maakland/Maakland"


def main():
    output, depfile, top, compiler = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]).resolve(), sys.argv[4]
    blueprints = sorted(top.rglob("*.blp"))
    icons = pathlib.Path(sys.argv[5]).resolve()
    others = {file: file.relative_to(top) for file in sorted(top.glob("style*.css")) + sorted(top.glob("icons/**/*.svg"))}
    others |= {file: "icons" / file.relative_to(icons) for file in sorted(icons.rglob("*.svg"))}
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder, "made")
        done = subprocess.run([compiler, "batch-compile", str(made), str(top), *map(str, blueprints)], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<gresources>", f'  <gresource prefix="{PREFIX}">']
        for file in blueprints:
            name = file.relative_to(top).with_suffix(".ui")
            lines.append(f'    <file alias="ui/{escape(str(name))}" compressed="true">{escape(str(made / name))}</file>')
        for file, name in others.items():
            lines.append(f'    <file alias="{escape(str(name))}">{escape(str(file))}</file>')
        lines += ["  </gresource>", "</gresources>", ""]
        xml, source = pathlib.Path(folder, "app.gresource.xml"), pathlib.Path(folder, "app.c")
        xml.write_text("\n".join(lines), encoding="utf-8")
        subprocess.run(["glib-compile-resources", "--generate-source", "--c-name", "maak_app", "--internal",
                        f"--target={source}", "--sourcedir=/", str(xml)], check=True)
        output.write_bytes(source.read_bytes())
    folders = sorted({str(path) for path in [top, *top.rglob("*")] if path.is_dir()})
    needs = [str(file) for file in [*blueprints, *others]] + folders
    pathlib.Path(depfile).write_text(f"{output}: " + " ".join(need.replace(" ", "\\ ") for need in needs) + "\n", encoding="utf-8")


main()
