/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "checks/maak-finding.h"

G_BEGIN_DECLS

/* Follows a plan: after an edit only what depends on what was edited is checked again.
 * Signal "changed" (MaakChecker *): the findings may be others; ask for them when there is time. */
#define MAAK_TYPE_CHECKER (maak_checker_get_type ())
G_DECLARE_FINAL_TYPE (MaakChecker, maak_checker, MAAK, CHECKER, GObject)

MaakChecker *maak_checker_new (MaakPlan *plan);
GPtrArray   *maak_checker_dup_findings (MaakChecker *self);      /* as maak_checks_run() */
guint64      maak_checker_get_n_evaluations (MaakChecker *self); /* rules and checks evaluated so far */

G_END_DECLS
