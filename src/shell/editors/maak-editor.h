/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-slot.h"
#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The widget that edits one slot. One class a field type; the form shows label, help, findings and errors around it. */
#define MAAK_TYPE_EDITOR (maak_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (MaakEditor, maak_editor, MAAK, EDITOR, AdwBin)

struct _MaakEditorClass
{
  AdwBinClass parent_class;

  /* Whether changes of the slot are shown a moment later, all at once: for lists, which five hundred rows may come to in one step. */
  gboolean refreshes_later;
  /* Shows what the slot holds now; called once when the editor is made, and after each change of the slot. An editor that
   * made the change itself must not disturb the cursor. */
  void (*refresh) (MaakEditor *self);
  /* Writes what was typed and not yet handed over (an entry that waits for Enter); before saving, closing, going on. */
  void (*commit) (MaakEditor *self);
};

MaakEditor *maak_editor_new (MaakContext *context, MaakDocument *document, MaakSlot *slot); /* the one for the field's type */

MaakContext     *maak_editor_get_context (MaakEditor *self);
MaakDocument    *maak_editor_get_document (MaakEditor *self);
MaakSlot        *maak_editor_get_slot (MaakEditor *self);
const MaakField *maak_editor_get_field (MaakEditor *self);
MaakLanguage     maak_editor_get_language (MaakEditor *self); /* of the interface: in which numbers and labels are written */
void             maak_editor_refresh (MaakEditor *self);
void             maak_editor_flush (MaakEditor *self); /* shows now what would be shown in a moment */
void             maak_editor_commit (MaakEditor *self);
void             maak_editor_set_error (MaakEditor *self, const GError *error_or_null);
void             maak_editor_say_left (MaakEditor *self, const char *typed);
const char      *maak_editor_get_error_text (MaakEditor *self);
void             maak_editor_set_counter (MaakEditor *self, const char *text_or_null, gboolean over);
const char      *maak_editor_get_counter (MaakEditor *self, gboolean *over);
gboolean         maak_editor_take (MaakEditor *self, MaakValue *value_or_null);
gboolean         maak_editor_parse (MaakEditor *self, const char *rest_or_null, const char *string);
gboolean         maak_editor_try_parse (MaakEditor *self, const char *rest_or_null, const char *string);
MaakPlan        *maak_editor_get_plan (MaakEditor *self);
gboolean         maak_editor_is_editable (MaakEditor *self);
void             maak_editor_set_remarks (MaakEditor *self, const char *text_or_null);
void             maak_editor_name_control (MaakEditor *self, GtkWidget *control, const char *part_or_null);

G_END_DECLS
