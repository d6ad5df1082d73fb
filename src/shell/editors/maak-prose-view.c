/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A text view that edits a MaakProseBuffer: the keys that make and leave lists, the bullets and numbers painted in the
 * margin, links that can be clicked. It has no scroller of its own: it is as high as its text, and keeps the cursor in sight in
 * the page around it. What goes over the clipboard is in maak-prose-view-clipboard.c.
 *
 * A text of one line (not prose) wraps, but Enter goes on to the next field. */

#include "shell/editors/maak-prose-view-private.h"

enum
{
  INDENT = 26,   /* pixels a depth, as in the buffer */
  BESIDE = 7,    /* pixels between a mark and the words */
  IN_SIGHT = 36, /* pixels kept around the cursor in the page */
  BUTTONS = 44,  /* and of the buttons below it */
};

enum
{
  SIGNAL_LINK_CLICKED,
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakProseView, maak_prose_view, GTK_TYPE_TEXT_VIEW)

/** maak_prose_view_refuse: says that something cannot come in. */
void
maak_prose_view_refuse (MaakProseView *self,
                        const GError  *error)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

/* --- Keys --- */

static gboolean
go_on (MaakProseView   *self,
       GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), direction);
}

static gboolean
press_enter (MaakProseView  *self,
             GdkModifierType modifiers)
{
  if (!self->prose)
    return go_on (self, GTK_DIR_TAB_FORWARD) || TRUE;
  if ((modifiers & GDK_SHIFT_MASK) != 0)
    {
      gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self->buffer));
      gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (self->buffer), TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (self->buffer), MAAK_PROSE_BREAK, -1);
      gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self->buffer));
    }
  else
    {
      maak_prose_buffer_link_word (self->buffer);
      maak_prose_buffer_begin_line (self->buffer);
    }
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self));
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                gpointer               data)
{
  MaakProseView  *self = data;
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return (held & ~(guint) GDK_SHIFT_MASK) == 0 && press_enter (self, held);
    case GDK_KEY_BackSpace:
      return held == 0 && self->prose && maak_prose_buffer_leave_item (self->buffer);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return held == 0 && self->prose && maak_prose_buffer_shift (self->buffer, 1);
    case GDK_KEY_ISO_Left_Tab:
      return held == GDK_SHIFT_MASK && self->prose && maak_prose_buffer_shift (self->buffer, -1);
    default:
      return FALSE;
    }
}

static void
insert_text_cb (MaakProseView *self,
                GtkTextIter   *at,
                const char    *text,
                int            length)
{
  self->typed_space = length == 1 && *text == ' ';
}

/* Runs before the action is over, so that what follows from a space is one edit with it. */
static void
end_action_cb (MaakProseView *self)
{
  if (!self->typed_space || !self->prose)
    return;
  self->typed_space = FALSE;
  if (!maak_prose_buffer_begin_item (self->buffer))
    maak_prose_buffer_link_word (self->buffer);
}

/* --- Painting --- */

static void
paint_mark (MaakProseView     *self,
            GtkSnapshot       *snapshot,
            PangoLayout       *layout,
            const GtkTextIter *line)
{
  static const char *const bullets[] = { "•", "◦", "▪" };
  guint                    depth, number;
  MaakProseKind            kind = maak_prose_buffer_get_line (self->buffer, (guint) gtk_text_iter_get_line (line), &depth, &number);
  g_autofree char         *mark = NULL;
  GdkRectangle             place;
  GdkRGBA                  color;
  int                      width;

  if (kind == MAAK_PROSE_PARAGRAPH || depth == 0)
    return;
  mark = kind == MAAK_PROSE_NUMBERED ? g_strdup_printf ("%u.", number) : g_strdup (bullets[(depth - 1) % G_N_ELEMENTS (bullets)]);
  pango_layout_set_text (layout, mark, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), line, &place);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (place.x - width - BESIDE), (float) place.y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
maak_prose_view_snapshot_layer (GtkTextView     *view,
                                GtkTextViewLayer layer,
                                GtkSnapshot     *snapshot)
{
  MaakProseView *self = MAAK_PROSE_VIEW (view);
  GdkRectangle   visible;
  GtkTextIter    line;
  g_autoptr (PangoLayout) layout = NULL;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || !self->prose)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &line, visible.y, NULL);
  while (TRUE)
    {
      int y;

      gtk_text_view_get_line_yrange (view, &line, &y, NULL);
      if (y > visible.y + visible.height)
        break;
      paint_mark (self, snapshot, layout, &line);
      /* A last line without words is one, too. */
      if (!gtk_text_iter_forward_line (&line) && !(gtk_text_iter_is_end (&line) && gtk_text_iter_starts_line (&line)))
        break;
      if (gtk_text_iter_is_end (&line))
        {
          if (gtk_text_iter_starts_line (&line))
            paint_mark (self, snapshot, layout, &line);
          break;
        }
    }
}

/* A last line without words has no characters that could have the margin of its depth. */
static void
indent_last_line (MaakProseView *self)
{
  GtkTextIter end;
  guint       depth = 0;

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self->buffer), &end);
  if (gtk_text_iter_starts_line (&end))
    maak_prose_buffer_get_line (self->buffer, (guint) gtk_text_iter_get_line (&end), &depth, NULL);
  if (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) != (int) depth * INDENT)
    gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), (int) depth * INDENT);
}

/* --- In sight --- */

/** maak_prose_view_get_cursor_rectangle: @rectangle becomes the place of the cursor, in the view. */
void
maak_prose_view_get_cursor_rectangle (MaakProseView *self,
                                      GdkRectangle  *rectangle)
{
  g_return_if_fail (MAAK_IS_PROSE_VIEW (self));

  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self), NULL, rectangle, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, rectangle->x, rectangle->y, &rectangle->x, &rectangle->y);
  rectangle->width = MAX (rectangle->width, 1);
}

static gboolean
keep_in_sight_cb (gpointer data)
{
  MaakProseView   *self = data;
  GtkWidget       *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment   *adjustment = page != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)) : NULL;
  GdkRectangle     cursor;
  graphene_point_t point;
  double           top, bottom, height;

  self->sight_source = 0;
  maak_prose_view_get_cursor_rectangle (self, &cursor);
  if (adjustment == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)) ||
      !gtk_widget_compute_point (GTK_WIDGET (self), page, &GRAPHENE_POINT_INIT ((float) cursor.x, (float) cursor.y), &point))
    return G_SOURCE_REMOVE;
  height = gtk_adjustment_get_page_size (adjustment);
  top = (double) point.y - IN_SIGHT;
  bottom = (double) point.y + cursor.height + IN_SIGHT + (self->prose ? BUTTONS : 0);
  if (height < 4 * IN_SIGHT)
    return G_SOURCE_REMOVE;
  if (top < 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top);
  else if (bottom > height)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bottom - height);
  return G_SOURCE_REMOVE;
}

/** maak_prose_view_show_cursor: scrolls the page so that the cursor is seen, in a moment; only where the view has the keyboard. */
void
maak_prose_view_show_cursor (MaakProseView *self)
{
  g_return_if_fail (MAAK_IS_PROSE_VIEW (self));

  if (self->sight_source == 0 && gtk_widget_has_focus (GTK_WIDGET (self)))
    self->sight_source = g_idle_add (keep_in_sight_cb, self);
}

static void
style_changed_cb (MaakProseView *self)
{
  indent_last_line (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  maak_prose_view_show_cursor (self);
}

/* --- Links --- */

static gboolean
find_link_at (MaakProseView *self,
              double         x,
              double         y,
              const char   **link,
              gboolean      *is_chip,
              GdkRectangle  *where)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter  at, start, end;
  GdkRectangle last;
  int          buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &at, buffer_x, buffer_y) ||
      !maak_prose_buffer_get_link (self->buffer, &at, &start, &end, link, is_chip) || gtk_text_iter_compare (&at, &end) >= 0)
    return FALSE;
  if (where == NULL)
    return TRUE;
  gtk_text_view_get_iter_location (view, &start, where);
  gtk_text_view_get_iter_location (view, &end, &last);
  if (last.y == where->y)
    where->width = MAX (last.x - where->x, 1);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, where->x, where->y, &where->x, &where->y);
  return TRUE;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         data)
{
  MaakProseView *self = data;
  const char    *link;
  gboolean       is_chip;
  GdkRectangle   where;

  if (n_press == 1 && !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)) && find_link_at (self, x, y, &link, &is_chip, &where))
    g_signal_emit (self, signals[SIGNAL_LINK_CLICKED], 0, link, is_chip, &where);
}

static void
motion_cb (MaakProseView *self,
           double         x,
           double         y)
{
  const char *link;
  gboolean    over = find_link_at (self, x, y, &link, NULL, NULL);

  if (over != self->over_link)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : "text");
  self->over_link = over;
}

static gboolean
maak_prose_view_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  MaakProseView   *self = MAAK_PROSE_VIEW (widget);
  const char      *link;
  gboolean         is_chip;
  g_autofree char *text = NULL;

  if (keyboard || self->describe == NULL || !find_link_at (self, x, y, &link, &is_chip, NULL))
    return FALSE;
  text = self->describe (link, is_chip, self->describe_data);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
maak_prose_view_dispose (GObject *object)
{
  MaakProseView *self = MAAK_PROSE_VIEW (object);

  g_clear_handle_id (&self->sight_source, g_source_remove);
  g_clear_handle_id (&self->height_source, g_source_remove);

  G_OBJECT_CLASS (maak_prose_view_parent_class)->dispose (object);
}

static gboolean
ask_height_cb (gpointer data)
{
  MaakProseView *self = data;

  self->height_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* A text view lays its lines out when it has a width, a few at a time, and does not always say how high it has become: so
 * it is asked again when it has come to rest. */
static void
maak_prose_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MaakProseView *self = MAAK_PROSE_VIEW (widget);

  GTK_WIDGET_CLASS (maak_prose_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (width == self->laid_out_for)
    return;
  self->laid_out_for = width;
  if (self->height_source == 0)
    self->height_source = g_idle_add_full (G_PRIORITY_LOW, ask_height_cb, self, NULL);
}

static void
maak_prose_view_finalize (GObject *object)
{
  MaakProseView *self = MAAK_PROSE_VIEW (object);

  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (maak_prose_view_parent_class)->finalize (object);
}

static void
maak_prose_view_class_init (MaakProseViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = maak_prose_view_dispose;
  object_class->finalize = maak_prose_view_finalize;
  widget_class->query_tooltip = maak_prose_view_query_tooltip;
  widget_class->size_allocate = maak_prose_view_size_allocate;
  view_class->snapshot_layer = maak_prose_view_snapshot_layer;
  view_class->copy_clipboard = maak_prose_view_copy;
  view_class->cut_clipboard = maak_prose_view_cut;
  view_class->paste_clipboard = maak_prose_view_paste;

  signals[SIGNAL_LINK_CLICKED] = g_signal_new ("link-clicked", MAAK_TYPE_PROSE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", MAAK_TYPE_PROSE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
maak_prose_view_init (MaakProseView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * maak_prose_view_new:
 * @buffer: what is edited
 * @prose: whether it is prose; else a text of one line
 * @describe: (nullable): says what a link is
 * @data: for @describe; must live as long
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
maak_prose_view_new (MaakProseBuffer  *buffer,
                     gboolean          prose,
                     MaakProseDescribe describe,
                     gpointer          data)
{
  MaakProseView *self = g_object_new (MAAK_TYPE_PROSE_VIEW, "buffer", buffer, NULL);

  self->buffer = g_object_ref (buffer);
  self->prose = prose;
  self->describe = describe;
  self->describe_data = data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, prose, -1);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (end_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "style-changed", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "edited", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  indent_last_line (self);
  return GTK_WIDGET (self);
}

/** maak_prose_view_get_prose_buffer: Returns: (transfer none): what is edited */
MaakProseBuffer *
maak_prose_view_get_prose_buffer (MaakProseView *self)
{
  g_return_val_if_fail (MAAK_IS_PROSE_VIEW (self), NULL);

  return self->buffer;
}
