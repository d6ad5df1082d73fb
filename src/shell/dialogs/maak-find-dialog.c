/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Finding words in the whole plan: a row for each place, with some words around it and where it is. Choosing one closes the
 * dialog, changes to the language in which the words stand, goes there and selects them. Enter in the entry chooses the
 * first. The words that were looked for last are kept with the document, so that one may go through the places one after
 * another. */

#include "shell/dialogs/maak-find-dialog.h"

#include "plan/maak-find.h"
#include "shell/editors/maak-text-pane.h"
#include "shell/maak-field-row.h"
#include "shell/maak-finding-row.h"

#include <glib/gi18n.h>

#define ENOUGH 200 /* places */
#define WORDS "maak-find-words"

struct _MaakFindDialog
{
  AdwDialog parent_instance;

  MaakContext  *context;
  MaakDocument *document;

  GtkWidget *entry;
  GtkWidget *stack;
  GtkWidget *count;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (MaakFindDialog, maak_find_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
make_snippet (MaakFindHit *hit)
{
  guint       start, end;
  const char *snippet = maak_find_hit_get_snippet (hit, &start, &end);
  GtkWidget  *label = gtk_label_new (snippet);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = start;
  bold->end_index = end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* Which of two languages, where the field has both. */
static char *
dup_place (MaakFindDialog *self,
           MaakFindHit    *hit)
{
  const MaakField *field = maak_find_hit_get_field (hit);
  g_autofree char *place = maak_finding_row_dup_place (self->document, maak_find_hit_get_record (hit), field, maak_context_get_language (self->context));

  if (field->type != MAAK_FIELD_TEXT || field->one_language)
    return g_steal_pointer (&place);
  return g_strdup_printf ("%s · %s", place, maak_find_hit_get_language (hit) == MAAK_LANGUAGE_NL ? _ ("Dutch") : _ ("English"));
}

static GtkWidget *
make_row (MaakFindDialog *self,
          MaakFindHit    *hit)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *place = dup_place (self, hit);
  g_autofree char *spoken = g_strdup_printf ("%s; %s", maak_find_hit_get_snippet (hit, NULL, NULL), place);
  GtkWidget       *label = gtk_label_new (place);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "maak-hit");
  gtk_box_append (GTK_BOX (box), make_snippet (hit));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "hit", maak_find_hit_ref (hit), (GDestroyNotify) maak_find_hit_unref);
  return row;
}

static void
show_count (MaakFindDialog *self,
            guint           n)
{
  g_autofree char *text = n < ENOUGH ? g_strdup_printf (ngettext ("%u place", "%u places", n), n) : g_strdup_printf (_ ("The first %u places"), n);

  gtk_label_set_label (GTK_LABEL (self->count), text);
}

static void
search_cb (MaakFindDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) hits = maak_plan_find (maak_document_get_plan (self->document), words, maak_context_get_language (self->context), ENOUGH, NULL);

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (hits, i)));
  show_count (self, hits->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), hits->len > 0 ? "some" : *words != '\0' ? "none"
                                                                                                     : "begin");
  g_object_set_data_full (G_OBJECT (self->document), WORDS, g_strdup (words), g_free);
}

static GtkWidget *
find_view (GtkWidget   *widget,
           MaakLanguage language)
{
  GtkWidget *found = NULL;

  if (MAAK_IS_TEXT_PANE (widget))
    return maak_text_pane_get_language (MAAK_TEXT_PANE (widget)) == language ? maak_text_pane_get_view (MAAK_TEXT_PANE (widget)) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_view (child, language);
  return found;
}

/* Selects the words in the text in which they stand. Where they cannot be told (they go over a line), the text alone has the keyboard. */
static void
select_words (GtkWidget   *window,
              MaakFindHit *hit)
{
  GtkWidget       *focus = gtk_window_get_focus (GTK_WINDOW (window)), *row = focus != NULL ? gtk_widget_get_ancestor (focus, MAAK_TYPE_FIELD_ROW) : NULL;
  MaakLanguage     language = maak_find_hit_get_field (hit)->one_language ? MAAK_LANGUAGE_NL : maak_find_hit_get_language (hit);
  GtkWidget       *view = row != NULL ? find_view (row, language) : NULL;
  guint            start, end;
  const char      *snippet = maak_find_hit_get_snippet (hit, &start, &end);
  g_autofree char *words = g_strndup (snippet + start, end - start);
  GtkTextBuffer   *buffer;
  GtkTextIter      from, to;

  if (view == NULL)
    return;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_start_iter (buffer, &to);
  for (guint i = 0; i <= maak_find_hit_get_number (hit); i++)
    if (!gtk_text_iter_forward_search (&to, words, GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY, &from, &to, NULL))
      return;
  gtk_widget_grab_focus (view);
  gtk_text_buffer_select_range (buffer, &from, &to);
}

static void
choose (MaakFindDialog *self,
        GtkListBoxRow  *row)
{
  g_autoptr (MaakFindHit) hit = maak_find_hit_ref (g_object_get_data (G_OBJECT (row), "hit"));
  const MaakField *field = maak_find_hit_get_field (hit);
  MaakRecord      *record = maak_find_hit_get_record (hit);
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (field->type == MAAK_FIELD_TEXT && !field->one_language)
    maak_document_set_writing_language (self->document, maak_find_hit_get_language (hit));
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.go-to", "(ss)", maak_record_get_id (record), field->id);
  select_words (window, hit);
}

static void
row_activated_cb (MaakFindDialog *self,
                  GtkListBoxRow  *row)
{
  choose (self, row);
}

static void
activate_cb (MaakFindDialog *self)
{
  GtkListBoxRow *row;

  /* Somebody may press Enter before the pause in which the search is made. */
  search_cb (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row != NULL)
    choose (self, row);
}

static void
maak_find_dialog_dispose (GObject *object)
{
  MaakFindDialog *self = MAAK_FIND_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_FIND_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_find_dialog_parent_class)->dispose (object);
}

static void
maak_find_dialog_class_init (MaakFindDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_find_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/dialogs/maak-find-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakFindDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, MaakFindDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MaakFindDialog, count);
  gtk_widget_class_bind_template_child (widget_class, MaakFindDialog, list);
}

static void
maak_find_dialog_init (MaakFindDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * maak_find_dialog_new:
 * @words_or_null: what to look for; NULL: what was looked for last
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
maak_find_dialog_new (MaakContext  *context,
                      MaakDocument *document,
                      const char   *words_or_null)
{
  MaakFindDialog *self = g_object_new (MAAK_TYPE_FIND_DIALOG, NULL);
  const char     *words = words_or_null != NULL ? words_or_null : g_object_get_data (G_OBJECT (document), WORDS);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  if (words != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
  search_cb (self);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
