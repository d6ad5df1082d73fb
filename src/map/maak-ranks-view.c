/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The ranking beside a map: a list with one row a region, from high to low, those without a value at the end with the reason in
 * a word. A row has a rank, a name, a bar in the colour of the map, and the value; below stands what they are compared with.
 *
 * List and map are in step both ways: a row that is chosen selects its region, a region that is selected its row; what is
 * pointed at on one side is marked on the other. Rows are kept when the figure changes and only filled anew.
 */
#include "map/maak-ranks-view.h"

#include "map/maak-rank-bar.h"

#include <glib/gi18n.h>

struct _MaakRanksView
{
  GtkWidget parent_instance;

  MaakMapView  *map;
  GtkWidget    *box, *list, *yardstick;
  GtkSizeGroup *names, *values;
  gboolean      following; /* what the map says; not to be said back */
};

/* One row; owned by it. */
typedef struct
{
  GtkWidget *rank, *name, *bar, *value;
  char      *code;
} Row;

G_DEFINE_FINAL_TYPE (MaakRanksView, maak_ranks_view, GTK_TYPE_WIDGET)

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->code);
  g_free (row);
}

static Row *
get_row (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "row");
}

static void
enter_row_cb (GtkEventController *motion, double x, double y, MaakRanksView *self)
{
  maak_map_view_set_hovered (self->map, get_row (GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (motion)))->code);
}

static void
leave_row_cb (GtkEventController *motion, MaakRanksView *self)
{
  maak_map_view_set_hovered (self->map, NULL);
}

static GtkWidget *
make_label (GtkWidget *box, const char *css, float align, GtkSizeGroup *group)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_widget_add_css_class (label, css);
  if (group != NULL)
    gtk_size_group_add_widget (group, label);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_row (MaakRanksView *self)
{
  GtkWidget          *widget = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  Row                *row = g_new0 (Row, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  row->rank = make_label (box, "dim-label", 1, NULL);
  gtk_widget_add_css_class (row->rank, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (row->rank), 2);
  row->name = make_label (box, "maak-rank-name", 0, self->names);
  gtk_label_set_ellipsize (GTK_LABEL (row->name), PANGO_ELLIPSIZE_END);
  row->bar = maak_rank_bar_new ();
  gtk_box_append (GTK_BOX (box), row->bar);
  row->value = make_label (box, "numeric", 1, self->values);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  g_object_set_data_full (G_OBJECT (widget), "row", row, free_row);
  g_signal_connect (motion, "enter", G_CALLBACK (enter_row_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_row_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_list_box_append (GTK_LIST_BOX (self->list), widget);
}

static void
fill_row (MaakRanksView *self, MaakMapScene *scene, GtkListBoxRow *widget, guint region)
{
  Row             *row = get_row (widget);
  g_autofree char *name = maak_map_scene_dup_name (scene, region), *value = maak_map_scene_dup_value (scene, region);
  guint            number = maak_map_scene_get_rank (scene, region);
  g_autofree char *rank = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
  g_autofree char *words = number > 0 ? g_strdup_printf ("%u. %s", number, name) : g_strdup (name);

  g_set_str (&row->code, maak_region_get_code (maak_map_scene_get_region (scene, region)));
  gtk_label_set_text (GTK_LABEL (row->rank), rank);
  gtk_label_set_text (GTK_LABEL (row->name), maak_map_scene_get_region_name (scene, region));
  gtk_label_set_text (GTK_LABEL (row->value), value);
  maak_rank_bar_set_scene (MAAK_RANK_BAR (row->bar), scene, region);
  if (maak_map_scene_is_own (scene, region))
    gtk_widget_add_css_class (GTK_WIDGET (widget), "maak-own");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (widget), "maak-own");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkListBoxRow *
find_row (MaakRanksView *self, const char *code)
{
  GtkListBoxRow *row;

  for (int i = 0; code != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_strcmp0 (get_row (row)->code, code) == 0)
      return row;
  return NULL;
}

static void
follow_selected_cb (MaakRanksView *self)
{
  GtkListBoxRow *row = find_row (self, maak_map_view_get_selected (self->map));

  self->following = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  else
    gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  self->following = FALSE;
}

static void
follow_hovered_cb (MaakRanksView *self)
{
  GtkListBoxRow *hovered = find_row (self, maak_map_view_get_hovered (self->map)), *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (row == hovered)
      gtk_widget_add_css_class (GTK_WIDGET (row), "maak-hovered");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (row), "maak-hovered");
}

static void
map_changed_cb (MaakRanksView *self)
{
  MaakMapScene     *scene = maak_map_view_get_scene (self->map);
  guint             n = scene != NULL && maak_map_scene_get_indicator (scene) != NULL ? maak_map_scene_get_n (scene) : 0;
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree char  *yardstick = n > 0 ? maak_map_scene_dup_yardstick (scene) : NULL;
  GtkListBoxRow    *row;

  self->following = TRUE;
  for (guint i = n; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)) != NULL;)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  while (n > 0 && gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n - 1) == NULL)
    add_row (self);
  if (n > 0)
    maak_map_scene_list_ranked (scene, order);
  for (guint i = 0; i < n; i++)
    fill_row (self, scene, gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i), order[i]);
  self->following = FALSE;
  gtk_label_set_text (GTK_LABEL (self->yardstick), yardstick != NULL ? yardstick : "");
  gtk_widget_set_visible (self->yardstick, yardstick != NULL);
  follow_selected_cb (self);
}

static void
row_selected_cb (MaakRanksView *self, GtkListBoxRow *row)
{
  if (!self->following)
    maak_map_view_set_selected (self->map, row != NULL ? get_row (row)->code : NULL);
}

static void
row_activated_cb (MaakRanksView *self, GtkListBoxRow *row)
{
  maak_map_view_activate (self->map, get_row (row)->code);
}

static void
maak_ranks_view_dispose (GObject *object)
{
  MaakRanksView *self = MAAK_RANKS_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->map);
  g_clear_object (&self->names);
  g_clear_object (&self->values);

  G_OBJECT_CLASS (maak_ranks_view_parent_class)->dispose (object);
}

static void
maak_ranks_view_class_init (MaakRanksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_ranks_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "maakranks");
}

static void
maak_ranks_view_init (MaakRanksView *self)
{
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (self->list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (self->list, "maak-ranks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Regions from high to low"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Ranking"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->list);
  self->yardstick = make_label (self->box, "caption", 0, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->yardstick), TRUE);
}

/**
 * maak_ranks_view_new:
 * @map: the map
 *
 * Returns: (transfer floating): the ranking of its regions, which follows it
 */
GtkWidget *
maak_ranks_view_new (MaakMapView *map)
{
  MaakRanksView *self = g_object_new (MAAK_TYPE_RANKS_VIEW, NULL);

  self->map = g_object_ref (map);
  g_signal_connect_object (map, "changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::selected", G_CALLBACK (follow_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::hovered", G_CALLBACK (follow_hovered_cb), self, G_CONNECT_SWAPPED);
  map_changed_cb (self);
  return GTK_WIDGET (self);
}
