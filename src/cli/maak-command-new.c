/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-cli-plan.h"
#include "cli/maak-commands.h"
#include "plan/maak-field-type.h"

static const MaakCliOption options[] = {
  { "output", 'o', "FILE", MAAK_PHRASE_CLI_NEW_OPTION_OUTPUT },
  { "region", 0, "REGION", MAAK_PHRASE_CLI_NEW_OPTION_REGION },
  { "title", 0, "TEXT", MAAK_PHRASE_CLI_NEW_OPTION_TITLE },
  { NULL },
};

static gboolean
init_value (MaakCliContext *context, MaakLibrary *library, MaakRecord *root, MaakRole role, const char *string, int *exit_code)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), role);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakValue) value = NULL;

  if (string == NULL || field == NULL)
    return TRUE;
  value = maak_field_value_parse (library, field, NULL, NULL, string, maak_cli_get_language (context), &error);
  if (error != NULL)
    {
      maak_error_prefix_path (&error, field->id);
      *exit_code = maak_cli_fail (context, error);
      return FALSE;
    }
  maak_record_init_value (root, field, value);
  return TRUE;
}

static int
make_plan (MaakCliContext *context, MaakLibrary *library, const char *region, const char *output)
{
  g_autoptr (GError) error = NULL;
  MaakRecord *root = maak_record_new (maak_library_get_plan_template (library), NULL);
  int         exit_code = MAAK_CLI_DONE;
  g_autoptr (MaakPlan) plan = NULL;
  g_autoptr (MaakPlanFile) file = NULL;

  if (!init_value (context, library, root, MAAK_ROLE_LEAD_REGION, region, &exit_code) ||
      !init_value (context, library, root, MAAK_ROLE_TITLE, maak_cli_get_option (context, "title"), &exit_code))
    {
      g_object_unref (root);
      return exit_code;
    }
  plan = maak_plan_new (library, root, &error);
  if (plan == NULL)
    return maak_cli_fail (context, error);
  file = maak_plan_file_new (plan, NULL);
  maak_cli_save (context, file, output, &exit_code);
  return exit_code;
}

static gboolean
is_empty (const char *string)
{
  return string == NULL || *string == '\0';
}

static int
run_new (MaakCliContext *context)
{
  const char *output = maak_cli_get_option (context, "output");
  const char *region = maak_cli_get_option (context, "region");
  g_autoptr (GError) error = NULL;
  MaakLibrary *library;

  if (is_empty (output) || is_empty (region))
    return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_OPTION_NEEDED, MAAK_ARG_STRING, "option", is_empty (output) ? "--output" : "--region", MAAK_ARG_END));
  library = maak_cli_get_library (context, &error);
  if (library == NULL)
    return maak_cli_fail (context, error);
  if (g_file_test (output, G_FILE_TEST_EXISTS))
    {
      maak_error_set (&error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED, NULL, maak_message_new (MAAK_PHRASE_CLI_EXISTS, MAAK_ARG_END));
      maak_error_set_file (&error, output);
      return maak_cli_fail (context, error);
    }
  return make_plan (context, library, region, output);
}

const MaakCommand maak_command_new = {
  .name = "new",
  .summary = MAAK_PHRASE_CLI_NEW_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_NEW_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_NEW_DESCRIPTION,
  .options = options,
  .run = run_new,
};
