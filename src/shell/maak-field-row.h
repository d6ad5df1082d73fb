/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A field of a form: label, help, counter, the editor, what is wrong with it. */
#define MAAK_TYPE_FIELD_ROW (maak_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MaakFieldRow, maak_field_row, MAAK, FIELD_ROW, AdwBin)

GtkWidget       *maak_field_row_new (MaakContext *context, MaakDocument *document, MaakRecord *record, const MaakField *field);
const MaakField *maak_field_row_get_field (MaakFieldRow *self);
void             maak_field_row_hide_label (MaakFieldRow *self);
MaakEditor      *maak_field_row_get_editor (MaakFieldRow *self);
void             maak_field_row_show_findings (MaakFieldRow *self);

/* A line with what a finding says, as it stands beside fields and on the page of findings. */
GtkWidget *maak_finding_label_new (MaakFinding *finding, MaakLanguage language);

G_END_DECLS
