/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-field-type.h"

G_BEGIN_DECLS

extern const MaakFieldTypeClass maak_type_text;
extern const MaakFieldTypeClass maak_type_number;
extern const MaakFieldTypeClass maak_type_money;
extern const MaakFieldTypeClass maak_type_date;
extern const MaakFieldTypeClass maak_type_period;
extern const MaakFieldTypeClass maak_type_choice;
extern const MaakFieldTypeClass maak_type_choices;
extern const MaakFieldTypeClass maak_type_regions;
extern const MaakFieldTypeClass maak_type_party;
extern const MaakFieldTypeClass maak_type_refs;
extern const MaakFieldTypeClass maak_type_list;
extern const MaakFieldTypeClass maak_type_series;
extern const MaakFieldTypeClass maak_type_citation;
extern const MaakFieldTypeClass maak_type_file;

/* What several types share. */
gboolean    maak_type_fail (const MaakJsonPlace *place, MaakMessage *message_taken, GError **error);
gpointer    maak_type_fail_typed (MaakMessage *message_taken, GError **error);
gboolean    maak_type_refuse_rest (const MaakField *field, const char *rest, GError **error);
gboolean    maak_type_refuse_unknown (const MaakJsonPlace *place, const char *const *known, GError **error);
gboolean    maak_type_read_strings (const MaakJsonPlace *place, GPtrArray *strings, GError **error);
gboolean    maak_type_read_date (const MaakJsonPlace *place, MaakDate *date, GError **error);
gboolean    maak_type_check_code (const MaakField *field, const MaakJsonPlace *place, const char *code, GError **error);
gboolean    maak_type_parse_date (const char *string, MaakLanguage language, MaakDate *date);
gboolean    maak_type_parse_year (const char *string, int *year);
const char *maak_type_parse_term (const MaakField *field, const char *string, GError **error);
gboolean    maak_type_validate_code (MaakPlan *plan, const MaakField *field, const char *code, GError **error);
gboolean    maak_type_validate_ids (MaakPlan *plan, const MaakField *field, const char *const *ids, GError **error);
char      **maak_type_split (const char *string, char separator);
void        maak_type_write_strings (const char *const *strings, MaakJsonWriter *writer);
void        maak_type_write_codes_schema (const MaakField *field, MaakJsonWriter *writer);
void        maak_type_write_plain_schema (const char *type, const char *pattern, MaakJsonWriter *writer);
MaakValue  *maak_type_parse_json (MaakLibrary *library, const MaakField *field, const char *string, GError **error);
gboolean    maak_type_parse_number (const MaakField *field, const char *string, MaakLanguage language, double *number, GError **error);
char       *maak_type_format_number (const MaakField *field, double number, MaakLanguage language);
char       *maak_type_dup_term_label (MaakPlan *plan, const MaakField *field, const char *code, MaakLanguage language);
char       *maak_type_dup_titles (MaakPlan *plan, const MaakField *field, MaakValue *value, MaakLanguage language);
MaakText   *maak_type_copy_text (MaakText *text, GHashTable *new_ids);
MaakValue  *maak_type_copy_ids (MaakValue *value, GHashTable *new_ids);
gboolean    maak_record_id_is_valid (const char *id);

#define MAAK_SCHEMA_DATE "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define MAAK_SCHEMA_ID "^[A-Za-z0-9._-]{1,64}$"

G_END_DECLS
