/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Reads the text of an expression into a tree of nodes. Nothing is known here of templates: a name is a MEMBER whose child
 * is a FRAME that the typer still has to find.
 *
 *   collection  := or { "where" or | "by" postfix | "at" sum }
 *   or          := and { "or" and }
 *   and         := not { "and" not }
 *   not         := "not" not | comparison
 *   comparison  := sum [ ("=" | "!=" | "<" | "<=" | ">" | ">=" | "has" | "in") sum ]      "in" also: "(" sum { "," sum } ")"
 *   sum         := product { ("+" | "-") product }
 *   product     := unary { ("*" | "/") unary }
 *   unary       := "-" unary | postfix
 *   postfix     := primary { "." (name | "role" "(" string ")") }
 *   primary     := number | string | "true" | "false" | "$it" | "$this" | "plan" | name
 *                | function "(" [ collection { "," collection } ] ")" | ("role" | "within") "(" string ")" | "(" collection ")"
 *
 * The tree belongs to the expression (its `nodes`). Depth and number of nodes are bounded, so that neither reading nor
 * evaluating a hostile rule can exhaust the stack.
 */
#include "plan/maak-expression-private.h"

#include "plan/maak-library.h"

#include <string.h>

typedef enum
{
  TOKEN_END,
  TOKEN_NAME,
  TOKEN_NUMBER,
  TOKEN_STRING,
  TOKEN_DOLLAR,
  TOKEN_SYMBOL,
} TokenKind;

typedef struct
{
  TokenKind kind;
  char     *text; /* of a string: without its quotes */
  guint     position;
} Token;

typedef struct
{
  MaakExpression *expression;
  GArray         *tokens;
  guint           next;
  guint           depth;
  GError        **error;
} Parser;

static const struct
{
  const char *name;
  guint       least, most; /* arguments */
} functions[] = {
  [MAAK_FUNCTION_SUM] = { "sum", 1, 1 },
  [MAAK_FUNCTION_COUNT] = { "count", 1, 1 },
  [MAAK_FUNCTION_MIN] = { "min", 1, 16 },
  [MAAK_FUNCTION_MAX] = { "max", 1, 16 },
  [MAAK_FUNCTION_AVERAGE] = { "average", 1, 1 },
  [MAAK_FUNCTION_ANY] = { "any", 1, 2 },
  [MAAK_FUNCTION_ALL] = { "all", 1, 2 },
  [MAAK_FUNCTION_EMPTY] = { "empty", 1, 1 },
  [MAAK_FUNCTION_FILLED] = { "filled", 1, 1 },
  [MAAK_FUNCTION_WORDS] = { "words", 1, 1 },
  [MAAK_FUNCTION_CHARACTERS] = { "characters", 1, 1 },
  [MAAK_FUNCTION_MISSING] = { "missing", 2, 2 },
  [MAAK_FUNCTION_OUTDATED] = { "outdated", 2, 2 },
  [MAAK_FUNCTION_YEARS] = { "years", 1, 1 },
  [MAAK_FUNCTION_REPEATED] = { "repeated", 1, 1 },
  [MAAK_FUNCTION_IF] = { "if", 3, 3 },
  [MAAK_FUNCTION_ROUND] = { "round", 1, 1 },
  [MAAK_FUNCTION_ABS] = { "abs", 1, 1 },
  [MAAK_FUNCTION_TEXT] = { "text", 1, 1 },
  [MAAK_FUNCTION_MONEY] = { "money", 1, 1 },
};

static const char *const keywords[] = { "and", "or", "not", "has", "in", "where", "by", "at", "true", "false" };

static MaakNode *parse_collection (Parser *parser);
static MaakNode *parse_or (Parser *parser);
static MaakNode *parse_sum (Parser *parser);
static MaakNode *parse_unary (Parser *parser);
static MaakNode *parse_postfix (Parser *parser);

static void
clear_token (gpointer data)
{
  g_free (((Token *) data)->text);
}

static gboolean
is_keyword (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_equal (keywords[i], name))
      return TRUE;
  return FALSE;
}

/* --- Tokens --- */

static const char *
scan_name (const char *p)
{
  const char *start = p;

  while (g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '-')
    p++;
  while (p > start && p[-1] == '-')
    p--;
  return p;
}

static const char *
scan_number (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;
  return p;
}

/* p stands on the opening quote; '' within is one quote. Returns behind the closing one, or NULL. */
static const char *
scan_string (const char *p, char **text)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (p++; *p != '\0'; p++)
    if (*p != '\'')
      g_string_append_c (string, *p);
    else if (p[1] == '\'')
      g_string_append_c (string, *p++);
    else
      {
        *text = g_string_free (g_steal_pointer (&string), FALSE);
        return p + 1;
      }
  return NULL;
}

static const char *
scan_symbol (const char *p)
{
  if ((*p == '!' || *p == '<' || *p == '>') && p[1] == '=')
    return p + 2;
  return strchr ("=<>+-*/().,", *p) != NULL ? p + 1 : NULL;
}

static const char *
scan_token (const char *p, Token *token)
{
  const char *end;

  if (g_ascii_islower (*p))
    {
      token->kind = TOKEN_NAME;
      end = scan_name (p);
    }
  else if (g_ascii_isdigit (*p))
    {
      token->kind = TOKEN_NUMBER;
      end = scan_number (p);
    }
  else if (*p == '$')
    {
      token->kind = TOKEN_DOLLAR;
      end = scan_name (p + 1);
    }
  else if (*p == '\'')
    {
      token->kind = TOKEN_STRING;
      return scan_string (p, &token->text);
    }
  else
    {
      token->kind = TOKEN_SYMBOL;
      end = scan_symbol (p);
    }
  if (end != NULL)
    token->text = g_strndup (p, (gsize) (end - p));
  return end;
}

static gboolean
tokenize (Parser *parser)
{
  const char *source = parser->expression->source;
  const char *p = source;

  for (;;)
    {
      Token       token = { TOKEN_END, NULL, 0 };
      const char *end;

      while (*p == ' ' || *p == '\n' || *p == '\t')
        p++;
      token.position = (guint) (p - source);
      if (*p == '\0')
        {
          g_array_append_val (parser->tokens, token);
          return TRUE;
        }
      end = scan_token (p, &token);
      if (end == NULL)
        {
          g_autofree char *found = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
          maak_expression_set_error (parser->expression, token.position,
                                     *p == '\'' ? maak_message_new (MAAK_PHRASE_EXPRESSION_OPEN_STRING, MAAK_ARG_END)
                                                : maak_message_new (MAAK_PHRASE_EXPRESSION_CHARACTER, MAAK_ARG_STRING, "character", found, MAAK_ARG_END),
                                     parser->error);
          return FALSE;
        }
      g_array_append_val (parser->tokens, token);
      p = end;
    }
}

static Token *
peek (Parser *parser)
{
  return &g_array_index (parser->tokens, Token, parser->next);
}

static Token *
advance (Parser *parser)
{
  Token *token = peek (parser);

  if (token->kind != TOKEN_END)
    parser->next++;
  return token;
}

static gboolean
is_at (Parser *parser, TokenKind kind, const char *text)
{
  Token *token = peek (parser);

  return token->kind == kind && g_str_equal (token->text, text);
}

static gboolean
accept (Parser *parser, TokenKind kind, const char *text)
{
  if (!is_at (parser, kind, text))
    return FALSE;
  advance (parser);
  return TRUE;
}

/* --- Errors and nodes --- */

static MaakNode *
fail (Parser *parser, guint position, MaakMessage *sentence)
{
  maak_expression_set_error (parser->expression, position, sentence, parser->error);
  return NULL;
}

static MaakNode *
fail_unexpected (Parser *parser, MaakPhrase expected)
{
  Token *token = peek (parser);
  g_autoptr (MaakMessage) what = maak_message_new (expected, MAAK_ARG_END);

  if (token->kind == TOKEN_END)
    return fail (parser, token->position, maak_message_new (MAAK_PHRASE_EXPRESSION_ENDS, MAAK_ARG_MESSAGE, "expected", what, MAAK_ARG_END));
  return fail (parser, token->position, maak_message_new (MAAK_PHRASE_EXPRESSION_UNEXPECTED, MAAK_ARG_STRING, "found", token->text, MAAK_ARG_MESSAGE, "expected", what, MAAK_ARG_END));
}

static gboolean
expect (Parser *parser, const char *symbol, MaakPhrase expected)
{
  if (accept (parser, TOKEN_SYMBOL, symbol))
    return TRUE;
  fail_unexpected (parser, expected);
  return FALSE;
}

static MaakNode *
add_node (Parser *parser, MaakNodeKind kind, guint position, MaakNode *a, MaakNode *b)
{
  MaakNode *node;

  if (parser->expression->nodes->len >= MAAK_EXPRESSION_MAX_NODES)
    return fail (parser, position, maak_message_new (MAAK_PHRASE_EXPRESSION_TOO_LONG, MAAK_ARG_END));
  node = maak_expression_add_node (parser->expression, kind, position);
  node->children[0] = a;
  node->children[1] = b;
  node->n_children = a == NULL ? 0 : b == NULL ? 1
                                               : 2;
  return node;
}

static MaakNode *
add_binary (Parser *parser, MaakOperator op, guint position, MaakNode *a, MaakNode *b)
{
  MaakNode *node = a != NULL && b != NULL ? add_node (parser, MAAK_NODE_BINARY, position, a, b) : NULL;

  if (node != NULL)
    node->op = op;
  return node;
}

static MaakNode *
add_member (Parser *parser, Token *name, MaakNode *base)
{
  MaakNode *node;

  if (base == NULL)
    {
      base = add_node (parser, MAAK_NODE_FRAME, name->position, NULL, NULL);
      if (base == NULL)
        return NULL;
      base->frame = MAAK_FRAME_UNRESOLVED;
    }
  node = add_node (parser, MAAK_NODE_MEMBER, name->position, base, NULL);
  if (node != NULL)
    node->name = g_strdup (name->text);
  return node;
}

/* --- Grammar --- */

/* Behind the word `role`. */
static MaakNode *
parse_role (Parser *parser, MaakNode *base)
{
  Token    *name;
  MaakNode *node;

  if (!expect (parser, "(", MAAK_PHRASE_EXPRESSION_EXPECTED_OPEN))
    return NULL;
  name = peek (parser);
  if (name->kind != TOKEN_STRING)
    return fail_unexpected (parser, MAAK_PHRASE_EXPRESSION_EXPECTED_ROLE);
  advance (parser);
  node = add_member (parser, name, base);
  if (node == NULL)
    return NULL;
  node->member = MAAK_MEMBER_ROLE;
  if (!maak_role_parse (name->text, &node->role) || node->role == MAAK_ROLE_NONE)
    return fail (parser, name->position, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_ROLE, MAAK_ARG_STRING, "role", name->text, MAAK_ARG_END));
  return expect (parser, ")", MAAK_PHRASE_EXPRESSION_EXPECTED_CLOSE) ? node : NULL;
}

/* Behind the word `within`. */
static MaakNode *
parse_within (Parser *parser, Token *word)
{
  Token    *name;
  MaakNode *node, *frame;

  if (!expect (parser, "(", MAAK_PHRASE_EXPRESSION_EXPECTED_OPEN))
    return NULL;
  name = peek (parser);
  if (name->kind != TOKEN_STRING)
    return fail_unexpected (parser, MAAK_PHRASE_EXPRESSION_EXPECTED_TEMPLATE);
  advance (parser);
  frame = add_node (parser, MAAK_NODE_FRAME, word->position, NULL, NULL);
  node = frame != NULL ? add_node (parser, MAAK_NODE_WITHIN, name->position, frame, NULL) : NULL;
  if (node == NULL)
    return NULL;
  frame->frame = MAAK_FRAME_UNRESOLVED;
  node->name = g_strdup (name->text);
  return expect (parser, ")", MAAK_PHRASE_EXPRESSION_EXPECTED_CLOSE) ? node : NULL;
}

/* Behind the opening bracket. */
static gboolean
parse_list (Parser *parser, MaakNode *node, MaakNode *(*parse_element) (Parser *) )
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  do
    {
      MaakNode *element = parse_element (parser);
      if (element == NULL)
        return FALSE;
      g_ptr_array_add (list, element);
    }
  while (accept (parser, TOKEN_SYMBOL, ","));
  node->n_children = list->len;
  node->list = (MaakNode **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  return expect (parser, ")", MAAK_PHRASE_EXPRESSION_EXPECTED_CLOSE);
}

static MaakNode *
parse_call (Parser *parser, Token *name)
{
  MaakNode *node;
  guint     function = 0;

  while (function < G_N_ELEMENTS (functions) && !g_str_equal (functions[function].name, name->text))
    function++;
  if (function == G_N_ELEMENTS (functions))
    return fail (parser, name->position, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_FUNCTION, MAAK_ARG_STRING, "name", name->text, MAAK_ARG_END));
  advance (parser); /* the bracket */
  node = add_node (parser, MAAK_NODE_CALL, name->position, NULL, NULL);
  if (node == NULL)
    return NULL;
  node->function = (MaakFunction) function;
  if (!parse_list (parser, node, parse_collection))
    return NULL;
  if (node->n_children < functions[function].least || node->n_children > functions[function].most)
    return fail (parser, name->position,
                 maak_message_new (MAAK_PHRASE_EXPRESSION_ARGUMENTS, MAAK_ARG_STRING, "name", name->text,
                                   MAAK_ARG_INTEGER, "least", (gint64) functions[function].least,
                                   MAAK_ARG_INTEGER, "most", (gint64) functions[function].most,
                                   MAAK_ARG_INTEGER, "found", (gint64) node->n_children, MAAK_ARG_END));
  return node;
}

static MaakNode *
parse_dollar (Parser *parser, Token *token)
{
  MaakNode *node;

  if (g_str_equal (token->text, "$it"))
    return add_node (parser, MAAK_NODE_IT, token->position, NULL, NULL);
  if (!g_str_equal (token->text, "$this"))
    return fail (parser, token->position, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_VARIABLE, MAAK_ARG_STRING, "name", token->text, MAAK_ARG_END));
  node = add_node (parser, MAAK_NODE_FRAME, token->position, NULL, NULL);
  if (node != NULL)
    node->frame = 0;
  return node;
}

static MaakNode *
parse_name (Parser *parser, Token *token)
{
  if (g_str_equal (token->text, "true") || g_str_equal (token->text, "false"))
    {
      MaakNode *node = add_node (parser, MAAK_NODE_BOOLEAN, token->position, NULL, NULL);
      if (node != NULL)
        node->boolean = token->text[0] == 't';
      return node;
    }
  if (is_at (parser, TOKEN_SYMBOL, "("))
    return g_str_equal (token->text, "role") ? parse_role (parser, NULL) : g_str_equal (token->text, "within") ? parse_within (parser, token)
                                                                                                               : parse_call (parser, token);
  if (g_str_equal (token->text, "plan"))
    return add_node (parser, MAAK_NODE_ROOT, token->position, NULL, NULL);
  return add_member (parser, token, NULL);
}

static MaakNode *
parse_literal (Parser *parser, Token *token)
{
  MaakNode *node = add_node (parser, token->kind == TOKEN_NUMBER ? MAAK_NODE_NUMBER : MAAK_NODE_STRING, token->position, NULL, NULL);

  if (node == NULL)
    return NULL;
  if (token->kind == TOKEN_STRING)
    node->name = g_strdup (token->text);
  else
    {
      node->number = g_ascii_strtod (token->text, NULL);
      node->boolean = strchr (token->text, '.') == NULL;
      if (node->number > 9007199254740991.0)
        return fail (parser, token->position, maak_message_new (MAAK_PHRASE_EXPRESSION_NUMBER_TOO_LARGE, MAAK_ARG_STRING, "number", token->text, MAAK_ARG_END));
    }
  return node;
}

static MaakNode *
parse_primary (Parser *parser)
{
  Token *token = peek (parser);

  if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_STRING)
    return parse_literal (parser, advance (parser));
  if (token->kind == TOKEN_DOLLAR)
    return parse_dollar (parser, advance (parser));
  if (token->kind == TOKEN_NAME && (!is_keyword (token->text) || g_str_equal (token->text, "true") || g_str_equal (token->text, "false")))
    return parse_name (parser, advance (parser));
  if (accept (parser, TOKEN_SYMBOL, "("))
    {
      MaakNode *node = parse_collection (parser);
      return node != NULL && expect (parser, ")", MAAK_PHRASE_EXPRESSION_EXPECTED_CLOSE) ? node : NULL;
    }
  return fail_unexpected (parser, MAAK_PHRASE_EXPRESSION_EXPECTED_VALUE);
}

static MaakNode *
parse_postfix (Parser *parser)
{
  MaakNode *node = parse_primary (parser);

  while (node != NULL && accept (parser, TOKEN_SYMBOL, "."))
    {
      Token *name = peek (parser);
      if (name->kind != TOKEN_NAME)
        return fail_unexpected (parser, MAAK_PHRASE_EXPRESSION_EXPECTED_NAME);
      advance (parser);
      if (g_str_equal (name->text, "role") && is_at (parser, TOKEN_SYMBOL, "("))
        node = parse_role (parser, node);
      else
        node = add_member (parser, name, node);
    }
  return node;
}

/* Every way to nest goes through here or through parse_collection(). */
static gboolean
enter (Parser *parser)
{
  if (++parser->depth <= MAAK_EXPRESSION_MAX_DEPTH)
    return TRUE;
  fail (parser, peek (parser)->position, maak_message_new (MAAK_PHRASE_EXPRESSION_TOO_DEEP, MAAK_ARG_END));
  return FALSE;
}

static MaakNode *
parse_unary (Parser *parser)
{
  Token    *token = peek (parser);
  MaakNode *child;

  if (!accept (parser, TOKEN_SYMBOL, "-"))
    return parse_postfix (parser);
  if (!enter (parser))
    return NULL;
  child = parse_unary (parser);
  parser->depth--;
  return child != NULL ? add_node (parser, MAAK_NODE_NEGATE, token->position, child, NULL) : NULL;
}

static MaakNode *
parse_product (Parser *parser)
{
  MaakNode *node = parse_unary (parser);

  while (node != NULL && (is_at (parser, TOKEN_SYMBOL, "*") || is_at (parser, TOKEN_SYMBOL, "/")))
    {
      Token *token = advance (parser);
      node = add_binary (parser, token->text[0] == '*' ? MAAK_OPERATOR_TIMES : MAAK_OPERATOR_DIVIDE, token->position, node, parse_unary (parser));
    }
  return node;
}

static MaakNode *
parse_sum (Parser *parser)
{
  MaakNode *node = parse_product (parser);

  while (node != NULL && (is_at (parser, TOKEN_SYMBOL, "+") || is_at (parser, TOKEN_SYMBOL, "-")))
    {
      Token *token = advance (parser);
      node = add_binary (parser, token->text[0] == '+' ? MAAK_OPERATOR_PLUS : MAAK_OPERATOR_MINUS, token->position, node, parse_product (parser));
    }
  return node;
}

static MaakNode *
parse_set (Parser *parser)
{
  MaakNode *node;

  if (!is_at (parser, TOKEN_SYMBOL, "("))
    return parse_sum (parser);
  node = add_node (parser, MAAK_NODE_SET, advance (parser)->position, NULL, NULL);
  return node != NULL && parse_list (parser, node, parse_sum) ? node : NULL;
}

static MaakNode *
parse_comparison (Parser *parser)
{
  static const struct
  {
    TokenKind    kind;
    const char  *text;
    MaakOperator op;
  } operators[] = {
    { TOKEN_SYMBOL, "=", MAAK_OPERATOR_EQUAL },
    { TOKEN_SYMBOL, "!=", MAAK_OPERATOR_NOT_EQUAL },
    { TOKEN_SYMBOL, "<", MAAK_OPERATOR_LESS },
    { TOKEN_SYMBOL, "<=", MAAK_OPERATOR_LESS_OR_EQUAL },
    { TOKEN_SYMBOL, ">", MAAK_OPERATOR_GREATER },
    { TOKEN_SYMBOL, ">=", MAAK_OPERATOR_GREATER_OR_EQUAL },
    { TOKEN_NAME, "has", MAAK_OPERATOR_HAS },
    { TOKEN_NAME, "in", MAAK_OPERATOR_IN },
  };
  MaakNode *node = parse_sum (parser);

  if (node == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (is_at (parser, operators[i].kind, operators[i].text))
      {
        guint position = advance (parser)->position;
        return add_binary (parser, operators[i].op, position, node, operators[i].op == MAAK_OPERATOR_IN ? parse_set (parser) : parse_sum (parser));
      }
  return node;
}

static MaakNode *
parse_not (Parser *parser)
{
  Token    *token = peek (parser);
  MaakNode *child;

  if (!accept (parser, TOKEN_NAME, "not"))
    return parse_comparison (parser);
  if (!enter (parser))
    return NULL;
  child = parse_not (parser);
  parser->depth--;
  return child != NULL ? add_node (parser, MAAK_NODE_NOT, token->position, child, NULL) : NULL;
}

static MaakNode *
parse_and (Parser *parser)
{
  MaakNode *node = parse_not (parser);

  while (node != NULL && is_at (parser, TOKEN_NAME, "and"))
    {
      guint position = advance (parser)->position;
      node = add_binary (parser, MAAK_OPERATOR_AND, position, node, parse_not (parser));
    }
  return node;
}

static MaakNode *
parse_or (Parser *parser)
{
  MaakNode *node = parse_and (parser);

  while (node != NULL && is_at (parser, TOKEN_NAME, "or"))
    {
      guint position = advance (parser)->position;
      node = add_binary (parser, MAAK_OPERATOR_OR, position, node, parse_and (parser));
    }
  return node;
}

static MaakNode *
parse_clause (Parser *parser, MaakNode *base)
{
  static const struct
  {
    const char  *word;
    MaakNodeKind kind;
    MaakNode *(*parse) (Parser *);
  } clauses[] = {
    { "where", MAAK_NODE_WHERE, parse_or },
    { "by", MAAK_NODE_BY, parse_postfix },
    { "at", MAAK_NODE_AT, parse_sum },
  };
  Token *token = peek (parser);

  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (accept (parser, TOKEN_NAME, clauses[i].word))
      {
        MaakNode *argument = clauses[i].parse (parser);
        return argument != NULL ? add_node (parser, clauses[i].kind, token->position, base, argument) : NULL;
      }
  return base;
}

static MaakNode *
parse_collection (Parser *parser)
{
  MaakNode *node = enter (parser) ? parse_or (parser) : NULL;

  while (node != NULL)
    {
      MaakNode *with_clause = parse_clause (parser, node);
      if (with_clause == node)
        break;
      node = with_clause;
    }
  parser->depth--;
  return node;
}

/* --- For the other parts of the expression --- */

/* Adds a node that the expression owns. */
MaakNode *
maak_expression_add_node (MaakExpression *self, MaakNodeKind kind, guint position)
{
  MaakNode *node = g_new0 (MaakNode, 1);

  node->kind = kind;
  node->position = position;
  g_ptr_array_add (self->nodes, node);
  return node;
}

/* Long enough to be recognised. */
static char *
dup_shortened (const char *source)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (source, -1) <= 120)
    return g_strdup (source);
  start = g_utf8_substring (source, 0, 117);
  return g_strconcat (start, "...", NULL);
}

/* Sets an error that names the rule and the character (said from 1) at which it is wrong; `position` is its byte. */
void
maak_expression_set_error (MaakExpression *self, guint position, MaakMessage *sentence, GError **error)
{
  g_autoptr (MaakMessage) owned = sentence;
  g_autofree char *rule = dup_shortened (self->source);

  maak_error_set (error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_RULE, NULL,
                  maak_message_new (MAAK_PHRASE_EXPRESSION_ERROR, MAAK_ARG_STRING, "rule", rule,
                                    MAAK_ARG_INTEGER, "position", (gint64) g_utf8_pointer_to_offset (self->source, self->source + position) + 1, MAAK_ARG_MESSAGE, "sentence", owned, MAAK_ARG_END));
}

/* The name by which a rule calls the function. */
const char *
maak_function_get_name (MaakFunction function)
{
  return functions[function].name;
}

/* Reads self->source into self->root. FALSE and MAAK_TEMPLATE_ERROR_RULE when it is not an expression. */
gboolean
maak_expression_parse (MaakExpression *self, GError **error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  Parser parser = { .expression = self, .tokens = tokens, .error = error };

  g_array_set_clear_func (tokens, clear_token);
  if (!tokenize (&parser))
    return FALSE;
  self->root = parse_collection (&parser);
  if (self->root == NULL)
    return FALSE;
  if (peek (&parser)->kind != TOKEN_END)
    return fail_unexpected (&parser, MAAK_PHRASE_EXPRESSION_EXPECTED_END) != NULL;
  return TRUE;
}
