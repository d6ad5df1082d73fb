/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A picture: what is shown, in which language, and the frame that every kind of picture has: the title above, what
 * the kind's painter draws, and the small print below (meaning of the marks, cautions, source). The painters (map, ranks, series) stand in a
 * table; a new kind is a file and a row.
 *
 * A picture is immutable: everything that does not depend on a size (values, classes, lines, projected borders) is
 * worked out when it is made, and everything that does is worked out when it is drawn. Measuring and drawing walk the
 * same code, the first with a dry pen, so that they cannot disagree.
 *
 * Sizes are points. Text sizes follow from the width and never from the height.
 */
#include "draw/maak-picture-private.h"

#include "base/maak-error.h"
#include "draw/maak-notation.h"

#include <math.h>
#include <string.h>

/* Parts of the letters' size. */
#define GAP 0.8
#define TITLE_SIZE 1.3
#define SMALL_SIZE 0.82

/* Height that is taken when nobody asks for one, and the smallest that is drawn in. */
#define SMALLEST_BODY 24.0

static const MaakPainter *const PAINTERS[MAAK_N_PICTURE_KINDS] = {
  [MAAK_PICTURE_MAP] = &maak_map_painter,
  [MAAK_PICTURE_RANKS] = &maak_ranks_painter,
  [MAAK_PICTURE_SERIES] = &maak_series_painter,
};

static const char *const KINDS[MAAK_N_PICTURE_KINDS] = { "map", "ranks", "series" };

MAAK_DEFINE_ERROR_DOMAIN (maak_draw_error_quark, "maak-draw-error")

static void
free_line (gpointer data)
{
  MaakSeriesLine *line = data;

  g_array_unref (line->points);
  g_free (line);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Values that are written alike are alike to the reader, so they belong in one class: each becomes the largest of them. */
static void
join_alike (GArray *values, MaakUnit unit)
{
  g_autofree char *last = NULL;

  for (guint i = values->len; i-- > 0;)
    {
      double          *value = &g_array_index (values, double, i);
      g_autofree char *words = maak_unit_format_value (unit, *value, MAAK_LANGUAGE_NL);

      if (g_strcmp0 (words, last) == 0)
        *value = g_array_index (values, double, i + 1);
      g_set_str (&last, words);
    }
}

/* The values of an indicator, of those regions that have one, rising. */
static GArray *
list_values (MaakIndicator *indicator)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  guint   n = maak_indicator_get_n (indicator);

  for (guint i = 0; i < n; i++)
    {
      double value;

      if (maak_status_has_value (maak_indicator_get (indicator, i, &value)))
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_doubles);
  join_alike (values, maak_indicator_get_unit (indicator));
  return values;
}

/* Classes on both sides of @pivot: as many on a side as its part of the values asks for, at least one where it has any. */
static void
make_pivot_classes (MaakPicture *self, GArray *values, double pivot, guint n_classes)
{
  double     *all = (double *) (gpointer) values->data;
  guint       n_low = 0, below, above;
  MaakClasses low = { 0 }, high = { 0 };

  while (n_low < values->len && all[n_low] < pivot)
    n_low++;
  below = (n_classes * n_low + values->len / 2) / values->len;
  below = n_low == 0 ? 0 : n_low == values->len ? MIN (n_classes, 4)
                                                : CLAMP (below, 1, n_classes - 1);
  above = MIN (n_low == values->len ? 0 : MAX (n_classes - MIN (below, n_classes), 1), 4);
  below = MIN (below, 4);
  if (below > 0)
    maak_classes_make (&low, self->method, below, all, n_low);
  if (above > 0)
    maak_classes_make (&high, self->method, above, all + n_low, values->len - n_low);

  self->n_below = low.n;
  self->classes = low;
  for (guint i = 0; i < high.n; i++)
    {
      self->classes.low[low.n + i] = high.low[i];
      self->classes.high[low.n + i] = high.high[i];
      self->classes.count[low.n + i] = high.count[i];
    }
  self->classes.n = low.n + high.n;
}

/* How a map shows the values, which may be none. */
static void
set_up_map (MaakPicture *self, const MaakPictureOptions *options, GArray *values)
{
  double pivot = maak_indicator_get_pivot (self->indicator);
  guint  n_classes;

  self->circles = maak_indicator_is_total (self->indicator) && !options->fill;
  self->misfit = maak_indicator_is_total (self->indicator) && options->fill;
  self->palette = options->palette != NULL ? options->palette : maak_palette_get_default (isfinite (pivot));
  self->diverging = isfinite (pivot) && maak_palette_is_diverging (self->palette);
  n_classes = options->n_classes == 0 ? 4 : CLAMP (options->n_classes, 2, maak_palette_get_most (self->palette));
  if (values->len == 0)
    return;
  if (self->diverging)
    make_pivot_classes (self, values, pivot, n_classes);
  else
    maak_classes_make (&self->classes, self->method, n_classes, (const double *) (gpointer) values->data, values->len);
}

static void
set_plane (MaakPicture *self, const MaakPictureOptions *options)
{
  self->plane = options->plane != NULL ? maak_plane_ref (options->plane) : maak_plane_new (options->boundaries, MAAK_PROJECTION_RD);
}

/* Returns whether any region has a value. */
static gboolean
set_up_values (MaakPicture *self, const MaakPictureOptions *options)
{
  g_autoptr (GArray) values = list_values (options->indicator);
  MaakIndicator *indicator = options->indicator;

  self->indicator = maak_indicator_ref (indicator);
  self->set = maak_region_set_ref (maak_indicator_get_regions (indicator));
  self->unit = maak_indicator_get_unit (indicator);
  self->level = maak_indicator_get_level (indicator);
  if (maak_indicator_get_yardstick (indicator, &self->yardstick_value, &self->yardstick_status) != NULL)
    self->yardstick = maak_text_ref (maak_indicator_get_yardstick (indicator, &self->yardstick_value, &self->yardstick_status));
  if (self->kind == MAAK_PICTURE_MAP)
    set_up_map (self, options, values);
  return values->len > 0;
}

static MaakSeriesLine *
make_line (const MaakRegion *region)
{
  MaakSeriesLine *line = g_new0 (MaakSeriesLine, 1);

  line->region = region;
  line->points = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));
  return line;
}

static void
add_point (MaakSeriesLine *line, MaakPeriod period, MaakStatus status, double value)
{
  MaakSeriesPoint point = { period, status, value };

  g_array_append_val (line->points, point);
}

/* The lines of the dataset's own values. */
static void
fill_lines_with_values (MaakPicture *self)
{
  guint n_periods = maak_dataset_get_n_periods (self->dataset);

  for (guint i = 0; i < self->lines->len; i++)
    for (guint j = 0; j < n_periods; j++)
      {
        MaakSeriesLine *line = self->lines->pdata[i];
        double          value = 0;
        MaakStatus      status = maak_dataset_get (self->dataset, line->region, j, &value);

        add_point (line, maak_dataset_get_period (self->dataset, j), status, value);
      }
}

/* The lines of what a metric makes of each period; a period in which it cannot be computed is missing. */
static void
fill_lines_with_metric (MaakPicture *self, const MaakPictureOptions *options)
{
  guint n_periods = maak_dataset_get_n_periods (self->dataset);

  for (guint j = 0; j < n_periods; j++)
    {
      MaakIndicatorOptions wanted = { options->metric, maak_dataset_get_period (self->dataset, j) };
      g_autoptr (MaakIndicator) indicator = maak_indicator_new (options->catalogue, self->dataset, &wanted, NULL);

      for (guint i = 0; i < self->lines->len; i++)
        {
          MaakSeriesLine *line = self->lines->pdata[i];
          double          value = 0;
          MaakStatus      status = MAAK_STATUS_MISSING;

          if (indicator != NULL && maak_region_get_level (line->region) == maak_indicator_get_level (indicator))
            status = maak_indicator_get (indicator, maak_region_get_index (line->region), &value);
          add_point (line, wanted.period, status, value);
        }
      if (indicator != NULL)
        {
          g_clear_pointer (&self->indicator, maak_indicator_unref);
          self->indicator = g_steal_pointer (&indicator);
          self->unit = maak_indicator_get_unit (self->indicator);
        }
    }
}

static guint
count_values (MaakPicture *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      MaakSeriesLine *line = self->lines->pdata[i];

      for (guint j = 0; j < line->points->len; j++)
        n += maak_status_has_value (g_array_index (line->points, MaakSeriesPoint, j).status);
    }
  return n;
}

static gboolean
set_up_series (MaakPicture *self, const MaakPictureOptions *options, GError **error)
{
  self->dataset = maak_dataset_ref (options->dataset);
  self->unit = maak_dataset_get_unit (options->dataset);
  self->level = maak_dataset_get_level (options->dataset);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  for (guint i = 0; i < self->regions->len; i++)
    g_ptr_array_add (self->lines, make_line (self->regions->pdata[i]));
  if (options->metric == NULL || g_str_equal (options->metric, "value"))
    fill_lines_with_values (self);
  else
    fill_lines_with_metric (self, options);
  if (count_values (self) > 0)
    return TRUE;
  maak_error_set (error, MAAK_DRAW_ERROR, MAAK_DRAW_ERROR_NO_DATA, NULL,
                  maak_message_new (MAAK_PHRASE_DRAW_ERROR_NO_POINTS, MAAK_ARG_TEXT, "title", maak_dataset_get_title (options->dataset), MAAK_ARG_END));
  return FALSE;
}

static MaakPicture *
allocate (const MaakPictureOptions *options)
{
  MaakPicture *self = g_new0 (MaakPicture, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = options->kind;
  self->language = options->language;
  self->scheme = options->scheme != NULL ? options->scheme : maak_scheme_get (FALSE);
  self->method = options->method;
  self->font = g_strdup (options->font != NULL ? options->font : "Open Sans");
  self->font_size = options->font_size;
  self->without_title = options->without_title;
  self->without_source = options->without_source;
  self->without_notes = options->without_notes;
  self->regions = g_ptr_array_new ();
  for (guint i = 0; i < options->n_regions; i++)
    g_ptr_array_add (self->regions, (gpointer) options->regions[i]);
  return self;
}

/**
 * maak_picture_kind_get_code:
 * @kind: a kind
 *
 * Returns: its code
 */
const char *
maak_picture_kind_get_code (MaakPictureKind kind)
{
  g_return_val_if_fail ((guint) kind < MAAK_N_PICTURE_KINDS, NULL);

  return KINDS[kind];
}

/**
 * maak_picture_kind_parse:
 * @code: such as "map"
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
maak_picture_kind_parse (const char *code, MaakPictureKind *kind)
{
  for (guint i = 0; i < MAAK_N_PICTURE_KINDS; i++)
    if (g_str_equal (KINDS[i], code))
      {
        *kind = (MaakPictureKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * maak_picture_new:
 * @options: what to show; a map needs an indicator and boundaries, ranks an indicator, a series a dataset, its regions, and
 *   for a metric the catalogue. A number of classes that the palette has not is brought within 2 and what it has
 * @error: where to put an error
 *
 * Returns: (transfer full): the picture; %NULL and %MAAK_DRAW_ERROR_NO_DATA when there is no value to draw
 */
MaakPicture *
maak_picture_new (const MaakPictureOptions *options, GError **error)
{
  g_autoptr (MaakPicture) self = NULL;

  g_return_val_if_fail (options->kind == MAAK_PICTURE_SERIES ? options->dataset != NULL : options->indicator != NULL, NULL);
  g_return_val_if_fail (options->kind != MAAK_PICTURE_MAP || options->boundaries != NULL || options->plane != NULL, NULL);

  self = allocate (options);
  if (self->kind == MAAK_PICTURE_SERIES)
    return set_up_series (self, options, error) ? g_steal_pointer (&self) : NULL;
  if (!set_up_values (self, options))
    {
      maak_error_set (error, MAAK_DRAW_ERROR, MAAK_DRAW_ERROR_NO_DATA, NULL,
                      maak_message_new (MAAK_PHRASE_DRAW_ERROR_NO_VALUES, MAAK_ARG_TEXT, "title", maak_indicator_get_title (options->indicator), MAAK_ARG_END));
      return NULL;
    }
  if (self->kind == MAAK_PICTURE_MAP)
    set_plane (self, options);
  return g_steal_pointer (&self);
}

/* A map for a screen: of an indicator of which no region need have a value, or of the boundaries of @level only. Never fails. */
MaakPicture *
maak_picture_new_scene (const MaakPictureOptions *options, MaakRegionSet *set, MaakLevel level)
{
  MaakPicture *self = allocate (options);

  set_plane (self, options);
  if (options->indicator != NULL)
    {
      set_up_values (self, options);
      return self;
    }
  self->set = maak_region_set_ref (set);
  self->level = level;
  return self;
}

/**
 * maak_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): @self
 */
MaakPicture *
maak_picture_ref (MaakPicture *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * maak_picture_unref:
 * @self: (transfer full): a picture
 *
 * Lets go of a reference.
 */
void
maak_picture_unref (MaakPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->indicator, maak_indicator_unref);
  g_clear_pointer (&self->dataset, maak_dataset_unref);
  g_clear_pointer (&self->set, maak_region_set_unref);
  g_clear_pointer (&self->plane, maak_plane_unref);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->yardstick, maak_text_unref);
  g_free (self->font);
  g_free (self);
}

/* How many regions a map or ranks have. */
guint
maak_picture_get_n (MaakPicture *self)
{
  return self->indicator != NULL ? maak_indicator_get_n (self->indicator) : maak_region_set_get_n (self->set, self->level);
}

/* The value of a region of a map or ranks; NOT_APPLICABLE where there are boundaries only. */
MaakStatus
maak_picture_get_value (MaakPicture *self, guint region, double *value)
{
  *value = 0;
  return self->indicator != NULL ? maak_indicator_get (self->indicator, region, value) : MAAK_STATUS_NOT_APPLICABLE;
}

/* Whether @region, an index within the level, is an own one. */
gboolean
maak_picture_is_own (MaakPicture *self, guint region)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      const MaakRegion *own = self->regions->pdata[i];

      if (maak_region_get_level (own) == self->level && maak_region_get_index (own) == region)
        return TRUE;
    }
  return FALSE;
}

/* The colour of class @index of a map. */
MaakColor
maak_picture_get_class_color (MaakPicture *self, guint index)
{
  if (self->diverging)
    return maak_palette_get_side (self->palette, self->n_below, self->classes.n - self->n_below, index);
  return maak_palette_get_color (self->palette, self->classes.n, index);
}

/* A phrase without arguments, in the picture's language; static. */
const char *
maak_picture_get_phrase (MaakPicture *self, MaakPhrase phrase)
{
  return maak_phrase_get (phrase, self->language);
}

/* The words of @message_taken in the picture's language; takes it. */
char *
maak_picture_dup_words (MaakPicture *self, MaakMessage *message_taken)
{
  g_autoptr (MaakMessage) message = message_taken;

  return maak_message_dup_wording (message, self->language);
}

/* The name of region @region of the level; static. */
const char *
maak_picture_get_region_name (MaakPicture *self, guint region)
{
  return maak_region_get_name (maak_region_set_get (self->set, self->level, region), self->language);
}

/* The yardstick with its name, such as "12 provincies: 11,0 %"; NULL where there is none. */
char *
maak_picture_dup_yardstick (MaakPicture *self)
{
  g_autofree char *value = NULL;

  if (self->yardstick == NULL || !maak_status_has_value (self->yardstick_status))
    return NULL;
  value = maak_notation_dup_value (self->unit, self->yardstick_value, self->yardstick_status, self->language);
  return g_strdup_printf ("%s: %s", maak_text_get_best (self->yardstick, self->language), value);
}

/* The unit in words; of a quantity that compares, with whom. */
char *
maak_picture_dup_unit (MaakPicture *self)
{
  MaakPhrase phrase = self->unit == MAAK_UNIT_LQ ? MAAK_PHRASE_DRAW_UNIT_LQ : MAAK_PHRASE_DRAW_UNIT_INDEX;

  if (self->unit == MAAK_UNIT_RATIO)
    return g_strdup (maak_picture_get_phrase (self, MAAK_PHRASE_DRAW_UNIT_RATIO));
  if (self->yardstick == NULL || (self->unit != MAAK_UNIT_LQ && self->unit != MAAK_UNIT_INDEX))
    return g_strdup (maak_unit_get_label (self->unit, self->language));
  return maak_picture_dup_words (self, maak_message_new (phrase, MAAK_ARG_TEXT, "yardstick", self->yardstick, MAAK_ARG_END));
}

/* The statuses that occur in the picture and have a mark, each once; room for MAAK_N_STATUSES. Returns how many. */
guint
maak_picture_list_marked (MaakPicture *self, MaakStatus *statuses)
{
  gboolean found[MAAK_N_STATUSES] = { FALSE };
  guint    n = 0, n_regions = self->kind == MAAK_PICTURE_SERIES ? 0 : maak_indicator_get_n (self->indicator);
  double   value;

  for (guint i = 0; i < n_regions; i++)
    found[maak_indicator_get (self->indicator, i, &value)] = TRUE;
  if (self->kind != MAAK_PICTURE_SERIES && self->yardstick != NULL)
    found[self->yardstick_status] = TRUE;
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      MaakSeriesLine *line = self->lines->pdata[i];

      for (guint j = 0; j < line->points->len; j++)
        found[g_array_index (line->points, MaakSeriesPoint, j).status] = TRUE;
    }
  for (guint i = 0; i < MAAK_N_STATUSES; i++)
    if (found[i] && *maak_notation_get_mark ((MaakStatus) i) != '\0')
      statuses[n++] = (MaakStatus) i;
  return n;
}

/* The pen for a picture of this width: 8 points on a page, larger on a poster, never under 6.5. */
MaakPen *
maak_picture_make_pen (MaakPicture *self, cairo_t *cr, double width, GPtrArray *marks)
{
  double   size = self->font_size > 0 ? self->font_size : CLAMP (8 * sqrt (width / 460), 6.5, 24);
  MaakPen *pen;

  pen = maak_pen_new (cr, self->font, size, self->language, marks);
  pen->scheme = self->scheme;
  return pen;
}

static MaakStyle
get_title_style (MaakPen *pen)
{
  MaakStyle style = maak_pen_get_style (TITLE_SIZE, MAAK_WEIGHT_SEMIBOLD, pen->scheme->ink);

  style.leading = 1.25;
  return style;
}

/* Title and unit: all that stands above. Returns the height, with the gap below. */
static double
draw_head (MaakPicture *self, MaakPen *pen, MaakBox box)
{
  MaakStyle        title_style = get_title_style (pen);
  g_autofree char *title = NULL;
  double           y = box.y;

  if (self->without_title)
    return 0;
  title = maak_picture_dup_title (self);
  y += maak_pen_draw_text (pen, title, &title_style, box.x, y, box.width, MAAK_ALIGN_LEFT);
  return y - box.y + GAP * pen->size;
}

static char *
dup_geometry_source (MaakPicture *self)
{
  if (self->kind != MAAK_PICTURE_MAP)
    return NULL;
  return maak_picture_dup_words (self, maak_message_new (MAAK_PHRASE_DRAW_GEOMETRY, MAAK_ARG_YEAR, "year", maak_region_set_get_year (self->set), MAAK_ARG_END));
}

/* The small print. Returns the height, with the gap above. */
static double
draw_foot (MaakPicture *self, MaakPen *pen, MaakBox box)
{
  MaakStyle        style = maak_pen_get_style (SMALL_SIZE, MAAK_WEIGHT_REGULAR, pen->scheme->soft);
  g_autofree char *notes = self->without_notes ? NULL : maak_picture_dup_notes (self);
  g_autofree char *source = self->without_source ? NULL : maak_picture_dup_source (self);
  g_autofree char *geometry = dup_geometry_source (self);
  const char      *parts[] = { notes, source, geometry };
  double           y = box.y + GAP * pen->size, between = 0.25 * pen->size, height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        height = maak_pen_draw_text (pen, parts[i], &style, box.x, y, box.width, MAAK_ALIGN_LEFT);
        y += height + between;
      }
  return height > 0 ? y - between - box.y : 0;
}

/* Heights of head and foot, by a dry run. */
static void
measure_frame (MaakPicture *self, MaakPen *pen, double width, double *head, double *foot)
{
  MaakBox box = { 0, 0, width, 0 };

  pen->dry = TRUE;
  *head = draw_head (self, pen, box);
  *foot = draw_foot (self, pen, box);
  pen->dry = FALSE;
}

static cairo_t *
make_scratch (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t         *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

/**
 * maak_picture_measure:
 * @self: a picture
 * @width: points
 *
 * Returns: the height that suits it at that width, points
 */
double
maak_picture_measure (MaakPicture *self, double width)
{
  cairo_t *cr = make_scratch ();
  g_autoptr (MaakPen) pen = maak_picture_make_pen (self, cr, width, NULL);
  double head, foot, body;

  measure_frame (self, pen, width, &head, &foot);
  pen->dry = TRUE;
  body = PAINTERS[self->kind]->measure (self, pen, width);
  cairo_destroy (cr);
  return head + body + foot;
}

static void
draw_all (MaakPicture *self, cairo_t *cr, double x, double y, double width, double height, GPtrArray *marks)
{
  g_autoptr (MaakPen) pen = maak_picture_make_pen (self, cr, width, marks);
  double head, foot, body;

  measure_frame (self, pen, width, &head, &foot);
  body = MAX (height - head - foot, SMALLEST_BODY);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  draw_head (self, pen, (MaakBox) { x, y, width, head });
  PAINTERS[self->kind]->draw (self, pen, (MaakBox) { x, y + head, width, body });
  pen->kind = MAAK_MARK_TEXT;
  pen->region = -1;
  draw_foot (self, pen, (MaakBox) { x, y + head + body, width, foot });
  cairo_restore (cr);
}

/**
 * maak_picture_draw:
 * @self: a picture
 * @cr: where to draw; a unit is a point
 * @x: left edge
 * @y: upper edge
 * @width: points
 * @height: points; less than maak_picture_measure() says makes a map smaller, and bars and charts flatter
 *
 * Draws the picture, legend and source with it. The background stays as it is.
 */
void
maak_picture_draw (MaakPicture *self, cairo_t *cr, double x, double y, double width, double height)
{
  draw_all (self, cr, x, y, width, height, NULL);
}

/**
 * maak_picture_list_marks:
 * @self: a picture
 * @width: points
 * @height: points; 0: as maak_picture_measure() says
 *
 * Draws into nothing and tells what was drawn where.
 *
 * Returns: (transfer full) (element-type MaakMark): the marks in the order of drawing
 */
GPtrArray *
maak_picture_list_marks (MaakPicture *self, double width, double height)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_mark_free);
  cairo_t   *cr = make_scratch ();

  draw_all (self, cr, 0, 0, width, height > 0 ? height : maak_picture_measure (self, width), marks);
  cairo_destroy (cr);
  return marks;
}

/**
 * maak_picture_dup_title:
 * @self: a picture
 *
 * Returns: (transfer full): what it shows, in its language
 */
char *
maak_picture_dup_title (MaakPicture *self)
{
  const MaakMetric *metric = NULL;

  if (self->kind != MAAK_PICTURE_SERIES)
    return g_strdup (maak_text_get_best (maak_indicator_get_title (self->indicator), self->language));
  if (self->indicator != NULL)
    metric = maak_metric_lookup (maak_indicator_get_metric (self->indicator));
  if (metric == NULL)
    return g_strdup (maak_text_get_best (maak_dataset_get_title (self->dataset), self->language));
  return g_strdup_printf ("%s: %s", maak_text_get_best (maak_dataset_get_title (self->dataset), self->language), maak_phrase_get (metric->label, self->language));
}

/**
 * maak_picture_dup_source:
 * @self: a picture
 *
 * Returns: (transfer full): where the values come from, in its language: "Bron: ..."; empty when nobody said
 */
char *
maak_picture_dup_source (MaakPicture *self)
{
  g_autoptr (MaakText) sources = self->indicator != NULL ? maak_indicator_dup_sources (self->indicator) : maak_dataset_dup_source_line (self->dataset);

  if (sources == NULL || maak_text_is_empty (sources))
    return g_strdup ("");
  return maak_picture_dup_words (self, maak_message_new (MAAK_PHRASE_DRAW_SOURCE, MAAK_ARG_TEXT, "sources", sources, MAAK_ARG_END));
}

/**
 * maak_picture_dup_notes:
 * @self: a picture
 *
 * Returns: (transfer full) (nullable): cautions to print with it; %NULL when there are none
 */
char *
maak_picture_dup_notes (MaakPicture *self)
{
  g_autoptr (MaakText) notes = NULL;

  if (self->indicator != NULL)
    notes = maak_indicator_dup_notes (self->indicator);
  else if (maak_dataset_get_note (self->dataset) != NULL)
    notes = maak_text_ref (maak_dataset_get_note (self->dataset));
  if (notes == NULL || maak_text_is_empty (notes))
    return NULL;
  return g_strdup (maak_text_get_best (notes, self->language));
}

/**
 * maak_picture_dup_description:
 * @self: a picture
 *
 * Returns: (transfer full): the picture in words, made from the data, for those who cannot see it
 */
char *
maak_picture_dup_description (MaakPicture *self)
{
  static const MaakPhrase OPENINGS[MAAK_N_PICTURE_KINDS] = {
    [MAAK_PICTURE_MAP] = MAAK_PHRASE_DRAW_DESCRIBE_MAP,
    [MAAK_PICTURE_RANKS] = MAAK_PHRASE_DRAW_DESCRIBE_RANKS,
    [MAAK_PICTURE_SERIES] = MAAK_PHRASE_DRAW_DESCRIBE_SERIES,
  };
  g_autofree char *title = maak_picture_dup_title (self);
  g_autofree char *opening = maak_picture_dup_words (self, maak_message_new (OPENINGS[self->kind], MAAK_ARG_STRING, "title", title, MAAK_ARG_END));
  GString         *out = g_string_new (opening);

  PAINTERS[self->kind]->describe (self, out);
  return g_string_free_and_steal (out);
}
