/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The picture is drawn by the same painter as paper, from the values that the plan keeps; the toolkit keeps what was
 * drawn. It is laid out on a larger sheet than it is shown on, so that its words have the size that they
 * have in print in proportion to it.
 *
 * It is white as paper, in the dark as well. An edit of the exhibit draws it again. */

#include "shell/maak-exhibit-preview.h"

#include "evidence/maak-evidence.h"
#include "report/maak-exhibit-picture.h"

#define SHEET_WIDTH 340.0 /* points: how wide the sheet is that it is laid out on, at the least */
#define MARGIN 8          /* pixels of white around the picture: the corners are round */
#define LEAST_WIDTH 150   /* pixels: beside the buttons of a row in the narrowest window */

struct _MaakExhibitPreview
{
  GtkWidget parent_instance;

  MaakContext  *context;
  MaakDocument *document;
  MaakRecord   *record;
  MaakPicture  *picture; /* NULL: it cannot be drawn */
  int           width, height;
};

G_DEFINE_FINAL_TYPE (MaakExhibitPreview, maak_exhibit_preview, GTK_TYPE_WIDGET)

static void
make (MaakExhibitPreview *self)
{
  MaakLanguage     language = maak_context_get_language (self->context);
  g_autofree char *title = maak_record_dup_title (self->record, language);
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (self->record, maak_context_get_catalogue (self->context), maak_context_get_regions (self->context), NULL);
  const char *words = exhibit != NULL ? maak_text_get_best (exhibit->alternative, language) : "";

  g_clear_pointer (&self->picture, maak_picture_unref);
  if (exhibit != NULL)
    self->picture = maak_exhibit_picture_new (exhibit, maak_context_get_boundaries (self->context), maak_document_get_writing_language (self->document));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), self->picture != NULL);
}

static void
maak_exhibit_preview_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  MaakExhibitPreview *self = MAAK_EXHIBIT_PREVIEW (widget);
  float               width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t     all = GRAPHENE_RECT_INIT (0, 0, width, height);
  double              inner_width = width - 2 * MARGIN, inner_height = height - 2 * MARGIN, scale = MIN (1, inner_width / SHEET_WIDTH);
  cairo_t            *cr;

  if (self->picture == NULL || inner_width < 1 || inner_height < 1)
    return;
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &all);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_translate (cr, MARGIN, MARGIN);
  cairo_scale (cr, scale, scale);
  maak_picture_draw (self->picture, cr, 0, 0, inner_width / scale, inner_height / scale);
  cairo_destroy (cr);
}

static void
maak_exhibit_preview_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  MaakExhibitPreview *self = MAAK_EXHIBIT_PREVIEW (widget);

  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (self->width, LEAST_WIDTH) : self->height;
}

static void
maak_exhibit_preview_dispose (GObject *object)
{
  MaakExhibitPreview *self = MAAK_EXHIBIT_PREVIEW (object);

  g_clear_pointer (&self->picture, maak_picture_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_exhibit_preview_parent_class)->dispose (object);
}

static void
maak_exhibit_preview_class_init (MaakExhibitPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_exhibit_preview_dispose;
  widget_class->snapshot = maak_exhibit_preview_snapshot;
  widget_class->measure = maak_exhibit_preview_measure;
  gtk_widget_class_set_css_name (widget_class, "picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
maak_exhibit_preview_init (MaakExhibitPreview *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "maak-exhibit");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
plan_changed_cb (MaakExhibitPreview *self,
                 MaakChange         *change)
{
  MaakRecord *record = maak_change_get_record (change);

  while (record != NULL && record != self->record)
    record = maak_record_get_parent (record);
  if (record == NULL)
    return;
  make (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** maak_exhibit_preview_is_for: Returns: whether @record is an exhibit */
gboolean
maak_exhibit_preview_is_for (MaakRecord *record)
{
  g_return_val_if_fail (MAAK_IS_RECORD (record), FALSE);

  return maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_EXHIBIT_KIND) != NULL;
}

/**
 * maak_exhibit_preview_new:
 * @record: an exhibit of the open plan
 * @width: pixels that it would like to have
 * @height: pixels
 *
 * Returns: (transfer floating): the picture
 */
GtkWidget *
maak_exhibit_preview_new (MaakContext  *context,
                          MaakDocument *document,
                          MaakRecord   *record,
                          int           width,
                          int           height)
{
  MaakExhibitPreview *self = g_object_new (MAAK_TYPE_EXHIBIT_PREVIEW, NULL);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->width = width;
  self->height = height;
  g_signal_connect_object (maak_document_get_plan (document), "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  make (self);
  return GTK_WIDGET (self);
}
