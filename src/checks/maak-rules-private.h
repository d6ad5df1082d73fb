/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "checks/maak-finding.h"

G_BEGIN_DECLS

/* The smallest pieces that are checked: a field of a record by the rules of the engine, a check of the record's template. Findings
 * are without path; maak_finding_new_placed() gives it. */
void maak_rules_check_field (MaakPlan *plan, MaakRecord *record, const MaakField *field, GPtrArray *findings);
void maak_rules_check_fund (MaakPlan *plan, MaakRecord *record, GPtrArray *findings);
void maak_rules_run_check (MaakPlan *plan, MaakRecord *record, const MaakCheck *check, GPtrArray *findings);

gboolean   maak_field_applies (MaakPlan *plan, MaakRecord *record, const MaakField *field);
GPtrArray *maak_findings_sort (MaakPlan *plan, GPtrArray *findings_taken);

/* What a text rule is asked about. */
typedef struct
{
  MaakPlan        *plan;
  MaakRecord      *record;
  const MaakField *field;
  MaakText        *text;
  GPtrArray       *findings;
} MaakTextRule;

void maak_rules_check_text (const MaakTextRule *rule);
void maak_rules_check_citation (MaakRecord *record, const MaakField *field, MaakCitation *citation, GPtrArray *findings);
void maak_rules_add (GPtrArray *findings, MaakSeverity severity, const char *id, MaakRecord *record, const MaakField *field, MaakMessage *message_taken);

G_END_DECLS
