/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Regions of the levels that the field takes. What is chosen stands as chips; behind "Add…" is a list, the largest first, in
 * which a municipality says in which province it lies; and beside it a map to choose on.
 *
 * Where only one may be chosen, another takes its place. */

#include "shell/editors/maak-regions-editor.h"

#include "shell/dialogs/maak-regions-dialog.h"
#include "shell/editors/maak-chips.h"
#include "shell/editors/maak-picker.h"

#include <glib/gi18n.h>

struct _MaakRegionsEditor
{
  MaakEditor parent_instance;

  GtkWidget *add;
  GtkWidget *chips;
  GtkWidget *on_map;
  GtkWidget *picker; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakRegionsEditor, maak_regions_editor, MAAK_TYPE_EDITOR)

static const char *const *
get_codes (MaakEditor *editor)
{
  static const char *const none[] = { NULL };
  MaakValue               *value = maak_slot_get (maak_editor_get_slot (editor));

  return value != NULL ? maak_value_get_codes (value, NULL) : none;
}

static gboolean
is_single (MaakEditor *editor)
{
  return maak_editor_get_field (editor)->max_count == 1;
}

static void
toggle (MaakEditor *editor,
        const char *code)
{
  const char *const *codes = get_codes (editor);
  gboolean           had = g_strv_contains (codes, code);
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (MaakValue) value = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], code) != 0 && !(is_single (editor) && !had))
      g_ptr_array_add (after, (gpointer) codes[i]);
  if (!had)
    g_ptr_array_add (after, (gpointer) code);
  g_ptr_array_add (after, NULL);
  if (after->len > 1)
    value = maak_value_new_codes ((const char *const *) after->pdata);
  maak_editor_take (editor, value);
  maak_editor_refresh (editor);
}

static char *
dup_place (const MaakRegion *region,
           MaakLanguage      language)
{
  static const char *const levels[] = { NULL, NC_ ("level", "part of the country"), NC_ ("level", "province"), NC_ ("level", "COROP area"), NC_ ("level", "municipality"), NULL };
  const MaakRegion        *province = maak_region_get_ancestor (region, MAAK_LEVEL_PROVINCE);
  const char              *level = levels[maak_region_get_level (region)];

  if (level == NULL)
    return NULL;
  level = g_dpgettext2 (NULL, "level", level);
  /* Translators: a kind of region and the province that it lies in. */
  return province != NULL && province != region ? g_strdup_printf (_ ("%s in %s"), level, maak_region_get_name (province, language)) : g_strdup (level);
}

static GListModel *
list_regions (MaakEditor *editor)
{
  GListStore    *items = g_list_store_new (MAAK_TYPE_PICK_ITEM);
  MaakRegionSet *regions = maak_context_get_regions (maak_editor_get_context (editor));
  MaakLanguage   language = maak_editor_get_language (editor);

  for (guint level = 0; level < MAAK_N_LEVELS; level++)
    for (guint i = 0; (maak_editor_get_field (editor)->levels & (1u << level)) != 0 && i < maak_region_set_get_n (regions, (MaakLevel) level); i++)
      {
        const MaakRegion *region = maak_region_set_get (regions, (MaakLevel) level, i);
        /* Where all are provinces, nothing is told by saying so of each. */
        g_autofree char *place = maak_editor_get_field (editor)->levels != 1u << MAAK_LEVEL_PROVINCE ? dup_place (region, language) : NULL;
        g_autoptr (MaakPickItem) item = maak_pick_item_new (maak_region_get_code (region), maak_region_get_name (region, language), place, 0);

        g_list_store_append (items, item);
      }
  return G_LIST_MODEL (items);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakRegionsEditor *self = data;
  MaakEditor        *editor = data;

  if (self->picker == NULL)
    {
      self->picker = maak_picker_new (maak_text_get_best (maak_editor_get_field (editor)->label, maak_editor_get_language (editor)), !is_single (editor));
      maak_picker_take_items (MAAK_PICKER (self->picker), list_regions (editor));
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  maak_picker_set_chosen (MAAK_PICKER (self->picker), get_codes (editor));
}

static void
maak_regions_editor_refresh (MaakEditor *editor)
{
  MaakRegionsEditor *self = MAAK_REGIONS_EDITOR (editor);
  MaakRegionSet     *regions = maak_context_get_regions (maak_editor_get_context (editor));
  MaakLanguage       language = maak_editor_get_language (editor);
  const char *const *codes = get_codes (editor);
  g_autoptr (GPtrArray) chips = maak_chip_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const MaakRegion *region = maak_region_set_lookup (regions, codes[i]);

      g_ptr_array_add (chips, maak_chip_new_take (codes[i], g_strdup (region != NULL ? maak_region_get_name (region, language) : codes[i]),
                                                  region != NULL ? dup_place (region, language) : NULL, FALSE));
    }
  maak_chips_show (MAAK_CHIPS (self->chips), chips, maak_editor_is_editable (editor));
  gtk_widget_set_visible (self->on_map, maak_editor_is_editable (editor));
  if (self->picker != NULL)
    maak_picker_set_chosen (MAAK_PICKER (self->picker), codes);
}

static void
maak_regions_editor_constructed (GObject *object)
{
  MaakRegionsEditor *self = MAAK_REGIONS_EDITOR (object);
  GtkWidget         *adds;

  G_OBJECT_CLASS (maak_regions_editor_parent_class)->constructed (object);

  self->add = maak_chooser_add_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_popup_cb, self, NULL);
  maak_editor_name_control (MAAK_EDITOR (self), self->add, _ ("Add…"));
  self->on_map = gtk_button_new_from_icon_name ("mark-location-symbolic");
  gtk_widget_set_tooltip_text (self->on_map, _ ("Choose on the map…"));
  maak_editor_name_control (MAAK_EDITOR (self), self->on_map, _ ("Choose on the map…"));
  g_signal_connect_object (self->on_map, "clicked", G_CALLBACK (maak_regions_dialog_present), self, G_CONNECT_SWAPPED);
  adds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (adds), self->add);
  gtk_box_append (GTK_BOX (adds), self->on_map);
  self->chips = maak_chips_new (adds);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->chips);
}

static void
maak_regions_editor_class_init (MaakRegionsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_regions_editor_constructed;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_regions_editor_refresh;
}

static void
maak_regions_editor_init (MaakRegionsEditor *self)
{
}
