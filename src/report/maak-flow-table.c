/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Tables in the column of slices. A row is a slice, so that it is not cut; a row of many lines is cut into pieces of
 * some lines each. The head is kept with the first row and repeated on every page that a row opens.
 *
 * A table first tries the letter of tables. When a word does not fit it takes a smaller one, then a very small one;
 * when the numbers still do not fit beside one another, the columns are dealt over tables below each other, each with
 * the columns that name the row. Only then are words broken. Nothing ever stands outside the column. */
#include "report/maak-flow.h"

#include "report/maak-columns.h"

#define GAP 12.0   /* points between columns */
#define NARROW 7.0 /* the same, in tables of many columns */
#define MANY 8
#define NAME 96.0      /* points that a name gets beside many columns, when it needs them */
#define PADDING 3.4    /* points above and below the text of a row */
#define BELOW_HEAD 2.0 /* points below a repeated head */
#define WHOLE 14       /* rows of up to so many lines are not cut */
#define PIECE 8        /* lines of a piece of a row that is cut */
#define TOGETHER 0.2   /* tables of up to so much of a page are not cut */

/* One table, or some columns of it, being set. */
typedef struct
{
  MaakFlow            *flow;
  const MaakTable     *table;
  guint               *columns; /* indices of the columns that are set */
  guint                n;
  MaakStyle            style;
  const MaakStyleSpec *spec;
  MaakColumnWidth     *widths;
  PangoLayout        **heads;
  PangoLayout        **cells; /* rows times n; a spanning row has its own in the first */
  double              *left;  /* of each column, points from the flow's left */
  gboolean             low;   /* not cut at all */
  gboolean             after_heading;
  gboolean             rest; /* a later part of a table that was dealt: details were told with the first */
} Setting;

static MaakColumn *
get_column (const Setting *self, guint i)
{
  return &g_array_index (self->table->columns, MaakColumn, self->columns[i]);
}

static MaakRow *
get_row (const Setting *self, guint r)
{
  return g_ptr_array_index (self->table->rows, r);
}

static gboolean
row_spans (const MaakRow *row)
{
  return row->kind == MAAK_ROW_GROUP || row->kind == MAAK_ROW_DETAIL;
}

static const MaakRuns *
get_runs (const Setting *self, guint r, guint i)
{
  MaakRow *row = get_row (self, r);

  return row_spans (row) ? row->cells[0] : row->cells[self->columns[i]];
}

static guint
get_flags (const Setting *self, const MaakRow *row, guint i)
{
  if (row->kind == MAAK_ROW_TOTAL || row->kind == MAAK_ROW_GROUP || row->kind == MAAK_ROW_HEAD)
    return MAAK_RUN_BOLD;
  if (self->table->form == MAAK_TABLE_FACTS && i == 0)
    return MAAK_RUN_MUTED;
  return 0;
}

static void
consider (MaakColumnWidth *column, PangoLayout *layout)
{
  double least, most;

  maak_type_measure (layout, &least, &most);
  column->least = MAX (column->least, least);
  column->most = MAX (column->most, most);
}

static void
set_cells (Setting *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      MaakColumn *column = get_column (self, i);

      self->widths[i] = (MaakColumnWidth) { .rigid = column->rigid };
      if (column->head != NULL)
        {
          double most;

          /* A head may be broken, even over a column of numbers. */
          self->heads[i] = maak_type_set (self->flow->type, column->head, self->style, MAAK_RUN_BOLD, MAAK_TYPE_UNWRAPPED);
          maak_type_measure (self->heads[i], &self->widths[i].least, &most);
          self->widths[i].most = column->rigid ? self->widths[i].least : most;
        }
    }
  for (guint r = 0; r < self->table->rows->len; r++)
    for (guint i = 0; i < self->n; i++)
      {
        const MaakRuns *runs = get_runs (self, r, i);
        gboolean        spans = row_spans (get_row (self, r));

        if (maak_runs_is_empty (runs) || (spans && i > 0))
          continue;
        self->cells[r * self->n + i] = maak_type_set (self->flow->type, runs, self->style, get_flags (self, get_row (self, r), i), MAAK_TYPE_UNWRAPPED);
        if (!spans)
          consider (&self->widths[i], self->cells[r * self->n + i]);
      }
}

static double
get_gap (const Setting *self)
{
  return self->n >= MANY ? NARROW : GAP;
}

static void
place_columns (Setting *self)
{
  double x = self->flow->indent;

  for (guint i = 0; i < self->n; i++)
    {
      self->left[i] = x;
      x += self->widths[i].width + get_gap (self);
    }
}

/* Forms that do not depend on their content. */
static gboolean
distribute (Setting *self, double width)
{
  double inner = width - get_gap (self) * (self->n - 1);

  if (self->table->form == MAAK_TABLE_QUADRANTS)
    {
      for (guint i = 0; i < self->n; i++)
        self->widths[i].width = inner / self->n;
      return TRUE;
    }
  if (self->table->form == MAAK_TABLE_FACTS && self->n == 2)
    {
      self->widths[0].width = CLAMP (self->widths[0].most, inner * 0.24, inner * 0.36);
      self->widths[1].width = inner - self->widths[0].width;
      return TRUE;
    }
  /* Beside many columns, what names the row is not squeezed into a word a line: rather a smaller letter. */
  if (self->n >= MANY && !self->widths[0].rigid && self->style != MAAK_STYLE_CELL_TINY)
    self->widths[0].least = MAX (self->widths[0].least, MIN (self->widths[0].most, NAME));
  return maak_columns_distribute (self->widths, self->n, inner);
}

static void
setting_init (Setting *self, MaakFlow *flow, const MaakTable *table, const guint *columns, guint n)
{
  *self = (Setting) { .flow = flow, .table = table, .n = n };
  self->columns = g_memdup2 (columns, n * sizeof (guint));
  self->widths = g_new0 (MaakColumnWidth, n);
  self->heads = g_new0 (PangoLayout *, n);
  self->cells = g_new0 (PangoLayout *, MAX (1, n * table->rows->len));
  self->left = g_new0 (double, n);
}

static void
setting_clear (Setting *self)
{
  g_free (self->columns);
  g_free (self->widths);
  g_free (self->heads);
  g_free (self->cells);
  g_free (self->left);
}

/* Sets everything in one letter; FALSE: some word or number does not fit. */
static gboolean
try_style (Setting *self, MaakStyle style)
{
  gboolean fits;

  self->style = style;
  self->spec = maak_type_get_spec (self->flow->type, style);
  set_cells (self);
  fits = distribute (self, maak_flow_get_width (self->flow));
  place_columns (self);
  return fits;
}

/* The letter of tables, a smaller one, a very small one; what was set in a letter that does not do is let go. */
static gboolean
try_styles (Setting *self)
{
  static const MaakStyle styles[] = { MAAK_STYLE_CELL, MAAK_STYLE_CELL_SMALL, MAAK_STYLE_CELL_TINY };
  guint                  mark = maak_type_get_mark (self->flow->type);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (i > 0)
        maak_type_release (self->flow->type, mark);
      if (try_style (self, styles[i]))
        return TRUE;
    }
  return FALSE;
}

static void
wrap (PangoLayout *layout, double width)
{
  PangoRectangle extents;

  if (layout == NULL)
    return;
  pango_layout_get_extents (layout, NULL, &extents);
  if (extents.width / (double) PANGO_SCALE > width)
    maak_type_rewrap (layout, width);
}

static void
wrap_cells (Setting *self)
{
  double whole = maak_flow_get_width (self->flow);

  for (guint i = 0; i < self->n; i++)
    wrap (self->heads[i], self->widths[i].width);
  for (guint r = 0; r < self->table->rows->len; r++)
    for (guint i = 0; i < self->n; i++)
      if (row_spans (get_row (self, r)))
        wrap (self->cells[r * self->n + i], get_row (self, r)->kind == MAAK_ROW_DETAIL ? whole - GAP : whole);
      else
        wrap (self->cells[r * self->n + i], self->widths[i].width);
}

static guint
count_lines (PangoLayout *layout)
{
  return layout != NULL ? (guint) pango_layout_get_line_count (layout) : 0;
}

/* The lines @first to @first + @n of a cell, aligned in their column. */
static void
add_cell (Setting *self, PangoLayout *layout, const MaakRuns *runs, guint color, guint i, double y, guint first, guint n)
{
  MaakAlign align = get_column (self, i)->align;
  GSList   *l;
  guint     k = 0;

  if (layout == NULL)
    return;
  if (align == MAAK_ALIGN_LEFT)
    {
      maak_flow_add_lines (self->flow, layout, runs, self->spec, color, self->left[i], y, first, n);
      return;
    }
  for (l = g_slist_nth (pango_layout_get_lines_readonly (layout), first); l != NULL && k < n; l = l->next, k++)
    {
      PangoRectangle extents;
      double         rest;

      pango_layout_line_get_extents (l->data, NULL, &extents);
      rest = self->widths[i].width - extents.width / (double) PANGO_SCALE;
      maak_flow_add_lines (self->flow, layout, runs, self->spec, color, self->left[i] + rest * (align == MAAK_ALIGN_CENTER ? 0.5 : 1), y + k * self->spec->leading, first + k, 1);
    }
}

static void
add_rule (Setting *self, double y, double height, guint color)
{
  maak_flow_add_fill (self->flow, self->flow->indent, y - height / 2, maak_flow_get_width (self->flow), height, color);
}

/* Returns the height of the head; its steps are remembered, to be repeated. */
static double
add_head (Setting *self, MaakRepeat *repeat)
{
  const MaakHouseStyle *house = self->flow->style;
  guint                 lines = 1;
  double                height;

  for (guint i = 0; i < self->n; i++)
    lines = MAX (lines, count_lines (self->heads[i]));
  height = lines * self->spec->leading + 2 * PADDING;
  maak_flow_begin_tag (self->flow, "TR", FALSE);
  maak_flow_begin_slice (self->flow, 0);
  repeat->first = self->flow->ops->len;
  for (guint i = 0; i < self->n; i++)
    {
      guint own = count_lines (self->heads[i]);

      maak_flow_begin_tag (self->flow, "TH", TRUE);
      /* Heads stand on the rule. */
      add_cell (self, self->heads[i], get_column (self, i)->head, house->styles[MAAK_STYLE_CAPTION].color, i, PADDING + (lines - own) * self->spec->leading, 0, own);
      maak_flow_end_tag (self->flow);
    }
  add_rule (self, height, 0.9, house->styles[MAAK_STYLE_CAPTION].color);
  repeat->last = self->flow->ops->len;
  maak_flow_end_slice (self->flow, height, TRUE);
  maak_flow_end_tag (self->flow);
  return height;
}

/* Whether a row is not told in this part of a table. */
static gboolean
is_left_out (const Setting *self, guint r)
{
  return self->rest && get_row (self, r)->kind == MAAK_ROW_DETAIL;
}

static MaakRow *
get_next (const Setting *self, guint r)
{
  for (r++; r < self->table->rows->len; r++)
    if (!is_left_out (self, r))
      return get_row (self, r);
  return NULL;
}

static void
decorate (Setting *self, guint r, double height, gboolean first_piece, gboolean last_piece)
{
  const MaakHouseStyle *house = self->flow->style;
  MaakRow              *row = get_row (self, r);
  MaakRow              *next = get_next (self, r);

  if (row->kind == MAAK_ROW_GROUP)
    maak_flow_add_fill (self->flow, self->flow->indent, 0, maak_flow_get_width (self->flow), height, house->tint);
  if (row->kind == MAAK_ROW_HEAD)
    for (guint i = 0; i < self->n; i++)
      maak_flow_add_fill (self->flow, self->left[i], height - 1, self->widths[i].width, 1, house->accent);
  if (row->kind == MAAK_ROW_TOTAL && first_piece && r > 0 && get_row (self, r - 1)->kind != MAAK_ROW_TOTAL)
    add_rule (self, 0, 0.9, house->styles[MAAK_STYLE_CAPTION].color);
  if (!last_piece || self->table->form == MAAK_TABLE_QUADRANTS || row->kind == MAAK_ROW_HEAD)
    return;
  if (next == NULL || (next->kind != MAAK_ROW_DETAIL && next->kind != MAAK_ROW_TOTAL))
    add_rule (self, height, 0.4, house->rule);
}

static const char *
get_cell_tag (const Setting *self, const MaakRow *row, guint i)
{
  if (row->kind == MAAK_ROW_HEAD || row->kind == MAAK_ROW_GROUP)
    return "TH";
  if (row->kind == MAAK_ROW_DETAIL)
    return "TD";
  return self->columns[i] < self->table->n_label_columns ? "TH" : "TD";
}

static guint
get_cell_color (const Setting *self, const MaakRow *row, guint i)
{
  const MaakHouseStyle *house = self->flow->style;

  if (row->kind == MAAK_ROW_HEAD || row->kind == MAAK_ROW_GROUP)
    return house->styles[MAAK_STYLE_CAPTION].color;
  return get_flags (self, row, i) & MAAK_RUN_MUTED ? house->muted : house->ink;
}

/* A piece of a row: the lines from @first on. */
static void
add_piece (Setting *self, guint r, guint first, guint n, guint lines, gboolean keep)
{
  MaakRow *row = get_row (self, r);
  gboolean first_piece = first == 0, last_piece = first + n >= lines;
  double   top = first_piece && row->kind != MAAK_ROW_DETAIL ? PADDING : 0, bottom = last_piece ? PADDING : 0;
  double   height;

  if (self->table->form == MAAK_TABLE_QUADRANTS && last_piece)
    bottom += 3;
  if (row->kind == MAAK_ROW_HEAD && r > 0)
    top += 10;
  if (row->kind == MAAK_ROW_DETAIL && last_piece)
    bottom += 2;
  height = top + MIN (n, lines - first) * self->spec->leading + bottom;
  maak_flow_begin_tag (self->flow, "TR", FALSE);
  maak_flow_begin_slice (self->flow, 0);
  decorate (self, r, height, first_piece, last_piece);
  for (guint i = 0; i < (row_spans (row) ? 1 : self->n); i++)
    {
      PangoLayout *layout = self->cells[r * self->n + i];

      maak_flow_begin_tag (self->flow, get_cell_tag (self, row, i), TRUE);
      if (row_spans (row) && layout != NULL)
        maak_flow_add_lines (self->flow, layout, get_runs (self, r, i), self->spec, get_cell_color (self, row, i), self->left[0] + (row->kind == MAAK_ROW_DETAIL ? GAP : 4), top, first, n);
      else
        add_cell (self, layout, get_runs (self, r, i), get_cell_color (self, row, i), i, top, first, n);
      maak_flow_end_tag (self->flow);
    }
  maak_flow_end_slice (self->flow, height, keep);
  maak_flow_end_tag (self->flow);
}

static gboolean
keeps_with_next (const Setting *self, guint r, gboolean has_note)
{
  guint    n = self->table->rows->len;
  MaakRow *row = get_row (self, r);

  if (r + 1 == n)
    /* A heading with a fact or two is not enough for the foot of a page. */
    return has_note || (self->after_heading && self->table->form == MAAK_TABLE_FACTS && n <= 2);
  if (self->low || row->kind == MAAK_ROW_GROUP || row->kind == MAAK_ROW_HEAD)
    return TRUE;
  if (get_row (self, r + 1)->kind == MAAK_ROW_DETAIL || get_row (self, r + 1)->kind == MAAK_ROW_TOTAL)
    return TRUE;
  /* No row alone at the head or foot of a page, nor at the end. */
  return r == 0 || (r + 2 == n && get_row (self, r + 1)->kind == MAAK_ROW_BODY);
}

/* What is told across all columns runs on line by line, like a paragraph. */
static void
add_long_row (Setting *self, guint r, guint lines, gboolean keep)
{
  MaakRow     *row = get_row (self, r);
  PangoLayout *layout = self->cells[r * self->n];

  maak_flow_begin_tag (self->flow, "TR", FALSE);
  maak_flow_begin_tag (self->flow, get_cell_tag (self, row, 0), TRUE);
  for (guint i = 0; i < lines; i++)
    {
      gboolean last = i + 1 == lines;
      double   height = self->spec->leading + (last ? PADDING + 2 : 0);

      maak_flow_begin_slice (self->flow, 0);
      decorate (self, r, height, i == 0, last);
      maak_flow_add_lines (self->flow, layout, row->cells[0], self->spec, get_cell_color (self, row, 0), self->left[0] + GAP, 0, i, 1);
      maak_flow_end_slice (self->flow, height, last ? keep : i == 0 || i + 2 == lines);
    }
  maak_flow_end_tag (self->flow);
  maak_flow_end_tag (self->flow);
}

static void
add_row (Setting *self, guint r, const MaakRepeat *repeat, double head, gboolean has_note)
{
  guint lines = 1, from = self->flow->slices->len, piece;

  for (guint i = 0; i < self->n; i++)
    lines = MAX (lines, count_lines (self->cells[r * self->n + i]));
  piece = lines <= WHOLE ? lines : PIECE;
  if (get_row (self, r)->kind == MAAK_ROW_DETAIL && lines > 3)
    add_long_row (self, r, lines, keeps_with_next (self, r, has_note));
  else
    for (guint first = 0; first < lines; first += piece)
      {
        /* No piece of one line at the end. */
        guint n = lines - first <= piece + 2 ? lines - first : piece;

        add_piece (self, r, first, n, lines, first + n >= lines && keeps_with_next (self, r, has_note));
        if (n > piece)
          break;
      }
  for (guint i = from; i < self->flow->slices->len; i++)
    {
      g_array_index (self->flow->slices, MaakSlice, i).repeat = head > 0 ? head + BELOW_HEAD : 0;
      g_array_index (self->flow->repeats, MaakRepeat, i) = *repeat;
    }
}

/* Whether all rows together are so low that the table is better not cut. */
static gboolean
is_low (Setting *self)
{
  const MaakHouseStyle *style = self->flow->style;
  double                height = 0;

  for (guint r = 0; r < self->table->rows->len; r++)
    {
      guint lines = 1;

      for (guint i = 0; i < self->n; i++)
        lines = MAX (lines, count_lines (self->cells[r * self->n + i]));
      height += lines * self->spec->leading + 2 * PADDING;
    }
  return height < TOGETHER * (style->page_height - style->top - style->bottom);
}

static void
add_setting (Setting *self, const MaakBlock *block, gboolean with_caption, gboolean with_note)
{
  MaakRepeat repeat = { 0, 0 };
  double     head = 0;

  wrap_cells (self);
  self->rest = !with_caption;
  self->low = is_low (self);
  self->after_heading = self->flow->slices->len > 0 && g_array_index (self->flow->slices, MaakSlice, self->flow->slices->len - 1).keep;
  maak_flow_begin_tag (self->flow, "Table", FALSE);
  if (with_caption)
    maak_flow_add_caption (self->flow, block);
  if (maak_table_has_heads (self->table))
    head = add_head (self, &repeat);
  for (guint r = 0; r < self->table->rows->len; r++)
    if (!is_left_out (self, r))
      add_row (self, r, &repeat, head, with_note && block->note != NULL);
  maak_flow_end_tag (self->flow);
  self->flow->after = 5;
}

/* Whether the table is too wide because of its columns of numbers, and can be dealt over several. */
static gboolean
can_be_dealt (const MaakTable *table)
{
  return table->n_label_columns > 0 && table->columns->len >= table->n_label_columns + 4 && table->form == MAAK_TABLE_RULED;
}

/* The columns that name the row with half of the others, and again with the other half; halves may be halved again. */
static void
deal (MaakFlow *flow, const MaakBlock *block, const guint *columns, guint n, gboolean first, gboolean last)
{
  Setting setting;
  guint   labels = block->table->n_label_columns, rest = n - labels;

  setting_init (&setting, flow, block->table, columns, n);
  if (try_styles (&setting) || rest < 4 || !can_be_dealt (block->table))
    {
      add_setting (&setting, block, first, last);
      setting_clear (&setting);
      return;
    }
  setting_clear (&setting);
  for (guint half = 0; half < 2; half++)
    {
      guint             from = half == 0 ? 0 : (rest + 1) / 2, until = half == 0 ? (rest + 1) / 2 : rest;
      g_autofree guint *part = g_new (guint, labels + until - from);

      memcpy (part, columns, labels * sizeof (guint));
      memcpy (part + labels, columns + labels + from, (until - from) * sizeof (guint));
      deal (flow, block, part, labels + until - from, first && half == 0, last && half == 1);
    }
}

/**
 * maak_flow_add_table:
 * @self: a column, not within a slice
 * @block: a block with a table of at least one row and column; must outlive the column
 */
void
maak_flow_add_table (MaakFlow *self, const MaakBlock *block)
{
  guint             n = maak_table_get_n_columns (block->table);
  g_autofree guint *columns = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    columns[i] = i;
  deal (self, block, columns, n, TRUE, TRUE);
  if (block->note != NULL)
    maak_flow_add_note (self, block->note, FALSE);
  self->after = 12;
}
