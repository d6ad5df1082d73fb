/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What the link at the cursor is: an address of the web, which can be changed and opened; a record of the plan, where one can
 * go; a source, of which it shows what it says. Where there is no link, one is made of the selection.
 *
 * It edits the buffer at its cursor, and is made anew each time it is shown, so that it never shows another link than the
 * one that is there. Who shows it puts it away when it is closed. */

#include "shell/editors/maak-link-popover.h"

#include <glib/gi18n.h>

struct _MaakLinkPopover
{
  GtkPopover parent_instance;

  MaakContext     *context;
  MaakSlot        *slot;
  MaakProseBuffer *buffer;
  char            *link; /* NULL: there is none yet */

  GtkWidget *title;
  GtkWidget *source;
  GtkWidget *address;
  GtkWidget *remark;
  GtkWidget *remove;
  GtkWidget *follow;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (MaakLinkPopover, maak_link_popover, GTK_TYPE_POPOVER)

static gboolean
find_link (MaakLinkPopover *self,
           GtkTextIter     *start,
           GtkTextIter     *end,
           const char     **link)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &at, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  return maak_prose_buffer_get_link (self->buffer, &at, start, end, link, NULL);
}

static char *
dup_address (MaakLinkPopover *self)
{
  char *address = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
  char *whole;

  /* What people write: without the first part. */
  if (!g_str_has_prefix (address, "www."))
    return address;
  whole = g_strconcat ("https://", address, NULL);
  g_free (address);
  return whole;
}

static gboolean
is_address (const char *address)
{
  return maak_prose_link_is_kept (address) && maak_prose_link_get_id (address) == NULL && strpbrk (address, " \t") == NULL && strlen (address) > strlen ("https://");
}

static void
address_changed_cb (MaakLinkPopover *self)
{
  g_autofree char *address = dup_address (self);
  gboolean         good = is_address (address);

  gtk_widget_set_sensitive (self->apply, good);
  gtk_widget_set_visible (self->remark, !good && *address != '\0' && !g_str_has_prefix ("https://", address) && !g_str_has_prefix ("http://", address));
}

static void
apply_cb (MaakLinkPopover *self)
{
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autofree char *address = dup_address (self);
  GtkTextIter      start, end;

  if (!is_address (address))
    return;
  if (self->link != NULL && find_link (self, &start, &end, NULL))
    gtk_text_buffer_select_range (buffer, &end, &start);
  maak_prose_buffer_insert_link (self->buffer, NULL, address);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (MaakLinkPopover *self)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &at, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  maak_prose_buffer_remove_link (self->buffer, &at);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
follow_cb (MaakLinkPopover *self)
{
  const char *id = maak_prose_link_get_id (self->link);
  GtkRoot    *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (id != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (root), "win.go-to", "(ss)", id, "");
      return;
    }
  {
    g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (self->link);

    gtk_uri_launcher_launch (launcher, GTK_WINDOW (root), NULL, NULL, NULL);
  }
}

static void
maak_link_popover_dispose (GObject *object)
{
  MaakLinkPopover *self = MAAK_LINK_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_LINK_POPOVER);
  g_clear_object (&self->buffer);
  g_clear_object (&self->slot);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_link_popover_parent_class)->dispose (object);
}

static void
maak_link_popover_finalize (GObject *object)
{
  g_clear_pointer (&MAAK_LINK_POPOVER (object)->link, g_free);

  G_OBJECT_CLASS (maak_link_popover_parent_class)->finalize (object);
}

static void
maak_link_popover_class_init (MaakLinkPopoverClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_link_popover_dispose;
  object_class->finalize = maak_link_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/editors/maak-link-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakLinkPopover, title);
  gtk_widget_class_bind_template_child (widget_class, MaakLinkPopover, source);
  gtk_widget_class_bind_template_child (widget_class, MaakLinkPopover, address);
  gtk_widget_class_bind_template_child (widget_class, MaakLinkPopover, remark);
  gtk_widget_class_bind_template_child (widget_class, MaakLinkPopover, remove);
  gtk_widget_class_bind_template_child (widget_class, MaakLinkPopover, follow);
  gtk_widget_class_bind_template_child (widget_class, MaakLinkPopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
}

static void
maak_link_popover_init (MaakLinkPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_line (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* A figure with what it is and where it is from, as it is printed. */
static void
show_citation (MaakLinkPopover *self,
               MaakCitation    *citation,
               MaakRecord      *record)
{
  MaakLanguage             language = maak_context_get_language (self->context);
  const MaakCitationParts *parts = maak_citation_get (citation);
  g_autofree char         *line = maak_citation_dup_origin (citation, language);
  g_autofree char         *title = maak_record_dup_title (record, language);

  if (parts->kind == MAAK_CITATION_FIGURE)
    {
      g_autofree char *value = maak_citation_dup_value (citation, language);
      g_autofree char *whole = g_strdup_printf ("%s: %s", title, value);

      set_line (self->title, whole);
    }
  else
    set_line (self->title, title);
  set_line (self->source, line);
}

static void
show_record (MaakLinkPopover *self,
             const char      *id)
{
  MaakRecord *record = maak_plan_lookup (maak_slot_get_plan (self->slot), id);
  MaakValue  *value = record != NULL ? maak_record_get_role (record, MAAK_ROLE_CITATION) : NULL;

  if (record == NULL)
    set_line (self->title, _ ("What this refers to is no longer in the plan"));
  else if (value != NULL)
    show_citation (self, maak_value_get_citation (value), record);
  else
    {
      g_autofree char *title = maak_record_dup_title (record, maak_context_get_language (self->context));

      set_line (self->title, title);
    }
  gtk_widget_set_visible (self->address, FALSE);
  gtk_widget_set_visible (self->apply, FALSE);
  gtk_widget_set_visible (self->follow, record != NULL);
  gtk_button_set_label (GTK_BUTTON (self->follow), value != NULL ? _ ("Go to source") : _ ("Go there"));
}

/**
 * maak_link_popover_new:
 * @slot: of the text
 * @buffer: where the cursor is
 *
 * Returns: (transfer floating): the popover for the link at the cursor
 */
GtkWidget *
maak_link_popover_new (MaakContext     *context,
                       MaakSlot        *slot,
                       MaakProseBuffer *buffer)
{
  MaakLinkPopover *self = g_object_new (MAAK_TYPE_LINK_POPOVER, NULL);
  const char      *link = NULL;
  gboolean         editable = maak_slot_is_editable (slot);

  self->context = g_object_ref (context);
  self->slot = g_object_ref (slot);
  self->buffer = g_object_ref (buffer);
  find_link (self, NULL, NULL, &link);
  self->link = g_strdup (link);
  set_line (self->title, NULL);
  set_line (self->source, NULL);
  gtk_widget_set_visible (self->remove, link != NULL && editable);
  if (link != NULL && maak_prose_link_get_id (link) != NULL)
    show_record (self, maak_prose_link_get_id (link));
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->address), link != NULL ? link : "");
      gtk_editable_set_editable (GTK_EDITABLE (self->address), editable);
      gtk_widget_set_visible (self->apply, editable);
      gtk_widget_set_visible (self->follow, link != NULL);
      gtk_button_set_label (GTK_BUTTON (self->follow), C_ ("link", "Open"));
      address_changed_cb (self);
    }
  return GTK_WIDGET (self);
}
