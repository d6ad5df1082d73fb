/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "evidence/maak-evidence.h"
#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks where in the plan an illustration belongs, and puts it there. */
#define MAAK_TYPE_ADD_EXHIBIT_DIALOG (maak_add_exhibit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MaakAddExhibitDialog, maak_add_exhibit_dialog, MAAK, ADD_EXHIBIT_DIALOG, AdwDialog)

AdwDialog *maak_add_exhibit_dialog_new (MaakContext *context, MaakDocument *document, MaakIndicator *indicator, const MaakExhibitOptions *options);

G_END_DECLS
