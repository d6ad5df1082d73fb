/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What the `style` of an element says, as far as prose cares. */

#include "plan/maak-html-private.h"

#include <stdlib.h>
#include <string.h>

/* The value of a property, trimmed and in lower case; NULL: it is not there. The last counts. */
static char *
dup_property (const char *style,
              const char *name)
{
  g_auto (GStrv) parts = style != NULL ? g_strsplit (style, ";", -1) : NULL;
  char *value = NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_ascii_strcasecmp (g_strstrip (parts[i]), name) != 0)
        continue;
      g_free (value);
      value = g_ascii_strdown (g_strstrip (colon + 1), -1);
    }
  return value;
}

/** maak_html_style_is_hidden: Returns: whether nobody is to see the element */
gboolean
maak_html_style_is_hidden (const char *style)
{
  g_autofree char *display = dup_property (style, "display");
  g_autofree char *hide = dup_property (style, "mso-hide");
  g_autofree char *element = dup_property (style, "mso-element");

  return (display != NULL && g_str_has_prefix (display, "none")) || (hide != NULL && g_str_has_prefix (hide, "all")) ||
         (element != NULL && (g_str_has_prefix (element, "comment") || g_str_has_prefix (element, "field-begin")));
}

/** maak_html_style_apply: Returns: @flags as they are under @style, which may say bold, not bold, italic, not italic */
guint
maak_html_style_apply (const char *style,
                       guint       flags)
{
  g_autofree char *weight = dup_property (style, "font-weight");
  g_autofree char *slant = dup_property (style, "font-style");

  if (weight != NULL)
    {
      gboolean bold = g_str_has_prefix (weight, "bold") || atoi (weight) >= 600;

      flags = bold ? flags | MAAK_PROSE_BOLD : flags & ~(guint) MAAK_PROSE_BOLD;
    }
  if (slant != NULL)
    {
      gboolean italic = g_str_has_prefix (slant, "italic") || g_str_has_prefix (slant, "oblique");

      flags = italic ? flags | MAAK_PROSE_ITALIC : flags & ~(guint) MAAK_PROSE_ITALIC;
    }
  return flags;
}

/** maak_html_style_keeps_space: Returns: whether white space is kept under @style; @before where it does not say */
gboolean
maak_html_style_keeps_space (const char *style,
                             gboolean    before)
{
  g_autofree char *space = dup_property (style, "white-space");

  return space != NULL ? g_str_has_prefix (space, "pre") : before;
}

/** maak_html_style_get_list_level: Returns: the level of Word's list of which the paragraph is an item, from 1; 0: of none */
guint
maak_html_style_get_list_level (const char *style)
{
  g_autofree char *list = dup_property (style, "mso-list");
  const char      *level = list != NULL ? strstr (list, "level") : NULL;

  return level != NULL ? (guint) CLAMP (atoi (level + strlen ("level")), 1, MAAK_HTML_MAX_DEPTH) : 0;
}

/** maak_html_style_is_list_mark: Returns: whether the element holds the bullet or number that Word wrote before an item */
gboolean
maak_html_style_is_list_mark (const char *style)
{
  g_autofree char *list = dup_property (style, "mso-list");

  return list != NULL && g_str_has_prefix (list, "ignore");
}
