/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "report/maak-house-style.h"

/* Neutral on purpose: a province adds its own. Every colour that letters are set in has a contrast of at least 4.5 to 1
 * with paper and tint; a test computes it. */
#define INK 0x1f2933
#define PRIMARY 0x12425a
#define ACCENT 0xa3431b
#define MUTED 0x52606d
#define RULE 0xb8c1ca
#define TINT 0xf1f4f6
#define PAPER 0xffffff

static const MaakHouseStyle house_style = {
  .family = "Open Sans",
  .page_width = 595.28,
  .page_height = 841.89,
  .left = 74,
  .right = 74,
  .top = 92,
  .bottom = 84,
  .head = 52,
  .foot = 802,
  .ink = INK,
  .accent = ACCENT,
  .muted = MUTED,
  .rule = RULE,
  .tint = TINT,
  .paper = PAPER,
  .styles = {
      [MAAK_STYLE_BODY] = { 9.8, 15.2, 400, INK, 0, 7.2, FALSE },
      [MAAK_STYLE_LEAD] = { 11.4, 17.6, 300, PRIMARY, 0, 10, FALSE },
      [MAAK_STYLE_SMALL] = { 8, 11.8, 400, MUTED, 0, 4, FALSE },
      [MAAK_STYLE_CELL] = { 8.6, 12.2, 400, INK, 0, 0, TRUE },
      [MAAK_STYLE_CELL_SMALL] = { 7.8, 11, 400, INK, 0, 0, TRUE },
      [MAAK_STYLE_CELL_TINY] = { 7, 9.8, 400, INK, 0, 0, TRUE },
      [MAAK_STYLE_CAPTION] = { 8.6, 12.2, 600, PRIMARY, 0, 4, FALSE },
      [MAAK_STYLE_FURNITURE] = { 7.6, 10.4, 400, MUTED, 0, 0, TRUE },
      [MAAK_STYLE_TITLE] = { 30, 37, 300, PRIMARY, 0, 10, FALSE },
      [MAAK_STYLE_SUBTITLE] = { 14, 20, 400, INK, 0, 6, FALSE },
      [MAAK_STYLE_EYEBROW] = { 9.4, 13, 600, ACCENT, 0, 12, FALSE },
      [MAAK_STYLE_HEADING_1] = { 22, 28, 300, PRIMARY, 26, 14, FALSE },
      [MAAK_STYLE_HEADING_2] = { 14.5, 19.5, 600, PRIMARY, 20, 7, FALSE },
      [MAAK_STYLE_HEADING_3] = { 11.4, 16, 600, PRIMARY, 15, 5, FALSE },
      [MAAK_STYLE_HEADING_4] = { 9.8, 14, 600, INK, 9, 2.5, FALSE },
      [MAAK_STYLE_CONTENTS_1] = { 10, 14.4, 600, PRIMARY, 7, 1.5, TRUE },
      [MAAK_STYLE_CONTENTS_2] = { 9.4, 13.4, 400, INK, 0, 1, TRUE },
  },
};

/**
 * maak_house_style_get:
 *
 * The look in which documents are set.
 *
 * Returns: (transfer none): the house style, constant
 */
const MaakHouseStyle *
maak_house_style_get (void)
{
  return &house_style;
}
