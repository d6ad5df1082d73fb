/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The base class of the pages of a window. A page gets what it needs when it is made: the context, and the document that
 * is open. It speaks to its window by actions only ("win.go-to" with the ids of a record and a field, "win.add-toast" with a
 * sentence), so that a page can be tried without one. */

#include "shell/maak-page.h"

typedef struct
{
  MaakContext  *context;
  MaakDocument *document; /* may be NULL */
  gboolean      has_back;
} MaakPagePrivate;

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_DOCUMENT,
  PROP_HAS_BACK,
} MaakPageProp;

static GParamSpec *props[PROP_HAS_BACK + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MaakPage, maak_page, ADW_TYPE_BIN)

static void
maak_page_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  MaakPagePrivate *priv = maak_page_get_instance_private (MAAK_PAGE (object));

  switch ((MaakPageProp) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, priv->document);
      break;
    case PROP_HAS_BACK:
      g_value_set_boolean (value, priv->has_back);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_page_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  MaakPagePrivate *priv = maak_page_get_instance_private (MAAK_PAGE (object));

  switch ((MaakPageProp) prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_DOCUMENT:
      priv->document = g_value_dup_object (value);
      break;
    case PROP_HAS_BACK:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_page_finalize (GObject *object)
{
  MaakPagePrivate *priv = maak_page_get_instance_private (MAAK_PAGE (object));

  g_clear_object (&priv->document);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (maak_page_parent_class)->finalize (object);
}

static void
maak_page_class_init (MaakPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = maak_page_get_property;
  object_class->set_property = maak_page_set_property;
  object_class->finalize = maak_page_finalize;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, MAAK_TYPE_CONTEXT, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, MAAK_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_BACK] = g_param_spec_boolean ("has-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
maak_page_init (MaakPage *self)
{
}

/** maak_page_get_context: Returns: (transfer none): what all windows share */
MaakContext *
maak_page_get_context (MaakPage *self)
{
  MaakPagePrivate *priv = maak_page_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_PAGE (self), NULL);

  return priv->context;
}

/** maak_page_get_document: Returns: (transfer none) (nullable): the open plan */
MaakDocument *
maak_page_get_document (MaakPage *self)
{
  MaakPagePrivate *priv = maak_page_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_PAGE (self), NULL);

  return priv->document;
}

/**
 * maak_page_jump:
 * @record: of the open plan
 * @field: (nullable): a field of @record
 *
 * Returns: whether the page shows the record; FALSE when it is not on this page
 */
gboolean
maak_page_jump (MaakPage        *self,
                MaakRecord      *record,
                const MaakField *field)
{
  g_return_val_if_fail (MAAK_IS_PAGE (self) && MAAK_IS_RECORD (record), FALSE);

  return MAAK_PAGE_GET_CLASS (self)->jump != NULL && MAAK_PAGE_GET_CLASS (self)->jump (self, record, field);
}

/** maak_page_go_back: Returns: whether the page went one step back within itself */
gboolean
maak_page_go_back (MaakPage *self)
{
  g_return_val_if_fail (MAAK_IS_PAGE (self), FALSE);

  return MAAK_PAGE_GET_CLASS (self)->go_back != NULL && MAAK_PAGE_GET_CLASS (self)->go_back (self);
}

/** maak_page_get_has_back: Returns: whether the page shows a button of its own that leads one step back */
gboolean
maak_page_get_has_back (MaakPage *self)
{
  MaakPagePrivate *priv = maak_page_get_instance_private (self);

  g_return_val_if_fail (MAAK_IS_PAGE (self), FALSE);

  return priv->has_back;
}

/** maak_page_set_has_back: for the page itself: whether it shows such a button now. */
void
maak_page_set_has_back (MaakPage *self,
                        gboolean  has_back)
{
  MaakPagePrivate *priv = maak_page_get_instance_private (self);

  g_return_if_fail (MAAK_IS_PAGE (self));

  if (priv->has_back == !!has_back)
    return;
  priv->has_back = !!has_back;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_BACK]);
}

/** maak_page_is_busy: Returns: whether something is being made that will show in a moment */
gboolean
maak_page_is_busy (MaakPage *self)
{
  g_return_val_if_fail (MAAK_IS_PAGE (self), FALSE);

  return MAAK_PAGE_GET_CLASS (self)->is_busy != NULL && MAAK_PAGE_GET_CLASS (self)->is_busy (self);
}
