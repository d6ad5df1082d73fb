/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All that there is to know of a dataset. */
GtkWidget *maak_dataset_view_new (MaakContext *context, MaakDataset *dataset, const MaakRegion *own_or_null);

G_END_DECLS
