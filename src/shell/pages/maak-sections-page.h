/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-page.h"

G_BEGIN_DECLS

/* A page of the plan: the form of some sections, or the list of records in one; records open on top of it. */
#define MAAK_TYPE_SECTIONS_PAGE (maak_sections_page_get_type ())
G_DECLARE_FINAL_TYPE (MaakSectionsPage, maak_sections_page, MAAK, SECTIONS_PAGE, MaakPage)

MaakPage *maak_sections_page_new (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);

G_END_DECLS
