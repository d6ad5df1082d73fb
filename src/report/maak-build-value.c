/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Values of fields as texts: one maker per field type, chosen by a switch that the compiler holds complete. A text that is
 * missing in the document's language is printed in the other, and says so. What refers to evidence ends in the number of
 * its source. */
#include "report/maak-builder.h"

#include "base/maak-number.h"
#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"
#include "report/maak-prose-blocks.h"

#include <string.h>

/**
 * maak_builder_word:
 * @self: a builder
 * @phrase: a phrase without placeholders
 *
 * Returns: (transfer none): it, in the language of the document
 */
const char *
maak_builder_word (MaakBuilder *self, MaakPhrase phrase)
{
  return maak_phrase_get (phrase, self->language);
}

/**
 * maak_builder_dup_text:
 * @self: a builder
 * @text: (nullable): a text
 * @other_language: (out) (nullable): whether it had to be taken from the other language
 *
 * Returns: (transfer full) (nullable): the text in the language of the document, else in the other; NULL: empty
 */
char *
maak_builder_dup_text (MaakBuilder *self, MaakText *text, gboolean *other_language)
{
  const char *own = text != NULL ? maak_text_get (text, self->language) : NULL;

  if (other_language != NULL)
    *other_language = FALSE;
  if (own != NULL && *own != '\0')
    return g_strdup (own);
  if (text == NULL || maak_text_is_empty (text))
    return NULL;
  if (other_language != NULL)
    *other_language = TRUE;
  return g_strdup (maak_text_get_best (text, self->language));
}

/**
 * maak_builder_dup_label:
 * @self: a builder
 * @field: a field
 *
 * Returns: (transfer full): its label in the language of the document
 */
char *
maak_builder_dup_label (MaakBuilder *self, const MaakField *field)
{
  return g_strdup (maak_text_get_best (field->label, self->language));
}

/**
 * maak_builder_dup_term:
 * @self: a builder
 * @record: a record
 * @role: of a field of type choice
 *
 * Returns: (transfer full) (nullable): the label of the term that was chosen; NULL: none, or no such field
 */
char *
maak_builder_dup_term (MaakBuilder *self, MaakRecord *record, MaakRole role)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (record), role);
  MaakValue       *value = maak_record_get_role (record, role);

  if (field == NULL || value == NULL || field->type != MAAK_FIELD_CHOICE)
    return NULL;
  return maak_plan_dup_term_label (self->plan, field->vocabulary, maak_value_get_code (value), self->language);
}

/**
 * maak_builder_shows_field:
 * @self: a builder
 * @record: a record
 * @field: one of its fields
 *
 * Returns: whether the field is printed where it is not empty
 */
gboolean
maak_builder_shows_field (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  if (field->role == MAAK_ROLE_SENSITIVITY)
    return self->working;
  if (!self->working && (field->hidden_in_report || field->section->hidden_in_report))
    return FALSE;
  return field->when == NULL || maak_expression_is_true (field->when, self->plan, record, NULL);
}

/**
 * maak_builder_is_unsigned:
 * @self: a builder
 * @record: a line with a commitment, or any record
 *
 * Returns: whether it has a commitment (or the field for one) that nobody signed: one before "letter of intent"
 */
gboolean
maak_builder_is_unsigned (MaakBuilder *self, MaakRecord *record)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_COMMITMENT);
  MaakValue       *value = maak_record_get_role (record, MAAK_ROLE_COMMITMENT);

  if (field == NULL || field->vocabulary == NULL)
    return FALSE;
  for (guint i = 0; value != NULL && i < maak_vocabulary_get_n_terms ((MaakVocabulary *) field->vocabulary); i++)
    {
      const MaakTerm *term = maak_vocabulary_get_term ((MaakVocabulary *) field->vocabulary, i);

      if (strcmp (term->code, "letter-of-intent") == 0)
        return FALSE;
      if (strcmp (term->code, maak_value_get_code (value)) == 0)
        return TRUE;
    }
  return value == NULL;
}

/**
 * maak_builder_get_records:
 * @record: a record
 * @list: its field of type list
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the records in the list
 */
MaakRecord *const *
maak_builder_get_records (MaakRecord *record, const MaakField *list, guint *n)
{
  MaakValue *value = maak_record_get (record, list);

  *n = 0;
  return value != NULL ? maak_value_get_records (value, n) : NULL;
}

/**
 * maak_builder_append_source:
 * @self: a builder
 * @runs: a text
 * @evidence: a record with a citation
 *
 * Appends "[n]", a link to the list of sources, where the record gets its number when it is cited first.
 */
void
maak_builder_append_source (MaakBuilder *self, MaakRuns *runs, MaakRecord *evidence)
{
  guint            number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, evidence));
  g_autofree char *mark = NULL, *link = NULL;

  if (number == 0)
    {
      g_ptr_array_add (self->sources, evidence);
      number = self->sources->len;
      g_hash_table_insert (self->numbers, evidence, GUINT_TO_POINTER (number));
    }
  mark = g_strdup_printf ("\u00a0[%u]", number);
  link = g_strdup_printf ("#source-%u", number);
  maak_runs_append_link (runs, mark, MAAK_RUN_SMALL | MAAK_RUN_ACCENT, link);
}

static MaakCitation *
get_citation (MaakRecord *record)
{
  MaakValue *value = maak_record_get_role (record, MAAK_ROLE_CITATION);

  return value != NULL ? maak_value_get_citation (value) : NULL;
}

/* A status that a reader must know of stands beside the value. */
static void
append_figure (MaakBuilder *self, MaakRuns *runs, MaakCitation *citation, guint flags)
{
  g_autofree char         *value = maak_citation_dup_value (citation, self->language);
  const MaakCitationParts *parts = maak_citation_get (citation);

  maak_runs_append (runs, value, flags);
  if (parts->status != MAAK_STATUS_FINAL && maak_status_has_value (parts->status))
    {
      g_autofree char *status = g_strdup_printf (" (%s)", maak_status_get_label (parts->status, self->language));

      maak_runs_append (runs, status, flags);
    }
}

/* The emphasis of a link's words, when they have one all through. */
static guint
get_common_flags (const MaakRuns *words)
{
  const MaakSpan *span = words->spans->len == 1 ? &g_array_index (words->spans, MaakSpan, 0) : NULL;

  return span != NULL && span->end - span->start == words->text->len ? span->flags : 0;
}

/* [words](maak:ID): a figure prints its value, anything else the words; both lead on. */
static void
append_reference (MaakBuilder *self, MaakRuns *runs, const char *id, const MaakRuns *words)
{
  guint            flags = get_common_flags (words);
  MaakRecord      *record = maak_plan_lookup (self->plan, id);
  MaakCitation    *citation = record != NULL ? get_citation (record) : NULL;
  g_autofree char *link = g_strconcat ("#", id, NULL);

  if (record == NULL)
    maak_runs_append_runs (runs, words, 0);
  else if (citation == NULL)
    maak_runs_append_link (runs, words->text->str, flags, link);
  else
    {
      if (maak_citation_get (citation)->kind == MAAK_CITATION_FIGURE)
        append_figure (self, runs, citation, flags);
      else
        maak_runs_append_runs (runs, words, 0);
      maak_builder_append_source (self, runs, record);
    }
}

static void
link_cb (MaakRuns *runs, const char *target, const MaakRuns *words, gpointer data)
{
  if (g_str_has_prefix (target, "maak:"))
    append_reference (data, runs, target + strlen ("maak:"), words);
  else if (g_str_has_prefix (target, "https://") || g_str_has_prefix (target, "http://") || g_str_has_prefix (target, "mailto:"))
    maak_runs_append_link (runs, words->text->str, get_common_flags (words), target);
  else
    maak_runs_append_runs (runs, words, 0);
}

static const char *
get_other_language_note (MaakBuilder *self)
{
  return maak_builder_word (self, MAAK_PHRASE_REPORT_OTHER_LANGUAGE);
}

/**
 * maak_builder_make_prose:
 * @self: a builder
 * @text: (nullable): prose
 * @style: of its paragraphs
 *
 * Returns: (transfer full): paragraphs and lists; an empty group where there is no text
 */
MaakBlock *
maak_builder_make_prose (MaakBuilder *self, MaakText *text, MaakStyle style)
{
  gboolean         other;
  g_autofree char *words = maak_builder_dup_text (self, text, &other);
  MaakBlock       *prose = maak_prose_make_blocks (words != NULL ? words : "", style, link_cb, self);

  if (other)
    {
      MaakRuns *note = maak_runs_new (NULL);

      maak_runs_append (note, get_other_language_note (self), MAAK_RUN_ITALIC);
      maak_block_append (prose, maak_block_new_paragraph (MAAK_STYLE_SMALL, note));
    }
  return prose;
}

static MaakRuns *
make_text (MaakBuilder *self, const MaakField *field, MaakText *text)
{
  gboolean         other;
  g_autofree char *words = NULL;
  MaakRuns        *runs;

  if (field->prose)
    {
      g_autoptr (MaakBlock) prose = maak_builder_make_prose (self, text, MAAK_STYLE_BODY);

      return maak_prose_flatten (prose);
    }
  words = maak_builder_dup_text (self, text, &other);
  runs = maak_runs_new (words);
  if (other && !field->one_language)
    {
      maak_runs_append (runs, " ", 0);
      maak_runs_append (runs, get_other_language_note (self), MAAK_RUN_ITALIC | MAAK_RUN_MUTED);
    }
  return runs;
}

static MaakRuns *
make_summary (MaakBuilder *self, const MaakField *field, MaakValue *value)
{
  g_autofree char *words = maak_field_value_dup_summary (self->plan, field, value, self->language);

  return maak_runs_new (words);
}

/**
 * maak_builder_make_title:
 * @self: a builder
 * @record: a record
 *
 * Returns: (transfer full): its title, which leads to where it is printed; of evidence what it says, and its source
 */
MaakRuns *
maak_builder_make_title (MaakBuilder *self, MaakRecord *record)
{
  MaakRuns        *runs = maak_runs_new (NULL);
  MaakCitation    *citation = get_citation (record);
  g_autofree char *title = maak_record_dup_title (record, self->language);
  g_autofree char *link = g_strconcat ("#", maak_record_get_id (record), NULL);

  if (citation == NULL)
    {
      maak_runs_append_link (runs, title, 0, link);
      return runs;
    }
  if (maak_citation_get (citation)->kind == MAAK_CITATION_FIGURE)
    {
      maak_runs_append (runs, title, 0);
      maak_runs_append (runs, ": ", 0);
      append_figure (self, runs, citation, MAAK_RUN_BOLD);
    }
  else
    maak_runs_append (runs, title, 0);
  maak_builder_append_source (self, runs, record);
  return runs;
}

/**
 * maak_builder_make_key_figure:
 * @self: a builder
 * @evidence: a record with a citation of a figure
 *
 * Returns: (transfer full): the value, large, and under it what it is, how sure, and its source
 */
MaakRuns *
maak_builder_make_key_figure (MaakBuilder *self, MaakRecord *evidence)
{
  MaakRuns                *runs = maak_runs_new (NULL);
  MaakCitation            *citation = get_citation (evidence);
  const MaakCitationParts *parts = maak_citation_get (citation);
  g_autofree char         *value = maak_citation_dup_value (citation, self->language);
  g_autofree char         *title = maak_record_dup_title (evidence, self->language);

  maak_runs_append (runs, value, MAAK_RUN_LARGE | MAAK_RUN_BOLD | MAAK_RUN_ACCENT);
  maak_runs_append (runs, "\n", 0);
  maak_runs_append (runs, title, 0);
  if (parts->status != MAAK_STATUS_FINAL && maak_status_has_value (parts->status))
    {
      g_autofree char *status = g_strdup_printf (" (%s)", maak_status_get_label (parts->status, self->language));

      maak_runs_append (runs, status, MAAK_RUN_MUTED);
    }
  maak_builder_append_source (self, runs, evidence);
  return runs;
}

static MaakRuns *
make_references (MaakBuilder *self, MaakValue *value)
{
  MaakRuns          *runs = maak_runs_new (NULL);
  guint              n;
  const char *const *ids = maak_value_get_ids (value, &n);

  for (guint i = 0; i < n; i++)
    {
      MaakRecord *record = maak_plan_lookup (self->plan, ids[i]);

      if (record == NULL)
        continue;
      if (runs->text->len > 0)
        maak_runs_append (runs, "; ", 0);
      g_autoptr (MaakRuns) title = maak_builder_make_title (self, record);
      maak_runs_append_runs (runs, title, 0);
    }
  return runs;
}

static MaakRuns *
make_series (MaakBuilder *self, const MaakField *field, MaakValue *value)
{
  MaakRuns              *runs = maak_runs_new (NULL);
  gboolean               is_money;
  guint                  n;
  const MaakSeriesPoint *points = maak_value_get_points (value, &n, &is_money);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *amount = is_money ? maak_money_format (points[i].integer, self->language) : maak_number_format_shortest (points[i].number, self->language);
      g_autofree char *entry = g_strdup_printf ("%s%d: %s", i > 0 ? "; " : "", points[i].year, amount);

      maak_runs_append (runs, entry, 0);
    }
  return runs;
}

/* The citation itself, where its record is printed: value or words, and the source. */
static MaakRuns *
make_citation (MaakBuilder *self, MaakRecord *record, MaakCitation *citation)
{
  MaakRuns        *runs = maak_runs_new (NULL);
  g_autofree char *line = maak_citation_dup_source_line (citation, self->language);

  if (maak_citation_get (citation)->kind == MAAK_CITATION_FIGURE)
    {
      append_figure (self, runs, citation, MAAK_RUN_BOLD);
      maak_runs_append (runs, ". ", 0);
    }
  maak_runs_append (runs, line, 0);
  return runs;
}

/* Name and date; not where the file lies on somebody's computer. */
static MaakRuns *
make_file (MaakBuilder *self, const MaakFileRef *file)
{
  MaakRuns *runs = maak_runs_new (file->name);

  if (file->date.year != 0)
    {
      g_autofree char *date = maak_date_format (file->date, self->language);
      g_autofree char *note = g_strdup_printf (" (%s)", date);

      maak_runs_append (runs, note, 0);
    }
  return runs;
}

/* A computed value; one of nothing says nothing. */
static MaakRuns *
make_computed (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  MaakResult       result = { 0 };
  gboolean         nothing;
  g_autofree char *words = NULL;
  g_autoptr (MaakRuns) runs = NULL;

  maak_expression_evaluate (field->value, self->plan, record, NULL, &result);
  nothing = result.kind == MAAK_TYPE_OF_NOTHING || (result.kind == MAAK_TYPE_OF_MONEY && result.money == 0) || (result.kind == MAAK_TYPE_OF_NUMBER && result.number == 0);
  if (!nothing && result.kind == MAAK_TYPE_OF_NUMBER && field->type == MAAK_FIELD_NUMBER)
    {
      g_autoptr (MaakValue) value = maak_value_new_number (result.number);

      words = maak_field_value_dup_summary (self->plan, field, value, self->language);
    }
  else if (!nothing)
    words = maak_expression_dup_string (field->value, self->plan, record, NULL, self->language);
  maak_result_clear (&result);
  return words != NULL && *words != '\0' ? maak_runs_new (words) : NULL;
}

static MaakRuns *
make_stored (MaakBuilder *self, MaakRecord *record, const MaakField *field, MaakValue *value)
{
  switch (field->type)
    {
    case MAAK_FIELD_TEXT:
      return make_text (self, field, maak_value_get_text (value));
    case MAAK_FIELD_NUMBER:
    case MAAK_FIELD_MONEY:
    case MAAK_FIELD_DATE:
    case MAAK_FIELD_PERIOD:
    case MAAK_FIELD_CHOICE:
    case MAAK_FIELD_CHOICES:
    case MAAK_FIELD_REGIONS:
      return make_summary (self, field, value);
    case MAAK_FIELD_PARTY:
    case MAAK_FIELD_REFS:
      return make_references (self, value);
    case MAAK_FIELD_SERIES:
      return make_series (self, field, value);
    case MAAK_FIELD_CITATION:
      return make_citation (self, record, maak_value_get_citation (value));
    case MAAK_FIELD_FILE:
      return make_file (self, maak_value_get_file (value));
    case MAAK_FIELD_LIST:
      return make_summary (self, field, value);
    default:
      g_assert_not_reached ();
    }
}

/**
 * maak_builder_make_value:
 * @self: a builder
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): what the field holds as one text; NULL: nothing to print
 */
MaakRuns *
maak_builder_make_value (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  MaakValue *value;
  g_autoptr (MaakRuns) runs = NULL;

  if (field->value != NULL)
    return make_computed (self, record, field);
  value = maak_record_get (record, field);
  if (value == NULL)
    return NULL;
  runs = make_stored (self, record, field, value);
  return maak_runs_is_empty (runs) ? NULL : g_steal_pointer (&runs);
}
