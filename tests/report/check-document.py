#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Holds the documents of the example plan to what a page owes its reader. Prints TAP.

check-document.py MAAKLAND-CLI SOURCE

For Dutch and English: the file is sound, tagged and the same each time; every font is embedded; nothing stands outside
the margins; no page is nearly empty but the last of a part; contents, bookmarks and page labels tell the truth; and
every public text of the plan is in the text of the PDF as often as it is in the plan.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import pikepdf

import plan_texts

CLI, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLE = SOURCE / "data/examples/overijssel.maakland.json"
LEFT, RIGHT, TOP, BOTTOM = 74, 595.28 - 74, 92, 841.89 - 84 + 26  # the text, with the two lines that a page may gain
HEAD_END, FOOT_BEGIN = 70, 790
WORDS = {"nl": {"page": r"Pagina (\d+) van (\d+)"}, "en": {"page": r"Page (\d+) of (\d+)"}}
count = failures = 0


def report(name, faults):
    global count, failures
    count += 1
    failures += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {count} {name}")
    for fault in faults[:12]:
        print(f"# {fault}")
    if len(faults) > 12:
        print(f"# and {len(faults) - 12} more")
    sys.stdout.flush()


def run(*arguments):
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True)


def export(file, language, *more):
    return run(CLI, "export", EXAMPLE, "-o", file, "--language", language, "--date", "2026-11-21", *more)


class Document:
    def __init__(self, file, language):
        self.file, self.language = file, language
        self.pdf = pikepdf.open(file)
        self.n = len(self.pdf.pages)
        self.pages = self.read_words()
        self.bodies = self.read_bodies()
        self.dests = self.read_dests()
        self.outline = self.read_outline()

    def read_words(self):
        out = run("pdftotext", "-bbox", self.file, "-").stdout
        root = xml.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", out))
        space = "{http://www.w3.org/1999/xhtml}"
        return [[(float(word.get("xMin")), float(word.get("yMin")), float(word.get("xMax")), float(word.get("yMax")), word.text or "") for word in page.iter(space + "word")] for page in root.iter(space + "page")]

    def read_bodies(self):
        """The text of each page between the running lines, in the order of the file."""
        out = run("pdftotext", "-raw", "-x", 0, "-y", HEAD_END, "-W", 596, "-H", FOOT_BEGIN - HEAD_END, self.file, "-").stdout
        return [plan_texts.normalise(page) for page in out.split("\f")[:self.n]]

    def read_dests(self):
        numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        tree = pikepdf.NameTree(self.pdf.Root.Names.Dests) if "/Names" in self.pdf.Root else {}
        names = {}
        for name, dest in tree.items():
            array = dest.D if isinstance(dest, pikepdf.Dictionary) else dest
            names[str(name)] = numbers[array[0].objgen]
        for name, dest in (self.pdf.Root.get("/Dests") or {}).items():
            array = dest.D if isinstance(dest, pikepdf.Dictionary) else dest
            names[str(name).lstrip("/")] = numbers[array[0].objgen]
        self.numbers = numbers
        return names

    def find_page(self, dest):
        if isinstance(dest, pikepdf.Array):
            return self.numbers[dest[0].objgen]
        return self.dests[str(dest)]

    def read_outline(self):
        entries = []

        def visit(node, level):
            while node is not None:
                dest = node.get("/Dest") if "/Dest" in node else node.A.D
                entries.append((level, str(node.Title), self.find_page(dest)))
                if "/First" in node:
                    visit(node.First, level + 1)
                node = node.get("/Next")

        visit(self.pdf.Root.Outlines.First, 1)
        return entries


def check_sound(document):
    result = run("qpdf", "--check", document.file)
    return [] if result.returncode == 0 and "WARNING" not in result.stdout + result.stderr else [result.stdout + result.stderr]


def check_fonts(document):
    faults, lines = [], run("pdffonts", document.file).stdout.splitlines()[2:]
    for line in lines:
        embedded, _, unicode_map = re.search(r"(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", line).groups()
        if embedded != "yes" or unicode_map != "yes" or "OpenSans" not in line:
            faults.append(line)
    return faults if lines else ["no fonts at all"]


def check_margins(document):
    faults = []
    for number, words in enumerate(document.pages, 1):
        for left, top, right, bottom, word in words:
            running = bottom < HEAD_END or top > FOOT_BEGIN
            if left < LEFT - 1 or right > RIGHT + 1 or (not running and (top < TOP - 12 or bottom > BOTTOM + 4)):
                faults.append(f"page {number}: “{word}” at {left:.0f} {top:.0f} {right:.0f} {bottom:.0f}")
    return faults


def fill_of(words):
    body = [bottom for _, top, _, bottom, _ in words if bottom > HEAD_END and top < FOOT_BEGIN]
    return (max(body) - TOP) / (841.89 - 84 - TOP) if body else 0


def check_full_pages(document):
    """A nearly empty page is followed by a heading of the first two levels, or is the last."""
    begins = {page for level, title, page in document.outline if level <= 2 and begins_page(document, page, title)}
    return [f"page {number + 1} is filled for {fill_of(words):.0%}" for number, words in enumerate(document.pages) if fill_of(words) < 0.25 and number + 1 < document.n and number + 1 not in begins and number > 0]


def begins_page(document, page, title):
    return document.bodies[page].startswith(plan_texts.normalise(title)[:30])


def check_headings(document):
    """Elements of headings in the structure: no level is skipped."""
    faults, before = [], 0
    for line in run("pdfinfo", "-struct", document.file).stdout.splitlines():
        match = re.match(r"\s*H([1-6])\b", line)
        if match:
            level = int(match.group(1))
            if level > before + 1:
                faults.append(f"H{level} after H{before}")
            before = level
    return faults if before else ["no headings"]


def check_no_heading_at_foot(document):
    faults = []
    for level, title, page in document.outline:
        body, wanted = document.bodies[page], plan_texts.normalise(title)
        at = body.rfind(wanted)
        if at >= 0 and len(body) - at - len(wanted) < 20:
            faults.append(f"page {page + 1} ends with “{title}”")
    return faults


def labels_of(document):
    labels, tree = {}, pikepdf.NumberTree(document.pdf.Root.PageLabels)
    starts = sorted((int(key), value) for key, value in tree.items())
    for index, (start, value) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else document.n
        for number in range(start, end):
            prefix, style = str(value.get("/P", "")), str(value.get("/S", ""))
            shown = int(value.get("/St", 1)) + number - start
            labels[number] = prefix + {"/D": str(shown), "/r": ("i", "ii", "iii", "iv", "v")[min(shown, 5) - 1], "": ""}[style]
    return labels


def first_body_page(document):
    return document.outline[0][2]


def check_labels(document):
    labels, first = labels_of(document), first_body_page(document)
    expected = ["i", "ii", "iii", "iv", "v"][:first] + [str(number + 1) for number in range(document.n - first)]
    return [f"page {number + 1}: {labels.get(number)}, not {label}" for number, label in enumerate(expected) if labels.get(number) != label]


def check_feet(document):
    faults, first = [], first_body_page(document)
    for number in range(first, document.n):
        foot = " ".join(word for _, top, _, _, word in document.pages[number] if top > FOOT_BEGIN)
        match = re.search(WORDS[document.language]["page"], foot)
        if not match or (int(match.group(1)), int(match.group(2))) != (number - first + 1, document.n - first):
            faults.append(f"page {number + 1}: “{foot}”")
    return faults


def check_contents(document):
    """Each line of the contents: number, title, page; against where the bookmark of that title leads."""
    faults, found, first = [], 0, first_body_page(document)
    pages = {plan_texts.normalise(title): page for level, title, page in document.outline}
    text = plan_texts.normalise("".join(document.bodies[1:first]))
    for level, title, page in document.outline:
        if level > 2:
            continue
        wanted = plan_texts.normalise(title) + str(page - first + 1)
        if wanted in text:
            found += 1
        else:
            faults.append(f"“{title}” on page {page - first + 1} is not in the contents like that")
    if found < 10 or not pages:
        faults.append(f"only {found} lines of the contents were found")
    return faults


def check_links(document):
    faults, total = [], 0
    for number, page in enumerate(document.pdf.pages, 1):
        for annotation in page.get("/Annots", []):
            total += 1
            dest = annotation.get("/Dest") or annotation.get("/A", {}).get("/D")
            if dest is not None and not isinstance(dest, pikepdf.Array) and str(dest) not in document.dests:
                faults.append(f"page {number}: a link leads to {dest}, which is nowhere")
            if annotation.get("/StructParent") is None:
                faults.append(f"page {number}: a link in no element")
    return faults if total > 20 else [f"only {total} links"]


def check_outline(document):
    plain = [title for _, title, _ in document.outline]
    numbers = [title.split(" ")[0] for title in plain]
    faults = [f"“{title}” has no number" for title, number in zip(plain, numbers) if not re.fullmatch(r"\d+(\.\d+){0,2}", number)]
    faults += [f"“{title}” is at level {level}" for level, title, _ in document.outline if title.split(" ")[0].count(".") + 1 != level]
    pages = [page for _, _, page in document.outline]
    return faults + (["not in the order of pages"] if pages != sorted(pages) else [])


def check_structure(document):
    """What a reader who does not see needs: sections, paragraphs, lists, tables with heads, figures with content."""
    struct = run("pdfinfo", "-struct", document.file).stdout
    names = set(re.findall(r"^\s*([A-Z][A-Za-z0-9]*)", struct, re.M))
    faults = [f"no {name}" for name in ("Document", "Sect", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Caption", "Figure", "TOC", "TOCI", "Link") if name not in names]

    def visit(node):
        if isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == "/Figure" and "/K" not in node:
                faults.append("a figure without content")
            children = node.get("/K")
            for child in children if isinstance(children, pikepdf.Array) else [children]:
                visit(child)

    visit(document.pdf.Root.StructTreeRoot)
    return faults + ([] if document.pdf.Root.MarkInfo.Marked else ["not marked"])


def count_split(pages, text):
    """How often a text begins on one page and ends on the next, maybe after the repeated head of a table."""
    found = 0
    for before, after in zip(pages, pages[1:]):
        for cut in range(len(text) - 1, 0, -1):
            if before.endswith(text[:cut]) and text[cut:] in after[:len(text) - cut + 400]:
                found += 1
                break
    return found


def check_texts(document, templates, plan):
    """Every public text is there as often as it is in the plan; titles, which references repeat, and short texts, which
    are parts of others, at least as often."""
    texts = [text for text in plan_texts.list_texts(templates, plan) if text.sensitivity == "public" and not text.omitted and not text.conditional]
    pieces, faults = [], []
    for text in texts:
        words = text.get(document.language)
        for piece in plan_texts.split_prose(words) if text.field.get("prose") else [words]:
            if plan_texts.normalise(piece):
                pieces.append((text, plan_texts.normalise(piece)))
    everything = "\x00".join(piece for _, piece in pieces)
    pages = document.bodies
    whole = "\x01".join(pages)
    for text, piece in pieces:
        expected, there = everything.count(piece), whole.count(piece)
        if there != expected:
            there += count_split(pages, piece)
        exact = len(piece) >= 40 and text.field.get("role") not in ("title", "subtitle", "exhibit-alternative")
        if there < 1 or (exact and there != expected):
            faults.append(f"{text.path}: {there} times, not {expected}: “{piece[:70]}”")
    if len(pieces) < 300:
        faults.append(f"only {len(pieces)} texts were looked for")
    return faults


def check_notices(document, templates, plan, words):
    """The check of texts finds what was changed: another summary is not in the document, and one that was left out is
    there too often for the other that says the same."""
    changed = json.loads(json.dumps(plan))
    if words:
        changed["summary"] = {document.language: words}
        return [] if any(fault.startswith("summary") for fault in check_texts(document, templates, changed)) else ["it is not"]
    pages, document.bodies = document.bodies, document.bodies + document.bodies[-1:] + document.bodies[2:4]
    faults = check_texts(document, templates, plan)
    document.bodies = pages
    return [] if faults else ["it is not"]


def check_properties(document):
    info, faults = document.pdf.docinfo, []
    for key, value in (("/CreationDate", "20261121000000"), ("/ModDate", "20261121000000")):
        # cairo writes dates without the "D:" that they should have.
        if not re.match("(D:)?" + value, str(info.get(key, ""))):
            faults.append(f"{key} is {info.get(key)}")
    plan = json.loads(EXAMPLE.read_text(encoding="utf-8"))["plan"]
    if str(info.get("/Title")) != plan["title"][document.language]:
        faults.append(f"/Title is {info.get('/Title')}")
    return faults + ([] if document.file.stat().st_size <= 1_500_000 else [f"{document.file.stat().st_size} bytes"])


def check_same_bytes(document):
    again = document.file.with_suffix(".again.pdf")
    export(again, document.language)
    return [] if again.read_bytes() == document.file.read_bytes() else ["two runs differ"]


def main():
    templates = plan_texts.Templates(SOURCE)
    plan = json.loads(EXAMPLE.read_text(encoding="utf-8"))["plan"]
    with tempfile.TemporaryDirectory() as folder:
        for language in ("nl", "en"):
            file = pathlib.Path(folder) / f"{language}.pdf"
            result = export(file, language)
            report(f"{language}: is made", [] if result.returncode == 0 and file.exists() else [result.stderr])
            document = Document(file, language)
            for name, check in (("is a sound PDF", check_sound), ("fonts are embedded, with Unicode", check_fonts), ("text is inside the margins", check_margins), ("no page is nearly empty", check_full_pages), ("headings skip no level", check_headings), ("no heading at the foot", check_no_heading_at_foot), ("page labels", check_labels), ("feet count the pages", check_feet), ("contents tell the pages", check_contents), ("bookmarks are the headings", check_outline), ("links lead somewhere", check_links), ("structure", check_structure), ("properties and size", check_properties), ("the same bytes twice", check_same_bytes)):
                report(f"{language}: {name}", check(document))
            report(f"{language}: every text of the plan", check_texts(document, templates, plan))
            report(f"{language}: a text that is missing is noticed", check_notices(document, templates, plan, "This sentence was never written in any plan of any province."))
            report(f"{language}: a text that is printed too often is noticed", check_notices(document, templates, plan, ""))
    print(f"1..{count}")
    sys.exit(bool(failures))


main()
