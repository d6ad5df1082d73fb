/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What can be done to a record as a whole: duplicate it, move it among its like, remove it; and, where its list takes other
 * templates, work it out into one of them, which the window does ("win.promote" with the record's id). Which of these can
 * be done now is found out each time the menu opens. */

#include "shell/maak-record-menu.h"

#include "plan/maak-plan-promote.h"
#include "shell/maak-removal.h"

#include <glib/gi18n.h>

typedef struct
{
  MaakContext        *context;
  MaakDocument       *document;
  MaakRecord         *record;
  GtkWidget          *button; /* not owned */
  GSimpleActionGroup *actions;
} Menu;

static void
free_menu (gpointer data)
{
  Menu *menu = data;

  g_object_unref (menu->actions);
  g_object_unref (menu->record);
  g_object_unref (menu->document);
  g_object_unref (menu->context);
  g_free (menu);
}

static MaakPlan *
get_plan (Menu *menu)
{
  return maak_document_get_plan (menu->document);
}

static guint
count_siblings (MaakRecord *record)
{
  guint n = 0;

  maak_value_get_records (maak_record_get (maak_record_get_parent (record), maak_record_get_parent_field (record)), &n);
  return n;
}

static gboolean
is_live (Menu *menu)
{
  return maak_plan_lookup (get_plan (menu), maak_record_get_id (menu->record)) == menu->record;
}

static void
move_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  Menu *menu = data;
  guint position = maak_record_get_position (menu->record);
  int   by = strcmp (g_action_get_name (G_ACTION (action)), "up") == 0 ? -1 : 1;

  if (is_live (menu) && (by > 0 || position > 0))
    maak_plan_move (get_plan (menu), menu->record, (guint) ((int) position + by));
}

static void
copy_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  Menu *menu = data;
  g_autoptr (MaakRecord) copy = NULL;

  if (!is_live (menu))
    return;
  copy = maak_record_copy (menu->record, TRUE);
  maak_plan_insert (get_plan (menu), maak_record_get_parent (menu->record), maak_record_get_parent_field (menu->record), maak_record_get_position (menu->record) + 1, copy);
  gtk_widget_activate_action (menu->button, "win.go-to", "(ss)", maak_record_get_id (copy), "");
}

static void
remove_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  Menu *menu = data;

  if (is_live (menu))
    maak_remove_record (menu->button, get_plan (menu), menu->record, maak_context_get_language (menu->context));
}

static void
set_enabled (Menu       *menu,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (menu->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
can_promote (MaakPlan   *plan,
             MaakRecord *record)
{
  g_autoptr (GPtrArray) templates = maak_plan_list_templates_for_list (plan, maak_record_get_parent_field (record));

  for (guint i = 0; i < templates->len; i++)
    if (maak_plan_can_promote (plan, record, g_ptr_array_index (templates, i)))
      return TRUE;
  return FALSE;
}

/** maak_record_menu_append_promote: appends to a menu that the record is worked out into one of another template, if it can be. */
void
maak_record_menu_append_promote (GMenu      *menu,
                                 MaakPlan   *plan,
                                 MaakRecord *record)
{
  g_autoptr (GMenuItem) item = NULL;

  if (!can_promote (plan, record))
    return;
  item = g_menu_item_new (C_ ("menu", "Work out into a proposal…"), NULL);
  g_menu_item_set_action_and_target (item, "win.promote", "s", maak_record_get_id (record));
  g_menu_append_item (menu, item);
}

/* Whether all that it can become asks for more: then it is where an idea begins. */
static gboolean
is_beginning (MaakPlan   *plan,
              MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);
  g_autoptr (GPtrArray) templates = maak_plan_list_templates_for_list (plan, maak_record_get_parent_field (record));

  for (guint i = 0; i < templates->len; i++)
    {
      const MaakTemplate *target = g_ptr_array_index (templates, i);

      if (target != template && maak_template_get_n_fields (target) <= maak_template_get_n_fields (template))
        return FALSE;
    }
  return can_promote (plan, record);
}

/**
 * maak_record_promotion_new:
 * @record: a record of the open plan, not its root
 *
 * Returns: (transfer floating) (nullable): for above its form, what says that it can be worked out, with the button that does;
 *   NULL: it is no beginning, or cannot be
 */
GtkWidget *
maak_record_promotion_new (MaakPlan   *plan,
                           MaakRecord *record)
{
  GtkWidget *box, *label, *button;

  if (maak_plan_get_read_only (plan) || !is_beginning (plan, record))
    return NULL;
  box = adw_wrap_box_new ();
  label = gtk_label_new (_ ("Is the fund known? Work this out; what you wrote goes along."));
  button = gtk_button_new_with_label (C_ ("menu", "Work out into a proposal…"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "maak-help");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.promote");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", maak_record_get_id (record));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  adw_wrap_box_append (ADW_WRAP_BOX (box), label);
  return box;
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  Menu    *menu = data;
  gboolean editable = is_live (menu) && !maak_plan_get_read_only (get_plan (menu));
  guint    position = maak_record_get_position (menu->record);
  g_autoptr (GMenu) model = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) ends = g_menu_new ();

  set_enabled (menu, "up", editable && position > 0);
  set_enabled (menu, "down", editable && position + 1 < count_siblings (menu->record));
  set_enabled (menu, "copy", editable);
  set_enabled (menu, "remove", editable);
  if (editable)
    maak_record_menu_append_promote (model, get_plan (menu), menu->record);
  g_menu_append (moves, C_ ("menu", "Move up"), "record.up");
  g_menu_append (moves, C_ ("menu", "Move down"), "record.down");
  g_menu_append (ends, C_ ("menu", "Duplicate"), "record.copy");
  g_menu_append (ends, C_ ("menu", "Remove"), "record.remove");
  g_menu_append_section (model, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (model, NULL, G_MENU_MODEL (ends));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (model));
}

/**
 * maak_record_menu_new:
 * @record: a record of the open plan, not its root
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
maak_record_menu_new (MaakContext  *context,
                      MaakDocument *document,
                      MaakRecord   *record)
{
  static const GActionEntry entries[] = {
    { .name = "up", .activate = move_action },
    { .name = "down", .activate = move_action },
    { .name = "copy", .activate = copy_action },
    { .name = "remove", .activate = remove_action },
  };
  Menu *menu = g_new0 (Menu, 1);

  menu->context = g_object_ref (context);
  menu->document = g_object_ref (document);
  menu->record = g_object_ref (record);
  menu->actions = g_simple_action_group_new ();
  menu->button = gtk_menu_button_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (menu->actions), entries, G_N_ELEMENTS (entries), menu);
  gtk_widget_insert_action_group (menu->button, "record", G_ACTION_GROUP (menu->actions));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu->button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (menu->button, _ ("More actions"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (menu->button)), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More actions"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (menu->button), make_popup_cb, menu, NULL);
  g_object_set_data_full (G_OBJECT (menu->button), "menu", menu, free_menu);
  return menu->button;
}
