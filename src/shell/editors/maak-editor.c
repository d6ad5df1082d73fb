/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The base class of editors. An editor has a slot; when the slot says that it changed, the editor shows it again. What the
 * person does goes to the slot at once, so there is no state of its own to lose but what is half typed: a number that cannot
 * be read yet stays in its entry, with an error beside it, until it can or the person leaves it.
 *
 * While an editor writes to its slot the change comes back to it; `busy` says that it is its own. */

#include "shell/editors/maak-editor.h"

#include <glib/gi18n.h>

typedef struct
{
  MaakContext  *context;
  MaakDocument *document;
  MaakSlot     *slot;
  char         *error;   /* NULL: none */
  char         *counter; /* NULL: none */
  gboolean      over;    /* the counter is beyond its limit */
  gboolean      busy;
  guint         refresh_source; /* 0: nothing waits to be shown */
  char         *remarks;        /* what the checks find; NULL: nothing */
  GPtrArray    *controls;       /* of GWeakRef: those that bear the field's name */
} MaakEditorPrivate;

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_DOCUMENT,
  PROP_SLOT,
  PROP_ERROR_TEXT,
  PROP_COUNTER,
} MaakEditorProp;

static GParamSpec *props[PROP_COUNTER + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MaakEditor, maak_editor, ADW_TYPE_BIN)

static gboolean
refresh_cb (gpointer data)
{
  maak_editor_refresh (data);
  return G_SOURCE_REMOVE;
}

static void
slot_changed_cb (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  if (priv->busy)
    return;
  /* What was wrong with what was typed is gone with it. */
  maak_editor_set_error (self, NULL);
  if (!MAAK_EDITOR_GET_CLASS (self)->refreshes_later)
    maak_editor_refresh (self);
  else if (priv->refresh_source == 0)
    /* Before the next frame is laid out. */
    priv->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
maak_editor_constructed (GObject *object)
{
  MaakEditor        *self = MAAK_EDITOR (object);
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  G_OBJECT_CLASS (maak_editor_parent_class)->constructed (object);
  g_signal_connect_object (priv->slot, "changed", G_CALLBACK (slot_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
maak_editor_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (MAAK_EDITOR (object));

  switch ((MaakEditorProp) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, priv->document);
      break;
    case PROP_SLOT:
      g_value_set_object (value, priv->slot);
      break;
    case PROP_ERROR_TEXT:
      g_value_set_string (value, priv->error);
      break;
    case PROP_COUNTER:
      g_value_set_string (value, priv->counter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_editor_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (MAAK_EDITOR (object));

  switch ((MaakEditorProp) prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_DOCUMENT:
      priv->document = g_value_dup_object (value);
      break;
    case PROP_SLOT:
      priv->slot = g_value_dup_object (value);
      break;
    case PROP_ERROR_TEXT:
    case PROP_COUNTER:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_editor_dispose (GObject *object)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (MAAK_EDITOR (object));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);

  G_OBJECT_CLASS (maak_editor_parent_class)->dispose (object);
}

static void
maak_editor_finalize (GObject *object)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (MAAK_EDITOR (object));

  g_clear_pointer (&priv->controls, g_ptr_array_unref);
  g_clear_pointer (&priv->remarks, g_free);
  g_clear_pointer (&priv->counter, g_free);
  g_clear_pointer (&priv->error, g_free);
  g_clear_object (&priv->slot);
  g_clear_object (&priv->document);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (maak_editor_parent_class)->finalize (object);
}

static void
maak_editor_class_init (MaakEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = maak_editor_constructed;
  object_class->get_property = maak_editor_get_property;
  object_class->set_property = maak_editor_set_property;
  object_class->dispose = maak_editor_dispose;
  object_class->finalize = maak_editor_finalize;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, MAAK_TYPE_CONTEXT, given);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, MAAK_TYPE_DOCUMENT, given);
  props[PROP_SLOT] = g_param_spec_object ("slot", NULL, NULL, MAAK_TYPE_SLOT, given);
  props[PROP_ERROR_TEXT] = g_param_spec_string ("error-text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_COUNTER] = g_param_spec_string ("counter", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
maak_editor_init (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  priv->controls = g_ptr_array_new_with_free_func (free_weak_ref);
}

/** maak_editor_get_context: Returns: (transfer none): what all windows share */
MaakContext *
maak_editor_get_context (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), NULL);

  return priv->context;
}

/** maak_editor_get_document: Returns: (transfer none): the open plan */
MaakDocument *
maak_editor_get_document (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), NULL);

  return priv->document;
}

/** maak_editor_get_slot: Returns: (transfer none): what is edited */
MaakSlot *
maak_editor_get_slot (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), NULL);

  return priv->slot;
}

/** maak_editor_get_field: Returns: (transfer none): the field that is edited */
const MaakField *
maak_editor_get_field (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), NULL);

  return maak_slot_get_field (priv->slot);
}

/** maak_editor_get_language: Returns: the language of the interface, in which numbers are read and written */
MaakLanguage
maak_editor_get_language (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), MAAK_LANGUAGE_NL);

  return maak_context_get_language (priv->context);
}

/** maak_editor_refresh: shows what the slot holds now. */
void
maak_editor_refresh (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_if_fail (MAAK_IS_EDITOR (self));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  if (MAAK_EDITOR_GET_CLASS (self)->refresh != NULL)
    MAAK_EDITOR_GET_CLASS (self)->refresh (self);
}

/** maak_editor_flush: shows what the slot holds, if it changed and that is not shown yet. */
void
maak_editor_flush (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_if_fail (MAAK_IS_EDITOR (self));

  if (priv->refresh_source != 0)
    maak_editor_refresh (self);
}

/** maak_editor_commit: writes what was typed and not yet handed over. */
void
maak_editor_commit (MaakEditor *self)
{
  g_return_if_fail (MAAK_IS_EDITOR (self));

  /* What was typed for a record that is gone has no place any more. */
  if (MAAK_EDITOR_GET_CLASS (self)->commit != NULL && maak_slot_is_live (maak_editor_get_slot (self)))
    MAAK_EDITOR_GET_CLASS (self)->commit (self);
}

/* Help, error and remarks, for who cannot see them around the control. An entry that is read as it is typed knows itself
 * whether it is wrong. */
static void
describe (MaakEditor *self,
          GtkWidget  *control)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);
  const char        *help = maak_text_get_best (maak_slot_get_field (priv->slot)->help, maak_context_get_language (priv->context));
  g_autoptr (GString) text = g_string_new (help);
  const char *others[] = { priv->error, priv->remarks };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", others[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  if (GTK_IS_TEXT_VIEW (control))
    gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID, priv->error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
describe_all (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  for (guint i = priv->controls->len; i-- > 0;)
    {
      g_autoptr (GtkWidget) control = g_weak_ref_get (g_ptr_array_index (priv->controls, i));

      if (control != NULL)
        describe (self, control);
      else
        g_ptr_array_remove_index_fast (priv->controls, i);
    }
}

/** maak_editor_set_remarks: has the controls say @text_or_null, what the checks find in the field, after the help. */
void
maak_editor_set_remarks (MaakEditor *self,
                         const char *text_or_null)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_if_fail (MAAK_IS_EDITOR (self));

  if (g_set_str (&priv->remarks, text_or_null))
    describe_all (self);
}

static void
set_error_text (MaakEditor *self,
                const char *text_or_null)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  if (!g_set_str (&priv->error, text_or_null))
    return;
  describe_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR_TEXT]);
  if (text_or_null != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text_or_null, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/** maak_editor_set_error: shows @error_or_null beside the field, worded for the person; NULL takes the last one away. */
void
maak_editor_set_error (MaakEditor   *self,
                       const GError *error_or_null)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);
  g_autofree char   *text = NULL;

  g_return_if_fail (MAAK_IS_EDITOR (self));

  if (error_or_null != NULL)
    text = maak_error_dup_wording (error_or_null, maak_context_get_language (priv->context));
  set_error_text (self, text);
}

/** maak_editor_say_left: says that @typed, typed to be picked from a list, was not filled in. */
void
maak_editor_say_left (MaakEditor *self,
                      const char *typed)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MAAK_IS_EDITOR (self));

  text = g_strdup_printf (_ ("“%s” was not filled in, because nothing was chosen. Open the list again and choose."), typed);
  set_error_text (self, text);
}

/** maak_editor_get_error_text: Returns: (transfer none) (nullable): what is wrong with what was typed */
const char *
maak_editor_get_error_text (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), NULL);

  return priv->error;
}

/** maak_editor_set_counter: shows @text_or_null ("120 of 400 words") beside the label; @over: it is beyond the limit. */
void
maak_editor_set_counter (MaakEditor *self,
                         const char *text_or_null,
                         gboolean    over)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_if_fail (MAAK_IS_EDITOR (self));

  priv->over = over;
  if (g_set_str (&priv->counter, text_or_null))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNTER]);
}

/** maak_editor_get_counter: Returns: (transfer none) (nullable): the counter; @over: whether it is beyond its limit */
const char *
maak_editor_get_counter (MaakEditor *self,
                         gboolean   *over)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), NULL);

  if (over != NULL)
    *over = priv->over;
  return priv->counter;
}

/**
 * maak_editor_take:
 * @value_or_null: what the person chose; NULL empties
 *
 * Hands a value to the slot, and shows the error or takes the last one away. The editor is not refreshed by it.
 *
 * Returns: whether the slot took it
 */
gboolean
maak_editor_take (MaakEditor *self,
                  MaakValue  *value_or_null)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MAAK_IS_EDITOR (self), FALSE);

  priv->busy = TRUE;
  maak_slot_set (priv->slot, value_or_null, &error);
  priv->busy = FALSE;
  maak_editor_set_error (self, error);
  return error == NULL;
}

/**
 * maak_editor_parse:
 * @rest_or_null: which part of the value was typed: a year, "start", "end"
 * @string: what was typed, in the language of the interface; "" empties
 *
 * As maak_editor_take(), for what is typed.
 *
 * Returns: whether it could be read and the slot took it
 */
gboolean
maak_editor_parse (MaakEditor *self,
                   const char *rest_or_null,
                   const char *string)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MAAK_IS_EDITOR (self), FALSE);

  priv->busy = TRUE;
  maak_slot_parse (priv->slot, rest_or_null, string, maak_editor_get_language (self), &error);
  priv->busy = FALSE;
  maak_editor_set_error (self, error);
  return error == NULL;
}

/**
 * maak_editor_try_parse:
 *
 * As maak_editor_parse(), while the person is still typing: what cannot be read yet is no error.
 *
 * Returns: whether it could be read and the slot took it; then an earlier error is taken away
 */
gboolean
maak_editor_try_parse (MaakEditor *self,
                       const char *rest_or_null,
                       const char *string)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);
  gboolean           taken;

  g_return_val_if_fail (MAAK_IS_EDITOR (self), FALSE);

  priv->busy = TRUE;
  taken = maak_slot_parse (priv->slot, rest_or_null, string, maak_editor_get_language (self), NULL);
  priv->busy = FALSE;
  if (taken)
    maak_editor_set_error (self, NULL);
  return taken;
}

/** maak_editor_get_plan: Returns: (transfer none): the plan of the slot */
MaakPlan *
maak_editor_get_plan (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), NULL);

  return maak_slot_get_plan (priv->slot);
}

/** maak_editor_is_editable: Returns: whether the person may change what the slot holds */
gboolean
maak_editor_is_editable (MaakEditor *self)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_EDITOR (self), FALSE);

  return maak_slot_is_editable (priv->slot);
}

static void
remember (MaakEditor *self,
          GtkWidget  *control)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);
  GWeakRef          *ref;

  for (guint i = 0; i < priv->controls->len; i++)
    {
      g_autoptr (GtkWidget) known = g_weak_ref_get (g_ptr_array_index (priv->controls, i));

      if (known == control)
        return;
    }
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, control);
  g_ptr_array_add (priv->controls, ref);
}

/**
 * maak_editor_name_control:
 * @control: what the person focuses
 * @part_or_null: which part of the value it is for ("Start", "2027")
 *
 * Gives a control the name of the field, and its help, error and findings as description, for who cannot see them.
 */
void
maak_editor_name_control (MaakEditor *self,
                          GtkWidget  *control,
                          const char *part_or_null)
{
  MaakEditorPrivate *priv = maak_editor_get_instance_private (self);
  const MaakField   *field = maak_slot_get_field (priv->slot);
  MaakLanguage       language = maak_context_get_language (priv->context);
  const char        *label = maak_text_get_best (field->label, language);
  g_autofree char   *name = part_or_null != NULL ? g_strdup_printf ("%s, %s", label, part_or_null) : g_strdup (label);

  /* The focus is on the button in it. */
  if (GTK_IS_MENU_BUTTON (control))
    control = gtk_widget_get_first_child (control);
  g_return_if_fail (control != NULL);
  /* A button is labelled by the words in it, which do not say of what field. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  remember (self, control);
  describe (self, control);
}
