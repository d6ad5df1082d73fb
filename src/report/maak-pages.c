/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Pages from two columns of slices: the body first, whose page numbers begin at 1, and then the front (title page and
 * contents, i, ii, ...), which tells those numbers. So each is set once.
 *
 * On a page, steps have lengths from the page's corner. An element that holds text and goes over a page's end gets a
 * Span on each page: text that cairo finds open at the head of a page would otherwise take the page's running lines
 * into the element. Running lines and repeated heads are furniture: in no element at all. */
#include "report/maak-pages.h"

#include "base/maak-number.h"

#define STRETCH 26.0 /* points: two lines more on each page of a part, when that spares a page */

struct _MaakPages
{
  const MaakHouseStyle *style;
  MaakPagesOptions      options; /* strings are owned */
  MaakType             *type;
  MaakFlow             *front, *body;
  GPtrArray            *pages; /* of MaakPage */
  guint                 n_front;
  guint                *entry_pages; /* of body->entries: page within the body */
  MaakFlow             *margin;      /* texts of the running lines */
};

static void
free_page (gpointer data)
{
  MaakPage *page = data;

  g_array_unref (page->ops);
  g_array_unref (page->furniture);
  g_free (page->label);
  g_free (page);
}

static MaakPage *
add_page (GPtrArray *pages)
{
  MaakPage *page = g_new0 (MaakPage, 1);

  page->ops = g_array_new (FALSE, TRUE, sizeof (MaakOp));
  page->furniture = g_array_new (FALSE, TRUE, sizeof (MaakOp));
  g_ptr_array_add (pages, page);
  return page;
}

/* One step of a slice, moved to where the slice stands on its page. */
static MaakOp
move_op (const MaakHouseStyle *style, const MaakOp *op, const MaakPlacedSlice *placed)
{
  MaakOp moved = *op;

  if (placed->first && op->kind == MAAK_OP_FILL && moved.y < 0)
    {
      /* A frame reaches up to the slice above; at the head of a page there is none. */
      moved.height += moved.y;
      moved.y = 0;
    }
  moved.x += style->left;
  moved.y += style->top + placed->y;
  if (op->kind == MAAK_OP_PAINT && placed->shrunk > 0)
    {
      double scale = (moved.height - placed->shrunk) / moved.height;

      moved.x += moved.width * (1 - scale) / 2;
      moved.width *= scale;
      moved.height -= placed->shrunk;
    }
  return moved;
}

static void
add_span (MaakPage *page, MaakOpKind kind)
{
  MaakOp op = { .kind = (guint8) kind, .tag = "Span" };

  g_array_append_val (page->ops, op);
}

static void
add_repeat (MaakFlow *flow, MaakPage *page, const MaakRepeat *repeat)
{
  const MaakPlacedSlice top = { .y = 0 };

  for (guint i = repeat->first; i < repeat->last; i++)
    {
      const MaakOp *op = &g_array_index (flow->ops, MaakOp, i);

      if (op->kind == MAAK_OP_LINE || op->kind == MAAK_OP_FILL)
        {
          MaakOp moved = move_op (flow->style, op, &top);

          g_array_append_val (page->furniture, moved);
        }
    }
}

/* Deals the steps of a column over pages. */
static guint
deal_pages (MaakFlow *flow, const MaakPlacedSlice *placed, guint n_pages, GPtrArray *pages)
{
  const MaakOp *leaf = NULL; /* open, and it ends on a later page than this one */
  guint         base = pages->len, at = 0;
  guint         repeated = G_MAXUINT;

  for (guint i = 0; i < n_pages; i++)
    add_page (pages);
  for (guint i = 0; i < flow->ops->len; i++)
    {
      const MaakOp          *op = &g_array_index (flow->ops, MaakOp, i);
      const MaakPlacedSlice *place = &placed[op->slice];
      MaakPage              *page = g_ptr_array_index (pages, base + place->page);
      MaakOp                 moved = move_op (flow->style, op, place);

      if (place->page > at && leaf != NULL)
        {
          add_span (g_ptr_array_index (pages, base + at), MAAK_OP_END);
          add_span (page, MAAK_OP_BEGIN);
        }
      at = MAX (at, place->page);
      if (place->first && repeated != op->slice)
        {
          repeated = op->slice;
          add_repeat (flow, page, &g_array_index (flow->repeats, MaakRepeat, op->slice));
        }
      if (op->kind == MAAK_OP_END && leaf != NULL && op->match == (guint) (leaf - &g_array_index (flow->ops, MaakOp, 0)))
        {
          add_span (page, MAAK_OP_END);
          leaf = NULL;
        }
      /* No arrow from nothing: at the head of a page there is no step above. */
      if (op->kind != MAAK_OP_ARROW || !place->first)
        g_array_append_val (page->ops, moved);
      if (op->kind == MAAK_OP_BEGIN && op->leaf && placed[g_array_index (flow->ops, MaakOp, op->match).slice].page > place->page)
        {
          leaf = op;
          add_span (page, MAAK_OP_BEGIN);
        }
    }
  return n_pages;
}

static guint
break_flow (MaakFlow *flow, MaakPlacedSlice *placed)
{
  double height = flow->style->page_height - flow->style->top - flow->style->bottom;

  return maak_breaks_place ((const MaakSlice *) flow->slices->data, flow->slices->len, height, STRETCH, placed);
}

static char *
make_roman (guint number)
{
  static const struct
  {
    guint       value;
    const char *sign;
  } signs[] = { { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" } };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (roman, signs[i].sign);
  return g_string_free (roman, FALSE);
}

/* One line of the contents: number and title, dots, page number; all of it leads there. */
static void
add_contents_line (MaakPages *self, const MaakEntry *entry, guint page, gboolean keep)
{
  MaakFlow            *flow = self->front;
  MaakStyle            style = entry->level == 1 ? MAAK_STYLE_CONTENTS_1 : MAAK_STYLE_CONTENTS_2;
  const MaakStyleSpec *spec = maak_type_get_spec (self->type, style);
  double               number_width = 34, page_width = 30, indent = entry->level == 3 ? 18 : 0;
  g_autofree char     *label = g_strdup_printf ("%u", page + 1);
  MaakRuns            *number = maak_flow_own (flow, maak_runs_new (entry->number));
  MaakRuns            *title = maak_flow_own (flow, maak_runs_new (entry->title));
  MaakRuns            *target = maak_flow_own (flow, maak_runs_new (label));
  PangoLayout         *layout = maak_type_set (self->type, title, style, 0, flow->width - number_width - page_width - indent);
  PangoLayout         *end = maak_type_set (self->type, target, style, 0, MAAK_TYPE_UNWRAPPED);
  guint                n = (guint) pango_layout_get_line_count (layout);
  PangoRectangle       extents;
  g_autofree char     *link = g_strconcat ("#", entry->anchor, NULL);

  pango_layout_get_extents (end, NULL, &extents);
  maak_flow_begin_tag (flow, "TOCI", FALSE);
  maak_flow_begin_slice (flow, spec->before);
  maak_flow_begin_tag (flow, "Link", TRUE);
  g_array_index (flow->ops, MaakOp, flow->ops->len - 1).name = maak_flow_own (flow, maak_runs_new (link))->text->str;
  if (entry->number != NULL)
    maak_flow_add_lines (flow, maak_type_set (self->type, number, style, 0, MAAK_TYPE_UNWRAPPED), number, spec, self->style->accent, indent > 0 ? number_width : 0, 0, 0, 1);
  maak_flow_add_lines (flow, layout, title, spec, spec->color, number_width + indent, 0, 0, n);
  maak_flow_add_lines (flow, end, target, spec, spec->color, flow->width - extents.width / (double) PANGO_SCALE, (n - 1) * spec->leading, 0, 1);
  maak_flow_end_tag (flow);
  maak_flow_end_slice (flow, n * spec->leading, keep);
  maak_flow_end_tag (flow);
  flow->after = spec->after;
}

/* The level of the next numbered heading; 0: there is none. */
static guint
next_level (MaakPages *self, guint index)
{
  for (guint i = index + 1; i < self->body->entries->len; i++)
    if (g_array_index (self->body->entries, MaakEntry, i).level > 0)
      return g_array_index (self->body->entries, MaakEntry, i).level;
  return 0;
}

static void
add_contents (MaakPages *self)
{
  MaakFlow *flow = self->front;
  guint     deepest = 2;

  if (self->body->entries->len == 0)
    return;
  flow->opens = flow->slices->len > 0;
  maak_flow_add_text (flow, "H1", maak_flow_own (flow, maak_runs_new (maak_phrase_get (MAAK_PHRASE_REPORT_CONTENTS, self->options.language))), MAAK_STYLE_HEADING_1, 0, TRUE);
  maak_flow_begin_tag (flow, "TOC", FALSE);
  for (guint i = 0; i < self->body->entries->len; i++)
    {
      const MaakEntry *entry = &g_array_index (self->body->entries, MaakEntry, i);

      /* A chapter stays with its first section. */
      if (entry->level >= 1 && entry->level <= deepest)
        add_contents_line (self, entry, self->entry_pages[i], entry->level == 1 && next_level (self, i) == 2);
    }
  maak_flow_end_tag (flow);
}

/* A running line: left, and right aligned. */
static void
add_running (MaakPages *self, MaakPage *page, const char *left, const char *right, double y, guint right_color)
{
  const MaakHouseStyle *style = self->style;
  const MaakStyleSpec  *spec = maak_type_get_spec (self->type, MAAK_STYLE_FURNITURE);
  const char           *texts[2] = { left, right };
  double                width = style->page_width - style->left - style->right;

  for (guint i = 0; i < 2; i++)
    {
      MaakRuns      *runs;
      PangoLayout   *layout;
      PangoRectangle extents;
      MaakOp         op = { .kind = MAAK_OP_LINE, .x = style->left, .y = y, .color = i == 0 ? spec->color : right_color };

      if (texts[i] == NULL || *texts[i] == '\0')
        continue;
      runs = maak_flow_own (self->margin, maak_runs_new (texts[i]));
      layout = maak_type_set (self->type, runs, MAAK_STYLE_FURNITURE, 0, MAAK_TYPE_UNWRAPPED);
      pango_layout_set_width (layout, (int) (width * (i == 0 ? 0.62 : 0.36) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_extents (layout, NULL, &extents);
      op.line = pango_layout_get_line_readonly (layout, 0);
      if (i == 1)
        op.x = style->page_width - style->right - extents.width / (double) PANGO_SCALE;
      g_array_append_val (page->furniture, op);
    }
}

static void
add_head_and_foot (MaakPages *self, MaakPage *page, guint number, guint n, const char *chapter)
{
  const MaakHouseStyle *style = self->style;
  g_autoptr (MaakMessage) copy = maak_message_new (MAAK_PHRASE_REPORT_FOOT, MAAK_ARG_STRING, "copy", self->options.copy, MAAK_ARG_STRING, "date", self->options.date, MAAK_ARG_END);
  g_autoptr (MaakMessage) pages = maak_message_new (MAAK_PHRASE_REPORT_PAGE, MAAK_ARG_YEAR, "page", (int) number, MAAK_ARG_YEAR, "pages", (int) n, MAAK_ARG_END);
  g_autofree char *left = maak_message_dup_wording (copy, self->options.language);
  g_autofree char *right = maak_message_dup_wording (pages, self->options.language);
  MaakOp           rule = { .kind = MAAK_OP_FILL, .x = style->left, .y = style->head + 7, .width = style->page_width - style->left - style->right, .height = 0.4, .color = style->rule };

  add_running (self, page, self->options.title, chapter, style->head, style->muted);
  g_array_append_val (page->furniture, rule);
  add_running (self, page, left, number > 0 ? right : page->label, style->foot, style->muted);
  if (self->options.working)
    {
      const MaakOp band = { .kind = MAAK_OP_FILL, .x = 0, .y = 0, .width = 7, .height = style->page_height, .color = style->accent };

      g_array_append_val (page->furniture, band);
    }
}

/* The chapter that a page is in: the first that begins on it, else the one that it goes on with. */
static void
decorate_pages (MaakPages *self, guint n_body)
{
  const char *carried = NULL;
  guint       next = 0;

  for (guint i = 0; i < self->n_front; i++)
    {
      MaakPage *page = g_ptr_array_index (self->pages, i);

      page->label = make_roman (i + 1);
      if (i > 0)
        add_head_and_foot (self, page, 0, n_body, maak_phrase_get (MAAK_PHRASE_REPORT_CONTENTS, self->options.language));
    }
  for (guint i = 0; i < n_body; i++)
    {
      MaakPage   *page = g_ptr_array_index (self->pages, self->n_front + i);
      const char *begun = NULL;

      for (; next < self->body->entries->len && self->entry_pages[next] <= i; next++)
        {
          const MaakEntry *entry = &g_array_index (self->body->entries, MaakEntry, next);

          if (entry->level != 1)
            continue;
          if (begun == NULL)
            begun = entry->title;
          carried = entry->title;
        }
      page->label = g_strdup_printf ("%u", i + 1);
      add_head_and_foot (self, page, i + 1, n_body, begun != NULL ? begun : carried);
    }
}

static MaakPagesOptions
copy_options (const MaakPagesOptions *options)
{
  MaakPagesOptions copy = *options;

  copy.title = g_strdup (options->title);
  copy.author = g_strdup (options->author);
  copy.subject = g_strdup (options->subject);
  copy.copy = g_strdup (options->copy);
  copy.date = g_strdup (options->date);
  return copy;
}

static guint
set_body (MaakPages *self, const MaakBlock *body, MaakPlacedSlice **placed)
{
  guint n_pages;

  maak_flow_begin_tag (self->body, "Sect", FALSE);
  maak_flow_add_block (self->body, body);
  if (self->body->slices->len == 0)
    {
      /* Nothing is printed: no page, and no element without content. */
      g_array_set_size (self->body->ops, 0);
      g_array_set_size (self->body->open, 0);
      return 0;
    }
  maak_flow_end_tag (self->body);
  *placed = g_new (MaakPlacedSlice, self->body->slices->len);
  n_pages = break_flow (self->body, *placed);
  self->entry_pages = g_new0 (guint, self->body->entries->len + 1);
  for (guint i = 0; i < self->body->entries->len; i++)
    self->entry_pages[i] = (*placed)[g_array_index (self->body->entries, MaakEntry, i).slice].page;
  return n_pages;
}

/**
 * maak_pages_new:
 * @front: the title page; the contents follow it
 * @body: the document, numbered; both must outlive the pages
 * @style: the house style
 * @options: what stands in the running lines and properties
 * @error: MAAK_REPORT_ERROR_NO_FONT
 *
 * Returns: (transfer full): the document in pages, or NULL
 */
MaakPages *
maak_pages_new (const MaakBlock *front, const MaakBlock *body, const MaakHouseStyle *style, const MaakPagesOptions *options, GError **error)
{
  MaakType                   *type = maak_type_new (style, options->language, error);
  g_autofree MaakPlacedSlice *body_placed = NULL, *front_placed = NULL;
  MaakPages                  *self;
  guint                       n_body;

  if (type == NULL)
    return NULL;
  self = g_new0 (MaakPages, 1);
  self->style = style;
  self->type = type;
  self->options = copy_options (options);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->front = maak_flow_new (style, type, options->language);
  self->body = maak_flow_new (style, type, options->language);
  self->margin = maak_flow_new (style, type, options->language);
  n_body = set_body (self, body, &body_placed);
  maak_flow_begin_tag (self->front, "Sect", FALSE);
  maak_flow_add_block (self->front, front);
  add_contents (self);
  maak_flow_end_tag (self->front);
  front_placed = g_new (MaakPlacedSlice, MAX (1, self->front->slices->len));
  self->n_front = deal_pages (self->front, front_placed, break_flow (self->front, front_placed), self->pages);
  deal_pages (self->body, body_placed, n_body, self->pages);
  /* The steps stand on the pages now; a long document should not hold them twice. */
  g_clear_pointer (&self->front->ops, g_array_unref);
  g_clear_pointer (&self->body->ops, g_array_unref);
  decorate_pages (self, n_body);
  return self;
}

/**
 * maak_pages_free:
 * @self: (nullable): pages, freed
 */
void
maak_pages_free (MaakPages *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->options.title);
  g_free ((char *) self->options.author);
  g_free ((char *) self->options.subject);
  g_free ((char *) self->options.copy);
  g_free ((char *) self->options.date);
  g_ptr_array_unref (self->pages);
  maak_flow_free (self->front);
  maak_flow_free (self->body);
  maak_flow_free (self->margin);
  g_free (self->entry_pages);
  maak_type_free (self->type);
  g_free (self);
}

/**
 * maak_pages_get_n:
 * @self: pages
 *
 * Returns: how many there are, front included
 */
guint
maak_pages_get_n (MaakPages *self)
{
  return self->pages->len;
}

/**
 * maak_pages_get:
 * @self: pages
 * @index: which, from 0
 *
 * Returns: (transfer none): a page
 */
const MaakPage *
maak_pages_get (MaakPages *self, guint index)
{
  return g_ptr_array_index (self->pages, index);
}

/**
 * maak_pages_get_n_front:
 * @self: pages
 *
 * Returns: how many pages come before page 1
 */
guint
maak_pages_get_n_front (MaakPages *self)
{
  return self->n_front;
}

/**
 * maak_pages_get_n_entries:
 * @self: pages
 *
 * Returns: the number of headings
 */
guint
maak_pages_get_n_entries (MaakPages *self)
{
  return self->body->entries->len;
}

/**
 * maak_pages_get_entry:
 * @self: pages
 * @index: which heading, from 0
 * @page: (out) (nullable): the page it stands on, counted from 0 with the front
 *
 * Returns: (transfer none): a heading; level 0 when it is not numbered
 */
const MaakEntry *
maak_pages_get_entry (MaakPages *self, guint index, guint *page)
{
  if (page != NULL)
    *page = self->n_front + self->entry_pages[index];
  return &g_array_index (self->body->entries, MaakEntry, index);
}
