/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The regions of one year, read from a CSV: a line "year,2025", a line of column names, then a region a line with its
 * parent before it. Regions are kept in one array in file order, by level in others, and by every spelling in a table.
 *
 * A spelling is folded: case, accents, hyphens, apostrophes and repeated spaces do not count, and the mark of a level
 * behind a name, "(PV)", only says which level is meant. Under one folded spelling up to one region a level can be
 * found; where two of one level share it (which no shipped name does) neither is, because a guess would put a figure in
 * the wrong place. What is deliberately not done: similar spelling, parts of names.
 */
#include "base/maak-regions.h"

#include "base/maak-csv.h"
#include "base/maak-error.h"
#include "base/maak-message.h"

#include <gio/gio.h>
#include <string.h>

struct _MaakRegion
{
  const MaakRegion *parent;
  MaakLevel         level;
  guint             index;
  char             *code;
  char             *names[MAAK_N_LANGUAGES];
  char             *iso;
  char             *nuts[2]; /* of 2021, of 2024 */
};

/* What one folded spelling means at each level. */
typedef struct
{
  const MaakRegion *regions[MAAK_N_LEVELS];
  gboolean          ambiguous[MAAK_N_LEVELS];
} Meaning;

struct _MaakRegionSet
{
  gatomicrefcount count;
  int             year;
  GPtrArray      *all;                   /* owns the regions */
  GPtrArray      *levels[MAAK_N_LEVELS]; /* borrow them */
  GHashTable     *by_code;
  GHashTable     *by_spelling; /* folded to Meaning */
};

enum
{
  COLUMN_LEVEL,
  COLUMN_CODE,
  COLUMN_PARENT,
  COLUMN_NL,
  COLUMN_EN,
  COLUMN_ISO,
  COLUMN_NUTS_2021,
  COLUMN_NUTS_2024,
  N_COLUMNS
};

typedef enum
{
  REGIONS_ERROR_FORM,
} RegionsErrorCode;

static MAAK_DEFINE_ERROR_DOMAIN (regions_error_quark, "maak-regions-error")

    static const char *const level_codes[MAAK_N_LEVELS] = { "country", "landsdeel", "province", "corop", "municipality", "extra" };

/* What Statistics Netherlands and others put behind a name. */
static const struct
{
  const char *mark;
  MaakLevel   level;
} level_marks[] = {
  { "(pv)", MAAK_LEVEL_PROVINCE },
  { "(provincie)", MAAK_LEVEL_PROVINCE },
  { "(province)", MAAK_LEVEL_PROVINCE },
  { "(cr)", MAAK_LEVEL_COROP },
  { "(corop)", MAAK_LEVEL_COROP },
  { "(ld)", MAAK_LEVEL_LANDSDEEL },
  { "(landsdeel)", MAAK_LEVEL_LANDSDEEL },
  { "(gemeente)", MAAK_LEVEL_MUNICIPALITY },
  { "(gm)", MAAK_LEVEL_MUNICIPALITY },
  { "(municipality)", MAAK_LEVEL_MUNICIPALITY },
};

/* Names in use that are neither the Dutch nor the English one of the list. */
static const struct
{
  const char *name, *code;
} aliases[] = {
  { "NL", "NL01" },
  { "NLD", "NL01" },
  { "The Netherlands", "NL01" },
  { "Extra-Regio NUTS 1", "EXTRA" },
  { "Extra-Regio NUTS 2", "EXTRA" },
  { "Extraregio", "EXTRA" },
  { "NLZ", "EXTRA" },
  { "Den Haag", "GM0518" },
  { "The Hague", "GM0518" },
  { "Den Bosch", "GM0796" },
};

/**
 * maak_level_get_code:
 *
 * Returns: how the level stands in files; static
 */
const char *
maak_level_get_code (MaakLevel level)
{
  g_return_val_if_fail ((guint) level < MAAK_N_LEVELS, level_codes[0]);
  return level_codes[level];
}

/**
 * maak_level_parse:
 * @level: (out): untouched when @code is no level
 *
 * Returns: whether @code is a level
 */
gboolean
maak_level_parse (const char *code, MaakLevel *level)
{
  g_return_val_if_fail (code != NULL, FALSE);
  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    if (strcmp (code, level_codes[i]) == 0)
      {
        *level = (MaakLevel) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * maak_region_get_code:
 *
 * Returns: the code, "PV23"; the set's own
 */
const char *
maak_region_get_code (const MaakRegion *self)
{
  g_return_val_if_fail (self != NULL, "");
  return self->code;
}

/**
 * maak_region_get_level:
 *
 * Returns: the level
 */
MaakLevel
maak_region_get_level (const MaakRegion *self)
{
  g_return_val_if_fail (self != NULL, MAAK_LEVEL_COUNTRY);
  return self->level;
}

/**
 * maak_region_get_name:
 *
 * Returns: the name in @language; the set's own
 */
const char *
maak_region_get_name (const MaakRegion *self, MaakLanguage language)
{
  g_return_val_if_fail (self != NULL && (guint) language < MAAK_N_LANGUAGES, "");
  return self->names[language];
}

/**
 * maak_region_get_parent:
 *
 * Returns: (nullable): the region one level up that it lies in; NULL for the country
 */
const MaakRegion *
maak_region_get_parent (const MaakRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->parent;
}

/**
 * maak_region_get_ancestor:
 *
 * Returns: (nullable): the region of @level that it lies in, or itself when it is of that level
 */
const MaakRegion *
maak_region_get_ancestor (const MaakRegion *self, MaakLevel level)
{
  while (self != NULL && self->level != level)
    self = self->parent;
  return self;
}

/**
 * maak_region_get_index:
 *
 * Returns: its position within its level, from 0
 */
guint
maak_region_get_index (const MaakRegion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->index;
}

/**
 * maak_region_get_iso:
 *
 * Returns: the code of ISO 3166-2, "NL-OV", or the empty string; the set's own
 */
const char *
maak_region_get_iso (const MaakRegion *self)
{
  g_return_val_if_fail (self != NULL, "");
  return self->iso;
}

/**
 * maak_region_get_nuts:
 * @year: of the classification: from 2024 on that of 2024, before it that of 2021
 *
 * Returns: the NUTS code, or the empty string; the set's own
 */
const char *
maak_region_get_nuts (const MaakRegion *self, int year)
{
  g_return_val_if_fail (self != NULL, "");
  return self->nuts[year >= 2024];
}

static void
free_region (gpointer data)
{
  MaakRegion *self = data;

  g_free (self->code);
  g_free (self->names[0]);
  g_free (self->names[1]);
  g_free (self->iso);
  g_free (self->nuts[0]);
  g_free (self->nuts[1]);
  g_free (self);
}

/* Lower case without accents; hyphens, slashes and all spaces become one space; apostrophes and brackets go. */
static char *
fold (const char *spelling)
{
  g_autofree char *decomposed = g_utf8_normalize (spelling, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = decomposed != NULL ? g_utf8_casefold (decomposed, -1) : g_strdup ("");
  GString         *out = g_string_sized_new (strlen (lower));

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_ismark (c) || c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == '.')
        continue;
      if (g_unichar_isspace (c) || c == '-' || c == '/' || c == '_' || (c >= 0x2010 && c <= 0x2015))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else
        g_string_append_unichar (out, c);
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* Takes the mark of a level off a folded spelling. */
static void
cut_mark (char *folded, int *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_marks); i++)
    if (g_str_has_suffix (folded, level_marks[i].mark))
      {
        folded[strlen (folded) - strlen (level_marks[i].mark)] = '\0';
        g_strchomp (folded);
        *level = (int) level_marks[i].level;
        return;
      }
}

static void
add_spelling (MaakRegionSet *self, const MaakRegion *region, const char *spelling)
{
  g_autofree char *folded = fold (spelling);
  Meaning         *meaning;

  if (*folded == '\0')
    return;
  meaning = g_hash_table_lookup (self->by_spelling, folded);
  if (meaning == NULL)
    {
      meaning = g_new0 (Meaning, 1);
      g_hash_table_insert (self->by_spelling, g_steal_pointer (&folded), meaning);
    }
  if (meaning->regions[region->level] != NULL && meaning->regions[region->level] != region)
    meaning->ambiguous[region->level] = TRUE;
  meaning->regions[region->level] = region;
}

static MaakRegionSet *
make_empty (void)
{
  MaakRegionSet *self = g_new0 (MaakRegionSet, 1);

  g_atomic_ref_count_init (&self->count);
  self->all = g_ptr_array_new_with_free_func (free_region);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_spelling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    self->levels[i] = g_ptr_array_new ();
  return self;
}

static void
add_region (MaakRegionSet *self, MaakLevel level, const MaakRegion *parent, const char *const *cells)
{
  MaakRegion *region = g_new0 (MaakRegion, 1);
  const char *bracket;

  region->parent = parent;
  region->level = level;
  region->index = self->levels[level]->len;
  region->code = g_strdup (cells[COLUMN_CODE]);
  region->names[MAAK_LANGUAGE_NL] = g_strdup (cells[COLUMN_NL]);
  region->names[MAAK_LANGUAGE_EN] = g_strdup (cells[COLUMN_EN]);
  region->iso = g_strdup (cells[COLUMN_ISO]);
  region->nuts[0] = g_strdup (cells[COLUMN_NUTS_2021]);
  region->nuts[1] = g_strdup (cells[COLUMN_NUTS_2024]);
  g_ptr_array_add (self->all, region);
  g_ptr_array_add (self->levels[level], region);
  g_hash_table_insert (self->by_code, region->code, region);
  for (guint i = COLUMN_CODE; i < N_COLUMNS; i++)
    if (i != COLUMN_PARENT)
      add_spelling (self, region, cells[i]);
  /* "Hengelo (O.)" is Hengelo too, as long as there is no other. */
  bracket = strstr (cells[COLUMN_NL], " (");
  if (bracket != NULL)
    {
      g_autofree char *bare = g_strndup (cells[COLUMN_NL], (gsize) (bracket - cells[COLUMN_NL]));
      add_spelling (self, region, bare);
    }
}

static gboolean
refuse (GError **error, MaakCsv *csv, MaakPhrase phrase)
{
  g_autoptr (MaakMessage) reason = maak_message_new (phrase, MAAK_ARG_END);

  maak_error_set (error, regions_error_quark (), REGIONS_ERROR_FORM, NULL,
                  maak_message_new (MAAK_PHRASE_ERROR_REGIONS, MAAK_ARG_INTEGER, "line", (gint64) maak_csv_get_line (csv),
                                    MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END));
  return FALSE;
}

static gboolean
read_row (MaakRegionSet *self, MaakCsv *csv, const char *const *cells, guint n_cells, GError **error)
{
  MaakLevel         level;
  const MaakRegion *parent = NULL;

  if (n_cells != N_COLUMNS)
    return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_COLUMNS);
  if (!maak_level_parse (cells[COLUMN_LEVEL], &level))
    return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_LEVEL);
  if (*cells[COLUMN_CODE] == '\0' || g_hash_table_contains (self->by_code, cells[COLUMN_CODE]))
    return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_CODE);
  if (level != MAAK_LEVEL_COUNTRY)
    {
      parent = g_hash_table_lookup (self->by_code, cells[COLUMN_PARENT]);
      if (parent == NULL)
        return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_PARENT);
    }
  add_region (self, level, parent, cells);
  return TRUE;
}

static gboolean
read_all (MaakRegionSet *self, MaakCsv *csv, GError **error)
{
  const char *const *cells;
  guint              n_cells;

  if (!maak_csv_next_row (csv, &cells, &n_cells) || n_cells < 2 || strcmp (cells[0], "year") != 0)
    return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_YEAR);
  self->year = (int) g_ascii_strtoll (cells[1], NULL, 10);
  if (self->year < 1900 || self->year > 9999)
    return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_YEAR);
  if (!maak_csv_next_row (csv, &cells, &n_cells) || n_cells != N_COLUMNS)
    return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_COLUMNS);
  while (maak_csv_next_row (csv, &cells, &n_cells))
    if (!read_row (self, csv, cells, n_cells, error))
      return FALSE;
  if (maak_csv_is_broken (csv))
    return refuse (error, csv, MAAK_PHRASE_REASON_REGIONS_CSV);
  return TRUE;
}

/**
 * maak_region_set_new_from_csv:
 * @csv: UTF-8; "year,2025", then the columns level, code, parent, nl, en, iso, nuts2021, nuts2024
 * @length: its bytes, or -1
 *
 * Returns: (transfer full): the set; NULL and an error that names the line
 */
MaakRegionSet *
maak_region_set_new_from_csv (const char *csv, gssize length, GError **error)
{
  g_autoptr (MaakRegionSet) self = make_empty ();
  g_autoptr (MaakCsv) reader = maak_csv_new (csv, length, ',');

  if (!read_all (self, reader, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      const MaakRegion *region = maak_region_set_lookup (self, aliases[i].code);
      if (region != NULL)
        add_spelling (self, region, aliases[i].name);
    }
  return g_steal_pointer (&self);
}

/**
 * maak_region_set_new_shipped:
 *
 * Returns: (transfer full): the regions of the Netherlands that ship with the program
 */
MaakRegionSet *
maak_region_set_new_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/nl/maakland/atlas/regions.csv", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  MaakRegionSet *self = NULL;

  if (bytes != NULL)
    {
      gsize       length;
      const char *csv = g_bytes_get_data (bytes, &length);
      self = maak_region_set_new_from_csv (csv, (gssize) length, &error);
    }
  if (self == NULL)
    g_error ("the regions that ship cannot be read: %s", error->message);
  return self;
}

/**
 * maak_region_set_ref:
 *
 * Returns: (transfer full): @self
 */
MaakRegionSet *
maak_region_set_ref (MaakRegionSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * maak_region_set_unref:
 *
 * Releases one reference; with the last one the set and its regions go.
 */
void
maak_region_set_unref (MaakRegionSet *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_spelling);
  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    g_ptr_array_unref (self->levels[i]);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/**
 * maak_region_set_get_year:
 *
 * Returns: the year whose 1 January the regions are of
 */
int
maak_region_set_get_year (MaakRegionSet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->year;
}

/**
 * maak_region_set_get_n:
 *
 * Returns: how many regions of @level there are
 */
guint
maak_region_set_get_n (MaakRegionSet *self, MaakLevel level)
{
  g_return_val_if_fail (self != NULL && (guint) level < MAAK_N_LEVELS, 0);
  return self->levels[level]->len;
}

/**
 * maak_region_set_get:
 * @index: from 0, less than maak_region_set_get_n()
 *
 * Returns: (transfer none): the region
 */
const MaakRegion *
maak_region_set_get (MaakRegionSet *self, MaakLevel level, guint index)
{
  g_return_val_if_fail (self != NULL && (guint) level < MAAK_N_LEVELS && index < self->levels[level]->len, NULL);
  return g_ptr_array_index (self->levels[level], index);
}

/**
 * maak_region_set_lookup:
 * @code: exactly as the set has it
 *
 * Returns: (nullable) (transfer none): the region
 */
const MaakRegion *
maak_region_set_lookup (MaakRegionSet *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);
  return g_hash_table_lookup (self->by_code, code);
}

/**
 * maak_region_set_resolve:
 * @spelling: what somebody else's file calls a region: a code in any case and padded, of CBS, ISO or NUTS, or a name in
 *   either language, with or without "(PV)", "(CR)", "(LD)", "(gemeente)"
 * @level_or_any: the level that is meant, or MAAK_LEVEL_ANY: then the highest that has the name, so "Utrecht" is the
 *   province
 *
 * Returns: (nullable) (transfer none): the region; NULL when there is none, or more than one of that level
 */
const MaakRegion *
maak_region_set_resolve (MaakRegionSet *self, const char *spelling, int level_or_any)
{
  g_autofree char *folded = NULL;
  const Meaning   *meaning;
  int              marked = MAAK_LEVEL_ANY;

  g_return_val_if_fail (self != NULL && spelling != NULL && level_or_any < MAAK_N_LEVELS, NULL);
  folded = fold (spelling);
  meaning = g_hash_table_lookup (self->by_spelling, folded);
  if (meaning == NULL)
    {
      cut_mark (folded, &marked);
      meaning = g_hash_table_lookup (self->by_spelling, folded);
    }
  if (meaning == NULL || (marked != MAAK_LEVEL_ANY && level_or_any != MAAK_LEVEL_ANY && marked != level_or_any))
    return NULL;
  if (level_or_any == MAAK_LEVEL_ANY)
    level_or_any = marked;
  for (int level = 0; level < MAAK_N_LEVELS; level++)
    if ((level_or_any == MAAK_LEVEL_ANY || level == level_or_any) && meaning->regions[level] != NULL)
      return meaning->ambiguous[level] ? NULL : meaning->regions[level];
  return NULL;
}
