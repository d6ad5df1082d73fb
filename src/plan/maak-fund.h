/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-date.h"
#include "base/maak-text.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MAAK_FUND_UNSAID,
  MAAK_FUND_OPEN,
  MAAK_FUND_CLOSED, /* to applications */
  MAAK_FUND_OWN,    /* of the province itself */
} MaakFundState;

/* How bad a finding is, the worst first. */
typedef enum
{
  MAAK_SEVERITY_BLOCK, /* may not be submitted like this */
  MAAK_SEVERITY_PROBLEM,
  MAAK_SEVERITY_ADVICE,
} MaakSeverity;

/* What must be handed in beside the text. */
typedef struct
{
  const char  *id; /* a code of the vocabulary attachment-kind */
  MaakText    *label;
  MaakSeverity severity; /* of its absence */
} MaakEnclosure;

/* A field of the fund's portal and how much goes into it. */
typedef struct
{
  const char *field;      /* id of a field of the template */
  guint       characters; /* 0: no limit */
} MaakPortalField;

/* What a template says of the fund it is for. Immutable, owned by the template. What it does not say is NULL or 0. */
typedef struct
{
  MaakText              *name; /* may be NULL */
  MaakFundState          state;
  MaakDate               state_date; /* when the state was looked up or took effect */
  MaakText              *state_note; /* may be NULL */
  gboolean               has_minimum, has_maximum;
  gint64                 minimum, maximum; /* whole euros that may be asked */
  guint                  pages;
  guint                  n_languages;
  MaakLanguage           languages[MAAK_N_LANGUAGES]; /* that must be handed in */
  double                 rate;                        /* largest part of the costs that it pays, 0 to 1 */
  guint                  n_enclosures;
  const MaakEnclosure   *enclosures;
  guint                  n_portal_fields;
  const MaakPortalField *portal_fields;
} MaakFund;

const char *maak_fund_state_get_code (MaakFundState state);

G_END_DECLS
