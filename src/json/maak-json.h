/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define MAAK_JSON_ERROR (maak_json_error_quark ())
GQuark maak_json_error_quark (void);

typedef enum
{
  MAAK_JSON_ERROR_SYNTAX,  /* not strict JSON, not UTF-8, two roots, duplicate member */
  MAAK_JSON_ERROR_LIMIT,   /* too large, too deep, too many */
  MAAK_JSON_ERROR_TYPE,    /* expected this, got that */
  MAAK_JSON_ERROR_MISSING, /* a member that must be there is not */
  MAAK_JSON_ERROR_VALUE,   /* right type, wrong value */
} MaakJsonErrorCode;

/* What one reader accepts. */
typedef struct
{
  gsize bytes;  /* of the whole text */
  guint depth;  /* of nested arrays and objects */
  guint nodes;  /* values, all together */
  gsize string; /* bytes of one string */
} MaakJsonLimits;

extern const MaakJsonLimits maak_json_limits_plan;     /* 16 MiB, depth 32, a million nodes, 1 MiB a string */
extern const MaakJsonLimits maak_json_limits_template; /* 1 MiB, depth 16, 50,000 nodes, 64 KiB a string */

/* The strict check that goes before json-glib: one root, UTF-8, depth, nodes, sizes, duplicate members, the form
 * and range of numbers; each error with its JSON path. */
gboolean  maak_json_check (const char *text, gsize length, const MaakJsonLimits *limits, GError **error);
JsonNode *maak_json_parse (const char *text, gsize length, const MaakJsonLimits *limits, GError **error);

/* A place in a JSON tree that knows its path. Lives on the stack; the parent must outlive it. */
typedef struct _MaakJsonPlace MaakJsonPlace;
struct _MaakJsonPlace
{
  const MaakJsonPlace *parent;
  const char          *member; /* NULL: an element of an array */
  guint                index;
  JsonNode            *node;
};

void  maak_json_place_init_root (MaakJsonPlace *self, JsonNode *root);
void  maak_json_place_init_member (MaakJsonPlace *self, const MaakJsonPlace *parent, const char *member, JsonNode *node);
void  maak_json_place_init_element (MaakJsonPlace *self, const MaakJsonPlace *parent, guint index, JsonNode *node);
char *maak_json_place_dup_path (const MaakJsonPlace *self);
void  maak_json_place_set_error (const MaakJsonPlace *self, GError **error, MaakJsonErrorCode code, MaakMessage *message_taken);

/* Typed reading: FALSE and an error "PATH: expected a number, got string" when it is something else. */
gboolean maak_json_place_get_object (const MaakJsonPlace *self, JsonObject **object, GError **error);
gboolean maak_json_place_get_array (const MaakJsonPlace *self, JsonArray **array, GError **error);
gboolean maak_json_place_get_string (const MaakJsonPlace *self, const char **string, GError **error);
gboolean maak_json_place_get_integer (const MaakJsonPlace *self, gint64 *value, GError **error);
gboolean maak_json_place_get_double (const MaakJsonPlace *self, double *value, GError **error);
gboolean maak_json_place_get_boolean (const MaakJsonPlace *self, gboolean *value, GError **error);
gboolean maak_json_place_get_text (const MaakJsonPlace *self, MaakText **text, GError **error);

/* Members by name: required or optional (*found FALSE and no error when absent). */
gboolean maak_json_place_require (const MaakJsonPlace *self, const char *member, MaakJsonPlace *child, GError **error);
gboolean maak_json_place_lookup (const MaakJsonPlace *self, const char *member, MaakJsonPlace *child);

/* The canonical writer: UTF-8, NFC, LF, two-space indent, one scalar a line, newline at the end. */
typedef struct _MaakJsonWriter MaakJsonWriter;

MaakJsonWriter *maak_json_writer_new (void);
void            maak_json_writer_free (MaakJsonWriter *self);
void            maak_json_writer_begin_object (MaakJsonWriter *self);
void            maak_json_writer_end_object (MaakJsonWriter *self);
void            maak_json_writer_begin_array (MaakJsonWriter *self);
void            maak_json_writer_end_array (MaakJsonWriter *self);
void            maak_json_writer_name (MaakJsonWriter *self, const char *member);
void            maak_json_writer_string (MaakJsonWriter *self, const char *string);
void            maak_json_writer_integer (MaakJsonWriter *self, gint64 value);
void            maak_json_writer_double (MaakJsonWriter *self, double value);
void            maak_json_writer_boolean (MaakJsonWriter *self, gboolean value);
void            maak_json_writer_null (MaakJsonWriter *self);
void            maak_json_writer_text (MaakJsonWriter *self, MaakText *text);
void            maak_json_writer_node (MaakJsonWriter *self, JsonNode *node);
GBytes         *maak_json_writer_end (MaakJsonWriter *self); /* the whole text; the writer is spent */

/* Pieces: the text of a value that is written once and used again. */
MaakJsonWriter *maak_json_writer_new_within (guint depth);
void            maak_json_writer_set_pieces (MaakJsonWriter *self, GHashTable *pieces);
gboolean        maak_json_writer_reuse (MaakJsonWriter *self, gconstpointer key);
GPtrArray      *maak_json_writer_end_parts (MaakJsonWriter *self);
GBytes         *maak_json_join (GPtrArray *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakJsonWriter, maak_json_writer_free)

G_END_DECLS
