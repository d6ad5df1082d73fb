/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Texts become pango layouts here. One font map of its own at 72 dots an inch, so that a pango unit is a point divided
 * by 1024 and the machine's screen has no say; metrics are not hinted. Ligatures are off, because readers that take
 * text out of a PDF part words at them; tables have figures of equal width. Layouts belong to the MaakType. */
#include "report/maak-type.h"

MAAK_DEFINE_ERROR_DOMAIN (maak_report_error_quark, "maak-report-error")

#define SMALLEST 6.8 /* points; nothing is made smaller than this by being a step smaller */

struct _MaakType
{
  const MaakHouseStyle *style;
  PangoContext         *context;
  PangoFontDescription *fonts[MAAK_N_STYLES];
  GPtrArray            *layouts;
};

static gboolean
has_family (PangoFontMap *map, const char *family)
{
  return pango_font_map_get_family (map, family) != NULL;
}

static PangoFontDescription *
describe_font (const MaakHouseStyle *style, const MaakStyleSpec *spec)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, style->family);
  pango_font_description_set_size (font, (int) (spec->size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (font, (PangoWeight) spec->weight);
  return font;
}

static PangoContext *
make_context (PangoFontMap *map, MaakLanguage language)
{
  PangoContext         *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (maak_language_get_code (language)));
  cairo_font_options_destroy (options);
  return context;
}

/**
 * maak_type_new:
 * @style: the house style
 * @language: of the texts, for where lines may end
 * @error: MAAK_REPORT_ERROR_NO_FONT, when the family is not installed: another is never taken silently
 *
 * Returns: (transfer full): a typesetter, or NULL
 */
MaakType *
maak_type_new (const MaakHouseStyle *style, MaakLanguage language, GError **error)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  MaakType *self;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  if (!has_family (map, style->family))
    {
      maak_error_set (error, MAAK_REPORT_ERROR, MAAK_REPORT_ERROR_NO_FONT, NULL,
                      maak_message_new (MAAK_PHRASE_REPORT_NO_FONT, MAAK_ARG_STRING, "font", style->family, MAAK_ARG_END));
      return NULL;
    }
  self = g_new0 (MaakType, 1);
  self->style = style;
  self->context = make_context (map, language);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < MAAK_N_STYLES; i++)
    self->fonts[i] = describe_font (style, &style->styles[i]);
  return self;
}

/**
 * maak_type_free:
 * @self: (nullable): a typesetter, freed with every layout that it made
 */
void
maak_type_free (MaakType *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->layouts);
  for (guint i = 0; i < MAAK_N_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * maak_type_get_spec:
 * @self: a typesetter
 * @style: which style
 *
 * Returns: (transfer none): its size, leading, colour, ...
 */
const MaakStyleSpec *
maak_type_get_spec (MaakType *self, MaakStyle style)
{
  return &self->style->styles[style];
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, const MaakSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (list, attribute);
}

static void
add_span (PangoAttrList *list, const MaakStyleSpec *spec, const MaakSpan *span)
{
  if (span->flags & MAAK_RUN_BOLD)
    insert (list, pango_attr_weight_new (spec->weight >= 600 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_SEMIBOLD), span);
  if (span->flags & MAAK_RUN_ITALIC)
    insert (list, pango_attr_style_new (PANGO_STYLE_ITALIC), span);
  if (span->flags & MAAK_RUN_SMALL)
    insert (list, pango_attr_size_new ((int) (MAX (spec->size * 0.86, MIN (spec->size, SMALLEST)) * PANGO_SCALE)), span);
  if (span->flags & MAAK_RUN_LARGE)
    insert (list, pango_attr_size_new ((int) (spec->size * 1.45 * PANGO_SCALE)), span);
  /* What has a colour or a link of its own is drawn apart, so it must be an item of its own; a spacing of nothing
   * makes it one and changes nothing else. */
  if (span->link != NULL || span->flags & (MAAK_RUN_MUTED | MAAK_RUN_ACCENT))
    insert (list, pango_attr_foreground_new ((guint16) (span->start & 0xff), 0, 0), span);
}

/**
 * maak_type_set:
 * @self: a typesetter
 * @runs: what to set
 * @style: how
 * @flags: emphasis of all of it, of MaakRunFlags
 * @width: of the lines, in points; MAAK_TYPE_UNWRAPPED: as long as they are
 *
 * Returns: (transfer none): the text in lines; lives as long as @self
 */
PangoLayout *
maak_type_set (MaakType *self, const MaakRuns *runs, MaakStyle style, guint flags, double width)
{
  PangoLayout         *layout = pango_layout_new (self->context);
  const MaakStyleSpec *spec = &self->style->styles[style];
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  const MaakSpan all = { .start = 0, .end = G_MAXUINT, .flags = flags };

  g_ptr_array_add (self->layouts, layout);
  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_attr_list_insert (list, pango_attr_font_features_new (spec->figures ? "liga=0, clig=0, dlig=0, tnum=1" : "liga=0, clig=0, dlig=0"));
  add_span (list, spec, &all);
  for (guint i = 0; i < runs->spans->len; i++)
    add_span (list, spec, &g_array_index (runs->spans, MaakSpan, i));
  pango_layout_set_attributes (layout, list);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, runs->text->str, (int) runs->text->len);
  if (width >= 0)
    maak_type_rewrap (layout, width);
  return layout;
}

/**
 * maak_type_get_mark:
 * @self: a typesetter
 *
 * Returns: a mark for maak_type_release()
 */
guint
maak_type_get_mark (MaakType *self)
{
  return self->layouts->len;
}

/**
 * maak_type_release:
 * @self: a typesetter
 * @mark: of maak_type_get_mark()
 *
 * Frees the texts that were set since then; nobody may hold one.
 */
void
maak_type_release (MaakType *self, guint mark)
{
  g_ptr_array_set_size (self->layouts, (int) mark);
}

/**
 * maak_type_rewrap:
 * @layout: a text
 * @width: a new width for its lines, in points
 */
void
maak_type_rewrap (PangoLayout *layout, double width)
{
  pango_layout_set_width (layout, MAX (1, (int) (width * PANGO_SCALE + 0.5)));
}

/* A space that a line may end at; one that holds words together is none. */
static gboolean
is_gap (const char *at)
{
  gunichar letter = g_utf8_get_char (at);

  return g_unichar_isspace (letter) && letter != 0x00a0 && letter != 0x202f;
}

/* The widest piece of a line between two places where it may be broken. */
static double
measure_words (PangoLayoutLine *line, const char *text, const PangoLogAttr *attrs, int offset)
{
  const char *from = text + pango_layout_line_get_start_index (line);
  const char *end = from + pango_layout_line_get_length (line);
  int         begin = 0, widest = 0, x = 0;

  for (const char *at = from; at <= end; offset++)
    {
      gboolean space = at < end && is_gap (at);

      if (at == end || (at > from && attrs[offset].is_line_break) || space)
        {
          pango_layout_line_index_to_x (line, (int) (at - text), FALSE, &x);
          widest = MAX (widest, x - begin);
          if (space)
            pango_layout_line_index_to_x (line, (int) (at - text), TRUE, &x);
          begin = x;
        }
      if (at == end)
        break;
      at = g_utf8_next_char (at);
    }
  return widest / (double) PANGO_SCALE;
}

/**
 * maak_type_measure:
 * @layout: a text that is not wrapped
 * @least: (out): width of the longest piece that cannot be broken, in points
 * @most: (out): width of the longest line, in points
 */
void
maak_type_measure (PangoLayout *layout, double *least, double *most)
{
  const char         *text = pango_layout_get_text (layout);
  int                 n_attrs, offset = 0, at = 0;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);
  PangoRectangle      extents;

  *least = 0;
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      int start = pango_layout_line_get_start_index (l->data);

      offset += (int) g_utf8_pointer_to_offset (text + at, text + start);
      at = start;
      *least = MAX (*least, measure_words (l->data, text, attrs, offset));
    }
  pango_layout_get_extents (layout, NULL, &extents);
  *most = extents.width / (double) PANGO_SCALE;
}
