/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers series and observations so that a million of them cost little: texts, periods and series are kept once.
 * Reading a format is the importers' business, writing is uds-indicator-observations.c's. */
#include "uds-indicator-table-private.h"

#include "uds-format.h"

#include <glib/gi18n.h>

static gpointer
make_place_key (guint series,
                guint period)
{
  G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P == 8);

  return GSIZE_TO_POINTER ((gsize) series << 32 | period);
}

static guint
hash_place (gconstpointer key)
{
  gsize bits = GPOINTER_TO_SIZE (key);

  return (guint) (bits >> 32) * 2654435761u ^ (guint) bits;
}

static void
clear_series (gpointer data)
{
  g_free (((UdsIndicatorSeries *) data)->id);
}

/**
 * uds_indicator_table_new:
 * @file: the file that it stands in; must outlive it
 *
 * Returns: (transfer full): a table without observations
 */
UdsIndicatorTable *
uds_indicator_table_new (UdsImportFile *file)
{
  UdsIndicatorTable *self = g_new0 (UdsIndicatorTable, 1);

  self->file = file;
  self->texts = g_string_chunk_new (4096);
  self->series = g_array_new (FALSE, FALSE, sizeof (UdsIndicatorSeries));
  g_array_set_clear_func (self->series, clear_series);
  self->observations = g_array_new (FALSE, FALSE, sizeof (UdsIndicatorObservation));
  self->periods = g_ptr_array_new ();
  self->series_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->period_places = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_hash_table_new (hash_place, g_direct_equal);
  return self;
}

/**
 * uds_indicator_table_free:
 * @self: (transfer full): a table
 */
void
uds_indicator_table_free (UdsIndicatorTable *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->series);
  g_array_unref (self->observations);
  g_ptr_array_unref (self->periods);
  g_hash_table_unref (self->series_places);
  g_hash_table_unref (self->period_places);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * uds_indicator_table_share:
 * @self: a table
 * @text: (nullable): a text
 *
 * Returns: (nullable): the same text, kept once by the table for as long as it lives
 */
const char *
uds_indicator_table_share (UdsIndicatorTable *self,
                           const char        *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/**
 * uds_indicator_table_intern_period:
 * @self: a table
 * @period: a period
 *
 * Returns: the place of the period in the table, which has it from now on
 */
guint
uds_indicator_table_intern_period (UdsIndicatorTable *self,
                                   const UdsPeriod   *period)
{
  g_autofree char *text = uds_period_to_string (period);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->period_places, text));

  if (place == 0)
    {
      char *shared = g_string_chunk_insert (self->texts, text);

      g_ptr_array_add (self->periods, shared);
      place = self->periods->len;
      g_hash_table_insert (self->period_places, shared, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

/**
 * uds_indicator_series_make_key:
 * @name: (nullable): the name of a series
 * @unit: (nullable): its unit
 * @breakdown: (nullable): its breakdown
 *
 * Returns: (transfer full): what tells series of an indicator apart, as one text
 */
char *
uds_indicator_series_make_key (const char *name,
                               const char *unit,
                               const char *breakdown)
{
  return g_strjoin ("\x1f", name != NULL ? name : "", unit != NULL ? unit : "", breakdown != NULL ? breakdown : "",
                    NULL);
}

/**
 * uds_indicator_table_intern_series:
 * @self: a table
 * @name: (nullable): the name of a series
 * @unit: (nullable): its unit
 * @breakdown: (nullable): its breakdown, a canonical JSON object
 *
 * Returns: the place of the series in the table, which has it from now on
 */
guint
uds_indicator_table_intern_series (UdsIndicatorTable *self,
                                   const char        *name,
                                   const char        *unit,
                                   const char        *breakdown)
{
  g_autofree char *key = uds_indicator_series_make_key (name, unit, breakdown);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->series_places, key));

  if (place == 0)
    {
      UdsIndicatorSeries series = {
        .name = uds_indicator_table_share (self, name),
        .unit = uds_indicator_table_share (self, unit),
        .breakdown = uds_indicator_table_share (self, breakdown),
      };

      g_array_append_val (self->series, series);
      place = self->series->len;
      g_hash_table_insert (self->series_places, g_steal_pointer (&key), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

/**
 * uds_indicator_table_find:
 * @self: a table
 * @series: the place of a series
 * @period: the place of a period
 *
 * Returns: (transfer none) (nullable): the observation of the series in the period, valid until the next is added
 */
UdsIndicatorObservation *
uds_indicator_table_find (UdsIndicatorTable *self,
                          guint              series,
                          guint              period)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, make_place_key (series, period)));

  return place > 0 ? &g_array_index (self->observations, UdsIndicatorObservation, place - 1) : NULL;
}

/**
 * uds_indicator_table_add:
 * @self: a table that has no observation of this series and period
 * @observation: an observation whose texts are the table's
 */
void
uds_indicator_table_add (UdsIndicatorTable             *self,
                         const UdsIndicatorObservation *observation)
{
  g_array_append_vals (self->observations, observation, 1);
  g_hash_table_insert (self->places, make_place_key (observation->series, observation->period),
                       GUINT_TO_POINTER (self->observations->len));
}

/* All digits, since it is two values that are to be told apart. */
static char *
format_value (gboolean has_value,
              double   value)
{
  char *text = has_value ? uds_format_machine (value) : g_strdup (_("no value"));

  return uds_language_from_locale () == UDS_LANGUAGE_DA ? g_strdelimit (text, ".", ',') : text;
}

/**
 * uds_indicator_table_tell_second:
 * @first: an observation of the table
 * @has_value: whether another of the same series and period has a value
 * @value: its value
 * @detail: (out) (transfer full): what the problem names besides
 *
 * The first of two observations is kept.
 *
 * Returns: the problem of the second; where it says something else, the problem names both values
 */
UdsProblemCode
uds_indicator_table_tell_second (const UdsIndicatorObservation  *first,
                                 gboolean                        has_value,
                                 double                          value,
                                 char                          **detail)
{
  gboolean is_same = first->has_value == has_value && (!has_value || first->value == value);
  g_autofree char *kept = format_value (first->has_value, first->value);
  g_autofree char *left_out = format_value (has_value, value);

  if (is_same)
    {
      *detail = g_strdup_printf ("%u", first->row);
      return UDS_PROBLEM_DUPLICATE;
    }

  /* Translators: the number of a row, then two values; one of them may be “no value” */
  *detail = g_strdup_printf (_("Row %u is about the same period and the same series: %s was kept, %s was left out"),
                             first->row, kept, left_out);
  return UDS_PROBLEM_OTHER_VALUE;
}

/**
 * uds_indicator_table_note_headline:
 * @self: a table that was read
 *
 * Notes in the file that no series is about the whole, where that is so: progress cannot be assessed then.
 */
void
uds_indicator_table_note_headline (UdsIndicatorTable *self)
{
  for (guint i = 0; i < self->series->len; i++)
    if (g_array_index (self->series, UdsIndicatorSeries, i).breakdown == NULL)
      return;
  if (self->series->len > 0)
    uds_import_file_add_note (self->file, 0, 0, UDS_PROBLEM_NO_HEADLINE, NULL, NULL);
}
