/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* Chooses the regions of a field on a map, and hands them to its slot in one step. */
void maak_regions_dialog_present (MaakEditor *editor);

G_END_DECLS
