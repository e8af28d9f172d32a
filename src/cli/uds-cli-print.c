/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How commands print a record: as one JSON object on a line, or as a list of labels and values for people. */
#include "uds-cli-private.h"

#include "uds-export.h"

#include <glib/gi18n.h>

/**
 * uds_cli_record_to_json:
 * @record: a record
 * @language: the language of its title
 *
 * Returns: (transfer full): the record as it is exported, with its kind, version and title
 */
JsonObject *
uds_cli_record_to_json (UdsRecord   *record,
                        UdsLanguage  language)
{
  const UdsKind *kind = uds_record_get_kind (record);
  JsonObject *object = uds_export_record_to_object (record);

  json_object_set_string_member (object, "kind", kind->name);
  json_object_set_int_member (object, "version", uds_record_get_version (record));
  if (uds_kind_is_listed (kind))
    json_object_set_string_member (object, "title", uds_record_get_title (record, language));
  return object;
}

/**
 * uds_cli_print_json:
 * @object: (transfer full): an object
 *
 * Prints it on one line.
 */
void
uds_cli_print_json (JsonObject *object)
{
  g_autofree char *text = uds_export_object_to_line (object);

  g_print ("%s\n", text);
}

/**
 * uds_cli_print_record:
 * @record: a record
 * @language: the language of numbers and dates
 *
 * Prints its fields for a person to read, one on each line.
 */
void
uds_cli_print_record (UdsRecord   *record,
                      UdsLanguage  language)
{
  const UdsKind *kind = uds_record_get_kind (record);

  g_print ("%s\n", uds_record_get_title (record, language));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = uds_record_format (record, kind->fields[i].name, language);

      if (value == NULL)
        continue;
      /* Translators: the label of a field, its name in commands, its value */
      g_print (_("  %s (%s): %s\n"), _(kind->fields[i].label), kind->fields[i].name, value);
    }
}
