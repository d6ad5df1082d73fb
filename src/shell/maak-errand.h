/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Work for another thread. */
typedef void (*MaakErrandFunction) (gpointer data);

void maak_errand_send (MaakErrandFunction work, MaakErrandFunction done, GDestroyNotify release, gpointer data);
void maak_errand_send_alone (const char *name, MaakErrandFunction work, MaakErrandFunction done, GDestroyNotify release, gpointer data);

G_END_DECLS
