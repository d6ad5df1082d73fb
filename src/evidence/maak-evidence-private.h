/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "evidence/maak-evidence.h"

G_BEGIN_DECLS

/* The snapshot of an exhibit that is being made: cells, and the yardstick of map and ranks. */
typedef struct
{
  MaakIndicator            *indicator; /* borrowed */
  const MaakExhibitOptions *options;   /* borrowed */
  GArray                   *cells;     /* of MaakCell; by region, then by period */
} MaakSnapshot;

void maak_snapshot_take (MaakSnapshot *self, MaakCatalogue *catalogue);

MaakText *maak_evidence_word_alternative (const MaakSnapshot *snapshot);
MaakText *maak_evidence_word_source (MaakIndicator *indicator);
MaakText *maak_evidence_word_value (MaakUnit unit, double value);
MaakText *maak_evidence_word_region (const MaakRegion *region);
MaakText *maak_evidence_word_period (MaakPeriod period);

/* The indicator of a record's dataset, metric and period; NULL where the catalogue cannot make it (now). */
MaakIndicator *maak_evidence_make_indicator (MaakCatalogue *catalogue, const char *dataset, const char *metric, MaakPeriod period);

G_END_DECLS
