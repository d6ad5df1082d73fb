/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Results: what an expression gives, and the items that are handed round while it is evaluated. An item mostly borrows what
 * the plan holds (`borrowed`); one that is kept takes it over. Amounts are whole euros of 64 bits and become empty rather than
 * wrong when they do not fit.
 */
#include "plan/maak-evaluate-private.h"

#include <math.h>
#include <string.h>

/* Gives up a reference to a group. */
void
maak_group_unref (MaakGroup *group)
{
  if (!g_atomic_ref_count_dec (&group->ref_count))
    return;
  maak_result_clear (&group->key);
  maak_result_clear (&group->value);
  g_free (group);
}

static void
clear_boxed (MaakResult *self)
{
  switch (self->kind)
    {
    case MAAK_TYPE_OF_TEXT:
      maak_text_unref (self->boxed);
      break;
    case MAAK_TYPE_OF_CODE:
      g_free (self->boxed);
      break;
    case MAAK_TYPE_OF_RECORD:
      g_object_unref (self->boxed);
      break;
    case MAAK_TYPE_OF_SERIES:
    case MAAK_TYPE_OF_OTHER:
      maak_value_unref (self->boxed);
      break;
    case MAAK_TYPE_OF_GROUP:
      maak_group_unref (self->boxed);
      break;
    case MAAK_TYPE_OF_NOTHING:
    case MAAK_TYPE_OF_BOOLEAN:
    case MAAK_TYPE_OF_NUMBER:
    case MAAK_TYPE_OF_MONEY:
    case MAAK_TYPE_OF_DATE:
    case MAAK_TYPE_OF_SPAN:
    case MAAK_TYPE_OF_YEAR:
      break;
    }
}

/* Releases what a result holds; it is empty afterwards. */
void
maak_result_clear (MaakResult *self)
{
  if (self->boxed != NULL && !self->borrowed)
    clear_boxed (self);
  g_clear_pointer (&self->elements, g_array_unref);
  memset (self, 0, sizeof *self);
}

static gpointer
copy_boxed (const MaakResult *self)
{
  switch (self->kind)
    {
    case MAAK_TYPE_OF_TEXT:
      return maak_text_ref (self->boxed);
    case MAAK_TYPE_OF_CODE:
      return g_strdup (self->boxed);
    case MAAK_TYPE_OF_RECORD:
      return g_object_ref (self->boxed);
    case MAAK_TYPE_OF_SERIES:
    case MAAK_TYPE_OF_OTHER:
      return maak_value_ref (self->boxed);
    case MAAK_TYPE_OF_GROUP:
      g_atomic_ref_count_inc (&((MaakGroup *) self->boxed)->ref_count);
      return self->boxed;
    case MAAK_TYPE_OF_NOTHING:
    case MAAK_TYPE_OF_BOOLEAN:
    case MAAK_TYPE_OF_NUMBER:
    case MAAK_TYPE_OF_MONEY:
    case MAAK_TYPE_OF_DATE:
    case MAAK_TYPE_OF_SPAN:
    case MAAK_TYPE_OF_YEAR:
      break;
    }
  return NULL;
}

/* Copies a result into `copy`, which need not be cleared before and owns what it holds. */
void
maak_result_copy (const MaakResult *self, MaakResult *copy)
{
  *copy = *self;
  copy->borrowed = FALSE;
  copy->boxed = self->boxed != NULL ? copy_boxed (self) : NULL;
  copy->elements = self->elements != NULL ? g_array_ref (self->elements) : NULL;
}

/* Moves an item out of a visit; what it borrowed is its own afterwards. */
void
maak_result_keep (MaakResult *item, MaakResult *kept)
{
  if (item->borrowed)
    maak_result_copy (item, kept);
  else
    *kept = *item;
  memset (item, 0, sizeof *item);
}

/* An array of results that clears them; the caller owns it. */
GArray *
maak_result_new_elements (void)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (MaakResult));

  g_array_set_clear_func (elements, (GDestroyNotify) maak_result_clear);
  return elements;
}

/* A visitor that keeps every item in a GArray (`data`) of results. */
gboolean
maak_result_collect_cb (MaakResult *item, gpointer data)
{
  MaakResult kept;

  maak_result_keep (item, &kept);
  g_array_append_val ((GArray *) data, kept);
  return TRUE;
}

/* Shows an item to a visitor and releases what that did not keep. */
gboolean
maak_result_show (MaakResult *item, MaakVisit visit, gpointer data)
{
  gboolean more = item->kind == MAAK_TYPE_OF_NOTHING || visit (item, data);

  maak_result_clear (item);
  return more;
}

/* The number of an item that is a number, a year or an amount. */
double
maak_result_get_number (const MaakResult *item)
{
  return item->kind == MAAK_TYPE_OF_MONEY ? (double) item->money : item->number;
}

/* Makes an empty result a number; it stays empty when that is not finite. */
void
maak_result_set_number (MaakResult *result, double number)
{
  if (!isfinite (number))
    return;
  result->kind = MAAK_TYPE_OF_NUMBER;
  result->number = number;
}

/* Makes an empty result an amount of whole euros. */
void
maak_result_set_money (MaakResult *result, gint64 money)
{
  result->kind = MAAK_TYPE_OF_MONEY;
  result->money = money;
}

/* Makes an empty result true or false. */
void
maak_result_set_boolean (MaakResult *result, gboolean boolean)
{
  result->kind = MAAK_TYPE_OF_BOOLEAN;
  result->boolean = boolean;
}

/* Half away from zero; empty beyond 64 bits. */
void
maak_result_set_rounded_money (MaakResult *result, double euros)
{
  double whole = round (euros);

  if (whole >= -9223372036854775808.0 && whole < 9223372036854775808.0)
    maak_result_set_money (result, (gint64) whole);
}

/* Makes a number an amount, or a string a text, where the type says so. */
void
maak_result_coerce (MaakResult *item, MaakExpressionKind kind)
{
  MaakResult other = { 0 };

  if (item->kind == kind)
    return;
  if (kind == MAAK_TYPE_OF_MONEY && item->kind == MAAK_TYPE_OF_NUMBER)
    maak_result_set_rounded_money (&other, item->number);
  else if (kind == MAAK_TYPE_OF_NUMBER && (item->kind == MAAK_TYPE_OF_MONEY || item->kind == MAAK_TYPE_OF_YEAR))
    maak_result_set_number (&other, maak_result_get_number (item));
  else if (kind == MAAK_TYPE_OF_TEXT && item->kind == MAAK_TYPE_OF_CODE)
    {
      other.kind = MAAK_TYPE_OF_TEXT;
      other.boxed = maak_text_new (item->boxed, item->boxed);
    }
  else
    return;
  maak_result_clear (item);
  *item = other;
}

/* Makes an empty result a date; it stays empty when there is none. */
void
maak_result_set_date (MaakResult *item, MaakDate date)
{
  if (!maak_date_is_valid (date))
    return;
  item->kind = MAAK_TYPE_OF_DATE;
  item->date = date;
}

/* Makes an empty item a string; it borrows `code` when `from`, which holds it, is itself borrowed. */
void
maak_result_set_code (MaakResult *item, const MaakResult *from, const char *code)
{
  if (code == NULL || *code == '\0')
    return;
  item->kind = MAAK_TYPE_OF_CODE;
  item->borrowed = from->borrowed;
  item->boxed = from->borrowed ? (gpointer) code : g_strdup (code);
}

/* Shows a kept result, or the elements of a kept collection, without giving it away. FALSE when the visitor had enough. */
gboolean
maak_result_show_kept (const MaakResult *kept, MaakVisit visit, gpointer data)
{
  if (!kept->many)
    {
      MaakResult item = *kept;
      item.borrowed = TRUE;
      return maak_result_show (&item, visit, data);
    }
  for (guint i = 0; i < kept->elements->len; i++)
    if (!maak_result_show_kept (&g_array_index (kept->elements, MaakResult, i), visit, data))
      return FALSE;
  return TRUE;
}

/* Makes an empty item the value of one year. */
void
maak_result_set_point (MaakResult *item, const MaakSeriesPoint *point, gboolean is_money)
{
  if (is_money)
    maak_result_set_money (item, point->integer);
  else
    maak_result_set_number (item, point->number);
}

/* Whether the years that a field's `years` gives hold `year`: a period, a year or a collection of years; what is empty, or a
 * side of a period that is open, is no bound. */
gboolean
maak_result_allows_year (const MaakResult *years, int year)
{
  if (years->many)
    {
      for (guint i = 0; i < years->elements->len; i++)
        if (g_array_index (years->elements, MaakResult, i).number == year)
          return TRUE;
      return years->elements->len == 0;
    }
  if (years->kind == MAAK_TYPE_OF_YEAR)
    return years->number == year;
  if (years->kind != MAAK_TYPE_OF_SPAN)
    return TRUE;
  return (years->date.year == 0 || year >= years->date.year) && (years->end.year == 0 || year <= years->end.year);
}
