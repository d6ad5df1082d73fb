/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "cli/maak-cli.h"
#include "store/maak-plan-file.h"

G_BEGIN_DECLS

/* What commands about a plan share. On FALSE the sentence is on standard error, and *exit_code is what to return. */
gboolean maak_cli_load (MaakCliContext *self, const char *path, MaakPlanFile **file, int *exit_code);
gboolean maak_cli_load_to_change (MaakCliContext *self, const char *path, MaakPlanFile **file, int *exit_code);
gboolean maak_cli_save (MaakCliContext *self, MaakPlanFile *file, const char *path_or_null, int *exit_code);

/* A place in a plan. `field` NULL: the record as a whole. */
typedef struct
{
  MaakRecord      *record;
  const MaakField *field;
  char            *rest; /* within the value of the field, or NULL */
} MaakCliPlace;

gboolean maak_cli_resolve (MaakCliContext *self, MaakPlanFile *file, const char *path, MaakCliPlace *place, int *exit_code);
void     maak_cli_place_clear (MaakCliPlace *place);
int      maak_cli_fail_in_file (MaakCliContext *self, MaakPlanFile *file, const char *path_or_null, MaakMessage *message_taken);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaakCliPlace, maak_cli_place_clear)

G_END_DECLS
