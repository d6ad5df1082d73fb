/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A party: a button that opens the list of them, or makes a new one. */
#define MAAK_TYPE_PARTY_EDITOR (maak_party_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakPartyEditor, maak_party_editor, MAAK, PARTY_EDITOR, MaakEditor)

G_END_DECLS
