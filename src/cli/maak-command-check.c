/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "checks/maak-checks.h"
#include "cli/maak-cli-plan.h"
#include "cli/maak-commands.h"
#include "evidence/maak-evidence.h"

static MaakPhrase
get_severity_phrase (MaakSeverity severity)
{
  switch (severity)
    {
    case MAAK_SEVERITY_BLOCK:
      return MAAK_PHRASE_CLI_CHECK_BLOCK;
    case MAAK_SEVERITY_PROBLEM:
      return MAAK_PHRASE_CLI_CHECK_PROBLEM;
    case MAAK_SEVERITY_ADVICE:
      break;
    }
  return MAAK_PHRASE_CLI_CHECK_ADVICE;
}

static void
print_finding (MaakCliContext *context, const MaakFinding *finding)
{
  MaakLanguage language = maak_cli_get_language (context);

  maak_cli_print (context, "%s: %s%s%s\n", maak_phrase_get (get_severity_phrase (finding->severity), language), finding->path, *finding->path != '\0' ? ": " : "",
                  maak_text_get_best (finding->message, language));
}

/* Cited and drawn values that the figures at hand say otherwise now. Checks know no atlas, so they are added here. */
static gboolean
add_changed_evidence (MaakPlan *plan, GPtrArray *findings, GError **error)
{
  MaakRegionSet *regions = maak_library_get_regions (maak_plan_get_library (plan));
  g_autoptr (MaakCatalogue) catalogue = maak_catalogue_new_shipped (regions, error);
  g_autoptr (GPtrArray) changes = NULL;

  if (catalogue == NULL)
    return FALSE;
  changes = maak_evidence_recheck (plan, catalogue);
  for (guint i = 0; i < changes->len; i++)
    {
      const MaakEvidenceChange *change = g_ptr_array_index (changes, i);
      g_autoptr (MaakFinding) finding = maak_finding_new (MAAK_SEVERITY_ADVICE, "evidence-changed", change->record, NULL, maak_message_dup_text (change->message));

      g_ptr_array_add (findings, maak_finding_new_placed (finding, plan));
    }
  return TRUE;
}

static int
run_check (MaakCliContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlanFile) file = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint blocks, problems;
  int   exit_code = MAAK_CLI_DONE;

  if (!maak_cli_load (context, maak_cli_get_argument (context, 0), &file, &exit_code))
    return exit_code;
  findings = maak_checks_run (maak_plan_file_get_plan (file));
  if (!add_changed_evidence (maak_plan_file_get_plan (file), findings, &error))
    return maak_cli_fail (context, error);
  for (guint i = 0; i < findings->len; i++)
    print_finding (context, g_ptr_array_index (findings, i));
  blocks = maak_checks_count (findings, MAAK_SEVERITY_BLOCK);
  problems = maak_checks_count (findings, MAAK_SEVERITY_PROBLEM);
  if (findings->len == 0)
    maak_cli_print_phrase (context, MAAK_PHRASE_CLI_CHECK_NOTHING);
  else
    maak_cli_print_message (context, maak_message_new (MAAK_PHRASE_CLI_CHECK_TOTAL, MAAK_ARG_INTEGER, "blocks", (gint64) blocks, MAAK_ARG_INTEGER, "problems", (gint64) problems,
                                                       MAAK_ARG_INTEGER, "advice", (gint64) (findings->len - blocks - problems), MAAK_ARG_END));
  return blocks + problems > 0 ? MAAK_CLI_FOUND : MAAK_CLI_DONE;
}

const MaakCommand maak_command_check = {
  .name = "check",
  .summary = MAAK_PHRASE_CLI_CHECK_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_CHECK_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_CHECK_DESCRIPTION,
  .least = 1,
  .most = 1,
  .run = run_check,
};
