/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A figure for a text, in two steps: search among the sources that the plan has and the data at hand; of a dataset, say which
 * figure. The dialog changes nothing: it hands over a record, which whoever asked puts into the plan together with the
 * citation, so that both are one step of undo. */

#include "shell/dialogs/maak-insert-figure-dialog.h"

#include "evidence/maak-evidence.h"
#include "plan/maak-find.h"
#include "shell/dialogs/maak-figure-page.h"

#include <glib/gi18n.h>

struct _MaakInsertFigureDialog
{
  AdwDialog parent_instance;

  MaakContext     *context;
  MaakDocument    *document;
  MaakLanguage     writing;
  MaakFigureChosen chosen; /* NULL: was called */
  gpointer         data;

  GtkWidget *navigation;
  GtkWidget *search;
  GtkWidget *there_group;
  GtkWidget *there;
  GtkWidget *data_group;
  GtkWidget *data_list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (MaakInsertFigureDialog, maak_insert_figure_dialog, ADW_TYPE_DIALOG)

static void
finish (MaakInsertFigureDialog *self,
        MaakRecord             *evidence)
{
  MaakFigureChosen chosen = self->chosen;

  self->chosen = NULL;
  if (chosen != NULL)
    chosen (evidence, self->data);
}

static void
choose (MaakInsertFigureDialog *self,
        MaakRecord             *evidence)
{
  g_autoptr (MaakRecord) held = g_object_ref (evidence);
  MaakFigureChosen chosen = self->chosen;

  /* First the dialog goes, so that the text can have the keyboard. */
  self->chosen = NULL;
  adw_dialog_close (ADW_DIALOG (self));
  if (chosen != NULL)
    chosen (held, self->data);
}

/* --- The lists --- */

static gboolean
row_matches_cb (GtkListBoxRow *row,
                gpointer       data)
{
  MaakInsertFigureDialog *self = data;
  const char             *folded = g_object_get_data (G_OBJECT (row), "maak-words");
  g_autofree char        *wanted = maak_find_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static guint
count_seen (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_get_child_visible (row);
  return n;
}

static void
search_changed_cb (GtkWidget              *search,
                   MaakInsertFigureDialog *self)
{
  guint n_there, n_data;

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->there));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->data_list));
  n_there = count_seen (self->there);
  n_data = count_seen (self->data_list);
  gtk_widget_set_visible (self->there_group, n_there > 0);
  gtk_widget_set_visible (self->data_group, n_data > 0);
  gtk_widget_set_visible (self->nothing, n_there + n_data == 0);
}

static GtkListBoxRow *
get_first_seen (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row))
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
search_activated_cb (MaakInsertFigureDialog *self)
{
  GtkListBoxRow *row;

  /* What was typed last counts, too. */
  search_changed_cb (self->search, self);
  row = get_first_seen (self->there);
  if (row == NULL)
    row = get_first_seen (self->data_list);
  if (row != NULL)
    gtk_widget_activate (GTK_WIDGET (row));
}

static GtkWidget *
add_row (MaakInsertFigureDialog *self,
         GtkWidget              *list,
         const char             *title,
         const char             *subtitle,
         const char             *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "maak-words", maak_find_fold (words), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
add_value (GtkWidget  *row,
           const char *value)
{
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
fill_there (MaakInsertFigureDialog *self)
{
  MaakLanguage       language = maak_context_get_language (self->context);
  MaakRecord        *root = maak_plan_get_root (maak_document_get_plan (self->document));
  MaakValue         *list = maak_record_get_role (root, MAAK_ROLE_EVIDENCE_LIST);
  MaakRecord *const *records = list != NULL ? maak_value_get_records (list, NULL) : NULL;

  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    {
      MaakValue       *value = maak_record_get_role (records[i], MAAK_ROLE_CITATION);
      MaakCitation    *citation = value != NULL ? maak_value_get_citation (value) : NULL;
      g_autofree char *title = maak_record_dup_title (records[i], language);
      g_autofree char *source = citation != NULL ? maak_citation_dup_origin (citation, language) : NULL;
      g_autofree char *words = NULL;
      GtkWidget       *row;

      if (citation == NULL)
        continue;
      words = g_strconcat (title, " ", source, NULL);
      row = add_row (self, self->there, title, source, words);
      g_object_set_data_full (G_OBJECT (row), "maak-record", g_object_ref (records[i]), g_object_unref);
      if (maak_citation_get (citation)->kind == MAAK_CITATION_FIGURE)
        {
          g_autofree char *number = maak_citation_dup_value (citation, language);

          add_value (row, number);
        }
    }
}

static void
fill_data (MaakInsertFigureDialog *self)
{
  MaakLanguage   language = maak_context_get_language (self->context);
  MaakCatalogue *catalogue = maak_context_get_catalogue (self->context);

  for (guint i = 0; i < maak_catalogue_get_n (catalogue); i++)
    {
      MaakDataset *dataset = maak_catalogue_get (catalogue, i);
      MaakText    *title = maak_dataset_get_title (dataset);
      g_autoptr (MaakText) source = maak_dataset_dup_source_line (dataset);
      g_autofree char *words = g_strjoin (" ", maak_text_get (title, MAAK_LANGUAGE_NL), maak_text_get (title, MAAK_LANGUAGE_EN), maak_text_get_best (source, language),
                                          maak_text_get_best (maak_dataset_get_note (dataset), language), maak_dataset_get_id (dataset), NULL);
      GtkWidget       *row;

      if (maak_dataset_get_n_periods (dataset) == 0)
        continue;
      row = add_row (self, self->data_list, maak_text_get_best (title, language), maak_text_get_best (source, language), words);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data (G_OBJECT (row), "maak-dataset", dataset);
    }
}

static void
there_activated_cb (GtkWidget              *list,
                    GtkListBoxRow          *row,
                    MaakInsertFigureDialog *self)
{
  choose (self, g_object_get_data (G_OBJECT (row), "maak-record"));
}

static void
chosen_cb (MaakInsertFigureDialog *self,
           MaakRecord             *evidence)
{
  choose (self, evidence);
}

static void
data_activated_cb (GtkWidget              *list,
                   GtkListBoxRow          *row,
                   MaakInsertFigureDialog *self)
{
  GtkWidget *page = maak_figure_page_new (self->context, self->document, g_object_get_data (G_OBJECT (row), "maak-dataset"));

  g_signal_connect_object (page, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (self->navigation), ADW_NAVIGATION_PAGE (page));
}

static void
maak_insert_figure_dialog_closed (AdwDialog *dialog)
{
  finish (MAAK_INSERT_FIGURE_DIALOG (dialog), NULL);
}

static void
maak_insert_figure_dialog_dispose (GObject *object)
{
  MaakInsertFigureDialog *self = MAAK_INSERT_FIGURE_DIALOG (object);

  finish (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_INSERT_FIGURE_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_insert_figure_dialog_parent_class)->dispose (object);
}

static void
maak_insert_figure_dialog_class_init (MaakInsertFigureDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_insert_figure_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = maak_insert_figure_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/dialogs/maak-insert-figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakInsertFigureDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MaakInsertFigureDialog, search);
  gtk_widget_class_bind_template_child (widget_class, MaakInsertFigureDialog, there_group);
  gtk_widget_class_bind_template_child (widget_class, MaakInsertFigureDialog, there);
  gtk_widget_class_bind_template_child (widget_class, MaakInsertFigureDialog, data_group);
  gtk_widget_class_bind_template_child (widget_class, MaakInsertFigureDialog, data_list);
  gtk_widget_class_bind_template_child (widget_class, MaakInsertFigureDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, there_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, data_activated_cb);
}

static void
maak_insert_figure_dialog_init (MaakInsertFigureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->there), row_matches_cb, self, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->data_list), row_matches_cb, self, NULL);
  adw_dialog_set_focus (ADW_DIALOG (self), self->search);
}

/**
 * maak_insert_figure_dialog_present:
 * @parent: the widget that asks
 * @document: the open plan
 * @writing: the language of the text that the figure is for
 * @chosen: called once, when the dialog is gone
 * @data: for @chosen
 */
void
maak_insert_figure_dialog_present (GtkWidget       *parent,
                                   MaakContext     *context,
                                   MaakDocument    *document,
                                   MaakLanguage     writing,
                                   MaakFigureChosen chosen,
                                   gpointer         data)
{
  MaakInsertFigureDialog *self = g_object_new (MAAK_TYPE_INSERT_FIGURE_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->writing = writing;
  self->chosen = chosen;
  self->data = data;
  fill_there (self);
  fill_data (self);
  search_changed_cb (self->search, self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
