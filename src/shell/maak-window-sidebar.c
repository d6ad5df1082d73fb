/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The sidebar of a window: the plan's title with its file, and a row for each page with a count. What else is to know of the
 * plan as a whole is the tooltip of the title. A page of the plan that is one list counts the records of that list; the page of the findings counts what
 * blocks, else what is a problem, with a mark. Counts follow the plan in a pause of typing. */

#include "shell/maak-window-private.h"

#include "checks/maak-checks.h"
#include "shell/maak-completeness.h"

#include <glib/gi18n.h>

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
add_row (MaakWindow        *self,
         const MaakPageRow *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (page->label);
  GtkWidget *mark = gtk_image_new ();
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_set_visible (mark, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, page->label, -1);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_list_box_append (GTK_LIST_BOX (self->sidebar), row);
}

/* The list that a page of the plan consists of; NULL: it is more than a list. */
static const MaakField *
find_list (MaakWindow        *self,
           const MaakPageRow *page)
{
  const MaakTemplate *template = maak_record_get_template (maak_plan_get_root (maak_document_get_plan (self->document)));
  const MaakField *found = NULL;

  for (guint i = 0; i < page->n_sections; i++)
    {
      const MaakSection *section = maak_template_get_section (template, page->first_section + i);

      for (guint j = 0; j < section->n_fields; j++)
        {
          if (section->fields[j]->type != MAAK_FIELD_LIST || section->fields[j]->max_count == 1 || found != NULL)
            return NULL;
          found = section->fields[j];
        }
    }
  return found;
}

static char *
dup_count_of_list (MaakWindow        *self,
                   const MaakPageRow *page)
{
  const MaakField *list = page->n_sections > 0 ? find_list (self, page) : NULL;
  MaakValue       *value = list != NULL ? maak_record_get (maak_plan_get_root (maak_document_get_plan (self->document)), list) : NULL;
  guint            n = 0;

  if (value != NULL)
    maak_value_get_records (value, &n);
  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

/* Texts that are not translated yet do not count: the page of the findings lists them by themselves. */
static guint
count_untranslated (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += maak_finding_is_untranslated (g_ptr_array_index (findings, i));
  return n;
}

static char *
dup_count_of_findings (MaakWindow *self,
                       GtkWidget  *mark,
                       char      **spoken)
{
  GPtrArray *findings = maak_document_get_findings (self->document);
  guint      untranslated = count_untranslated (findings), blocks = maak_checks_count (findings, MAAK_SEVERITY_BLOCK);
  guint      problems = maak_checks_count (findings, MAAK_SEVERITY_PROBLEM) - untranslated;
  guint      n = blocks > 0 ? blocks : problems > 0 ? problems
                                                    : findings->len - untranslated;

  gtk_widget_set_visible (mark, blocks + problems > 0);
  gtk_widget_remove_css_class (mark, "error");
  gtk_widget_remove_css_class (mark, "warning");
  gtk_widget_add_css_class (mark, blocks > 0 ? "error" : "warning");
  gtk_image_set_from_icon_name (GTK_IMAGE (mark), blocks > 0 ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  if (blocks > 0)
    *spoken = g_strdup_printf (ngettext ("%u that blocks submission", "%u that block submission", blocks), blocks);
  else if (problems > 0)
    *spoken = g_strdup_printf (ngettext ("%u problem", "%u problems", problems), problems);
  else if (n > 0)
    *spoken = g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice", n), n);
  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

static void
update_rows (MaakWindow *self);

static gboolean
count_cb (gpointer data)
{
  MaakWindow *self = data;

  self->counting_source = 0;
  self->counted = TRUE;
  update_rows (self);
  return G_SOURCE_REMOVE;
}

static gboolean
painting_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  MaakWindow *self = MAAK_WINDOW (widget);

  self->counting_tick = 0;
  self->counting_source = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* A plan is shown first, and then gone over for the first time. */
static gboolean
has_findings (MaakWindow *self)
{
  if (!self->counted && self->counting_tick == 0 && self->counting_source == 0)
    self->counting_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), painting_cb, NULL, NULL);
  return self->counted;
}

/** maak_window_forget_counts: another plan is shown, or none. */
void
maak_window_forget_counts (MaakWindow *self)
{
  self->counted = FALSE;
  g_clear_handle_id (&self->counting_source, g_source_remove);
  if (self->counting_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->counting_tick);
  self->counting_tick = 0;
}

static void
update_row (MaakWindow    *self,
            GtkListBoxRow *row)
{
  const MaakPageRow *page = g_object_get_data (G_OBJECT (row), "page");
  GtkWidget         *mark = g_object_get_data (G_OBJECT (row), "mark");
  GtkWidget         *label = g_object_get_data (G_OBJECT (row), "count");
  g_autofree char   *count = NULL;
  g_autofree char   *spoken = NULL;
  g_autofree char   *name = NULL;

  if (self->document != NULL && strcmp (page->id, "findings") != 0)
    count = dup_count_of_list (self, page);
  else if (self->document != NULL && has_findings (self))
    count = dup_count_of_findings (self, mark, &spoken);
  gtk_label_set_label (GTK_LABEL (label), count != NULL ? count : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), spoken);
  if (count != NULL)
    name = g_strdup_printf ("%s, %s", page->label, spoken != NULL ? spoken : count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : page->label, -1);
}

/* What a reader asks first: the plan's state, else its version. */
static char *
dup_state (MaakWindow *self)
{
  MaakPlan        *plan = maak_document_get_plan (self->document);
  MaakRecord      *root = maak_plan_get_root (plan);
  MaakLanguage     language = maak_context_get_language (self->context);
  MaakText        *version = maak_record_get_text (root, MAAK_ROLE_VERSION_NAME);
  const MaakField *state = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_STATE);
  MaakValue       *value = state != NULL ? maak_record_get (root, state) : NULL;

  if (value != NULL)
    return maak_plan_dup_term_label (plan, state->vocabulary, maak_value_get_code (value), language);
  return g_strdup (version != NULL ? maak_text_get_best (version, language) : "");
}

/* What there is to know of the plan as a whole, each in a line: title, file with its folder, state, how complete the languages
 * are. When it is asked for: all texts of the plan are looked at. */
static char *
dup_tooltip (MaakWindow *self)
{
  const char      *title = adw_window_title_get_title (ADW_WINDOW_TITLE (self->plan_title));
  MaakPlan        *plan = maak_document_get_plan (self->document);
  const char      *path = maak_document_get_path (self->document);
  g_autofree char *state = dup_state (self);
  g_autofree char *complete = maak_completeness_dup_words (plan);
  GString         *words = g_string_new (title);

  g_string_append_printf (words, "\n%s", path != NULL ? path : _ ("Not in a file yet: kept as a draft"));
  if (*state != '\0')
    g_string_append_printf (words, "\n%s", state);
  if (*complete != '\0')
    g_string_append_printf (words, "\n%s", complete);
  return g_string_free_and_steal (words);
}

static gboolean
query_tooltip_cb (MaakWindow *self,
                  int         x,
                  int         y,
                  gboolean    by_key,
                  GtkTooltip *tooltip)
{
  g_autofree char *words = self->document != NULL ? dup_tooltip (self) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
show_no_plan (MaakWindow *self)
{
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->plan_title), "Maakland");
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->plan_title), "");
  gtk_window_set_title (GTK_WINDOW (self), "Maakland");
}

/** maak_window_update_title: shows what the plan is called, in which file it is, and with a dot that the file lacks something. */
void
maak_window_update_title (MaakWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;
  g_autofree char *marked = NULL;
  const char      *path;

  if (self->document == NULL)
    {
      show_no_plan (self);
      return;
    }
  title = maak_document_dup_title (self->document, maak_context_get_language (self->context));
  path = maak_document_get_path (self->document);
  file = path != NULL ? g_filename_display_basename (path) : g_strdup (_ ("Not in a file yet"));
  marked = path != NULL && maak_document_get_modified (self->document) ? g_strdup_printf ("• %s", file) : g_strdup (file);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->plan_title), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->plan_title), marked);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_rows (MaakWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->sidebar), i)) != NULL; i++)
    update_row (self, row);
}

/** maak_window_update_sidebar: shows what the plan is called and how much of everything it holds. */
void
maak_window_update_sidebar (MaakWindow *self)
{
  maak_window_update_title (self);
  update_rows (self);
}

/** maak_window_fill_sidebar: makes a row for each page. */
void
maak_window_fill_sidebar (MaakWindow *self)
{
  self->filling = TRUE;
  self->just_selected = NULL;
  gtk_list_box_remove_all (GTK_LIST_BOX (self->sidebar));
  for (guint i = 0; i < self->pages->len; i++)
    add_row (self, g_ptr_array_index (self->pages, i));
  self->filling = FALSE;
  maak_window_update_sidebar (self);
}

static gboolean
scroll_cb (gpointer data)
{
  MaakWindow    *self = data;
  GtkListBoxRow *row = gtk_widget_get_mapped (GTK_WIDGET (self)) ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->sidebar)) : NULL;
  GtkWidget     *viewport = row != NULL ? gtk_widget_get_ancestor (self->sidebar, GTK_TYPE_VIEWPORT) : NULL;

  if (viewport != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (row), NULL);
  return G_SOURCE_REMOVE;
}

/* Once the rows have their places. */
static void
scroll_to_selected (MaakWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_cb, g_object_ref (self), g_object_unref);
}

/** maak_window_select_in_sidebar: marks the row of the page that is shown. */
void
maak_window_select_in_sidebar (MaakWindow        *self,
                               const MaakPageRow *page)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->sidebar), i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "page") == page)
      gtk_list_box_select_row (GTK_LIST_BOX (self->sidebar), row);
  self->filling = FALSE;
  scroll_to_selected (self);
}

static void
row_selected_cb (MaakWindow    *self,
                 GtkListBoxRow *row)
{
  const MaakPageRow *page = row != NULL ? g_object_get_data (G_OBJECT (row), "page") : NULL;

  /* With the arrow keys one moves on through the rows; a narrow window would leave them at the first. */
  if (page != NULL && !self->filling)
    {
      maak_window_show_row (self, page);
      self->just_selected = page;
    }
}

static void
row_activated_cb (MaakWindow    *self,
                  GtkListBoxRow *row)
{
  const MaakPageRow *page = g_object_get_data (G_OBJECT (row), "page");
  gboolean           again = page != self->just_selected && g_strcmp0 (self->page, page->id) == 0;
  MaakPage          *shown = g_hash_table_lookup (self->made, page->id);

  self->just_selected = NULL;
  maak_window_show_page (self, page->id);
  /* Choosing the page that is shown leads back to its beginning. */
  while (again && shown != NULL && !adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (self->split_view)) && maak_page_go_back (shown))
    continue;
}

/** maak_window_toggle_sidebar: puts the keyboard in the list of pages, or from there back in the page. */
void
maak_window_toggle_sidebar (MaakWindow *self)
{
  GtkWidget     *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->sidebar));
  gboolean       there = focus != NULL && gtk_widget_is_ancestor (focus, self->sidebar_page);

  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split_view), there);
  if (there)
    maak_window_focus_page (self);
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/** maak_window_init_sidebar: prepares the list of pages. */
void
maak_window_init_sidebar (MaakWindow *self)
{
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->sidebar), set_header_cb, NULL, NULL);
  g_signal_connect_object (self->plan_title, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "map", G_CALLBACK (scroll_to_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}
