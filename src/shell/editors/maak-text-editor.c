/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The editor of texts: one pane a language, of which the document says which are seen. Beside each other where there is
 * room, else below.
 *
 * Every edit goes to the slot at once, and the plan's history makes words of the keys. A very long text goes a moment
 * after the last key, as writing it costs more than a key may; it is handed over before anything looks at the plan
 * (commit). What is longer than a plan can hold stays in the view and is refused with a sentence. */

#include "shell/editors/maak-text-editor.h"

#include "plan/maak-prose-paste.h"
#include "plan/maak-words.h"
#include "shell/dialogs/maak-insert-figure-dialog.h"
#include "shell/editors/maak-text-pane.h"

#include <glib/gi18n.h>

enum
{
  WIDE = 620,   /* pixels from which on two languages stand beside each other */
  LONG = 65536, /* characters from which on a text is handed over a moment later */
  MOMENT = 250, /* ms; longer for a text that takes long, so that most of the time is the typist's */
  LONGEST_MOMENT = 3000,
  SHARE = 4, /* a moment is this many times what handing over took */
};

struct _MaakTextEditor
{
  MaakEditor parent_instance;

  GtkWidget *box;
  GtkWidget *panes[MAAK_N_LANGUAGES]; /* NULL: not seen yet */
  gboolean   pending[MAAK_N_LANGUAGES];
  guint      source;
  guint      took; /* ms: handing over, the last time */
  gboolean   wide;
};

G_DEFINE_FINAL_TYPE (MaakTextEditor, maak_text_editor, MAAK_TYPE_EDITOR)

static MaakTextPane *
get_pane (MaakTextEditor *self,
          guint           language)
{
  return self->panes[language] != NULL ? MAAK_TEXT_PANE (self->panes[language]) : NULL;
}

static gboolean
is_seen (MaakTextEditor *self,
         guint           language)
{
  return self->panes[language] != NULL && gtk_widget_get_visible (self->panes[language]);
}

/* --- Counting --- */

static guint
count (const MaakField *field,
       const char      *string)
{
  return field->max_words > 0 ? maak_words_count (string, field->prose) : maak_words_count_characters (string, field->prose);
}

static char *
word_counter (const MaakField *field,
              guint            n)
{
  guint            limit = field->max_words > 0 ? field->max_words : field->max_characters;
  gboolean         words = field->max_words > 0;
  g_autofree char *counted = g_strdup_printf (words ? _ ("%u of %u words") : _ ("%u of %u characters"), n, limit);
  g_autofree char *rest = NULL;

  if (n > limit)
    rest = g_strdup_printf (C_ ("words or characters", "%u too many"), n - limit);
  else if (10 * n >= 9 * limit)
    rest = g_strdup_printf (C_ ("words or characters", "%u left"), limit - n);
  return rest != NULL ? g_strdup_printf ("%s, %s", counted, rest) : g_steal_pointer (&counted);
}

/* Of the language that is seen; of both, the longer. */
static void
show_counter (MaakTextEditor *self)
{
  MaakSlot        *slot = maak_editor_get_slot (MAAK_EDITOR (self));
  const MaakField *field = maak_slot_get_field (slot);
  guint            limit = field->max_words > 0 ? field->max_words : field->max_characters, n = 0;
  g_autofree char *text = NULL;

  if (limit == 0)
    return;
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    if (is_seen (self, language))
      n = MAX (n, count (field, maak_slot_get_string (slot, (MaakLanguage) language)));
  text = n > 0 ? word_counter (field, n) : g_strdup_printf (field->max_words > 0 ? ngettext ("at most %u word", "at most %u words", limit) : ngettext ("at most %u character", "at most %u characters", limit), limit);
  maak_editor_set_counter (MAAK_EDITOR (self), text, n > limit);
}

/* --- Handing over --- */

static void
hand_over (MaakTextEditor *self,
           guint           language)
{
  MaakTextPane    *pane = get_pane (self, language);
  g_autofree char *string = maak_prose_buffer_dup_string (maak_text_pane_get_buffer (pane));
  g_autofree char *normal = g_utf8_normalize (string, -1, G_NORMALIZE_NFC);
  g_autoptr (GError) error = NULL;

  self->pending[language] = FALSE;
  if (normal == NULL || strlen (normal) > MAAK_PROSE_MAX)
    maak_error_set (&error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (MAAK_PHRASE_TEXT_TOO_LONG, MAAK_ARG_END));
  else
    {
      /* What comes back from the slot is what stands there. */
      maak_text_pane_set_shown (pane, normal);
      maak_slot_set_string (maak_editor_get_slot (MAAK_EDITOR (self)), (MaakLanguage) language, normal, &error);
    }
  maak_editor_set_error (MAAK_EDITOR (self), error);
  show_counter (self);
}

static void
hand_over_pending (MaakTextEditor *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    if (self->pending[language])
      hand_over (self, language);
}

static gboolean
moment_passed_cb (gpointer data)
{
  MaakTextEditor *self = data;
  const gint64    begin = g_get_monotonic_time ();

  self->source = 0;
  hand_over_pending (self);
  self->took = (guint) ((g_get_monotonic_time () - begin) / 1000);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (MaakTextEditor *self,
           MaakTextPane   *pane)
{
  guint language = maak_text_pane_get_language (pane);

  if (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (maak_text_pane_get_buffer (pane))) < LONG)
    {
      hand_over (self, language);
      return;
    }
  /* Not anew at each key: what is typed without a pause is to be safe as well. */
  self->pending[language] = TRUE;
  if (self->source == 0)
    self->source = g_timeout_add (CLAMP (SHARE * self->took, MOMENT, LONGEST_MOMENT), moment_passed_cb, self);
}

static void
refused_cb (MaakTextEditor *self,
            GError         *error)
{
  maak_editor_set_error (MAAK_EDITOR (self), error);
}

/* --- Figures --- */

/* The source comes into the plan and the citation into the text in one step. */
static void
figure_chosen_cb (MaakRecord *evidence,
                  gpointer    data)
{
  g_autoptr (MaakTextPane) pane = data;
  GtkWidget       *editor = gtk_widget_get_ancestor (GTK_WIDGET (pane), MAAK_TYPE_TEXT_EDITOR);
  MaakPlan        *plan;
  const MaakField *list;

  if (evidence == NULL || editor == NULL || !maak_editor_is_editable (MAAK_EDITOR (editor)))
    return;
  plan = maak_editor_get_plan (MAAK_EDITOR (editor));
  list = maak_template_lookup_role (maak_record_get_template (maak_plan_get_root (plan)), MAAK_ROLE_EVIDENCE_LIST);
  hand_over_pending (MAAK_TEXT_EDITOR (editor));
  maak_plan_begin (plan, maak_message_new (MAAK_PHRASE_PLAN_STEP_CITE, MAAK_ARG_END));
  if (maak_plan_lookup (plan, maak_record_get_id (evidence)) == NULL && list != NULL)
    maak_plan_insert (plan, maak_plan_get_root (plan), list, G_MAXUINT, evidence);
  maak_text_pane_insert_source (pane, evidence);
  hand_over_pending (MAAK_TEXT_EDITOR (editor));
  maak_plan_end (plan);
  gtk_widget_grab_focus (maak_text_pane_get_view (pane));
}

static void
insert_figure_cb (MaakTextEditor *self,
                  MaakTextPane   *pane)
{
  maak_insert_figure_dialog_present (GTK_WIDGET (self), maak_editor_get_context (MAAK_EDITOR (self)), maak_editor_get_document (MAAK_EDITOR (self)),
                                     maak_text_pane_get_language (pane), figure_chosen_cb, g_object_ref (pane));
}

/* --- Panes --- */

static GtkWidget *
ensure_pane (MaakTextEditor *self,
             guint           language)
{
  MaakEditor      *editor = MAAK_EDITOR (self);
  const MaakField *field = maak_editor_get_field (editor);
  GtkWidget       *pane;

  if (self->panes[language] != NULL)
    return self->panes[language];
  pane = maak_text_pane_new (maak_editor_get_context (editor), maak_editor_get_slot (editor), (MaakLanguage) language);
  self->panes[language] = pane;
  maak_editor_name_control (editor, maak_text_pane_get_view (MAAK_TEXT_PANE (pane)), field->one_language ? NULL : language == MAAK_LANGUAGE_NL ? _ ("Dutch")
                                                                                                                                               : _ ("English"));
  g_signal_connect_object (pane, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "insert-figure", G_CALLBACK (insert_figure_cb), self, G_CONNECT_SWAPPED);
  if (language == MAAK_LANGUAGE_NL)
    gtk_box_prepend (GTK_BOX (self->box), pane);
  else
    gtk_box_append (GTK_BOX (self->box), pane);
  return pane;
}

static void
show_panes (MaakTextEditor *self)
{
  MaakDocument *document = maak_editor_get_document (MAAK_EDITOR (self));
  gboolean      one = maak_editor_get_field (MAAK_EDITOR (self))->one_language;
  gboolean      both = !one && maak_document_get_side_by_side (document);
  guint         writing = one ? MAAK_LANGUAGE_NL : maak_document_get_writing_language (document);

  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      gboolean seen = both || language == writing;

      if (seen)
        maak_text_pane_show (MAAK_TEXT_PANE (ensure_pane (self, language)), both);
      if (self->panes[language] != NULL)
        gtk_widget_set_visible (self->panes[language], seen);
    }
  show_counter (self);
}

static void
languages_changed_cb (MaakTextEditor *self)
{
  hand_over_pending (self);
  show_panes (self);
}

static void
maak_text_editor_refresh (MaakEditor *editor)
{
  show_panes (MAAK_TEXT_EDITOR (editor));
}

static void
maak_text_editor_commit (MaakEditor *editor)
{
  hand_over_pending (MAAK_TEXT_EDITOR (editor));
}

static gboolean
turn_cb (gpointer data)
{
  MaakTextEditor *self = data;

  gtk_box_set_homogeneous (GTK_BOX (self->box), self->wide);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), self->wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
get_request_mode_cb (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_cb (GtkWidget     *widget,
            GtkOrientation orientation,
            int            for_size,
            int           *minimum,
            int           *natural,
            int           *minimum_baseline,
            int           *natural_baseline)
{
  gtk_widget_measure (MAAK_TEXT_EDITOR (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
allocate_cb (GtkWidget *widget,
             int        width,
             int        height,
             int        baseline)
{
  MaakTextEditor *self = MAAK_TEXT_EDITOR (widget);
  gboolean        wide = width >= WIDE;

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (wide == self->wide)
    return;
  self->wide = wide;
  /* Not while sizes are being given out. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_cb, g_object_ref (self), g_object_unref);
}

static gboolean
maak_text_editor_grab_focus (GtkWidget *widget)
{
  MaakTextEditor *self = MAAK_TEXT_EDITOR (widget);

  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    if (is_seen (self, language))
      return gtk_widget_grab_focus (self->panes[language]);
  return FALSE;
}

static void
maak_text_editor_constructed (GObject *object)
{
  MaakTextEditor *self = MAAK_TEXT_EDITOR (object);
  MaakDocument   *document;

  G_OBJECT_CLASS (maak_text_editor_parent_class)->constructed (object);
  document = maak_editor_get_document (MAAK_EDITOR (self));
  g_signal_connect_object (document, "notify::writing-language", G_CALLBACK (languages_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::side-by-side", G_CALLBACK (languages_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
maak_text_editor_dispose (GObject *object)
{
  MaakTextEditor *self = MAAK_TEXT_EDITOR (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (maak_text_editor_parent_class)->dispose (object);
}

static void
maak_text_editor_class_init (MaakTextEditorClass *klass)
{
  GObjectClass    *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass  *widget_class = GTK_WIDGET_CLASS (klass);
  MaakEditorClass *editor_class = MAAK_EDITOR_CLASS (klass);

  object_class->constructed = maak_text_editor_constructed;
  object_class->dispose = maak_text_editor_dispose;
  widget_class->grab_focus = maak_text_editor_grab_focus;
  editor_class->refresh = maak_text_editor_refresh;
  editor_class->commit = maak_text_editor_commit;
}

static void
maak_text_editor_init (MaakTextEditor *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode_cb, measure_cb, allocate_cb));
  adw_bin_set_child (ADW_BIN (self), self->box);
}
