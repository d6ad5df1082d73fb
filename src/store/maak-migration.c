/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "store/maak-migration.h"

#include "store/maak-plan-file.h"

/* The steps that this program knows, *n_steps of them. Version 1 is the first: nothing goes before it. A new version of the
 * format adds a row { N, function } here, a corpus of the old files in tests/data/plans, and never changes an older row. */
const MaakMigration *
maak_migrations_get (guint *n_steps)
{
  *n_steps = 0;
  return NULL;
}

static const MaakMigration *
find_step (const MaakMigration *steps, guint n_steps, gint64 from)
{
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].from == from)
      return &steps[i];
  return NULL;
}

/* Takes the root object step by step from one version to another, and writes the version that it has then. FALSE when there is no
 * step (MAAK_STORE_ERROR_MIGRATION) or one fails (its own error); the root is then of no use. */
gboolean
maak_migrate (JsonObject *root, const MaakMigration *steps, guint n_steps, gint64 from, gint64 to, GError **error)
{
  for (gint64 version = from; version < to; version++)
    {
      const MaakMigration *step = find_step (steps, n_steps, version);
      if (step == NULL)
        {
          maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_MIGRATION, "version",
                          maak_message_new (MAAK_PHRASE_STORE_NO_STEP, MAAK_ARG_INTEGER, "version", version, MAAK_ARG_END));
          return FALSE;
        }
      if (!step->migrate (root, error))
        return FALSE;
      json_object_set_int_member (root, "version", version + 1);
    }
  return TRUE;
}
