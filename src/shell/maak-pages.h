/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-page.h"

G_BEGIN_DECLS

/* One page of the window, before it is made. */
typedef struct
{
  char         *id; /* "map", or the id of the section of the plan that begins it */
  MaakPageGroup group;
  char         *label; /* in the language of the interface */
  const char   *icon;
  guint         first_section, n_sections; /* pages of the plan: what they show; else 0 */
  MaakPage *(*make) (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);
} MaakPageRow;

GPtrArray         *maak_pages_list (MaakContext *context, MaakDocument *document_or_null); /* of MaakPageRow, in the order of the sidebar */
const MaakPageRow *maak_pages_find (GPtrArray *rows, MaakPlan *plan, MaakRecord *record, const MaakField *field_or_null);

G_END_DECLS
