/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-expression.h"
#include "plan/maak-library.h"
#include "plan/maak-template.h"
#include "json/maak-json.h"

G_BEGIN_DECLS

/* Where a template stands: a file, and which of its `templates`. */
typedef struct
{
  char     *file; /* for errors; may be NULL: it came with a plan */
  guint     index;
  JsonNode *node;
  gboolean  shipped;
} MaakTemplateSource;

MaakTemplateSource *maak_template_source_new (const char *file, guint index, JsonNode *node, gboolean shipped);
void                maak_template_source_free (MaakTemplateSource *self);

/* A field while its library is made: what names other templates and rules is kept as written until all are there. */
typedef struct
{
  MaakField                 field; /* first: a MaakField is also one of these */
  char                     *id;
  char                     *of;
  char                     *when_source, *value_source, *years_source;
  JsonArray                *column_names;
  const MaakTemplateSource *source;
  char                     *path; /* of the declaration, or of the last that overrode it */
} MaakFieldDraft;

typedef struct
{
  MaakSection  section; /* first */
  char        *id;
  GPtrArray   *fields; /* const MaakField *, borrowed from the template; NULL-terminated for section.fields */
  MaakPageHint page;   /* section.page, once it is given */
} MaakSectionDraft;

typedef struct
{
  MaakCheck                 check; /* first */
  char                     *id;
  char                     *at;
  char                     *each_source, *when_source, *holds_source;
  char                     *message[MAAK_N_LANGUAGES];
  const MaakTemplateSource *source;
  char                     *path;
} MaakCheckDraft;

typedef enum
{
  MAAK_TEMPLATE_UNREAD,
  MAAK_TEMPLATE_BEING_READ, /* met again: extends goes round */
  MAAK_TEMPLATE_READ,
} MaakTemplateStage;

struct _MaakTemplate
{
  char               *id;
  MaakTemplateKind    kind;
  gboolean            is_abstract, report_break, report_omit, is_unknown;
  MaakTemplate       *base; /* borrowed from its library; may be NULL */
  MaakText           *label, *plural, *help;
  MaakSensitivity     sensitivity;
  MaakFund           *fund;
  GPtrArray          *sections; /* MaakSectionDraft *, owned */
  GPtrArray          *fields;   /* MaakFieldDraft *, owned; in the order of the sections */
  GPtrArray          *checks;   /* MaakCheckDraft *, owned */
  GHashTable         *by_id;    /* id or old id, its MaakField */
  const MaakField    *by_role[MAAK_N_ROLES];
  MaakTemplateSource *source; /* owned */
  MaakTemplateStage   stage;
};

MaakTemplate *maak_template_new (MaakTemplateSource *source_taken);
MaakTemplate *maak_template_new_unknown (void);
void          maak_template_free (MaakTemplate *self);

/* The passes over a library's templates, in this order. */
gboolean maak_template_read (MaakTemplate *self, MaakLibrary *library, GError **error);
gboolean maak_template_link (MaakTemplate *self, MaakLibrary *library, GError **error);
gboolean maak_template_compile (MaakTemplate *self, MaakLibrary *library, GError **error);
gboolean maak_template_check_circles (MaakTemplate *self, GError **error);

gboolean maak_template_fail (const MaakJsonPlace *place, MaakTemplateErrorCode code, MaakMessage *message_taken, GError **error);
gboolean maak_template_fail_at (const MaakTemplateSource *source, const char *path, MaakTemplateErrorCode code, MaakMessage *message_taken, GError **error);
void     maak_template_take_error (const char *file, MaakTemplateErrorCode code, const char *path, GError *cause_taken, GError **error);

/* Typed reading of what templates have everywhere. */
gboolean maak_template_read_id (const MaakJsonPlace *place, char **id, GError **error);
gboolean maak_template_read_string (const MaakJsonPlace *place, char **string, GError **error);
gboolean maak_template_read_count (const MaakJsonPlace *place, guint *count, GError **error);
gboolean maak_template_read_sensitivity (const MaakJsonPlace *place, MaakSensitivity *sensitivity, GError **error);
gboolean maak_template_read_severity (const MaakJsonPlace *place, MaakSeverity *severity, GError **error);
gboolean maak_template_read_report (const MaakJsonPlace *place, gboolean *omit, gboolean *page_break, GError **error);
gboolean maak_template_refuse_unknown (const MaakJsonPlace *place, const char *const *known, GError **error);
gboolean maak_template_fail_value (const MaakJsonPlace *place, const char *value, const char *allowed, GError **error);

MaakFund       *maak_fund_new_from_json (const MaakJsonPlace *place, GError **error);
MaakFund       *maak_fund_copy (const MaakFund *self);
void            maak_fund_free (MaakFund *self);
MaakFieldDraft *maak_field_draft_new (void);
MaakFieldDraft *maak_field_draft_copy (const MaakFieldDraft *draft);
void            maak_field_draft_free (gpointer data);
gboolean        maak_field_draft_read (MaakFieldDraft *draft, gboolean is_override, MaakLibrary *library, const MaakJsonPlace *place, GError **error);
gboolean        maak_field_draft_link (MaakFieldDraft *draft, MaakLibrary *library, GError **error);
gboolean        maak_field_draft_compile (MaakFieldDraft *draft, MaakLibrary *library, GError **error);
MaakExpression *maak_template_compile_rule (MaakLibrary *library, const MaakTemplate *self, const MaakExpressionType *it, const char *rule, const MaakTemplateSource *source, const char *path, const char *member, GError **error);

gboolean maak_section_read_page (MaakSectionDraft *section, const MaakJsonPlace *place, GError **error);
void     maak_section_copy_page (MaakSectionDraft *section, const MaakSectionDraft *from);
void     maak_section_clear_page (MaakSectionDraft *section);

MaakTemplate *maak_library_lookup_mutable (MaakLibrary *self, const char *template_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakTemplate, maak_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakFund, maak_fund_free)

G_END_DECLS
