/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The two languages in which a plan is written and printed. */
typedef enum
{
  MAAK_LANGUAGE_NL,
  MAAK_LANGUAGE_EN,
} MaakLanguage;

#define MAAK_N_LANGUAGES 2

#define MAAK_TYPE_LANGUAGE (maak_language_get_type ())
GType maak_language_get_type (void);

const char  *maak_language_get_code (MaakLanguage language);
gboolean     maak_language_parse (const char *code, MaakLanguage *language);
MaakLanguage maak_language_get_other (MaakLanguage language);
MaakLanguage maak_language_from_environment (void);

G_END_DECLS
