/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * What stands beside a scene: its legend, and the bar of a region in a ranking. The legend is that of a map on paper. A bar has
 * the colour that its region has on the map, so that one finds the other; all bars of a scene are on one scale, from zero, and
 * each carries a piece of the yardstick's line, so that rows below each other show it whole.
 */
#include "draw/maak-map-scene-private.h"

#include "draw/maak-notation.h"

#include <math.h>

static cairo_t *
make_scratch (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t         *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

/* The scale of the bars: from the least to the most of all values, the yardstick and zero. */
static void
find_scale (MaakMapScene *self, double *least, double *most)
{
  MaakPicture *picture = self->picture;
  double       value;

  *least = *most = 0;
  for (guint i = 0; i < maak_picture_get_n (picture); i++)
    if (maak_status_has_value (maak_picture_get_value (picture, i, &value)))
      {
        *least = MIN (*least, value);
        *most = MAX (*most, value);
      }
  if (picture->yardstick != NULL && maak_status_has_value (picture->yardstick_status) && !maak_indicator_is_total (picture->indicator))
    {
      *least = MIN (*least, picture->yardstick_value);
      *most = MAX (*most, picture->yardstick_value);
    }
}

static MaakColor
get_bar_color (MaakMapScene *self, guint region)
{
  int index = maak_map_scene_find_class (self, region);

  return index >= 0 ? maak_picture_get_class_color (self->picture, (guint) index) : maak_map_get_circle_color (self->picture);
}

static void
draw_yardstick (MaakMapScene *self, MaakPen *pen, double x, double height)
{
  cairo_move_to (pen->cr, x, 0);
  cairo_line_to (pen->cr, x, height);
  maak_pen_set_color (pen, self->picture->scheme->ink);
  cairo_set_line_width (pen->cr, 1);
  cairo_set_dash (pen->cr, (const double[]) { 3, 2 }, 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/**
 * maak_map_scene_draw_legend:
 * @self: a scene of an indicator
 * @cr_or_null: where to draw, from its origin; %NULL: only to measure
 * @width: pixels
 * @circle: pixels of radius for the square root of a value, as on the map
 *
 * Returns: the height of the legend, pixels; 0 where there are boundaries only
 */
double
maak_map_scene_draw_legend (MaakMapScene *self, cairo_t *cr_or_null, double width, double circle)
{
  cairo_t *cr = cr_or_null != NULL ? cairo_reference (cr_or_null) : make_scratch ();
  g_autoptr (MaakPen) pen = maak_picture_make_pen (self->picture, cr, width, NULL);
  double height = 0;

  pen->live = TRUE;
  pen->dry = cr_or_null == NULL;
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  if (self->picture->indicator != NULL)
    height = maak_map_draw_legend (self->picture, pen, (MaakBox) { 0, 0, width, 0 }, circle);
  cairo_restore (cr);
  cairo_destroy (cr);
  return height;
}

/**
 * maak_map_scene_dup_legend:
 * @self: a scene
 *
 * Returns: (transfer full): what stands in its legend, for those who cannot see it; empty where there are boundaries only
 */
char *
maak_map_scene_dup_legend (MaakMapScene *self)
{
  cairo_t *cr = make_scratch ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_mark_free);
  /* So wide that no line is broken. */
  MaakPen *pen = maak_picture_make_pen (self->picture, cr, 4000, marks);
  GString *words = g_string_new (NULL);

  if (self->picture->indicator != NULL)
    maak_map_draw_legend (self->picture, pen, (MaakBox) { 0, 0, 4000, 0 }, 1);
  for (guint i = 0; i < marks->len; i++)
    {
      const MaakMark *mark = marks->pdata[i], *before = i > 0 ? marks->pdata[i - 1] : NULL;

      if (mark->text == NULL)
        continue;
      if (before != NULL)
        g_string_append (words, before->y == mark->y ? ": " : "\n");
      g_string_append (words, mark->text);
    }
  maak_pen_free (pen);
  cairo_destroy (cr);
  return g_string_free_and_steal (words);
}

/**
 * maak_map_scene_dup_yardstick:
 * @self: a scene
 *
 * Returns: (transfer full) (nullable): what the values are compared with, such as "12 provincies: 11,0 %"
 */
char *
maak_map_scene_dup_yardstick (MaakMapScene *self)
{
  return self->picture->indicator != NULL ? maak_picture_dup_yardstick (self->picture) : NULL;
}

/**
 * maak_map_scene_draw_bar:
 * @self: a scene of an indicator
 * @cr: where to draw, from its origin
 * @region: index within the level
 * @width: of the room for all bars, pixels
 * @height: likewise
 *
 * Draws the region's bar; nothing but the yardstick's line where it has no value.
 */
void
maak_map_scene_draw_bar (MaakMapScene *self, cairo_t *cr, guint region, double width, double height)
{
  g_autoptr (MaakPen) pen = maak_picture_make_pen (self->picture, cr, width, NULL);
  double     least, most, value, zero, end, unit, bar = MIN (0.7 * height, 14);
  MaakStatus status = maak_picture_get_value (self->picture, region, &value);

  find_scale (self, &least, &most);
  if (!(most > least))
    return;
  unit = (width - 2) / (most - least);
  zero = 1 - least * unit;
  end = zero + value * unit;
  pen->live = TRUE;
  cairo_save (cr);
  if (maak_status_has_value (status))
    {
      MaakColor fill = get_bar_color (self, region);

      cairo_rectangle (cr, MIN (zero, end), (height - bar) / 2, fabs (end - zero), bar);
      maak_pen_set_color (pen, status == MAAK_STATUS_TARGET ? self->picture->scheme->paper : fill);
      cairo_fill_preserve (cr);
      if (status == MAAK_STATUS_PROVISIONAL)
        {
          maak_map_hatch_provisional (pen, fill);
          cairo_rectangle (cr, MIN (zero, end), (height - bar) / 2, fabs (end - zero), bar);
        }
      maak_pen_set_color (pen, maak_picture_is_own (self->picture, region) ? self->picture->scheme->ink : self->picture->scheme->line);
      cairo_set_line_width (cr, maak_picture_is_own (self->picture, region) ? 2 : 0.7);
      cairo_stroke (cr);
    }
  if (self->picture->yardstick != NULL && maak_status_has_value (self->picture->yardstick_status) && !maak_indicator_is_total (self->picture->indicator))
    draw_yardstick (self, pen, zero + self->picture->yardstick_value * unit, height);
  cairo_restore (cr);
}

/**
 * maak_map_scene_list_ranked:
 * @self: a scene
 * @regions: (out caller-allocates): room for all regions; their indices, from high to low, then those without value
 *
 * Returns: how many have a value
 */
guint
maak_map_scene_list_ranked (MaakMapScene *self, guint *regions)
{
  guint n = maak_map_scene_get_n (self), next = self->n_ranked;

  for (guint i = 0; i < n; i++)
    regions[self->ranks[i] > 0 ? self->ranks[i] - 1 : next++] = i;
  return self->n_ranked;
}

/**
 * maak_map_scene_get_rank:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: its rank, 1 the highest; 0 without value
 */
guint
maak_map_scene_get_rank (MaakMapScene *self, guint region)
{
  return self->ranks[region];
}

/**
 * maak_map_scene_dup_value:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: (transfer full): its value as it stands on the map, such as "15,2 %†", or the word for why there is none; empty where
 *   there are boundaries only
 */
char *
maak_map_scene_dup_value (MaakMapScene *self, guint region)
{
  double     value;
  MaakStatus status = maak_picture_get_value (self->picture, region, &value);

  if (self->picture->indicator == NULL)
    return g_strdup ("");
  if (!maak_status_has_value (status))
    return g_strdup (maak_status_get_label (status, self->picture->language));
  return maak_notation_dup_value (self->picture->unit, value, status, self->picture->language);
}
