/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A value a year: an entry under each year, side by side, and their total where they are amounts or what happens in the
 * years of a term. Enter goes on to the next year.
 *
 * The years come from the template (the term of a proposal); where any is allowed the person adds them, and those that
 * were added stay for as long as the form does. */

#include "shell/editors/maak-series-editor.h"

#include "base/maak-number.h"
#include "plan/maak-years.h"
#include "shell/editors/maak-value-entry.h"

#include <glib/gi18n.h>

enum
{
  FIRST_YEARS = 4, /* shown where any year is allowed and none has a value */
};

struct _MaakSeriesEditor
{
  MaakEditor parent_instance;

  GArray    *added;   /* of int: years that the person asked for */
  GArray    *years;   /* of int, that are shown */
  GPtrArray *entries; /* of MaakValueEntry, one a year; not owned */
  GtkWidget *wrap;
  GtkWidget *total_box;
  GtkWidget *total;
  GtkWidget *add;
  GtkWidget *spin; /* in the popover of `add` */
};

G_DEFINE_FINAL_TYPE (MaakSeriesEditor, maak_series_editor, MAAK_TYPE_EDITOR)

static gboolean
read_typed (gpointer        owner,
            MaakValueEntry *entry,
            const char     *text,
            gboolean        final)
{
  const char *year = g_object_get_data (G_OBJECT (entry), "year");

  if (!final)
    return maak_editor_try_parse (owner, year, text);
  if (!maak_editor_parse (owner, year, text))
    return FALSE;
  maak_editor_refresh (owner);
  return TRUE;
}

static void
list_years (MaakSeriesEditor *self,
            MaakYears        *years)
{
  MaakSlot *slot = maak_editor_get_slot (MAAK_EDITOR (self));

  maak_years_init (years);
  if (maak_slot_is_live (slot))
    maak_years_add_series (years, maak_slot_get_plan (slot), maak_slot_get_record (slot), maak_slot_get_field (slot));
  if (!years->is_free)
    return;
  for (guint i = 0; i < self->added->len; i++)
    maak_years_add (years, g_array_index (self->added, int, i));
  for (int i = 0, today = maak_date_today ().year; i < FIRST_YEARS && years->years->len < FIRST_YEARS; i++)
    maak_years_add (years, today + i);
}

static char *
dup_point (MaakSeriesEditor *self,
           int               year)
{
  MaakEditor     *editor = MAAK_EDITOR (self);
  MaakSeriesPoint point;

  if (!maak_series_get (maak_slot_get (maak_editor_get_slot (editor)), year, &point))
    return g_strdup ("");
  if (maak_editor_get_field (editor)->is_money)
    return maak_number_format_integer (point.integer, maak_editor_get_language (editor));
  return maak_number_format_shortest (point.number, maak_editor_get_language (editor));
}

static void
go_on_cb (GtkWidget *entry)
{
  GtkWidget *editor = gtk_widget_get_ancestor (entry, MAAK_TYPE_SERIES_EDITOR);

  gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_year (MaakSeriesEditor *self,
           int               year)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = g_strdup_printf ("%d", year);
  GtkWidget       *label = gtk_label_new (name);
  GtkWidget       *entry = maak_value_entry_new (maak_editor_get_plan (MAAK_EDITOR (self)), read_typed, self);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (entry, "numeric");
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 11);
  maak_editor_name_control (MAAK_EDITOR (self), entry, name);
  g_signal_connect_after (entry, "activate", G_CALLBACK (go_on_cb), NULL);
  g_object_set_data_full (G_OBJECT (entry), "year", g_steal_pointer (&name), g_free);
  g_ptr_array_add (self->entries, entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

static gboolean
are_same (GArray *a,
          GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (int)) == 0);
}

static void
make_years (MaakSeriesEditor *self,
            GArray           *years)
{
  GtkWidget *child;

  if (are_same (self->years, years))
    return;
  g_array_set_size (self->years, 0);
  g_array_append_vals (self->years, years->data, years->len);
  g_ptr_array_set_size (self->entries, 0);
  while ((child = gtk_widget_get_first_child (self->wrap)) != self->total_box)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->wrap), child);
  for (guint i = 0; i < years->len; i++)
    {
      GtkWidget *box = make_year (self, g_array_index (years, int, i));

      if (i == 0)
        adw_wrap_box_prepend (ADW_WRAP_BOX (self->wrap), box);
      else
        adw_wrap_box_insert_child_after (ADW_WRAP_BOX (self->wrap), box, child);
      child = box;
    }
}

static void
show_total (MaakSeriesEditor *self)
{
  MaakEditor      *editor = MAAK_EDITOR (self);
  const MaakField *field = maak_editor_get_field (editor);
  MaakLanguage     language = maak_editor_get_language (editor);
  gint64           euros;
  double           sum = maak_series_sum (maak_slot_get (maak_editor_get_slot (editor)), &euros);
  g_autofree char *text = field->is_money ? maak_money_format (euros, language) : maak_number_format_shortest (sum, language);

  gtk_label_set_text (GTK_LABEL (self->total), text);
  gtk_widget_set_visible (self->total_box, (field->is_money || field->years != NULL) && maak_slot_get (maak_editor_get_slot (editor)) != NULL);
}

static void
maak_series_editor_refresh (MaakEditor *editor)
{
  MaakSeriesEditor *self = MAAK_SERIES_EDITOR (editor);
  MaakYears         years;

  list_years (self, &years);
  make_years (self, years.years);
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *text = dup_point (self, g_array_index (self->years, int, i));

      maak_value_entry_show (g_ptr_array_index (self->entries, i), text);
      gtk_editable_set_editable (GTK_EDITABLE (g_ptr_array_index (self->entries, i)), maak_editor_is_editable (editor));
    }
  gtk_widget_set_visible (self->add, years.is_free && maak_editor_is_editable (editor));
  show_total (self);
  maak_years_clear (&years);
}

static void
maak_series_editor_commit (MaakEditor *editor)
{
  MaakSeriesEditor *self = MAAK_SERIES_EDITOR (editor);

  for (guint i = 0; i < self->entries->len; i++)
    maak_value_entry_commit (g_ptr_array_index (self->entries, i));
}

static void
add_year_cb (MaakSeriesEditor *self)
{
  int year = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add));
  g_array_append_val (self->added, year);
  maak_editor_refresh (MAAK_EDITOR (self));
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, int, i) == year)
      gtk_widget_grab_focus (g_ptr_array_index (self->entries, i));
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakSeriesEditor *self = data;
  int               next = self->years->len > 0 ? g_array_index (self->years, int, self->years->len - 1) + 1 : maak_date_today ().year;
  GtkWidget        *popover, *box, *confirm;

  if (self->spin != NULL)
    {
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), next);
      return;
    }
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  confirm = gtk_button_new_with_label (_ ("Add year"));
  self->spin = gtk_spin_button_new_with_range (1900, 2200, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), next);
  maak_editor_name_control (MAAK_EDITOR (self), self->spin, _ ("Year"));
  g_signal_connect_object (self->spin, "activate", G_CALLBACK (add_year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (confirm, "clicked", G_CALLBACK (add_year_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->spin);
  gtk_box_append (GTK_BOX (box), confirm);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add year"), -1);
  gtk_menu_button_set_popover (button, popover);
}

static void
make_total (MaakSeriesEditor *self)
{
  GtkWidget *label = gtk_label_new (C_ ("sum", "Total"));

  self->total_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->total = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_xalign (GTK_LABEL (self->total), 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (self->total, "numeric");
  gtk_widget_add_css_class (self->total, "heading");
  gtk_widget_set_vexpand (self->total, TRUE);
  gtk_box_append (GTK_BOX (self->total_box), label);
  gtk_box_append (GTK_BOX (self->total_box), self->total);
}

static void
maak_series_editor_constructed (GObject *object)
{
  MaakSeriesEditor *self = MAAK_SERIES_EDITOR (object);
  MaakEditor       *editor = MAAK_EDITOR (object);
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  MaakText         *unit;

  G_OBJECT_CLASS (maak_series_editor_parent_class)->constructed (object);

  self->wrap = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->wrap), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->wrap), 9);
  make_total (self);
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->add, _ ("Add year"));
  gtk_widget_set_valign (self->add, GTK_ALIGN_END);
  maak_editor_name_control (editor, self->add, _ ("Add year"));
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), self->total_box);
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), self->add);
  gtk_box_append (GTK_BOX (box), self->wrap);
  unit = maak_editor_get_field (editor)->unit;
  if (unit != NULL)
    {
      GtkWidget *label = gtk_label_new (maak_text_get_best (unit, maak_editor_get_language (editor)));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
maak_series_editor_finalize (GObject *object)
{
  MaakSeriesEditor *self = MAAK_SERIES_EDITOR (object);

  g_array_unref (self->added);
  g_array_unref (self->years);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (maak_series_editor_parent_class)->finalize (object);
}

static void
maak_series_editor_class_init (MaakSeriesEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_series_editor_constructed;
  G_OBJECT_CLASS (klass)->finalize = maak_series_editor_finalize;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_series_editor_refresh;
  MAAK_EDITOR_CLASS (klass)->commit = maak_series_editor_commit;
}

static void
maak_series_editor_init (MaakSeriesEditor *self)
{
  self->added = g_array_new (FALSE, FALSE, sizeof (int));
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->entries = g_ptr_array_new ();
}
