/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A window: a sidebar with the pages in four groups, and the page that is shown. Pages are made when they are first shown
 * and stay until the window gets another document. What a person does with the window as a whole is in
 * maak-window-actions.c. */

#include "shell/maak-window-private.h"

#include "shell/editors/maak-editor.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (MaakWindow, maak_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
get_group_label (MaakPageGroup group)
{
  switch (group)
    {
    case MAAK_PAGE_GROUP_EXPLORE:
      return C_ ("sidebar", "Explore");
    case MAAK_PAGE_GROUP_WRITE:
      return C_ ("sidebar", "Write");
    case MAAK_PAGE_GROUP_TOGETHER:
      return C_ ("sidebar", "Together");
    case MAAK_PAGE_GROUP_FINISH:
      return C_ ("sidebar", "Finish");
    }
  g_assert_not_reached ();
}

static const MaakPageRow *
find_page (MaakWindow *self,
           const char *id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const MaakPageRow *row = g_ptr_array_index (self->pages, i);

      if (strcmp (row->id, id) == 0)
        return row;
    }
  return NULL;
}

static void
set_header_cb (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  const MaakPageRow *page = g_object_get_data (G_OBJECT (row), "page");
  const MaakPageRow *other = before != NULL ? g_object_get_data (G_OBJECT (before), "page") : NULL;
  GtkWidget         *label;

  if (other != NULL && other->group == page->group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (get_group_label (page->group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "maak-group");
  gtk_list_box_row_set_header (row, label);
}

static void
add_sidebar_row (MaakWindow        *self,
                 const MaakPageRow *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (page->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, page->label, -1);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  gtk_list_box_append (GTK_LIST_BOX (self->sidebar), row);
}

static void
fill_sidebar (MaakWindow *self)
{
  self->filling = TRUE;
  gtk_list_box_remove_all (GTK_LIST_BOX (self->sidebar));
  for (guint i = 0; i < self->pages->len; i++)
    add_sidebar_row (self, g_ptr_array_index (self->pages, i));
  self->filling = FALSE;
}

static MaakPage *
ensure_page (MaakWindow        *self,
             const MaakPageRow *row)
{
  MaakPage *page = g_hash_table_lookup (self->made, row->id);

  if (page != NULL)
    return page;
  page = row->make (self->context, self->document, row->first_section, row->n_sections);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (page), row->id);
  g_hash_table_insert (self->made, g_strdup (row->id), page);
  return page;
}

static void
select_in_sidebar (MaakWindow        *self,
                   const MaakPageRow *page)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->sidebar), i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "page") == page)
      gtk_list_box_select_row (GTK_LIST_BOX (self->sidebar), row);
  self->filling = FALSE;
}

static void
show_row (MaakWindow        *self,
          const MaakPageRow *row)
{
  maak_window_commit (self);
  ensure_page (self, row);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), row->id);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self->content_page), row->label);
  g_set_str (&self->page, row->id);
  select_in_sidebar (self, row);
}

static void
row_selected_cb (MaakWindow    *self,
                 GtkListBoxRow *row)
{
  const MaakPageRow *page = row != NULL ? g_object_get_data (G_OBJECT (row), "page") : NULL;

  /* With the arrow keys one moves on through the rows; a narrow window would leave them at the first. */
  if (page != NULL && !self->filling)
    show_row (self, page);
}

static void
row_activated_cb (MaakWindow *self)
{
  /* Also when the row was selected already: in a narrow window it leads to the page. */
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split_view), TRUE);
}

static void
show_title_cb (MaakWindow *self)
{
  g_autofree char *title = NULL;

  if (self->document != NULL)
    title = maak_document_dup_title (self->document, maak_context_get_language (self->context));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->plan_title), title != NULL ? title : _ ("Maakland"));
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Maakland"));
}

static void
maak_window_dispose (GObject *object)
{
  MaakWindow *self = MAAK_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_WINDOW);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_window_parent_class)->dispose (object);
}

static void
maak_window_finalize (GObject *object)
{
  MaakWindow *self = MAAK_WINDOW (object);

  /* Rows of the sidebar point to these as long as there are rows: until the parent is disposed of. */
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->page, g_free);

  G_OBJECT_CLASS (maak_window_parent_class)->finalize (object);
}

static void
maak_window_class_init (MaakWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_window_dispose;
  object_class->finalize = maak_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/maak-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, plan_title);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, content_view);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, save_state);
  maak_window_install_actions (widget_class);
}

static void
maak_window_init (MaakWindow *self)
{
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->sidebar), set_header_cb, NULL, NULL);
  g_signal_connect_object (self->sidebar, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/** maak_window_new: Returns: (transfer floating): a window without a plan */
MaakWindow *
maak_window_new (GtkApplication *application,
                 MaakContext    *context)
{
  MaakWindow *self = g_object_new (MAAK_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  maak_window_set_document (self, NULL);
  return self;
}

/** maak_window_get_document: Returns: (transfer none) (nullable): the open plan */
MaakDocument *
maak_window_get_document (MaakWindow *self)
{
  g_return_val_if_fail (MAAK_IS_WINDOW (self), NULL);

  return self->document;
}

/** maak_window_get_context: Returns: (transfer none): what all windows share */
MaakContext *
maak_window_get_context (MaakWindow *self)
{
  g_return_val_if_fail (MAAK_IS_WINDOW (self), NULL);

  return self->context;
}

static void
follow_document (MaakWindow *self)
{
  g_signal_connect_object (maak_document_get_plan (self->document), "changed", G_CALLBACK (show_title_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify", G_CALLBACK (maak_window_update_actions), self, G_CONNECT_SWAPPED);
}

/** maak_window_set_document: shows the pages of another plan, or of none; the first one is shown. */
void
maak_window_set_document (MaakWindow   *self,
                          MaakDocument *document_or_null)
{
  GtkWidget *child;

  g_return_if_fail (MAAK_IS_WINDOW (self));

  maak_window_commit (self);
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (maak_document_get_plan (self->document), self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document_or_null);
  g_hash_table_remove_all (self->made);
  while ((child = gtk_widget_get_first_child (self->stack)) != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), child);
  gtk_list_box_remove_all (GTK_LIST_BOX (self->sidebar));
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->page, g_free);
  self->pages = maak_pages_list (self->context, self->document);
  if (self->document != NULL)
    follow_document (self);
  fill_sidebar (self);
  show_title_cb (self);
  maak_window_update_actions (self);
  if (self->pages->len > 0)
    maak_window_show_page (self, ((MaakPageRow *) g_ptr_array_index (self->pages, 0))->id);
}

/** maak_window_show_page: Returns: whether there is a page with this id; then it is shown */
gboolean
maak_window_show_page (MaakWindow *self,
                       const char *id)
{
  const MaakPageRow *row;

  g_return_val_if_fail (MAAK_IS_WINDOW (self) && id != NULL, FALSE);

  row = find_page (self, id);
  if (row == NULL)
    return FALSE;
  show_row (self, row);
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split_view), TRUE);
  return TRUE;
}

/** maak_window_get_page: Returns: (transfer none) (nullable): the id of the page that is shown */
const char *
maak_window_get_page (MaakWindow *self)
{
  g_return_val_if_fail (MAAK_IS_WINDOW (self), NULL);

  return self->page;
}

/**
 * maak_window_commit:
 *
 * Writes what is half typed where the focus is; leaving a field writes it anyway. Before undo, redo, save and closing,
 * which keys can ask for without the focus going anywhere.
 */
void
maak_window_commit (MaakWindow *self)
{
  g_return_if_fail (MAAK_IS_WINDOW (self));

  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (self)); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (MAAK_IS_EDITOR (widget))
      maak_editor_commit (MAAK_EDITOR (widget));
}

/* The page of the plan on which a field of the root record stands. */
static const MaakPageRow *
find_page_of_section (MaakWindow        *self,
                      const MaakSection *section)
{
  const MaakTemplate *template = maak_record_get_template (maak_plan_get_root (maak_document_get_plan (self->document)));

  for (guint i = 0; i < self->pages->len; i++)
    {
      const MaakPageRow *row = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < row->n_sections; j++)
        if (maak_template_get_section (template, row->first_section + j) == section)
          return row;
    }
  return NULL;
}

/**
 * maak_window_go_to:
 * @record: of the open plan
 * @field_or_null: a field of @record
 *
 * Shows the page on which a record is, opens the record there and puts the focus on the field.
 *
 * Returns: whether it was found
 */
gboolean
maak_window_go_to (MaakWindow      *self,
                   MaakRecord      *record,
                   const MaakField *field_or_null)
{
  const MaakPageRow *row;
  const MaakField   *top = field_or_null;
  MaakRecord        *root;

  g_return_val_if_fail (MAAK_IS_WINDOW (self) && self->document != NULL && MAAK_IS_RECORD (record), FALSE);

  root = maak_plan_get_root (maak_document_get_plan (self->document));
  for (MaakRecord *up = record; up != NULL && up != root; up = maak_record_get_parent (up))
    top = maak_record_get_parent_field (up);
  row = find_page_of_section (self, top != NULL ? top->section : maak_template_get_section (maak_record_get_template (root), 0));
  if (row == NULL || !maak_window_show_page (self, row->id))
    return FALSE;
  return maak_page_jump (ensure_page (self, row), record, field_or_null);
}

/** maak_window_add_toast: shows @toast_taken at the bottom of the window. */
void
maak_window_add_toast (MaakWindow *self,
                       AdwToast   *toast_taken)
{
  g_return_if_fail (MAAK_IS_WINDOW (self));

  adw_toast_set_use_markup (toast_taken, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast_taken);
}
