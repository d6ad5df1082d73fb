/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A text in one language. `shown` is the string that stands in the buffer, as the slot has it: what comes from elsewhere
 * (undo, another view) is another one and is loaded; what the person typed went to the slot and is the same.
 *
 * A form has hundreds of these, so the buttons are made when the view is first focused, and the line above the text when
 * there is something to say: which language it is, that it is out of date, that it is still to be written.
 *
 * A citation shows what its source says now. A click on it, or Ctrl+K beside it, tells of the source and leads there. */

#include "shell/editors/maak-text-pane.h"

#include "shell/editors/maak-link-popover.h"
#include "shell/editors/maak-prose-toolbar.h"

#include <glib/gi18n.h>

struct _MaakTextPane
{
  GtkBox parent_instance;

  MaakContext     *context;
  MaakSlot        *slot;
  MaakLanguage     language;
  MaakProseBuffer *buffer;
  char            *shown;

  GtkWidget *head; /* NULL: never needed */
  GtkWidget *head_label;
  GtkWidget *confirm; /* "still right" */
  GtkWidget *copy;    /* "start from the other language" */
  GtkWidget *frame;
  GtkWidget *view;
  GtkWidget *bar;     /* NULL: not prose */
  GtkWidget *toolbar; /* NULL: never focused */
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_INSERT_FIGURE,
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakTextPane, maak_text_pane, GTK_TYPE_BOX)

static gboolean
is_prose (MaakTextPane *self)
{
  return maak_slot_get_field (self->slot)->prose;
}

static MaakLanguage
get_other (MaakTextPane *self)
{
  return self->language == MAAK_LANGUAGE_NL ? MAAK_LANGUAGE_EN : MAAK_LANGUAGE_NL;
}

static MaakCitation *
find_citation (MaakTextPane *self,
               const char   *id)
{
  MaakRecord *record = maak_plan_lookup (maak_slot_get_plan (self->slot), id);
  MaakValue  *value = record != NULL ? maak_record_get_role (record, MAAK_ROLE_CITATION) : NULL;

  return value != NULL ? maak_value_get_citation (value) : NULL;
}

static char *
chip_cb (const char *id,
         const char *words,
         gpointer    data)
{
  MaakTextPane *self = data;
  MaakCitation *citation = find_citation (self, id);

  if (citation == NULL)
    return NULL;
  return maak_citation_get (citation)->kind == MAAK_CITATION_FIGURE ? maak_citation_dup_value (citation, self->language) : g_strdup (words);
}

static char *
describe_cb (const char *link,
             gboolean    is_chip,
             gpointer    data)
{
  MaakTextPane *self = data;
  const char   *id = maak_prose_link_get_id (link);
  MaakRecord   *record = id != NULL ? maak_plan_lookup (maak_slot_get_plan (self->slot), id) : NULL;
  MaakCitation *citation = id != NULL ? find_citation (self, id) : NULL;

  if (citation != NULL)
    return maak_citation_dup_source_line (citation, maak_context_get_language (self->context));
  if (record != NULL)
    return maak_record_dup_title (record, maak_context_get_language (self->context));
  return g_strdup (id != NULL ? _ ("What this refers to is no longer in the plan") : link);
}

/* --- What is said above the text --- */

static void
confirm_cb (MaakTextPane *self)
{
  g_autoptr (GError) error = NULL;

  maak_slot_confirm (self->slot, self->language, &error);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
  gtk_widget_grab_focus (self->view);
}

static void
copy_cb (MaakTextPane *self)
{
  maak_prose_buffer_insert_string (self->buffer, maak_slot_get_string (self->slot, get_other (self)));
  gtk_widget_grab_focus (self->view);
}

static GtkWidget *
add_head_button (MaakTextPane *self,
                 const char   *label,
                 GCallback     clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->head), button);
  return button;
}

static void
make_head (MaakTextPane *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->head_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->head_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->head_label), TRUE);
  gtk_widget_set_hexpand (self->head_label, TRUE);
  gtk_widget_add_css_class (self->head_label, "caption");
  gtk_box_append (GTK_BOX (self->head), self->head_label);
  self->confirm = add_head_button (self, _ ("Still right"), G_CALLBACK (confirm_cb));
  self->copy = add_head_button (self, self->language == MAAK_LANGUAGE_EN ? _ ("Start from the Dutch text") : _ ("Start from the English text"), G_CALLBACK (copy_cb));
  gtk_box_prepend (GTK_BOX (self), self->head);
}

static void
show_head (MaakTextPane *self,
           gboolean      with_language)
{
  MaakValue       *value = maak_slot_get (self->slot);
  MaakText        *text = value != NULL ? maak_value_get_text (value) : NULL;
  gboolean         editable = maak_slot_is_editable (self->slot), one_language = maak_slot_get_field (self->slot)->one_language;
  gboolean         outdated = text != NULL && !one_language && maak_text_is_outdated (text, self->language);
  gboolean         missing = text != NULL && !one_language && *maak_text_get (text, self->language) == '\0';
  const char      *language = self->language == MAAK_LANGUAGE_NL ? _ ("Dutch") : _ ("English");
  const char      *state = outdated ? _ ("out of date: the other language was changed since") : missing ? _ ("not written yet")
                                                                                                        : NULL;
  g_autofree char *label = NULL;

  if (one_language || (!with_language && state == NULL))
    {
      if (self->head != NULL)
        gtk_widget_set_visible (self->head, FALSE);
      return;
    }
  if (self->head == NULL)
    make_head (self);
  label = state != NULL ? g_strdup_printf ("%s, %s", language, state) : g_strdup (language);
  gtk_label_set_text (GTK_LABEL (self->head_label), label);
  gtk_widget_remove_css_class (self->head_label, outdated ? "dim-label" : "warning");
  gtk_widget_add_css_class (self->head_label, outdated ? "warning" : "dim-label");
  gtk_widget_set_visible (self->confirm, outdated && editable);
  gtk_widget_set_visible (self->copy, missing && editable);
  gtk_widget_set_visible (self->head, TRUE);
}

/* --- The buttons --- */

static void
show_style_cb (MaakTextPane *self)
{
  MaakProseStyle style;

  if (self->toolbar == NULL || !gtk_widget_get_visible (self->toolbar))
    return;
  maak_prose_buffer_get_style (self->buffer, &style);
  maak_prose_toolbar_show_style (MAAK_PROSE_TOOLBAR (self->toolbar), &style);
}

static void
focus_in_cb (MaakTextPane *self)
{
  if (self->bar == NULL || !maak_slot_is_editable (self->slot))
    return;
  if (self->toolbar == NULL)
    {
      self->toolbar = maak_prose_toolbar_new ();
      gtk_box_append (GTK_BOX (self->bar), self->toolbar);
    }
  gtk_widget_set_visible (self->toolbar, TRUE);
  show_style_cb (self);
}

static void
focus_out_cb (MaakTextPane *self)
{
  if (self->toolbar != NULL)
    gtk_widget_set_visible (self->toolbar, FALSE);
}

static void
bold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  maak_prose_buffer_toggle_flag (MAAK_TEXT_PANE (widget)->buffer, MAAK_PROSE_BOLD);
}

static void
italic_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  maak_prose_buffer_toggle_flag (MAAK_TEXT_PANE (widget)->buffer, MAAK_PROSE_ITALIC);
}

static void
bullets_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  maak_prose_buffer_toggle_list (MAAK_TEXT_PANE (widget)->buffer, MAAK_PROSE_BULLET);
}

static void
numbers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  maak_prose_buffer_toggle_list (MAAK_TEXT_PANE (widget)->buffer, MAAK_PROSE_NUMBERED);
}

static void
figure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_INSERT_FIGURE], 0);
}

static void
paste_plain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  maak_prose_view_paste_plain (MAAK_PROSE_VIEW (MAAK_TEXT_PANE (widget)->view));
}

static void
popover_closed_cb (MaakTextPane *self,
                   GtkWidget    *popover)
{
  gtk_widget_grab_focus (self->view);
  gtk_widget_unparent (popover);
}

/* @where: in the view */
static void
show_link (MaakTextPane       *self,
           const GdkRectangle *where)
{
  GtkWidget       *popover = maak_link_popover_new (self->context, self->slot, self->buffer);
  graphene_point_t point;
  GdkRectangle     place = *where;

  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (gtk_widget_compute_point (self->view, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) where->x, (float) where->y), &point))
    {
      place.x = (int) point.x;
      place.y = (int) point.y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MaakTextPane *self = MAAK_TEXT_PANE (widget);
  GdkRectangle  where;

  maak_prose_view_get_cursor_rectangle (MAAK_PROSE_VIEW (self->view), &where);
  show_link (self, &where);
}

static void
link_clicked_cb (MaakTextPane *self,
                 const char   *link,
                 gboolean      is_chip,
                 GdkRectangle *where)
{
  show_link (self, where);
}

static void
refused_cb (MaakTextPane *self,
            GError       *error)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

static void
edited_cb (MaakTextPane *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* A click beside the words, in the frame, is meant for them. */
static void
frame_pressed_cb (MaakTextPane *self)
{
  if (gtk_widget_get_focus_child (self->frame) == NULL)
    gtk_widget_grab_focus (self->view);
}

static gboolean
maak_text_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MAAK_TEXT_PANE (widget)->view);
}

static void
maak_text_pane_dispose (GObject *object)
{
  MaakTextPane *self = MAAK_TEXT_PANE (object);
  GtkWidget    *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->buffer);
  g_clear_object (&self->slot);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_text_pane_parent_class)->dispose (object);
}

static void
maak_text_pane_finalize (GObject *object)
{
  g_clear_pointer (&MAAK_TEXT_PANE (object)->shown, g_free);

  G_OBJECT_CLASS (maak_text_pane_parent_class)->finalize (object);
}

static void
maak_text_pane_class_init (MaakTextPaneClass *klass)
{
  GObjectClass         *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass       *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  object_class->dispose = maak_text_pane_dispose;
  object_class->finalize = maak_text_pane_finalize;
  widget_class->grab_focus = maak_text_pane_grab_focus;

  gtk_widget_class_install_action (widget_class, "prose.bold", NULL, bold_action);
  gtk_widget_class_install_action (widget_class, "prose.italic", NULL, italic_action);
  gtk_widget_class_install_action (widget_class, "prose.bullets", NULL, bullets_action);
  gtk_widget_class_install_action (widget_class, "prose.numbers", NULL, numbers_action);
  gtk_widget_class_install_action (widget_class, "prose.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "prose.figure", NULL, figure_action);
  gtk_widget_class_install_action (widget_class, "prose.paste-plain", NULL, paste_plain_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "prose.bold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "prose.italic", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_8, both, "prose.bullets", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_7, both, "prose.numbers", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "prose.link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, both, "prose.figure", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, both, "prose.paste-plain", NULL);

  signals[SIGNAL_EDITED] = g_signal_new ("edited", MAAK_TYPE_TEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_INSERT_FIGURE] = g_signal_new ("insert-figure", MAAK_TYPE_TEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", MAAK_TYPE_TEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
maak_text_pane_init (MaakTextPane *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->frame, "maak-text");
  gtk_widget_set_overflow (self->frame, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self), self->frame);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_out_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (click, "pressed", G_CALLBACK (frame_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->frame, GTK_EVENT_CONTROLLER (click));
}

static void
add_view (MaakTextPane *self)
{
  self->buffer = maak_prose_buffer_new (is_prose (self), chip_cb, self);
  self->view = maak_prose_view_new (self->buffer, is_prose (self), describe_cb, self);
  gtk_widget_add_css_class (self->view, is_prose (self) ? "maak-prose" : "maak-line");
  gtk_box_append (GTK_BOX (self->frame), self->view);
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "style-changed", G_CALLBACK (show_style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "link-clicked", G_CALLBACK (link_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
}

/**
 * maak_text_pane_new:
 * @slot: a field of type text
 * @language: in which the text is shown and edited
 *
 * Returns: (transfer floating): the pane, without the text yet
 */
GtkWidget *
maak_text_pane_new (MaakContext *context,
                    MaakSlot    *slot,
                    MaakLanguage language)
{
  MaakTextPane *self = g_object_new (MAAK_TYPE_TEXT_PANE, NULL);
  gboolean      prose = maak_slot_get_field (slot)->prose;

  self->context = g_object_ref (context);
  self->slot = g_object_ref (slot);
  self->language = language;
  add_view (self);
  if (prose)
    {
      /* Room for the buttons, so that nothing moves when they come. */
      self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->bar, "maak-prose-bar");
      gtk_box_append (GTK_BOX (self->frame), self->bar);
    }
  else
    for (guint i = 0; i < 6; i++)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), (const char *const[]) { "prose.bold", "prose.italic", "prose.bullets", "prose.numbers", "prose.link", "prose.figure" }[i], FALSE);
  return GTK_WIDGET (self);
}

/** maak_text_pane_get_view: Returns: (transfer none): where the person types */
GtkWidget *
maak_text_pane_get_view (MaakTextPane *self)
{
  g_return_val_if_fail (MAAK_IS_TEXT_PANE (self), NULL);

  return self->view;
}

/** maak_text_pane_get_buffer: Returns: (transfer none): what is edited */
MaakProseBuffer *
maak_text_pane_get_buffer (MaakTextPane *self)
{
  g_return_val_if_fail (MAAK_IS_TEXT_PANE (self), NULL);

  return self->buffer;
}

/** maak_text_pane_get_language: Returns: the language of the text */
MaakLanguage
maak_text_pane_get_language (MaakTextPane *self)
{
  g_return_val_if_fail (MAAK_IS_TEXT_PANE (self), MAAK_LANGUAGE_NL);

  return self->language;
}

/**
 * maak_text_pane_set_shown:
 * @string: what was handed to the slot: what stands in the buffer is this
 */
void
maak_text_pane_set_shown (MaakTextPane *self,
                          const char   *string)
{
  g_return_if_fail (MAAK_IS_TEXT_PANE (self));

  g_set_str (&self->shown, string);
}

/**
 * maak_text_pane_show:
 * @with_language: whether it says which language it is
 *
 * Shows what the slot holds; the text only where it is another than the one that stands there.
 */
void
maak_text_pane_show (MaakTextPane *self,
                     gboolean      with_language)
{
  const char *string;
  gboolean    editable;

  g_return_if_fail (MAAK_IS_TEXT_PANE (self));

  string = maak_slot_get_string (self->slot, self->language);
  editable = maak_slot_is_editable (self->slot);
  if (g_set_str (&self->shown, string))
    maak_prose_buffer_set_string (self->buffer, string);
  show_head (self, with_language);
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)) != editable)
    {
      gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
      gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), editable);
    }
}

/** maak_text_pane_insert_source: cites @evidence, a record of the plan, at the cursor. */
void
maak_text_pane_insert_source (MaakTextPane *self,
                              MaakRecord   *evidence)
{
  g_autofree char *link = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (MAAK_IS_TEXT_PANE (self) && MAAK_IS_RECORD (evidence));

  link = g_strconcat ("maak:", maak_record_get_id (evidence), NULL);
  words = maak_record_dup_title (evidence, self->language);
  maak_prose_buffer_insert_link (self->buffer, words, link);
}
