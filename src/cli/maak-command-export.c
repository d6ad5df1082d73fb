/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * export: makes the document of a plan as PDF, in one language; the public part, or with --working-copy all of it.
 *
 * The language is the one asked for, else the first that the plan says it is in. The file is written whole or not at all;
 * with --date the same plan gives the same bytes.
 */
#include "cli/maak-commands.h"

#include "base/maak-file.h"
#include "report/maak-report.h"
#include "store/maak-plan-file.h"

static const MaakCliOption OPTIONS[] = {
  { "output", 'o', "FILE.pdf", MAAK_PHRASE_CLI_EXPORT_OUTPUT },
  { "working-copy", 0, NULL, MAAK_PHRASE_CLI_EXPORT_WORKING_COPY },
  { "date", 0, "YYYY-MM-DD", MAAK_PHRASE_CLI_EXPORT_DATE },
  { NULL },
};

static MaakLanguage
choose_language (MaakCliContext *context, MaakPlan *plan)
{
  MaakValue         *value = maak_record_get_role (maak_plan_get_root (plan), MAAK_ROLE_LANGUAGES);
  guint              n = 0;
  const char *const *codes = value != NULL ? maak_value_get_codes (value, &n) : NULL;
  MaakLanguage       language = MAAK_LANGUAGE_NL;

  if (maak_cli_has_language (context))
    return maak_cli_get_language (context);
  if (n > 0)
    maak_language_parse (codes[0], &language);
  return language;
}

static gboolean
write_document (MaakCliContext *context, MaakPlan *plan, const char *output, MaakReportOptions *options, GError **error)
{
  g_autoptr (MaakRegionSet) regions = maak_region_set_new_shipped ();
  g_autoptr (MaakCatalogue) catalogue = maak_catalogue_new_shipped (regions, error);
  g_autoptr (MaakBoundaries) boundaries = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (catalogue == NULL)
    return FALSE;
  boundaries = maak_boundaries_new_shipped ();
  options->language = choose_language (context, plan);
  options->catalogue = catalogue;
  options->boundaries = boundaries;
  pdf = maak_report_write_pdf (plan, options, error);
  return pdf != NULL && maak_file_replace (output, pdf, NULL, NULL, error);
}

static int
run_export (MaakCliContext *context)
{
  const char       *output = maak_cli_get_option (context, "output"), *date = maak_cli_get_option (context, "date");
  MaakReportOptions options = { .working = maak_cli_get_option (context, "working-copy") != NULL };
  MaakLibrary      *library;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlanFile) file = NULL;

  if (output == NULL)
    return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_EXPORT_NEEDS_OUTPUT, MAAK_ARG_END));
  if (!g_str_has_suffix (output, ".pdf"))
    return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_EXPORT_NOT_PDF, MAAK_ARG_STRING, "file", output, MAAK_ARG_END));
  if (date != NULL && !maak_date_parse (date, &options.date))
    return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_EXPORT_BAD_DATE, MAAK_ARG_STRING, "date", date, MAAK_ARG_END));
  library = maak_cli_get_library (context, &error);
  if (library == NULL || !maak_plan_file_load (maak_cli_get_argument (context, 0), library, &file, &error))
    return maak_cli_fail (context, error);
  if (!write_document (context, maak_plan_file_get_plan (file), output, &options, &error))
    return maak_cli_fail (context, error);
  return MAAK_CLI_DONE;
}

const MaakCommand maak_command_export = {
  .name = "export",
  .summary = MAAK_PHRASE_CLI_EXPORT_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_EXPORT_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_EXPORT_DESCRIPTION,
  .least = 1,
  .most = 1,
  .options = OPTIONS,
  .run = run_export,
};
