/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two widgets: beside each other where there is room, else the second below the first. */
#define MAAK_TYPE_PAIR (maak_pair_get_type ())
G_DECLARE_FINAL_TYPE (MaakPair, maak_pair, MAAK, PAIR, GtkWidget)

GtkWidget *maak_pair_new (GtkWidget *first, GtkWidget *second, int room, int second_width);

G_END_DECLS
