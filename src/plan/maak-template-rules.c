/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The passes after reading: link (names of other templates and fields), compile (rules and messages, which look into
 * other templates), and a last look for computed fields that need themselves. Inherited rules are compiled again for
 * each template, as a field may have been overridden there; an error is then told where the rule was written. */

#include "plan/maak-template-private.h"

#include "plan/maak-wording.h"

/**
 * maak_template_link:
 * @library: with all its templates read
 *
 * Returns: FALSE and a MAAK_TEMPLATE_ERROR when @self names a template, column or field that is not there
 */
gboolean
maak_template_link (MaakTemplate *self,
                    MaakLibrary  *library,
                    GError      **error)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      if (!maak_field_draft_link (g_ptr_array_index (self->fields, i), library, error))
        return FALSE;
    }
  for (guint i = 0; i < self->checks->len; i++)
    {
      MaakCheckDraft *draft = g_ptr_array_index (self->checks, i);

      draft->check.id = draft->id;
      draft->check.owner = self;
      if (draft->at == NULL)
        continue;
      draft->check.at = maak_template_lookup_field (self, draft->at);
      if (draft->check.at == NULL)
        {
          g_autofree char *path = g_strconcat (draft->path, ".at", NULL);

          return maak_template_fail_at (draft->source, path, MAAK_TEMPLATE_ERROR_UNKNOWN,
                                        maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_FIELD, MAAK_ARG_STRING, "name", draft->at, MAAK_ARG_STRING, "template", self->id, MAAK_ARG_END), error);
        }
    }
  return TRUE;
}

/**
 * maak_template_compile_rule:
 * @self: the template whose records it is about
 * @it: (nullable): the type of `$it`
 * @path: of the field or check that it stands in
 * @member: which of its members
 *
 * Returns: (transfer full): the rule; NULL and a MAAK_TEMPLATE_ERROR_RULE with file and path
 */
MaakExpression *
maak_template_compile_rule (MaakLibrary              *library,
                            const MaakTemplate       *self,
                            const MaakExpressionType *it,
                            const char               *rule,
                            const MaakTemplateSource *source,
                            const char               *path,
                            const char               *member,
                            GError                  **error)
{
  g_autoptr (GError) cause = NULL;
  MaakExpression  *expression = maak_expression_new (library, self, it, rule, &cause);
  g_autofree char *whole = NULL;

  if (expression != NULL)
    return expression;
  whole = g_strconcat (path, ".", member, NULL);
  maak_template_take_error (source->file, MAAK_TEMPLATE_ERROR_RULE, whole, g_steal_pointer (&cause), error);
  return NULL;
}

static gboolean
compile_wordings (MaakTemplate             *self,
                  MaakLibrary              *library,
                  MaakCheckDraft           *draft,
                  const MaakExpressionType *it,
                  GError                  **error)
{
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      g_autoptr (GError) cause = NULL;

      draft->check.message[language] = draft->message[language];
      draft->check.wording[language] = maak_wording_new (library, self, it, draft->message[language], &cause);
      if (draft->check.wording[language] == NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s.message.%s", draft->path, maak_language_get_code ((MaakLanguage) language));

          maak_template_take_error (draft->source->file, MAAK_TEMPLATE_ERROR_RULE, path, g_steal_pointer (&cause), error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
fail_rule_kind (const MaakCheckDraft *draft,
                const char           *member,
                const char           *rule,
                GError              **error)
{
  g_autofree char *path = g_strconcat (draft->path, ".", member, NULL);

  return maak_template_fail_at (draft->source, path, MAAK_TEMPLATE_ERROR_RULE, maak_message_new (MAAK_PHRASE_TEMPLATE_RULE_KIND, MAAK_ARG_STRING, "name", member, MAAK_ARG_STRING, "rule", rule, MAAK_ARG_END), error);
}

static gboolean
compile_condition (MaakTemplate             *self,
                   MaakLibrary              *library,
                   const MaakCheckDraft     *draft,
                   const MaakExpressionType *it,
                   const char               *member,
                   const char               *rule,
                   MaakExpression          **expression,
                   GError                  **error)
{
  const MaakExpressionType *type;

  *expression = maak_template_compile_rule (library, self, it, rule, draft->source, draft->path, member, error);
  if (*expression == NULL)
    return FALSE;
  type = maak_expression_get_type_of (*expression);
  return (type->kind == MAAK_TYPE_OF_BOOLEAN && !type->many) || fail_rule_kind (draft, member, rule, error);
}

static gboolean
compile_check (MaakTemplate   *self,
               MaakLibrary    *library,
               MaakCheckDraft *draft,
               GError        **error)
{
  const MaakExpressionType *it = NULL;
  MaakCheck                *check = &draft->check;

  if (draft->each_source != NULL)
    {
      check->each = maak_template_compile_rule (library, self, NULL, draft->each_source, draft->source, draft->path, "each", error);
      if (check->each == NULL)
        return FALSE;
      it = maak_expression_get_element_type (check->each);
      if (it == NULL)
        return fail_rule_kind (draft, "each", draft->each_source, error);
    }
  if (draft->when_source != NULL && !compile_condition (self, library, draft, it, "when", draft->when_source, &check->when, error))
    return FALSE;
  return compile_condition (self, library, draft, it, "holds", draft->holds_source, &check->holds, error) &&
         compile_wordings (self, library, draft, it, error);
}

/**
 * maak_template_compile:
 * @library: with all its templates linked
 *
 * Returns: FALSE and a MAAK_TEMPLATE_ERROR_RULE when a rule of @self cannot be read, or is of the wrong kind
 */
gboolean
maak_template_compile (MaakTemplate *self,
                       MaakLibrary  *library,
                       GError      **error)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      if (!maak_field_draft_compile (g_ptr_array_index (self->fields, i), library, error))
        return FALSE;
    }
  for (guint i = 0; i < self->checks->len; i++)
    {
      if (!compile_check (self, library, g_ptr_array_index (self->checks, i), error))
        return FALSE;
    }
  return TRUE;
}

/* Whether computing @field needs @field. `seen` holds 1 for fields on the way, 2 for fields that are done. */
static gboolean
goes_round (const MaakField *field,
            GHashTable      *seen)
{
  gpointer        state = g_hash_table_lookup (seen, field);
  const MaakRead *reads;
  guint           n;

  if (state != NULL || field->value == NULL)
    return GPOINTER_TO_INT (state) == 1;

  g_hash_table_insert (seen, (gpointer) field, GINT_TO_POINTER (1));
  reads = maak_expression_get_reads (field->value, &n);
  for (guint i = 0; i < n; i++)
    {
      if (reads[i].field != NULL && goes_round (reads[i].field, seen))
        return TRUE;
    }
  g_hash_table_insert (seen, (gpointer) field, GINT_TO_POINTER (2));
  return FALSE;
}

/**
 * maak_template_check_circles:
 * Returns: FALSE and a MAAK_TEMPLATE_ERROR_CYCLE when a computed field needs itself to be computed
 */
gboolean
maak_template_check_circles (MaakTemplate *self,
                             GError      **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const MaakFieldDraft *draft = g_ptr_array_index (self->fields, i);
      g_autofree char      *path = NULL;

      if (!goes_round (&draft->field, seen))
        continue;
      path = g_strconcat (draft->path, ".value", NULL);
      return maak_template_fail_at (draft->source, path, MAAK_TEMPLATE_ERROR_CYCLE, maak_message_new (MAAK_PHRASE_TEMPLATE_VALUE_CYCLE, MAAK_ARG_STRING, "name", draft->id, MAAK_ARG_END), error);
    }
  return TRUE;
}
