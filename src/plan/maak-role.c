/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The table of roles: what each is called in a template, which field types may promise it, and the vocabulary that
 * the promise includes. data/templates/README.md says what each means. The table is in the order of MaakRole.
 *
 * The list is closed on purpose: a role is how C finds a field, so a template that names another is refused when it is
 * read, and not found wanting when it is used. */

#include "plan/maak-role-private.h"

#include "plan/maak-template.h"

#define BIT(type) (1u << MAAK_FIELD_##type)

typedef struct
{
  const char *name;
  guint       types;      /* bit set of MaakFieldType */
  const char *vocabulary; /* the one that the promise includes, or NULL */
} RoleRow;

static const RoleRow rows[MAAK_N_ROLES] = {
  [MAAK_ROLE_NONE] = { NULL, 0, NULL },
  [MAAK_ROLE_TITLE] = { "title", BIT (TEXT), NULL },
  [MAAK_ROLE_SUBTITLE] = { "subtitle", BIT (TEXT), NULL },
  [MAAK_ROLE_SUMMARY] = { "summary", BIT (TEXT), NULL },
  [MAAK_ROLE_OWNER] = { "owner", BIT (PARTY) | BIT (TEXT), NULL },
  [MAAK_ROLE_STATE] = { "state", BIT (CHOICE), NULL },
  [MAAK_ROLE_DEADLINE] = { "deadline", BIT (DATE), NULL },
  [MAAK_ROLE_SENSITIVITY] = { "sensitivity", BIT (CHOICE), "sensitivity" },
  [MAAK_ROLE_REGIONS] = { "regions", BIT (REGIONS), NULL },
  [MAAK_ROLE_PERIOD] = { "period", BIT (PERIOD), NULL },
  [MAAK_ROLE_DATE] = { "date", BIT (DATE), NULL },
  [MAAK_ROLE_LEAD_REGION] = { "lead-region", BIT (REGIONS), NULL },
  [MAAK_ROLE_PARTNER_REGIONS] = { "partner-regions", BIT (REGIONS), NULL },
  [MAAK_ROLE_LANGUAGES] = { "languages", BIT (CHOICES), "language" },
  [MAAK_ROLE_VERSION_NAME] = { "version-name", BIT (TEXT), NULL },
  [MAAK_ROLE_AUTHORS] = { "authors", BIT (TEXT), NULL },
  [MAAK_ROLE_PARTIES] = { "parties", BIT (LIST), NULL },
  [MAAK_ROLE_ATTACHMENTS] = { "attachments", BIT (LIST), NULL },
  [MAAK_ROLE_STRATEGY] = { "strategy", BIT (LIST), NULL },
  [MAAK_ROLE_CLUSTERS] = { "clusters", BIT (LIST), NULL },
  [MAAK_ROLE_PROPOSALS] = { "proposals", BIT (LIST), NULL },
  [MAAK_ROLE_ASKS] = { "asks", BIT (LIST), NULL },
  [MAAK_ROLE_OWN_TERMS] = { "own-terms", BIT (LIST), NULL },
  [MAAK_ROLE_EVIDENCE_LIST] = { "evidence-list", BIT (LIST), NULL },
  [MAAK_ROLE_SECTION_NOTES] = { "section-notes", BIT (LIST), NULL },
  [MAAK_ROLE_STAGE] = { "stage", BIT (CHOICE), NULL },
  [MAAK_ROLE_SUM_ASKED] = { "sum-asked", BIT (MONEY), NULL },
  [MAAK_ROLE_OWN_CONTRIBUTION] = { "own-contribution", BIT (MONEY), NULL },
  [MAAK_ROLE_BUDGET] = { "budget", BIT (LIST), NULL },
  [MAAK_ROLE_FUNDING] = { "funding", BIT (LIST), NULL },
  [MAAK_ROLE_AMOUNTS] = { "amounts", BIT (SERIES), NULL },
  [MAAK_ROLE_COMMITMENT] = { "commitment", BIT (CHOICE), "commitment" },
  [MAAK_ROLE_PARTY_KIND] = { "party-kind", BIT (CHOICE), NULL },
  [MAAK_ROLE_TERM_VOCABULARY] = { "term-vocabulary", BIT (TEXT), NULL },
  [MAAK_ROLE_TERM_CODE] = { "term-code", BIT (TEXT), NULL },
  [MAAK_ROLE_TERM_LABEL] = { "term-label", BIT (TEXT), NULL },
  [MAAK_ROLE_SECTION_OF] = { "section-of", BIT (REFS), NULL },
  [MAAK_ROLE_SECTION_ID] = { "section-id", BIT (TEXT), NULL },
  [MAAK_ROLE_CITATION] = { "citation", BIT (CITATION), NULL },
  [MAAK_ROLE_EXHIBIT_KIND] = { "exhibit-kind", BIT (CHOICE), "exhibit-kind" },
  [MAAK_ROLE_EXHIBIT_DATASET] = { "exhibit-dataset", BIT (TEXT), NULL },
  [MAAK_ROLE_EXHIBIT_METRIC] = { "exhibit-metric", BIT (TEXT), NULL },
  [MAAK_ROLE_EXHIBIT_STATISTIC_PERIOD] = { "exhibit-statistic-period", BIT (TEXT), NULL },
  [MAAK_ROLE_EXHIBIT_UNIT] = { "exhibit-unit", BIT (TEXT), NULL },
  [MAAK_ROLE_EXHIBIT_REGION] = { "exhibit-region", BIT (REGIONS), NULL },
  [MAAK_ROLE_EXHIBIT_CLASSES] = { "exhibit-classes", BIT (NUMBER), NULL },
  [MAAK_ROLE_EXHIBIT_METHOD] = { "exhibit-method", BIT (CHOICE), NULL },
  [MAAK_ROLE_EXHIBIT_ALTERNATIVE] = { "exhibit-alternative", BIT (TEXT), NULL },
  [MAAK_ROLE_EXHIBIT_SOURCE] = { "exhibit-source", BIT (TEXT), NULL },
  [MAAK_ROLE_EXHIBIT_VALUES] = { "exhibit-values", BIT (LIST), NULL },
  [MAAK_ROLE_VALUE_REGION] = { "value-region", BIT (REGIONS), NULL },
  [MAAK_ROLE_VALUE_PERIOD] = { "value-period", BIT (TEXT), NULL },
  [MAAK_ROLE_VALUE_NUMBER] = { "value-number", BIT (NUMBER), NULL },
  [MAAK_ROLE_VALUE_STATUS] = { "value-status", BIT (CHOICE), NULL },
  [MAAK_ROLE_QUADRANT] = { "quadrant", BIT (CHOICE), NULL },
  [MAAK_ROLE_CHAIN_STEP] = { "chain-step", BIT (CHOICE), NULL },
  [MAAK_ROLE_LIKELIHOOD] = { "likelihood", BIT (CHOICE), NULL },
  [MAAK_ROLE_IMPACT] = { "impact", BIT (CHOICE), NULL },
};

/**
 * maak_role_get_name:
 * Returns: (nullable): the name of @role as templates write it, static; NULL for MAAK_ROLE_NONE
 */
const char *
maak_role_get_name (MaakRole role)
{
  g_return_val_if_fail ((guint) role < MAAK_N_ROLES, NULL);

  return rows[role].name;
}

/**
 * maak_role_parse:
 * @name: a role's name as templates write it
 * @role: (out): the role
 *
 * Returns: FALSE when there is no such role
 */
gboolean
maak_role_parse (const char *name,
                 MaakRole   *role)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = MAAK_ROLE_NONE + 1; i < MAAK_N_ROLES; i++)
    {
      if (strcmp (rows[i].name, name) == 0)
        {
          *role = (MaakRole) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * maak_role_allows_type:
 * @type: a MaakFieldType
 *
 * Returns: whether a field of @type may promise @role
 */
gboolean
maak_role_allows_type (MaakRole role,
                       guint    type)
{
  g_return_val_if_fail ((guint) role < MAAK_N_ROLES, FALSE);

  return (rows[role].types & (1u << type)) != 0;
}

/**
 * maak_role_get_vocabulary:
 * Returns: (nullable): id of the vocabulary that a field of @role must have, static; NULL where any will do
 */
const char *
maak_role_get_vocabulary (MaakRole role)
{
  g_return_val_if_fail ((guint) role < MAAK_N_ROLES, NULL);

  return rows[role].vocabulary;
}
