/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A plan as it is printed: which language, which copy, and the pages, made on a thread of their own. */
#define MAAK_TYPE_PRINTOUT (maak_printout_get_type ())
G_DECLARE_FINAL_TYPE (MaakPrintout, maak_printout, MAAK, PRINTOUT, GObject)

/* How far a document is; asked from the main thread while another makes it. */
typedef struct
{
  int permille; /* atomic */
} MaakPrintoutProgress;

void          maak_printout_make_async (MaakContext *context, MaakDocument *document, MaakLanguage language, gboolean working, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
MaakPrintout *maak_printout_make_finish (GAsyncResult *result, GError **error);
guint         maak_printout_get_n_pages (MaakPrintout *self);
const char   *maak_printout_get_page_label (MaakPrintout *self, guint page); /* as printed on it: "iv", "12" */
void          maak_printout_get_size (MaakPrintout *self, double *width, double *height);
void          maak_printout_draw (MaakPrintout *self, guint page, cairo_t *cr);

void     maak_printout_export_async (MaakContext *context, MaakDocument *document, MaakLanguage language, gboolean working, const char *path, MaakPrintoutProgress *progress, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean maak_printout_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
