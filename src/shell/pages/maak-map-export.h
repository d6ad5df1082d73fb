/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture out of the program: to the clipboard, or into a file. */
void maak_map_export_copy (GtkWidget *from, MaakPicture *picture);
void maak_map_export_ask (GtkWidget *from, MaakPicture *picture, const char *csv_or_null, MaakLanguage language);

G_END_DECLS
