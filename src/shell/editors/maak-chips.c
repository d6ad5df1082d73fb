/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Chips are made again only when they are others than before, and then the keyboard stays where it was: on the chip that
 * came in the place of the one that went.
 *
 * A chip is a label, or a button where what it stands for can be opened, and a button that takes it away. */

#include "shell/editors/maak-chips.h"

#include <glib/gi18n.h>

struct _MaakChips
{
  AdwBin parent_instance;

  GPtrArray *chips; /* of MaakChip, that are shown */
  gboolean   editable;
  GtkWidget *wrap;
  GtkWidget *add; /* the last in it */
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakChips, maak_chips, ADW_TYPE_BIN)

/** maak_chip_new_take: Returns: (transfer full): a chip; takes over the label and the note */
MaakChip *
maak_chip_new_take (const char *id,
                    char       *label_taken,
                    char       *note_taken,
                    gboolean    can_open)
{
  MaakChip *self = g_new0 (MaakChip, 1);

  self->id = g_strdup (id);
  self->label = label_taken;
  self->note = note_taken;
  self->can_open = can_open;
  return self;
}

/** maak_chip_free: frees @self. */
void
maak_chip_free (MaakChip *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->note);
  g_free (self);
}

/** maak_chip_array_new: Returns: (transfer full): an array of MaakChip that owns them */
GPtrArray *
maak_chip_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) maak_chip_free);
}

static void
maak_chips_finalize (GObject *object)
{
  g_ptr_array_unref (MAAK_CHIPS (object)->chips);

  G_OBJECT_CLASS (maak_chips_parent_class)->finalize (object);
}

static void
maak_chips_class_init (MaakChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maak_chips_finalize;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", MAAK_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", MAAK_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
maak_chips_init (MaakChips *self)
{
  self->chips = maak_chip_array_new ();
  self->wrap = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->wrap), 6);
  adw_bin_set_child (ADW_BIN (self), self->wrap);
}

static void
remove_clicked_cb (GtkWidget *button,
                   MaakChips *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, id);
}

static void
open_clicked_cb (GtkWidget *button,
                 MaakChips *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  g_signal_emit (self, signals[SIGNAL_OPENED], 0, id);
}

static GtkWidget *
make_face (MaakChips *self,
           MaakChip  *chip)
{
  GtkWidget *label = gtk_label_new (chip->label);
  GtkWidget *button;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (!chip->can_open)
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, chip->label, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (chip->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_chip (MaakChips *self,
           MaakChip  *chip)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *remove;
  g_autofree char *text = NULL;

  gtk_widget_add_css_class (box, "maak-chip");
  gtk_widget_set_tooltip_text (box, chip->note);
  gtk_box_append (GTK_BOX (box), make_face (self, chip));
  if (!self->editable)
    return box;
  text = g_strdup_printf (_ ("Remove %s"), chip->label);
  remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (remove, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (remove), "id", g_strdup (chip->id), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const MaakChip *first = g_ptr_array_index (a, i), *second = g_ptr_array_index (b, i);

      if (strcmp (first->id, second->id) != 0 || strcmp (first->label, second->label) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Which chip has the keyboard; -1: none. */
static int
find_focus (MaakChips *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->wrap);
  int        i = 0;

  if (focus == NULL || focus == self->add)
    return -1;
  for (GtkWidget *child = gtk_widget_get_first_child (self->wrap); child != focus && child != NULL; child = gtk_widget_get_next_sibling (child))
    i++;
  return i;
}

static void
put_focus (MaakChips *self,
           int        at)
{
  GtkWidget *child = gtk_widget_get_first_child (self->wrap);

  while (at-- > 0 && child != NULL && gtk_widget_get_next_sibling (child) != NULL)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

/**
 * maak_chips_new:
 * @add: (transfer floating): the button that adds
 *
 * Returns: (transfer floating): no chips yet
 */
GtkWidget *
maak_chips_new (GtkWidget *add)
{
  MaakChips *self = g_object_new (MAAK_TYPE_CHIPS, NULL);

  self->add = add;
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), add);
  return GTK_WIDGET (self);
}

/** maak_chips_show: shows @chips, of MaakChip; @editable: whether they can be removed and others added. */
void
maak_chips_show (MaakChips *self,
                 GPtrArray *chips,
                 gboolean   editable)
{
  int        focus;
  GtkWidget *child;

  g_return_if_fail (MAAK_IS_CHIPS (self));

  gtk_widget_set_visible (self->add, editable);
  if (self->editable == editable && are_same (self->chips, chips))
    return;
  focus = find_focus (self);
  self->editable = editable;
  g_ptr_array_unref (self->chips);
  self->chips = g_ptr_array_ref (chips);
  while ((child = gtk_widget_get_first_child (self->wrap)) != NULL && child != self->add)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->wrap), child);
  for (guint i = chips->len; i > 0; i--)
    adw_wrap_box_prepend (ADW_WRAP_BOX (self->wrap), make_chip (self, g_ptr_array_index (chips, i - 1)));
  if (focus >= 0)
    put_focus (self, focus);
}
