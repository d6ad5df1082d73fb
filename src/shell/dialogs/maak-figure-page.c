/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* One figure of a dataset: what is computed of it, of which region, in which period. Only what can be computed is offered,
 * and what is seen is what will be cited: the value, its source, and whether it may still change. A figure that the plan
 * cites already is not made a second time. */

#include "shell/dialogs/maak-figure-page.h"

#include "evidence/maak-evidence.h"

#include <glib/gi18n.h>

struct _MaakFigurePage
{
  AdwNavigationPage parent_instance;

  MaakContext  *context;
  MaakDocument *document;
  MaakDataset  *dataset;
  GPtrArray    *metrics;  /* of const char *: ids, in the order shown */
  GPtrArray    *regions;  /* of const MaakRegion *, in the order shown */
  MaakRecord   *evidence; /* what is chosen now; NULL: nothing that has a value */
  gboolean      filling;

  GtkWidget *insert;
  GtkWidget *dataset_title;
  GtkWidget *metric;
  GtkWidget *region;
  GtkWidget *period;
  GtkWidget *value;
  GtkWidget *what;
  GtkWidget *source;
  GtkWidget *status;
  GtkWidget *note;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakFigurePage, maak_figure_page, ADW_TYPE_NAVIGATION_PAGE)

static MaakIndicator *
make_indicator (MaakFigurePage *self,
                const char     *metric,
                guint           period,
                GError        **error)
{
  MaakIndicatorOptions options = { .metric = metric, .period = maak_dataset_get_period (self->dataset, period) };

  return maak_indicator_new (maak_context_get_catalogue (self->context), self->dataset, &options, error);
}

/* Periods are shown with the newest first. */
static guint
get_period_index (MaakFigurePage *self)
{
  guint n = maak_dataset_get_n_periods (self->dataset), selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->period));

  return selected < n ? n - 1 - selected : n - 1;
}

static void
set_line (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_nothing (MaakFigurePage *self,
              const GError   *error)
{
  g_autofree char *why = error != NULL ? maak_error_dup_wording (error, maak_context_get_language (self->context)) : NULL;

  set_line (self->value, "–");
  set_line (self->what, why);
  set_line (self->source, NULL);
  set_line (self->status, NULL);
  set_line (self->note, NULL);
  gtk_widget_set_sensitive (self->insert, FALSE);
}

static void
show_evidence (MaakFigurePage *self,
               MaakIndicator  *indicator)
{
  MaakLanguage             language = maak_context_get_language (self->context);
  MaakValue               *value = maak_record_get_role (self->evidence, MAAK_ROLE_CITATION);
  MaakCitation            *citation = maak_value_get_citation (value);
  const MaakCitationParts *parts = maak_citation_get (citation);
  g_autofree char         *number = maak_citation_dup_value (citation, language);
  g_autofree char         *title = maak_record_dup_title (self->evidence, language);
  g_autoptr (MaakText) notes = maak_indicator_dup_notes (indicator);
  g_autofree char *status = NULL;

  if (parts->status != MAAK_STATUS_FINAL)
    status = g_strdup_printf (_ ("Status: %s"), maak_status_get_label (parts->status, language));
  set_line (self->value, number);
  set_line (self->what, title);
  set_line (self->source, parts->source != NULL ? maak_text_get_best (parts->source, language) : NULL);
  set_line (self->status, status);
  set_line (self->note, notes != NULL ? maak_text_get_best (notes, language) : NULL);
  gtk_widget_set_sensitive (self->insert, TRUE);
}

static void
choice_changed_cb (MaakFigurePage *self)
{
  guint metric, region;
  g_autoptr (MaakIndicator) indicator = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  metric = adw_combo_row_get_selected (ADW_COMBO_ROW (self->metric));
  region = adw_combo_row_get_selected (ADW_COMBO_ROW (self->region));
  g_clear_object (&self->evidence);
  if (metric < self->metrics->len && region < self->regions->len)
    indicator = make_indicator (self, g_ptr_array_index (self->metrics, metric), get_period_index (self), &error);
  if (indicator != NULL)
    self->evidence = maak_evidence_cite (maak_context_get_library (self->context), indicator, g_ptr_array_index (self->regions, region), &error);
  if (self->evidence != NULL)
    show_evidence (self, indicator);
  else
    show_nothing (self, error);
}

/* The record of the plan that cites the same. */
static MaakRecord *
find_same (MaakFigurePage *self)
{
  MaakRecord        *root = maak_plan_get_root (maak_document_get_plan (self->document));
  MaakValue         *list = maak_record_get_role (root, MAAK_ROLE_EVIDENCE_LIST);
  MaakRecord *const *records = list != NULL ? maak_value_get_records (list, NULL) : NULL;
  MaakValue         *wanted = maak_record_get_role (self->evidence, MAAK_ROLE_CITATION);

  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    if (maak_value_equal (maak_record_get_role (records[i], MAAK_ROLE_CITATION), wanted))
      return records[i];
  return NULL;
}

static void
insert_cb (MaakFigurePage *self)
{
  MaakRecord *same;

  if (self->evidence == NULL)
    return;
  same = find_same (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, same != NULL ? same : self->evidence);
}

static void
maak_figure_page_dispose (GObject *object)
{
  MaakFigurePage *self = MAAK_FIGURE_PAGE (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_FIGURE_PAGE);
  g_clear_object (&self->evidence);
  g_clear_pointer (&self->metrics, g_ptr_array_unref);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->dataset, maak_dataset_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_figure_page_parent_class)->dispose (object);
}

static void
maak_figure_page_class_init (MaakFigurePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_figure_page_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MAAK_TYPE_FIGURE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MAAK_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/dialogs/maak-figure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, insert);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, dataset_title);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, metric);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, region);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, period);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, value);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, what);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, source);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, status);
  gtk_widget_class_bind_template_child (widget_class, MaakFigurePage, note);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
}

static void
maak_figure_page_init (MaakFigurePage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_choices (GtkWidget     *row,
             GtkStringList *list,
             guint          selected)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

static void
fill_metrics (MaakFigurePage *self)
{
  MaakLanguage language = maak_context_get_language (self->context);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = maak_dataset_get_n_periods (self->dataset);

  gtk_string_list_append (names, _ ("The value itself"));
  g_ptr_array_add (self->metrics, (gpointer) "value");
  for (guint i = 0; maak_metric_get_nth (i) != NULL; i++)
    {
      const MaakMetric *metric = maak_metric_get_nth (i);
      g_autoptr (MaakIndicator) indicator = g_str_equal (metric->id, "value") ? NULL : make_indicator (self, metric->id, n - 1, NULL);

      if (indicator == NULL)
        continue;
      gtk_string_list_append (names, maak_phrase_get (metric->label, language));
      g_ptr_array_add (self->metrics, (gpointer) metric->id);
    }
  set_choices (self->metric, names, 0);
}

/* The region of the plan, where the data are of its level. */
static const char *
get_own_region (MaakFigurePage *self)
{
  MaakValue *value = maak_record_get_role (maak_plan_get_root (maak_document_get_plan (self->document)), MAAK_ROLE_LEAD_REGION);

  return value != NULL ? maak_value_get_codes (value, NULL)[0] : NULL;
}

static int
compare_regions (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  MaakLanguage language = GPOINTER_TO_UINT (data);

  return g_utf8_collate (maak_region_get_name (a, language), maak_region_get_name (b, language));
}

static void
fill_regions (MaakFigurePage *self)
{
  MaakLanguage   language = maak_context_get_language (self->context);
  MaakRegionSet *regions = maak_dataset_get_regions (self->dataset);
  MaakLevel      level = maak_dataset_get_level (self->dataset);
  const char    *own = get_own_region (self);
  guint          selected = 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < maak_region_set_get_n (regions, level); i++)
    g_ptr_array_add (self->regions, (gpointer) maak_region_set_get (regions, level, i));
  g_ptr_array_sort_values_with_data (self->regions, compare_regions, GUINT_TO_POINTER (language));
  for (guint i = 0; i < self->regions->len; i++)
    {
      const MaakRegion *region = g_ptr_array_index (self->regions, i);

      gtk_string_list_append (names, maak_region_get_name (region, language));
      if (g_strcmp0 (maak_region_get_code (region), own) == 0)
        selected = i;
    }
  set_choices (self->region, names, selected);
}

static void
fill_periods (MaakFigurePage *self)
{
  MaakLanguage language = maak_context_get_language (self->context);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = maak_dataset_get_n_periods (self->dataset); i > 0; i--)
    {
      g_autofree char *name = maak_period_format (maak_dataset_get_period (self->dataset, i - 1), language);

      gtk_string_list_append (names, name);
    }
  set_choices (self->period, names, 0);
}

/** maak_figure_page_new: Returns: (transfer floating): the page for a figure of @dataset */
GtkWidget *
maak_figure_page_new (MaakContext  *context,
                      MaakDocument *document,
                      MaakDataset  *dataset)
{
  MaakFigurePage *self = g_object_new (MAAK_TYPE_FIGURE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->dataset = maak_dataset_ref (dataset);
  self->metrics = g_ptr_array_new ();
  self->regions = g_ptr_array_new ();
  gtk_label_set_text (GTK_LABEL (self->dataset_title), maak_text_get_best (maak_dataset_get_title (dataset), maak_context_get_language (context)));
  fill_metrics (self);
  fill_regions (self);
  fill_periods (self);
  self->filling = FALSE;
  choice_changed_cb (self);
  return GTK_WIDGET (self);
}
