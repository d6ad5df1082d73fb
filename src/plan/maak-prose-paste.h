/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-prose.h"

G_BEGIN_DECLS

/* Prose from what lies on the clipboard: HTML of a word processor or browser, or plain text. */

#define MAAK_PASTE_MAX_HTML (8 << 20) /* bytes that are looked at */
#define MAAK_PROSE_MAX 1000000        /* bytes of a text; a file holds a little more */

char *maak_prose_from_html (const char *html, gsize length, GError **error);
char *maak_prose_from_plain (const char *text, gsize length, GError **error);

/* And the way out. */
char *maak_prose_dup_html (MaakProse *self);

G_END_DECLS
