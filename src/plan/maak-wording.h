/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-expression.h"

G_BEGIN_DECLS

/* A sentence of a template in one language, with {expressions}, which are typed when it is made; `{{` is a brace. A
 * check's message has one a language. */
MaakWording    *maak_wording_new (MaakLibrary *library, const MaakTemplate *template, const MaakExpressionType *it_or_null, const char *source, GError **error);
void            maak_wording_free (MaakWording *self);
char           *maak_wording_dup_string (MaakWording *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it_or_null, MaakLanguage language);
const MaakRead *maak_wording_get_reads (MaakWording *self, guint *n);
gboolean        maak_wording_names_any_record (MaakWording *self); /* whose title get_reads cannot tell */

G_END_DECLS
