/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The ramps. A sequential ramp has a row of colours for each number of classes, from low to high, with falling
 * lightness. A diverging one has a row for each number of classes on a side, from the pivot outwards.
 *
 * The rows were chosen along the published ramps so that the smallest CIEDE2000 difference of neighbours, over normal and
 * the three colour-deficient visions, is as large as it can be; it is at least 10, which holds up to seven classes (viridis:
 * six): no published ramp was found that still does for eight or nine. Up to five classes leave out the palest tenth, so that
 * the lowest class stands off from the paper; tones on which neither near-black nor white letters have a contrast of 4.5:1 were
 * not taken. tests/draw/test-palette.c checks these promises.
 *
 * The ramps that the rows lie on:
 * - Blues, YlGnBu, YlOrBr, BuPu, PuOr, BrBG, RdBu: ColorBrewer, Copyright (c) 2002 Cynthia Brewer, Mark Harrower, and The
 *   Pennsylvania State University, under the Apache License, Version 2.0 (http://www.apache.org/licenses/LICENSE-2.0), "as is",
 *   without warranties or conditions of any kind. This product includes color specifications and designs developed by
 *   Cynthia Brewer (http://colorbrewer.org/).
 * - viridis: Nathaniel Smith, Stefan van der Walt and Eric Firing, CC0.
 * - cividis: Jamie Nuñez, Christopher Anderton and Ryan Renslow, CC0.
 */
#include "draw/maak-palette.h"

#define MOST_CLASSES 7
#define MOST_ON_A_SIDE 4

struct _MaakPalette
{
  const char *id;
  guint       most;
  gboolean    diverging;
  guint32     ramp[MOST_CLASSES - MAAK_MIN_PALETTE_CLASSES + 1][MOST_CLASSES];
  guint32     below[MOST_ON_A_SIDE][MOST_ON_A_SIDE];
  guint32     above[MOST_ON_A_SIDE][MOST_ON_A_SIDE];
};

static const MaakPalette PALETTES[] = {
  {
      .id = "blues", /* ColorBrewer Blues */
      .most = 7,
      .ramp = {
          { 0xe3eef9, 0x4a97c9, 0x084b93 },
          { 0xe3eef9, 0x83bbdb, 0x2b7bba, 0x084b93 },
          { 0xe3eef9, 0x94c4df, 0x509bcb, 0x2373b6, 0x084b93 },
          { 0xeff6fc, 0xb1d2e8, 0x6eafd7, 0x3888c1, 0x1a67ae, 0x083877 },
          { 0xf7fbff, 0xc5daef, 0x7db8da, 0x4493c7, 0x2272b6, 0x08509b, 0x08306b },
      },
  },
  {
      .id = "ylgnbu", /* ColorBrewer YlGnBu */
      .most = 7,
      .ramp = {
          { 0xf1f9b9, 0x31a5c2, 0x203089 },
          { 0xf1f9b9, 0x76cabc, 0x1f7cb6, 0x203089 },
          { 0xf1f9b9, 0x8dd3ba, 0x2599c1, 0x216bae, 0x203089 },
          { 0xf1f9b9, 0x9ed9b8, 0x44b7c4, 0x1e8bbd, 0x2166ac, 0x203089 },
          { 0xf9fdcc, 0x9cd8b8, 0x4cbac2, 0x1d8fbf, 0x206daf, 0x24429b, 0x0f2367 },
      },
  },
  {
      .id = "ylorbr", /* ColorBrewer YlOrBr */
      .most = 7,
      .ramp = {
          { 0xfff9c4, 0xee7316, 0x903104 },
          { 0xfff9c4, 0xfeb340, 0xda5c0a, 0x903104 },
          { 0xfff9c4, 0xfed36f, 0xf78a21, 0xcc4c02, 0x903104 },
          { 0xfffbce, 0xfedd84, 0xfe9a2a, 0xe1630e, 0xba4403, 0x7b2b05 },
          { 0xffffe5, 0xffeda7, 0xfec755, 0xf68820, 0xda5c0a, 0xb54103, 0x662506 },
      },
  },
  {
      .id = "bupu", /* ColorBrewer BuPu */
      .most = 7,
      .ramp = {
          { 0xe5eff6, 0x8c86be, 0x770c73 },
          { 0xe5eff6, 0x97aed3, 0x8c66af, 0x770c73 },
          { 0xe5eff6, 0xa4c0dc, 0x8c8cc1, 0x8a55a6, 0x770c73 },
          { 0xeaf3f8, 0xb6cce3, 0x909fcb, 0x8c66af, 0x863091, 0x63065f },
          { 0xf7fcfd, 0xc3d6e8, 0x96acd2, 0x8c80bc, 0x8a53a6, 0x81127e, 0x4d004b },
      },
  },
  {
      .id = "viridis", /* viridis */
      .most = 6,
      .ramp = {
          { 0xd7e226, 0x21978a, 0x440154 },
          { 0xd7e226, 0x35b579, 0x2e708e, 0x440154 },
          { 0xd7e226, 0x4fc36a, 0x27818d, 0x3a548b, 0x440154 },
          { 0xd7e226, 0x5dc762, 0x219989, 0x2c748e, 0x404788, 0x440154 },
      },
  },
  {
      .id = "cividis", /* cividis */
      .most = 7,
      .ramp = {
          { 0xf1dc51, 0x767674, 0x00204d },
          { 0xf1dc51, 0x989277, 0x5f636f, 0x00204d },
          { 0xf1dc51, 0xada373, 0x767674, 0x4b546c, 0x00204d },
          { 0xf1dc51, 0xb6a970, 0x8b8879, 0x686b71, 0x424e6c, 0x00204d },
          { 0xf1dc51, 0xbfb16e, 0x989277, 0x767674, 0x595e6e, 0x32466b, 0x00204d },
      },
  },
  {
      .id = "puor", /* ColorBrewer PuOr */
      .most = 7,
      .diverging = TRUE,
      .below = {
          { 0x9a90c0 },
          { 0xd8daeb, 0x5e3790 },
          { 0xd8daeb, 0x887bb2, 0x451871 },
          { 0xd8daeb, 0x958abc, 0x6b509b, 0x320553 },
      },
      .above = {
          { 0xdd7f13 },
          { 0xfee0b6, 0xc66a0c },
          { 0xfee0b6, 0xe3871c, 0x9f4d07 },
          { 0xfee0b6, 0xf3a649, 0xc66a0c, 0x863f08 },
      },
  },
  {
      .id = "brbg", /* ColorBrewer BrBG */
      .most = 7,
      .diverging = TRUE,
      .below = {
          { 0xc48b39 },
          { 0xf6e8c3, 0x975b12 },
          { 0xf6e8c3, 0xc28634, 0x774408 },
          { 0xf6e8c3, 0xcfa255, 0xa06418, 0x5b3406 },
      },
      .above = {
          { 0x48a49c },
          { 0xc7eae5, 0x0c7169 },
          { 0xc7eae5, 0x369890, 0x01564c },
          { 0xc7eae5, 0x4faaa0, 0x13776f, 0x004236 },
      },
  },
  {
      .id = "rdbu", /* ColorBrewer RdBu, turned round */
      .most = 7,
      .diverging = TRUE,
      .below = {
          { 0x549ec9 },
          { 0xd1e5f0, 0x2870b1 },
          { 0xd1e5f0, 0x4896c5, 0x16518f },
          { 0xd1e5f0, 0x68aad0, 0x286fb1, 0x09376b },
      },
      .above = {
          { 0xe17960 },
          { 0xfddbc7, 0xba2832 },
          { 0xfddbc7, 0xda6954, 0x950f26 },
          { 0xfddbc7, 0xe6866a, 0xc13639, 0x710321 },
      },
  },
};

/**
 * maak_palette_get_nth:
 * @index: 0, 1, ...
 *
 * Returns: (nullable): the palette at @index; %NULL behind the last
 */
const MaakPalette *
maak_palette_get_nth (guint index)
{
  return index < G_N_ELEMENTS (PALETTES) ? &PALETTES[index] : NULL;
}

/**
 * maak_palette_lookup:
 * @id: such as "blues"
 *
 * Returns: (nullable): the palette of that id; %NULL where there is none
 */
const MaakPalette *
maak_palette_lookup (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PALETTES); i++)
    if (g_str_equal (PALETTES[i].id, id))
      return &PALETTES[i];
  return NULL;
}

/**
 * maak_palette_get_default:
 * @diverging: whether there is a pivot
 *
 * Returns: the palette that is used when none is asked for: blues; around a pivot purple below and orange above
 */
const MaakPalette *
maak_palette_get_default (gboolean diverging)
{
  return maak_palette_lookup (diverging ? "puor" : "blues");
}

/**
 * maak_palette_get_id:
 * @self: a palette
 *
 * Returns: its id
 */
const char *
maak_palette_get_id (const MaakPalette *self)
{
  return self->id;
}

/**
 * maak_palette_is_diverging:
 * @self: a palette
 *
 * Returns: whether it is light in the middle and dark on both ends
 */
gboolean
maak_palette_is_diverging (const MaakPalette *self)
{
  return self->diverging;
}

/**
 * maak_palette_get_most:
 * @self: a palette
 *
 * Returns: up to how many classes every reader can tell apart
 */
guint
maak_palette_get_most (const MaakPalette *self)
{
  return self->most;
}

/**
 * maak_palette_get_side:
 * @self: a diverging palette
 * @n_below: classes below the pivot, up to 4
 * @n_above: classes above the pivot, up to 4
 * @index: the class, 0 the lowest
 *
 * Equally many steps from the pivot are equally strong on both sides, however many classes a side has.
 *
 * Returns: its colour
 */
MaakColor
maak_palette_get_side (const MaakPalette *self, guint n_below, guint n_above, guint index)
{
  guint steps = MAX (n_below, n_above);

  g_return_val_if_fail (self->diverging, MAAK_COLOR_HEX (0xffffff));
  g_return_val_if_fail (steps >= 1 && steps <= MOST_ON_A_SIDE && index < n_below + n_above, MAAK_COLOR_HEX (0xffffff));

  if (index < n_below)
    return MAAK_COLOR_HEX (self->below[steps - 1][n_below - 1 - index]);
  return MAAK_COLOR_HEX (self->above[steps - 1][index - n_below]);
}

/**
 * maak_palette_get_color:
 * @self: a palette
 * @n_classes: how many classes there are, up to what maak_palette_get_most() says
 * @index: the class, 0 the lowest
 *
 * A diverging palette is halved in the middle. One or two classes get colours out of the row for three.
 *
 * Returns: its colour
 */
MaakColor
maak_palette_get_color (const MaakPalette *self, guint n_classes, guint index)
{
  g_return_val_if_fail (n_classes >= 1 && n_classes <= self->most && index < n_classes, MAAK_COLOR_HEX (0xffffff));

  if (self->diverging)
    return maak_palette_get_side (self, n_classes / 2, n_classes - n_classes / 2, index);
  if (n_classes == 1)
    return MAAK_COLOR_HEX (self->ramp[0][1]);
  return MAAK_COLOR_HEX (self->ramp[MAX (n_classes, MAAK_MIN_PALETTE_CLASSES) - MAAK_MIN_PALETTE_CLASSES][index]);
}
