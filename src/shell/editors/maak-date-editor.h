/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A day: an entry with a calendar. */
#define MAAK_TYPE_DATE_EDITOR (maak_date_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakDateEditor, maak_date_editor, MAAK, DATE_EDITOR, MaakEditor)

G_END_DECLS
