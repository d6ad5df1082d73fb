/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A dataset as it stands: what it counts, where it comes from, how sure it is, what to mind; the line over time of the nation or the
 * own region where there are periods enough; and the table of all values, regions below each other, periods beside each other, the
 * latest first. A value that is not final has its mark, and the marks are explained below the table; what is missing says why.
 *
 * The table can be copied, for a spreadsheet.
 */
#include "shell/pages/maak-dataset-view.h"

#include "base/maak-csv.h"
#include "draw/maak-notation.h"
#include "draw/maak-picture.h"
#include "map/maak-picture-view.h"
#include "shell/pages/maak-map-table.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of a table, pixels. */
#define HEAD_HEIGHT 44
#define ROW_HEIGHT 26
#define MOST_HEIGHT 460

/* One region with its values. */
#define MAAK_TYPE_DATASET_ROW (maak_dataset_row_get_type ())
G_DECLARE_FINAL_TYPE (MaakDatasetRow, maak_dataset_row, MAAK, DATASET_ROW, GObject)

struct _MaakDatasetRow
{
  GObject parent_instance;

  MaakDataset      *dataset;
  const MaakRegion *region;
};

G_DEFINE_FINAL_TYPE (MaakDatasetRow, maak_dataset_row, G_TYPE_OBJECT)

static void
maak_dataset_row_finalize (GObject *object)
{
  maak_dataset_unref (MAAK_DATASET_ROW (object)->dataset);
  G_OBJECT_CLASS (maak_dataset_row_parent_class)->finalize (object);
}

static void
maak_dataset_row_class_init (MaakDatasetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maak_dataset_row_finalize;
}

static void
maak_dataset_row_init (MaakDatasetRow *self)
{
}

/* What the columns know; owned by the table. */
typedef struct
{
  MaakDataset *dataset;
  MaakLanguage language;
  GListModel  *rows;
} Table;

static void
free_table (gpointer data)
{
  Table *table = data;

  maak_dataset_unref (table->dataset);
  g_object_unref (table->rows);
  g_free (table);
}

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* --- What it is --- */

static void
add_fact (GtkWidget *list, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static const char *
get_level_label (MaakLevel level)
{
  switch (level)
    {
    case MAAK_LEVEL_COUNTRY:
      return C_ ("figures", "The Netherlands");
    case MAAK_LEVEL_LANDSDEEL:
      return C_ ("figures", "Parts of the country");
    case MAAK_LEVEL_PROVINCE:
      return C_ ("figures", "Provinces");
    case MAAK_LEVEL_COROP:
      return C_ ("figures", "COROP areas");
    case MAAK_LEVEL_MUNICIPALITY:
      return C_ ("figures", "Municipalities");
    case MAAK_LEVEL_EXTRA:
    default:
      return "";
    }
}

/* The statuses that occur: "definitief; voorlopig (2021, 2022)". */
static char *
dup_statuses (MaakDataset *dataset, MaakLanguage language)
{
  GString *out = g_string_new (NULL);

  for (guint status = 0; status < MAAK_N_STATUSES; status++)
    {
      g_autoptr (GString) periods = g_string_new (NULL);
      guint n = 0;

      for (guint i = 0; i < maak_dataset_get_n_periods (dataset); i++)
        if (maak_dataset_get_weakest (dataset, i) == (MaakStatus) status)
          {
            g_autofree char *period = maak_period_format (maak_dataset_get_period (dataset, i), language);

            g_string_append_printf (periods, "%s%s", n++ > 0 ? ", " : "", period);
          }
      if (n == maak_dataset_get_n_periods (dataset))
        return g_string_free (out, TRUE), g_strdup (maak_status_get_label ((MaakStatus) status, language));
      if (n > 0)
        g_string_append_printf (out, "%s%s (%s)", out->len > 0 ? "; " : "", maak_status_get_label ((MaakStatus) status, language), periods->str);
    }
  return g_string_free_and_steal (out);
}

static void
add_facts (GtkWidget *box, MaakDataset *dataset, MaakLanguage language)
{
  const MaakSource *source = maak_dataset_get_source (dataset);
  GtkWidget        *list = gtk_list_box_new ();
  g_autoptr (MaakText) line = maak_dataset_dup_source_line (dataset);
  g_autofree char *statuses = dup_statuses (dataset, language);

  add_fact (list, C_ ("figures", "Source"), maak_text_get_best (line, language));
  add_fact (list, C_ ("figures", "Retrieved"), source->retrieved);
  add_fact (list, C_ ("figures", "Address"), source->url);
  add_fact (list, C_ ("figures", "Unit"), maak_unit_get_label (maak_dataset_get_unit (dataset), language));
  add_fact (list, C_ ("figures", "Prices"), maak_text_get_best (maak_dataset_get_price_basis (dataset), language));
  add_fact (list, C_ ("figures", "Regions"), get_level_label (maak_dataset_get_level (dataset)));
  add_fact (list, C_ ("figures", "Status"), statuses);
  add_fact (list, C_ ("figures", "To mind"), maak_text_get_best (maak_dataset_get_note (dataset), language));
  if (!maak_dataset_may_publish (dataset))
    add_fact (list, C_ ("figures", "Publication"), _ ("May not be published: illustrations of it stay internal."));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("About this figure"), -1);
  gtk_box_append (GTK_BOX (box), list);
}

/* Figures of the whole country have nothing to compare on a map. */
static void
add_way_to_map (GtkWidget *box, MaakDataset *dataset)
{
  GtkWidget *button;

  if (maak_dataset_get_level (dataset) == MAAK_LEVEL_COUNTRY)
    return;
  button = gtk_button_new_with_label (_ ("Show on the map"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-figure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", maak_dataset_get_id (dataset));
  gtk_box_append (GTK_BOX (box), button);
}

/* --- Over time --- */

static MaakPicture *
make_series (MaakDataset *dataset, const MaakRegion *const *regions, guint n, MaakLanguage language, gboolean dark)
{
  MaakPictureOptions options = { .kind = MAAK_PICTURE_SERIES, .language = language, .dataset = dataset, .regions = regions, .n_regions = n, .scheme = maak_scheme_get (dark), .font = "sans-serif", .font_size = 12, .without_title = TRUE, .without_source = TRUE, .without_notes = TRUE };

  return maak_picture_new (&options, NULL);
}

static void
add_series (GtkWidget *box, MaakDataset *dataset, const MaakRegion *own, MaakLanguage language)
{
  const MaakRegion *country = maak_region_set_get (maak_dataset_get_regions (dataset), MAAK_LEVEL_COUNTRY, 0), *line = country;
  g_autoptr (MaakPicture) light = NULL;
  g_autoptr (MaakPicture) dark = NULL;

  if (maak_dataset_get_n_periods (dataset) < 3)
    return;
  if (own != NULL && maak_region_get_level (own) == maak_dataset_get_level (dataset))
    line = own;
  light = make_series (dataset, &line, 1, language, FALSE);
  dark = make_series (dataset, &line, 1, language, TRUE);
  if (light == NULL || dark == NULL)
    return;
  add_label (box, C_ ("figures", "Over time"), "heading");
  gtk_box_append (GTK_BOX (box), maak_picture_view_new (light, dark));
}

/* --- The table --- */

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer numeric)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), numeric != NULL ? 1 : 0);
  if (numeric != NULL)
    gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

static void
bind_region_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Table *table)
{
  MaakDatasetRow *row = gtk_column_view_cell_get_item (cell);

  gtk_label_set_text (GTK_LABEL (gtk_column_view_cell_get_child (cell)), maak_region_get_name (row->region, table->language));
}

static char *
dup_cell (Table *table, MaakDatasetRow *row, guint period)
{
  double     value = 0;
  MaakStatus status = maak_dataset_get (table->dataset, row->region, period, &value);

  if (!maak_status_has_value (status))
    return g_strdup (status == MAAK_STATUS_MISSING ? "–" : maak_status_get_label (status, table->language));
  return maak_notation_dup_value (maak_dataset_get_unit (table->dataset), value, status, table->language);
}

static guint
get_period (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (object), "period"));
}

static void
bind_value_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Table *table)
{
  g_autofree char *words = dup_cell (table, gtk_column_view_cell_get_item (cell), get_period (factory));

  gtk_label_set_text (GTK_LABEL (gtk_column_view_cell_get_child (cell)), words);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  Table *table = data;

  return g_utf8_collate (maak_region_get_name (((const MaakDatasetRow *) a)->region, table->language), maak_region_get_name (((const MaakDatasetRow *) b)->region, table->language));
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  const MaakDatasetRow *p = a, *q = b;
  double                x = -INFINITY, y = -INFINITY, value;

  if (maak_status_has_value (maak_dataset_get (p->dataset, p->region, GPOINTER_TO_UINT (data), &value)))
    x = value;
  if (maak_status_has_value (maak_dataset_get (q->dataset, q->region, GPOINTER_TO_UINT (data), &value)))
    y = value;
  return x < y ? -1 : x > y;
}

static void
add_column (GtkWidget *view, Table *table, const char *title, int period)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (period < 0 ? compare_names : compare_values, period < 0 ? (gpointer) table : GUINT_TO_POINTER ((guint) period), NULL));

  if (period >= 0)
    g_object_set_data (G_OBJECT (factory), "period", GUINT_TO_POINTER ((guint) period));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (period >= 0));
  g_signal_connect (factory, "bind", period < 0 ? G_CALLBACK (bind_region_cb) : G_CALLBACK (bind_value_cb), table);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, period < 0);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  g_object_unref (column);
}

static void
add_row (GListStore *rows, MaakDataset *dataset, const MaakRegion *region)
{
  guint  n = 0;
  double value;

  for (guint i = 0; region != NULL && i < maak_dataset_get_n_periods (dataset); i++)
    n += maak_dataset_get (dataset, region, i, &value) != MAAK_STATUS_MISSING;
  if (n > 0)
    {
      g_autoptr (MaakDatasetRow) row = g_object_new (MAAK_TYPE_DATASET_ROW, NULL);

      row->dataset = maak_dataset_ref (dataset);
      row->region = region;
      g_list_store_append (rows, row);
    }
}

/* The regions of the level, then Extra-Regio and the nation where the data have them. */
static GListStore *
make_rows (MaakDataset *dataset)
{
  GListStore    *rows = g_list_store_new (MAAK_TYPE_DATASET_ROW);
  MaakRegionSet *set = maak_dataset_get_regions (dataset);
  MaakLevel      level = maak_dataset_get_level (dataset);

  for (guint i = 0; i < maak_region_set_get_n (set, level); i++)
    add_row (rows, dataset, maak_region_set_get (set, level, i));
  if (maak_region_set_get_n (set, MAAK_LEVEL_EXTRA) > 0)
    add_row (rows, dataset, maak_region_set_get (set, MAAK_LEVEL_EXTRA, 0));
  if (level != MAAK_LEVEL_COUNTRY)
    add_row (rows, dataset, maak_region_set_get (set, MAAK_LEVEL_COUNTRY, 0));
  return rows;
}

static void
append_cell (GString *out, const char *words, gboolean last)
{
  maak_csv_append_cell (out, words, '\t');
  if (last)
    g_string_append_c (out, '\n');
}

static void
copy_cb (GtkWidget *button, gpointer data)
{
  Table *table = data;
  guint  n = maak_dataset_get_n_periods (table->dataset);
  g_autoptr (GString) out = g_string_new (NULL);

  append_cell (out, C_ ("table", "Region"), n == 0);
  for (guint j = n; j-- > 0;)
    {
      g_autofree char *period = maak_period_format (maak_dataset_get_period (table->dataset, j), table->language);

      append_cell (out, period, j == 0);
    }
  for (guint i = 0; i < g_list_model_get_n_items (table->rows); i++)
    {
      g_autoptr (MaakDatasetRow) row = g_list_model_get_item (table->rows, i);

      append_cell (out, maak_region_get_name (row->region, table->language), n == 0);
      for (guint j = n; j-- > 0;)
        {
          g_autofree char *words = dup_cell (table, row, j);

          append_cell (out, words, j == 0);
        }
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), out->str);
  gtk_widget_activate_action (button, "win.add-toast", "s", _ ("Table copied"));
}

static char *
dup_marks (MaakDataset *dataset, MaakLanguage language)
{
  GString *out = g_string_new (NULL);

  for (guint status = 0; status < MAAK_N_STATUSES; status++)
    {
      g_autofree char *meaning = maak_notation_dup_meaning ((MaakStatus) status, language);
      gboolean         occurs = FALSE;

      for (guint i = 0; i < maak_dataset_get_n_periods (dataset); i++)
        occurs = occurs || maak_dataset_get_weakest (dataset, i) == (MaakStatus) status;
      if (occurs && *maak_notation_get_mark ((MaakStatus) status) != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? "   " : "", meaning);
    }
  return g_string_free_and_steal (out);
}

static void
add_table (GtkWidget *box, MaakDataset *dataset, MaakLanguage language)
{
  GtkWidget         *view = gtk_column_view_new (NULL), *scroller = gtk_scrolled_window_new (), *copy = gtk_button_new_with_label (C_ ("button", "Copy table")), *frame = gtk_frame_new (NULL);
  Table             *table = g_new0 (Table, 1);
  GtkSortListModel  *sorted;
  GtkSelectionModel *selection;
  g_autofree char   *marks = dup_marks (dataset, language);

  table->dataset = maak_dataset_ref (dataset);
  table->language = language;
  add_column (view, table, C_ ("table", "Region"), -1);
  for (guint i = maak_dataset_get_n_periods (dataset); i-- > 0;)
    {
      g_autofree char *period = maak_period_format (maak_dataset_get_period (dataset, i), language);

      add_column (view, table, period, (int) i);
    }
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (make_rows (dataset)), g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view))));
  table->rows = g_object_ref (G_LIST_MODEL (sorted));
  g_object_set_data_full (G_OBJECT (view), "table", table, free_table);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), selection);
  g_object_unref (selection);
  gtk_widget_add_css_class (view, "data-table");
  maak_map_table_name (view, _ ("All values"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  /* A list says how high a few rows are; a table of the provinces should stand there whole. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN (HEAD_HEIGHT + ROW_HEIGHT * (int) g_list_model_get_n_items (table->rows), MOST_HEIGHT));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_frame_set_child (GTK_FRAME (frame), scroller);
  add_label (box, C_ ("figures", "All values"), "heading");
  gtk_box_append (GTK_BOX (box), frame);
  if (*marks != '\0')
    add_label (box, marks, "caption");
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_cb), table);
  gtk_box_append (GTK_BOX (box), copy);
}

/**
 * maak_dataset_view_new:
 * @dataset: what to show
 * @own_or_null: the region whose line over time is shown, where it is of the dataset's level; else that of the nation
 *
 * Returns: (transfer floating): a page to put somewhere; it scrolls
 */
GtkWidget *
maak_dataset_view_new (MaakContext *context, MaakDataset *dataset, const MaakRegion *own_or_null)
{
  MaakLanguage     language = maak_context_get_language (context);
  GtkWidget       *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *title = maak_catalogue_dup_label (maak_context_get_catalogue (context), dataset, language);

  gtk_widget_add_css_class (box, "maak-dialog");
  add_label (box, title, "title-3");
  add_facts (box, dataset, language);
  add_way_to_map (box, dataset);
  add_series (box, dataset, own_or_null, language);
  add_table (box, dataset, language);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}
