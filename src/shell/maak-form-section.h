/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-field-row.h"

G_BEGIN_DECLS

/* A section of a form: a heading at first; its fields are made when it is first seen. */
#define MAAK_TYPE_FORM_SECTION (maak_form_section_get_type ())
G_DECLARE_FINAL_TYPE (MaakFormSection, maak_form_section, MAAK, FORM_SECTION, AdwBin)

GtkWidget         *maak_form_section_new (MaakContext *context, MaakDocument *document, MaakRecord *record, const MaakSection *section);
const MaakSection *maak_form_section_get_section (MaakFormSection *self);
void               maak_form_section_build (MaakFormSection *self); /* does nothing the second time */
void               maak_form_section_focus (MaakFormSection *self); /* on its first field */
gboolean           maak_form_section_is_built (MaakFormSection *self);
MaakFieldRow      *maak_form_section_get_row (MaakFormSection *self, const MaakField *field); /* builds; NULL: not here */
void               maak_form_section_commit (MaakFormSection *self);

G_END_DECLS
