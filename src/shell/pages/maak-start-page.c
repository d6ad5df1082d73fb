/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/pages/maak-start-page.h"

struct _MaakStartPage
{
  MaakPage parent_instance;

  GtkWidget *new_plan;
  GtkWidget *drafts_part;
  GtkWidget *drafts;
  GtkWidget *recents_part;
  GtkWidget *recents;
  GtkWidget *first_time;
};

G_DEFINE_FINAL_TYPE (MaakStartPage, maak_start_page, MAAK_TYPE_PAGE)

static void
maak_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAAK_TYPE_START_PAGE);

  G_OBJECT_CLASS (maak_start_page_parent_class)->dispose (object);
}

static void
maak_start_page_class_init (MaakStartPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/pages/maak-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, new_plan);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, drafts_part);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, recents_part);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, recents);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, first_time);
}

static void
maak_start_page_init (MaakStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** maak_start_page_new: Returns: (transfer floating): the page */
MaakPage *
maak_start_page_new (MaakContext  *context,
                     MaakDocument *document,
                     guint         first_section,
                     guint         n_sections)
{
  return g_object_new (MAAK_TYPE_START_PAGE, "context", context, NULL);
}
