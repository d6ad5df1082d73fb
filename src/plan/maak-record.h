/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-library.h"
#include "plan/maak-value.h"

G_BEGIN_DECLS

typedef struct _MaakPlan MaakPlan;

/* A record: id, template, one value per field, and the members that its template does not know, which are kept and
 * written back. A record belongs to at most one plan, and there to one list; it is changed only through the plan. */
#define MAAK_TYPE_RECORD (maak_record_get_type ())
G_DECLARE_FINAL_TYPE (MaakRecord, maak_record, MAAK, RECORD, GObject)

MaakRecord         *maak_record_new (const MaakTemplate *template, const char *id_or_null);
const char         *maak_record_get_id (MaakRecord *self);
const MaakTemplate *maak_record_get_template (MaakRecord *self); /* the generic read-only template where it is unknown */
const char         *maak_record_get_template_id (MaakRecord *self);
gboolean            maak_record_is_unknown (MaakRecord *self);
MaakValue          *maak_record_get (MaakRecord *self, const MaakField *field); /* borrowed; NULL when empty */
MaakValue          *maak_record_get_role (MaakRecord *self, MaakRole role);
MaakText           *maak_record_get_text (MaakRecord *self, MaakRole role);          /* borrowed; NULL when empty or no such field */
char               *maak_record_dup_title (MaakRecord *self, MaakLanguage language); /* never empty: the template's label when untitled */
MaakRecord         *maak_record_get_parent (MaakRecord *self);
const MaakField    *maak_record_get_parent_field (MaakRecord *self);
guint               maak_record_get_position (MaakRecord *self); /* in its list, from 0 */
MaakSensitivity     maak_record_get_sensitivity (MaakRecord *self);
gboolean            maak_record_section_is_begun (MaakRecord *self, const MaakSection *section);
gboolean            maak_record_is_empty (MaakRecord *self);
void                maak_record_init_value (MaakRecord *self, const MaakField *field, MaakValue *value); /* only while in no plan */
MaakRecord         *maak_record_copy (MaakRecord *self, gboolean new_ids);                               /* deep */
gboolean            maak_record_equal (MaakRecord *a, MaakRecord *b);                                    /* deep, with ids */

/* JSON: reading reports wrong types, unknown terms, limits, each with its path. `expected` is the template a list
 * promises, or NULL: then the member "template" is needed. */
MaakRecord *maak_record_new_from_json (MaakLibrary *library, const MaakTemplate *expected, const MaakJsonPlace *place, GError **error);
void        maak_record_write (MaakRecord *self, const MaakTemplate *expected, MaakJsonWriter *writer);

G_END_DECLS
