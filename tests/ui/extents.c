/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Loaded into the program from outside (LD_PRELOAD), so that a test knows where to click. The toolkit tells where a thing stands
 * relative to what it lies in, but leaves out the padding and borders of that: added up to the window, the places lie more and
 * more beside the things. Here every widget tells its place in the surface of its window, popovers as well; a test asks for it as
 * the place "in the parent" (access.py), which the toolkit passes on as it is. */
#include <dlfcn.h>
#include <gtk/gtk.h>

G_MODULE_EXPORT void gtk_window_present (GtkWindow *window);

static gboolean
get_bounds (GtkAccessible *accessible,
            int           *x,
            int           *y,
            int           *width,
            int           *height)
{
  GtkWidget      *widget = GTK_WIDGET (accessible);
  GtkNative      *native = gtk_widget_get_native (widget);
  graphene_rect_t bounds;

  *x = *y = *width = *height = 0;
  if (native == NULL || !gtk_widget_get_realized (widget) || !gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds))
    return FALSE;
  while (native != NULL)
    {
      GdkSurface *surface = gtk_native_get_surface (native);
      double      left, top;

      gtk_native_get_surface_transform (native, &left, &top);
      graphene_rect_offset (&bounds, (float) left, (float) top);
      if (!GDK_IS_POPUP (surface))
        break;
      graphene_rect_offset (&bounds, (float) gdk_popup_get_position_x (GDK_POPUP (surface)), (float) gdk_popup_get_position_y (GDK_POPUP (surface)));
      native = gtk_widget_get_native (gtk_widget_get_parent (GTK_WIDGET (native)));
    }
  *x = (int) floorf (bounds.origin.x);
  *y = (int) floorf (bounds.origin.y);
  *width = (int) ceilf (bounds.size.width);
  *height = (int) ceilf (bounds.size.height);
  return TRUE;
}

/* Kinds of widgets that come later take it from those that they are made of. */
static void
repair (GType type)
{
  gpointer          klass = g_type_class_peek (type);
  g_autofree GType *kinds = g_type_children (type, NULL);

  if (klass == NULL)
    return;
  ((GtkAccessibleInterface *) g_type_interface_peek (klass, GTK_TYPE_ACCESSIBLE))->get_bounds = get_bounds;
  for (GType *kind = kinds; *kind != 0; kind++)
    repair (*kind);
}

void
gtk_window_present (GtkWindow *window)
{
  static gboolean repaired;
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  if (!repaired)
    repair (GTK_TYPE_WIDGET);
  repaired = TRUE;
  present (window);
}
