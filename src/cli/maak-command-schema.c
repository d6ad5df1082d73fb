/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-commands.h"
#include "store/maak-schema.h"

static int
run_schema (MaakCliContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) schema = NULL;
  MaakLibrary *library = maak_cli_get_library (context, &error);
  gsize        length;
  const char  *text;

  if (library == NULL)
    return maak_cli_fail (context, error);
  schema = maak_schema_generate (library);
  text = g_bytes_get_data (schema, &length);
  maak_cli_print (context, "%.*s", (int) length, text);
  return MAAK_CLI_DONE;
}

const MaakCommand maak_command_schema = {
  .name = "schema",
  .summary = MAAK_PHRASE_CLI_SCHEMA_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_SCHEMA_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_SCHEMA_DESCRIPTION,
  .run = run_schema,
};
