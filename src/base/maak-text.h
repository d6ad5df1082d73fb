/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* An immutable, reference-counted text in two languages; either may be empty, and at most one is out of date:
 * it was not looked at since the other was edited. */
typedef struct _MaakText MaakText;

#define MAAK_TYPE_TEXT (maak_text_get_type ())
GType maak_text_get_type (void);

MaakText   *maak_text_new (const char *nl, const char *en);
MaakText   *maak_text_new_outdated (const char *nl, const char *en, MaakLanguage outdated);
MaakText   *maak_text_new_one (MaakLanguage language, const char *string);
MaakText   *maak_text_ref (MaakText *self);
void        maak_text_unref (MaakText *self);
const char *maak_text_get (MaakText *self, MaakLanguage language);
const char *maak_text_get_best (MaakText *self, MaakLanguage language);
gboolean    maak_text_is_outdated (MaakText *self, MaakLanguage language);
gboolean    maak_text_is_empty (MaakText *self);
gboolean    maak_text_equal (MaakText *a, MaakText *b);
MaakText   *maak_text_with (MaakText *self, MaakLanguage language, const char *string);
MaakText   *maak_text_with_confirmed (MaakText *self, MaakLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakText, maak_text_unref)

G_END_DECLS
