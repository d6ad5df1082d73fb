#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Brings po/POTFILES and po/nl.po up to date with the words of the window.

po/update.py [OTHER.po ...]   translations of OTHER.po fill what nl.po lacks

Files that hold words for a person are found, not listed by hand; messages that are gone are dropped. Without line numbers and
sorted by message, so that two changes seldom meet in one place.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

top = pathlib.Path(__file__).resolve().parent.parent
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]


def files_with_words():
    found = []
    for pattern in ("src/map/**/*.c", "src/shell/**/*.c", "src/*.c", "ui/**/*.blp"):
        for file in sorted(top.glob(pattern)):
            if re.search(r"\b(_|N_|C_|NC_|ngettext)\s*\(", file.read_text(encoding="utf-8")):
                found.append(str(file.relative_to(top)))
    return found


def main():
    files = files_with_words()
    (top / "po/POTFILES").write_text("# SPDX-License-Identifier: GPL-3.0-or-later\n" + "".join(f + "\n" for f in files), encoding="utf-8")
    po = top / "po/nl.po"
    with tempfile.TemporaryDirectory() as folder:
        pot, known = pathlib.Path(folder, "maakland.pot"), pathlib.Path(folder, "known.po")
        # Blueprint's `_("...")` reads as C does.
        subprocess.run(["xgettext", "--language=C", "--from-code=UTF-8", "--add-comments=Translators", "--no-location", "--sort-output",
                        "--package-name=maakland", f"--output={pot}", *[f"--keyword={word}" for word in KEYWORDS], *files], cwd=top, check=True,
                       stderr=subprocess.DEVNULL)
        subprocess.run(["msgcat", "--use-first", "--force-po", "--no-location", "-o", str(known), str(po), *sys.argv[1:]], check=True)
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "--no-location", "--no-wrap", "-o", str(po), str(known), str(pot)], check=True)
        subprocess.run(["msgattrib", "--no-obsolete", "--no-location", "--no-wrap", "--sort-output", "-o", str(po), str(po)], check=True)
        text = po.read_text(encoding="utf-8")
        text = re.sub(r'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To): .*\\n"\n', "", text)
        po.write_text(text, encoding="utf-8")
    empty = subprocess.run(["msgattrib", "--untranslated", "--no-wrap", str(po)], capture_output=True, text=True, check=True).stdout
    print(empty or "Everything is translated.")


main()
