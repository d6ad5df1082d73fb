/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A picture of a window, by its own renderer. It waits until the window has come to rest: it is looked at again and again,
 * until nothing is being made (maak_window_is_busy()) and two pictures in a row are the same. What blinks or moves for
 * show is switched off. After PATIENCE it takes what there is, for a window that never rests is worth a picture, too. */

#include "shell/maak-screenshot.h"

#include "base/maak-error.h"
#include "base/maak-file.h"

#include <string.h>

#define INTERVAL 120 /* milliseconds between two looks */
#define PATIENCE 250 /* looks */

typedef struct
{
  MaakWindow   *window;
  char         *path;
  GdkPaintable *paintable;
  GBytes       *last; /* the pixels of the last look */
  guint         looks;
  int           width, height; /* that were asked for */
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_clear_object (&look->paintable);
  g_clear_object (&look->window);
  g_clear_pointer (&look->last, g_bytes_unref);
  g_free (look->path);
  g_free (look);
}

/* What is within the border of the window. */
static GdkTexture *
render (Look *look)
{
  GtkWidget   *widget = GTK_WIDGET (look->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;

  gdk_paintable_snapshot (look->paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || !gtk_widget_compute_bounds (gtk_window_get_child (GTK_WINDOW (widget)), widget, &bounds))
    return NULL;
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, &bounds);
}

static GBytes *
get_pixels (GdkTexture *texture)
{
  gsize   stride = (gsize) gdk_texture_get_width (texture) * 4, size = stride * (gsize) gdk_texture_get_height (texture);
  guchar *pixels = g_malloc (size);

  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new_take (pixels, size);
}

static void
write_picture (GTask      *task,
               Look       *look,
               GdkTexture *texture)
{
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);
  GError *error = NULL;

  if (maak_file_replace (look->path, png, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The border of the window, where it has one, is not part of what was asked for. */
static void
make_room (Look       *look,
           GdkTexture *texture)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (look->window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (look->window), width + look->width - gdk_texture_get_width (texture),
                               height + look->height - gdk_texture_get_height (texture));
}

static gboolean
look_cb (gpointer data)
{
  GTask *task = data;
  Look  *look = g_task_get_task_data (task);
  g_autoptr (GdkTexture) texture = gtk_widget_get_mapped (GTK_WIDGET (look->window)) ? render (look) : NULL;
  g_autoptr (GBytes) pixels = texture != NULL ? get_pixels (texture) : NULL;
  gboolean rests = pixels != NULL && look->last != NULL && g_bytes_equal (pixels, look->last) && !maak_window_is_busy (look->window);

  if (texture != NULL && look->last == NULL)
    make_room (look, texture);
  look->looks++;
  if (texture != NULL && (rests || look->looks >= PATIENCE))
    {
      write_picture (task, look, texture);
      g_object_unref (task);
      return G_SOURCE_REMOVE;
    }
  if (look->looks >= PATIENCE)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the window was never shown");
      g_object_unref (task);
      return G_SOURCE_REMOVE;
    }
  g_clear_pointer (&look->last, g_bytes_unref);
  look->last = g_steal_pointer (&pixels);
  return G_SOURCE_CONTINUE;
}

/**
 * maak_screenshot_take_async:
 * @window: a window that is shown
 * @path: of the PNG that is written
 */
void
maak_screenshot_take_async (MaakWindow         *window,
                            const char         *path,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  GTask *task;
  Look  *look;

  g_return_if_fail (MAAK_IS_WINDOW (window) && path != NULL);

  task = g_task_new (window, NULL, callback, data);
  look = g_new0 (Look, 1);
  look->window = g_object_ref (window);
  look->path = g_strdup (path);
  gtk_window_get_default_size (GTK_WINDOW (window), &look->width, &look->height);
  look->paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_task_set_task_data (task, look, free_look);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);
  g_timeout_add (INTERVAL, look_cb, task);
}

/** maak_screenshot_finish: Returns: whether the picture was written */
gboolean
maak_screenshot_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
