/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Two widgets that stand beside each other where there is room for both, else the second below the first. Unlike a breakpoint it
 * needs no height of its own, so it can stand in a page that scrolls. The second has a fixed width beside the first, and may be less
 * high than it would like (when it scrolls by itself); below the first it has its natural height, and the first what is left.
 */
#include "map/maak-pair.h"

struct _MaakPair
{
  GtkWidget parent_instance;

  GtkWidget *first, *second;
  int        room;         /* pixels of width from which they stand beside each other */
  int        second_width; /* pixels of the second there */
};

G_DEFINE_FINAL_TYPE (MaakPair, maak_pair, GTK_TYPE_WIDGET)

#define GAP 12

/* Widths of the two at @width; TRUE: they stand beside each other. */
static gboolean
divide (MaakPair *self, int width, int *first, int *second)
{
  *first = *second = width;
  if (width < self->room)
    return FALSE;
  *second = self->second_width;
  *first = width - GAP - *second;
  return TRUE;
}

static GtkSizeRequestMode
maak_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
maak_pair_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_baseline, int *natural_baseline)
{
  MaakPair *self = MAAK_PAIR (widget);
  int       first_least, first_natural, second_least, second_natural, first, second;

  *least_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->first, orientation, -1, &first_least, &first_natural, NULL, NULL);
      gtk_widget_measure (self->second, orientation, -1, &second_least, &second_natural, NULL, NULL);
      *least = MAX (first_least, second_least);
      *natural = MAX (MAX (first_natural + GAP + self->second_width, self->room), *least);
      return;
    }
  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);
  if (divide (self, for_size, &first, &second))
    {
      gtk_widget_measure (self->first, orientation, first, &first_least, &first_natural, NULL, NULL);
      gtk_widget_measure (self->second, orientation, second, &second_least, &second_natural, NULL, NULL);
      *least = MAX (first_least, second_least);
      *natural = MAX (first_natural, second_natural);
      return;
    }
  gtk_widget_measure (self->first, orientation, first, &first_least, &first_natural, NULL, NULL);
  gtk_widget_measure (self->second, orientation, second, &second_least, &second_natural, NULL, NULL);
  *least = first_least + GAP + second_natural;
  *natural = first_natural + GAP + second_natural;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, 0), MAX (height, 0) }, -1);
}

static void
maak_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MaakPair *self = MAAK_PAIR (widget);
  gboolean  rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int       first, second, least, natural, first_least, first_natural, above;

  if (divide (self, width, &first, &second))
    {
      allocate (self->first, rtl ? second + GAP : 0, 0, first, height);
      allocate (self->second, rtl ? 0 : first + GAP, 0, second, height);
      return;
    }
  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, first, &first_least, &first_natural, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, second, &least, &natural, NULL, NULL);
  above = CLAMP (height - GAP - natural, first_least, MAX (first_natural, first_least));
  allocate (self->first, 0, 0, first, above);
  allocate (self->second, 0, above + GAP, second, height - GAP - above);
}

static void
maak_pair_dispose (GObject *object)
{
  MaakPair *self = MAAK_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);

  G_OBJECT_CLASS (maak_pair_parent_class)->dispose (object);
}

static void
maak_pair_class_init (MaakPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_pair_dispose;
  widget_class->get_request_mode = maak_pair_get_request_mode;
  widget_class->measure = maak_pair_measure;
  widget_class->size_allocate = maak_pair_size_allocate;
}

static void
maak_pair_init (MaakPair *self)
{
}

/**
 * maak_pair_new:
 * @first: the one that takes the room that is left
 * @second: the one that has a width
 * @room: pixels of width from which they stand beside each other
 * @second_width: pixels of @second there
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
maak_pair_new (GtkWidget *first, GtkWidget *second, int room, int second_width)
{
  MaakPair *self = g_object_new (MAAK_TYPE_PAIR, NULL);

  self->first = first;
  self->second = second;
  self->room = room;
  self->second_width = second_width;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
