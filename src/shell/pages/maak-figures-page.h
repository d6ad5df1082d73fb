/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-page.h"

G_BEGIN_DECLS

/* All datasets, and of each where it comes from, what to mind, and every value. */
#define MAAK_TYPE_FIGURES_PAGE (maak_figures_page_get_type ())
G_DECLARE_FINAL_TYPE (MaakFiguresPage, maak_figures_page, MAAK, FIGURES_PAGE, MaakPage)

MaakPage *maak_figures_page_new (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);

G_END_DECLS
