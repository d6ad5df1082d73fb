/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-template.h"

G_BEGIN_DECLS

char *maak_fund_line_dup (const MaakTemplate *template, MaakLanguage language);

G_END_DECLS
