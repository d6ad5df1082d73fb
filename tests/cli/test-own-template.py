#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""A template of one's own, dropped into the user's data folder, works in every command without a line of C; and the
plan made with it opens where the file is absent.

test-own-template.py CLI SCHEMA-DOCUMENT
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
TEMPLATE = {
    "templates": [{
        "id": "trial-line", "kind": "proposal", "extends": "proposal",
        "label": {"nl": "Proeflijn", "en": "Trial line"},
        "plural": {"nl": "Proeflijnen", "en": "Trial lines"},
        "sections": [
            {"id": "line", "label": {"nl": "De lijn zelf", "en": "The line itself"}, "fields": [
                {"id": "machine", "type": "text", "languages": "one", "label": {"nl": "Machine", "en": "Machine"}},
                {"id": "hours", "type": "number", "min": 0, "label": {"nl": "Uren open voor mkb", "en": "Hours open to SMEs"},
                 "unit": {"nl": "uur per jaar", "en": "hours a year"}},
                {"id": "opening-day", "type": "date", "label": {"nl": "Openingsdag", "en": "Opening day"}}]},
            {"id": "price", "label": {"nl": "De prijs ervan", "en": "The price of it"}, "fields": [
                {"id": "subsidy", "type": "money", "min": 0, "label": {"nl": "Bijdrage per uur", "en": "Contribution per hour"}},
                {"id": "branch", "type": "choice", "vocabulary": "sector", "label": {"nl": "Bedrijfstak", "en": "Branch"}},
                {"id": "per-year", "type": "series", "money": True, "label": {"nl": "Kosten per jaar", "en": "Cost per year"}}]}],
        "checks": [
            {"id": "open-enough", "severity": "problem", "at": "hours", "when": "filled(hours)", "holds": "hours >= 400",
             "message": {"nl": "De lijn is maar {hours} uur open. Leg uit waarom dat genoeg is.",
                         "en": "The line is open for only {hours} hours. Explain why that is enough."}}]}]}

number = failed = 0


def case(name, good, detail=""):
    global number, failed
    number += 1
    print(("ok" if good else "not ok"), number, name)
    if not good:
        failed += 1
        for line in str(detail).splitlines()[:12]:
            print("#", line)


def call(*arguments, home):
    environment = {**os.environ, "XDG_DATA_HOME": str(home)}
    return subprocess.run([CLI, *map(str, arguments)], env=environment, capture_output=True, text=True, check=False)


def text_of(pdf):
    return " ".join(subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout.split())


def main():
    top = pathlib.Path(tempfile.mkdtemp(prefix="maakland-own."))
    home, bare = top / "data", top / "bare"
    (home / "maakland/templates").mkdir(parents=True)
    bare.mkdir()
    (home / "maakland/templates/trial-line.json").write_text(json.dumps(TEMPLATE), encoding="utf-8")
    plan = top / "plan.maakland.json"

    done = call("templates", home=home)
    case("templates lists it", "trial-line" in done.stdout, done.stdout + done.stderr)
    done = call("templates", "trial-line", "--language", "en", home=home)
    case("templates shows its fields", all(word in done.stdout for word in ("machine", "Hours open to SMEs", "per-year")), done.stdout)
    done = call("new", "--region", "PV23", "-o", plan, home=home)
    case("new makes a plan", done.returncode == 0 and plan.exists(), done.stderr)
    done = call("add", plan, "proposals", "--template", "trial-line", home=home)
    place = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    case("add makes a record of it", done.returncode == 0 and place.startswith("proposals["), done.stdout + done.stderr)

    values = {"machine": "Persbank 7", "hours": "320", "opening-day": "2028-04-03", "subsidy": "1234567",
              "branch": "se.maak", "per-year.2028": "765432"}
    for field, value in values.items():
        done = call("set", plan, f"{place}.{field}", value, "--language", "en", home=home)
        case(f"set {field}", done.returncode == 0, done.stderr)
    for language, title in (("nl", "Proeflijn Nijverdal"), ("en", "Trial line Nijverdal")):
        done = call("set", plan, f"{place}.title", title, "--language", language, home=home)
        case(f"set title in {language}", done.returncode == 0, done.stderr)
    done = call("set", plan, f"{place}.hours", "veel", home=home)
    case("set refuses what is no number", done.returncode == 2 and "veel" in done.stderr, done.stderr)
    done = call("set", plan, f"{place}.branch", "se.none", home=home)
    case("set refuses an unknown term", done.returncode == 2 and "se.none" in done.stderr, done.stderr)

    inside = json.loads(plan.read_text(encoding="utf-8"))
    record = inside["plan"]["proposals"][0]
    case("the file holds the values", record["hours"] == 320 and record["subsidy"] == 1234567 and
         record["per-year"] == {"2028": 765432} and record["template"] == "trial-line", record)
    case("the file embeds the template", [row["id"] for row in inside.get("templates", [])] == ["trial-line"], inside.get("templates"))

    for language, words in (("nl", "De lijn is maar 320 uur open"), ("en", "The line is open for only 320 hours")):
        done = call("check", plan, "--language", language, home=home)
        case(f"check says it in {language}", done.returncode == 1 and words in done.stdout, done.stdout + done.stderr)

    schema = call("schema", home=home)
    good = schema.returncode == 0
    if good:
        definitions = schema.stdout
        good = '"subsidy"' in definitions and '"per-year"' in definitions
    case("schema describes it", good, schema.stderr)
    if good:
        import jsonschema
        validator = jsonschema.Draft202012Validator(json.loads(schema.stdout))
        case("the plan is valid by that schema", validator.is_valid(inside),
             "\n".join(error.message for error in validator.iter_errors(inside)))
        inside["plan"]["proposals"][0]["subsidy"] = "veel"
        case("a wrong value is not", not validator.is_valid(inside))

    for where, folder in (("with the file", home), ("without the file", bare)):
        for language, words in (("nl", ("Proeflijn Nijverdal", "Uren open voor mkb", "1.234.567", "Persbank 7")),
                                ("en", ("Trial line Nijverdal", "Hours open to SMEs", "1,234,567", "Persbank 7"))):
            pdf = top / f"{language}.pdf"
            done = call("export", plan, "-o", pdf, "--language", language, home=folder)
            text = text_of(pdf) if done.returncode == 0 else done.stderr
            case(f"export in {language} {where}", all(word in text for word in words), text[-600:])
            pdf.unlink(missing_ok=True)

    done = call("get", plan, f"{place}.subsidy", home=bare)
    case("get without the file", done.returncode == 0 and "1234567" in done.stdout.replace(".", "").replace(",", ""), done.stdout + done.stderr)
    done = call("set", plan, f"{place}.hours", "500", home=bare)
    case("set without the file", done.returncode == 0, done.stderr)
    done = call("check", plan, "--language", "en", home=bare)
    case("check without the file, and the finding is gone", "open for only" not in done.stdout, done.stdout)

    # Where even the embedded description is gone, the record is kept and not changed.
    torn = json.loads(plan.read_text(encoding="utf-8"))
    del torn["templates"]
    plan.write_text(json.dumps(torn), encoding="utf-8")
    done = call("set", plan, "title", "Overijssel maakt", "--language", "nl", home=bare)
    again = json.loads(plan.read_text(encoding="utf-8"))
    case("a record of an unknown template is kept", done.returncode == 0 and
         again["plan"]["proposals"] == torn["plan"]["proposals"], done.stderr)
    shutil.rmtree(top)
    print(f"1..{number}")
    sys.exit(1 if failed else 0)


main()
