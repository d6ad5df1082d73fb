/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Loaded into a program from outside (LD_PRELOAD): after the frame in which the window was first painted it writes how long that
 * took since FIRST_PAINT_BEGIN (microseconds of the monotonic clock) and what the program's proportional memory is, and ends it.
 * With FIRST_PAINT_WIDGET it waits for the first frame in which a widget whose type has that name was on screen. No program
 * is changed for it, so that ours and the references are measured alike. */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

G_MODULE_EXPORT void gtk_window_present (GtkWindow *window);

static long
read_memory (void)
{
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;
  return strtol (line + strlen ("\nPss:"), NULL, 10);
}

static gboolean
is_shown (GtkWidget  *widget,
          const char *name)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), name) && gtk_widget_get_width (widget) > 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_shown (child, name))
      return TRUE;
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock,
            GtkWidget     *window)
{
  const char  *begin = getenv ("FIRST_PAINT_BEGIN"), *name = getenv ("FIRST_PAINT_WIDGET");
  const gint64 now = g_get_monotonic_time ();

  if (name != NULL && !is_shown (window, name))
    return;
  g_print ("%" G_GINT64_FORMAT " %ld\n", now - g_ascii_strtoll (begin, NULL, 10), read_memory ());
  _exit (0);
}

void
gtk_window_present (GtkWindow *window)
{
  static gboolean is_followed;
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  present (window);
  if (!is_followed && getenv ("FIRST_PAINT_BEGIN") != NULL)
    {
      is_followed = TRUE;
      g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), window);
    }
}
