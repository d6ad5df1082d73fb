/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One thing that can be picked from a list: a term, a region, a record. */
#define MAAK_TYPE_PICK_ITEM (maak_pick_item_get_type ())
G_DECLARE_FINAL_TYPE (MaakPickItem, maak_pick_item, MAAK, PICK_ITEM, GObject)

MaakPickItem *maak_pick_item_new (const char *id, const char *label, const char *detail_or_null, guint depth);
const char   *maak_pick_item_get_id (MaakPickItem *self);
const char   *maak_pick_item_get_label (MaakPickItem *self);
const char   *maak_pick_item_get_detail (MaakPickItem *self); /* "" when there is none */
guint         maak_pick_item_get_depth (MaakPickItem *self);  /* under how many others it stands */
gboolean      maak_pick_item_get_chosen (MaakPickItem *self);
void          maak_pick_item_set_chosen (MaakPickItem *self, gboolean chosen);
guint         maak_pick_item_rate (MaakPickItem *self, const char *folded);

char *maak_fold_for_search (const char *text); /* without case and accents */

G_END_DECLS
