/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Adding a record to a list. A list of proposals takes every fund: then the button opens a list of them, with what each
 * says of itself and whether it is open, since nothing may suggest that a closed fund is open.
 *
 * What is added is opened at once, so that the person goes on typing, unless the list has another place for that. */

#include "shell/editors/maak-add-button.h"

#include "plan/maak-plan-promote.h"
#include "shell/editors/maak-picker.h"
#include "shell/maak-fund-line.h"

#include <glib/gi18n.h>

static void
add_record (GtkWidget *button,
            const MaakTemplate *template)
{
  MaakEditor *list = g_object_get_data (G_OBJECT (button), "list");
  MaakAdded   added = (MaakAdded) g_object_get_data (G_OBJECT (button), "added");
  g_autoptr (MaakRecord) record = maak_record_new (template, NULL);

  maak_plan_insert (maak_editor_get_plan (list), maak_slot_get_record (maak_editor_get_slot (list)), maak_editor_get_field (list), G_MAXUINT, record);
  if (added != NULL)
    added (list, record);
  else
    gtk_widget_activate_action (button, "win.go-to", "(ss)", maak_record_get_id (record), "");
}

static guint
count_bases (const MaakTemplate *template)
{
  guint n = 0;

  while ((template = maak_template_get_base (template)) != NULL)
    n++;
  return n;
}

static int
compare_templates (gconstpointer a,
                   gconstpointer b)
{
  return (int) count_bases (*(const MaakTemplate *const *) a) - (int) count_bases (*(const MaakTemplate *const *) b);
}

/* What the list may take, the plainest first: a fiche before the proposals that it grows into. */
static GPtrArray *
list_templates (MaakEditor *list)
{
  GPtrArray *templates = maak_plan_list_templates_for_list (maak_editor_get_plan (list), maak_editor_get_field (list));

  g_ptr_array_sort (templates, compare_templates);
  return templates;
}

static void
picked_cb (GtkWidget  *button,
           const char *id)
{
  MaakEditor *list = g_object_get_data (G_OBJECT (button), "list");
  const MaakTemplate *template = maak_library_lookup (maak_plan_get_library (maak_editor_get_plan (list)), id);

  if (template != NULL)
    add_record (button, template);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakEditor  *list = data;
  MaakLanguage language = maak_editor_get_language (list);
  GListStore  *items;
  GtkWidget   *picker;
  g_autoptr (GPtrArray) templates = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  items = g_list_store_new (MAAK_TYPE_PICK_ITEM);
  templates = list_templates (list);
  for (guint i = 0; i < templates->len; i++)
    {
      const MaakTemplate *template = g_ptr_array_index (templates, i);
      g_autofree char *detail = maak_fund_line_dup (template, language);
      g_autoptr (MaakPickItem) item = maak_pick_item_new (maak_template_get_id (template), maak_text_get_best (maak_template_get_label (template), language), detail, 0);

      g_list_store_append (items, item);
    }
  picker = maak_picker_new (_ ("What to add"), FALSE);
  maak_picker_take_items (MAAK_PICKER (picker), G_LIST_MODEL (items));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), button, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
clicked_cb (GtkWidget *button)
{
  MaakEditor *list = g_object_get_data (G_OBJECT (button), "list");
  g_autoptr (GPtrArray) templates = list_templates (list);

  if (templates->len > 0)
    add_record (button, g_ptr_array_index (templates, 0));
}

/* "Doel toevoegen", "Add goal". */
static char *
dup_add_label (const MaakTemplate *template,
               MaakLanguage language)
{
  const char      *label = maak_text_get_best (maak_template_get_label (template), language);
  const char      *format = C_ ("button", "Add %s");
  const char      *rest = g_utf8_next_char (label);
  g_autofree char *first = NULL;
  g_autofree char *lower = NULL;

  /* A name keeps its capital at the start of the words, and where it is an abbreviation. */
  if (*label == '\0' || g_str_has_prefix (format, "%s") || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup_printf (C_ ("button", "Add %s"), label);
  first = g_utf8_strdown (label, rest - label);
  lower = g_strconcat (first, rest, NULL);
  return g_strdup_printf (C_ ("button", "Add %s"), lower);
}

/**
 * maak_add_button_new:
 * @list: an editor of a list; outlives the button
 * @added_or_null: what to do with the new record; NULL: open it
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
maak_add_button_new (MaakEditor *list,
                     MaakAdded   added_or_null)
{
  g_autoptr (GPtrArray) templates = list_templates (list);
  const MaakTemplate *of = templates->len == 1 ? g_ptr_array_index (templates, 0) : maak_editor_get_field (list)->of;
  g_autofree char    *label = dup_add_label (of, maak_editor_get_language (list));
  GtkWidget          *content = maak_add_content_new (label);
  GtkWidget          *button;

  if (templates->len == 1)
    {
      button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), content);
      g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
    }
  else
    {
      button = gtk_menu_button_new ();
      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popup_cb, list, NULL);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (GTK_IS_MENU_BUTTON (button) ? gtk_widget_get_first_child (button) : button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "list", list);
  g_object_set_data (G_OBJECT (button), "added", (gpointer) added_or_null);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}
