/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The table in the place of the map: a row for each region, with value, status and class; sorted as the person wishes, from high to
 * low to begin with. It follows the map: another figure fills it anew, a region that is selected there is selected here.
 *
 * The same rows are what is copied and exported as text, with unit, period and source in each row, so that a row that is pasted
 * somewhere still says what it is.
 */
#include "shell/pages/maak-map-table.h"

#include "base/maak-csv.h"

#include <glib/gi18n.h>
#include <math.h>

/* One row. */
#define MAAK_TYPE_MAP_TABLE_ROW (maak_map_table_row_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapTableRow, maak_map_table_row, MAAK, MAP_TABLE_ROW, GObject)

struct _MaakMapTableRow
{
  GObject parent_instance;

  MaakMapScene *scene;
  guint         region;
  double        value; /* -INFINITY: none */
};

G_DEFINE_FINAL_TYPE (MaakMapTableRow, maak_map_table_row, G_TYPE_OBJECT)

static void
maak_map_table_row_finalize (GObject *object)
{
  maak_map_scene_unref (MAAK_MAP_TABLE_ROW (object)->scene);
  G_OBJECT_CLASS (maak_map_table_row_parent_class)->finalize (object);
}

static void
maak_map_table_row_class_init (MaakMapTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maak_map_table_row_finalize;
}

static void
maak_map_table_row_init (MaakMapTableRow *self)
{
}

struct _MaakMapTable
{
  AdwBin parent_instance;

  MaakMapView        *map;
  MaakLanguage        language;
  GListStore         *rows;
  GtkSingleSelection *selection;
  GtkWidget          *view;
  gboolean            following;
};

G_DEFINE_FINAL_TYPE (MaakMapTable, maak_map_table, ADW_TYPE_BIN)

static MaakStatus
get_status (MaakMapTableRow *row)
{
  double value;

  return maak_indicator_get (maak_map_scene_get_indicator (row->scene), row->region, &value);
}

static char *
dup_region (MaakMapTableRow *row, MaakLanguage language)
{
  return g_strdup (maak_map_scene_get_region_name (row->scene, row->region));
}

static char *
dup_value (MaakMapTableRow *row, MaakLanguage language)
{
  return maak_status_has_value (get_status (row)) ? maak_unit_format_value (maak_indicator_get_unit (maak_map_scene_get_indicator (row->scene)), row->value, language) : g_strdup ("–");
}

static char *
dup_status (MaakMapTableRow *row, MaakLanguage language)
{
  return g_strdup (maak_status_get_label (get_status (row), language));
}

static char *
dup_class (MaakMapTableRow *row, MaakLanguage language)
{
  int index = maak_map_scene_find_class (row->scene, row->region);

  return index >= 0 ? g_strdup_printf ("%d", index + 1) : g_strdup ("–");
}

typedef char *(*DupCell) (MaakMapTableRow *row, MaakLanguage language);

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
bind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, MaakMapTable *self)
{
  DupCell          dup = (DupCell) g_object_get_data (G_OBJECT (factory), "dup");
  g_autofree char *words = dup (gtk_column_view_cell_get_item (cell), self->language);

  gtk_label_set_text (GTK_LABEL (gtk_column_view_cell_get_child (cell)), words);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  MaakMapTableRow *p = (gpointer) a, *q = (gpointer) b;

  return g_utf8_collate (maak_map_scene_get_region_name (p->scene, p->region), maak_map_scene_get_region_name (q->scene, q->region));
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  double p = ((const MaakMapTableRow *) a)->value, q = ((const MaakMapTableRow *) b)->value;

  return p < q ? -1 : p > q;
}

static int
compare_statuses (gconstpointer a, gconstpointer b, gpointer data)
{
  return (int) get_status ((gpointer) a) - (int) get_status ((gpointer) b);
}

static GtkColumnViewColumn *
add_column (MaakMapTable *self, const char *title, DupCell dup, gboolean numeric, GCompareDataFunc compare)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));

  g_object_set_data (G_OBJECT (factory), "dup", (gpointer) dup);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (numeric));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), self);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, !numeric);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  g_object_unref (column);
  return column;
}

static guint
find_row (MaakMapTable *self, const char *code)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; code != NULL && i < n; i++)
    {
      g_autoptr (MaakMapTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (maak_region_get_code (maak_map_scene_get_region (row->scene, row->region)), code))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
follow_selected_cb (MaakMapTable *self)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, find_row (self, maak_map_view_get_selected (self->map)));
  self->following = FALSE;
}

static void
map_changed_cb (MaakMapTable *self)
{
  MaakMapScene *scene = maak_map_view_get_scene (self->map);
  guint         n = scene != NULL && maak_map_scene_get_indicator (scene) != NULL ? maak_map_scene_get_n (scene) : 0;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      MaakMapTableRow *row = g_object_new (MAAK_TYPE_MAP_TABLE_ROW, NULL);

      row->scene = maak_map_scene_ref (scene);
      row->region = i;
      if (!maak_status_has_value (maak_indicator_get (maak_map_scene_get_indicator (scene), i, &row->value)))
        row->value = -INFINITY;
      g_ptr_array_add (rows, row);
    }
  self->following = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->following = FALSE;
  follow_selected_cb (self);
}

static void
selected_cb (MaakMapTable *self)
{
  MaakMapTableRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && row != NULL)
    maak_map_view_set_selected (self->map, maak_region_get_code (maak_map_scene_get_region (row->scene, row->region)));
}

static void
activated_cb (MaakMapTable *self, guint position)
{
  g_autoptr (MaakMapTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  maak_map_view_activate (self->map, maak_region_get_code (maak_map_scene_get_region (row->scene, row->region)));
}

static void
maak_map_table_dispose (GObject *object)
{
  MaakMapTable *self = MAAK_MAP_TABLE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (maak_map_table_parent_class)->dispose (object);
}

static void
maak_map_table_class_init (MaakMapTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maak_map_table_dispose;
}

static void
maak_map_table_init (MaakMapTable *self)
{
  self->rows = g_list_store_new (MAAK_TYPE_MAP_TABLE_ROW);
}

static void
make_view (MaakMapTable *self)
{
  GtkWidget           *scroller = gtk_scrolled_window_new ();
  GtkColumnViewColumn *value;

  self->view = gtk_column_view_new (NULL);
  add_column (self, C_ ("table", "Region"), dup_region, FALSE, compare_names);
  value = add_column (self, C_ ("table", "Value"), dup_value, TRUE, compare_values);
  add_column (self, C_ ("table", "Status"), dup_status, FALSE, compare_statuses);
  add_column (self, C_ ("table", "Class"), dup_class, TRUE, compare_values);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))))));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), value, GTK_SORT_DESCENDING);
  gtk_widget_add_css_class (self->view, "data-table");
  maak_map_table_name (self->view, _ ("Values of the regions"));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/** maak_map_table_new: Returns: (transfer floating): a table that follows @map */
GtkWidget *
maak_map_table_new (MaakMapView *map, MaakLanguage language)
{
  MaakMapTable *self = g_object_new (MAAK_TYPE_MAP_TABLE, NULL);

  self->map = g_object_ref (map);
  self->language = language;
  make_view (self);
  g_signal_connect_object (map, "changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::selected", G_CALLBACK (follow_selected_cb), self, G_CONNECT_SWAPPED);
  map_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * maak_map_table_name:
 * @column_view: a GtkColumnView
 * @name: what it holds
 *
 * Names the table, and the list within it that the keyboard stands in.
 */
void
maak_map_table_name (GtkWidget *column_view, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (column_view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (column_view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BASE (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
append_row (GString *out, const char *const *cells, guint n, char separator)
{
  for (guint i = 0; i < n; i++)
    maak_csv_append_cell (out, cells[i], separator);
  g_string_append (out, "\r\n");
}

/**
 * maak_map_table_dup_csv:
 * @separator: between cells; a comma, a semicolon or a tab
 *
 * Returns: (transfer full): the rows as they are sorted, under a row of headings. Numbers are written as the file of a program: with
 *   a point, in full
 */
char *
maak_map_table_dup_csv (MaakMapTable *self, char separator)
{
  const char *head[] = { C_ ("table", "Code"), C_ ("table", "Region"), C_ ("table", "Value"), C_ ("table", "Unit"), C_ ("table", "Period"), C_ ("table", "Status"), C_ ("table", "Quantity"), C_ ("table", "Source") };
  GString    *out = g_string_new (NULL);
  guint       n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  append_row (out, head, G_N_ELEMENTS (head), separator);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MaakMapTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      MaakIndicator *indicator = maak_map_scene_get_indicator (row->scene);
      g_autoptr (MaakText) sources = maak_indicator_dup_sources (indicator);
      g_autofree char *period = maak_period_to_string (maak_indicator_get_period (indicator));
      char             number[G_ASCII_DTOSTR_BUF_SIZE] = "";
      const char      *cells[] = { maak_region_get_code (maak_map_scene_get_region (row->scene, row->region)), maak_map_scene_get_region_name (row->scene, row->region), number,
                                   maak_unit_get_code (maak_indicator_get_unit (indicator)), period, maak_status_get_label (get_status (row), self->language),
                                   maak_text_get_best (maak_indicator_get_title (indicator), self->language), sources != NULL ? maak_text_get_best (sources, self->language) : "" };

      if (maak_status_has_value (get_status (row)))
        g_ascii_formatd (number, sizeof number, "%.10g", row->value);
      append_row (out, cells, G_N_ELEMENTS (cells), separator);
    }
  return g_string_free_and_steal (out);
}
