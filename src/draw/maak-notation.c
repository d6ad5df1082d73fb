/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw/maak-notation.h"

/**
 * maak_notation_get_mark:
 * @status: how sure a value is
 *
 * Returns: the sign that stands behind it; empty for a final value and for one that is not there
 */
const char *
maak_notation_get_mark (MaakStatus status)
{
  switch (status)
    {
    case MAAK_STATUS_PROVISIONAL:
      return "*";
    case MAAK_STATUS_UNVERIFIED:
      return "†";
    case MAAK_STATUS_ESTIMATED:
      return "‡";
    case MAAK_STATUS_OWN:
      return "§";
    case MAAK_STATUS_TARGET:
      return "¶";
    case MAAK_STATUS_FINAL:
    case MAAK_STATUS_MISSING:
    case MAAK_STATUS_SECRET:
    case MAAK_STATUS_NOT_APPLICABLE:
    default:
      return "";
    }
}

/**
 * maak_notation_dup_value:
 * @unit: what is counted
 * @value: how many
 * @status: how sure
 * @language: of the number
 *
 * Returns: (transfer full): the value as it stands in a picture, such as "21.436†"
 */
char *
maak_notation_dup_value (MaakUnit unit, double value, MaakStatus status, MaakLanguage language)
{
  g_autofree char *number = maak_unit_format_value (unit, value, language);

  return g_strconcat (number, maak_notation_get_mark (status), NULL);
}

/**
 * maak_notation_dup_meaning:
 * @status: a status that has a mark
 * @language: of the words
 *
 * Returns: (transfer full): what its mark means, such as "† niet gecontroleerd"
 */
char *
maak_notation_dup_meaning (MaakStatus status, MaakLanguage language)
{
  return g_strconcat (maak_notation_get_mark (status), " ", maak_status_get_label (status, language), NULL);
}
