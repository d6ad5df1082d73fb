/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-citation.h"
#include "maak-test.h"

#define NL MAAK_LANGUAGE_NL
#define EN MAAK_LANGUAGE_EN
#define NBSP "\xc2\xa0"
#define EURO "\xe2\x82\xac"
#define MINUS "\xe2\x88\x92"

static const struct
{
  const char *name;
  MaakUnit    unit;
  double      value;
  const char *nl, *en, *with_nl, *with_en;
} unit_rows[] = {
  { "number", MAAK_UNIT_NUMBER, 1234.567, "1.234,57", "1,234.57", "1.234,57", "1,234.57" },
  { "number-whole", MAAK_UNIT_NUMBER, 41400, "41.400", "41,400", "41.400", "41,400" },
  { "mln-euro", MAAK_UNIT_MLN_EURO, 6896, "6.896", "6,896", EURO NBSP "6.896" NBSP "mln", EURO "6,896" NBSP "million" },
  { "mln-euro-small", MAAK_UNIT_MLN_EURO, 63.94, "63,9", "63.9", EURO NBSP "63,9" NBSP "mln", EURO "63.9" NBSP "million" },
  { "mln-euro-negative", MAAK_UNIT_MLN_EURO, -250, MINUS "250", MINUS "250", EURO NBSP MINUS "250" NBSP "mln", MINUS EURO "250" NBSP "million" },
  { "euro", MAAK_UNIT_EURO, 39801.4, "39.801", "39,801", EURO NBSP "39.801", EURO "39,801" },
  { "euro-small", MAAK_UNIT_EURO, 63.9, "63,9", "63.9", EURO NBSP "63,9", EURO "63.9" },
  { "persons", MAAK_UNIT_PERSONS, 1164000, "1.164.000", "1,164,000", "1.164.000" NBSP "personen", "1,164,000" NBSP "persons" },
  { "jobs", MAAK_UNIT_JOBS, 12.6, "13", "13", "13" NBSP "banen", "13" NBSP "jobs" },
  { "percent", MAAK_UNIT_PERCENT, 12.3, "12,3%", "12.3%", "12,3%", "12.3%" },
  { "percent-half", MAAK_UNIT_PERCENT, 1.25, "1,3%", "1.3%", "1,3%", "1.3%" },
  { "ratio", MAAK_UNIT_RATIO, 0.183, "18,3%", "18.3%", "18,3%", "18.3%" },
  { "lq", MAAK_UNIT_LQ, 1.6649, "1,66", "1.66", "1,66", "1.66" },
  { "index", MAAK_UNIT_INDEX, 104.26, "104,3", "104.3", "104,3", "104.3" },
};

static void
test_unit (gconstpointer data)
{
  const typeof (unit_rows[0]) *row = data;
  g_autofree char             *nl = maak_unit_format_value (row->unit, row->value, NL);
  g_autofree char             *en = maak_unit_format_value (row->unit, row->value, EN);
  g_autofree char             *with_nl = maak_unit_format_with_unit (row->unit, row->value, NL);
  g_autofree char             *with_en = maak_unit_format_with_unit (row->unit, row->value, EN);

  g_assert_cmpstr (nl, ==, row->nl);
  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (with_nl, ==, row->with_nl);
  g_assert_cmpstr (with_en, ==, row->with_en);
}

/* Codes are what files hold: they are read back, and nothing like them is. */
static void
test_codes (void)
{
  MaakStatus       status;
  MaakUnit         unit;
  MaakCitationKind kind;

  for (guint i = 0; i < MAAK_N_STATUSES; i++)
    g_assert_true (maak_status_parse (maak_status_get_code ((MaakStatus) i), &status) && status == i);
  for (guint i = 0; i < MAAK_N_UNITS; i++)
    g_assert_true (maak_unit_parse (maak_unit_get_code ((MaakUnit) i), &unit) && unit == i);
  for (guint i = 0; i <= MAAK_CITATION_CONVERSATION; i++)
    g_assert_true (maak_citation_kind_parse (maak_citation_kind_get_code ((MaakCitationKind) i), &kind) && kind == i);
  g_assert_false (maak_status_parse ("Final", &status) || maak_status_parse ("", &status));
  g_assert_false (maak_unit_parse ("%", &unit) || maak_citation_kind_parse ("book", &kind));
}

static const struct
{
  const char *name;
  MaakStatus  status;
  gboolean    has_value;
  const char *nl, *en;
} status_rows[] = {
  { "final", MAAK_STATUS_FINAL, TRUE, "definitief", "final" },
  { "provisional", MAAK_STATUS_PROVISIONAL, TRUE, "voorlopig", "provisional" },
  { "unverified", MAAK_STATUS_UNVERIFIED, TRUE, "niet gecontroleerd", "unverified" },
  { "estimated", MAAK_STATUS_ESTIMATED, TRUE, "geschat", "estimated" },
  { "own", MAAK_STATUS_OWN, TRUE, "eigen opgave", "own figure" },
  { "target", MAAK_STATUS_TARGET, TRUE, "streefwaarde", "target" },
  { "missing", MAAK_STATUS_MISSING, FALSE, "geen gegevens", "no data" },
  { "secret", MAAK_STATUS_SECRET, FALSE, "geheim", "confidential" },
  { "not-applicable", MAAK_STATUS_NOT_APPLICABLE, FALSE, "niet van toepassing", "not applicable" },
};

static void
test_status (gconstpointer data)
{
  const typeof (status_rows[0]) *row = data;

  g_assert_cmpint (maak_status_has_value (row->status), ==, row->has_value);
  g_assert_cmpstr (maak_status_get_label (row->status, NL), ==, row->nl);
  g_assert_cmpstr (maak_status_get_label (row->status, EN), ==, row->en);
  g_assert_cmpint (maak_status_weakest (row->status, MAAK_STATUS_FINAL), ==, row->status);
  g_assert_cmpint (maak_status_weakest (MAAK_STATUS_MISSING, row->status), >=, MAAK_STATUS_MISSING);
}

static MaakCitation *
make_citation (MaakCitationKind kind)
{
  g_autoptr (MaakText) title = maak_text_new ("Toegevoegde waarde industrie", "Industry value added");
  g_autoptr (MaakText) source = maak_text_new ("CBS StatLine 84419NED", "CBS StatLine 84419NED");
  MaakCitationParts parts = { .kind = kind, .title = title };

  if (kind == MAAK_CITATION_FIGURE)
    {
      parts.source = source;
      parts.dataset = "gva-industry";
      parts.region = "PV23";
      parts.period = maak_period_year (2020);
      parts.value = 6896;
      parts.unit = MAAK_UNIT_MLN_EURO;
      parts.status = MAAK_STATUS_UNVERIFIED;
    }
  else
    {
      parts.author = "Provincie Overijssel";
      parts.number = "12-14";
      parts.url = "https://example.org/a";
      parts.year = 2022;
      parts.date = (MaakDate) { .year = 2027, .month = 5, .day = 1 };
    }
  return maak_citation_new (&parts);
}

static const struct
{
  const char      *name;
  MaakCitationKind kind;
  const char      *nl, *en;
} line_rows[] = {
  { "figure", MAAK_CITATION_FIGURE, "Toegevoegde waarde industrie. CBS StatLine 84419NED, 2020, niet gecontroleerd", "Industry value added. CBS StatLine 84419NED, 2020, unverified" },
  { "document", MAAK_CITATION_DOCUMENT, "Provincie Overijssel (2022). Toegevoegde waarde industrie, p. 12-14. https://example.org/a", "Provincie Overijssel (2022). Industry value added, p. 12-14. https://example.org/a" },
  { "decision", MAAK_CITATION_DECISION, "Provincie Overijssel: Toegevoegde waarde industrie, nr. 12-14, 1 mei 2027. https://example.org/a", "Provincie Overijssel: Industry value added, no. 12-14, 1 May 2027. https://example.org/a" },
  { "conversation", MAAK_CITATION_CONVERSATION, "Gesprek met Provincie Overijssel over Toegevoegde waarde industrie, 1 mei 2027", "Conversation with Provincie Overijssel about Industry value added, 1 May 2027" },
};

static void
test_line (gconstpointer data)
{
  const typeof (line_rows[0]) *row = data;
  g_autoptr (MaakCitation) citation = make_citation (row->kind);
  g_autofree char *nl = maak_citation_dup_source_line (citation, NL);
  g_autofree char *en = maak_citation_dup_source_line (citation, EN);

  g_assert_cmpstr (nl, ==, row->nl);
  g_assert_cmpstr (en, ==, row->en);
}

static void
test_origin (void)
{
  g_autoptr (MaakCitation) figure = make_citation (MAAK_CITATION_FIGURE);
  g_autoptr (MaakCitation) decision = make_citation (MAAK_CITATION_DECISION);
  g_autofree char *of_figure = maak_citation_dup_origin (figure, NL);
  g_autofree char *of_decision = maak_citation_dup_origin (decision, EN);

  g_assert_cmpstr (of_figure, ==, "CBS StatLine 84419NED, niet gecontroleerd");
  g_assert_cmpstr (of_decision, ==, line_rows[2].en);
}

static void
test_value (void)
{
  g_autoptr (MaakCitation) figure = make_citation (MAAK_CITATION_FIGURE);
  g_autoptr (MaakCitation) document = make_citation (MAAK_CITATION_DOCUMENT);
  MaakCitationParts parts = *maak_citation_get (figure);
  g_autoptr (MaakCitation) missing = NULL;
  g_autofree char *nl = maak_citation_dup_value (figure, NL);
  g_autofree char *none = maak_citation_dup_value (document, NL);
  g_autofree char *reason = NULL;

  parts.status = MAAK_STATUS_MISSING;
  missing = maak_citation_new (&parts);
  reason = maak_citation_dup_value (missing, EN);
  g_assert_cmpstr (nl, ==, EURO NBSP "6.896" NBSP "mln");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (reason, ==, "no data");
}

static void
test_equal (void)
{
  g_autoptr (MaakCitation) a = make_citation (MAAK_CITATION_FIGURE);
  g_autoptr (MaakCitation) b = make_citation (MAAK_CITATION_FIGURE);
  MaakCitationParts parts = *maak_citation_get (a);
  g_autoptr (MaakCitation) other_value = NULL;
  g_autoptr (MaakCitation) other_title = NULL;

  parts.value = 6897;
  other_value = maak_citation_new (&parts);
  parts = *maak_citation_get (a);
  parts.title = NULL;
  other_title = maak_citation_new (&parts);
  g_assert_true (maak_citation_equal (a, b));
  g_assert_false (maak_citation_equal (a, other_value));
  g_assert_false (maak_citation_equal (a, other_title));
  /* The strings are the citation's own. */
  g_assert_true (maak_citation_get (a)->dataset != maak_citation_get (other_value)->dataset);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/base/unit", unit_rows, test_unit);
  MAAK_TEST_TABLE ("/base/status", status_rows, test_status);
  MAAK_TEST_TABLE ("/base/citation/line", line_rows, test_line);
  g_test_add_func ("/base/citation/codes", test_codes);
  g_test_add_func ("/base/citation/origin", test_origin);
  g_test_add_func ("/base/citation/value", test_value);
  g_test_add_func ("/base/citation/equal", test_equal);
  return g_test_run ();
}
