/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-color.h"

G_BEGIN_DECLS

/* The colours around the data: what a picture is drawn on, and its letters and lines. The colours of classes are not
 * among them: a class looks the same on paper and on every screen. */
typedef struct
{
  MaakColor paper;         /* behind everything; the lines between regions */
  MaakColor land;          /* land without a value of its own */
  MaakColor ink;           /* text, the outline of the own region */
  MaakColor soft;          /* small print */
  MaakColor line;          /* coast, axes */
  MaakColor faint;         /* grid */
  MaakColor missing;       /* ground of no data */
  MaakColor missing_hatch; /* lines of no data */
  MaakColor accent;        /* what is pointed at, chosen or has the focus; only on a screen */
} MaakScheme;

const MaakScheme *maak_scheme_get (gboolean dark);

G_END_DECLS
