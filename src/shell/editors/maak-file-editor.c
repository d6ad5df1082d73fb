/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a plan knows of a file: its name, kind, date, hash and where it was found, and from whom it is; never its bytes.
 * Choosing a file reads it on another thread for its hash.
 *
 * The place in a plan may come from somebody else's computer, so it is no path to go to by itself: only when the person
 * asks is it looked whether the file is still there and still the same. */

#include "shell/editors/maak-file-editor.h"

#include "base/maak-file.h"
#include "shell/editors/maak-references.h"
#include "shell/maak-errand.h"

#include <glib/gi18n.h>

struct _MaakFileEditor
{
  MaakEditor parent_instance;

  GCancellable *reading; /* NULL: no file is being read */
  GtkWidget    *name;
  GtkWidget    *facts;
  GtkWidget    *found; /* what looking for it gave */
  GtkWidget    *choose;
  GtkWidget    *check;
  GtkWidget    *clear;
  GtkWidget    *party;
  GtkWidget    *party_label;
  GtkWidget    *picker; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakFileEditor, maak_file_editor, MAAK_TYPE_EDITOR)

/* What another thread finds out about a file. */
typedef struct
{
  char    *path;
  char    *name;
  char    *kind;
  char    *hash;
  MaakDate date;
} Finding;

/* A file that is being read. */
typedef struct
{
  MaakFileEditor *editor; /* weak: it may go meanwhile */
  GCancellable   *cancellable;
  void (*done) (MaakFileEditor *self, const Finding *finding);
  Finding finding;
  GError *error; /* NULL: it was read */
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_weak_pointer (&reading->editor);
  g_object_unref (reading->cancellable);
  g_free (reading->finding.path);
  g_free (reading->finding.name);
  g_free (reading->finding.kind);
  g_free (reading->finding.hash);
  g_clear_error (&reading->error);
  g_free (reading);
}

static const MaakFileRef *
get_file (MaakEditor *editor)
{
  MaakValue *value = maak_slot_get (maak_editor_get_slot (editor));

  return value != NULL ? maak_value_get_file (value) : NULL;
}

static void
take_file (MaakEditor        *editor,
           const MaakFileRef *file)
{
  g_autoptr (MaakValue) value = file != NULL ? maak_value_new_file (file) : NULL;

  maak_editor_take (editor, value);
  maak_editor_refresh (editor);
}

static void
say_found (MaakFileEditor *self,
           const char     *text)
{
  gtk_label_set_text (GTK_LABEL (self->found), text != NULL ? text : "");
  gtk_widget_set_visible (self->found, text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->found), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
read_facts (Finding   *finding,
            GFileInfo *info)
{
  g_autoptr (GDateTime) modified = g_file_info_get_modification_date_time (info);
  const char *type = g_file_info_get_content_type (info);

  finding->name = g_strdup (g_file_info_get_display_name (info));
  finding->kind = type != NULL ? g_content_type_get_mime_type (type) : NULL;
  if (modified != NULL)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (modified);

      finding->date = (MaakDate) { (gint16) g_date_time_get_year (local), (guint8) g_date_time_get_month (local), (guint8) g_date_time_get_day_of_month (local) };
    }
}

static void
read_in_thread (gpointer data)
{
  Reading *reading = data;
  Finding *finding = &reading->finding;
  g_autoptr (GFile) file = g_file_new_for_path (finding->path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::content-type,standard::display-name,time::modified", G_FILE_QUERY_INFO_NONE, reading->cancellable, NULL);

  finding->hash = maak_file_hash (finding->path, &reading->error);
  if (info != NULL)
    read_facts (finding, info);
  if (finding->name == NULL)
    finding->name = g_filename_display_basename (finding->path);
}

/* Failure is told. */
static void
reading_done (gpointer data)
{
  Reading        *reading = data;
  MaakFileEditor *self = reading->editor;

  if (self == NULL || g_cancellable_is_cancelled (reading->cancellable))
    return;
  g_clear_object (&self->reading);
  say_found (self, NULL);
  if (reading->error != NULL)
    {
      g_autofree char *text = maak_error_dup_wording (reading->error, maak_editor_get_language (MAAK_EDITOR (self)));

      say_found (self, text);
    }
  else
    reading->done (self, &reading->finding);
}

static void
read_file (MaakFileEditor *self,
           const char     *path,
           void (*done) (MaakFileEditor *self, const Finding *finding))
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_set_weak_pointer (&reading->editor, self);
  reading->cancellable = g_object_ref (self->reading);
  reading->done = done;
  reading->finding.path = g_strdup (path);
  say_found (self, _ ("The file is being read…"));
  maak_errand_send (read_in_thread, reading_done, free_reading, reading);
}

static void
chosen_read (MaakFileEditor *self,
             const Finding  *finding)
{
  const MaakFileRef *before;
  MaakFileRef        file = { 0 };

  before = get_file (MAAK_EDITOR (self));
  file.name = finding->name;
  file.kind = finding->kind;
  file.party = before != NULL ? before->party : NULL;
  file.date = finding->date;
  file.hash = finding->hash;
  /* What a plan holds is UTF-8; a path need not be. */
  file.place = g_utf8_validate (finding->path, -1, NULL) ? finding->path : NULL;
  if (maak_editor_is_editable (MAAK_EDITOR (self)))
    take_file (MAAK_EDITOR (self), &file);
}

static void
take_chosen (MaakFileEditor *self,
             GFile          *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    read_file (self, path, chosen_read);
  else
    say_found (self, _ ("This file is not on this computer. Save it here first, then choose it."));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MaakFileEditor) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    take_chosen (self, file);
}

/**
 * maak_file_editor_drop:
 * @files: that were dropped on the field
 *
 * Takes the file as if it had been chosen; of several, none.
 */
void
maak_file_editor_drop (MaakFileEditor *self,
                       GFile *const   *files,
                       guint           n_files)
{
  g_return_if_fail (MAAK_IS_FILE_EDITOR (self) && n_files > 0);

  if (n_files > 1)
    say_found (self, _ ("There is room for one file here. Drop one at a time."));
  else
    take_chosen (self, files[0]);
}

static void
choose_cb (MaakFileEditor *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a file"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, opened_cb, g_object_ref (self));
}

static void
checked (MaakFileEditor *self,
         const Finding  *finding)
{
  const MaakFileRef *file = get_file (MAAK_EDITOR (self));

  if (file != NULL && g_strcmp0 (file->hash, finding->hash) == 0)
    say_found (self, _ ("The file is there, and is the same."));
  else
    say_found (self, _ ("There is a file in that place, but it has changed. Choose it again if the new one is right."));
}

static void
check_cb (MaakFileEditor *self)
{
  const MaakFileRef *file = get_file (MAAK_EDITOR (self));

  if (file == NULL || file->place == NULL || !g_path_is_absolute (file->place))
    say_found (self, _ ("It is not known where the file is. Choose it again."));
  else if (!g_file_test (file->place, G_FILE_TEST_EXISTS))
    say_found (self, _ ("The file is missing: it is no longer where it was. Choose it again if you have it elsewhere."));
  else
    read_file (self, file->place, checked);
}

static void
clear_cb (MaakFileEditor *self)
{
  say_found (self, NULL);
  take_file (MAAK_EDITOR (self), NULL);
  gtk_widget_grab_focus (self->choose);
}

static const MaakTemplate *
get_party_template (MaakEditor *editor)
{
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (maak_plan_get_root (maak_editor_get_plan (editor))), MAAK_ROLE_PARTIES);

  return list != NULL ? list->of : NULL;
}

static void
party_picked_cb (MaakEditor *editor,
                 const char *id)
{
  const MaakFileRef *before = get_file (editor);
  MaakFileRef        file;

  if (before == NULL)
    return;
  file = *before;
  file.party = *id != '\0' ? id : NULL;
  take_file (editor, &file);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakFileEditor    *self = data;
  MaakEditor        *editor = data;
  const MaakFileRef *file = get_file (editor);

  if (self->picker == NULL)
    {
      self->picker = maak_picker_new (_ ("From whom"), FALSE);
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (party_picked_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  maak_picker_take_items (MAAK_PICKER (self->picker),
                          maak_references_list (maak_editor_get_plan (editor), maak_slot_get_record (maak_editor_get_slot (editor)), get_party_template (editor), maak_editor_get_language (editor), TRUE));
  maak_picker_set_chosen (MAAK_PICKER (self->picker), (const char *const[]) { file != NULL && file->party != NULL ? file->party : "", NULL });
}

static void
show_party (MaakFileEditor    *self,
            const MaakFileRef *file)
{
  MaakEditor      *editor = MAAK_EDITOR (self);
  MaakRecord      *party = file != NULL && file->party != NULL ? maak_plan_lookup (maak_editor_get_plan (editor), file->party) : NULL;
  g_autofree char *title = party != NULL ? maak_record_dup_title (party, maak_editor_get_language (editor)) : g_strdup (_ ("From whom…"));

  gtk_label_set_text (GTK_LABEL (self->party_label), title);
  gtk_widget_set_visible (self->party, file != NULL && get_party_template (editor) != NULL);
  gtk_widget_set_sensitive (self->party, maak_editor_is_editable (editor));
  maak_editor_name_control (editor, self->party, title);
}

static void
maak_file_editor_refresh (MaakEditor *editor)
{
  MaakFileEditor    *self = MAAK_FILE_EDITOR (editor);
  const MaakFileRef *file = get_file (editor);
  gboolean           editable = maak_editor_is_editable (editor);
  GString           *facts = g_string_new (NULL);

  if (file != NULL && file->date.year != 0)
    {
      g_autofree char *date = maak_date_format (file->date, maak_editor_get_language (editor));

      g_string_append (facts, date);
    }
  if (file != NULL && file->kind != NULL)
    {
      g_autofree char *type = g_content_type_from_mime_type (file->kind);
      g_autofree char *words = type != NULL ? g_content_type_get_description (type) : NULL;

      g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", words != NULL ? words : file->kind);
    }
  if (file != NULL && file->place != NULL)
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? "\n" : "", file->place);
  gtk_label_set_text (GTK_LABEL (self->name), file != NULL ? file->name : _ ("No file chosen"));
  gtk_label_set_text (GTK_LABEL (self->facts), facts->str);
  gtk_widget_set_visible (self->facts, facts->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->choose), file != NULL ? _ ("Choose another…") : _ ("Choose a file…"));
  gtk_widget_set_visible (self->choose, editable);
  gtk_widget_set_visible (self->check, file != NULL && file->hash != NULL);
  gtk_widget_set_visible (self->clear, file != NULL && editable);
  if (file == NULL && self->reading == NULL)
    say_found (self, NULL);
  show_party (self, file);
  maak_editor_name_control (editor, self->choose, gtk_button_get_label (GTK_BUTTON (self->choose)));
  g_string_free (facts, TRUE);
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  return label;
}

static GtkWidget *
add_button (MaakFileEditor *self,
            GtkWidget      *wrap,
            const char     *label,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  maak_editor_name_control (MAAK_EDITOR (self), button, label);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), button);
  return button;
}

static void
maak_file_editor_constructed (GObject *object)
{
  MaakFileEditor *self = MAAK_FILE_EDITOR (object);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget      *wrap = adw_wrap_box_new ();

  G_OBJECT_CLASS (maak_file_editor_parent_class)->constructed (object);

  self->name = make_line (NULL);
  self->facts = make_line ("dim-label");
  self->found = make_line ("accent");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  self->choose = add_button (self, wrap, _ ("Choose a file…"), G_CALLBACK (choose_cb));
  self->check = add_button (self, wrap, _ ("Look whether it is there"), G_CALLBACK (check_cb));
  self->clear = add_button (self, wrap, _ ("Remove"), G_CALLBACK (clear_cb));
  self->party = maak_chooser_button_new (&self->party_label);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->party), make_popup_cb, self, NULL);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->party);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (box), self->found);
  gtk_box_append (GTK_BOX (box), wrap);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
maak_file_editor_dispose (GObject *object)
{
  MaakFileEditor *self = MAAK_FILE_EDITOR (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (maak_file_editor_parent_class)->dispose (object);
}

static void
maak_file_editor_class_init (MaakFileEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_file_editor_constructed;
  G_OBJECT_CLASS (klass)->dispose = maak_file_editor_dispose;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_file_editor_refresh;
}

static void
maak_file_editor_init (MaakFileEditor *self)
{
}
