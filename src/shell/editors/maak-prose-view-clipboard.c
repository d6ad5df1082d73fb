/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What goes over the clipboard. Copied words are there in three forms: as prose, for this program (citations too), as HTML for
 * a word processor, as plain text for all else. Pasted are, in that order: prose, HTML, plain text; where HTML cannot
 * be read or has no words, the plain text that comes with it. Nothing is pasted that would make the text longer than a plan
 * can hold.
 *
 * Reading the clipboard takes a while; the words come in where the cursor is then. */

#include "shell/editors/maak-prose-view-private.h"

#include "plan/maak-plan.h"
#include "plan/maak-prose-paste.h"

#include <string.h>

#define PROSE_TYPE "application/x-maakland-prose"
#define HTML_TYPE "text/html"

typedef struct
{
  MaakProseView *view;
  const char    *type;
  char          *bytes;
  gsize          length;
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->view);
  g_free (reading->bytes);
  g_free (reading);
}

static char *
dup_plain_selection (MaakProseView *self)
{
  GtkTextIter      start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
  lines = g_strsplit (text, MAAK_PROSE_BREAK, -1);
  return g_strjoinv ("\n", lines);
}

/** maak_prose_view_copy: puts the selection on the clipboard. */
void
maak_prose_view_copy (GtkTextView *view)
{
  MaakProseView   *self = MAAK_PROSE_VIEW (view);
  g_autofree char *string = maak_prose_buffer_dup_selection (self->buffer);
  g_autofree char *plain = NULL;
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider *forms[3];
  guint               n = 0;

  if (string == NULL)
    return;
  plain = dup_plain_selection (self);
  if (self->prose)
    {
      g_autoptr (MaakProse) prose = maak_prose_new (string);
      g_autofree char *html = maak_prose_dup_html (prose);
      g_autoptr (GBytes) prose_bytes = g_bytes_new (string, strlen (string));
      g_autoptr (GBytes) html_bytes = g_bytes_new (html, strlen (html));

      forms[n++] = gdk_content_provider_new_for_bytes (PROSE_TYPE, prose_bytes);
      forms[n++] = gdk_content_provider_new_for_bytes (HTML_TYPE, html_bytes);
    }
  forms[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  all = gdk_content_provider_new_union (forms, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

/** maak_prose_view_cut: puts the selection on the clipboard and takes it out of the text. */
void
maak_prose_view_cut (GtkTextView *view)
{
  MaakProseView *self = MAAK_PROSE_VIEW (view);

  if (!gtk_text_view_get_editable (view) || !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return;
  maak_prose_view_copy (view);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self->buffer));
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (self->buffer), TRUE, TRUE);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self->buffer));
}

static gboolean
has_room (MaakProseView *self,
          const char    *string)
{
  g_autofree char *there = maak_prose_buffer_dup_string (self->buffer);
  g_autoptr (GError) error = NULL;

  if (strlen (there) + strlen (string) <= MAAK_PROSE_MAX)
    return TRUE;
  maak_error_set (&error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (MAAK_PHRASE_PASTE_TOO_LONG, MAAK_ARG_END));
  maak_prose_view_refuse (self, error);
  return FALSE;
}

static void
insert (MaakProseView *self,
        const char    *string)
{
  if (*string != '\0' && gtk_text_view_get_editable (GTK_TEXT_VIEW (self)) && has_room (self, string))
    maak_prose_buffer_insert_string (self->buffer, string);
}

static gboolean
is_address (const char *text)
{
  return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")) && strpbrk (text, " \t\r\n") == NULL;
}

static void
insert_plain (MaakProseView *self,
              const char    *text)
{
  g_autofree char *string = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;

  if (!self->prose)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      insert (self, g_strstrip (g_strdelimit (valid, "\r\n\t", ' ')));
      return;
    }
  if (is_address (trimmed) && has_room (self, trimmed))
    {
      maak_prose_buffer_insert_link (self->buffer, NULL, trimmed);
      return;
    }
  string = maak_prose_from_plain (text, strlen (text), &error);
  if (string != NULL)
    insert (self, string);
  else
    maak_prose_view_refuse (self, error);
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MaakProseView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text != NULL)
    insert_plain (self, text);
}

static void
read_plain (MaakProseView *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb, g_object_ref (self));
}

static void
insert_read (Reading *reading)
{
  g_autofree char *string = NULL;

  if (g_str_equal (reading->type, PROSE_TYPE))
    string = reading->length <= MAAK_PROSE_MAX ? g_utf8_make_valid (reading->bytes, (gssize) reading->length) : NULL;
  else
    string = maak_prose_from_html (reading->bytes, reading->length, NULL);
  if (string != NULL && *string != '\0')
    insert (reading->view, string);
  else
    read_plain (reading->view);
}

static void
bytes_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  Reading *reading = data;

  if (g_input_stream_read_all_finish (G_INPUT_STREAM (object), result, &reading->length, NULL))
    insert_read (reading);
  else
    read_plain (reading->view);
  g_input_stream_close_async (G_INPUT_STREAM (object), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  free_reading (reading);
}

static void
stream_opened_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  Reading *reading = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);

  if (stream == NULL)
    {
      read_plain (reading->view);
      free_reading (reading);
      return;
    }
  /* One byte more than may be: then it is too long. */
  reading->bytes = g_malloc (MAAK_PASTE_MAX_HTML + 1);
  g_input_stream_read_all_async (stream, reading->bytes, MAAK_PASTE_MAX_HTML + 1, G_PRIORITY_DEFAULT, NULL, bytes_read_cb, reading);
}

/** maak_prose_view_paste: puts what is on the clipboard in the place of the selection. */
void
maak_prose_view_paste (GtkTextView *view)
{
  MaakProseView     *self = MAAK_PROSE_VIEW (view);
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char        *types[] = { PROSE_TYPE, HTML_TYPE };

  if (!gtk_text_view_get_editable (view))
    return;
  for (guint i = 0; self->prose && i < G_N_ELEMENTS (types); i++)
    {
      Reading *reading;

      if (!gdk_content_formats_contain_mime_type (formats, types[i]))
        continue;
      reading = g_new0 (Reading, 1);
      reading->view = g_object_ref (self);
      reading->type = types[i];
      gdk_clipboard_read_async (clipboard, (const char *[]) { types[i], NULL }, G_PRIORITY_DEFAULT, NULL, stream_opened_cb, reading);
      return;
    }
  read_plain (self);
}

/** maak_prose_view_paste_plain: as the paste key, without bold, links and lists that are not in the plain text. */
void
maak_prose_view_paste_plain (MaakProseView *self)
{
  g_return_if_fail (MAAK_IS_PROSE_VIEW (self));

  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    read_plain (self);
}
