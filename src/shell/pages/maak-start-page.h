/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-page.h"

G_BEGIN_DECLS

/* What a window without a plan shows first: begin a plan, or go on with one. */
#define MAAK_TYPE_START_PAGE (maak_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MaakStartPage, maak_start_page, MAAK, START_PAGE, MaakPage)

MaakPage *maak_start_page_new (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);

G_END_DECLS
