#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The command map, run as a person runs it.

test-map-command.py MAAKLAND-CLI
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import PIL.Image

program = sys.argv[1]
number = 0
folder = pathlib.Path(tempfile.mkdtemp(prefix="maak-map-"))
FIGURE_1 = (2351, 2972, 1962, 6896, 1238, 11272, 4604, 10343, 14100, 2159, 21436, 8270)

# Nothing of the person's, not even a language; what steers the sanitizers goes through.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}


def case(name, holds, told=""):
    global number
    number += 1
    print(f"{'ok' if holds else 'not ok'} {number} {name}")
    if not holds and told:
        print("".join(f"# {line}\n" for line in told.splitlines()), end="")


def run(*arguments):
    done = subprocess.run([program, "map", *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60, env=ENVIRONMENT)
    return done.returncode, done.stdout, done.stderr


def draw(name, *arguments):
    file = folder / name
    code, out, err = run(*arguments, "-o", str(file))
    case(f"{name}/ends well and quietly", code == 0 and not out and not err, err)
    return file


def text_of(file):
    return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, encoding="utf-8", check=True).stdout


for language, group in (("nl", "."), ("en", ",")):
    text = text_of(draw(f"totals-{language}.pdf", "--dataset", "gva-industry", "--region", "Overijssel", "--language", language))
    values = [f"{value:,}".replace(",", group) + "†" for value in FIGURE_1]
    case(f"totals-{language}.pdf/twelve values, marked", all(value in text for value in values), text)
    root = xml.etree.ElementTree.parse(draw(f"ratio-{language}.svg", "-d", "gva-industry", "-m", "ratio-gdp", "--language", language)).getroot()
    case(f"ratio-{language}.svg/title", root[0].text.endswith(", 2020"), root[0].text)
    case(f"ratio-{language}.svg/in words", "Limburg 18" in root[1].text, root[1].text)

text = text_of(draw("ranks.pdf", "-d", "gva-industry", "-m", "lq", "--kind", "ranks", "--language", "nl"))
case("ranks.pdf/values", all(value in text for value in ("1,66†", "1,61†", "1,38†", "1,37†")), text)
text = text_of(draw("growth.pdf", "-d", "gdp", "-m", "growth", "-p", "2015-2020", "--language", "en"))
case("growth.pdf/run of years", "2015" in text and "2020" in text, text)
text = text_of(draw("series.pdf", "-d", "technical-vacancies", "--language", "nl"))
case("series.pdf/a figure of the country is a series", "81.600‡" in text and "geschat" in text, text)
text = text_of(draw("all.pdf", "-d", "gdp", "-k", "series", "--language", "nl"))
case("all.pdf/every province has a line", all(name in text for name in ("Groningen", "Limburg", "Noord-Brabant")), text)
text = text_of(draw("fill.pdf", "-d", "gdp", "--fill", "--classes", "5", "--method", "quantile", "--palette", "viridis", "--language", "nl"))
case("fill.pdf/notice", "Let op: dit zijn totalen." in text, text)

image = PIL.Image.open(draw("size.png", "-d", "gdp", "--width", "500", "--height", "420", "--scale", "2"))
case("size.png/size", image.size == (1000, 840), str(image.size))
case("size.png/resolution", round(image.info["dpi"][0]) == 144, str(image.info))

kept = folder / "kept.pdf"
for name, arguments, status, words in (
        ("no dataset", ["-o", str(kept)], 3, "--dataset"),
        ("no output", ["-d", "gdp"], 3, "--output"),
        ("unknown dataset", ["-d", "nothing", "-o", str(kept)], 3, "gva-industry"),
        ("unknown metric", ["-d", "gdp", "-m", "shape", "-o", str(kept)], 3, "ratio-gdp"),
        ("unknown kind", ["-d", "gdp", "-k", "pie", "-o", str(kept)], 3, "map, ranks, series"),
        ("unknown method", ["-d", "gdp", "--method", "luck", "-o", str(kept)], 3, "natural"),
        ("unknown palette", ["-d", "gdp", "--palette", "rainbow", "-o", str(kept)], 3, "viridis"),
        ("unknown region", ["-d", "gdp", "-r", "Atlantis", "-o", str(kept)], 3, "Atlantis"),
        ("no period", ["-d", "gdp", "-p", "then", "-o", str(kept)], 3, "then"),
        ("unknown period", ["-d", "gdp", "-p", "1999", "-o", str(kept)], 2, "1999"),
        ("not computable", ["-d", "gdp", "-m", "lq", "-o", str(kept)], 2, "Not computable"),
        ("too many classes", ["-d", "gdp", "--classes", "8", "-o", str(kept)], 3, "2"),
        ("too small", ["-d", "gdp", "--width", "50", "-o", str(kept)], 3, "120"),
        ("too low for its width", ["-d", "gdp", "--width", "5000", "--scale", "8", "-o", str(folder / "kept.png")], 2, "2,000"),
        ("unknown format", ["-d", "gdp", "-o", str(folder / "kept.gif")], 3, ".svg"),
        ("no folder", ["-d", "gdp", "-o", str(folder / "no" / "map.pdf")], 2, "map.pdf"),
        ("an argument", ["-d", "gdp", "-o", str(kept), "more"], 3, "more")):
    kept.write_text("kept")
    code, out, err = run(*arguments, "--language", "en")
    case(f"refused/{name}", code == status and not out and words in err and err.count("\n") == 1 and kept.read_text() == "kept", f"{code} {out}{err}")

case("nothing else was written", not list(folder.glob("kept.[!p]*")) and not list(folder.glob("kept.png")) and not list(folder.glob(".*")))
for file in folder.iterdir():
    file.unlink()
folder.rmdir()
print(f"1..{number}")
