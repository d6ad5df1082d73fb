/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-classes.h"
#include "base/maak-language.h"
#include "draw/maak-color.h"

G_BEGIN_DECLS

/* A ramp of colours for classes. Sequential: falling lightness. Diverging: light in the middle, where the pivot is. */
typedef struct _MaakPalette MaakPalette;

#define MAAK_MIN_PALETTE_CLASSES 3

const MaakPalette *maak_palette_get_nth (guint index);   /* NULL: there are no more */
const MaakPalette *maak_palette_lookup (const char *id); /* "blues", "viridis", ...; NULL: unknown */
const MaakPalette *maak_palette_get_default (gboolean diverging);
const char        *maak_palette_get_id (const MaakPalette *self);
gboolean           maak_palette_is_diverging (const MaakPalette *self);
guint              maak_palette_get_most (const MaakPalette *self); /* up to so many classes can be told apart */
MaakColor          maak_palette_get_color (const MaakPalette *self, guint n_classes, guint index);
MaakColor          maak_palette_get_side (const MaakPalette *self, guint n_below, guint n_above, guint index);

G_END_DECLS
