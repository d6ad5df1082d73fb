/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The buffer in which prose is edited: what it reads it writes, keys make and leave lists, bold and links stay with their
 * words, chips go as a whole, and the cursor stays where it was. No display is needed. */

#include "maak-test.h"

#include "shell/editors/maak-prose-buffer.h"

static guint n_edited;

static char *
chip_cb (const char *id,
         const char *words,
         gpointer    data)
{
  return g_str_has_prefix (id, "source") ? g_strdup ("18,3\u00a0%") : NULL;
}

static void
edited_cb (void)
{
  n_edited++;
}

static MaakProseBuffer *
make (const char *string)
{
  MaakProseBuffer *buffer = maak_prose_buffer_new (TRUE, chip_cb, NULL);

  maak_prose_buffer_set_string (buffer, string);
  n_edited = 0;
  g_signal_connect (buffer, "edited", G_CALLBACK (edited_cb), NULL);
  return buffer;
}

static void
assert_string (MaakProseBuffer *buffer,
               const char      *want)
{
  g_autofree char *got = maak_prose_buffer_dup_string (buffer);

  g_assert_cmpstr (got, ==, want);
}

static const struct
{
  const char *name, *string;
} kept[] = {
  { "nothing", "" },
  { "a sentence", "Een zin." },
  { "paragraphs", "Een.\n\nTwee." },
  { "bold and italic", "a **b** *c* ***d*** e" },
  { "lists", "- a\n  - b\n    1. c\n    2. d\n- e" },
  { "numbers from three", "3. drie\n4. vier\n\nx" },
  { "two lists of numbers", "1. een\n2. twee\n\n1) drie" },
  { "paragraph in an item", "- a\n\n  b\n- c" },
  { "forced break", "a\\\nb" },
  { "link", "zie [CBS **nu**](https://www.cbs.nl/), ja" },
  { "reference", "zie [het plan](maak:other)" },
  { "chips", "[18,3\u00a0%](maak:source)[18,3\u00a0%](maak:source) **[18,3\u00a0%](maak:source2)**" },
  { "marks are words", "2\\*3 # \\[x]" },
};

static void
test_kept (gconstpointer data)
{
  const typeof (kept[0]) *row = data;
  g_autoptr (MaakProseBuffer) buffer = make (row->string);

  assert_string (buffer, row->string);
  g_assert_cmpuint (n_edited, ==, 0);
}

/* "|" is the cursor, "{" and "}" the selection; keys: letters are typed, and E enter, B backspace, T tab, S shift-tab. */
static const struct
{
  const char *name, *before, *keys, *after;
} typed[] = {
  { "letters", "a|", "bc", "abc" },
  { "a paragraph", "a|b", "E", "a\n\nb" },
  { "next item", "- a|", "Eb", "- a\n- b" },
  { "next number", "1. a|", "Eb", "1. a\n2. b" },
  { "item parted", "- a|b", "E", "- a\n- b" },
  { "item without words leaves", "- a|", "EEb", "- a\n\nb" },
  { "item without words goes up", "- a\n  - b|", "EEc", "- a\n  - b\n- c" },
  { "backspace leaves an item", "- |a", "B", "a" },
  { "backspace goes up", "- a\n  - |b", "B", "- a\n- b" },
  { "backspace joins", "a\n\n|b", "B", "ab" },
  { "backspace leaves, then joins", "- a\n- |b", "BB", "- ab" },
  { "deeper", "- a\n- |b", "T", "- a\n  - b" },
  { "no deeper than one more", "- a\n- |b", "TTT", "- a\n  - b" },
  { "the first is not deeper", "- |a", "T", "- a" },
  { "less deep", "- a\n  - |b", "S", "- a\n- b" },
  { "no less", "- |a", "S", "- a" },
  { "a list begins", "|", "- a", "- a" },
  { "a list of numbers begins", "|", "1. aEb", "1. a\n2. b" },
  { "not in the middle", "x|", "- a", "x- a" },
  { "typed in bold is bold", "**a|b**", "x", "**axb**" },
  { "typed after bold is bold", "**a|** b", "x", "**ax** b" },
  { "typed before bold is not", "a |**b**", "x", "a x**b**" },
  { "typed in a link", "[a|b](https://x/)", "c", "[acb](https://x/)" },
  { "typed after a link", "[a](https://x/)|", "b", "[a](https://x/)b" },
  { "chip goes as a whole", "a [18,3\u00a0%](maak:source)|", "B", "a" },
  { "selection goes", "a {bc} d", "x", "a x d" },
  { "selection over lines", "a{b\n\nc}d", "x", "axd" },
  { "selection of items", "- {a\n- }b", "x", "- xb" },
  { "paragraph before an item goes", "{a\n\n- }b", "x", "- xb" },
};

/* Takes the marks of the cursor out of what was loaded, and puts it there. */
static void
place (MaakProseBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter    at, end, found[2];
  int            offsets[2] = { -1, -1 };

  for (guint i = 0; i < 2; i++)
    {
      const char *marks[] = { "|", "{", "}" };

      for (guint k = 0; k < 3; k++)
        {
          gtk_text_buffer_get_start_iter (buffer, &at);
          if ((i == 1 && k != 2) || (i == 0 && k == 2) || !gtk_text_iter_forward_search (&at, marks[k], 0, &at, &end, NULL))
            continue;
          offsets[i] = gtk_text_iter_get_offset (&at);
          gtk_text_buffer_delete (buffer, &at, &end);
        }
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &found[0], offsets[0]);
  gtk_text_buffer_get_iter_at_offset (buffer, &found[1], offsets[1] >= 0 ? offsets[1] : offsets[0]);
  gtk_text_buffer_select_range (buffer, &found[1], &found[0]);
}

/* As the view does. */
static void
press (MaakProseBuffer *self,
       char             key)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter    at;

  switch (key)
    {
    case 'E':
      maak_prose_buffer_begin_line (self);
      break;
    case 'B':
      if (maak_prose_buffer_leave_item (self))
        break;
      gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
      if (!gtk_text_buffer_delete_selection (buffer, TRUE, TRUE))
        gtk_text_buffer_backspace (buffer, &at, TRUE, TRUE);
      break;
    case 'T':
      maak_prose_buffer_shift (self, 1);
      break;
    case 'S':
      maak_prose_buffer_shift (self, -1);
      break;
    default:
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, &key, 1, TRUE);
      gtk_text_buffer_end_user_action (buffer);
      if (key == ' ')
        maak_prose_buffer_begin_item (self);
      break;
    }
}

static void
test_typed (gconstpointer data)
{
  const typeof (typed[0]) *row = data;
  g_autoptr (MaakProseBuffer) buffer = make (row->before);

  place (buffer);
  for (const char *key = row->keys; *key != '\0'; key++)
    {
      n_edited = 0;
      press (buffer, *key);
      g_assert_cmpuint (n_edited, <=, *key == ' ' ? 2 : 1);
    }
  assert_string (buffer, row->after);
}

static void
select_words (MaakProseBuffer *self,
              const char      *words)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self), &end, &start);
}

static void
test_toggle (void)
{
  g_autoptr (MaakProseBuffer) buffer = make ("een twee drie");
  MaakProseStyle style;

  select_words (buffer, "twee");
  maak_prose_buffer_toggle_flag (buffer, MAAK_PROSE_BOLD);
  assert_string (buffer, "een **twee** drie");
  g_assert_cmpuint (n_edited, ==, 1);
  maak_prose_buffer_get_style (buffer, &style);
  g_assert_cmpuint (style.flags, ==, MAAK_PROSE_BOLD);
  select_words (buffer, "twee drie");
  maak_prose_buffer_toggle_flag (buffer, MAAK_PROSE_BOLD);
  assert_string (buffer, "een **twee drie**");
  maak_prose_buffer_toggle_flag (buffer, MAAK_PROSE_BOLD);
  assert_string (buffer, "een twee drie");

  place (buffer);
  select_words (buffer, "een");
  maak_prose_buffer_toggle_list (buffer, MAAK_PROSE_BULLET);
  assert_string (buffer, "- een twee drie");
  maak_prose_buffer_toggle_list (buffer, MAAK_PROSE_NUMBERED);
  assert_string (buffer, "1. een twee drie");
  maak_prose_buffer_toggle_list (buffer, MAAK_PROSE_NUMBERED);
  assert_string (buffer, "een twee drie");
}

static void
test_toggle_while_typing (void)
{
  g_autoptr (MaakProseBuffer) buffer = make ("een |twee");

  place (buffer);
  maak_prose_buffer_toggle_flag (buffer, MAAK_PROSE_ITALIC);
  g_assert_cmpuint (n_edited, ==, 1); /* the mark of the cursor went */
  press (buffer, 'x');
  press (buffer, 'y');
  maak_prose_buffer_toggle_flag (buffer, MAAK_PROSE_ITALIC);
  press (buffer, 'z');
  assert_string (buffer, "een *xy*ztwee");
}

static void
test_links (void)
{
  g_autoptr (MaakProseBuffer) buffer = make ("een twee drie");
  GtkTextIter at;
  const char *link;
  gboolean    is_chip;

  select_words (buffer, "twee");
  maak_prose_buffer_insert_link (buffer, NULL, "https://x/");
  assert_string (buffer, "een [twee](https://x/) drie");
  maak_prose_buffer_insert_link (buffer, NULL, "https://y/");
  assert_string (buffer, "een [twee](https://x/)[https\\://y/](https://y/) drie");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &at, 5);
  g_assert_true (maak_prose_buffer_get_link (buffer, &at, NULL, NULL, &link, &is_chip));
  g_assert_cmpstr (link, ==, "https://x/");
  g_assert_false (is_chip);
  maak_prose_buffer_remove_link (buffer, &at);
  assert_string (buffer, "een twee[https\\://y/](https://y/) drie");
  select_words (buffer, "drie");
  maak_prose_buffer_insert_link (buffer, "18,3 %", "maak:source");
  assert_string (buffer, "een twee[https\\://y/](https://y/) [18,3\u00a0%](maak:source)");
}

static const struct
{
  const char *name, *before, *inserted, *after;
} inserted[] = {
  { "words", "a | b", "x **y**", "a x **y** b" },
  { "paragraphs", "a | b", "x\n\ny", "a x\n\ny b" },
  { "list into nothing", "|", "- x\n- y", "- x\n- y" },
  { "list into a paragraph", "a|", "- x\n- y", "a\n\n- x\n- y" },
  { "list into an item", "- a|", "- x\n- y", "- a\n- x\n- y" },
  { "words into an item", "- a|", "x", "- ax" },
  { "in place of the selection", "a {b} c", "x", "a x c" },
  { "a chip", "a |", "[1](maak:source)", "a [18,3\u00a0%](maak:source)" },
};

static void
test_inserted (gconstpointer data)
{
  const typeof (inserted[0]) *row = data;
  g_autoptr (MaakProseBuffer) buffer = make (row->before);

  place (buffer);
  n_edited = 0;
  maak_prose_buffer_insert_string (buffer, row->inserted);
  g_assert_cmpuint (n_edited, ==, 1);
  assert_string (buffer, row->after);
}

/* Somebody else changed the text. */
static const struct
{
  const char *name, *before, *now, *after; /* "|" is the cursor in both */
} followed[] = {
  { "the same", "een| twee", "een twee", "een| twee" },
  { "before it", "een twee|", "nul een twee", "nul een twee|" },
  { "behind it", "een| twee", "een twee drie", "een| twee drie" },
  { "undone typing", "een twee|", "een", "een|" },
  { "done again", "een|", "een twee", "een twee|" },
  { "in the middle, done again", "een |drie", "een twee drie", "een twee |drie" },
  { "around it", "een tw|ee drie", "een drie", "een |drie" },
  { "all", "een|", "", "|" },
};

static void
test_followed (gconstpointer data)
{
  const typeof (followed[0]) *row = data;
  g_autoptr (MaakProseBuffer) buffer = make (row->before);
  GtkTextIter      start, end;
  g_autofree char *text = NULL;

  place (buffer);
  n_edited = 0;
  maak_prose_buffer_set_string (buffer, row->now);
  g_assert_cmpuint (n_edited, ==, 0);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "|", 1);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
  g_assert_cmpstr (text, ==, row->after);
}

static void
test_lines (void)
{
  g_autoptr (MaakProseBuffer) buffer = make ("x\n\n1. a\n   - b\n2. c\n\n5) d\n6) e");
  guint depth, number;

  g_assert_cmpint (maak_prose_buffer_get_line (buffer, 0, &depth, NULL), ==, MAAK_PROSE_PARAGRAPH);
  g_assert_cmpuint (depth, ==, 0);
  g_assert_cmpint (maak_prose_buffer_get_line (buffer, 2, &depth, NULL), ==, MAAK_PROSE_BULLET);
  g_assert_cmpuint (depth, ==, 2);
  maak_prose_buffer_get_line (buffer, 3, NULL, &number);
  g_assert_cmpuint (number, ==, 2);
  maak_prose_buffer_get_line (buffer, 5, NULL, &number);
  g_assert_cmpuint (number, ==, 6);
  maak_prose_buffer_get_line (buffer, 99, &depth, NULL);
  g_assert_cmpuint (depth, ==, 0);
}

/* The cursor does not stand in a chip. */
static void
test_chip_steps (void)
{
  g_autoptr (MaakProseBuffer) buffer = make ("a [1](maak:source) b");
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &at, 2);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &at);
  gtk_text_iter_forward_char (&at);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &at);
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &at, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  g_assert_cmpint (gtk_text_iter_get_offset (&at), ==, 8);
  gtk_text_iter_backward_char (&at);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &at);
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &at, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  g_assert_cmpint (gtk_text_iter_get_offset (&at), ==, 2);
}

static void
test_short (void)
{
  g_autoptr (MaakProseBuffer) buffer = maak_prose_buffer_new (FALSE, NULL, NULL);

  maak_prose_buffer_set_string (buffer, "2*3 [x](https://x/)");
  assert_string (buffer, "2*3 [x](https://x/)");
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "a\nb\r\nc", -1);
  g_assert_cmpint (gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer)), ==, 1);
}

/* Any keys: what is in the buffer can be written, read and written the same. */
static void
test_random (void)
{
  static const char keys[] = "abc  -1.EEBBTS*";

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (MaakProseBuffer) buffer = make ("- a\n  - b **c**\n\nd [1](maak:source) e|");
      g_autofree char *written = NULL;
      g_autoptr (MaakProseBuffer) again = NULL;

      place (buffer);
      for (int i = 0; i < 40; i++)
        {
          GtkTextIter at;

          if (g_test_rand_int_range (0, 6) == 0)
            {
              gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &at, g_test_rand_int_range (0, gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)) + 1));
              gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &at);
            }
          press (buffer, keys[g_test_rand_int_range (0, sizeof keys - 1)]);
          g_assert_cmpint ((int) maak_prose_buffer_get_line (buffer, 0, NULL, NULL), >=, 0);
        }
      written = maak_prose_buffer_dup_string (buffer);
      again = make (written);
      assert_string (again, written);
    }
}

int
main (int   argc,
      char *argv[])
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/shell/prose-buffer/kept", kept, test_kept);
  MAAK_TEST_TABLE ("/shell/prose-buffer/typed", typed, test_typed);
  MAAK_TEST_TABLE ("/shell/prose-buffer/inserted", inserted, test_inserted);
  MAAK_TEST_TABLE ("/shell/prose-buffer/followed", followed, test_followed);
  g_test_add_func ("/shell/prose-buffer/toggle", test_toggle);
  g_test_add_func ("/shell/prose-buffer/toggle-while-typing", test_toggle_while_typing);
  g_test_add_func ("/shell/prose-buffer/links", test_links);
  g_test_add_func ("/shell/prose-buffer/lines", test_lines);
  g_test_add_func ("/shell/prose-buffer/chip-steps", test_chip_steps);
  g_test_add_func ("/shell/prose-buffer/short", test_short);
  g_test_add_func ("/shell/prose-buffer/random", test_random);
  return g_test_run ();
}
