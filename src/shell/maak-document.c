/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* An open plan. It knows no widgets: windows, pages and editors follow its properties and signals. */

#include "shell/maak-document.h"

struct _MaakDocument
{
  GObject parent_instance;

  MaakPlanFile *file;
  MaakChecker  *checker;
  GPtrArray    *findings; /* of MaakFinding; NULL: to be asked */
  MaakLanguage  writing_language;
  gboolean      side_by_side;
  guint         findings_source; /* waits for a pause in typing */
};

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  PROP_PATH,
  PROP_SIDE_BY_SIDE,
  PROP_WRITING_LANGUAGE,
} MaakDocumentProp;

enum
{
  SIGNAL_FINDINGS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_WRITING_LANGUAGE + 1];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakDocument, maak_document, G_TYPE_OBJECT)

static void
maak_document_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MaakDocument *self = MAAK_DOCUMENT (object);

  switch ((MaakDocumentProp) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, maak_plan_can_undo (maak_document_get_plan (self)));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, maak_plan_can_redo (maak_document_get_plan (self)));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, maak_plan_is_modified (maak_document_get_plan (self)));
      break;
    case PROP_PATH:
      g_value_set_string (value, maak_document_get_path (self));
      break;
    case PROP_SIDE_BY_SIDE:
      g_value_set_boolean (value, self->side_by_side);
      break;
    case PROP_WRITING_LANGUAGE:
      g_value_set_uint (value, self->writing_language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_document_finalize (GObject *object)
{
  MaakDocument *self = MAAK_DOCUMENT (object);

  g_clear_handle_id (&self->findings_source, g_source_remove);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->checker);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (maak_document_parent_class)->finalize (object);
}

static void
maak_document_class_init (MaakDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = maak_document_get_property;
  object_class->finalize = maak_document_finalize;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SIDE_BY_SIDE] = g_param_spec_boolean ("side-by-side", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_WRITING_LANGUAGE] = g_param_spec_uint ("writing-language", NULL, NULL, 0, MAAK_N_LANGUAGES - 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /** MaakDocument::findings-changed: the findings are others; told in a pause of typing. */
  signals[SIGNAL_FINDINGS_CHANGED] = g_signal_new ("findings-changed", MAAK_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_document_init (MaakDocument *self)
{
}

static gboolean
tell_findings_cb (gpointer data)
{
  MaakDocument *self = data;

  self->findings_source = 0;
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_FINDINGS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
plan_changed_cb (MaakDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
  g_clear_handle_id (&self->findings_source, g_source_remove);
  self->findings_source = g_timeout_add (150, tell_findings_cb, self);
}

static MaakDocument *
make_document (MaakPlanFile *file_taken)
{
  MaakDocument *self = g_object_new (MAAK_TYPE_DOCUMENT, NULL);
  MaakPlan     *plan = maak_plan_file_get_plan (file_taken);

  self->file = file_taken;
  self->checker = maak_checker_new (plan);
  g_signal_connect_object (plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** maak_document_new: Returns: (transfer full): a new plan, never named */
MaakDocument *
maak_document_new (MaakLibrary *library,
                   MaakRecord  *root_taken)
{
  g_autoptr (MaakPlan) plan = maak_plan_new (library, root_taken, NULL);

  g_return_val_if_fail (plan != NULL, NULL);

  return make_document (maak_plan_file_new (plan, NULL));
}

/** maak_document_open: opens the plan in the file @path. Returns: FALSE and an error that says why it cannot be opened */
gboolean
maak_document_open (const char    *path,
                    MaakLibrary   *library,
                    MaakDocument **document,
                    GError       **error)
{
  g_autoptr (MaakPlanFile) file = NULL;

  if (!maak_plan_file_load (path, library, &file, error))
    return FALSE;
  *document = make_document (g_steal_pointer (&file));
  return TRUE;
}

/** maak_document_get_plan: Returns: (transfer none): the plan */
MaakPlan *
maak_document_get_plan (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return maak_plan_file_get_plan (self->file);
}

/** maak_document_get_file: Returns: (transfer none): the file with its revisions */
MaakPlanFile *
maak_document_get_file (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return self->file;
}

/** maak_document_get_checker: Returns: (transfer none): what follows the plan's checks */
MaakChecker *
maak_document_get_checker (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return self->checker;
}

/** maak_document_get_path: Returns: (transfer none) (nullable): the file's path; NULL when it was never named */
const char *
maak_document_get_path (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return maak_plan_file_get_path (self->file);
}

/** maak_document_dup_title: Returns: (transfer full): the plan's title in @language, never empty */
char *
maak_document_dup_title (MaakDocument *self,
                         MaakLanguage  language)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  return maak_record_dup_title (maak_plan_get_root (maak_document_get_plan (self)), language);
}

/** maak_document_save: writes the plan's file, at once. */
gboolean
maak_document_save (MaakDocument *self,
                    const char   *path_or_null,
                    GError      **error)
{
  MaakRevisionInfo info = { NULL, NULL, "Maakland " MAAKLAND_VERSION };

  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  if (!maak_plan_file_save (self->file, path_or_null, &info, error))
    return FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
  return TRUE;
}

/** maak_document_undo: Returns: whether there was a step to undo */
gboolean
maak_document_undo (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return maak_plan_undo (maak_document_get_plan (self));
}

/** maak_document_redo: Returns: whether there was a step to do again */
gboolean
maak_document_redo (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return maak_plan_redo (maak_document_get_plan (self));
}

/** maak_document_get_writing_language: Returns: the language of texts that is edited */
MaakLanguage
maak_document_get_writing_language (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), MAAK_LANGUAGE_NL);

  return self->writing_language;
}

/** maak_document_set_writing_language: changes which language of texts is edited. */
void
maak_document_set_writing_language (MaakDocument *self,
                                    MaakLanguage  language)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  if (self->writing_language == language)
    return;
  self->writing_language = language;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WRITING_LANGUAGE]);
}

/** maak_document_get_side_by_side: Returns: whether both languages stand side by side where there is room */
gboolean
maak_document_get_side_by_side (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  return self->side_by_side;
}

/** maak_document_set_side_by_side: shows both languages side by side where there is room. */
void
maak_document_set_side_by_side (MaakDocument *self,
                                gboolean      side_by_side)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  if (self->side_by_side == side_by_side)
    return;
  self->side_by_side = side_by_side;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDE_BY_SIDE]);
}

/** maak_document_get_findings: Returns: (transfer none): of MaakFinding, the worst first */
GPtrArray *
maak_document_get_findings (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  if (self->findings == NULL)
    self->findings = maak_checker_dup_findings (self->checker);
  return self->findings;
}

/** maak_document_list_findings_for: Returns: (transfer container): of MaakFinding: those of a field, or of a record as a whole */
GPtrArray *
maak_document_list_findings_for (MaakDocument    *self,
                                 MaakRecord      *record,
                                 const MaakField *field_or_null)
{
  GPtrArray *all = maak_document_get_findings (self);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_finding_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (all, i);

      if (finding->record == record && finding->field == field_or_null)
        g_ptr_array_add (found, maak_finding_ref (finding));
    }
  return found;
}
