/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line or paragraph of text with its emphasis and links. Owned by one block or cell. */
typedef enum
{
  MAAK_RUN_PLAIN = 0,
  MAAK_RUN_BOLD = 1 << 0,
  MAAK_RUN_ITALIC = 1 << 1,
  MAAK_RUN_MUTED = 1 << 2, /* grey: what explains */
  MAAK_RUN_SMALL = 1 << 3, /* a step smaller: source numbers, second lines */
  MAAK_RUN_ACCENT = 1 << 4,
  MAAK_RUN_LARGE = 1 << 5, /* a figure to be seen from afar */
} MaakRunFlags;

typedef struct
{
  guint start, end; /* bytes */
  guint flags;      /* MaakRunFlags */
  char *link;       /* "#anchor" within the document, else an address; NULL: none */
} MaakSpan;

typedef struct
{
  GString *text;  /* UTF-8; "\n" begins a new line */
  GArray  *spans; /* of MaakSpan, in order, not overlapping; plain text has none */
} MaakRuns;

MaakRuns *maak_runs_new (const char *text_or_null);
MaakRuns *maak_runs_copy (const MaakRuns *self);
void      maak_runs_free (MaakRuns *self);
gboolean  maak_runs_is_empty (const MaakRuns *self);
void      maak_runs_append (MaakRuns *self, const char *text, guint flags);
void      maak_runs_append_link (MaakRuns *self, const char *text, guint flags, const char *link_or_null);
void      maak_runs_append_runs (MaakRuns *self, const MaakRuns *other, guint more_flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakRuns, maak_runs_free)

G_END_DECLS
