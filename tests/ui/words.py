# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""What stands on the screen in a language: words of the program from its translations, labels from the templates.

    say = words.Words("nl")
    say("Save"); say.field("cluster", "summary"); say.term("sector", "se.hightech")
"""
import functools
import gettext
import json
import os
import re

import driver

DATA = driver.SOURCE / "data"


@functools.cache
def read_templates():
    """Id -> template as it is written."""
    return {template["id"]: template for file in sorted((DATA / "templates").glob("*.json"))
            for template in json.loads(file.read_text(encoding="utf-8"))["templates"]}


@functools.cache
def read_terms(vocabulary):
    return {term["code"]: term for term in json.loads((DATA / f"vocabularies/{vocabulary}.json").read_text(encoding="utf-8"))["terms"]}


def chain_of(template):
    """The template and what it extends, itself first."""
    while template:
        yield read_templates()[template]
        template = read_templates()[template].get("extends")


class Words:
    def __init__(self, language):
        self.language = language
        folder = os.environ.get("MAAKLAND_LOCALE_DIR", driver.BUILD / "po")
        self.translation = gettext.translation("maakland", folder, [language]) if language != "en" else gettext.NullTranslations()

    def __call__(self, message):
        """The translation; where only one with a context is there, that one."""
        catalogue = getattr(self.translation, "_catalog", {})
        found = catalogue.get(message) or next((text for key, text in catalogue.items()
                                                if isinstance(key, str) and key.endswith("\x04" + message)), None)
        assert found or self.language == "en", f"no translation of {message!r}"
        return found or message

    def phrase(self, name):
        return next(found[name][self.language] for file in (DATA / "phrases").glob("*.json")
                    for found in [json.loads(file.read_text(encoding="utf-8"))["phrases"]] if name in found)

    def label(self, template):
        return read_templates()[template]["label"][self.language]

    def adding(self, template):
        """What the button says that adds one: a pattern."""
        return re.compile(re.escape(self("Add %s") % self.label(template)) + "$", re.I)

    def section(self, template, section):
        return self._find(template, "sections", section)

    def field(self, template, field):
        return self._find(template, "fields", field)

    def page(self, section):
        """The page of the window that a section of the plan begins."""
        found = next(one for one in read_templates()["plan"]["sections"] if one["id"] == section)
        return found["page"].get("label", found["label"])[self.language]

    def term(self, vocabulary, code):
        return read_terms(vocabulary)[code][self.language]

    def _find(self, template, kind, wanted):
        for one in chain_of(template):
            for section in one["sections"]:
                for thing in [section] if kind == "sections" else section.get("fields", []):
                    if thing["id"] == wanted and "label" in thing:
                        return thing["label"][self.language]
        raise KeyError(f"{template}: no label of {wanted}")
