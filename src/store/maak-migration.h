/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Brings the root object of a plan file from one version of the format to the next. */
typedef struct
{
  gint64 from; /* to from + 1 */
  gboolean (*migrate) (JsonObject *root, GError **error);
} MaakMigration;

gboolean maak_migrate (JsonObject *root, const MaakMigration *steps, guint n_steps, gint64 from, gint64 to, GError **error);

/* The steps that this program knows: from each version that was ever released. */
const MaakMigration *maak_migrations_get (guint *n_steps);

G_END_DECLS
