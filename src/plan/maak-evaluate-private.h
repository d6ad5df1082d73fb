/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-expression-private.h"
#include "plan/maak-words.h"

G_BEGIN_DECLS

/* What one evaluation walks with. */
typedef struct
{
  MaakPlan         *plan;
  MaakRecord       *frames[MAAK_EXPRESSION_MAX_FRAMES];
  const MaakResult *it;
  guint             depth; /* of computed fields */
  guint            *steps; /* spent of the budget */
} MaakScope;

/* FALSE: enough. The item is the visitor's for the time of the call; it keeps it with maak_result_keep(). */
typedef gboolean (*MaakVisit) (MaakResult *item, gpointer data);

/* A node on the way from its child's elements to its own. */
typedef struct
{
  const MaakNode *node;
  MaakScope      *scope;
  MaakVisit       visit;
  gpointer        data;
} MaakStep;

/* A series in the making: the sum per year. */
typedef struct
{
  GArray  *points; /* of MaakSeriesPoint, by year */
  int      sign;   /* 1: add, -1: take off */
  gboolean is_money;
  gboolean overflow;
} MaakYearly;

/* maak-result.c */
void     maak_group_unref (MaakGroup *group);
GArray  *maak_result_new_elements (void);
void     maak_result_keep (MaakResult *item, MaakResult *kept);
gboolean maak_result_show (MaakResult *item, MaakVisit visit, gpointer data);
gboolean maak_result_show_kept (const MaakResult *kept, MaakVisit visit, gpointer data);
gboolean maak_result_collect_cb (MaakResult *item, gpointer data);
double   maak_result_get_number (const MaakResult *item);
void     maak_result_set_number (MaakResult *result, double number);
void     maak_result_set_money (MaakResult *result, gint64 money);
void     maak_result_set_rounded_money (MaakResult *result, double euros);
void     maak_result_set_boolean (MaakResult *result, gboolean boolean);
void     maak_result_set_date (MaakResult *item, MaakDate date);
void     maak_result_set_code (MaakResult *item, const MaakResult *from, const char *code);
void     maak_result_set_point (MaakResult *item, const MaakSeriesPoint *point, gboolean is_money);
void     maak_result_coerce (MaakResult *item, MaakExpressionKind kind);

/* maak-expression-collect.c */
gboolean maak_node_show_member_cb (MaakResult *base, gpointer step);
gboolean maak_node_filter_cb (MaakResult *item, gpointer step);
gboolean maak_node_walk_groups (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data);
gboolean maak_node_walk_at (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data);
gboolean maak_node_walk_years (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data);
gboolean maak_node_walk_repeated (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data);
gboolean maak_yearly_add_cb (MaakResult *series, gpointer yearly);
void     maak_yearly_finish (MaakYearly *yearly, MaakResult *result);

/* maak-expression-compare.c */
int      maak_result_compare (const MaakResult *a, const MaakResult *b, gboolean *comparable);
guint    maak_result_hash (const MaakResult *self);
gboolean maak_result_equal (const MaakResult *a, const MaakResult *b);
gboolean maak_node_is_in_order (const MaakNode *node, const MaakResult *a, const MaakResult *b);
void     maak_node_calculate (const MaakNode *node, MaakResult *a, MaakResult *b, MaakResult *result);

/* maak-expression-evaluate.c */
gboolean maak_node_walk (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data);
void     maak_node_evaluate (const MaakNode *node, MaakScope *scope, MaakResult *result);
gboolean maak_node_is_true (const MaakNode *node, MaakScope *scope);

G_END_DECLS
