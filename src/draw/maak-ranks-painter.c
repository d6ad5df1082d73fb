/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Ranked bars: one row a region, from high to low, bars from zero, each with its value; the yardstick as a line across
 * with its name; regions without a value at the end, with the reason in a word. The own region has bold letters and an
 * outline, so that it is known without colour.
 *
 * Of many regions the first, the own and the last are shown, and a row between says how many are left out; so also when the
 * height asked for is small. A row is either a region's or such a gap.
 */
#include "draw/maak-picture-private.h"

#include "base/maak-number.h"
#include "draw/maak-axis.h"
#include "draw/maak-notation.h"

#include <math.h>

/* In letters' sizes. */
#define PITCH 1.7
#define LEAST_PITCH 1.3
#define MOST_PITCH 2.3
#define BAR 0.62 /* of the pitch */
#define GAP 0.6

/* So many regions at most have a row each. */
#define MOST_ROWS 40
#define TAIL 4

/* What stands for a gap in a list of rows. */
#define NO_REGION G_MAXUINT

/* Where things stand, for one drawing. */
typedef struct
{
  GArray  *rows;   /* of guint: regions, or NO_REGION */
  guint   *ranks;  /* by region, 1 the highest; 0 without value */
  guint    hidden; /* regions in the gap */
  double   top;    /* of the first row */
  double   pitch;
  double   names, zero, left, right; /* x: of names, of zero, of the bars' room */
  MaakAxis axis;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->rows, g_array_unref);
  g_free (plan->ranks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static MaakStyle
get_style (MaakWeight weight, MaakColor color)
{
  MaakStyle style = maak_pen_get_style (1, weight, color);

  style.leading = 1.25;
  return style;
}

/* All regions: those with a value from high to low, then the others. */
static GArray *
list_all (MaakPicture *picture, guint *ranks, guint *n_ranked)
{
  guint   n = maak_indicator_get_n (picture->indicator);
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  g_array_set_size (all, n);
  *n_ranked = maak_indicator_list_ranked (picture->indicator, (guint *) (gpointer) all->data);
  g_array_set_size (all, *n_ranked);
  for (guint i = 0; i < *n_ranked; i++)
    ranks[g_array_index (all, guint, i)] = i + 1;
  for (guint i = 0; i < n; i++)
    if (ranks[i] == 0)
      g_array_append_val (all, i);
  return all;
}

/* Chooses @most rows of @all: the first, the own, the last few; one gap where it does not fit. */
static void
choose_rows (MaakPicture *picture, Plan *plan, GArray *all, guint most)
{
  const guint gap = NO_REGION;
  guint       tail = MIN (TAIL, most / 4), head, n_own = 0;

  plan->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  if (all->len <= most)
    {
      g_array_append_vals (plan->rows, all->data, all->len);
      return;
    }
  for (guint i = 0; i < all->len; i++)
    n_own += maak_picture_is_own (picture, g_array_index (all, guint, i));
  head = most > tail + n_own + 1 ? most - tail - n_own - 1 : 1;
  plan->hidden = 0;
  for (guint i = 0; i < all->len; i++)
    {
      guint region = g_array_index (all, guint, i);

      if (i < head || i >= all->len - tail || maak_picture_is_own (picture, region))
        g_array_append_val (plan->rows, region);
      else
        {
          if (plan->hidden++ == 0)
            g_array_append_val (plan->rows, gap);
        }
    }
}

/* Words below the bars: the marks, and why regions have no value. */
static char *
dup_remarks (MaakPicture *picture)
{
  g_autoptr (GString) words = g_string_new (NULL);
  MaakStatus  statuses[MAAK_N_STATUSES];
  guint       n = maak_picture_list_marked (picture, statuses);
  const char *said = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *meaning = maak_notation_dup_meaning (statuses[i], picture->language);

      g_string_append_printf (words, "%s%s", i > 0 ? "     " : "", meaning);
    }
  for (guint i = 0; i < maak_indicator_get_n (picture->indicator); i++)
    {
      MaakText   *reason = maak_indicator_get_missing_reason (picture->indicator, i);
      const char *why = reason != NULL ? maak_text_get_best (reason, picture->language) : NULL;

      if (why == NULL || g_strcmp0 (why, said) == 0)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", why);
      said = why;
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static MaakStyle
get_remark_style (MaakPen *pen)
{
  return get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
}

/* Heights above and below the rows. */
static void
measure_ends (MaakPicture *picture, MaakPen *pen, double width, double *above, double *below)
{
  MaakStyle        style = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->ink), remark = get_remark_style (pen);
  g_autofree char *remarks = dup_remarks (picture), *yardstick = maak_picture_dup_yardstick (picture);
  double           leading = maak_pen_get_leading (pen, &style);

  *above = leading + (yardstick != NULL ? leading : 0) + 0.3 * pen->size;
  *below = *remarks != '\0' ? maak_pen_measure_text (pen, remarks, &remark, width) + GAP * pen->size : 0;
}

static char *
dup_row_value (MaakPicture *picture, guint region)
{
  double     value;
  MaakStatus status = maak_indicator_get (picture->indicator, region, &value);

  if (!maak_status_has_value (status))
    return g_strdup (maak_status_get_label (status, picture->language));
  return maak_notation_dup_value (picture->unit, value, status, picture->language);
}

/* Finds the room for the bars: names to the left, values to the right of a bar, or to its left below zero. */
static void
lay_columns (MaakPicture *picture, MaakPen *pen, Plan *plan, const MaakBox *box)
{
  MaakStyle bold = get_style (MAAK_WEIGHT_SEMIBOLD, pen->scheme->ink);
  double    names = 0, values = 0, least = 0, most = 0, value, number = maak_pen_measure_line (pen, maak_indicator_get_n (picture->indicator) > 99 ? "000" : "00", &bold) + 0.6 * pen->size;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      guint            region = g_array_index (plan->rows, guint, i);
      g_autofree char *words = region == NO_REGION ? NULL : dup_row_value (picture, region);

      if (region == NO_REGION)
        continue;
      names = MAX (names, maak_pen_measure_line (pen, maak_picture_get_region_name (picture, region), &bold));
      if (!maak_status_has_value (maak_indicator_get (picture->indicator, region, &value)))
        continue;
      values = MAX (values, maak_pen_measure_line (pen, words, &bold));
      least = MIN (least, value);
      most = MAX (most, value);
    }
  if (picture->yardstick != NULL && maak_status_has_value (picture->yardstick_status) && !maak_indicator_is_total (picture->indicator))
    {
      least = MIN (least, picture->yardstick_value);
      most = MAX (most, picture->yardstick_value);
    }
  plan->axis = (MaakAxis) { least, most > least ? most : least + 1, 1, FALSE };
  plan->names = box->x + number;
  plan->left = MIN (plan->names + names + GAP * pen->size, box->x + 0.6 * box->width) + (least < 0 ? values + GAP * pen->size : 0);
  plan->right = MAX (box->x + box->width - values - GAP * pen->size, plan->left + 4);
  plan->zero = plan->left + maak_axis_place (&plan->axis, 0) * (plan->right - plan->left);
}

static void
make_plan (MaakPicture *picture, MaakPen *pen, const MaakBox *box, Plan *plan)
{
  double above, below, room;
  guint  n_ranked, fit;
  g_autoptr (GArray) all = NULL;

  measure_ends (picture, pen, box->width, &above, &below);
  room = box->height - above - below;
  plan->ranks = g_new0 (guint, maak_indicator_get_n (picture->indicator) + 1);
  all = list_all (picture, plan->ranks, &n_ranked);
  fit = (guint) MAX (room / (LEAST_PITCH * pen->size), 3);
  choose_rows (picture, plan, all, MIN (fit, MOST_ROWS));
  plan->top = box->y + above;
  plan->pitch = CLAMP (room / MAX (plan->rows->len, 1), LEAST_PITCH * pen->size, MOST_PITCH * pen->size);
  lay_columns (picture, pen, plan, box);
}

static void
draw_bar (MaakPicture *picture, MaakPen *pen, MaakBox bar, MaakStatus status, gboolean own)
{
  const MaakPalette *palette = maak_palette_get_default (FALSE);
  MaakColor          fill = maak_palette_get_color (palette, 4, own ? 2 : 1), edge = maak_palette_get_color (palette, 4, 3);
  gboolean           hollow = status == MAAK_STATUS_TARGET;
  const double       dashes[] = { 2, 1.5 };

  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, bar.x, bar.y, bar.width, bar.height);
  maak_pen_set_color (pen, hollow ? pen->scheme->paper : fill);
  cairo_fill_preserve (pen->cr);
  if (status == MAAK_STATUS_PROVISIONAL)
    {
      maak_pen_hatch (pen, maak_color_mix (fill, pen->scheme->ink, 0.35), 3.2, 0.35, FALSE);
      cairo_rectangle (pen->cr, bar.x, bar.y, bar.width, bar.height);
    }
  if (own || hollow)
    {
      maak_pen_set_color (pen, own ? pen->scheme->ink : edge);
      cairo_set_line_width (pen->cr, own ? 1.2 : 0.6);
      cairo_set_dash (pen->cr, dashes, hollow ? 2 : 0, 0);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
    }
  cairo_new_path (pen->cr);
  pen->kind = MAAK_MARK_SHAPE;
  maak_pen_note (pen, bar, NULL);
}

static double
find_end (const Plan *plan, double value)
{
  return plan->left + maak_axis_place (&plan->axis, value) * (plan->right - plan->left);
}

static void
draw_row_bar (MaakPicture *picture, MaakPen *pen, const Plan *plan, guint index)
{
  guint      region = g_array_index (plan->rows, guint, index);
  double     value, end, y = plan->top + index * plan->pitch;
  MaakStatus status;

  if (region == NO_REGION)
    return;
  status = maak_indicator_get (picture->indicator, region, &value);
  if (!maak_status_has_value (status))
    return;
  end = find_end (plan, value);
  pen->region = (int) region;
  draw_bar (picture, pen, (MaakBox) { MIN (plan->zero, end), y + plan->pitch * (1 - BAR) / 2, fabs (end - plan->zero), plan->pitch * BAR }, status, maak_picture_is_own (picture, region));
}

/* The number at the end of a bar, on a ground of its own, so that the yardstick's line does not run through it. */
static void
draw_row_value (MaakPicture *picture, MaakPen *pen, const Plan *plan, double value, const char *words, const MaakStyle *style, double y)
{
  double end = find_end (plan, value), gap = 0.4 * pen->size, width = maak_pen_measure_line (pen, words, style);
  double left = value < 0 ? end - gap - width : end + gap;

  maak_pen_set_color (pen, pen->scheme->paper);
  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, left - 0.15 * pen->size, y, width + 0.3 * pen->size, maak_pen_get_leading (pen, style));
  cairo_fill (pen->cr);
  maak_pen_draw_line (pen, words, style, left, y, MAAK_ALIGN_LEFT);
}

static void
draw_row_words (MaakPicture *picture, MaakPen *pen, const Plan *plan, guint index)
{
  guint            region = g_array_index (plan->rows, guint, index);
  gboolean         own = maak_picture_is_own (picture, region);
  MaakStyle        style = get_style (own ? MAAK_WEIGHT_SEMIBOLD : MAAK_WEIGHT_REGULAR, pen->scheme->ink), soft = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  double           y = plan->top + index * plan->pitch + (plan->pitch - maak_pen_get_leading (pen, &style)) / 2, value;
  g_autofree char *words = dup_row_value (picture, region), *rank = NULL;

  pen->region = (int) region;
  pen->kind = MAAK_MARK_LABEL;
  maak_pen_draw_line (pen, maak_picture_get_region_name (picture, region), &style, plan->names, y, MAAK_ALIGN_LEFT);
  if (!maak_status_has_value (maak_indicator_get (picture->indicator, region, &value)))
    {
      maak_pen_draw_line (pen, words, &soft, plan->zero + GAP * pen->size, y, MAAK_ALIGN_LEFT);
      return;
    }
  rank = maak_number_format_integer (plan->ranks[region], picture->language);
  maak_pen_draw_line (pen, rank, &soft, plan->names - 0.5 * pen->size, y, MAAK_ALIGN_RIGHT);
  draw_row_value (picture, pen, plan, value, words, &style, y);
}

static void
draw_gap (MaakPicture *picture, MaakPen *pen, const Plan *plan, guint index)
{
  MaakStyle        soft = get_style (MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  g_autofree char *words = maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_DRAW_GAP_ROWS, MAAK_ARG_INTEGER, "n", (gint64) plan->hidden, MAAK_ARG_END));

  pen->kind = MAAK_MARK_TEXT;
  pen->region = -1;
  maak_pen_draw_line (pen, words, &soft, plan->names, plan->top + index * plan->pitch + (plan->pitch - maak_pen_get_leading (pen, &soft)) / 2, MAAK_ALIGN_LEFT);
}

/* The line of zero, and where the yardstick is on the bars' scale its line and name. */
static void
draw_lines (MaakPicture *picture, MaakPen *pen, const Plan *plan, const MaakBox *box)
{
  MaakStyle        style = get_style (MAAK_WEIGHT_SEMIBOLD, pen->scheme->ink);
  g_autofree char *yardstick = maak_picture_dup_yardstick (picture);
  double           bottom = plan->top + plan->rows->len * plan->pitch, x, width, left;
  const double     dashes[] = { 3, 2 };

  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, plan->zero, plan->top);
  cairo_line_to (pen->cr, plan->zero, bottom);
  maak_pen_set_color (pen, pen->scheme->line);
  cairo_set_line_width (pen->cr, 0.6);
  cairo_stroke (pen->cr);
  if (yardstick == NULL)
    return;
  pen->kind = MAAK_MARK_TEXT;
  pen->region = -1;
  x = find_end (plan, picture->yardstick_value);
  width = maak_pen_measure_line (pen, yardstick, &style);
  if (x < plan->left || x > plan->right + 0.5)
    {
      maak_pen_draw_line (pen, yardstick, &style, plan->zero, plan->top - maak_pen_get_leading (pen, &style) - 0.2 * pen->size, MAAK_ALIGN_LEFT);
      return;
    }
  left = CLAMP (x - width / 2, box->x, MAX (box->x + box->width - width, box->x));
  maak_pen_draw_line (pen, yardstick, &style, left, plan->top - maak_pen_get_leading (pen, &style) - 0.2 * pen->size, MAAK_ALIGN_LEFT);
  cairo_move_to (pen->cr, x, plan->top - 0.2 * pen->size);
  cairo_line_to (pen->cr, x, bottom);
  maak_pen_set_color (pen, pen->scheme->ink);
  cairo_set_line_width (pen->cr, 0.8);
  cairo_set_dash (pen->cr, dashes, 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static double
measure_ranks (MaakPicture *picture, MaakPen *pen, double width)
{
  double above, below;

  measure_ends (picture, pen, width, &above, &below);
  return above + below + MIN (maak_indicator_get_n (picture->indicator), MOST_ROWS) * PITCH * pen->size;
}

static void
draw_ranks (MaakPicture *picture, MaakPen *pen, MaakBox box)
{
  MaakStyle soft = get_remark_style (pen);
  g_auto (Plan) plan = { 0 };
  g_autofree char *unit = maak_picture_dup_unit (picture), *remarks = dup_remarks (picture);

  make_plan (picture, pen, &box, &plan);
  pen->kind = MAAK_MARK_TEXT;
  pen->region = -1;
  maak_pen_draw_line (pen, unit, &soft, box.x, box.y, MAAK_ALIGN_LEFT);
  for (guint i = 0; i < plan.rows->len; i++)
    draw_row_bar (picture, pen, &plan, i);
  draw_lines (picture, pen, &plan, &box);
  for (guint i = 0; i < plan.rows->len; i++)
    if (g_array_index (plan.rows, guint, i) == NO_REGION)
      draw_gap (picture, pen, &plan, i);
    else
      draw_row_words (picture, pen, &plan, i);
  maak_pen_draw_text (pen, remarks, &soft, box.x, plan.top + plan.rows->len * plan.pitch + GAP * pen->size, box.width, MAAK_ALIGN_LEFT);
}

static void
append_value (MaakPicture *self, GString *out, guint region)
{
  double           value;
  MaakStatus       status = maak_indicator_get (self->indicator, region, &value);
  g_autofree char *words = maak_unit_format_with_unit (self->unit, value, self->language);

  g_string_append_printf (out, "%s%s %s", out->len > 0 ? ", " : "", maak_picture_get_region_name (self, region), words);
  if (*maak_notation_get_mark (status) != '\0')
    g_string_append_printf (out, " (%s)", maak_status_get_label (status, self->language));
}

/* Adds the values of a map or ranks in words: all of few regions, the ends of many. */
void
maak_picture_describe_ranked (MaakPicture *self, GString *out)
{
  guint             n = maak_indicator_get_n (self->indicator);
  g_autofree guint *ranks = g_new0 (guint, n + 1);
  guint             n_ranked;
  g_autoptr (GArray) all = list_all (self, ranks, &n_ranked);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *ranked = NULL, *yardstick = maak_picture_dup_yardstick (self);
  gboolean         many = n_ranked > MOST_ROWS;

  for (guint i = 0; i < all->len; i++)
    {
      guint region = g_array_index (all, guint, i);

      if (i >= n_ranked)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", maak_picture_get_region_name (self, region));
      else if (!many || i < 5 || i + 5 >= n_ranked)
        append_value (self, values, region);
    }
  ranked = maak_picture_dup_words (self, maak_message_new (many ? MAAK_PHRASE_DRAW_DESCRIBE_ENDS : MAAK_PHRASE_DRAW_DESCRIBE_RANKED, MAAK_ARG_STRING, "values", values->str, MAAK_ARG_END));
  g_string_append_printf (out, " %s", ranked);
  if (yardstick != NULL)
    {
      g_autofree char *words = maak_picture_dup_words (self, maak_message_new (MAAK_PHRASE_DRAW_DESCRIBE_YARDSTICK, MAAK_ARG_STRING, "yardstick", yardstick, MAAK_ARG_END));

      g_string_append_printf (out, " %s", words);
    }
  if (missing->len > 0 && !many)
    {
      g_autofree char *words = maak_picture_dup_words (self, maak_message_new (MAAK_PHRASE_DRAW_DESCRIBE_MISSING, MAAK_ARG_STRING, "regions", missing->str, MAAK_ARG_END));

      g_string_append_printf (out, " %s", words);
    }
}

const MaakPainter maak_ranks_painter = { measure_ranks, draw_ranks, maak_picture_describe_ranked };
