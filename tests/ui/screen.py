#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The picture of the private screen that with-display.sh made, read from the server's own frame buffer (a file in xwd's form).

screen.py OUTPUT.png [SECONDS]   saves what is seen now, or after so many seconds
"""
import os
import struct
import sys
import time

import numpy
from PIL import Image


def grab():
    """What is on the screen: an Image."""
    with open(os.environ["MAAKLAND_SCREEN"], "rb") as file:
        data = file.read()
    head = struct.unpack(">25I", data[:100])
    header_size, width, height, bits, line = head[0], head[4], head[5], head[11], head[12]
    colours = head[19]
    if bits != 32:
        raise ValueError(f"a screen of {bits} bits a pixel")
    start = header_size + colours * 12
    rows = numpy.frombuffer(data, dtype=numpy.uint8, count=line * height, offset=start).reshape(height, line)
    pixels = rows[:, :width * 4].reshape(height, width, 4)
    return Image.fromarray(numpy.ascontiguousarray(pixels[:, :, 2::-1]), "RGB")


def main():
    if len(sys.argv) > 2:
        time.sleep(float(sys.argv[2]))
    grab().save(sys.argv[1])


if __name__ == "__main__":
    main()
