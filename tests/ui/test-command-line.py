#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The window's command line: pictures without a person at the screen, files of any kind, a second start, and what is said of what is
not right."""
import json
import os
import pathlib
import re
import shutil
import subprocess

from PIL import Image, ImageStat

import driver

EXAMPLE = driver.SOURCE / "data/examples/overijssel.maakland.json"
work = pathlib.Path(os.environ["HOME"], "work")
work.mkdir()
tap = driver.Tap()


def run(*arguments, language="en", env=None):
    """Status, output, and what was said on the error output without the toolkit's own noise."""
    environment = {key: value for key, value in os.environ.items() if key != "G_DEBUG"} | {"LC_ALL": driver.LOCALES[language], "LANGUAGE": language}
    done = subprocess.run([driver.BUILD / "src/maakland", *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False,
                          env=environment | (env or {}))
    return done.returncode, done.stdout, done.stderr


def picture(name, *arguments, size=(1280, 800), **more):
    """Draws one and looks at it: an Image."""
    file = work / f"{name}.png"
    status, output, said = run(f"--screenshot={file}", *arguments, **more)
    assert (status, output, said) == (0, "", ""), f"{status}: {output}{said}"
    image = Image.open(file).convert("RGB")
    assert image.size == size, f"it is {image.size}"
    assert len(image.getcolors(maxcolors=1 << 24)) > 16, "it is empty"
    return image


def brightness(image):
    return ImageStat.Stat(image.convert("L")).mean[0]


def differ(one, other):
    return one.tobytes() != other.tobytes()


small = ("--width=360", "--height=640")
start = tap.run("a picture of the start", picture, "start", "--width=1280", "--height=800")
tap.run("a picture at 360 by 640", lambda: picture("small", *small, size=(360, 640)))


def themes():
    light, dark = picture("light", *small, "--theme=light", size=(360, 640)), picture("dark", *small, "--theme=dark", size=(360, 640))
    assert brightness(light) > 180 and brightness(dark) < 90, f"{brightness(light):.0f} and {brightness(dark):.0f}"


def languages():
    dutch, english = (picture(language, *small, f"--language={language}", size=(360, 640)) for language in ("nl", "en"))
    assert differ(dutch, english), "the same"
    assert not differ(dutch, picture("nl-of-desktop", *small, size=(360, 640), language="nl")), "the desktop's language gives another picture"


def plans():
    one = picture("plan", f"--plan={EXAMPLE}", *small, size=(360, 640))
    assert not differ(one, picture("argument", EXAMPLE, *small, size=(360, 640))), "--plan FILE and FILE differ"
    assert differ(one, picture("clusters", EXAMPLE, "--page=clusters-part", *small, size=(360, 640))), "another page is the same"
    assert differ(one, picture("record", EXAMPLE, "--record=clusters[0]", *small, size=(360, 640))), "a record is the same"


def same_twice():
    assert not differ(picture("once", EXAMPLE), picture("twice", EXAMPLE)), "two pictures of one window differ"


tap.run("light and dark", themes)
tap.run("both languages", languages)
tap.run("a plan, a page of it, a record of it", plans)
tap.run("the same picture twice", same_twice)


def refuse(*arguments, want, status=2, **more):
    found, output, said = run(*arguments, **more)
    assert found == status, f"status {found}: {output}{said}"
    assert re.search(want, said), said
    assert len(said.strip().splitlines()) == 1, said


picture_file = f"--screenshot={work / 'no.png'}"
tap.run("another language", lambda: refuse("--language=de", want="--language nl"))
tap.run("another theme", lambda: refuse("--theme=pink", want="--theme light"))
tap.run("an unknown option", lambda: refuse("--pink", want="--pink", status=1))
tap.run("a page that is not there", lambda: refuse(picture_file, "--page=pink", want="‘pink’"))
tap.run("a page that is not there, in Dutch", lambda: refuse(picture_file, "--page=pink", "--language=nl", want="geen pagina"))
tap.run("a record that is not there", lambda: refuse(picture_file, EXAMPLE, "--record=clusters[99]", want=r"clusters"))
tap.run("a picture where none can be", lambda: refuse(f"--screenshot={work / 'no/such/folder.png'}", want="folder.png", status=1))
tap.run("nothing was drawn for them", lambda: None if not (work / "no.png").exists() else 1 / 0)
tap.run("no display", lambda: refuse(want="(?i)display", status=1, env={"DISPLAY": "", "WAYLAND_DISPLAY": ""}))


def version():
    said = run("--version")[1]
    assert re.fullmatch(r"Maakland \d+\.\d+\.\d+\n", said), said


def man_pages():
    for language, page in (("en", "maakland.1"), ("nl", "nl/maakland.1")):
        text = (driver.SOURCE / "data/man" / page).read_text(encoding="utf-8")
        missing = [option for option in re.findall(r"--([a-z-]+)", run("--help", language=language)[1])
                   if not option.startswith("help") and not re.search(rf"Fl -{option}\b", text)]
        assert not missing, f"{page}: {missing}"


tap.run("version", version)
tap.run("help in both languages", lambda: None if run("--help", language="nl")[1] != run("--help")[1] else 1 / 0)
tap.run("man pages name every option", man_pages)


def second_start():
    """A second start is shown by the first; a plan that is open already is brought to the front."""
    copy = work / "copy.maakland.json"
    shutil.copy(EXAMPLE, copy)
    program = driver.Program(EXAMPLE, language="en")
    titles = [json.loads(EXAMPLE.read_text(encoding="utf-8"))["plan"]["title"][language] for language in ("nl", "en")]
    program.find(("window", "frame"), tuple(titles))
    assert run(EXAMPLE)[0] == 0
    assert len(program.windows()) == 1, program.windows()
    assert run("--new-window", copy)[0] == 0
    driver.wait_until(lambda: len(program.windows()) == 2, "a second window")
    program.kill(15)
    assert not program.troubles(), program.troubles()


tap.run("a second start", second_start)
tap.close()
