/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Text and hatches. One pango layout serves a whole drawing. Letters are neither hinted nor snapped to pixels, so that a
 * line is as wide on paper as on a screen and a picture breaks its lines alike everywhere; ligatures are off, because
 * readers of PDF cut words at them; digits are of one width.
 *
 * The *box* of a line is as wide as its advance and one leading high, its capitals standing in the middle: what is
 * measured here is what is drawn and what is noted, and it does not depend on the ascent that a font claims.
 *
 * Hatches are strokes within a clip, never patterns: they stay lines in SVG and PDF. Only on a screen that must keep up with a
 * hand they are patterns, of the same lines to the nearest dot.
 *
 * A text wider than it may be is broken between words; a single word that is too wide stays whole.
 */
#include "draw/maak-pen.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Height of a capital; of Open Sans, and near enough of any other letter to stand in the middle. */
#define CAPITAL 0.714

static PangoLayout *
make_layout (cairo_t *cr, const char *font, MaakLanguage language)
{
  PangoContext         *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *description = pango_font_description_new ();
  PangoLayout          *layout;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (maak_language_get_code (language)));

  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_font_description_set_family (description, font);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0, tnum=1, lnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Sets the letters, unless they are so already: looking up a font costs more than a line of text. */
static void
set_letters (MaakPen *self, const MaakStyle *style)
{
  double                size = self->size * style->size;
  PangoFontDescription *description;

  if (size == self->set_size && style->weight == self->set_weight)
    return;
  description = pango_font_description_copy (pango_layout_get_font_description (self->layout));
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, style->weight == MAAK_WEIGHT_SEMIBOLD ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, description);
  pango_font_description_free (description);
  self->set_size = size;
  self->set_weight = style->weight;
}

static void
set_text (MaakPen *self, const char *text, const MaakStyle *style, double width)
{
  set_letters (self, style);
  pango_layout_set_width (self->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_text (self->layout, text, -1);
}

/* The box's width of line @index of what was set; points. */
static double
get_line_width (MaakPen *self, int index)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, index), NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* The text of line @index of what was set, without the space at which it was broken. */
static char *
dup_line (MaakPen *self, int index)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, index);
  char            *text = g_strndup (pango_layout_get_text (self->layout) + pango_layout_line_get_start_index (line), (gsize) pango_layout_line_get_length (line));

  return g_strchomp (text);
}

static void
show_line (MaakPen *self, int index, const MaakStyle *style, MaakBox box)
{
  double letters = self->size * style->size;

  if (self->dry)
    return;
  maak_pen_set_color (self, style->color);
  cairo_move_to (self->cr, box.x, box.y + box.height / 2 + CAPITAL * letters / 2);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (self->layout, index));
  cairo_new_path (self->cr);
  if (self->marks != NULL)
    {
      g_autofree char *text = dup_line (self, index);

      maak_pen_note (self, box, text);
    }
}

static double
align_left_edge (double x, double width, double line, MaakAlign align)
{
  switch (align)
    {
    case MAAK_ALIGN_CENTER:
      return x + (width - line) / 2;
    case MAAK_ALIGN_RIGHT:
      return x + width - line;
    case MAAK_ALIGN_LEFT:
    default:
      return x;
    }
}

/**
 * maak_pen_new:
 * @cr: where to draw
 * @font: family
 * @size: of the letters, points
 * @language: of the texts
 * @marks: (nullable) (element-type MaakMark): where to note what was drawn
 *
 * Returns: (transfer full): a pen
 */
MaakPen *
maak_pen_new (cairo_t *cr, const char *font, double size, MaakLanguage language, GPtrArray *marks)
{
  MaakPen *self = g_new0 (MaakPen, 1);

  self->cr = cairo_reference (cr);
  self->layout = make_layout (cr, font, language);
  self->size = size;
  self->language = language;
  self->scheme = maak_scheme_get (FALSE);
  self->marks = marks;
  self->region = -1;
  return self;
}

/**
 * maak_pen_free:
 * @self: (transfer full): a pen
 *
 * Puts the pen away.
 */
void
maak_pen_free (MaakPen *self)
{
  g_object_unref (self->layout);
  cairo_destroy (self->cr);
  g_free (self);
}

/**
 * maak_pen_get_style:
 * @size: of the letters, as a multiple of the pen's
 * @weight: how bold
 * @color: of the letters
 *
 * Returns: a style with the leading of running text
 */
MaakStyle
maak_pen_get_style (double size, MaakWeight weight, MaakColor color)
{
  return (MaakStyle) { size, 1.32, weight, color };
}

/**
 * maak_pen_set_color:
 * @self: a pen
 * @color: for what is drawn next
 *
 * Sets the source of the pen's cairo_t.
 */
void
maak_pen_set_color (MaakPen *self, MaakColor color)
{
  cairo_set_source_rgb (self->cr, color.red, color.green, color.blue);
}

/**
 * maak_pen_measure_line:
 * @self: a pen
 * @text: one line
 * @style: how it is written
 *
 * Returns: its width, points
 */
double
maak_pen_measure_line (MaakPen *self, const char *text, const MaakStyle *style)
{
  set_text (self, text, style, 0);
  return get_line_width (self, 0);
}

/**
 * maak_pen_get_leading:
 * @self: a pen
 * @style: how it is written
 *
 * Returns: the height of a line's box, points
 */
double
maak_pen_get_leading (MaakPen *self, const MaakStyle *style)
{
  return self->size * style->size * style->leading;
}

/**
 * maak_pen_measure_text:
 * @self: a pen
 * @text: what to write; empty takes no room
 * @style: how it is written
 * @width: points; longer lines are broken
 *
 * Returns: its height, points
 */
double
maak_pen_measure_text (MaakPen *self, const char *text, const MaakStyle *style, double width)
{
  if (text == NULL || *text == '\0')
    return 0;
  set_text (self, text, style, width);
  return pango_layout_get_line_count (self->layout) * maak_pen_get_leading (self, style);
}

/**
 * maak_pen_draw_text:
 * @self: a pen
 * @text: what to write
 * @style: how
 * @x: left edge, points
 * @y: upper edge, points
 * @width: points; longer lines are broken
 * @align: where lines stand in it
 *
 * Returns: the height that it took, points
 */
double
maak_pen_draw_text (MaakPen *self, const char *text, const MaakStyle *style, double x, double y, double width, MaakAlign align)
{
  double leading = maak_pen_get_leading (self, style);
  int    n_lines;

  if (text == NULL || *text == '\0')
    return 0;
  set_text (self, text, style, width);
  n_lines = pango_layout_get_line_count (self->layout);
  for (int i = 0; i < n_lines; i++)
    {
      double line = get_line_width (self, i);

      show_line (self, i, style, (MaakBox) { align_left_edge (x, width, line, align), y + i * leading, line, leading });
    }
  return n_lines * leading;
}

/**
 * maak_pen_draw_line:
 * @self: a pen
 * @text: one line
 * @style: how it is written
 * @x: its left edge, middle or right edge, points, as @align says
 * @y: upper edge, points
 * @align: what of it stands at @x
 *
 * Writes one line, however wide.
 */
void
maak_pen_draw_line (MaakPen *self, const char *text, const MaakStyle *style, double x, double y, MaakAlign align)
{
  double line;

  if (*text == '\0')
    return;
  set_text (self, text, style, 0);
  line = get_line_width (self, 0);
  show_line (self, 0, style, (MaakBox) { align_left_edge (x, 0, line, align), y, line, maak_pen_get_leading (self, style) });
}

/* A tile of slanting lines that fits to itself on all sides: @step dots wide and high. */
static cairo_pattern_t *
make_hatch (MaakColor color, int step, double thickness, gboolean rising)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, step, step);
  cairo_t         *cr = cairo_create (surface);
  cairo_pattern_t *pattern;

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_set_line_width (cr, thickness);
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, i * step - step, rising ? 2 * step : -step);
      cairo_line_to (cr, i * step + 2 * step, rising ? -step : 2 * step);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  return pattern;
}

static void
fill_with_hatch (MaakPen *self, MaakColor color, double spacing, double thickness, gboolean rising)
{
  double           density_x, density_y;
  cairo_pattern_t *pattern;
  cairo_matrix_t   matrix;

  cairo_surface_get_device_scale (cairo_get_target (self->cr), &density_x, &density_y);
  pattern = make_hatch (color, MAX ((int) round (spacing * sqrt (2) * density_x), 3), thickness * density_x, rising);
  cairo_matrix_init_scale (&matrix, density_x, density_y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_set_source (self->cr, pattern);
  cairo_fill (self->cr);
  cairo_pattern_destroy (pattern);
}

/**
 * maak_pen_hatch:
 * @self: a pen, whose cairo_t has a path, filled by the even-odd rule
 * @color: of the lines
 * @spacing: between them, points
 * @thickness: of them, points
 * @rising: from lower left to upper right; else falling
 *
 * Hatches the path with slanting lines, and drops it. The lines of all areas of a picture are in step.
 */
void
maak_pen_hatch (MaakPen *self, MaakColor color, double spacing, double thickness, gboolean rising)
{
  cairo_t *cr = self->cr;
  double   x0, y0, x1, y1, step = spacing * sqrt (2), slope = rising ? -1 : 1;

  if (self->live)
    {
      fill_with_hatch (self, color, spacing, thickness, rising);
      return;
    }
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  /* y = slope * x + offset, for every offset that crosses the box */
  double low = MIN (y0 - slope * x0, y0 - slope * x1), high = MAX (y1 - slope * x0, y1 - slope * x1);
  for (double offset = ceil (low / step) * step; offset <= high; offset += step)
    {
      cairo_move_to (cr, x0, slope * x0 + offset);
      cairo_line_to (cr, x1, slope * x1 + offset);
    }
  maak_pen_set_color (self, color);
  cairo_set_line_width (cr, thickness);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * maak_pen_note:
 * @self: a pen
 * @box: where it stands
 * @text: (nullable): what it says
 *
 * Notes a mark of the pen's kind and region, where marks are wanted.
 */
void
maak_pen_note (MaakPen *self, MaakBox box, const char *text)
{
  MaakMark *mark;

  if (self->marks == NULL || self->dry)
    return;
  mark = g_new (MaakMark, 1);
  *mark = (MaakMark) { self->kind, self->region, box.x, box.y, box.width, box.height, g_strdup (text) };
  g_ptr_array_add (self->marks, mark);
}

/**
 * maak_mark_free:
 * @mark: (transfer full): a mark
 *
 * Frees a mark.
 */
void
maak_mark_free (MaakMark *mark)
{
  g_free (mark->text);
  g_free (mark);
}

/**
 * maak_box_overlaps:
 * @a: a box
 * @b: another
 * @gap: how far apart they must be, points
 *
 * Returns: whether they are nearer than that
 */
gboolean
maak_box_overlaps (const MaakBox *a, const MaakBox *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

/**
 * maak_box_contains:
 * @outer: a box
 * @inner: another
 *
 * Returns: whether @inner lies in @outer
 */
gboolean
maak_box_contains (const MaakBox *outer, const MaakBox *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width && inner->y + inner->height <= outer->y + outer->height;
}
