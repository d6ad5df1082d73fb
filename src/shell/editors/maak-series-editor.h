/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A value a year, with their total. */
#define MAAK_TYPE_SERIES_EDITOR (maak_series_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakSeriesEditor, maak_series_editor, MAAK, SERIES_EDITOR, MaakEditor)

G_END_DECLS
