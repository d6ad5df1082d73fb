/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who writes a section, how far it is, and when it is due: a line that opens what edits it. */
#define MAAK_TYPE_SECTION_KEEPING (maak_section_keeping_get_type ())
G_DECLARE_FINAL_TYPE (MaakSectionKeeping, maak_section_keeping, MAAK, SECTION_KEEPING, AdwBin)

gboolean   maak_section_keeping_is_wanted (MaakPlan *plan, MaakRecord *record, const MaakSection *section);
GtkWidget *maak_section_keeping_new (MaakContext *context, MaakDocument *document, MaakRecord *record, const MaakSection *section);

G_END_DECLS
