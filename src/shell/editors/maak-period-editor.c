/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A period, as two days. A year alone stands for its first or its last day.
 *
 * While one side cannot be taken (it would end before it begins) it stays as it was typed; once the other side was changed
 * it is read again. */

#include "shell/editors/maak-period-editor.h"

#include "shell/editors/maak-date-entry.h"

#include <glib/gi18n.h>

struct _MaakPeriodEditor
{
  MaakEditor parent_instance;

  GtkWidget *sides[2];
};

static const char *const parts[] = { "start", "end" };

G_DEFINE_FINAL_TYPE (MaakPeriodEditor, maak_period_editor, MAAK_TYPE_EDITOR)

static GtkWidget *
get_entry (MaakPeriodEditor *self,
           guint             side)
{
  return maak_date_entry_get_entry (MAAK_DATE_ENTRY (self->sides[side]));
}

static gboolean
read_typed (gpointer        owner,
            MaakValueEntry *entry,
            const char     *text,
            gboolean        final)
{
  MaakPeriodEditor *self = owner;
  guint             side = GTK_WIDGET (entry) == get_entry (self, 0) ? 0 : 1;
  MaakValueEntry   *other = MAAK_VALUE_ENTRY (get_entry (self, 1 - side));

  if (!final)
    return maak_editor_try_parse (owner, parts[side], text);
  if (!maak_editor_parse (owner, parts[side], text))
    return FALSE;
  maak_editor_refresh (owner);
  if (maak_value_entry_is_pending (other))
    maak_value_entry_commit (other);
  return TRUE;
}

static void
maak_period_editor_refresh (MaakEditor *editor)
{
  MaakPeriodEditor *self = MAAK_PERIOD_EDITOR (editor);
  MaakValue        *value = maak_slot_get (maak_editor_get_slot (editor));
  MaakDate          days[2] = { 0 };

  if (value != NULL)
    maak_value_get_span (value, &days[0], &days[1]);
  for (guint i = 0; i < 2; i++)
    {
      maak_date_entry_show (MAAK_DATE_ENTRY (self->sides[i]), days[i]);
      maak_date_entry_set_editable (MAAK_DATE_ENTRY (self->sides[i]), maak_editor_is_editable (editor));
    }
}

static void
maak_period_editor_commit (MaakEditor *editor)
{
  for (guint i = 0; i < 2; i++)
    maak_date_entry_commit (MAAK_DATE_ENTRY (MAAK_PERIOD_EDITOR (editor)->sides[i]));
}

static void
maak_period_editor_constructed (GObject *object)
{
  MaakPeriodEditor *self = MAAK_PERIOD_EDITOR (object);
  MaakEditor       *editor = MAAK_EDITOR (object);
  const char       *names[] = { C_ ("period", "First day"), C_ ("period", "Last day") };
  GtkWidget        *wrap = adw_wrap_box_new ();

  G_OBJECT_CLASS (maak_period_editor_parent_class)->constructed (object);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget       *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      GtkWidget       *label = gtk_label_new (names[i]);
      g_autofree char *calendar = g_strdup_printf (_ ("%s, choose from a calendar"), names[i]);

      self->sides[i] = maak_date_entry_new (maak_editor_get_plan (editor), maak_editor_get_language (editor), read_typed, self);
      maak_editor_name_control (editor, get_entry (self, i), names[i]);
      maak_editor_name_control (editor, maak_date_entry_get_button (MAAK_DATE_ENTRY (self->sides[i])), calendar);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (side), label);
      gtk_box_append (GTK_BOX (side), self->sides[i]);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), side);
    }
  adw_bin_set_child (ADW_BIN (self), wrap);
}

static void
maak_period_editor_class_init (MaakPeriodEditorClass *klass)
{
  MaakEditorClass *editor_class = MAAK_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = maak_period_editor_constructed;
  editor_class->refresh = maak_period_editor_refresh;
  editor_class->commit = maak_period_editor_commit;
}

static void
maak_period_editor_init (MaakPeriodEditor *self)
{
}
