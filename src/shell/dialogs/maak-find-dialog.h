/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MAAK_TYPE_FIND_DIALOG (maak_find_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MaakFindDialog, maak_find_dialog, MAAK, FIND_DIALOG, AdwDialog)

AdwDialog *maak_find_dialog_new (MaakContext *context, MaakDocument *document, const char *words_or_null);

G_END_DECLS
