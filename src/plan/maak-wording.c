/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A sentence cut up once into words and typed expressions, so that wording it is only evaluating and joining.
 * `{{` and `}}` are braces; a brace in a string of an expression does not close it.
 * The library must outlive the wording.
 */
#include "plan/maak-wording.h"

#include "plan/maak-library.h"

#include <string.h>

/* words[0] expression[0] words[1] expression[1] ... words[n]: one more of words than of expressions. */
struct _MaakWording
{
  GPtrArray *words;       /* of char * */
  GPtrArray *expressions; /* of MaakExpression * */
  GArray    *reads;       /* of MaakRead */
};

/* The brace that closes an expression; one in a string of the expression does not. */
static const char *
find_close (const char *p)
{
  gboolean in_string = FALSE;

  for (; *p != '\0'; p++)
    if (*p == '\'')
      in_string = !in_string;
    else if (*p == '}' && !in_string)
      return p;
  return NULL;
}

/* Reads words up to the next expression or the end. Returns where it stopped. */
static const char *
read_words (const char *p, GString *words)
{
  for (; *p != '\0'; p++)
    {
      if (p[0] == '{' && p[1] == '{')
        p++;
      else if (p[0] == '}' && p[1] == '}')
        p++;
      else if (p[0] == '{')
        break;
      g_string_append_c (words, *p);
    }
  return p;
}

static void
add_reads (MaakWording *self, MaakExpression *expression)
{
  const MaakExpressionType *type = maak_expression_get_type_of (expression);
  const MaakField          *title = type->kind == MAAK_TYPE_OF_RECORD && type->template != NULL ? maak_template_lookup_role (type->template, MAAK_ROLE_TITLE) : NULL;
  guint                     n;
  const MaakRead           *reads = maak_expression_get_reads (expression, &n);

  g_array_append_vals (self->reads, reads, n);
  if (title != NULL)
    g_array_append_val (self->reads, ((MaakRead) { type->template, title }));
}

static gboolean
read_parts (MaakWording *self, MaakLibrary *library, const MaakTemplate *template, const MaakExpressionType *it, const char *source, GError **error)
{
  const char *p = source;

  for (;;)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *rule = NULL;
      const char      *close;
      MaakExpression  *expression;

      p = read_words (p, words);
      g_ptr_array_add (self->words, g_string_free (g_steal_pointer (&words), FALSE));
      if (*p == '\0')
        return TRUE;
      close = find_close (p);
      if (close == NULL)
        {
          maak_error_set (error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_RULE, NULL, maak_message_new (MAAK_PHRASE_EXPRESSION_OPEN_BRACE, MAAK_ARG_STRING, "sentence", source, MAAK_ARG_END));
          return FALSE;
        }
      rule = g_strndup (p + 1, (gsize) (close - p - 1));
      expression = maak_expression_new (library, template, it, rule, error);
      if (expression == NULL)
        return FALSE;
      g_ptr_array_add (self->expressions, expression);
      p = close + 1;
    }
}

/* Makes a wording from a sentence with {expressions}, typed as maak_expression_new() does. Free with maak_wording_free(), before
 * the library. Errors: MAAK_TEMPLATE_ERROR_RULE. */
MaakWording *
maak_wording_new (MaakLibrary *library, const MaakTemplate *template, const MaakExpressionType *it, const char *source, GError **error)
{
  MaakWording *self = g_new0 (MaakWording, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->expressions = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_expression_free);
  if (!read_parts (self, library, template, it, source, error))
    g_clear_pointer (&self, maak_wording_free);
  return self;
}

/* Releases a wording; NULL is allowed. */
void
maak_wording_free (MaakWording *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->expressions);
  g_clear_pointer (&self->reads, g_array_unref);
  g_free (self);
}

/* The sentence with the values of its expressions in `language`; an empty value is a dash. The caller frees it. */
char *
maak_wording_dup_string (MaakWording *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it, MaakLanguage language)
{
  g_autoptr (GString) sentence = g_string_new (self->words->pdata[0]);

  for (guint i = 0; i < self->expressions->len; i++)
    {
      g_autofree char *value = maak_expression_dup_string (self->expressions->pdata[i], plan, record, it, language);
      g_string_append (sentence, *value != '\0' ? value : "–");
      g_string_append (sentence, self->words->pdata[i + 1]);
    }
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/* The fields that the sentence depends on, the titles of the records that it names among them; owned by the wording. */
const MaakRead *
maak_wording_get_reads (MaakWording *self, guint *n)
{
  if (self->reads == NULL)
    {
      self->reads = g_array_new (FALSE, FALSE, sizeof (MaakRead));
      for (guint i = 0; i < self->expressions->len; i++)
        add_reads (self, self->expressions->pdata[i]);
    }
  *n = self->reads->len;
  return (const MaakRead *) self->reads->data;
}

/* Whether it names records of which the template, and so the field of their title, is not known before. */
gboolean
maak_wording_names_any_record (MaakWording *self)
{
  for (guint i = 0; i < self->expressions->len; i++)
    {
      const MaakExpressionType *type = maak_expression_get_type_of (self->expressions->pdata[i]);
      if (type->kind == MAAK_TYPE_OF_RECORD && (type->template == NULL || maak_template_lookup_role (type->template, MAAK_ROLE_TITLE) == NULL))
        return TRUE;
    }
  return FALSE;
}
