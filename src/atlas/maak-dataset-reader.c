/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Reads a dataset: a description (JSON, a row of data/atlas/datasets.json) and the CSV file that holds its values.
 *
 * The CSV has a line with the names of its columns. The column `value` (or the one that the description names) is read;
 * `region`, `period` and `status` beside it, of which the description may give region and status once for all rows.
 * `where` picks the rows of one dataset out of a file with several.
 * Whatever is not understood is an error with file and line: an unknown region or word, a number that is none, a cell
 * given twice, a row of another length. Half a dataset is never handed out.
 * What it does not do: guess. Other people's files are the import module's work. */

#include "atlas/maak-dataset-private.h"
#include "base/maak-csv.h"

#include <math.h>
#include <string.h>

static const char *const quantity_codes[MAAK_N_QUANTITIES] = { "other", "gva-sector", "gva", "gdp", "inhabitants" };
static const char *const kind_codes[] = { "none", "year", "quarter", "month", "school-year", "years" };

/* What a description says about the rows; strings belong to its JSON. */
typedef struct
{
  const char *where_column, *where_value; /* NULL: all rows */
  const char *region, *status;            /* NULL: from their columns */
  const char *value, *benchmark;          /* names of columns; benchmark NULL: none */
  guint       kind;                       /* MaakPeriodKind that every period must have */
} Rows;

enum
{
  COLUMN_REGION,
  COLUMN_PERIOD,
  COLUMN_VALUE,
  COLUMN_STATUS,
  COLUMN_WHERE,
  COLUMN_BENCHMARK,
  N_COLUMNS
};

typedef struct
{
  MaakDataset *dataset;
  const Rows  *rows;
  MaakCsv     *csv;
  int          columns[N_COLUMNS]; /* -1: not used */
  guint        n_cells;            /* in the first line */
  GArray      *cells;              /* of MaakLineCell */
} Reader;

static gboolean
read_string (const MaakJsonPlace *place, const char *member, const char **string, GError **error)
{
  MaakJsonPlace child;

  return !maak_json_place_lookup (place, member, &child) || maak_json_place_get_string (&child, string, error);
}

static gboolean
copy_string (const MaakJsonPlace *place, const char *member, const char **copy, GError **error)
{
  const char *string = NULL;

  if (!read_string (place, member, &string, error))
    return FALSE;
  *copy = g_strdup (string);
  return TRUE;
}

static gboolean
read_text (const MaakJsonPlace *place, const char *member, MaakText **text, GError **error)
{
  MaakJsonPlace child;
  MaakText     *found = NULL;

  if (!maak_json_place_lookup (place, member, &child))
    return TRUE;
  if (!maak_json_place_get_text (&child, &found, error))
    return FALSE;
  g_clear_pointer (text, maak_text_unref);
  *text = found;
  return TRUE;
}

static gboolean
read_boolean (const MaakJsonPlace *place, const char *member, gboolean *value, GError **error)
{
  MaakJsonPlace child;

  return maak_json_place_require (place, member, &child, error) && maak_json_place_get_boolean (&child, value, error);
}

static void
set_unknown_word (const MaakJsonPlace *place, const char *word, GError **error)
{
  maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE,
                             maak_message_new (MAAK_PHRASE_DATASET_WORD, MAAK_ARG_STRING, "word", word, MAAK_ARG_END));
}

/* A member that is one of a list of codes; its index. */
static gboolean
read_code (const MaakJsonPlace *place, const char *member, const char *const *codes, guint n, guint *index, GError **error)
{
  MaakJsonPlace child;
  const char   *word;

  if (!maak_json_place_lookup (place, member, &child))
    return TRUE;
  if (!maak_json_place_get_string (&child, &word, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (codes[i], word))
      {
        *index = i;
        return TRUE;
      }
  set_unknown_word (&child, word, error);
  return FALSE;
}

/* A typing error in a member's name would otherwise be a member that is silently not there. */
static gboolean
check_members (const MaakJsonPlace *place, const char *const *known, GError **error)
{
  JsonObject    *object;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  if (!maak_json_place_get_object (place, &object, error))
    return FALSE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_strv_contains (known, name))
      {
        set_unknown_word (place, name, error);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_source (const MaakJsonPlace *place, MaakSource *source, GError **error)
{
  static const char *const known[] = { "publisher", "table", "vintage", "edition", "retrieved", "licence", "url", NULL };
  MaakJsonPlace            child, publisher;

  return maak_json_place_require (place, "source", &child, error) &&
         check_members (&child, known, error) &&
         maak_json_place_require (&child, "publisher", &publisher, error) &&
         read_text (&child, "publisher", &source->publisher, error) &&
         read_text (&child, "edition", &source->edition, error) &&
         copy_string (&child, "table", &source->table, error) &&
         copy_string (&child, "vintage", &source->vintage, error) &&
         copy_string (&child, "retrieved", &source->retrieved, error) &&
         copy_string (&child, "licence", &source->licence, error) &&
         copy_string (&child, "url", &source->url, error);
}

static gboolean
read_unit_and_level (const MaakJsonPlace *place, MaakDataset *self, GError **error)
{
  MaakJsonPlace unit, level;
  const char   *unit_code, *level_code;

  if (!maak_json_place_require (place, "unit", &unit, error) || !maak_json_place_get_string (&unit, &unit_code, error) ||
      !maak_json_place_require (place, "level", &level, error) || !maak_json_place_get_string (&level, &level_code, error))
    return FALSE;
  if (!maak_unit_parse (unit_code, &self->unit))
    {
      set_unknown_word (&unit, unit_code, error);
      return FALSE;
    }
  if (!maak_level_parse (level_code, &self->level) || self->level == MAAK_LEVEL_EXTRA)
    {
      set_unknown_word (&level, level_code, error);
      return FALSE;
    }
  return TRUE;
}

/* `where` is an object of one member: column and what must stand in it. */
static gboolean
read_where (const MaakJsonPlace *place, Rows *rows, GError **error)
{
  MaakJsonPlace child;
  JsonObject   *object;
  g_autoptr (GList) names = NULL;

  if (!maak_json_place_lookup (place, "where", &child))
    return TRUE;
  if (!maak_json_place_get_object (&child, &object, error))
    return FALSE;
  names = json_object_get_members (object);
  if (names == NULL || names->next != NULL)
    {
      maak_json_place_set_error (&child, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_DATASET_WHERE, MAAK_ARG_END));
      return FALSE;
    }
  rows->where_column = names->data;
  return read_string (&child, rows->where_column, &rows->where_value, error);
}

static gboolean
read_benchmark (const MaakJsonPlace *place, Rows *rows, MaakDataset *self, GError **error)
{
  static const char *const known[] = { "name", "value", NULL };
  MaakJsonPlace            child, name, value;

  if (!maak_json_place_lookup (place, "benchmark", &child))
    return TRUE;
  return check_members (&child, known, error) &&
         maak_json_place_require (&child, "name", &name, error) &&
         maak_json_place_get_text (&name, &self->benchmark_name, error) &&
         maak_json_place_require (&child, "value", &value, error) &&
         maak_json_place_get_string (&value, &rows->benchmark, error);
}

static gboolean
read_description (const MaakJsonPlace *place, Rows *rows, MaakDataset *self, GError **error)
{
  static const char *const known[] = { "id", "csv", "where", "region", "status", "value", "benchmark", "title", "quantity", "unit", "prices", "level", "period", "total", "publish", "source", "note", NULL };
  MaakJsonPlace            id, title, kind;
  const char              *string;
  guint                    quantity = MAAK_QUANTITY_OTHER;

  rows->value = "value";
  if (!check_members (place, known, error) ||
      !maak_json_place_require (place, "id", &id, error) || !maak_json_place_get_string (&id, &string, error))
    return FALSE;
  self->id = g_strdup (string);
  if (!maak_json_place_require (place, "title", &title, error) || !maak_json_place_require (place, "period", &kind, error) ||
      !read_text (place, "title", &self->title, error) || !read_text (place, "note", &self->note, error) ||
      !read_text (place, "prices", &self->price_basis, error) || !read_unit_and_level (place, self, error) ||
      !read_code (place, "quantity", quantity_codes, MAAK_N_QUANTITIES, &quantity, error) ||
      !read_code (place, "period", kind_codes, G_N_ELEMENTS (kind_codes), &rows->kind, error) ||
      !read_boolean (place, "total", &self->is_total, error) || !read_boolean (place, "publish", &self->may_publish, error) ||
      !read_string (place, "region", &rows->region, error) || !read_string (place, "status", &rows->status, error) ||
      !read_string (place, "value", &rows->value, error))
    return FALSE;
  self->quantity = (MaakQuantity) quantity;
  return read_source (place, &self->source, error) && read_where (place, rows, error) && read_benchmark (place, rows, self, error);
}

/* The error of a line: its sentence, after the number of the line. */
static gboolean
fail_line (guint line, GError **error, MaakAtlasErrorCode code, MaakMessage *message_taken)
{
  g_autoptr (MaakMessage) message = message_taken;

  maak_error_set (error, MAAK_ATLAS_ERROR, code, NULL,
                  maak_message_new (MAAK_PHRASE_DATASET_LINE, MAAK_ARG_INTEGER, "line", (gint64) line, MAAK_ARG_MESSAGE, "sentence", message, MAAK_ARG_END));
  return FALSE;
}

static gboolean
fail_word (Reader *reader, GError **error, MaakAtlasErrorCode code, MaakPhrase phrase, const char *word)
{
  return fail_line (maak_csv_get_line (reader->csv), error, code, maak_message_new (phrase, MAAK_ARG_STRING, "word", word, MAAK_ARG_END));
}

static gboolean
find_column (Reader *reader, const char *const *cells, int column, const char *name, GError **error)
{
  reader->columns[column] = -1;
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < reader->n_cells; i++)
    if (g_str_equal (cells[i], name))
      {
        reader->columns[column] = (int) i;
        return TRUE;
      }
  return fail_word (reader, error, MAAK_ATLAS_ERROR_INVALID, MAAK_PHRASE_DATASET_COLUMN, name);
}

static gboolean
read_header (Reader *reader, GError **error)
{
  const Rows        *rows = reader->rows;
  const char *const *cells = NULL;

  if (!maak_csv_next_row (reader->csv, &cells, &reader->n_cells))
    return fail_line (1, error, MAAK_ATLAS_ERROR_INVALID, maak_message_new (MAAK_PHRASE_DATASET_EMPTY, MAAK_ARG_END));
  return find_column (reader, cells, COLUMN_REGION, rows->region != NULL ? NULL : "region", error) &&
         find_column (reader, cells, COLUMN_PERIOD, "period", error) &&
         find_column (reader, cells, COLUMN_VALUE, rows->value, error) &&
         find_column (reader, cells, COLUMN_STATUS, rows->status != NULL ? NULL : "status", error) &&
         find_column (reader, cells, COLUMN_WHERE, rows->where_column, error) &&
         find_column (reader, cells, COLUMN_BENCHMARK, rows->benchmark, error);
}

/* A number as data files have it: digits, a point, a sign; no groups, no comma, nothing behind it. */
static gboolean
parse_number (const char *word, double *value)
{
  char *end = NULL;

  if (word[0] == '\0' || strspn (word, "0123456789.-+eE") != strlen (word))
    return FALSE;
  *value = g_ascii_strtod (word, &end);
  return *end == '\0' && isfinite (*value);
}

static gboolean
read_region (Reader *reader, const char *const *cells, MaakLineCell *line, GError **error)
{
  const char *word = reader->rows->region != NULL ? reader->rows->region : cells[reader->columns[COLUMN_REGION]];

  line->cell.region = maak_region_set_resolve (reader->dataset->regions, word, MAAK_LEVEL_ANY);
  if (line->cell.region == NULL)
    return fail_word (reader, error, MAAK_ATLAS_ERROR_UNKNOWN_REGION, MAAK_PHRASE_DATASET_REGION, word);
  if (maak_dataset_find_slot (reader->dataset, line->cell.region) < 0)
    return fail_word (reader, error, MAAK_ATLAS_ERROR_UNKNOWN_REGION, MAAK_PHRASE_DATASET_LEVEL, word);
  return TRUE;
}

static gboolean
read_value (Reader *reader, const char *const *cells, MaakLineCell *line, GError **error)
{
  const char *status = reader->rows->status != NULL ? reader->rows->status : cells[reader->columns[COLUMN_STATUS]];
  const char *word = cells[reader->columns[COLUMN_VALUE]];

  if (!maak_status_parse (status, &line->cell.status))
    return fail_word (reader, error, MAAK_ATLAS_ERROR_INVALID, MAAK_PHRASE_DATASET_WORD, status);
  if (!maak_status_has_value (line->cell.status))
    return word[0] == '\0' || fail_word (reader, error, MAAK_ATLAS_ERROR_INVALID, MAAK_PHRASE_DATASET_NO_VALUE, word);
  return parse_number (word, &line->cell.value) || fail_word (reader, error, MAAK_ATLAS_ERROR_INVALID, MAAK_PHRASE_DATASET_NUMBER, word);
}

static gboolean
read_row (Reader *reader, const char *const *cells, GError **error)
{
  const int   *columns = reader->columns;
  MaakLineCell line = { { NULL }, NAN, maak_csv_get_line (reader->csv) };
  const char  *word;

  if (columns[COLUMN_WHERE] >= 0 && g_strcmp0 (cells[columns[COLUMN_WHERE]], reader->rows->where_value) != 0)
    return TRUE;
  word = cells[columns[COLUMN_PERIOD]];
  if (!maak_period_parse (word, &line.cell.period) || line.cell.period.kind != reader->rows->kind)
    return fail_word (reader, error, MAAK_ATLAS_ERROR_INVALID, MAAK_PHRASE_DATASET_PERIOD, word);
  if (!read_region (reader, cells, &line, error) || !read_value (reader, cells, &line, error))
    return FALSE;
  if (columns[COLUMN_BENCHMARK] >= 0)
    {
      word = cells[columns[COLUMN_BENCHMARK]];
      if (word[0] != '\0' && !parse_number (word, &line.benchmark))
        return fail_word (reader, error, MAAK_ATLAS_ERROR_INVALID, MAAK_PHRASE_DATASET_NUMBER, word);
    }
  g_array_append_val (reader->cells, line);
  return TRUE;
}

static gboolean
read_rows (Reader *reader, GError **error)
{
  const MaakLineCell *doubled = NULL;
  const char *const  *cells = NULL;
  guint               n = 0;

  while (maak_csv_next_row (reader->csv, &cells, &n))
    {
      if (n != reader->n_cells)
        return fail_line (maak_csv_get_line (reader->csv), error, MAAK_ATLAS_ERROR_INVALID,
                          maak_message_new (MAAK_PHRASE_DATASET_CELLS, MAAK_ARG_INTEGER, "found", (gint64) n, MAAK_ARG_INTEGER, "expected", (gint64) reader->n_cells, MAAK_ARG_END));
      if (!read_row (reader, cells, error))
        return FALSE;
    }
  if (reader->cells->len == 0)
    return fail_line (maak_csv_get_line (reader->csv), error, MAAK_ATLAS_ERROR_INVALID, maak_message_new (MAAK_PHRASE_DATASET_EMPTY, MAAK_ARG_END));
  if (!maak_dataset_take_cells (reader->dataset, reader->cells, &doubled))
    return fail_line (doubled->line, error, MAAK_ATLAS_ERROR_INVALID,
                      maak_message_new (MAAK_PHRASE_DATASET_TWICE, MAAK_ARG_STRING, "region", maak_region_get_code (doubled->cell.region), MAAK_ARG_END));
  return TRUE;
}

/* As maak_dataset_new_from_csv(), from a description that was parsed. */
MaakDataset *
maak_dataset_new_from_place (const MaakJsonPlace *description, const char *csv, gssize length, MaakRegionSet *regions, const char *file, GError **error)
{
  g_autoptr (MaakDataset) self = maak_dataset_new_empty (regions);
  g_autoptr (MaakCsv) rows_of_file = maak_csv_new (csv, length, ',');
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (MaakLineCell));
  Rows   rows = { NULL };
  Reader reader = { self, &rows, rows_of_file, { 0 }, 0, cells };

  if (!read_description (description, &rows, self, error))
    return NULL;
  if (!read_header (&reader, error) || !read_rows (&reader, error))
    {
      maak_error_set_file (error, file);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * maak_dataset_new_from_csv:
 * @description_json: an object as in data/atlas/datasets.json; its member `csv` is not looked at
 * @csv: the text of the CSV file
 * @length: its bytes; -1 when it ends with a NUL
 * @file: the name of the CSV file, for errors
 *
 * Returns: (transfer full): the dataset; NULL and an error of %MAAK_JSON_ERROR with the path in the description, or of
 *   %MAAK_ATLAS_ERROR with file and line
 */
MaakDataset *
maak_dataset_new_from_csv (const char *description_json, const char *csv, gssize length, MaakRegionSet *regions, const char *file, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  MaakJsonPlace place;

  g_return_val_if_fail (description_json != NULL && csv != NULL && regions != NULL, NULL);

  root = maak_json_parse (description_json, strlen (description_json), &maak_json_limits_template, error);
  if (root == NULL)
    return NULL;
  maak_json_place_init_root (&place, root);
  return maak_dataset_new_from_place (&place, csv, length, regions, file, error);
}
