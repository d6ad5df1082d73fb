/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-map-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The bar of one region in a ranking. It only draws: its row says in words what it shows. */
#define MAAK_TYPE_RANK_BAR (maak_rank_bar_get_type ())
G_DECLARE_FINAL_TYPE (MaakRankBar, maak_rank_bar, MAAK, RANK_BAR, GtkWidget)

GtkWidget *maak_rank_bar_new (void);
void       maak_rank_bar_set_scene (MaakRankBar *self, MaakMapScene *scene, guint region);

G_END_DECLS
