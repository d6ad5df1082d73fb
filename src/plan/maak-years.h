/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* The years of a series, for whoever shows them as columns. */
typedef struct
{
  GArray  *years;   /* of int, sorted: those that are allowed, and those that have a value though they are not */
  gboolean is_free; /* any year is allowed */
} MaakYears;

void     maak_years_init (MaakYears *self);
void     maak_years_clear (MaakYears *self);
void     maak_years_add (MaakYears *self, int year);
void     maak_years_add_series (MaakYears *self, MaakPlan *plan, MaakRecord *record, const MaakField *field);
double   maak_series_sum (MaakValue *series_or_null, gint64 *euros);
gboolean maak_series_get (MaakValue *series_or_null, int year, MaakSeriesPoint *point);

G_END_DECLS
