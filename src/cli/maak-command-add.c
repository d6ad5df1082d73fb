/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-cli-plan.h"
#include "cli/maak-commands.h"

static const MaakCliOption options[] = {
  { "template", 0, "TEMPLATE", MAAK_PHRASE_CLI_ADD_OPTION_TEMPLATE },
  { NULL },
};

static const MaakTemplate *
choose_template (MaakCliContext *context, MaakPlanFile *file, const MaakField *list, const char *path, int *exit_code)
{
  const char *id = maak_cli_get_option (context, "template");
  const MaakTemplate *template = id != NULL ? maak_library_lookup (maak_plan_get_library (maak_plan_file_get_plan (file)), id) : list->of;

  if (template == NULL)
    *exit_code = maak_cli_fail_in_file (context, file, path, maak_message_new (MAAK_PHRASE_CLI_NO_TEMPLATE, MAAK_ARG_STRING, "template", id, MAAK_ARG_END));
  else if (maak_template_is_abstract (template))
    *exit_code = maak_cli_fail_in_file (context, file, path, maak_message_new (MAAK_PHRASE_CLI_ADD_WHICH_TEMPLATE, MAAK_ARG_STRING, "template", maak_template_get_id (template), MAAK_ARG_END));
  else if (!maak_template_is_a (template, list->of))
    *exit_code = maak_cli_fail_in_file (context, file, path, maak_message_new (MAAK_PHRASE_CLI_ADD_OTHER_TEMPLATE, MAAK_ARG_STRING, "template", maak_template_get_id (template), MAAK_ARG_STRING, "of", maak_template_get_id (list->of), MAAK_ARG_END));
  else
    return template;
  return NULL;
}

static int
add_record (MaakCliContext *context, MaakPlanFile *file, const MaakCliPlace *place, const MaakTemplate *template)
{
  MaakPlan  *plan = maak_plan_file_get_plan (file);
  MaakValue *before = maak_record_get (place->record, place->field);
  guint      n = 0;
  int        exit_code = MAAK_CLI_DONE;
  g_autoptr (MaakRecord) record = maak_record_new (template, NULL);
  g_autofree char *path = NULL;

  if (before != NULL)
    maak_value_get_records (before, &n);
  maak_plan_insert (plan, place->record, place->field, n, record);
  if (!maak_cli_save (context, file, NULL, &exit_code))
    return exit_code;
  path = maak_plan_dup_path (plan, record, NULL);
  maak_cli_print (context, "%s\n", path);
  return MAAK_CLI_DONE;
}

static int
run_add (MaakCliContext *context)
{
  const char *path = maak_cli_get_argument (context, 1);
  const MaakTemplate *template;
  g_autoptr (MaakPlanFile) file = NULL;
  g_auto (MaakCliPlace) place = { NULL };
  int exit_code = MAAK_CLI_DONE;

  if (!maak_cli_load_to_change (context, maak_cli_get_argument (context, 0), &file, &exit_code) ||
      !maak_cli_resolve (context, file, path, &place, &exit_code))
    return exit_code;
  if (place.field == NULL || place.field->type != MAAK_FIELD_LIST)
    return maak_cli_fail_in_file (context, file, path, maak_message_new (MAAK_PHRASE_CLI_ADD_NO_LIST, MAAK_ARG_END));
  template = choose_template (context, file, place.field, path, &exit_code);
  return template != NULL ? add_record (context, file, &place, template) : exit_code;
}

const MaakCommand maak_command_add = {
  .name = "add",
  .summary = MAAK_PHRASE_CLI_ADD_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_ADD_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_ADD_DESCRIPTION,
  .least = 2,
  .most = 2,
  .options = options,
  .run = run_add,
};
