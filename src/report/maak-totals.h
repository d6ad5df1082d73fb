/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-record.h"

G_BEGIN_DECLS

/* Amounts per year of the lines of a budget, whole euros, and their sums. */
typedef struct
{
  guint   n_years, n_lines;
  int    *years;   /* sorted */
  gint64 *amounts; /* n_lines times n_years; 0 where there is none */
  gint64 *by_year, *by_line;
  gint64  all;
} MaakTotals;

MaakTotals *maak_totals_new (MaakRecord *const *records, guint n, MaakRole role);
MaakTotals *maak_totals_new_union (const MaakTotals *budget, const MaakTotals *funding);
void        maak_totals_free (MaakTotals *self);
gint64      maak_totals_get_year (const MaakTotals *self, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakTotals, maak_totals_free)

G_END_DECLS
