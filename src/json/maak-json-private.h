/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "json/maak-json.h"

G_BEGIN_DECLS

void maak_json_append_unescaped (GString *out, const char *p, const char *end);

G_END_DECLS
