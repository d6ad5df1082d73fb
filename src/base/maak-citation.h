/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-date.h"
#include "base/maak-text.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How sure a value is. Missing is never zero. */
typedef enum
{
  MAAK_STATUS_FINAL,
  MAAK_STATUS_PROVISIONAL,
  MAAK_STATUS_UNVERIFIED,
  MAAK_STATUS_ESTIMATED,
  MAAK_STATUS_OWN,
  MAAK_STATUS_TARGET,
  MAAK_STATUS_MISSING,
  MAAK_STATUS_SECRET,
  MAAK_STATUS_NOT_APPLICABLE,
} MaakStatus;

#define MAAK_N_STATUSES 9

const char *maak_status_get_code (MaakStatus status);
gboolean    maak_status_parse (const char *code, MaakStatus *status);
gboolean    maak_status_has_value (MaakStatus status);
MaakStatus  maak_status_weakest (MaakStatus a, MaakStatus b);
const char *maak_status_get_label (MaakStatus status, MaakLanguage language);

/* What a value is counted in; says how it is written. */
typedef enum
{
  MAAK_UNIT_NUMBER,   /* plain */
  MAAK_UNIT_MLN_EURO, /* millions of euro */
  MAAK_UNIT_EURO,     /* euro */
  MAAK_UNIT_PERSONS,
  MAAK_UNIT_JOBS,
  MAAK_UNIT_PERCENT, /* value 12.3 means 12.3 % */
  MAAK_UNIT_RATIO,   /* value 0.123 is written as 12.3 % */
  MAAK_UNIT_LQ,      /* 1 = as the nation; two decimals */
  MAAK_UNIT_INDEX,   /* 100 = the yardstick */
} MaakUnit;

#define MAAK_N_UNITS 9

const char *maak_unit_get_code (MaakUnit unit);
gboolean    maak_unit_parse (const char *code, MaakUnit *unit);
const char *maak_unit_get_label (MaakUnit unit, MaakLanguage language);
char       *maak_unit_format_value (MaakUnit unit, double value, MaakLanguage language);
char       *maak_unit_format_with_unit (MaakUnit unit, double value, MaakLanguage language);

typedef enum
{
  MAAK_CITATION_FIGURE,       /* a value of a dataset, or computed from datasets */
  MAAK_CITATION_DOCUMENT,     /* title, author, year, page, url */
  MAAK_CITATION_DECISION,     /* body, date, number */
  MAAK_CITATION_CONVERSATION, /* with whom, date; never public */
} MaakCitationKind;

/* A value or statement with where it comes from. Immutable, reference-counted; unset strings are NULL. Made from a
 * MaakCitationParts, whose strings are copied. */
typedef struct
{
  MaakCitationKind kind;
  const char      *dataset; /* figure: dataset id */
  const char      *metric;  /* figure: metric id; NULL for the dataset's own value */
  const char      *region;  /* figure: region code */
  MaakPeriod       period;  /* figure: what period the value is of */
  double           value;   /* figure */
  MaakUnit         unit;    /* figure */
  MaakStatus       status;  /* figure */
  MaakText        *title;   /* figure: what it is; document: its title; decision: what was decided; conversation: about what */
  MaakText        *source;  /* figure: publisher and table, as printed */
  const char      *author;  /* document: author or publisher; decision: the body; conversation: with whom */
  const char      *number;  /* document: page(s); decision: case number */
  const char      *url;     /* document, decision */
  MaakDate         date;    /* decision, conversation */
  int              year;    /* document: year of publication, 0 unknown */
} MaakCitationParts;

typedef struct _MaakCitation MaakCitation;

#define MAAK_TYPE_CITATION (maak_citation_get_type ())
GType maak_citation_get_type (void);

MaakCitation            *maak_citation_new (const MaakCitationParts *parts);
MaakCitation            *maak_citation_ref (MaakCitation *self);
void                     maak_citation_unref (MaakCitation *self);
const MaakCitationParts *maak_citation_get (MaakCitation *self);
gboolean                 maak_citation_equal (MaakCitation *a, MaakCitation *b);
char                    *maak_citation_dup_value (MaakCitation *self, MaakLanguage language);
char                    *maak_citation_dup_source_line (MaakCitation *self, MaakLanguage language);
char                    *maak_citation_dup_origin (MaakCitation *self, MaakLanguage language);
const char              *maak_citation_kind_get_code (MaakCitationKind kind);
gboolean                 maak_citation_kind_parse (const char *code, MaakCitationKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakCitation, maak_citation_unref)

G_END_DECLS
