/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw/maak-scheme.h"

/* The soft letters have a contrast of 8:1 on their paper. */
static const MaakScheme LIGHT = {
  .paper = MAAK_COLOR_HEX (0xffffff),
  .land = MAAK_COLOR_HEX (0xe8e8e3),
  .ink = MAAK_COLOR_HEX (0x1a1a1a),
  .soft = MAAK_COLOR_HEX (0x4f4f4f),
  .line = MAAK_COLOR_HEX (0x8a8a8a),
  .faint = MAAK_COLOR_HEX (0xd4d4d0),
  .missing = MAAK_COLOR_HEX (0xf6f6f4),
  .missing_hatch = MAAK_COLOR_HEX (0x9a9a9a),
  .accent = MAAK_COLOR_HEX (0xc64600),
};

/* The paper is the window's own ground of lists and views, so that the map has no frame. */
static const MaakScheme DARK = {
  .paper = MAAK_COLOR_HEX (0x1d1d20),
  .land = MAAK_COLOR_HEX (0x45454b),
  .ink = MAAK_COLOR_HEX (0xf6f5f4),
  .soft = MAAK_COLOR_HEX (0xb4b4ba),
  .line = MAAK_COLOR_HEX (0x9a9aa2),
  .faint = MAAK_COLOR_HEX (0x3d3d42),
  .missing = MAAK_COLOR_HEX (0x2a2a2e),
  .missing_hatch = MAAK_COLOR_HEX (0x7c7c84),
  .accent = MAAK_COLOR_HEX (0xffa348),
};

/**
 * maak_scheme_get:
 * @dark: whether letters are light on a dark ground; paper never is
 *
 * Returns: (transfer none): the colours
 */
const MaakScheme *
maak_scheme_get (gboolean dark)
{
  return dark ? &DARK : &LIGHT;
}
