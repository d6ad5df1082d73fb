/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The profile of a region: for each dataset of its level a group with the latest value and what can be computed of it (share,
 * per inhabitant, ratio, location quotient, growth), each with its rank, what it is compared with, and how sure it is; below each
 * group the source; where a dataset has several periods, the line of the region. Then what the open plan has about it (its
 * clusters, proposals), and its neighbours.
 *
 * Nothing is shown that cannot be computed, and no number stands without period and status. Pressing a row shows that figure on
 * the map; the button in it takes the figure into the plan.
 */
#include "shell/pages/maak-region-profile.h"

#include "draw/maak-picture.h"
#include "map/maak-picture-view.h"

#include <glib/gi18n.h>

struct _MaakRegionProfile
{
  AdwBin parent_instance;

  MaakContext      *context;
  MaakLanguage      language;
  const MaakRegion *region; /* owned by the context's regions */
  gboolean          can_cite;
  GtkWidget        *box;
};

enum
{
  SHOW,
  REGION,
  CITE,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakRegionProfile, maak_region_profile, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static char *
dup_capitalised (const char *words)
{
  g_autofree char *first = g_utf8_strup (words, g_utf8_next_char (words) - words);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/* "2020, plaats 3 van 12, niet gecontroleerd. 12 provincies: 11,0 %." */
static char *
dup_remark (MaakRegionProfile *self, MaakIndicator *indicator, MaakStatus status)
{
  guint             n = maak_indicator_get_n (indicator), own = maak_region_get_index (self->region);
  g_autofree guint *order = g_new0 (guint, n + 1);
  guint             n_ranked = maak_indicator_list_ranked (indicator, order), rank = 0;
  g_autofree char  *period = maak_period_format (maak_indicator_get_period (indicator), self->language);
  GString          *out = g_string_new (period);
  double            yardstick;
  MaakStatus        yardstick_status;
  MaakText         *name = maak_indicator_get_yardstick (indicator, &yardstick, &yardstick_status);
  g_autoptr (MaakMessage) place = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n_ranked; i++)
    if (order[i] == own)
      rank = i + 1;
  place = maak_message_new (MAAK_PHRASE_MAP_RANK, MAAK_ARG_INTEGER, "rank", (gint64) rank, MAAK_ARG_INTEGER, "n", (gint64) n_ranked, MAAK_ARG_END);
  words = maak_message_dup_wording (place, self->language);
  g_string_append_printf (out, " · %s", words);
  if (status != MAAK_STATUS_FINAL)
    g_string_append_printf (out, " · %s", maak_status_get_label (status, self->language));
  if (name != NULL && maak_status_has_value (yardstick_status) && !maak_indicator_is_total (indicator))
    {
      g_autofree char *value = maak_unit_format_with_unit (maak_indicator_get_unit (indicator), yardstick, self->language);

      g_string_append_printf (out, "\n%s: %s", maak_text_get_best (name, self->language), value);
    }
  return g_string_free_and_steal (out);
}

static void
cite_cb (MaakRegionProfile *self, GtkWidget *button)
{
  g_signal_emit (self, signals[CITE], 0, g_object_get_data (G_OBJECT (button), "indicator"));
}

static void
row_activated_cb (MaakRegionProfile *self, GtkWidget *row)
{
  MaakIndicator *indicator = g_object_get_data (G_OBJECT (row), "indicator");

  g_signal_emit (self, signals[SHOW], 0, maak_indicator_get_dataset (indicator), maak_metric_lookup (maak_indicator_get_metric (indicator)));
}

static void
keep_indicator (GtkWidget *widget, MaakIndicator *indicator)
{
  g_object_set_data_full (G_OBJECT (widget), "indicator", maak_indicator_ref (indicator), (GDestroyNotify) maak_indicator_unref);
}

static void
add_row (MaakRegionProfile *self, GtkWidget *list, MaakIndicator *indicator, const char *title)
{
  GtkWidget       *row = adw_action_row_new (), *label, *button;
  double           value;
  MaakStatus       status = maak_indicator_get (indicator, maak_region_get_index (self->region), &value);
  g_autofree char *words = maak_unit_format_with_unit (maak_indicator_get_unit (indicator), value, self->language);
  g_autofree char *remark = dup_remark (self, indicator, status), *name = g_strdup_printf ("%s: %s", title, words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), remark);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Show on the map"));
  /* The row is called by its title alone, else. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remark, -1);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  keep_indicator (row, indicator);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  if (self->can_cite)
    {
      g_autofree char *hint = g_strdup_printf (_ ("Cite in the plan: %s"), title);

      button = gtk_button_new_from_icon_name ("bookmark-new-symbolic");
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
      keep_indicator (button, indicator);
      g_signal_connect_object (button, "clicked", G_CALLBACK (cite_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* The latest period in which the region has a value; NULL: none. */
static MaakIndicator *
find_latest (MaakRegionProfile *self, MaakDataset *dataset, const MaakMetric *metric)
{
  for (guint i = maak_dataset_get_n_periods (dataset); i-- > 0;)
    {
      MaakIndicatorOptions options = { .metric = metric != NULL ? metric->id : NULL, .period = maak_dataset_get_period (dataset, i) };
      g_autoptr (MaakIndicator) indicator = maak_indicator_new (maak_context_get_catalogue (self->context), dataset, &options, NULL);
      double value;

      if (indicator != NULL && maak_indicator_get_level (indicator) == maak_region_get_level (self->region) &&
          maak_status_has_value (maak_indicator_get (indicator, maak_region_get_index (self->region), &value)))
        return g_steal_pointer (&indicator);
    }
  return NULL;
}

static MaakPicture *
make_series (MaakRegionProfile *self, MaakDataset *dataset, gboolean dark)
{
  MaakPictureOptions options = { .kind = MAAK_PICTURE_SERIES, .language = self->language, .catalogue = maak_context_get_catalogue (self->context), .dataset = dataset, .regions = &self->region, .n_regions = 1, .scheme = maak_scheme_get (dark), .font = "sans-serif", .font_size = 11, .without_title = TRUE, .without_source = TRUE, .without_notes = TRUE };

  return maak_picture_new (&options, NULL);
}

static void
add_series (MaakRegionProfile *self, MaakDataset *dataset)
{
  g_autoptr (MaakPicture) light = NULL;
  g_autoptr (MaakPicture) dark = NULL;

  if (maak_dataset_get_n_periods (dataset) < 3)
    return;
  light = make_series (self, dataset, FALSE);
  dark = make_series (self, dataset, TRUE);
  if (light != NULL && dark != NULL)
    gtk_box_append (GTK_BOX (self->box), maak_picture_view_new (light, dark));
}

static void
add_dataset (MaakRegionProfile *self, MaakDataset *dataset)
{
  g_autoptr (MaakIndicator) own = find_latest (self, dataset, NULL);
  g_autoptr (MaakText) sources = maak_dataset_dup_source_line (dataset);
  GtkWidget       *list;
  const char      *note = maak_text_get_best (maak_dataset_get_note (dataset), self->language);
  g_autofree char *title = maak_catalogue_dup_label (maak_context_get_catalogue (self->context), dataset, self->language);

  if (own == NULL)
    return;
  gtk_widget_set_margin_top (add_label (self->box, title, "heading"), 12);
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), list);
  add_row (self, list, own, C_ ("profile", "Value"));
  for (guint i = 0; maak_metric_get_nth (i) != NULL; i++)
    {
      const MaakMetric *metric = maak_metric_get_nth (i);
      g_autoptr (MaakIndicator) indicator = g_str_equal (metric->id, "value") ? NULL : find_latest (self, dataset, metric);
      g_autofree char *label = dup_capitalised (maak_phrase_get (metric->label, self->language));

      if (indicator != NULL)
        add_row (self, list, indicator, label);
    }
  add_series (self, dataset);
  if (sources != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Source: %s"), maak_text_get_best (sources, self->language));

      add_label (self->box, words, "caption");
    }
  if (note != NULL && *note != '\0')
    add_label (self->box, note, "caption");
}

static void
neighbour_cb (MaakRegionProfile *self, GtkWidget *button)
{
  g_signal_emit (self, signals[REGION], 0, g_object_get_data (G_OBJECT (button), "code"));
}

static void
add_neighbours (MaakRegionProfile *self, MaakPlane *plane)
{
  MaakRegionSet *set = maak_context_get_regions (self->context);
  MaakLevel      level = maak_region_get_level (self->region);
  GtkWidget     *wrap = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  for (guint i = 0; i < maak_region_set_get_n (set, level); i++)
    {
      const MaakRegion *other = maak_region_set_get (set, level, i);
      GtkWidget        *button;

      if (!maak_plane_is_adjacent (plane, level, maak_region_get_index (self->region), i))
        continue;
      button = gtk_button_new_with_label (maak_region_get_name (other, self->language));
      g_object_set_data (G_OBJECT (button), "code", (gpointer) maak_region_get_code (other));
      g_signal_connect_object (button, "clicked", G_CALLBACK (neighbour_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), button);
    }
  if (gtk_widget_get_first_child (wrap) == NULL)
    {
      g_object_ref_sink (wrap);
      g_object_unref (wrap);
      return;
    }
  gtk_widget_set_margin_top (add_label (self->box, _ ("Neighbours"), "heading"), 12);
  gtk_box_append (GTK_BOX (self->box), wrap);
}

/* --- What the plan says of it --- */

/* A record that is about the region: it has a title of its own and names the region. */
static gboolean
is_about (MaakRecord *record, const char *code)
{
  MaakValue         *value = maak_record_get_role (record, MAAK_ROLE_REGIONS);
  const char *const *codes;
  guint              n = 0;

  if (value == NULL || maak_record_get_parent (record) == NULL || maak_record_get_text (record, MAAK_ROLE_TITLE) == NULL || maak_value_get_kind (value) != MAAK_VALUE_CODES)
    return FALSE;
  codes = maak_value_get_codes (value, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (codes[i], code))
      return TRUE;
  return FALSE;
}

/* Where found records are put. */
typedef struct
{
  MaakRegionProfile *self;
  GtkWidget         *list; /* NULL: none was found yet */
} Found;

static void
record_activated_cb (MaakRegionProfile *self, GtkWidget *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(ss)", (const char *) g_object_get_data (G_OBJECT (row), "record"), "");
}

static void
add_record (MaakRecord *record, gpointer data)
{
  Found           *found = data;
  MaakLanguage     language = found->self->language;
  GtkWidget       *row;
  g_autofree char *title = NULL;

  if (!is_about (record, maak_region_get_code (found->self->region)))
    return;
  if (found->list == NULL)
    {
      gtk_widget_set_margin_top (add_label (found->self->box, C_ ("profile", "In the plan"), "heading"), 12);
      found->list = gtk_list_box_new ();
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (found->list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (found->list, "boxed-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (found->list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("profile", "In the plan"), -1);
      gtk_box_append (GTK_BOX (found->self->box), found->list);
    }
  row = adw_action_row_new ();
  title = maak_record_dup_title (record, language);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), maak_text_get_best (maak_template_get_label (maak_record_get_template (record)), language));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (maak_record_get_id (record)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (record_activated_cb), found->self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (found->list), row);
}

static void
close_cb (MaakRegionProfile *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
add_head (MaakRegionProfile *self)
{
  GtkWidget        *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *name = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button;
  const MaakRegion *parent = maak_region_get_parent (self->region);
  GtkWidget        *title = add_label (name, maak_region_get_name (self->region, self->language), "title-3");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, maak_region_get_name (self->region, self->language), -1);
  if (parent != NULL && maak_region_get_level (self->region) > MAAK_LEVEL_PROVINCE)
    add_label (name, maak_region_get_name (parent, self->language), "dim-label");
  gtk_box_append (GTK_BOX (head), name);
  button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Close the profile"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close the profile"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (self->box), head);
}

static void
maak_region_profile_dispose (GObject *object)
{
  g_clear_object (&MAAK_REGION_PROFILE (object)->context);

  G_OBJECT_CLASS (maak_region_profile_parent_class)->dispose (object);
}

static void
maak_region_profile_class_init (MaakRegionProfileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_region_profile_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SHOW] = g_signal_new ("show-figure", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[REGION] = g_signal_new ("region", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CITE] = g_signal_new ("cite", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_region_profile_init (MaakRegionProfile *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * maak_region_profile_new:
 * @document_or_null: the open plan, which may have records about the region
 * @region: whose profile
 * @plane: its boundaries, for its neighbours
 * @can_cite: whether figures can be taken into a plan
 * @can_close: whether it has a button of its own to close it
 *
 * Returns: (transfer floating): the profile
 */
GtkWidget *
maak_region_profile_new (MaakContext *context, MaakDocument *document_or_null, const MaakRegion *region, MaakPlane *plane, gboolean can_cite, gboolean can_close)
{
  MaakRegionProfile *self = g_object_new (MAAK_TYPE_REGION_PROFILE, NULL);
  MaakCatalogue     *catalogue = maak_context_get_catalogue (context);
  g_autofree char   *name = NULL;
  guint              n = 0;

  self->context = g_object_ref (context);
  self->language = maak_context_get_language (context);
  self->region = region;
  self->can_cite = can_cite;
  name = g_strdup_printf (_ ("Profile of %s"), maak_region_get_name (region, self->language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Where something else closes it, that has the name, too. */
  if (can_close)
    add_head (self);
  for (guint i = 0; i < maak_catalogue_get_n (catalogue); i++)
    if (maak_dataset_get_level (maak_catalogue_get (catalogue, i)) == maak_region_get_level (region))
      {
        add_dataset (self, maak_catalogue_get (catalogue, i));
        n++;
      }
  if (n == 0)
    add_label (self->box, _ ("There are no figures of this kind of region yet."), NULL);
  if (document_or_null != NULL)
    maak_plan_foreach (maak_document_get_plan (document_or_null), add_record, &(Found) { self, NULL });
  add_neighbours (self, plane);
  return GTK_WIDGET (self);
}

/** maak_region_profile_get_region: Returns: (transfer none): whose profile it is */
const MaakRegion *
maak_region_profile_get_region (MaakRegionProfile *self)
{
  return self->region;
}
