/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-fund.h"
#include "plan/maak-role.h"
#include "plan/maak-vocabulary.h"

G_BEGIN_DECLS

/* The closed set of field types. Each has one file in plan/types/, one editor, one block builder. */
typedef enum
{
  MAAK_FIELD_TEXT,
  MAAK_FIELD_NUMBER,
  MAAK_FIELD_MONEY,
  MAAK_FIELD_DATE,
  MAAK_FIELD_PERIOD,
  MAAK_FIELD_CHOICE,
  MAAK_FIELD_CHOICES,
  MAAK_FIELD_REGIONS,
  MAAK_FIELD_PARTY,
  MAAK_FIELD_REFS,
  MAAK_FIELD_LIST,
  MAAK_FIELD_SERIES,
  MAAK_FIELD_CITATION,
  MAAK_FIELD_FILE,
} MaakFieldType;

#define MAAK_N_FIELD_TYPES (MAAK_FIELD_FILE + 1)

typedef enum
{
  MAAK_PRESENT_ROWS,      /* a table, one row a record */
  MAAK_PRESENT_CARDS,     /* one block (sub-section) a record */
  MAAK_PRESENT_QUADRANTS, /* four quarters by the field of role quadrant */
  MAAK_PRESENT_TIMELINE,  /* by the field of role date */
  MAAK_PRESENT_BOARD,     /* columns by the field of role commitment or state */
  MAAK_PRESENT_GRID,      /* likelihood by impact */
  MAAK_PRESENT_CHAIN,     /* steps by the field of role chain-step, in vocabulary order */
  MAAK_PRESENT_SHEET,     /* a table with years as columns and totals */
  MAAK_PRESENT_EXHIBITS,  /* illustrations */
} MaakPresentation;

typedef enum
{
  MAAK_SENSITIVITY_PUBLIC,
  MAAK_SENSITIVITY_INTERNAL,
  MAAK_SENSITIVITY_CONFIDENTIAL,
} MaakSensitivity;

typedef enum
{
  MAAK_KIND_PLAN,     /* the root record; one template */
  MAAK_KIND_PROPOSAL, /* offered where proposals are added */
  MAAK_KIND_PART,     /* everything that lives inside another record */
} MaakTemplateKind;

typedef struct _MaakTemplate   MaakTemplate;
typedef struct _MaakSection    MaakSection;
typedef struct _MaakField      MaakField;
typedef struct _MaakCheck      MaakCheck;
typedef struct _MaakExpression MaakExpression;
typedef struct _MaakWording    MaakWording; /* plan/maak-wording.h */

/* Everything below is immutable once the library that holds it is loaded, and owned by that library. Strings and
 * texts are never NULL unless it says so. */

struct _MaakField
{
  const char         *id;
  MaakFieldType       type;
  MaakRole            role;
  MaakText           *label;
  MaakText           *help;  /* may be empty */
  const MaakTemplate *owner; /* the template whose record has it (not the ancestor it came from) */
  const MaakSection  *section;
  guint               index; /* position in a record's values */
  const char *const  *was;   /* old ids, NULL-terminated; may be NULL */
  MaakSensitivity     sensitivity;
  gboolean            required;
  gboolean            hidden_in_report;
  MaakExpression     *when;  /* applies only when true; may be NULL */
  MaakExpression     *value; /* computed, never stored; may be NULL */
  /* text */
  gboolean prose;
  gboolean one_language;              /* one string, not two: names, case numbers */
  guint    max_words, max_characters; /* 0: no limit */
  /* number, money, series */
  gboolean        has_min, has_max;
  double          min, max;
  guint           decimals;
  MaakText       *unit;     /* may be NULL */
  gboolean        is_money; /* series: values are whole euros */
  MaakExpression *years;    /* series: the years allowed; may be NULL */
  /* choice, choices */
  const MaakVocabulary *vocabulary;
  gboolean              own_terms; /* terms of one's own may be used */
  /* regions */
  guint levels;    /* bit set of MaakLevel */
  guint max_count; /* regions, choices, refs, list; 0: no limit */
  guint min_count;
  /* party, refs, list */
  const MaakTemplate     *of;           /* this template and all that extend it; NULL (refs only): any record */
  gboolean                of_proposals; /* `of` is the template "proposal" */
  MaakPresentation        present;
  const MaakField *const *columns; /* list: which fields of `of` a table shows, NULL-terminated; may be NULL: all short ones */
};

/* The groups in which the pages of the window stand: the order of the work. */
typedef enum
{
  MAAK_PAGE_GROUP_EXPLORE,
  MAAK_PAGE_GROUP_WRITE,
  MAAK_PAGE_GROUP_TOGETHER,
  MAAK_PAGE_GROUP_FINISH,
} MaakPageGroup;

#define MAAK_N_PAGE_GROUPS 4

/* What begins a page of the window. */
typedef struct
{
  MaakPageGroup group;
  MaakText     *label; /* NULL: that of the section */
  char         *icon;  /* name of a symbolic icon; NULL: the general one */
} MaakPageHint;

struct _MaakSection
{
  const char             *id;
  MaakText               *label;
  MaakText               *help;
  const MaakTemplate     *owner;
  guint                   n_fields;
  const MaakField *const *fields;
  gboolean                hidden_in_report;
  const MaakPageHint     *page; /* this section begins a page; NULL: it stands on the page of the section before it */
};

struct _MaakCheck
{
  const char         *id;
  MaakSeverity        severity;
  const MaakTemplate *owner;
  const MaakField    *at;   /* where to jump; may be NULL: the record */
  MaakExpression     *each; /* evaluated for each element, as $it; may be NULL */
  MaakExpression     *when; /* may be NULL: always */
  MaakExpression     *holds;
  const char         *message[MAAK_N_LANGUAGES]; /* with {expressions}, as written */
  MaakWording        *wording[MAAK_N_LANGUAGES]; /* the same, typed: maak_wording_new() with the element type of `each` */
};

const char         *maak_template_get_id (const MaakTemplate *self);
MaakTemplateKind    maak_template_get_kind (const MaakTemplate *self);
gboolean            maak_template_is_abstract (const MaakTemplate *self);
MaakText           *maak_template_get_label (const MaakTemplate *self);
MaakText           *maak_template_get_plural (const MaakTemplate *self);
MaakText           *maak_template_get_help (const MaakTemplate *self);
const MaakTemplate *maak_template_get_base (const MaakTemplate *self);
gboolean            maak_template_is_a (const MaakTemplate *self, const MaakTemplate *base);
gboolean            maak_template_is_shipped (const MaakTemplate *self);
MaakSensitivity     maak_template_get_sensitivity (const MaakTemplate *self);
guint               maak_template_get_n_sections (const MaakTemplate *self);
const MaakSection  *maak_template_get_section (const MaakTemplate *self, guint index);
guint               maak_template_get_n_fields (const MaakTemplate *self);
const MaakField    *maak_template_get_field (const MaakTemplate *self, guint index);
const MaakField    *maak_template_lookup_field (const MaakTemplate *self, const char *id_or_old_id);
const MaakField    *maak_template_lookup_role (const MaakTemplate *self, MaakRole role);
guint               maak_template_get_n_checks (const MaakTemplate *self);
const MaakCheck    *maak_template_get_check (const MaakTemplate *self, guint index);
gboolean            maak_template_get_report_break (const MaakTemplate *self); /* each record begins on a new page */
gboolean            maak_template_get_report_omit (const MaakTemplate *self);  /* its records are not printed */
const MaakFund     *maak_template_get_fund (const MaakTemplate *self);         /* NULL: says nothing of a fund */
gboolean            maak_template_is_unknown (const MaakTemplate *self);       /* the generic one, without fields */
JsonNode           *maak_template_get_json (const MaakTemplate *self);         /* as read, for embedding */

const char *maak_field_type_get_name (MaakFieldType type);
const char *maak_presentation_get_name (MaakPresentation present);
const char *maak_sensitivity_get_code (MaakSensitivity sensitivity);
gboolean    maak_sensitivity_parse (const char *code, MaakSensitivity *sensitivity);
const char *maak_severity_get_code (MaakSeverity severity);
const char *maak_page_group_get_code (MaakPageGroup group);

G_END_DECLS
