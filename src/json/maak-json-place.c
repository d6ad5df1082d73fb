/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Typed reading of a JSON tree.
 *
 * A place is a node with the way to it: a chain of places on the stack, so that the path costs nothing until an error
 * needs it. A reader goes down the tree by making the place of a member or element from that of its parent, which must
 * outlive it. Nothing is owned here: objects, arrays and strings are the tree's own. What a member means is not known
 * here; unknown members are the caller's to refuse or to keep.
 */
#include "json/maak-json.h"

#include <math.h>
#include <string.h>

/* 2^53: up to here every whole number is a double of its own. */
#define MAX_EXACT 9007199254740992.0

/**
 * maak_json_place_init_root:
 *
 * Makes @self the root of a tree; its path is empty.
 */
void
maak_json_place_init_root (MaakJsonPlace *self, JsonNode *root)
{
  *self = (MaakJsonPlace) { .node = root };
}

/**
 * maak_json_place_init_member:
 * @parent: must outlive @self
 * @member: must outlive @self
 *
 * Makes @self a member of an object.
 */
void
maak_json_place_init_member (MaakJsonPlace *self, const MaakJsonPlace *parent, const char *member, JsonNode *node)
{
  *self = (MaakJsonPlace) { .parent = parent, .member = member, .node = node };
}

/**
 * maak_json_place_init_element:
 * @parent: must outlive @self
 *
 * Makes @self an element of an array.
 */
void
maak_json_place_init_element (MaakJsonPlace *self, const MaakJsonPlace *parent, guint index, JsonNode *node)
{
  *self = (MaakJsonPlace) { .parent = parent, .index = index, .node = node };
}

static gboolean
is_plain (const char *member)
{
  return *member != '\0' && strpbrk (member, ".[]\" \t\r\n") == NULL;
}

static void
append_path (const MaakJsonPlace *self, GString *path)
{
  if (self->parent == NULL)
    return;
  append_path (self->parent, path);
  if (self->member == NULL)
    g_string_append_printf (path, "[%u]", self->index);
  else if (is_plain (self->member))
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->member);
  else
    g_string_append_printf (path, "[\"%s\"]", self->member);
}

/**
 * maak_json_place_dup_path:
 *
 * Returns: (transfer full): "proposals[2].budget[0].amount"; the empty string for the root
 */
char *
maak_json_place_dup_path (const MaakJsonPlace *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);
  return g_string_free (path, FALSE);
}

/**
 * maak_json_place_set_error:
 * @message_taken: (transfer full): what is wrong
 *
 * Sets an error with the path of this place.
 */
void
maak_json_place_set_error (const MaakJsonPlace *self, GError **error, MaakJsonErrorCode code, MaakMessage *message_taken)
{
  g_autofree char *path = maak_json_place_dup_path (self);

  maak_error_set (error, MAAK_JSON_ERROR, (int) code, path, message_taken);
}

static MaakPhrase
get_kind (JsonNode *node)
{
  GType type;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return MAAK_PHRASE_JSON_KIND_NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return MAAK_PHRASE_JSON_KIND_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return MAAK_PHRASE_JSON_KIND_ARRAY;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return MAAK_PHRASE_JSON_KIND_STRING;
  return type == G_TYPE_BOOLEAN ? MAAK_PHRASE_JSON_KIND_BOOLEAN : MAAK_PHRASE_JSON_KIND_NUMBER;
}

/* FALSE and the error when the node is of another kind. */
static gboolean
expect (const MaakJsonPlace *self, MaakPhrase kind, GError **error)
{
  g_autoptr (MaakMessage) expected = NULL;
  g_autoptr (MaakMessage) found = NULL;

  if (get_kind (self->node) == kind)
    return TRUE;
  expected = maak_message_new (kind, MAAK_ARG_END);
  found = maak_message_new (get_kind (self->node), MAAK_ARG_END);
  maak_json_place_set_error (self, error, MAAK_JSON_ERROR_TYPE,
                             maak_message_new (MAAK_PHRASE_JSON_TYPE, MAAK_ARG_MESSAGE, "expected", expected, MAAK_ARG_MESSAGE, "found", found, MAAK_ARG_END));
  return FALSE;
}

static gboolean
refuse (const MaakJsonPlace *self, MaakJsonErrorCode code, MaakPhrase phrase, GError **error)
{
  maak_json_place_set_error (self, error, code, maak_message_new (phrase, MAAK_ARG_END));
  return FALSE;
}

/**
 * maak_json_place_get_object:
 * @object: (out) (transfer none): the object
 *
 * Returns: whether it is one; else MAAK_JSON_ERROR_TYPE
 */
gboolean
maak_json_place_get_object (const MaakJsonPlace *self, JsonObject **object, GError **error)
{
  if (!expect (self, MAAK_PHRASE_JSON_KIND_OBJECT, error))
    return FALSE;
  *object = json_node_get_object (self->node);
  return TRUE;
}

/**
 * maak_json_place_get_array:
 * @array: (out) (transfer none): the array
 *
 * Returns: whether it is one; else MAAK_JSON_ERROR_TYPE
 */
gboolean
maak_json_place_get_array (const MaakJsonPlace *self, JsonArray **array, GError **error)
{
  if (!expect (self, MAAK_PHRASE_JSON_KIND_ARRAY, error))
    return FALSE;
  *array = json_node_get_array (self->node);
  return TRUE;
}

/**
 * maak_json_place_get_string:
 * @string: (out) (transfer none): the string
 *
 * Returns: whether it is one; else MAAK_JSON_ERROR_TYPE
 */
gboolean
maak_json_place_get_string (const MaakJsonPlace *self, const char **string, GError **error)
{
  if (!expect (self, MAAK_PHRASE_JSON_KIND_STRING, error))
    return FALSE;
  *string = json_node_get_string (self->node);
  return TRUE;
}

/**
 * maak_json_place_get_integer:
 * @value: (out): the number
 *
 * Takes a whole number however it is written: 100000, 1e5, 100000.0.
 *
 * Returns: whether it is one; else MAAK_JSON_ERROR_TYPE, or MAAK_JSON_ERROR_VALUE for a number that is not whole
 */
gboolean
maak_json_place_get_integer (const MaakJsonPlace *self, gint64 *value, GError **error)
{
  double number;

  if (!expect (self, MAAK_PHRASE_JSON_KIND_NUMBER, error))
    return FALSE;
  if (json_node_get_value_type (self->node) != G_TYPE_DOUBLE)
    {
      *value = json_node_get_int (self->node);
      return TRUE;
    }
  number = json_node_get_double (self->node);
  if (number != floor (number) || fabs (number) > MAX_EXACT)
    return refuse (self, MAAK_JSON_ERROR_VALUE, MAAK_PHRASE_JSON_WHOLE_NUMBER, error);
  *value = (gint64) number;
  return TRUE;
}

/**
 * maak_json_place_get_double:
 * @value: (out): the number
 *
 * Returns: whether it is one; else MAAK_JSON_ERROR_TYPE
 */
gboolean
maak_json_place_get_double (const MaakJsonPlace *self, double *value, GError **error)
{
  if (!expect (self, MAAK_PHRASE_JSON_KIND_NUMBER, error))
    return FALSE;
  *value = json_node_get_double (self->node);
  return TRUE;
}

/**
 * maak_json_place_get_boolean:
 * @value: (out): TRUE or FALSE
 *
 * Returns: whether it is one; else MAAK_JSON_ERROR_TYPE
 */
gboolean
maak_json_place_get_boolean (const MaakJsonPlace *self, gboolean *value, GError **error)
{
  if (!expect (self, MAAK_PHRASE_JSON_KIND_BOOLEAN, error))
    return FALSE;
  *value = json_node_get_boolean (self->node);
  return TRUE;
}

static gboolean
read_text_member (const MaakJsonPlace *place, const char *strings[MAAK_N_LANGUAGES], int *outdated, GError **error)
{
  MaakLanguage language;
  const char  *string;

  if (maak_language_parse (place->member, &language))
    return maak_json_place_get_string (place, &strings[language], error);
  if (strcmp (place->member, "outdated") != 0)
    return refuse (place, MAAK_JSON_ERROR_VALUE, MAAK_PHRASE_JSON_UNKNOWN, error);
  if (!maak_json_place_get_string (place, &string, error))
    return FALSE;
  if (!maak_language_parse (string, &language))
    return refuse (place, MAAK_JSON_ERROR_VALUE, MAAK_PHRASE_JSON_LANGUAGE, error);
  *outdated = (int) language;
  return TRUE;
}

/**
 * maak_json_place_get_text:
 * @text: (out) (transfer full): the text
 *
 * Reads {"nl": "..", "en": "..", "outdated": "en"}, every member optional.
 *
 * Returns: whether it is one; else MAAK_JSON_ERROR_TYPE, or MAAK_JSON_ERROR_VALUE for a member that a text does not have
 */
gboolean
maak_json_place_get_text (const MaakJsonPlace *self, MaakText **text, GError **error)
{
  const char    *strings[MAAK_N_LANGUAGES] = { NULL, NULL };
  int            outdated = -1;
  JsonObject    *object;
  JsonObjectIter iter;
  const char    *member;
  JsonNode      *node;

  if (!maak_json_place_get_object (self, &object, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      MaakJsonPlace place;
      maak_json_place_init_member (&place, self, member, node);
      if (!read_text_member (&place, strings, &outdated, error))
        return FALSE;
    }
  *text = outdated >= 0 ? maak_text_new_outdated (strings[0], strings[1], (MaakLanguage) outdated) : maak_text_new (strings[0], strings[1]);
  return TRUE;
}

/**
 * maak_json_place_require:
 * @self: an object
 * @member: must outlive @child
 * @child: (out caller-allocates): the member's place; @self must outlive it
 *
 * Returns: whether it is there; else MAAK_JSON_ERROR_MISSING with the path where it should be, or MAAK_JSON_ERROR_TYPE
 *   when @self is no object
 */
gboolean
maak_json_place_require (const MaakJsonPlace *self, const char *member, MaakJsonPlace *child, GError **error)
{
  JsonObject *object;

  if (!maak_json_place_get_object (self, &object, error))
    return FALSE;
  maak_json_place_init_member (child, self, member, json_object_get_member (object, member));
  return child->node != NULL || refuse (child, MAAK_JSON_ERROR_MISSING, MAAK_PHRASE_JSON_MISSING, error);
}

/**
 * maak_json_place_lookup:
 * @self: anything; only an object has members
 * @member: must outlive @child
 * @child: (out caller-allocates): the member's place; @self must outlive it
 *
 * Returns: whether it is there
 */
gboolean
maak_json_place_lookup (const MaakJsonPlace *self, const char *member, MaakJsonPlace *child)
{
  JsonNode *node = NULL;

  if (self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node))
    node = json_object_get_member (json_node_get_object (self->node), member);
  maak_json_place_init_member (child, self, member, node);
  return node != NULL;
}
