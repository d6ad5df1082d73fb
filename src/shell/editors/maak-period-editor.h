/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A period: its first and its last day. */
#define MAAK_TYPE_PERIOD_EDITOR (maak_period_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakPeriodEditor, maak_period_editor, MAAK, PERIOD_EDITOR, MaakEditor)

G_END_DECLS
