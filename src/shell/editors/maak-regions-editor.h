/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* Regions: chips, and a list by level. */
#define MAAK_TYPE_REGIONS_EDITOR (maak_regions_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakRegionsEditor, maak_regions_editor, MAAK, REGIONS_EDITOR, MaakEditor)

G_END_DECLS
