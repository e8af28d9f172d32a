/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the settings of Open SDG mean to us: which of them are fields of an indicator, and how its progress is to be
 * calculated. Nothing here reads files; every setting is also kept as it is under "metadata". */
#include "uds-open-sdg-private.h"

#include "uds-format.h"

#include <string.h>

static const UdsOpenSdgText text_fields[] = {
  { "title_en", { "graph_title", "indicator_name", "SDG_INDICATOR", "indicator_available", NULL } },
  { "place_en", { "national_geographical_coverage", NULL } },
  { "unit_en", { "computation_units", "UNIT_MEASURE", NULL } },
  { "definition", { "STAT_CONC_DEF", "computation_definitions", "national_indicator_description",
                    "indicator_description", NULL } },
  { "footnote", { "data_footnote", NULL } },
  { "reporting_status", { "reporting_status", NULL } },
  { "publisher", { "source_organisation_1", "COMPILING_ORG", "CONTACT_ORGANISATION", NULL } },
  { "link", { "source_url_1", NULL } },
  { "source", { "source_url_text_1", "DATA_SOURCE", "SOURCE_TYPE", NULL } },
};

/**
 * uds_open_sdg_list_texts:
 * @n_texts: (out): how many
 *
 * Returns: (array length=n_texts): for each field of text the settings that can fill it
 */
const UdsOpenSdgText *
uds_open_sdg_list_texts (gsize *n_texts)
{
  *n_texts = G_N_ELEMENTS (text_fields);
  return text_fields;
}

/* "global_indicators.11-6-2-title": a text that stands in another repository. */
static gboolean
is_translation_key (const char *text)
{
  const char *dot = strchr (text, '.');

  return dot != NULL && g_ascii_islower (*text)
         && strspn (text, "abcdefghijklmnopqrstuvwxyz_") == (gsize) (dot - text)
         && dot[1] != '\0' && strpbrk (dot + 1, " .") == NULL;
}

static const char *
get_text (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static JsonArray *
get_list (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_item (JsonArray *list,
          guint      place)
{
  JsonNode *node = json_array_get_element (list, place);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
fill_text (UdsRecord         *record,
           const char        *field,
           JsonObject        *metadata,
           const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *text = get_text (metadata, keys[i]);
      g_autofree char *trimmed = NULL;
      const char *start;
      gsize length;

      if (text == NULL || is_translation_key (text))
        continue;
      uds_text_trim (text, &start, &length);
      trimmed = g_strndup (start, length);
      uds_record_set_text (record, field, trimmed);
      return;
    }
}

static void
fill_number (UdsRecord  *record,
             const char *field,
             JsonObject *settings,
             const char *key)
{
  const char *text = get_text (settings, key);

  if (text != NULL)
    uds_record_set_from_string (record, field, text, NULL);
}

static void
fill_direction (UdsRecord  *record,
                JsonObject *options)
{
  const char *direction = get_text (options, "direction");

  if (g_strcmp0 (direction, "positive") == 0)
    uds_record_set_text (record, "direction", "up");
  else if (g_strcmp0 (direction, "negative") == 0)
    uds_record_set_text (record, "direction", "down");
}

/* The part of a calculation that an indicator and a record of its own have in common. */
static void
fill_calculation (UdsRecord  *record,
                  JsonObject *options,
                  const char *unit_field)
{
  uds_record_set_text (record, "series", get_text (options, "series"));
  uds_record_set_text (record, unit_field, get_text (options, "unit"));
  fill_direction (record, options);
  fill_number (record, "base_year", options, "base_year");
  fill_number (record, "target_value", options, "target");
  fill_number (record, "target_year", options, "target_year");
  fill_number (record, "limit_value", options, "limit");
}

/* A list with a single item says something about the whole indicator. */
static JsonObject *
get_only_item (JsonObject *metadata,
               const char *key)
{
  JsonArray *list = get_list (metadata, key);

  return list != NULL && json_array_get_length (list) == 1 ? get_item (list, 0) : NULL;
}

static gboolean
is_simple (JsonObject *options)
{
  return options != NULL && get_list (options, "group") == NULL && get_list (options, "disaggregation") == NULL;
}

static void
fill_indicator (UdsRecord  *indicator,
                JsonObject *metadata)
{
  JsonObject *precision = get_only_item (metadata, "precision");
  JsonObject *options = get_only_item (metadata, "progress_calculation_options");
  JsonObject *line = get_only_item (metadata, "graph_target_lines");
  JsonObject *own = uds_open_sdg_own_get (metadata);

  if (own != NULL)
    {
      uds_open_sdg_own_fill (own, indicator);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    fill_text (indicator, text_fields[i].field, metadata, text_fields[i].keys);

  if (precision != NULL)
    fill_number (indicator, "decimals", precision, "decimals");
  if (line != NULL)
    fill_number (indicator, "target_value", line, "value");
  if (is_simple (options))
    fill_calculation (indicator, options, "series_unit");
}

static char *
get_breakdown (JsonObject *options)
{
  JsonArray *list = get_list (options, "disaggregation");
  g_autoptr (JsonObject) breakdown = json_object_new ();

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *item = get_item (list, i);
      const char *field = item != NULL ? get_text (item, "field") : NULL;
      const char *value = item != NULL ? get_text (item, "value") : NULL;

      if (field != NULL && value != NULL)
        json_object_set_string_member (breakdown, field, value);
    }
  return json_object_get_size (breakdown) > 0 ? uds_json_to_canonical (breakdown) : NULL;
}

static void
add_calculations (GPtrArray  *calculations,
                  JsonArray  *list,
                  const char *group)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *options = get_item (list, i);
      JsonArray *members = options != NULL ? get_list (options, "group") : NULL;
      g_autofree char *breakdown = NULL;
      UdsRecord *calculation;

      if (members != NULL && group == NULL)
        {
          g_autofree char *name = g_strdup_printf ("%u", i + 1);

          add_calculations (calculations, members, name);
          continue;
        }
      if (options == NULL)
        continue;

      calculation = uds_record_new (uds_kind_lookup ("calculation"));
      breakdown = get_breakdown (options);
      uds_record_set_integer (calculation, "position", calculations->len + 1);
      uds_record_set_text (calculation, "breakdown", breakdown);
      uds_record_set_text (calculation, "grouping", group);
      fill_calculation (calculation, options, "unit");
      g_ptr_array_add (calculations, calculation);
    }
}

/* None where the indicator itself holds the only calculation. */
static void
list_calculations (GPtrArray  *calculations,
                   JsonObject *metadata)
{
  JsonArray *list = get_list (metadata, "progress_calculation_options");

  if (list != NULL && !is_simple (get_only_item (metadata, "progress_calculation_options")))
    add_calculations (calculations, list, NULL);
}

/* A text of our own languages; keys of a translation say nothing by themselves. */
static void
fill_label (UdsRecord  *record,
            const char *field,
            JsonObject *item)
{
  const char *label = get_text (item, "label_content");

  if (label != NULL && !is_translation_key (label))
    uds_record_set_text (record, field, label);
}

/* What was set for the whole chart, or for one series or unit: lines at a value, or at a year. */
static void
list_lines (GPtrArray     *lines,
            JsonObject    *metadata,
            const char    *key,
            const UdsKind *kind,
            const char    *value_field,
            const char    *label_field)
{
  JsonArray *list = get_list (metadata, key);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *item = get_item (list, i);
      g_autoptr (UdsRecord) line = NULL;

      if (item == NULL)
        continue;
      line = uds_record_new (kind);
      fill_number (line, value_field, item, "value");
      uds_record_set_text (line, "series", get_text (item, "series"));
      uds_record_set_text (line, "unit", get_text (item, "unit"));
      fill_label (line, label_field, item);
      if (uds_record_has (line, value_field))
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
}

static GPtrArray *
list_parts (const UdsKind *kind,
            JsonObject    *metadata)
{
  JsonObject *own = uds_open_sdg_own_get (metadata);
  GPtrArray *parts;

  if (own != NULL)
    return uds_open_sdg_own_list_parts (own, kind);

  parts = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_str_equal (kind->name, "calculation"))
    list_calculations (parts, metadata);
  else if (g_str_equal (kind->name, "indicator-target"))
    list_lines (parts, metadata, "graph_target_lines", kind, "value", "name_en");
  else if (g_str_equal (kind->name, "series-break"))
    list_lines (parts, metadata, "graph_series_breaks", kind, "year", "note_en");
  return parts;
}

/* What our own part of the settings says of a field that refers to another record. */
static gboolean
get_reference (JsonObject  *metadata,
               const char  *field,
               const char **name)
{
  JsonObject *own = uds_open_sdg_own_get (metadata);

  *name = own != NULL ? uds_open_sdg_own_get_text (own, field) : NULL;
  return own != NULL;
}

const UdsIndicatorTerms uds_open_sdg_terms = {
  .fill_indicator = fill_indicator,
  .list_parts = list_parts,
  .get_reference = get_reference,
  .clean = uds_open_sdg_own_forget,
};

static void
note_number (UdsImportFile *file,
             JsonObject    *settings,
             const char    *key)
{
  const char *text = get_text (settings, key);
  double value;

  if (text != NULL && !uds_parse_machine (text, &value))
    uds_import_file_add_note (file, 0, 0, UDS_PROBLEM_SETTING_UNREAD, text, key);
}

static void
note_options (UdsImportFile *file,
              JsonArray     *list)
{
  static const char *const numbers[] = { "base_year", "target", "target_year", "limit" };

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *options = get_item (list, i);
      const char *direction = options != NULL ? get_text (options, "direction") : NULL;

      for (gsize j = 0; options != NULL && j < G_N_ELEMENTS (numbers); j++)
        note_number (file, options, numbers[j]);
      if (direction != NULL && !g_str_equal (direction, "positive") && !g_str_equal (direction, "negative"))
        uds_import_file_add_note (file, 0, 0, UDS_PROBLEM_SETTING_UNREAD, direction, "direction");
      if (options != NULL && get_list (options, "group") != NULL)
        note_options (file, get_list (options, "group"));
    }
}

static void
note_lines (UdsImportFile *file,
            JsonObject    *metadata,
            const char    *key)
{
  JsonArray *list = get_list (metadata, key);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (get_item (list, i) != NULL)
      note_number (file, get_item (list, i), "value");
}

/**
 * uds_open_sdg_note_settings:
 * @file: a file of settings
 * @metadata: what it says
 *
 * Notes the settings that are kept but cannot be used for the calculation of progress or as lines in the chart.
 */
void
uds_open_sdg_note_settings (UdsImportFile *file,
                            JsonObject    *metadata)
{
  JsonArray *list = get_list (metadata, "progress_calculation_options");

  if (list != NULL)
    note_options (file, list);
  note_lines (file, metadata, "graph_target_lines");
  note_lines (file, metadata, "graph_series_breaks");
}
