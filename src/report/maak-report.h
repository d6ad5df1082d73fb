/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-boundaries.h"
#include "atlas/maak-dataset.h"
#include "plan/maak-plan.h"
#include "report/maak-block.h"
#include "report/maak-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a plan is printed. */
typedef struct
{
  MaakLanguage    language;
  gboolean        working;    /* everything, marked on every page; else the public part */
  MaakDate        date;       /* printed, and written into the file; year 0: today */
  MaakCatalogue  *catalogue;  /* names of datasets; may be NULL */
  MaakBoundaries *boundaries; /* for maps; NULL: maps are told as tables */

  /* For who waits; both are asked on the thread that makes the document. Each may be NULL. */
  GCancellable *cancellable; /* stops it between two pages */
  void (*progress) (double fraction, gpointer data);
  gpointer progress_data;
} MaakReportOptions;

/* A plan as blocks: what comes before page 1, and the rest. */
typedef struct
{
  MaakPlan  *plan; /* what is printed: the public part, or all of it */
  char      *title;
  char      *author; /* may be NULL */
  char      *subject;
  MaakBlock *front, *body;
} MaakReport;

MaakReport *maak_report_new (MaakPlan *plan, const MaakReportOptions *options);
void        maak_report_free (MaakReport *self);
MaakPages  *maak_report_make_pages (MaakReport *self, const MaakReportOptions *options, GError **error);
GBytes     *maak_report_write_pdf (MaakPlan *plan, const MaakReportOptions *options, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakReport, maak_report_free)

G_END_DECLS
