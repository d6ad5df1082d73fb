/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The small drawings of a document that show no region: a line of time, and a grid of likelihood and impact.
 *
 * They are painted with text of an absolute size on any surface. What they show is few and plain; maps and charts of
 * figures are painted by draw. A figure owns a copy of all that it was made from.
 */
#include "report/maak-plot.h"

#include <math.h>
#include <pango/pangocairo.h>

#define LANE 15.0       /* points between numbers that stand over one another */
#define DOT 6.4         /* points: radius of a numbered dot */
#define GRID_ROW 30.0   /* points */
#define GRID_LABEL 92.0 /* points, left of the grid */

static void
set_color (cairo_t *cr, guint hex)
{
  cairo_set_source_rgb (cr, ((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0);
}

/* A mix of paper and a colour; drawings are opaque. */
static guint
mix (guint a, guint b, double t)
{
  guint mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    {
      double from = (a >> shift) & 0xff, to = (b >> shift) & 0xff;

      mixed |= (guint) lround (from + (to - from) * t) << shift;
    }
  return mixed;
}

/* Text around a point: align 0 begins there, 0.5 is centred, 1 ends there; y is its middle. Sizes are absolute, so that no
 * screen has a say. */
static void
draw_text (cairo_t *cr, const char *text, double size, gboolean bold, double x, double y, double align, double width)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoRectangle extents;

  pango_font_description_set_family_static (font, maak_house_style_get ()->family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (layout, list);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (layout, align == 0 ? PANGO_ALIGN_LEFT : align == 1 ? PANGO_ALIGN_RIGHT
                                                                                     : PANGO_ALIGN_CENTER);
    }
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (cr, x - align * (width > 0 ? width : extents.width / (double) PANGO_SCALE), y - extents.height / (double) PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

typedef struct
{
  guint       n;
  MaakMoment *moments;     /* sorted */
  int         first, last; /* years */
} Timeline;

static void
free_timeline (gpointer data)
{
  Timeline *self = data;

  g_free (self->moments);
  g_free (self);
}

static double
place_moment (const Timeline *self, const MaakMoment *moment, double width)
{
  return DOT + (moment->position - self->first) / (self->last - self->first) * (width - 2 * DOT);
}

/* The lane in which each dot stands free of those before it; returns the number of lanes. */
static guint
find_lanes (const Timeline *self, double width, guint *lanes)
{
  g_autofree double *ends = g_new (double, self->n + 1);
  guint              used = 0;

  for (guint i = 0; i < self->n; i++)
    {
      double x = place_moment (self, &self->moments[i], width);
      guint  lane = 0;

      while (lane < used && ends[lane] > x - 2 * DOT - 1)
        lane++;
      ends[lane] = x;
      lanes[i] = lane;
      used = MAX (used, lane + 1);
    }
  return used;
}

static double
measure_timeline (gpointer data, double width)
{
  const Timeline   *self = data;
  g_autofree guint *lanes = g_new (guint, self->n + 1);

  return find_lanes (self, width, lanes) * LANE + 26;
}

static void
paint_timeline (gpointer data, cairo_t *cr, double width, double height)
{
  const Timeline       *self = data;
  const MaakHouseStyle *style = maak_house_style_get ();
  g_autofree guint     *lanes = g_new (guint, self->n + 1);
  double                axis = find_lanes (self, width, lanes) * LANE + 6;

  cairo_set_line_width (cr, 1.2);
  set_color (cr, style->styles[MAAK_STYLE_CAPTION].color);
  cairo_move_to (cr, 0, axis);
  cairo_line_to (cr, width, axis);
  cairo_stroke (cr);
  for (int year = self->first; year <= self->last; year++)
    {
      double           x = DOT + (year - self->first) / (double) (self->last - self->first) * (width - 2 * DOT);
      g_autofree char *label = g_strdup_printf ("%d", year);

      set_color (cr, style->styles[MAAK_STYLE_CAPTION].color);
      cairo_rectangle (cr, x - 0.4, axis, 0.8, 5);
      cairo_fill (cr);
      set_color (cr, style->muted);
      if (year < self->last)
        draw_text (cr, label, 8, FALSE, x + 3, axis + 11, 0, 0);
    }
  for (guint i = 0; i < self->n; i++)
    {
      double           x = place_moment (self, &self->moments[i], width), y = axis - 9 - lanes[i] * LANE;
      g_autofree char *label = g_strdup_printf ("%u", self->moments[i].number);

      set_color (cr, style->accent);
      cairo_rectangle (cr, x - 0.3, y, 0.6, axis - y);
      cairo_fill (cr);
      cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
      cairo_fill (cr);
      set_color (cr, style->paper);
      draw_text (cr, label, 7.6, TRUE, x, y, 0.5, 0);
    }
}

/**
 * maak_plot_new_timeline:
 * @moments: (array length=n): sorted by position
 * @n: how many, at least one
 *
 * Returns: (transfer full): years on a line, and a numbered dot a moment
 */
MaakFigure *
maak_plot_new_timeline (const MaakMoment *moments, guint n)
{
  MaakFigure *figure = g_new0 (MaakFigure, 1);
  Timeline   *self = g_new0 (Timeline, 1);

  self->n = n;
  self->moments = g_memdup2 (moments, n * sizeof (MaakMoment));
  self->first = (int) floor (moments[0].position);
  self->last = (int) floor (moments[n - 1].position) + 1;
  *figure = (MaakFigure) { measure_timeline, paint_timeline, self, free_timeline, 1 };
  return figure;
}

typedef struct
{
  char **rows, **columns, **cells;
  guint  n_rows, n_columns;
  char  *row_title, *column_title;
} Grid;

static void
free_grid (gpointer data)
{
  Grid *self = data;

  g_strfreev (self->rows);
  g_strfreev (self->columns);
  g_strfreev (self->cells);
  g_free (self->row_title);
  g_free (self->column_title);
  g_free (self);
}

static double
measure_grid (gpointer data, double width)
{
  return ((Grid *) data)->n_rows * GRID_ROW + 44;
}

static void
paint_cell (const Grid *self, cairo_t *cr, guint r, guint c, double x, double y, double width)
{
  const MaakHouseStyle *style = maak_house_style_get ();
  double                weight = (r + c) / (double) MAX (1, self->n_rows + self->n_columns - 2);
  const char           *text = self->cells[r * self->n_columns + c];

  set_color (cr, mix (style->tint, mix (style->paper, style->accent, 0.45), weight));
  cairo_rectangle (cr, x, y, width - 1.5, GRID_ROW - 1.5);
  cairo_fill (cr);
  if (*text == '\0')
    return;
  set_color (cr, style->ink);
  draw_text (cr, text, 9, TRUE, x + width / 2, y + GRID_ROW / 2, 0.5, width - 6);
}

static void
paint_grid (gpointer data, cairo_t *cr, double width, double height)
{
  const Grid           *self = data;
  const MaakHouseStyle *style = maak_house_style_get ();
  double                cell = (width - GRID_LABEL) / self->n_columns, bottom = 14 + self->n_rows * GRID_ROW;

  set_color (cr, style->styles[MAAK_STYLE_CAPTION].color);
  draw_text (cr, self->row_title, 8, TRUE, 0, 6, 0, 0);
  draw_text (cr, self->column_title, 8, TRUE, width, bottom + 22, 1, 0);
  for (guint r = 0; r < self->n_rows; r++)
    {
      double y = 14 + (self->n_rows - 1 - r) * GRID_ROW;

      set_color (cr, style->ink);
      draw_text (cr, self->rows[r], 8, FALSE, 0, y + GRID_ROW / 2, 0, GRID_LABEL - 8);
      for (guint c = 0; c < self->n_columns; c++)
        paint_cell (self, cr, r, c, GRID_LABEL + c * cell, y, cell);
    }
  for (guint c = 0; c < self->n_columns; c++)
    {
      set_color (cr, style->ink);
      draw_text (cr, self->columns[c], 8, FALSE, GRID_LABEL + (c + 0.5) * cell, bottom + 8, 0.5, cell - 4);
    }
}

/**
 * maak_plot_new_grid:
 * @rows: (array zero-terminated=1): names from low to high
 * @columns: (array zero-terminated=1): names from low to high
 * @cells: (array zero-terminated=1): rows times columns texts, "" where there is nothing
 * @row_title: what the rows are
 * @column_title: what the columns are
 *
 * Returns: (transfer full): a grid, darker to the upper right
 */
MaakFigure *
maak_plot_new_grid (const char *const *rows, const char *const *columns, const char *const *cells, const char *row_title, const char *column_title)
{
  MaakFigure *figure = g_new0 (MaakFigure, 1);
  Grid       *self = g_new0 (Grid, 1);

  self->rows = g_strdupv ((char **) rows);
  self->columns = g_strdupv ((char **) columns);
  self->cells = g_strdupv ((char **) cells);
  self->n_rows = g_strv_length (self->rows);
  self->n_columns = g_strv_length (self->columns);
  self->row_title = g_strdup (row_title);
  self->column_title = g_strdup (column_title);
  *figure = (MaakFigure) { measure_grid, paint_grid, self, free_grid, 1 };
  return figure;
}
