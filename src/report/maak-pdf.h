/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-date.h"
#include "report/maak-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a PDF says of itself. */
typedef struct
{
  const char *title;
  const char *author;  /* may be NULL */
  const char *subject; /* may be NULL */
  MaakDate    date;    /* of creation and of change: the same plan and date give the same bytes */

  GCancellable *cancellable;                         /* may be NULL */
  void (*progress) (double fraction, gpointer data); /* after each page; may be NULL */
  gpointer progress_data;
} MaakPdfProperties;

GBytes *maak_pdf_write (MaakPages *pages, const MaakHouseStyle *style, const MaakPdfProperties *properties, GError **error);
void    maak_pdf_draw_page (MaakPages *pages, const MaakHouseStyle *style, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

G_END_DECLS
