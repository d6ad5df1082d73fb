/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "checks/maak-finding.h"

G_BEGIN_DECLS

/* All findings of a plan: the worst first, and of equal severity in the order of the plan. Of MaakFinding, owned. */
GPtrArray *maak_checks_run (MaakPlan *plan);
guint      maak_checks_count (GPtrArray *findings, MaakSeverity severity);

G_END_DECLS
