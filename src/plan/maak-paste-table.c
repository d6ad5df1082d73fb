/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Pasting cells into a list that is shown as a sheet. All or nothing: every cell is read first, and where one cannot be,
 * or its value is not allowed, nothing is changed and the sentence names the cell; of several cells the first, and how many
 * more. What can be is one step of undo.
 *
 * Rows that fall behind the last record become new records, unless they are blank. A blank cell empties its field. Where the
 * first row holds headings (labels of the list's fields in either language, years of its series), it says which column
 * is which, in any order; columns of totals and of computed fields are passed over. Else the columns are those from where
 * one pastes.
 *
 * Cells are read as typed in the field, in the sheet's language, and a little more: "-" is nothing, "(5)" is minus five,
 * organisations and other records go by their names. */

#include "plan/maak-paste-table.h"

#include "plan/maak-field-type.h"
#include "plan/maak-plan-private.h"
#include "plan/maak-prose-paste.h"
#include "plan/maak-record-private.h"
#include "plan/maak-value-private.h"

#include <string.h>

enum
{
  MAX_PROBLEMS = 20, /* that are kept; more are counted */
  TOLD_PROBLEMS = 4, /* in one sentence */
};

/* A record that is to be changed or added. */
typedef struct
{
  MaakRecord *record;
  gboolean    is_new;
  MaakValue **values; /* by the index of the field of its template; NULL: empty */
  gboolean   *touched;
} Row;

typedef struct
{
  MaakPlan           *plan;
  const MaakSheet    *sheet;
  MaakGrid           *grid;
  GArray             *columns; /* of MaakSheetColumn, by column of the grid; field NULL: passed over */
  gboolean            has_headings;
  GPtrArray          *rows;   /* of Row */
  GHashTable         *titles; /* of records by their names, folded; ambiguous ones twice */
  const MaakTemplate *titles_of;
  GPtrArray          *problems;   /* of GError */
  guint               n_problems; /* with those that are not kept */
} Paste;

static void
free_row (gpointer data)
{
  Row  *row = data;
  guint n = maak_template_get_n_fields (row->record->template);

  for (guint i = 0; i < n; i++)
    g_clear_pointer (&row->values[i], maak_value_unref);
  if (row->is_new && row->record->plan == NULL)
    maak_record_set_parent (row->record, NULL, NULL, 0);
  g_object_unref (row->record);
  g_free (row->values);
  g_free (row->touched);
  g_free (row);
}

static void
add_problem (Paste       *self,
             MaakMessage *message_taken)
{
  GError *error = NULL;

  self->n_problems++;
  if (self->problems->len >= MAX_PROBLEMS)
    {
      maak_message_unref (message_taken);
      return;
    }
  maak_error_set (&error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, message_taken);
  g_ptr_array_add (self->problems, error);
}

static char *
fold (const char *string)
{
  g_autofree char *casefolded = g_utf8_casefold (string, -1);

  g_strdelimit (casefolded, "\r\n\t", ' ');
  return g_strdup (g_strstrip (casefolded));
}

/* --- Headings --- */

static gboolean
equals (const char *folded,
        const char *string)
{
  g_autofree char *other = fold (string);

  return strcmp (folded, other) == 0;
}

static gboolean
is_total (const char *heading)
{
  static const char *const totals[] = { "totaal", "total", "som", "sum", "totalen", "totals" };
  g_autofree char         *folded = fold (heading);

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      if (strcmp (folded, totals[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_year (const char *string,
           int        *year)
{
  if (strlen (string) != 4 || strspn (string, "0123456789") != 4 || *string == '0')
    return FALSE;
  *year = (int) g_ascii_strtoll (string, NULL, 10);
  return TRUE;
}

/* The one series of the sheet; NULL: there is none, or several. */
static const MaakField *
find_only_series (const MaakSheet *sheet)
{
  const MaakField *series = NULL;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      if (sheet->columns[i].year == 0 || sheet->columns[i].field == series)
        continue;
      if (series != NULL)
        return NULL;
      series = sheet->columns[i].field;
    }
  return series;
}

static gboolean
find_heading (const MaakSheet *sheet,
              const char      *heading,
              MaakSheetColumn *column)
{
  g_autofree char *folded = fold (heading);
  const MaakField *series = find_only_series (sheet);
  int              year;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
        {
          g_autofree char *label = maak_sheet_dup_label (sheet, i, (MaakLanguage) language);

          if (!equals (folded, label))
            continue;
          *column = sheet->columns[i];
          return TRUE;
        }
    }
  /* A year that the sheet does not show: whether it is allowed is asked of the value. */
  if (series == NULL || !read_year (heading, &year))
    return FALSE;
  *column = (MaakSheetColumn) { series, year };
  return TRUE;
}

/* A label, or two years; one year alone may be an amount. */
static gboolean
find_headings (Paste *self)
{
  guint n_labels = 0, n_years = 0, n_filled = 0;

  for (guint i = 0; i < maak_grid_get_n_columns (self->grid); i++)
    {
      const char     *heading = maak_grid_get (self->grid, 0, i);
      MaakSheetColumn column;
      int             year;

      n_filled += *heading != '\0';
      if (*heading == '\0' || !find_heading (self->sheet, heading, &column))
        continue;
      if (read_year (heading, &year))
        n_years++;
      else
        n_labels++;
    }
  return (n_labels > 0 || n_years > 1) && 2 * (n_labels + n_years) >= n_filled;
}

static gboolean
is_column_blank (Paste *self,
                 guint  column)
{
  for (guint i = 0; i < maak_grid_get_n_rows (self->grid); i++)
    {
      if (*maak_grid_get (self->grid, i, column) != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_taken (GArray                *columns,
          const MaakSheetColumn *column)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MaakSheetColumn *other = &g_array_index (columns, MaakSheetColumn, i);

      if (other->field == column->field && other->year == column->year)
        return TRUE;
    }
  return FALSE;
}

static void
map_headings (Paste *self)
{
  for (guint i = 0; i < maak_grid_get_n_columns (self->grid); i++)
    {
      const char     *heading = maak_grid_get (self->grid, 0, i);
      MaakSheetColumn column = { NULL, 0 };

      if (*heading == '\0' && !is_column_blank (self, i))
        add_problem (self, maak_message_new (MAAK_PHRASE_PASTE_HEADING_MISSING, MAAK_ARG_INTEGER, "column", (gint64) i + 1, MAAK_ARG_END));
      else if (*heading != '\0' && !find_heading (self->sheet, heading, &column) && !is_total (heading))
        add_problem (self, maak_message_new (MAAK_PHRASE_PASTE_HEADING, MAAK_ARG_STRING, "column", heading, MAAK_ARG_END));
      else if (column.field != NULL && is_taken (self->columns, &column))
        add_problem (self, maak_message_new (MAAK_PHRASE_PASTE_HEADING_TWICE, MAAK_ARG_STRING, "column", heading, MAAK_ARG_END));
      g_array_append_val (self->columns, column);
    }
}

static void
map_places (Paste *self,
            guint  first)
{
  const MaakSheet *sheet = self->sheet;
  guint            n = maak_grid_get_n_columns (self->grid);
  guint            room = first < sheet->n_columns ? sheet->n_columns - first : 0;

  while (n > room && is_column_blank (self, n - 1))
    n--;
  if (n > room)
    {
      add_problem (self, maak_message_new (MAAK_PHRASE_PASTE_COLUMNS, MAAK_ARG_INTEGER, "found", (gint64) n, MAAK_ARG_INTEGER, "limit", (gint64) room, MAAK_ARG_END));
      return;
    }
  g_array_append_vals (self->columns, sheet->columns + first, n);
}

/* --- Cells --- */

static void
add_title (Paste      *self,
           MaakRecord *record,
           const char *title)
{
  char *folded = fold (title);

  /* The paste itself stands for "more than one". */
  if (*folded == '\0' || g_hash_table_lookup (self->titles, folded) == record)
    g_free (folded);
  else if (g_hash_table_contains (self->titles, folded))
    g_hash_table_replace (self->titles, folded, self);
  else
    g_hash_table_insert (self->titles, folded, record);
}

static void
collect_title_cb (MaakRecord *record,
                  gpointer    data)
{
  Paste    *self = data;
  MaakText *text = maak_record_get_text (record, MAAK_ROLE_TITLE);

  if (text == NULL || (self->titles_of != NULL && !maak_template_is_a (record->template, self->titles_of)))
    return;
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    add_title (self, record, maak_text_get (text, (MaakLanguage) language));
}

/* The record of this name that @field may refer to. */
static const char *
find_titled (Paste           *self,
             const MaakField *field,
             const char      *title,
             GError         **error)
{
  g_autofree char *folded = fold (title);
  gpointer         found;

  if (self->titles == NULL || self->titles_of != field->of)
    {
      g_clear_pointer (&self->titles, g_hash_table_unref);
      self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->titles_of = field->of;
      maak_plan_foreach (self->plan, collect_title_cb, self);
    }
  found = g_hash_table_lookup (self->titles, folded);
  if (found != NULL && found != self)
    return ((MaakRecord *) found)->id;
  if (found == NULL && maak_plan_lookup (self->plan, title) != NULL)
    return title;
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL,
                  maak_message_new (found == self ? MAAK_PHRASE_PASTE_TITLES : MAAK_PHRASE_PASTE_NO_TITLE, MAAK_ARG_STRING, "text", title, MAAK_ARG_END));
  return NULL;
}

static MaakValue *
read_references (Paste           *self,
                 const MaakField *field,
                 const char      *string,
                 GError         **error)
{
  g_auto (GStrv) titles = field->type == MAAK_FIELD_PARTY ? g_strdupv ((char *[]) { (char *) string, NULL }) : g_strsplit (string, ";", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; titles[i] != NULL; i++)
    {
      const char *id;

      if (*g_strstrip (titles[i]) == '\0')
        continue;
      id = find_titled (self, field, titles[i], error);
      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, (gpointer) id);
    }
  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);
  return maak_value_new_ids ((const char *const *) ids->pdata);
}

/* A text that says the same already keeps its marks. */
static MaakValue *
read_text (Paste           *self,
           const MaakField *field,
           MaakValue       *before,
           const char      *string,
           GError         **error)
{
  MaakLanguage language = field->one_language ? MAAK_LANGUAGE_NL : self->sheet->writing;
  const char  *there = before != NULL ? maak_text_get (maak_value_get_text (before), language) : "";
  g_autoptr (MaakText) empty = maak_text_new (NULL, NULL);
  g_autoptr (MaakText) text = NULL;
  g_autofree char *words = NULL;

  if (field->prose)
    {
      g_autoptr (MaakProse) prose = maak_prose_new (there);
      g_autofree char *plain = maak_prose_dup_plain (prose);

      words = strcmp (plain, string) == 0 ? g_strdup (there) : maak_prose_from_plain (string, strlen (string), error);
      if (words == NULL)
        return NULL;
    }
  else
    words = g_strdelimit (g_strdup (string), "\r\n\t", ' ');
  if (strcmp (words, there) == 0)
    return before != NULL ? maak_value_ref (before) : NULL;
  text = maak_text_with (before != NULL ? maak_value_get_text (before) : empty, language, words);
  return maak_text_is_empty (text) ? NULL : maak_value_new_text (text);
}

/* What bookkeepers write: nothing as a dash, minus in brackets. */
static char *
dup_number (const char *string)
{
  static const char *const nothing[] = { "-", "–", "—", "€ -", "€ –", "€-", "€\u00a0-", "€ —" };
  gsize                    length = strlen (string);

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      if (strcmp (string, nothing[i]) == 0)
        return g_strdup ("");
    }
  if (length > 2 && string[0] == '(' && string[length - 1] == ')')
    return g_strdup_printf ("-%.*s", (int) length - 2, string + 1);
  return g_strdup (string);
}

static MaakValue *
read_cell (Paste                 *self,
           const MaakSheetColumn *column,
           const MaakField       *field,
           MaakValue             *before,
           const char            *string,
           GError               **error)
{
  g_autofree char *number = NULL;
  char             year[16];

  switch ((int) field->type)
    {
    case MAAK_FIELD_TEXT:
      return read_text (self, field, before, string, error);
    case MAAK_FIELD_PARTY:
    case MAAK_FIELD_REFS:
      return read_references (self, field, string, error);
    case MAAK_FIELD_NUMBER:
    case MAAK_FIELD_MONEY:
    case MAAK_FIELD_SERIES:
      number = dup_number (string);
      break;
    default:
      break;
    }
  g_snprintf (year, sizeof year, "%d", column->year);
  /* Emptied: not every type says so itself. */
  if (*string == '\0' && column->year == 0)
    return NULL;
  return maak_field_value_parse (self->plan->library, field, before, column->year != 0 ? year : NULL, number != NULL ? number : string, self->sheet->language, error);
}

static void
add_cell_problem (Paste  *self,
                  guint   row,
                  guint   column,
                  GError *cause)
{
  const MaakSheetColumn *of = &g_array_index (self->columns, MaakSheetColumn, column);
  const char            *label = maak_text_get_best (of->field->label, self->sheet->language);
  g_autofree char       *heading = of->year != 0 ? g_strdup_printf ("%s %d", label, of->year) : g_strdup (label);

  add_problem (self, maak_message_new (MAAK_PHRASE_PASTE_CELL, MAAK_ARG_INTEGER, "row", (gint64) row + 1, MAAK_ARG_STRING, "column", heading,
                                       MAAK_ARG_MESSAGE, "reason", maak_error_get_message (cause), MAAK_ARG_END));
}

static void
read_into (Paste *self,
           Row   *row,
           guint  grid_row,
           guint  grid_column)
{
  const MaakSheetColumn *column = &g_array_index (self->columns, MaakSheetColumn, grid_column);
  const MaakField       *field = column->field != NULL ? maak_template_lookup_field (row->record->template, column->field->id) : NULL;
  g_autoptr (GError) error = NULL;
  MaakValue *value;

  if (field == NULL || field->value != NULL || field->type == MAAK_FIELD_LIST)
    return;
  value = read_cell (self, column, field, row->values[field->index], maak_grid_get (self->grid, grid_row, grid_column), &error);
  if (error == NULL && value != NULL)
    maak_plan_check_value (self->plan, row->record, field, value, &error);
  if (error != NULL)
    add_cell_problem (self, grid_row, grid_column, error);
  g_clear_pointer (&row->values[field->index], maak_value_unref);
  row->values[field->index] = value;
  row->touched[field->index] = TRUE;
}

/* --- Rows --- */

static Row *
create_row (Paste      *self,
            MaakRecord *record_or_null)
{
  Row  *row = g_new0 (Row, 1);
  guint n;

  row->is_new = record_or_null == NULL;
  row->record = row->is_new ? maak_record_new (self->sheet->list->of, NULL) : g_object_ref (record_or_null);
  /* Its rules are asked as if it lay there. */
  if (row->is_new)
    maak_record_set_parent (row->record, self->sheet->owner, self->sheet->list, 0);
  n = maak_template_get_n_fields (row->record->template);
  row->values = g_new0 (MaakValue *, n + 1);
  row->touched = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    row->values[i] = row->record->values[i] != NULL ? maak_value_ref (row->record->values[i]) : NULL;
  return row;
}

static void
read_rows (Paste *self,
           guint  first_row)
{
  MaakValue         *value = maak_record_get (self->sheet->owner, self->sheet->list);
  guint              n = 0, n_new = 0, target = first_row;
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;

  for (guint i = self->has_headings ? 1 : 0; i < maak_grid_get_n_rows (self->grid); i++, target++)
    {
      Row *row;

      if (target >= n && maak_grid_row_is_blank (self->grid, i))
        continue;
      if (target >= n && maak_template_is_abstract (self->sheet->list->of))
        {
          add_problem (self, maak_message_new (MAAK_PHRASE_PASTE_KINDS, MAAK_ARG_TEXT, "list", self->sheet->list->label, MAAK_ARG_END));
          return;
        }
      row = create_row (self, target < n ? records[target] : NULL);
      g_ptr_array_add (self->rows, row);
      n_new += row->is_new;
      for (guint column = 0; column < self->columns->len; column++)
        read_into (self, row, i, column);
    }
  if (self->sheet->list->max_count > 0 && n + n_new > self->sheet->list->max_count && n_new > 0)
    add_problem (self, maak_message_new (MAAK_PHRASE_PLAN_TOO_MANY, MAAK_ARG_TEXT, "field", self->sheet->list->label, MAAK_ARG_INTEGER, "found", (gint64) (n + n_new),
                                         MAAK_ARG_INTEGER, "limit", (gint64) self->sheet->list->max_count, MAAK_ARG_END));
}

static void
apply_row (Paste *self,
           Row   *row)
{
  for (guint i = 0; i < maak_template_get_n_fields (row->record->template); i++)
    {
      const MaakField *field = maak_template_get_field (row->record->template, i);

      if (!row->touched[i])
        continue;
      if (row->is_new)
        maak_record_init_value (row->record, field, row->values[i]);
      else
        maak_plan_set (self->plan, row->record, field, row->values[i]);
    }
  if (!row->is_new)
    return;
  maak_record_set_parent (row->record, NULL, NULL, 0);
  maak_plan_insert (self->plan, self->sheet->owner, self->sheet->list, G_MAXUINT, row->record);
}

static void
apply (Paste *self)
{
  maak_plan_begin (self->plan, maak_message_new (MAAK_PHRASE_PLAN_STEP_PASTE, MAAK_ARG_TEXT, "list", self->sheet->list->label, MAAK_ARG_END));
  for (guint i = 0; i < self->rows->len; i++)
    apply_row (self, g_ptr_array_index (self->rows, i));
  maak_plan_end (self->plan);
}

/* The problems as a list, the first of them in words. */
static MaakMessage *
list_problems (Paste *self)
{
  guint        n = MIN (self->problems->len, TOLD_PROBLEMS);
  MaakMessage *all = NULL;

  for (guint i = 0; i < n; i++)
    {
      MaakMessage *problem = maak_error_get_message (g_ptr_array_index (self->problems, i));
      g_autoptr (MaakMessage) before = all;

      all = before == NULL ? maak_message_new (MAAK_PHRASE_PASTE_PROBLEM, MAAK_ARG_MESSAGE, "problem", problem, MAAK_ARG_END)
                           : maak_message_new (MAAK_PHRASE_PASTE_PROBLEM_NEXT, MAAK_ARG_MESSAGE, "problems", before, MAAK_ARG_MESSAGE, "problem", problem, MAAK_ARG_END);
    }
  if (self->n_problems > n)
    {
      g_autoptr (MaakMessage) told = all;

      all = maak_message_new (MAAK_PHRASE_PASTE_PROBLEMS_MORE, MAAK_ARG_MESSAGE, "problems", told, MAAK_ARG_INTEGER, "count", (gint64) (self->n_problems - n), MAAK_ARG_END);
    }
  return all;
}

static void
refuse (Paste   *self,
        GError **error)
{
  g_autoptr (MaakMessage) problems = NULL;

  if (self->n_problems == 1)
    {
      maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL,
                      maak_message_new (MAAK_PHRASE_PASTE_NOTHING, MAAK_ARG_MESSAGE, "problem", maak_error_get_message (g_ptr_array_index (self->problems, 0)), MAAK_ARG_END));
      return;
    }
  problems = list_problems (self);
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (MAAK_PHRASE_PASTE_NOTHING_SEVERAL, MAAK_ARG_MESSAGE, "problems", problems, MAAK_ARG_END));
}

static gboolean
finish (Paste     *self,
        GPtrArray *problems,
        GError   **error)
{
  gboolean good = self->problems->len == 0;

  if (good)
    apply (self);
  else
    refuse (self, error);
  for (guint i = 0; problems != NULL && i < self->problems->len; i++)
    g_ptr_array_add (problems, g_error_copy (g_ptr_array_index (self->problems, i)));
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  return good;
}

/**
 * maak_plan_paste_table:
 * @sheet: the list and its columns
 * @row: of the first record that is written over, from 0; at the end records are added
 * @column: of the sheet, from 0; of no account where @grid has headings
 * @grid: the cells
 * @problems: (nullable) (element-type GError): gets the problems that were found one by one, some tens at most
 *
 * Writes cells into the records of a list, as one step of undo. See the head of this file.
 *
 * Returns: FALSE and a MAAK_PLAN_ERROR that lists the first problems; then nothing was changed
 */
gboolean
maak_plan_paste_table (MaakPlan        *self,
                       const MaakSheet *sheet,
                       guint            row,
                       guint            column,
                       MaakGrid        *grid,
                       GPtrArray       *problems,
                       GError         **error)
{
  Paste paste = { .plan = self, .sheet = sheet, .grid = grid };

  g_return_val_if_fail (MAAK_IS_PLAN (self) && sheet != NULL && grid != NULL, FALSE);
  g_return_val_if_fail (MAAK_IS_RECORD (sheet->owner) && sheet->owner->plan == self && sheet->list != NULL, FALSE);

  if (self->read_only)
    {
      maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_READ_ONLY, NULL, maak_message_new (MAAK_PHRASE_PLAN_READ_ONLY, MAAK_ARG_END));
      return FALSE;
    }
  paste.columns = g_array_new (FALSE, FALSE, sizeof (MaakSheetColumn));
  paste.rows = g_ptr_array_new_with_free_func (free_row);
  paste.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  paste.has_headings = find_headings (&paste);
  if (paste.has_headings)
    map_headings (&paste);
  else
    map_places (&paste, column);
  if (paste.problems->len == 0)
    read_rows (&paste, row);
  return finish (&paste, problems, error);
}
