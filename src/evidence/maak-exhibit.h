/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-classes.h"
#include "atlas/maak-indicator.h"

G_BEGIN_DECLS

#define MAAK_EXHIBIT_DEFAULT_CLASSES 4

typedef enum
{
  MAAK_EXHIBIT_MAP,
  MAAK_EXHIBIT_RANKS,
  MAAK_EXHIBIT_SERIES,
  MAAK_EXHIBIT_TABLE, /* one's own; the program draws none of it */
} MaakExhibitKind;

#define MAAK_N_EXHIBIT_KINDS 4

const char *maak_exhibit_kind_get_code (MaakExhibitKind kind);
gboolean    maak_exhibit_kind_parse (const char *code, MaakExhibitKind *kind);

/* Everything that a painter needs to draw an exhibit, in plain members. Texts are never NULL; any may be empty. */
typedef struct
{
  MaakExhibitKind    kind;
  char              *dataset; /* id; may be NULL */
  char              *metric;  /* id; "value" for the dataset's own */
  MaakUnit           unit;
  MaakLevel          level;    /* of the values */
  MaakPeriod         period;   /* map, ranks */
  gboolean           is_total; /* circles, not fills */
  double             pivot;    /* NAN: none */
  MaakText          *title;    /* of the legend: the indicator */
  MaakText          *caption;
  MaakText          *alternative;     /* for who cannot see it */
  MaakText          *source;          /* source line with year, status and cautions */
  MaakText          *yardstick;       /* its name; empty: none */
  double             yardstick_value; /* map, ranks */
  MaakStatus         yardstick_status;
  const MaakRegion **regions; /* outlined; series: the lines, in order */
  guint              n_regions;
  guint              n_classes;
  MaakClassMethod    method;
  MaakCell          *values; /* sorted: by region as the lines are, then by period; without the yardstick */
  guint              n_values;
  MaakRegionSet     *region_set;
} MaakExhibit;

void           maak_exhibit_free (MaakExhibit *self);
MaakIndicator *maak_exhibit_make_indicator (MaakExhibit *self); /* map, ranks: for the painters */
MaakDataset   *maak_exhibit_make_dataset (MaakExhibit *self);   /* series: for the painters */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakExhibit, maak_exhibit_free)

G_END_DECLS
