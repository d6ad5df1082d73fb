/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Of one dataset: which figure, of which region, in which period; with what it says. Signal "chosen" (MaakRecord *). */
#define MAAK_TYPE_FIGURE_PAGE (maak_figure_page_get_type ())
G_DECLARE_FINAL_TYPE (MaakFigurePage, maak_figure_page, MAAK, FIGURE_PAGE, AdwNavigationPage)

GtkWidget *maak_figure_page_new (MaakContext *context, MaakDocument *document, MaakDataset *dataset);

G_END_DECLS
