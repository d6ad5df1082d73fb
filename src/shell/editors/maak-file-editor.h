/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* What is known of a file, and a way to choose it. */
#define MAAK_TYPE_FILE_EDITOR (maak_file_editor_get_type ())
G_DECLARE_FINAL_TYPE (MaakFileEditor, maak_file_editor, MAAK, FILE_EDITOR, MaakEditor)

void maak_file_editor_drop (MaakFileEditor *self, GFile *const *files, guint n_files);

G_END_DECLS
