/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-page.h"

G_BEGIN_DECLS

/* What the checks say about the plan, and which cited figures the data say otherwise now. */
#define MAAK_TYPE_FINDINGS_PAGE (maak_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (MaakFindingsPage, maak_findings_page, MAAK, FINDINGS_PAGE, MaakPage)

MaakPage *maak_findings_page_new (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);

G_END_DECLS
