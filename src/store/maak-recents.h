/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-text.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A plan that was opened before. */
typedef struct
{
  const char *path;
  MaakText   *title;  /* NULL: none */
  const char *region; /* code of the lead region; NULL: none */
  const char *state;  /* code of the plan's state; NULL: none */
  gint64      opened; /* last; microseconds since 1970 */
} MaakRecent;

#define MAAK_RECENTS_MAX 20

/* The plans that were opened last, in a file of our own: the toolkit's list is empty in a sandbox.
 * Signal "changed" (MaakRecents *): the list is another. */
#define MAAK_TYPE_RECENTS (maak_recents_get_type ())
G_DECLARE_FINAL_TYPE (MaakRecents, maak_recents, MAAK, RECENTS, GObject)

MaakRecents      *maak_recents_new (const char *path);
guint             maak_recents_get_n (MaakRecents *self);
const MaakRecent *maak_recents_get (MaakRecents *self, guint index); /* the latest first; valid until "changed" */
gboolean          maak_recents_is_missing (MaakRecents *self, guint index);
gboolean          maak_recents_add (MaakRecents *self, const MaakRecent *recent, GError **error);
gboolean          maak_recents_remove (MaakRecents *self, const char *path, GError **error);

G_END_DECLS
