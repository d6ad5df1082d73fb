/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Paths as errors and findings name places, and back: "proposals[2].budget[0].amount.2027". The root's path is empty;
 * fields are joined by dots, records of a list are numbered from 0. What is left behind a field that is no list is a
 * place within its value (a year, a language) and is handed on as it is. */

#include "plan/maak-plan-private.h"

#include "plan/maak-record-private.h"

/**
 * maak_plan_dup_path:
 * @record: a record of the plan
 * @field_or_null: (nullable): a field of it
 *
 * Returns: (transfer full): where it is; empty for the root
 */
char *
maak_plan_dup_path (MaakPlan        *self,
                    MaakRecord      *record,
                    const MaakField *field_or_null)
{
  GString *path;

  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);
  g_return_val_if_fail (MAAK_IS_RECORD (record), NULL);

  path = g_string_new (field_or_null != NULL ? field_or_null->id : NULL);
  for (const MaakRecord *at = record; at->parent != NULL; at = at->parent)
    {
      g_autofree char *step = g_strdup_printf ("%s[%u]%s", at->parent_field->id, at->position, path->len > 0 ? "." : "");

      g_string_prepend (path, step);
    }
  return g_string_free_and_steal (path);
}

static gboolean
fail (MaakMessage *message_taken,
      const char  *path,
      GError     **error)
{
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_NO_SUCH_PATH, path, message_taken);
  return FALSE;
}

/* "[2]" at *@p: the record of the list; *@p moves behind it. */
static gboolean
step_into (MaakRecord      *owner,
           const MaakField *list,
           const char      *path,
           const char     **p,
           MaakRecord     **record,
           GError         **error)
{
  guint              n = 0;
  MaakValue         *value = maak_record_get (owner, list);
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;
  char              *end;
  guint64            index = g_ascii_isdigit ((*p)[1]) ? g_ascii_strtoull (*p + 1, &end, 10) : G_MAXUINT64;

  if (index == G_MAXUINT64 || *end != ']' || (end[1] != '\0' && end[1] != '.'))
    return fail (maak_message_new (MAAK_PHRASE_PLAN_PATH_FORM, MAAK_ARG_END), path, error);
  if (index >= n)
    return fail (maak_message_new (MAAK_PHRASE_PLAN_PATH_INDEX, MAAK_ARG_STRING, "list", list->id, MAAK_ARG_INTEGER, "count", (gint64) n, MAAK_ARG_END), path, error);
  *record = records[index];
  *p = end + 1;
  if (**p == '.')
    (*p)++;
  return TRUE;
}

/**
 * maak_plan_resolve:
 * @path: as maak_plan_dup_path() makes it; old ids of fields are understood
 * @record: (out) (transfer none): the record
 * @field: (out) (transfer none): the field; NULL when @path names the record
 * @rest: (out) (transfer full): what is left, within the field's value; NULL when nothing is
 *
 * Returns: FALSE and a MAAK_PLAN_ERROR_NO_SUCH_PATH with @path as its path
 */
gboolean
maak_plan_resolve (MaakPlan         *self,
                   const char       *path,
                   MaakRecord      **record,
                   const MaakField **field,
                   char            **rest,
                   GError          **error)
{
  MaakRecord *at;
  const char *p = path;

  g_return_val_if_fail (MAAK_IS_PLAN (self) && path != NULL, FALSE);

  at = self->root;
  *field = NULL;
  *rest = NULL;
  while (*p != '\0')
    {
      gsize            length = strcspn (p, ".[");
      g_autofree char *name = g_strndup (p, length);
      const MaakField *found = maak_template_lookup_field (at->template, name);

      if (found == NULL)
        return fail (maak_message_new (MAAK_PHRASE_PLAN_PATH_FIELD, MAAK_ARG_STRING, "name", name, MAAK_ARG_TEXT, "kind", maak_template_get_label (at->template), MAAK_ARG_END), path, error);
      p += length;
      if (found->type == MAAK_FIELD_LIST && *p == '[')
        {
          if (!step_into (at, found, path, &p, &at, error))
            return FALSE;
          continue;
        }
      if (found->type == MAAK_FIELD_LIST && *p != '\0')
        return fail (maak_message_new (MAAK_PHRASE_PLAN_PATH_LIST, MAAK_ARG_STRING, "list", found->id, MAAK_ARG_END), path, error);
      *field = found;
      if (*p != '\0')
        *rest = g_strdup (*p == '.' ? p + 1 : p);
      break;
    }
  *record = at;
  return TRUE;
}
