/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* An entry that is read while it is typed.
 *
 * `shown` is the text that stands for the value; what differs from it was typed and is `pending` until it is read. `typed`
 * says that it was read but perhaps not written as it should be ("1200" for "1.200"): that waits until the person leaves.
 * The owner outlives the entry, which lies inside it. */

#include "shell/editors/maak-value-entry.h"

enum
{
  PAUSE = 250, /* ms without a key, after which what was typed is read */
};

struct _MaakValueEntry
{
  GtkEntry parent_instance;

  MaakPlan          *plan;
  MaakValueEntryRead read;
  gpointer           owner;
  char              *shown;
  char              *at_focus; /* what stood there when the person came */
  gboolean           filling;
  gboolean           pending;
  gboolean           typed; /* read while it was typed, and perhaps not written as it should be */
  guint              source;
};

G_DEFINE_FINAL_TYPE (MaakValueEntry, maak_value_entry, GTK_TYPE_ENTRY)

static void
mark (MaakValueEntry *self,
      gboolean        wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
hand_over (MaakValueEntry *self,
           gboolean        final)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
  gboolean         taken;

  g_clear_handle_id (&self->source, g_source_remove);
  if (!self->pending && !(final && self->typed))
    return !self->pending;
  /* The owner may show the value again, now that it is read. */
  self->pending = FALSE;
  taken = self->read (self->owner, self, text, final);
  if (taken)
    {
      g_set_str (&self->shown, gtk_editable_get_text (GTK_EDITABLE (self)));
      self->typed = !final;
      /* What was handed over for good is what Escape goes back to. */
      if (final)
        g_set_str (&self->at_focus, self->shown);
    }
  else
    self->pending = TRUE;
  if (final || taken)
    mark (self, !taken);
  return taken;
}

static gboolean
paused_cb (gpointer data)
{
  MaakValueEntry *self = data;

  self->source = 0;
  hand_over (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MaakValueEntry *self)
{
  if (self->filling)
    return;
  self->typed = TRUE;
  self->pending = strcmp (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) != 0;
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->pending)
    self->source = g_timeout_add (PAUSE, paused_cb, self);
  else
    mark (self, FALSE);
}

static void
enter_cb (MaakValueEntry *self)
{
  g_set_str (&self->at_focus, gtk_editable_get_text (GTK_EDITABLE (self)));
  maak_plan_begin_run (self->plan);
}

static void
leave_cb (MaakValueEntry *self)
{
  maak_value_entry_commit (self);
  maak_plan_end_run (self->plan);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  MaakValueEntry *self = MAAK_VALUE_ENTRY (widget);

  if (self->at_focus == NULL || strcmp (gtk_editable_get_text (GTK_EDITABLE (self)), self->at_focus) == 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self), self->at_focus);
  self->typed = TRUE;
  hand_over (self, TRUE);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  return TRUE;
}

static void
maak_value_entry_dispose (GObject *object)
{
  MaakValueEntry *self = MAAK_VALUE_ENTRY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (maak_value_entry_parent_class)->dispose (object);
}

static void
maak_value_entry_finalize (GObject *object)
{
  MaakValueEntry *self = MAAK_VALUE_ENTRY (object);

  g_free (self->shown);
  g_free (self->at_focus);

  G_OBJECT_CLASS (maak_value_entry_parent_class)->finalize (object);
}

static void
maak_value_entry_class_init (MaakValueEntryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_value_entry_dispose;
  object_class->finalize = maak_value_entry_finalize;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
maak_value_entry_init (MaakValueEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->shown = g_strdup ("");
  /* Ctrl+Z is of the plan. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect_object (self, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "activate", G_CALLBACK (maak_value_entry_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * maak_value_entry_new:
 * @plan: that is edited
 * @read: hands over what was typed
 * @owner: passed to @read; outlives the entry
 *
 * Returns: (transfer floating): the entry, empty
 */
GtkWidget *
maak_value_entry_new (MaakPlan          *plan,
                      MaakValueEntryRead read,
                      gpointer           owner)
{
  MaakValueEntry *self = g_object_new (MAAK_TYPE_VALUE_ENTRY, NULL);

  self->plan = g_object_ref (plan);
  self->read = read;
  self->owner = owner;
  return GTK_WIDGET (self);
}

/** maak_value_entry_show: shows @text, which stands for the value; leaves alone what was typed since and cannot be read yet. */
void
maak_value_entry_show (MaakValueEntry *self,
                       const char     *text)
{
  g_return_if_fail (MAAK_IS_VALUE_ENTRY (self));

  if (self->pending && strcmp (text, self->shown) == 0)
    return;
  g_set_str (&self->shown, text);
  g_clear_handle_id (&self->source, g_source_remove);
  self->pending = FALSE;
  self->typed = FALSE;
  mark (self, FALSE);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self)), text) == 0)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->filling = FALSE;
}

/** maak_value_entry_commit: hands over what was typed; what cannot be read is marked and stays. */
void
maak_value_entry_commit (MaakValueEntry *self)
{
  g_return_if_fail (MAAK_IS_VALUE_ENTRY (self));

  hand_over (self, TRUE);
}

/** maak_value_entry_is_pending: Returns: whether something was typed that was not handed over */
gboolean
maak_value_entry_is_pending (MaakValueEntry *self)
{
  g_return_val_if_fail (MAAK_IS_VALUE_ENTRY (self), FALSE);

  return self->pending;
}
