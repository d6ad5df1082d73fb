#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Compiles data/phrases/*.json into an enum and a table.

make-phrases.py HEADER SOURCE DEPFILE FOLDER

Each file is {"phrases": {"some-id": {"nl": "...", "en": "..."}}}; "some-id" becomes MAAK_PHRASE_SOME_ID. Placeholders
are {name}. A phrase that lacks a language, or whose languages name different placeholders, stops the build.
"""
import json
import pathlib
import re
import sys

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def fail(file, text):
    sys.exit(f"{file}: {text}")


def no_duplicates(pairs):
    names = [name for name, _ in pairs]
    double = {name for name in names if names.count(name) > 1}
    if double:
        sys.exit(f"phrase given twice: {', '.join(sorted(double))}")
    return dict(pairs)


def read(folder):
    phrases = {}
    files = sorted(pathlib.Path(folder).glob("*.json"))
    for file in files:
        data = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=no_duplicates)
        for ident, words in data["phrases"].items():
            if not re.fullmatch(r"[a-z][a-z0-9-]*", ident):
                fail(file, f"{ident}: an id has lower case, digits and hyphens")
            if ident in phrases:
                fail(file, f"{ident}: already in another file")
            if set(words) != {"nl", "en"} or not all(words.values()):
                fail(file, f"{ident}: needs nl and en, and nothing else")
            if set(PLACEHOLDER.findall(words["nl"])) != set(PLACEHOLDER.findall(words["en"])):
                fail(file, f"{ident}: nl and en name different placeholders")
            phrases[ident] = words
    return phrases, files


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def main():
    header, source, depfile, folder = sys.argv[1:]
    phrases, files = read(folder)
    names = [(ident, "MAAK_PHRASE_" + ident.upper().replace("-", "_")) for ident in phrases]
    licence = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* Made by make-phrases.py from data/phrases. */\n"
    with open(header, "w", encoding="utf-8") as out:
        out.write(licence + "#pragma once\n\ntypedef enum\n{\n")
        for ident, name in names:
            out.write(f"  {name}, /* {phrases[ident]['en'].replace('*/', '* /')} */\n")
        out.write("} MaakPhrase;\n\n")
        out.write(f"#define MAAK_N_PHRASES {len(names)}\n\n")
        out.write("extern const char *const maak_phrase_ids[MAAK_N_PHRASES];\n")
        out.write("extern const char *const maak_phrase_wordings[MAAK_N_PHRASES][2]; /* nl, en */\n")
    with open(source, "w", encoding="utf-8") as out:
        out.write(licence + '#include "base/maak-phrases.h"\n\n')
        out.write("const char *const maak_phrase_ids[MAAK_N_PHRASES] = {\n")
        for ident, _ in names:
            out.write(f"  {quote(ident)},\n")
        out.write("};\n\nconst char *const maak_phrase_wordings[MAAK_N_PHRASES][2] = {\n")
        for ident, _ in names:
            out.write(f"  {{ {quote(phrases[ident]['nl'])},\n    {quote(phrases[ident]['en'])} }},\n")
        out.write("};\n")
    with open(depfile, "w", encoding="utf-8") as out:
        # The folder itself too: a file that is added or removed changes its time.
        out.write(f"{header} {source}: " + " ".join(str(file) for file in [folder, *files]) + "\n")


main()
