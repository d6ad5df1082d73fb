/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Shows a plan in a screenful: what the roles of its template say of it (title, regions, period, ...), its file, its
 * clusters, proposals and asks with their paths, and how much the check finds.
 * Only what is filled in is shown.
 */
#include "checks/maak-checks.h"
#include "cli/maak-cli-plan.h"
#include "cli/maak-commands.h"
#include "plan/maak-field-type.h"

static void
print_line (MaakCliContext *context, const char *label, const char *value)
{
  int pad = 24 - (int) g_utf8_strlen (label, -1);

  maak_cli_print (context, "%s:%*s %s\n", label, MAX (pad, 0), "", value);
}

static void
print_named (MaakCliContext *context, MaakPhrase label, const char *value)
{
  print_line (context, maak_phrase_get (label, maak_cli_get_language (context)), value);
}

static void
print_number (MaakCliContext *context, MaakPhrase label, guint number)
{
  g_autofree char *value = g_strdup_printf ("%u", number);

  print_named (context, label, value);
}

static void
print_role (MaakCliContext *context, MaakPlan *plan, MaakRole role)
{
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), role);
  MaakValue       *value = field != NULL ? maak_record_get (root, field) : NULL;
  MaakLanguage     language = maak_cli_get_language (context);
  g_autofree char *summary = value != NULL ? maak_field_value_dup_summary (plan, field, value, language) : NULL;

  if (summary != NULL)
    print_line (context, maak_text_get_best (field->label, language), summary);
}

static void
print_list (MaakCliContext *context, MaakPlan *plan, MaakRole role)
{
  MaakRecord        *root = maak_plan_get_root (plan);
  const MaakField   *field = maak_template_lookup_role (maak_record_get_template (root), role);
  MaakValue         *value = field != NULL ? maak_record_get (root, field) : NULL;
  guint              n = 0;
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;
  MaakLanguage       language = maak_cli_get_language (context);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = maak_plan_dup_path (plan, records[i], NULL);
      g_autofree char *title = maak_record_dup_title (records[i], language);
      g_autofree char *line = g_strdup_printf ("%s (%s)", title, maak_text_get_best (maak_template_get_label (maak_record_get_template (records[i])), language));
      print_line (context, path, line);
    }
}

static void
print_findings (MaakCliContext *context, MaakPlan *plan)
{
  g_autoptr (GPtrArray) findings = maak_checks_run (plan);

  print_number (context, MAAK_PHRASE_CLI_INFO_BLOCKS, maak_checks_count (findings, MAAK_SEVERITY_BLOCK));
  print_number (context, MAAK_PHRASE_CLI_INFO_PROBLEMS, maak_checks_count (findings, MAAK_SEVERITY_PROBLEM));
  print_number (context, MAAK_PHRASE_CLI_INFO_ADVICE, maak_checks_count (findings, MAAK_SEVERITY_ADVICE));
}

static void
print_file (MaakCliContext *context, MaakPlanFile *file)
{
  guint            n = maak_plan_file_get_n_revisions (file);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, maak_plan_file_get_version (file));
  const char      *time = n > 0 ? maak_plan_file_get_revision (file, n - 1)->time : NULL;

  print_named (context, MAAK_PHRASE_CLI_INFO_ID, maak_plan_file_get_id (file));
  print_named (context, MAAK_PHRASE_CLI_INFO_VERSION, version);
  if (time != NULL)
    print_named (context, MAAK_PHRASE_CLI_INFO_SAVED, time);
  print_number (context, MAAK_PHRASE_CLI_INFO_RECORDS, maak_plan_get_n_records (maak_plan_file_get_plan (file)));
  if (maak_plan_file_is_newer (file))
    maak_cli_print_phrase (context, MAAK_PHRASE_CLI_INFO_NEWER);
}

static int
run_info (MaakCliContext *context)
{
  static const MaakRole roles[] = { MAAK_ROLE_TITLE, MAAK_ROLE_LEAD_REGION, MAAK_ROLE_PARTNER_REGIONS, MAAK_ROLE_PERIOD, MAAK_ROLE_LANGUAGES, MAAK_ROLE_VERSION_NAME, MAAK_ROLE_STATE };
  static const MaakRole lists[] = { MAAK_ROLE_CLUSTERS, MAAK_ROLE_PROPOSALS, MAAK_ROLE_ASKS };
  g_autoptr (MaakPlanFile) file = NULL;
  MaakPlan *plan;
  int       exit_code = MAAK_CLI_DONE;

  if (!maak_cli_load (context, maak_cli_get_argument (context, 0), &file, &exit_code))
    return exit_code;
  plan = maak_plan_file_get_plan (file);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    print_role (context, plan, roles[i]);
  print_file (context, file);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    print_list (context, plan, lists[i]);
  print_findings (context, plan);
  return MAAK_CLI_DONE;
}

const MaakCommand maak_command_info = {
  .name = "info",
  .summary = MAAK_PHRASE_CLI_INFO_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_INFO_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_INFO_DESCRIPTION,
  .least = 1,
  .most = 1,
  .run = run_info,
};
