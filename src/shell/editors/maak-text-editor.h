/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* Edits a text, short or prose, in the language in which the person writes, or in both. */
#define MAAK_TYPE_TEXT_EDITOR (maak_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakTextEditor, maak_text_editor, MAAK, TEXT_EDITOR, MaakEditor)

G_END_DECLS
