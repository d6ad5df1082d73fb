/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A list of records as rows: add, open, move, remove. */
#define MAAK_TYPE_LIST_EDITOR (maak_list_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakListEditor, maak_list_editor, MAAK, LIST_EDITOR, MaakEditor)

void maak_list_editor_hide_add (MaakListEditor *self); /* whoever shows it has a button of its own */

G_END_DECLS
