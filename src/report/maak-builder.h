/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-boundaries.h"
#include "atlas/maak-dataset.h"
#include "plan/maak-plan.h"
#include "report/maak-block.h"

G_BEGIN_DECLS

/* What is known while a plan becomes blocks. Lives on the stack of maak_report_make_blocks(). */
typedef struct
{
  MaakPlan       *plan;
  MaakLanguage    language;
  gboolean        working;    /* everything is printed, omitted or not */
  MaakCatalogue  *catalogue;  /* may be NULL: names of datasets then stand as they are in the plan */
  MaakBoundaries *boundaries; /* may be NULL: maps are told in words and numbers only */
  MaakRegionSet  *regions;
  MaakDate        date;
  GHashTable     *numbers; /* MaakRecord to GUINT: its number in the list of sources */
  GPtrArray      *sources; /* of MaakRecord, in the order of their numbers; borrowed */
  MaakBlock      *annex;   /* tables of the figures' values; borrowed */
  guint           n_exhibits;
} MaakBuilder;

/* Small things, in maak-build-value.c. */
const char        *maak_builder_word (MaakBuilder *self, MaakPhrase phrase);
char              *maak_builder_dup_text (MaakBuilder *self, MaakText *text, gboolean *other_language);
char              *maak_builder_dup_label (MaakBuilder *self, const MaakField *field);
char              *maak_builder_dup_term (MaakBuilder *self, MaakRecord *record, MaakRole role);
gboolean           maak_builder_shows_field (MaakBuilder *self, MaakRecord *record, const MaakField *field);
gboolean           maak_builder_is_unsigned (MaakBuilder *self, MaakRecord *record);
MaakRuns          *maak_builder_make_value (MaakBuilder *self, MaakRecord *record, const MaakField *field);
MaakRuns          *maak_builder_make_title (MaakBuilder *self, MaakRecord *record);
MaakRuns          *maak_builder_make_key_figure (MaakBuilder *self, MaakRecord *evidence);
void               maak_builder_append_source (MaakBuilder *self, MaakRuns *runs, MaakRecord *evidence);
MaakBlock         *maak_builder_make_prose (MaakBuilder *self, MaakText *text, MaakStyle style);
MaakRecord *const *maak_builder_get_records (MaakRecord *record, const MaakField *list, guint *n);

/* Records and fields, in maak-build-record.c. */
void maak_builder_add_record (MaakBuilder *self, MaakBlock *into, MaakRecord *record, guint level);
void maak_builder_add_fields (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *const *fields, guint n, guint level, gboolean label_single);
void maak_builder_add_details (MaakBuilder *self, MaakRuns *runs, MaakRecord *record, const MaakField *const *shown, guint n_shown);

/* Lists, in the files named after them. */
void       maak_builder_add_list (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *list, guint level);
void       maak_builder_add_rows (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n, const MaakField *group_by, gboolean numbered);
void       maak_builder_add_sheet (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *list, MaakRecord *const *records, guint n);
void       maak_builder_add_series (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *const *fields, guint n);
void       maak_builder_add_balance (MaakBuilder *self, MaakBlock *into, MaakRecord *record);
void       maak_builder_add_quadrants (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n);
void       maak_builder_add_chain (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n);
void       maak_builder_add_timeline (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n);
void       maak_builder_add_grid (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n);
void       maak_builder_add_exhibits (MaakBuilder *self, MaakBlock *into, MaakRecord *const *records, guint n);
MaakBlock *maak_builder_make_title_page (MaakBuilder *self);
void       maak_builder_add_sources (MaakBuilder *self, MaakBlock *into);

G_END_DECLS
