/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-classes.h"
#include "atlas/maak-indicator.h"
#include "shell/maak-context.h"

G_BEGIN_DECLS

/* What the map page shows, and what else it could show. Signal "changed": something of it is another. */
#define MAAK_TYPE_MAP_CHOICE (maak_map_choice_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapChoice, maak_map_choice, MAAK, MAP_CHOICE, GObject)

MaakMapChoice *maak_map_choice_new (MaakContext *context);

guint        maak_map_choice_get_n_datasets (MaakMapChoice *self);
MaakDataset *maak_map_choice_get_nth_dataset (MaakMapChoice *self, guint index);
char        *maak_map_choice_dup_label (MaakMapChoice *self, MaakDataset *dataset, MaakLanguage language);
MaakDataset *maak_map_choice_get_dataset (MaakMapChoice *self); /* NULL: boundaries only */
void         maak_map_choice_set_dataset (MaakMapChoice *self, MaakDataset *dataset_or_null);

/* What can be computed of the dataset; the first, NULL, is its own values. */
guint             maak_map_choice_get_n_metrics (MaakMapChoice *self);
const MaakMetric *maak_map_choice_get_nth_metric (MaakMapChoice *self, guint index);
const MaakMetric *maak_map_choice_get_metric (MaakMapChoice *self);
void              maak_map_choice_set_metric (MaakMapChoice *self, const MaakMetric *metric_or_null);

/* The periods in which it can be computed, the latest first. */
guint      maak_map_choice_get_n_periods (MaakMapChoice *self);
MaakPeriod maak_map_choice_get_nth_period (MaakMapChoice *self, guint index);
guint      maak_map_choice_get_period (MaakMapChoice *self);
void       maak_map_choice_set_period (MaakMapChoice *self, guint index);

MaakLevel       maak_map_choice_get_level (MaakMapChoice *self);
void            maak_map_choice_set_level (MaakMapChoice *self, MaakLevel level); /* of boundaries only */
MaakClassMethod maak_map_choice_get_method (MaakMapChoice *self);
guint           maak_map_choice_get_n_classes (MaakMapChoice *self);
void            maak_map_choice_set_classes (MaakMapChoice *self, MaakClassMethod method, guint n_classes);
gboolean        maak_map_choice_get_fill (MaakMapChoice *self);
void            maak_map_choice_set_fill (MaakMapChoice *self, gboolean fill);

MaakIndicator *maak_map_choice_get_indicator (MaakMapChoice *self); /* NULL: boundaries only */
void           maak_map_choice_show (MaakMapChoice *self, MaakDataset *dataset, const MaakMetric *metric_or_null);

G_END_DECLS
