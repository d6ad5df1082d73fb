/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "report/maak-block.h"

G_BEGIN_DECLS

/* Says what is shown for a link [words](target): appends it to runs. */
typedef void (*MaakProseLink) (MaakRuns *runs, const char *target, const MaakRuns *words, gpointer data);

MaakBlock *maak_prose_make_blocks (const char *markdown, MaakStyle style, MaakProseLink link, gpointer data);
MaakRuns  *maak_prose_flatten (const MaakBlock *prose);

G_END_DECLS
