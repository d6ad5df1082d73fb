/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/editors/maak-choice-editor.h"
#include "shell/editors/maak-choices-editor.h"
#include "shell/editors/maak-citation-editor.h"
#include "shell/editors/maak-date-editor.h"
#include "shell/editors/maak-editor.h"
#include "shell/editors/maak-file-editor.h"
#include "shell/editors/maak-list-editor.h"
#include "shell/editors/maak-number-editor.h"
#include "shell/editors/maak-party-editor.h"
#include "shell/editors/maak-period-editor.h"
#include "shell/editors/maak-refs-editor.h"
#include "shell/editors/maak-regions-editor.h"
#include "shell/editors/maak-series-editor.h"
#include "shell/editors/maak-sheet-editor.h"
#include "shell/editors/maak-summary-editor.h"
#include "shell/editors/maak-text-editor.h"

/* The editor of each field type; the compiler names what was forgotten. */
static GType
get_type_for (const MaakField *field)
{
  if (field->value != NULL)
    return MAAK_TYPE_SUMMARY_EDITOR;
  switch (field->type)
    {
    case MAAK_FIELD_NUMBER:
    case MAAK_FIELD_MONEY:
      return MAAK_TYPE_NUMBER_EDITOR;
    case MAAK_FIELD_DATE:
      return MAAK_TYPE_DATE_EDITOR;
    case MAAK_FIELD_PERIOD:
      return MAAK_TYPE_PERIOD_EDITOR;
    case MAAK_FIELD_LIST:
      return field->present == MAAK_PRESENT_SHEET ? MAAK_TYPE_SHEET_EDITOR : MAAK_TYPE_LIST_EDITOR;
    case MAAK_FIELD_CHOICE:
      return MAAK_TYPE_CHOICE_EDITOR;
    case MAAK_FIELD_CHOICES:
      return MAAK_TYPE_CHOICES_EDITOR;
    case MAAK_FIELD_REGIONS:
      return MAAK_TYPE_REGIONS_EDITOR;
    case MAAK_FIELD_PARTY:
      return MAAK_TYPE_PARTY_EDITOR;
    case MAAK_FIELD_REFS:
      return MAAK_TYPE_REFS_EDITOR;
    case MAAK_FIELD_SERIES:
      return MAAK_TYPE_SERIES_EDITOR;
    case MAAK_FIELD_CITATION:
      return MAAK_TYPE_CITATION_EDITOR;
    case MAAK_FIELD_FILE:
      return MAAK_TYPE_FILE_EDITOR;
    case MAAK_FIELD_TEXT:
      return MAAK_TYPE_TEXT_EDITOR;
    }
  g_assert_not_reached ();
}

/**
 * maak_editor_new:
 * @document: the open plan
 * @slot: a field of one of its records
 *
 * Returns: (transfer floating): the editor for the type of the slot's field, showing what the slot holds
 */
MaakEditor *
maak_editor_new (MaakContext  *context,
                 MaakDocument *document,
                 MaakSlot     *slot)
{
  MaakEditor *self;

  g_return_val_if_fail (MAAK_IS_CONTEXT (context) && MAAK_IS_DOCUMENT (document) && MAAK_IS_SLOT (slot), NULL);

  self = g_object_new (get_type_for (maak_slot_get_field (slot)), "context", context, "document", document, "slot", slot, NULL);
  maak_editor_refresh (self);
  return self;
}
