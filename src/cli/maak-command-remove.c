/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-cli-plan.h"
#include "cli/maak-commands.h"

static int
run_remove (MaakCliContext *context)
{
  const char *path = maak_cli_get_argument (context, 1);
  MaakPlan   *plan;
  g_autoptr (MaakPlanFile) file = NULL;
  g_auto (MaakCliPlace) place = { NULL };
  int exit_code = MAAK_CLI_DONE;

  if (!maak_cli_load_to_change (context, maak_cli_get_argument (context, 0), &file, &exit_code) ||
      !maak_cli_resolve (context, file, path, &place, &exit_code))
    return exit_code;
  plan = maak_plan_file_get_plan (file);
  if (place.field != NULL || place.record == maak_plan_get_root (plan))
    return maak_cli_fail_in_file (context, file, path, maak_message_new (MAAK_PHRASE_CLI_REMOVE_NO_RECORD, MAAK_ARG_END));
  maak_plan_remove (plan, place.record);
  maak_cli_save (context, file, NULL, &exit_code);
  return exit_code;
}

const MaakCommand maak_command_remove = {
  .name = "remove",
  .summary = MAAK_PHRASE_CLI_REMOVE_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_REMOVE_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_REMOVE_DESCRIPTION,
  .least = 2,
  .most = 2,
  .run = run_remove,
};
