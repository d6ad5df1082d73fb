/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "checks/maak-checker.h"
#include "store/maak-plan-file.h"

G_BEGIN_DECLS

/* An open plan: the plan, the file it stands in, and what its checks say. */
#define MAAK_TYPE_DOCUMENT (maak_document_get_type ())
G_DECLARE_FINAL_TYPE (MaakDocument, maak_document, MAAK, DOCUMENT, GObject)

MaakDocument *maak_document_new (MaakLibrary *library, MaakRecord *root_taken);
gboolean      maak_document_open (const char *path, MaakLibrary *library, MaakDocument **document, GError **error);

MaakPlan     *maak_document_get_plan (MaakDocument *self);
MaakPlanFile *maak_document_get_file (MaakDocument *self);
MaakChecker  *maak_document_get_checker (MaakDocument *self);
const char   *maak_document_get_path (MaakDocument *self); /* NULL: never named */
char         *maak_document_dup_title (MaakDocument *self, MaakLanguage language);
gboolean      maak_document_save (MaakDocument *self, const char *path_or_null, GError **error);
gboolean      maak_document_undo (MaakDocument *self);
gboolean      maak_document_redo (MaakDocument *self);

/* Which language of texts is edited, and whether both stand side by side. */
MaakLanguage maak_document_get_writing_language (MaakDocument *self);
void         maak_document_set_writing_language (MaakDocument *self, MaakLanguage language);
gboolean     maak_document_get_side_by_side (MaakDocument *self);
void         maak_document_set_side_by_side (MaakDocument *self, gboolean side_by_side);

/* Findings, a moment after the last edit; signal "findings-changed" tells. */
GPtrArray *maak_document_get_findings (MaakDocument *self);                                                          /* of MaakFinding */
GPtrArray *maak_document_list_findings_for (MaakDocument *self, MaakRecord *record, const MaakField *field_or_null); /* of MaakFinding, owned by the caller; may be empty */

G_END_DECLS
