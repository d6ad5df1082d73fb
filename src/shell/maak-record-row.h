/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A record as a row of a list: its title, the facts that tell it from the others, how much the checks find in it. Signal
 * "menu-opened" (MaakRecordRow *): its menu is about to be shown; which of the list's actions apply to it is to be said now. */
#define MAAK_TYPE_RECORD_ROW (maak_record_row_get_type ())
G_DECLARE_FINAL_TYPE (MaakRecordRow, maak_record_row, MAAK, RECORD_ROW, GtkListBoxRow)

GtkWidget  *maak_record_row_new (MaakContext *context, MaakDocument *document, const MaakField *list, MaakRecord *record);
MaakRecord *maak_record_row_get_record (MaakRecordRow *self);
void        maak_record_row_refresh (MaakRecordRow *self);
void        maak_record_row_set_findings (MaakRecordRow *self, guint n, MaakSeverity worst);
void        maak_record_row_set_editable (MaakRecordRow *self, gboolean editable, gboolean movable);
gboolean    maak_record_row_matches (MaakRecordRow *self, const char *folded); /* as maak_fold_for_search() gives it */

G_END_DECLS
