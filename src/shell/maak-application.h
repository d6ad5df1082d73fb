/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MAAK_TYPE_APPLICATION (maak_application_get_type ())
G_DECLARE_FINAL_TYPE (MaakApplication, maak_application, MAAK, APPLICATION, AdwApplication)

MaakApplication *maak_application_new (void);

G_END_DECLS
