/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Pages to PDF through cairo, tagged: elements, links, anchors, bookmarks, page labels, properties.
 *
 * Known of cairo 1.18.4: marked content opens only around text; its tags "Artifact" and "cairo.content" leave a broken
 * cross-reference, so neither is used. What stands on every page must be in no element, though elements span pages: it
 * is recorded on a surface of its own and painted first, which is no text to cairo. Text that stands directly in an
 * element at the head of a page would take that painting in; maak-pages gives each such part a Span.
 *
 * Dates come out without the "D:" that they should begin with.
 *
 * What cairo cannot say (alternative texts, scope of header cells, language) is not added here. */
#include "report/maak-pdf.h"

#include <cairo-pdf.h>
#include <math.h>

static void
set_color (cairo_t *cr, guint hex)
{
  cairo_set_source_rgb (cr, ((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0);
}

/* Names and addresses stand between quotes in a tag's attributes. */
static char *
quote (const char *string)
{
  GString *out = g_string_new ("'");

  for (const char *c = string; *c != '\0'; c++)
    {
      if (*c == '\\' || *c == '\'')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '\'');
  return g_string_free (out, FALSE);
}

static void
begin_link (cairo_t *cr, const char *target)
{
  g_autofree char *quoted = quote (target[0] == '#' ? target + 1 : target);
  g_autofree char *attributes = g_strconcat (target[0] == '#' ? "dest=" : "uri=", quoted, NULL);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static const MaakSpan *
find_span (const MaakRuns *runs, guint offset)
{
  for (guint i = 0; i < runs->spans->len; i++)
    {
      const MaakSpan *span = &g_array_index (runs->spans, MaakSpan, i);

      if (offset >= span->start && offset < span->end)
        return span;
    }
  return NULL;
}

static guint
get_span_color (const MaakHouseStyle *style, const MaakSpan *span, guint color)
{
  if (span == NULL)
    return color;
  if (span->link != NULL && span->link[0] != '#')
    return style->accent;
  if (span->flags & MAAK_RUN_ACCENT)
    return style->accent;
  return span->flags & MAAK_RUN_MUTED ? style->muted : color;
}

static gboolean
same_link (const MaakSpan *a, const MaakSpan *b)
{
  return g_strcmp0 (a != NULL ? a->link : NULL, b != NULL ? b->link : NULL) == 0;
}

/* A line with emphasis or links: piece by piece. Each line of a link is a link of its own. */
static void
draw_rich_line (cairo_t *cr, const MaakHouseStyle *style, const MaakOp *op, gboolean tagged)
{
  const MaakSpan *open = NULL;
  double          x = op->x;

  for (GSList *l = op->line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      const MaakSpan *span = find_span (op->runs, (guint) item->item->offset);
      double          width = pango_glyph_string_get_width (item->glyphs) / (double) PANGO_SCALE;

      if (tagged && !same_link (open, span))
        {
          if (open != NULL && open->link != NULL)
            cairo_tag_end (cr, CAIRO_TAG_LINK);
          if (span != NULL && span->link != NULL)
            begin_link (cr, span->link);
          open = span;
        }
      set_color (cr, get_span_color (style, span, op->color));
      cairo_move_to (cr, x, op->y);
      pango_cairo_show_glyph_item (cr, pango_layout_get_text (op->line->layout), item);
      x += width;
    }
  if (open != NULL && open->link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_line (cairo_t *cr, const MaakHouseStyle *style, const MaakOp *op, gboolean tagged)
{
  if (op->runs != NULL)
    {
      draw_rich_line (cr, style, op, tagged);
      return;
    }
  set_color (cr, op->color);
  cairo_move_to (cr, op->x, op->y);
  pango_cairo_show_layout_line (cr, op->line);
}

static void
paint_figure (cairo_t *cr, const MaakOp *op)
{
  cairo_save (cr);
  cairo_translate (cr, op->x, op->y);
  op->figure->paint (op->figure->data, cr, op->width, op->height);
  cairo_restore (cr);
}

static void
draw_arrow (cairo_t *cr, const MaakOp *op)
{
  cairo_move_to (cr, op->x, op->y);
  cairo_line_to (cr, op->x + op->width, op->y);
  cairo_line_to (cr, op->x + op->width / 2, op->y + op->height);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
begin_element (cairo_t *cr, const MaakOp *op)
{
  if (op->name != NULL)
    begin_link (cr, op->name);
  else
    cairo_tag_begin (cr, op->tag, NULL);
}

static void
draw_op (cairo_t *cr, const MaakHouseStyle *style, const MaakOp *op, gboolean tagged)
{
  switch ((MaakOpKind) op->kind)
    {
    case MAAK_OP_BEGIN:
      if (tagged)
        begin_element (cr, op);
      break;
    case MAAK_OP_END:
      if (tagged)
        cairo_tag_end (cr, op->tag);
      break;
    case MAAK_OP_LINE:
      draw_line (cr, style, op, tagged);
      break;
    case MAAK_OP_FILL:
      set_color (cr, op->color);
      cairo_rectangle (cr, op->x, op->y, op->width, op->height);
      cairo_fill (cr);
      break;
    case MAAK_OP_ARROW:
      set_color (cr, op->color);
      draw_arrow (cr, op);
      break;
    case MAAK_OP_PAINT:
      paint_figure (cr, op);
      break;
    case MAAK_OP_ANCHOR:
      if (tagged)
        {
          g_autofree char *quoted = quote (op->name);
          g_autofree char *attributes = g_strdup_printf ("name=%s x=%d y=%d internal", quoted, (int) floor (op->x), (int) floor (MAX (0, op->y - 12)));

          cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
          cairo_tag_end (cr, CAIRO_TAG_DEST);
        }
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_furniture (cairo_t *cr, const MaakHouseStyle *style, const MaakPage *page)
{
  for (guint i = 0; i < page->furniture->len; i++)
    draw_op (cr, style, &g_array_index (page->furniture, MaakOp, i), FALSE);
}

static void
paint_recorded_furniture (cairo_t *cr, const MaakHouseStyle *style, const MaakPage *page)
{
  const cairo_rectangle_t extents = { 0, 0, style->page_width, style->page_height };
  g_autoptr (cairo_surface_t) recording = NULL;
  cairo_t *recorder;

  if (page->furniture->len == 0)
    return;
  recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  recorder = cairo_create (recording);
  draw_furniture (recorder, style, page);
  cairo_destroy (recorder);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
}

/**
 * maak_pdf_draw_page:
 * @pages: a document
 * @style: the house style that it was set in
 * @page: which page, from 0
 * @cr: where to draw, in points from the page's corner; for a preview or a picture of the page: nothing is tagged
 */
void
maak_pdf_draw_page (MaakPages *pages, const MaakHouseStyle *style, guint page, cairo_t *cr)
{
  const MaakPage *what = maak_pages_get (pages, page);

  draw_furniture (cr, style, what);
  for (guint i = 0; i < what->ops->len; i++)
    draw_op (cr, style, &g_array_index (what->ops, MaakOp, i), FALSE);
}

static void
add_outline (cairo_surface_t *surface, MaakPages *pages)
{
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < maak_pages_get_n_entries (pages); i++)
    {
      const MaakEntry *entry = maak_pages_get_entry (pages, i, NULL);
      g_autofree char *quoted = quote (entry->anchor);
      g_autofree char *attributes = g_strconcat ("dest=", quoted, NULL);
      g_autofree char *title = entry->number != NULL ? g_strconcat (entry->number, " ", entry->title, NULL) : g_strdup (entry->title);
      int              id;

      if (entry->level < 1 || entry->level > 3)
        continue;
      id = cairo_pdf_surface_add_outline (surface, parents[entry->level - 1], title, attributes, entry->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint k = entry->level; k < G_N_ELEMENTS (parents); k++)
        parents[k] = id;
    }
}

static void
set_properties (cairo_surface_t *surface, const MaakPdfProperties *properties)
{
  g_autofree char *iso = maak_date_to_iso (properties->date);
  g_autofree char *time = g_strconcat (iso, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, properties->title);
  if (properties->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, properties->author);
  if (properties->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, properties->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Maakland");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw_document (cairo_surface_t *surface, MaakPages *pages, const MaakHouseStyle *style, const MaakPdfProperties *properties)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint p = 0; p < maak_pages_get_n (pages) && !g_cancellable_is_cancelled (properties->cancellable); p++)
    {
      const MaakPage *page = maak_pages_get (pages, p);

      if (properties->progress != NULL)
        properties->progress ((double) p / maak_pages_get_n (pages), properties->progress_data);
      cairo_pdf_surface_set_page_label (surface, page->label);
      paint_recorded_furniture (cr, style, page);
      if (p == 0)
        cairo_tag_begin (cr, "Document", NULL);
      for (guint i = 0; i < page->ops->len; i++)
        draw_op (cr, style, &g_array_index (page->ops, MaakOp, i), TRUE);
      if (p + 1 == maak_pages_get_n (pages))
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/**
 * maak_pdf_write:
 * @pages: a document of at least one page
 * @style: the house style that it was set in
 * @properties: what the file says of itself
 * @error: MAAK_REPORT_ERROR_FAILED, when the drawing library gave up; G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the file's bytes, or NULL
 */
GBytes *
maak_pdf_write (MaakPages *pages, const MaakHouseStyle *style, const MaakPdfProperties *properties, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, style->page_width, style->page_height);
  cairo_status_t status;

  set_properties (surface, properties);
  add_outline (surface, pages);
  status = draw_document (surface, pages, style, properties);
  cairo_surface_finish (surface);
  if (g_cancellable_set_error_if_cancelled (properties->cancellable, error))
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      maak_error_set (error, MAAK_REPORT_ERROR, MAAK_REPORT_ERROR_FAILED, NULL,
                      maak_message_new (MAAK_PHRASE_REPORT_FAILED, MAAK_ARG_STRING, "why", cairo_status_to_string (status), MAAK_ARG_END));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
