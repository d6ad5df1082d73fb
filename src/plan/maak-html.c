/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* HTML as programs put it on the clipboard, read into a tree. It comes from anywhere, so: a limit of size; libxml2's
 * own limit of depth, beyond which it is refused; nothing is fetched; what is no text (scripts, styles, pictures, forms)
 * is told apart here and dropped by the readers. */

#include "plan/maak-html-private.h"

#include "plan/maak-plan.h"
#include "plan/maak-prose-paste.h"

#include <string.h>

static gboolean
is_utf16 (const char *html,
          gsize       length,
          gboolean   *big_endian)
{
  const guchar *bytes = (const guchar *) html;

  *big_endian = length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff;
  return *big_endian || (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe);
}

/* Firefox gives UTF-16, old programs a code page, others a zero at the end. */
static char *
dup_utf8 (const char *html,
          gsize       length)
{
  gboolean big_endian;
  char    *text = NULL;

  if (is_utf16 (html, length, &big_endian))
    text = g_convert (html + 2, (gssize) ((length - 2) & ~(gsize) 1), "UTF-8", big_endian ? "UTF-16BE" : "UTF-16LE", NULL, NULL, NULL);
  if (text != NULL)
    return text;
  while (length > 0 && html[length - 1] == '\0')
    length--;
  if (!g_utf8_validate (html, (gssize) length, NULL))
    text = g_convert (html, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (html, (gssize) length);
}

/* Word's `<![if !supportLists]>` is a comment to a browser and words to libxml2. In place. */
static void
drop_conditions (char *html)
{
  char       *to = html;
  const char *last = strrchr (html, '>');

  for (const char *from = html; *from != '\0'; from++)
    {
      /* Not g_str_has_prefix(), which goes to the end of the string each time. */
      const char *end = from < last && strncmp (from, "<![", 3) == 0 && strncmp (from, "<![CDATA[", 9) != 0 ? strchr (from, '>') : NULL;

      if (end != NULL)
        from = end;
      else
        *to++ = *from;
    }
  *to = '\0';
}

static gboolean
fail (MaakPhrase phrase,
      GError   **error)
{
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (phrase, MAAK_ARG_END));
  return FALSE;
}

/**
 * maak_html_parse:
 * @html: as another program gave it; need not be valid in any way
 * @length: in bytes
 *
 * Returns: (transfer full): a tree in UTF-8; NULL and a MAAK_PLAN_ERROR_INVALID_VALUE when it is too long or too deep
 */
htmlDocPtr
maak_html_parse (const char *html,
                 gsize       length,
                 GError    **error)
{
  g_autofree char  *text = NULL;
  htmlParserCtxtPtr context;
  htmlDocPtr        document;
  const xmlError   *last;
  gboolean          stopped;

  if (length > MAAK_PASTE_MAX_HTML)
    {
      fail (MAAK_PHRASE_PASTE_TOO_LONG, error);
      return NULL;
    }
  text = dup_utf8 (html, length);
  drop_conditions (text);
  context = htmlNewParserCtxt ();
  document = htmlCtxtReadMemory (context, text, (int) strlen (text), NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD);
  last = xmlCtxtGetLastError (context);
  stopped = last != NULL && last->level == XML_ERR_FATAL && last->code == XML_ERR_INTERNAL_ERROR;
  htmlFreeParserCtxt (context);
  if (document != NULL && !stopped)
    return document;
  if (document != NULL)
    xmlFreeDoc (document);
  fail (MAAK_PHRASE_PASTE_UNREADABLE, error);
  return NULL;
}

/** maak_html_is: Returns: whether @node is an element of one of @names (NULL-terminated, lower case) */
gboolean
maak_html_is (const xmlNode     *node,
              const char *const *names)
{
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp ((const char *) node->name, names[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/** maak_html_dup_attribute: Returns: (transfer full) (nullable): the attribute @name of @node */
char *
maak_html_dup_attribute (xmlNode    *node,
                         const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char    *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

/** maak_html_is_dropped: Returns: whether @node, whose style is @style, holds nothing that a person reads as text */
gboolean
maak_html_is_dropped (xmlNode    *node,
                      const char *style)
{
  static const char *const dropped[] = { "script", "style", "head", "title", "meta", "link", "base", "img", "svg", "math", "object", "embed", "applet", "iframe", "frame", "frameset",
                                         "video", "audio", "canvas", "map", "template", "noscript", "noframes", "input", "select", "textarea", "button", "xml", "del", NULL };

  return maak_html_is (node, dropped) || (style != NULL && maak_html_style_is_hidden (style));
}

/** maak_html_is_block: Returns: whether @node begins a line of its own */
gboolean
maak_html_is_block (const xmlNode *node)
{
  static const char *const blocks[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "address", "article", "aside", "section", "header", "footer", "main", "nav", "figure",
                                        "figcaption", "dl", "dt", "dd", "fieldset", "legend", "form", "center", "pre", "hr", "details", "summary", "table", "caption", "tr", "td", "th", "ul", "ol", "menu", "dir", "li", "body", "html", NULL };

  return maak_html_is (node, blocks);
}
