/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A note says who writes a section of a record, how far it is, and when it must be ready. It is data like all else: a
 * record in a list of the plan, found by what it refers to (role `section-of`) and the section's id (role `section-id`).
 * So it is saved, undone, found and listed with no code of its own; here is only how it is found and made.
 *
 * A plan whose template has no such list has no notes. Where a file holds two of one section, the first counts. */

#include "plan/maak-section-note.h"

static const MaakField *
get_list (MaakPlan *plan)
{
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (maak_plan_get_root (plan)), MAAK_ROLE_SECTION_NOTES);

  if (list == NULL || maak_template_is_abstract (list->of) ||
      maak_template_lookup_role (list->of, MAAK_ROLE_SECTION_OF) == NULL || maak_template_lookup_role (list->of, MAAK_ROLE_SECTION_ID) == NULL)
    return NULL;
  return list;
}

/** maak_section_note_is_possible: Returns: whether the plan's template has a place for notes of sections */
gboolean
maak_section_note_is_possible (MaakPlan *plan)
{
  g_return_val_if_fail (MAAK_IS_PLAN (plan), FALSE);

  return get_list (plan) != NULL;
}

static gboolean
is_about (MaakRecord        *note,
          MaakRecord        *record,
          const MaakSection *section)
{
  MaakValue *of = maak_record_get_role (note, MAAK_ROLE_SECTION_OF);
  MaakText  *id = maak_record_get_text (note, MAAK_ROLE_SECTION_ID);

  return of != NULL && id != NULL &&
         g_str_equal (maak_value_get_ids (of, NULL)[0], maak_record_get_id (record)) &&
         g_str_equal (maak_text_get_best (id, MAAK_LANGUAGE_NL), section->id);
}

/**
 * maak_section_note_lookup:
 * @record: a record of @plan
 * @section: of its template
 *
 * Returns: (transfer none) (nullable): what is noted of the section
 */
MaakRecord *
maak_section_note_lookup (MaakPlan          *plan,
                          MaakRecord        *record,
                          const MaakSection *section)
{
  MaakValue         *value;
  MaakRecord *const *notes;

  g_return_val_if_fail (MAAK_IS_PLAN (plan) && MAAK_IS_RECORD (record) && section != NULL, NULL);

  value = maak_record_get_role (maak_plan_get_root (plan), MAAK_ROLE_SECTION_NOTES);
  notes = value != NULL ? maak_value_get_records (value, NULL) : NULL;
  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      if (is_about (notes[i], record, section))
        return notes[i];
    }
  return NULL;
}

static void
init_text (MaakRecord *note,
           MaakRole    role,
           MaakText   *text)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (note), role);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  if (field != NULL)
    maak_record_init_value (note, field, value);
}

static MaakRecord *
create_note (const MaakField   *list,
             MaakRecord        *record,
             const MaakSection *section)
{
  MaakRecord *note = maak_record_new (list->of, NULL);
  g_autoptr (MaakValue) of = maak_value_new_ids ((const char *const[]) { maak_record_get_id (record), NULL });
  g_autoptr (MaakText) id = maak_text_new (section->id, NULL);

  maak_record_init_value (note, maak_template_lookup_role (list->of, MAAK_ROLE_SECTION_OF), of);
  init_text (note, MAAK_ROLE_SECTION_ID, id);
  init_text (note, MAAK_ROLE_TITLE, section->label);
  return note;
}

/**
 * maak_section_note_ensure:
 * @record: a record of @plan, which is not read-only
 * @section: of its template
 *
 * Makes the note when there is none yet, as one step of undo, or within the step that is open.
 *
 * Returns: (transfer none) (nullable): the note; NULL when the plan has no place for notes
 */
MaakRecord *
maak_section_note_ensure (MaakPlan          *plan,
                          MaakRecord        *record,
                          const MaakSection *section)
{
  MaakRecord      *note = maak_section_note_lookup (plan, record, section);
  const MaakField *list;
  g_autoptr (MaakRecord) made = NULL;

  g_return_val_if_fail (MAAK_IS_PLAN (plan) && !maak_plan_get_read_only (plan), NULL);

  list = get_list (plan);
  if (note != NULL || list == NULL)
    return note;
  made = create_note (list, record, section);
  maak_plan_begin (plan, maak_message_new (MAAK_PHRASE_PLAN_STEP_NOTE_SECTION, MAAK_ARG_TEXT, "section", section->label, MAAK_ARG_END));
  maak_plan_insert (plan, maak_plan_get_root (plan), list, G_MAXUINT, made);
  maak_plan_end (plan);
  return made;
}

/** maak_section_note_get: Returns: (transfer none) (nullable): what is noted under @role (owner, state, deadline); NULL: nothing */
MaakValue *
maak_section_note_get (MaakPlan          *plan,
                       MaakRecord        *record,
                       const MaakSection *section,
                       MaakRole           role)
{
  MaakRecord *note = maak_section_note_lookup (plan, record, section);

  return note != NULL ? maak_record_get_role (note, role) : NULL;
}

static gboolean
is_blank (MaakRecord *note)
{
  return maak_record_get_role (note, MAAK_ROLE_OWNER) == NULL &&
         maak_record_get_role (note, MAAK_ROLE_STATE) == NULL &&
         maak_record_get_role (note, MAAK_ROLE_DEADLINE) == NULL;
}

/**
 * maak_section_note_set:
 * @role: owner, state or deadline
 * @value_or_null: (nullable): of the type of the field of that role
 *
 * Notes something of a section, as one step of undo. The note is made when there is none, and removed when nothing is
 * noted any more.
 */
void
maak_section_note_set (MaakPlan          *plan,
                       MaakRecord        *record,
                       const MaakSection *section,
                       MaakRole           role,
                       MaakValue         *value_or_null)
{
  MaakRecord      *note = maak_section_note_lookup (plan, record, section);
  const MaakField *field;

  g_return_if_fail (MAAK_IS_PLAN (plan) && !maak_plan_get_read_only (plan));

  if ((note == NULL && value_or_null == NULL) || get_list (plan) == NULL)
    return;
  maak_plan_begin (plan, maak_message_new (MAAK_PHRASE_PLAN_STEP_NOTE_SECTION, MAAK_ARG_TEXT, "section", section->label, MAAK_ARG_END));
  note = maak_section_note_ensure (plan, record, section);
  field = maak_template_lookup_role (maak_record_get_template (note), role);
  if (field != NULL)
    maak_plan_set (plan, note, field, value_or_null);
  if (is_blank (note))
    maak_plan_remove (plan, note);
  maak_plan_end (plan);
}
