/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* References to records: chips that lead there, and a list of what may be referred to. */
#define MAAK_TYPE_REFS_EDITOR (maak_refs_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakRefsEditor, maak_refs_editor, MAAK, REFS_EDITOR, MaakEditor)

G_END_DECLS
