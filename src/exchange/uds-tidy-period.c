/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the periods of a tidy table: each text once, since few texts name the periods of many rows, and "2010-11" by
 * what the others in the column are. */
#include "uds-tidy-period-private.h"

#include <string.h>

struct _UdsTidyPeriods
{
  UdsIndicatorTable *table;
  GHashTable *texts; /* to UdsTidyPeriod */
  gboolean year_pairs;
  gboolean months;
};

/**
 * uds_tidy_periods_new:
 * @table: the table that gets the periods; must outlive them
 *
 * Returns: (transfer full): its periods, none of which is known yet
 */
UdsTidyPeriods *
uds_tidy_periods_new (UdsIndicatorTable *table)
{
  UdsTidyPeriods *self = g_new0 (UdsTidyPeriods, 1);

  self->table = table;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * uds_tidy_periods_free:
 * @self: (transfer full): periods
 */
void
uds_tidy_periods_free (UdsTidyPeriods *self)
{
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * uds_tidy_periods_look:
 * @self: periods
 * @text: a cell of the column of periods
 *
 * Learns from a cell, before any is read, whether "2010-11" is a pair of years here: it is where every such text names
 * the year after, as school years do and months hardly ever.
 */
void
uds_tidy_periods_look (UdsTidyPeriods *self,
                       const char     *text)
{
  UdsPeriod period;

  if (strlen (text) != strlen ("2010-11") || text[4] != '-')
    return;
  if (uds_period_parse_years (text, &period))
    self->year_pairs = TRUE;
  else if (uds_period_parse (text, &period, NULL) && period.kind == UDS_PERIOD_MONTH)
    self->months = TRUE;
}

static UdsTidyPeriod *
read_new_period (UdsTidyPeriods *self,
                 const char     *text)
{
  UdsPeriod parsed;
  UdsTidyPeriod *period;
  gboolean two_years = self->year_pairs && !self->months && uds_period_parse_years (text, &parsed);

  if (!two_years && !uds_period_parse (text, &parsed, NULL))
    return NULL;

  period = g_new0 (UdsTidyPeriod, 1);
  period->place = uds_indicator_table_intern_period (self->table, &parsed);
  period->note = two_years ? UDS_PROBLEM_TWO_YEARS : UDS_PROBLEM_NONE;
  if (!g_str_equal (text, g_ptr_array_index (self->table->periods, period->place)))
    period->label = uds_indicator_table_share (self->table, text);
  return period;
}

/**
 * uds_tidy_periods_read:
 * @self: periods
 * @text: a cell without blanks around it
 *
 * Returns: (transfer none) (nullable): the period; %NULL where @text is none
 */
const UdsTidyPeriod *
uds_tidy_periods_read (UdsTidyPeriods *self,
                       const char     *text)
{
  UdsTidyPeriod *period = g_hash_table_lookup (self->texts, text);

  if (period == NULL)
    {
      period = read_new_period (self, text);
      if (period == NULL)
        return NULL;
      g_hash_table_insert (self->texts, g_strdup (text), period);
    }
  return period;
}
