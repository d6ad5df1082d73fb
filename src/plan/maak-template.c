/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A template describes a record: sections of fields, checks, how it is printed, and for a fund what it asks.
 *
 * While its library is made a template goes through passes (maak-template-reader.c): read, with what it inherits;
 * link, when all templates are there; compile, when all are linked. After that nothing changes. Each template has
 * fields of its own, also for what it inherits, so that a field knows the template whose record it stands in
 * (`owner`) and its place in the record (`index`). */

#include "plan/maak-template-private.h"

#include "plan/maak-wording.h"

static const char *const type_names[MAAK_N_FIELD_TYPES] = {
  [MAAK_FIELD_TEXT] = "text",
  [MAAK_FIELD_NUMBER] = "number",
  [MAAK_FIELD_MONEY] = "money",
  [MAAK_FIELD_DATE] = "date",
  [MAAK_FIELD_PERIOD] = "period",
  [MAAK_FIELD_CHOICE] = "choice",
  [MAAK_FIELD_CHOICES] = "choices",
  [MAAK_FIELD_REGIONS] = "regions",
  [MAAK_FIELD_PARTY] = "party",
  [MAAK_FIELD_REFS] = "refs",
  [MAAK_FIELD_LIST] = "list",
  [MAAK_FIELD_SERIES] = "series",
  [MAAK_FIELD_CITATION] = "citation",
  [MAAK_FIELD_FILE] = "file",
};

static const char *const presentation_names[] = {
  [MAAK_PRESENT_ROWS] = "rows",
  [MAAK_PRESENT_CARDS] = "cards",
  [MAAK_PRESENT_QUADRANTS] = "quadrants",
  [MAAK_PRESENT_TIMELINE] = "timeline",
  [MAAK_PRESENT_BOARD] = "board",
  [MAAK_PRESENT_GRID] = "grid",
  [MAAK_PRESENT_CHAIN] = "chain",
  [MAAK_PRESENT_SHEET] = "sheet",
  [MAAK_PRESENT_EXHIBITS] = "exhibits",
};

static const char *const sensitivity_codes[] = {
  [MAAK_SENSITIVITY_PUBLIC] = "public",
  [MAAK_SENSITIVITY_INTERNAL] = "internal",
  [MAAK_SENSITIVITY_CONFIDENTIAL] = "confidential",
};

static const char *const severity_codes[] = {
  [MAAK_SEVERITY_BLOCK] = "block",
  [MAAK_SEVERITY_PROBLEM] = "problem",
  [MAAK_SEVERITY_ADVICE] = "advice",
};

static void
free_section (gpointer data)
{
  MaakSectionDraft *draft = data;

  g_free (draft->id);
  g_clear_pointer (&draft->section.label, maak_text_unref);
  g_clear_pointer (&draft->section.help, maak_text_unref);
  maak_section_clear_page (draft);
  g_ptr_array_unref (draft->fields);
  g_free (draft);
}

static void
free_check (gpointer data)
{
  MaakCheckDraft *draft = data;

  g_free (draft->id);
  g_free (draft->at);
  g_free (draft->each_source);
  g_free (draft->when_source);
  g_free (draft->holds_source);
  g_free (draft->path);
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      g_free (draft->message[language]);
      g_clear_pointer (&draft->check.wording[language], maak_wording_free);
    }
  g_clear_pointer (&draft->check.each, maak_expression_free);
  g_clear_pointer (&draft->check.when, maak_expression_free);
  g_clear_pointer (&draft->check.holds, maak_expression_free);
  g_free (draft);
}

/**
 * maak_template_source_new:
 * @file: (nullable): for errors
 * @index: which of the file's templates
 * @node: the template; referenced
 *
 * Returns: (transfer full): the source
 */
MaakTemplateSource *
maak_template_source_new (const char *file,
                          guint       index,
                          JsonNode   *node,
                          gboolean    shipped)
{
  MaakTemplateSource *self = g_new0 (MaakTemplateSource, 1);

  self->file = g_strdup (file);
  self->index = index;
  self->node = json_node_ref (node);
  self->shipped = shipped;
  return self;
}

/** maak_template_source_free: frees @self. */
void
maak_template_source_free (MaakTemplateSource *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_clear_pointer (&self->node, json_node_unref);
  g_free (self);
}

/**
 * maak_template_new:
 * @source_taken: (transfer full) (nullable): where it is read from
 *
 * Returns: (transfer full): a template that is still to be read
 */
MaakTemplate *
maak_template_new (MaakTemplateSource *source_taken)
{
  MaakTemplate *self = g_new0 (MaakTemplate, 1);

  self->kind = MAAK_KIND_PART;
  self->source = source_taken;
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->fields = g_ptr_array_new ();
  self->checks = g_ptr_array_new_with_free_func (free_check);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * maak_template_new_unknown:
 * Returns: (transfer full): the generic template of records whose own is known nowhere: it has no fields, so that
 *   nothing of them can be edited, and what they hold is kept as unknown members
 */
MaakTemplate *
maak_template_new_unknown (void)
{
  MaakTemplate *self = maak_template_new (NULL);
  g_autoptr (MaakMessage) label = maak_message_new (MAAK_PHRASE_PLAN_UNKNOWN_PART, MAAK_ARG_END);
  g_autoptr (MaakMessage) help = maak_message_new (MAAK_PHRASE_PLAN_UNKNOWN_PART_HELP, MAAK_ARG_END);

  self->id = g_strdup ("");
  self->is_unknown = TRUE;
  self->label = maak_message_dup_text (label);
  self->plural = maak_text_ref (self->label);
  self->help = maak_message_dup_text (help);
  self->sensitivity = MAAK_SENSITIVITY_CONFIDENTIAL; /* nobody can say what is in it */
  self->stage = MAAK_TEMPLATE_READ;
  return self;
}

/** maak_template_free: frees @self with its sections, fields and checks. */
void
maak_template_free (MaakTemplate *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_clear_pointer (&self->label, maak_text_unref);
  g_clear_pointer (&self->plural, maak_text_unref);
  g_clear_pointer (&self->help, maak_text_unref);
  g_clear_pointer (&self->fund, maak_fund_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->source, maak_template_source_free);
  g_free (self);
}

/** maak_template_get_id: Returns: (transfer none): the id by which records and fields name it */
const char *
maak_template_get_id (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/** maak_template_get_kind: Returns: plan, proposal or part */
MaakTemplateKind
maak_template_get_kind (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, MAAK_KIND_PART);

  return self->kind;
}

/** maak_template_is_abstract: Returns: whether there are no records of it, only of what extends it */
gboolean
maak_template_is_abstract (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_abstract;
}

/** maak_template_get_label: Returns: (transfer none): what a person calls one record of it */
MaakText *
maak_template_get_label (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/** maak_template_get_plural: Returns: (transfer none): what a person calls several of them */
MaakText *
maak_template_get_plural (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plural;
}

/** maak_template_get_help: Returns: (transfer none): what it is for; may be an empty text */
MaakText *
maak_template_get_help (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->help;
}

/** maak_template_get_base: Returns: (transfer none) (nullable): the template that it extends */
const MaakTemplate *
maak_template_get_base (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->base;
}

/**
 * maak_template_is_a:
 * @base: another template, or the same
 *
 * Returns: whether a record of @self is accepted where one of @base is asked for
 */
gboolean
maak_template_is_a (const MaakTemplate *self,
                    const MaakTemplate *base)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (const MaakTemplate *above = self; above != NULL; above = above->base)
    {
      if (above == base)
        return TRUE;
    }
  return FALSE;
}

/** maak_template_is_shipped: Returns: whether it comes with the program, so that no plan needs to embed it */
gboolean
maak_template_is_shipped (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->source != NULL && self->source->shipped;
}

/** maak_template_is_unknown: Returns: whether it is the generic one that stands in for a template known nowhere */
gboolean
maak_template_is_unknown (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_unknown;
}

/** maak_template_get_sensitivity: Returns: who may read a whole record of it */
MaakSensitivity
maak_template_get_sensitivity (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, MAAK_SENSITIVITY_PUBLIC);

  return self->sensitivity;
}

/** maak_template_get_n_sections: Returns: how many sections it has, inherited ones too */
guint
maak_template_get_n_sections (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sections->len;
}

/**
 * maak_template_get_section:
 * @index: from 0, in the order in which a person works through them
 *
 * Returns: (transfer none): the section
 */
const MaakSection *
maak_template_get_section (const MaakTemplate *self,
                           guint               index)
{
  g_return_val_if_fail (self != NULL && index < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, index);
}

/** maak_template_get_n_fields: Returns: how many fields a record of it has */
guint
maak_template_get_n_fields (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len;
}

/**
 * maak_template_get_field:
 * @index: from 0, in the order of the sections; the field's own `index`
 *
 * Returns: (transfer none): the field
 */
const MaakField *
maak_template_get_field (const MaakTemplate *self,
                         guint               index)
{
  g_return_val_if_fail (self != NULL && index < self->fields->len, NULL);

  return g_ptr_array_index (self->fields, index);
}

/**
 * maak_template_lookup_field:
 * @id_or_old_id: what the field is called, or was
 *
 * Returns: (transfer none) (nullable): the field
 */
const MaakField *
maak_template_lookup_field (const MaakTemplate *self,
                            const char         *id_or_old_id)
{
  g_return_val_if_fail (self != NULL && id_or_old_id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id_or_old_id);
}

/**
 * maak_template_lookup_role:
 * @role: not MAAK_ROLE_NONE
 *
 * Returns: (transfer none) (nullable): the field that promises @role
 */
const MaakField *
maak_template_lookup_role (const MaakTemplate *self,
                           MaakRole            role)
{
  g_return_val_if_fail (self != NULL && (guint) role < MAAK_N_ROLES, NULL);

  return role == MAAK_ROLE_NONE ? NULL : self->by_role[role];
}

/** maak_template_get_n_checks: Returns: how many checks it has, inherited ones too */
guint
maak_template_get_n_checks (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->checks->len;
}

/**
 * maak_template_get_check:
 * @index: from 0
 *
 * Returns: (transfer none): the check
 */
const MaakCheck *
maak_template_get_check (const MaakTemplate *self,
                         guint               index)
{
  g_return_val_if_fail (self != NULL && index < self->checks->len, NULL);

  return g_ptr_array_index (self->checks, index);
}

/** maak_template_get_report_break: Returns: whether each record begins on a new page */
gboolean
maak_template_get_report_break (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->report_break;
}

/** maak_template_get_report_omit: Returns: whether its records are left out of documents */
gboolean
maak_template_get_report_omit (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->report_omit;
}

/** maak_template_get_fund: Returns: (transfer none) (nullable): what it says of the fund that it is for */
const MaakFund *
maak_template_get_fund (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fund;
}

/** maak_template_get_json: Returns: (transfer none) (nullable): the template as it was read, for embedding */
JsonNode *
maak_template_get_json (const MaakTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source != NULL ? self->source->node : NULL;
}

/** maak_field_type_get_name: Returns: (transfer none): the name of @type as templates write it */
const char *
maak_field_type_get_name (MaakFieldType type)
{
  g_return_val_if_fail ((guint) type < MAAK_N_FIELD_TYPES, NULL);

  return type_names[type];
}

/** maak_presentation_get_name: Returns: (transfer none): the name of @present as templates write it */
const char *
maak_presentation_get_name (MaakPresentation present)
{
  g_return_val_if_fail ((guint) present < G_N_ELEMENTS (presentation_names), NULL);

  return presentation_names[present];
}

/** maak_sensitivity_get_code: Returns: (transfer none): the term of the vocabulary `sensitivity` */
const char *
maak_sensitivity_get_code (MaakSensitivity sensitivity)
{
  g_return_val_if_fail ((guint) sensitivity < G_N_ELEMENTS (sensitivity_codes), NULL);

  return sensitivity_codes[sensitivity];
}

/**
 * maak_sensitivity_parse:
 * @sensitivity: (out): what @code stands for
 *
 * Returns: FALSE when @code is none
 */
gboolean
maak_sensitivity_parse (const char      *code,
                        MaakSensitivity *sensitivity)
{
  g_return_val_if_fail (code != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sensitivity_codes); i++)
    {
      if (strcmp (sensitivity_codes[i], code) == 0)
        {
          *sensitivity = (MaakSensitivity) i;
          return TRUE;
        }
    }
  return FALSE;
}

/** maak_severity_get_code: Returns: (transfer none): the severity as templates write it */
const char *
maak_severity_get_code (MaakSeverity severity)
{
  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (severity_codes), NULL);

  return severity_codes[severity];
}

/** maak_page_group_get_code: Returns: (transfer none): the group as templates write it */
const char *
maak_page_group_get_code (MaakPageGroup group)
{
  static const char *const codes[] = { "explore", "write", "together", "finish" };

  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (codes), NULL);

  return codes[group];
}
