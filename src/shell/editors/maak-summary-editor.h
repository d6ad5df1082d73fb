/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* Shows a value in words and does not edit it: what is computed, and what may not be changed. */
#define MAAK_TYPE_SUMMARY_EDITOR (maak_summary_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakSummaryEditor, maak_summary_editor, MAAK, SUMMARY_EDITOR, MaakEditor)

G_END_DECLS
