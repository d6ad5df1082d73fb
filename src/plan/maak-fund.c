/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a template says of the fund it is for: its state and since when, what may be asked, what must be handed in.
 * Every member may be left out. The strings and texts of a MaakFund are its own; a template that extends another has
 * a copy of that one's fund unless it gives its own, which then counts whole. */

#include "plan/maak-template-private.h"

static const char *const state_codes[] = {
  [MAAK_FUND_UNSAID] = "",
  [MAAK_FUND_OPEN] = "open",
  [MAAK_FUND_CLOSED] = "closed",
  [MAAK_FUND_OWN] = "own",
};

static const char *const fund_members[] = { "name", "state", "state-date", "state-note", "minimum", "maximum", "pages", "languages", "rate", "enclosures", "portal", NULL };
static const char *const enclosure_members[] = { "id", "label", "severity", NULL };
static const char *const portal_members[] = { "field", "characters", NULL };

static gboolean
read_state (MaakFund            *self,
            const MaakJsonPlace *place,
            GError             **error)
{
  MaakJsonPlace child;
  const char   *string;

  if (maak_json_place_lookup (place, "state", &child))
    {
      if (!maak_json_place_get_string (&child, &string, error))
        return FALSE;
      for (guint i = MAAK_FUND_OPEN; i <= MAAK_FUND_OWN; i++)
        {
          if (strcmp (state_codes[i], string) == 0)
            self->state = (MaakFundState) i;
        }
      if (self->state == MAAK_FUND_UNSAID)
        return maak_template_fail_value (&child, string, "open, closed, own", error);
    }
  if (maak_json_place_lookup (place, "state-date", &child))
    {
      if (!maak_json_place_get_string (&child, &string, error))
        return FALSE;
      if (!maak_date_parse (string, &self->state_date))
        return maak_template_fail_value (&child, string, "2024-05-01", error);
    }
  return !maak_json_place_lookup (place, "state-note", &child) || maak_json_place_get_text (&child, &self->state_note, error);
}

static gboolean
read_bounds (MaakFund            *self,
             const MaakJsonPlace *place,
             GError             **error)
{
  MaakJsonPlace child;

  self->has_minimum = maak_json_place_lookup (place, "minimum", &child);
  if (self->has_minimum && !maak_json_place_get_integer (&child, &self->minimum, error))
    return FALSE;
  self->has_maximum = maak_json_place_lookup (place, "maximum", &child);
  if (self->has_maximum && !maak_json_place_get_integer (&child, &self->maximum, error))
    return FALSE;
  if (maak_json_place_lookup (place, "pages", &child) && !maak_template_read_count (&child, &self->pages, error))
    return FALSE;
  if (!maak_json_place_lookup (place, "rate", &child))
    return TRUE;
  if (!maak_json_place_get_double (&child, &self->rate, error))
    return FALSE;
  if (self->rate < 0 || self->rate > 1)
    return maak_template_fail_value (&child, self->rate < 0 ? "< 0" : "> 1", "0 … 1", error);
  return TRUE;
}

static gboolean
read_languages (MaakFund            *self,
                const MaakJsonPlace *place,
                GError             **error)
{
  JsonArray *array;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;
      const char   *code;
      MaakLanguage  language;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_json_place_get_string (&element, &code, error))
        return FALSE;
      if (!maak_language_parse (code, &language) || self->n_languages == MAAK_N_LANGUAGES)
        return maak_template_fail_value (&element, code, "nl, en", error);
      self->languages[self->n_languages++] = language;
    }
  return TRUE;
}

static gboolean
read_enclosures (MaakFund            *self,
                 const MaakJsonPlace *place,
                 GError             **error)
{
  MaakEnclosure *enclosures;
  JsonArray     *array;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;
  enclosures = g_new0 (MaakEnclosure, json_array_get_length (array) + 1);
  self->enclosures = enclosures;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element, child;
      const char   *id;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_template_refuse_unknown (&element, enclosure_members, error) ||
          !maak_json_place_require (&element, "id", &child, error) ||
          !maak_json_place_get_string (&child, &id, error) ||
          !maak_json_place_require (&element, "label", &child, error) ||
          !maak_json_place_get_text (&child, &enclosures[i].label, error))
        return FALSE;
      enclosures[i].id = g_strdup (id);
      enclosures[i].severity = MAAK_SEVERITY_PROBLEM;
      self->n_enclosures = i + 1;
      if (maak_json_place_lookup (&element, "severity", &child) && !maak_template_read_severity (&child, &enclosures[i].severity, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_portal (MaakFund            *self,
             const MaakJsonPlace *place,
             GError             **error)
{
  MaakPortalField *fields;
  JsonArray       *array;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;
  fields = g_new0 (MaakPortalField, json_array_get_length (array) + 1);
  self->portal_fields = fields;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element, child;
      const char   *id;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_template_refuse_unknown (&element, portal_members, error) ||
          !maak_json_place_require (&element, "field", &child, error) ||
          !maak_json_place_get_string (&child, &id, error))
        return FALSE;
      fields[i].field = g_strdup (id);
      self->n_portal_fields = i + 1;
      if (maak_json_place_lookup (&element, "characters", &child) && !maak_template_read_count (&child, &fields[i].characters, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * maak_fund_new_from_json:
 * @place: the member `fund` of a template
 *
 * Returns: (transfer full): the fund; NULL and an error with its path
 */
MaakFund *
maak_fund_new_from_json (const MaakJsonPlace *place,
                         GError             **error)
{
  g_autoptr (MaakFund) self = g_new0 (MaakFund, 1);
  MaakJsonPlace child;

  if (!maak_template_refuse_unknown (place, fund_members, error) ||
      (maak_json_place_lookup (place, "name", &child) && !maak_json_place_get_text (&child, &self->name, error)) ||
      !read_state (self, place, error) ||
      !read_bounds (self, place, error) ||
      (maak_json_place_lookup (place, "languages", &child) && !read_languages (self, &child, error)) ||
      (maak_json_place_lookup (place, "enclosures", &child) && !read_enclosures (self, &child, error)) ||
      (maak_json_place_lookup (place, "portal", &child) && !read_portal (self, &child, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/** maak_fund_copy: Returns: (transfer full): a copy of @self */
MaakFund *
maak_fund_copy (const MaakFund *self)
{
  MaakFund        *copy = g_memdup2 (self, sizeof *self);
  MaakEnclosure   *enclosures = g_new0 (MaakEnclosure, self->n_enclosures + 1);
  MaakPortalField *fields = g_new0 (MaakPortalField, self->n_portal_fields + 1);

  copy->name = self->name != NULL ? maak_text_ref (self->name) : NULL;
  copy->state_note = self->state_note != NULL ? maak_text_ref (self->state_note) : NULL;
  for (guint i = 0; i < self->n_enclosures; i++)
    {
      enclosures[i].id = g_strdup (self->enclosures[i].id);
      enclosures[i].label = maak_text_ref (self->enclosures[i].label);
      enclosures[i].severity = self->enclosures[i].severity;
    }
  for (guint i = 0; i < self->n_portal_fields; i++)
    {
      fields[i].field = g_strdup (self->portal_fields[i].field);
      fields[i].characters = self->portal_fields[i].characters;
    }
  copy->enclosures = enclosures;
  copy->portal_fields = fields;
  return copy;
}

/** maak_fund_free: frees @self. */
void
maak_fund_free (MaakFund *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->name, maak_text_unref);
  g_clear_pointer (&self->state_note, maak_text_unref);
  for (guint i = 0; i < self->n_enclosures; i++)
    {
      g_free ((char *) self->enclosures[i].id);
      maak_text_unref (self->enclosures[i].label);
    }
  for (guint i = 0; i < self->n_portal_fields; i++)
    g_free ((char *) self->portal_fields[i].field);
  g_free ((gpointer) self->enclosures);
  g_free ((gpointer) self->portal_fields);
  g_free (self);
}

/** maak_fund_state_get_code: Returns: (transfer none): the state as templates write it; empty where they do not say */
const char *
maak_fund_state_get_code (MaakFundState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_codes), NULL);

  return state_codes[state];
}
