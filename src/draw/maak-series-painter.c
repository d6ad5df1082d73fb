/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A series: a line a region over time. A point stands at the middle of its period, so that uneven spacing is seen. A line
 * is broken where a value is missing. The way to a provisional or a target value is dashed, its point hollow; other signs of
 * how sure a value is stand behind its number.
 *
 * The axis starts at zero, unless the values would then lie flat; a break in it is drawn and said. A line carries its
 * region's name and last value at its right end; there is no legend to look up. A single line has a number at each
 * point where there is room.
 *
 * Vocabulary: the *field* is the box of the axes; a *year cell* is the stretch of the time axis of one year.
 */
#include "draw/maak-picture-private.h"

#include "draw/maak-axis.h"
#include "draw/maak-notation.h"

#include <math.h>

/* In letters' sizes. */
#define GAP 0.6
#define POINT 0.27
#define LEAST_TICK 3.2

/* Height of the field as a part of the width, and its bounds in letters' sizes. */
#define ASPECT 0.46
#define LEAST_FIELD 14.0
#define MOST_FIELD 40.0

typedef struct
{
  MaakBox  field;
  MaakAxis axis;
  double   start, end; /* time, years */
  gboolean cells;      /* labels of the time axis name years, not the points' periods */
} Chart;

/* The words at the right end of a line. */
typedef struct
{
  MaakSeriesLine *line;
  guint           index; /* of the line */
  char           *words;
  double          y, wanted; /* middle */
  double          x;         /* of the point */
} End;

static MaakStyle
get_style (MaakWeight weight, MaakColor color)
{
  MaakStyle style = maak_pen_get_style (1, weight, color);

  style.leading = 1.25;
  return style;
}

/* Colours of lines, of even weight on paper; the names stand at the lines. */
static MaakColor
get_line_color (MaakPen *pen, guint index)
{
  static const guint32 COLORS[] = { 0x084b93, 0xb5500b, 0x00705a, 0x8a3a78, 0x5a5a5a, 0x7a6000 };

  MaakColor color = MAAK_COLOR_HEX (COLORS[index % G_N_ELEMENTS (COLORS)]);

  /* On a dark ground the same tones, lighter. */
  return maak_color_get_luminance (pen->scheme->paper) < 0.5 ? maak_color_mix (color, pen->scheme->ink, 0.5) : color;
}

static MaakSeriesPoint *
get_point (MaakSeriesLine *line, guint index)
{
  return &g_array_index (line->points, MaakSeriesPoint, index);
}

static gboolean
is_open (MaakStatus status)
{
  return status == MAAK_STATUS_PROVISIONAL || status == MAAK_STATUS_TARGET;
}

static void
find_ranges (MaakPicture *picture, double *least, double *most, Chart *chart)
{
  *least = G_MAXDOUBLE;
  *most = -G_MAXDOUBLE;
  chart->start = G_MAXDOUBLE;
  chart->end = -G_MAXDOUBLE;
  for (guint i = 0; i < picture->lines->len; i++)
    {
      MaakSeriesLine *line = picture->lines->pdata[i];

      for (guint j = 0; j < line->points->len; j++)
        {
          MaakSeriesPoint *point = get_point (line, j);
          double           when = maak_period_get_middle (point->period);

          if (point->period.kind == MAAK_PERIOD_QUARTER || point->period.kind == MAAK_PERIOD_MONTH)
            chart->cells = TRUE;
          chart->start = MIN (chart->start, when);
          chart->end = MAX (chart->end, when);
          if (!maak_status_has_value (point->status))
            continue;
          *least = MIN (*least, point->value);
          *most = MAX (*most, point->value);
        }
    }
  if (chart->cells)
    {
      chart->start = floor (chart->start);
      chart->end = ceil (chart->end);
    }
}

static double
place_time (const Chart *chart, double when)
{
  double margin = chart->cells ? 0 : 0.03 * chart->field.width, span = chart->end - chart->start;

  return chart->field.x + margin + (span > 0 ? (when - chart->start) / span : 0.5) * (chart->field.width - 2 * margin);
}

static double
place_value (const Chart *chart, double value)
{
  return chart->field.y + chart->field.height * (1 - maak_axis_place (&chart->axis, value));
}

static char *
dup_point_words (MaakPicture *picture, const MaakSeriesPoint *point)
{
  return maak_notation_dup_value (picture->unit, point->value, point->status, picture->language);
}

/* The index of the last value of a line; -1 where it has none. */
static int
find_last (MaakSeriesLine *line)
{
  for (int i = (int) line->points->len - 1; i >= 0; i--)
    if (maak_status_has_value (get_point (line, (guint) i)->status))
      return i;
  return -1;
}

static char *
dup_end_words (MaakPicture *picture, MaakSeriesLine *line, guint last)
{
  g_autofree char *value = dup_point_words (picture, get_point (line, last));

  return g_strdup_printf ("%s %s", maak_region_get_name (line->region, picture->language), value);
}

static double
measure_end_words (MaakPicture *picture, MaakPen *pen)
{
  MaakStyle style = get_style (MAAK_WEIGHT_SEMIBOLD, pen->scheme->ink);
  double    width = 0;

  for (guint i = 0; i < picture->lines->len; i++)
    {
      MaakSeriesLine  *line = picture->lines->pdata[i];
      g_autofree char *words = find_last (line) >= 0 ? dup_end_words (picture, line, (guint) find_last (line)) : NULL;

      if (words != NULL)
        width = MAX (width, maak_pen_measure_line (pen, words, &style));
    }
  return width;
}

static double
measure_tick_words (MaakPicture *picture, MaakPen *pen, const MaakAxis *axis)
{
  MaakStyle style = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  double    width = 0;

  for (guint i = 0; i < maak_axis_get_n_ticks (axis); i++)
    {
      g_autofree char *words = maak_unit_format_value (picture->unit, maak_axis_get_tick (axis, i), picture->language);

      width = MAX (width, maak_pen_measure_line (pen, words, &style));
    }
  return width;
}

/* The signs that occur, in words; and which lines have no value at all. */
static char *
dup_remarks (MaakPicture *picture, gboolean broken)
{
  g_autoptr (GString) words = g_string_new (NULL);
  MaakStatus statuses[MAAK_N_STATUSES];
  guint      n = maak_picture_list_marked (picture, statuses);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *meaning = maak_notation_dup_meaning (statuses[i], picture->language);

      g_string_append_printf (words, "%s%s", words->len > 0 ? "     " : "", meaning);
    }
  for (guint i = 0; i < picture->lines->len; i++)
    {
      MaakSeriesLine *line = picture->lines->pdata[i];

      if (find_last (line) < 0)
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "     " : "", maak_region_get_name (line->region, picture->language), maak_picture_get_phrase (picture, MAAK_PHRASE_DRAW_NO_DATA));
    }
  if (broken)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "     " : "", maak_picture_get_phrase (picture, MAAK_PHRASE_DRAW_AXIS_BROKEN));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
lay_out (MaakPicture *picture, MaakPen *pen, const MaakBox *box, Chart *chart)
{
  MaakStyle        style = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  double           least, most, leading = maak_pen_get_leading (pen, &style), above = 1.9 * leading, below = 1.6 * leading;
  g_autofree char *remarks = NULL;

  find_ranges (picture, &least, &most, chart);
  chart->axis = maak_axis_choose (least, most, (guint) MAX (box->height / (LEAST_TICK * pen->size) - 2, 2), TRUE);
  remarks = dup_remarks (picture, chart->axis.broken);
  if (*remarks != '\0')
    below += maak_pen_measure_text (pen, remarks, &style, box->width) + GAP * pen->size;
  chart->field.x = box->x + measure_tick_words (picture, pen, &chart->axis) + GAP * pen->size;
  chart->field.width = MAX (box->x + box->width - measure_end_words (picture, pen) - 1.2 * pen->size - chart->field.x, 8);
  chart->field.y = box->y + above;
  chart->field.height = MAX (box->height - above - below, 4);
}

/* Level lines with their values; zero, or the low end, stronger. */
static void
draw_value_axis (MaakPicture *picture, MaakPen *pen, const Chart *chart)
{
  MaakStyle style = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  double    leading = maak_pen_get_leading (pen, &style), right = chart->field.x + chart->field.width;

  for (guint i = 0; i < maak_axis_get_n_ticks (&chart->axis); i++)
    {
      double           value = maak_axis_get_tick (&chart->axis, i), y = place_value (chart, value);
      g_autofree char *words = maak_unit_format_value (picture->unit, value, picture->language);

      maak_pen_draw_line (pen, words, &style, chart->field.x - GAP * pen->size, y - leading / 2, MAAK_ALIGN_RIGHT);
      cairo_new_path (pen->cr);
      cairo_move_to (pen->cr, chart->field.x, y);
      cairo_line_to (pen->cr, right, y);
      maak_pen_set_color (pen, value == 0 ? pen->scheme->line : pen->scheme->faint);
      cairo_set_line_width (pen->cr, value == 0 ? 0.7 : 0.5);
      cairo_stroke (pen->cr);
    }
  if (!chart->axis.broken)
    return;
  /* A zigzag at the low end says that the axis is cut. */
  double x = chart->field.x, y = chart->field.y + chart->field.height, step = 0.22 * pen->size;

  cairo_move_to (pen->cr, x, y - 6 * step);
  cairo_rel_line_to (pen->cr, 0, step);
  for (guint i = 0; i < 4; i++)
    cairo_rel_line_to (pen->cr, (i == 0 ? 1 : i % 2 ? -2
                                                    : 2) *
                                    step * (i == 3 ? 0.5 : 1),
                       step);
  cairo_rel_line_to (pen->cr, 0, step);
  maak_pen_set_color (pen, pen->scheme->soft);
  cairo_set_line_width (pen->cr, 0.7);
  cairo_stroke (pen->cr);
}

static void
draw_time_tick (MaakPen *pen, const Chart *chart, double x)
{
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x, chart->field.y + chart->field.height);
  cairo_rel_line_to (pen->cr, 0, 0.35 * pen->size);
  maak_pen_set_color (pen, pen->scheme->line);
  cairo_set_line_width (pen->cr, 0.6);
  cairo_stroke (pen->cr);
}

/* Words below the time axis at @x, unless they would meet those before, which end at @last. */
static double
draw_time_words (MaakPen *pen, const Chart *chart, const char *words, double x, double last)
{
  MaakStyle style = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  double    width = maak_pen_measure_line (pen, words, &style), left = MAX (x - width / 2, chart->field.x - 2 * pen->size);

  if (left < last + 0.5 * pen->size)
    return last;
  maak_pen_draw_line (pen, words, &style, left, chart->field.y + chart->field.height + 0.65 * pen->size, MAAK_ALIGN_LEFT);
  return left + width;
}

static void
draw_time_axis (MaakPicture *picture, MaakPen *pen, const Chart *chart)
{
  MaakSeriesLine *line = picture->lines->pdata[0];
  double          last = -G_MAXDOUBLE;

  if (chart->cells)
    {
      for (int year = (int) chart->start; year <= (int) chart->end; year++)
        {
          g_autofree char *words = g_strdup_printf ("%d", year);

          draw_time_tick (pen, chart, place_time (chart, year));
          if (year < (int) chart->end)
            last = draw_time_words (pen, chart, words, place_time (chart, year + 0.5), last);
        }
      return;
    }
  for (guint i = 0; i < line->points->len; i++)
    {
      MaakPeriod       period = get_point (line, i)->period;
      g_autofree char *words = maak_period_to_string (period);
      double           x = place_time (chart, maak_period_get_middle (period));

      draw_time_tick (pen, chart, x);
      last = draw_time_words (pen, chart, words, x, last);
    }
}

static void
draw_point (MaakPen *pen, MaakColor color, double x, double y, MaakStatus status)
{
  double radius = POINT * pen->size;

  cairo_new_path (pen->cr);
  if (status == MAAK_STATUS_TARGET)
    {
      cairo_move_to (pen->cr, x, y - 1.3 * radius);
      cairo_line_to (pen->cr, x + 1.3 * radius, y);
      cairo_line_to (pen->cr, x, y + 1.3 * radius);
      cairo_line_to (pen->cr, x - 1.3 * radius, y);
      cairo_close_path (pen->cr);
    }
  else
    {
      cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
    }
  maak_pen_set_color (pen, is_open (status) ? pen->scheme->paper : color);
  cairo_fill_preserve (pen->cr);
  maak_pen_set_color (pen, color);
  cairo_set_line_width (pen->cr, 0.9);
  cairo_stroke (pen->cr);
  pen->kind = MAAK_MARK_SHAPE;
  maak_pen_note (pen, (MaakBox) { x - radius, y - radius, 2 * radius, 2 * radius }, NULL);
}

static void
draw_series_line (MaakPen *pen, const Chart *chart, MaakSeriesLine *line, guint index)
{
  MaakColor       color = get_line_color (pen, index);
  MaakSeriesPoint last = { .status = MAAK_STATUS_MISSING };
  const double    dashes[] = { 3, 2 };

  pen->region = (int) maak_region_get_index (line->region);
  for (guint i = 0; i < line->points->len; i++)
    {
      MaakSeriesPoint *point = get_point (line, i);

      if (maak_status_has_value (last.status) && maak_status_has_value (point->status))
        {
          cairo_new_path (pen->cr);
          cairo_move_to (pen->cr, place_time (chart, maak_period_get_middle (last.period)), place_value (chart, last.value));
          cairo_line_to (pen->cr, place_time (chart, maak_period_get_middle (point->period)), place_value (chart, point->value));
          maak_pen_set_color (pen, color);
          cairo_set_line_width (pen->cr, 1.4);
          cairo_set_dash (pen->cr, dashes, is_open (point->status) ? 2 : 0, 0);
          cairo_stroke (pen->cr);
          cairo_set_dash (pen->cr, NULL, 0, 0);
        }
      last = *point;
    }
  for (guint i = 0; i < line->points->len; i++)
    {
      MaakSeriesPoint *point = get_point (line, i);

      if (maak_status_has_value (point->status))
        draw_point (pen, color, place_time (chart, maak_period_get_middle (point->period)), place_value (chart, point->value), point->status);
    }
}

/* Where the number of a point stands, on the side that the line leaves free: above a top, below a dip, above and to the left
 * of a rise, above and to the right of a fall. */
static MaakBox
place_number (MaakPen *pen, const Chart *chart, MaakSeriesLine *line, guint index, double width, double height)
{
  MaakSeriesPoint *point = get_point (line, index);
  double           x = place_time (chart, maak_period_get_middle (point->period)), y = place_value (chart, point->value), gap = 0.35 * pen->size;
  double           before = index > 0 && maak_status_has_value (get_point (line, index - 1)->status) ? get_point (line, index - 1)->value : NAN;
  double           after = index + 1 < line->points->len && maak_status_has_value (get_point (line, index + 1)->status) ? get_point (line, index + 1)->value : NAN;
  MaakBox          box = { x - width / 2, y - gap - height, width, height };

  if (before < point->value && after > point->value)
    box.x = x - gap / 2 - width;
  else if (before > point->value && after < point->value)
    box.x = x + gap / 2;
  else if (!(before <= point->value) && !(after <= point->value) && !(isnan (before) && isnan (after)))
    box.y = y + gap;
  if (isnan (before) && after > point->value && box.y + height > chart->field.y + chart->field.height)
    box = (MaakBox) { x + 2 * gap, y - height / 2, width, height };
  return box;
}

/* Numbers at the points of a single line, where there is room; the last point has its number at the line's end. A first
 * walk lays a ground under them, so that the level lines do not run through; a second one writes. */
static void
draw_numbers (MaakPicture *picture, MaakPen *pen, const Chart *chart, MaakSeriesLine *line, gboolean ground)
{
  MaakStyle style = { 0.9, 1.2, MAAK_WEIGHT_REGULAR, pen->scheme->ink };
  double    height = maak_pen_get_leading (pen, &style);
  MaakBox   last = { -G_MAXFLOAT, 0, 0, 0 };

  pen->kind = MAAK_MARK_LABEL;
  pen->region = (int) maak_region_get_index (line->region);
  for (guint i = 0; i < line->points->len; i++)
    {
      MaakSeriesPoint *point = get_point (line, i);
      g_autofree char *words = NULL;
      MaakBox          box;

      if (!maak_status_has_value (point->status) || (int) i == find_last (line))
        continue;
      words = dup_point_words (picture, point);
      box = place_number (pen, chart, line, i, maak_pen_measure_line (pen, words, &style), height);
      if (maak_box_overlaps (&box, &last, 0.3 * pen->size) || box.x < chart->field.x || box.y + height > chart->field.y + chart->field.height)
        continue;
      last = box;
      if (!ground)
        {
          maak_pen_draw_line (pen, words, &style, box.x, box.y, MAAK_ALIGN_LEFT);
          continue;
        }
      maak_pen_set_color (pen, pen->scheme->paper);
      cairo_new_path (pen->cr);
      cairo_rectangle (pen->cr, box.x, box.y + 0.1 * height, box.width, 0.8 * height);
      cairo_fill (pen->cr);
    }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *p = a, *q = b;

  return p->wanted < q->wanted ? -1 : p->wanted > q->wanted;
}

/* Pushes the ends apart until they are @leading from each other, and keeps them within top and bottom. */
static void
spread_ends (GArray *ends, double leading, double top, double bottom)
{
  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++)
    {
      End *end = &g_array_index (ends, End, i);

      end->y = MAX (end->wanted, i > 0 ? g_array_index (ends, End, i - 1).y + leading : top);
    }
  for (guint i = ends->len; i-- > 0;)
    {
      End *end = &g_array_index (ends, End, i);

      end->y = MIN (end->y, i + 1 < ends->len ? g_array_index (ends, End, i + 1).y - leading : bottom);
    }
}

static void
draw_ends (MaakPicture *picture, MaakPen *pen, const Chart *chart)
{
  MaakStyle style = get_style (MAAK_WEIGHT_SEMIBOLD, pen->scheme->ink);
  double    leading = maak_pen_get_leading (pen, &style), x = chart->field.x + chart->field.width + 1.0 * pen->size;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));

  for (guint i = 0; i < picture->lines->len; i++)
    {
      End              end = { picture->lines->pdata[i], i };
      int              last = find_last (end.line);
      MaakSeriesPoint *point;

      if (last < 0)
        continue;
      point = get_point (end.line, (guint) last);
      end.words = dup_end_words (picture, end.line, (guint) last);
      end.wanted = place_value (chart, point->value);
      end.x = place_time (chart, maak_period_get_middle (point->period));
      g_array_append_val (ends, end);
    }
  spread_ends (ends, leading, chart->field.y, chart->field.y + chart->field.height);
  for (guint i = 0; i < ends->len; i++)
    {
      End *end = &g_array_index (ends, End, i);

      style.color = get_line_color (pen, end->index);
      pen->kind = MAAK_MARK_LABEL;
      pen->region = (int) maak_region_get_index (end->line->region);
      maak_pen_draw_line (pen, end->words, &style, x, end->y - leading / 2, MAAK_ALIGN_LEFT);
      cairo_new_path (pen->cr);
      cairo_move_to (pen->cr, end->x + 2 * POINT * pen->size, end->wanted);
      cairo_line_to (pen->cr, x - 0.25 * pen->size, end->y);
      maak_pen_set_color (pen, style.color);
      cairo_set_line_width (pen->cr, 0.4);
      cairo_stroke (pen->cr);
      g_free (end->words);
    }
}

static double
measure_series (MaakPicture *picture, MaakPen *pen, double width)
{
  MaakStyle style = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  double    most = MAX (LEAST_FIELD, picture->lines->len * 1.35) * pen->size;

  return MAX (CLAMP (ASPECT * width, LEAST_FIELD * pen->size, MOST_FIELD * pen->size), most) + 3.5 * maak_pen_get_leading (pen, &style);
}

static void
draw_series (MaakPicture *picture, MaakPen *pen, MaakBox box)
{
  MaakStyle        style = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  Chart            chart = { 0 };
  g_autofree char *unit = maak_picture_dup_unit (picture), *remarks = NULL;

  lay_out (picture, pen, &box, &chart);
  remarks = dup_remarks (picture, chart.axis.broken);
  pen->kind = MAAK_MARK_TEXT;
  pen->region = -1;
  maak_pen_draw_line (pen, unit, &style, box.x, box.y, MAAK_ALIGN_LEFT);
  draw_value_axis (picture, pen, &chart);
  draw_time_axis (picture, pen, &chart);
  maak_pen_draw_text (pen, remarks, &style, box.x, chart.field.y + chart.field.height + 1.6 * maak_pen_get_leading (pen, &style) + GAP * pen->size, box.width, MAAK_ALIGN_LEFT);
  if (picture->lines->len == 1)
    draw_numbers (picture, pen, &chart, picture->lines->pdata[0], TRUE);
  /* The first line is the own one: it lies on top. */
  for (guint i = picture->lines->len; i-- > 0;)
    draw_series_line (pen, &chart, picture->lines->pdata[i], i);
  if (picture->lines->len == 1)
    draw_numbers (picture, pen, &chart, picture->lines->pdata[0], FALSE);
  draw_ends (picture, pen, &chart);
}

static void
describe_series (MaakPicture *picture, GString *out)
{
  for (guint i = 0; i < picture->lines->len; i++)
    {
      MaakSeriesLine *line = picture->lines->pdata[i];
      g_autoptr (GString) values = g_string_new (NULL);
      g_autofree char *words = NULL;

      for (guint j = 0; j < line->points->len; j++)
        {
          MaakSeriesPoint *point = get_point (line, j);
          g_autofree char *when = maak_period_to_string (point->period);
          g_autofree char *value = maak_status_has_value (point->status) ? maak_unit_format_with_unit (picture->unit, point->value, picture->language) : g_strdup (maak_status_get_label (point->status, picture->language));

          g_string_append_printf (values, "%s%s %s", j > 0 ? ", " : "", when, value);
          if (*maak_notation_get_mark (point->status) != '\0')
            g_string_append_printf (values, " (%s)", maak_status_get_label (point->status, picture->language));
        }
      words = maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_DRAW_DESCRIBE_LINE, MAAK_ARG_STRING, "region", maak_region_get_name (line->region, picture->language), MAAK_ARG_STRING, "values", values->str, MAAK_ARG_END));
      g_string_append_printf (out, " %s", words);
    }
}

const MaakPainter maak_series_painter = { measure_series, draw_series, describe_series };
