/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The title page: what the plan is called, whose it is, how far it is, and where its region lies.
 *
 * Fields are found by role; the same fields are not printed again in the text. The map shows provinces only and tells
 * nothing that the words beside it do not, so it stands in no element of the document's structure.
 */
#include "report/maak-builder.h"

#include "draw/maak-projected.h"

#include <math.h>

/* The Netherlands by provinces, the plan's own filled. */
typedef struct
{
  MaakProjected *projected;
  guint          n;
  int           *weights; /* of each province: 0, 1 a partner, 2 the lead */
} Locator;

static void
free_locator (gpointer data)
{
  Locator *self = data;

  maak_projected_unref (self->projected);
  g_free (self->weights);
  g_free (self);
}

static double
measure_locator (gpointer data, double width)
{
  Locator   *self = data;
  MaakExtent extent = maak_projected_get_extent (self->projected, MAAK_LEVEL_PROVINCE, MAAK_ALL_REGIONS);

  return width * extent.height / extent.width;
}

static void
set_color (cairo_t *cr, guint hex)
{
  cairo_set_source_rgb (cr, ((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0);
}

static void
paint_locator (gpointer data, cairo_t *cr, double width, double height)
{
  static const guint colors[] = { 0xe4e9ed, 0x9db6c4, 0x12425a };
  Locator           *self = data;
  MaakExtent         extent = maak_projected_get_extent (self->projected, MAAK_LEVEL_PROVINCE, MAAK_ALL_REGIONS);
  const MaakView     view = { .x0 = extent.x, .y0 = extent.y + extent.height, .scale = width / extent.width };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.7);
  for (guint i = 0; i < self->n; i++)
    {
      cairo_new_path (cr);
      maak_projected_add_region (self->projected, MAAK_LEVEL_PROVINCE, i, &view, cr);
      set_color (cr, colors[self->weights[i]]);
      cairo_fill_preserve (cr);
      set_color (cr, 0xffffff);
      cairo_stroke (cr);
    }
}

static const char *const *
get_codes (MaakRecord *root, MaakRole role, guint *n)
{
  MaakValue *value = maak_record_get_role (root, role);

  *n = 0;
  return value != NULL ? maak_value_get_codes (value, n) : NULL;
}

static void
weigh (MaakBuilder *self, Locator *locator, MaakRole role, int weight)
{
  guint              n;
  const char *const *codes = get_codes (maak_plan_get_root (self->plan), role, &n);

  for (guint i = 0; i < n; i++)
    {
      const MaakRegion *region = maak_region_set_lookup (self->regions, codes[i]);
      const MaakRegion *province = region != NULL ? maak_region_get_ancestor (region, MAAK_LEVEL_PROVINCE) : NULL;

      if (region != NULL && maak_region_get_level (region) == MAAK_LEVEL_PROVINCE)
        province = region;
      if (province != NULL)
        locator->weights[maak_region_get_index (province)] = weight;
    }
}

static MaakFigure *
make_locator (MaakBuilder *self)
{
  MaakFigure *figure;
  Locator    *locator;
  guint       n;

  if (self->boundaries == NULL || get_codes (maak_plan_get_root (self->plan), MAAK_ROLE_LEAD_REGION, &n) == NULL)
    return NULL;
  locator = g_new0 (Locator, 1);
  g_autoptr (MaakProjected) whole = maak_projected_new (self->boundaries, MAAK_PROJECTION_RD);
  locator->projected = maak_projected_simplify (whole, 600);
  locator->n = maak_region_set_get_n (self->regions, MAAK_LEVEL_PROVINCE);
  locator->weights = g_new0 (int, locator->n);
  weigh (self, locator, MAAK_ROLE_PARTNER_REGIONS, 1);
  weigh (self, locator, MAAK_ROLE_LEAD_REGION, 2);
  figure = g_new0 (MaakFigure, 1);
  *figure = (MaakFigure) { measure_locator, paint_locator, locator, free_locator, 1 };
  return figure;
}

static void
add_line (MaakBlock *into, MaakStyle style, const char *text)
{
  if (text != NULL && *text != '\0')
    maak_block_append (into, maak_block_new_paragraph (style, maak_runs_new (text)));
}

static void
add_fact (MaakBuilder *self, MaakTable *table, const char *label, MaakRuns *value_taken)
{
  MaakRow *row;

  if (maak_runs_is_empty (value_taken))
    {
      maak_runs_free (value_taken);
      return;
    }
  row = maak_table_add_row (table, MAAK_ROW_BODY);
  maak_row_set (row, 0, maak_runs_new (label));
  maak_row_set (row, 1, value_taken);
}

static void
add_role (MaakBuilder *self, MaakTable *table, MaakRole role)
{
  MaakRecord      *root = maak_plan_get_root (self->plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), role);
  MaakRuns        *value = field != NULL ? maak_builder_make_value (self, root, field) : NULL;

  if (value != NULL)
    add_fact (self, table, maak_text_get_best (field->label, self->language), value);
}

static MaakRuns *
make_role (MaakBuilder *self, MaakRole role)
{
  MaakRecord      *root = maak_plan_get_root (self->plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), role);

  return field != NULL ? maak_builder_make_value (self, root, field) : NULL;
}

/**
 * maak_builder_make_title_page:
 * @self: a builder
 *
 * Returns: (transfer full): the blocks of the title page, which is a page of its own
 */
MaakBlock *
maak_builder_make_title_page (MaakBuilder *self)
{
  MaakRecord      *root = maak_plan_get_root (self->plan);
  MaakBlock       *page = maak_block_new (MAAK_BLOCK_GROUP);
  g_autofree char *title = maak_record_dup_title (root, self->language);
  g_autofree char *date = maak_date_format (self->date, self->language);
  g_autoptr (MaakRuns) region = make_role (self, MAAK_ROLE_LEAD_REGION), subtitle = make_role (self, MAAK_ROLE_SUBTITLE);
  MaakTable  *facts = maak_table_new (MAAK_TABLE_FACTS);
  MaakFigure *locator = make_locator (self);

  add_line (page, MAAK_STYLE_EYEBROW, region != NULL ? region->text->str : NULL);
  add_line (page, MAAK_STYLE_TITLE, title);
  add_line (page, MAAK_STYLE_SUBTITLE, subtitle != NULL ? subtitle->text->str : NULL);
  maak_table_add_column (facts, NULL, MAAK_ALIGN_LEFT, FALSE);
  maak_table_add_column (facts, NULL, MAAK_ALIGN_LEFT, FALSE);
  facts->n_label_columns = 1;
  add_role (self, facts, MAAK_ROLE_PARTNER_REGIONS);
  add_role (self, facts, MAAK_ROLE_AUTHORS);
  add_role (self, facts, MAAK_ROLE_STATE);
  add_role (self, facts, MAAK_ROLE_VERSION_NAME);
  add_fact (self, facts, maak_builder_word (self, MAAK_PHRASE_REPORT_DATE), maak_runs_new (date));
  add_fact (self, facts, maak_builder_word (self, MAAK_PHRASE_REPORT_COPY), maak_runs_new (maak_builder_word (self, self->working ? MAAK_PHRASE_REPORT_WORKING_COPY : MAAK_PHRASE_REPORT_PUBLICATION_COPY)));
  if (locator != NULL)
    {
      MaakBlock *block = maak_block_append (page, maak_block_new_figure (locator));

      block->captioned = FALSE;
      block->decorative = TRUE;
    }
  maak_block_append (page, maak_block_new_table (facts));
  return page;
}
