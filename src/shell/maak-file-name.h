/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *maak_file_name_from_title (const char *title, const char *suffix);

G_END_DECLS
