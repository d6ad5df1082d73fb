/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a field means to the program. C asks for a field by its role, never by its id; data/templates/README.md
 * says what each role promises. The list is closed: a template that names another is refused. */
typedef enum
{
  MAAK_ROLE_NONE,
  /* any record */
  MAAK_ROLE_TITLE,
  MAAK_ROLE_SUMMARY,
  MAAK_ROLE_OWNER,
  MAAK_ROLE_STATE,
  MAAK_ROLE_DEADLINE,
  MAAK_ROLE_SENSITIVITY,
  MAAK_ROLE_REGIONS,
  MAAK_ROLE_PERIOD,
  MAAK_ROLE_DATE,
  /* the plan */
  MAAK_ROLE_LEAD_REGION,
  MAAK_ROLE_PARTNER_REGIONS,
  MAAK_ROLE_LANGUAGES,
  MAAK_ROLE_VERSION_NAME,
  MAAK_ROLE_AUTHORS,
  MAAK_ROLE_PARTIES,
  MAAK_ROLE_ATTACHMENTS,
  MAAK_ROLE_STRATEGY,
  MAAK_ROLE_CLUSTERS,
  MAAK_ROLE_PROPOSALS,
  MAAK_ROLE_ASKS,
  MAAK_ROLE_OWN_TERMS,
  MAAK_ROLE_EVIDENCE_LIST,
  /* a proposal */
  MAAK_ROLE_STAGE,
  MAAK_ROLE_SUM_ASKED,
  MAAK_ROLE_OWN_CONTRIBUTION,
  MAAK_ROLE_BUDGET,
  MAAK_ROLE_FUNDING,
  /* a budget or funding line */
  MAAK_ROLE_AMOUNTS,
  MAAK_ROLE_COMMITMENT,
  /* a party */
  MAAK_ROLE_PARTY_KIND,
  /* an own term */
  MAAK_ROLE_TERM_VOCABULARY,
  MAAK_ROLE_TERM_CODE,
  MAAK_ROLE_TERM_LABEL,
  /* evidence */
  MAAK_ROLE_CITATION,
  /* an exhibit */
  MAAK_ROLE_EXHIBIT_KIND,
  MAAK_ROLE_EXHIBIT_DATASET,
  MAAK_ROLE_EXHIBIT_METRIC,
  MAAK_ROLE_EXHIBIT_STATISTIC_PERIOD,
  MAAK_ROLE_EXHIBIT_REGION,
  MAAK_ROLE_EXHIBIT_CLASSES,
  MAAK_ROLE_EXHIBIT_METHOD,
  MAAK_ROLE_EXHIBIT_ALTERNATIVE,
  MAAK_ROLE_EXHIBIT_SOURCE,
  MAAK_ROLE_EXHIBIT_VALUES,
  MAAK_ROLE_VALUE_REGION,
  MAAK_ROLE_VALUE_PERIOD,
  MAAK_ROLE_VALUE_NUMBER,
  MAAK_ROLE_VALUE_STATUS,
  /* positions on a presentation */
  MAAK_ROLE_QUADRANT,
  MAAK_ROLE_CHAIN_STEP,
  MAAK_ROLE_LIKELIHOOD,
  MAAK_ROLE_IMPACT,
} MaakRole;

#define MAAK_N_ROLES (MAAK_ROLE_IMPACT + 1)

const char *maak_role_get_name (MaakRole role);
gboolean    maak_role_parse (const char *name, MaakRole *role);

G_END_DECLS
