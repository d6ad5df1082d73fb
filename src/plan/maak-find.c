/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Finding words in a plan: in every text in both languages as a person reads it (prose without its marks), in the names
 * and codes of terms and regions, and in everything else as it is shown in one line, in one language. References are not
 * looked into, as what they refer to is found itself.
 *
 * Words are *folded* before they are compared: capitals, accents, the shape of quotes and dashes, and the kind and amount
 * of white space make no difference. A folded string remembers where each of its characters came from, so that the
 * place in the string that is shown can be told.
 *
 * Hits come in the order of the plan. Nothing is kept between two searches: a plan of a megabyte is walked in some
 * hundredths of a second. */

#include "plan/maak-find.h"

#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"
#include "plan/maak-prose.h"
#include "plan/maak-record-private.h"

#include <string.h>

enum
{
  MAX_DECOMPOSED = 18, /* characters that one becomes */
  AROUND = 40,         /* characters of a snippet before the hit and behind it */
};

struct _MaakFindHit
{
  gatomicrefcount  ref_count;
  MaakRecord      *record;
  const MaakField *field;
  MaakLanguage     language;
  guint            number; /* of the hit in its string, from 0 */
  char            *snippet;
  guint            start, end; /* of the hit in the snippet, in bytes */
};

G_DEFINE_BOXED_TYPE (MaakFindHit, maak_find_hit, maak_find_hit_ref, maak_find_hit_unref)

/* A string folded; the two arrays are as long. */
typedef struct
{
  GArray *characters; /* of gunichar */
  GArray *sources;    /* of guint: the byte in the string from which the character came */
} Folded;

typedef struct
{
  MaakPlan        *plan;
  Folded           words;
  Folded           text; /* of the string that is looked into; used again and again */
  MaakLanguage     language;
  guint            limit;
  GCancellable    *cancellable;
  GPtrArray       *hits;
  MaakRecord      *record;
  const MaakField *field;
} Search;

/** maak_find_hit_ref: Returns: (transfer full): @self with one reference more */
MaakFindHit *
maak_find_hit_ref (MaakFindHit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** maak_find_hit_unref: gives up a reference to @self; the last frees it. */
void
maak_find_hit_unref (MaakFindHit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->record);
  g_free (self->snippet);
  g_free (self);
}

/** maak_find_hit_get_record: Returns: (transfer none): the record in which it stands; it may have left the plan since */
MaakRecord *
maak_find_hit_get_record (MaakFindHit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record;
}

/** maak_find_hit_get_field: Returns: (transfer none): the field in which it stands */
const MaakField *
maak_find_hit_get_field (MaakFindHit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->field;
}

/** maak_find_hit_get_language: Returns: the language of the text; for what has none, that in which it is shown */
MaakLanguage
maak_find_hit_get_language (MaakFindHit *self)
{
  g_return_val_if_fail (self != NULL, MAAK_LANGUAGE_NL);

  return self->language;
}

/** maak_find_hit_get_number: Returns: the how manieth hit it is in its field and language, from 0 */
guint
maak_find_hit_get_number (MaakFindHit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

/**
 * maak_find_hit_get_snippet:
 * @start: (out) (optional): first byte of what was found
 * @end: (out) (optional): the byte after it
 *
 * Returns: (transfer none): what was found with some words around it, on one line
 */
const char *
maak_find_hit_get_snippet (MaakFindHit *self,
                           guint       *start,
                           guint       *end)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (start != NULL)
    *start = self->start;
  if (end != NULL)
    *end = self->end;
  return self->snippet;
}

/* --- Folding --- */

static void
folded_init (Folded *self)
{
  self->characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
folded_clear (Folded *self)
{
  g_array_unref (self->characters);
  g_array_unref (self->sources);
}

static void
folded_add (Folded  *self,
            gunichar c,
            guint    source)
{
  gboolean after_space = self->characters->len > 0 && g_array_index (self->characters, gunichar, self->characters->len - 1) == ' ';

  if (c == ' ' && after_space)
    return;
  g_array_append_val (self->characters, c);
  g_array_append_val (self->sources, source);
}

/* Shapes of one sign that nobody wants to tell apart while looking. */
static gunichar
fold_sign (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0xf8:
    case 0xd8:
      return 'o';
    default:
      return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c);
    }
}

static void
fold_other (Folded  *self,
            gunichar c,
            guint    source)
{
  gunichar parts[MAX_DECOMPOSED];
  gsize    n;

  if (c == 0xdf || c == 0x1e9e)
    {
      folded_add (self, 's', source);
      folded_add (self, 's', source);
      return;
    }
  if (c == 0xad) /* soft hyphen */
    return;
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    {
      if (!g_unichar_ismark (parts[i]))
        folded_add (self, fold_sign (parts[i]), source);
    }
}

static void
fold (Folded     *self,
      const char *string)
{
  g_array_set_size (self->characters, 0);
  g_array_set_size (self->sources, 0);
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint source = (guint) (p - string);

      if ((guchar) *p >= 0x80)
        fold_other (self, g_utf8_get_char (p), source);
      else if (g_ascii_isspace (*p))
        folded_add (self, ' ', source);
      else
        folded_add (self, (gunichar) g_ascii_tolower (*p), source);
    }
}

/** maak_find_fold: Returns: (transfer full): @string as it is compared: without capitals, accents, shapes of signs */
char *
maak_find_fold (const char *string)
{
  Folded   folded;
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (string != NULL, NULL);

  folded_init (&folded);
  fold (&folded, string);
  for (guint i = 0; i < folded.characters->len; i++)
    g_string_append_unichar (out, g_array_index (folded.characters, gunichar, i));
  folded_clear (&folded);
  return g_strstrip (g_string_free_and_steal (out));
}

/* Where @words begin in @text at or after @from; -1: nowhere. */
static gssize
find_folded (const Folded *text,
             const Folded *words,
             guint         from)
{
  const gunichar *haystack = (const gunichar *) (gpointer) text->characters->data;
  const gunichar *needle = (const gunichar *) (gpointer) words->characters->data;
  guint           n = words->characters->len;

  for (guint i = from; i + n <= text->characters->len; i++)
    {
      if (haystack[i] == needle[0] && memcmp (haystack + i, needle, n * sizeof (gunichar)) == 0)
        return i;
    }
  return -1;
}

/* --- Snippets --- */

/* Some words before @at; at most one too many, so as to begin with a whole word. */
static const char *
find_snippet_start (const char *string,
                    const char *at)
{
  const char *start = at;

  for (int i = 0; i < AROUND && start > string; i++)
    start = g_utf8_prev_char (start);
  if (start == string)
    return start;
  for (const char *p = start; p < at; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return g_utf8_next_char (p);
    }
  return start;
}

static const char *
find_snippet_end (const char *at)
{
  const char *end = at, *last_space = NULL;

  for (int i = 0; i < AROUND && *end != '\0'; i++)
    {
      if (i > 0 && g_unichar_isspace (g_utf8_get_char (end)))
        last_space = end;
      end = g_utf8_next_char (end);
    }
  return *end == '\0' || last_space == NULL ? end : last_space;
}

static void
make_snippet (MaakFindHit *hit,
              const char  *string,
              const char  *at,
              const char  *after)
{
  const char *start = find_snippet_start (string, at), *end = find_snippet_end (after);
  GString    *out = g_string_new (start > string ? "…" : "");

  hit->start = (guint) (out->len + (gsize) (at - start));
  hit->end = hit->start + (guint) (after - at);
  g_string_append_len (out, start, end - start);
  if (*end != '\0')
    g_string_append (out, "…");
  hit->snippet = g_strdelimit (g_string_free_and_steal (out), "\r\n\t", ' ');
}

/* --- Looking --- */

static gboolean
is_full (Search *self)
{
  return (self->limit > 0 && self->hits->len >= self->limit) || g_cancellable_is_cancelled (self->cancellable);
}

/* A field that does not apply is nowhere to be seen. */
static gboolean
applies (Search *self)
{
  return self->field->when == NULL || maak_expression_is_true (self->field->when, self->plan, self->record, NULL);
}

static void
add_hit (Search      *self,
         const char  *string,
         guint        first,
         guint        number,
         MaakLanguage language)
{
  MaakFindHit *hit = g_new0 (MaakFindHit, 1);
  guint        last = first + self->words.characters->len - 1;
  const char  *at = string + g_array_index (self->text.sources, guint, first);
  const char  *after = string + g_array_index (self->text.sources, guint, last);

  after = *after != '\0' ? g_utf8_next_char (after) : after;
  while (*after != '\0' && g_unichar_ismark (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  g_atomic_ref_count_init (&hit->ref_count);
  hit->record = g_object_ref (self->record);
  hit->field = self->field;
  hit->language = language;
  hit->number = number;
  make_snippet (hit, string, at, after);
  g_ptr_array_add (self->hits, hit);
}

/* All hits in a string, or only the first. Returns how many there were. */
static guint
look_into (Search      *self,
           const char  *string,
           MaakLanguage language,
           gboolean     only_first)
{
  guint  number = 0;
  gssize at = 0;

  if (string == NULL || *string == '\0')
    return 0;
  fold (&self->text, string);
  while (!is_full (self) && (at = find_folded (&self->text, &self->words, (guint) at)) >= 0)
    {
      if (number == 0 && !applies (self))
        return 0;
      add_hit (self, string, (guint) at, number++, language);
      if (only_first)
        break;
      at += self->words.characters->len;
    }
  return number;
}

static void
look_into_text (Search    *self,
                MaakValue *value)
{
  MaakText *text = maak_value_get_text (value);

  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      const char *string = maak_text_get (text, (MaakLanguage) language);

      if (self->field->prose && *string != '\0')
        {
          g_autoptr (MaakProse) prose = maak_prose_new (string);
          g_autofree char *plain = maak_prose_dup_plain (prose);

          look_into (self, plain, (MaakLanguage) language, FALSE);
        }
      else
        look_into (self, string, (MaakLanguage) language, FALSE);
    }
}

/* A term is found once: by its name in the language in which it is shown, in the other, or by its code. */
static void
look_into_term (Search     *self,
                const char *code)
{
  MaakLanguage     other = self->language == MAAK_LANGUAGE_NL ? MAAK_LANGUAGE_EN : MAAK_LANGUAGE_NL;
  g_autofree char *label = maak_plan_dup_term_label (self->plan, self->field->vocabulary, code, self->language);
  g_autofree char *other_label = maak_plan_dup_term_label (self->plan, self->field->vocabulary, code, other);

  if (look_into (self, label, self->language, TRUE) == 0 && look_into (self, other_label, other, TRUE) == 0)
    look_into (self, code, self->language, TRUE);
}

static void
look_into_region (Search     *self,
                  const char *code)
{
  MaakLanguage      other = self->language == MAAK_LANGUAGE_NL ? MAAK_LANGUAGE_EN : MAAK_LANGUAGE_NL;
  const MaakRegion *region = maak_region_set_lookup (maak_library_get_regions (maak_plan_get_library (self->plan)), code);

  if (region == NULL || (look_into (self, maak_region_get_name (region, self->language), self->language, TRUE) == 0 &&
                         look_into (self, maak_region_get_name (region, other), other, TRUE) == 0))
    look_into (self, code, self->language, TRUE);
}

static void
look_into_codes (Search    *self,
                 MaakValue *value)
{
  const char *const *codes = maak_value_get_codes (value, NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (self->field->type == MAAK_FIELD_REGIONS)
        look_into_region (self, codes[i]);
      else
        look_into_term (self, codes[i]);
    }
}

/* Everything else as it is shown, and as it is shown to others: "1 mei" and "1 May". */
static void
look_into_line (Search    *self,
                MaakValue *value)
{
  MaakLanguage     other = self->language == MAAK_LANGUAGE_NL ? MAAK_LANGUAGE_EN : MAAK_LANGUAGE_NL;
  g_autofree char *line = maak_field_value_dup_summary (self->plan, self->field, value, self->language);
  g_autofree char *other_line = maak_field_value_dup_summary (self->plan, self->field, value, other);

  if (look_into (self, line, self->language, FALSE) == 0)
    look_into (self, other_line, other, FALSE);
}

static void
look_into_value (Search    *self,
                 MaakValue *value)
{
  switch (maak_value_get_kind (value))
    {
    case MAAK_VALUE_TEXT:
      look_into_text (self, value);
      return;
    case MAAK_VALUE_CODE:
      look_into_term (self, maak_value_get_code (value));
      return;
    case MAAK_VALUE_CODES:
      look_into_codes (self, value);
      return;
    case MAAK_VALUE_IDS:
    case MAAK_VALUE_LIST:
      return;
    case MAAK_VALUE_NUMBER:
    case MAAK_VALUE_INTEGER:
    case MAAK_VALUE_DATE:
    case MAAK_VALUE_SPAN:
    case MAAK_VALUE_SERIES:
    case MAAK_VALUE_CITATION:
    case MAAK_VALUE_FILE:
    default:
      look_into_line (self, value);
      return;
    }
}

static void
visit_cb (MaakRecord *record,
          gpointer    data)
{
  Search *self = data;

  self->record = record;
  for (guint i = 0; i < maak_template_get_n_fields (record->template) && !is_full (self); i++)
    {
      if (record->values[i] == NULL)
        continue;
      self->field = maak_template_get_field (record->template, i);
      look_into_value (self, record->values[i]);
    }
}

/**
 * maak_plan_find:
 * @words: what to look for; white space around it does not count
 * @language: in which terms, numbers and dates are shown
 * @limit: how many hits are enough; 0: all
 * @cancellable: (nullable): stops the search; what was found so far comes back
 *
 * Finds words wherever they stand in the plan, whatever their capitals and accents.
 *
 * Returns: (transfer full) (element-type MaakFindHit): the hits in the order of the plan; none for no words
 */
GPtrArray *
maak_plan_find (MaakPlan     *self,
                const char   *words,
                MaakLanguage  language,
                guint         limit,
                GCancellable *cancellable)
{
  Search           search = { .plan = self, .language = language, .limit = limit, .cancellable = cancellable };
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  search.hits = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_find_hit_unref);
  trimmed = g_strstrip (g_strdup (words));
  folded_init (&search.words);
  folded_init (&search.text);
  fold (&search.words, trimmed);
  if (search.words.characters->len > 0)
    maak_plan_foreach (self, visit_cb, &search);
  folded_clear (&search.words);
  folded_clear (&search.text);
  return search.hits;
}
