#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Compiles the data that ships into one C file with a GResource.

make-resources.py OUTPUT.c DATA-FOLDER [NAME=FILE ...]

Whatever lies in the listed folders ships: adding a template, vocabulary or dataset needs no list. NAME=FILE adds a file that
the build made. The output is only rewritten when it changes, so that this can run at every build.
"""
import pathlib
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

FOLDERS = {"templates": ("*.json",), "vocabularies": ("*.json",), "atlas": ("*.csv", "*.json"), "examples": ("*.json",)}


def main():
    output, data, made = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    files = []
    for folder, patterns in FOLDERS.items():
        for pattern in patterns:
            files += [(f"{folder}/{file.name}", file) for file in sorted((data / folder).glob(pattern))]
    for entry in made:
        name, file = entry.split("=", 1)
        files.append((name, pathlib.Path(file).resolve()))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<gresources>", '  <gresource prefix="/nl/maakland">']
    lines += [f'    <file alias="{escape(name)}">{escape(str(file))}</file>' for name, file in files]
    lines += ["  </gresource>", "</gresources>", ""]
    with tempfile.TemporaryDirectory() as folder:
        xml, source = pathlib.Path(folder, "core.gresource.xml"), pathlib.Path(folder, "core.c")
        xml.write_text("\n".join(lines), encoding="utf-8")
        subprocess.run(["glib-compile-resources", "--generate-source", "--c-name", "maak_core", "--internal",
                        f"--target={source}", "--sourcedir=/", str(xml)], check=True)
        # The tool writes its temporary name into nothing but comments; data decide whether it changed.
        text = source.read_bytes()
    if not output.exists() or output.read_bytes() != text:
        output.write_bytes(text)


main()
