/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* What a plan knows of one type of field; one const struct a file in plan/types/. `value` is never NULL here. */
typedef struct
{
  const char   *name;
  MaakValueKind kind;
  MaakValue *(*from_json) (MaakLibrary *library, const MaakField *field, const MaakJsonPlace *place, GError **error);
  void (*to_json) (const MaakField *field, MaakValue *value, MaakJsonWriter *writer);
  void (*write_schema) (const MaakField *field, MaakJsonWriter *writer);                                                                                              /* JSON Schema 2020-12 of the member */
  gboolean (*validate) (MaakPlan *plan, const MaakField *field, MaakValue *value, GError **error);                                                                    /* what needs the plan: own terms, references */
  MaakValue *(*parse) (MaakLibrary *library, const MaakField *field, MaakValue *before, const char *rest, const char *string, MaakLanguage language, GError **error); /* what a person typed */
  void (*visit_texts) (const MaakField *field, MaakValue *value, void (*visit) (MaakText *text, gpointer data), gpointer data);
  char *(*dup_summary) (MaakPlan *plan, const MaakField *field, MaakValue *value, MaakLanguage language); /* one line for tables */
  MaakValue *(*copy) (MaakValue *value, GHashTable *new_ids);                                             /* NULL: values are shared, being immutable */
} MaakFieldTypeClass;

const MaakFieldTypeClass *maak_field_type_get_class (MaakFieldType type);

MaakValue *maak_field_value_from_json (MaakLibrary *library, const MaakField *field, const MaakJsonPlace *place, GError **error);
void       maak_field_value_to_json (const MaakField *field, MaakValue *value, MaakJsonWriter *writer);
gboolean   maak_field_value_validate (MaakPlan *plan, const MaakField *field, MaakValue *value, GError **error);
MaakValue *maak_field_value_parse (MaakLibrary *library, const MaakField *field, MaakValue *before, const char *rest, const char *string, MaakLanguage language, GError **error);
char      *maak_field_value_dup_summary (MaakPlan *plan, const MaakField *field, MaakValue *value, MaakLanguage language);
gboolean   maak_date_parse_typed (const char *string, MaakLanguage language, MaakDate *date);

G_END_DECLS
