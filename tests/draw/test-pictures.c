/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw-atlas.h"

#include "draw/maak-notation.h"

#include <math.h>

typedef struct
{
  MaakPictureKind kind;
  const char     *dataset, *metric;
  MaakLanguage    language;
  double          width;
} Case;

static gboolean
is_words (const MaakMark *mark)
{
  return mark->kind != MAAK_MARK_SHAPE;
}

static gboolean
overlap (const MaakMark *a, const MaakMark *b)
{
  const double slack = 0.05;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

/* No words meet others, and nothing leaves the picture. */
static void
check_layout (GPtrArray *marks, double width, double height, const char *what)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const MaakMark *a = marks->pdata[i];

      if (a->x < -0.01 || a->y < -0.01 || a->x + a->width > width + 0.01 || a->y + a->height > height + 0.01)
        g_error ("%s: \"%s\" leaves the picture: %g %g %g %g in %g x %g", what, a->text, a->x, a->y, a->width, a->height, width, height);
      for (guint j = i + 1; is_words (a) && j < marks->len; j++)
        if (is_words (marks->pdata[j]) && overlap (a, marks->pdata[j]))
          g_error ("%s: \"%s\" lies on \"%s\"", what, a->text, ((const MaakMark *) marks->pdata[j])->text);
    }
}

static gboolean
has_words (GPtrArray *marks, int region, const char *words)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const MaakMark *mark = marks->pdata[i];

      if (is_words (mark) && mark->region == region && g_strcmp0 (mark->text, words) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Each region that has a value carries it, with its sign. */
static void
check_values (GPtrArray *marks, MaakIndicator *indicator, MaakLanguage language, const char *what)
{
  for (guint i = 0; i < maak_indicator_get_n (indicator); i++)
    {
      double           value;
      MaakStatus       status = maak_indicator_get (indicator, i, &value);
      g_autofree char *words = maak_status_has_value (status) ? maak_notation_dup_value (maak_indicator_get_unit (indicator), value, status, language) : NULL;

      if (words != NULL && !has_words (marks, (int) i, words))
        g_error ("%s: region %u lacks its value %s", what, i, words);
    }
}

/* All that stands in the picture, in one string. */
static char *
dup_all_words (GPtrArray *marks)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    if (is_words (marks->pdata[i]))
      g_string_append_printf (all, "%s ", ((const MaakMark *) marks->pdata[i])->text);
  return g_string_free_and_steal (all);
}

static void
assert_says (GPtrArray *marks, const char *words)
{
  g_autofree char *all = dup_all_words (marks);

  if (strstr (all, words) == NULL)
    g_error ("the picture does not say \"%s\" but: %s", words, all);
}

/* For every second own region; at the second width, and for ranks, for every fourth. */
static void
test_layout (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MaakIndicator) indicator = make_indicator (row->dataset, row->metric);
  const Atlas *atlas = open_atlas ();
  guint        n = maak_region_set_get_n (atlas->set, MAAK_LEVEL_PROVINCE), step = row->width > 400 ? 2 : 4;

  for (guint i = 0; i <= n; i += step)
    {
      const char *code = i < n ? maak_region_get_code (maak_region_set_get (atlas->set, MAAK_LEVEL_PROVINCE, i)) : NULL;
      g_autoptr (MaakPicture) picture = make_picture (row->kind, row->dataset, row->metric, code, row->language);
      double height = maak_picture_measure (picture, row->width);
      g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, row->width, height);

      check_layout (marks, row->width, height, code);
      check_values (marks, indicator, row->language, code);
    }
}

static void
test_series_layout (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MaakPicture) picture = make_picture (row->kind, row->dataset, row->metric, "NL01", row->language);
  double height = maak_picture_measure (picture, row->width);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, row->width, height);

  check_layout (marks, row->width, height, row->dataset);
}

static const MaakMark *
find_shape (GPtrArray *marks, int region)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const MaakMark *mark = marks->pdata[i];

      if (mark->kind == MAAK_MARK_SHAPE && mark->region == region)
        return mark;
    }
  g_error ("region %d has no shape", region);
}

/* The area of a circle is as its value. */
static void
test_circles (void)
{
  g_autoptr (MaakIndicator) indicator = make_indicator ("gva-industry", NULL);
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_MAP, "gva-industry", NULL, NULL, MAAK_LANGUAGE_NL);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, 460, 0);
  double first, value;

  maak_indicator_get (indicator, 0, &first);
  for (guint i = 1; i < 12; i++)
    {
      double ratio = find_shape (marks, (int) i)->width / find_shape (marks, 0)->width;

      maak_indicator_get (indicator, i, &value);
      g_assert_cmpfloat_with_epsilon (ratio * ratio, value / first, 1e-6);
    }
}

/* The length of a bar is as its value; a negative one goes the other way. */
static void
test_bars (void)
{
  const Atlas *atlas = open_atlas ();
  double       values[12] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -5, 2.5 };
  MaakStatus   statuses[12] = { MAAK_STATUS_FINAL };
  g_autoptr (MaakText) title = maak_text_new ("Proef", "Trial");
  MaakIndicatorParts parts = { atlas->set, MAAK_LEVEL_PROVINCE, .unit = MAAK_UNIT_PERCENT, .pivot = NAN, .title = title, .values = values, .statuses = statuses };
  g_autoptr (MaakIndicator) indicator = maak_indicator_new_from_parts (&parts);
  MaakPictureOptions options = { MAAK_PICTURE_RANKS, MAAK_LANGUAGE_NL, indicator };
  g_autoptr (MaakPicture) picture = maak_picture_new (&options, NULL);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, 460, 0);
  const MaakMark *unit = find_shape (marks, 0), *negative = find_shape (marks, 10);

  for (guint i = 1; i < 12; i++)
    g_assert_cmpfloat_with_epsilon (find_shape (marks, (int) i)->width / unit->width, fabs (values[i]), 1e-6);
  g_assert_cmpfloat_with_epsilon (negative->x + negative->width, unit->x, 1e-6);
  check_layout (marks, 460, maak_picture_measure (picture, 460), "bars of both signs");
}

/* Points stand by date: the last quarter of technical-vacancies is one after the one before, the others are two apart. */
static void
test_dates (void)
{
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_SERIES, "technical-vacancies", NULL, "NL01", MAAK_LANGUAGE_NL);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, 460, 0);
  double x[32];
  guint  n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const MaakMark *mark = marks->pdata[i];

      if (mark->kind == MAAK_MARK_SHAPE)
        x[n++] = mark->x;
    }
  g_assert_cmpuint (n, ==, 11);
  g_assert_cmpfloat_with_epsilon ((x[9] - x[8]) / (x[1] - x[0]), 1, 0.02);
  g_assert_cmpfloat_with_epsilon ((x[10] - x[9]) / (x[1] - x[0]), 0.5, 0.02);
}

typedef struct
{
  const char  *name;
  const char  *dataset, *metric;
  MaakLanguage language;
  const char  *words[10];
} Saying;

static const Saying sayings[] = {
  { "totals nl", "gva-industry", NULL, MAAK_LANGUAGE_NL, { "Bruto toegevoegde waarde industrie, 2020", "mln euro", "geen gegevens", "†", "Overijssel", "12 provincies: 87.603†", "cirkel", "Bron: CBS, Kadaster", "84419NED" } },
  { "totals en", "gva-industry", NULL, MAAK_LANGUAGE_EN, { "Gross value added of industry, 2020", "million euros", "no data", "unverified", "Overijssel", "12 provinces: 87,603†", "circle", "Source: CBS, Kadaster", "84419NED" } },
  { "ratio nl", "gva-industry", "ratio-gdp", MAAK_LANGUAGE_NL, { "verhouding tot bbp, 2020", "procent", "aantal", "geen gegevens", "12 provincies: 11,0%†", "natuurlijke grenzen", "Bron: CBS, Kadaster", "84432" } },
  { "ratio en", "gva-industry", "ratio-gdp", MAAK_LANGUAGE_EN, { "per cent", "number", "no data", "12 provinces: 11.0%†", "natural breaks", "Source: CBS, Kadaster", "84432" } },
  { "location quotient nl", "gva-industry", "lq", MAAK_LANGUAGE_NL, { "12 provincies = 1", "aan weerszijden van 1,00", "12 provincies: 1,00", "1,66†", "1,61†", "1,38†", "1,37†" } },
  { "location quotient en", "gva-industry", "lq", MAAK_LANGUAGE_EN, { "12 provinces = 1", "both sides of 1.00", "12 provinces: 1.00", "1.66†" } },
  { "provisional nl", "gdp", NULL, MAAK_LANGUAGE_NL, { "voorlopig", "53.172*", "84432" } },
  { "provisional en", "gdp", NULL, MAAK_LANGUAGE_EN, { "provisional", "53,172*", "84432" } },
};

static void
test_sayings (gconstpointer data)
{
  const Saying *row = data;
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_MAP, row->dataset, row->metric, "PV23", row->language);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, 460, 0);

  for (guint i = 0; row->words[i] != NULL; i++)
    assert_says (marks, row->words[i]);
}

/* Values of every status, and regions without one. */
static MaakIndicator *
make_mixed (void)
{
  const Atlas     *atlas = open_atlas ();
  double           values[12];
  const MaakStatus statuses[12] = { MAAK_STATUS_FINAL, MAAK_STATUS_PROVISIONAL, MAAK_STATUS_UNVERIFIED, MAAK_STATUS_ESTIMATED, MAAK_STATUS_OWN, MAAK_STATUS_TARGET,
                                    MAAK_STATUS_MISSING, MAAK_STATUS_SECRET, MAAK_STATUS_NOT_APPLICABLE, MAAK_STATUS_FINAL, MAAK_STATUS_FINAL, MAAK_STATUS_FINAL };
  g_autoptr (MaakText) title = maak_text_new ("Proef", "Trial");
  MaakIndicatorParts parts = { atlas->set, MAAK_LEVEL_PROVINCE, .unit = MAAK_UNIT_INDEX, .pivot = NAN, .title = title, .values = values, .statuses = statuses };

  for (guint i = 0; i < 12; i++)
    values[i] = 80 + 4 * i;
  return maak_indicator_new_from_parts (&parts);
}

static void
test_statuses (gconstpointer data)
{
  MaakPictureKind kind = (MaakPictureKind) GPOINTER_TO_INT (data);
  g_autoptr (MaakIndicator) indicator = make_mixed ();
  MaakPictureOptions options = { kind, MAAK_LANGUAGE_NL, indicator, open_atlas ()->boundaries };
  g_autoptr (MaakPicture) picture = maak_picture_new (&options, NULL);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, 460, 0);
  static const MaakStatus MARKED[] = { MAAK_STATUS_PROVISIONAL, MAAK_STATUS_UNVERIFIED, MAAK_STATUS_ESTIMATED, MAAK_STATUS_OWN, MAAK_STATUS_TARGET };

  check_layout (marks, 460, maak_picture_measure (picture, 460), "all statuses");
  check_values (marks, indicator, MAAK_LANGUAGE_NL, "all statuses");
  for (guint i = 0; i < G_N_ELEMENTS (MARKED); i++)
    assert_says (marks, maak_status_get_label (MARKED[i], MAAK_LANGUAGE_NL));
  assert_says (marks, maak_status_get_label (MAAK_STATUS_MISSING, MAAK_LANGUAGE_NL));
  if (kind == MAAK_PICTURE_RANKS)
    assert_says (marks, maak_status_get_label (MAAK_STATUS_SECRET, MAAK_LANGUAGE_NL));
}

/* Many regions: values where they fit, a notice, and a row that says what was left out. */
static void
test_many (gconstpointer data)
{
  MaakPictureKind        kind = (MaakPictureKind) GPOINTER_TO_INT (data);
  const Atlas           *atlas = open_atlas ();
  guint                  n = maak_region_set_get_n (atlas->set, MAAK_LEVEL_MUNICIPALITY);
  g_autofree double     *values = g_new (double, n);
  g_autofree MaakStatus *statuses = g_new0 (MaakStatus, n);
  g_autoptr (MaakText) title = maak_text_new ("Proef", "Trial");
  const MaakRegion  *own = maak_region_set_lookup (atlas->set, "GM0153");
  MaakIndicatorParts parts = { atlas->set, MAAK_LEVEL_MUNICIPALITY, .unit = MAAK_UNIT_PERCENT, .pivot = NAN, .title = title, .values = values, .statuses = statuses };
  g_autoptr (MaakIndicator) indicator = NULL;
  g_autoptr (MaakPicture) picture = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  MaakPictureOptions options = { kind, MAAK_LANGUAGE_NL, .boundaries = atlas->boundaries, .regions = &own, .n_regions = 1 };
  double             height;

  for (guint i = 0; i < n; i++)
    values[i] = (i * 7919) % 1000 / 10.0;
  options.indicator = indicator = maak_indicator_new_from_parts (&parts);
  picture = maak_picture_new (&options, NULL);
  height = maak_picture_measure (picture, 460);
  marks = maak_picture_list_marks (picture, 460, height);
  check_layout (marks, 460, height, "municipalities");
  assert_says (marks, kind == MAAK_PICTURE_MAP ? "Alleen waarden die passen" : "en nog 3");
  g_autofree char *words = maak_unit_format_value (MAAK_UNIT_PERCENT, values[maak_region_get_index (own)], MAAK_LANGUAGE_NL);
  g_assert_true (has_words (marks, (int) maak_region_get_index (own), words));
}

static void
test_misfit (void)
{
  const Atlas *atlas = open_atlas ();
  g_autoptr (MaakIndicator) indicator = make_indicator ("gva-industry", NULL);
  MaakPictureOptions options = { MAAK_PICTURE_MAP, MAAK_LANGUAGE_NL, indicator, atlas->boundaries, .fill = TRUE };
  g_autoptr (MaakPicture) picture = maak_picture_new (&options, NULL);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, 460, 0);

  assert_says (marks, "Let op: dit zijn totalen.");
}

/* What the caller prints itself is left out, and the legend names the indicator then. */
static void
test_without (void)
{
  const Atlas *atlas = open_atlas ();
  g_autoptr (MaakIndicator) indicator = make_indicator ("gva-industry", "ratio-gdp");
  MaakPictureOptions options = { MAAK_PICTURE_MAP, MAAK_LANGUAGE_NL, indicator, atlas->boundaries, .without_title = TRUE, .without_source = TRUE, .without_notes = TRUE };
  g_autoptr (MaakPicture) picture = maak_picture_new (&options, NULL);
  g_autoptr (GPtrArray) marks = maak_picture_list_marks (picture, 460, 0);
  g_autofree char *all = dup_all_words (marks);

  assert_says (marks, "verhouding tot bbp");
  assert_says (marks, "Bron: CBS, Kadaster");
  g_assert_null (strstr (all, "84419NED"));
  check_layout (marks, 460, maak_picture_measure (picture, 460), "without");
}

static void
test_no_values (void)
{
  const Atlas *atlas = open_atlas ();
  double       values[12] = { 0 };
  MaakStatus   statuses[12];
  g_autoptr (MaakText) title = maak_text_new ("Proef", "Trial");
  MaakIndicatorParts parts = { atlas->set, MAAK_LEVEL_PROVINCE, .unit = MAAK_UNIT_PERCENT, .pivot = NAN, .title = title, .values = values, .statuses = statuses };
  g_autoptr (MaakIndicator) indicator = NULL;
  g_autoptr (GError) error = NULL;
  MaakPictureOptions options = { MAAK_PICTURE_MAP, MAAK_LANGUAGE_NL, .boundaries = atlas->boundaries };

  for (guint i = 0; i < 12; i++)
    statuses[i] = MAAK_STATUS_MISSING;
  options.indicator = indicator = maak_indicator_new_from_parts (&parts);
  g_assert_null (maak_picture_new (&options, &error));
  g_assert_error (error, MAAK_DRAW_ERROR, MAAK_DRAW_ERROR_NO_DATA);
  g_autofree char *words = maak_error_dup_wording (error, MAAK_LANGUAGE_NL);
  g_assert_nonnull (strstr (words, "Proef"));
}

static void
test_no_points (void)
{
  const Atlas      *atlas = open_atlas ();
  const MaakRegion *region = maak_region_set_lookup (atlas->set, "GM0153");
  g_autoptr (GError) error = NULL;
  MaakPictureOptions options = { MAAK_PICTURE_SERIES, .dataset = maak_catalogue_lookup (atlas->catalogue, "gdp"), .regions = &region, .n_regions = 1 };

  g_assert_null (maak_picture_new (&options, &error));
  g_assert_error (error, MAAK_DRAW_ERROR, MAAK_DRAW_ERROR_NO_DATA);
}

static void
test_description (void)
{
  g_autoptr (MaakPicture) picture = make_picture (MAAK_PICTURE_MAP, "gva-industry", "ratio-gdp", "PV23", MAAK_LANGUAGE_NL);
  g_autofree char *words = maak_picture_dup_description (picture);

  g_assert_true (g_str_has_prefix (words, "Kaart: Bruto toegevoegde waarde industrie: verhouding tot bbp, 2020. Van hoog naar laag: Limburg 18,3% ("));
  g_assert_nonnull (strstr (words, "Ter vergelijking, 12 provincies: 11,0%"));
}

static void
test_kinds (void)
{
  for (MaakPictureKind kind = MAAK_PICTURE_MAP; kind < MAAK_N_PICTURE_KINDS; kind++)
    {
      MaakPictureKind read = MAAK_N_PICTURE_KINDS;

      g_assert_true (maak_picture_kind_parse (maak_picture_kind_get_code (kind), &read));
      g_assert_cmpint (read, ==, kind);
    }
  MaakPictureKind untouched = MAAK_PICTURE_SERIES;
  g_assert_false (maak_picture_kind_parse ("pie", &untouched));
  g_assert_cmpint (untouched, ==, MAAK_PICTURE_SERIES);
}

static void
add_layout (MaakPictureKind kind, const char *dataset, const char *metric, double width)
{
  for (MaakLanguage language = MAAK_LANGUAGE_NL; language < MAAK_N_LANGUAGES; language++)
    {
      Case            *row = g_new (Case, 1);
      g_autofree char *path = g_strdup_printf ("/draw/pictures/layout/%s/%s/%s/%s/%g", maak_picture_kind_get_code (kind), dataset, metric, maak_language_get_code (language), width);

      *row = (Case) { kind, dataset, metric, language, width };
      g_test_add_data_func_full (path, row, kind == MAAK_PICTURE_SERIES ? test_series_layout : test_layout, g_free);
    }
}

/* Every indicator that ships, as a map, as ranks, as a series. */
static void
add_layouts (void)
{
  const Atlas *atlas = open_atlas ();

  for (guint i = 0; i < maak_catalogue_get_n (atlas->catalogue); i++)
    {
      MaakDataset *dataset = maak_catalogue_get (atlas->catalogue, i);
      const char  *id = maak_dataset_get_id (dataset);

      if (maak_dataset_get_level (dataset) == MAAK_LEVEL_COUNTRY && maak_dataset_get_n_periods (dataset) > 2)
        add_layout (MAAK_PICTURE_SERIES, id, "value", 460);
      for (guint j = 0; maak_metric_get_nth (j) != NULL && maak_dataset_get_level (dataset) == MAAK_LEVEL_PROVINCE; j++)
        {
          const char *metric = maak_metric_get_nth (j)->id;
          g_autoptr (MaakIndicator) indicator = make_indicator (id, metric);

          if (indicator == NULL)
            continue;
          add_layout (MAAK_PICTURE_MAP, id, metric, 460);
          add_layout (MAAK_PICTURE_MAP, id, metric, 260);
          add_layout (MAAK_PICTURE_RANKS, id, metric, 300);
        }
    }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  add_layouts ();
  g_test_add_func ("/draw/pictures/circles are as their values", test_circles);
  g_test_add_func ("/draw/pictures/bars are as their values", test_bars);
  g_test_add_func ("/draw/pictures/points stand by date", test_dates);
  MAAK_TEST_TABLE ("/draw/pictures/says", sayings, test_sayings);
  g_test_add_data_func ("/draw/pictures/statuses/map", GINT_TO_POINTER (MAAK_PICTURE_MAP), test_statuses);
  g_test_add_data_func ("/draw/pictures/statuses/ranks", GINT_TO_POINTER (MAAK_PICTURE_RANKS), test_statuses);
  g_test_add_data_func ("/draw/pictures/many/map", GINT_TO_POINTER (MAAK_PICTURE_MAP), test_many);
  g_test_add_data_func ("/draw/pictures/many/ranks", GINT_TO_POINTER (MAAK_PICTURE_RANKS), test_many);
  g_test_add_func ("/draw/pictures/a total that fills", test_misfit);
  g_test_add_func ("/draw/pictures/without title, source, notes", test_without);
  g_test_add_func ("/draw/pictures/no values", test_no_values);
  g_test_add_func ("/draw/pictures/no points", test_no_points);
  g_test_add_func ("/draw/pictures/description", test_description);
  g_test_add_func ("/draw/pictures/kinds", test_kinds);
  return g_test_run ();
}
