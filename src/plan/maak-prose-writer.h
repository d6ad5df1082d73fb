/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-prose.h"

G_BEGIN_DECLS

/* Makes prose from blocks and runs: the way back from what maak_prose_new() reads. */
typedef struct _MaakProseBuilder MaakProseBuilder;

MaakProseBuilder *maak_prose_builder_new (void);
void              maak_prose_builder_free (MaakProseBuilder *self);
void              maak_prose_builder_begin (MaakProseBuilder *self, MaakProseKind kind, guint depth, guint number);
void              maak_prose_builder_add (MaakProseBuilder *self, const char *text, guint flags, const char *link_or_null);
char             *maak_prose_builder_end (MaakProseBuilder *self); /* the prose; empties the builder */

char *maak_prose_dup_markdown (MaakProse *self);
char *maak_prose_dup_escaped (const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakProseBuilder, maak_prose_builder_free)

G_END_DECLS
