/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Undo and redo: which keystrokes are one step, what the signal tells, and for generated plans and edits that undoing
 * all gives back the same bytes, and redoing too. */

#include "plan-fixture.h"

static MaakLibrary *library;

/* --- Typing --- */

/* A script of what a person does to items[0].story: `=text` sets the Dutch, `~text` the English, `{` and `}` open and
 * close a group, `!` saves, `<` undoes, `>` redoes, `#` edits another field. */
typedef struct
{
  const char *name, *script;
  const char *undone; /* the Dutch after each undo, the latest first, joined by | */
} TypingCase;

static const TypingCase typing_cases[] = {
  { "one word is one step", "=d\n=da\n=dag", "" },
  { "a space begins the next", "=d\n=da\n=dag\n=dag \n=dag j\n=dag ji\n=dag jij", "dag|" },
  { "spaces alone do not", "=a\n=a \n=a  \n=a   b", "a|" },
  { "backspace goes on", "=d\n=da\n=dak\n=da\n=dag", "" },
  { "delete forward goes on", "=abd\n=axbd\n=axd", "abd|" },
  { "typing and taking back is nothing", "=abcdef\n=abcdefg\n=abcdef", "" },
  { "paste is a step", "=a\n=ab\n=ab een hele zin erbij\n=ab een hele zin erbij!", "ab een hele zin erbij|ab|" },
  { "cut is a step", "=een hele zin\n=een", "een hele zin|" },
  { "three letters at once are typing", "=a\n=abcd", "" },
  { "elsewhere begins anew", "=abcdef\n=abcdefg\n=xabcdefg", "abcdefg|abcdef|" },
  { "where a letter repeats", "=a\n=aa\n=aaa\n=aaaa", "" },
  { "in the middle", "=ad\n=abd\n=abcd", "ad|" },
  { "a gap typed in the middle", "=a d\n=a bd\n=a bcd\n=a bc d", "a bcd|a d|" },
  { "another language", "=a\n~x\n=ab", "a|a|" },
  { "both languages at once", "=a\n*b", "a|" },
  { "a group", "=a\n{\n=ab\n}\n=abc", "ab|a|" },
  { "an empty group ends it too", "=a\n{\n}\n=ab", "a|" },
  { "saved", "=a\n!\n=ab", "a|" },
  { "undone", "=a\n=ab\n<\n=b", "" },
  { "undone and redone", "=a\n=ab\n<\n>\n=abc", "ab|" },
  { "another field", "=a\n#\n=ab", "a|a|" },
  { "beyond ascii", "=\xc3\xa9\n=\xc3\xa9\xc3\xa9\n=\xc3\xa9\xc3\xa9n", "" },
  { "newline begins the next", "=a\n=a\t\n=a\tb", "a|" },
};

static const char *
get_story (MaakPlan *plan)
{
  MaakRecord *item = fixture_record (plan, "items[0]");
  MaakValue  *value = maak_record_get (item, maak_template_lookup_field (maak_record_get_template (item), "story"));

  return value != NULL ? maak_text_get (maak_value_get_text (value), MAAK_LANGUAGE_NL) : "";
}

static void
set_story (MaakPlan   *plan,
           const char *nl,
           const char *en)
{
  MaakRecord      *item = fixture_record (plan, "items[0]");
  const MaakField *story = maak_template_lookup_field (maak_record_get_template (item), "story");
  MaakValue       *before = maak_record_get (item, story);
  MaakText        *old = before != NULL ? maak_value_get_text (before) : NULL;
  g_autoptr (MaakText) text = maak_text_new (nl != NULL ? nl : old != NULL ? maak_text_get (old, MAAK_LANGUAGE_NL)
                                                                           : "",
                                             en != NULL ? en : old != NULL ? maak_text_get (old, MAAK_LANGUAGE_EN)
                                                                           : "");
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  maak_plan_set (plan, item, story, value);
}

static void
set_count (MaakPlan *plan,
           double    count)
{
  MaakRecord *item = fixture_record (plan, "items[0]");
  g_autoptr (MaakValue) value = maak_value_new_number (count);

  maak_plan_set (plan, item, maak_template_lookup_field (maak_record_get_template (item), "count"), value);
}

static void
run_script (MaakPlan   *plan,
            const char *script)
{
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      switch (lines[i][0])
        {
        case '=':
          set_story (plan, lines[i] + 1, NULL);
          break;
        case '~':
          set_story (plan, NULL, lines[i] + 1);
          break;
        case '*':
          set_story (plan, lines[i] + 1, lines[i] + 1);
          break;
        case '{':
          maak_plan_begin (plan, NULL);
          break;
        case '}':
          maak_plan_end (plan);
          break;
        case '!':
          maak_plan_mark_saved (plan);
          break;
        case '<':
          g_assert_true (maak_plan_undo (plan));
          break;
        case '>':
          g_assert_true (maak_plan_redo (plan));
          break;
        case '#':
          set_count (plan, 7);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static void
test_typing (gconstpointer data)
{
  const TypingCase *row = data;
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\"}]}");
  g_autofree char *end = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GString) undone = g_string_new (NULL);
  guint steps = 0;

  run_script (plan, row->script);
  end = fixture_write (plan);
  while (maak_plan_undo (plan))
    g_string_append_printf (undone, "%s%s", steps++ > 0 ? "|" : "", get_story (plan));
  g_assert_cmpstr (undone->str, ==, row->undone);
  while (maak_plan_redo (plan))
    steps--;
  g_assert_cmpuint (steps, ==, 0);
  again = fixture_write (plan);
  g_assert_cmpstr (again, ==, end);
}

/* While a run is open the same number, typed digit by digit, is one step; another field, undo, saving and the end of the run
 * begin another. */
static void
test_run (void)
{
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\"}]}");
  guint steps = 0;

  maak_plan_begin_run (plan);
  for (int i = 1; i <= 3; i++)
    set_count (plan, i);
  set_story (plan, "a", "");
  set_count (plan, 4);
  set_count (plan, 5);
  maak_plan_end_run (plan);
  set_count (plan, 6);
  while (maak_plan_undo (plan))
    steps++;
  g_assert_cmpuint (steps, ==, 4);
  /* What was typed away again is nothing. */
  maak_plan_begin_run (plan);
  set_count (plan, 8);
  maak_plan_mark_saved (plan);
  set_count (plan, 9);
  g_assert_true (maak_plan_is_modified (plan));
  set_count (plan, 8);
  g_assert_false (maak_plan_is_modified (plan));
  maak_plan_end_run (plan);
  for (steps = 0; maak_plan_undo (plan);)
    steps++;
  g_assert_cmpuint (steps, ==, 1);
}

static void
test_typing_many_steps (void)
{
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\"}]}");
  guint steps = 0;

  for (int i = 1; i <= 2000; i++)
    set_count (plan, i);
  while (maak_plan_undo (plan))
    steps++;
  g_assert_cmpuint (steps, ==, 2000);
}

/* --- Modified or not --- */

static void
test_modified (void)
{
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\"}]}");

  g_assert_false (maak_plan_is_modified (plan));
  set_count (plan, 1);
  g_assert_true (maak_plan_is_modified (plan));
  maak_plan_mark_saved (plan);
  g_assert_false (maak_plan_is_modified (plan));
  g_assert_true (maak_plan_undo (plan));
  g_assert_true (maak_plan_is_modified (plan));
  g_assert_true (maak_plan_redo (plan));
  g_assert_false (maak_plan_is_modified (plan));
  /* What was saved cannot be reached any more. */
  g_assert_true (maak_plan_undo (plan));
  set_count (plan, 2);
  g_assert_true (maak_plan_is_modified (plan));
  g_assert_true (maak_plan_undo (plan));
  g_assert_true (maak_plan_is_modified (plan));
}

static void
test_nothing_changed (void)
{
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\",\"count\":3}]}");
  MaakRecord *item = fixture_record (plan, "items[0]");

  set_count (plan, 3);
  maak_plan_move (plan, item, 0);
  maak_plan_begin (plan, NULL);
  maak_plan_end (plan);
  g_assert_false (maak_plan_can_undo (plan));
  g_assert_false (maak_plan_undo (plan));
  g_assert_false (maak_plan_redo (plan));
}

static void
test_groups_nest (void)
{
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\"}]}");

  maak_plan_begin (plan, maak_message_new (MAAK_PHRASE_PLAN_READ_ONLY, MAAK_ARG_END));
  set_count (plan, 1);
  maak_plan_begin (plan, maak_message_new (MAAK_PHRASE_PLAN_BAD_ID, MAAK_ARG_STRING, "id", "x", MAAK_ARG_END));
  set_count (plan, 2);
  maak_plan_end (plan);
  g_assert_false (maak_plan_can_undo (plan));
  maak_plan_end (plan);
  g_assert_cmpint (maak_message_get_phrase (maak_plan_get_undo_reason (plan)), ==, MAAK_PHRASE_PLAN_READ_ONLY);
  g_assert_null (maak_plan_get_redo_reason (plan));
  g_assert_true (maak_plan_undo (plan));
  g_assert_cmpint (maak_message_get_phrase (maak_plan_get_redo_reason (plan)), ==, MAAK_PHRASE_PLAN_READ_ONLY);
  g_assert_false (maak_plan_can_undo (plan));
}

/* --- What the signal tells --- */

static void
note_cb (MaakPlan   *plan,
         MaakChange *change,
         gpointer    data)
{
  static const char *const kinds[] = { "set", "insert", "remove", "move" };
  MaakValue               *now = maak_record_get (maak_change_get_record (change), maak_change_get_field (change));

  /* When it is told it was made. */
  g_assert_true (now == maak_change_get_after (change));
  g_string_append_printf (data, "%s %s", kinds[maak_change_get_kind (change)], maak_change_get_field (change)->id);
  if (maak_change_get_element (change) != NULL)
    g_string_append_printf (data, " %s %u-%u", maak_record_get_id (maak_change_get_element (change)), maak_change_get_from (change), maak_change_get_to (change));
  g_string_append_c (data, '|');
}

static void
test_signal (void)
{
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\",\"links\":[\"a\"]}]}");
  g_autoptr (GString) told = g_string_new (NULL);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *items = maak_template_lookup_field (maak_record_get_template (root), "items");
  g_autoptr (MaakRecord) new = maak_record_new (items->of, "n");

  g_signal_connect (plan, "changed", G_CALLBACK (note_cb), told);
  set_count (plan, 4);
  maak_plan_insert (plan, root, items, 1, new);
  maak_plan_move (plan, maak_plan_lookup (plan, "c"), 0);
  maak_plan_remove (plan, maak_plan_lookup (plan, "a"));
  g_assert_cmpstr (told->str, ==, "set count|insert items n 1-1|move items c 3-0|remove items a 1-1|set links|");
  g_string_truncate (told, 0);
  while (maak_plan_undo (plan))
    ;
  g_assert_cmpstr (told->str, ==, "set links|insert items a 1-1|move items c 0-3|remove items n 1-1|set count|");
  g_string_truncate (told, 0);
  while (maak_plan_redo (plan))
    ;
  g_assert_cmpstr (told->str, ==, "set count|insert items n 1-1|move items c 3-0|remove items a 1-1|set links|");
}

static void
test_records_outlive_plan (void)
{
  MaakPlan *plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"a\",\"parts\":[{\"id\":\"b\"}]}]}");
  g_autoptr (MaakRecord) part = g_object_ref (maak_plan_lookup (plan, "b"));
  g_autoptr (MaakRecord) item = g_object_ref (maak_plan_lookup (plan, "a"));

  g_object_unref (plan);
  g_assert_null (maak_record_get_parent (item));
  g_assert_true (maak_record_get_parent (part) == item);
  g_assert_cmpstr (maak_record_get_id (part), ==, "b");
}

/* --- Properties over generated plans and edits --- */

static MaakRecord *
generate_item (GRand *rand,
               guint *counter,
               int    depth)
{
  const MaakTemplate *item = maak_library_lookup (library, "item");
  g_autofree char    *id = g_strdup_printf ("r%u", (*counter)++);
  MaakRecord         *record = maak_record_new (item, id);
  int                 n = depth < 3 ? g_rand_int_range (rand, 0, 4) : 0;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MaakValue) list = NULL;

  for (int i = 0; i < n; i++)
    g_ptr_array_add (parts, generate_item (rand, counter, depth + 1));
  list = maak_value_new_list ((MaakRecord *const *) parts->pdata, parts->len);
  maak_record_init_value (record, maak_template_lookup_field (item, "parts"), list);
  return record;
}

static MaakPlan *
generate_plan (GRand *rand,
               guint *counter)
{
  const MaakTemplate *template = maak_library_get_plan_template (library);
  MaakRecord *root = maak_record_new (template, "p");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MaakValue) list = NULL;
  g_autoptr (GError) error = NULL;
  MaakPlan *plan;

  for (int i = 0; i < 4; i++)
    g_ptr_array_add (items, generate_item (rand, counter, 0));
  list = maak_value_new_list ((MaakRecord *const *) items->pdata, items->len);
  maak_record_init_value (root, maak_template_lookup_field (template, "items"), list);
  plan = maak_plan_new (library, root, &error);
  g_assert_no_error (error);
  return plan;
}

static void
collect_cb (MaakRecord *record,
            gpointer    data)
{
  g_ptr_array_add (data, record);
}

static char *
generate_id (GRand    *rand,
             MaakPlan *plan)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  maak_plan_foreach (plan, collect_cb, records);
  return g_strdup (maak_record_get_id (g_ptr_array_index (records, g_rand_int_range (rand, 0, (int) records->len))));
}

static MaakValue *
generate_value (GRand           *rand,
                MaakPlan        *plan,
                const MaakField *field)
{
  static const char *const colours[] = { "red", "blue", "warm" };
  static const char *const words[] = { "een", "twee woorden", "R&D", "regel\\n", "\xe2\x82\xac 5", "**vet**", "\"quote\"" };
  g_autofree char         *id = generate_id (rand, plan);
  g_autofree char         *other = generate_id (rand, plan);
  const char              *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
  const char              *colour = colours[g_rand_int_range (rand, 0, G_N_ELEMENTS (colours))];
  int                      year = g_rand_int_range (rand, 2020, 2040);
  MaakDate                 day = { (gint16) year, 5, 1 }, end = { (gint16) (year + 4), 12, 31 };
  MaakSeriesPoint          points[] = { { .year = year + 1, .number = 1.5, .integer = 7 }, { .year = year, .number = g_rand_double (rand), .integer = g_rand_int (rand) } };
  MaakCitationParts        parts = { .kind = MAAK_CITATION_DOCUMENT, .author = word, .year = year };
  g_autoptr (MaakCitation) citation = maak_citation_new (&parts);
  g_autoptr (MaakText) text = field->one_language ? maak_text_new (word, NULL) : maak_text_new_outdated (word, "words", MAAK_LANGUAGE_EN);

  switch (field->type)
    {
    case MAAK_FIELD_TEXT:
      return maak_value_new_text (text);
    case MAAK_FIELD_NUMBER:
      return maak_value_new_number (g_rand_double_range (rand, -1e6, 1e6));
    case MAAK_FIELD_MONEY:
      return maak_value_new_integer (((gint64) g_rand_int (rand) << 20) - 5);
    case MAAK_FIELD_DATE:
      return maak_value_new_date (day);
    case MAAK_FIELD_PERIOD:
      return maak_value_new_span (day, end);
    case MAAK_FIELD_CHOICE:
      return maak_value_new_code (field->role == MAAK_ROLE_SENSITIVITY ? "internal" : colour);
    case MAAK_FIELD_CHOICES:
      return maak_value_new_codes ((const char *const[]) { colour, NULL });
    case MAAK_FIELD_REGIONS:
      return maak_value_new_codes ((const char *const[]) { "PV23", "PV25", NULL });
    case MAAK_FIELD_PARTY:
      return maak_value_new_ids ((const char *const[]) { id, NULL });
    case MAAK_FIELD_REFS:
      return maak_value_new_ids ((const char *const[]) { id, strcmp (id, other) != 0 ? other : NULL, NULL });
    case MAAK_FIELD_SERIES:
      return maak_value_new_series (points, 2, field->is_money);
    case MAAK_FIELD_CITATION:
      return maak_value_new_citation (citation);
    case MAAK_FIELD_FILE:
      return maak_value_new_file (&(MaakFileRef) { .name = word, .party = id, .date = day });
    case MAAK_FIELD_LIST:
    default:
      return NULL;
    }
}

static void
edit_field (GRand      *rand,
            MaakPlan   *plan,
            MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);
  const MaakField *field = maak_template_get_field (template, (guint) g_rand_int_range (rand, 0, (int) maak_template_get_n_fields (template)));
  g_autoptr (MaakValue) value = g_rand_int_range (rand, 0, 4) > 0 ? generate_value (rand, plan, field) : NULL;

  if (field->value == NULL && field->type != MAAK_FIELD_LIST)
    maak_plan_set (plan, record, field, value);
}

static void
edit_list (GRand      *rand,
           MaakPlan   *plan,
           MaakRecord *record,
           guint      *counter)
{
  const MaakField *parts = maak_template_lookup_field (maak_library_lookup (library, "item"), "parts");
  g_autoptr (MaakRecord) new = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (MaakValue) list = NULL;
  MaakRecord *const *records;
  MaakValue         *before = maak_record_get (record, parts);
  guint              n = 0;

  if (before == NULL || g_rand_boolean (rand))
    {
      new = generate_item (rand, counter, 2);
      maak_plan_insert (plan, record, parts, (guint) g_rand_int_range (rand, 0, 5), new);
      return;
    }
  /* The list at once: every other record, in reverse, and a new one. */
  records = maak_value_get_records (before, &n);
  kept = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = n; i > 0; i -= MIN (i, 2))
    g_ptr_array_add (kept, g_object_ref (records[i - 1]));
  g_ptr_array_add (kept, generate_item (rand, counter, 2));
  list = maak_value_new_list ((MaakRecord *const *) kept->pdata, kept->len);
  maak_plan_set (plan, record, parts, list);
}

static void
edit (GRand    *rand,
      MaakPlan *plan,
      guint    *counter)
{
  g_autofree char *id = generate_id (rand, plan);
  MaakRecord      *record = maak_plan_lookup (plan, id);
  int              what = g_rand_int_range (rand, 0, 12);

  if (maak_record_get_parent (record) == NULL)
    return;
  if (what < 6)
    edit_field (rand, plan, record);
  else if (what < 8)
    edit_list (rand, plan, record, counter);
  else if (what == 8)
    maak_plan_remove (plan, record);
  else if (what == 9)
    maak_plan_move (plan, record, (guint) g_rand_int_range (rand, 0, 5));
  else if (what == 10)
    maak_plan_undo (plan);
  else
    maak_plan_redo (plan);
}

static void
assert_tree_cb (MaakRecord *record,
                gpointer    plan)
{
  MaakRecord      *parent = maak_record_get_parent (record);
  const MaakField *field = maak_record_get_parent_field (record);

  g_assert_true (maak_plan_lookup (plan, maak_record_get_id (record)) == record);
  if (parent == NULL)
    g_assert_true (record == maak_plan_get_root (plan));
  else
    g_assert_true (maak_value_get_records (maak_record_get (parent, field), NULL)[maak_record_get_position (record)] == record);
}

static void
assert_tree (MaakPlan *plan)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  maak_plan_foreach (plan, collect_cb, records);
  g_assert_cmpuint (records->len, ==, maak_plan_get_n_records (plan));
  maak_plan_foreach (plan, assert_tree_cb, plan);
}

static void
test_undo_all (gconstpointer data)
{
  guint  seed = GPOINTER_TO_UINT (data), counter = 0;
  GRand *rand = g_rand_new_with_seed (seed);
  g_autoptr (MaakPlan) plan = generate_plan (rand, &counter);
  g_autofree char *start = fixture_write (plan);
  g_autofree char *end = NULL;

  for (int i = 0; i < 200; i++)
    {
      gboolean grouped = g_rand_int_range (rand, 0, 10) == 0;

      if (grouped)
        maak_plan_begin (plan, NULL);
      for (int j = 0; j < (grouped ? 5 : 1); j++)
        edit (rand, plan, &counter);
      if (grouped)
        maak_plan_end (plan);
    }
  while (maak_plan_redo (plan)) /* what the last edits undid */
    ;
  assert_tree (plan);
  end = fixture_write (plan);
  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      while (maak_plan_undo (plan))
        ;
      assert_tree (plan);
      undone = fixture_write (plan);
      g_assert_cmpstr (undone, ==, start);
      while (maak_plan_redo (plan))
        ;
      assert_tree (plan);
      redone = fixture_write (plan);
      g_assert_cmpstr (redone, ==, end);
    }
  g_rand_free (rand);
}

static void
test_load_of_save (gconstpointer data)
{
  guint  seed = GPOINTER_TO_UINT (data), counter = 0;
  GRand *rand = g_rand_new_with_seed (seed);
  g_autoptr (MaakPlan) plan = generate_plan (rand, &counter);
  g_autoptr (MaakPlan) again = NULL;
  g_autoptr (MaakRecord) copy = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *resaved = NULL;

  for (int i = 0; i < 300; i++)
    edit (rand, plan, &counter);
  saved = fixture_write (plan);
  again = fixture_plan (library, saved);
  resaved = fixture_write (again);
  g_assert_cmpstr (resaved, ==, saved);
  g_assert_true (maak_record_equal (maak_plan_get_root (plan), maak_plan_get_root (again)));
  copy = maak_record_copy (maak_plan_get_root (plan), FALSE);
  g_assert_true (maak_record_equal (maak_plan_get_root (plan), copy));
  g_rand_free (rand);
}

static void
add_seeds (const char   *prefix,
           GTestDataFunc function)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", prefix, seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), function);
    }
}

/* Edits of a very long text do not fill the memory: the oldest can no longer be undone, and what was saved before them is out of reach. */
static void
test_long_text (void)
{
  enum
  {
    LENGTH = 1000000,
    EDITS = 160,
  };
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\"}]}");
  guint undone = 0;

  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *text = g_strnfill (LENGTH, (char) ('a' + i % 26));
      set_story (plan, text, "");
    }
  while (maak_plan_can_undo (plan))
    {
      maak_plan_undo (plan);
      undone++;
    }
  g_assert_cmpuint (undone, >, 100);
  g_assert_cmpuint (undone, <, 150);
  g_assert_true (maak_plan_is_modified (plan));
  g_assert_cmpint (get_story (plan)[0], ==, 'a' + (EDITS - 1 - undone) % 26);
  while (maak_plan_can_redo (plan))
    maak_plan_redo (plan);
  g_assert_cmpint (get_story (plan)[0], ==, 'a' + (EDITS - 1) % 26);
}

int
main (int argc, char *argv[])
{
  int result;

  maak_test_init (&argc, &argv);
  library = fixture_library ();
  MAAK_TEST_TABLE ("/plan/history/typing", typing_cases, test_typing);
  g_test_add_func ("/plan/history/run", test_run);
  g_test_add_func ("/plan/history/many-steps", test_typing_many_steps);
  g_test_add_func ("/plan/history/long-text", test_long_text);
  g_test_add_func ("/plan/history/modified", test_modified);
  g_test_add_func ("/plan/history/nothing-changed", test_nothing_changed);
  g_test_add_func ("/plan/history/groups-nest", test_groups_nest);
  g_test_add_func ("/plan/history/signal", test_signal);
  g_test_add_func ("/plan/history/records-outlive-plan", test_records_outlive_plan);
  add_seeds ("/plan/history/undo-all", test_undo_all);
  add_seeds ("/plan/history/load-of-save", test_load_of_save);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
