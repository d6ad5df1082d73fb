/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-cli-plan.h"
#include "cli/maak-commands.h"
#include "plan/maak-field-type.h"

static int
set_value (MaakCliContext *context, MaakPlanFile *file, const MaakCliPlace *place, const char *string)
{
  MaakPlan        *plan = maak_plan_file_get_plan (file);
  MaakValue       *before = maak_record_get (place->record, place->field);
  g_autofree char *path = maak_plan_dup_path (plan, place->record, place->field);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakValue) value = NULL;
  int exit_code = MAAK_CLI_DONE;

  if (place->field->value != NULL)
    return maak_cli_fail_in_file (context, file, path, maak_message_new (MAAK_PHRASE_PLAN_COMPUTED, MAAK_ARG_TEXT, "field", place->field->label, MAAK_ARG_END));
  value = maak_field_value_parse (maak_plan_get_library (plan), place->field, before, place->rest, string, maak_cli_get_language (context), &error);
  if (error == NULL && maak_plan_set_checked (plan, place->record, place->field, value, &error))
    {
      maak_cli_save (context, file, NULL, &exit_code);
      return exit_code;
    }
  if (maak_error_get_path (error) == NULL)
    maak_error_prefix_path (&error, path);
  maak_error_set_file (&error, maak_plan_file_get_path (file));
  return maak_cli_fail (context, error);
}

static int
run_set (MaakCliContext *context)
{
  const char *path = maak_cli_get_argument (context, 1);
  g_autoptr (MaakPlanFile) file = NULL;
  g_auto (MaakCliPlace) place = { NULL };
  int exit_code = MAAK_CLI_DONE;

  if (!maak_cli_load_to_change (context, maak_cli_get_argument (context, 0), &file, &exit_code) ||
      !maak_cli_resolve (context, file, path, &place, &exit_code))
    return exit_code;
  if (place.field == NULL)
    return maak_cli_fail_in_file (context, file, path, maak_message_new (MAAK_PHRASE_CLI_SET_NO_FIELD, MAAK_ARG_END));
  return set_value (context, file, &place, maak_cli_get_argument (context, 2));
}

const MaakCommand maak_command_set = {
  .name = "set",
  .summary = MAAK_PHRASE_CLI_SET_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_SET_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_SET_DESCRIPTION,
  .least = 3,
  .most = 3,
  .run = run_set,
};
