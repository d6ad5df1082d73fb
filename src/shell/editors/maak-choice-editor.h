/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* One term: a button that opens the list of them. */
#define MAAK_TYPE_CHOICE_EDITOR (maak_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakChoiceEditor, maak_choice_editor, MAAK, CHOICE_EDITOR, MaakEditor)

G_END_DECLS
