/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "promoted" (MaakPromoteDialog *, MaakRecord *): the new record is in the plan; the dialog closes. */
#define MAAK_TYPE_PROMOTE_DIALOG (maak_promote_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MaakPromoteDialog, maak_promote_dialog, MAAK, PROMOTE_DIALOG, AdwDialog)

AdwDialog *maak_promote_dialog_new (MaakContext *context, MaakDocument *document, MaakRecord *record);

G_END_DECLS
