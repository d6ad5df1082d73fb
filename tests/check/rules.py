# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The rules that the tree is held to; each takes the root of a tree and returns its faults as sentences.

They read text only, so that each can be tried on a small tree with a fault planted in it (check-tree.py does).
"""
import pathlib
import re
import subprocess

MAX_FUNCTION, MAX_FILE = 80, 800
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
# Headers by which a library is known, and the word for it in DESIGN.md's table.
LIBRARIES = (
    ("glib", r"(glib|gio|gobject|gmodule)(-unix|-object)?(/|\.h|-2\.0)|glib/|gio/"),
    ("json-glib", r"json-glib/"),
    ("md4c", r"md4c"),
    ("libxml", r"libxml/"),
    ("cairo", r"cairo"),
    ("pangocairo", r"pango/|fontconfig/|hb|harfbuzz"),
    ("gtk", r"gtk/|gdk/|adwaita|shumate/"),
)
# Where a sentence may pass through gettext: the window. Core and render take the language as an argument.
GETTEXT = ("map", "shell", "main.c")


def modules(root):
    return sorted(folder.name for folder in (root / "src").iterdir() if folder.is_dir())


def sources(root, *patterns):
    tops = [root / "src", root / "tests"]
    for top in tops:
        if top.is_dir():
            for pattern in patterns or ("*.c", "*.h"):
                yield from sorted(top.rglob(pattern))


def read_arrows(root):
    """DESIGN.md's table: module -> (modules it may include, libraries)."""
    rows = {}
    for line in (root / "src/DESIGN.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and re.fullmatch(r"[a-z]+", cells[0]) and cells[0] != "module":
            rows[cells[0]] = (set(cells[1].split()), {word.strip(",") for word in cells[2].split()})
    return rows


def libraries_reached(rows, module):
    """What a module lists, and what the modules that it may include list."""
    allowed = set(rows[module][1]) | {"glib"}
    for other in rows[module][0]:
        allowed |= rows.get(other, (set(), set()))[1]
    return allowed


def check_arrows(root, module):
    rows = read_arrows(root)
    if module not in rows:
        return [f"src/{module}: not in the table of src/DESIGN.md"]
    faults = []
    may, libraries = rows[module][0] | {module}, libraries_reached(rows, module)
    for file in sorted((root / "src" / module).rglob("*.[ch]")):
        name = file.relative_to(root)
        for mark, header in INCLUDE.findall(file.read_text(encoding="utf-8")):
            if mark == '"':
                if "/" not in header:
                    faults.append(f"{name}: include \"{header}\" relative to src/")
                elif header.split("/")[0] not in may:
                    faults.append(f"{name}: {module} may not include {header}")
            else:
                for library, pattern in LIBRARIES:
                    if re.match(pattern, header) and library not in libraries:
                        faults.append(f"{name}: {module} may not use {library} (<{header}>)")
    return faults


def functions(text):
    """Yields (name, first line, number of lines) of each function: GNU style, body braces in the first column."""
    lines = text.splitlines()
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{" and start is None:
            start = number
        elif line.startswith("}") and start is not None:
            if line == "}":
                heads = [head for head in lines[max(0, start - 12):start - 1] if re.match(r"[a-zA-Z_]\w*\s*\(", head)]
                if heads:
                    yield re.match(r"\w+", heads[-1]).group(0), start, number - start + 1
            start = None


def check_lengths(root, module_or_tests):
    top = root / ("tests" if module_or_tests == "tests" else f"src/{module_or_tests}")
    faults = []
    for file in sorted(top.rglob("*.[ch]")):
        text = file.read_text(encoding="utf-8")
        count = len(text.splitlines())
        if count > MAX_FILE:
            faults.append(f"{file.relative_to(root)}: {count} lines; split it by concern (limit {MAX_FILE})")
        for name, line, length in functions(text):
            if length > MAX_FUNCTION:
                faults.append(f"{file.relative_to(root)}:{line}: {name} has {length} lines (limit {MAX_FUNCTION})")
    return faults


def check_head_comments(root, module):
    """A .c of over 100 lines opens with a comment that says what it is about."""
    faults = []
    for file in sorted((root / "src" / module).rglob("*.c")):
        text = file.read_text(encoding="utf-8")
        if len(text.splitlines()) <= 100:
            continue
        before = text.split("#include", 1)[0]
        said = [line for line in before.splitlines() if line.strip(" */") and "SPDX" not in line and "Copyright" not in line]
        if len(said) < 3:
            faults.append(f"{file.relative_to(root)}: over 100 lines, and no head comment")
    return faults


def check_doc_comments(root, module):
    """Every function that a public header declares has a doc comment above its definition."""
    faults = []
    folder = root / "src" / module
    bodies = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.c")}
    for header in sorted(folder.rglob("*.h")):
        if header.name.endswith("-private.h"):
            continue
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        for name in re.findall(r"^[A-Za-z_][\w \t*]*?[\s*](maak_\w+)\s*\(", text, re.M):
            pattern = re.compile(rf"^{name}\s*\(", re.M)
            for body in bodies.values():
                found = pattern.search(body)
                if found:
                    above = body[:found.start()].rstrip().splitlines()
                    # The line above the name is the return type (GNU style); the comment ends above that.
                    rest = "\n".join(above[:-1]).rstrip()
                    if not rest.endswith("*/"):
                        faults.append(f"{header.relative_to(root)}: {name} has no doc comment at its definition")
    return faults


def check_licences(root):
    faults = []
    wanted = ("*.c", "*.h", "*.py", "*.sh", "meson.build", "meson.options")
    for pattern in wanted:
        for top in ("src", "tests", "data", "po", "ui", "flatpak"):
            for file in sorted((root / top).rglob(pattern)) if (root / top).is_dir() else []:
                head = file.read_text(encoding="utf-8")[:400]
                if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
                    faults.append(f"{file.relative_to(root)}: no SPDX line")
    return faults


def check_no_empty(root):
    faults = []
    for top in ("src", "tests", "data", "po", "ui", "flatpak"):
        for path in sorted((root / top).rglob("*")) if (root / top).is_dir() else []:
            if path.is_dir() and not any(path.iterdir()):
                faults.append(f"{path.relative_to(root)}: an empty folder")
            # An empty file among the tests' data is a case: what the program says of one.
            is_case = path.is_relative_to(root / "tests/data/plans")
            if path.is_file() and path.stat().st_size == 0 and not is_case:
                faults.append(f"{path.relative_to(root)}: an empty file")
    return faults


def check_words(root):
    """Unfinished work is not committed; sentences for persons pass through gettext in the window only."""
    faults = []
    marks = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK")) + r")\b")
    for file in sources(root, "*.c", "*.h", "*.py"):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            # Within quotation marks such a word is data: what the program looks for in texts.
            if marks.search(re.sub(r'"[^"]*"', "", line)):
                faults.append(f"{file.relative_to(root)}:{number}: unfinished: {line.strip()[:60]}")
    for file in sources(root, "*.c", "*.h"):
        text, name = file.read_text(encoding="utf-8"), file.relative_to(root)
        if name.parts[0] == "src" and name.parts[1] not in GETTEXT and re.search(r"libintl|glib/gi18n|\bgettext\s*\(", text):
            faults.append(f"{name}: gettext in core or render")
    return faults


def check_translatable(root):
    """Whoever has words for a person is in po/POTFILES, and what is named there exists."""
    listed = set(packages_of((root / "po/POTFILES").read_text(encoding="utf-8")))
    faults = [f"po/POTFILES: {name} does not exist" for name in sorted(listed) if not (root / name).exists()]
    files = [file for top in ("src", "ui") if (root / top).is_dir() for file in (root / top).rglob("*") if file.suffix in (".c", ".blp")]
    for file in sorted(files):
        if re.search(r"\b(_|N_|C_|NC_|ngettext)\s*\(\s*[\"']", file.read_text(encoding="utf-8")) and str(file.relative_to(root)) not in listed:
            faults.append(f"{file.relative_to(root)}: not in po/POTFILES; run po/update.py")
    return faults


def check_blueprints(root):
    """Every Blueprint file is as its own tool prints it, opens with the licence, and its words stand in double quotation marks, where gettext looks."""
    files = sorted((root / "ui").rglob("*.blp")) if (root / "ui").is_dir() else []
    faults = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]:
            faults.append(f"{file.relative_to(root)}: no SPDX line")
        if re.search(r"\b_\s*\(\s*'", text):
            faults.append(f"{file.relative_to(root)}: words for a person in single quotation marks")
        done = subprocess.run(["blueprint-compiler", "format", "--no-diff", str(file)], capture_output=True, text=True, check=False)
        if done.returncode:
            faults.append(f"{file.relative_to(root)}: not as blueprint-compiler prints it; run blueprint-compiler format --fix")
    return faults


def check_listed(root):
    """Every C file of a module is in its list, so that nothing is tended that is not built."""
    faults = []
    for file in sorted((root / "src").rglob("*.c")):
        folder, named = file.parent, []
        while folder != root:
            if (folder / "meson.build").exists():
                named += re.findall(r"'(?:[^'\n]*/)?([^'/\n]+)'", (folder / "meson.build").read_text(encoding="utf-8"))
            folder = folder.parent
        if file.name not in named:
            faults.append(f"{file.relative_to(root)}: not in the list of its folder's meson.build")
    return faults


def check_format(root, module_or_tests):
    top = root / ("tests" if module_or_tests == "tests" else f"src/{module_or_tests}")
    files = [str(file) for file in sorted(top.rglob("*.[ch]"))]
    if not files:
        return []
    done = subprocess.run(["clang-format", "--dry-run", *files], capture_output=True, text=True, cwd=root, check=False)
    return sorted({line.split(":")[0] + ": not as clang-format prints it"
                   for line in done.stderr.splitlines() if "warning:" in line})


def packages_of(text):
    """The words of a list, one a line, without its comments."""
    return re.sub(r"#.*", "", text).split()


def packages(root):
    return packages_of((root / ".ci/packages").read_text(encoding="utf-8"))


def check_packages(root):
    """The README's line for Debian 13 names the same packages as the private root holds."""
    text = (root / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.search(r"apt(?:-get)? install ([^\n`]+)", text)
    if not found:
        return ["README.md: no `apt install` line"]
    named, wanted = set(found.group(1).split()), set(packages(root))
    return [f"README.md: {name} is missing" for name in sorted(wanted - named)] + \
           [f"README.md: {name} is not in .ci/packages" for name in sorted(named - wanted)]
