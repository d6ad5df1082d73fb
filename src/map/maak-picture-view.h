/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture as it would be printed, at the width that there is. */
#define MAAK_TYPE_PICTURE_VIEW (maak_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (MaakPictureView, maak_picture_view, MAAK, PICTURE_VIEW, GtkWidget)

GtkWidget *maak_picture_view_new (MaakPicture *light, MaakPicture *dark_or_null);

G_END_DECLS
