/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A page of the window. It is made when it is first shown, and lives as long as its window has this document.
 *
 * Property "has-back", with notify: the page shows a button that leads one step back within it. A narrow window hides its own then. */
#define MAAK_TYPE_PAGE (maak_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MaakPage, maak_page, MAAK, PAGE, AdwBin)

struct _MaakPageClass
{
  AdwBinClass parent_class;

  /* Shows a record and, where given, puts the focus on a field. FALSE: this page does not have it. */
  gboolean (*jump) (MaakPage *self, MaakRecord *record, const MaakField *field);
  /* One step back within the page. FALSE: it is at its beginning. */
  gboolean (*go_back) (MaakPage *self);
  /* Whether something is being made that will show in a moment: a picture of the window waits for it. */
  gboolean (*is_busy) (MaakPage *self);
};

MaakContext  *maak_page_get_context (MaakPage *self);
MaakDocument *maak_page_get_document (MaakPage *self); /* NULL: no plan is open */
gboolean      maak_page_jump (MaakPage *self, MaakRecord *record, const MaakField *field);
gboolean      maak_page_go_back (MaakPage *self);
gboolean      maak_page_get_has_back (MaakPage *self);
void          maak_page_set_has_back (MaakPage *self, gboolean has_back);
gboolean      maak_page_is_busy (MaakPage *self);

G_END_DECLS
