/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A list of records. Rows stand in the order of the list; where the list is presented by a field of its records (quadrants,
 * a board, a chain, a timeline) they stand in groups by it, and a row that is dropped into another group gets its term.
 *
 * The rows follow the records when some come, go or move, before the next frame: in one step there may be hundreds. What is done
 * to a row is done after that. What a row tells is written a moment later, since any edit inside any record may concern it. With the keyboard: Enter opens, Alt+Up and Alt+Down move, Delete removes. */

#include "shell/editors/maak-list-editor.h"

#include "shell/editors/maak-add-button.h"
#include "shell/editors/maak-pick-item.h"
#include "shell/maak-record-row.h"
#include "shell/maak-removal.h"

#include <glib/gi18n.h>

enum
{
  MANY = 8, /* rows; more are searched */
};

struct _MaakListEditor
{
  MaakEditor parent_instance;

  MaakRole            group_role; /* MAAK_ROLE_NONE: one group */
  char               *folded;     /* what is searched for; NULL: nothing */
  guint               idle;
  gboolean            without_add;
  GSimpleActionGroup *actions;
  GtkWidget          *search;
  GtkWidget          *list;
  GtkWidget          *empty;
  GtkWidget          *nothing;
  GtkWidget          *add;
};

G_DEFINE_FINAL_TYPE (MaakListEditor, maak_list_editor, MAAK_TYPE_EDITOR)

static MaakRecord *const *
get_records (MaakListEditor *self,
             guint          *n)
{
  MaakValue *value = maak_slot_get (maak_editor_get_slot (MAAK_EDITOR (self)));

  *n = 0;
  return value != NULL ? maak_value_get_records (value, n) : NULL;
}

static MaakRecordRow *
find_row (MaakListEditor *self,
          MaakRecord     *record)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (MAAK_IS_RECORD_ROW (row) && maak_record_row_get_record (MAAK_RECORD_ROW (row)) == record)
      return MAAK_RECORD_ROW (row);
  return NULL;
}

static const MaakField *
get_group_field (MaakListEditor *self,
                 MaakRecord     *record)
{
  return self->group_role != MAAK_ROLE_NONE ? maak_template_lookup_role (maak_record_get_template (record), self->group_role) : NULL;
}

static const char *
get_group_code (MaakListEditor *self,
                MaakRecord     *record)
{
  const MaakField *field = get_group_field (self, record);
  MaakValue       *value = field != NULL ? maak_record_get (record, field) : NULL;

  return value != NULL && maak_value_get_kind (value) == MAAK_VALUE_CODE ? maak_value_get_code (value) : NULL;
}

/* The groups stand as the vocabulary has their terms, then terms of one's own, then what has none. */
static guint
get_group_rank (MaakListEditor *self,
                MaakRecord     *record)
{
  const MaakField *field = get_group_field (self, record);
  const char      *code = get_group_code (self, record);

  if (code == NULL)
    return G_MAXUINT;
  for (guint i = 0; i < maak_vocabulary_get_n_terms (field->vocabulary); i++)
    if (strcmp (maak_vocabulary_get_term (field->vocabulary, i)->code, code) == 0)
      return i;
  return G_MAXUINT - 1;
}

static gboolean
is_timeline (MaakListEditor *self)
{
  return maak_editor_get_field (MAAK_EDITOR (self))->present == MAAK_PRESENT_TIMELINE;
}

static int
compare_days (MaakRecord *a,
              MaakRecord *b)
{
  MaakValue *first = maak_record_get_role (a, MAAK_ROLE_DATE), *second = maak_record_get_role (b, MAAK_ROLE_DATE);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  if (maak_value_get_kind (first) != MAAK_VALUE_DATE || maak_value_get_kind (second) != MAAK_VALUE_DATE)
    return 0;
  return maak_date_compare (maak_value_get_date (first), maak_value_get_date (second));
}

static int
compare_rows_cb (GtkListBoxRow *a,
                 GtkListBoxRow *b,
                 gpointer       data)
{
  MaakListEditor *self = data;
  MaakRecord     *first = maak_record_row_get_record (MAAK_RECORD_ROW (a)), *second = maak_record_row_get_record (MAAK_RECORD_ROW (b));
  guint           first_rank = get_group_rank (self, first), second_rank = get_group_rank (self, second);
  int             days = is_timeline (self) ? compare_days (first, second) : 0;

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  if (days != 0)
    return days;
  return (int) maak_record_get_position (first) - (int) maak_record_get_position (second);
}

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       data)
{
  MaakListEditor *self = data;

  return self->folded == NULL || maak_record_row_matches (MAAK_RECORD_ROW (row), self->folded);
}

static void
group_row_cb (GtkListBoxRow *row,
              GtkListBoxRow *before,
              gpointer       data)
{
  MaakListEditor  *self = data;
  MaakRecord      *record = maak_record_row_get_record (MAAK_RECORD_ROW (row));
  const MaakField *field = get_group_field (self, record);
  const char      *code = get_group_code (self, record);
  g_autofree char *title = NULL;
  GtkWidget       *label;

  if (self->group_role == MAAK_ROLE_NONE || (before != NULL && g_strcmp0 (get_group_code (self, maak_record_row_get_record (MAAK_RECORD_ROW (before))), code) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  title = code != NULL ? maak_plan_dup_term_label (maak_editor_get_plan (data), field->vocabulary, code, maak_editor_get_language (data)) : g_strdup (_ ("Not placed yet"));
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "maak-row-group");
  gtk_list_box_row_set_header (row, label);
}

static void
search_changed_cb (MaakListEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean    any = FALSE;

  g_clear_pointer (&self->folded, g_free);
  if (*text != '\0')
    self->folded = maak_fold_for_search (text);
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    any |= MAAK_IS_RECORD_ROW (row) && filter_row_cb (GTK_LIST_BOX_ROW (row), self);
  gtk_widget_set_visible (self->nothing, self->folded != NULL && !any);
}

static void
row_activated_cb (MaakListEditor *self,
                  GtkListBoxRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(ss)", maak_record_get_id (maak_record_row_get_record (MAAK_RECORD_ROW (row))), "");
}

static gboolean
can_move (MaakListEditor *self)
{
  return !is_timeline (self) && self->folded == NULL;
}

/* The record one place up or down among the rows that are seen, within the group; NULL: there is none to change places with. */
static MaakRecord *
find_neighbour (MaakListEditor *self,
                MaakRecordRow  *row,
                int             by)
{
  GtkListBoxRow *other = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by);
  MaakRecord    *neighbour;

  if (other == NULL || !can_move (self))
    return NULL;
  neighbour = maak_record_row_get_record (MAAK_RECORD_ROW (other));
  return get_group_rank (self, maak_record_row_get_record (row)) == get_group_rank (self, neighbour) ? neighbour : NULL;
}

static void
move_row (MaakListEditor *self,
          MaakRecordRow  *row,
          int             by)
{
  MaakRecord *neighbour = find_neighbour (self, row, by);

  if (neighbour != NULL)
    maak_plan_move (maak_editor_get_plan (MAAK_EDITOR (self)), maak_record_row_get_record (row), maak_record_get_position (neighbour));
}

static void
set_enabled (MaakListEditor *self,
             const char     *name,
             gboolean        enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* Menus are open one at a time, and their actions are those of the row whose menu it is. */
static void
menu_opened_cb (MaakListEditor *self,
                MaakRecordRow  *row)
{
  maak_editor_flush (MAAK_EDITOR (self));
  set_enabled (self, "up", find_neighbour (self, row, -1) != NULL);
  set_enabled (self, "down", find_neighbour (self, row, 1) != NULL);
}

static void
remove_row (MaakListEditor *self,
            MaakRecordRow  *row)
{
  int            index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  maak_remove_record (GTK_WIDGET (self), maak_editor_get_plan (MAAK_EDITOR (self)), maak_record_row_get_record (row), maak_editor_get_language (MAAK_EDITOR (self)));
  maak_editor_flush (MAAK_EDITOR (self));
  next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (next == NULL && index > 0)
    next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index - 1);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->add);
}

static void
copy_row (MaakListEditor *self,
          MaakRecordRow  *row)
{
  MaakRecord *record = maak_record_row_get_record (row);
  g_autoptr (MaakRecord) copy = maak_record_copy (record, TRUE);

  maak_plan_insert (maak_editor_get_plan (MAAK_EDITOR (self)), maak_record_get_parent (record), maak_record_get_parent_field (record), maak_record_get_position (record) + 1, copy);
}

static void
row_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  MaakListEditor *self = data;
  MaakRecord     *record = maak_plan_lookup (maak_editor_get_plan (MAAK_EDITOR (self)), g_variant_get_string (parameter, NULL));
  const char     *name = g_action_get_name (G_ACTION (action));
  MaakRecordRow  *row;

  maak_editor_flush (MAAK_EDITOR (self));
  row = record != NULL ? find_row (self, record) : NULL;
  if (row == NULL || !maak_editor_is_editable (MAAK_EDITOR (self)))
    return;
  if (strcmp (name, "up") == 0 || strcmp (name, "down") == 0)
    move_row (self, row, *name == 'u' ? -1 : 1);
  else if (strcmp (name, "copy") == 0)
    copy_row (self, row);
  else
    remove_row (self, row);
}

static gboolean
key_pressed_cb (MaakListEditor *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean   alt = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;
  GtkWidget *focus;

  maak_editor_flush (MAAK_EDITOR (self));
  focus = gtk_widget_get_focus_child (self->list);
  if (!MAAK_IS_RECORD_ROW (focus) || !maak_editor_is_editable (MAAK_EDITOR (self)))
    return FALSE;
  if (alt && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_KP_Down))
    move_row (self, MAAK_RECORD_ROW (focus), keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : 1);
  else if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete) && (state & gtk_accelerator_get_default_mod_mask ()) == 0)
    remove_row (self, MAAK_RECORD_ROW (focus));
  else
    return FALSE;
  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 gpointer       row)
{
  MaakListEditor *self = MAAK_LIST_EDITOR (gtk_widget_get_ancestor (row, MAAK_TYPE_LIST_EDITOR));

  if (!maak_editor_is_editable (MAAK_EDITOR (self)) || !can_move (self))
    return NULL;
  return gdk_content_provider_new_typed (MAAK_TYPE_RECORD, maak_record_row_get_record (row));
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       row)
{
  MaakListEditor  *self = MAAK_LIST_EDITOR (gtk_widget_get_ancestor (row, MAAK_TYPE_LIST_EDITOR));
  g_autofree char *title = maak_record_dup_title (maak_record_row_get_record (row), maak_editor_get_language (MAAK_EDITOR (self)));
  GtkWidget       *label = gtk_label_new (title);

  /* Not a picture of the row: it is as wide as the page, and hides where it would go. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, "maak-dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -12, -12);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       row)
{
  MaakListEditor  *self = MAAK_LIST_EDITOR (gtk_widget_get_ancestor (row, MAAK_TYPE_LIST_EDITOR));
  MaakPlan        *plan = maak_editor_get_plan (MAAK_EDITOR (self));
  MaakRecord      *record = g_value_get_object (value), *at = maak_record_row_get_record (row);
  const MaakField *group;

  if (record == NULL || maak_record_get_parent (at) == NULL || record == at || find_row (self, record) == NULL || !maak_editor_is_editable (MAAK_EDITOR (self)))
    return FALSE;
  group = get_group_field (self, record);
  maak_plan_begin (plan, NULL);
  if (group != NULL && g_strcmp0 (get_group_code (self, record), get_group_code (self, at)) != 0)
    maak_plan_set (plan, record, group, maak_record_get (at, get_group_field (self, at)));
  maak_plan_move (plan, record, maak_record_get_position (at));
  maak_plan_end (plan);
  return TRUE;
}

static void
add_row (MaakListEditor *self,
         MaakRecord     *record)
{
  MaakEditor    *editor = MAAK_EDITOR (self);
  GtkWidget     *row = maak_record_row_new (maak_editor_get_context (editor), maak_editor_get_document (editor), maak_editor_get_field (editor), record);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (MAAK_TYPE_RECORD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), row, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (row, "menu-opened", G_CALLBACK (menu_opened_cb), self, G_CONNECT_SWAPPED);
  maak_record_row_set_editable (MAAK_RECORD_ROW (row), maak_editor_is_editable (editor), can_move (self));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Rows as there are records. Returns whether any came or went. */
static gboolean
sync_rows (MaakListEditor *self)
{
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
  guint              n;
  MaakRecord *const *records = get_records (self, &n);
  GtkWidget         *next;
  gboolean           any = FALSE;

  for (guint i = 0; i < n; i++)
    g_hash_table_add (there, records[i]);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!MAAK_IS_RECORD_ROW (row) || g_hash_table_remove (there, maak_record_row_get_record (MAAK_RECORD_ROW (row))))
        continue;
      gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
      any = TRUE;
    }
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (there, records[i]))
      {
        add_row (self, records[i]);
        any = TRUE;
      }
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
  return any;
}

typedef struct
{
  guint        n;
  MaakSeverity worst;
} Count;

/* What the checks find in each record of the list, and in what lies in it. */
static GHashTable *
count_findings (MaakListEditor *self)
{
  GPtrArray       *findings = maak_document_get_findings (maak_editor_get_document (MAAK_EDITOR (self)));
  GHashTable      *counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  MaakRecord      *owner = maak_slot_get_record (maak_editor_get_slot (MAAK_EDITOR (self)));
  const MaakField *list = maak_editor_get_field (MAAK_EDITOR (self));

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (findings, i);
      MaakRecord  *record = finding->record;
      Count       *count;

      while (record != NULL && (maak_record_get_parent (record) != owner || maak_record_get_parent_field (record) != list))
        record = maak_record_get_parent (record);
      if (record == NULL || maak_finding_is_untranslated (finding))
        continue;
      count = g_hash_table_lookup (counts, record);
      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          count->worst = finding->severity;
          g_hash_table_insert (counts, record, count);
        }
      count->n++;
      count->worst = MIN (count->worst, finding->severity);
    }
  return counts;
}

static void
show_findings_cb (MaakListEditor *self)
{
  g_autoptr (GHashTable) counts = count_findings (self);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const Count *count = MAAK_IS_RECORD_ROW (row) ? g_hash_table_lookup (counts, maak_record_row_get_record (MAAK_RECORD_ROW (row))) : NULL;

      if (MAAK_IS_RECORD_ROW (row))
        maak_record_row_set_findings (MAAK_RECORD_ROW (row), count != NULL ? count->n : 0, count != NULL ? count->worst : MAAK_SEVERITY_ADVICE);
    }
}

static gboolean
refresh_rows_cb (gpointer data)
{
  MaakListEditor *self = data;

  self->idle = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (MAAK_IS_RECORD_ROW (row))
      maak_record_row_refresh (MAAK_RECORD_ROW (row));
  return G_SOURCE_REMOVE;
}

static void
maak_list_editor_refresh (MaakEditor *editor)
{
  MaakListEditor  *self = MAAK_LIST_EDITOR (editor);
  const MaakField *field = maak_editor_get_field (editor);
  gboolean         editable = maak_editor_is_editable (editor);
  guint            n;

  get_records (self, &n);
  if (sync_rows (self))
    show_findings_cb (self);
  if (self->idle == 0 && n > 0)
    self->idle = g_idle_add (refresh_rows_cb, self);
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->empty, n == 0 && !editable);
  gtk_widget_set_visible (self->search, n > MANY);
  gtk_widget_set_visible (self->add, editable && !self->without_add && (field->max_count == 0 || n < field->max_count));
}

static MaakRole
choose_group_role (const MaakField *field)
{
  switch ((int) field->present)
    {
    case MAAK_PRESENT_QUADRANTS:
      return MAAK_ROLE_QUADRANT;
    case MAAK_PRESENT_CHAIN:
      return MAAK_ROLE_CHAIN_STEP;
    case MAAK_PRESENT_BOARD:
      return maak_template_lookup_role (field->of, MAAK_ROLE_COMMITMENT) != NULL ? MAAK_ROLE_COMMITMENT : MAAK_ROLE_STATE;
    default:
      return MAAK_ROLE_NONE;
    }
}

static void
install_actions (MaakListEditor *self)
{
  static const GActionEntry entries[] = {
    { .name = "up", .activate = row_action, .parameter_type = "s" },
    { .name = "down", .activate = row_action, .parameter_type = "s" },
    { .name = "copy", .activate = row_action, .parameter_type = "s" },
    { .name = "remove", .activate = row_action, .parameter_type = "s" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
}

static void
make_list (MaakListEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (self->list), GTK_LIST_TAB_ITEM);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows_cb, self, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row_cb, self, NULL);
  if (self->group_role != MAAK_ROLE_NONE)
    gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), group_row_cb, self, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  maak_editor_name_control (MAAK_EDITOR (self), self->list, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
}

static GtkWidget *
make_remark (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/* An illustration is made where its figures are seen; the button beside it makes one by hand, such as a table of one's own. */
static GtkWidget *
make_way_to_map (MaakListEditor *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Make from the map…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "map");
  gtk_widget_set_tooltip_text (button, _ ("Go to the map. From there any map, ranking or series can be added to the plan."));
  maak_editor_name_control (MAAK_EDITOR (self), button, _ ("Make from the map…"));
  return button;
}

static void
maak_list_editor_constructed (GObject *object)
{
  MaakListEditor *self = MAAK_LIST_EDITOR (object);
  MaakEditor     *editor = MAAK_EDITOR (object);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  G_OBJECT_CLASS (maak_list_editor_parent_class)->constructed (object);

  self->group_role = choose_group_role (maak_editor_get_field (editor));
  install_actions (self);
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search in this list"));
  maak_editor_name_control (editor, self->search, _ ("Search in this list"));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  make_list (self);
  self->empty = make_remark (_ ("There is nothing here yet."));
  self->nothing = make_remark (_ ("Nothing found."));
  self->add = maak_add_button_new (editor, NULL);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), self->nothing);
  if (maak_editor_get_field (editor)->present == MAAK_PRESENT_EXHIBITS)
    {
      GtkWidget *wrap = adw_wrap_box_new ();

      adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
      adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), make_way_to_map (self));
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->add);
      gtk_box_append (GTK_BOX (box), wrap);
    }
  else
    gtk_box_append (GTK_BOX (box), self->add);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (maak_editor_get_document (editor), "findings-changed", G_CALLBACK (show_findings_cb), self, G_CONNECT_SWAPPED);
}

static void
maak_list_editor_dispose (GObject *object)
{
  MaakListEditor *self = MAAK_LIST_EDITOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->folded, g_free);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (maak_list_editor_parent_class)->dispose (object);
}

static void
maak_list_editor_class_init (MaakListEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = maak_list_editor_constructed;
  object_class->dispose = maak_list_editor_dispose;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_list_editor_refresh;
  MAAK_EDITOR_CLASS (klass)->refreshes_later = TRUE;
}

static void
maak_list_editor_init (MaakListEditor *self)
{
}

/** maak_list_editor_hide_add: shows no button that adds. */
void
maak_list_editor_hide_add (MaakListEditor *self)
{
  g_return_if_fail (MAAK_IS_LIST_EDITOR (self));

  self->without_add = TRUE;
  maak_editor_refresh (MAAK_EDITOR (self));
}
