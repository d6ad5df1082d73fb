/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Results as a person reads them: money as money, terms by their label, records by their title, lists with commas. And types
 * as the errors of rules name them.
 * Only here does evaluating meet a language.
 */
#include "plan/maak-expression-private.h"

#include "base/maak-number.h"
#include "plan/maak-plan.h"

#include <math.h>

/* What was computed is rounded to what says something: two decimals, or three digits below a hundredth. */
static char *
dup_number (double number, const MaakField *field, MaakLanguage language)
{
  if (field == NULL && number != trunc (number))
    {
      double scale = fabs (number) >= 0.01 ? 100 : pow (10, 2 - floor (log10 (fabs (number))));
      number = round (number * scale) / scale;
    }
  return maak_number_format_shortest (number, language);
}

static char *
dup_span (MaakDate start, MaakDate end, MaakLanguage language)
{
  g_autoptr (MaakMessage) message = NULL;

  if (start.year == 0)
    message = maak_message_new (MAAK_PHRASE_EXPRESSION_SPAN_UNTIL, MAAK_ARG_DATE, "end", &end, MAAK_ARG_END);
  else if (end.year == 0)
    message = maak_message_new (MAAK_PHRASE_EXPRESSION_SPAN_FROM, MAAK_ARG_DATE, "start", &start, MAAK_ARG_END);
  else
    message = maak_message_new (MAAK_PHRASE_EXPRESSION_SPAN, MAAK_ARG_DATE, "start", &start, MAAK_ARG_DATE, "end", &end, MAAK_ARG_END);
  return maak_message_dup_wording (message, language);
}

static char *
dup_code (const char *code, const MaakField *field, MaakPlan *plan, MaakLanguage language)
{
  const MaakRegion *region;

  if (field != NULL && field->vocabulary != NULL)
    return maak_plan_dup_term_label (plan, field->vocabulary, code, language);
  region = field != NULL ? maak_region_set_lookup (maak_library_get_regions (maak_plan_get_library (plan)), code) : NULL;
  return g_strdup (region != NULL ? maak_region_get_name (region, language) : code);
}

static char *
dup_series (MaakValue *series, MaakLanguage language)
{
  g_autoptr (GString) string = g_string_new (NULL);
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (series, &n, &is_money);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *amount = is_money ? maak_money_format (points[i].integer, language) : dup_number (points[i].number, NULL, language);
      g_string_append_printf (string, "%s%d: %s", i > 0 ? ", " : "", points[i].year, amount);
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
dup_other (MaakValue *value, MaakLanguage language)
{
  if (maak_value_get_kind (value) == MAAK_VALUE_CITATION)
    return maak_citation_dup_source_line (maak_value_get_citation (value), language);
  return g_strdup (maak_value_get_file (value)->name);
}

static char *
dup_elements (const MaakResult *self, const MaakExpressionType *type, MaakPlan *plan, MaakLanguage language)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < self->elements->len; i++)
    {
      g_autofree char *element = maak_result_dup_string (&g_array_index (self->elements, MaakResult, i), type, plan, language);
      g_string_append_printf (string, "%s%s", i > 0 ? ", " : "", element);
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
dup_group (const MaakGroup *group, const MaakExpressionType *type, MaakPlan *plan, MaakLanguage language)
{
  g_autofree char *key = maak_result_dup_string (&group->key, type->key, plan, language);
  g_autofree char *value = maak_result_dup_string (&group->value, type->value, plan, language);

  return g_strconcat (key, ": ", value, NULL);
}

static char *
dup_boolean (gboolean boolean, MaakLanguage language)
{
  return g_strdup (maak_phrase_get (boolean ? MAAK_PHRASE_EXPRESSION_TRUE : MAAK_PHRASE_EXPRESSION_FALSE, language));
}

/* A result in words; empty: "". `type` is that of the expression it came from. The caller frees it. */
char *
maak_result_dup_string (const MaakResult *self, const MaakExpressionType *type, MaakPlan *plan, MaakLanguage language)
{
  if (self->many)
    return dup_elements (self, type, plan, language);
  switch (self->kind)
    {
    case MAAK_TYPE_OF_NOTHING:
      return g_strdup ("");
    case MAAK_TYPE_OF_BOOLEAN:
      return dup_boolean (self->boolean, language);
    case MAAK_TYPE_OF_NUMBER:
      return dup_number (self->number, type->field, language);
    case MAAK_TYPE_OF_MONEY:
      return maak_money_format (self->money, language);
    case MAAK_TYPE_OF_TEXT:
      return g_strdup (maak_text_get_best (self->boxed, language));
    case MAAK_TYPE_OF_CODE:
      return dup_code (self->boxed, type->field, plan, language);
    case MAAK_TYPE_OF_DATE:
      return maak_date_format (self->date, language);
    case MAAK_TYPE_OF_SPAN:
      return dup_span (self->date, self->end, language);
    case MAAK_TYPE_OF_YEAR:
      return g_strdup_printf ("%d", (int) self->number);
    case MAAK_TYPE_OF_SERIES:
      return dup_series (self->boxed, language);
    case MAAK_TYPE_OF_RECORD:
      return maak_record_dup_title (self->boxed, language);
    case MAAK_TYPE_OF_OTHER:
      return dup_other (self->boxed, language);
    case MAAK_TYPE_OF_GROUP:
      return dup_group (self->boxed, type, plan, language);
    }
  g_assert_not_reached ();
}

/* Evaluates and writes the result in a language, as a person reads it; empty: "". The caller frees it. */
char *
maak_expression_dup_string (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it, MaakLanguage language)
{
  MaakResult result;
  char      *string;

  maak_expression_evaluate (self, plan, record, it, &result);
  string = maak_result_dup_string (&result, maak_expression_get_type_of (self), plan, language);
  maak_result_clear (&result);
  return string;
}

/* "a number", "a list (a date)": for the errors of rules. */
MaakMessage *
maak_expression_type_describe (const MaakExpressionType *type)
{
  static const MaakPhrase kinds[] = {
    [MAAK_TYPE_OF_NOTHING] = MAAK_PHRASE_EXPRESSION_KIND_NOTHING,
    [MAAK_TYPE_OF_BOOLEAN] = MAAK_PHRASE_EXPRESSION_KIND_BOOLEAN,
    [MAAK_TYPE_OF_NUMBER] = MAAK_PHRASE_EXPRESSION_KIND_NUMBER,
    [MAAK_TYPE_OF_MONEY] = MAAK_PHRASE_EXPRESSION_KIND_MONEY,
    [MAAK_TYPE_OF_TEXT] = MAAK_PHRASE_EXPRESSION_KIND_TEXT,
    [MAAK_TYPE_OF_CODE] = MAAK_PHRASE_EXPRESSION_KIND_CODE,
    [MAAK_TYPE_OF_DATE] = MAAK_PHRASE_EXPRESSION_KIND_DATE,
    [MAAK_TYPE_OF_SPAN] = MAAK_PHRASE_EXPRESSION_KIND_SPAN,
    [MAAK_TYPE_OF_YEAR] = MAAK_PHRASE_EXPRESSION_KIND_YEAR,
    [MAAK_TYPE_OF_SERIES] = MAAK_PHRASE_EXPRESSION_KIND_SERIES,
    [MAAK_TYPE_OF_RECORD] = MAAK_PHRASE_EXPRESSION_KIND_RECORD,
    [MAAK_TYPE_OF_OTHER] = MAAK_PHRASE_EXPRESSION_KIND_OTHER,
    [MAAK_TYPE_OF_GROUP] = MAAK_PHRASE_EXPRESSION_KIND_GROUP,
  };
  MaakMessage *kind = maak_message_new (kinds[type->kind], MAAK_ARG_END);
  MaakMessage *list;

  if (!type->many)
    return kind;
  list = maak_message_new (MAAK_PHRASE_EXPRESSION_KIND_MANY, MAAK_ARG_MESSAGE, "kind", kind, MAAK_ARG_END);
  maak_message_unref (kind);
  return list;
}
