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

static MaakRuns *
make_entry (MaakBuilder *self, MaakRecord *record)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_CITATION);
  const MaakField *title_field = maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_TITLE);
  MaakValue       *value = maak_record_get (record, field);
  MaakRuns        *runs = maak_runs_new (NULL);
  g_autofree char *title = maak_record_dup_title (record, self->language);
  g_autoptr (MaakRuns) details = maak_runs_new (NULL);

  if (value != NULL)
    {
      g_autoptr (MaakRuns) words = maak_builder_make_value (self, record, field);

      /* A source line mostly says what it is about; then the title would say it twice. */
      if (strstr (words->text->str, title) == NULL)
        {
          maak_runs_append (runs, title, 0);
          maak_runs_append (runs, ". ", 0);
        }
      maak_runs_append_runs (runs, words, 0);
      append_url (runs, maak_citation_get (maak_value_get_citation (value)));
    }
  else
    maak_runs_append (runs, title, 0);
  maak_builder_add_details (self, details, record, (const MaakField *[]) { title_field, field }, 2);
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
