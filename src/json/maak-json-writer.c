/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The canonical writer. One form for one content, so that a comparison of two files shows what a person changed: UTF-8
 * in NFC, LF, two spaces of indent, one scalar a line, a newline at the end; strings escape only what they must; numbers
 * are the shortest that read back the same. Order is the caller's. Everything goes into one growing buffer.
 *
 * A *piece* is the text of one value that was written before, by a writer that stood as deep; it is put in as it is. So what did
 * not change need not be written again, and a text can be had as its pieces, without copying them.
 *
 * Misuse (a value without a name in an object, a name in an array, an end that fits nothing) is the programmer's error.
 */
#include "json/maak-json.h"

#include "base/maak-number.h"

#include <math.h>
#include <string.h>

#define MAX_DEPTH 1024

struct _MaakJsonWriter
{
  GString    *out;
  GPtrArray  *parts;  /* of GBytes: what comes before `out`; only with pieces */
  GHashTable *pieces; /* not owned; NULL: none */
  guint       base;   /* how deep the root stands in the text that it is for */
  guint       depth;
  gboolean    named; /* a name was written and its value has not come */
  guint8      is_object[MAX_DEPTH];
  guint8      is_empty[MAX_DEPTH];
};

/**
 * maak_json_writer_new:
 *
 * Returns: (transfer full): a writer that expects the root
 */
MaakJsonWriter *
maak_json_writer_new (void)
{
  MaakJsonWriter *self = g_new0 (MaakJsonWriter, 1);

  self->out = g_string_sized_new (4096);
  return self;
}

/**
 * maak_json_writer_new_within:
 * @depth: how many arrays and objects will be around the value
 *
 * Returns: (transfer full): a writer of a piece
 */
MaakJsonWriter *
maak_json_writer_new_within (guint depth)
{
  MaakJsonWriter *self = maak_json_writer_new ();

  self->base = depth;
  return self;
}

/**
 * maak_json_writer_set_pieces:
 * @pieces: (transfer none): of GBytes by what they are the text of; must outlive the writing
 *
 * From now on maak_json_writer_reuse() finds them.
 */
void
maak_json_writer_set_pieces (MaakJsonWriter *self, GHashTable *pieces)
{
  g_return_if_fail (self != NULL);
  self->pieces = pieces;
}

/**
 * maak_json_writer_free:
 *
 * Releases a writer, also one whose text was not taken.
 */
void
maak_json_writer_free (MaakJsonWriter *self)
{
  g_return_if_fail (self != NULL);
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

static void
break_line (MaakJsonWriter *self)
{
  static const char blanks[] = "\n                                                                ";
  const gsize       wanted = 1 + (gsize) (self->base + self->depth) * 2;

  g_string_append_len (self->out, blanks, (gssize) MIN (wanted, sizeof blanks - 1));
  for (gsize done = sizeof blanks - 1; done < wanted; done++)
    g_string_append_c (self->out, ' ');
}

/* What stands before an element or member. */
static void
begin_item (MaakJsonWriter *self)
{
  if (self->depth == 0)
    return;
  if (!self->is_empty[self->depth - 1])
    g_string_append_c (self->out, ',');
  self->is_empty[self->depth - 1] = FALSE;
  break_line (self);
}

static void
begin_value (MaakJsonWriter *self)
{
  if (self->named)
    {
      self->named = FALSE;
      return;
    }
  if (self->depth == 0 ? self->out->len > 0 || self->parts != NULL : self->is_object[self->depth - 1])
    g_critical ("a JSON value where none can be");
  begin_item (self);
}

static void
begin (MaakJsonWriter *self, gboolean is_object)
{
  g_return_if_fail (self != NULL && self->depth < MAX_DEPTH);
  begin_value (self);
  g_string_append_c (self->out, is_object ? '{' : '[');
  self->is_object[self->depth] = (guint8) is_object;
  self->is_empty[self->depth] = TRUE;
  self->depth++;
}

static void
end (MaakJsonWriter *self, gboolean is_object)
{
  g_return_if_fail (self != NULL && self->depth > 0 && !self->named && self->is_object[self->depth - 1] == is_object);
  self->depth--;
  if (!self->is_empty[self->depth])
    break_line (self);
  g_string_append_c (self->out, is_object ? '}' : ']');
}

/**
 * maak_json_writer_begin_object:
 *
 * Opens an object; names and values follow until maak_json_writer_end_object().
 */
void
maak_json_writer_begin_object (MaakJsonWriter *self)
{
  begin (self, TRUE);
}

/**
 * maak_json_writer_end_object:
 *
 * Closes the object that is open.
 */
void
maak_json_writer_end_object (MaakJsonWriter *self)
{
  end (self, TRUE);
}

/**
 * maak_json_writer_begin_array:
 *
 * Opens an array; values follow until maak_json_writer_end_array().
 */
void
maak_json_writer_begin_array (MaakJsonWriter *self)
{
  begin (self, FALSE);
}

/**
 * maak_json_writer_end_array:
 *
 * Closes the array that is open.
 */
void
maak_json_writer_end_array (MaakJsonWriter *self)
{
  end (self, FALSE);
}

/* Whether a string is surely in NFC: nothing in it composes, and nothing is replaced by another character. That is so
 * for all below U+0300 and for the punctuation and currency signs that texts here use; the rest is left to GLib. */
static gboolean
is_surely_nfc (const char *string)
{
  for (const guchar *at = (const guchar *) string; *at != '\0'; at++)
    {
      if (*at < 0xcc)
        continue;
      if (*at != 0xe2)
        return FALSE;
      /* U+2010 to U+203F, U+20A0 to U+20BF */
      if ((at[1] != 0x80 || at[2] < 0x90) && (at[1] != 0x82 || at[2] < 0xa0))
        return FALSE;
    }
  return TRUE;
}

/* 1: must be escaped. */
static const guint8 escapes[256] = {
  [0] = 1, [1] = 1, [2] = 1, [3] = 1, [4] = 1, [5] = 1, [6] = 1, [7] = 1, [8] = 1, [9] = 1, [10] = 1, [11] = 1, [12] = 1, [13] = 1, [14] = 1, [15] = 1, [16] = 1, [17] = 1, [18] = 1, [19] = 1, [20] = 1, [21] = 1, [22] = 1, [23] = 1, [24] = 1, [25] = 1, [26] = 1, [27] = 1, [28] = 1, [29] = 1, [30] = 1, [31] = 1, ['"'] = 1, ['\\'] = 1
};

static void
append_escape (GString *out, guchar c)
{
  const char *const from = "\"\\\b\f\n\r\t";
  const char       *at = strchr (from, c);

  if (at != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, "\"\\bfnrt"[at - from]);
    }
  else
    g_string_append_printf (out, "\\u%04x", c);
}

static void
append_string (GString *out, const char *string)
{
  g_autofree char *normal = NULL;

  if (!is_surely_nfc (string))
    {
      normal = g_utf8_normalize (string, -1, G_NORMALIZE_NFC);
      if (normal == NULL)
        {
          g_critical ("a string that is not UTF-8");
          normal = g_utf8_make_valid (string, -1);
        }
      string = normal;
    }
  g_string_append_c (out, '"');
  while (TRUE)
    {
      const char *run = string;
      while (!escapes[(guchar) *string])
        string++;
      g_string_append_len (out, run, string - run);
      if (*string == '\0')
        break;
      append_escape (out, (guchar) *string++);
    }
  g_string_append_c (out, '"');
}

/**
 * maak_json_writer_name:
 * @member: UTF-8
 *
 * Writes the name of the next value of an object.
 */
void
maak_json_writer_name (MaakJsonWriter *self, const char *member)
{
  g_return_if_fail (self != NULL && member != NULL);
  g_return_if_fail (self->depth > 0 && self->is_object[self->depth - 1] && !self->named);
  begin_item (self);
  append_string (self->out, member);
  g_string_append_len (self->out, ": ", 2);
  self->named = TRUE;
}

/**
 * maak_json_writer_string:
 * @string: UTF-8; written in NFC
 */
void
maak_json_writer_string (MaakJsonWriter *self, const char *string)
{
  g_return_if_fail (self != NULL && string != NULL);
  begin_value (self);
  append_string (self->out, string);
}

/**
 * maak_json_writer_integer:
 *
 * Writes a whole number.
 */
void
maak_json_writer_integer (MaakJsonWriter *self, gint64 value)
{
  char    digits[24];
  char   *at = digits + sizeof digits;
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;

  g_return_if_fail (self != NULL);
  begin_value (self);
  do
    *--at = (char) ('0' + magnitude % 10);
  while ((magnitude /= 10) > 0);
  if (value < 0)
    *--at = '-';
  g_string_append_len (self->out, at, digits + sizeof digits - at);
}

/**
 * maak_json_writer_double:
 * @value: finite
 *
 * Writes the shortest number that reads back the same.
 */
void
maak_json_writer_double (MaakJsonWriter *self, double value)
{
  char buffer[MAAK_NUMBER_SIZE];

  g_return_if_fail (self != NULL);
  begin_value (self);
  g_string_append (self->out, maak_number_to_shortest (value, buffer));
}

/**
 * maak_json_writer_boolean:
 *
 * Writes true or false.
 */
void
maak_json_writer_boolean (MaakJsonWriter *self, gboolean value)
{
  g_return_if_fail (self != NULL);
  begin_value (self);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * maak_json_writer_null:
 *
 * Writes null.
 */
void
maak_json_writer_null (MaakJsonWriter *self)
{
  g_return_if_fail (self != NULL);
  begin_value (self);
  g_string_append (self->out, "null");
}

/**
 * maak_json_writer_text:
 *
 * Writes {"nl": "..", "en": "..", "outdated": ".."} without what is empty.
 */
void
maak_json_writer_text (MaakJsonWriter *self, MaakText *text)
{
  const char *outdated = NULL;

  g_return_if_fail (self != NULL && text != NULL);
  maak_json_writer_begin_object (self);
  for (guint i = 0; i < MAAK_N_LANGUAGES; i++)
    {
      const MaakLanguage language = (MaakLanguage) i;
      if (maak_text_is_outdated (text, language))
        outdated = maak_language_get_code (language);
      if (*maak_text_get (text, language) == '\0')
        continue;
      maak_json_writer_name (self, maak_language_get_code (language));
      maak_json_writer_string (self, maak_text_get (text, language));
    }
  if (outdated != NULL)
    {
      maak_json_writer_name (self, "outdated");
      maak_json_writer_string (self, outdated);
    }
  maak_json_writer_end_object (self);
}

static void
write_object (MaakJsonWriter *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char    *member;
  JsonNode      *node;

  maak_json_writer_begin_object (self);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      maak_json_writer_name (self, member);
      maak_json_writer_node (self, node);
    }
  maak_json_writer_end_object (self);
}

static void
write_array (MaakJsonWriter *self, JsonArray *array)
{
  maak_json_writer_begin_array (self);
  for (guint i = 0; i < json_array_get_length (array); i++)
    maak_json_writer_node (self, json_array_get_element (array, i));
  maak_json_writer_end_array (self);
}

/**
 * maak_json_writer_node:
 * @node: (nullable): a tree; NULL is null
 *
 * Writes a tree as it is, members in their order; for what is kept without being understood.
 */
void
maak_json_writer_node (MaakJsonWriter *self, JsonNode *node)
{
  GType type;

  g_return_if_fail (self != NULL);
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    {
      maak_json_writer_null (self);
      return;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      write_object (self, json_node_get_object (node));
      return;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      write_array (self, json_node_get_array (node));
      return;
    }
  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    maak_json_writer_string (self, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    maak_json_writer_boolean (self, json_node_get_boolean (node));
  else if (type == G_TYPE_DOUBLE)
    maak_json_writer_double (self, json_node_get_double (node));
  else
    maak_json_writer_integer (self, json_node_get_int (node));
}

/* What was written since the last piece. */
static void
close_part (MaakJsonWriter *self)
{
  g_ptr_array_add (self->parts, g_string_free_to_bytes (g_steal_pointer (&self->out)));
}

/**
 * maak_json_writer_reuse:
 * @key: what the value is the text of
 *
 * Returns: whether there was a piece for it; then the value is written
 */
gboolean
maak_json_writer_reuse (MaakJsonWriter *self, gconstpointer key)
{
  GBytes *piece = self->pieces != NULL ? g_hash_table_lookup (self->pieces, key) : NULL;

  if (piece == NULL)
    return FALSE;
  begin_value (self);
  if (self->parts == NULL)
    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  close_part (self);
  g_ptr_array_add (self->parts, g_bytes_ref (piece));
  self->out = g_string_new (NULL);
  return TRUE;
}

static gboolean
is_whole (const MaakJsonWriter *self)
{
  return self != NULL && self->depth == 0 && !self->named && (self->out->len > 0 || self->parts != NULL);
}

/**
 * maak_json_writer_end_parts:
 *
 * Ends the text as maak_json_writer_end() does, without putting it together.
 *
 * Returns: (transfer full): of GBytes: one after the other they are the text
 */
GPtrArray *
maak_json_writer_end_parts (MaakJsonWriter *self)
{
  g_return_val_if_fail (is_whole (self), NULL);

  if (self->base == 0)
    g_string_append_c (self->out, '\n');
  if (self->parts == NULL)
    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  close_part (self);
  return g_steal_pointer (&self->parts);
}

/**
 * maak_json_join:
 * @parts: of GBytes
 *
 * Returns: (transfer full): all of them, one after the other
 */
GBytes *
maak_json_join (GPtrArray *parts)
{
  gsize length = 0, at = 0;
  char *text;

  g_return_val_if_fail (parts != NULL, NULL);

  if (parts->len == 1)
    return g_bytes_ref (g_ptr_array_index (parts, 0));
  for (guint i = 0; i < parts->len; i++)
    length += g_bytes_get_size (g_ptr_array_index (parts, i));
  text = g_malloc (length + 1);
  for (guint i = 0; i < parts->len; i++)
    {
      gsize         size;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (parts, i), &size);
      if (size > 0)
        memcpy (text + at, data, size);
      at += size;
    }
  text[length] = '\0';
  return g_bytes_new_take (text, length);
}

/**
 * maak_json_writer_end:
 *
 * Ends the text; the writer is then spent and only to be released.
 *
 * Returns: (transfer full): the whole text; of a piece without a newline at its end
 */
GBytes *
maak_json_writer_end (MaakJsonWriter *self)
{
  g_autoptr (GPtrArray) parts = maak_json_writer_end_parts (self);

  return parts != NULL ? maak_json_join (parts) : NULL;
}
