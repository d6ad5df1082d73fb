/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-page.h"

G_BEGIN_DECLS

/* The plan as it will be printed, and the way to a PDF. */
#define MAAK_TYPE_DOCUMENT_PAGE (maak_document_page_get_type ())
G_DECLARE_FINAL_TYPE (MaakDocumentPage, maak_document_page, MAAK, DOCUMENT_PAGE, MaakPage)

MaakPage *maak_document_page_new (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);

G_END_DECLS
