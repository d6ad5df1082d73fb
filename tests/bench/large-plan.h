/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "store/maak-plan-file.h"

/* A plan such as people make, only larger: the example with its proposals and clusters copied until it is long enough. */
static inline void
copy_records (MaakPlan *plan, MaakRole role, guint n_copies)
{
  MaakRecord             *root = maak_plan_get_root (plan);
  const MaakField        *list = maak_template_lookup_role (maak_record_get_template (root), role);
  guint                   n;
  MaakRecord *const      *records = maak_value_get_records (maak_record_get (root, list), &n);
  g_autofree MaakRecord **originals = g_memdup2 (records, n * sizeof *records);

  for (guint i = 0; i < n_copies * n; i++)
    {
      g_autoptr (MaakRecord) copy = maak_record_copy (originals[i % n], TRUE);
      maak_plan_insert (plan, root, list, n + i, copy);
    }
}

static inline GBytes *
make_plan (MaakLibrary *library, guint n_copies)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data", "examples", "overijssel.maakland.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlanFile) file = NULL;

  maak_plan_file_load (path, library, &file, &error);
  g_assert_no_error (error);
  copy_records (maak_plan_file_get_plan (file), MAAK_ROLE_PROPOSALS, n_copies);
  copy_records (maak_plan_file_get_plan (file), MAAK_ROLE_CLUSTERS, n_copies);
  return maak_plan_file_serialise (file, NULL);
}
