/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Which sections begin a page of the window: the member `page` of a section. */

#include "plan/maak-template-private.h"

static gboolean
read_group (const MaakJsonPlace *place,
            MaakPageGroup       *group,
            GError             **error)
{
  const char *code;

  if (!maak_json_place_get_string (place, &code, error))
    return FALSE;
  for (guint i = 0; i < MAAK_N_PAGE_GROUPS; i++)
    {
      if (strcmp (code, maak_page_group_get_code ((MaakPageGroup) i)) != 0)
        continue;
      *group = (MaakPageGroup) i;
      return TRUE;
    }
  return maak_template_fail_value (place, code, "explore, write, together, finish", error);
}

/** maak_section_clear_page: frees what the page of @section holds. */
void
maak_section_clear_page (MaakSectionDraft *section)
{
  g_clear_pointer (&section->page.label, maak_text_unref);
  g_clear_pointer (&section->page.icon, g_free);
  section->section.page = NULL;
}

/** maak_section_copy_page: gives @section the page that @from begins, if any. */
void
maak_section_copy_page (MaakSectionDraft       *section,
                        const MaakSectionDraft *from)
{
  maak_section_clear_page (section);
  if (from->section.page == NULL)
    return;
  section->page.group = from->page.group;
  section->page.label = from->page.label != NULL ? maak_text_ref (from->page.label) : NULL;
  section->page.icon = g_strdup (from->page.icon);
  section->section.page = &section->page;
}

/** maak_section_read_page: reads the member `page` of a section at @place; it replaces an inherited one. */
gboolean
maak_section_read_page (MaakSectionDraft    *section,
                        const MaakJsonPlace *place,
                        GError             **error)
{
  static const char *const members[] = { "group", "label", "icon", NULL };
  MaakJsonPlace            child;

  maak_section_clear_page (section);
  if (!maak_template_refuse_unknown (place, members, error) ||
      !maak_json_place_require (place, "group", &child, error) ||
      !read_group (&child, &section->page.group, error))
    return FALSE;
  if (maak_json_place_lookup (place, "label", &child) && !maak_json_place_get_text (&child, &section->page.label, error))
    return FALSE;
  if (maak_json_place_lookup (place, "icon", &child) && !maak_template_read_string (&child, &section->page.icon, error))
    return FALSE;
  section->section.page = &section->page;
  return TRUE;
}
