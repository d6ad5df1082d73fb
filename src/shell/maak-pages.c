/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The pages of a window, in the order of the work: explore, write, together, finish. Those of the plan come from the
 * sections of the plan's template; the others stand in the table below. A page that is not built is not here.
 *
 * A section with a member `page` begins a page that shows it and all sections after it up to the next that begins one. The
 * list is made for a document and a language, and owns its words; making a page is the window's work. */

#include "shell/maak-pages.h"

#include "shell/pages/maak-document-page.h"
#include "shell/pages/maak-figures-page.h"
#include "shell/pages/maak-findings-page.h"
#include "shell/pages/maak-map-page.h"
#include "shell/pages/maak-sections-page.h"
#include "shell/pages/maak-start-page.h"

#include <glib/gi18n.h>

/* In which windows a page is. */
typedef enum
{
  WITHOUT_PLAN,
  WITH_PLAN,
  ALWAYS,
} Where;

typedef struct
{
  const char   *id;
  MaakPageGroup group;
  const char   *label;
  const char   *icon;
  Where         where;
  MaakPage *(*make) (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);
} FixedRow;

static const FixedRow fixed_rows[] = {
  { "start", MAAK_PAGE_GROUP_EXPLORE, NC_ ("page", "Start"), "go-home-symbolic", WITHOUT_PLAN, maak_start_page_new },
  { "map", MAAK_PAGE_GROUP_EXPLORE, NC_ ("page", "Map"), "mark-location-symbolic", ALWAYS, maak_map_page_new },
  { "figures", MAAK_PAGE_GROUP_EXPLORE, NC_ ("page", "Figures"), "maak-figures-symbolic", ALWAYS, maak_figures_page_new },
  { "findings", MAAK_PAGE_GROUP_FINISH, NC_ ("page", "Checks"), "emoji-flags-symbolic", WITH_PLAN, maak_findings_page_new },
  { "document", MAAK_PAGE_GROUP_FINISH, NC_ ("page", "Document"), "document-print-preview-symbolic", WITH_PLAN, maak_document_page_new },
};

static void
free_row (gpointer data)
{
  MaakPageRow *row = data;

  g_free (row->id);
  g_free (row->label);
  g_free (row);
}

static void
add_fixed (GPtrArray    *rows,
           MaakPageGroup group,
           gboolean      has_plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed_rows); i++)
    {
      const FixedRow *fixed = &fixed_rows[i];
      MaakPageRow    *row;

      if (fixed->group != group || fixed->where == (has_plan ? WITHOUT_PLAN : WITH_PLAN))
        continue;
      row = g_new0 (MaakPageRow, 1);
      row->id = g_strdup (fixed->id);
      row->group = group;
      row->label = g_strdup (g_dpgettext2 (NULL, "page", fixed->label));
      row->icon = fixed->icon;
      row->make = fixed->make;
      g_ptr_array_add (rows, row);
    }
}

static void
add_from_template (GPtrArray    *rows,
                   MaakPageGroup group,
                   MaakContext  *context,
                   MaakDocument *document)
{
  const MaakTemplate *template = maak_record_get_template (maak_plan_get_root (maak_document_get_plan (document)));
  MaakLanguage language = maak_context_get_language (context);
  guint        n = maak_template_get_n_sections (template);

  for (guint i = 0; i < n; i++)
    {
      const MaakSection *section = maak_template_get_section (template, i);
      MaakPageRow       *row;

      /* What stands before the first page is one of its own, so that no section is left out. */
      if (section->page == NULL ? i > 0 || group != MAAK_PAGE_GROUP_WRITE : section->page->group != group)
        continue;
      row = g_new0 (MaakPageRow, 1);
      row->id = g_strdup (section->id);
      row->group = group;
      row->label = g_strdup (maak_text_get_best (section->page != NULL && section->page->label != NULL ? section->page->label : section->label, language));
      row->icon = section->page != NULL && section->page->icon != NULL ? section->page->icon : "text-x-generic-symbolic";
      row->first_section = i;
      row->n_sections = 1;
      while (i + row->n_sections < n && maak_template_get_section (template, i + row->n_sections)->page == NULL)
        row->n_sections++;
      row->make = maak_sections_page_new;
      g_ptr_array_add (rows, row);
    }
}

/**
 * maak_pages_list:
 * @document_or_null: the open plan
 *
 * Returns: (transfer container): of MaakPageRow, in the order of the sidebar; owned by the array
 */
GPtrArray *
maak_pages_list (MaakContext  *context,
                 MaakDocument *document_or_null)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  for (guint group = 0; group < MAAK_N_PAGE_GROUPS; group++)
    {
      if (document_or_null != NULL)
        add_from_template (rows, (MaakPageGroup) group, context, document_or_null);
      add_fixed (rows, (MaakPageGroup) group, document_or_null != NULL);
    }
  return rows;
}

/**
 * maak_pages_find:
 * @rows: as maak_pages_list() gives them for the plan's document
 * @record: of the plan
 * @field_or_null: a field of @record
 *
 * Returns: (transfer none) (nullable): the page on which it is
 */
const MaakPageRow *
maak_pages_find (GPtrArray       *rows,
                 MaakPlan        *plan,
                 MaakRecord      *record,
                 const MaakField *field_or_null)
{
  MaakRecord *root = maak_plan_get_root (plan);
  const MaakTemplate *template = maak_record_get_template (root);
  const MaakField   *top = field_or_null;
  const MaakSection *section;

  for (MaakRecord *up = record; up != NULL && up != root; up = maak_record_get_parent (up))
    top = maak_record_get_parent_field (up);
  section = top != NULL ? top->section : maak_template_get_section (template, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const MaakPageRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->n_sections; j++)
        if (maak_template_get_section (template, row->first_section + j) == section)
          return row;
    }
  return NULL;
}
