#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""Draws every page of the window, and a form of each kind of record, to be looked at: in Dutch and English, light and dark, in
three sizes; each with its lower half where it scrolls. One contact sheet a language, theme and size.

    .ci/root.sh tests/ui/screens.py [--out FOLDER] [--build FOLDER] [--only NAME ...] [--language L] [--theme T] [--size WxH]

Pictures are FOLDER/LANGUAGE-THEME-SIZE/NAME.png, sheets FOLDER/LANGUAGE-THEME-SIZE.png; FOLDER is out/screens unless told.
"""
import argparse
import itertools
import os
import pathlib
import sys

from PIL import Image, ImageDraw

TOP = pathlib.Path(__file__).resolve().parents[2]
SIZES = ((1280, 800), (800, 600), (360, 640))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, default=TOP / "out/screens")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path(os.environ.get("MAAKLAND_BUILD", TOP / "build/dev")))
    parser.add_argument("--only", nargs="*", help="names of pages and forms")
    parser.add_argument("--language", choices=("nl", "en"))
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--size", type=lambda text: tuple(map(int, text.split("x"))))
    return parser.parse_args()


def draw_view(window, view, folder):
    """The view as it opens, and its end when it scrolls."""
    window.show(view)
    window.inspect()  # one more frame: a dialog is laid out in its second
    first = folder / f"{view.name}.png"
    window.ask("picture", first)
    # What is built when it comes in sight makes the form longer, and a form that just opened holds its place for some frames.
    for _ in range(4):
        window.ask("scroll", 1)
    end = folder / f"{view.name}-end.png"
    window.ask("picture", end)
    if end.read_bytes() == first.read_bytes():
        end.unlink()
    window.ask("scroll", 0)


def draw_all(options, language, views):
    import inspector
    for plan in (False, True):
        if not any(view.plan == plan for view in views):
            continue
        window = inspector.Window(*([inspector.EXAMPLE] if plan else []), language=language)
        themes = [options.theme] if options.theme else ("light", "dark")
        # Pages before forms: a page remembers which of its records is open.
        for forms, size, theme in itertools.product((False, True), [options.size] if options.size else SIZES, themes):
            chosen = [view for view in views if view.plan == plan and view.stays == forms]
            if not chosen:
                continue
            window.resize(*size)
            window.ask("theme", theme)
            folder = options.out / f"{language}-{theme}-{size[0]}x{size[1]}"
            folder.mkdir(parents=True, exist_ok=True)
            for view in chosen:
                draw_view(window, view, folder)
        for line in window.troubles():
            print(f"{language}: {line}")
        window.kill(15)


def make_sheet(folder, order):
    """All pictures of a folder on one, small, with their names."""
    files = sorted(folder.glob("*.png"), key=lambda file: (order.get(file.stem.removesuffix("-end"), 99), file.stem))
    pictures = [Image.open(file) for file in files]
    if not pictures:
        return
    width, height = pictures[0].size
    scale = min(1, 480 / width)
    width, height = int(width * scale), int(height * scale)
    columns = max(1, 1920 // (width + 12))
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (width + 12) + 12, rows * (height + 28) + 12), "#777777")
    pen = ImageDraw.Draw(sheet)
    for number, (file, picture) in enumerate(zip(files, pictures)):
        x, y = 12 + number % columns * (width + 12), 12 + number // columns * (height + 28)
        pen.text((x, y), file.stem, fill="white")
        sheet.paste(picture.convert("RGB").resize((width, height), Image.LANCZOS), (x, y + 14))
    sheet.save(f"{folder}.png")
    print(f"{folder}.png: {len(pictures)} pictures")


def main():
    options = parse()
    if "MAAKLAND_SCREEN" not in os.environ:
        command = TOP / "tests/ui/with-display.sh"
        os.execv(command, [str(command), "--size", "1600x1200", "--build", str(options.build), sys.executable, *sys.argv])
    import inspector
    views = [view for view in inspector.list_views() if not options.only or view.name in options.only]
    if not views:
        sys.exit(f"there are: {' '.join(view.name for view in inspector.list_views())}")
    for language in [options.language] if options.language else ("nl", "en"):
        draw_all(options, language, views)
    order = {view.name: number for number, view in enumerate(views)}
    for folder in sorted(options.out.iterdir()):
        if folder.is_dir():
            make_sheet(folder, order)


if __name__ == "__main__":
    main()
