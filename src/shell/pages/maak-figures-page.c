/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The figures: a list of all datasets, and the one that is chosen beside it; in a narrow window one after the other.
 *
 * What is shown of a dataset is made when it is chosen (maak-dataset-view.c), and goes when another is. The page holds no figures
 * itself: the rows of the list point to those of the context.
 */
#include "shell/pages/maak-figures-page.h"

#include "shell/pages/maak-dataset-view.h"

#include <string.h>

struct _MaakFiguresPage
{
  MaakPage parent_instance;

  GtkWidget *split, *list, *content, *bar, *place;
};

G_DEFINE_FINAL_TYPE (MaakFiguresPage, maak_figures_page, MAAK_TYPE_PAGE)

static GtkWidget *
make_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* "CBS, StatLine 84432 · 2015–2022" */
static char *
dup_line (MaakDataset *dataset, MaakLanguage language)
{
  const MaakSource *source = maak_dataset_get_source (dataset);
  guint             n = maak_dataset_get_n_periods (dataset);
  GString          *out = g_string_new (maak_text_get_best (source->publisher, language));
  g_autofree char  *first = n > 0 ? maak_period_format (maak_dataset_get_period (dataset, 0), language) : NULL;
  g_autofree char  *last = n > 1 ? maak_period_format (maak_dataset_get_period (dataset, n - 1), language) : NULL;

  if (source->table != NULL)
    g_string_append_printf (out, " %s", source->table);
  if (first != NULL)
    g_string_append_printf (out, " · %s", first);
  if (last != NULL)
    g_string_append_printf (out, strchr (first, ' ') != NULL ? " – %s" : "–%s", last);
  return g_string_free_and_steal (out);
}

static void
add_row (MaakFiguresPage *self, MaakDataset *dataset)
{
  MaakContext     *context = maak_page_get_context (MAAK_PAGE (self));
  MaakLanguage     language = maak_context_get_language (context);
  GtkWidget       *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = maak_catalogue_dup_label (maak_context_get_catalogue (context), dataset, language), *line = dup_line (dataset, language);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  gtk_box_append (GTK_BOX (box), make_label (line, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  g_object_set_data (G_OBJECT (row), "dataset", dataset);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
selected_cb (MaakFiguresPage *self, GtkListBoxRow *row)
{
  MaakContext     *context = maak_page_get_context (MAAK_PAGE (self));
  MaakDocument    *document = maak_page_get_document (MAAK_PAGE (self));
  const char      *code = document != NULL ? maak_document_get_lead_region (document) : NULL;
  MaakDataset     *dataset;
  g_autofree char *title = NULL;

  if (row == NULL)
    return;
  dataset = g_object_get_data (G_OBJECT (row), "dataset");
  title = maak_catalogue_dup_label (maak_context_get_catalogue (context), dataset, maak_context_get_language (context));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self->content), title);
  adw_bin_set_child (ADW_BIN (self->place), maak_dataset_view_new (context, dataset, code != NULL ? maak_region_set_lookup (maak_context_get_regions (context), code) : NULL));
}

static void
activated_cb (MaakFiguresPage *self)
{
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split), TRUE);
}

/* The bar only serves to go back: beside the list it would be empty. */
static void
collapsed_cb (MaakFiguresPage *self)
{
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (self->split);

  gtk_widget_set_visible (self->bar, adw_navigation_split_view_get_collapsed (split));
  maak_page_set_has_back (MAAK_PAGE (self), adw_navigation_split_view_get_collapsed (split) && adw_navigation_split_view_get_show_content (split));
}

static gboolean
maak_figures_page_go_back (MaakPage *page)
{
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (MAAK_FIGURES_PAGE (page)->split);

  if (!adw_navigation_split_view_get_collapsed (split) || !adw_navigation_split_view_get_show_content (split))
    return FALSE;
  adw_navigation_split_view_set_show_content (split, FALSE);
  return TRUE;
}

static void
maak_figures_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAAK_TYPE_FIGURES_PAGE);

  G_OBJECT_CLASS (maak_figures_page_parent_class)->dispose (object);
}

static void
maak_figures_page_class_init (MaakFiguresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_figures_page_dispose;
  MAAK_PAGE_CLASS (klass)->go_back = maak_figures_page_go_back;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/pages/maak-figures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakFiguresPage, split);
  gtk_widget_class_bind_template_child (widget_class, MaakFiguresPage, list);
  gtk_widget_class_bind_template_child (widget_class, MaakFiguresPage, content);
  gtk_widget_class_bind_template_child (widget_class, MaakFiguresPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MaakFiguresPage, place);
}

static void
maak_figures_page_init (MaakFiguresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** maak_figures_page_new: Returns: (transfer floating): the page; @document may be NULL */
MaakPage *
maak_figures_page_new (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections)
{
  MaakFiguresPage *self = g_object_new (MAAK_TYPE_FIGURES_PAGE, "context", context, "document", document, NULL);
  MaakCatalogue   *catalogue = maak_context_get_catalogue (context);

  for (guint i = 0; i < maak_catalogue_get_n (catalogue); i++)
    add_row (self, maak_catalogue_get (catalogue, i));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::show-content", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  collapsed_cb (self);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  return MAAK_PAGE (self);
}
