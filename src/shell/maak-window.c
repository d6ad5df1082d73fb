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

/* What people may call a page: by what stands on it. */
static const struct
{
  const char *alias;
  MaakRole    role;
} aliases[] = {
  { "clusters", MAAK_ROLE_CLUSTERS },
  { "strategy", MAAK_ROLE_STRATEGY },
  { "proposals", MAAK_ROLE_PROPOSALS },
  { "parties", MAAK_ROLE_PARTIES },
  { "asks", MAAK_ROLE_ASKS },
  { "evidence", MAAK_ROLE_EVIDENCE_LIST },
  { "plan", MAAK_ROLE_TITLE },
};

/** maak_window_find_page: Returns: (nullable): the page with an id, or with what stands on it ("clusters") */
const MaakPageRow *
maak_window_find_page (MaakWindow *self,
                       const char *id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const MaakPageRow *row = g_ptr_array_index (self->pages, i);

      if (strcmp (row->id, id) == 0)
        return row;
    }
  for (guint i = 0; i < G_N_ELEMENTS (aliases) && self->document != NULL; i++)
    if (strcmp (aliases[i].alias, id) == 0)
      {
        MaakRecord      *root = maak_plan_get_root (maak_document_get_plan (self->document));
        const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), aliases[i].role);

        return field != NULL ? maak_pages_find (self->pages, maak_document_get_plan (self->document), root, field) : NULL;
      }
  return NULL;
}

static void
maak_window_dispose (GObject *object)
{
  MaakWindow *self = MAAK_WINDOW (object);

  maak_window_forget_counts (self);
  /* It may live on: in another window, or until what it writes is written. */
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  /* The list may outlive the window for a moment (keep_split_view_cb()), and its rows point to what goes with it. */
  if (self->sidebar != NULL)
    {
      gtk_list_box_set_header_func (GTK_LIST_BOX (self->sidebar), NULL, NULL, NULL);
      gtk_list_box_remove_all (GTK_LIST_BOX (self->sidebar));
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_WINDOW);
  g_clear_weak_pointer (&self->place_toast);
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
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, small);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, plan_title);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, content_view);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, edit_buttons);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, language);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, languages);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, side_by_side);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, save_state);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, save_icon);
  gtk_widget_class_bind_template_child (widget_class, MaakWindow, save_label);
  maak_window_install_actions (widget_class);
}

static void
language_chosen_cb (MaakWindow *self)
{
  const char  *name = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->languages));
  MaakLanguage language;

  if (self->document != NULL && !self->filling && name != NULL && maak_language_parse (name, &language))
    maak_document_set_writing_language (self->document, language);
}

static void
side_by_side_chosen_cb (MaakWindow *self)
{
  if (self->document != NULL && !self->filling)
    maak_document_set_side_by_side (self->document, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->side_by_side)));
}

/* For the style sheet: margins that a small window can do without. */
static void
small_cb (MaakWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "maak-small");
}

static void
not_small_cb (MaakWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "maak-small");
}

static gboolean
let_go_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.7 sets a member of the split view in an idle call that does not hold it: a window that is closed at that
 * moment would be written to after it is gone. So the split view lives on until that call was made. */
static void
keep_split_view_cb (MaakWindow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, let_go_cb, g_object_ref (self->split_view), g_object_unref);
}

static void
maak_window_init (MaakWindow *self)
{
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->split_view, "notify::show-content", G_CALLBACK (keep_split_view_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->small, "apply", G_CALLBACK (small_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->small, "unapply", G_CALLBACK (not_small_cb), self, G_CONNECT_SWAPPED);
  maak_window_init_sidebar (self);
  maak_window_init_files (self);
  maak_window_init_banners (self);
  g_signal_connect_object (self->languages, "notify::active-name", G_CALLBACK (language_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side_by_side, "notify::active", G_CALLBACK (side_by_side_chosen_cb), self, G_CONNECT_SWAPPED);
}

/** maak_window_new: Returns: (transfer floating): a window without a plan */
MaakWindow *
maak_window_new (GtkApplication *application,
                 MaakContext    *context)
{
  MaakWindow *self = g_object_new (MAAK_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  maak_window_restore_size (self);
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
show_writing_cb (MaakWindow *self)
{
  MaakLanguage     language = maak_document_get_writing_language (self->document);
  g_autofree char *code = g_ascii_strup (maak_language_get_code (language), -1);
  const char      *spoken = language == MAAK_LANGUAGE_NL ? _ ("You write in Dutch. Change to English") : _ ("You write in English. Change to Dutch");

  self->filling = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->language), code);
  gtk_widget_set_tooltip_text (self->language, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->languages), maak_language_get_code (language));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->side_by_side), maak_document_get_side_by_side (self->document));
  self->filling = FALSE;
}

static void
keep_side_by_side_cb (MaakWindow *self)
{
  GSettings *settings = maak_context_get_settings (self->context);

  show_writing_cb (self);
  if (settings != NULL)
    g_settings_set_boolean (settings, "side-by-side", maak_document_get_side_by_side (self->document));
}

static void
show_state_cb (MaakWindow *self)
{
  maak_window_update_actions (self);
  maak_window_update_save_state (self);
  maak_window_update_banners (self);
  maak_window_update_title (self);
}

/* As the person likes to write, whatever the plan. */
static void
apply_settings (MaakWindow *self)
{
  GSettings       *settings = maak_context_get_settings (self->context);
  g_autofree char *author = settings != NULL ? g_settings_get_string (settings, "author") : NULL;

  maak_document_set_writing_language (self->document, maak_context_get_language (self->context));
  if (settings == NULL)
    return;
  maak_document_set_author (self->document, *author != '\0' ? author : NULL);
  maak_document_set_side_by_side (self->document, g_settings_get_boolean (settings, "side-by-side"));
}

/* Where it was left, else at the first page. The keyboard is in the list of pages, for who wants another. */
static void
show_first_page (MaakWindow *self)
{
  const char *page = self->document != NULL ? maak_document_get_page (self->document) : NULL;
  GtkWidget  *row;

  if (self->pages->len > 0 && (page == NULL || !maak_window_show_page (self, page)))
    maak_window_show_page (self, ((MaakPageRow *) g_ptr_array_index (self->pages, 0))->id);
  row = GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->sidebar)));
  if (self->document != NULL && row != NULL)
    gtk_widget_grab_focus (row);
}

static void
follow_document (MaakWindow *self)
{
  g_signal_connect_object (self->document, "findings-changed", G_CALLBACK (maak_window_update_sidebar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify", G_CALLBACK (show_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::writing-language", G_CALLBACK (show_writing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::side-by-side", G_CALLBACK (keep_side_by_side_cb), self, G_CONNECT_SWAPPED);
  apply_settings (self);
  show_writing_cb (self);
}

/** maak_window_set_document: shows the pages of another plan, or of none; the first one is shown. */
void
maak_window_set_document (MaakWindow   *self,
                          MaakDocument *document_or_null)
{
  GtkWidget *child;

  g_return_if_fail (MAAK_IS_WINDOW (self));

  maak_window_commit (self);
  maak_window_forget_counts (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
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
  maak_window_fill_sidebar (self);
  show_state_cb (self);
  show_first_page (self);
  maak_window_remember (self);
}

/* In a narrow window the way to the list of pages is a button too: of two of them only the nearer makes sense. */
static void
show_back_cb (MaakWindow *self)
{
  MaakPage *page = self->page != NULL ? g_hash_table_lookup (self->made, self->page) : NULL;

  adw_header_bar_set_show_back_button (ADW_HEADER_BAR (self->header), page == NULL || !maak_page_get_has_back (page));
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
  g_signal_connect_object (page, "notify::has-back", G_CALLBACK (show_back_cb), self, G_CONNECT_SWAPPED);
  return page;
}

/** maak_window_show_row: shows a page; a narrow window stays where it is. */
void
maak_window_show_row (MaakWindow        *self,
                      const MaakPageRow *row)
{
  maak_window_commit (self);
  ensure_page (self, row);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), row->id);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self->content_page), row->label);
  g_set_str (&self->page, row->id);
  show_back_cb (self);
  if (self->document != NULL)
    maak_document_set_page (self->document, row->id);
  gtk_widget_set_visible (self->edit_buttons, row->n_sections > 0);
  maak_window_select_in_sidebar (self, row);
}

/** maak_window_focus_page: puts the keyboard in the page that is shown, where it was before or at the beginning. */
void
maak_window_focus_page (MaakWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self)), *page = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/** maak_window_show_page: Returns: whether there is a page with this id; then it is shown, and has the keyboard */
gboolean
maak_window_show_page (MaakWindow *self,
                       const char *id)
{
  const MaakPageRow *row;

  g_return_val_if_fail (MAAK_IS_WINDOW (self) && id != NULL, FALSE);

  row = maak_window_find_page (self, id);
  if (row == NULL)
    return FALSE;
  maak_window_show_row (self, row);
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split_view), TRUE);
  maak_window_focus_page (self);
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

  g_return_val_if_fail (MAAK_IS_WINDOW (self) && self->document != NULL && MAAK_IS_RECORD (record), FALSE);

  row = maak_pages_find (self->pages, maak_document_get_plan (self->document), record, field_or_null);
  if (row == NULL || !maak_window_show_page (self, row->id))
    return FALSE;
  return maak_page_jump (ensure_page (self, row), record, field_or_null);
}

/**
 * maak_window_go_to_path:
 * @path: as in errors: "proposals[2].budget"
 *
 * Returns: whether it was found and shown; FALSE without an error when no plan is open
 */
gboolean
maak_window_go_to_path (MaakWindow *self,
                        const char *path,
                        GError    **error)
{
  MaakRecord      *record;
  const MaakField *field;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (MAAK_IS_WINDOW (self) && path != NULL, FALSE);

  if (self->document == NULL || !maak_plan_resolve (maak_document_get_plan (self->document), path, &record, &field, &rest, error))
    return FALSE;
  return maak_window_go_to (self, record, field);
}

/** maak_window_set_size: asks for another size, in application pixels; 0 leaves width or height as they are. */
void
maak_window_set_size (MaakWindow *self,
                      int         width,
                      int         height)
{
  int old_width, old_height;

  g_return_if_fail (MAAK_IS_WINDOW (self));

  gtk_window_unmaximize (GTK_WINDOW (self));
  gtk_window_get_default_size (GTK_WINDOW (self), &old_width, &old_height);
  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? width : old_width, height > 0 ? height : old_height);
}

/** maak_window_is_busy: Returns: whether it is making something that will show in a moment */
gboolean
maak_window_is_busy (MaakWindow *self)
{
  MaakPage *page;

  g_return_val_if_fail (MAAK_IS_WINDOW (self), FALSE);

  page = self->page != NULL ? g_hash_table_lookup (self->made, self->page) : NULL;
  return (self->document != NULL && !self->counted) || (page != NULL && maak_page_is_busy (page));
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
