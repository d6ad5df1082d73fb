/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-indicator.h"
#include "evidence/maak-exhibit.h"
#include "plan/maak-plan.h"

G_BEGIN_DECLS

#define MAAK_EVIDENCE_ERROR (maak_evidence_error_quark ())
GQuark maak_evidence_error_quark (void);

typedef enum
{
  MAAK_EVIDENCE_ERROR_NO_TEMPLATE, /* no template has the roles that it takes */
  MAAK_EVIDENCE_ERROR_NO_VALUE,    /* the region has none, or too few to draw */
  MAAK_EVIDENCE_ERROR_INVALID,     /* a record that is no exhibit, or whose values cannot be drawn */
} MaakEvidenceErrorCode;

/* What to draw, and how. */
typedef struct
{
  MaakExhibitKind          kind;
  const MaakRegion *const *regions; /* map, ranks: outlined; series: one line each; may be NULL */
  guint                    n_regions;
  guint                    n_classes; /* map; 0: the default, MAAK_EXHIBIT_DEFAULT_CLASSES */
  MaakClassMethod          method;    /* map */
} MaakExhibitOptions;

/* New records, in no plan yet: the caller inserts them. */
MaakRecord *maak_evidence_cite (MaakLibrary *library, MaakIndicator *indicator, const MaakRegion *region, GError **error);
MaakRecord *maak_evidence_make_exhibit (MaakLibrary *library, MaakCatalogue *catalogue, MaakIndicator *indicator, const MaakExhibitOptions *options, GError **error);

/* The template of a library that has this role and can be used (not abstract); NULL when there is none. */
const MaakTemplate *maak_evidence_lookup_template (MaakLibrary *library, MaakRole role);

/* What an exhibit of a plan is drawn from: its own values, never the atlas. The catalogue, which may be NULL, only lends the
 * name of the indicator. NULL and INVALID for an own table, too. */
MaakExhibit *maak_evidence_read_exhibit (MaakRecord *record, MaakCatalogue *catalogue, MaakRegionSet *regions, GError **error);

/* One cited or drawn value that the data say otherwise now. */
typedef struct
{
  MaakRecord       *record; /* the citation or the exhibit */
  const MaakRegion *region; /* NULL: the yardstick */
  MaakPeriod        period;
  double            before, now; /* in the unit of the record */
  MaakStatus        status_before, status_now;
  MaakMessage      *message; /* what differs, in a sentence */
} MaakEvidenceChange;

GPtrArray *maak_evidence_recheck (MaakPlan *plan, MaakCatalogue *catalogue); /* of MaakEvidenceChange, owned by the array */

G_END_DECLS
