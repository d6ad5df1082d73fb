/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The list of sources: what the text cites, by number, and then what the plan holds besides.
 *
 * Numbers were given where sources were cited first; whoever builds the list does so after all else. A conversation is
 * told in a working copy only.
 */
#include "report/maak-builder.h"

#include <string.h>

static gboolean
may_be_told (MaakBuilder *self, MaakRecord *record)
{
  MaakValue    *value = maak_record_get_role (record, MAAK_ROLE_CITATION);
  MaakCitation *citation = value != NULL ? maak_value_get_citation (value) : NULL;

  return self->working || citation == NULL || maak_citation_get (citation)->kind != MAAK_CITATION_CONVERSATION;
}

/* Evidence that no text cites gets the numbers after the last. */
static void
collect_rest (MaakBuilder *self)
{
  MaakRecord        *root = maak_plan_get_root (self->plan);
  const MaakField   *list = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_EVIDENCE_LIST);
  guint              n = 0;
  MaakRecord *const *records = list != NULL ? maak_builder_get_records (root, list, &n) : NULL;
  g_autoptr (MaakRuns) unused = maak_runs_new (NULL);

  for (guint i = 0; i < n; i++)
    if (may_be_told (self, records[i]))
      maak_builder_append_source (self, unused, records[i]);
}

static void
append_url (MaakRuns *runs, const MaakCitationParts *parts)
{
  if (parts->url == NULL || *parts->url == '\0')
    return;
  maak_runs_append (runs, ". ", 0);
  if (g_str_has_prefix (parts->url, "https://") || g_str_has_prefix (parts->url, "http://"))
    maak_runs_append_link (runs, parts->url, 0, parts->url);
  else
    maak_runs_append (runs, parts->url, 0);
}

/* What a figure is and says, then who published it. Its title mostly has the period; if not, that follows. */
static MaakRuns *
make_figure_entry (MaakBuilder *self, MaakRecord *record, MaakCitation *citation)
{
  const MaakCitationParts *parts = maak_citation_get (citation);
  MaakRuns                *runs = maak_runs_new (NULL);
  g_autofree char         *title = maak_record_dup_title (record, self->language);
  g_autofree char         *value = maak_citation_dup_value (citation, self->language);
  g_autofree char         *period = maak_period_format (parts->period, self->language);
  g_autofree char         *year = g_strdup_printf ("%d", parts->period.year);
  g_autofree char         *source = maak_builder_dup_text (self, parts->source, NULL);

  maak_runs_append (runs, title, 0);
  if (parts->period.kind != MAAK_PERIOD_NONE && strstr (title, year) == NULL)
    {
      maak_runs_append (runs, ", ", 0);
      maak_runs_append (runs, period, 0);
    }
  maak_runs_append (runs, ": ", 0);
  maak_runs_append (runs, value, MAAK_RUN_BOLD);
  maak_runs_append (runs, " (", 0);
  maak_runs_append (runs, maak_status_get_label (parts->status, self->language), 0);
  maak_runs_append (runs, ").", 0);
  if (source != NULL)
    {
      maak_runs_append (runs, " ", 0);
      maak_runs_append (runs, source, 0);
      maak_runs_append (runs, ".", 0);
    }
  return runs;
}

/* Who, when, what; the title of the record where that says something else. */
static MaakRuns *
make_other_entry (MaakBuilder *self, MaakRecord *record, MaakCitation *citation)
{
  MaakRuns        *runs = maak_runs_new (NULL);
  g_autofree char *title = maak_record_dup_title (record, self->language);
  g_autofree char *line = citation != NULL ? maak_citation_dup_source_line (citation, self->language) : NULL;

  if (line == NULL || strstr (line, title) == NULL)
    {
      maak_runs_append (runs, title, 0);
      maak_runs_append (runs, ". ", 0);
    }
  maak_runs_append (runs, line, 0);
  if (citation != NULL)
    append_url (runs, maak_citation_get (citation));
  return runs;
}

static MaakRuns *
make_entry (MaakBuilder *self, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);
  const MaakField *shown[] = { maak_template_lookup_role (template, MAAK_ROLE_TITLE), maak_template_lookup_role (template, MAAK_ROLE_CITATION) };
  MaakValue       *value = maak_record_get_role (record, MAAK_ROLE_CITATION);
  MaakCitation    *citation = value != NULL ? maak_value_get_citation (value) : NULL;
  gboolean         figure = citation != NULL && maak_citation_get (citation)->kind == MAAK_CITATION_FIGURE;
  MaakRuns        *runs = figure ? make_figure_entry (self, record, citation) : make_other_entry (self, record, citation);
  g_autoptr (MaakRuns) details = maak_runs_new (NULL);

  maak_builder_add_details (self, details, record, shown, G_N_ELEMENTS (shown));
  if (!maak_runs_is_empty (details))
    {
      maak_runs_append (runs, "\n", 0);
      maak_runs_append_runs (runs, details, MAAK_RUN_SMALL);
    }
  return runs;
}

/**
 * maak_builder_add_sources:
 * @self: a builder, after all else that may cite
 * @into: a group that receives the list
 *
 * Adds the numbered list of sources under its heading; nothing when there are none.
 */
void
maak_builder_add_sources (MaakBuilder *self, MaakBlock *into)
{
  MaakBlock *list;

  collect_rest (self);
  if (self->sources->len == 0)
    return;
  maak_block_append (into, maak_block_new_heading (1, TRUE, maak_builder_word (self, MAAK_PHRASE_REPORT_SOURCES)));
  maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_BODY, maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_SOURCES_INTRO))));
  list = maak_block_append (into, maak_block_new (MAAK_BLOCK_LIST));
  for (guint i = 0; i < self->sources->len; i++)
    {
      MaakBlock *item = maak_block_append (list, maak_block_new (MAAK_BLOCK_ITEM));

      item->number = g_strdup_printf ("[%u]", i + 1);
      item->anchor = g_strdup_printf ("source-%u", i + 1);
      maak_block_append (item, maak_block_new_paragraph (MAAK_STYLE_CELL, make_entry (self, g_ptr_array_index (self->sources, i))));
    }
}
