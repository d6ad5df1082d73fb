/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The legend: unit, the classes with how many regions each has (or the circles), no data, the marks that
 * occur, the own region, the yardstick with its name, the method, and notices. It is part of every map.
 *
 * "No data" stands in it always, with its own hatch, also when no region lacks a value: who reads the map knows then
 * that none does.
 *
 * A *cursor* walks down the column; measuring is the same walk with a dry pen.
 */
#include "draw/maak-map-private.h"

#include "base/maak-number.h"
#include "draw/maak-notation.h"

#include <math.h>

/* In letters' sizes. */
#define SWATCH_WIDTH 1.9
#define SWATCH_HEIGHT 1.05
#define ROW 1.5
#define BREAK 0.6

typedef struct
{
  MaakPicture *picture;
  MaakPen     *pen;
  MaakBox      box;
  double       y;
} Cursor;

/* The thin hatch of a provisional value over a ground of this colour. Drops the path. */
void
maak_map_hatch_provisional (MaakPen *pen, MaakColor ground)
{
  maak_pen_hatch (pen, maak_color_mix (ground, maak_color_get_text_on (ground), 0.28), 3.2, 0.35, FALSE);
}

/* The hatch of no data on its own ground. Drops the path. */
void
maak_map_hatch_missing (MaakPen *pen)
{
  maak_pen_set_color (pen, pen->scheme->missing);
  cairo_fill_preserve (pen->cr);
  maak_pen_hatch (pen, pen->scheme->missing_hatch, 3.6, 0.7, TRUE);
}

static MaakStyle
get_row_style (MaakPen *pen, MaakWeight weight)
{
  MaakStyle style = maak_pen_get_style (1, weight, pen->scheme->ink);

  style.leading = 1.25;
  return style;
}

/* A paragraph over the whole width. */
static void
add_paragraph (Cursor *cursor, const char *text, MaakStyle style)
{
  cursor->y += maak_pen_draw_text (cursor->pen, text, &style, cursor->box.x, cursor->y, cursor->box.width, MAAK_ALIGN_LEFT);
}

static void
add_break (Cursor *cursor)
{
  cursor->y += BREAK * cursor->pen->size;
}

static void
stroke_swatch (MaakPen *pen, const MaakBox *box, MaakColor color, double thickness)
{
  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  maak_pen_set_color (pen, color);
  cairo_set_line_width (pen->cr, thickness);
  cairo_stroke (pen->cr);
}

/* A row: a swatch, words, and at the right edge how many regions (negative: nothing). Leaves the swatch's box as path. */
static MaakBox
add_row (Cursor *cursor, const char *words, int count)
{
  MaakPen         *pen = cursor->pen;
  MaakStyle        style = get_row_style (pen, MAAK_WEIGHT_REGULAR), soft = maak_pen_get_style (1, MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  double           row = ROW * pen->size, swatch = SWATCH_WIDTH * pen->size, left = cursor->box.x + swatch + 0.7 * pen->size;
  double           right = cursor->box.width - swatch - 0.7 * pen->size - (count < 0 ? 0 : 2.2 * pen->size);
  MaakBox          box = { cursor->box.x + 0.4, cursor->y + (row - SWATCH_HEIGHT * pen->size) / 2, swatch - 0.8, SWATCH_HEIGHT * pen->size };
  double           height = maak_pen_measure_text (pen, words, &style, right);
  double           leading = maak_pen_get_leading (pen, &style);
  g_autofree char *number = count < 0 ? NULL : maak_number_format_integer (count, cursor->picture->language);

  maak_pen_draw_text (pen, words, &style, left, cursor->y + (row - leading) / 2, right, MAAK_ALIGN_LEFT);
  soft.leading = style.leading;
  if (number != NULL)
    maak_pen_draw_line (pen, number, &soft, cursor->box.x + cursor->box.width, cursor->y + (row - leading) / 2, MAAK_ALIGN_RIGHT);
  cursor->y += row + height - leading;
  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, box.x, box.y, box.width, box.height);
  return box;
}

static void
add_head (Cursor *cursor, gboolean counts)
{
  MaakPicture     *picture = cursor->picture;
  MaakStyle        style = get_row_style (cursor->pen, MAAK_WEIGHT_SEMIBOLD), soft = maak_pen_get_style (0.88, MAAK_WEIGHT_REGULAR, cursor->pen->scheme->soft);
  g_autofree char *head = maak_picture_dup_unit (picture);
  const char      *regions = maak_picture_get_phrase (picture, MAAK_PHRASE_DRAW_COUNT);
  double           room = cursor->box.width - (counts ? maak_pen_measure_line (cursor->pen, regions, &soft) + cursor->pen->size : 0), height;

  if (picture->without_title)
    {
      add_paragraph (cursor, maak_text_get_best (maak_indicator_get_title (picture->indicator), picture->language), style);
      style.weight = MAAK_WEIGHT_REGULAR;
    }
  soft.leading = style.leading / soft.size;
  height = maak_pen_draw_text (cursor->pen, head, &style, cursor->box.x, cursor->y, room, MAAK_ALIGN_LEFT);
  if (counts)
    maak_pen_draw_line (cursor->pen, regions, &soft, cursor->box.x + cursor->box.width, cursor->y + height - maak_pen_get_leading (cursor->pen, &soft), MAAK_ALIGN_RIGHT);
  cursor->y += height + 0.25 * cursor->pen->size;
}

static char *
dup_range (MaakPicture *picture, guint index)
{
  g_autofree char *low = maak_unit_format_value (picture->unit, picture->classes.low[index], picture->language);
  g_autofree char *high = maak_unit_format_value (picture->unit, picture->classes.high[index], picture->language);

  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  return maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_DRAW_RANGE, MAAK_ARG_STRING, "low", low, MAAK_ARG_STRING, "high", high, MAAK_ARG_END));
}

static void
add_classes (Cursor *cursor)
{
  MaakPicture *picture = cursor->picture;

  for (guint i = picture->classes.n; i-- > 0;)
    {
      g_autofree char *range = dup_range (picture, i);
      MaakBox          box = add_row (cursor, range, (int) picture->classes.count[i]);

      if (cursor->pen->dry)
        continue;
      maak_pen_set_color (cursor->pen, maak_picture_get_class_color (picture, i));
      cairo_fill (cursor->pen->cr);
      stroke_swatch (cursor->pen, &box, cursor->pen->scheme->line, 0.4);
    }
}

static guint
count_missing (MaakPicture *picture)
{
  guint  n = 0;
  double value;

  for (guint i = 0; i < maak_indicator_get_n (picture->indicator); i++)
    n += !maak_status_has_value (maak_picture_get_value (picture, i, &value));
  return n;
}

static void
add_missing (Cursor *cursor, gboolean counts)
{
  MaakBox box = add_row (cursor, maak_picture_get_phrase (cursor->picture, MAAK_PHRASE_DRAW_NO_DATA), counts || count_missing (cursor->picture) > 0 ? (int) count_missing (cursor->picture) : -1);

  if (cursor->pen->dry)
    return;
  maak_map_hatch_missing (cursor->pen);
  stroke_swatch (cursor->pen, &box, cursor->pen->scheme->line, 0.4);
}

static void
add_own (Cursor *cursor)
{
  g_autoptr (GString) names = g_string_new (NULL);
  MaakBox box;

  for (guint i = 0; i < cursor->picture->regions->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", maak_region_get_name (cursor->picture->regions->pdata[i], cursor->picture->language));
  if (names->len == 0)
    return;
  box = add_row (cursor, names->str, -1);
  if (!cursor->pen->dry)
    stroke_swatch (cursor->pen, &box, cursor->pen->scheme->ink, 0.19 * cursor->pen->size);
}

/* The marks that occur. */
static void
add_marks (Cursor *cursor)
{
  MaakPicture *picture = cursor->picture;
  MaakStatus   statuses[MAAK_N_STATUSES];
  guint        n = maak_picture_list_marked (picture, statuses);
  MaakStyle    style = get_row_style (cursor->pen, MAAK_WEIGHT_SEMIBOLD);

  for (guint i = 0; i < n; i++)
    {
      MaakPen    *pen = cursor->pen;
      const char *mark = maak_notation_get_mark (statuses[i]);
      double      top = cursor->y + (ROW * pen->size - maak_pen_get_leading (pen, &style)) / 2;
      MaakBox     box = add_row (cursor, maak_status_get_label (statuses[i], picture->language), -1);

      if (!pen->dry && statuses[i] == MAAK_STATUS_PROVISIONAL)
        {
          MaakColor ground = picture->circles ? maak_map_get_circle_color (picture) : maak_picture_get_class_color (picture, picture->classes.n / 2);

          maak_pen_set_color (pen, ground);
          cairo_fill_preserve (pen->cr);
          maak_map_hatch_provisional (pen, ground);
          stroke_swatch (pen, &box, pen->scheme->line, 0.4);
          maak_pen_set_color (pen, ground);
          cairo_rectangle (pen->cr, box.x + box.width / 2 - 0.35 * pen->size, box.y + 0.2, 0.7 * pen->size, box.height - 0.4);
          cairo_fill (pen->cr);
          style.color = maak_color_get_text_on (ground);
        }
      cairo_new_path (pen->cr);
      maak_pen_draw_line (pen, mark, &style, box.x + box.width / 2, top, MAAK_ALIGN_CENTER);
      style.color = pen->scheme->ink;
    }
}

/* A value that is round and at most @most. */
static double
round_down (double most)
{
  static const double STEPS[] = { 5, 2, 1 };
  double              power = pow (10, floor (log10 (most)));

  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (STEPS[i] * power <= most)
      return STEPS[i] * power;
  return power;
}

static double
get_largest_value (MaakPicture *picture)
{
  double most = 0, value;

  for (guint i = 0; i < maak_indicator_get_n (picture->indicator); i++)
    if (maak_status_has_value (maak_picture_get_value (picture, i, &value)))
      most = MAX (most, fabs (value));
  return most;
}

/* Circles of round values in one another, with their values beside them. */
static void
add_circles (Cursor *cursor, double scale)
{
  MaakPicture *picture = cursor->picture;
  MaakPen     *pen = cursor->pen;
  MaakStyle    style = get_row_style (pen, MAAK_WEIGHT_REGULAR);
  double       largest = round_down (get_largest_value (picture)), step = maak_pen_get_leading (pen, &style);
  double       radius = scale * sqrt (largest), x = cursor->box.x + radius + 0.5, bottom = cursor->y + step / 2 + MAX (2 * radius, 2 * step) + 0.5, last = -G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      static const double PARTS[] = { 1, 0.2, 0.04 };
      double              value = round_down (largest * PARTS[i] * 1.0001), r = scale * sqrt (value), top = bottom - 2 * r;
      g_autofree char    *words = maak_unit_format_value (picture->unit, value, picture->language);

      /* Words that would meet those of the circle before go without, and so does their circle. */
      if (i > 0 && top < last + step)
        break;
      last = top;
      if (pen->dry)
        continue;
      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, x, bottom - r, r, 0, 2 * G_PI);
      maak_pen_set_color (pen, maak_map_get_circle_color (picture));
      cairo_fill_preserve (pen->cr);
      maak_pen_set_color (pen, maak_map_get_circle_edge (picture));
      cairo_set_line_width (pen->cr, 0.6);
      cairo_stroke (pen->cr);
      cairo_move_to (pen->cr, x, top);
      cairo_line_to (pen->cr, x + radius + 0.8 * pen->size, top);
      cairo_set_line_width (pen->cr, 0.4);
      cairo_stroke (pen->cr);
      maak_pen_draw_line (pen, words, &style, x + radius + 1.1 * pen->size, top - step / 2, MAAK_ALIGN_LEFT);
    }
  cursor->y = bottom + 0.35 * pen->size;
}

static void
add_yardstick (Cursor *cursor)
{
  g_autofree char *yardstick = maak_picture_dup_yardstick (cursor->picture);

  if (yardstick == NULL)
    return;
  add_break (cursor);
  add_paragraph (cursor, maak_picture_get_phrase (cursor->picture, MAAK_PHRASE_DRAW_COMPARED), maak_pen_get_style (0.88, MAAK_WEIGHT_REGULAR, cursor->pen->scheme->soft));
  add_paragraph (cursor, yardstick, get_row_style (cursor->pen, MAAK_WEIGHT_SEMIBOLD));
}

static char *
dup_method (MaakPicture *picture, const char *method)
{
  g_autofree char *pivot = NULL;

  if (!picture->diverging)
    return maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_DRAW_METHOD, MAAK_ARG_STRING, "method", method, MAAK_ARG_END));
  pivot = maak_unit_format_value (picture->unit, maak_indicator_get_pivot (picture->indicator), picture->language);
  return maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_DRAW_METHOD_PIVOT, MAAK_ARG_STRING, "method", method, MAAK_ARG_STRING, "pivot", pivot, MAAK_ARG_END));
}

/* How the classes were made, and what to mind. */
static void
add_notices (Cursor *cursor)
{
  static const MaakPhrase METHODS[MAAK_N_CLASS_METHODS] = {
    [MAAK_CLASSES_EQUAL] = MAAK_PHRASE_DRAW_METHOD_EQUAL,
    [MAAK_CLASSES_QUANTILE] = MAAK_PHRASE_DRAW_METHOD_QUANTILE,
    [MAAK_CLASSES_NATURAL] = MAAK_PHRASE_DRAW_METHOD_NATURAL,
  };
  MaakPicture *picture = cursor->picture;
  MaakStyle    soft = maak_pen_get_style (0.88, MAAK_WEIGHT_REGULAR, cursor->pen->scheme->soft);

  add_break (cursor);
  if (picture->circles)
    {
      add_paragraph (cursor, maak_picture_get_phrase (picture, MAAK_PHRASE_DRAW_METHOD_CIRCLES), soft);
    }
  else
    {
      g_autofree char *words = dup_method (picture, maak_picture_get_phrase (picture, METHODS[picture->method]));

      add_paragraph (cursor, words, soft);
    }
  if (picture->misfit)
    {
      soft.color = cursor->pen->scheme->ink;
      add_break (cursor);
      add_paragraph (cursor, maak_picture_get_phrase (picture, MAAK_PHRASE_DRAW_MISFIT), soft);
    }
  soft.color = cursor->pen->scheme->soft;
  if (maak_indicator_get_n (picture->indicator) > MAAK_MAP_MANY)
    add_paragraph (cursor, maak_picture_get_phrase (picture, MAAK_PHRASE_DRAW_NOT_ALL), soft);
}

/* Draws the legend into the width of @box, from its top; @circle is the scale of the map's circles. Returns the height. */
double
maak_map_draw_legend (MaakPicture *picture, MaakPen *pen, MaakBox box, double circle)
{
  Cursor cursor = { picture, pen, box, box.y };

  pen->kind = MAAK_MARK_TEXT;
  pen->region = -1;
  cairo_new_path (pen->cr);
  add_head (&cursor, !picture->circles);
  if (picture->circles)
    add_circles (&cursor, circle);
  else
    add_classes (&cursor);
  add_missing (&cursor, !picture->circles);
  add_marks (&cursor);
  add_own (&cursor);
  add_yardstick (&cursor);
  add_notices (&cursor);
  cairo_new_path (pen->cr);
  return cursor.y - box.y;
}
