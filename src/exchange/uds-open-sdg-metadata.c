/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what is said about an indicator, in any of the three forms: YAML, markdown with YAML before it, or a table of
 * two columns. All of it is kept by its keys; what the keys mean to us is uds-open-sdg-fields.c's. */
#include "uds-open-sdg-private.h"

#include "uds-csv.h"
#include "uds-error.h"
#include "uds-yaml.h"

#include <glib/gi18n.h>
#include <string.h>

/* The key under which the text below the front matter of a markdown file is kept. */
#define BODY_KEY "page_text"

static const char *const yaml_suffixes[] = { ".yml", ".yaml", NULL };
static const char *const markdown_suffixes[] = { ".md", NULL };
static const char *const table_suffixes[] = { ".csv", ".tsv", NULL };

/* One of these at the beginning of a line makes a file metadata of an indicator. */
static const char *const telling_keys[] = {
  "indicator_number", "indicator_name", "graph_title", "graph_type", "reporting_status",
  "SDG_INDICATOR", "STAT_CONC_DEF", "data_non_statistical", "Graph title", "Indicator available", "Reporting status",
};

static gboolean
has_telling_key (GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  const char *end = data + size;

  for (const char *line = data; line != NULL && line < end; line = memchr (line, '\n', end - line))
    {
      if (*line == '\n')
        line++;
      for (gsize i = 0; i < G_N_ELEMENTS (telling_keys); i++)
        {
          gsize length = strlen (telling_keys[i]);

          if ((gsize) (end - line) > length && strncmp (line, telling_keys[i], length) == 0
              && strchr (":,;\t", line[length]) != NULL)
            return TRUE;
        }
      if (line == end)
        break;
    }
  return FALSE;
}

/**
 * uds_open_sdg_is_metadata:
 * @file: a file whose text is read
 * @reason: (out): why or why not, in the user's language
 *
 * Returns: whether it says something about an indicator
 */
gboolean
uds_open_sdg_is_metadata (const UdsImportFile  *file,
                          const char          **reason)
{
  if (!uds_import_file_has_suffix (file, yaml_suffixes) && !uds_import_file_has_suffix (file, markdown_suffixes)
      && !uds_import_file_has_suffix (file, table_suffixes))
    {
      *reason = _("The file is no table with the headings “Year” and “Value”, and no description of an indicator");
      return FALSE;
    }
  if (has_telling_key (file->text))
    {
      *reason = _("The file describes an indicator");
      return TRUE;
    }
  *reason = _("The file says nothing that describes an indicator");
  return FALSE;
}

/* Finds the text between two lines of three hyphens, and what follows. */
static gboolean
split_front_matter (const char  *text,
                    const char **begin,
                    const char **end,
                    const char **body)
{
  if (!g_str_has_prefix (text, "---\n") && !g_str_has_prefix (text, "---\r\n"))
    return FALSE;

  *begin = strchr (text, '\n') + 1;
  for (const char *line = *begin; line != NULL; line = strchr (line, '\n'))
    {
      if (*line == '\n')
        line++;
      if (!g_str_has_prefix (line, "---") || strspn (line + 3, " \t\r") != strcspn (line + 3, "\n"))
        continue;
      *end = line;
      *body = line + 3 + strspn (line + 3, " \t\r");
      return TRUE;
    }
  return FALSE;
}

static guint
count_lines (const char *from,
             const char *to)
{
  guint n_lines = 0;

  for (const char *p = from; p < to; p++)
    n_lines += *p == '\n';
  return n_lines;
}

static void
add_body (UdsImportFile *file,
          JsonObject    *metadata,
          guint          line,
          const char    *body)
{
  g_autofree char *content = NULL;
  const char *start;
  gsize length;

  uds_text_trim (body, &start, &length);
  if (length == 0)
    return;

  content = g_strndup (start, length);
  if (json_object_has_member (metadata, BODY_KEY))
    {
      uds_import_file_add_cell (file, line, 1, UDS_PROBLEM_DUPLICATE_KEY, content, BODY_KEY, NULL);
      return;
    }
  json_object_set_string_member (metadata, BODY_KEY, content);
  uds_import_file_add_cell (file, line, 1, UDS_PROBLEM_NONE, content, NULL, NULL);
}

static JsonObject *
read_markdown (UdsImportFile  *file,
               GError        **error)
{
  gsize size;
  const char *data = g_bytes_get_data (file->text, &size);
  g_autofree char *text = g_strndup (data, size);
  const char *begin, *end, *body;
  JsonObject *metadata;

  if (!split_front_matter (text, &begin, &end, &body))
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("The file does not begin with settings between two lines of “---”"));
      return NULL;
    }

  metadata = uds_yaml_read (file, begin, end - begin, 2, error);
  if (metadata != NULL)
    add_body (file, metadata, count_lines (text, body) + 1, body);
  return metadata;
}

static JsonObject *
read_yaml (UdsImportFile  *file,
           GError        **error)
{
  gsize size;
  const char *data = g_bytes_get_data (file->text, &size);

  return uds_yaml_read (file, data, size, 1, error);
}

/* "Source 1 organisation" → "source_1_organisation" → "source_organisation_1"; other labels by their meaning. */
static char *
make_key (const char *label)
{
  static const struct {
    const char *label, *key;
  } labels[] = {
    { "unit_of_measurement", "computation_units" },
    { "geographical_coverage", "national_geographical_coverage" },
    { "definitions", "computation_definitions" },
    { "calculations", "computation_calculations" },
    { "indicator_content", "page_content" },
    { "non_statistical_indicator", "data_non_statistical" },
    { "link_to_data_source", "url" },
    { "link_to_data_source_text", "url_text" },
    { "contact_details", "contact" },
    { "earliest_available_data", "earliest_available" },
    { "other_information", "other_info" },
  };
  g_autofree char *lower = g_ascii_strdown (label, -1);
  g_autofree char *slug = g_strcanon (g_steal_pointer (&lower), "abcdefghijklmnopqrstuvwxyz0123456789", '_');
  gboolean is_source = g_str_has_prefix (slug, "source_") && g_ascii_isdigit (slug[7]) && slug[8] == '_';
  const char *key = is_source ? slug + 9 : slug;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (key, labels[i].label))
      {
        key = labels[i].key;
        break;
      }
  return is_source ? g_strdup_printf ("source_%s_%c", key, slug[7]) : g_strdup (key);
}

static void
report_extra_cells (UdsImportFile *file,
                    UdsCsvReader  *reader)
{
  guint row = uds_csv_reader_get_row (reader);

  for (guint i = 2; i < uds_csv_reader_get_n_cells (reader); i++)
    {
      const char *cell = uds_csv_reader_get_cell (reader, i);

      if (*cell != '\0')
        uds_import_file_add_cell (file, row, i + 1, UDS_PROBLEM_EXTRA_CELL, cell, NULL, NULL);
    }
}

static void
read_setting (UdsImportFile *file,
              UdsCsvReader  *reader,
              JsonObject    *metadata)
{
  guint row = uds_csv_reader_get_row (reader);
  const char *value = uds_csv_reader_get_cell (reader, 1);
  const char *start;
  gsize length;
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;

  uds_text_trim (uds_csv_reader_get_cell (reader, 0), &start, &length);
  label = g_strndup (start, length);
  key = make_key (label);
  report_extra_cells (file, reader);
  if (*value == '\0')
    return;

  if (*key == '\0')
    uds_import_file_add_cell (file, row, 2, UDS_PROBLEM_NO_KEY, value, NULL, NULL);
  else if (json_object_has_member (metadata, key))
    uds_import_file_add_cell (file, row, 2, UDS_PROBLEM_DUPLICATE_KEY, value, label, NULL);
  else if ((uds_csv_reader_get_flags (reader, 1) & UDS_CSV_UNCLOSED) != 0)
    uds_import_file_add_cell (file, row, 2, UDS_PROBLEM_UNCLOSED_QUOTE, value, NULL, NULL);
  else
    {
      json_object_set_string_member (metadata, key, value);
      uds_import_file_add_cell (file, row, 2, UDS_PROBLEM_NONE, value, NULL, NULL);
    }
}

/* A table lying on its side: the first column is the heading. */
static JsonObject *
read_table (UdsImportFile  *file,
            GError        **error)
{
  g_autoptr (JsonObject) metadata = json_object_new ();
  g_autoptr (UdsCsvReader) reader = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!file->separator_given)
    file->separator = uds_csv_detect_separator (file->text);
  reader = uds_csv_reader_new (file->text, file->separator);
  while (uds_csv_reader_next (reader, &local_error))
    {
      file->n_rows += uds_csv_reader_get_n_cells (reader) > 0;
      read_setting (file, reader, metadata);
      if (!uds_import_file_check (file, error))
        return NULL;
    }
  if (local_error == NULL)
    return g_steal_pointer (&metadata);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * uds_open_sdg_metadata_read:
 * @file: a file whose text is read
 * @error: why nothing in it can be imported
 *
 * Counts the cells of @file: each value with content is one.
 *
 * Returns: (transfer full) (nullable): the settings, all scalars as strings
 */
JsonObject *
uds_open_sdg_metadata_read (UdsImportFile  *file,
                            GError        **error)
{
  if (uds_import_file_has_suffix (file, yaml_suffixes))
    return read_yaml (file, error);
  if (uds_import_file_has_suffix (file, markdown_suffixes))
    return read_markdown (file, error);
  return read_table (file, error);
}
