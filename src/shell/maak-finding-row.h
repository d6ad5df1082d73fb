/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is said about a place in the plan, and the way there. */
GtkWidget *maak_finding_row_new (MaakContext *context, MaakDocument *document, MaakRecord *record, const MaakField *field_or_null, const char *message);
char      *maak_finding_row_dup_place (MaakDocument *document, MaakRecord *record, const MaakField *field_or_null, MaakLanguage language);

G_END_DECLS
