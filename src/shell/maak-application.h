/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: one process, a window for each plan. */
#define MAAK_TYPE_APPLICATION (maak_application_get_type ())
G_DECLARE_FINAL_TYPE (MaakApplication, maak_application, MAAK, APPLICATION, AdwApplication)

MaakApplication *maak_application_new (void);
MaakContext     *maak_application_get_context (MaakApplication *self);
MaakWindow      *maak_application_open_file (MaakApplication *self, GFile *file, MaakWindow *from_or_null);
MaakWindow      *maak_application_open_files (MaakApplication *self, GFile *const *files, guint n_files, MaakWindow *from_or_null);
MaakWindow      *maak_application_find_window (MaakApplication *self, const char *path);
MaakWindow      *maak_application_ensure_window (MaakApplication *self, MaakWindow *from_or_null);
MaakWindow      *maak_application_open_document (MaakApplication *self, MaakDocument *document, MaakWindow *from_or_null);
int              maak_application_get_status (MaakApplication *self); /* with which the program ends */
void             maak_application_apply_theme (MaakApplication *self);

G_END_DECLS
