/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A vocabulary is the list of terms that a choice offers, in the order of its file. A term has a code, which plans
 * store, a label in both languages, and may have a parent in the same vocabulary; parents do not go round. Codes are
 * interned, so that a value and a term are compared by pointer. A document is a paper that terms come from; the
 * documents of all vocabularies stand in one file and one table.
 *
 * Vocabularies are immutable and owned by the library that read them. Terms of a plan's own are not here: they live in
 * the plan, and MaakPlan puts both together. */

#include "plan/maak-vocabulary-private.h"

#include "plan/maak-library.h"

struct _MaakVocabulary
{
  char       *id;
  MaakText   *label;
  GPtrArray  *terms;   /* MaakTerm *, owned */
  GHashTable *by_code; /* interned code, its MaakTerm */
};

static void
free_term (gpointer data)
{
  MaakTerm *term = data;

  g_clear_pointer (&term->label, maak_text_unref);
  g_clear_pointer (&term->note, maak_text_unref);
  g_free ((gpointer) term->sources);
  g_free (term);
}

static void
free_document (gpointer data)
{
  MaakPaper *document = data;

  g_free ((char *) document->id);
  g_clear_pointer (&document->author, maak_text_unref);
  g_clear_pointer (&document->title, maak_text_unref);
  g_free (document);
}

/* Labels in a vocabulary stand beside the code, so they are read one by one. */
static MaakText *
read_label (const MaakJsonPlace *place,
            GError             **error)
{
  MaakJsonPlace nl_place, en_place;
  const char   *nl, *en;

  if (!maak_json_place_require (place, "nl", &nl_place, error) ||
      !maak_json_place_get_string (&nl_place, &nl, error) ||
      !maak_json_place_require (place, "en", &en_place, error) ||
      !maak_json_place_get_string (&en_place, &en, error))
    return NULL;

  return maak_text_new (nl, en);
}

static gboolean
read_sources (const MaakJsonPlace *place,
              GHashTable          *documents,
              MaakTerm            *term,
              GError             **error)
{
  JsonArray              *array;
  g_autofree const char **sources = NULL;
  guint                   n;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;

  n = json_array_get_length (array);
  sources = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      MaakJsonPlace    element;
      const char      *id;
      const MaakPaper *document;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_json_place_get_string (&element, &id, error))
        return FALSE;
      document = documents != NULL ? g_hash_table_lookup (documents, id) : NULL;
      if (document == NULL)
        {
          maak_json_place_set_error (&element, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_DOCUMENT, MAAK_ARG_STRING, "name", id, MAAK_ARG_END));
          return FALSE;
        }
      sources[i] = document->id;
    }
  if (n > 0)
    term->sources = g_steal_pointer (&sources);
  return TRUE;
}

static gboolean
read_term_member (const MaakJsonPlace *place,
                  GHashTable          *documents,
                  MaakTerm            *term,
                  GError             **error)
{
  const char *string;

  if (strcmp (place->member, "note") == 0)
    return maak_json_place_get_text (place, &term->note, error);
  if (strcmp (place->member, "sources") == 0)
    return read_sources (place, documents, term, error);
  if (!maak_json_place_get_string (place, &string, error))
    return FALSE;
  if (strcmp (place->member, "kind") == 0)
    term->group = g_intern_string (string);
  else if (strcmp (place->member, "state") == 0 && strcmp (string, "ended") == 0)
    term->ended = TRUE;
  else if (strcmp (place->member, "state") == 0)
    {
      maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_TEMPLATE_NOT_ALLOWED, MAAK_ARG_STRING, "value", string, MAAK_ARG_STRING, "allowed", "ended", MAAK_ARG_END));
      return FALSE;
    }
  else if (!g_strv_contains ((const char *const[]) { "code", "nl", "en", "parent", NULL }, place->member))
    {
      maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_MEMBER, MAAK_ARG_STRING, "name", place->member, MAAK_ARG_END));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_term (MaakVocabulary      *self,
           const MaakJsonPlace *place,
           GHashTable          *documents,
           GError             **error)
{
  MaakTerm      *term = g_new0 (MaakTerm, 1);
  MaakJsonPlace  code_place;
  JsonObject    *object;
  JsonObjectIter iter;
  const char    *name, *code;
  JsonNode      *node;

  g_ptr_array_add (self->terms, term);
  if (!maak_json_place_get_object (place, &object, error) ||
      !maak_json_place_require (place, "code", &code_place, error) ||
      !maak_json_place_get_string (&code_place, &code, error) ||
      (term->label = read_label (place, error)) == NULL)
    return FALSE;

  term->code = g_intern_string (code);
  if (*code == '\0' || g_hash_table_contains (self->by_code, code))
    {
      maak_json_place_set_error (&code_place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", code, MAAK_ARG_END));
      return FALSE;
    }
  g_hash_table_insert (self->by_code, (gpointer) term->code, term);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      MaakJsonPlace child;

      maak_json_place_init_member (&child, place, name, node);
      if (!read_term_member (&child, documents, term, error))
        return FALSE;
    }
  return TRUE;
}

/* A second pass, because a parent may stand below its children. */
static gboolean
link_parent (MaakVocabulary      *self,
             MaakTerm            *term,
             const MaakJsonPlace *place,
             GError             **error)
{
  MaakJsonPlace parent_place;
  const char   *code;

  if (!maak_json_place_lookup (place, "parent", &parent_place))
    return TRUE;
  if (!maak_json_place_get_string (&parent_place, &code, error))
    return FALSE;

  term->parent = g_hash_table_lookup (self->by_code, code);
  if (term->parent == NULL)
    {
      maak_json_place_set_error (&parent_place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_PARENT, MAAK_ARG_STRING, "name", code, MAAK_ARG_END));
      return FALSE;
    }
  for (const MaakTerm *above = term->parent; above != NULL; above = above->parent)
    {
      if (above == term)
        {
          maak_json_place_set_error (&parent_place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_TEMPLATE_PARENT_CYCLE, MAAK_ARG_STRING, "name", code, MAAK_ARG_END));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_terms (MaakVocabulary      *self,
            const MaakJsonPlace *place,
            GHashTable          *documents,
            GError             **error)
{
  MaakJsonPlace element;
  JsonArray    *array;
  guint         n;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;

  n = json_array_get_length (array);
  for (guint i = 0; i < n; i++)
    {
      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!read_term (self, &element, documents, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!link_parent (self, g_ptr_array_index (self->terms, i), &element, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * maak_vocabulary_new_from_json:
 * @place: a file of data/vocabularies/, as its README describes it
 * @documents: (nullable): the papers that terms may name
 *
 * Returns: (transfer full): the vocabulary; NULL and a MAAK_JSON_ERROR with its path
 */
MaakVocabulary *
maak_vocabulary_new_from_json (const MaakJsonPlace *place,
                               GHashTable          *documents,
                               GError             **error)
{
  g_autoptr (MaakVocabulary) self = g_new0 (MaakVocabulary, 1);
  MaakJsonPlace child;
  const char   *id;

  self->terms = g_ptr_array_new_with_free_func (free_term);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  if (!maak_json_place_require (place, "vocabulary", &child, error) ||
      !maak_json_place_get_string (&child, &id, error))
    return NULL;
  self->id = g_strdup (id);
  if (!maak_json_place_require (place, "label", &child, error) ||
      !maak_json_place_get_text (&child, &self->label, error) ||
      !maak_json_place_require (place, "terms", &child, error) ||
      !read_terms (self, &child, documents, error))
    return NULL;

  return g_steal_pointer (&self);
}

/** maak_vocabulary_free: frees @self with its terms. */
void
maak_vocabulary_free (MaakVocabulary *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_clear_pointer (&self->label, maak_text_unref);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_free (self);
}

/** maak_vocabulary_new_documents: Returns: (transfer full): an empty table of id and MaakPaper */
GHashTable *
maak_vocabulary_new_documents (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_document);
}

static gboolean
read_document (const MaakJsonPlace *place,
               GHashTable          *documents,
               GError             **error)
{
  MaakPaper    *document;
  MaakJsonPlace id_place, child;
  const char   *id;
  gint64        year;
  g_autoptr (MaakText) author = NULL;
  g_autoptr (MaakText) title = NULL;

  if (!maak_json_place_require (place, "id", &id_place, error) ||
      !maak_json_place_get_string (&id_place, &id, error) ||
      !maak_json_place_require (place, "author", &child, error) ||
      !maak_json_place_get_text (&child, &author, error) ||
      !maak_json_place_require (place, "title", &child, error) ||
      !maak_json_place_get_text (&child, &title, error) ||
      !maak_json_place_require (place, "year", &child, error) ||
      !maak_json_place_get_integer (&child, &year, error))
    return FALSE;
  if (g_hash_table_contains (documents, id))
    {
      maak_json_place_set_error (&id_place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", id, MAAK_ARG_END));
      return FALSE;
    }

  document = g_new0 (MaakPaper, 1);
  document->id = g_strdup (id);
  document->author = g_steal_pointer (&author);
  document->title = g_steal_pointer (&title);
  document->year = (int) year;
  g_hash_table_insert (documents, (gpointer) document->id, document);
  return TRUE;
}

/**
 * maak_vocabulary_read_documents:
 * @place: the array `documents` of documents.json
 * @documents: the table that they are added to
 *
 * Returns: FALSE and a MAAK_JSON_ERROR with its path when one cannot be read or is given twice
 */
gboolean
maak_vocabulary_read_documents (const MaakJsonPlace *place,
                                GHashTable          *documents,
                                GError             **error)
{
  JsonArray *array;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!read_document (&element, documents, error))
        return FALSE;
    }
  return TRUE;
}

/** maak_vocabulary_get_id: Returns: (transfer none): the id by which fields name it */
const char *
maak_vocabulary_get_id (const MaakVocabulary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/** maak_vocabulary_get_label: Returns: (transfer none): what a person calls it */
MaakText *
maak_vocabulary_get_label (const MaakVocabulary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/** maak_vocabulary_get_n_terms: Returns: how many terms it has */
guint
maak_vocabulary_get_n_terms (const MaakVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->terms->len;
}

/**
 * maak_vocabulary_get_term:
 * @index: from 0, in the order of the file
 *
 * Returns: (transfer none): the term
 */
const MaakTerm *
maak_vocabulary_get_term (const MaakVocabulary *self,
                          guint                 index)
{
  g_return_val_if_fail (self != NULL && index < self->terms->len, NULL);

  return g_ptr_array_index (self->terms, index);
}

/**
 * maak_vocabulary_lookup:
 * @code: a term's code
 *
 * Returns: (transfer none) (nullable): the term
 */
const MaakTerm *
maak_vocabulary_lookup (const MaakVocabulary *self,
                        const char           *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

/**
 * maak_vocabulary_lookup_label:
 * @label: what a person typed: a label in either language, in any case
 * @ambiguous: (out): whether two terms have this label
 *
 * Returns: (transfer none) (nullable): the one term with that label
 */
const MaakTerm *
maak_vocabulary_lookup_label (const MaakVocabulary *self,
                              const char           *label,
                              gboolean             *ambiguous)
{
  const MaakTerm  *found = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  folded = g_utf8_casefold (label, -1);
  *ambiguous = FALSE;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const MaakTerm *term = g_ptr_array_index (self->terms, i);

      for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
        {
          g_autofree char *own = g_utf8_casefold (maak_text_get (term->label, (MaakLanguage) language), -1);

          if (strcmp (own, folded) != 0 || found == term)
            continue;
          *ambiguous = *ambiguous || found != NULL;
          found = term;
        }
    }
  return *ambiguous ? NULL : found;
}
