/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-form-section.h"

G_BEGIN_DECLS

/* The form of a record, made from its template: sections in a column, an outline to jump with. */
#define MAAK_TYPE_FORM (maak_form_get_type ())
G_DECLARE_FINAL_TYPE (MaakForm, maak_form, MAAK, FORM, AdwBin)

GtkWidget  *maak_form_new (MaakContext *context, MaakDocument *document, MaakRecord *record, guint first_section, guint n_sections);
void        maak_form_set_head (MaakForm *self, GtkWidget *head);
MaakRecord *maak_form_get_record (MaakForm *self);
gboolean    maak_form_jump (MaakForm *self, const MaakField *field);
void        maak_form_commit (MaakForm *self);

G_END_DECLS
