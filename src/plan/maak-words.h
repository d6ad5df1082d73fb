/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the limits of a text count: words, and characters as a person sees them. Prose without its marks: a link counts
 * its words and not its address. */
guint maak_words_count (const char *string, gboolean prose);
guint maak_words_count_characters (const char *string, gboolean prose);

G_END_DECLS
