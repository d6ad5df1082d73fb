/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-prose.h"

G_BEGIN_DECLS

/* A run while it is written; owns its strings. */
typedef struct
{
  GString *text;
  guint    flags;
  char    *link; /* NULL: none */
} MaakWrittenRun;

GArray *maak_written_runs_new (void);
void    maak_written_runs_add (GArray *runs, const char *text, gssize length, guint flags, const char *link);
char   *maak_written_runs_dup_line (GArray *runs); /* one block's words with their marks; "\n" only behind "\\" */

G_END_DECLS
