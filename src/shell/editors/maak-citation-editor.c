/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The source of a statement. The kind is switched at the top and decides which members there are; what both kinds have
 * (the title, the author) goes along. A figure is not typed: it comes from the figures that the program has, and shows its
 * value, region, period, source and status as they were cited.
 *
 * Texts of two languages are written in the language in which the person writes now. */

#include "shell/editors/maak-citation-editor.h"

#include "plan/maak-field-type.h"
#include "shell/dialogs/maak-insert-figure-dialog.h"
#include "shell/editors/maak-date-entry.h"

#include <glib/gi18n.h>

typedef enum
{
  MEMBER_TITLE,
  MEMBER_AUTHOR,
  MEMBER_DATE,
  MEMBER_YEAR,
  MEMBER_NUMBER,
  MEMBER_URL,
} Member;

#define N_MEMBERS (MEMBER_URL + 1)

typedef struct
{
  Member      member;
  const char *label; /* NULL: the kind has no such member */
} MemberRow;

/* What each kind has, in the order in which it is filled in. */
static const MemberRow rows[][N_MEMBERS] = {
  [MAAK_CITATION_FIGURE] = { { MEMBER_TITLE, NULL } },
  [MAAK_CITATION_DOCUMENT] = { { MEMBER_TITLE, NC_ ("citation", "Title") }, { MEMBER_AUTHOR, NC_ ("citation", "Author or publisher") }, { MEMBER_YEAR, NC_ ("citation", "Year of publication") }, { MEMBER_NUMBER, NC_ ("citation", "Page") }, { MEMBER_URL, NC_ ("citation", "Web address") } },
  [MAAK_CITATION_DECISION] = { { MEMBER_TITLE, NC_ ("citation", "What was decided") }, { MEMBER_AUTHOR, NC_ ("citation", "By whom") }, { MEMBER_DATE, NC_ ("citation", "Date") }, { MEMBER_NUMBER, NC_ ("citation", "Case number") }, { MEMBER_URL, NC_ ("citation", "Web address") } },
  [MAAK_CITATION_CONVERSATION] = { { MEMBER_TITLE, NC_ ("citation", "About what") }, { MEMBER_AUTHOR, NC_ ("citation", "With whom") }, { MEMBER_DATE, NC_ ("citation", "Date") } },
};

struct _MaakCitationEditor
{
  MaakEditor parent_instance;

  MaakCitationKind kind; /* that is shown; of the value where there is one */
  gboolean         made; /* the members of that kind are there */
  gboolean         filling;
  GtkWidget       *kinds;
  GtkWidget       *members;             /* the box of them */
  GtkWidget       *controls[N_MEMBERS]; /* entries; NULL: not of this kind */
};

G_DEFINE_FINAL_TYPE (MaakCitationEditor, maak_citation_editor, MAAK_TYPE_EDITOR)

static const char *const kind_names[] = { "figure", "document", "decision", "conversation" };

static const MaakCitationParts *
get_parts (MaakEditor *editor)
{
  MaakValue *value = maak_slot_get (maak_editor_get_slot (editor));

  return value != NULL ? maak_citation_get (maak_value_get_citation (value)) : NULL;
}

static gboolean
is_blank (const MaakCitationParts *parts)
{
  return parts->kind != MAAK_CITATION_FIGURE && (parts->title == NULL || maak_text_is_empty (parts->title)) && parts->author == NULL && parts->number == NULL &&
         parts->url == NULL && parts->year == 0 && parts->date.year == 0;
}

static void
take_parts (MaakEditor              *editor,
            const MaakCitationParts *parts)
{
  g_autoptr (MaakCitation) citation = NULL;
  g_autoptr (MaakValue) value = NULL;

  if (!is_blank (parts))
    {
      citation = maak_citation_new (parts);
      value = maak_value_new_citation (citation);
    }
  maak_editor_take (editor, value);
}

static gboolean
fail (MaakEditor *editor,
      gboolean    final,
      MaakPhrase  phrase,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!final)
    return FALSE;
  maak_error_set (&error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (phrase, MAAK_ARG_STRING, "text", text, MAAK_ARG_END));
  maak_editor_set_error (editor, error);
  return FALSE;
}

static gboolean
read_year (const char *text,
           int        *year)
{
  gint64 value;

  *year = 0;
  if (*text == '\0')
    return TRUE;
  if (strlen (text) != 4 || !g_ascii_string_to_signed (text, 10, 1000, 9999, &value, NULL))
    return FALSE;
  *year = (int) value;
  return TRUE;
}

static MaakText *
make_title (MaakEditor *editor,
            MaakText   *before,
            const char *text)
{
  MaakLanguage language = maak_document_get_writing_language (maak_editor_get_document (editor));

  if (before == NULL)
    return maak_text_new_one (language, text);
  return strcmp (maak_text_get (before, language), text) != 0 ? maak_text_with (before, language, text) : maak_text_ref (before);
}

static gboolean
read_typed (gpointer        owner,
            MaakValueEntry *entry,
            const char     *typed,
            gboolean        final)
{
  MaakCitationEditor      *self = owner;
  const MaakCitationParts *before = get_parts (owner);
  MaakCitationParts        parts = { .kind = self->kind };
  g_autofree char         *text = g_strstrip (g_strdup (typed));
  const char              *string = *text != '\0' ? text : NULL;
  g_autoptr (MaakText) title = NULL;

  if (before != NULL)
    parts = *before;
  switch ((Member) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "member")))
    {
    case MEMBER_TITLE:
      parts.title = title = make_title (owner, parts.title, text);
      break;
    case MEMBER_AUTHOR:
      parts.author = string;
      break;
    case MEMBER_NUMBER:
      parts.number = string;
      break;
    case MEMBER_URL:
      parts.url = string;
      break;
    case MEMBER_YEAR:
      if (!read_year (text, &parts.year))
        return fail (owner, final, MAAK_PHRASE_PLAN_BAD_YEAR, text);
      break;
    case MEMBER_DATE:
      parts.date = (MaakDate) { 0 };
      if (string != NULL && !maak_date_parse_typed (text, maak_editor_get_language (owner), &parts.date))
        return fail (owner, final, MAAK_PHRASE_PLAN_BAD_DATE, text);
      break;
    default:
      g_assert_not_reached ();
    }
  take_parts (owner, &parts);
  if (final)
    maak_editor_refresh (owner);
  return TRUE;
}

static GtkWidget *
make_control (MaakCitationEditor *self,
              const MemberRow    *row)
{
  MaakEditor *editor = MAAK_EDITOR (self);
  const char *label = g_dpgettext2 (NULL, "citation", row->label);
  GtkWidget  *control, *entry;

  if (row->member == MEMBER_DATE)
    {
      g_autofree char *calendar = g_strdup_printf (_ ("%s, choose from a calendar"), label);

      control = maak_date_entry_new (maak_editor_get_plan (editor), maak_editor_get_language (editor), read_typed, self);
      gtk_widget_set_halign (control, GTK_ALIGN_START);
      entry = maak_date_entry_get_entry (MAAK_DATE_ENTRY (control));
      maak_editor_name_control (editor, maak_date_entry_get_button (MAAK_DATE_ENTRY (control)), calendar);
    }
  else
    {
      control = entry = maak_value_entry_new (maak_editor_get_plan (editor), read_typed, self);
      if (row->member == MEMBER_YEAR || row->member == MEMBER_NUMBER)
        {
          gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
          gtk_widget_set_halign (entry, GTK_ALIGN_START);
        }
    }
  g_object_set_data (G_OBJECT (entry), "member", GUINT_TO_POINTER (row->member));
  maak_editor_name_control (editor, entry, label);
  return control;
}

static GtkWidget *
make_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
make_members (MaakCitationEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->members)) != NULL)
    gtk_box_remove (GTK_BOX (self->members), child);
  memset (self->controls, 0, sizeof self->controls);
  for (guint i = 0; i < N_MEMBERS && rows[self->kind][i].label != NULL; i++)
    {
      const MemberRow *row = &rows[self->kind][i];

      self->controls[row->member] = make_control (self, row);
      gtk_box_append (GTK_BOX (self->members), make_caption (g_dpgettext2 (NULL, "citation", row->label)));
      gtk_box_append (GTK_BOX (self->members), self->controls[row->member]);
    }
  self->made = TRUE;
}

static void
show_string (MaakCitationEditor *self,
             Member              member,
             const char         *text)
{
  if (self->controls[member] == NULL)
    return;
  maak_value_entry_show (MAAK_VALUE_ENTRY (self->controls[member]), text != NULL ? text : "");
  gtk_editable_set_editable (GTK_EDITABLE (self->controls[member]), maak_editor_is_editable (MAAK_EDITOR (self)));
}

/* A figure was chosen: its citation, and the name of it where the record has none, in one step. */
static void
figure_chosen_cb (MaakRecord *evidence,
                  gpointer    data)
{
  g_autoptr (MaakCitationEditor) self = data;
  MaakEditor      *editor = MAAK_EDITOR (self);
  MaakRecord      *record = maak_slot_get_record (maak_editor_get_slot (editor));
  const MaakField *title = maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_TITLE);
  MaakValue       *value = evidence != NULL ? maak_record_get_role (evidence, MAAK_ROLE_CITATION) : NULL;
  MaakText        *name = evidence != NULL ? maak_record_get_text (evidence, MAAK_ROLE_TITLE) : NULL;

  if (value == NULL || !maak_editor_is_editable (editor))
    return;
  maak_plan_begin (maak_editor_get_plan (editor), NULL);
  if (maak_editor_take (editor, value) && title != NULL && title->value == NULL && !title->one_language && name != NULL && maak_record_get (record, title) == NULL)
    {
      g_autoptr (MaakValue) text = maak_value_new_text (name);

      maak_plan_set (maak_editor_get_plan (editor), record, title, text);
    }
  maak_plan_end (maak_editor_get_plan (editor));
  maak_editor_refresh (editor);
}

static void
choose_figure_cb (MaakCitationEditor *self)
{
  MaakEditor   *editor = MAAK_EDITOR (self);
  MaakDocument *document = maak_editor_get_document (editor);

  maak_insert_figure_dialog_present (GTK_WIDGET (self), maak_editor_get_context (editor), document, maak_document_get_writing_language (document), figure_chosen_cb, g_object_ref (self));
}

static void
add_choose_button (MaakCitationEditor *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose figure…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_sensitive (button, maak_editor_is_editable (MAAK_EDITOR (self)));
  maak_editor_name_control (MAAK_EDITOR (self), button, _ ("Choose figure…"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_figure_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->members), button);
}

/* A figure as it was cited; or that there is none yet. */
static void
show_figure (MaakCitationEditor      *self,
             const MaakCitationParts *parts)
{
  MaakEditor       *editor = MAAK_EDITOR (self);
  MaakLanguage      language = maak_editor_get_language (editor);
  MaakCitation     *citation;
  g_autofree char  *value = NULL, *source = NULL, *period = NULL, *line = NULL;
  const MaakRegion *region = NULL;
  GtkWidget        *child, *label;

  while ((child = gtk_widget_get_first_child (self->members)) != NULL)
    gtk_box_remove (GTK_BOX (self->members), child);
  memset (self->controls, 0, sizeof self->controls);
  if (parts == NULL)
    {
      add_choose_button (self);
      return;
    }
  citation = maak_value_get_citation (maak_slot_get (maak_editor_get_slot (editor)));
  value = maak_citation_dup_value (citation, language);
  source = maak_citation_dup_source_line (citation, language);
  if (parts->region != NULL)
    region = maak_region_set_lookup (maak_context_get_regions (maak_editor_get_context (editor)), parts->region);
  if (parts->period.kind != MAAK_PERIOD_NONE)
    period = maak_period_format (parts->period, language);
  label = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-3");
  maak_editor_name_control (editor, label, value);
  line = g_strdup_printf ("%s · %s · %s · %s", parts->title != NULL ? maak_text_get_best (parts->title, language) : "–", region != NULL ? maak_region_get_name (region, language) : "–",
                          period != NULL ? period : "–", maak_status_get_label (parts->status, language));
  gtk_box_append (GTK_BOX (self->members), label);
  gtk_box_append (GTK_BOX (self->members), make_caption (line));
  gtk_box_append (GTK_BOX (self->members), make_caption (source));
  add_choose_button (self);
}

static void
maak_citation_editor_refresh (MaakEditor *editor)
{
  MaakCitationEditor      *self = MAAK_CITATION_EDITOR (editor);
  const MaakCitationParts *parts = get_parts (editor);
  MaakLanguage             language = maak_document_get_writing_language (maak_editor_get_document (editor));
  g_autofree char         *year = NULL;

  if (parts != NULL && parts->kind != self->kind)
    {
      self->kind = parts->kind;
      self->made = FALSE;
    }
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kinds), self->kind);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->kinds, maak_editor_is_editable (editor));
  if (self->kind == MAAK_CITATION_FIGURE)
    {
      show_figure (self, parts);
      return;
    }
  if (!self->made)
    make_members (self);
  year = parts != NULL && parts->year != 0 ? g_strdup_printf ("%d", parts->year) : NULL;
  show_string (self, MEMBER_TITLE, parts != NULL && parts->title != NULL ? maak_text_get (parts->title, language) : NULL);
  show_string (self, MEMBER_AUTHOR, parts != NULL ? parts->author : NULL);
  show_string (self, MEMBER_NUMBER, parts != NULL ? parts->number : NULL);
  show_string (self, MEMBER_URL, parts != NULL ? parts->url : NULL);
  show_string (self, MEMBER_YEAR, year);
  if (self->controls[MEMBER_DATE] != NULL)
    {
      maak_date_entry_show (MAAK_DATE_ENTRY (self->controls[MEMBER_DATE]), parts != NULL ? parts->date : (MaakDate) { 0 });
      maak_date_entry_set_editable (MAAK_DATE_ENTRY (self->controls[MEMBER_DATE]), maak_editor_is_editable (editor));
    }
}

static void
maak_citation_editor_commit (MaakEditor *editor)
{
  MaakCitationEditor *self = MAAK_CITATION_EDITOR (editor);

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      if (MAAK_IS_VALUE_ENTRY (self->controls[i]))
        maak_value_entry_commit (MAAK_VALUE_ENTRY (self->controls[i]));
      else if (self->controls[i] != NULL)
        maak_date_entry_commit (MAAK_DATE_ENTRY (self->controls[i]));
    }
}

/* What the other kind has too goes along; the rest can be had back by undo. */
static void
kind_changed_cb (MaakCitationEditor *self)
{
  MaakEditor              *editor = MAAK_EDITOR (self);
  const MaakCitationParts *before = get_parts (editor);
  guint                    chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds));
  MaakCitationKind         kind;

  if (self->filling || chosen >= G_N_ELEMENTS (kind_names) || !maak_citation_kind_parse (kind_names[chosen], &kind) || kind == self->kind)
    return;
  self->kind = kind;
  self->made = FALSE;
  if (before != NULL && kind != MAAK_CITATION_FIGURE)
    {
      MaakCitationParts parts = { .kind = kind, .title = before->title, .author = before->author, .url = before->url, .number = before->number, .date = before->date, .year = before->year };

      take_parts (editor, &parts);
    }
  else if (before != NULL)
    maak_editor_take (editor, NULL);
  maak_editor_refresh (editor);
}

static void
maak_citation_editor_constructed (GObject *object)
{
  MaakCitationEditor *self = MAAK_CITATION_EDITOR (object);
  MaakEditor         *editor = MAAK_EDITOR (object);
  const char         *labels[] = { C_ ("citation", "Figure"), C_ ("citation", "Document"), C_ ("citation", "Decision"), C_ ("citation", "Conversation"), NULL };
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget          *caption;

  G_OBJECT_CLASS (maak_citation_editor_parent_class)->constructed (object);

  self->kinds = gtk_drop_down_new_from_strings (labels);
  gtk_widget_set_halign (self->kinds, GTK_ALIGN_START);
  /* A drop-down takes no other name than that of a label beside it. */
  caption = make_caption (_ ("Kind"));
  maak_editor_name_control (editor, caption, _ ("Kind"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, NULL, -1);
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (maak_editor_get_document (editor), "notify::writing-language", G_CALLBACK (maak_editor_refresh), self, G_CONNECT_SWAPPED);
  self->members = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), self->kinds);
  gtk_box_append (GTK_BOX (box), self->members);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
maak_citation_editor_class_init (MaakCitationEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_citation_editor_constructed;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_citation_editor_refresh;
  MAAK_EDITOR_CLASS (klass)->commit = maak_citation_editor_commit;
}

static void
maak_citation_editor_init (MaakCitationEditor *self)
{
  self->kind = MAAK_CITATION_DOCUMENT;
}
