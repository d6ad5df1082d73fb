/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-picture.h"
#include "evidence/maak-evidence.h"

G_BEGIN_DECLS

MaakPicture *maak_exhibit_picture_new (MaakExhibit *exhibit, MaakBoundaries *boundaries_or_null, MaakLanguage language);

G_END_DECLS
