/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* Several terms: chips, and a list with checks. */
#define MAAK_TYPE_CHOICES_EDITOR (maak_choices_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakChoicesEditor, maak_choices_editor, MAAK, CHOICES_EDITOR, MaakEditor)

G_END_DECLS
