/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-window.h"

G_BEGIN_DECLS

void     maak_screenshot_take_async (MaakWindow *window, const char *path, GAsyncReadyCallback callback, gpointer data);
gboolean maak_screenshot_finish (GAsyncResult *result, GError **error);

G_END_DECLS
