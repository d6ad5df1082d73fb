#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The command line as a person meets it: what commands print and how they end, help and man pages, bad input in both
languages (one sentence with file and path, nothing changed on disk), a template of one's own, no display.

check-cli.py MAAKLAND-CLI ROOT SHIM ARM
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

cli, root, shim, arm = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4]
number = failed = 0
work = pathlib.Path(tempfile.mkdtemp(prefix="maakland-cli-"))
CLEAN = {key: value for key, value in os.environ.items() if key not in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")}
CLEAN |= {"XDG_DATA_HOME": str(work / "data"), "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795000000"}
# A run with sanitizers may tell which leaks of libraries it overlooks; that is not said to a person.
CLEAN["LSAN_OPTIONS"] = ":".join(filter(None, (CLEAN.get("LSAN_OPTIONS"), "print_suppressions=0")))


def case(name, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
    for fault in faults[:20]:
        print(f"# {fault}".replace("\n", "\n# "))


def run(*arguments, **extra):
    return subprocess.run([cli, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", env=CLEAN | extra)


def rx(pattern):
    return re.compile(pattern, re.M)


def expect(result, code, out=None, err=None):
    faults = []
    if result.returncode != code:
        faults.append(f"exit {result.returncode}, not {code}: {result.stderr}")
    if out is not None and not (out.search(result.stdout) if isinstance(out, re.Pattern) else result.stdout == out):
        faults.append(f"printed {result.stdout!r}, not {out!r}")
    if err is not None and err not in result.stderr:
        faults.append(f"said {result.stderr!r}, not {err!r}")
    if err is None and result.stderr:
        faults.append(f"said {result.stderr!r}")
    return faults


def snapshot(folder):
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size < 1 << 24}


# --- Commands ---

plan = work / "plan.maakland.json"
case("new makes a plan", expect(run("new", "--region", "PV23", "-o", plan, "--title", "Maken", "--language", "nl"), 0, ""))
case("new: the plan holds region and title", [] if (p := json.loads(plan.read_text())["plan"])["lead-region"] == ["PV23"] and p["title"] == {"nl": "Maken"} else [str(p)])
case("new takes the name of a province", expect(run("new", "--region=Gelderland", f"--output={work}/other.json"), 0, ""))
case("new: the time is that of SOURCE_DATE_EPOCH", [] if json.loads(plan.read_text())["revisions"][0]["time"] == "2026-11-18T11:06:40Z" else [plan.read_text()])
before = plan.read_bytes()
case("new does not overwrite", expect(run("new", "--region", "PV23", "-o", plan), 2, "", f"{plan}: This file exists already."))
case("new: the file is as it was", [] if plan.read_bytes() == before else ["changed"])
case("new without region", expect(run("new", "-o", work / "x.json"), 3, "", "“--region”"))
case("new without output", expect(run("new", "--region", "PV23"), 3, "", "“--output”"))
case("new with a region that is none", expect(run("new", "--region", "Mordor", "-o", work / "x.json"), 2, "", "lead-region: \"Mordor\""))
case("new with a municipality", expect(run("new", "--region", "Enschede", "-o", work / "x.json"), 2, "", "lead-region: "))
case("new: nothing was made", [] if not (work / "x.json").exists() else ["x.json"])

case("get a text", expect(run("get", plan, "title", "--language", "nl"), 0, "Maken\n"))
case("get a text in a language that it lacks", expect(run("get", plan, "title", "--language", "en"), 0, ""))
case("get by language in the path", expect(run("get", plan, "title.nl", "--language", "en"), 0, "Maken\n"))
case("get regions by name", expect(run("get", plan, "lead-region"), 0, "Overijssel\n"))
case("set a second province where one leads", expect(run("set", plan, "lead-region", "PV23,PV25", "--language", "en"), 2, "", "lead-region: \"Province\" takes at most 1; these are 2. Leave some out."))
case("set a second province: in Dutch", expect(run("set", plan, "lead-region", "PV23,PV25", "--language", "nl"), 2, "", "Bij \"Provincie\" kunt u er hoogstens 1 noemen; dit zijn er 2. Laat er weg."))
case("set a second province: the first leads", expect(run("get", plan, "lead-region"), 0, "Overijssel\n"))
two_leads = work / "two-leads.json"
two_leads.write_text(plan.read_text().replace('"PV23"', '"PV23", "PV25"'))
case("two provinces that lead: a finding", expect(run("check", two_leads, "--language", "en"), 1, rx(r"^problem: lead-region: .*at most 1")))
case("get what is empty", expect(run("get", plan, "period"), 0, ""))
case("get a record", expect(run("get", plan, "", "--language", "nl"), 0, rx(r"^title\tMaken$")))
case("get an empty list", expect(run("get", plan, "proposals"), 0, ""))
case("set a text in English", expect(run("set", plan, "title", "Making", "--language", "en"), 0, ""))
case("set kept the Dutch, out of date now or not", [] if json.loads(plan.read_text())["plan"]["title"]["nl"] == "Maken" else [plan.read_text()])
case("set a period", expect(run("set", plan, "period", "2027-2034"), 0, ""))
case("get a period", expect(run("get", plan, "period", "--language", "en"), 0, "1 January 2027 – 31 December 2034\n"))
case("get the start of a period", expect(run("get", plan, "period.start"), 0, "2027-01-01\n"))
case("add a proposal prints where it is", expect(run("add", plan, "proposals", "--template", "vestigingsfonds"), 0, "proposals[0]\n"))
case("add another", expect(run("add", plan, "proposals", "--template=measure"), 0, "proposals[1]\n"))
case("add without template where several are possible", expect(run("add", plan, "proposals"), 2, "", "proposals: say with --template"))
case("add a template that is none", expect(run("add", plan, "proposals", "--template", "castle"), 2, "", "“castle”"))
case("add a template that does not fit", expect(run("add", plan, "proposals", "--template", "party"), 2, "", "takes no “party”"))
case("add to what is no list", expect(run("add", plan, "title"), 2, "", "title: this is not a list"))
case("add a line to a proposal", expect(run("add", plan, "proposals[0].budget"), 0, "proposals[0].budget[0]\n"))
case("set money as Dutch writes it", expect(run("set", plan, "proposals[0].size", "40.000.000", "--language", "nl"), 0, ""))
case("get money in English", expect(run("get", plan, "proposals[0].size", "--language", "en"), 0, "€40,000,000\n"))
case("set a year of a series", expect(run("set", plan, "proposals[0].budget[0].amounts.2027", "1200000"), 0, ""))
case("get a year of a series", expect(run("get", plan, "proposals[0].budget[0].amounts.2027", "--language", "en"), 0, "1,200,000\n"))
case("get a year that is not there", expect(run("get", plan, "proposals[0].budget[0].amounts.2031"), 0, ""))
case("get a computed field", expect(run("get", plan, "proposals[0].total-cost", "--language", "en"), 0, "€1,200,000\n"))
case("get a list: path, template, title", expect(run("get", plan, "proposals", "--language", "en"), 0, "proposals[0]\tvestigingsfonds\tLocation fund\nproposals[1]\tmeasure\tMeasure\n"))
case("set a computed field", expect(run("set", plan, "proposals[0].total-cost", "5"), 2, "", "proposals[0].total-cost: "))
case("set a list", expect(run("set", plan, "proposals", "5"), 2, "", "proposals: "))
case("set a record", expect(run("set", plan, "proposals[0]", "5"), 2, "", "proposals[0]: this is a whole record"))
case("set money that is none", expect(run("set", plan, "proposals[0].size", "veel"), 2, "", "proposals[0].size: \"veel\""))
case("set a term that is none", expect(run("set", plan, "languages", "nl, klingon"), 2, "", "languages"))
case("set a value that begins with a dash", expect(run("set", plan, "--language", "nl", "--", "proposals[1].title", "-streep"), 0, ""))
case("get it back", expect(run("get", plan, "proposals[1].title", "--language", "nl"), 0, "-streep\n"))
case("set nothing empties", expect(run("set", plan, "proposals[0].size", ""), 0, "") + expect(run("get", plan, "proposals[0].size"), 0, ""))
case("path to a field that is not there", expect(run("get", plan, "proposals[0].siez"), 2, "", f"{plan}: proposals[0].siez: "))
case("path beyond a list", expect(run("get", plan, "proposals[7].title"), 2, "", "proposals[7].title: "))
case("path that is none", expect(run("get", plan, "proposals[x"), 2, "", "proposals[x: "))
case("remove a record", expect(run("remove", plan, "proposals[1]"), 0, "") + expect(run("get", plan, "proposals", "--language", "en"), 0, "proposals[0]\tvestigingsfonds\tLocation fund\n"))
case("remove a field", expect(run("remove", plan, "title"), 2, "", "title: "))
case("remove the plan itself", expect(run("remove", plan, ""), 2, "", "not a record of a list"))
case("info", expect(run("info", plan, "--language", "nl"), 0, rx(r"^Provincie: +Overijssel$")))
case("info in English", expect(run("info", plan, "--language", "en"), 0, rx(r"^proposals\[0\]: +Location fund \(Location fund\)$")))
case("check finds problems: exit 1", expect(run("check", plan, "--language", "en"), 1, rx(r"^problem: summary: Fill in “Executive summary”")))
case("check says how much", expect(run("check", plan, "--language", "nl"), 1, rx(r"^Houdt indienen tegen: \d+; problemen: \d+; adviezen: \d+\.$")))
case("check: advice only is exit 0", expect(run("check", root / "data/examples/overijssel.maakland.json"), 0, rx("^advice: ")))
case("check: the worst first", (lambda words: [] if words == sorted(words, key=["blocks", "problem", "advice"].index) else [str(words)])([line.split()[0].strip(":") for line in run("check", plan, "--language", "en").stdout.splitlines()[:-1]]))
case("templates", expect(run("templates", "--language", "en"), 0, rx(r"^vestigingsfonds +proposal +Location fund$")))
case("templates of one", expect(run("templates", "vestigingsfonds", "--language", "nl"), 0, rx(r"^    size +money +")))
case("templates of none", expect(run("templates", "castle"), 2, "", "“castle”"))
case("schema is JSON", [] if json.loads(run("schema").stdout)["type"] == "object" else ["no"])
case("saving without a change keeps the bytes", (lambda before: expect(run("set", plan, "title.nl", "Maken"), 0, "") + ([] if json.loads(plan.read_text())["plan"] == before else ["differs"]))(json.loads(plan.read_text())["plan"]))

# --- Languages of the environment ---

for name, variables, word in [("LANG nl", {"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "Gebruik:"), ("LANG en", {"LC_ALL": "", "LANG": "en_GB.UTF-8"}, "Usage:"),
                              ("LANGUAGE before LANG", {"LC_ALL": "", "LANG": "en_GB.UTF-8", "LANGUAGE": "nl:en"}, "Gebruik:"), ("LC_ALL before LANG", {"LC_ALL": "nl_NL.UTF-8", "LANG": "en_GB.UTF-8"}, "Gebruik:")]:
    case(f"language of the environment: {name}", expect(run("--help", **variables), 0, rx(f"^{word}")))
case("the option goes before the environment", expect(run("--help", "--language", "en", LC_ALL="nl_NL.UTF-8"), 0, rx("^Usage:")))

# --- The command line itself ---

for name, arguments, word in [("no command", [], "which command"), ("unknown command", ["fly"], "“fly”"), ("unknown option", ["info", "--fly"], "“--fly”"), ("unknown letter", ["info", "-x"], "“-x”"),
                              ("option without value", ["new", "--region"], "“--region”"), ("unknown language", ["info", plan, "--language", "de"], "“de”"), ("too few arguments", ["get", plan], "PLAN PATH"),
                              ("too many arguments", ["info", plan, "more"], "“more”"), ("switch with a value", ["info", plan, "--help=yes"], "“--help=yes”")]:
    result = run(*arguments)
    case(f"usage: {name}", expect(result, 3, "", word) + ([] if "--help”" in result.stderr and result.stderr.count("\n") == 1 else [result.stderr]))
case("--version", expect(run("--version"), 0, rx(r"^maakland-cli \d+\.\d+")))
case("a reader that stops is no crash", [] if subprocess.run(f"'{cli}' schema | head -1", shell=True, capture_output=True).stdout else ["nothing"])

# --- Help and man pages ---

commands = re.findall(r"^  ([a-z]+) ", run("--help").stdout.split("Commands:")[1].split("Options:")[0], re.M)
pages = {"en": root / "data/man/maakland-cli.1", "nl": root / "data/man/nl/maakland-cli.1"}
texts = {language: page.read_text(encoding="utf-8").replace("\\-", "-") for language, page in pages.items()}
for language in ("nl", "en"):
    case(f"help {language}: every command has a line", expect(run("--help", "--language", language), 0, rx("maakland-cli")))
    for command in commands:
        result = run(command, "--help", "--language", language)
        faults = expect(result, 0, rx(f"^(Gebruik|Usage): maakland-cli {command}"))
        if not re.search(rf"^\.Ss {command}$", texts[language], re.M):
            faults.append(f"{pages[language]} has no section of it")
        for option in re.findall(r"--([a-z-]+)", result.stdout):
            if not re.search(rf"^\.It .*Fl -{option}\b|^\.Op .*Fl -{option}\b|^\.Fl -{option}\b", texts[language], re.M):
                faults.append(f"--{option} is not in {pages[language]}")
        case(f"help and man page {language}: {command}", faults)
    if shutil.which("mandoc"):
        lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(pages[language])], capture_output=True, text=True)
        case(f"man page {language}: mandoc finds nothing", (lint.stdout + lint.stderr).splitlines())
case("help differs by language", [] if all(run(command, "--help", "--language", "nl").stdout != run(command, "--help", "--language", "en").stdout for command in commands) else ["same"])

# --- No display ---

needed = re.findall(r"\(NEEDED\).*\[(.*)\]", subprocess.run(["readelf", "-d", cli], capture_output=True, text=True).stdout)
case("no library of a display is linked", [name for name in needed if re.search(r"gtk|gdk|X11|xcb|wayland|adwaita|shumate|EGL|libGL", name)] + ([] if needed else ["readelf says nothing"]))
case("runs without a display and a home", expect(run("info", plan, "--language", "en", DISPLAY="", WAYLAND_DISPLAY="", HOME="/nonexistent", XDG_RUNTIME_DIR=""), 0, rx("Overijssel")))

# --- Bad input: plan files (the corpus is in tests/store/check-plans.py) ---


def bad(name, file, arguments, said, code=2, environment={}):
    """`said`: what nl and en hold, behind the file."""
    for language, words in said.items():
        before = snapshot(work)
        result = run(*arguments, "--language", language, **environment)
        faults = expect(result, code, "", words)
        if not result.stderr.startswith(f"maakland-cli: {file}: ") or result.stderr.count("\n") != 1 or not result.stderr.endswith((".\n", "?\n")):
            faults.append(f"not one sentence about the file: {result.stderr!r}")
        if snapshot(work) != before:
            faults.append("something was changed on disk")
        case(f"bad input, {language}: {name}", faults)


deep = work / "deep.json"
deep.write_bytes(b"[" * 100000)
bad("100,000 nested arrays", deep, ["info", deep], {"nl": "lagen", "en": "layers"})
huge = work / "huge.json"
with open(huge, "wb") as out:
    out.truncate(1 << 30)
bad("a file of 1 GiB", huge, ["info", huge], {"nl": "groot", "en": "large"})
empty = work / "empty.json"
empty.touch()
bad("an empty file", empty, ["info", empty], {"nl": "Het bestand is leeg.", "en": "The file is empty."})
missing = work / "missing.json"
bad("a missing file", missing, ["check", missing], {"nl": "Dit bestand is er niet.", "en": "There is no such file."})
bad("a folder", work, ["get", work, "title"], {"nl": "map", "en": "folder"})
long = work / "long.json"
long.write_text(json.dumps({"format": "maakland-plan", "version": 1, "id": "x", "plan": {"id": "root", "title": {"nl": "a" * (1 << 21)}}}))
bad("a text over the limit", long, ["info", long], {"nl": "title.nl: ", "en": "title.nl: "})
newer = work / "newer.json"
newer.write_text('{"format": "maakland-plan", "version": 2, "id": "x", "future": 1, "plan": {"id": "root", "title": {"nl": "Later"}}}')
bad("writing a newer version", newer, ["set", newer, "title", "Nu"], {"nl": "nieuwere Maakland", "en": "newer Maakland"})
bad("adding to a newer version", newer, ["add", newer, "parties"], {"nl": "nieuwere Maakland", "en": "newer Maakland"})
bad("removing from a newer version", newer, ["remove", newer, ""], {"nl": "nieuwere Maakland", "en": "newer Maakland"})
case("a newer version can be read", expect(run("get", newer, "title", "--language", "nl"), 0, "Later\n"))
missing_folder = work / "none" / "plan.json"
bad("a folder that is not there", missing_folder, ["new", "--region", "PV23", "-o", missing_folder], {"nl": "", "en": ""})
faulty = {"LD_PRELOAD": f"{shim} {arm}", "MAAK_TEST_WATCH": str(work), "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"}
bad("no permission to read", plan, ["info", plan], {"nl": "", "en": ""}, environment=faulty | {"MAAK_TEST_REFUSE": "open:13"})
bad("disk full", plan, ["set", plan, "title.nl", "Vol"], {"nl": "", "en": ""}, environment=faulty | {"MAAK_TEST_REFUSE": "write:28"})
bad("disk full, new file", work / "full.json", ["new", "--region", "PV23", "-o", work / "full.json"], {"nl": "", "en": ""}, environment=faulty | {"MAAK_TEST_REFUSE": "write:28"})
kept = plan.read_bytes()
for language, words in {"nl": "nder programma", "en": "Another program"}.items():
    plan.write_bytes(kept)
    result = run("set", plan, "title.nl", "Van mij", "--language", language, **faulty, MAAK_TEST_OVERWRITE=str(plan))
    case(f"bad input, {language}: changed underneath", expect(result, 2, "", words) + ([] if plan.read_bytes() == b"theirs\n" else ["theirs was overwritten"])
         + [str(left) for left in work.iterdir() if left.name.startswith(".") or left.name.endswith("~")])
plan.write_bytes(kept)

# --- Bad input: templates of one's own ---


def template(**changes):
    data = {"id": "trial", "kind": "proposal", "extends": "proposal", "label": {"nl": "Proef", "en": "Trial"}, "sections": [
        {"id": "line", "label": {"nl": "Lijn", "en": "Line"}, "fields": [{"id": "hours", "type": "number", "label": {"nl": "Uren", "en": "Hours"}}]}]}
    return {"templates": [data | changes]}


RULE = {"id": "enough", "severity": "advice", "holds": "hours > 5", "message": {"nl": "Meer.", "en": "More."}}
FIELDS = [{"id": "line", "label": {"nl": "Lijn", "en": "Line"}, "fields": [{"id": "hours", "type": "colour", "label": {"nl": "Uren", "en": "Hours"}}]}]
BAD_TEMPLATES = {
    "unknown type": (json.dumps(template(sections=FIELDS)), "templates[0].sections[0].fields[0].type"),
    "rule that names a field that is not there": (json.dumps(template(checks=[RULE | {"holds": "huors > 5"}])), "templates[0].checks[0].holds"),
    "rule that compares money with text": (json.dumps(template(checks=[RULE | {"holds": "total-cost = title"}])), "templates[0].checks[0].holds"),
    "message that names a field that is not there": (json.dumps(template(checks=[RULE | {"message": {"nl": "{uren}", "en": "{hours}"}}])), "templates[0].checks[0].message.nl"),
    "cycle of extends": (json.dumps({"templates": [template(extends="second")["templates"][0], template(id="second", extends="trial")["templates"][0]]}), None),
    "extends what is not there": (json.dumps(template(extends="castle")), "templates[0].extends"),
    "id of a template that ships": (json.dumps(template(id="measure")), "templates[0].id"),
    "not JSON": ("a letter", None),
}
for name, (text, path) in BAD_TEMPLATES.items():
    folder = work / "bad-templates"
    folder.mkdir(exist_ok=True)
    file = folder / "own.json"
    file.write_text(text)
    for language in ("nl", "en"):
        before = snapshot(work)
        result = run("templates", "--templates", folder, "--language", language)
        faults = expect(result, 0, rx("^vestigingsfonds"), f"maakland-cli: {file}: " + (f"{path}: " if path else ""))
        if any(line.startswith("trial") for line in result.stdout.splitlines()):
            faults.append("the bad template is offered")
        if not all(line.endswith((".", "?")) for line in result.stderr.splitlines()):
            faults.append(f"not a sentence: {result.stderr}")
        if snapshot(work) != before:
            faults.append("something was changed on disk")
        case(f"bad template, {language}: {name}", faults)

# --- A template of one's own, from the reference ---

readme = (root / "data/templates/README.md").read_text(encoding="utf-8")
own = work / "data/maakland/templates"
own.mkdir(parents=True)
(own / "trial-line.json").write_text(re.search(r"```json\n(.*?)```", readme, re.S).group(1), encoding="utf-8")
mine = work / "mine.maakland.json"
case("own template: templates", expect(run("templates", "trial-line", "--language", "en"), 0, rx(r"^    hours +number +Open to SMEs$")))
case("own template: new", expect(run("new", "--region", "PV23", "-o", mine, "--title", "Lijn"), 0, ""))
case("own template: add", expect(run("add", mine, "proposals", "--template", "trial-line"), 0, "proposals[0]\n"))
for path, value in [("title", "Proeflijn"), ("machine", "Lasrobot"), ("hours", "300"), ("opening", "2028-05-01"), ("subsidy", "45"), ("per-year", "2027: 100; 2028: 200"), ("term", "2027-2028")]:
    case(f"own template: set {path}", expect(run("set", mine, f"proposals[0].{path}", value, "--language", "nl"), 0, ""))
case("own template: get", expect(run("get", mine, "proposals[0].hours", "--language", "en"), 0, "300\u00a0hours a year\n"))
case("own template: check says its rule", expect(run("check", mine, "--language", "nl"), 1, rx(r"^advies: proposals\[0\]\.hours: De lijn is 300 uur per jaar open voor mkb\. Leg uit waarom dat genoeg is\.$")))
case("own template: check in English", expect(run("check", mine, "--language", "en"), 1, rx(r"^advice: proposals\[0\]\.hours: The line is open to SMEs 300 hours a year\.")))
case("own template: schema", [] if "machine" in json.loads(run("schema").stdout)["$defs"]["trial-line"]["properties"] else ["not in it"])
case("own template: the plan embeds it", [] if [t["id"] for t in json.loads(mine.read_text())["templates"]] == ["trial-line"] else [mine.read_text()[:300]])
case("own template: export", expect(run("export", mine, "-o", work / "mine.pdf", "--language", "nl"), 0, None) if "export" in commands else [])
(own / "trial-line.json").unlink()
case("the file is gone: the template is not offered", expect(run("templates", "trial-line"), 2, "", "“trial-line”"))
case("the file is gone: get", expect(run("get", mine, "proposals[0].hours", "--language", "nl"), 0, "300\u00a0uur per jaar\n"))
case("the file is gone: check says its rule", expect(run("check", mine, "--language", "nl"), 1, rx("De lijn is 300 uur per jaar open voor mkb")))
case("the file is gone: set", expect(run("set", mine, "proposals[0].hours", "500"), 0, ""))
case("the file is gone: still embedded", [] if [t["id"] for t in json.loads(mine.read_text())["templates"]] == ["trial-line"] else ["lost"])
case("the file is gone: export", expect(run("export", mine, "-o", work / "mine2.pdf", "--language", "en"), 0, None) if "export" in commands else [])

shutil.rmtree(work)
print(f"1..{number}")
sys.exit(1 if failed else 0)
