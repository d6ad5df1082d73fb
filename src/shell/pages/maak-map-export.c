/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Pictures that leave the program: always the one for paper, with title, legend and source, whatever the screen shows. On the
 * clipboard lies an image, and the drawing as SVG for programs that take one. In a file it is what the name ends in; a name
 * without an ending becomes a PNG. Where the figures are at hand as text, a name that ends in .csv gets these.
 *
 * Drawing for a file goes to another thread with the picture, which nobody else has then.
 */
#include "shell/pages/maak-map-export.h"

#include "base/maak-error.h"
#include "base/maak-file.h"
#include "shell/dialogs/maak-problem.h"
#include "shell/maak-errand.h"

#include <glib/gi18n.h>
#include <string.h>

/* Points. */
#define WIDTH 480

typedef struct
{
  GtkWidget   *from; /* NULL: it went meanwhile */
  MaakPicture *picture;
  MaakLanguage language;
  char        *csv;  /* may be NULL */
  char        *path; /* chosen */
  GError      *error;
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  g_clear_weak_pointer (&export->from);
  maak_picture_unref (export->picture);
  g_free (export->csv);
  g_free (export->path);
  g_clear_error (&export->error);
  g_free (export);
}

static GBytes *
make_bytes (MaakPicture *picture, MaakFormat format, GError **error)
{
  MaakPictureOutput output = { .format = format, .width = WIDTH };

  return maak_picture_to_bytes (picture, &output, error);
}

/**
 * maak_map_export_copy:
 * @from: a widget of the window
 * @picture: what to copy
 *
 * Puts a picture on the clipboard, and says so in a toast.
 */
void
maak_map_export_copy (GtkWidget *from, MaakPicture *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = make_bytes (picture, MAAK_FORMAT_PNG, &error);
  g_autoptr (GBytes) svg = png != NULL ? make_bytes (picture, MAAK_FORMAT_SVG, &error) : NULL;
  g_autoptr (GdkTexture) texture = svg != NULL ? gdk_texture_new_from_bytes (png, &error) : NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *parts[3];

  if (texture == NULL)
    {
      maak_problem_present (from, _ ("The picture is not copied"), error->message, NULL);
      return;
    }
  parts[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  parts[1] = gdk_content_provider_new_for_bytes ("image/png", png);
  parts[2] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  provider = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (from), provider);
  gtk_widget_activate_action (from, "win.add-toast", "s", _ ("Picture copied"));
}

static void
write_export (gpointer data)
{
  Export *export = data;
  MaakPictureOutput output = { .width = WIDTH };

  if (export->csv != NULL && g_str_has_suffix (export->path, ".csv"))
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (export->csv, strlen (export->csv));

      maak_file_replace (export->path, bytes, NULL, NULL, &export->error);
      return;
    }
  maak_format_from_file_name (export->path, &output.format);
  maak_picture_write (export->picture, export->path, &output, &export->error);
}

static void
export_done (gpointer data)
{
  Export *export = data;
  g_autofree char *name = g_filename_display_basename (export->path), *words = NULL;

  if (export->from == NULL)
    return;
  if (export->error != NULL)
    {
      words = maak_error_dup_wording (export->error, export->language);
      maak_problem_present (export->from, _ ("The picture is not exported"), words, _ ("Choose another place or another name and try again."));
      return;
    }
  words = g_strdup_printf (_ ("Exported as %s"), name);
  gtk_widget_activate_action (export->from, "win.add-toast", "s", words);
}

static void
tell_exists (Export *export)
{
  g_autofree char *shown = g_filename_display_name (export->path);

  maak_problem_present (export->from, _ ("There is a picture of this name already"), shown, _ ("Export again, and choose it in the list of files to replace it."));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  MaakFormat format;

  if (file == NULL || export->from == NULL)
    {
      free_export (export);
      return;
    }
  export->path = g_file_get_path (file);
  if (export->path == NULL)
    {
      maak_problem_present (export->from, _ ("The picture is not exported"), NULL, _ ("This place cannot be written as a file. Choose a folder on this computer or on a network drive."));
      free_export (export);
      return;
    }
  if (!maak_format_from_file_name (export->path, &format) && !(export->csv != NULL && g_str_has_suffix (export->path, ".csv")))
    {
      g_autofree char *bare = g_steal_pointer (&export->path);

      export->path = g_strconcat (bare, ".png", NULL);
      /* Whether a file may be replaced was asked for the name as it was typed. */
      if (g_file_test (export->path, G_FILE_TEST_EXISTS))
        {
          tell_exists (export);
          free_export (export);
          return;
        }
    }
  maak_errand_send (write_export, export_done, free_export, export);
}

static void
add_filter (GListStore *filters, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (filters, filter);
}

/* A name that every file system takes. */
static char *
make_name (MaakPicture *picture)
{
  g_autofree char *title = maak_picture_dup_title (picture);

  g_strdelimit (title, "/\\:*?\"<>|,\n", '-');
  return g_strconcat (title, ".png", NULL);
}

/**
 * maak_map_export_ask:
 * @from: a widget of the window
 * @picture: what to export
 * @csv_or_null: (nullable): the same as text
 * @language: of what is said when it goes wrong
 *
 * Asks for a file, and writes it.
 */
void
maak_map_export_ask (GtkWidget *from, MaakPicture *picture, const char *csv_or_null, MaakLanguage language)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = make_name (picture);
  Export *export = g_new0 (Export, 1);

  g_set_weak_pointer (&export->from, from);
  export->picture = maak_picture_ref (picture);
  export->language = language;
  export->csv = g_strdup (csv_or_null);
  add_filter (filters, _ ("PNG image"), "*.png");
  add_filter (filters, _ ("SVG drawing"), "*.svg");
  add_filter (filters, _ ("PDF document"), "*.pdf");
  if (csv_or_null != NULL)
    add_filter (filters, _ ("Table (CSV)"), "*.csv");
  gtk_file_dialog_set_title (dialog, _ ("Export picture"));
  gtk_file_dialog_set_accept_label (dialog, _ ("Export"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, export);
}
