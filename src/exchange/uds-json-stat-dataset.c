/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file of JSON-stat, versions 1 and 2, into its datasets. Values and statuses go straight into a cube; all else
 * becomes nodes. A dataset is the file itself, a member of a bundle (version 1), or an item of a collection (2). */
#include "uds-json-stat-private.h"

#include "uds-error.h"
#include "uds-format.h"
#include "uds-json-reader.h"

#include <glib/gi18n.h>

/* Where an object stands, which says what it can be. */
typedef enum {
  LEVEL_ROOT,
  LEVEL_MEMBER,
  LEVEL_LINK,
  LEVEL_ITEM,
} Level;

typedef struct {
  UdsImportFile *file;
  UdsJsonReader *reader;
  GPtrArray *datasets;
} Reading;

/**
 * uds_json_stat_dataset_free:
 * @self: (transfer full): a dataset
 */
void
uds_json_stat_dataset_free (UdsJsonStatDataset *self)
{
  g_free (self->name);
  g_clear_pointer (&self->object, json_object_unref);
  uds_cube_free (self->cube);
  g_array_unref (self->statuses);
  g_free (self);
}

static UdsJsonStatDataset *
dataset_new (const char *name)
{
  UdsJsonStatDataset *self = g_new0 (UdsJsonStatDataset, 1);

  self->name = g_strdup (name);
  self->cube = uds_cube_new ();
  self->statuses = g_array_new (FALSE, TRUE, sizeof (UdsJsonStatStatus));
  return self;
}

/* Lists with places: an array, or an object whose names are places. */

typedef gboolean (*ReadFunc) (Reading  *reading,
                              UdsJsonStatDataset  *dataset,
                              guint     place,
                              GError  **error);

static gboolean
fail_at (Reading     *reading,
         const char  *name,
         GError     **error)
{
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: the number of a line, then the name of a member such as “value” */
               _("Line %u: what stands under “%s” is not as JSON-stat has it"),
               uds_json_reader_get_line (reading->reader), name);
  return FALSE;
}

/* Whether a list or an object was read to its end: the reader says the same of an end and of a fault. */
static gboolean
reached_end (GError **failure,
             GError **error)
{
  if (*failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (failure));
  return FALSE;
}

static gboolean
read_listed (Reading             *reading,
             UdsJsonStatDataset  *dataset,
             ReadFunc             read,
             guint               *n_listed,
             GError             **error)
{
  g_autoptr (GError) local_error = NULL;

  for (*n_listed = 0; uds_json_reader_next_element (reading->reader, &local_error); (*n_listed)++)
    if (!read (reading, dataset, *n_listed, error))
      return FALSE;
  return reached_end (&local_error, error);
}

static gboolean
read_sparse (Reading             *reading,
             UdsJsonStatDataset  *dataset,
             const char          *name,
             ReadFunc             read,
             GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  char *key;

  while (uds_json_reader_next_member (reading->reader, &key, &local_error))
    {
      g_autofree char *owned = key;
      guint64 place;

      if (!g_ascii_string_to_unsigned (owned, 10, 0, G_MAXUINT, &place, NULL))
        return fail_at (reading, name, error);
      if (!read (reading, dataset, (guint) place, error))
        return FALSE;
    }
  return reached_end (&local_error, error);
}

static gboolean
read_places (Reading             *reading,
             UdsJsonStatDataset  *dataset,
             const char          *name,
             ReadFunc             read,
             guint               *n_listed,
             GError             **error)
{
  UdsJsonPiece piece;

  *n_listed = 0;
  if (!uds_json_reader_peek (reading->reader, &piece, error))
    return FALSE;
  if (piece == UDS_JSON_NULL)
    return uds_json_reader_read_scalar (reading->reader, error) != NULL;
  if (piece != UDS_JSON_ARRAY && piece != UDS_JSON_OBJECT)
    return fail_at (reading, name, error);
  if (!uds_json_reader_enter (reading->reader, error))
    return FALSE;
  return piece == UDS_JSON_ARRAY ? read_listed (reading, dataset, read, n_listed, error)
                                 : read_sparse (reading, dataset, name, read, error);
}

/* Values that are no numbers are not expected, but some files have the signs of statistics there. */
static void
look_at_text (UdsCubeValue *value,
              UdsCube      *cube,
              const char   *text)
{
  value->has_value = uds_parse_machine (text, &value->value);
  if (value->has_value)
    return;
  value->text = g_string_chunk_insert (cube->texts, text);
  value->code = uds_decimal_is_missing (text) ? UDS_PROBLEM_MISSING_VALUE : UDS_PROBLEM_VALUE_NOT_A_NUMBER;
}

static gboolean
read_value (Reading             *reading,
            UdsJsonStatDataset  *dataset,
            guint                place,
            GError             **error)
{
  UdsCubeValue value = { .place = place };
  UdsJsonPiece piece;
  const char *text;

  if (!uds_json_reader_peek (reading->reader, &piece, error))
    return FALSE;
  value.line = uds_json_reader_get_line (reading->reader);
  if (piece == UDS_JSON_OBJECT || piece == UDS_JSON_ARRAY)
    return fail_at (reading, "value", error);
  text = uds_json_reader_read_scalar (reading->reader, error);
  if (text == NULL)
    return FALSE;
  if (piece == UDS_JSON_NULL || *text == '\0')
    return TRUE;
  look_at_text (&value, dataset->cube, text);
  return uds_cube_add_value (dataset->cube, &value, error);
}

static gboolean
read_status (Reading             *reading,
             UdsJsonStatDataset  *dataset,
             guint                place,
             GError             **error)
{
  UdsJsonStatStatus status = { .place = place };
  UdsJsonPiece piece;
  const char *text;

  if (!uds_json_reader_peek (reading->reader, &piece, error))
    return FALSE;
  status.line = uds_json_reader_get_line (reading->reader);
  if (piece != UDS_JSON_STRING && piece != UDS_JSON_NULL)
    return fail_at (reading, "status", error);
  text = uds_json_reader_read_scalar (reading->reader, error);
  if (text == NULL)
    return FALSE;
  if (piece == UDS_JSON_NULL || *text == '\0')
    return TRUE;
  if (dataset->statuses->len == UDS_CUBE_MAX_VALUES)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Line %u: the file has more than %d values"), status.line,
                   UDS_CUBE_MAX_VALUES);
      return FALSE;
    }
  status.text = g_string_chunk_insert_const (dataset->cube->texts, text);
  g_array_append_val (dataset->statuses, status);
  return TRUE;
}

/* Objects that can be datasets */

static JsonNode *read_level (Reading     *reading,
                             Level        level,
                             const char  *name,
                             GError     **error);

static gboolean
is_dataset_level (Level level)
{
  return level != LEVEL_LINK;
}

/* At the root of a bundle any member may be a dataset but these, which belong to one. */
static gboolean
can_be_dataset (const char *name)
{
  static const char *const others[] = { "dimension", "role", "category", "extension", "error", NULL };

  return !g_strv_contains (others, name);
}

static JsonNode *
read_items (Reading  *reading,
            GError  **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GError) local_error = NULL;
  JsonArray *array = json_array_new ();

  json_node_take_array (node, array);
  if (!uds_json_reader_enter (reading->reader, error))
    return NULL;
  while (uds_json_reader_next_element (reading->reader, &local_error))
    {
      JsonNode *item = read_level (reading, LEVEL_ITEM, NULL, error);

      if (item == NULL)
        return NULL;
      json_array_add_element (array, item);
    }
  if (local_error == NULL)
    return g_steal_pointer (&node);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Any member but values and statuses. */
static JsonNode *
read_other (Reading     *reading,
            Level        level,
            const char  *name,
            gboolean     is_duplicate,
            GError     **error)
{
  UdsJsonPiece piece;

  if (!uds_json_reader_peek (reading->reader, &piece, error))
    return NULL;
  if (!is_duplicate && level == LEVEL_ROOT && piece == UDS_JSON_OBJECT && can_be_dataset (name))
    return read_level (reading, g_str_equal (name, "link") ? LEVEL_LINK : LEVEL_MEMBER, name, error);
  if (!is_duplicate && level == LEVEL_LINK && piece == UDS_JSON_ARRAY && g_str_equal (name, "item"))
    return read_items (reading, error);
  return uds_json_reader_read_node (reading->reader, reading->file, is_duplicate ? name : NULL, error);
}

/* The values and statuses of a dataset; one status for all of them is a text like any other. */
static gboolean
read_places_of (Reading             *reading,
                UdsJsonStatDataset  *dataset,
                const char          *name,
                gboolean            *is_read,
                GError             **error)
{
  gboolean is_value = g_str_equal (name, "value");
  gboolean *is_said = is_value ? &dataset->has_values : &dataset->has_statuses;
  UdsJsonPiece piece;
  guint n_listed;

  *is_read = is_value || g_str_equal (name, "status");
  if (!*is_read)
    return TRUE;
  if (!uds_json_reader_peek (reading->reader, &piece, error))
    return FALSE;
  if (!is_value && piece == UDS_JSON_STRING)
    {
      *is_read = FALSE;
      return TRUE;
    }
  if (*is_said)
    return fail_at (reading, name, error);

  *is_said = TRUE;
  if (!read_places (reading, dataset, name, is_value ? read_value : read_status, &n_listed, error))
    return FALSE;
  if (is_value)
    dataset->n_listed = n_listed;
  return TRUE;
}

static gboolean
read_member (Reading             *reading,
             Level                level,
             UdsJsonStatDataset  *dataset,
             JsonObject          *object,
             const char          *name,
             GError             **error)
{
  gboolean is_duplicate = json_object_has_member (object, name);
  gboolean is_read = FALSE;
  JsonNode *value;

  if (is_dataset_level (level) && !read_places_of (reading, dataset, name, &is_read, error))
    return FALSE;
  if (is_read)
    return TRUE;

  value = read_other (reading, level, name, is_duplicate, error);
  if (value == NULL)
    return FALSE;
  if (is_duplicate)
    json_node_unref (value);
  else
    json_object_set_member (object, name, value);
  return TRUE;
}

static gboolean
read_members (Reading             *reading,
              Level                level,
              UdsJsonStatDataset  *dataset,
              JsonObject          *object,
              GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  char *key;

  if (!uds_json_reader_enter (reading->reader, error))
    return FALSE;
  while (uds_json_reader_next_member (reading->reader, &key, &local_error))
    {
      g_autofree char *name = key;

      if (!read_member (reading, level, dataset, object, name, error))
        return FALSE;
    }
  return reached_end (&local_error, error);
}

static gboolean
check_number (Reading  *reading,
              GError  **error)
{
  if (reading->datasets->len < UDS_JSON_STAT_MAX_DATASETS)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The file has more than %d tables"), UDS_JSON_STAT_MAX_DATASETS);
  return FALSE;
}

/* Where the object is a dataset, nothing of it is left for the object around it. */
static JsonNode *
read_level (Reading     *reading,
            Level        level,
            const char  *name,
            GError     **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (UdsJsonStatDataset) dataset = dataset_new (level == LEVEL_MEMBER ? name : NULL);
  UdsJsonPiece piece;

  if (!uds_json_reader_peek (reading->reader, &piece, error))
    return NULL;
  if (piece != UDS_JSON_OBJECT)
    return uds_json_reader_read_node (reading->reader, reading->file, NULL, error);
  if (!read_members (reading, level, dataset, object, error))
    return NULL;
  if (!dataset->has_values && !dataset->has_statuses && uds_json_stat_get_object (object, "dimension") == NULL)
    return json_node_init_object (json_node_alloc (), object);

  if (!check_number (reading, error))
    return NULL;
  dataset->status = uds_json_stat_get_text (object, "status");
  dataset->object = g_steal_pointer (&object);
  g_ptr_array_add (reading->datasets, g_steal_pointer (&dataset));
  return json_node_new (JSON_NODE_NULL);
}

/**
 * uds_json_stat_read:
 * @file: the file whose cells are counted: each scalar with content that is no value or status is one
 * @datasets: (element-type UdsJsonStatDataset): gets the datasets in it, also where it fails after some of them
 * @error: what is wrong, with the line
 *
 * Returns: (transfer full) (nullable): what stands around the datasets
 */
JsonNode *
uds_json_stat_read (UdsImportFile  *file,
                    GPtrArray      *datasets,
                    GError        **error)
{
  gsize size;
  const char *data = g_bytes_get_data (file->text, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autoptr (UdsJsonReader) reader = uds_json_reader_new (text);
  Reading reading = { .file = file, .reader = reader, .datasets = datasets };
  g_autoptr (JsonNode) root = read_level (&reading, LEVEL_ROOT, NULL, error);

  if (root == NULL || !uds_json_reader_finish (reader, error) || !uds_import_file_check (file, error))
    return NULL;
  if (datasets->len > 0)
    return g_steal_pointer (&root);

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT, _("The file is JSON, but holds no table"));
  return NULL;
}
