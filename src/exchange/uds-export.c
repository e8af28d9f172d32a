/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any kind of record by its field table. Text that a spreadsheet would take for a formula is defused in tables; JSON
 * needs no such thing. */
#include "uds-export.h"

#include "uds-format.h"
#include "uds-json.h"

#include <string.h>

/**
 * uds_csv_append_cell:
 * @row: what the cell is added to
 * @text: (nullable): its text
 *
 * Adds a cell as RFC 4180 has it, without the separator before it.
 */
void
uds_csv_append_cell (GString    *row,
                     const char *text)
{
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (row, text);
      return;
    }

  g_string_append_c (row, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

static gboolean
is_formula (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * uds_csv_skip_guard:
 * @text: a cell
 *
 * Returns: its text without the apostrophe that uds_csv_append_guarded() put before it, if it did
 */
const char *
uds_csv_skip_guard (const char *text)
{
  return *text == '\'' && is_formula (text) ? text + 1 : text;
}

/**
 * uds_csv_append_guarded:
 * @row: what the cell is added to
 * @text: (nullable): text that somebody else may have written
 *
 * Adds a cell that no spreadsheet takes for a formula: an apostrophe before what would be one. Before what has such
 * apostrophes already there comes one more, so that uds_csv_skip_guard() gives back every text.
 */
void
uds_csv_append_guarded (GString    *row,
                        const char *text)
{
  g_autofree char *guarded = NULL;

  if (text != NULL && is_formula (text))
    guarded = g_strconcat ("'", text, NULL);
  uds_csv_append_cell (row, guarded != NULL ? guarded : text);
}

static gboolean
is_free_text (const UdsField *field)
{
  return field->type == UDS_FIELD_TEXT || field->type == UDS_FIELD_LONG_TEXT;
}

static void
append_value (GString        *row,
              const UdsField *field,
              const UdsValue *value)
{
  g_autofree char *number = NULL;

  switch (value->type)
    {
    case UDS_VALUE_INTEGER:
      g_string_append_printf (row, "%" G_GINT64_FORMAT, value->integer);
      break;
    case UDS_VALUE_REAL:
      number = uds_format_machine (value->real);
      g_string_append (row, number);
      break;
    case UDS_VALUE_TEXT:
      if (is_free_text (field))
        uds_csv_append_guarded (row, value->text);
      else
        uds_csv_append_cell (row, value->text);
      break;
    case UDS_VALUE_NONE:
    default:
      break;
    }
}

typedef struct {
  const UdsKind *kind;
  GString *text;
} Export;

static gboolean
append_row (const char     *id,
            const UdsValue *values,
            gpointer        data)
{
  Export *export = data;

  uds_csv_append_cell (export->text, id);
  for (guint i = 0; i < export->kind->n_fields; i++)
    {
      g_string_append_c (export->text, ',');
      append_value (export->text, &export->kind->fields[i], &values[i]);
    }
  g_string_append (export->text, "\r\n");
  return TRUE;
}

/**
 * uds_export_csv:
 * @session: a session
 * @query: which records
 * @error: what went wrong
 *
 * A table with the id and the fields of the kind under their names; a decimal point, ISO dates, UTF-8, commas.
 *
 * Returns: (transfer full) (nullable): the table
 */
GBytes *
uds_export_csv (UdsSession  *session,
                UdsQuery    *query,
                GError     **error)
{
  g_autoptr (GString) text = g_string_new ("id");
  Export export = { uds_query_get_kind (query), text };

  for (guint i = 0; i < export.kind->n_fields; i++)
    g_string_append_printf (text, ",%s", export.kind->fields[i].name);
  g_string_append (text, "\r\n");

  uds_query_set_long_text (query, TRUE);
  if (!uds_session_scan (session, query, append_row, &export, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static JsonNode *
make_text_node (const UdsField *field,
                const char     *text)
{
  JsonNode *node;

  if (field->type != UDS_FIELD_JSON)
    return json_node_init_string (json_node_alloc (), text);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, uds_json_parse_object (text));
  return node;
}

static void
set_member (JsonObject     *object,
            const UdsField *field,
            const UdsValue *value)
{
  switch (value->type)
    {
    case UDS_VALUE_INTEGER:
      if (field->type == UDS_FIELD_BOOLEAN)
        json_object_set_boolean_member (object, field->name, value->integer != 0);
      else
        json_object_set_int_member (object, field->name, value->integer);
      break;
    case UDS_VALUE_REAL:
      json_object_set_double_member (object, field->name, value->real);
      break;
    case UDS_VALUE_TEXT:
      json_object_set_member (object, field->name, make_text_node (field, value->text));
      break;
    case UDS_VALUE_NONE:
    default:
      break;
    }
}

static JsonObject *
values_to_object (const UdsKind  *kind,
                  const char     *id,
                  const UdsValue *values)
{
  JsonObject *object = json_object_new ();

  if (id != NULL)
    json_object_set_string_member (object, "id", id);
  for (guint i = 0; i < kind->n_fields; i++)
    set_member (object, &kind->fields[i], &values[i]);
  return object;
}

/**
 * uds_export_record_to_object:
 * @record: a record
 *
 * Returns: (transfer full): the record as a JSON object: its id and the fields that have a value, under their names
 */
JsonObject *
uds_export_record_to_object (UdsRecord *record)
{
  const UdsKind *kind = uds_record_get_kind (record);

  return values_to_object (kind, uds_record_get_id (record), uds_record_peek (record, 0));
}

/**
 * uds_export_object_to_line:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): it as text on one line
 */
char *
uds_export_object_to_line (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return json_to_string (node, FALSE);
}

static gboolean
append_line (const char     *id,
             const UdsValue *values,
             gpointer        data)
{
  Export *export = data;
  g_autofree char *json = uds_export_object_to_line (values_to_object (export->kind, id, values));

  g_string_append (export->text, json);
  g_string_append_c (export->text, '\n');
  return TRUE;
}

/**
 * uds_export_json_lines:
 * @session: a session
 * @query: which records
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): a JSON object on each line, as uds_export_record_to_object() makes it
 */
GBytes *
uds_export_json_lines (UdsSession  *session,
                       UdsQuery    *query,
                       GError     **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Export export = { uds_query_get_kind (query), text };

  uds_query_set_long_text (query, TRUE);
  if (!uds_session_scan (session, query, append_line, &export, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
