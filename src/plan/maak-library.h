/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-regions.h"
#include "plan/maak-template.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MAAK_TEMPLATE_ERROR (maak_template_error_quark ())
GQuark maak_template_error_quark (void);

typedef enum
{
  MAAK_TEMPLATE_ERROR_UNKNOWN, /* type, role, vocabulary, template, field that is not there */
  MAAK_TEMPLATE_ERROR_CYCLE,   /* extends goes round */
  MAAK_TEMPLATE_ERROR_RULE,    /* an expression that cannot be read or typed */
  MAAK_TEMPLATE_ERROR_DUPLICATE,
  MAAK_TEMPLATE_ERROR_INVALID, /* wrong type, missing or unknown member, value that is not allowed */
} MaakTemplateErrorCode;

/* All templates and vocabularies that a plan may use: shipped, the user's own, embedded in the plan. Immutable once
 * made; a plan with embedded templates gets a library of its own on top of the shared one. */
#define MAAK_TYPE_LIBRARY (maak_library_get_type ())
G_DECLARE_FINAL_TYPE (MaakLibrary, maak_library, MAAK, LIBRARY, GObject)

/* folder: the user's templates, may be NULL or not exist. Bad files there are left out and reported in `problems`
 * (of GError, may be NULL). */
MaakLibrary          *maak_library_new (const char *folder, GPtrArray *problems, GError **error);
MaakLibrary          *maak_library_new_with_embedded (MaakLibrary *base, JsonArray *templates, GError **error);
MaakLibrary          *maak_library_new_from_json (const char *const *template_texts, const char *const *vocabulary_texts, GError **error);
const MaakTemplate   *maak_library_lookup (MaakLibrary *self, const char *template_id);
const MaakTemplate   *maak_library_get_plan_template (MaakLibrary *self);
guint                 maak_library_get_n_templates (MaakLibrary *self);
const MaakTemplate   *maak_library_get_template (MaakLibrary *self, guint index);
const MaakVocabulary *maak_library_lookup_vocabulary (MaakLibrary *self, const char *id);
guint                 maak_library_get_n_vocabularies (MaakLibrary *self);
const MaakVocabulary *maak_library_get_vocabulary (MaakLibrary *self, guint index);
const MaakPaper      *maak_library_lookup_paper (MaakLibrary *self, const char *id); /* where terms come from */
MaakRegionSet        *maak_library_get_regions (MaakLibrary *self);

G_END_DECLS
