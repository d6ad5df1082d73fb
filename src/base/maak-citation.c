/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Citations: a value or statement with where it comes from. The struct of parts is kept whole, its strings interned
 * in nothing: each citation owns copies and releases them with its last reference. The tables of statuses and units
 * stand here because a citation is where both are written out.
 */
#include "base/maak-citation.h"

#include "base/maak-message.h"
#include "base/maak-number.h"

#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"

struct _MaakCitation
{
  gatomicrefcount   count;
  MaakCitationParts parts;
};

G_DEFINE_BOXED_TYPE (MaakCitation, maak_citation, maak_citation_ref, maak_citation_unref)

static const char *const status_codes[MAAK_N_STATUSES] = {
  "final", "provisional", "unverified", "estimated", "own", "target", "missing", "secret", "not-applicable"
};

static const char *const unit_codes[MAAK_N_UNITS] = {
  "number", "mln-euro", "euro", "persons", "jobs", "percent", "ratio", "lq", "index"
};

static const char *const kind_codes[] = { "figure", "document", "decision", "conversation" };

static gboolean
find_code (const char *code, const char *const *codes, guint n, guint *index)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (code, codes[i]) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * maak_status_get_code:
 *
 * Returns: how the status stands in files; static
 */
const char *
maak_status_get_code (MaakStatus status)
{
  g_return_val_if_fail ((guint) status < MAAK_N_STATUSES, status_codes[MAAK_STATUS_MISSING]);
  return status_codes[status];
}

/**
 * maak_status_parse:
 * @status: (out): untouched when @code is no status
 *
 * Returns: whether @code is a status
 */
gboolean
maak_status_parse (const char *code, MaakStatus *status)
{
  guint index;

  g_return_val_if_fail (code != NULL, FALSE);
  if (!find_code (code, status_codes, MAAK_N_STATUSES, &index))
    return FALSE;
  *status = (MaakStatus) index;
  return TRUE;
}

/**
 * maak_status_has_value:
 *
 * Returns: whether a value stands beside such a status; a missing one is never zero
 */
gboolean
maak_status_has_value (MaakStatus status)
{
  return status < MAAK_STATUS_MISSING;
}

/**
 * maak_status_weakest:
 *
 * Returns: the less sure of the two: what a value computed from both is
 */
MaakStatus
maak_status_weakest (MaakStatus a, MaakStatus b)
{
  return MAX (a, b);
}

/**
 * maak_status_get_label:
 *
 * Returns: the status in words; static
 */
const char *
maak_status_get_label (MaakStatus status, MaakLanguage language)
{
  g_return_val_if_fail ((guint) status < MAAK_N_STATUSES, "");
  return maak_phrase_get ((MaakPhrase) (MAAK_PHRASE_STATUS_FINAL + (int) status), language);
}

/**
 * maak_unit_get_code:
 *
 * Returns: how the unit stands in files; static
 */
const char *
maak_unit_get_code (MaakUnit unit)
{
  g_return_val_if_fail ((guint) unit < MAAK_N_UNITS, unit_codes[0]);
  return unit_codes[unit];
}

/**
 * maak_unit_parse:
 * @unit: (out): untouched when @code is no unit
 *
 * Returns: whether @code is a unit
 */
gboolean
maak_unit_parse (const char *code, MaakUnit *unit)
{
  guint index;

  g_return_val_if_fail (code != NULL, FALSE);
  if (!find_code (code, unit_codes, MAAK_N_UNITS, &index))
    return FALSE;
  *unit = (MaakUnit) index;
  return TRUE;
}

/**
 * maak_unit_get_label:
 *
 * Returns: the unit in words, for the head of a legend or a column; static
 */
const char *
maak_unit_get_label (MaakUnit unit, MaakLanguage language)
{
  g_return_val_if_fail ((guint) unit < MAAK_N_UNITS, "");
  return maak_phrase_get ((MaakPhrase) (MAAK_PHRASE_UNIT_NUMBER + (int) unit), language);
}

static char *
format_at_most (double value, int decimals, MaakLanguage language)
{
  g_autofree char *shortest = maak_number_format_shortest (value, language);
  const char      *point = strchr (shortest, language == MAAK_LANGUAGE_NL ? ',' : '.');

  if (point == NULL || strlen (point + 1) <= (gsize) decimals)
    return g_steal_pointer (&shortest);
  return maak_number_format (value, decimals, language);
}

/**
 * maak_unit_format_value:
 * @value: finite; in the unit
 *
 * With the decimals that the unit asks for: none for persons and jobs; one for percent, ratio and index; two for a
 * location quotient; sums of money whole from 100 on.
 *
 * Returns: (transfer full): the value as a map or table shows it, without the unit (a ratio has its percent sign)
 */
char *
maak_unit_format_value (MaakUnit unit, double value, MaakLanguage language)
{
  switch (unit)
    {
    case MAAK_UNIT_NUMBER:
      return format_at_most (value, 2, language);
    case MAAK_UNIT_MLN_EURO:
      return format_at_most (value, fabs (value) < 100 ? 1 : 0, language);
    case MAAK_UNIT_EURO:
      return format_at_most (value, fabs (value) < 100 ? 2 : 0, language);
    case MAAK_UNIT_PERSONS:
    case MAAK_UNIT_JOBS:
      return maak_number_format (value, 0, language);
    case MAAK_UNIT_PERCENT:
    case MAAK_UNIT_RATIO:
      return maak_number_format_percent (unit == MAAK_UNIT_RATIO ? value : value / 100, 1, language);
    case MAAK_UNIT_LQ:
      return maak_number_format (value, 2, language);
    case MAAK_UNIT_INDEX:
      return maak_number_format (value, 1, language);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
add_word (const char *number, MaakUnit unit, MaakLanguage language)
{
  return g_strdup_printf ("%s\xc2\xa0%s", number, maak_unit_get_label (unit, language));
}

static char *
add_euro (const char *number, MaakLanguage language)
{
  if (language == MAAK_LANGUAGE_NL)
    return g_strconcat ("\xe2\x82\xac\xc2\xa0", number, NULL);
  if (g_str_has_prefix (number, MINUS))
    return g_strconcat (MINUS "\xe2\x82\xac", number + strlen (MINUS), NULL);
  return g_strconcat ("\xe2\x82\xac", number, NULL);
}

/**
 * maak_unit_format_with_unit:
 * @value: finite; in the unit
 *
 * Returns: (transfer full): the value as a sentence has it: "€ 6.896 mln", "1.164.000 personen", "18,3%", "1,66"
 */
char *
maak_unit_format_with_unit (MaakUnit unit, double value, MaakLanguage language)
{
  g_autofree char *number = maak_unit_format_value (unit, value, language);
  g_autofree char *sum = NULL;
  g_autoptr (MaakMessage) message = NULL;

  switch (unit)
    {
    case MAAK_UNIT_MLN_EURO:
      sum = add_euro (number, language);
      message = maak_message_new (MAAK_PHRASE_MONEY_MILLION, MAAK_ARG_STRING, "sum", sum, MAAK_ARG_END);
      return maak_message_dup_wording (message, language);
    case MAAK_UNIT_EURO:
      return add_euro (number, language);
    case MAAK_UNIT_PERSONS:
    case MAAK_UNIT_JOBS:
      return add_word (number, unit, language);
    case MAAK_UNIT_NUMBER:
    case MAAK_UNIT_PERCENT:
    case MAAK_UNIT_RATIO:
    case MAAK_UNIT_LQ:
    case MAAK_UNIT_INDEX:
    default:
      return g_steal_pointer (&number);
    }
}

/**
 * maak_citation_new:
 * @parts: what is cited; its strings are copied, its texts referenced
 *
 * Returns: (transfer full): the citation
 */
MaakCitation *
maak_citation_new (const MaakCitationParts *parts)
{
  MaakCitation *self;

  g_return_val_if_fail (parts != NULL, NULL);
  self = g_new (MaakCitation, 1);
  g_atomic_ref_count_init (&self->count);
  self->parts = *parts;
  self->parts.dataset = g_strdup (parts->dataset);
  self->parts.metric = g_strdup (parts->metric);
  self->parts.region = g_strdup (parts->region);
  self->parts.author = g_strdup (parts->author);
  self->parts.number = g_strdup (parts->number);
  self->parts.url = g_strdup (parts->url);
  if (parts->title != NULL)
    maak_text_ref (parts->title);
  if (parts->source != NULL)
    maak_text_ref (parts->source);
  return self;
}

/**
 * maak_citation_ref:
 *
 * Returns: (transfer full): @self
 */
MaakCitation *
maak_citation_ref (MaakCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * maak_citation_unref:
 *
 * Releases one reference; with the last one the citation goes.
 */
void
maak_citation_unref (MaakCitation *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_free ((char *) self->parts.dataset);
  g_free ((char *) self->parts.metric);
  g_free ((char *) self->parts.region);
  g_free ((char *) self->parts.author);
  g_free ((char *) self->parts.number);
  g_free ((char *) self->parts.url);
  g_clear_pointer (&self->parts.title, maak_text_unref);
  g_clear_pointer (&self->parts.source, maak_text_unref);
  g_free (self);
}

/**
 * maak_citation_get:
 *
 * Returns: the parts; the citation's own
 */
const MaakCitationParts *
maak_citation_get (MaakCitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->parts;
}

static gboolean
texts_equal (MaakText *a, MaakText *b)
{
  return a == b || (a != NULL && b != NULL && maak_text_equal (a, b));
}

/**
 * maak_citation_equal:
 *
 * Returns: whether all parts are the same
 */
gboolean
maak_citation_equal (MaakCitation *a, MaakCitation *b)
{
  const MaakCitationParts *p, *q;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  p = &a->parts;
  q = &b->parts;
  return p->kind == q->kind && p->value == q->value && p->unit == q->unit && p->status == q->status && p->year == q->year &&
         maak_period_compare (p->period, q->period) == 0 && maak_date_compare (p->date, q->date) == 0 &&
         g_strcmp0 (p->dataset, q->dataset) == 0 && g_strcmp0 (p->metric, q->metric) == 0 && g_strcmp0 (p->region, q->region) == 0 &&
         g_strcmp0 (p->author, q->author) == 0 && g_strcmp0 (p->number, q->number) == 0 && g_strcmp0 (p->url, q->url) == 0 &&
         texts_equal (p->title, q->title) && texts_equal (p->source, q->source);
}

/**
 * maak_citation_dup_value:
 *
 * Returns: (transfer full): the value of a figure with its unit, or the word for why there is none; the empty string
 *   for another kind
 */
char *
maak_citation_dup_value (MaakCitation *self, MaakLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->parts.kind != MAAK_CITATION_FIGURE)
    return g_strdup ("");
  if (!maak_status_has_value (self->parts.status))
    return g_strdup (maak_status_get_label (self->parts.status, language));
  return maak_unit_format_with_unit (self->parts.unit, self->parts.value, language);
}

static void
append_part (GString *line, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, part);
}

static void
append_phrase (GString *line, const char *separator, MaakPhrase phrase, const char *name, const char *value, MaakLanguage language)
{
  g_autoptr (MaakMessage) message = NULL;
  g_autofree char *wording = NULL;

  if (value == NULL || *value == '\0')
    return;
  message = maak_message_new (phrase, MAAK_ARG_STRING, name, value, MAAK_ARG_END);
  wording = maak_message_dup_wording (message, language);
  append_part (line, separator, wording);
}

static void
append_figure (GString *line, const MaakCitationParts *parts, const char *title, MaakLanguage language)
{
  g_autofree char *period = parts->period.kind != MAAK_PERIOD_NONE ? maak_period_format (parts->period, language) : NULL;

  append_part (line, "", title);
  append_part (line, ". ", parts->source != NULL ? maak_text_get_best (parts->source, language) : NULL);
  append_part (line, ", ", period);
  if (parts->status != MAAK_STATUS_FINAL)
    append_part (line, ", ", maak_status_get_label (parts->status, language));
}

static void
append_document (GString *line, const MaakCitationParts *parts, const char *title, MaakLanguage language)
{
  append_part (line, "", parts->author);
  if (parts->year != 0)
    g_string_append_printf (line, line->len > 0 ? " (%d)" : "%d", parts->year);
  append_part (line, ". ", title);
  append_phrase (line, ", ", MAAK_PHRASE_CITATION_PAGES, "number", parts->number, language);
  append_part (line, ". ", parts->url);
}

/**
 * maak_citation_dup_source_line:
 *
 * Returns: (transfer full): the line of the source list: title, who published it, when, how sure; without the value
 */
char *
maak_citation_dup_source_line (MaakCitation *self, MaakLanguage language)
{
  const MaakCitationParts *parts;
  const char              *title;
  GString                 *line = g_string_new (NULL);
  g_autofree char         *date = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (line, FALSE));
  parts = &self->parts;
  title = parts->title != NULL ? maak_text_get_best (parts->title, language) : NULL;
  date = maak_date_format (parts->date, language);
  switch (parts->kind)
    {
    case MAAK_CITATION_FIGURE:
      append_figure (line, parts, title, language);
      break;
    case MAAK_CITATION_DOCUMENT:
      append_document (line, parts, title, language);
      break;
    case MAAK_CITATION_DECISION:
      append_part (line, "", parts->author);
      append_part (line, ": ", title);
      append_phrase (line, ", ", MAAK_PHRASE_CITATION_NUMBER, "number", parts->number, language);
      append_part (line, ", ", date);
      append_part (line, ". ", parts->url);
      break;
    case MAAK_CITATION_CONVERSATION:
      append_phrase (line, "", MAAK_PHRASE_CITATION_CONVERSATION, "author", parts->author, language);
      append_phrase (line, " ", MAAK_PHRASE_CITATION_ABOUT, "title", title, language);
      append_part (line, ", ", date);
      break;
    default:
      g_warn_if_reached ();
    }
  return g_string_free (line, FALSE);
}

/**
 * maak_citation_dup_origin:
 *
 * Returns: (transfer full): where it is from, for where its title stands beside it: of a figure the source and how sure it
 *   is; of all else the line of the source list
 */
char *
maak_citation_dup_origin (MaakCitation *self, MaakLanguage language)
{
  GString    *line;
  const char *source;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->parts.kind != MAAK_CITATION_FIGURE)
    return maak_citation_dup_source_line (self, language);
  source = self->parts.source != NULL ? maak_text_get_best (self->parts.source, language) : "";
  line = g_string_new (source);
  if (self->parts.status != MAAK_STATUS_FINAL)
    append_part (line, ", ", maak_status_get_label (self->parts.status, language));
  return g_string_free (line, FALSE);
}

/**
 * maak_citation_kind_get_code:
 *
 * Returns: how the kind stands in files; static
 */
const char *
maak_citation_kind_get_code (MaakCitationKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_codes), kind_codes[0]);
  return kind_codes[kind];
}

/**
 * maak_citation_kind_parse:
 * @kind: (out): untouched when @code is no kind
 *
 * Returns: whether @code is a kind
 */
gboolean
maak_citation_kind_parse (const char *code, MaakCitationKind *kind)
{
  guint index;

  g_return_val_if_fail (code != NULL, FALSE);
  if (!find_code (code, kind_codes, G_N_ELEMENTS (kind_codes), &index))
    return FALSE;
  *kind = (MaakCitationKind) index;
  return TRUE;
}
