/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-fund-line.h"

#include <glib/gi18n.h>

/**
 * maak_fund_line_dup:
 * @template: of a proposal
 * @language: of the interface
 *
 * Nothing may suggest that a closed fund is open, so its state comes first.
 *
 * Returns: (transfer full): what a proposal is for, in a line
 */
char *
maak_fund_line_dup (const MaakTemplate *template,
                    MaakLanguage language)
{
  const MaakFund  *fund = maak_template_get_fund (template);
  const char      *help = maak_text_get_best (maak_template_get_help (template), language);
  g_autofree char *date = NULL;
  const char      *state = NULL;

  if (fund == NULL)
    return g_strdup (help);
  if (fund->state_date.year != 0)
    date = maak_date_format (fund->state_date, language);
  if (fund->state == MAAK_FUND_CLOSED)
    state = _ ("Closed to applications");
  else if (fund->state == MAAK_FUND_OPEN)
    state = _ ("Open to applications");
  if (state == NULL)
    return g_strdup (help);
  /* Translators: the state of a fund and the date at which that was so, then what the fund is. */
  return date != NULL ? g_strdup_printf (_ ("%s (%s). %s"), state, date, help) : g_strdup_printf ("%s. %s", state, help);
}
