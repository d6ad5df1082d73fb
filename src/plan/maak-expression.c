/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The expression as a whole: made from its source (parser, then types), asked what it reads. Evaluating is in
 * maak-expression-evaluate.c.
 *
 * An expression borrows its library, which owns the templates that it is typed with. It is immutable once made, but for the
 * list of all that it reads, which is made when it is first asked for: computed fields may be typed later than
 * the expressions that read them.
 */
#include "plan/maak-expression-private.h"

#include "plan/maak-library.h"
#include "plan/maak-template-private.h"

static void
free_node (gpointer data)
{
  MaakNode *node = data;

  g_free (node->list);
  g_free (node->name);
  g_free (node);
}

/* Makes an expression from its source, typed with the fields of `template`; `it` is the type of `$it` in the other rules of a
 * check with `each`, or NULL. Free with maak_expression_free(), before the library.
 * Errors: MAAK_TEMPLATE_ERROR_RULE, with the rule, the character and what is wrong. */
MaakExpression *
maak_expression_new (MaakLibrary *library, const MaakTemplate *template, const MaakExpressionType *it, const char *source, GError **error)
{
  MaakExpression *self;

  g_return_val_if_fail (MAAK_IS_LIBRARY (library) && template != NULL && source != NULL, NULL);

  self = g_new0 (MaakExpression, 1);
  self->source = g_strdup (source);
  self->library = library;
  self->template = template;
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  self->types = g_ptr_array_new_with_free_func (g_free);
  self->reads = g_array_new (FALSE, FALSE, sizeof (MaakRead));
  if (!maak_expression_parse (self, error) || !maak_expression_assign_types (self, it, error))
    g_clear_pointer (&self, maak_expression_free);
  return self;
}

/* Releases an expression; NULL is allowed. */
void
maak_expression_free (MaakExpression *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->types);
  g_array_unref (self->reads);
  g_clear_pointer (&self->all_reads, g_array_unref);
  g_free (self);
}

/* The rule as it was written. */
const char *
maak_expression_get_source (MaakExpression *self)
{
  return self->source;
}

/* What it gives. */
const MaakExpressionType *
maak_expression_get_type_of (MaakExpression *self)
{
  return &self->root->type;
}

/* See the header. */
const MaakExpressionType *
maak_expression_get_element_type (MaakExpression *self)
{
  return self->has_element ? &self->element : NULL;
}

static gboolean
has_read (GArray *reads, const MaakRead *read)
{
  for (guint i = 0; i < reads->len; i++)
    if (g_array_index (reads, MaakRead, i).field == read->field && g_array_index (reads, MaakRead, i).template == read->template)
      return TRUE;
  return FALSE;
}

/* Adds what is new; the list is also the work that is left, so that a circle of computed fields ends. */
static void
add_reads (GArray *reads, GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    if (!has_read (reads, &g_array_index (from, MaakRead, i)))
      g_array_append_val (reads, g_array_index (from, MaakRead, i));
}

/* What a computed field reads. A template that extends the one of `read` may compute a field that this stores, or otherwise. */
static void
add_computed_reads (GArray *reads, GPtrArray *extending, const MaakRead read)
{
  if (read.field->value != NULL)
    add_reads (reads, read.field->value->reads);
  for (guint i = 0; i < extending->len; i++)
    {
      const MaakTemplate *template = g_ptr_array_index (extending, i);
      const MaakField *field = template != read.template && maak_template_is_a (template, read.template) ? maak_template_lookup_field (template, read.field->id) : NULL;
      if (field != NULL && field->value != NULL)
        add_reads (reads, field->value->reads);
    }
}

/* The templates that extend another. The caller owns the array. */
static GPtrArray *
list_extending (MaakLibrary *library)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *template = maak_library_get_template (library, i);
      if (template->base != NULL)
        g_ptr_array_add (found, (gpointer) template);
    }
  return found;
}

/* The fields that it reads, with those that computed fields among them read: `n` of them, owned by the expression. A field stands
 * also for the field of the same id in templates that extend its template. A computed field that comes out among what its own
 * `value` reads goes round in a circle. */
const MaakRead *
maak_expression_get_reads (MaakExpression *self, guint *n)
{
  if (self->all_reads == NULL)
    {
      g_autoptr (GPtrArray) extending = list_extending (self->library);
      self->all_reads = g_array_new (FALSE, FALSE, sizeof (MaakRead));
      add_reads (self->all_reads, self->reads);
      for (guint i = 0; i < self->all_reads->len; i++)
        add_computed_reads (self->all_reads, extending, g_array_index (self->all_reads, MaakRead, i));
    }
  *n = self->all_reads->len;
  return (const MaakRead *) self->all_reads->data;
}
