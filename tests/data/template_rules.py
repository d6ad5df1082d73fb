# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The rules that the templates' files are held to; each takes a Shelf and a file name and returns its faults as sentences.

What is allowed (types, roles and what they promise, members, presentations, levels) is read from the tables of
data/templates/README.md, so that the reference and the files hold together. Expressions are typed by the program itself;
here only what stands around them is looked at.
"""
import json
import pathlib
import re

ID = re.compile(r"[a-z][a-z0-9-]*")
# At most this much of a printed page's width can be shared by columns that a person can still read.
MAX_COLUMNS = 7


def refuse_twins(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError(f"a member stands twice among {[name for name, _ in pairs]}")
    return members


def cells_of(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


class Readme:
    """What the reference of the format allows."""

    def __init__(self, text):
        parts = re.split(r"^#+ (.*)$", text, flags=re.M)
        self.parts = dict(zip(parts[1::2], parts[2::2]))
        self.words = set(re.findall(r"\b([a-z]+)\(", text))
        for run in re.findall(r"`([^`]+)`", text):
            self.words |= set(re.findall(r"[a-z][a-z0-9-]*", run))
        self.types = {name for first, _ in self.rows("Types, and how a value stands in the file") for name in first}
        self.template_members = self.members("A template") | {"checks"}
        self.section_members = set(re.findall(r"`([a-z]+)`", self.parts["A section"])) - {"omit", "true"}
        self.check_members = self.members("Checks")
        self.field_members = {}
        for names, rest in self.rows("A field"):
            kinds = self.types if rest[0] == "all" else {kind.strip() for kind in rest[0].split(",")}
            for name in names:
                self.field_members.setdefault(name, set()).update(kinds)
        self.roles = {}
        for names, rest in self.rows("Roles"):
            found = [word for word in re.findall(r"[a-z]+", re.sub(r"\(.*?\)", "", rest[0])) if word in self.types]
            for at, name in enumerate(names):
                self.roles[name] = {found[at]} if len(found) == len(names) > 1 else \
                    set(found) if " or " in rest[0] else {found[0]}
        self.presents = set(next(rest for names, rest in self.rows("A field") if "present" in names)[1].split("`")[1].split())
        self.levels = set(next(rest for names, rest in self.rows("A field") if "levels" in names)[1].split("`")[1].split())

    def rows(self, part):
        for line in self.parts[part].splitlines():
            cells = cells_of(line)
            if line.startswith("|") and cells[0].startswith("`"):
                yield re.findall(r"`([^`]+)`", cells[0]), cells[1:]

    def members(self, part):
        return {name for names, _ in self.rows(part) for name in names}


class Shelf:
    """All template files with the vocabularies that they may name."""

    def __init__(self, readme, files, vocabularies):
        self.readme, self.vocabularies, self.files, self.errors = readme, vocabularies, {}, {}
        for name, text in files.items():
            try:
                self.files[name] = json.loads(text, object_pairs_hook=refuse_twins)["templates"]
            except (ValueError, KeyError, TypeError) as error:
                self.files[name], self.errors[name] = [], str(error)
        self.templates = {}
        for templates in self.files.values():
            for template in templates:
                self.templates.setdefault(template.get("id"), template)

    def chain(self, template):
        """A template's ancestors, farthest first, then itself."""
        chain, seen = [], set()
        while template and template["id"] not in seen:
            seen.add(template["id"])
            chain.insert(0, template)
            template = self.templates.get(template.get("extends"))
        return chain

    def fields(self, template):
        """All fields with what is inherited, by id."""
        merged = {}
        for ancestor in self.chain(template):
            for section in ancestor.get("sections", []):
                for field in section.get("fields", []):
                    merged[field.get("id")] = {**merged.get(field.get("id"), {}), **field}
        return merged

    def sections(self, template):
        merged = {}
        for ancestor in self.chain(template):
            for section in ancestor.get("sections", []):
                merged[section.get("id")] = {**merged.get(section.get("id"), {}), **section}
        return merged


def read_shelf(root):
    folder = pathlib.Path(root) / "data/templates"
    vocabularies = {}
    for file in sorted((pathlib.Path(root) / "data/vocabularies").glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        if "vocabulary" in data:
            vocabularies[data["vocabulary"]] = {term["code"] for term in data["terms"]}
    files = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.json"))}
    return Shelf(Readme((folder / "README.md").read_text(encoding="utf-8")), files, vocabularies)


def own_fields(template):
    for section in template.get("sections", []):
        for field in section.get("fields", []):
            yield section, field


def check_form(shelf, name):
    if name in shelf.errors:
        return [shelf.errors[name]]
    return [] if shelf.files[name] else ["no template in it"]


def walk_texts(value, path):
    """Every object that looks like a text in two languages, with where it stands."""
    if isinstance(value, dict):
        if "nl" in value or "en" in value:
            yield path, value
        for key, child in value.items():
            yield from walk_texts(child, f"{path}.{key}")
    elif isinstance(value, list):
        for at, child in enumerate(value):
            mark = child.get("id", at) if isinstance(child, dict) else at
            yield from walk_texts(child, f"{path}[{mark}]")


def check_languages(shelf, name):
    faults = []
    for path, text in walk_texts(shelf.files[name], name):
        if set(text) != {"nl", "en"}:
            faults.append(f"{path}: has {sorted(text)}")
        elif not all(isinstance(words, str) and words.strip() == words and words for words in text.values()):
            faults.append(f"{path}: a language is empty or begins or ends with a space")
    return faults


def check_worded(shelf, name):
    """A label for everything; help for everything a person fills in."""
    faults = []
    for template in shelf.files[name]:
        for member in ("label", "plural", "help"):
            if member not in template:
                faults.append(f"{template['id']}: no {member}")
        for section in template.get("sections", []):
            whole = shelf.sections(template)[section["id"]]
            faults += [f"{template['id']}.{section['id']}: no {member}" for member in ("label", "help") if member not in whole]
        for section, field in own_fields(template):
            whole = shelf.fields(template)[field["id"]]
            faults += [f"{template['id']}.{field['id']}: no {member}" for member in ("label", "help") if member not in whole]
    return faults


def check_ids(shelf, name):
    faults = []
    for template in shelf.files[name]:
        count = sum(other.get("id") == template.get("id") for templates in shelf.files.values() for other in templates)
        if count != 1:
            faults.append(f"{template['id']}: {count} templates have this id")
        for what, ids in (("section", [s.get("id") for s in template.get("sections", [])]),
                          ("field", [f.get("id") for _, f in own_fields(template)]),
                          ("check", [c.get("id") for c in template.get("checks", [])])):
            faults += [f"{template['id']}: {what} {ident} twice" for ident in sorted(set(ids)) if ids.count(ident) > 1]
            faults += [f"{template['id']}: {what} {ident}: form" for ident in ids if not ident or not ID.fullmatch(ident)]
        faults += [f"{template['id']}.{f['id']}: reserved" for _, f in own_fields(template)
                   if f["id"] in ("id", "template", "plan", "and", "or", "not", "has", "in", "where", "at", "by", "true", "false")]
    return faults


def check_members(shelf, name):
    """Only members that the README names, and for a field only those of its type."""
    readme, faults = shelf.readme, []
    for template in shelf.files[name]:
        faults += [f"{template['id']}: {member}" for member in set(template) - readme.template_members]
        for section in template.get("sections", []):
            faults += [f"{template['id']}.{section['id']}: {member}" for member in set(section) - readme.section_members]
        for check in template.get("checks", []):
            faults += [f"{template['id']}: check {check['id']}: {member}" for member in set(check) - readme.check_members]
            faults += [f"{template['id']}: check {check['id']}: no {member}"
                       for member in ("severity", "holds", "message") if member not in check]
        for _, field in own_fields(template):
            kind = shelf.fields(template)[field["id"]].get("type")
            faults += [f"{template['id']}.{field['id']}: {member} with type {kind}" for member in field
                       if kind not in readme.field_members.get(member, set())]
    return faults


def check_types(shelf, name):
    faults = []
    for template in shelf.files[name]:
        taken = {}
        for field in shelf.fields(template).values():
            where = f"{template['id']}.{field['id']}"
            kind, role = field.get("type"), field.get("role")
            if kind not in shelf.readme.types:
                faults.append(f"{where}: type {kind}")
            if role:
                if kind not in shelf.readme.roles.get(role, set()):
                    faults.append(f"{where}: role {role} with type {kind}")
                if role in taken:
                    faults.append(f"{where}: role {role} is taken by {taken[role]}")
                taken[role] = field["id"]
            if field.get("present", "rows") not in shelf.readme.presents:
                faults.append(f"{where}: present {field['present']}")
            faults += [f"{where}: level {level}" for level in field.get("levels", []) if level not in shelf.readme.levels]
        for _, field in own_fields(template):
            inherited = {ident for ancestor in shelf.chain(template)[:-1] for _, f in own_fields(ancestor) for ident in [f["id"]]}
            if field["id"] in inherited and ("type" in field or "role" in field):
                faults.append(f"{template['id']}.{field['id']}: overrides the type or role of an inherited field")
    return faults


def check_names(shelf, name):
    """Whatever names a template, vocabulary, field or section names one that is there."""
    faults = []
    for template in shelf.files[name]:
        if template.get("extends") and template["extends"] not in shelf.templates:
            faults.append(f"{template['id']}: extends {template['extends']}")
        fields, sections = shelf.fields(template), shelf.sections(template)
        for section in template.get("sections", []):
            if "after" in section and section["after"] not in sections:
                faults.append(f"{template['id']}.{section['id']}: after {section['after']}")
        for _, field in own_fields(template):
            whole, where = fields[field["id"]], f"{template['id']}.{field['id']}"
            if whole["type"] in ("choice", "choices") and whole.get("vocabulary") not in shelf.vocabularies:
                faults.append(f"{where}: vocabulary {whole.get('vocabulary')}")
            if whole["type"] == "list" and "of" not in whole or whole["type"] in ("list", "refs", "party") and whole.get("of", "party") not in shelf.templates:
                faults.append(f"{where}: of {whole.get('of')}")
            elif whole["type"] == "list":
                known = shelf.fields(shelf.templates[whole["of"]])
                faults += [f"{where}: column {column}" for column in whole.get("columns", []) if column not in known]
        for check in template.get("checks", []):
            if "at" in check and check["at"] not in fields:
                faults.append(f"{template['id']}: check {check['id']} at {check['at']}")
        for entry in template.get("fund", {}).get("portal", []):
            if entry["field"] not in fields:
                faults.append(f"{template['id']}: portal {entry['field']}")
        for entry in template.get("fund", {}).get("enclosures", []):
            if entry["id"] not in shelf.vocabularies.get("attachment-kind", set()):
                faults.append(f"{template['id']}: enclosure {entry['id']}")
    return faults


def check_tables(shelf, name):
    """A table that is printed says its columns, and has room for them."""
    faults = []
    for template in shelf.files[name]:
        for _, field in own_fields(template):
            whole = shelf.fields(template)[field["id"]]
            if whole["type"] != "list" or whole.get("present", "rows") in ("cards", "exhibits"):
                continue
            if not 1 <= len(whole.get("columns", [])) <= MAX_COLUMNS:
                faults.append(f"{template['id']}.{field['id']}: {len(whole.get('columns', []))} columns")
    return faults


def check_positions(shelf, name):
    """A presentation that places records needs the role that says where."""
    needs = {"quadrants": {"quadrant"}, "timeline": {"date"}, "grid": {"likelihood", "impact"}, "chain": {"chain-step"}, "sheet": set()}
    faults = []
    for template in shelf.files[name]:
        for _, field in own_fields(template):
            whole = shelf.fields(template)[field["id"]]
            if whole["type"] == "list" and whole.get("of") in shelf.templates:
                roles = {f.get("role") for f in shelf.fields(shelf.templates[whole["of"]]).values()}
                if needs.get(whole.get("present"), set()) - roles or whole.get("present") == "board" and not roles & {"commitment", "state"}:
                    faults.append(f"{template['id']}.{field['id']}: {whole['present']} without the role that places a record")
    return faults


def check_messages(shelf, name):
    """Both languages show the same values, and end as a sentence does."""
    faults = []
    for template in shelf.files[name]:
        for check in template.get("checks", []):
            words = check.get("message", {})
            shown = [sorted(re.findall(r"\{(.*?)\}", words.get(language, ""))) for language in ("nl", "en")]
            if shown[0] != shown[1]:
                faults.append(f"{template['id']}: check {check['id']}: {shown[0]} in nl, {shown[1]} in en")
            if any(not text.rstrip().endswith((".", "?")) or len(text) > 260 for text in words.values()):
                faults.append(f"{template['id']}: check {check['id']}: no sentence, or too long")
    return faults


FILE_RULES = {
    "strict JSON with templates": check_form, "nl and en everywhere": check_languages, "label and help for everything": check_worded,
    "ids": check_ids, "members that the README names": check_members, "types and roles": check_types,
    "names of templates, vocabularies, fields": check_names, "columns of tables": check_tables,
    "roles that presentations need": check_positions, "messages": check_messages}


# --- no field's id in C -------------------------------------------------------------------------------------------

LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def distinctive_ids(shelf):
    """Ids of fields that mean nothing but that field: no role, no word of the format, and compound or long."""
    every = {ident for template in shelf.templates.values() for ident in shelf.fields(template)}
    return {ident for ident in every if ident not in shelf.readme.roles and ident not in shelf.readme.words
            and ident not in shelf.vocabularies and ident not in shelf.templates and ("-" in ident or len(ident) >= 9)}


def strip_comments(text):
    """Without comments, but not fooled by a comment's sign inside a string."""
    return re.sub(r'"(?:[^"\\\n]|\\.)*"|/\*.*?\*/|//[^\n]*', lambda m: m[0] if m[0][0] == '"' else " ", text, flags=re.S)


def find_field_ids(text, ids):
    """Literals that are the id of a field, or a path of fields."""
    found = []
    for literal in LITERAL.findall(strip_comments(re.sub(r"^\s*#\s*include.*$", "", text, flags=re.M))):
        parts = re.split(r"[.\[\]]+", literal)
        if all(re.fullmatch(r"[a-z0-9-]+", part) for part in parts if part) and any(part in ids for part in parts):
            found.append(literal)
    return found


def check_module(root, module, ids):
    faults = []
    for file in sorted((pathlib.Path(root) / "src" / module).rglob("*.c")):
        if file.name != "maak-role.c":
            faults += [f"{file.relative_to(root)}: \"{found}\" is a template's field; ask for its role"
                       for found in find_field_ids(file.read_text(encoding="utf-8"), ids)]
    return faults
