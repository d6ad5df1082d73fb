/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-citation.h"
#include "base/maak-date.h"
#include "base/maak-text.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _MaakRecord MaakRecord;

/* What a field of a record holds: immutable, reference-counted. NULL stands for "empty" everywhere. */
typedef struct _MaakValue MaakValue;

typedef enum
{
  MAAK_VALUE_TEXT,    /* MaakText; one-language texts too (in the Dutch slot) */
  MAAK_VALUE_NUMBER,  /* double */
  MAAK_VALUE_INTEGER, /* gint64: whole euros */
  MAAK_VALUE_DATE,
  MAAK_VALUE_SPAN,   /* first and last day, either may be open */
  MAAK_VALUE_CODE,   /* interned string: a term */
  MAAK_VALUE_CODES,  /* interned strings: terms, regions */
  MAAK_VALUE_IDS,    /* record ids: party (one), refs */
  MAAK_VALUE_LIST,   /* records */
  MAAK_VALUE_SERIES, /* a value per year */
  MAAK_VALUE_CITATION,
  MAAK_VALUE_FILE,
} MaakValueKind;

/* One year of a series, sorted by year. For money `integer` counts, else `number`. */
typedef struct
{
  int    year;
  double number;
  gint64 integer;
} MaakSeriesPoint;

typedef struct
{
  const char *name;  /* as the person knows it */
  const char *kind;  /* media type or term */
  const char *party; /* record id, or NULL */
  MaakDate    date;
  const char *hash;  /* sha256, or NULL */
  const char *place; /* where it was found last; never used as a path without asking */
} MaakFileRef;

MaakValue *maak_value_new_text (MaakText *text);
MaakValue *maak_value_new_number (double number);
MaakValue *maak_value_new_integer (gint64 integer);
MaakValue *maak_value_new_date (MaakDate date);
MaakValue *maak_value_new_span (MaakDate start, MaakDate end);
MaakValue *maak_value_new_code (const char *code);
MaakValue *maak_value_new_codes (const char *const *codes);
MaakValue *maak_value_new_ids (const char *const *ids);
MaakValue *maak_value_new_list (MaakRecord *const *records, guint n);
MaakValue *maak_value_new_series (const MaakSeriesPoint *points, guint n, gboolean is_money);
MaakValue *maak_value_new_citation (MaakCitation *citation);
MaakValue *maak_value_new_file (const MaakFileRef *file);

MaakValue             *maak_value_ref (MaakValue *self);
void                   maak_value_unref (MaakValue *self);
MaakValueKind          maak_value_get_kind (const MaakValue *self);
MaakText              *maak_value_get_text (const MaakValue *self);
double                 maak_value_get_number (const MaakValue *self); /* also of an integer */
gint64                 maak_value_get_integer (const MaakValue *self);
MaakDate               maak_value_get_date (const MaakValue *self);
void                   maak_value_get_span (const MaakValue *self, MaakDate *start, MaakDate *end);
const char            *maak_value_get_code (const MaakValue *self);
const char *const     *maak_value_get_codes (const MaakValue *self, guint *n);
const char *const     *maak_value_get_ids (const MaakValue *self, guint *n);
MaakRecord *const     *maak_value_get_records (const MaakValue *self, guint *n);
const MaakSeriesPoint *maak_value_get_points (const MaakValue *self, guint *n, gboolean *is_money);
MaakCitation          *maak_value_get_citation (const MaakValue *self);
const MaakFileRef     *maak_value_get_file (const MaakValue *self);
gboolean               maak_value_equal (const MaakValue *a, const MaakValue *b); /* lists: same records, deeply */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakValue, maak_value_unref)

G_END_DECLS
