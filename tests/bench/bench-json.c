/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S5, as far as JSON goes: opening and saving 1 MB of plan-like JSON, against json-glib alone. Opening here is the strict
 * check, the parse and reading every value through places; saving is the canonical writer and parsing that back. The
 * input is made here, so that nobody need have it.
 */
#include "maak-bench.h"
#include "json/maak-json.h"

#include <string.h>

#define WANTED (1 << 20)

typedef struct
{
  char     *text;
  gsize     length;
  JsonNode *root;
} Input;

static const char *const sentences[] = {
  "De maakindustrie in de regio groeit sneller dan het landelijk gemiddelde, maar vindt te weinig technici. ",
  "Provincie, gemeenten en onderwijs brengen \xe2\x80\x98hybride\xe2\x80\x99 leerplaatsen bij bedrijven onder. ",
  "Het fonds betaalt mee aan kavels die aan de eisen voldoen; de rente is marktconform (art. 12, lid 3). ",
  "Fryslân en Drenthe doen mee voor \xe2\x82\xac 2,5 mln. "
};

static void
write_text (MaakJsonWriter *writer, const char *member, GRand *random, guint n)
{
  g_autoptr (GString) nl = g_string_new (NULL);
  g_autoptr (MaakText) text = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append (nl, sentences[g_rand_int_range (random, 0, G_N_ELEMENTS (sentences))]);
  text = maak_text_new_outdated (nl->str, nl->str, MAAK_LANGUAGE_EN);
  maak_json_writer_name (writer, member);
  maak_json_writer_text (writer, text);
}

static void
write_line (MaakJsonWriter *writer, GRand *random)
{
  maak_json_writer_begin_object (writer);
  write_text (writer, "title", random, 1);
  maak_json_writer_name (writer, "amount");
  maak_json_writer_begin_object (writer);
  for (guint year = 2027; year < 2032; year++)
    {
      char name[8];
      g_snprintf (name, sizeof name, "%u", year);
      maak_json_writer_name (writer, name);
      maak_json_writer_integer (writer, g_rand_int_range (random, 0, 9000000));
    }
  maak_json_writer_end_object (writer);
  maak_json_writer_name (writer, "share");
  maak_json_writer_double (writer, g_rand_int_range (random, 0, 10000) / 1000.0);
  maak_json_writer_end_object (writer);
}

static void
write_record (MaakJsonWriter *writer, GRand *random)
{
  g_autofree char *id = g_uuid_string_random ();

  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "id");
  maak_json_writer_string (writer, id);
  maak_json_writer_name (writer, "template");
  maak_json_writer_string (writer, "vestigingsfonds");
  write_text (writer, "title", random, 1);
  write_text (writer, "problem", random, 4);
  maak_json_writer_name (writer, "regions");
  maak_json_writer_begin_array (writer);
  maak_json_writer_string (writer, "PV23");
  maak_json_writer_string (writer, "PV25");
  maak_json_writer_end_array (writer);
  maak_json_writer_name (writer, "budget");
  maak_json_writer_begin_array (writer);
  for (guint i = 0; i < 5; i++)
    write_line (writer, random);
  maak_json_writer_end_array (writer);
  maak_json_writer_end_object (writer);
}

static char *
make_plan (gsize *length)
{
  for (guint records = 100;; records += records / 20)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (1);
      g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
      g_autoptr (GBytes) bytes = NULL;
      maak_json_writer_begin_array (writer);
      for (guint i = 0; i < records; i++)
        write_record (writer, random);
      maak_json_writer_end_array (writer);
      bytes = maak_json_writer_end (writer);
      if (g_bytes_get_size (bytes) >= WANTED)
        return g_memdup2 (g_bytes_get_data (bytes, length), g_bytes_get_size (bytes));
    }
}

static guint n_read;

static void
read_place (const MaakJsonPlace *place)
{
  MaakJsonPlace child;

  n_read++;
  if (JSON_NODE_HOLDS_OBJECT (place->node))
    {
      JsonObject    *object = NULL;
      JsonObjectIter iter;
      const char    *member;
      JsonNode      *node;
      maak_json_place_get_object (place, &object, NULL);
      json_object_iter_init_ordered (&iter, object);
      while (json_object_iter_next_ordered (&iter, &member, &node))
        {
          maak_json_place_init_member (&child, place, member, node);
          read_place (&child);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (place->node))
    {
      JsonArray *array = NULL;
      maak_json_place_get_array (place, &array, NULL);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          maak_json_place_init_element (&child, place, i, json_array_get_element (array, i));
          read_place (&child);
        }
    }
  else if (json_node_get_value_type (place->node) == G_TYPE_STRING)
    {
      const char *string;
      maak_json_place_get_string (place, &string, NULL);
    }
  else
    {
      double number;
      maak_json_place_get_double (place, &number, NULL);
    }
}

static void
check (gpointer data)
{
  Input *input = data;

  g_assert_true (maak_json_check (input->text, input->length, &maak_json_limits_plan, NULL));
}

static void
parse_raw (gpointer data)
{
  Input *input = data;
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, input->text, (gssize) input->length, NULL));
}

static void
parse (gpointer data)
{
  Input *input = data;
  g_autoptr (JsonNode) node = maak_json_parse (input->text, input->length, &maak_json_limits_plan, NULL);

  g_assert_nonnull (node);
}

static void
open_plan (gpointer data)
{
  Input *input = data;
  g_autoptr (JsonNode) node = maak_json_parse (input->text, input->length, &maak_json_limits_plan, NULL);
  MaakJsonPlace root;

  maak_json_place_init_root (&root, node);
  read_place (&root);
}

static void
write_plan (gpointer data)
{
  Input *input = data;
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  maak_json_writer_node (writer, input->root);
  bytes = maak_json_writer_end (writer);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, input->length);
}

static char *
generate (Input *input, gsize *length)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, input->root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, length);
}

static void
write_raw (gpointer data)
{
  gsize            length;
  g_autofree char *text = generate (data, &length);

  g_assert_nonnull (text);
}

static void
save_plan (gpointer data)
{
  Input *input = data;
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) back = NULL;
  const char *text;
  gsize       length;

  maak_json_writer_node (writer, input->root);
  bytes = maak_json_writer_end (writer);
  text = g_bytes_get_data (bytes, &length);
  back = maak_json_parse (text, length, &maak_json_limits_plan, NULL);
  g_assert_true (json_node_equal (back, input->root));
}

static void
save_raw (gpointer data)
{
  gsize            length;
  g_autofree char *text = generate (data, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
}

int
main (void)
{
  Input input = { 0 };

  input.text = make_plan (&input.length);
  input.root = maak_json_parse (input.text, input.length, &maak_json_limits_plan, NULL);
  g_print ("JSON of %" G_GSIZE_FORMAT " bytes; the reference is json-glib\n", input.length);
  maak_bench_head ();
  maak_bench_absolute ("check alone", check, &input, 3.0);
  maak_bench_ratio ("check and parse", parse, parse_raw, &input, 0);
  maak_bench_ratio ("S5 open: check, parse, read every value", open_plan, parse_raw, &input, 1.6);
  maak_bench_ratio ("write canonical", write_plan, write_raw, &input, 0);
  maak_bench_ratio ("S5 save: write, parse back, compare", save_plan, save_raw, &input, 1.5);
  json_node_unref (input.root);
  g_free (input.text);
  return 0;
}
