/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * From a plan to a file: the plan becomes blocks, blocks become pages, pages a PDF.
 *
 * A publication copy is made from a copy of the plan that never held what is not public, so that nothing later has to
 * leave it out. A report owns that plan and the blocks; pages borrow the blocks.
 */
#include "report/maak-report.h"

#include "report/maak-builder.h"
#include "report/maak-pdf.h"

static MaakDate
get_date (const MaakReportOptions *options)
{
  return options->date.year != 0 ? options->date : maak_date_today ();
}

static void
add_summary (MaakBuilder *builder, MaakBlock *body)
{
  MaakRecord      *root = maak_plan_get_root (builder->plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_SUMMARY);
  MaakValue       *value = field != NULL ? maak_record_get (root, field) : NULL;

  if (value == NULL || !maak_builder_shows_field (builder, root, field))
    return;
  maak_block_append (body, maak_block_new_heading (1, TRUE, maak_text_get_best (field->label, builder->language)));
  maak_block_append (body, maak_builder_make_prose (builder, maak_value_get_text (value), field->prose ? MAAK_STYLE_BODY : MAAK_STYLE_LEAD));
}

static void
add_annex (MaakBuilder *builder, MaakBlock *body, MaakBlock *annex_taken)
{
  g_autoptr (MaakBlock) annex = annex_taken;

  if (maak_block_is_empty (annex))
    return;
  maak_block_append (body, maak_block_new_heading (1, TRUE, maak_builder_word (builder, MAAK_PHRASE_REPORT_FIGURE_DATA)));
  maak_block_append (body, maak_block_new_paragraph (MAAK_STYLE_BODY, maak_runs_new (maak_builder_word (builder, MAAK_PHRASE_REPORT_FIGURE_DATA_INTRO))));
  maak_block_append (body, g_steal_pointer (&annex));
}

static char *
dup_role (MaakBuilder *builder, MaakRole role)
{
  MaakRecord      *root = maak_plan_get_root (builder->plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), role);
  g_autoptr (MaakRuns) runs = field != NULL ? maak_builder_make_value (builder, root, field) : NULL;

  return runs != NULL ? g_strdup (runs->text->str) : NULL;
}

/**
 * maak_report_new:
 * @plan: a plan; it is not changed
 * @options: how it is printed
 *
 * Returns: (transfer full): the plan as blocks, numbered
 */
MaakReport *
maak_report_new (MaakPlan *plan, const MaakReportOptions *options)
{
  MaakReport *self = g_new0 (MaakReport, 1);
  MaakBuilder builder = { .language = options->language, .working = options->working, .catalogue = options->catalogue, .boundaries = options->boundaries, .date = get_date (options) };

  self->plan = options->working ? g_object_ref (plan) : maak_plan_new_public (plan);
  builder.plan = self->plan;
  builder.regions = maak_library_get_regions (maak_plan_get_library (plan));
  builder.numbers = g_hash_table_new (NULL, NULL);
  builder.sources = g_ptr_array_new ();
  builder.annex = maak_block_new (MAAK_BLOCK_GROUP);
  self->title = maak_record_dup_title (maak_plan_get_root (self->plan), options->language);
  self->author = dup_role (&builder, MAAK_ROLE_AUTHORS);
  self->subject = dup_role (&builder, MAAK_ROLE_LEAD_REGION);
  self->front = maak_builder_make_title_page (&builder);
  self->body = maak_block_new (MAAK_BLOCK_GROUP);
  add_summary (&builder, self->body);
  maak_builder_add_record (&builder, self->body, maak_plan_get_root (self->plan), 1);
  maak_builder_add_sources (&builder, self->body);
  add_annex (&builder, self->body, builder.annex);
  maak_block_number (self->body, options->language);
  maak_block_drop_dead_links (self->body);
  g_hash_table_unref (builder.numbers);
  g_ptr_array_unref (builder.sources);
  return self;
}

/**
 * maak_report_free:
 * @self: (nullable): a report, freed with its blocks
 */
void
maak_report_free (MaakReport *self)
{
  if (self == NULL)
    return;
  maak_block_free (self->front);
  maak_block_free (self->body);
  g_clear_object (&self->plan);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self);
}

/**
 * maak_report_make_pages:
 * @self: a report, which must outlive the pages
 * @options: those that it was made with
 * @error: MAAK_REPORT_ERROR_NO_FONT
 *
 * Returns: (transfer full): the report in pages, or NULL
 */
MaakPages *
maak_report_make_pages (MaakReport *self, const MaakReportOptions *options, GError **error)
{
  g_autofree char       *date = maak_date_format (get_date (options), options->language);
  const MaakPagesOptions pages_options = {
    .language = options->language,
    .title = self->title,
    .author = self->author,
    .subject = self->subject,
    .copy = maak_phrase_get (options->working ? MAAK_PHRASE_REPORT_WORKING_COPY : MAAK_PHRASE_REPORT_PUBLICATION_COPY, options->language),
    .date = date,
    .working = options->working,
  };

  return maak_pages_new (self->front, self->body, maak_house_style_get (), &pages_options, error);
}

/* Setting the pages takes about as long as writing them. */
#define HALF 0.5

static void
tell (const MaakReportOptions *options, double fraction)
{
  if (options->progress != NULL)
    options->progress (fraction, options->progress_data);
}

static void
written_cb (double fraction, gpointer data)
{
  tell (data, HALF + (1 - HALF) * fraction);
}

/**
 * maak_report_write_pdf:
 * @plan: a plan; it is not changed
 * @options: how it is printed; the same plan, options and date give the same bytes
 * @error: MAAK_REPORT_ERROR; G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the bytes of a PDF, or NULL
 */
GBytes *
maak_report_write_pdf (MaakPlan *plan, const MaakReportOptions *options, GError **error)
{
  g_autoptr (MaakReport) report = maak_report_new (plan, options);
  g_autoptr (MaakPages) pages = NULL;
  MaakPdfProperties properties = { .title = report->title, .author = report->author, .subject = report->subject, .date = get_date (options) };

  tell (options, HALF / 4);
  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;
  pages = maak_report_make_pages (report, options, error);
  if (pages == NULL || g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;
  properties.cancellable = options->cancellable;
  properties.progress = written_cb;
  properties.progress_data = (gpointer) options;
  return maak_pdf_write (pages, maak_house_style_get (), &properties, error);
}
