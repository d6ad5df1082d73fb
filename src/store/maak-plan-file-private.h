/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "store/maak-plan-file.h"
#include "store/maak-plan-pieces.h"
#include "json/maak-json.h"

G_BEGIN_DECLS

struct _MaakPlanFile
{
  GObject         parent_instance;
  MaakPlan       *plan;
  char           *id;
  char           *path; /* NULL: in no file yet */
  MaakFileMark    mark; /* what is in `path` */
  gint64          version;
  GPtrArray      *revisions; /* of Revision */
  JsonObject     *unknown;   /* members of the root; NULL: none */
  MaakPlanPieces *pieces;    /* NULL: not asked for yet */
};

void maak_plan_file_release_revision (gpointer data);

G_END_DECLS
