/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Shows the value at a path. A text comes out as it was written, a number or amount as the language writes it, a list with one
 * record a line (path, template, title), a record with one field a line (id, value). Computed fields are shown too.
 * An empty value prints nothing and is no error.
 */
#include "base/maak-number.h"
#include "cli/maak-cli-plan.h"
#include "cli/maak-commands.h"
#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"

#include <string.h>

/* A text as it was written, marks and all; a language is the one behind the path, else the one of the command. */
static char *
dup_text (MaakCliContext *context, const MaakCliPlace *place, MaakValue *value)
{
  MaakLanguage language = maak_cli_get_language (context);

  if (place->field->one_language)
    language = MAAK_LANGUAGE_NL;
  else if (place->rest != NULL)
    maak_language_parse (place->rest, &language);
  return g_strdup (maak_text_get (maak_value_get_text (value), language));
}

static char *
dup_year (MaakCliContext *context, const MaakCliPlace *place, MaakValue *value)
{
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (value, &n, &is_money);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", points[i].year);
      if (g_str_equal (year, place->rest))
        return is_money ? maak_number_format_integer (points[i].integer, maak_cli_get_language (context)) : maak_number_format_shortest (points[i].number, maak_cli_get_language (context));
    }
  return NULL;
}

static char *
dup_day (MaakCliContext *context, const MaakCliPlace *place, MaakValue *value)
{
  MaakDate start, end;

  maak_value_get_span (value, &start, &end);
  if (g_str_equal (place->rest, "start"))
    return start.year != 0 ? maak_date_to_iso (start) : NULL;
  return end.year != 0 ? maak_date_to_iso (end) : NULL;
}

static char *
dup_value (MaakCliContext *context, MaakPlan *plan, const MaakCliPlace *place)
{
  MaakLanguage language = maak_cli_get_language (context);
  MaakValue   *value;

  if (place->field->value != NULL)
    return maak_expression_dup_string (place->field->value, plan, place->record, NULL, language);
  value = maak_record_get (place->record, place->field);
  if (value == NULL)
    return NULL;
  if (place->field->type == MAAK_FIELD_TEXT)
    return dup_text (context, place, value);
  if (place->rest != NULL && place->field->type == MAAK_FIELD_SERIES)
    return dup_year (context, place, value);
  if (place->rest != NULL && place->field->type == MAAK_FIELD_PERIOD)
    return dup_day (context, place, value);
  return maak_field_value_dup_summary (plan, place->field, value, language);
}

/* Whether what stands behind the field is a part of it: the language of a text, a year, a day of a period. */
static gboolean
has_part (const MaakField *field, const char *part)
{
  MaakLanguage language;

  if (field->value != NULL)
    return FALSE;
  if (field->type == MAAK_FIELD_TEXT)
    return !field->one_language && maak_language_parse (part, &language);
  if (field->type == MAAK_FIELD_PERIOD)
    return g_str_equal (part, "start") || g_str_equal (part, "end");
  if (field->type == MAAK_FIELD_SERIES)
    return strlen (part) == 4 && strspn (part, "0123456789") == 4;
  return field->type == MAAK_FIELD_CITATION || field->type == MAAK_FIELD_FILE;
}

static void
print_records (MaakCliContext *context, MaakPlan *plan, MaakValue *value)
{
  guint              n = 0;
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = maak_plan_dup_path (plan, records[i], NULL);
      g_autofree char *title = maak_record_dup_title (records[i], maak_cli_get_language (context));
      maak_cli_print (context, "%s\t%s\t%s\n", path, maak_record_get_template_id (records[i]), title);
    }
}

static void
print_record (MaakCliContext *context, MaakPlan *plan, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      MaakCliPlace     place = { record, field, NULL };
      g_autofree char *value = dup_value (context, plan, &place);
      if (value != NULL && *value != '\0')
        maak_cli_print (context, "%s\t%s\n", field->id, g_strdelimit (value, "\r\n\t", ' '));
    }
}

static int
run_get (MaakCliContext *context)
{
  g_autoptr (MaakPlanFile) file = NULL;
  g_auto (MaakCliPlace) place = { NULL };
  g_autofree char *value = NULL;
  MaakPlan        *plan;
  int              exit_code = MAAK_CLI_DONE;

  if (!maak_cli_load (context, maak_cli_get_argument (context, 0), &file, &exit_code) ||
      !maak_cli_resolve (context, file, maak_cli_get_argument (context, 1), &place, &exit_code))
    return exit_code;
  plan = maak_plan_file_get_plan (file);
  if (place.field != NULL && place.rest != NULL && !has_part (place.field, place.rest))
    return maak_cli_fail_in_file (context, file, maak_cli_get_argument (context, 1),
                                  maak_message_new (MAAK_PHRASE_PLAN_NO_PART, MAAK_ARG_TEXT, "field", place.field->label, MAAK_ARG_STRING, "part", place.rest, MAAK_ARG_END));
  if (place.field == NULL)
    print_record (context, plan, place.record);
  else if (place.field->type == MAAK_FIELD_LIST)
    print_records (context, plan, maak_record_get (place.record, place.field));
  else if ((value = dup_value (context, plan, &place)) != NULL && *value != '\0')
    maak_cli_print (context, "%s\n", value);
  return MAAK_CLI_DONE;
}

const MaakCommand maak_command_get = {
  .name = "get",
  .summary = MAAK_PHRASE_CLI_GET_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_GET_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_GET_DESCRIPTION,
  .least = 2,
  .most = 2,
  .run = run_get,
};
