/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Loaded into the program from outside (LD_PRELOAD), so that a test can ask the window what accessibility does not tell, and the
 * program needs nothing for it. MAAKLAND_INSPECTOR=IN,OUT names two file descriptors. Each command is one line of words divided
 * by tabs; each is answered by one line, once the window has come to rest: what idles had to do is done and painted.
 *
 *   action NAME [WORD ...]   an action of the window, with one string or two
 *   size WIDTH HEIGHT        of the window
 *   theme light|dark
 *   close                    all dialogs in the window
 *   picture FILE             the window as PNG
 *   scroll SHARE             every form that scrolls downwards to this share of its height
 *   inspect                  a JSON object: width and minimum of the window, and what is wrong with what is on screen:
 *                            "ellipsized" labels that end in dots, "cut" things that stick out of the window,
 *                            "sideways" forms that scroll from left to right, "icon" names that no theme has, "tooltip"
 *                            buttons that are an icon without one, "folded" banners that are read aloud though nobody
 *                            sees them, "wide" things that need more room than the window has; each with text and path
 *
 * A list may end its labels in dots and a table may scroll sideways; these are told with "list": true and left to the test. */
#include <adwaita.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

G_MODULE_EXPORT void gtk_window_present (GtkWindow *window);

static GtkWindow  *window;
static GIOChannel *input, *output;

/* Answers */

static void
answer (const char *line)
{
  g_io_channel_write_chars (output, line, -1, NULL, NULL);
  g_io_channel_write_chars (output, "\n", -1, NULL, NULL);
  g_io_channel_flush (output, NULL);
}

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (out, "\\%c", *c);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (out, "\\u%04x", (guchar) *c);
      else
        g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

/* Inspection */

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_BASE (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_DROP_DOWN (widget);
}

static gboolean
is_in_list (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (is_list (widget))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_scroller (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_SCROLLABLE (widget))
      return TRUE;
  return FALSE;
}

static void
append_fault (GString    *out,
              const char *kind,
              GtkWidget  *widget,
              const char *text)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    {
      g_autofree char *step = g_strdup_printf ("%s%s", G_OBJECT_TYPE_NAME (above), above == widget ? "" : " > ");
      g_string_prepend (path, step);
    }
  g_string_append_printf (out, "%s{\"kind\": \"%s\", \"list\": %s, \"text\": ", out->str[out->len - 1] == '[' ? "" : ", ", kind,
                          is_in_list (widget) ? "true" : "false");
  append_quoted (out, text);
  g_string_append (out, ", \"path\": ");
  append_quoted (out, path->str);
  g_string_append_c (out, '}');
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return gtk_widget_get_tooltip_text (widget) != NULL ? gtk_widget_get_tooltip_text (widget) : "";
}

/* A button that is only an icon has a tooltip, or is a part of something that the toolkit explains. */
static gboolean
is_explained (GtkWidget *button)
{
  if (gtk_widget_get_has_tooltip (button))
    return TRUE;
  for (GtkWidget *above = gtk_widget_get_parent (button); above != NULL; above = gtk_widget_get_parent (above))
    if (GTK_IS_WINDOW_CONTROLS (above) || GTK_IS_SPIN_BUTTON (above) || GTK_IS_CALENDAR (above) ||
        (GTK_IS_MENU_BUTTON (above) && gtk_widget_get_has_tooltip (above)))
      return TRUE;
  return FALSE;
}

/* As windows ask it: a widget that trades width for height tells the width at its smallest height. */
static int
get_minimum (GtkWidget *widget)
{
  GtkRequisition minimum;

  gtk_widget_get_preferred_size (widget, &minimum, NULL);
  return minimum.width;
}

/* Whether this is what makes the window too narrow: it needs more than there is, and nothing in it does. */
static gboolean
is_too_wide (GtkWidget *widget)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (window));

  if (GTK_IS_WINDOW (widget) || is_in_scroller (widget) || get_minimum (widget) <= width)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && get_minimum (child) > width)
      return FALSE;
  return TRUE;
}

static void
inspect_widget (GString   *out,
                GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    append_fault (out, "ellipsized", widget, get_text (widget));
  if ((GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget)) && !is_in_scroller (widget) &&
      gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds) && bounds.size.width > 0 &&
      (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (GTK_WIDGET (window)) + 1))
    append_fault (out, "cut", widget, get_text (widget));
  if (GTK_IS_IMAGE (widget) && gtk_image_get_storage_type (GTK_IMAGE (widget)) == GTK_IMAGE_ICON_NAME &&
      !gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), gtk_image_get_icon_name (GTK_IMAGE (widget))))
    append_fault (out, "icon", widget, gtk_image_get_icon_name (GTK_IMAGE (widget)));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL && !is_explained (widget))
    append_fault (out, "tooltip", widget, gtk_button_get_icon_name (GTK_BUTTON (widget)));
  if (is_too_wide (widget))
    append_fault (out, "wide", widget, get_text (widget));
  if (ADW_IS_BANNER (widget) && !adw_banner_get_revealed (ADW_BANNER (widget)))
    append_fault (out, "folded", widget, adw_banner_get_title (ADW_BANNER (widget)));
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
      if (gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 1)
        append_fault (out, "sideways", gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget)), "");
    }
}

static void
inspect_all (GString   *out,
             GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  inspect_widget (out, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    inspect_all (out, child);
}

static void
inspect (void)
{
  GString         *out = g_string_new ("{");
  g_autofree char *line = NULL;

  g_string_append_printf (out, "\"width\": %d, \"height\": %d, \"minimum\": %d, \"faults\": [", gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)), get_minimum (GTK_WIDGET (window)));
  inspect_all (out, GTK_WIDGET (window));
  g_string_append (out, "]}");
  line = g_string_free_and_steal (out);
  answer (line);
}

static void
take_picture (const char *file)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const int       width = gtk_widget_get_width (GTK_WIDGET (window)), height = gtk_widget_get_height (GTK_WIDGET (window));
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    {
      answer ("nothing painted");
      return;
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &area);
  answer (gdk_texture_save_to_png (texture, file) ? "ok" : "not written");
}

static void
scroll (GtkWidget *widget,
        double     share)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
      gtk_adjustment_set_value (down, share * (gtk_adjustment_get_upper (down) - gtk_adjustment_get_page_size (down)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      scroll (child, share);
}

/* What the toolkit warns of */

/* The deepest things that need more room than the window has. They may do so for a moment only, and be laid out again before anybody
 * can ask. Answers whether there was one. */
static gboolean
tell_wide (GtkWidget *widget)
{
  g_autoptr (GString) fault = g_string_new ("[");
  gboolean told = FALSE;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    told = tell_wide (child) || told;
  if (told || get_minimum (widget) <= gtk_widget_get_width (GTK_WIDGET (window)))
    return told;
  append_fault (fault, "wide", widget, get_text (widget));
  g_printerr ("%d px: %s]\n", get_minimum (widget), fault->str);
  return TRUE;
}

/* A warning that something does not fit names an address; the log gets its place in the window as well. */
static GLogWriterOutput
write_log_cb (GLogLevelFlags   level,
              const GLogField *fields,
              gsize            n_fields,
              gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && strstr (fields[i].value, " exceeds ") != NULL && window != NULL)
      tell_wide (GTK_WIDGET (window));
  return g_log_writer_default (level, fields, n_fields, data);
}

/* Coming to rest */

static gboolean idle_cb (gpointer data);

static gboolean
rest_cb (gpointer data)
{
  char **words = data;

  if (g_str_equal (words[0], "inspect"))
    inspect ();
  else if (g_str_equal (words[0], "picture"))
    take_picture (words[1]);
  else
    answer ("ok");
  g_strfreev (words);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       data)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, data);
  g_idle_add_full (G_PRIORITY_LOW, rest_cb, data, NULL);
}

/* A spinner says that something is being made that will show in a moment. */
static gboolean
is_waiting (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (ADW_IS_SPINNER (widget) || GTK_IS_SPINNER (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_waiting (child))
      return TRUE;
  return FALSE;
}

static gboolean
later_cb (gpointer data)
{
  g_idle_add_full (G_PRIORITY_LOW, idle_cb, data, NULL);
  return G_SOURCE_REMOVE;
}

/* What waits in idles is done first, then a frame is painted with it, then the answer is given. */
static gboolean
idle_cb (gpointer data)
{
  if (is_waiting (GTK_WIDGET (window)))
    {
      g_timeout_add (50, later_cb, data);
      return G_SOURCE_REMOVE;
    }
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), data);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  return G_SOURCE_REMOVE;
}

/* Commands */

static gboolean
act (char **words)
{
  const guint n = g_strv_length (words);

  if (n == 2)
    return gtk_widget_activate_action_variant (GTK_WIDGET (window), words[1], NULL);
  if (n == 3)
    return gtk_widget_activate_action (GTK_WIDGET (window), words[1], "s", words[2]);
  return gtk_widget_activate_action (GTK_WIDGET (window), words[1], "(ss)", words[2], words[3]);
}

static void
close_dialogs (void)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    adw_dialog_force_close (dialog);
}

static gboolean
command_cb (GIOChannel  *channel,
            GIOCondition condition,
            gpointer     data)
{
  g_autofree char *line = NULL;
  char           **words;

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
    return G_SOURCE_REMOVE;
  g_strdelimit (line, "\n", '\0');
  words = g_strsplit (line, "\t", -1);
  if (g_str_equal (words[0], "action") && !act (words))
    {
      answer ("no such action");
      g_strfreev (words);
      return G_SOURCE_CONTINUE;
    }
  if (g_str_equal (words[0], "close"))
    close_dialogs ();
  else if (g_str_equal (words[0], "size"))
    gtk_window_set_default_size (window, atoi (words[1]), atoi (words[2]));
  else if (g_str_equal (words[0], "theme"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        g_str_equal (words[1], "dark") ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_str_equal (words[0], "scroll"))
    scroll (GTK_WIDGET (window), g_ascii_strtod (words[1], NULL));
  g_idle_add_full (G_PRIORITY_LOW, idle_cb, words, NULL);
  return G_SOURCE_CONTINUE;
}

void
gtk_window_present (GtkWindow *which)
{
  const char *numbers = getenv ("MAAKLAND_INSPECTOR");
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  present (which);
  if (window != NULL || numbers == NULL)
    return;
  window = which;
  g_log_set_writer_func (write_log_cb, NULL, NULL);
  input = g_io_channel_unix_new (atoi (numbers));
  output = g_io_channel_unix_new (atoi (strchr (numbers, ',') + 1));
  g_io_add_watch (input, G_IO_IN, command_cb, NULL);
  g_idle_add_full (G_PRIORITY_LOW, idle_cb, g_strsplit ("ready", "\t", -1), NULL);
}
