/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog      *maak_alert_new (const char *heading, const char *body_or_null);
AdwAlertDialog *maak_problem_present (GtkWidget *parent, const char *what, const char *why_or_null, const char *now_or_null);

G_END_DECLS
