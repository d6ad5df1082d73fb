/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A day, typed or picked. What is picked in the calendar goes the same way as what is typed: as text, to the owner's
 * reader, so that there is one way in. The calendar is made when it is first asked for: a form may have fifty of these.
 * The owner outlives the entry, which lies inside it. */

#include "shell/editors/maak-date-entry.h"

#include <glib/gi18n.h>

struct _MaakDateEntry
{
  AdwBin parent_instance;

  MaakLanguage       language;
  MaakDate           date; /* that is shown */
  MaakValueEntryRead read;
  gpointer           owner;
  GtkWidget         *entry;
  GtkWidget         *button;
  GtkWidget         *calendar; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakDateEntry, maak_date_entry, ADW_TYPE_BIN)

static gboolean
read_typed (gpointer        owner,
            MaakValueEntry *entry,
            const char     *text,
            gboolean        final)
{
  MaakDateEntry *self = owner;

  return self->read (self->owner, entry, text, final);
}

static void
pick_cb (MaakDateEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), iso);
  maak_value_entry_commit (MAAK_VALUE_ENTRY (self->entry));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_grab_focus (self->entry);
}

static void
show_day (MaakDateEntry *self)
{
  MaakDate date = self->date.year != 0 ? self->date : maak_date_today ();
  g_autoptr (GDateTime) day = g_date_time_new_local (date.year, date.month, date.day, 12, 0, 0);

  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
}

static void
make_popover_cb (GtkMenuButton *button,
                 gpointer       data)
{
  MaakDateEntry *self = data;
  GtkWidget     *popover;
  GtkWidget     *box;
  GtkWidget     *choose;

  if (self->calendar != NULL)
    {
      show_day (self);
      return;
    }
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  choose = gtk_button_new_with_label (_ ("Choose this day"));
  self->calendar = gtk_calendar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  gtk_widget_add_css_class (choose, "suggested-action");
  g_signal_connect_object (choose, "clicked", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), choose);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  gtk_menu_button_set_popover (button, popover);
  show_day (self);
}

static void
maak_date_entry_class_init (MaakDateEntryClass *klass)
{
}

static void
maak_date_entry_init (MaakDateEntry *self)
{
}

/**
 * maak_date_entry_new:
 * @plan: that is edited
 * @language: of the interface
 * @read: hands over what was typed or picked
 * @owner: passed to @read; outlives the entry
 *
 * Returns: (transfer floating): the entry, empty
 */
GtkWidget *
maak_date_entry_new (MaakPlan          *plan,
                     MaakLanguage       language,
                     MaakValueEntryRead read,
                     gpointer           owner)
{
  MaakDateEntry *self = g_object_new (MAAK_TYPE_DATE_ENTRY, NULL);
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->language = language;
  self->read = read;
  self->owner = owner;
  self->entry = maak_value_entry_new (plan, read_typed, self);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 17);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 17);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), C_ ("date", "day-month-year"));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->button, _ ("Choose from a calendar"));
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/** maak_date_entry_get_entry: Returns: (transfer none): the entry in it */
GtkWidget *
maak_date_entry_get_entry (MaakDateEntry *self)
{
  g_return_val_if_fail (MAAK_IS_DATE_ENTRY (self), NULL);

  return self->entry;
}

/** maak_date_entry_get_button: Returns: (transfer none): the button that opens the calendar */
GtkWidget *
maak_date_entry_get_button (MaakDateEntry *self)
{
  g_return_val_if_fail (MAAK_IS_DATE_ENTRY (self), NULL);

  return self->button;
}

/** maak_date_entry_show: shows @date; none where its year is 0. */
void
maak_date_entry_show (MaakDateEntry *self,
                      MaakDate       date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MAAK_IS_DATE_ENTRY (self));

  self->date = date;
  text = date.year != 0 ? maak_date_format (date, self->language) : g_strdup ("");
  maak_value_entry_show (MAAK_VALUE_ENTRY (self->entry), text);
}

/** maak_date_entry_set_editable: says whether the person may change it. */
void
maak_date_entry_set_editable (MaakDateEntry *self,
                              gboolean       editable)
{
  g_return_if_fail (MAAK_IS_DATE_ENTRY (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  gtk_widget_set_sensitive (self->button, editable);
}

/** maak_date_entry_commit: hands over what was typed. */
void
maak_date_entry_commit (MaakDateEntry *self)
{
  g_return_if_fail (MAAK_IS_DATE_ENTRY (self));

  maak_value_entry_commit (MAAK_VALUE_ENTRY (self->entry));
}
