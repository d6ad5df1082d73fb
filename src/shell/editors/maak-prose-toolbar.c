/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The buttons of a prose text. They say how it is at the cursor and call actions; what those do is the pane's business.
 *
 * With the keyboard it is one stop: the arrow keys go from button to button, Tab goes on. A click leaves the keyboard in
 * the text. */

#include "shell/editors/maak-prose-toolbar.h"

#include <adwaita.h>

struct _MaakProseToolbar
{
  AdwBin parent_instance;

  GtkWidget *bold;
  GtkWidget *italic;
  GtkWidget *bullets;
  GtkWidget *numbers;
  GtkWidget *link;
  GtkWidget *figure;
};

G_DEFINE_FINAL_TYPE (MaakProseToolbar, maak_prose_toolbar, ADW_TYPE_BIN)

static void
clicked_cb (GtkWidget        *button,
            MaakProseToolbar *self)
{
  const struct
  {
    GtkWidget  *button;
    const char *action;
  } rows[] = {
    { self->bold, "prose.bold" },
    { self->italic, "prose.italic" },
    { self->bullets, "prose.bullets" },
    { self->numbers, "prose.numbers" },
    { self->link, "prose.link" },
    { self->figure, "prose.figure" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].button == button)
      gtk_widget_activate_action (GTK_WIDGET (self), rows[i].action, NULL);
}

static gboolean
maak_prose_toolbar_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  /* Tab comes in at the first button, from either side. */
  if (direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (MAAK_PROSE_TOOLBAR (widget)->bold);
  return GTK_WIDGET_CLASS (maak_prose_toolbar_parent_class)->focus (widget, direction);
}

static void
maak_prose_toolbar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAAK_TYPE_PROSE_TOOLBAR);

  G_OBJECT_CLASS (maak_prose_toolbar_parent_class)->dispose (object);
}

static void
maak_prose_toolbar_class_init (MaakProseToolbarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_prose_toolbar_dispose;
  widget_class->focus = maak_prose_toolbar_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/editors/maak-prose-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakProseToolbar, bold);
  gtk_widget_class_bind_template_child (widget_class, MaakProseToolbar, italic);
  gtk_widget_class_bind_template_child (widget_class, MaakProseToolbar, bullets);
  gtk_widget_class_bind_template_child (widget_class, MaakProseToolbar, numbers);
  gtk_widget_class_bind_template_child (widget_class, MaakProseToolbar, link);
  gtk_widget_class_bind_template_child (widget_class, MaakProseToolbar, figure);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
maak_prose_toolbar_init (MaakProseToolbar *self)
{
  GtkLayoutManager *wrap = adw_wrap_layout_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* In a narrow window a second line, not a window that is too wide. */
  adw_wrap_layout_set_child_spacing (ADW_WRAP_LAYOUT (wrap), 2);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), wrap);
}

/** maak_prose_toolbar_new: Returns: (transfer floating): the buttons */
GtkWidget *
maak_prose_toolbar_new (void)
{
  return g_object_new (MAAK_TYPE_PROSE_TOOLBAR, NULL);
}

/** maak_prose_toolbar_show_style: shows how it is at the cursor. */
void
maak_prose_toolbar_show_style (MaakProseToolbar     *self,
                               const MaakProseStyle *style)
{
  g_return_if_fail (MAAK_IS_PROSE_TOOLBAR (self) && style != NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->bold), (style->flags & MAAK_PROSE_BOLD) != 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->italic), (style->flags & MAAK_PROSE_ITALIC) != 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->bullets), style->kind == MAAK_PROSE_BULLET);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->numbers), style->kind == MAAK_PROSE_NUMBERED);
}
