/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The strict checker that goes before json-glib, which lets pass what must not: comments, two roots, duplicate members,
 * numbers that it clamps or makes infinite. One pass over the text without recursion; a frame per open array or object
 * knows what is needed for the path of an error and nothing else is kept, so a text that is right costs no memory but
 * the names of the objects that are open.
 *
 * Duplicate names: of each name of an open object its place and hash stand on one stack. In a small object the new
 * hash is compared with those before it; from MANY_NAMES on the names go into one hash table, keyed by object and name,
 * so that no text makes this quadratic.
 *
 * Positions: p is where reading stands, end is the first byte that is not valid UTF-8 or the real end.
 */
#include "json/maak-json-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

MAAK_DEFINE_ERROR_DOMAIN (maak_json_error_quark, "maak-json-error")

const MaakJsonLimits maak_json_limits_plan = { .bytes = 16 << 20, .depth = 32, .nodes = 1000000, .string = 1 << 20 };
const MaakJsonLimits maak_json_limits_template = { .bytes = 1 << 20, .depth = 16, .nodes = 50000, .string = 64 << 10 };

#define MANY_NAMES 24

typedef struct
{
  const char *start; /* in the text, or in the arena when it has escapes */
  guint32     length;
  guint32     hash;
} Name;

/* An array or object that is open. */
typedef struct
{
  gboolean is_object;
  guint    index;      /* of the element that is read, in an array */
  guint    first_name; /* on the stack of names */
  guint    serial;     /* tells objects apart in the table */
} Frame;

typedef struct
{
  guint       serial;
  const Name *name;
} Key;

typedef struct
{
  const char           *text;
  const char           *p;
  const char           *end;
  const char           *real_end;
  const MaakJsonLimits *limits;
  guint                 nodes;
  guint                 depth;
  guint                 serial;
  Frame                *frames;
  Name                 *names;
  guint                 n_names;
  guint                 room_for_names;
  GStringChunk         *arena;
  GHashTable           *table; /* of Key; NULL until an object has many names */
  GError              **error;
} Checker;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  return key->name->hash ^ (key->serial * 2654435761u);
}

static gboolean
same_name (const Name *a, const Name *b)
{
  return a->hash == b->hash && a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static gboolean
equal_key (gconstpointer a, gconstpointer b)
{
  const Key *p = a, *q = b;
  return p->serial == q->serial && same_name (p->name, q->name);
}

static void
free_key (gpointer data)
{
  Key *key = data;
  g_free ((Name *) key->name);
  g_free (key);
}

/* Errors */

/* How a member stands in a path: plain names as they are, others quoted; at most 60 bytes of either. */
static void
append_member (GString *path, const char *name, gsize length)
{
  gboolean plain = length > 0;
  gsize    shown = MIN (length, 60);

  for (gsize i = 0; i < length && plain; i++)
    plain = (guchar) name[i] > 0x20 && strchr (".[]\"\x7f", name[i]) == NULL;
  while (shown < length && shown > 0 && ((guchar) name[shown] & 0xc0) == 0x80)
    shown--;
  if (plain && path->len > 0)
    g_string_append_c (path, '.');
  if (!plain)
    g_string_append (path, "[\"");
  for (gsize i = 0; i < shown; i++)
    g_string_append_c (path, (guchar) name[i] < 0x20 || name[i] == 0x7f ? '?' : name[i]);
  if (shown < length)
    g_string_append (path, "\xe2\x80\xa6");
  if (!plain)
    g_string_append (path, "\"]");
}

static char *
make_path (Checker *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    {
      const Frame *frame = &self->frames[i];
      guint        last = i + 1 < self->depth ? self->frames[i + 1].first_name : self->n_names;
      if (!frame->is_object)
        g_string_append_printf (path, "[%u]", frame->index);
      else if (last > frame->first_name)
        append_member (path, self->names[last - 1].start, self->names[last - 1].length);
    }
  return g_string_free (path, FALSE);
}

static gint64
count_line (Checker *self, const char *at)
{
  gint64 line = 1;

  for (const char *p = self->text; p < at; p++)
    line += *p == '\n';
  return line;
}

static gboolean
refuse_message (Checker *self, MaakJsonErrorCode code, MaakMessage *message_taken)
{
  g_autofree char *path = make_path (self);

  maak_error_set (self->error, MAAK_JSON_ERROR, (int) code, path, message_taken);
  return FALSE;
}

static gboolean
refuse (Checker *self, MaakPhrase phrase, const char *at)
{
  return refuse_message (self, MAAK_JSON_ERROR_SYNTAX, maak_message_new (phrase, MAAK_ARG_INTEGER, "line", count_line (self, at), MAAK_ARG_END));
}

static gboolean
refuse_range (Checker *self, const char *at)
{
  return refuse_message (self, MAAK_JSON_ERROR_LIMIT, maak_message_new (MAAK_PHRASE_JSON_NUMBER_RANGE, MAAK_ARG_INTEGER, "line", count_line (self, at), MAAK_ARG_END));
}

static gboolean
refuse_limit (Checker *self, MaakPhrase phrase, gsize limit)
{
  return refuse_message (self, MAAK_JSON_ERROR_LIMIT,
                         maak_message_new (phrase, MAAK_ARG_INTEGER, "line", count_line (self, self->p), MAAK_ARG_INTEGER, "limit", (gint64) limit, MAAK_ARG_END));
}

/* Something else stands at p than what is expected: says what is most likely meant. */
static gboolean
refuse_unexpected (Checker *self, MaakPhrase expected_phrase)
{
  g_autoptr (MaakMessage) expected = NULL;
  gsize left = (gsize) (self->end - self->p);

  if (self->p >= self->end)
    {
      if (self->end == self->real_end)
        return refuse (self, MAAK_PHRASE_JSON_TRUNCATED, self->p);
      return refuse (self, *self->end == '\0' ? MAAK_PHRASE_JSON_NUL : MAAK_PHRASE_JSON_UTF8, self->p);
    }
  if (*self->p == '/' || *self->p == '#')
    return refuse (self, MAAK_PHRASE_JSON_COMMENT, self->p);
  if ((left >= 3 && strncmp (self->p, "NaN", 3) == 0) || (left >= 8 && strncmp (self->p, "Infinity", 8) == 0))
    return refuse (self, MAAK_PHRASE_JSON_NAN, self->p);
  expected = maak_message_new (expected_phrase, MAAK_ARG_END);
  return refuse_message (self, MAAK_JSON_ERROR_SYNTAX,
                         maak_message_new (MAAK_PHRASE_JSON_UNEXPECTED, MAAK_ARG_INTEGER, "line", count_line (self, self->p),
                                           MAAK_ARG_MESSAGE, "expected", expected, MAAK_ARG_END));
}

/* Scanning */

static inline void
skip_space (Checker *self)
{
  while (self->p < self->end && (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t'))
    self->p++;
}

static gboolean
read_hex (Checker *self, gunichar *value)
{
  *value = 0;
  if (self->end - self->p < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (self->p[i]))
        return FALSE;
      *value = *value * 16 + (gunichar) g_ascii_xdigit_value (self->p[i]);
    }
  self->p += 4;
  return TRUE;
}

/* Behind "\u". A high surrogate must be followed by a low one; the character zero would cut the string short. */
static gboolean
check_unicode_escape (Checker *self)
{
  const char *start = self->p;
  gunichar    value, low;

  if (!read_hex (self, &value))
    return refuse (self, MAAK_PHRASE_JSON_ESCAPE, start);
  if (value == 0)
    return refuse (self, MAAK_PHRASE_JSON_NUL, start);
  if (value >= 0xdc00 && value < 0xe000)
    return refuse (self, MAAK_PHRASE_JSON_SURROGATE, start);
  if (value < 0xd800 || value >= 0xdc00)
    return TRUE;
  if (self->end - self->p < 2 || self->p[0] != '\\' || self->p[1] != 'u')
    return refuse (self, MAAK_PHRASE_JSON_SURROGATE, start);
  self->p += 2;
  if (!read_hex (self, &low) || low < 0xdc00 || low >= 0xe000)
    return refuse (self, MAAK_PHRASE_JSON_SURROGATE, start);
  return TRUE;
}

static gboolean
check_escape (Checker *self)
{
  if (self->p >= self->end)
    return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_VALUE);
  if (*self->p == 'u')
    {
      self->p++;
      return check_unicode_escape (self);
    }
  if (*self->p == '\0' || strchr ("\"\\/bfnrt", *self->p) == NULL)
    return refuse (self, MAAK_PHRASE_JSON_ESCAPE, self->p);
  self->p++;
  return TRUE;
}

/* 1: ends the run of plain bytes of a string. */
static const guint8 stops[256] = {
  [0] = 1, [1] = 1, [2] = 1, [3] = 1, [4] = 1, [5] = 1, [6] = 1, [7] = 1, [8] = 1, [9] = 1, [10] = 1, [11] = 1, [12] = 1, [13] = 1, [14] = 1, [15] = 1, [16] = 1, [17] = 1, [18] = 1, [19] = 1, [20] = 1, [21] = 1, [22] = 1, [23] = 1, [24] = 1, [25] = 1, [26] = 1, [27] = 1, [28] = 1, [29] = 1, [30] = 1, [31] = 1, ['"'] = 1, ['\\'] = 1
};

/* p stands on the opening quote and ends behind the closing one. */
static gboolean
check_string (Checker *self, gboolean *escaped)
{
  const char *start = ++self->p;

  *escaped = FALSE;
  while (TRUE)
    {
      const char *p = self->p;
      const char *end = self->end;
      while (p < end && !stops[(guchar) *p])
        p++;
      self->p = p;
      if (p >= end)
        return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_VALUE);
      if (*p == '"')
        break;
      if (*p != '\\')
        return refuse (self, MAAK_PHRASE_JSON_CONTROL, p);
      *escaped = TRUE;
      self->p++;
      if (!check_escape (self))
        return FALSE;
    }
  if ((gsize) (self->p - start) > self->limits->string)
    return refuse_limit (self, MAAK_PHRASE_JSON_TOO_LONG, self->limits->string);
  self->p++;
  return TRUE;
}

static const char *
skip_digits (const char *p, const char *end)
{
  while (p < end && *p >= '0' && *p <= '9')
    p++;
  return p;
}

static gboolean
check_integer_range (Checker *self, const char *start, const char *digits, const char *end)
{
  guint64 magnitude = 0;

  if (end - digits < 19)
    return TRUE;
  for (const char *p = digits; p < end; p++)
    if (!g_uint64_checked_mul (&magnitude, magnitude, 10) || !g_uint64_checked_add (&magnitude, magnitude, (guint64) (*p - '0')))
      return refuse_range (self, start);
  if (magnitude > (guint64) G_MAXINT64 + (*start == '-' ? 1 : 0))
    return refuse_range (self, start);
  return TRUE;
}

/* With a fraction or exponent. Only far exponents and long numbers can leave the range of a double. */
static gboolean
check_real_range (Checker *self, const char *start, const char *end, const char *exponent)
{
  g_autofree char *copy = NULL;

  if (exponent == NULL && end - start < 300)
    return TRUE;
  copy = g_strndup (start, (gsize) (end - start));
  if (!isfinite (g_ascii_strtod (copy, NULL)))
    return refuse_range (self, start);
  return TRUE;
}

static gboolean
is_zero (const char *p, const char *end)
{
  for (; p < end && *p != 'e' && *p != 'E'; p++)
    if (*p >= '1' && *p <= '9')
      return FALSE;
  return TRUE;
}

static gboolean
check_number (Checker *self)
{
  const char *start = self->p;
  const char *end = self->end;
  const char *digits = start + (*start == '-');
  const char *p = skip_digits (digits, end);
  const char *whole_end = p;
  const char *exponent = NULL;

  if (*start == '-' && end - start > 3 && (start[1] == 'I' || start[1] == 'N'))
    return refuse (self, MAAK_PHRASE_JSON_NAN, start);
  if (p == digits || (*digits == '0' && p > digits + 1))
    return refuse (self, MAAK_PHRASE_JSON_NUMBER_FORM, start);
  if (p < end && *p == '.')
    {
      const char *fraction = p + 1;
      p = skip_digits (fraction, end);
      if (p == fraction)
        return refuse (self, MAAK_PHRASE_JSON_NUMBER_FORM, start);
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      exponent = p + 1;
      if (exponent < end && (*exponent == '+' || *exponent == '-'))
        exponent++;
      p = skip_digits (exponent, end);
      if (p == exponent)
        return refuse (self, MAAK_PHRASE_JSON_NUMBER_FORM, start);
    }
  if (p < end && (g_ascii_isalnum (*p) || *p == '.' || *p == '+' || *p == '-'))
    return refuse (self, MAAK_PHRASE_JSON_NUMBER_FORM, start);
  if (*start == '-' && is_zero (digits, p))
    return refuse (self, MAAK_PHRASE_JSON_NUMBER_MINUS_ZERO, start);
  self->p = p;
  if (p == whole_end)
    return check_integer_range (self, start, digits, p);
  return check_real_range (self, start, p, exponent);
}

/* A word must end where it ends: "nullx" is none. */
static gboolean
check_word (Checker *self, const char *word)
{
  const gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    {
      if ((gsize) (self->real_end - self->p) < length && memcmp (self->p, word, (gsize) (self->real_end - self->p)) == 0)
        return refuse (self, MAAK_PHRASE_JSON_TRUNCATED, self->p);
      return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_VALUE);
    }
  self->p += length;
  return TRUE;
}

/* Names */

/** maak_json_append_unescaped: appends to @out what a string that is right stands for, from @p to @end without its quotes. */
void
maak_json_append_unescaped (GString *out, const char *p, const char *end)
{
  const char *const from = "\"\\/bfnrt";
  const char *const to = "\"\\/\b\f\n\r\t";

  while (p < end)
    {
      if (*p != '\\')
        g_string_append_c (out, *p++);
      else if (p[1] != 'u')
        {
          g_string_append_c (out, to[strchr (from, p[1]) - from]);
          p += 2;
        }
      else
        {
          gunichar value = (gunichar) strtoul ((const char[]) { p[2], p[3], p[4], p[5], '\0' }, NULL, 16);
          p += 6;
          if (value >= 0xd800 && value < 0xdc00)
            {
              gunichar low = (gunichar) strtoul ((const char[]) { p[2], p[3], p[4], p[5], '\0' }, NULL, 16);
              value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
              p += 6;
            }
          g_string_append_unichar (out, value);
        }
    }
}

static void
set_name (Checker *self, Name *name, const char *start, const char *end, gboolean escaped)
{
  guint32 hash = 2166136261u;

  name->start = start;
  name->length = (guint32) (end - start);
  if (escaped)
    {
      g_autoptr (GString) plain = g_string_new (NULL);
      maak_json_append_unescaped (plain, start, end);
      if (self->arena == NULL)
        self->arena = g_string_chunk_new (256);
      name->start = g_string_chunk_insert_len (self->arena, plain->str, (gssize) plain->len);
      name->length = (guint32) plain->len;
    }
  for (guint32 i = 0; i < name->length; i++)
    hash = (hash ^ (guchar) name->start[i]) * 16777619u;
  name->hash = hash;
}

/* FALSE: the table had it already. */
static gboolean
add_to_table (Checker *self, guint serial, const Name *name)
{
  Key *key = g_new (Key, 1);

  if (self->table == NULL)
    self->table = g_hash_table_new_full (hash_key, equal_key, free_key, NULL);
  key->serial = serial;
  key->name = g_memdup2 (name, sizeof *name);
  return g_hash_table_add (self->table, key);
}

static gboolean
is_duplicate (Checker *self, const Frame *frame, const Name *name)
{
  const guint n = self->n_names - frame->first_name;

  if (n < MANY_NAMES)
    {
      for (guint i = frame->first_name; i < self->n_names; i++)
        if (self->names[i].hash == name->hash && same_name (&self->names[i], name))
          return TRUE;
      return FALSE;
    }
  if (n == MANY_NAMES)
    for (guint i = frame->first_name; i < self->n_names; i++)
      add_to_table (self, frame->serial, &self->names[i]);
  return !add_to_table (self, frame->serial, name);
}

/* Reads "name" and the colon; the name is then the last of the stack. */
static gboolean
check_name (Checker *self, Frame *frame)
{
  const char *start = self->p;
  gboolean    escaped, duplicate;
  Name        name;

  if (self->p >= self->end || *self->p != '"')
    return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_NAME);
  if (!check_string (self, &escaped))
    return FALSE;
  set_name (self, &name, start + 1, self->p - 1, escaped);
  duplicate = is_duplicate (self, frame, &name);
  if (self->n_names == self->room_for_names)
    {
      self->room_for_names = MAX (64, self->room_for_names * 2);
      self->names = g_renew (Name, self->names, self->room_for_names);
    }
  self->names[self->n_names++] = name;
  if (duplicate)
    return refuse (self, MAAK_PHRASE_JSON_DUPLICATE, start);
  skip_space (self);
  if (self->p >= self->end || *self->p != ':')
    return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_COLON);
  self->p++;
  skip_space (self);
  return TRUE;
}

/* The walk */

static gboolean
open_container (Checker *self, gboolean is_object)
{
  Frame *frame;

  if (self->depth == self->limits->depth)
    return refuse_limit (self, MAAK_PHRASE_JSON_TOO_DEEP, self->limits->depth);
  frame = &self->frames[self->depth++];
  frame->is_object = is_object;
  frame->index = 0;
  frame->first_name = self->n_names;
  frame->serial = ++self->serial;
  self->p++;
  return TRUE;
}

static gboolean
check_scalar (Checker *self)
{
  gboolean escaped;

  switch (*self->p)
    {
    case '"':
      return check_string (self, &escaped);
    case 't':
      return check_word (self, "true");
    case 'f':
      return check_word (self, "false");
    case 'n':
      return check_word (self, "null");
    case '-':
    case '0' ... '9':
      return check_number (self);
    default:
      return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_VALUE);
    }
}

/* Behind a value: closes what ends here. @more: another value of the innermost container follows. */
static gboolean
check_after_value (Checker *self, gboolean *more)
{
  *more = FALSE;
  while (self->depth > 0)
    {
      Frame     *frame = &self->frames[self->depth - 1];
      const char close = frame->is_object ? '}' : ']';
      skip_space (self);
      if (self->p < self->end && *self->p == ',')
        {
          self->p++;
          skip_space (self);
          frame->index++;
          *more = TRUE;
          return !frame->is_object || check_name (self, frame);
        }
      if (self->p >= self->end || *self->p != close)
        return refuse_unexpected (self, frame->is_object ? MAAK_PHRASE_JSON_EXPECTED_COMMA_OBJECT : MAAK_PHRASE_JSON_EXPECTED_COMMA_ARRAY);
      self->p++;
      self->n_names = frame->first_name;
      self->depth--;
    }
  return TRUE;
}

/* At the opening bracket. @is_empty: it was closed at once. */
static gboolean
enter (Checker *self, gboolean *is_empty)
{
  const gboolean is_object = *self->p == '{';

  if (!open_container (self, is_object))
    return FALSE;
  skip_space (self);
  *is_empty = self->p < self->end && *self->p == (is_object ? '}' : ']');
  if (*is_empty)
    {
      self->p++;
      self->depth--;
      return TRUE;
    }
  return !is_object || check_name (self, &self->frames[self->depth - 1]);
}

static gboolean
check_values (Checker *self)
{
  gboolean more = TRUE;

  while (more)
    {
      if (self->p >= self->end)
        return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_VALUE);
      if (++self->nodes > self->limits->nodes)
        return refuse_limit (self, MAAK_PHRASE_JSON_TOO_MANY, self->limits->nodes);
      if (*self->p == '{' || *self->p == '[')
        {
          gboolean is_empty;
          if (!enter (self, &is_empty))
            return FALSE;
          if (!is_empty)
            continue;
        }
      else if (!check_scalar (self))
        return FALSE;
      if (!check_after_value (self, &more))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_whole (Checker *self)
{
  if (self->real_end - self->text >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    return refuse_message (self, MAAK_JSON_ERROR_SYNTAX, maak_message_new (MAAK_PHRASE_JSON_BOM, MAAK_ARG_END));
  skip_space (self);
  if (self->p == self->real_end)
    return refuse_message (self, MAAK_JSON_ERROR_SYNTAX, maak_message_new (MAAK_PHRASE_JSON_EMPTY, MAAK_ARG_END));
  if (!check_values (self))
    return FALSE;
  skip_space (self);
  if (self->p == self->real_end)
    return TRUE;
  if (self->p == self->end)
    return refuse_unexpected (self, MAAK_PHRASE_JSON_EXPECTED_VALUE);
  return refuse (self, *self->p == '/' || *self->p == '#' ? MAAK_PHRASE_JSON_COMMENT : MAAK_PHRASE_JSON_ROOTS, self->p);
}

/**
 * maak_json_check:
 * @text: need not end with a NUL
 * @length: its bytes
 * @limits: what is accepted
 * @error: MAAK_JSON_ERROR_SYNTAX or MAAK_JSON_ERROR_LIMIT, with line and JSON path
 *
 * Returns: whether @text is strict JSON within the limits
 */
gboolean
maak_json_check (const char *text, gsize length, const MaakJsonLimits *limits, GError **error)
{
  Checker  self = { .text = text, .p = text, .real_end = text + length, .limits = limits, .error = error };
  gboolean is_right;

  g_return_val_if_fail (text != NULL && limits != NULL, FALSE);
  if (length > limits->bytes)
    return refuse_message (&self, MAAK_JSON_ERROR_LIMIT,
                           maak_message_new (MAAK_PHRASE_JSON_TOO_LARGE, MAAK_ARG_INTEGER, "size", (gint64) length,
                                             MAAK_ARG_INTEGER, "limit", (gint64) limits->bytes, MAAK_ARG_END));
  g_utf8_validate_len (text, length, &self.end);
  self.frames = g_new (Frame, limits->depth + 1);
  is_right = check_whole (&self);
  g_free (self.frames);
  g_free (self.names);
  g_clear_pointer (&self.arena, g_string_chunk_free);
  g_clear_pointer (&self.table, g_hash_table_unref);
  return is_right;
}
