/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-record.h"

G_BEGIN_DECLS

/* A member that the record's template does not know. */
typedef struct
{
  char     *name;
  JsonNode *node;
} MaakUnknownMember;

struct _MaakRecord
{
  GObject parent_instance;

  char *id;
  const MaakTemplate *template;
  char            *unknown_template; /* the id in the file where the template is known nowhere; else NULL */
  MaakValue      **values;           /* by the index of the field; NULL: empty */
  GArray          *unknown;          /* MaakUnknownMember, in the order of the file; or NULL */
  MaakRecord      *parent;           /* not owned: the list that it is in belongs to it */
  const MaakField *parent_field;
  guint            position; /* in that list */
  MaakPlan        *plan;     /* not owned; NULL while in no plan */
};

/* For the plan, which alone changes records that are in one. */
void            maak_record_set_value (MaakRecord *self, const MaakField *field, MaakValue *value);
void            maak_record_set_parent (MaakRecord *self, MaakRecord *parent, const MaakField *field, guint position);
void            maak_record_add_unknown (MaakRecord *self, const char *name, JsonNode *node);
MaakRecord     *maak_record_new_unknown (MaakLibrary *library, const char *template_id, const char *id);
MaakSensitivity maak_record_get_own_sensitivity (MaakRecord *self);
MaakRecord     *maak_record_copy_with_ids (MaakRecord *self, GHashTable *new_ids);
void            maak_record_collect_new_ids (MaakRecord *self, GHashTable *new_ids);

G_END_DECLS
