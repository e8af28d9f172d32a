/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the JSON-stat importer share. For src/exchange only. */
#pragma once

#include "uds-cube-private.h"
#include "uds-json.h"

G_BEGIN_DECLS

#define UDS_JSON_STAT_MAX_DATASETS 100

/**
 * UdsJsonStatStatus:
 * @place: the place of a value
 * @line: the line that it stands in
 * @text: how sure the value is, the cube's
 * @is_used: whether the value has it
 */
typedef struct {
  guint       place;
  guint       line;
  const char *text;
  gboolean    is_used;
} UdsJsonStatStatus;

/**
 * UdsJsonStatDataset:
 * @name: (nullable): its name in a bundle
 * @object: all that is said of it but values and statuses
 * @cube: its values; when it is read, without dimensions and with any places
 * @statuses: (element-type UdsJsonStatStatus): the statuses of single values
 * @status: (nullable): the status of all values
 * @has_values: whether values were read
 * @has_statuses: whether statuses were read
 * @n_listed: how long the list of values is, where it is one
 */
typedef struct {
  char       *name;
  JsonObject *object;
  UdsCube    *cube;
  GArray     *statuses;
  const char *status;
  gboolean    has_values;
  gboolean    has_statuses;
  guint       n_listed;
} UdsJsonStatDataset;

void        uds_json_stat_dataset_free    (UdsJsonStatDataset  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsJsonStatDataset, uds_json_stat_dataset_free)

JsonNode   *uds_json_stat_read            (UdsImportFile       *file,
                                           GPtrArray           *datasets,
                                           GError             **error);

gboolean    uds_json_stat_read_dimensions (UdsCube     *cube,
                                           JsonObject  *dataset,
                                           GError     **error);
void        uds_json_stat_describe        (JsonObject  *metadata,
                                           JsonObject  *dataset,
                                           UdsCube     *cube);

JsonObject *uds_json_stat_get_object      (JsonObject  *object,
                                           const char  *name);
JsonArray  *uds_json_stat_get_array       (JsonObject  *object,
                                           const char  *name);
const char *uds_json_stat_get_text        (JsonObject  *object,
                                           const char  *name);
gint64      uds_json_stat_get_integer     (JsonNode    *node);
JsonObject *uds_json_stat_get_unit        (JsonObject  *dataset,
                                           const char  *dimension,
                                           const char  *code);

G_END_DECLS
