/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "maak-test.h"
#include "json/maak-json.h"

#define NL MAAK_LANGUAGE_NL
#define EN MAAK_LANGUAGE_EN

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = maak_json_parse (text, strlen (text), &maak_json_limits_plan, &error);

  g_assert_no_error (error);
  return node;
}

typedef enum
{
  OBJECT,
  ARRAY,
  STRING,
  INTEGER,
  DOUBLE,
  BOOLEAN,
  TEXT,
} Getter;

static gboolean
get (const MaakJsonPlace *place, Getter getter, GError **error)
{
  JsonObject *object;
  JsonArray  *array;
  const char *string;
  gint64      integer;
  double      number;
  gboolean    boolean;
  g_autoptr (MaakText) text = NULL;

  switch (getter)
    {
    case OBJECT:
      return maak_json_place_get_object (place, &object, error);
    case ARRAY:
      return maak_json_place_get_array (place, &array, error);
    case STRING:
      return maak_json_place_get_string (place, &string, error);
    case INTEGER:
      return maak_json_place_get_integer (place, &integer, error);
    case DOUBLE:
      return maak_json_place_get_double (place, &number, error);
    case BOOLEAN:
      return maak_json_place_get_boolean (place, &boolean, error);
    case TEXT:
      return maak_json_place_get_text (place, &text, error);
    default:
      g_assert_not_reached ();
    }
}

static const struct
{
  const char *name;
  Getter      getter;
  const char *json;
  const char *nl, *en; /* NULL: right */
} get_rows[] = {
  { "object", OBJECT, "{}", NULL, NULL },
  { "object-array", OBJECT, "[]", "v: hier hoort een object te staan, maar er staat een lijst. Herstel het of haal een goed exemplaar op.", "v: expected an object, got an array. Mend it or get a good copy." },
  { "array", ARRAY, "[]", NULL, NULL },
  { "array-object", ARRAY, "{}", "v: hier hoort een lijst te staan, maar er staat een object. Herstel het of haal een goed exemplaar op.", "v: expected an array, got an object. Mend it or get a good copy." },
  { "string", STRING, "\"\"", NULL, NULL },
  { "string-number", STRING, "12", "v: hier hoort een tekst te staan, maar er staat een getal. Herstel het of haal een goed exemplaar op.", "v: expected a string, got a number. Mend it or get a good copy." },
  { "string-null", STRING, "null", "v: hier hoort een tekst te staan, maar er staat niets (null). Herstel het of haal een goed exemplaar op.", "v: expected a string, got nothing (null). Mend it or get a good copy." },
  { "integer", INTEGER, "-12", NULL, NULL },
  { "integer-as-real", INTEGER, "12.0", NULL, NULL },
  { "integer-exponent", INTEGER, "1e5", NULL, NULL },
  { "integer-fraction", INTEGER, "1.5", "v: hier hoort een geheel getal te staan. Laat de cijfers achter de punt weg.", "v: this should be a whole number. Leave out the digits after the point." },
  { "integer-too-large-real", INTEGER, "1e17", "v: hier hoort een geheel getal te staan. Laat de cijfers achter de punt weg.", "v: this should be a whole number. Leave out the digits after the point." },
  { "integer-string", INTEGER, "\"12\"", "v: hier hoort een getal te staan, maar er staat een tekst. Herstel het of haal een goed exemplaar op.", "v: expected a number, got a string. Mend it or get a good copy." },
  { "double", DOUBLE, "1.5", NULL, NULL },
  { "double-integer", DOUBLE, "12", NULL, NULL },
  { "double-boolean", DOUBLE, "true", "v: hier hoort een getal te staan, maar er staat waar of onwaar. Herstel het of haal een goed exemplaar op.", "v: expected a number, got true or false. Mend it or get a good copy." },
  { "boolean", BOOLEAN, "false", NULL, NULL },
  { "boolean-number", BOOLEAN, "0", "v: hier hoort waar of onwaar te staan, maar er staat een getal. Herstel het of haal een goed exemplaar op.", "v: expected true or false, got a number. Mend it or get a good copy." },
  { "text", TEXT, "{\"nl\": \"a\", \"en\": \"b\", \"outdated\": \"en\"}", NULL, NULL },
  { "text-empty", TEXT, "{}", NULL, NULL },
  { "text-string", TEXT, "\"a\"", "v: hier hoort een object te staan, maar er staat een tekst. Herstel het of haal een goed exemplaar op.", "v: expected an object, got a string. Mend it or get a good copy." },
  { "text-unknown", TEXT, "{\"nl\": \"a\", \"de\": \"b\"}", "v.de: dit onderdeel is hier niet bekend. Verwijder het of controleer de naam.", "v.de: this member is not known here. Remove it or check its name." },
  { "text-language", TEXT, "{\"nl\": \"a\", \"outdated\": \"fr\"}", "v.outdated: hier hoort \"nl\" of \"en\" te staan. Kies een van de twee.", "v.outdated: this should be \"nl\" or \"en\". Choose one of the two." },
  { "text-member-type", TEXT, "{\"nl\": 1}", "v.nl: hier hoort een tekst te staan, maar er staat een getal. Herstel het of haal een goed exemplaar op.", "v.nl: expected a string, got a number. Mend it or get a good copy." },
};

static void
test_get (gconstpointer data)
{
  const typeof (get_rows[0]) *row = data;
  g_autofree char            *json = g_strdup_printf ("{\"v\": %s}", row->json);
  g_autoptr (JsonNode) node = parse (json);
  g_autoptr (GError) error = NULL;
  g_autofree char *nl = NULL, *en = NULL;
  MaakJsonPlace    root, place;

  maak_json_place_init_root (&root, node);
  g_assert_true (maak_json_place_lookup (&root, "v", &place));
  g_assert_cmpint (get (&place, row->getter, &error), ==, row->en == NULL);
  if (row->en == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  nl = maak_error_dup_wording (error, NL);
  en = maak_error_dup_wording (error, EN);
  g_assert_cmpstr (nl, ==, row->nl);
  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (maak_error_get_path (error), !=, NULL);
  maak_test_assert_worded (error);
}

static void
test_values (void)
{
  g_autoptr (JsonNode) node = parse ("{\"i\": 9223372036854775807, \"e\": 1e5, \"d\": 0.1, \"t\": {\"nl\": \"a\", \"en\": \"b\", \"outdated\": \"nl\"}}");
  MaakJsonPlace root, place;
  gint64        integer = 0;
  double        number = 0;
  g_autoptr (MaakText) text = NULL;

  maak_json_place_init_root (&root, node);
  g_assert_true (maak_json_place_lookup (&root, "i", &place) && maak_json_place_get_integer (&place, &integer, NULL));
  g_assert_cmpint (integer, ==, G_MAXINT64);
  g_assert_true (maak_json_place_lookup (&root, "e", &place) && maak_json_place_get_integer (&place, &integer, NULL));
  g_assert_cmpint (integer, ==, 100000);
  g_assert_true (maak_json_place_lookup (&root, "d", &place) && maak_json_place_get_double (&place, &number, NULL));
  g_assert_true (number == 0.1);
  g_assert_true (maak_json_place_lookup (&root, "t", &place) && maak_json_place_get_text (&place, &text, NULL));
  g_assert_cmpstr (maak_text_get (text, NL), ==, "a");
  g_assert_true (maak_text_is_outdated (text, NL));
}

static void
test_path (void)
{
  g_autoptr (JsonNode) node = parse ("{\"proposals\": [0, {\"a b\": {\"2027\": 1}}]}");
  MaakJsonPlace    root, proposals, proposal, odd, year;
  g_autofree char *empty = NULL, *path = NULL;

  maak_json_place_init_root (&root, node);
  g_assert_true (maak_json_place_require (&root, "proposals", &proposals, NULL));
  maak_json_place_init_element (&proposal, &proposals, 1, json_array_get_element (json_node_get_array (proposals.node), 1));
  g_assert_true (maak_json_place_require (&proposal, "a b", &odd, NULL));
  g_assert_true (maak_json_place_require (&odd, "2027", &year, NULL));
  empty = maak_json_place_dup_path (&root);
  path = maak_json_place_dup_path (&year);
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (path, ==, "proposals[1][\"a b\"].2027");
}

static void
test_require (void)
{
  g_autoptr (JsonNode) node = parse ("{\"a\": [1]}");
  MaakJsonPlace root, array, child;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) type = NULL;
  g_autofree char *en = NULL;

  maak_json_place_init_root (&root, node);
  g_assert_false (maak_json_place_lookup (&root, "b", &child));
  g_assert_false (maak_json_place_require (&root, "b", &child, &missing));
  g_assert_error (missing, MAAK_JSON_ERROR, MAAK_JSON_ERROR_MISSING);
  en = maak_error_dup_wording (missing, EN);
  g_assert_cmpstr (en, ==, "b: this member is missing. Add it or get a good copy.");
  g_assert_true (maak_json_place_require (&root, "a", &array, NULL));
  g_assert_false (maak_json_place_lookup (&array, "b", &child));
  g_assert_false (maak_json_place_require (&array, "b", &child, &type));
  g_assert_error (type, MAAK_JSON_ERROR, MAAK_JSON_ERROR_TYPE);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/json/place/get", get_rows, test_get);
  g_test_add_func ("/json/place/values", test_values);
  g_test_add_func ("/json/place/path", test_path);
  g_test_add_func ("/json/place/require", test_require);
  return g_test_run ();
}
