/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-dataset.h"
#include "plan/maak-record.h"

G_BEGIN_DECLS

/* What a new plan begins with. */
typedef struct
{
  const MaakRegion *region;      /* a province */
  MaakText         *title;       /* NULL: a suggestion, maak_new_plan_dup_title() */
  int               from, until; /* the first and the last year */
} MaakNewPlan;

MaakText   *maak_new_plan_dup_title (const MaakRegion *region);
MaakRecord *maak_new_plan_make (MaakLibrary *library, MaakCatalogue *catalogue, const MaakNewPlan *answers);

G_END_DECLS
