# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Reads a plan file with its templates, independently of the program: which texts does it hold, and which are public.

Only what the tests of documents need: extends, sensitivity of field, record template and record, what a report
leaves out, and roles.
"""
import json
import pathlib
import re

# Texts that say how an exhibit was drawn, or stand in lists that are printed where they are used.
TECHNICAL = {"exhibit-dataset", "exhibit-metric", "exhibit-statistic-period", "exhibit-unit", "value-period",
             "term-vocabulary", "term-code"}


class Templates:
    def __init__(self, source):
        self.raw = {}
        for file in sorted((pathlib.Path(source) / "data/templates").glob("*.json")):
            for template in json.loads(file.read_text(encoding="utf-8"))["templates"]:
                self.raw[template["id"]] = template
        self.whole = {}

    def get(self, ident):
        """The fields of a template by id, each with its section's omission; and its sensitivity."""
        if ident not in self.whole:
            raw = self.raw[ident]
            fields, sections, sensitivity, omit = {}, {}, "public", False
            if "extends" in raw:
                base = self.get(raw["extends"])
                fields = {name: dict(field) for name, field in base["fields"].items()}
                sections = dict(base["sections"])
                sensitivity, omit = base["sensitivity"], base["omit"]
            sensitivity = raw.get("sensitivity", sensitivity)
            omit = raw.get("report", {}).get("omit", omit)
            for section in raw.get("sections", []):
                if "report" in section:
                    sections[section["id"]] = section["report"].get("omit", False)
                sections.setdefault(section["id"], False)
                for field in section.get("fields", []):
                    merged = {**fields.get(field["id"], {}), **field}
                    merged["section"] = section["id"]
                    fields[field["id"]] = merged
            self.whole[ident] = {"fields": fields, "sections": sections, "sensitivity": sensitivity, "omit": omit}
        return self.whole[ident]

    def by_role(self, ident, role):
        return next((name for name, field in self.get(ident)["fields"].items() if field.get("role") == role), None)


ORDER = {"public": 0, "internal": 1, "confidential": 2}


def strictest(*levels):
    return max((level for level in levels if level), key=lambda level: ORDER[level], default="public")


class Text:
    """One text of a plan: where it stands, what it says in each language, and what it is to a document."""

    def __init__(self, path, field, value, sensitivity, omitted, conditional):
        self.path, self.field, self.value = path, field, value
        self.sensitivity, self.omitted, self.conditional = sensitivity, omitted, conditional

    def get(self, language):
        if isinstance(self.value, str):
            return self.value
        return self.value.get(language) or ""


def walk(templates, record, template, path="", above="public", hidden=False, columns=()):
    """Yields (record, field, value, path, sensitivity, omitted) for every value of every field."""
    template = record.get("template", template)
    whole = templates.get(template)
    own = templates.by_role(template, "sensitivity")
    level = strictest(above, whole["sensitivity"], record.get(own) if own else None)
    hidden = hidden or whole["omit"]
    for name, field in whole["fields"].items():
        if name not in record or "value" in field:
            continue
        place = f"{path}.{name}" if path else name
        sensitivity = strictest(level, field.get("sensitivity"))
        omitted = hidden or ((field.get("report", {}).get("omit") or whole["sections"][field["section"]]) and name not in columns)
        yield record, template, field, place, sensitivity, bool(omitted)
        if field["type"] == "list":
            for number, child in enumerate(record[name]):
                yield from walk(templates, child, field["of"], f"{place}[{number}]", sensitivity, bool(omitted), field.get("columns", ()))


def list_texts(templates, plan):
    for record, template, field, place, sensitivity, omitted in walk(templates, plan, "plan"):
        if field["type"] == "text" and field.get("role") not in TECHNICAL:
            yield Text(place, field, record[field["id"]], sensitivity, omitted, "when" in field)


def split_prose(text):
    """The pieces of prose that stand in a document as they are: without marks, and between citations."""
    pieces = []
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", text):
        paragraph = re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", paragraph.strip())
        for piece in re.split(r"\[[^\]]*\]\(maak:[^)]*\)", paragraph):
            piece = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", piece)
            piece = re.sub(r"(\*\*|\*)", "", piece)
            piece = re.sub(r"\\(.)", r"\1", piece)
            if piece.strip():
                pieces.append(piece)
    return pieces


def normalise(text):
    """Without spaces, soft hyphens and line ends: what a line break may change."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)
