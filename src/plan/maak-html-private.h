/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-prose.h"

#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

/* HTML from the clipboard, as a tree. */

#define MAAK_HTML_MAX_DEPTH 9 /* of lists */

htmlDocPtr maak_html_parse (const char *html, gsize length, GError **error);
gboolean   maak_html_is (const xmlNode *node, const char *const *names);
char      *maak_html_dup_attribute (xmlNode *node, const char *name);
gboolean   maak_html_is_dropped (xmlNode *node, const char *style);
gboolean   maak_html_is_block (const xmlNode *node);

gboolean maak_html_style_is_hidden (const char *style);
guint    maak_html_style_apply (const char *style, guint flags);
gboolean maak_html_style_keeps_space (const char *style, gboolean before);
guint    maak_html_style_get_list_level (const char *style);
gboolean maak_html_style_is_list_mark (const char *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
