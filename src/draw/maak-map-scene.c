/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A scene is a picture of kind map without a page around it: no title, no legend, no scale bar, no callouts. What stands between
 * is painted by the functions that paint it on paper (maak-map-painter.c, maak-map-labels.c), so that screen and paper agree;
 * only the projection (Web Mercator, that of panning maps) and the scheme of colours may differ.
 *
 * A *view* says where the plane lands; a *box* is what is painted of it. What lies outside the box is skipped, and borders are
 * thinned out to what can be seen, both by what the plane keeps, so that painting again in another view is cheap.
 *
 * Without an indicator there are only boundaries: land, borders, the own regions' outline.
 *
 * What is pointed at or chosen is not part of the painting but drawn over it (maak_map_scene_emphasise()), because it changes
 * more often.
 */
#include "draw/maak-map-scene-private.h"

#include <math.h>

#define FONT_SIZE 11.0

/* Pixels: how far a border may move, and how far where places of labels are looked for. */
#define RESOLUTION 0.3
#define COARSE 1.5

static void
rank_regions (MaakMapScene *self)
{
  MaakIndicator    *indicator = self->picture->indicator;
  guint             n = maak_picture_get_n (self->picture);
  g_autofree guint *order = g_new0 (guint, n + 1);

  self->ranks = g_new0 (guint, n + 1);
  self->n_ranked = indicator != NULL ? maak_indicator_list_ranked (indicator, order) : 0;
  for (guint i = 0; i < self->n_ranked; i++)
    self->ranks[order[i]] = i + 1;
}

static char *
add_status (MaakMapScene *self, MaakStatus status, char *words_taken)
{
  g_autofree char *words = words_taken;

  if (status == MAAK_STATUS_FINAL)
    return g_steal_pointer (&words);
  return maak_picture_dup_words (self->picture, maak_message_new (MAAK_PHRASE_MAP_WITH_STATUS, MAAK_ARG_STRING, "words", words, MAAK_ARG_STRING, "status", maak_status_get_label (status, self->picture->language), MAAK_ARG_END));
}

static MaakMapFrame
make_frame (MaakMapScene *self, const MaakBox *box, const MaakView *view, double circle)
{
  MaakMapFrame frame = { .box = *box, .view = *view, .circle = circle, .live = TRUE };

  /* One pixel more, for lines that stick out. */
  frame.seen.width = (box->width + 2) / view->scale;
  frame.seen.height = (box->height + 2) / view->scale;
  frame.seen.x = view->x0 + (box->x - 1 - view->left) / view->scale;
  frame.seen.y = view->y0 - (box->y - 1 - view->top) / view->scale - frame.seen.height;
  frame.thin = maak_plane_get_thin (self->picture->plane, RESOLUTION / view->scale);
  frame.coarse = maak_plane_get_thin (self->picture->plane, COARSE / view->scale);
  return frame;
}

/**
 * maak_map_scene_new:
 * @options: what to show
 *
 * Returns: (transfer full): a scene
 */
MaakMapScene *
maak_map_scene_new (const MaakMapSceneOptions *options)
{
  MaakMapScene      *self = g_new0 (MaakMapScene, 1);
  MaakPictureOptions picture = {
    .kind = MAAK_PICTURE_MAP,
    .language = options->language,
    .indicator = options->indicator,
    .plane = options->plane,
    .regions = options->regions,
    .n_regions = options->n_regions,
    .method = options->method,
    .n_classes = options->n_classes,
    .scheme = options->scheme,
    .fill = options->fill,
    .font = options->font,
    .font_size = options->font_size > 0 ? options->font_size : FONT_SIZE,
  };

  g_return_val_if_fail (options->plane != NULL && options->set != NULL, NULL);

  g_atomic_ref_count_init (&self->refs);
  self->set = maak_region_set_ref (options->set);
  self->picture = maak_picture_new_scene (&picture, options->set, options->level);
  rank_regions (self);
  return self;
}

/**
 * maak_map_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): @self
 */
MaakMapScene *
maak_map_scene_ref (MaakMapScene *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * maak_map_scene_unref:
 * @self: (transfer full): a scene
 *
 * Lets go of a reference.
 */
void
maak_map_scene_unref (MaakMapScene *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  maak_picture_unref (self->picture);
  maak_region_set_unref (self->set);
  g_free (self->ranks);
  g_free (self);
}

/**
 * maak_map_scene_get_level:
 * @self: a scene
 *
 * Returns: the level of its regions
 */
MaakLevel
maak_map_scene_get_level (MaakMapScene *self)
{
  return self->picture->level;
}

/**
 * maak_map_scene_get_n:
 * @self: a scene
 *
 * Returns: how many regions it has
 */
guint
maak_map_scene_get_n (MaakMapScene *self)
{
  return maak_picture_get_n (self->picture);
}

/**
 * maak_map_scene_get_region:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: (transfer none): the region
 */
const MaakRegion *
maak_map_scene_get_region (MaakMapScene *self, guint region)
{
  return maak_region_set_get (self->set, self->picture->level, region);
}

/**
 * maak_map_scene_get_region_name:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: its name, in the scene's language
 */
const char *
maak_map_scene_get_region_name (MaakMapScene *self, guint region)
{
  return maak_picture_get_region_name (self->picture, region);
}

/**
 * maak_map_scene_is_own:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: whether it is one of the own regions
 */
gboolean
maak_map_scene_is_own (MaakMapScene *self, guint region)
{
  return maak_picture_is_own (self->picture, region);
}

/**
 * maak_map_scene_get_indicator:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL: boundaries only
 */
MaakIndicator *
maak_map_scene_get_indicator (MaakMapScene *self)
{
  return self->picture->indicator;
}

/**
 * maak_map_scene_lookup:
 * @self: a scene
 * @code: (nullable): of a region
 *
 * Returns: its index within the level; -1 where it is not of this level
 */
int
maak_map_scene_lookup (MaakMapScene *self, const char *code)
{
  const MaakRegion *region = code != NULL ? maak_region_set_lookup (self->set, code) : NULL;

  return region != NULL && maak_region_get_level (region) == self->picture->level ? (int) maak_region_get_index (region) : -1;
}

/**
 * maak_map_scene_get_plane:
 * @self: a scene
 *
 * Returns: (transfer none): its boundaries
 */
MaakPlane *
maak_map_scene_get_plane (MaakMapScene *self)
{
  return self->picture->plane;
}

/**
 * maak_map_scene_get_scheme:
 * @self: a scene
 *
 * Returns: (transfer none): its colours around the data
 */
const MaakScheme *
maak_map_scene_get_scheme (MaakMapScene *self)
{
  return self->picture->scheme;
}

/**
 * maak_map_scene_has_circles:
 * @self: a scene
 *
 * Returns: whether values are shown as circles
 */
gboolean
maak_map_scene_has_circles (MaakMapScene *self)
{
  return self->picture->circles;
}

/**
 * maak_map_scene_is_misfit:
 * @self: a scene
 *
 * Returns: whether totals were asked to fill, which a person should be told
 */
gboolean
maak_map_scene_is_misfit (MaakMapScene *self)
{
  return self->picture->misfit;
}

/**
 * maak_map_scene_get_circle:
 * @self: a scene
 * @width: of what is seen of the map, pixels
 * @height: likewise
 *
 * Circles keep their size when one zooms in, so that they come apart.
 *
 * Returns: pixels of radius for the square root of a value; 0 where there are no circles
 */
double
maak_map_scene_get_circle (MaakMapScene *self, double width, double height)
{
  return maak_map_get_circle_scale (self->picture, width, height);
}

/**
 * maak_map_scene_paint:
 * @self: a scene
 * @cr: where to paint; a unit is a pixel
 * @box: what to paint of it
 * @view: where the plane lands
 * @circle: pixels of radius for the square root of a value
 *
 * Paints everything in @box, the ground too.
 */
void
maak_map_scene_paint (MaakMapScene *self, cairo_t *cr, const MaakBox *box, const MaakView *view, double circle)
{
  MaakMapFrame frame = make_frame (self, box, view, circle);
  g_autoptr (MaakPen) pen = maak_picture_make_pen (self->picture, cr, box->width, NULL);
  g_autoptr (GArray) circles = NULL;
  g_autoptr (GPtrArray) labels = NULL;

  pen->live = TRUE;
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  maak_pen_set_color (pen, self->picture->scheme->paper);
  cairo_paint (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  circles = maak_map_list_circles (self->picture, &frame);
  maak_map_draw_land (self->picture, pen, &frame, circles);
  if (self->picture->indicator != NULL)
    {
      labels = self->picture->circles ? maak_map_place_circle_labels (self->picture, pen, &frame, circles) : maak_map_place_labels (self->picture, pen, &frame, circles);
      maak_map_draw_labels (self->picture, pen, labels);
    }
  cairo_restore (cr);
}

/**
 * maak_map_scene_emphasise:
 * @self: a scene
 * @cr: where it was painted
 * @view: in which view
 * @region: index within the level
 * @emphasis: how the region is to stand out
 *
 * Draws an outline around a region.
 */
void
maak_map_scene_emphasise (MaakMapScene *self, cairo_t *cr, const MaakView *view, guint region, MaakEmphasis emphasis)
{
  const MaakScheme *scheme = self->picture->scheme;
  MaakProjected    *thin = maak_plane_get_thin (self->picture->plane, RESOLUTION / view->scale);
  MaakColor         color = emphasis == MAAK_EMPHASIS_HOVERED ? scheme->ink : scheme->accent;
  const double      dashes[] = { 6, 4 };
  double            width = emphasis == MAAK_EMPHASIS_SELECTED ? 3 : emphasis == MAAK_EMPHASIS_FOCUSED ? 2.5
                                                                                                       : 1.5;

  g_return_if_fail (region < maak_picture_get_n (self->picture));

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  maak_projected_add_region (thin, self->picture->level, region, view, cr);
  if (self->picture->indicator == NULL && emphasis == MAAK_EMPHASIS_SELECTED)
    {
      MaakColor ground = maak_color_mix (scheme->land, scheme->accent, 0.45);

      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
      cairo_fill_preserve (cr);
    }
  cairo_set_source_rgb (cr, scheme->paper.red, scheme->paper.green, scheme->paper.blue);
  cairo_set_line_width (cr, width + 2);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_set_line_width (cr, width);
  if (emphasis == MAAK_EMPHASIS_FOCUSED)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * maak_map_scene_find:
 * @self: a scene
 * @view: in which view it was painted
 * @x: a point, pixels
 * @y: likewise
 *
 * Returns: the region at that point, its index within the level; -1 where there is none
 */
int
maak_map_scene_find (MaakMapScene *self, const MaakView *view, double x, double y)
{
  MaakPoint point = { view->x0 + (x - view->left) / view->scale, view->y0 - (y - view->top) / view->scale };

  return maak_plane_find_region (self->picture->plane, self->picture->level, point);
}

/**
 * maak_map_scene_get_n_classes:
 * @self: a scene
 *
 * Returns: how many classes fill it; 0 where there are none
 */
guint
maak_map_scene_get_n_classes (MaakMapScene *self)
{
  return self->picture->circles ? 0 : self->picture->classes.n;
}

/**
 * maak_map_scene_find_class:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: its class, 0 the lowest; -1 where it has none
 */
int
maak_map_scene_find_class (MaakMapScene *self, guint region)
{
  double value;

  if (maak_map_scene_get_n_classes (self) == 0 || !maak_status_has_value (maak_picture_get_value (self->picture, region, &value)))
    return -1;
  return (int) maak_classes_find (&self->picture->classes, value);
}

/**
 * maak_map_scene_dup_name:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: (transfer full): the region with all that the map shows of it, such as "Overijssel: 15,2 %, klasse 3 van 4"
 */
char *
maak_map_scene_dup_name (MaakMapScene *self, guint region)
{
  MaakPicture     *picture = self->picture;
  const char      *name = maak_picture_get_region_name (picture, region);
  int              index = maak_map_scene_find_class (self, region);
  double           value;
  MaakStatus       status = maak_picture_get_value (picture, region, &value);
  g_autofree char *words = NULL;

  if (picture->indicator == NULL)
    return g_strdup (name);
  if (!maak_status_has_value (status))
    return maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_MAP_NAME_VALUE, MAAK_ARG_STRING, "region", name, MAAK_ARG_STRING, "value", maak_status_get_label (status, picture->language), MAAK_ARG_END));
  words = maak_unit_format_with_unit (picture->unit, value, picture->language);
  if (index < 0)
    return add_status (self, status, maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_MAP_NAME_VALUE, MAAK_ARG_STRING, "region", name, MAAK_ARG_STRING, "value", words, MAAK_ARG_END)));
  return add_status (self, status, maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_MAP_NAME_CLASS, MAAK_ARG_STRING, "region", name, MAAK_ARG_STRING, "value", words, MAAK_ARG_INTEGER, "class", (gint64) index + 1, MAAK_ARG_INTEGER, "classes", (gint64) maak_map_scene_get_n_classes (self), MAAK_ARG_END)));
}

/**
 * maak_map_scene_dup_details:
 * @self: a scene
 * @region: index within the level
 *
 * Returns: (transfer full): what is shown and how the region ranks, or why it has no value; empty where there are boundaries
 *   only
 */
char *
maak_map_scene_dup_details (MaakMapScene *self, guint region)
{
  MaakPicture     *picture = self->picture;
  MaakText        *reason;
  const char      *title;
  g_autofree char *rank = NULL;

  if (picture->indicator == NULL)
    return g_strdup ("");
  title = maak_text_get_best (maak_indicator_get_title (picture->indicator), picture->language);
  reason = maak_indicator_get_missing_reason (picture->indicator, region);
  if (self->ranks[region] == 0)
    return reason != NULL ? g_strdup_printf ("%s\n%s", title, maak_text_get_best (reason, picture->language)) : g_strdup (title);
  rank = maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_MAP_RANK, MAAK_ARG_INTEGER, "rank", (gint64) self->ranks[region], MAAK_ARG_INTEGER, "n", (gint64) self->n_ranked, MAAK_ARG_END));
  return g_strdup_printf ("%s\n%s", title, rank);
}
