#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds the tree to its rules, and each rule to a planted fault: a rule that finds nothing there is a broken rule.

check-tree.py ROOT
"""
import pathlib
import shutil
import sys
import tempfile

import rules

root = pathlib.Path(sys.argv[1])
number = failed = 0


def case(name, faults):
    global number, failed
    number += 1
    if faults:
        failed += 1
        print(f"not ok {number} {name}")
        for fault in faults[:20]:
            print(f"# {fault}")
    else:
        print(f"ok {number} {name}")


def skip(name, why):
    global number
    number += 1
    print(f"ok {number} {name} # SKIP {why}")


DESIGN = """| module | may include | libraries |
|---|---|---|
| base | | glib |
| json | base | json-glib |
"""

LONG = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n\nint\nmaak_long (void)\n{\n" + "  ;\n" * 90 + "  return 0;\n}\n"


def plant(files):
    """A tree of its own with these files in it."""
    top = pathlib.Path(tempfile.mkdtemp(prefix="maakland-check."))
    shutil.copy(root / ".clang-format", top)
    for name, text in {"src/DESIGN.md": DESIGN, **files}.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    return top


def planted(name, rule, files, want):
    top = plant(files)
    try:
        faults = rule(top)
    finally:
        shutil.rmtree(top)
    case(f"planted: {name}", [] if any(want in fault for fault in faults) else [f"not found: {want}; only {faults}"])


def clean(rule, files):
    """The faults of a rule on a tree that has none."""
    top = plant(files)
    try:
        return rule(top)
    finally:
        shutil.rmtree(top)


SPDX = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"

for module in rules.modules(root):
    case(f"arrows of {module}", rules.check_arrows(root, module))
    case(f"lengths in {module}", rules.check_lengths(root, module))
    case(f"head comments in {module}", rules.check_head_comments(root, module))
    case(f"doc comments in {module}", rules.check_doc_comments(root, module))
case("lengths in tests", rules.check_lengths(root, "tests"))
if shutil.which("clang-format"):
    for module in rules.modules(root) + ["tests"]:
        case(f"format of {module}", rules.check_format(root, module))
    planted("badly formatted file", lambda top: rules.check_format(top, "base"),
            {"src/base/a.c": SPDX + "int  f(void){return 0;}\n"}, "clang-format")
else:
    skip("format", "clang-format is not installed")
case("licence lines", rules.check_licences(root))
case("no empty files or folders", rules.check_no_empty(root))
case("nothing unfinished, gettext in the window only", rules.check_words(root))
case("words are found by gettext", rules.check_translatable(root))
case("every C file is built", rules.check_listed(root))
if shutil.which("blueprint-compiler"):
    case("format of Blueprint files", rules.check_blueprints(root))
    planted("badly formatted Blueprint file", rules.check_blueprints,
            {"ui/a.blp": "// SPDX-License-Identifier: GPL-3.0-or-later\nusing   Gtk 4.0;\n"}, "blueprint-compiler")
    planted("Blueprint words out of gettext's sight", rules.check_blueprints,
            {"ui/a.blp": "// SPDX-License-Identifier: GPL-3.0-or-later\nusing Gtk 4.0;\nLabel {\n  label: _('a');\n}\n"}, "single quotation")
else:
    skip("format of Blueprint files", "blueprint-compiler is not installed")
case("README names the packages", rules.check_packages(root))

planted("arrow to a module", lambda top: rules.check_arrows(top, "base"),
        {"src/base/a.c": SPDX + '#include "json/maak-json.h"\n'}, "may not include json/maak-json.h")
planted("arrow to a library", lambda top: rules.check_arrows(top, "json"),
        {"src/json/a.c": SPDX + "#include <gtk/gtk.h>\n"}, "may not use gtk")
planted("include of a sibling", lambda top: rules.check_arrows(top, "json"),
        {"src/json/a.c": SPDX + '#include "maak-json.h"\n'}, "relative to src/")
planted("module that the table lacks", lambda top: rules.check_arrows(top, "draw"),
        {"src/draw/a.c": SPDX}, "not in the table")
planted("long function", lambda top: rules.check_lengths(top, "base"), {"src/base/a.c": LONG}, "maak_long has")
planted("long file", lambda top: rules.check_lengths(top, "base"), {"src/base/a.c": SPDX + "int a;\n" * 801}, "802 lines")
planted("no head comment", lambda top: rules.check_head_comments(top, "base"),
        {"src/base/a.c": SPDX + "#include <glib.h>\n" + "int a;\n" * 120}, "no head comment")
planted("no doc comment", lambda top: rules.check_doc_comments(top, "base"),
        {"src/base/a.h": SPDX + "int maak_a (void);\n", "src/base/a.c": SPDX + "#include \"base/a.h\"\n\nint\nmaak_a (void)\n{\n  return 0;\n}\n"},
        "maak_a has no doc comment")
planted("no licence line", rules.check_licences, {"src/base/a.c": "int a;\n"}, "no SPDX line")
planted("empty file", rules.check_no_empty, {"src/base/a.c": ""}, "an empty file")
planted("unfinished mark", rules.check_words, {"src/base/a.c": SPDX + "/* TO" + "DO */\n"}, "unfinished")
planted("gettext in core", rules.check_words, {"src/base/a.c": SPDX + "#include <glib/gi18n.h>\n"}, "gettext in core or render")
planted("gettext in a header of core", rules.check_words, {"src/report/a.h": SPDX + "#include <libintl.h>\n"}, "gettext in core or render")
case("gettext in the window is no fault", clean(rules.check_words, {"src/shell/a.c": SPDX + "#include <glib/gi18n.h>\n", "src/main.c": SPDX + "#include <glib/gi18n.h>\n"}))
planted("words that POTFILES lacks", rules.check_translatable,
        {"po/POTFILES": "# a comment\n", "src/shell/a.c": SPDX + 'const char *a = _("b");\n'}, "src/shell/a.c: not in po/POTFILES")
planted("POTFILES names what is gone", rules.check_translatable, {"po/POTFILES": "ui/gone.blp\n"}, "ui/gone.blp does not exist")
planted("C file that no list names", rules.check_listed,
        {"src/base/meson.build": "core_sources += files('b.c')\n", "src/base/a.c": SPDX}, "src/base/a.c: not in the list")
planted("package missing from the README", rules.check_packages,
        {".ci/packages": "gcc\nmeson\n", "README.md": "sudo apt install gcc\n"}, "meson is missing")
print(f"1..{number}")
sys.exit(1 if failed else 0)
