/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The legend of a map. It draws what stands beside a map on paper, and says it in words to who cannot see it. It follows its
 * map: another scene, or circles of another size, make it measure itself anew. The size of circles is kept from one change to the
 * next, so that it is the same while sizes are worked out.
 */
#include "map/maak-legend-view.h"

#include <glib/gi18n.h>

struct _MaakLegendView
{
  GtkWidget parent_instance;

  MaakMapView *map;
  double       circle; /* of the map, when it last changed: the same while sizes are worked out */
};

G_DEFINE_FINAL_TYPE (MaakLegendView, maak_legend_view, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 150
#define NATURAL_WIDTH 260

static double
draw (MaakLegendView *self, cairo_t *cr, double width)
{
  MaakMapScene *scene = maak_map_view_get_scene (self->map);

  return scene != NULL ? maak_map_scene_draw_legend (scene, cr, width, self->circle) : 0;
}

static void
map_changed_cb (MaakLegendView *self)
{
  MaakMapScene    *scene = maak_map_view_get_scene (self->map);
  g_autofree char *words = scene != NULL ? maak_map_scene_dup_legend (scene) : g_strdup ("");

  self->circle = maak_map_view_get_circle (self->map);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkSizeRequestMode
maak_legend_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
maak_legend_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_baseline, int *natural_baseline)
{
  MaakLegendView *self = MAAK_LEGEND_VIEW (widget);

  *least_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *least = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *least = *natural = (int) draw (self, NULL, for_size > 0 ? for_size : NATURAL_WIDTH) + 1;
    }
}

static void
maak_legend_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  draw (MAAK_LEGEND_VIEW (widget), cr, width);
  cairo_destroy (cr);
}

static void
maak_legend_view_dispose (GObject *object)
{
  g_clear_object (&MAAK_LEGEND_VIEW (object)->map);

  G_OBJECT_CLASS (maak_legend_view_parent_class)->dispose (object);
}

static void
maak_legend_view_class_init (MaakLegendViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_legend_view_dispose;
  widget_class->get_request_mode = maak_legend_view_get_request_mode;
  widget_class->measure = maak_legend_view_measure;
  widget_class->snapshot = maak_legend_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "maaklegend");
}

static void
maak_legend_view_init (MaakLegendView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
}

/**
 * maak_legend_view_new:
 * @map: the map
 *
 * Returns: (transfer floating): its legend, which follows it
 */
GtkWidget *
maak_legend_view_new (MaakMapView *map)
{
  MaakLegendView *self = g_object_new (MAAK_TYPE_LEGEND_VIEW, NULL);

  self->map = g_object_ref (map);
  g_signal_connect_object (map, "changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  map_changed_cb (self);
  return GTK_WIDGET (self);
}
