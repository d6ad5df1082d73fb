/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Which cited and drawn values the data say otherwise now.
 *
 * Every figure that the plan cites, and every row of every exhibit, is computed again from its dataset, metric and
 * period, and compared with what the plan keeps: the value up to the rounding of double precision, and the status.
 * A value that the data no longer have is a change too. A dataset that is not at hand cannot be checked, and is passed
 * over: that it is absent here says nothing about the figure.
 * Nothing is changed: the plan keeps what it printed until a person takes the new value. */

#include "evidence/maak-evidence-private.h"

#include <math.h>

#define TOLERANCE 1e-9 /* relative */

typedef struct
{
  MaakPlan      *plan;
  MaakCatalogue *catalogue;
  GPtrArray     *changes;
} Recheck;

/* One value that a record keeps, with what it is called. */
typedef struct
{
  MaakRecord       *record;
  MaakText         *title;
  const MaakRegion *region; /* NULL: the yardstick */
  MaakPeriod        period;
  double            value;
  MaakStatus        status;
  MaakUnit          unit;
} Kept;

static void
free_change (gpointer data)
{
  MaakEvidenceChange *change = data;

  maak_message_unref (change->message);
  g_object_unref (change->record);
  g_free (change);
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) <= TOLERANCE * MAX (fabs (a), fabs (b));
}

static MaakText *
word_status (MaakStatus status)
{
  return maak_text_new (maak_status_get_label (status, MAAK_LANGUAGE_NL), maak_status_get_label (status, MAAK_LANGUAGE_EN));
}

static MaakMessage *
make_message (const Kept *kept, double now, MaakStatus status_now)
{
  g_autoptr (MaakText) before = maak_evidence_word_value (kept->unit, kept->value);
  g_autoptr (MaakText) after = maak_evidence_word_value (kept->unit, now);
  g_autoptr (MaakText) status_before = word_status (kept->status);
  g_autoptr (MaakText) status_after = word_status (status_now);

  if (!maak_status_has_value (status_now))
    return maak_message_new (MAAK_PHRASE_RECHECK_GONE, MAAK_ARG_TEXT, "title", kept->title, MAAK_ARG_TEXT, "before", before, MAAK_ARG_END);
  if (!maak_status_has_value (kept->status))
    return maak_message_new (MAAK_PHRASE_RECHECK_NEW, MAAK_ARG_TEXT, "title", kept->title, MAAK_ARG_TEXT, "now", after, MAAK_ARG_END);
  if (is_same (kept->value, now))
    return maak_message_new (MAAK_PHRASE_RECHECK_STATUS, MAAK_ARG_TEXT, "title", kept->title,
                             MAAK_ARG_TEXT, "before", status_before, MAAK_ARG_TEXT, "now", status_after, MAAK_ARG_END);
  return maak_message_new (MAAK_PHRASE_RECHECK_VALUE, MAAK_ARG_TEXT, "title", kept->title,
                           MAAK_ARG_TEXT, "before", before, MAAK_ARG_TEXT, "now", after, MAAK_ARG_END);
}

static void
compare (Recheck *self, const Kept *kept, double now, MaakStatus status_now)
{
  gboolean            had = maak_status_has_value (kept->status), has = maak_status_has_value (status_now);
  MaakEvidenceChange *change;

  if (had == has && (!had || (is_same (kept->value, now) && kept->status == status_now)))
    return;
  change = g_new0 (MaakEvidenceChange, 1);
  change->record = g_object_ref (kept->record);
  change->region = kept->region;
  change->period = kept->period;
  change->before = kept->value;
  change->now = has ? now : 0;
  change->status_before = kept->status;
  change->status_now = status_now;
  change->message = make_message (kept, now, status_now);
  g_ptr_array_add (self->changes, change);
}

/* What the data say now of a region: a value of the level, or, for the country and for no region, the yardstick. */
static void
compare_with (Recheck *self, const Kept *kept, MaakIndicator *indicator)
{
  double     now = 0;
  MaakStatus status = MAAK_STATUS_MISSING;

  if (indicator != NULL && kept->region != NULL && maak_region_get_level (kept->region) == maak_indicator_get_level (indicator))
    status = maak_indicator_get (indicator, maak_region_get_index (kept->region), &now);
  else if (indicator != NULL && maak_indicator_get_yardstick (indicator, &now, &status) == NULL)
    status = MAAK_STATUS_MISSING;
  compare (self, kept, now, status);
}

static void
recheck_citation (Recheck *self, MaakRecord *record, MaakValue *value)
{
  const MaakCitationParts *parts = maak_citation_get (maak_value_get_citation (value));
  MaakRegionSet           *regions = maak_catalogue_get_regions (self->catalogue);
  g_autoptr (MaakIndicator) indicator = NULL;
  g_autoptr (MaakText) untitled = maak_text_new (NULL, NULL);
  Kept kept = { .record = record };

  if (parts->kind != MAAK_CITATION_FIGURE || parts->dataset == NULL || maak_catalogue_lookup (self->catalogue, parts->dataset) == NULL)
    return;
  indicator = maak_evidence_make_indicator (self->catalogue, parts->dataset, parts->metric, parts->period);
  kept.title = parts->title != NULL ? parts->title : untitled;
  kept.region = parts->region != NULL ? maak_region_set_lookup (regions, parts->region) : NULL;
  kept.period = parts->period;
  kept.value = parts->value;
  kept.status = parts->status;
  kept.unit = parts->unit;
  compare_with (self, &kept, indicator);
}

static void
recheck_cell (Recheck *self, MaakRecord *record, const MaakExhibit *exhibit, const MaakCell *cell, MaakIndicator *indicator)
{
  g_autoptr (MaakText) region = cell->region != NULL ? maak_evidence_word_region (cell->region) : maak_text_ref (exhibit->yardstick);
  g_autoptr (MaakMessage) title = maak_message_new (MAAK_PHRASE_CITATION_TITLE, MAAK_ARG_TEXT, "what", exhibit->title, MAAK_ARG_TEXT, "region", region, MAAK_ARG_END);
  g_autoptr (MaakText) words = maak_message_dup_text (title);
  Kept kept = { record, words, cell->region, cell->period, cell->value, cell->status, exhibit->unit };

  compare_with (self, &kept, indicator);
}

/* A map or ranks: one indicator for all rows and the yardstick. */
static void
recheck_regions (Recheck *self, MaakRecord *record, const MaakExhibit *exhibit)
{
  g_autoptr (MaakIndicator) indicator = maak_evidence_make_indicator (self->catalogue, exhibit->dataset, exhibit->metric, exhibit->period);
  MaakCell yardstick = { NULL, exhibit->period, exhibit->yardstick_value, exhibit->yardstick_status };

  for (guint i = 0; i < exhibit->n_values; i++)
    recheck_cell (self, record, exhibit, &exhibit->values[i], indicator);
  if (!maak_text_is_empty (exhibit->yardstick))
    recheck_cell (self, record, exhibit, &yardstick, indicator);
}

/* A series: one indicator for each point. The nation of a series is the nation, never a sum of regions. */
static void
recheck_series (Recheck *self, MaakRecord *record, const MaakExhibit *exhibit)
{
  for (guint i = 0; i < exhibit->n_values; i++)
    {
      g_autoptr (MaakIndicator) indicator = maak_evidence_make_indicator (self->catalogue, exhibit->dataset, exhibit->metric, exhibit->values[i].period);

      recheck_cell (self, record, exhibit, &exhibit->values[i], indicator);
    }
}

static void
recheck_exhibit (Recheck *self, MaakRecord *record)
{
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, self->catalogue, maak_catalogue_get_regions (self->catalogue), NULL);

  if (exhibit == NULL || exhibit->dataset == NULL || maak_catalogue_lookup (self->catalogue, exhibit->dataset) == NULL)
    return;
  if (exhibit->kind == MAAK_EXHIBIT_SERIES)
    recheck_series (self, record, exhibit);
  else
    recheck_regions (self, record, exhibit);
}

static void
visit_cb (MaakRecord *record, gpointer data)
{
  Recheck   *self = data;
  MaakValue *citation = maak_record_get_role (record, MAAK_ROLE_CITATION);

  if (citation != NULL && maak_value_get_kind (citation) == MAAK_VALUE_CITATION)
    recheck_citation (self, record, citation);
  if (maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_EXHIBIT_VALUES) != NULL)
    recheck_exhibit (self, record);
}

/**
 * maak_evidence_recheck:
 * @catalogue: the data as they are now
 *
 * Returns: (transfer full): of MaakEvidenceChange, in the order of the plan; empty when everything still holds
 */
GPtrArray *
maak_evidence_recheck (MaakPlan *plan, MaakCatalogue *catalogue)
{
  Recheck recheck = { plan, catalogue, NULL };

  g_return_val_if_fail (plan != NULL && catalogue != NULL, NULL);

  recheck.changes = g_ptr_array_new_with_free_func (free_change);
  maak_plan_foreach (plan, visit_cb, &recheck);
  return recheck.changes;
}
