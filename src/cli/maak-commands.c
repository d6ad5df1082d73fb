/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-commands.h"

const MaakCommand *const maak_commands[] = {
  &maak_command_new,
  &maak_command_info,
  &maak_command_check,
  &maak_command_get,
  &maak_command_set,
  &maak_command_add,
  &maak_command_remove,
  &maak_command_export,
  &maak_command_map,
  &maak_command_datasets,
  &maak_command_templates,
  &maak_command_schema,
  NULL,
};

/* The command of that name; NULL: there is none. */
const MaakCommand *
maak_commands_lookup (const char *name)
{
  for (guint i = 0; maak_commands[i] != NULL; i++)
    if (g_str_equal (maak_commands[i]->name, name))
      return maak_commands[i];
  return NULL;
}
