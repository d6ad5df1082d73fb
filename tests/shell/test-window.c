/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The window from within: where a jump comes to rest, and what the sidebar does in a narrow window. */

#include "maak-test.h"
#include "shell/dialogs/maak-find-dialog.h"
#include "shell/editors/maak-list-editor.h"
#include "shell/editors/maak-prose-view.h"
#include "shell/maak-completeness.h"
#include "shell/maak-field-row.h"
#include "shell/maak-record-row.h"
#include "shell/maak-window-private.h"
#include "shell/pages/maak-map-page.h"

#include <adwaita.h>

static MaakWindow *
make_window (int width)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data", "examples", "overijssel.maakland.json", NULL);
  g_autofree char *folder = g_dir_make_tmp ("maakland-XXXXXX", NULL);
  g_autoptr (MaakContext) context = NULL;
  g_autoptr (MaakDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  MaakWindow *window;

  context = maak_context_new (folder, MAAK_LANGUAGE_NL, NULL, &error);
  g_assert_no_error (error);
  maak_document_open (path, maak_context_get_library (context), maak_context_get_drafts (context), &document, &error);
  g_assert_no_error (error);
  window = maak_window_new (NULL, context);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
  maak_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The record with most fields: its form is the longest. */
static void
find_longest_cb (MaakRecord *record,
                 gpointer    data)
{
  MaakRecord **longest = data;

  if (*longest == NULL ||
      maak_template_get_n_fields (maak_record_get_template (record)) > maak_template_get_n_fields (maak_record_get_template (*longest)))
    *longest = record;
}

static GtkWidget *
find_marked (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "maak-found") && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_marked (child);
  return found;
}

static GtkWidget *
find_of_type (GtkWidget *widget,
              GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);
  return found;
}

/* Whether the row that was jumped to is seen as a whole. */
static gboolean
is_seen (MaakWindow *window)
{
  GtkWidget      *row = find_marked (GTK_WIDGET (window));
  GtkWidget      *scroller = row != NULL ? gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  graphene_rect_t bounds;

  return scroller != NULL && gtk_widget_compute_bounds (row, scroller, &bounds) && bounds.size.height > 0 &&
         bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

static gboolean
wait_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_a_while (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, wait_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Seen, and so it stays: sections around it get their fields later. */
static gboolean
comes_to_rest (MaakWindow *window)
{
  for (guint tries = 0; tries < 100; tries++)
    {
      wait_a_while (200);
      if (!is_seen (window))
        continue;
      wait_a_while (600);
      if (is_seen (window))
        return TRUE;
    }
  return FALSE;
}

static const struct
{
  const char *name;
  double      part; /* of the form, where the field lies */
} jumps[] = {
  { "last", 1 },
  { "middle", 0.5 },
  { "first", 0 },
};

static void
test_jump (gconstpointer data)
{
  const typeof (jumps[0]) *row = data;
  MaakWindow              *window = make_window (1000);
  MaakRecord              *record = NULL;
  const MaakTemplate *template;
  const MaakField *field;

  maak_plan_foreach (maak_document_get_plan (maak_window_get_document (window)), find_longest_cb, &record);
  template = maak_record_get_template (record);
  field = maak_template_get_field (template, (guint) ((maak_template_get_n_fields (template) - 1) * row->part));
  g_assert_true (maak_window_go_to (window, record, field));
  g_assert_true (comes_to_rest (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* With the arrow keys one passes row after row; a row that is activated leads to its page. */
static void
test_narrow_sidebar (void)
{
  MaakWindow             *window = make_window (360);
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (window->split_view);
  GtkListBoxRow          *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (window->sidebar), 1);

  for (guint tries = 0; tries < 100 && !adw_navigation_split_view_get_collapsed (view); tries++)
    wait_a_while (100);
  g_assert_true (adw_navigation_split_view_get_collapsed (view));
  adw_navigation_split_view_set_show_content (view, FALSE);
  gtk_list_box_select_row (GTK_LIST_BOX (window->sidebar), row);
  g_assert_cmpstr (maak_window_get_page (window), ==, ((MaakPageRow *) g_ptr_array_index (window->pages, 1))->id);
  g_assert_false (adw_navigation_split_view_get_show_content (view));
  g_signal_emit_by_name (row, "activate");
  g_assert_true (adw_navigation_split_view_get_show_content (view));
  /* At once: a toolkit of this age writes to a split view that is gone, unless the window sees to it. */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first record of each template, where the plan has one: a name of a template, the record. */
static void
note_kind_cb (MaakRecord *record,
              gpointer    data)
{
  if (!g_hash_table_contains (data, maak_record_get_template (record)))
    g_hash_table_insert (data, (gpointer) maak_record_get_template (record), record);
}

/* A finding may be about any field of any record: a jump leads to that field, however deep its record lies. */
static void
test_every_field (void)
{
  MaakWindow *window = make_window (1000);
  MaakPlan   *plan = maak_document_get_plan (maak_window_get_document (window));
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       record;

  maak_plan_foreach (plan, note_kind_cb, kinds);
  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      const MaakTemplate *template = maak_record_get_template (record);

      for (guint i = 0; i < maak_template_get_n_fields (template); i++)
        {
          const MaakField *field = maak_template_get_field (template, i);
          g_autoptr (MaakSlot) slot = maak_slot_new (plan, record, field);
          GtkWidget *row;

          /* Cards fill a page: there is no row of a form around them. */
          if (!maak_slot_applies (slot) || field->present == MAAK_PRESENT_CARDS)
            continue;
          g_assert_true (maak_window_go_to (window, record, field));
          row = find_marked (GTK_WIDGET (window));
          if (row == NULL || maak_field_row_get_field (MAAK_FIELD_ROW (row)) != field)
            g_test_message ("%s.%s: not reached", maak_template_get_id (template), field->id), g_test_fail ();
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
find_partner_cb (MaakRecord *record,
                 gpointer    data)
{
  MaakRecord **partner = data;
  const MaakTemplate *template = maak_record_get_template (record);

  if (maak_template_lookup_role (template, MAAK_ROLE_TITLE) == NULL && maak_template_get_n_fields (template) > 0 &&
      maak_template_get_field (template, 0)->type == MAAK_FIELD_PARTY)
    *partner = record;
}

/* A partner has no title: it is called by its organisation. */
static void
test_partner_title (void)
{
  MaakWindow      *window = make_window (1000);
  MaakPlan        *plan = maak_document_get_plan (maak_window_get_document (window));
  MaakRecord      *partner = NULL, *party;
  const MaakField *field;
  g_autofree char *title = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *wanted = NULL;

  maak_plan_foreach (plan, find_partner_cb, &partner);
  field = maak_template_get_field (maak_record_get_template (partner), 0);
  party = maak_plan_lookup (plan, maak_value_get_ids (maak_record_get (partner, field), NULL)[0]);
  wanted = maak_record_dup_title (party, MAAK_LANGUAGE_NL);
  title = maak_plan_dup_record_title (plan, partner, MAAK_LANGUAGE_NL);
  g_assert_cmpstr (title, ==, wanted);
  g_assert_true (maak_window_go_to (window, partner, field));
  maak_plan_set (plan, partner, field, NULL);
  empty = maak_plan_dup_record_title (plan, partner, MAAK_LANGUAGE_NL);
  g_assert_cmpstr (empty, ==, maak_text_get (maak_template_get_label (maak_record_get_template (partner)), MAAK_LANGUAGE_NL));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
find_prose_cb (MaakRecord *record,
               gpointer    data)
{
  const MaakField **found = ((gpointer *) data)[0];
  MaakRecord      **where = ((gpointer *) data)[1];
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    if (maak_template_get_field (template, i)->type == MAAK_FIELD_TEXT && maak_template_get_field (template, i)->prose)
      {
        *found = maak_template_get_field (template, i);
        *where = record;
      }
}

/* Whether the words are selected in a text, and the end of them is seen. */
static gboolean
shows_selected (MaakWindow *window,
                const char *words)
{
  GtkWidget       *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget       *scroller = MAAK_IS_PROSE_VIEW (focus) ? gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkTextBuffer   *buffer = scroller != NULL ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL;
  GtkTextIter      from, to;
  GdkRectangle     cursor;
  graphene_point_t point;
  g_autofree char *selected = NULL;

  if (buffer == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    return FALSE;
  selected = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  maak_prose_view_get_cursor_rectangle (MAAK_PROSE_VIEW (focus), &cursor);
  return strcmp (selected, words) == 0 &&
         gtk_widget_compute_point (focus, scroller, &GRAPHENE_POINT_INIT ((float) cursor.x, (float) cursor.y), &point) &&
         point.y >= 0 && point.y + cursor.height <= gtk_widget_get_height (scroller);
}

/* What was looked for is selected where it stands, the third of three, far down. */
static void
test_find (void)
{
  MaakWindow      *window = make_window (1000);
  MaakPlan        *plan = maak_document_get_plan (maak_window_get_document (window));
  const MaakField *field = NULL;
  MaakRecord      *record = NULL;
  g_autoptr (MaakSlot) slot = NULL;
  g_autoptr (GString) text = g_string_new ("Kwikstaart. En kwikstaart.\n\n");
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;
  GtkWidget *list;

  maak_plan_foreach (plan, find_prose_cb, (gpointer[]) { &field, &record });
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Alinea %u.\n\n", i);
  g_string_append (text, "De laatste KWIKSTAART zit hier.");
  slot = maak_slot_new (plan, record, field);
  g_assert_true (maak_slot_set_string (slot, MAAK_LANGUAGE_NL, text->str, &error));
  dialog = maak_find_dialog_new (maak_window_get_context (window), maak_window_get_document (window), "kwikstaart");
  adw_dialog_present (dialog, GTK_WIDGET (window));
  list = find_of_type (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  for (guint tries = 0; tries < 100 && !shows_selected (window, "KWIKSTAART"); tries++)
    wait_a_while (100);
  wait_a_while (600);
  g_assert_true (shows_selected (window, "KWIKSTAART"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A field that may name any municipality: there is no longer list to choose from. */
static void
find_regions_cb (MaakRecord *record,
                 gpointer    data)
{
  const MaakField **found = ((gpointer *) data)[0];
  MaakRecord      **where = ((gpointer *) data)[1];
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    if (maak_template_get_field (template, i)->type == MAAK_FIELD_REGIONS && (maak_template_get_field (template, i)->levels & (1u << MAAK_LEVEL_MUNICIPALITY)) != 0)
      {
        *found = maak_template_get_field (template, i);
        *where = record;
      }
}

/* A long list opens with the few rows that are seen, and has the others when one comes to its end. */
static void
test_long_list (void)
{
  MaakWindow      *window = make_window (1000);
  const MaakField *field = NULL;
  MaakRecord      *record = NULL;
  GtkWidget       *button, *picker, *list;
  GtkAdjustment   *adjustment;
  GListModel      *rows;

  maak_plan_foreach (maak_document_get_plan (maak_window_get_document (window)), find_regions_cb, (gpointer[]) { &field, &record });
  g_assert_true (maak_window_go_to (window, record, field));
  g_assert_true (comes_to_rest (window));
  button = find_of_type (find_marked (GTK_WIDGET (window)), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_a_while (500);
  picker = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  list = find_of_type (picker, GTK_TYPE_LIST_VIEW);
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), <, 60);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  for (guint tries = 0; tries < 100 && g_list_model_get_n_items (rows) < 342; tries++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      wait_a_while (100);
    }
  g_assert_cmpuint (g_list_model_get_n_items (rows), >=, 342);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Of a language counts what is there and not behind the other. */
static void
test_completeness (void)
{
  MaakWindow      *window = make_window (1000);
  MaakPlan        *plan = maak_document_get_plan (maak_window_get_document (window));
  const MaakField *field = NULL;
  MaakRecord      *record = NULL;
  g_autoptr (MaakSlot) slot = NULL;
  g_autoptr (GError) error = NULL;

  maak_plan_foreach (plan, find_prose_cb, (gpointer[]) { &field, &record });
  slot = maak_slot_new (plan, record, field);
  g_assert_cmpuint (maak_completeness_count (plan, MAAK_LANGUAGE_NL), ==, 100);
  g_assert_cmpuint (maak_completeness_count (plan, MAAK_LANGUAGE_EN), ==, 100);
  g_assert_true (maak_slot_set_string (slot, MAAK_LANGUAGE_NL, "Nieuw.", &error));
  g_assert_cmpuint (maak_completeness_count (plan, MAAK_LANGUAGE_NL), ==, 100);
  g_assert_cmpuint (maak_completeness_count (plan, MAAK_LANGUAGE_EN), <, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_way_to_pages (MaakWindow *window)
{
  return adw_header_bar_get_show_back_button (ADW_HEADER_BAR (window->header));
}

/* A record that lies on its page brings a way back: in a narrow window the way to the pages would be a second beside it. */
static void
test_one_way_back (void)
{
  MaakWindow *window = make_window (360);
  MaakRecord *record = NULL;

  maak_plan_foreach (maak_document_get_plan (maak_window_get_document (window)), find_longest_cb, &record);
  g_assert_true (shows_way_to_pages (window));
  g_assert_true (maak_window_go_to (window, record, NULL));
  g_assert_false (shows_way_to_pages (window));
  maak_window_show_page (window, "map");
  g_assert_true (shows_way_to_pages (window));
  g_assert_true (maak_window_go_to (window, record, NULL));
  g_assert_true (maak_page_go_back (g_hash_table_lookup (window->made, window->page)));
  g_assert_true (shows_way_to_pages (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window that gets another plan lets go of the first, with all pages that were made. */
static void
test_lets_go (void)
{
  MaakWindow *window = make_window (1000);
  GObject    *document = G_OBJECT (maak_window_get_document (window));

  for (guint i = 0; i < window->pages->len; i++)
    maak_window_show_page (window, ((MaakPageRow *) g_ptr_array_index (window->pages, i))->id);
  g_object_add_weak_pointer (document, (gpointer *) &document);
  maak_window_set_document (window, NULL);
  for (guint tries = 0; tries < 100 && document != NULL; tries++)
    wait_a_while (100);
  g_assert_null (document);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_rows (GtkWidget *widget,
            guint     *n)
{
  *n += MAAK_IS_RECORD_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_rows (child, n);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (MAAK_IS_LIST_EDITOR (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* Many records that come in one step are shown at once, after it, and the row with the keyboard is not made again. */
static void
test_many_rows (void)
{
  MaakWindow      *window = make_window (1000);
  MaakPlan        *plan = maak_document_get_plan (maak_window_get_document (window));
  MaakRecord      *record = NULL;
  GtkWidget       *list, *row;
  guint            before = 0, during = 0, after = 0;
  const MaakField *field;

  maak_plan_foreach (plan, find_longest_cb, &record);
  field = maak_record_get_parent_field (record);
  g_assert_true (maak_window_go_to (window, maak_plan_get_root (plan), field));
  list = find_list (GTK_WIDGET (window));
  g_assert_nonnull (list);
  count_rows (list, &before);
  g_assert_cmpuint (before, >, 1);
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), MAAK_TYPE_RECORD_ROW);
  g_assert_nonnull (row);
  maak_plan_begin (plan, NULL);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (MaakRecord) more = maak_record_new (maak_record_get_template (record), NULL);

      maak_plan_insert (plan, maak_plan_get_root (plan), field, 0, more);
    }
  maak_plan_end (plan);
  count_rows (list, &during);
  g_assert_cmpuint (during, ==, before);
  wait_a_while (200);
  count_rows (list, &after);
  g_assert_cmpuint (after, ==, before + 100);
  g_assert_true (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), MAAK_TYPE_RECORD_ROW) == row);
  maak_document_discard_draft (maak_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The last record that has a list of illustrations. */
static void
find_place_cb (MaakRecord *record,
               gpointer    data)
{
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);

      if (field->type == MAAK_FIELD_LIST && field->present == MAAK_PRESENT_EXHIBITS && field->value == NULL)
        *(MaakRecord **) data = record;
    }
}

static void
find_last_check (GtkWidget  *widget,
                 GtkWidget **check)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    *check = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_last_check (child, check);
}

/* The record for which an illustration was meant has gone meanwhile: that is told, and nothing is added. */
static void
test_place_gone (void)
{
  MaakWindow  *window = make_window (1000);
  MaakPlan    *plan = maak_document_get_plan (maak_window_get_document (window));
  MaakMessage *last;
  MaakRecord  *record = NULL;
  AdwDialog   *dialog;
  GtkWidget   *check = NULL;

  g_assert_true (maak_window_show_page (window, "map"));
  wait_a_while (500);
  g_signal_emit_by_name (gtk_widget_get_template_child (g_hash_table_lookup (window->made, "map"), MAAK_TYPE_MAP_PAGE, "add"), "clicked");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (dialog);
  find_last_check (GTK_WIDGET (dialog), &check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  maak_plan_foreach (plan, find_place_cb, &record);
  g_assert_nonnull (maak_record_get_parent (record));
  maak_plan_remove (plan, record);
  last = maak_plan_get_undo_reason (plan);
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  g_assert_true (maak_plan_get_undo_reason (plan) == last);
  maak_document_discard_draft (maak_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  maak_test_init (&argc, &argv);
  adw_init ();
  MAAK_TEST_TABLE ("/shell/window/jump", jumps, test_jump);
  g_test_add_func ("/shell/window/narrow-sidebar", test_narrow_sidebar);
  g_test_add_func ("/shell/window/every-field", test_every_field);
  g_test_add_func ("/shell/window/find", test_find);
  g_test_add_func ("/shell/window/completeness", test_completeness);
  g_test_add_func ("/shell/window/long-list", test_long_list);
  g_test_add_func ("/shell/window/partner-title", test_partner_title);
  g_test_add_func ("/shell/window/one-way-back", test_one_way_back);
  g_test_add_func ("/shell/window/lets-go", test_lets_go);
  g_test_add_func ("/shell/window/many-rows", test_many_rows);
  g_test_add_func ("/shell/window/place-gone", test_place_gone);
  return g_test_run ();
}
