/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An exhibit as it will be printed, small; nothing where it is a table of one's own, or cannot be drawn. */
#define MAAK_TYPE_EXHIBIT_PREVIEW (maak_exhibit_preview_get_type ())
G_DECLARE_FINAL_TYPE (MaakExhibitPreview, maak_exhibit_preview, MAAK, EXHIBIT_PREVIEW, GtkWidget)

gboolean   maak_exhibit_preview_is_for (MaakRecord *record);
GtkWidget *maak_exhibit_preview_new (MaakContext *context, MaakDocument *document, MaakRecord *record, int width, int height);

G_END_DECLS
