/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* Numbers and amounts: an entry with the unit beside it. */
#define MAAK_TYPE_NUMBER_EDITOR (maak_number_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakNumberEditor, maak_number_editor, MAAK, NUMBER_EDITOR, MaakEditor)

G_END_DECLS
