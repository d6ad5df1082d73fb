/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"

#include <glib.h>

G_BEGIN_DECLS

/* A day of the Gregorian calendar; year 0 is "no date". */
typedef struct
{
  gint16 year;
  guint8 month; /* 1 to 12 */
  guint8 day;   /* 1 to 31 */
} MaakDate;

gboolean maak_date_parse (const char *iso, MaakDate *date);
char    *maak_date_to_iso (MaakDate date);
gboolean maak_date_is_valid (MaakDate date);
int      maak_date_compare (MaakDate a, MaakDate b);
MaakDate maak_date_today (void);
char    *maak_date_format (MaakDate date, MaakLanguage language);
char    *maak_date_format_month (MaakDate date, MaakLanguage language);

/* What a figure is about: a year, quarter, month, school year or run of years. */
typedef enum
{
  MAAK_PERIOD_NONE,
  MAAK_PERIOD_YEAR,        /* 2020 */
  MAAK_PERIOD_QUARTER,     /* 2017/Q2 */
  MAAK_PERIOD_MONTH,       /* 2020-03 */
  MAAK_PERIOD_SCHOOL_YEAR, /* 2011/2012: August to July */
  MAAK_PERIOD_YEARS,       /* 1996-2011, both included */
} MaakPeriodKind;

typedef struct
{
  guint8 kind;  /* MaakPeriodKind */
  guint8 part;  /* quarter 1 to 4, or month 1 to 12; else 0 */
  gint16 year;  /* the first year */
  gint16 until; /* the last year */
} MaakPeriod;

gboolean   maak_period_parse (const char *string, MaakPeriod *period);
char      *maak_period_to_string (MaakPeriod period);
char      *maak_period_format (MaakPeriod period, MaakLanguage language);
int        maak_period_compare (MaakPeriod a, MaakPeriod b);
MaakPeriod maak_period_year (int year);
double     maak_period_get_middle (MaakPeriod period);

G_END_DECLS
