/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for province, title and years of a new plan. Signal "made" (MaakNewPlanDialog *, MaakRecord *): the root record of
 * the plan, in no plan yet; the dialog closes. */
#define MAAK_TYPE_NEW_PLAN_DIALOG (maak_new_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MaakNewPlanDialog, maak_new_plan_dialog, MAAK, NEW_PLAN_DIALOG, AdwDialog)

AdwDialog *maak_new_plan_dialog_new (MaakContext *context);

G_END_DECLS
