/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Shows a picture of draw/ at the width that it gets, as high as it measures there.
 *
 * In a dark window the dark one of the two is shown; where there is only one (a preview of paper), it lies on white. What it shows
 * is said in words, too.
 */
#include "map/maak-picture-view.h"

#include <adwaita.h>

struct _MaakPictureView
{
  GtkWidget parent_instance;

  MaakPicture *light, *dark; /* dark: NULL: paper */
};

G_DEFINE_FINAL_TYPE (MaakPictureView, maak_picture_view, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 160
#define NATURAL_WIDTH 320

static MaakPicture *
get_picture (MaakPictureView *self)
{
  return self->dark != NULL && adw_style_manager_get_dark (adw_style_manager_get_default ()) ? self->dark : self->light;
}

static GtkSizeRequestMode
maak_picture_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
maak_picture_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_baseline, int *natural_baseline)
{
  *least_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *least = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *least = *natural = (int) maak_picture_measure (get_picture (MAAK_PICTURE_VIEW (widget)), for_size > 0 ? for_size : NATURAL_WIDTH) + 1;
    }
}

static void
maak_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MaakPictureView *self = MAAK_PICTURE_VIEW (widget);
  int              width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t  bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t         *cr;

  if (self->dark == NULL)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  maak_picture_draw (get_picture (self), cr, 0, 0, width, height);
  cairo_destroy (cr);
}

static void
maak_picture_view_dispose (GObject *object)
{
  MaakPictureView *self = MAAK_PICTURE_VIEW (object);

  g_clear_pointer (&self->light, maak_picture_unref);
  g_clear_pointer (&self->dark, maak_picture_unref);

  G_OBJECT_CLASS (maak_picture_view_parent_class)->dispose (object);
}

static void
maak_picture_view_class_init (MaakPictureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_picture_view_dispose;
  widget_class->get_request_mode = maak_picture_view_get_request_mode;
  widget_class->measure = maak_picture_view_measure;
  widget_class->snapshot = maak_picture_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
maak_picture_view_init (MaakPictureView *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * maak_picture_view_new:
 * @light: the picture
 * @dark_or_null: (nullable): the same in the dark scheme; %NULL: a preview of paper
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
maak_picture_view_new (MaakPicture *light, MaakPicture *dark_or_null)
{
  MaakPictureView *self = g_object_new (MAAK_TYPE_PICTURE_VIEW, NULL);
  g_autofree char *title = maak_picture_dup_title (light), *words = maak_picture_dup_description (light);

  self->light = maak_picture_ref (light);
  self->dark = dark_or_null != NULL ? maak_picture_ref (dark_or_null) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return GTK_WIDGET (self);
}
