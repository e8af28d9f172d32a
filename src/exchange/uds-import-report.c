/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a file, for programs. What people are shown stands in the preview and in the commands. */
#include "uds-import-file.h"

#include <json-glib/json-glib.h>

static void
add_problem (JsonBuilder      *builder,
             const UdsProblem *problem)
{
  g_autofree char *reason = uds_problem_get_reason (problem);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "row");
  json_builder_add_int_value (builder, problem->row);
  json_builder_set_member_name (builder, "column");
  json_builder_add_int_value (builder, problem->column);
  json_builder_set_member_name (builder, "value");
  json_builder_add_string_value (builder, problem->value);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, uds_problem_get_name (problem));
  json_builder_set_member_name (builder, "reason");
  json_builder_add_string_value (builder, reason);
  json_builder_end_object (builder);
}

static void
add_counts (JsonBuilder       *builder,
            const char        *name,
            const char *const  names[3],
            const guint        counts[3])
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (gsize i = 0; i < 3; i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_add_int_value (builder, counts[i]);
    }
  json_builder_end_object (builder);
}

/**
 * uds_import_file_to_json:
 * @self: a file that was previewed or applied
 * @group: the command that applied it, 0 where there was none
 *
 * Returns: (transfer full): the report as one line of JSON, as `udsyn import --json` prints it
 */
char *
uds_import_file_to_json (const UdsImportFile *self,
                         gint64               group)
{
  static const char *const record_names[] = { "created", "updated", "unchanged" };
  static const char *const cell_names[] = { "read", "imported", "reported" };
  const guint records[] = { self->records.created, self->records.updated, self->records.unchanged };
  const guint cells[] = { self->cells.read, self->cells.imported, self->cells.reported };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = g_utf8_make_valid (self->name, -1);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, self->format);
  json_builder_set_member_name (builder, "encoding");
  json_builder_add_string_value (builder, self->text != NULL ? uds_encoding_get_name (self->encoding) : NULL);
  add_counts (builder, "records", record_names, records);
  add_counts (builder, "cells", cell_names, cells);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->problems->len; i++)
    add_problem (builder, g_ptr_array_index (self->problems, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "group");
  if (group > 0)
    json_builder_add_int_value (builder, group);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
