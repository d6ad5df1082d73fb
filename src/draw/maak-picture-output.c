/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A picture as a file: PNG, SVG or PDF of the very same drawing. Nothing is written to disk before the whole file
 * is in memory; then the target is replaced at once, so that a picture is either the old or the new.
 *
 * SVG letters are outlines, so that they look alike where the font is absent; the text equivalent stands in its title and
 * desc elements. PDF letters stay text.
 */
#include "draw/maak-picture-private.h"

#include "base/maak-error.h"
#include "base/maak-file.h"
#include "draw/maak-png.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define DEFAULT_WIDTH 480.0
#define MARGIN 12.0 /* points of white around the picture: a file is pasted where nobody leaves room for it */
#define DEFAULT_SCALE 2.0

/* Points; and pixels of an edge. */
#define LEAST_SIZE 120.0
#define MOST_SIZE 8000.0
#define MOST_PIXELS 16000.0

static const char *const ENDINGS[MAAK_N_FORMATS] = {
  [MAAK_FORMAT_PNG] = ".png",
  [MAAK_FORMAT_SVG] = ".svg",
  [MAAK_FORMAT_PDF] = ".pdf",
};

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_failed (GError **error, cairo_status_t status)
{
  maak_error_set (error, MAAK_DRAW_ERROR, MAAK_DRAW_ERROR_FAILED, NULL,
                  maak_message_new (MAAK_PHRASE_DRAW_ERROR_FAILED, MAAK_ARG_STRING, "reason", cairo_status_to_string (status), MAAK_ARG_END));
}

/* Draws onto @surface and finishes it, but for an image, whose pixels are still wanted. */
static gboolean
draw_onto (MaakPicture *self, cairo_surface_t *surface, double width, double height, double scale, GError **error)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  maak_picture_draw (self, cr, MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  set_failed (error, status);
  return FALSE;
}

static GBytes *
make_png (MaakPicture *self, double width, double height, double scale, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale - 1e-6), (int) ceil (height * scale - 1e-6));
  g_autofree char *title = maak_picture_dup_title (self), *description = maak_picture_dup_description (self);
  GBytes          *bytes = NULL;

  if (draw_onto (self, surface, width, height, scale, error))
    {
      bytes = maak_png_encode (surface, scale, title, description);
      if (bytes == NULL)
        set_failed (error, CAIRO_STATUS_NO_MEMORY);
    }
  cairo_surface_destroy (surface);
  return bytes;
}

static void
set_pdf_date (cairo_surface_t *surface, MaakDate date)
{
  g_autofree char *day = NULL, *moment = NULL;

  if (date.year == 0)
    return;
  day = maak_date_to_iso (date);
  moment = g_strconcat (day, "T00:00:00Z", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, moment);
}

static GBytes *
make_pdf (MaakPicture *self, double width, double height, MaakDate date, GError **error)
{
  GByteArray      *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, out, width, height);
  g_autofree char *title = maak_picture_dup_title (self), *description = maak_picture_dup_description (self);
  gboolean         drawn;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Maakland");
  set_pdf_date (surface, date);
  drawn = draw_onto (self, surface, width, height, 1, error);
  cairo_surface_destroy (surface);
  if (drawn)
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  return NULL;
}

/* Puts language, title and description into the root element, for readers and screen readers. */
static GBytes *
add_words (GByteArray *svg, const char *language, const char *title, const char *description)
{
  GString         *out = g_string_sized_new (svg->len + 1024);
  g_autofree char *head = NULL, *safe_title = g_markup_escape_text (title, -1), *safe_description = g_markup_escape_text (description, -1);
  const char      *root = g_strstr_len ((const char *) svg->data, svg->len, "<svg ");
  const char      *end = root != NULL ? memchr (root, '>', svg->len - (gsize) (root - (const char *) svg->data)) : NULL;

  g_assert (end != NULL);
  g_string_append_len (out, (const char *) svg->data, end - (const char *) svg->data);
  g_string_append_printf (out, " role=\"img\" xml:lang=\"%s\" aria-labelledby=\"title desc\">\n<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>", language, safe_title, safe_description);
  g_string_append_len (out, end + 1, (gssize) (svg->len - (gsize) (end + 1 - (const char *) svg->data)));
  return g_string_free_to_bytes (out);
}

static GBytes *
make_svg (MaakPicture *self, double width, double height, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, out, width, height);
  g_autofree char *title = maak_picture_dup_title (self), *description = maak_picture_dup_description (self);
  gboolean         drawn;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  drawn = draw_onto (self, surface, width, height, 1, error);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;
  return add_words (out, maak_language_get_code (self->language), title, description);
}

static gboolean
check_size (double width, double height, double scale, GError **error)
{
  double most = MIN (MOST_SIZE, MOST_PIXELS / scale);

  if (width >= LEAST_SIZE && height >= LEAST_SIZE && width <= most && height <= most)
    return TRUE;
  maak_error_set (error, MAAK_DRAW_ERROR, MAAK_DRAW_ERROR_SIZE, NULL,
                  maak_message_new (MAAK_PHRASE_DRAW_ERROR_SIZE, MAAK_ARG_INTEGER, "width", (gint64) width, MAAK_ARG_INTEGER, "height", (gint64) height, MAAK_ARG_INTEGER, "least", (gint64) LEAST_SIZE, MAAK_ARG_INTEGER, "most", (gint64) most, MAAK_ARG_END));
  return FALSE;
}

/**
 * maak_format_from_file_name:
 * @file: the name of a file
 * @format: (out): what its ending says, in capitals or not
 *
 * Returns: whether the ending is that of a format
 */
gboolean
maak_format_from_file_name (const char *file, MaakFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (file, -1);

  for (guint i = 0; i < MAAK_N_FORMATS; i++)
    if (g_str_has_suffix (lower, ENDINGS[i]))
      {
        *format = (MaakFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * maak_picture_to_bytes:
 * @self: a picture
 * @output: format, size in points, resolution, date
 * @error: where to put an error
 *
 * The same picture, output and fonts give the same bytes, save for a PDF without a date, which carries the moment.
 *
 * Returns: (transfer full): the file; %NULL and %MAAK_DRAW_ERROR_SIZE for a size under 120 or over 8,000 points or 16,000
 *   pixels, %MAAK_DRAW_ERROR_FAILED when memory runs out
 */
GBytes *
maak_picture_to_bytes (MaakPicture *self, const MaakPictureOutput *output, GError **error)
{
  double width = output->width > 0 ? output->width : DEFAULT_WIDTH, height = output->height;
  double scale = output->format != MAAK_FORMAT_PNG ? 1 : output->scale > 0 ? output->scale
                                                                           : DEFAULT_SCALE;

  if (!check_size (width, height > 0 ? height : LEAST_SIZE, scale, error))
    return NULL;
  if (!(height > 0))
    height = maak_picture_measure (self, width - 2 * MARGIN) + 2 * MARGIN;
  if (!check_size (width, height, scale, error))
    return NULL;
  switch (output->format)
    {
    case MAAK_FORMAT_PNG:
      return make_png (self, width, height, scale, error);
    case MAAK_FORMAT_SVG:
      return make_svg (self, width, height, error);
    case MAAK_FORMAT_PDF:
      return make_pdf (self, width, height, output->date, error);
    default:
      g_assert_not_reached ();
    }
}

/**
 * maak_picture_write:
 * @self: a picture
 * @file: where to put it; what is there is replaced at once
 * @output: format, size in points, resolution, date
 * @error: where to put an error
 *
 * Returns: whether the file was written; errors as of maak_picture_to_bytes() and maak_file_replace()
 */
gboolean
maak_picture_write (MaakPicture *self, const char *file, const MaakPictureOutput *output, GError **error)
{
  g_autoptr (GBytes) bytes = maak_picture_to_bytes (self, output, error);

  return bytes != NULL && maak_file_replace (file, bytes, NULL, NULL, error);
}
