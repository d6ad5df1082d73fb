/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw-atlas.h"

#include <cairo.h>
#include <stdlib.h>

/* Pixels may differ a little between versions of the libraries: each by so much on average, of 255. */
#define TOLERANCE 1.5

static const char *const ENDINGS[MAAK_N_FORMATS] = { "png", "svg", "pdf" };

static GBytes *
make_bytes (MaakFormat format, const char *dataset, const char *metric, MaakLanguage language)
{
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_MAP, dataset, metric, "PV23", language);
  g_autoptr (GError) error = NULL;
  MaakPictureOutput output = { format, .date = { 2026, 11, 21 } };
  GBytes           *bytes = maak_picture_to_bytes (picture, &output, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_same_bytes (gconstpointer data)
{
  MaakFormat format = (MaakFormat) GPOINTER_TO_INT (data);
  g_autoptr (GBytes) first = make_bytes (format, "gva-industry", "ratio-gdp", MAAK_LANGUAGE_NL);
  g_autoptr (GBytes) second = make_bytes (format, "gva-industry", "ratio-gdp", MAAK_LANGUAGE_NL);

  g_assert_true (g_bytes_equal (first, second));
}

static char *
dup_pdf_text (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-", "-", NULL);
  g_autoptr (GBytes) out = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (program, pdf, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

/* All twelve values of figure 1 of the policy note stand on the map as text, marked as unverified. */
static void
test_figure_1 (gconstpointer data)
{
  static const char *const VALUES[] = { "2.351†", "2.972†", "1.962†", "6.896†", "1.238†", "11.272†", "4.604†", "10.343†", "14.100†", "2.159†", "21.436†", "8.270†" };
  static const char *const ENGLISH[] = { "2,351†", "2,972†", "1,962†", "6,896†", "1,238†", "11,272†", "4,604†", "10,343†", "14,100†", "2,159†", "21,436†", "8,270†" };
  MaakLanguage             language = (MaakLanguage) GPOINTER_TO_INT (data);
  g_autoptr (GBytes) pdf = make_bytes (MAAK_FORMAT_PDF, "gva-industry", NULL, language);
  g_autofree char *text = dup_pdf_text (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    g_assert_nonnull (strstr (text, language == MAAK_LANGUAGE_NL ? VALUES[i] : ENGLISH[i]));
  g_assert_nonnull (strstr (text, maak_status_get_label (MAAK_STATUS_UNVERIFIED, language)));
  g_assert_nonnull (strstr (text, language == MAAK_LANGUAGE_NL ? "Bron: CBS, Kadaster" : "Source: CBS, Kadaster"));
}

/* The worked check of the ratio to gross domestic product. */
static void
test_ratio (void)
{
  static const char *const VALUES[] = { "18,3%†", "17,7%†", "15,2%†", "15,1%†", "6,1%†", "6,0%†", "12 provincies: 11,0%†" };
  g_autoptr (GBytes) pdf = make_bytes (MAAK_FORMAT_PDF, "gva-industry", "ratio-gdp", MAAK_LANGUAGE_NL);
  g_autofree char *text = dup_pdf_text (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    g_assert_nonnull (strstr (text, VALUES[i]));
}

static void
test_pdf_size (void)
{
  g_autoptr (GBytes) pdf = make_bytes (MAAK_FORMAT_PDF, "gva-industry", "ratio-gdp", MAAK_LANGUAGE_NL);

  g_assert_cmpuint (g_bytes_get_size (pdf), <, 100 * 1024);
}

static void
count_element (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
  guint *counts = data;

  counts[0] += g_str_equal (element, "title");
  counts[1] += g_str_equal (element, "desc");
  /* A hatch must stay lines. */
  counts[2] += g_str_equal (element, "pattern") || g_str_equal (element, "image");
}

static void
test_svg (gconstpointer data)
{
  MaakLanguage language = (MaakLanguage) GPOINTER_TO_INT (data);
  g_autoptr (GBytes) svg = make_bytes (MAAK_FORMAT_SVG, "gdp", "growth", language);
  guint                counts[3] = { 0 };
  const GMarkupParser  parser = { .start_element = count_element };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, counts, NULL);
  g_autoptr (GError) error = NULL;
  gsize       length;
  const char *text = g_bytes_get_data (svg, &length);

  g_assert_true (g_markup_parse_context_parse (context, text, (gssize) length, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[2], ==, 0);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, language == MAAK_LANGUAGE_NL ? "xml:lang=\"nl\"" : "xml:lang=\"en\""));
}

static guint32
read_uint32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

typedef struct
{
  const guint8 *data;
  gsize         length, at;
} Stream;

static cairo_status_t
read_stream (void *closure, unsigned char *to, unsigned int length)
{
  Stream *stream = closure;

  if (length > stream->length - stream->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, stream->data + stream->at, length);
  stream->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *png)
{
  Stream stream = { .at = 0 };

  stream.data = g_bytes_get_data (png, &stream.length);
  return cairo_image_surface_create_from_png_stream (read_stream, &stream);
}

/* Another reader finds the size and resolution that were asked for, and a checksum that holds. */
static void
test_png (void)
{
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_MAP, "gva-industry", NULL, NULL, MAAK_LANGUAGE_NL);
  MaakPictureOutput output = { MAAK_FORMAT_PNG, 400, 300, 3 };
  g_autoptr (GBytes) png = maak_picture_to_bytes (picture, &output, NULL);
  gsize            length;
  const guint8    *data = g_bytes_get_data (png, &length);
  cairo_surface_t *surface = read_png (png);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1200);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 900);
  cairo_surface_destroy (surface);
  g_assert_cmpmem (data + 46 + 4, 4, "pHYs", 4);
  /* 3 pixels a point of 1/72 inch are 8,504 a metre. */
  g_assert_cmpuint (read_uint32 (data + 46 + 8), ==, 8504);
}

typedef struct
{
  const char       *name;
  MaakPictureOutput output;
} BadSize;

static const BadSize bad_sizes[] = {
  { "too narrow", { MAAK_FORMAT_PNG, 119, 300 } },
  { "too low", { MAAK_FORMAT_PDF, 300, 20 } },
  { "too wide", { MAAK_FORMAT_SVG, 8001, 300 } },
  { "too many pixels", { MAAK_FORMAT_PNG, 7000, 300, 8 } },
};

static void
test_bad_size (gconstpointer data)
{
  const BadSize *row = data;
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_RANKS, "gva-industry", NULL, NULL, MAAK_LANGUAGE_NL);
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_picture_to_bytes (picture, &row->output, &error));
  g_assert_error (error, MAAK_DRAW_ERROR, MAAK_DRAW_ERROR_SIZE);
}

static void
test_write (void)
{
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_RANKS, "gva-industry", NULL, NULL, MAAK_LANGUAGE_NL);
  g_autofree char *folder = g_dir_make_tmp ("maak-draw-XXXXXX", NULL), *file = g_build_filename (folder, "ranks.svg", NULL);
  g_autoptr (GError) error = NULL;
  MaakPictureOutput output = { MAAK_FORMAT_SVG };
  g_autoptr (GBytes) bytes = maak_picture_to_bytes (picture, &output, NULL);
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_assert_true (maak_picture_write (picture, file, &output, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_unlink (file);
  g_rmdir (folder);
}

static void
test_write_nowhere (void)
{
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_RANKS, "gva-industry", NULL, NULL, MAAK_LANGUAGE_NL);
  g_autoptr (GError) error = NULL;
  MaakPictureOutput output = { MAAK_FORMAT_SVG };

  g_assert_false (maak_picture_write (picture, "/no/such/folder/ranks.svg", &output, &error));
  g_assert_nonnull (error);
}

typedef struct
{
  const char *name;
  gboolean    known;
  MaakFormat  format;
} FileName;

static const FileName file_names[] = {
  { "kaart.png", TRUE, MAAK_FORMAT_PNG },
  { "map.SVG", TRUE, MAAK_FORMAT_SVG },
  { "a.b.pdf", TRUE, MAAK_FORMAT_PDF },
  { "kaart.jpg", FALSE },
  { "pdf", FALSE },
};

static void
test_file_name (gconstpointer data)
{
  const FileName *row = data;
  MaakFormat      format = MAAK_N_FORMATS;

  g_assert_cmpint (maak_format_from_file_name (row->name, &format), ==, row->known);
  if (row->known)
    g_assert_cmpint (format, ==, row->format);
}

typedef struct
{
  const char     *name;
  MaakPictureKind kind;
  const char     *dataset, *metric, *own;
  MaakLanguage    language;
} Golden;

static const Golden goldens[] = {
  { "map-totals-nl", MAAK_PICTURE_MAP, "gva-industry", NULL, "PV23", MAAK_LANGUAGE_NL },
  { "map-lq-en", MAAK_PICTURE_MAP, "gva-industry", "lq", "PV31", MAAK_LANGUAGE_EN },
  { "ranks-growth-nl", MAAK_PICTURE_RANKS, "gdp", "growth", "PV25", MAAK_LANGUAGE_NL },
  { "series-vacancies-en", MAAK_PICTURE_SERIES, "technical-vacancies", NULL, "NL01", MAAK_LANGUAGE_EN },
};

static double
measure_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int           width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a), stride = cairo_image_surface_get_stride (a);
  const guint8 *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  double        sum = 0;

  if (width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return 255;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int i = 0; i < 3; i++)
        sum += abs (p[y * stride + 4 * x + i] - q[y * stride + 4 * x + i]);
  return sum / (3.0 * width * height);
}

/* The picture is what it was. When it is meant to change, look at the new one, and run
 *   MAAKLAND_MAKE_GOLDEN=1 meson test -C build output
 * which writes tests/golden anew. */
static void
test_golden (gconstpointer data)
{
  const Golden *row = data;
  g_autoptr (MaakPicture) picture = make_picture (row->kind, row->dataset, row->metric, row->own, row->language);
  g_autofree char  *name = g_strconcat (row->name, ".png", NULL), *file = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "tests", "golden", name, NULL);
  MaakPictureOutput output = { MAAK_FORMAT_PNG, 400, 0, 1 };
  g_autoptr (GBytes) png = maak_picture_to_bytes (picture, &output, NULL);
  cairo_surface_t *now, *then;

  if (g_getenv ("MAAKLAND_MAKE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (file, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL));
  now = read_png (png);
  then = cairo_image_surface_create_from_png (file);
  g_assert_cmpint (cairo_surface_status (then), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpfloat (measure_difference (now, then), <=, TOLERANCE);
  cairo_surface_destroy (now);
  cairo_surface_destroy (then);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  for (int i = 0; i < MAAK_N_FORMATS; i++)
    {
      g_autofree char *path = g_strconcat ("/draw/output/same bytes/", ENDINGS[i], NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_same_bytes);
    }
  g_test_add_data_func ("/draw/output/figure 1/nl", GINT_TO_POINTER (MAAK_LANGUAGE_NL), test_figure_1);
  g_test_add_data_func ("/draw/output/figure 1/en", GINT_TO_POINTER (MAAK_LANGUAGE_EN), test_figure_1);
  g_test_add_func ("/draw/output/ratio to gross domestic product", test_ratio);
  g_test_add_func ("/draw/output/size of a PDF", test_pdf_size);
  g_test_add_data_func ("/draw/output/svg/nl", GINT_TO_POINTER (MAAK_LANGUAGE_NL), test_svg);
  g_test_add_data_func ("/draw/output/svg/en", GINT_TO_POINTER (MAAK_LANGUAGE_EN), test_svg);
  g_test_add_func ("/draw/output/png", test_png);
  MAAK_TEST_TABLE ("/draw/output/bad size", bad_sizes, test_bad_size);
  g_test_add_func ("/draw/output/write", test_write);
  g_test_add_func ("/draw/output/write nowhere", test_write_nowhere);
  MAAK_TEST_TABLE ("/draw/output/file name", file_names, test_file_name);
  MAAK_TEST_TABLE ("/draw/output/golden", goldens, test_golden);
  return g_test_run ();
}
