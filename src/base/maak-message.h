/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"
#include "base/maak-phrases.h" /* generated from data/phrases: enum MaakPhrase */
#include "base/maak-text.h"

#include <glib.h>

G_BEGIN_DECLS

/* A phrase with its arguments, not yet worded: it is worded in the language of whoever shows it. Immutable,
 * reference-counted. */
typedef struct _MaakMessage MaakMessage;

/* How an argument is written. Every argument of maak_message_new() is a triple: one of these, the placeholder's
 * name, the value; MAAK_ARG_END closes. */
typedef enum
{
  MAAK_ARG_END,
  MAAK_ARG_STRING,  /* const char *, as it is */
  MAAK_ARG_TEXT,    /* MaakText *, in the language of the sentence, else the other */
  MAAK_ARG_INTEGER, /* gint64, grouped */
  MAAK_ARG_YEAR,    /* int, not grouped */
  MAAK_ARG_NUMBER,  /* double, shortest form with the language's decimal sign */
  MAAK_ARG_MONEY,   /* gint64, whole euros */
  MAAK_ARG_DATE,    /* const MaakDate * */
  MAAK_ARG_MESSAGE, /* MaakMessage *, worded in the same language */
} MaakArg;

MaakMessage *maak_message_new (MaakPhrase phrase, ...);
MaakMessage *maak_message_ref (MaakMessage *self);
void         maak_message_unref (MaakMessage *self);
MaakPhrase   maak_message_get_phrase (MaakMessage *self);
char        *maak_message_dup_wording (MaakMessage *self, MaakLanguage language);
MaakText    *maak_message_dup_text (MaakMessage *self);
const char  *maak_phrase_get (MaakPhrase phrase, MaakLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakMessage, maak_message_unref)

G_END_DECLS
