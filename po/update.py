#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Brings po/POTFILES and po/nl.po up to date with the words of the window.

po/update.py [OTHER.po ...]   translations of OTHER.po fill what nl.po lacks
po/update.py --check          changes nothing; fails where something would change

Files that hold words for a person are found, not listed by hand; messages that are gone are dropped. Without line numbers and
sorted by message, so that two changes seldom meet in one place.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

top = pathlib.Path(__file__).resolve().parent.parent
PO, POTFILES = top / "po/nl.po", top / "po/POTFILES"
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]


def files_with_words():
    found = []
    for pattern in ("src/map/**/*.c", "src/shell/**/*.c", "src/*.c", "ui/**/*.blp"):
        for file in sorted(top.glob(pattern)):
            if re.search(r"\b(_|N_|C_|NC_|ngettext)\s*\(", file.read_text(encoding="utf-8")):
                found.append(str(file.relative_to(top)))
    return found


def make_po(files, others):
    """What nl.po should be."""
    with tempfile.TemporaryDirectory() as folder:
        pot, known, new = (pathlib.Path(folder, name) for name in ("maakland.pot", "known.po", "new.po"))
        # Blueprint's `_("...")` reads as C does.
        subprocess.run(["xgettext", "--language=C", "--from-code=UTF-8", "--add-comments=Translators", "--no-location", "--sort-output",
                        "--package-name=maakland", f"--output={pot}", *[f"--keyword={word}" for word in KEYWORDS], *files], cwd=top, check=True,
                       stderr=subprocess.DEVNULL)
        subprocess.run(["msgcat", "--use-first", "--force-po", "--no-location", "-o", str(known), str(PO), *others], check=True)
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "--no-location", "--no-wrap", "-o", str(new), str(known), str(pot)], check=True)
        subprocess.run(["msgattrib", "--no-obsolete", "--no-location", "--no-wrap", "--sort-output", "-o", str(new), str(new)], check=True)
        text = new.read_text(encoding="utf-8")
    return re.sub(r'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To): .*\\n"\n', "", text)


def main():
    check = "--check" in sys.argv[1:]
    files = files_with_words()
    made = {POTFILES: "# SPDX-License-Identifier: GPL-3.0-or-later\n" + "".join(f + "\n" for f in files),
            PO: make_po(files, [name for name in sys.argv[1:] if name != "--check"])}
    if check:
        late = [str(file.relative_to(top)) for file, text in made.items() if file.read_text(encoding="utf-8") != text]
        if late:
            sys.exit(f"{' and '.join(late)}: not in step with the sources; run po/update.py")
        return
    for file, text in made.items():
        file.write_text(text, encoding="utf-8")
    empty = subprocess.run(["msgattrib", "--untranslated", "--no-wrap", str(PO)], capture_output=True, text=True, check=True).stdout
    print(empty or "Everything is translated.")


main()
