/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* Where a statement comes from: a figure, a document, a decision, a conversation. */
#define MAAK_TYPE_CITATION_EDITOR (maak_citation_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakCitationEditor, maak_citation_editor, MAAK, CITATION_EDITOR, MaakEditor)

G_END_DECLS
