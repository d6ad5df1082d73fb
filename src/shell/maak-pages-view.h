/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-printout.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The pages of a document, one below the other. */
#define MAAK_TYPE_PAGES_VIEW (maak_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (MaakPagesView, maak_pages_view, MAAK, PAGES_VIEW, AdwBin)

GtkWidget *maak_pages_view_new (void);
void       maak_pages_view_set_printout (MaakPagesView *self, MaakPrintout *printout_or_null);
void       maak_pages_view_zoom (MaakPagesView *self, int steps); /* 0: as wide as there is room */

G_END_DECLS
