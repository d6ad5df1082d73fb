/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "cli/maak-cli.h"

G_BEGIN_DECLS

/* Each in a file of its own; maak-commands.c has the table. */
extern const MaakCommand maak_command_add;
extern const MaakCommand maak_command_check;
extern const MaakCommand maak_command_datasets;
extern const MaakCommand maak_command_export;
extern const MaakCommand maak_command_get;
extern const MaakCommand maak_command_info;
extern const MaakCommand maak_command_map;
extern const MaakCommand maak_command_new;
extern const MaakCommand maak_command_remove;
extern const MaakCommand maak_command_schema;
extern const MaakCommand maak_command_set;
extern const MaakCommand maak_command_templates;

extern const MaakCommand *const maak_commands[]; /* in the order of the help; ends with NULL */

const MaakCommand *maak_commands_lookup (const char *name);

G_END_DECLS
