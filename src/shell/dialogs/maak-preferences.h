/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-application.h"

G_BEGIN_DECLS

#define MAAK_TYPE_PREFERENCES (maak_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MaakPreferences, maak_preferences, MAAK, PREFERENCES, AdwPreferencesDialog)

AdwDialog *maak_preferences_new (MaakApplication *application);

G_END_DECLS
