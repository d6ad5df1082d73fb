/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * map: draws one indicator as a map, ranks or a series into a PNG, SVG or PDF, by the same painters as a document.
 *
 * Regions are resolved in every spelling; unknown names of datasets, metrics, kinds, methods and palettes are refused with what
 * there is to choose from. Nothing is written unless the whole picture was made.
 */
#include "cli/maak-commands.h"

#include "draw/maak-picture.h"

#include <math.h>
#include <stdlib.h>

#define MOST_REGIONS 12

static const MaakCliOption OPTIONS[] = {
  { "output", 'o', "FILE", MAAK_PHRASE_CLI_MAP_OUTPUT },
  { "dataset", 'd', "ID", MAAK_PHRASE_CLI_MAP_DATASET },
  { "metric", 'm', "ID", MAAK_PHRASE_CLI_MAP_METRIC },
  { "period", 'p', "PERIOD", MAAK_PHRASE_CLI_MAP_PERIOD },
  { "since", 's', "PERIOD", MAAK_PHRASE_CLI_MAP_SINCE },
  { "kind", 'k', "KIND", MAAK_PHRASE_CLI_MAP_KIND },
  { "region", 'r', "REGIONS", MAAK_PHRASE_CLI_MAP_REGION },
  { "classes", 0, "N", MAAK_PHRASE_CLI_MAP_CLASSES },
  { "method", 0, "METHOD", MAAK_PHRASE_CLI_MAP_METHOD },
  { "palette", 0, "ID", MAAK_PHRASE_CLI_MAP_PALETTE },
  { "fill", 0, NULL, MAAK_PHRASE_CLI_MAP_FILL },
  { "width", 0, "N", MAAK_PHRASE_CLI_MAP_WIDTH },
  { "height", 0, "N", MAAK_PHRASE_CLI_MAP_HEIGHT },
  { "scale", 0, "N", MAAK_PHRASE_CLI_MAP_SCALE },
  { NULL },
};

/* All that the command line asked for; what the picture borrows lives here. */
typedef struct
{
  MaakRegionSet     *set;
  MaakCatalogue     *catalogue;
  MaakBoundaries    *boundaries;
  const MaakRegion  *regions[MOST_REGIONS];
  MaakPictureOptions options;
  MaakPictureOutput  output;
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->options.indicator, maak_indicator_unref);
  g_clear_pointer (&request->boundaries, maak_boundaries_unref);
  g_clear_pointer (&request->catalogue, maak_catalogue_unref);
  g_clear_pointer (&request->set, maak_region_set_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* Refuses the value of an option; @choices says what it may be. */
static int
refuse (MaakCliContext *context, const char *option, const char *choices)
{
  return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_MAP_CHOOSE, MAAK_ARG_STRING, "option", option, MAAK_ARG_STRING, "value", maak_cli_get_option (context, option), MAAK_ARG_STRING, "choices", choices, MAAK_ARG_END));
}

static void
add_choice (GString *choices, const char *choice)
{
  g_string_append_printf (choices, "%s%s", choices->len > 0 ? ", " : "", choice);
}

static int
read_dataset (MaakCliContext *context, Request *request)
{
  const char *id = maak_cli_get_option (context, "dataset");
  g_autoptr (GString) choices = g_string_new (NULL);

  if (id == NULL)
    return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_MAP_NEEDS, MAAK_ARG_STRING, "option", "dataset", MAAK_ARG_END));
  request->options.dataset = maak_catalogue_lookup (request->catalogue, id);
  if (request->options.dataset != NULL)
    return MAAK_CLI_DONE;
  for (guint i = 0; i < maak_catalogue_get_n (request->catalogue); i++)
    add_choice (choices, maak_dataset_get_id (maak_catalogue_get (request->catalogue, i)));
  return refuse (context, "dataset", choices->str);
}

static int
read_metric (MaakCliContext *context, Request *request)
{
  const char *id = maak_cli_get_option (context, "metric");
  g_autoptr (GString) choices = g_string_new (NULL);

  request->options.metric = id;
  if (id == NULL || g_str_equal (id, "value") || maak_metric_lookup (id) != NULL)
    return MAAK_CLI_DONE;
  for (guint i = 0; maak_metric_get_nth (i) != NULL; i++)
    add_choice (choices, maak_metric_get_nth (i)->id);
  return refuse (context, "metric", choices->str);
}

/* Whether there are figures of the period is for the indicator to say: growth takes a run of years, too. */
static int
read_period (MaakCliContext *context, const char *option, MaakPeriod *period)
{
  const char *words = maak_cli_get_option (context, option);

  if (words == NULL || maak_period_parse (words, period))
    return MAAK_CLI_DONE;
  return refuse (context, option, "2020, 2017/Q2, 2020-03, 2011/2012, 2015-2020");
}

static int
read_kind (MaakCliContext *context, Request *request)
{
  const char *kind = maak_cli_get_option (context, "kind"), *method = maak_cli_get_option (context, "method"), *palette = maak_cli_get_option (context, "palette");
  g_autoptr (GString) choices = g_string_new (NULL);

  request->options.method = MAAK_CLASSES_NATURAL;
  /* A map of one region tells nothing; its values over time do. */
  if (maak_dataset_get_level (request->options.dataset) == MAAK_LEVEL_COUNTRY)
    request->options.kind = MAAK_PICTURE_SERIES;
  if (kind != NULL && !maak_picture_kind_parse (kind, &request->options.kind))
    return refuse (context, "kind", "map, ranks, series");
  if (method != NULL && !maak_class_method_parse (method, &request->options.method))
    return refuse (context, "method", "equal, quantile, natural");
  if (palette == NULL)
    return MAAK_CLI_DONE;
  request->options.palette = maak_palette_lookup (palette);
  if (request->options.palette != NULL)
    return MAAK_CLI_DONE;
  for (guint i = 0; maak_palette_get_nth (i) != NULL; i++)
    add_choice (choices, maak_palette_get_id (maak_palette_get_nth (i)));
  return refuse (context, "palette", choices->str);
}

/* Regions separated by commas, in any spelling. A series without any shows the nation, or where it is not in the data the
 * regions of the level. */
static int
read_regions (MaakCliContext *context, Request *request)
{
  const char *words = maak_cli_get_option (context, "region");
  g_auto (GStrv) names = g_strsplit (words != NULL ? words : "", ",", -1);
  MaakLevel level = maak_dataset_get_level (request->options.dataset);

  request->options.regions = request->regions;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const MaakRegion *region = maak_region_set_resolve (request->set, g_strstrip (names[i]), MAAK_LEVEL_ANY);

      if (region == NULL)
        return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_MAP_NO_REGION, MAAK_ARG_STRING, "region", names[i], MAAK_ARG_END));
      if (request->options.n_regions == MOST_REGIONS)
        return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_MAP_MOST_REGIONS, MAAK_ARG_INTEGER, "n", (gint64) MOST_REGIONS, MAAK_ARG_END));
      request->regions[request->options.n_regions++] = region;
    }
  if (request->options.kind != MAAK_PICTURE_SERIES || request->options.n_regions > 0)
    return MAAK_CLI_DONE;
  for (guint i = 0; i < MIN (maak_region_set_get_n (request->set, level), MOST_REGIONS); i++)
    request->regions[request->options.n_regions++] = maak_region_set_get (request->set, level, i);
  return MAAK_CLI_DONE;
}

static int
read_output (MaakCliContext *context, Request *request)
{
  const char *file = maak_cli_get_option (context, "output");
  int         width = 0, height = 0, scale = 0, classes = 0, exit_code = MAAK_CLI_DONE;

  if (file == NULL)
    return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_MAP_NEEDS, MAAK_ARG_STRING, "option", "output", MAAK_ARG_END));
  if (!maak_format_from_file_name (file, &request->output.format))
    return refuse (context, "output", "NAME.png, NAME.svg, NAME.pdf");
  if (!maak_cli_get_integer_option (context, "width", 120, 8000, &width, &exit_code) || !maak_cli_get_integer_option (context, "height", 120, 8000, &height, &exit_code) ||
      !maak_cli_get_integer_option (context, "scale", 1, 8, &scale, &exit_code) || !maak_cli_get_integer_option (context, "classes", 2, 7, &classes, &exit_code))
    return exit_code;
  request->output.width = width;
  request->output.height = height;
  request->output.scale = scale;
  request->output.date = maak_date_today ();
  request->options.n_classes = (guint) classes;
  request->options.fill = maak_cli_get_option (context, "fill") != NULL;
  return MAAK_CLI_DONE;
}

static gboolean
open_atlas (Request *request, GError **error)
{
  request->set = maak_region_set_new_shipped ();
  request->catalogue = maak_catalogue_new_shipped (request->set, error);
  request->boundaries = maak_boundaries_new_shipped ();
  return request->catalogue != NULL;
}

static int
run_map (MaakCliContext *context)
{
  g_auto (Request) request = { 0 };
  MaakIndicatorOptions wanted = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPicture) picture = NULL;
  int code;

  if (!open_atlas (&request, &error))
    return maak_cli_fail (context, error);
  if ((code = read_dataset (context, &request)) != MAAK_CLI_DONE || (code = read_metric (context, &request)) != MAAK_CLI_DONE ||
      (code = read_period (context, "period", &wanted.period)) != MAAK_CLI_DONE || (code = read_period (context, "since", &wanted.since)) != MAAK_CLI_DONE ||
      (code = read_kind (context, &request)) != MAAK_CLI_DONE || (code = read_regions (context, &request)) != MAAK_CLI_DONE || (code = read_output (context, &request)) != MAAK_CLI_DONE)
    return code;

  request.options.language = maak_cli_get_language (context);
  request.options.boundaries = request.boundaries;
  request.options.catalogue = request.catalogue;
  wanted.metric = request.options.metric;
  if (request.options.kind != MAAK_PICTURE_SERIES)
    {
      request.options.indicator = maak_indicator_new (request.catalogue, request.options.dataset, &wanted, &error);
      if (request.options.indicator == NULL)
        return maak_cli_fail (context, error);
    }
  picture = maak_picture_new (&request.options, &error);
  if (picture == NULL || !maak_picture_write (picture, maak_cli_get_option (context, "output"), &request.output, &error))
    return maak_cli_fail (context, error);
  return MAAK_CLI_DONE;
}

const MaakCommand maak_command_map = {
  .name = "map",
  .summary = MAAK_PHRASE_CLI_MAP_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_MAP_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_MAP_DESCRIPTION,
  .least = 0,
  .most = 0,
  .options = OPTIONS,
  .run = run_map,
};
