/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A list of records as a sheet that is filled in cell by cell: a budget, its funding. */
#define MAAK_TYPE_SHEET_EDITOR (maak_sheet_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakSheetEditor, maak_sheet_editor, MAAK, SHEET_EDITOR, MaakEditor)

G_END_DECLS
