/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The plan as a tree: what is kept that no template knows, renamed fields, ids, paths, own terms, references, who may
 * read what, and the templates that a plan takes along. */

#include "plan-fixture.h"

#include "plan/maak-field-type.h"

static MaakLibrary *library;

static MaakPlan *
load (const char *json)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (json), "'", '"');

  return fixture_plan (library, quoted);
}

static void
assert_written (MaakPlan   *plan,
                const char *expected)
{
  g_autofree char *written = g_strdelimit (fixture_write_squeezed (plan), "\"", '\'');

  g_assert_cmpstr (written, ==, expected);
}

/* --- What comes back --- */

static const struct
{
  const char *name, *read, *written;
} kept[] = {
  { "canonical order", "{'items':[],'title':{'nl':'T'},'id':'p'}", "{'id':'p','title':{'nl':'T'}}" },
  { "unknown members last", "{'later':{'a':[1,null,true]},'id':'p','title':{'nl':'T'},'also':0.5}", "{'id':'p','title':{'nl':'T'},'later':{'a':[1,null,true]},'also':0.5}" },
  { "old id of a field", "{'id':'p','items':[{'id':'i','naam':'A'}]}", "{'id':'p','items':[{'id':'i','name':'A'}]}" },
  { "older id of a field", "{'id':'p','items':[{'id':'i','title':'A'}]}", "{'id':'p','items':[{'id':'i','name':'A'}]}" },
  { "computed field that was stored", "{'id':'p','items':[{'id':'i','double':8,'count':3}]}", "{'id':'p','items':[{'id':'i','count':3,'double':8}]}" },
  { "unknown template", "{'id':'p','proposals':[{'id':'x','template':'regio-deal','title':{'nl':'R'},'budget':[{'id':'y'}]}]}", "{'id':'p','proposals':[{'id':'x','template':'regio-deal','title':{'nl':'R'},'budget':[{'id':'y'}]}]}" },
  { "template that extends", "{'id':'p','proposals':[{'id':'x','template':'measure'},{'id':'y','template':'hidden-measure'}]}", "{'id':'p','proposals':[{'id':'x','template':'measure'},{'id':'y','template':'hidden-measure'}]}" },
};

static void
test_kept (gconstpointer data)
{
  const typeof (kept[0]) *row = data;
  g_autoptr (MaakPlan) plan = load (row->read);

  assert_written (plan, row->written);
}

static void
test_member_twice (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_plan_or_error (library, "{\"id\":\"p\",\"items\":[{\"id\":\"i\",\"name\":\"A\",\"naam\":\"B\"}]}", &error));
  g_assert_cmpstr (maak_error_get_path (error), ==, "items[0].naam");
  maak_test_assert_worded (error);
}

static void
test_unknown_record (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p','proposals':[{'id':'x','template':'regio-deal','title':{'nl':'R'}}],'items':[{'id':'i','links':['x']}]}");
  MaakRecord      *record = maak_plan_lookup (plan, "x");
  g_autofree char *title = maak_record_dup_title (record, MAAK_LANGUAGE_EN);

  g_assert_true (maak_record_is_unknown (record));
  g_assert_cmpstr (maak_record_get_template_id (record), ==, "regio-deal");
  g_assert_true (maak_template_is_unknown (maak_record_get_template (record)));
  g_assert_cmpuint (maak_template_get_n_fields (maak_record_get_template (record)), ==, 0);
  g_assert_cmpstr (title, ==, "Unknown part");
  g_assert_false (maak_record_is_empty (record));
  maak_plan_remove (plan, record);
  assert_written (plan, "{'id':'p','items':[{'id':'i'}]}");
  g_assert_true (maak_plan_undo (plan));
  assert_written (plan, "{'id':'p','items':[{'id':'i','links':['x']}],'proposals':[{'id':'x','template':'regio-deal','title':{'nl':'R'}}]}");
}

/* --- Ids and paths --- */

static const struct
{
  const char *name, *json, *path;
} twins[] = {
  { "in one list", "{'id':'p','items':[{'id':'i'},{'id':'i'}]}", "items[1].id" },
  { "in two lists", "{'id':'p','items':[{'id':'i'}],'parties':[{'id':'i'}]}", "parties[0].id" },
  { "in a list of a list", "{'id':'p','items':[{'id':'i','parts':[{'id':'i'}]}]}", "items[0].parts[0].id" },
  { "with the root", "{'id':'p','items':[{'id':'p'}]}", "items[0].id" },
};

static void
test_twins (gconstpointer data)
{
  const typeof (twins[0]) *row = data;
  g_autofree char         *json = g_strdelimit (g_strdup (row->json), "'", '"');
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_plan_or_error (library, json, &error));
  g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_DUPLICATE_ID);
  g_assert_cmpstr (maak_error_get_path (error), ==, row->path);
  maak_test_assert_worded (error);
}

#define TREE "{'id':'p','title':{'nl':'T'},'items':[{'id':'a','parts':[{'id':'b'},{'id':'c','budget':{'2027':5}}]},{'id':'d'}]}"

static const struct
{
  const char *name, *path, *id, *field, *rest; /* id NULL: refused */
} paths[] = {
  { "root", "", "p", NULL, NULL },
  { "field of the root", "title", "p", "title", NULL },
  { "language", "title.nl", "p", "title", "nl" },
  { "record", "items[1]", "d", NULL, NULL },
  { "record in a record", "items[0].parts[1]", "c", NULL, NULL },
  { "field in a record", "items[0].parts[1].budget", "c", "budget", NULL },
  { "year", "items[0].parts[1].budget.2027", "c", "budget", "2027" },
  { "old id", "items[0].naam", "a", "name", NULL },
  { "list", "items", "p", "items", NULL },
  { "no field", "colour", NULL, NULL, NULL },
  { "no such record", "items[2]", NULL, NULL, NULL },
  { "empty list", "parties[0]", NULL, NULL, NULL },
  { "list without a number", "items.name", NULL, NULL, NULL },
  { "number that is none", "items[x]", NULL, NULL, NULL },
  { "number not closed", "items[1", NULL, NULL, NULL },
  { "number below zero", "items[-1]", NULL, NULL, NULL },
  { "something behind a number", "items[1]name", NULL, NULL, NULL },
  { "number beyond 64 bits", "items[99999999999999999999]", NULL, NULL, NULL },
};

static void
test_path (gconstpointer data)
{
  const typeof (paths[0]) *row = data;
  g_autoptr (MaakPlan) plan = load (TREE);
  g_autoptr (GError) error = NULL;
  g_autofree char *rest = NULL;
  MaakRecord      *record = NULL;
  const MaakField *field = NULL;

  if (row->id == NULL)
    {
      g_assert_false (maak_plan_resolve (plan, row->path, &record, &field, &rest, &error));
      g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_NO_SUCH_PATH);
      maak_test_assert_worded (error);
      return;
    }
  g_assert_true (maak_plan_resolve (plan, row->path, &record, &field, &rest, &error));
  g_assert_cmpstr (maak_record_get_id (record), ==, row->id);
  g_assert_cmpstr (field != NULL ? field->id : NULL, ==, row->field);
  g_assert_cmpstr (rest, ==, row->rest);
}

static void
compare_path_cb (MaakRecord *record,
                 gpointer    plan)
{
  g_autofree char *path = maak_plan_dup_path (plan, record, NULL);

  g_assert_true (fixture_record (plan, path) == record);
  g_assert_true (maak_plan_lookup (plan, maak_record_get_id (record)) == record);
}

static void
test_path_both_ways (void)
{
  g_autoptr (MaakPlan) plan = load (TREE);
  g_autofree char *path = NULL;
  MaakRecord      *record;
  const MaakField *field;

  g_assert_cmpuint (maak_plan_get_n_records (plan), ==, 5);
  maak_plan_foreach (plan, compare_path_cb, plan);
  fixture_find (plan, "items[0].parts[1].budget", &record, &field);
  path = maak_plan_dup_path (plan, record, field);
  g_assert_cmpstr (path, ==, "items[0].parts[1].budget");
  /* Paths follow a move. */
  maak_plan_move (plan, maak_plan_lookup (plan, "d"), 0);
  maak_plan_foreach (plan, compare_path_cb, plan);
  g_assert_cmpuint (maak_record_get_position (maak_plan_lookup (plan, "a")), ==, 1);
}

/* --- Records --- */

static void
test_sections_begun (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p','items':[{'id':'i'}]}");
  MaakRecord *root = maak_plan_get_root (plan);

  g_assert_false (maak_record_section_is_begun (root, maak_template_get_section (maak_record_get_template (root), 0)));
  g_assert_true (maak_record_section_is_begun (root, maak_template_get_section (maak_record_get_template (root), 1)));
  g_assert_true (maak_record_is_empty (fixture_record (plan, "items[0]")));
}

static void
test_copy_new_ids (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p','items':[{'id':'a','story':{'nl':'Zie [deel](maak:b) en [ander](maak:z).','en':'x','outdated':'en'},'links':['b','z'],'parts':[{'id':'b','paper':{'name':'f','party':'a'}}]}]}");
  g_autoptr (MaakRecord) copy = maak_record_copy (fixture_record (plan, "items[0]"), TRUE);
  const MaakTemplate *item = maak_record_get_template (copy);
  MaakRecord         *part = maak_value_get_records (maak_record_get (copy, maak_template_lookup_field (item, "parts")), NULL)[0];
  const char *const  *links = maak_value_get_ids (maak_record_get (copy, maak_template_lookup_field (item, "links")), NULL);
  MaakText           *story = maak_value_get_text (maak_record_get (copy, maak_template_lookup_field (item, "story")));
  g_autofree char    *expected = g_strdup_printf ("Zie [deel](maak:%s) en [ander](maak:z).", maak_record_get_id (part));

  g_assert_cmpstr (maak_record_get_id (part), !=, "b");
  g_assert_true (g_uuid_string_is_valid (maak_record_get_id (part)));
  g_assert_true (maak_record_get_parent (part) == copy);
  g_assert_cmpstr (links[0], ==, maak_record_get_id (part));
  g_assert_cmpstr (links[1], ==, "z");
  g_assert_cmpstr (maak_text_get (story, MAAK_LANGUAGE_NL), ==, expected);
  g_assert_true (maak_text_is_outdated (story, MAAK_LANGUAGE_EN));
  g_assert_cmpstr (maak_value_get_file (maak_record_get (part, maak_template_lookup_field (item, "paper")))->party, ==, maak_record_get_id (copy));
}

/* --- References and own terms --- */

#define OWN "'terms':[{'id':'t','list':'colour','code':'own.1','label':{'nl':'Zelf','en':'Own'}}]"

static const struct
{
  const char *name, *before, *removed, *after;
} removals[] = {
  { "party", "{'id':'p','items':[{'id':'i','owner':'o'}],'parties':[{'id':'o'}]}", "parties[0]", "{'id':'p','items':[{'id':'i'}]}" },
  { "one of several refs", "{'id':'p','items':[{'id':'i','links':['o','q']}],'parties':[{'id':'o'},{'id':'q'}]}", "parties[0]", "{'id':'p','items':[{'id':'i','links':['q']}],'parties':[{'id':'q'}]}" },
  { "party of a file", "{'id':'p','items':[{'id':'i','paper':{'name':'f','party':'o'}}],'parties':[{'id':'o'}]}", "parties[0]", "{'id':'p','items':[{'id':'i','paper':{'name':'f'}}]}" },
  { "what lies inside", "{'id':'p','items':[{'id':'i','parts':[{'id':'j'}]},{'id':'k','links':['j']}]}", "items[0]", "{'id':'p','items':[{'id':'k'}]}" },
  { "links in prose stay", "{'id':'p','items':[{'id':'i','story':{'nl':'[x](maak:o)'}}],'parties':[{'id':'o'}]}", "parties[0]", "{'id':'p','items':[{'id':'i','story':{'nl':'[x](maak:o)'}}]}" },
  { "own term", "{'id':'p','items':[{'id':'i','own-colour':'own.1','own-colours':['red','own.1']}]," OWN "}", "terms[0]", "{'id':'p','items':[{'id':'i','own-colours':['red']}]}" },
  { "own term of two of a name", "{'id':'p','items':[{'id':'i','own-colour':'own.1'}],'terms':[{'id':'t','list':'colour','code':'own.1'},{'id':'u','list':'colour','code':'own.1'}]}", "terms[0]", "{'id':'p','items':[{'id':'i','own-colour':'own.1'}],'terms':[{'id':'u','list':'colour','code':'own.1'}]}" },
};

static void
test_removal (gconstpointer data)
{
  const typeof (removals[0]) *row = data;
  g_autoptr (MaakPlan) plan = load (row->before);
  g_autoptr (MaakRecord) record = g_object_ref (fixture_record (plan, row->removed));
  g_autofree char *reason = NULL;

  maak_plan_remove (plan, record);
  assert_written (plan, row->after);
  g_assert_null (maak_plan_lookup (plan, maak_record_get_id (record)));
  g_assert_null (maak_record_get_parent (record));
  reason = maak_message_dup_wording (maak_plan_get_undo_reason (plan), MAAK_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (reason, "Remove "));
  /* One step brings everything back to its place. */
  g_assert_true (maak_plan_undo (plan));
  assert_written (plan, row->before);
  g_assert_false (maak_plan_can_undo (plan));
  g_assert_true (maak_plan_redo (plan));
  assert_written (plan, row->after);
}

static const struct
{
  const char *name, *field, *typed, *uses; /* uses: what becomes of them */
} renames[] = {
  { "another code", "code", "own.2", "'own-colour':'own.2','own-colours':['red','own.2']" },
  { "code of a known term", "code", "blue", "'own-colour':'blue','own-colours':['red','blue']" },
  { "no code", "code", "", "'own-colours':['red']" },
  { "another list", "list", "sensitivity", "'own-colours':['red']" },
};

static void
test_rename (gconstpointer data)
{
  const typeof (renames[0]) *row = data;
  const char                *before = "{'id':'p','items':[{'id':'i','own-colour':'own.1','own-colours':['red','own.1']}]," OWN "}";
  g_autoptr (MaakPlan) plan = load (before);
  MaakRecord      *term = fixture_record (plan, "terms[0]");
  const MaakField *field = maak_template_lookup_field (maak_record_get_template (term), row->field);
  g_autoptr (MaakValue) value = maak_field_value_parse (library, field, maak_record_get (term, field), NULL, row->typed, MAAK_LANGUAGE_NL, NULL);
  g_autofree char *json = NULL;
  g_autofree char *quoted = NULL;
  g_autoptr (MaakPlan) again = NULL;

  maak_plan_set (plan, term, field, value);
  json = fixture_write (plan);
  quoted = g_strdelimit (fixture_squeeze (json), "\"", '\'');
  g_assert_nonnull (strstr (quoted, row->uses));
  /* What was written opens again. */
  again = fixture_plan (library, json);
  g_assert_true (maak_plan_undo (plan));
  assert_written (plan, before);
}

static void
test_own_terms (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p'," OWN "}");
  const MaakVocabulary *colour = maak_library_lookup_vocabulary (library, "colour");
  g_autofree char      *own = maak_plan_dup_term_label (plan, colour, "own.1", MAAK_LANGUAGE_EN);
  g_autofree char      *red = maak_plan_dup_term_label (plan, colour, "red", MAAK_LANGUAGE_EN);
  g_autofree char      *nobodys = maak_plan_dup_term_label (plan, colour, "green", MAAK_LANGUAGE_EN);

  g_assert_cmpstr (own, ==, "Own");
  g_assert_cmpstr (red, ==, "Red");
  g_assert_cmpstr (nobodys, ==, "green");
  g_assert_true (maak_plan_has_term (plan, colour, "own.1") && maak_plan_has_term (plan, colour, "red") && !maak_plan_has_term (plan, colour, "green"));
  g_assert_false (maak_plan_has_term (plan, maak_library_lookup_vocabulary (library, "sensitivity"), "own.1"));
  maak_plan_remove (plan, fixture_record (plan, "terms[0]"));
  g_assert_false (maak_plan_has_term (plan, colour, "own.1"));
}

/* --- Edits from outside --- */

static void
test_read_only (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p'}");
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *title = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE);
  g_autoptr (GError) error = NULL;

  maak_plan_set_read_only (plan, TRUE);
  g_assert_false (maak_plan_set_checked (plan, root, title, NULL, &error));
  g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_READ_ONLY);
  maak_test_assert_worded (error);
  g_assert_false (maak_plan_undo (plan));
}

static void
test_checked_list (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p','items':[{'id':'i'}],'parties':[{'id':'o'}]}");
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *items = maak_template_lookup_field (maak_record_get_template (root), "items");
  g_autoptr (MaakRecord) twin = maak_record_new (items->of, "o");
  g_autoptr (MaakRecord) good = maak_record_new (items->of, "q");
  g_autoptr (MaakValue) bad_list = maak_value_new_list ((MaakRecord *const[]) { twin, NULL }, 1);
  g_autoptr (MaakValue) double_list = maak_value_new_list ((MaakRecord *const[]) { good, good, NULL }, 2);
  g_autoptr (MaakValue) good_list = maak_value_new_list ((MaakRecord *const[]) { good, fixture_record (plan, "items[0]"), NULL }, 2);
  g_autoptr (GError) error = NULL;

  g_assert_false (maak_plan_set_checked (plan, root, items, bad_list, &error));
  g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_DUPLICATE_ID);
  g_clear_error (&error);
  g_assert_false (maak_plan_set_checked (plan, root, items, double_list, &error));
  g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_DUPLICATE_ID);
  g_clear_error (&error);
  g_assert_true (maak_plan_set_checked (plan, root, items, good_list, &error));
  assert_written (plan, "{'id':'p','items':[{'id':'q'},{'id':'i'}],'parties':[{'id':'o'}]}");
  g_assert_true (maak_record_get_parent (good) == root);
}

/* --- Who may read what --- */

static const struct
{
  const char     *name, *json, *path;
  MaakSensitivity sensitivity;
} sensitivities[] = {
  { "nothing said", "{'id':'p','items':[{'id':'i'}]}", "items[0]", MAAK_SENSITIVITY_PUBLIC },
  { "record", "{'id':'p','items':[{'id':'i','secrecy':'internal'}]}", "items[0]", MAAK_SENSITIVITY_INTERNAL },
  { "template", "{'id':'p','proposals':[{'id':'i','template':'hidden-measure'}]}", "proposals[0]", MAAK_SENSITIVITY_CONFIDENTIAL },
  { "list", "{'id':'p','secrets':[{'id':'i'}]}", "secrets[0]", MAAK_SENSITIVITY_INTERNAL },
  { "the stricter of both", "{'id':'p','secrets':[{'id':'i','secrecy':'confidential'}]}", "secrets[0]", MAAK_SENSITIVITY_CONFIDENTIAL },
  { "a public record cannot loosen its list", "{'id':'p','secrets':[{'id':'i','secrecy':'public'}]}", "secrets[0]", MAAK_SENSITIVITY_INTERNAL },
  { "within a secret record", "{'id':'p','items':[{'id':'i','secrecy':'internal','parts':[{'id':'j','secrecy':'public'}]}]}", "items[0].parts[0]", MAAK_SENSITIVITY_INTERNAL },
  { "unknown template", "{'id':'p','proposals':[{'id':'i','template':'x'}]}", "proposals[0]", MAAK_SENSITIVITY_CONFIDENTIAL },
};

static void
test_sensitivity (gconstpointer data)
{
  const typeof (sensitivities[0]) *row = data;
  g_autoptr (MaakPlan) plan = load (row->json);

  g_assert_cmpint (maak_record_get_sensitivity (fixture_record (plan, row->path)), ==, row->sensitivity);
}

static const struct
{
  const char *name, *whole, *public;
} projections[] = {
  { "public stays", "{'id':'p','title':{'nl':'T','en':'U','outdated':'en'},'items':[{'id':'i','name':'A','secrecy':'public'}]}", "{'id':'p','title':{'nl':'T','en':'U','outdated':'en'},'items':[{'id':'i','name':'A','secrecy':'public'}]}" },
  { "field", "{'id':'p','items':[{'id':'i','name':'A','contact':'SECRET'}]}", "{'id':'p','items':[{'id':'i','name':'A'}]}" },
  { "does not apply, for a reason that is secret", "{'id':'p','items':[{'id':'i','name':'A','links':['SECRET'],'contact':'SECRET','without-contact':'SECRET','rows-without-contact':[{'id':'SECRET','name':'SECRET'}]}]}", "{'id':'p','items':[{'id':'i','name':'A'}]}" },
  { "applies", "{'id':'p','items':[{'id':'i','without-contact':'A'}]}", "{'id':'p','items':[{'id':'i','without-contact':'A'}]}" },
  { "record", "{'id':'p','items':[{'id':'i','name':'SECRET','secrecy':'internal'},{'id':'j'}]}", "{'id':'p','items':[{'id':'j'}]}" },
  { "template", "{'id':'p','proposals':[{'id':'i','template':'hidden-measure','title':{'nl':'SECRET'}}]}", "{'id':'p'}" },
  { "list", "{'id':'p','secrets':[{'id':'i','name':'SECRET'}]}", "{'id':'p'}" },
  { "within a secret record", "{'id':'p','items':[{'id':'i','parts':[{'id':'j','name':'SECRET'}],'secrecy':'internal'}]}", "{'id':'p'}" },
  { "unknown template", "{'id':'p','proposals':[{'id':'i','template':'x','title':'SECRET'}]}", "{'id':'p'}" },
  { "unknown member", "{'id':'p','items':[{'id':'i','notes':'SECRET'}],'notes':'SECRET'}", "{'id':'p','items':[{'id':'i'}]}" },
  { "reference to a secret", "{'id':'p','items':[{'id':'i','owner':'SECRET','links':['SECRET','j']},{'id':'j'}],'parties':[{'id':'SECRET','secrecy':'internal'}]}", "{'id':'p','items':[{'id':'i','links':['j']},{'id':'j'}]}" },
  { "reference to nothing", "{'id':'p','items':[{'id':'i','owner':'SECRET'}]}", "{'id':'p','items':[{'id':'i'}]}" },
  { "link in prose", "{'id':'p','items':[{'id':'i','story':{'nl':'Zie [dit](maak:SECRET) en [dat](maak:j).','en':'[a](maak:SECRET)'}},{'id':'j'}],'parties':[{'id':'SECRET','secrecy':'confidential'}]}", "{'id':'p','items':[{'id':'i','story':{'nl':'Zie dit en [dat](maak:j).','en':'a'}},{'id':'j'}]}" },
  { "conversation in the evidence", "{'id':'p','items':[{'id':'i','links':['e','f']}],'evidence':[{'id':'e','name':{'nl':'SECRET'},'cites':{'kind':'conversation','author':'SECRET'}},{'id':'f','cites':{'kind':'document','author':'A'}}]}", "{'id':'p','items':[{'id':'i','links':['f']}],'evidence':[{'id':'f','cites':{'kind':'document','author':'A'}}]}" },
  { "conversation in a field", "{'id':'p','items':[{'id':'i','name':'A','source':{'kind':'conversation','author':'SECRET'}}]}", "{'id':'p','items':[{'id':'i','name':'A'}]}" },
  { "place and party of a file", "{'id':'p','items':[{'id':'i','paper':{'name':'f.pdf','party':'SECRET','hash':'00','place':'/home/SECRET/f.pdf'}}],'parties':[{'id':'SECRET','secrecy':'internal'}]}", "{'id':'p','items':[{'id':'i','paper':{'name':'f.pdf','hash':'00'}}]}" },
  { "own term that is secret", "{'id':'p','items':[{'id':'i','own-colour':'SECRET','own-colours':['red','SECRET','fine']}],'terms':[{'id':'t','list':'colour','code':'SECRET','secrecy':'internal'},{'id':'u','list':'colour','code':'fine'}]}", "{'id':'p','items':[{'id':'i','own-colours':['red','fine']}],'terms':[{'id':'u','list':'colour','code':'fine'}]}" },
};

static void
test_projection (gconstpointer data)
{
  const typeof (projections[0]) *row = data;
  g_autoptr (MaakPlan) plan = load (row->whole);
  g_autoptr (MaakPlan) public = maak_plan_new_public (plan);
  g_autofree char *written = fixture_write (public);

  assert_written (public, row->public);
  g_assert_null (strstr (written, "SECRET"));
  g_assert_true (maak_plan_get_read_only (public));
  assert_written (plan, row->whole);
}

/* --- Templates that a plan takes along --- */

static void
test_dup_embedded (void)
{
  const char *text = "[{\"id\":\"line\",\"kind\":\"proposal\",\"extends\":\"line-base\",\"label\":{\"nl\":\"Lijn\"},\"sections\":[{\"id\":\"own\",\"label\":{\"nl\":\"E\"},\"fields\":[{\"id\":\"bits\",\"type\":\"list\",\"of\":\"bit\",\"label\":{\"nl\":\"B\"}}]}]},"
                     "{\"id\":\"line-base\",\"abstract\":true,\"extends\":\"proposal\",\"label\":{\"nl\":\"Basis\"}},{\"id\":\"bit\",\"label\":{\"nl\":\"Stukje\"}},{\"id\":\"unused\",\"label\":{\"nl\":\"Niets\"}}]";
  g_autoptr (JsonNode) templates = maak_json_parse (text, strlen (text), &maak_json_limits_template, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) layer = maak_library_new_with_embedded (library, json_node_get_array (templates), &error);
  g_autoptr (MaakPlan) plain = load ("{'id':'p','items':[{'id':'i'}]}");
  g_autoptr (MaakPlan) plan = NULL;
  g_autoptr (MaakPlan) elsewhere = NULL;
  g_autoptr (MaakLibrary) again = NULL;
  g_autoptr (JsonNode) embedded = NULL;
  g_autofree char *json = NULL;
  g_autofree char *back = NULL;
  JsonArray       *array;

  g_assert_no_error (error);
  g_assert_null (maak_plan_dup_embedded (plain));
  plan = fixture_plan (layer, "{\"id\":\"p\",\"proposals\":[{\"id\":\"l\",\"template\":\"line\",\"bits\":[{\"id\":\"b\"}]}]}");
  embedded = maak_plan_dup_embedded (plan);
  array = json_node_get_array (embedded);
  g_assert_cmpuint (json_array_get_length (array), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 0), "id"), ==, "bit");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 1), "id"), ==, "line");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 2), "id"), ==, "line-base");
  /* With them the plan opens elsewhere as it was. */
  again = maak_library_new_with_embedded (library, array, &error);
  g_assert_no_error (error);
  json = fixture_write (plan);
  elsewhere = fixture_plan (again, json);
  back = fixture_write (elsewhere);
  g_assert_cmpstr (back, ==, json);
  g_assert_false (maak_record_is_unknown (maak_plan_lookup (elsewhere, "l")));
}

int
main (int argc, char *argv[])
{
  int result;

  maak_test_init (&argc, &argv);
  library = fixture_library ();
  MAAK_TEST_TABLE ("/plan/plan/kept", kept, test_kept);
  MAAK_TEST_TABLE ("/plan/plan/twins", twins, test_twins);
  MAAK_TEST_TABLE ("/plan/plan/path", paths, test_path);
  MAAK_TEST_TABLE ("/plan/plan/removal", removals, test_removal);
  MAAK_TEST_TABLE ("/plan/plan/rename", renames, test_rename);
  MAAK_TEST_TABLE ("/plan/plan/sensitivity", sensitivities, test_sensitivity);
  MAAK_TEST_TABLE ("/plan/plan/projection", projections, test_projection);
  g_test_add_func ("/plan/plan/member-twice", test_member_twice);
  g_test_add_func ("/plan/plan/unknown-record", test_unknown_record);
  g_test_add_func ("/plan/plan/path-both-ways", test_path_both_ways);
  g_test_add_func ("/plan/plan/sections-begun", test_sections_begun);
  g_test_add_func ("/plan/plan/copy-new-ids", test_copy_new_ids);
  g_test_add_func ("/plan/plan/own-terms", test_own_terms);
  g_test_add_func ("/plan/plan/read-only", test_read_only);
  g_test_add_func ("/plan/plan/checked-list", test_checked_list);
  g_test_add_func ("/plan/plan/embedded", test_dup_embedded);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
