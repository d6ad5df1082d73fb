/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Makes a tree of a text that maak_json_check() has let pass. So nothing is asked again: every bracket has its end, every name its
 * colon, every number its form and range, every escape its digits, and nothing lies deeper than the limits say, so that
 * recursion is bounded. What json-glib's own parser would do about words and comments is not done; it takes three times as long.
 *
 * Numbers with a point or an exponent become doubles, others 64-bit integers, as json-glib has it.
 */
#include "json/maak-json-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
  GString    *scratch; /* the string or number that is read */
} Builder;

static JsonNode *
build_value (Builder *self);

static void
skip_space (Builder *self)
{
  while (self->p < self->end && (*self->p == ' ' || *self->p == '\n' || *self->p == '\t' || *self->p == '\r'))
    self->p++;
}

/* A string into the scratch; p behind its closing quote. */
static const char *
read_string (Builder *self)
{
  const char *start = ++self->p;
  const char *plain_end = start;

  while (*plain_end != '"' && *plain_end != '\\')
    plain_end++;
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, start, plain_end - start);
  self->p = plain_end;
  while (*self->p != '"')
    self->p += *self->p == '\\' && self->p[1] != '\0' ? 2 : 1;
  if (self->p > plain_end)
    maak_json_append_unescaped (self->scratch, plain_end, self->p);
  self->p++;
  return self->scratch->str;
}

static JsonNode *
build_object (Builder *self)
{
  JsonObject *object = json_object_new ();
  JsonNode   *node = json_node_init_object (json_node_alloc (), object);

  json_object_unref (object);
  self->p++;
  for (skip_space (self); *self->p != '}'; skip_space (self))
    {
      g_autofree char *name = NULL;
      if (*self->p == ',')
        {
          self->p++;
          skip_space (self);
        }
      name = g_strdup (read_string (self));
      skip_space (self);
      self->p++; /* the colon */
      json_object_set_member (object, name, build_value (self));
    }
  self->p++;
  return node;
}

static JsonNode *
build_array (Builder *self)
{
  JsonArray *array = json_array_new ();
  JsonNode  *node = json_node_init_array (json_node_alloc (), array);

  json_array_unref (array);
  self->p++;
  for (skip_space (self); *self->p != ']'; skip_space (self))
    {
      if (*self->p == ',')
        self->p++;
      json_array_add_element (array, build_value (self));
    }
  self->p++;
  return node;
}

static JsonNode *
build_number (Builder *self)
{
  const char *start = self->p;
  gboolean    is_real = FALSE;

  for (; self->p < self->end && *self->p != '\0' && (g_ascii_isdigit (*self->p) || strchr ("+-.eE", *self->p) != NULL); self->p++)
    is_real = is_real || *self->p == '.' || *self->p == 'e' || *self->p == 'E';
  /* The text need not end with a NUL. */
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, start, self->p - start);
  if (is_real)
    return json_node_init_double (json_node_alloc (), g_ascii_strtod (self->scratch->str, NULL));
  return json_node_init_int (json_node_alloc (), g_ascii_strtoll (self->scratch->str, NULL, 10));
}

static JsonNode *
build_value (Builder *self)
{
  skip_space (self);
  switch (*self->p)
    {
    case '{':
      return build_object (self);
    case '[':
      return build_array (self);
    case '"':
      return json_node_init_string (json_node_alloc (), read_string (self));
    case 't':
      self->p += strlen ("true");
      return json_node_init_boolean (json_node_alloc (), TRUE);
    case 'f':
      self->p += strlen ("false");
      return json_node_init_boolean (json_node_alloc (), FALSE);
    case 'n':
      self->p += strlen ("null");
      return json_node_init_null (json_node_alloc ());
    default:
      return build_number (self);
    }
}

/**
 * maak_json_parse:
 * @text: as for maak_json_check(), which it goes through first
 * @error: as maak_json_check()
 *
 * Returns: (transfer full): the root; release with json_node_unref()
 */
JsonNode *
maak_json_parse (const char *text, gsize length, const MaakJsonLimits *limits, GError **error)
{
  Builder   self = { .p = text, .end = text + length };
  JsonNode *root;

  if (!maak_json_check (text, length, limits, error))
    return NULL;
  self.scratch = g_string_sized_new (256);
  root = build_value (&self);
  g_string_free (self.scratch, TRUE);
  return root;
}
