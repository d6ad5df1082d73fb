/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * datasets: lists the datasets at hand; or prints the values of one, or what a metric makes of them, each with its status,
 * and the source and the cautions that go with them. --csv prints the same for a spreadsheet, with the numbers as they are.
 *
 * A row is a region in a period. A region without value is a row too, with its status, never with a zero.
 */
#include "cli/maak-commands.h"

#include "atlas/maak-indicator.h"
#include "base/maak-csv.h"
#include "base/maak-number.h"

static const MaakCliOption OPTIONS[] = {
  { "metric", 'm', "ID", MAAK_PHRASE_CLI_DATASETS_METRIC },
  { "period", 'p', "PERIOD", MAAK_PHRASE_CLI_DATASETS_PERIOD },
  { "csv", 0, NULL, MAAK_PHRASE_CLI_DATASETS_CSV },
  { NULL },
};

/* A table that grows by rows; written as columns of even width, or as CSV. */
typedef struct
{
  MaakCliContext *context;
  gboolean        csv;
  GPtrArray      *rows;   /* of GStrv */
  const char     *source; /* borrowed: of all values, for the CSV */
} Table;

static void
table_add (Table *self, const char *first, ...)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  va_list list;

  va_start (list, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (list, const char *))
    g_ptr_array_add (cells, g_strdup (cell));
  va_end (list);
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (self->rows, g_ptr_array_steal (cells, NULL));
}

static glong
measure_column (Table *self, guint column)
{
  glong width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);

      if (column < g_strv_length (cells))
        width = MAX (width, g_utf8_strlen (cells[column], -1));
    }
  return width;
}

static void
print_csv_row (Table *self, char **cells)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    maak_csv_append_cell (line, cells[i], ',');
  maak_cli_print (self->context, "%s\n", line->str);
}

/* The last column is not padded. */
static void
print_row (Table *self, char **cells, const glong *widths)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_string_append (line, cells[i]);
      if (cells[i + 1] != NULL)
        g_string_append_printf (line, "%*s", (int) (widths[i] - g_utf8_strlen (cells[i], -1) + 2), "");
    }
  maak_cli_print (self->context, "%s\n", line->str);
}

static void
table_print (Table *self)
{
  glong widths[8] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    widths[i] = measure_column (self, i);
  for (guint i = 0; i < self->rows->len; i++)
    if (self->csv)
      print_csv_row (self, g_ptr_array_index (self->rows, i));
    else
      print_row (self, g_ptr_array_index (self->rows, i), widths);
}

static void
table_init (Table *self, MaakCliContext *context)
{
  self->context = context;
  self->csv = maak_cli_get_option (context, "csv") != NULL;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static void
table_clear (Table *self)
{
  g_ptr_array_unref (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static char *
dup_periods (MaakDataset *dataset)
{
  guint            n = maak_dataset_get_n_periods (dataset);
  g_autofree char *first = maak_period_to_string (maak_dataset_get_period (dataset, 0));
  g_autofree char *last = maak_period_to_string (maak_dataset_get_period (dataset, n - 1));

  return n == 1 ? g_steal_pointer (&first) : g_strdup_printf ("%s .. %s (%u)", first, last, n);
}

static int
list_all (MaakCliContext *context, MaakCatalogue *catalogue)
{
  MaakLanguage language = maak_cli_get_language (context);
  g_auto (Table) table = { NULL };

  table_init (&table, context);
  if (table.csv)
    table_add (&table, "id", "level", "periods", "status", "title", "source", NULL);
  for (guint i = 0; i < maak_catalogue_get_n (catalogue); i++)
    {
      MaakDataset     *dataset = maak_catalogue_get (catalogue, i);
      MaakStatus       status = maak_dataset_get_weakest (dataset, maak_dataset_get_n_periods (dataset) - 1);
      g_autofree char *periods = dup_periods (dataset);
      g_autoptr (MaakText) source = maak_dataset_dup_source_line (dataset);

      table_add (&table, maak_dataset_get_id (dataset), maak_level_get_code (maak_dataset_get_level (dataset)), periods, table.csv ? maak_status_get_code (status) : maak_status_get_label (status, language),
                 maak_text_get_best (maak_dataset_get_title (dataset), language), maak_text_get_best (source, language), NULL);
    }
  table_print (&table);
  return MAAK_CLI_DONE;
}

static void
add_value (Table *table, const char *code, const char *name, MaakPeriod period, MaakUnit unit, double value, MaakStatus status)
{
  MaakLanguage     language = maak_cli_get_language (table->context);
  char             plain[MAAK_NUMBER_SIZE];
  g_autofree char *when = maak_period_to_string (period);
  g_autofree char *written = maak_unit_format_with_unit (unit, value, language);
  gboolean         has = maak_status_has_value (status);

  if (table->csv)
    table_add (table, code, name, when, has ? maak_number_to_shortest (value, plain) : "", maak_unit_get_code (unit), maak_status_get_code (status), table->source, NULL);
  else
    table_add (table, code, name, when, has ? written : "-", maak_status_get_label (status, language), NULL);
}

/* A dataset's own cells of a period: its regions, then the country and Extra-Regio where they are in it, then what its
 * source compares with. */
static void
add_cells (Table *table, MaakDataset *dataset, guint period)
{
  MaakLanguage   language = maak_cli_get_language (table->context);
  MaakRegionSet *set = maak_dataset_get_regions (dataset);
  MaakLevel      own = maak_dataset_get_level (dataset);
  MaakLevel      levels[] = { own, MAAK_LEVEL_COUNTRY, MAAK_LEVEL_EXTRA };
  double         compared = 0;
  MaakText      *benchmark = maak_dataset_get_benchmark (dataset, period, &compared);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      if (i > 0 && levels[i] == own)
        continue;
      for (guint j = 0; j < maak_region_set_get_n (set, levels[i]); j++)
        {
          const MaakRegion *region = maak_region_set_get (set, levels[i], j);
          double            value = 0;
          MaakStatus        status = maak_dataset_get (dataset, region, period, &value);

          if (levels[i] == own || maak_status_has_value (status))
            add_value (table, maak_region_get_code (region), maak_region_get_name (region, language), maak_dataset_get_period (dataset, period), maak_dataset_get_unit (dataset), value, status);
        }
    }
  if (benchmark != NULL)
    add_value (table, "", maak_text_get_best (benchmark, language), maak_dataset_get_period (dataset, period), maak_dataset_get_unit (dataset), compared, maak_dataset_get_weakest (dataset, period));
}

/* What a metric makes of it; a region that cannot be computed has its reason on a line of its own below the table. */
static void
add_indicator (Table *table, MaakIndicator *indicator)
{
  MaakLanguage   language = maak_cli_get_language (table->context);
  MaakRegionSet *set = maak_indicator_get_regions (indicator);
  MaakPeriod     period = maak_indicator_get_period (indicator);
  MaakUnit       unit = maak_indicator_get_unit (indicator);
  double         value = 0;
  MaakStatus     status;
  MaakText      *yardstick;

  for (guint i = 0; i < maak_indicator_get_n (indicator); i++)
    {
      const MaakRegion *region = maak_region_set_get (set, maak_indicator_get_level (indicator), i);

      status = maak_indicator_get (indicator, i, &value);
      add_value (table, maak_region_get_code (region), maak_region_get_name (region, language), period, unit, value, status);
    }
  yardstick = maak_indicator_get_yardstick (indicator, &value, &status);
  if (yardstick != NULL)
    add_value (table, "", maak_text_get_best (yardstick, language), period, unit, value, status);
}

static void
print_sentence (MaakCliContext *context, MaakPhrase phrase, const char *name, MaakText *text)
{
  if (!maak_text_is_empty (text))
    maak_cli_print_message (context, maak_message_new (phrase, MAAK_ARG_TEXT, name, text, MAAK_ARG_END));
}

static void
print_reasons (MaakCliContext *context, MaakIndicator *indicator)
{
  for (guint i = 0; i < maak_indicator_get_n (indicator); i++)
    {
      MaakText   *reason = maak_indicator_get_missing_reason (indicator, i);
      const char *name = maak_region_get_name (maak_region_set_get (maak_indicator_get_regions (indicator), maak_indicator_get_level (indicator), i), maak_cli_get_language (context));

      if (reason != NULL)
        maak_cli_print (context, "%s: %s\n", name, maak_text_get_best (reason, maak_cli_get_language (context)));
    }
}

/* The values of one period, or of all of them when neither metric nor period was asked for. */
static void
fill_table (Table *table, MaakIndicator *indicator)
{
  MaakDataset *dataset = maak_indicator_get_dataset (indicator);
  gboolean     is_value = g_str_equal (maak_indicator_get_metric (indicator), "value");
  guint        period = 0;

  if (table->csv)
    table_add (table, "region", "name", "period", "value", "unit", "status", "source", NULL);
  if (!is_value)
    add_indicator (table, indicator);
  else if (maak_cli_get_option (table->context, "period") == NULL)
    for (guint i = 0; i < maak_dataset_get_n_periods (dataset); i++)
      add_cells (table, dataset, i);
  else if (maak_dataset_find_period (dataset, maak_indicator_get_period (indicator), &period))
    add_cells (table, dataset, period);
}

static int
print_values (MaakCliContext *context, MaakIndicator *indicator)
{
  MaakDataset *dataset = maak_indicator_get_dataset (indicator);
  MaakLanguage language = maak_cli_get_language (context);
  gboolean     all = g_str_equal (maak_indicator_get_metric (indicator), "value") && maak_cli_get_option (context, "period") == NULL;
  g_auto (Table) table = { NULL };
  g_autoptr (MaakText) source = all ? maak_dataset_dup_source_line (dataset) : maak_indicator_dup_sources (indicator);
  g_autoptr (MaakText) notes = maak_indicator_dup_notes (indicator);

  table_init (&table, context);
  table.source = maak_text_get_best (source, language);
  fill_table (&table, indicator);
  if (!table.csv)
    maak_cli_print (context, "%s\n\n", maak_text_get_best (all ? maak_dataset_get_title (dataset) : maak_indicator_get_title (indicator), language));
  table_print (&table);
  if (table.csv)
    return MAAK_CLI_DONE;
  maak_cli_print (context, "\n");
  print_reasons (context, indicator);
  print_sentence (context, MAAK_PHRASE_CITATION_SOURCE, "source", source);
  if (g_str_equal (maak_indicator_get_metric (indicator), "value"))
    print_sentence (context, MAAK_PHRASE_CLI_DATASETS_PRICES, "prices", maak_dataset_get_price_basis (dataset));
  print_sentence (context, MAAK_PHRASE_CLI_DATASETS_NOTE, "note", notes);
  return MAAK_CLI_DONE;
}

static int
run_datasets (MaakCliContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakRegionSet) regions = maak_region_set_new_shipped ();
  g_autoptr (MaakCatalogue) catalogue = maak_catalogue_new_shipped (regions, &error);
  g_autoptr (MaakIndicator) indicator = NULL;
  MaakIndicatorOptions options = { .metric = maak_cli_get_option (context, "metric") };
  const char          *id = maak_cli_get_argument (context, 0), *period = maak_cli_get_option (context, "period");
  MaakDataset         *dataset = NULL;

  if (catalogue == NULL)
    return maak_cli_fail (context, error);
  if (id == NULL)
    return list_all (context, catalogue);
  dataset = maak_catalogue_lookup (catalogue, id);
  if (dataset == NULL)
    maak_error_set (&error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_UNKNOWN_DATASET, NULL, maak_message_new (MAAK_PHRASE_DATASET_UNKNOWN, MAAK_ARG_STRING, "id", id, MAAK_ARG_END));
  else if (period != NULL && !maak_period_parse (period, &options.period))
    return maak_cli_fail_usage (context, maak_message_new (MAAK_PHRASE_CLI_DATASETS_NO_PERIOD, MAAK_ARG_STRING, "period", period, MAAK_ARG_END));
  else
    indicator = maak_indicator_new (catalogue, dataset, &options, &error);
  return indicator != NULL ? print_values (context, indicator) : maak_cli_fail (context, error);
}

const MaakCommand maak_command_datasets = {
  .name = "datasets",
  .summary = MAAK_PHRASE_CLI_DATASETS_SUMMARY,
  .synopsis = MAAK_PHRASE_CLI_DATASETS_SYNOPSIS,
  .description = MAAK_PHRASE_CLI_DATASETS_DESCRIPTION,
  .least = 0,
  .most = 1,
  .options = OPTIONS,
  .run = run_datasets,
};
