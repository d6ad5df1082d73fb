/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-library.h"

G_BEGIN_DECLS

/* The JSON Schema (2020-12) of a plan file, made from the templates. The one of the shipped templates is committed as
 * data/schema/plan-1.schema.json; data/schema/README.md says what a schema cannot say. */
GBytes *maak_schema_generate (MaakLibrary *library);

G_END_DECLS
