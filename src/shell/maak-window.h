/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A window: the pages of one plan, or of none. */
#define MAAK_TYPE_WINDOW (maak_window_get_type ())
G_DECLARE_FINAL_TYPE (MaakWindow, maak_window, MAAK, WINDOW, AdwApplicationWindow)

/* Data of a document (any value): it is the example, which leaves no draft as long as nobody changes it. */
#define MAAK_WINDOW_EXAMPLE "maak-example"

/* Data of a document (any value): it is shown for a picture only, and leaves no trace. */
#define MAAK_WINDOW_PICTURED "maak-pictured"

MaakWindow   *maak_window_new (GtkApplication *application, MaakContext *context);
MaakDocument *maak_window_get_document (MaakWindow *self);
MaakContext  *maak_window_get_context (MaakWindow *self);
void          maak_window_set_document (MaakWindow *self, MaakDocument *document_or_null);
gboolean      maak_window_show_page (MaakWindow *self, const char *id);
const char   *maak_window_get_page (MaakWindow *self);
void          maak_window_commit (MaakWindow *self); /* what is half typed */
gboolean      maak_window_go_to (MaakWindow *self, MaakRecord *record, const MaakField *field_or_null);
gboolean      maak_window_go_to_path (MaakWindow *self, const char *path, GError **error);
void          maak_window_set_size (MaakWindow *self, int width, int height); /* 0: as it is */
gboolean      maak_window_is_busy (MaakWindow *self);
void          maak_window_open (MaakWindow *self);
void          maak_window_show_problem (MaakWindow *self, const char *what, const GError *error_or_null, const char *now);
void          maak_window_add_toast (MaakWindow *self, AdwToast *toast_taken);

G_END_DECLS
