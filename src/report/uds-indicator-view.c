/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what a selection needs, and says which lines or rows it consists of and in which unit. */
#include "uds-indicator-chart.h"

#include "uds-format.h"
#include "uds-indicator-words.h"

/**
 * uds_session_view_indicator:
 * @session: a session
 * @indicator: a stored indicator
 * @selection: (nullable): what to show of it; %NULL for what is shown at first
 * @error: what went wrong
 *
 * Reads all that can be shown of an indicator, so that another selection of it needs no more reading, unless it
 * compares with another indicator. What the selection names and is not there any more is dropped from it.
 *
 * Returns: (transfer full) (nullable): a view of it
 */
UdsIndicatorView *
uds_session_view_indicator (UdsSession                   *session,
                            UdsRecord                    *indicator,
                            const UdsIndicatorSelection  *selection,
                            GError                      **error)
{
  g_autoptr (UdsIndicatorView) self = g_new0 (UdsIndicatorView, 1);
  g_autoptr (UdsRecord) compared = NULL;
  g_autoptr (GError) failure = NULL;

  self->digest = uds_session_digest_indicator (session, indicator, error);
  if (self->digest == NULL)
    return NULL;
  self->parts = uds_session_read_indicator_parts (session, indicator, error);
  if (self->parts == NULL)
    return NULL;

  self->selection = selection != NULL ? uds_indicator_selection_copy (selection)
                                      : uds_indicator_selection_new (self->digest, self->parts);
  uds_indicator_selection_repair (self->selection, self->parts);
  if (self->selection->compared == NULL)
    return g_steal_pointer (&self);

  /* One that was deleted is compared with no more. */
  compared = uds_session_get (session, uds_kind_lookup ("indicator"), self->selection->compared, &failure);
  if (compared == NULL)
    {
      g_clear_pointer (&self->selection->compared, g_free);
      return g_steal_pointer (&self);
    }
  self->compared = uds_session_digest_indicator (session, compared, error);
  return self->compared != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * uds_indicator_view_free:
 * @self: (transfer full): a view
 */
void
uds_indicator_view_free (UdsIndicatorView *self)
{
  g_clear_object (&self->digest);
  g_clear_object (&self->parts);
  g_clear_object (&self->compared);
  g_clear_pointer (&self->selection, uds_indicator_selection_free);
  g_free (self);
}

/**
 * uds_indicator_view_get_unit:
 * @self: a view
 * @language: the reader's
 *
 * Returns: (nullable): the unit of what it shows
 */
const char *
uds_indicator_view_get_unit (const UdsIndicatorView *self,
                             UdsLanguage             language)
{
  if (self->selection->unit != NULL)
    return self->selection->unit;
  return uds_record_get_localized (uds_indicator_digest_get_indicator (self->digest), "unit", language);
}

/**
 * uds_indicator_view_get_decimals:
 * @self: a view
 *
 * Returns: with how many decimals all its values are written: as the indicator says of its own unit, else as those of
 *   its headline are, else as they read well
 */
int
uds_indicator_view_get_decimals (const UdsIndicatorView *self)
{
  UdsRecord *series = uds_indicator_digest_get_series (self->digest);
  gboolean is_said = uds_record_has (uds_indicator_digest_get_indicator (self->digest), "decimals")
                     || uds_indicator_digest_is_headline (self->digest);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) values = NULL;

  if (series == NULL || (is_said && g_strcmp0 (uds_record_get_text (series, "unit"), self->selection->unit) == 0))
    return uds_indicator_digest_get_decimals (self->digest);

  lines = uds_indicator_view_list_lines (self, UDS_LANGUAGE_EN);
  values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < g_array_index (lines, UdsIndicatorLine, i).n_points; j++)
      g_array_append_val (values, g_array_index (lines, UdsIndicatorLine, i).points[j].value);
  return uds_format_readable_decimals ((const double *) (gconstpointer) values->data, values->len);
}

/**
 * uds_indicator_view_can_share:
 * @self: a view
 * @language: the reader's
 *
 * Returns: whether the other indicator is measured in the same unit, so that both can stand on one axis
 */
gboolean
uds_indicator_view_can_share (const UdsIndicatorView *self,
                              UdsLanguage             language)
{
  const char *unit = uds_indicator_view_get_unit (self, language);

  return self->compared != NULL && g_strcmp0 (uds_indicator_digest_get_unit (self->compared, language), unit) == 0;
}

static void
clear_line (gpointer data)
{
  g_free (((UdsIndicatorLine *) data)->label);
}

/* Beside another indicator the whole needs a name. */
static char *
make_label (const UdsIndicatorView *self,
            const UdsIndicatorPart *part,
            UdsLanguage             language)
{
  g_autofree char *name = NULL;

  if (self->compared == NULL)
    return g_strdup (part->label);

  name = uds_indicator_words_name (self->digest, language);
  return part->label != NULL ? g_strdup_printf ("%s, %s", name, part->label) : g_steal_pointer (&name);
}

/**
 * uds_indicator_view_list_lines:
 * @self: a view
 * @language: the reader's
 *
 * Returns: (transfer full) (element-type UdsIndicatorLine): what it shows on one axis; valid as long as @self
 */
GArray *
uds_indicator_view_list_lines (const UdsIndicatorView *self,
                               UdsLanguage             language)
{
  g_autoptr (GPtrArray) shown = uds_indicator_selection_list_shown (self->selection, self->parts);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (UdsIndicatorLine));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < shown->len; i++)
    {
      const UdsIndicatorPart *part = g_ptr_array_index (shown, i);
      UdsIndicatorLine line = { uds_record_get_id (part->series), make_label (self, part, language),
                                uds_indicator_part_get_point (part, 0), part->points->len };

      g_array_append_val (lines, line);
    }

  if (uds_indicator_view_can_share (self, language) && uds_indicator_digest_is_headline (self->compared)
      && uds_indicator_digest_get_n_points (self->compared) > 0)
    {
      UdsIndicatorLine line = { uds_record_get_id (uds_indicator_digest_get_series (self->compared)),
                                uds_indicator_words_name (self->compared, language),
                                uds_indicator_digest_get_point (self->compared, 0),
                                uds_indicator_digest_get_n_points (self->compared) };

      g_array_append_val (lines, line);
    }
  return lines;
}
