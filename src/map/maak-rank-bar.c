/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "map/maak-rank-bar.h"

struct _MaakRankBar
{
  GtkWidget parent_instance;

  MaakMapScene *scene; /* NULL: nothing yet */
  guint         region;
};

G_DEFINE_FINAL_TYPE (MaakRankBar, maak_rank_bar, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 36
#define NATURAL_WIDTH 90
#define HEIGHT 20

static void
maak_rank_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_baseline, int *natural_baseline)
{
  *least = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
  *least_baseline = *natural_baseline = -1;
}

static void
maak_rank_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MaakRankBar *self = MAAK_RANK_BAR (widget);
  int          width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t     *cr;

  if (self->scene == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  maak_map_scene_draw_bar (self->scene, cr, self->region, width, height);
  cairo_destroy (cr);
}

static void
maak_rank_bar_dispose (GObject *object)
{
  g_clear_pointer (&MAAK_RANK_BAR (object)->scene, maak_map_scene_unref);

  G_OBJECT_CLASS (maak_rank_bar_parent_class)->dispose (object);
}

static void
maak_rank_bar_class_init (MaakRankBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_rank_bar_dispose;
  widget_class->measure = maak_rank_bar_measure;
  widget_class->snapshot = maak_rank_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maak_rank_bar_init (MaakRankBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * maak_rank_bar_new:
 *
 * Returns: (transfer floating): a bar that shows nothing yet
 */
GtkWidget *
maak_rank_bar_new (void)
{
  return g_object_new (MAAK_TYPE_RANK_BAR, NULL);
}

/**
 * maak_rank_bar_set_scene:
 * @self: a bar
 * @scene: whose values are ranked
 * @region: whose bar it is, its index within the level
 *
 * Shows the region's bar.
 */
void
maak_rank_bar_set_scene (MaakRankBar *self, MaakMapScene *scene, guint region)
{
  MaakMapScene *old = self->scene;

  self->scene = maak_map_scene_ref (scene);
  g_clear_pointer (&old, maak_map_scene_unref);
  self->region = region;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
