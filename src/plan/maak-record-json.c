/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Records from JSON and back. Reading refuses what cannot be a value of its field (wrong type, unknown term, a date
 * that is none), each with its path; what is merely unfinished (too long, missing, out of bounds, a reference to
 * nothing) is let in, for people must be able to keep half-done work, and becomes a finding.
 *
 * Writing is canonical: id, template where the list does not say it, fields in the template's order, then the members
 * that the template does not know, in the order in which they came. */

#include "plan/maak-record-private.h"

#include "plan/maak-field-type-private.h"
#include "plan/maak-field-type.h"
#include "plan/maak-value-private.h"

enum
{
  MAX_ID = 64,
};

/** maak_record_id_is_valid: Returns: whether @id may name a record: letters, digits, `-`, `_`, `.`, 64 at most */
gboolean
maak_record_id_is_valid (const char *id)
{
  const char *p = id;

  while (g_ascii_isalnum (*p) || *p == '-' || *p == '_' || *p == '.')
    p++;
  return *p == '\0' && p != id && p - id <= MAX_ID;
}

static gboolean
read_id (const MaakJsonPlace *place,
         const char         **id,
         GError             **error)
{
  MaakJsonPlace child;

  if (!maak_json_place_require (place, "id", &child, error) || !maak_json_place_get_string (&child, id, error))
    return FALSE;
  if (maak_record_id_is_valid (*id))
    return TRUE;
  maak_json_place_set_error (&child, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_PLAN_BAD_ID, MAAK_ARG_STRING, "id", *id, MAAK_ARG_END));
  return FALSE;
}

static gboolean
fail_template (const MaakJsonPlace *place,
               MaakPhrase           phrase,
               const char          *name,
               GError             **error)
{
  maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (phrase, MAAK_ARG_STRING, "name", name, MAAK_ARG_END));
  return FALSE;
}

/* *template NULL on success: it is known nowhere, and *name says what it is called. */
static gboolean
read_template (MaakLibrary         *library,
               const MaakTemplate  *expected,
               const MaakJsonPlace *place,
               const MaakTemplate **template,
               const char **name,
               GError     **error)
{
  MaakJsonPlace child;

  if (maak_json_place_lookup (place, "template", &child))
    {
      if (!maak_json_place_get_string (&child, name, error))
        return FALSE;
      *template = maak_library_lookup (library, *name);
      if (*template == NULL)
        return maak_record_id_is_valid (*name) || fail_template (&child, MAAK_PHRASE_PLAN_TEMPLATE_NAME, *name, error);
      if (maak_template_is_abstract (*template))
        return fail_template (&child, MAAK_PHRASE_PLAN_TEMPLATE_ABSTRACT, *name, error);
      if (expected != NULL && !maak_template_is_a (*template, expected))
        return fail_template (&child, MAAK_PHRASE_PLAN_TEMPLATE_WRONG, *name, error);
      return TRUE;
    }
  *template = expected;
  if (expected != NULL && !maak_template_is_abstract (expected))
    return TRUE;
  maak_json_place_set_error (&child, error, MAAK_JSON_ERROR_MISSING, maak_message_new (MAAK_PHRASE_PLAN_TEMPLATE_MISSING, MAAK_ARG_END));
  return FALSE;
}

static gboolean
read_member (MaakRecord          *self,
             MaakLibrary         *library,
             const MaakJsonPlace *place,
             GError             **error)
{
  const MaakField *field = maak_template_lookup_field (self->template, place->member);
  MaakValue       *value;

  /* A field that is computed now may have been stored by an older template: what it was is kept. */
  if (field == NULL || field->value != NULL)
    {
      maak_record_add_unknown (self, place->member, place->node);
      return TRUE;
    }
  if (self->values[field->index] != NULL)
    {
      maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_PLAN_MEMBER_TWICE, MAAK_ARG_STRING, "name", field->id, MAAK_ARG_END));
      return FALSE;
    }
  value = maak_field_type_get_class (field->type)->from_json (library, field, place, error);
  if (value == NULL)
    return FALSE;
  maak_record_init_value (self, field, value);
  maak_value_unref (value);
  return TRUE;
}

/**
 * maak_record_new_from_json:
 * @library: the templates and vocabularies
 * @expected: (nullable): the template that its list promises; NULL: the member `template` is needed
 * @place: where the record stands
 *
 * Returns: (transfer full): the record, in no plan; NULL and a MAAK_JSON_ERROR with its path
 */
MaakRecord *
maak_record_new_from_json (MaakLibrary         *library,
                           const MaakTemplate  *expected,
                           const MaakJsonPlace *place,
                           GError             **error)
{
  g_autoptr (MaakRecord) self = NULL;
  const MaakTemplate *template;
  JsonObject    *object;
  JsonObjectIter iter;
  const char    *id, *name;
  JsonNode      *node;

  g_return_val_if_fail (MAAK_IS_LIBRARY (library), NULL);

  if (!maak_json_place_get_object (place, &object, error) ||
      !read_id (place, &id, error) ||
      !read_template (library, expected, place, &template, &name, error))
    return NULL;

  self = template != NULL ? maak_record_new (template, id) : maak_record_new_unknown (library, name, id);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      MaakJsonPlace child;

      if (strcmp (name, "id") == 0 || strcmp (name, "template") == 0)
        continue;
      maak_json_place_init_member (&child, place, name, node);
      if (!read_member (self, library, &child, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * maak_record_write:
 * @expected: (nullable): the template that its list promises; the member `template` is left out where it is this
 * @writer: gets the record as one object; or, where it has a piece for the record, that
 */
void
maak_record_write (MaakRecord         *self,
                   const MaakTemplate *expected,
                   MaakJsonWriter     *writer)
{
  g_return_if_fail (MAAK_IS_RECORD (self));

  if (maak_json_writer_reuse (writer, self))
    return;
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "id");
  maak_json_writer_string (writer, self->id);
  if (self->template != expected)
    {
      maak_json_writer_name (writer, "template");
      maak_json_writer_string (writer, maak_record_get_template_id (self));
    }
  for (guint i = 0; i < maak_template_get_n_fields (self->template); i++)
    {
      const MaakField *field = maak_template_get_field (self->template, i);

      if (self->values[i] == NULL)
        continue;
      maak_json_writer_name (writer, field->id);
      maak_field_type_get_class (field->type)->to_json (field, self->values[i], writer);
    }
  for (guint i = 0; self->unknown != NULL && i < self->unknown->len; i++)
    {
      const MaakUnknownMember *member = &g_array_index (self->unknown, MaakUnknownMember, i);

      maak_json_writer_name (writer, member->name);
      maak_json_writer_node (writer, member->node);
    }
  maak_json_writer_end_object (writer);
}
