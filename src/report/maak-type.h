/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-error.h"
#include "report/maak-house-style.h"
#include "report/maak-runs.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define MAAK_REPORT_ERROR (maak_report_error_quark ())
GQuark maak_report_error_quark (void);

typedef enum
{
  MAAK_REPORT_ERROR_NO_FONT, /* the house style's family is not installed */
  MAAK_REPORT_ERROR_FAILED,  /* the drawing library gave up */
} MaakReportErrorCode;

/* Sets texts in the house style, in points, without the screen's rounding. Keeps what it set until it is freed. */
typedef struct _MaakType MaakType;

MaakType            *maak_type_new (const MaakHouseStyle *style, MaakLanguage language, GError **error);
void                 maak_type_free (MaakType *self);
const MaakStyleSpec *maak_type_get_spec (MaakType *self, MaakStyle style);
PangoLayout         *maak_type_set (MaakType *self, const MaakRuns *runs, MaakStyle style, guint flags, double width);
guint                maak_type_get_mark (MaakType *self);
void                 maak_type_release (MaakType *self, guint mark);
void                 maak_type_rewrap (PangoLayout *layout, double width);
void                 maak_type_measure (PangoLayout *layout, double *least, double *most);

#define MAAK_TYPE_UNWRAPPED (-1.0)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakType, maak_type_free)

G_END_DECLS
