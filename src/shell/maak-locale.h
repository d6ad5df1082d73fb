/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"

G_BEGIN_DECLS

MaakLanguage maak_locale_set_up (const char *code_or_null, const char *locale_folder);

G_END_DECLS
