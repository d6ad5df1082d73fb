/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "store/maak-plan-file.h"

G_BEGIN_DECLS

typedef struct _MaakHeadStart MaakHeadStart;

MaakHeadStart *maak_head_start_begin (const char *data_folder, MaakLanguage language, GSettings *settings, const char *plan_or_null);

MaakContext *maak_head_start_end (MaakHeadStart *self_taken, MaakPlanFile **file, GError **error);

G_END_DECLS
