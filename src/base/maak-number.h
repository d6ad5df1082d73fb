/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"

#include <glib.h>

G_BEGIN_DECLS

/* Numbers are written and read in a named language, never in the machine's locale:
 * Dutch 1.234,5 and English 1,234.5. Minus is U+2212 in formatted text. */

/* Room for any double in its shortest form, with the closing NUL. */
#define MAAK_NUMBER_SIZE 32

const char *maak_number_to_shortest (double value, char buffer[static MAAK_NUMBER_SIZE]);
char       *maak_number_format (double value, int decimals, MaakLanguage language);
char       *maak_number_format_shortest (double value, MaakLanguage language);
char       *maak_number_format_integer (gint64 value, MaakLanguage language);
char       *maak_number_format_percent (double ratio, int decimals, MaakLanguage language);
gboolean    maak_number_parse (const char *string, MaakLanguage language, double *value);
gboolean    maak_number_parse_integer (const char *string, MaakLanguage language, gint64 *value);

/* Whole euros. */
char    *maak_money_format (gint64 euros, MaakLanguage language);
char    *maak_money_format_short (gint64 euros, MaakLanguage language);
gboolean maak_money_parse (const char *string, MaakLanguage language, gint64 *euros);

G_END_DECLS
