/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The controls above the map: drop-downs, each for one part of the choice, and each shown only where there is something to choose.
 * Choosing goes to the choice, and what the choice says then comes back to all of them: they hold nothing themselves.
 *
 * A list is made anew only when its words are others, so that a drop-down that is open stays open.
 */
#include "shell/pages/maak-map-controls.h"

#include <glib/gi18n.h>

struct _MaakMapControls
{
  AdwBin parent_instance;

  GtkWidget *dataset, *metric, *period, *level, *form, *method, *number;
  GtkWidget *metric_part, *period_part, *level_part, *form_part, *method_part, *number_part;

  MaakMapChoice *choice;
  MaakLanguage   language;
  gboolean       showing; /* what the choice says; not to be said back */
};

G_DEFINE_FINAL_TYPE (MaakMapControls, maak_map_controls, ADW_TYPE_BIN)

static const MaakLevel LEVELS[] = { MAAK_LEVEL_PROVINCE, MAAK_LEVEL_COROP, MAAK_LEVEL_MUNICIPALITY };

/* Letters. */
#define LINE 34

#define LEAST_CLASSES 3
#define MOST_CLASSES 7

static void
show_list (GtkWidget *drop_down, GPtrArray *words, guint selected)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  guint       n = words->len, n_old = model != NULL ? g_list_model_get_n_items (model) : G_MAXUINT;
  gboolean    same = n == n_old;

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), words->pdata[i]);
  if (!same)
    {
      g_autoptr (GtkStringList) list = NULL;

      g_ptr_array_add (words, NULL);
      list = gtk_string_list_new ((const char *const *) words->pdata);
      gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
}

/* With a capital: labels of metrics are parts of a sentence. */
static char *
dup_capitalised (const char *words)
{
  g_autofree char *first = g_utf8_strup (words, g_utf8_next_char (words) - words);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

static void
show_datasets (MaakMapControls *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint selected = maak_map_choice_get_n_datasets (self->choice);

  for (guint i = 0; i < maak_map_choice_get_n_datasets (self->choice); i++)
    {
      MaakDataset *dataset = maak_map_choice_get_nth_dataset (self->choice, i);

      g_ptr_array_add (words, maak_map_choice_dup_label (self->choice, dataset, self->language));
      if (dataset == maak_map_choice_get_dataset (self->choice))
        selected = i;
    }
  g_ptr_array_add (words, g_strdup (_ ("Boundaries only")));
  show_list (self->dataset, words, selected);
}

static void
show_metrics (MaakMapControls *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  for (guint i = 0; i < maak_map_choice_get_n_metrics (self->choice); i++)
    {
      const MaakMetric *metric = maak_map_choice_get_nth_metric (self->choice, i);

      g_ptr_array_add (words, metric != NULL ? dup_capitalised (maak_phrase_get (metric->label, self->language)) : g_strdup (C_ ("map", "The values themselves")));
      if (metric == maak_map_choice_get_metric (self->choice))
        selected = i;
    }
  show_list (self->metric, words, selected);
  gtk_widget_set_visible (self->metric_part, maak_map_choice_get_dataset (self->choice) != NULL);
}

static void
show_periods (MaakMapControls *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < maak_map_choice_get_n_periods (self->choice); i++)
    g_ptr_array_add (words, maak_period_format (maak_map_choice_get_nth_period (self->choice, i), self->language));
  gtk_widget_set_visible (self->period_part, words->len > 0);
  show_list (self->period, words, maak_map_choice_get_period (self->choice));
}

static void
show_levels (MaakMapControls *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (words, g_strdup (C_ ("regions", "Provinces")));
  g_ptr_array_add (words, g_strdup (C_ ("regions", "COROP areas")));
  g_ptr_array_add (words, g_strdup (C_ ("regions", "Municipalities")));
  for (guint i = 0; i < G_N_ELEMENTS (LEVELS); i++)
    if (LEVELS[i] == maak_map_choice_get_level (self->choice))
      selected = i;
  show_list (self->level, words, selected);
  gtk_widget_set_visible (self->level_part, maak_map_choice_get_dataset (self->choice) == NULL);
}

/* A total is drawn as circles, or fills its regions; all else fills them, in classes. */
static void
show_forms (MaakMapControls *self)
{
  MaakIndicator *indicator = maak_map_choice_get_indicator (self->choice);
  gboolean       total = indicator != NULL && maak_indicator_is_total (indicator), filled = indicator != NULL && (!total || maak_map_choice_get_fill (self->choice));
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) methods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (forms, g_strdup (C_ ("map", "Circles")));
  g_ptr_array_add (forms, g_strdup (C_ ("map", "Filled regions")));
  show_list (self->form, forms, maak_map_choice_get_fill (self->choice) ? 1 : 0);
  gtk_widget_set_visible (self->form_part, total);
  g_ptr_array_add (methods, g_strdup (C_ ("classes", "Equal intervals")));
  g_ptr_array_add (methods, g_strdup (C_ ("classes", "Equal numbers of regions")));
  g_ptr_array_add (methods, g_strdup (C_ ("classes", "Natural breaks")));
  show_list (self->method, methods, maak_map_choice_get_method (self->choice));
  for (guint i = LEAST_CLASSES; i <= MOST_CLASSES; i++)
    g_ptr_array_add (numbers, g_strdup_printf ("%u", i));
  show_list (self->number, numbers, maak_map_choice_get_n_classes (self->choice) - LEAST_CLASSES);
  gtk_widget_set_visible (self->method_part, filled);
  gtk_widget_set_visible (self->number_part, filled);
}

static void
show_choice (MaakMapControls *self)
{
  self->showing = TRUE;
  show_datasets (self);
  show_metrics (self);
  show_periods (self);
  show_levels (self);
  show_forms (self);
  self->showing = FALSE;
}

static guint
get_selected (GtkWidget *drop_down)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
}

static void
selected_cb (MaakMapControls *self, GParamSpec *pspec, GtkWidget *drop_down)
{
  guint selected = get_selected (drop_down);

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (drop_down == self->dataset)
    maak_map_choice_set_dataset (self->choice, selected < maak_map_choice_get_n_datasets (self->choice) ? maak_map_choice_get_nth_dataset (self->choice, selected) : NULL);
  else if (drop_down == self->metric)
    maak_map_choice_set_metric (self->choice, maak_map_choice_get_nth_metric (self->choice, selected));
  else if (drop_down == self->period)
    maak_map_choice_set_period (self->choice, selected);
  else if (drop_down == self->level)
    maak_map_choice_set_level (self->choice, LEVELS[selected]);
  else if (drop_down == self->form)
    maak_map_choice_set_fill (self->choice, selected == 1);
  else
    maak_map_choice_set_classes (self->choice, (MaakClassMethod) get_selected (self->method), get_selected (self->number) + LEAST_CLASSES);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* In the list that opens, they are as wide as their words, up to a line of a telephone. */
static void
bind_option_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (item));

  bind_item_cb (factory, item);
  gtk_label_set_width_chars (GTK_LABEL (gtk_list_item_get_child (item)), MIN ((int) g_utf8_strlen (words, -1), LINE));
  gtk_list_item_set_accessible_label (item, words);
}

/* Titles of datasets are long: in a narrow window they take two lines. */
static void
let_wrap (GtkWidget *drop_down)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_item_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_option_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list);
}

static void
maak_map_controls_dispose (GObject *object)
{
  MaakMapControls *self = MAAK_MAP_CONTROLS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_MAP_CONTROLS);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (maak_map_controls_parent_class)->dispose (object);
}

static void
maak_map_controls_class_init (MaakMapControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_map_controls_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/pages/maak-map-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, dataset);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, metric);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, period);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, level);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, form);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, method);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, number);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, metric_part);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, period_part);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, level_part);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, form_part);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, method_part);
  gtk_widget_class_bind_template_child (widget_class, MaakMapControls, number_part);
}

static void
maak_map_controls_init (MaakMapControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** maak_map_controls_new: Returns: (transfer floating): controls for @choice */
GtkWidget *
maak_map_controls_new (MaakMapChoice *choice, MaakLanguage language)
{
  MaakMapControls *self = g_object_new (MAAK_TYPE_MAP_CONTROLS, NULL);
  GtkWidget       *drop_downs[] = { self->dataset, self->metric, self->period, self->level, self->form, self->method, self->number };

  self->choice = g_object_ref (choice);
  self->language = language;
  let_wrap (self->dataset);
  let_wrap (self->metric);
  show_choice (self);
  for (guint i = 0; i < G_N_ELEMENTS (drop_downs); i++)
    g_signal_connect_object (drop_downs[i], "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choice, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
