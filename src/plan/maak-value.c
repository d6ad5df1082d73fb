/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a field of a record holds: a small tagged union behind a reference count.
 *
 * A value never changes once made, so undo, drafts and copies share it. Terms and region codes are interned
 * (g_intern_string), so two codes are equal when their pointers are; record ids are not, as they are many and each is
 * used a few times. Points of a series are sorted by year. A list holds references to its records; the records
 * themselves may change, through their plan only, and know their place in the list.
 * A value does not know its field: whether a code is a term, or a series is within its years, is asked elsewhere. */

#include "plan/maak-value-private.h"

#include "plan/maak-record.h"

struct _MaakValue
{
  gatomicrefcount ref_count;
  MaakValueKind   kind;
  guint           n; /* codes, ids, records, points */
  union
  {
    MaakText     *text;
    double        number;
    gint64        integer;
    MaakDate      date;
    const char   *code;
    MaakCitation *citation;
    MaakFileRef  *file;
    struct
    {
      MaakDate start, end;
    } span;
    struct
    {
      MaakSeriesPoint *points;
      gboolean         is_money;
    } series;
    const char **codes;   /* NULL-terminated */
    char       **ids;     /* NULL-terminated */
    MaakRecord **records; /* NULL-terminated */
  };
};

static MaakValue *
create (MaakValueKind kind)
{
  MaakValue *self = g_new0 (MaakValue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  return self;
}

static void
free_file (MaakFileRef *file)
{
  g_free ((char *) file->name);
  g_free ((char *) file->kind);
  g_free ((char *) file->party);
  g_free ((char *) file->hash);
  g_free ((char *) file->place);
  g_free (file);
}

static void
free_value (MaakValue *self)
{
  switch (self->kind)
    {
    case MAAK_VALUE_TEXT:
      maak_text_unref (self->text);
      break;
    case MAAK_VALUE_CODES:
      g_free (self->codes);
      break;
    case MAAK_VALUE_IDS:
      g_strfreev (self->ids);
      break;
    case MAAK_VALUE_LIST:
      for (guint i = 0; i < self->n; i++)
        g_object_unref (self->records[i]);
      g_free (self->records);
      break;
    case MAAK_VALUE_SERIES:
      g_free (self->series.points);
      break;
    case MAAK_VALUE_CITATION:
      maak_citation_unref (self->citation);
      break;
    case MAAK_VALUE_FILE:
      free_file (self->file);
      break;
    case MAAK_VALUE_NUMBER:
    case MAAK_VALUE_INTEGER:
    case MAAK_VALUE_DATE:
    case MAAK_VALUE_SPAN:
    case MAAK_VALUE_CODE:
    default:
      break;
    }
  g_free (self);
}

/**
 * maak_value_new_text:
 * @text: referenced, not taken; a one-language text stands in its Dutch slot
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_text (MaakText *text)
{
  MaakValue *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = create (MAAK_VALUE_TEXT);
  self->text = maak_text_ref (text);
  return self;
}

/**
 * maak_value_new_number:
 * @number: finite
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_number (double number)
{
  MaakValue *self = create (MAAK_VALUE_NUMBER);

  self->number = number;
  return self;
}

/**
 * maak_value_new_integer:
 * @integer: whole euros
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_integer (gint64 integer)
{
  MaakValue *self = create (MAAK_VALUE_INTEGER);

  self->integer = integer;
  return self;
}

/**
 * maak_value_new_date:
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_date (MaakDate date)
{
  MaakValue *self = create (MAAK_VALUE_DATE);

  self->date = date;
  return self;
}

/**
 * maak_value_new_span:
 * @start: the first day; year 0 for open
 * @end: the last day; year 0 for open
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_span (MaakDate start,
                     MaakDate end)
{
  MaakValue *self = create (MAAK_VALUE_SPAN);

  self->span.start = start;
  self->span.end = end;
  return self;
}

/**
 * maak_value_new_code:
 * @code: a term; interned
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_code (const char *code)
{
  MaakValue *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = create (MAAK_VALUE_CODE);
  self->code = g_intern_string (code);
  return self;
}

/**
 * maak_value_new_codes:
 * @codes: NULL-terminated terms or region codes; interned
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_codes (const char *const *codes)
{
  MaakValue *self;

  g_return_val_if_fail (codes != NULL, NULL);

  self = create (MAAK_VALUE_CODES);
  self->n = g_strv_length ((char **) codes);
  self->codes = g_new0 (const char *, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->codes[i] = g_intern_string (codes[i]);
  return self;
}

/**
 * maak_value_new_ids:
 * @ids: NULL-terminated ids of records; copied
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_ids (const char *const *ids)
{
  MaakValue *self;

  g_return_val_if_fail (ids != NULL, NULL);

  self = create (MAAK_VALUE_IDS);
  self->n = g_strv_length ((char **) ids);
  self->ids = g_strdupv ((char **) ids);
  return self;
}

/**
 * maak_value_new_list:
 * @records: @n records, referenced
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_list (MaakRecord *const *records,
                     guint              n)
{
  MaakValue *self = create (MAAK_VALUE_LIST);

  self->n = n;
  self->records = g_new0 (MaakRecord *, n + 1);
  for (guint i = 0; i < n; i++)
    self->records[i] = g_object_ref (records[i]);
  return self;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const MaakSeriesPoint *left = a, *right = b;

  return (left->year > right->year) - (left->year < right->year);
}

/**
 * maak_value_new_series:
 * @points: @n points in any order, no year twice
 * @is_money: whether `integer` counts (whole euros), else `number`
 *
 * Returns: (transfer full): the value; the other of number and integer is set to agree
 */
MaakValue *
maak_value_new_series (const MaakSeriesPoint *points,
                       guint                  n,
                       gboolean               is_money)
{
  MaakValue *self = create (MAAK_VALUE_SERIES);

  self->n = n;
  self->series.is_money = is_money;
  self->series.points = g_memdup2 (points, n * sizeof *points);
  for (guint i = 0; i < n; i++)
    {
      if (is_money)
        self->series.points[i].number = (double) points[i].integer;
      else
        self->series.points[i].integer = 0;
    }
  if (n > 1)
    qsort (self->series.points, n, sizeof *points, compare_points);
  return self;
}

/**
 * maak_value_new_citation:
 * @citation: referenced
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_citation (MaakCitation *citation)
{
  MaakValue *self;

  g_return_val_if_fail (citation != NULL, NULL);

  self = create (MAAK_VALUE_CITATION);
  self->citation = maak_citation_ref (citation);
  return self;
}

/**
 * maak_value_new_file:
 * @file: copied
 *
 * Returns: (transfer full): the value
 */
MaakValue *
maak_value_new_file (const MaakFileRef *file)
{
  MaakValue *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = create (MAAK_VALUE_FILE);
  self->file = g_new0 (MaakFileRef, 1);
  self->file->name = g_strdup (file->name);
  self->file->kind = g_strdup (file->kind);
  self->file->party = g_strdup (file->party);
  self->file->date = file->date;
  self->file->hash = g_strdup (file->hash);
  self->file->place = g_strdup (file->place);
  return self;
}

/** maak_value_ref: Returns: (transfer full): @self with one reference more */
MaakValue *
maak_value_ref (MaakValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** maak_value_unref: gives up a reference to @self; the last frees it. */
void
maak_value_unref (MaakValue *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    free_value (self);
}

/** maak_value_get_kind: Returns: which of the getters below is meant for @self */
MaakValueKind
maak_value_get_kind (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL, MAAK_VALUE_TEXT);

  return self->kind;
}

/** maak_value_get_text: Returns: (transfer none): the text of a text value */
MaakText *
maak_value_get_text (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_TEXT, NULL);

  return self->text;
}

/** maak_value_get_number: Returns: the number of a number value, or the euros of a money value */
double
maak_value_get_number (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL && (self->kind == MAAK_VALUE_NUMBER || self->kind == MAAK_VALUE_INTEGER), 0);

  return self->kind == MAAK_VALUE_INTEGER ? (double) self->integer : self->number;
}

/** maak_value_get_integer: Returns: the whole euros of a money value */
gint64
maak_value_get_integer (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_INTEGER, 0);

  return self->integer;
}

/** maak_value_get_date: Returns: the day of a date value */
MaakDate
maak_value_get_date (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_DATE, (MaakDate) { 0 });

  return self->date;
}

/**
 * maak_value_get_span:
 * @start: (out): the first day; year 0 when open
 * @end: (out): the last day; year 0 when open
 */
void
maak_value_get_span (const MaakValue *self,
                     MaakDate        *start,
                     MaakDate        *end)
{
  g_return_if_fail (self != NULL && self->kind == MAAK_VALUE_SPAN);

  *start = self->span.start;
  *end = self->span.end;
}

/** maak_value_get_code: Returns: (transfer none): the term of a choice, interned */
const char *
maak_value_get_code (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_CODE, NULL);

  return self->code;
}

/**
 * maak_value_get_codes:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none): NULL-terminated interned codes of choices or regions
 */
const char *const *
maak_value_get_codes (const MaakValue *self,
                      guint           *n)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_CODES, NULL);

  if (n != NULL)
    *n = self->n;
  return self->codes;
}

/**
 * maak_value_get_ids:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none): NULL-terminated ids of the records that a party or refs value names
 */
const char *const *
maak_value_get_ids (const MaakValue *self,
                    guint           *n)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_IDS, NULL);

  if (n != NULL)
    *n = self->n;
  return (const char *const *) self->ids;
}

/**
 * maak_value_get_records:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none): NULL-terminated records of a list
 */
MaakRecord *const *
maak_value_get_records (const MaakValue *self,
                        guint           *n)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_LIST, NULL);

  if (n != NULL)
    *n = self->n;
  return self->records;
}

/**
 * maak_value_get_points:
 * @n: (out) (optional): how many
 * @is_money: (out) (optional): whether the points are whole euros
 *
 * Returns: (transfer none): the points of a series in the order of their years
 */
const MaakSeriesPoint *
maak_value_get_points (const MaakValue *self,
                       guint           *n,
                       gboolean        *is_money)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_SERIES, NULL);

  if (n != NULL)
    *n = self->n;
  if (is_money != NULL)
    *is_money = self->series.is_money;
  return self->series.points;
}

/** maak_value_get_citation: Returns: (transfer none): the citation of a citation value */
MaakCitation *
maak_value_get_citation (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_CITATION, NULL);

  return self->citation;
}

/** maak_value_get_file: Returns: (transfer none): what is known of the file of a file value */
const MaakFileRef *
maak_value_get_file (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL && self->kind == MAAK_VALUE_FILE, NULL);

  return self->file;
}

/**
 * maak_value_is_empty:
 * Returns: whether @self says nothing: a text without words, a list of nothing, a span open on both sides. A record
 *   holds NULL in place of such a value.
 */
gboolean
maak_value_is_empty (const MaakValue *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  switch (self->kind)
    {
    case MAAK_VALUE_TEXT:
      return maak_text_is_empty (self->text);
    case MAAK_VALUE_DATE:
      return self->date.year == 0;
    case MAAK_VALUE_SPAN:
      return self->span.start.year == 0 && self->span.end.year == 0;
    case MAAK_VALUE_CODE:
      return *self->code == '\0';
    case MAAK_VALUE_CODES:
    case MAAK_VALUE_IDS:
    case MAAK_VALUE_LIST:
    case MAAK_VALUE_SERIES:
      return self->n == 0;
    case MAAK_VALUE_NUMBER:
    case MAAK_VALUE_INTEGER:
    case MAAK_VALUE_CITATION:
    case MAAK_VALUE_FILE:
    default:
      return FALSE;
    }
}

static gboolean
equal_series (const MaakValue *a,
              const MaakValue *b)
{
  if (a->n != b->n || a->series.is_money != b->series.is_money)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    {
      const MaakSeriesPoint *left = &a->series.points[i], *right = &b->series.points[i];

      if (left->year != right->year || left->integer != right->integer || left->number != right->number)
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_files (const MaakFileRef *a,
             const MaakFileRef *b)
{
  return g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->kind, b->kind) == 0 &&
         g_strcmp0 (a->party, b->party) == 0 &&
         maak_date_compare (a->date, b->date) == 0 &&
         g_strcmp0 (a->hash, b->hash) == 0 &&
         g_strcmp0 (a->place, b->place) == 0;
}

static gboolean
equal_lists (const MaakValue *a,
             const MaakValue *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    {
      if (!maak_record_equal (a->records[i], b->records[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * maak_value_equal:
 * @a: (nullable): a value
 * @b: (nullable): another; two NULLs are equal
 *
 * Returns: whether both say the same; lists when their records are, deeply and with their ids
 */
gboolean
maak_value_equal (const MaakValue *a,
                  const MaakValue *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case MAAK_VALUE_TEXT:
      return maak_text_equal (a->text, b->text);
    case MAAK_VALUE_NUMBER:
      return a->number == b->number;
    case MAAK_VALUE_INTEGER:
      return a->integer == b->integer;
    case MAAK_VALUE_DATE:
      return maak_date_compare (a->date, b->date) == 0;
    case MAAK_VALUE_SPAN:
      return maak_date_compare (a->span.start, b->span.start) == 0 && maak_date_compare (a->span.end, b->span.end) == 0;
    case MAAK_VALUE_CODE:
      return a->code == b->code;
    case MAAK_VALUE_CODES:
      return a->n == b->n && memcmp (a->codes, b->codes, a->n * sizeof *a->codes) == 0;
    case MAAK_VALUE_IDS:
      return g_strv_equal ((const char *const *) a->ids, (const char *const *) b->ids);
    case MAAK_VALUE_LIST:
      return equal_lists (a, b);
    case MAAK_VALUE_SERIES:
      return equal_series (a, b);
    case MAAK_VALUE_CITATION:
      return maak_citation_equal (a->citation, b->citation);
    case MAAK_VALUE_FILE:
      return equal_files (a->file, b->file);
    default:
      return FALSE;
    }
}
