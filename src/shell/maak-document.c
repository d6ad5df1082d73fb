/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * An open plan, as the window and its pages know it: the plan with its file, its findings, its draft, and in words where what was written is.
 *
 * The parts: maak-document-opening.c makes documents, maak-document-saving.c brings them to disk, maak-document-findings.c keeps the findings;
 * maak-document-closing.c takes over
 * what another program wrote, and ends it; here is what they share: properties, following the plan, undo. The document owns the file, which owns the plan; pages hold the
 * document. All of it is used on the main thread; what runs on another is in the saving only.
 *
 * It shows nothing: no widget, no dialog, no gettext. What it has to say is a MaakMessage, worded where it is shown.
 */
#include "shell/maak-document-private.h"

#include "plan/maak-field-type.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (MaakDocument, maak_document, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (MaakSaveState, maak_save_state, G_DEFINE_ENUM_VALUE (MAAK_SAVE_ALL_SAVED, "all-saved"), G_DEFINE_ENUM_VALUE (MAAK_SAVE_DRAFT, "draft"), G_DEFINE_ENUM_VALUE (MAAK_SAVE_PENDING, "pending"), G_DEFINE_ENUM_VALUE (MAAK_SAVE_FAILED, "failed"))

typedef enum
{
  PROP_PATH = 1,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_STATE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
  PROP_CHANGED_UNDERNEATH,
  PROP_OPEN_ELSEWHERE,
  PROP_RECOVERED,
  PROP_DRAFT_DAMAGED,
  PROP_WRITING_LANGUAGE,
  PROP_SIDE_BY_SIDE,
} MaakDocumentProp;

static GParamSpec *props[PROP_SIDE_BY_SIDE + 1];

enum
{
  FINDINGS_CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_flag (MaakDocument *self, gboolean *flag, gboolean value, MaakDocumentProp prop)
{
  value = !!value;
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* --- State --- */

static MaakMessage *
word_failure (MaakDocument *self, MaakPhrase phrase, const GError *error)
{
  MaakMessage     *reason = maak_error_get_message (error);
  const char      *path = maak_document_get_path (self);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autoptr (MaakMessage) other = NULL;

  if (reason == NULL)
    reason = other = maak_message_new (MAAK_PHRASE_ERROR_OTHER, MAAK_ARG_STRING, "reason", error->message, MAAK_ARG_END);
  /* Trying again or elsewhere does not make it smaller. */
  if (g_error_matches (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_NOT_SAME))
    return maak_message_new (MAAK_PHRASE_DOCUMENT_NOT_SAVED_YET, MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END);
  if (phrase == MAAK_PHRASE_DOCUMENT_NOT_SAVED)
    return maak_message_new (phrase, MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END);
  return maak_message_new (phrase, MAAK_ARG_STRING, "path", name != NULL ? name : "", MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END);
}

static MaakMessage *
word_change (MaakDocument *self)
{
  g_autofree char *name = g_filename_display_basename (maak_document_get_path (self));

  return maak_message_new (MAAK_PHRASE_DOCUMENT_CHANGED, MAAK_ARG_STRING, "path", name, MAAK_ARG_END);
}

static MaakSaveState
find_state (MaakDocument *self, MaakMessage **message)
{
  const char *path = maak_document_get_path (self);
  gboolean    modified = self->modified || path == NULL;
  gboolean    drafted = self->has_draft && self->drafted == self->serial;

  if (maak_document_get_read_only (self))
    {
      *message = maak_message_new (MAAK_PHRASE_DOCUMENT_READ_ONLY, MAAK_ARG_END);
      return MAAK_SAVE_ALL_SAVED;
    }
  if (self->draft_error != NULL)
    *message = word_failure (self, MAAK_PHRASE_DOCUMENT_NOT_SAVED, self->draft_error);
  else if (self->changed_underneath && modified)
    *message = word_change (self);
  else if (self->save_error != NULL && modified && path != NULL)
    *message = word_failure (self, MAAK_PHRASE_DOCUMENT_NOT_SAVED_IN, self->save_error);
  if (*message != NULL)
    return MAAK_SAVE_FAILED;
  *message = maak_message_new (!modified ? MAAK_PHRASE_DOCUMENT_ALL_SAVED : drafted ? MAAK_PHRASE_DOCUMENT_DRAFT
                                                                                    : MAAK_PHRASE_DOCUMENT_PENDING,
                               MAAK_ARG_END);
  return !modified ? MAAK_SAVE_ALL_SAVED : drafted ? MAAK_SAVE_DRAFT
                                                   : MAAK_SAVE_PENDING;
}

static gboolean
words_are_same (MaakMessage *a, MaakMessage *b)
{
  g_autofree char *left = maak_message_dup_wording (a, MAAK_LANGUAGE_NL);
  g_autofree char *right = maak_message_dup_wording (b, MAAK_LANGUAGE_NL);

  return strcmp (left, right) == 0;
}

/** maak_document_update_state: works out anew where what was written is, and tells what changed. */
void
maak_document_update_state (MaakDocument *self)
{
  MaakMessage  *message = NULL;
  MaakSaveState state;
  gboolean      same;

  set_flag (self, &self->modified, maak_plan_is_modified (maak_document_get_plan (self)) || self->saving, PROP_MODIFIED);
  state = find_state (self, &message);
  same = self->state_message != NULL && state == self->state && words_are_same (message, self->state_message);
  g_clear_pointer (&self->state_message, maak_message_unref);
  self->state_message = message;
  self->state = state;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/** maak_document_set_changed_underneath: says whether the plan's file holds what another program wrote. */
void
maak_document_set_changed_underneath (MaakDocument *self, gboolean changed)
{
  set_flag (self, &self->changed_underneath, changed, PROP_CHANGED_UNDERNEATH);
}

/** maak_document_path_changed: the plan was saved, perhaps in another file. */
void
maak_document_path_changed (MaakDocument *self)
{
  const char *path = maak_document_get_path (self);

  maak_document_set_recovered (self, FALSE);
  if (g_strcmp0 (self->shown_path, path) == 0)
    return;
  g_set_str (&self->shown_path, path);
  if (!self->closed)
    maak_document_follow_file (self);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  set_flag (self, &self->open_elsewhere, FALSE, PROP_OPEN_ELSEWHERE);
  g_object_thaw_notify (G_OBJECT (self));
}

/** maak_document_get_lead_region: Returns: (transfer none) (nullable): code of the region that the plan is for */
const char *
maak_document_get_lead_region (MaakDocument *self)
{
  MaakValue *value = maak_record_get_role (maak_plan_get_root (maak_document_get_plan (self)), MAAK_ROLE_LEAD_REGION);

  if (value == NULL)
    return NULL;
  if (maak_value_get_kind (value) == MAAK_VALUE_CODE)
    return maak_value_get_code (value);
  return maak_value_get_kind (value) == MAAK_VALUE_CODES ? maak_value_get_codes (value, NULL)[0] : NULL;
}

/* --- Following the plan --- */

static void
tell_removed (MaakDocument *self)
{
  g_autoptr (GPtrArray) removed = g_steal_pointer (&self->removed);
  MaakPlan *plan = maak_document_get_plan (self);

  for (guint i = 0; removed != NULL && i < removed->len; i++)
    {
      MaakRecord  *record = g_ptr_array_index (removed, i);
      MaakMessage *reason = maak_plan_get_undo_reason (plan);
      g_autoptr (MaakMessage) message = NULL;
      /* Moved to another list, or put back. */
      if (maak_plan_lookup (plan, maak_record_get_id (record)) != NULL)
        continue;
      message = reason != NULL ? maak_message_ref (reason) : maak_message_new (MAAK_PHRASE_PLAN_STEP_REMOVE, MAAK_ARG_TEXT, "kind", maak_template_get_label (maak_record_get_template (record)), MAAK_ARG_END);
      /* One step, one thing to take back. */
      g_signal_emit (self, signals[REMOVED], 0, record, message);
      return;
    }
}

static void
update_undo (MaakDocument *self)
{
  MaakPlan *plan = maak_document_get_plan (self);

  set_flag (self, &self->can_undo, maak_plan_can_undo (plan), PROP_CAN_UNDO);
  set_flag (self, &self->can_redo, maak_plan_can_redo (plan), PROP_CAN_REDO);
}

/* In a group the plan cannot say what will be undone before it ends. */
static void
step_done_cb (gpointer data)
{
  g_autoptr (MaakDocument) self = g_object_ref (data);

  self->step_source = 0;
  update_undo (self);
  tell_removed (self);
}

static void
plan_changed_cb (MaakPlan *plan, MaakChange *change, gpointer data)
{
  MaakDocument    *self = data;
  const MaakField *field = maak_change_get_field (change);

  if (maak_change_get_kind (change) == MAAK_CHANGE_REMOVE && !self->stepping)
    {
      if (self->removed == NULL)
        self->removed = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->removed, g_object_ref (maak_change_get_element (change)));
    }
  maak_document_edited (self);
  update_undo (self);
  maak_document_update_state (self);
  if (self->step_source == 0)
    self->step_source = g_idle_add_once (step_done_cb, self);
  if (maak_change_get_record (change) == maak_plan_get_root (plan) && (field->role == MAAK_ROLE_TITLE || field->role == MAAK_ROLE_LEAD_REGION))
    {
      self->details_stale = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
    }
}

static void
choose_language (MaakDocument *self)
{
  MaakValue         *value = maak_record_get_role (maak_plan_get_root (maak_document_get_plan (self)), MAAK_ROLE_LANGUAGES);
  guint              n = 0;
  const char *const *codes = value != NULL && maak_value_get_kind (value) == MAAK_VALUE_CODES ? maak_value_get_codes (value, &n) : NULL;

  if (n > 0)
    maak_language_parse (codes[0], &self->writing_language);
}

/** maak_document_follow_plan: begins the life of a document that has its file: the plan is followed, and the file on disk. */
void
maak_document_follow_plan (MaakDocument *self)
{
  choose_language (self);
  g_set_str (&self->shown_path, maak_document_get_path (self));
  g_signal_connect (maak_document_get_plan (self), "changed", G_CALLBACK (plan_changed_cb), self);
  maak_document_follow_file (self);
  update_undo (self);
  maak_document_update_state (self);
}

/* --- Steps --- */

static gboolean
take_step (MaakDocument *self, gboolean (*step) (MaakPlan *plan))
{
  gboolean done;

  self->stepping = TRUE;
  done = step (maak_document_get_plan (self));
  self->stepping = FALSE;
  update_undo (self);
  maak_document_update_state (self);
  return done;
}

/** maak_document_undo: takes back the last step. Returns: FALSE when there is none */
gboolean
maak_document_undo (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return take_step (self, maak_plan_undo);
}

/** maak_document_redo: makes the step again that was undone last. Returns: FALSE when there is none */
gboolean
maak_document_redo (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return take_step (self, maak_plan_redo);
}

/* --- The object --- */

static void
maak_document_dispose (GObject *object)
{
  MaakDocument *self = MAAK_DOCUMENT (object);

  if (self->file != NULL && !self->closed)
    {
      maak_document_flush (self);
      maak_document_stop_saving (self);
      maak_document_let_go (self);
    }
  g_clear_handle_id (&self->findings_source, g_source_remove);
  g_clear_handle_id (&self->step_source, g_source_remove);
  maak_document_forget_findings (self);
  if (self->checker != NULL)
    g_signal_handlers_disconnect_by_data (self->checker, self);
  g_clear_object (&self->checker);
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (maak_document_get_plan (self), self);
  G_OBJECT_CLASS (maak_document_parent_class)->dispose (object);
}

static void
maak_document_finalize (GObject *object)
{
  MaakDocument *self = MAAK_DOCUMENT (object);

  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->reloaded, g_ptr_array_unref);
  g_clear_object (&self->drafts);
  g_clear_pointer (&self->details, maak_draft_free);
  g_clear_error (&self->draft_error);
  g_clear_error (&self->save_error);
  g_clear_pointer (&self->state_message, maak_message_unref);
  g_free (self->author);
  g_free (self->first_page);
  g_free (self->shown_path);
  g_mutex_clear (&self->draft_lock);
  G_OBJECT_CLASS (maak_document_parent_class)->finalize (object);
}

static void
maak_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MaakDocument *self = MAAK_DOCUMENT (object);

  switch ((MaakDocumentProp) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, maak_document_get_path (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, maak_document_dup_title (self, self->writing_language));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, maak_document_get_read_only (self));
      break;
    case PROP_CHANGED_UNDERNEATH:
      g_value_set_boolean (value, self->changed_underneath);
      break;
    case PROP_OPEN_ELSEWHERE:
      g_value_set_boolean (value, self->open_elsewhere);
      break;
    case PROP_RECOVERED:
      g_value_set_boolean (value, self->recovered);
      break;
    case PROP_DRAFT_DAMAGED:
      g_value_set_boolean (value, self->draft_damaged);
      break;
    case PROP_WRITING_LANGUAGE:
      g_value_set_enum (value, (int) self->writing_language);
      break;
    case PROP_SIDE_BY_SIDE:
      g_value_set_boolean (value, self->side_by_side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_document_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MaakDocument *self = MAAK_DOCUMENT (object);

  switch ((int) prop_id)
    {
    case PROP_RECOVERED:
      maak_document_set_recovered (self, g_value_get_boolean (value));
      break;
    case PROP_WRITING_LANGUAGE:
      maak_document_set_writing_language (self, (MaakLanguage) g_value_get_enum (value));
      break;
    case PROP_SIDE_BY_SIDE:
      maak_document_set_side_by_side (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
create_flag (const char *name, GParamFlags access)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, access | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, read);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  props[PROP_MODIFIED] = create_flag ("modified", G_PARAM_READABLE);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MAAK_TYPE_SAVE_STATE, MAAK_SAVE_ALL_SAVED, read);
  props[PROP_CAN_UNDO] = create_flag ("can-undo", G_PARAM_READABLE);
  props[PROP_CAN_REDO] = create_flag ("can-redo", G_PARAM_READABLE);
  props[PROP_READ_ONLY] = create_flag ("read-only", G_PARAM_READABLE);
  props[PROP_CHANGED_UNDERNEATH] = create_flag ("changed-underneath", G_PARAM_READABLE);
  props[PROP_OPEN_ELSEWHERE] = create_flag ("open-elsewhere", G_PARAM_READABLE);
  props[PROP_RECOVERED] = create_flag ("recovered", G_PARAM_READWRITE);
  props[PROP_DRAFT_DAMAGED] = create_flag ("draft-damaged", G_PARAM_READABLE);
  props[PROP_WRITING_LANGUAGE] = g_param_spec_enum ("writing-language", NULL, NULL, MAAK_TYPE_LANGUAGE, MAAK_LANGUAGE_NL, read | G_PARAM_WRITABLE);
  props[PROP_SIDE_BY_SIDE] = create_flag ("side-by-side", G_PARAM_READWRITE);
  g_object_class_install_properties (class, G_N_ELEMENTS (props), props);
}

static void
maak_document_class_init (MaakDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = maak_document_dispose;
  object_class->finalize = maak_document_finalize;
  object_class->get_property = maak_document_get_property;
  object_class->set_property = maak_document_set_property;
  install_properties (object_class);
  signals[FINDINGS_CHANGED] = g_signal_new ("findings-changed", MAAK_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", MAAK_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, MAAK_TYPE_RECORD, G_TYPE_POINTER);
}

static void
maak_document_init (MaakDocument *self)
{
  self->delays = maak_document_default_delays;
  self->reloaded = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->requests);
  g_mutex_init (&self->draft_lock);
}

/* --- What it has --- */

/** maak_document_get_plan: Returns: (transfer none): the plan */
MaakPlan *
maak_document_get_plan (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return maak_plan_file_get_plan (self->file);
}

/** maak_document_get_file: Returns: (transfer none): the plan's file; it is saved through the document only */
MaakPlanFile *
maak_document_get_file (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return self->file;
}

/** maak_document_get_path: Returns: (transfer none) (nullable): the plan's own file; NULL: it was never named */
const char *
maak_document_get_path (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return maak_plan_file_get_path (self->file);
}

/** maak_document_is_at: Returns: whether @path leads to the plan's own file, by whatever name */
gboolean
maak_document_is_at (MaakDocument *self, const char *path)
{
  const char *own = maak_document_get_path (self);

  g_return_val_if_fail (path != NULL, FALSE);

  return own != NULL && maak_file_is_same (own, path);
}

/** maak_document_dup_title: Returns: (transfer full): the plan's title; else the name of its file; else what such a plan is called */
char *
maak_document_dup_title (MaakDocument *self, MaakLanguage language)
{
  static const char *const endings[] = { ".maakland.json", ".json" };
  MaakRecord              *root;
  const char              *path;
  char                    *name;

  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  root = maak_plan_get_root (maak_document_get_plan (self));
  path = maak_document_get_path (self);
  if (path == NULL || maak_record_get_text (root, MAAK_ROLE_TITLE) != NULL)
    return maak_record_dup_title (root, language);
  name = g_filename_display_basename (path);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]) && strlen (name) > strlen (endings[i]))
      {
        name[strlen (name) - strlen (endings[i])] = '\0';
        break;
      }
  return name;
}

/**
 * maak_document_save:
 * @path: (nullable): where; NULL for the plan's own file, which it must have
 * @error: those of maak_plan_file_save_over()
 *
 * Saves and waits for it.
 *
 * Returns: whether the plan was saved
 */
gboolean
maak_document_save (MaakDocument *self, const char *path, GError **error)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self) && !self->closed, FALSE);
  g_return_val_if_fail (path != NULL || maak_document_get_path (self) != NULL, FALSE);

  maak_document_wait (self);
  return maak_document_save_now (self, path, error);
}

/**
 * maak_document_save_copy:
 * @path: where; what is there is replaced
 * @error: those of maak_plan_file_save_over()
 *
 * Writes the plan as it is now to another file. The document stays with its own.
 *
 * Returns: whether the copy was written
 */
gboolean
maak_document_save_copy (MaakDocument *self, const char *path, GError **error)
{
  g_autoptr (MaakPlanFile) copy = NULL;
  MaakFileMark seen;

  g_return_val_if_fail (MAAK_IS_DOCUMENT (self) && path != NULL, FALSE);

  copy = maak_plan_file_new_frozen (self->file);
  return maak_file_look (path, &seen, error) && maak_plan_file_save_over (copy, path, &seen, NULL, error);
}

/** maak_document_get_state: Returns: where what was written is */
MaakSaveState
maak_document_get_state (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), MAAK_SAVE_FAILED);

  return self->state;
}

/** maak_document_get_state_message: Returns: (transfer none): the same in words; valid until notify::state */
MaakMessage *
maak_document_get_state_message (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return self->state_message;
}

/** maak_document_get_modified: Returns: whether there is something that is not in the plan's own file */
gboolean
maak_document_get_modified (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

/** maak_document_get_read_only: Returns: whether the plan may not be edited, being of a newer version */
gboolean
maak_document_get_read_only (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), TRUE);

  return maak_plan_get_read_only (maak_document_get_plan (self));
}

/** maak_document_get_changed_underneath: Returns: whether the plan's file holds what another program wrote */
gboolean
maak_document_get_changed_underneath (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return self->changed_underneath;
}

/** maak_document_get_open_elsewhere: Returns: whether another Maakland had the file open when it was opened here */
gboolean
maak_document_get_open_elsewhere (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return self->open_elsewhere;
}

/** maak_document_get_recovered: Returns: whether it was read from a draft that a crash left, and was not saved or confirmed since */
gboolean
maak_document_get_recovered (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return self->recovered;
}

/** maak_document_get_draft_damaged: Returns: whether there is a draft of the plan that cannot be read, so that what was typed last may be missing */
gboolean
maak_document_get_draft_damaged (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return self->draft_damaged;
}

/** maak_document_see_draft_damaged: the person knows. */
void
maak_document_see_draft_damaged (MaakDocument *self)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  set_flag (self, &self->draft_damaged, FALSE, PROP_DRAFT_DAMAGED);
}

/** maak_document_set_recovered: FALSE when the person has seen it. */
void
maak_document_set_recovered (MaakDocument *self, gboolean recovered)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  set_flag (self, &self->recovered, recovered, PROP_RECOVERED);
}

/** maak_document_get_writing_language: Returns: the language in which texts are edited */
MaakLanguage
maak_document_get_writing_language (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), MAAK_LANGUAGE_NL);

  return self->writing_language;
}

/** maak_document_set_writing_language: sets the language in which texts are edited. */
void
maak_document_set_writing_language (MaakDocument *self, MaakLanguage language)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self) && (guint) language < MAAK_N_LANGUAGES);

  if (self->writing_language == language)
    return;
  self->writing_language = language;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WRITING_LANGUAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/** maak_document_get_side_by_side: Returns: whether texts show both languages where there is room */
gboolean
maak_document_get_side_by_side (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return self->side_by_side;
}

/** maak_document_set_side_by_side: says whether texts show both languages where there is room. */
void
maak_document_set_side_by_side (MaakDocument *self, gboolean side_by_side)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  set_flag (self, &self->side_by_side, side_by_side, PROP_SIDE_BY_SIDE);
}

/** maak_document_set_author: who is named in the chain of revisions; NULL: nobody. */
void
maak_document_set_author (MaakDocument *self, const char *author)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  g_set_str (&self->author, author != NULL && *author != '\0' ? author : NULL);
}

/** maak_document_set_page: the page that the window shows, to go on at after a crash. */
void
maak_document_set_page (MaakDocument *self, const char *page)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  if (g_set_str (&self->details->page, page) && !self->closed)
    maak_document_details_changed (self);
}

/** maak_document_get_page: Returns: (transfer none) (nullable): the page at which a draft was left; NULL: begin where one begins */
const char *
maak_document_get_page (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return self->first_page;
}

/** maak_document_add_to_recents: puts the plan first in @recents. Returns: FALSE and an error when that could not be written */
gboolean
maak_document_add_to_recents (MaakDocument *self, MaakRecents *recents, GError **error)
{
  MaakRecord *root;
  MaakValue  *state;
  MaakRecent  recent = { 0 };

  g_return_val_if_fail (MAAK_IS_DOCUMENT (self) && MAAK_IS_RECENTS (recents) && maak_document_get_path (self) != NULL, FALSE);

  root = maak_plan_get_root (maak_document_get_plan (self));
  state = maak_record_get_role (root, MAAK_ROLE_STATE);
  recent.path = maak_document_get_path (self);
  recent.title = maak_record_get_text (root, MAAK_ROLE_TITLE);
  recent.region = maak_document_get_lead_region (self);
  recent.state = state != NULL && maak_value_get_kind (state) == MAAK_VALUE_CODE ? maak_value_get_code (state) : NULL;
  recent.opened = g_get_real_time ();
  return maak_recents_add (recents, &recent, error);
}
