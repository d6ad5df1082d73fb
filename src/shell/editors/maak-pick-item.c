/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A thing that can be picked, with what a person reads of it and searches in.
 *
 * What is searched in is folded (no case, no accents) when it is first needed: a list of a thousand is made far more often
 * than it is searched. */

#include "shell/editors/maak-pick-item.h"

struct _MaakPickItem
{
  GObject parent_instance;

  char    *id;
  char    *label;
  char    *detail;
  char    *folded; /* label and detail, for searching; NULL until it is needed */
  guint    depth;
  gboolean chosen;
};

enum
{
  PROP_CHOSEN = 1,
};

static GParamSpec *props[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (MaakPickItem, maak_pick_item, G_TYPE_OBJECT)

static void
maak_pick_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_CHOSEN)
    g_value_set_boolean (value, MAAK_PICK_ITEM (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
maak_pick_item_finalize (GObject *object)
{
  MaakPickItem *self = MAAK_PICK_ITEM (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->detail);
  g_free (self->folded);

  G_OBJECT_CLASS (maak_pick_item_parent_class)->finalize (object);
}

static void
maak_pick_item_class_init (MaakPickItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = maak_pick_item_get_property;
  object_class->finalize = maak_pick_item_finalize;

  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
maak_pick_item_init (MaakPickItem *self)
{
}

/**
 * maak_pick_item_new:
 * @id: of what is picked
 * @label: what the person reads
 * @detail_or_null: a second line
 * @depth: under how many others it stands
 *
 * Returns: (transfer full): the item, not chosen
 */
MaakPickItem *
maak_pick_item_new (const char *id,
                    const char *label,
                    const char *detail_or_null,
                    guint       depth)
{
  MaakPickItem *self = g_object_new (MAAK_TYPE_PICK_ITEM, NULL);

  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->detail = g_strdup (detail_or_null != NULL ? detail_or_null : "");
  self->depth = depth;
  return self;
}

/** maak_pick_item_get_id: Returns: (transfer none): the id of what is picked */
const char *
maak_pick_item_get_id (MaakPickItem *self)
{
  g_return_val_if_fail (MAAK_IS_PICK_ITEM (self), NULL);

  return self->id;
}

/** maak_pick_item_get_label: Returns: (transfer none): what the person reads */
const char *
maak_pick_item_get_label (MaakPickItem *self)
{
  g_return_val_if_fail (MAAK_IS_PICK_ITEM (self), NULL);

  return self->label;
}

/** maak_pick_item_get_detail: Returns: (transfer none): the second line; "" when there is none */
const char *
maak_pick_item_get_detail (MaakPickItem *self)
{
  g_return_val_if_fail (MAAK_IS_PICK_ITEM (self), NULL);

  return self->detail;
}

/** maak_pick_item_get_depth: Returns: under how many others it stands */
guint
maak_pick_item_get_depth (MaakPickItem *self)
{
  g_return_val_if_fail (MAAK_IS_PICK_ITEM (self), 0);

  return self->depth;
}

/** maak_pick_item_get_chosen: Returns: whether it is chosen */
gboolean
maak_pick_item_get_chosen (MaakPickItem *self)
{
  g_return_val_if_fail (MAAK_IS_PICK_ITEM (self), FALSE);

  return self->chosen;
}

/** maak_pick_item_set_chosen: says whether it is chosen. */
void
maak_pick_item_set_chosen (MaakPickItem *self,
                           gboolean      chosen)
{
  g_return_if_fail (MAAK_IS_PICK_ITEM (self));

  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

/**
 * maak_pick_item_rate:
 * @folded: as maak_fold_for_search() gives it
 *
 * Returns: where @folded stands: 0: the label begins with it, 1: a word of the label does, 2: elsewhere in label or detail,
 *   3: nowhere
 */
guint
maak_pick_item_rate (MaakPickItem *self,
                     const char   *folded)
{
  const char *at;

  g_return_val_if_fail (MAAK_IS_PICK_ITEM (self), 3);

  if (self->folded == NULL)
    {
      g_autofree char *both = g_strconcat (self->label, "\n", self->detail, NULL);

      self->folded = maak_fold_for_search (both);
    }
  if (g_str_has_prefix (self->folded, folded))
    return 0;
  at = strstr (self->folded, folded);
  if (at == NULL)
    return 3;
  for (const char *end = strchr (self->folded, '\n'); at != NULL && at < end; at = strstr (at + 1, folded))
    if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return 1;
  return 2;
}

/** maak_fold_for_search: Returns: (transfer full): @text without case and accents, to be compared */
char *
maak_fold_for_search (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));
  return g_utf8_casefold (bare->str, -1);
}
