/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-commands.h"

static void
print_row (MaakCliContext *context, int indent, const char *id, const char *type, MaakText *label)
{
  g_autofree char *left = g_strdup_printf ("%*s%s", indent, "", id);

  maak_cli_print (context, "%-32s %-10s %s\n", left, type, maak_text_get_best (label, maak_cli_get_language (context)));
}

static const char *
get_kind_name (const MaakTemplate *template)
{
  if (maak_template_is_abstract (template))
    return "-";
  switch (maak_template_get_kind (template))
    {
    case MAAK_KIND_PLAN:
      return "plan";
    case MAAK_KIND_PROPOSAL:
      return "proposal";
    case MAAK_KIND_PART:
      break;
    }
  return "part";
}

static int
print_all (MaakCliContext *context, MaakLibrary *library)
{
  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *template = maak_library_get_template (library, i);
      print_row (context, 0, maak_template_get_id (template), get_kind_name (template), maak_template_get_label (template));
    }
  return MAAK_CLI_DONE;
}

static int
print_one (MaakCliContext *context, const MaakTemplate *template)
{
  print_row (context, 0, maak_template_get_id (template), get_kind_name (template), maak_template_get_label (template));
  for (guint i = 0; i < maak_template_get_n_sections (template); i++)
    {
      const MaakSection *section = maak_template_get_section (template, i);
      print_row (context, 2, section->id, "", section->label);
      for (guint j = 0; j < section->n_fields; j++)
        print_row (context, 4, section->fields[j]->id, maak_field_type_get_name (section->fields[j]->type), section->fields[j]->label);
    }
  return MAAK_CLI_DONE;
}

static int
run_templates (MaakCliContext *context)
{
  g_autoptr (GError) error = NULL;
  MaakLibrary *library = maak_cli_get_library (context, &error);
  const char  *id = maak_cli_get_argument (context, 0);
  const MaakTemplate *template;

  if (library == NULL)
    return maak_cli_fail (context, error);
  if (id == NULL)
    return print_all (context, library);
  template = maak_library_lookup (library, id);
  if (template != NULL)
    return print_one (context, template);
  maak_error_set (&error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_UNKNOWN, NULL, maak_message_new (MAAK_PHRASE_CLI_NO_TEMPLATE, MAAK_ARG_STRING, "template", id, MAAK_ARG_END));
  return maak_cli_fail (context, error);
}

const MaakCommand maak_command_templates = {
  .name = "templates",
  .summary = MAAK_PHRASE_CLI_TEMPLATES_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_TEMPLATES_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_TEMPLATES_DESCRIPTION,
  .least = 0,
  .most = 1,
  .run = run_templates,
};
