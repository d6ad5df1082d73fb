/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S4, first figures: the document of a plan as PDF, the example whole and a plan of about 40 pages with 12 maps.
 *
 * The reference is text only: the same words, each paragraph and cell a pango layout over the full width, drawn line by
 * line on pages of the same size by cairo; no tables, no structure, no links, no pictures. Ours begins with the plan in
 * memory and ends with the bytes of a tagged file. Reading the plan file is not measured here (S5).
 */
#include "maak-bench.h"
#include "report/maak-pdf.h"
#include "report/maak-report.h"
#include "store/maak-plan-file.h"

#include <cairo-pdf.h>
#include <string.h>
#include <sys/resource.h>

#define GOAL_TIME 4.0       /* times text only */
#define GOAL_MEMORY 36.0    /* MB */
#define GOAL_SIZE 1500000.0 /* bytes */
#define N_MAPS 12

typedef struct
{
  MaakLibrary      *library;
  MaakPlanFile     *file;
  MaakPlan         *plan;
  MaakRegionSet    *regions;
  MaakReportOptions options;
  GPtrArray        *texts; /* of char *, for the reference */
  gsize             size;
  guint             pages;
} Job;

static void
collect_runs (const MaakRuns *runs, GPtrArray *texts)
{
  if (!maak_runs_is_empty (runs))
    g_ptr_array_add (texts, g_strdup (runs->text->str));
}

/* Every text of a document, as the reference sets it. */
static void
collect_texts (const MaakBlock *block, GPtrArray *texts)
{
  collect_runs (block->runs, texts);
  collect_runs (block->note, texts);
  collect_runs (block->alternative, texts);
  for (guint i = 0; block->table != NULL && i < block->table->rows->len; i++)
    {
      const MaakRow *row = g_ptr_array_index (block->table->rows, i);

      for (guint k = 0; k < row->n_cells; k++)
        collect_runs (row->cells[k], texts);
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    collect_texts (g_ptr_array_index (block->children, i), texts);
}

static void
write_ours (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = maak_report_write_pdf (job->plan, &job->options, &error);

  g_assert_no_error (error);
  job->size = g_bytes_get_size (pdf);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
write_text_only (gpointer data)
{
  Job *job = data;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t      *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595.28, 841.89);
  cairo_t              *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string ("Open Sans");
  double                y = 92;

  pango_font_description_set_absolute_size (font, 9.8 * PANGO_SCALE);
  for (guint i = 0; i < job->texts->len; i++)
    {
      g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, 447 * PANGO_SCALE);
      pango_layout_set_text (layout, g_ptr_array_index (job->texts, i), -1);
      for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
        {
          if (y > 758)
            {
              cairo_show_page (cr);
              y = 92;
            }
          cairo_move_to (cr, 74, y);
          pango_cairo_show_layout_line (cr, l->data);
          y += 15.2;
        }
      y += 4;
    }
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static MaakRecord *
find_exhibit (MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);

  if (maak_template_lookup_role (template, MAAK_ROLE_EXHIBIT_KIND) != NULL)
    return record;
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField   *field = maak_template_get_field (template, i);
      MaakValue         *value = field->type == MAAK_FIELD_LIST ? maak_record_get (record, field) : NULL;
      guint              n = 0;
      MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;

      for (guint k = 0; k < n; k++)
        {
          MaakRecord *found = find_exhibit (records[k]);

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}

static guint
count_pages (Job *job)
{
  g_autoptr (MaakReport) report = maak_report_new (job->plan, &job->options);
  g_autoptr (MaakPages) pages = maak_report_make_pages (report, &job->options, NULL);

  return maak_pages_get_n (pages);
}

/* The example with so many of its proposals, and with N_MAPS maps. */
static void
make_forty (Job *job, guint keep)
{
  MaakRecord      *root = maak_plan_get_root (job->plan), *exhibit = find_exhibit (root);
  const MaakField *proposals = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_PROPOSALS);
  guint            n = 0;

  maak_value_get_records (maak_record_get (root, proposals), &n);
  for (; n > keep; n--)
    maak_plan_remove (job->plan, maak_value_get_records (maak_record_get (root, proposals), &(guint) { 0 })[0]);
  for (guint i = 1; i < N_MAPS; i++)
    maak_plan_insert (job->plan, maak_record_get_parent (exhibit), maak_record_get_parent_field (exhibit), 0, maak_record_copy (exhibit, TRUE));
}

#define ALL G_MAXUINT

static void
job_open (Job *job, guint keep)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data/examples/overijssel.maakland.json", NULL);

  *job = (Job) { .options = { .language = MAAK_LANGUAGE_NL, .date = { 2026, 11, 21 } } };
  job->library = maak_library_new (NULL, NULL, &error);
  g_assert_no_error (error);
  maak_plan_file_load (path, job->library, &job->file, &error);
  g_assert_no_error (error);
  job->plan = maak_plan_file_get_plan (job->file);
  job->regions = maak_region_set_new_shipped ();
  job->options.catalogue = maak_catalogue_new_shipped (job->regions, &error);
  g_assert_no_error (error);
  job->options.boundaries = maak_boundaries_new_shipped ();
  if (keep != ALL)
    make_forty (job, keep);
}

static void
job_collect (Job *job)
{
  g_autoptr (MaakReport) report = maak_report_new (job->plan, &job->options);

  job->texts = g_ptr_array_new_with_free_func (g_free);
  collect_texts (report->front, job->texts);
  collect_texts (report->body, job->texts);
  job->pages = count_pages (job);
}

static void
job_close (Job *job)
{
  g_clear_pointer (&job->texts, g_ptr_array_unref);
  maak_boundaries_unref (job->options.boundaries);
  maak_catalogue_unref (job->options.catalogue);
  maak_region_set_unref (job->regions);
  g_object_unref (job->file);
  g_object_unref (job->library);
}

/* The most memory of a process that makes one document and nothing else, in MB. */
static double
measure_memory (const char *program, guint keep)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_autofree char *words = g_strdup_printf ("%u", keep);
  const char      *arguments[] = { program, "once", words, NULL };

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_ascii_strtod (out, NULL);
}

static int
run_once (guint keep)
{
  Job           job;
  struct rusage usage;

  job_open (&job, keep);
  write_ours (&job);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.1f\n", usage.ru_maxrss / 1024.0);
  job_close (&job);
  return 0;
}

static void
compare (const char *program, const char *what, guint keep)
{
  Job              job;
  g_autofree char *name = NULL;
  double           memory;

  job_open (&job, keep);
  job_collect (&job);
  name = g_strdup_printf ("S4 %s, %u pages, against text only", what, job.pages);
  maak_bench_ratio (name, write_ours, write_text_only, &job, GOAL_TIME);
  memory = measure_memory (program, keep);
  g_print ("%-44s %9.1f MB %34.0f  %s\n", "   most memory of the process", memory, GOAL_MEMORY, memory <= GOAL_MEMORY ? "reached" : "MISSED");
  g_print ("%-44s %9.3f MB %34.1f  %s\n", "   size of the file", job.size / 1e6, GOAL_SIZE / 1e6, job.size <= GOAL_SIZE ? "reached" : "MISSED");
  job_close (&job);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "once") == 0)
    return run_once ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  maak_bench_head ();
  compare (argv[0], "example", ALL);
  compare (argv[0], "one proposal, 12 maps", 1);
  return 0;
}
