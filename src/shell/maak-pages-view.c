/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Pages to look at. A page is drawn when it comes near what is seen, and let go when it is far: a document may have
 * hundreds. The view as a whole has the focus and scrolls by keys; each page is an image with a name, so that a screen
 * reader finds it, and the text itself is read in the forms or in the PDF.
 *
 * Zoom 0 is "as wide as there is room", up to a width that reads well; else a step of a fixed list. */

#include "shell/maak-pages-view.h"

#include <glib/gi18n.h>
#include <math.h>

#define WIDEST 900 /* pixels of a page that fits itself */
#define NARROWEST 120
#define MARGIN 18 /* pixels around a page */

static const double zooms[] = { 0.35, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 2 };

/* --- One page --- */

#define MAAK_TYPE_PAGE_PICTURE (maak_page_picture_get_type ())
G_DECLARE_FINAL_TYPE (MaakPagePicture, maak_page_picture, MAAK, PAGE_PICTURE, GtkWidget)

struct _MaakPagePicture
{
  GtkWidget parent_instance;

  MaakPrintout *printout;
  guint         page;
  double        zoom; /* pixels a point; 0: as there is room */
  gboolean      near; /* it may be seen in a moment */
};

G_DEFINE_FINAL_TYPE (MaakPagePicture, maak_page_picture, GTK_TYPE_WIDGET)

static void
maak_page_picture_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  MaakPagePicture *self = MAAK_PAGE_PICTURE (widget);
  double           width, height;

  maak_printout_get_size (self->printout, &width, &height);
  if (self->zoom > 0)
    *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width * self->zoom : height * self->zoom);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NARROWEST;
      *natural = WIDEST;
    }
  else
    {
      *minimum = (int) ceil ((for_size > 0 ? MIN (for_size, WIDEST) : NARROWEST) * height / width);
      *natural = (int) ceil ((for_size > 0 ? MIN (for_size, WIDEST) : WIDEST) * height / width);
    }
}

static GtkSizeRequestMode
maak_page_picture_get_request_mode (GtkWidget *widget)
{
  return MAAK_PAGE_PICTURE (widget)->zoom > 0 ? GTK_SIZE_REQUEST_CONSTANT_SIZE : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
maak_page_picture_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MaakPagePicture *self = MAAK_PAGE_PICTURE (widget);
  graphene_rect_t  bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  double           width, height;
  cairo_t         *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (!self->near)
    return;
  maak_printout_get_size (self->printout, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, gtk_widget_get_width (widget) / width, gtk_widget_get_height (widget) / height);
  maak_printout_draw (self->printout, self->page, cr);
  cairo_destroy (cr);
}

static void
maak_page_picture_dispose (GObject *object)
{
  g_clear_object (&MAAK_PAGE_PICTURE (object)->printout);

  G_OBJECT_CLASS (maak_page_picture_parent_class)->dispose (object);
}

static void
maak_page_picture_class_init (MaakPagePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_page_picture_dispose;
  widget_class->measure = maak_page_picture_measure;
  widget_class->get_request_mode = maak_page_picture_get_request_mode;
  widget_class->snapshot = maak_page_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
maak_page_picture_init (MaakPagePicture *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "maak-paper");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
make_picture (MaakPrintout *printout,
              guint         page,
              double        zoom)
{
  MaakPagePicture *self = g_object_new (MAAK_TYPE_PAGE_PICTURE, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Page %s"), maak_printout_get_page_label (printout, page));

  self->printout = g_object_ref (printout);
  self->page = page;
  self->zoom = zoom;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static void
set_near (MaakPagePicture *self,
          gboolean         near)
{
  if (self->near == near)
    return;
  self->near = near;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_zoom (MaakPagePicture *self,
          double           zoom)
{
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- All pages --- */

struct _MaakPagesView
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  int        step; /* in `zooms`; -1: as there is room */
};

G_DEFINE_FINAL_TYPE (MaakPagesView, maak_pages_view, ADW_TYPE_BIN)

/* Near: within one view above or below what is seen. */
static void
look_cb (MaakPagesView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double         value = gtk_adjustment_get_value (adjustment), size = gtk_adjustment_get_page_size (adjustment);

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (child, self->box, &bounds))
        set_near (MAAK_PAGE_PICTURE (child), bounds.origin.y < value + 2 * size && bounds.origin.y + bounds.size.height > value - size);
    }
}

static void
maak_pages_view_class_init (MaakPagesViewClass *klass)
{
}

static void
maak_pages_view_init (MaakPagesView *self)
{
  GtkAdjustment *adjustment;
  /* It takes the keyboard, so it has a role that can be named. */
  GtkWidget *viewport = g_object_new (GTK_TYPE_VIEWPORT, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  self->step = -1;
  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  gtk_widget_set_margin_top (self->box, MARGIN);
  gtk_widget_set_margin_bottom (self->box, MARGIN);
  gtk_widget_set_margin_start (self->box, MARGIN);
  gtk_widget_set_margin_end (self->box, MARGIN);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->box);
  gtk_widget_set_focusable (viewport, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (viewport), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages of the document"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "maak-desk");
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
}

/** maak_pages_view_new: Returns: (transfer floating): a view without pages */
GtkWidget *
maak_pages_view_new (void)
{
  return g_object_new (MAAK_TYPE_PAGES_VIEW, NULL);
}

static double
get_zoom (MaakPagesView *self)
{
  return self->step >= 0 ? zooms[self->step] * 96 / 72 : 0;
}

/** maak_pages_view_set_printout: shows other pages, at the same place as before. */
void
maak_pages_view_set_printout (MaakPagesView *self,
                              MaakPrintout  *printout_or_null)
{
  GtkWidget *child;

  g_return_if_fail (MAAK_IS_PAGES_VIEW (self));

  while ((child = gtk_widget_get_last_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; printout_or_null != NULL && i < maak_printout_get_n_pages (printout_or_null); i++)
    gtk_box_append (GTK_BOX (self->box), make_picture (printout_or_null, i, get_zoom (self)));
  look_cb (self);
}

/* The step that is nearest to how wide the pages are now. */
static int
find_step (MaakPagesView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box);
  double     now = child != NULL ? gtk_widget_get_width (child) / (595.3 * 96 / 72) : 1;
  int        best = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (zooms); i++)
    if (fabs (zooms[i] - now) < fabs (zooms[best] - now))
      best = i;
  return best;
}

/** maak_pages_view_zoom: larger or smaller by so many steps; 0: as wide as there is room. */
void
maak_pages_view_zoom (MaakPagesView *self,
                      int            steps)
{
  g_return_if_fail (MAAK_IS_PAGES_VIEW (self));

  if (steps == 0)
    self->step = -1;
  else
    self->step = CLAMP ((self->step >= 0 ? self->step : find_step (self)) + steps, 0, (int) G_N_ELEMENTS (zooms) - 1);
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_zoom (MAAK_PAGE_PICTURE (child), get_zoom (self));
}
