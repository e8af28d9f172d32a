/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of choosing, as readers know them from Open SDG: series and unit exclude each other; a part is shown when
 * all it is about is chosen, so that the whole always is; where there is no whole, the least part with something to
 * show is chosen at first. */
#include "uds-indicator-selection-private.h"

/* The whole among parts: a part that is about nothing in particular. */
static gboolean
is_whole (const UdsIndicatorPart *part)
{
  return part->pairs->len == 0;
}

static const char *
get_series (const UdsIndicatorPart *part)
{
  return uds_record_get_text (part->series, "name");
}

static const char *
get_unit (const UdsIndicatorPart *part)
{
  return uds_record_get_text (part->series, "unit");
}

/* Whether a part is of the chosen series and unit. */
gboolean
uds_indicator_selection_is_candidate (const UdsIndicatorSelection *self,
                                      const UdsIndicatorPart      *part)
{
  return g_strcmp0 (get_series (part), self->series) == 0 && g_strcmp0 (get_unit (part), self->unit) == 0;
}

/* How much of what a part is about is not chosen, not counting one pair. */
static guint
count_missing (const UdsIndicatorSelection *self,
               const UdsIndicatorPart      *part,
               const UdsBreakdownPair      *granted)
{
  guint n_missing = 0;

  for (guint i = 0; i < part->pairs->len; i++)
    {
      const UdsBreakdownPair *pair = &g_array_index (part->pairs, UdsBreakdownPair, i);
      gboolean is_granted = granted != NULL && g_str_equal (pair->dimension, granted->dimension)
                            && g_str_equal (pair->value, granted->value);

      if (!is_granted && !uds_breakdown_pairs_has (self->pairs, pair->dimension, pair->value))
        n_missing++;
    }

  return n_missing;
}

static gboolean
shows (const UdsIndicatorSelection *self,
       const UdsIndicatorPart      *part)
{
  return uds_indicator_selection_is_candidate (self, part) && count_missing (self, part, NULL) == 0;
}

/**
 * uds_indicator_selection_list_shown:
 * @self: a selection
 * @parts: the parts of its indicator
 *
 * Returns: (transfer container) (element-type UdsIndicatorPart): what it shows, the whole first, the others in the
 *   order of the series; valid as long as @parts
 */
GPtrArray *
uds_indicator_selection_list_shown (const UdsIndicatorSelection *self,
                                    UdsIndicatorParts           *parts)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    {
      const UdsIndicatorPart *part = uds_indicator_parts_get (parts, i);

      if (shows (self, part))
        g_ptr_array_insert (shown, is_whole (part) ? 0 : -1, (gpointer) part);
    }

  return shown;
}

/**
 * uds_indicator_selection_count_parts:
 * @self: a selection
 * @parts: the parts of its indicator
 *
 * Returns: how many parts there are in its series and unit, the whole among them
 */
guint
uds_indicator_selection_count_parts (const UdsIndicatorSelection *self,
                                     UdsIndicatorParts           *parts)
{
  guint n = 0;

  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    n += uds_indicator_selection_is_candidate (self, uds_indicator_parts_get (parts, i));
  return n;
}

/* Where the whole is not there, the first of the parts that are about the least. */
static void
choose_least (UdsIndicatorSelection *self,
              UdsIndicatorParts     *parts)
{
  const UdsIndicatorPart *least = NULL;

  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    {
      const UdsIndicatorPart *part = uds_indicator_parts_get (parts, i);

      if (uds_indicator_selection_is_candidate (self, part) && (least == NULL || part->pairs->len < least->pairs->len))
        least = part;
    }

  for (guint i = 0; least != NULL && i < least->pairs->len; i++)
    {
      const UdsBreakdownPair *pair = &g_array_index (least->pairs, UdsBreakdownPair, i);

      uds_breakdown_pairs_add (self->pairs, pair->dimension, pair->value);
    }
}

static gboolean
find_candidate (UdsIndicatorParts       *parts,
                const char              *series,
                const char              *unit,
                gboolean                 any_unit,
                const UdsIndicatorPart **found)
{
  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    {
      const UdsIndicatorPart *part = uds_indicator_parts_get (parts, i);

      if (g_strcmp0 (get_series (part), series) != 0 || (!any_unit && g_strcmp0 (get_unit (part), unit) != 0))
        continue;
      *found = part;
      return TRUE;
    }

  return FALSE;
}

static gboolean
has_part_about (const UdsIndicatorSelection *self,
                UdsIndicatorParts           *parts,
                const UdsBreakdownPair      *pair)
{
  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    {
      const UdsIndicatorPart *part = uds_indicator_parts_get (parts, i);

      if (uds_indicator_selection_is_candidate (self, part)
          && uds_breakdown_pairs_has (part->pairs, pair->dimension, pair->value))
        return TRUE;
    }

  return FALSE;
}

/**
 * uds_indicator_selection_repair:
 * @self: a selection
 * @parts: the parts of its indicator as they are now
 *
 * Drops what is not there any more, so that something is shown where there is anything.
 */
void
uds_indicator_selection_repair (UdsIndicatorSelection *self,
                                UdsIndicatorParts     *parts)
{
  g_autoptr (GPtrArray) shown = NULL;
  const UdsIndicatorPart *part;

  if (uds_indicator_parts_get_n (parts) == 0)
    return;

  if (!find_candidate (parts, self->series, self->unit, FALSE, &part)
      && !find_candidate (parts, self->series, NULL, TRUE, &part))
    part = uds_indicator_parts_get (parts, 0);
  g_set_str (&self->series, get_series (part));
  g_set_str (&self->unit, get_unit (part));

  for (guint i = self->pairs->len; i-- > 0;)
    if (!has_part_about (self, parts, &g_array_index (self->pairs, UdsBreakdownPair, i)))
      g_array_remove_index (self->pairs, i);

  shown = uds_indicator_selection_list_shown (self, parts);
  if (shown->len == 0)
    choose_least (self, parts);
}

static gboolean
choose_exclusively (UdsIndicatorSelection *self,
                    UdsIndicatorParts     *parts,
                    UdsChoiceOf            of,
                    const char            *value)
{
  const char *series = of == UDS_CHOICE_OF_SERIES ? value : self->series;
  const UdsIndicatorPart *part;

  if (!find_candidate (parts, series, of == UDS_CHOICE_OF_UNIT ? value : self->unit, FALSE, &part)
      && (of == UDS_CHOICE_OF_UNIT || !find_candidate (parts, series, NULL, TRUE, &part)))
    return FALSE;

  g_set_str (&self->series, get_series (part));
  g_set_str (&self->unit, get_unit (part));
  return TRUE;
}

/**
 * uds_indicator_selection_choose:
 * @self: a selection
 * @parts: the parts of its indicator
 * @of: what is chosen
 * @dimension: (nullable): of parts, the dimension
 * @value: (nullable): the name, unit or value
 * @chosen: of parts, whether to show it or not any more
 *
 * Returns: %FALSE where there is no such thing to choose
 */
gboolean
uds_indicator_selection_choose (UdsIndicatorSelection *self,
                                UdsIndicatorParts     *parts,
                                UdsChoiceOf            of,
                                const char            *dimension,
                                const char            *value,
                                gboolean               chosen)
{
  UdsBreakdownPair pair = { (char *) dimension, (char *) value };
  guint index;

  if (of == UDS_CHOICE_OF_PARTS)
    {
      if (!has_part_about (self, parts, &pair))
        return FALSE;
      index = uds_breakdown_pairs_find (self->pairs, dimension, value);
      if (chosen && index == self->pairs->len)
        uds_breakdown_pairs_add (self->pairs, dimension, value);
      if (!chosen && index < self->pairs->len)
        g_array_remove_index (self->pairs, index);
    }
  else if (!choose_exclusively (self, parts, of, value))
    return FALSE;

  uds_indicator_selection_repair (self, parts);
  return TRUE;
}

/* What there is to choose */

static void
clear_option (gpointer data)
{
  g_free (((UdsIndicatorOption *) data)->value);
}

static void
choice_free (gpointer data)
{
  UdsIndicatorChoice *choice = data;

  g_free (choice->dimension);
  g_array_unref (choice->options);
  g_free (choice);
}

static UdsIndicatorChoice *
ensure_choice (GPtrArray   *choices,
               UdsChoiceOf  of,
               const char  *dimension)
{
  UdsIndicatorChoice *choice;

  for (guint i = 0; i < choices->len; i++)
    {
      choice = g_ptr_array_index (choices, i);
      if (choice->of == of && g_strcmp0 (choice->dimension, dimension) == 0)
        return choice;
    }

  choice = g_new0 (UdsIndicatorChoice, 1);
  choice->of = of;
  choice->dimension = g_strdup (dimension);
  choice->options = g_array_new (FALSE, FALSE, sizeof (UdsIndicatorOption));
  g_array_set_clear_func (choice->options, clear_option);
  g_ptr_array_add (choices, choice);
  return choice;
}

static UdsIndicatorOption *
ensure_option (UdsIndicatorChoice *choice,
               const char         *value)
{
  UdsIndicatorOption option = { NULL };

  for (guint i = 0; i < choice->options->len; i++)
    if (g_strcmp0 (g_array_index (choice->options, UdsIndicatorOption, i).value, value) == 0)
      return &g_array_index (choice->options, UdsIndicatorOption, i);

  option.value = g_strdup (value);
  g_array_append_val (choice->options, option);
  return &g_array_index (choice->options, UdsIndicatorOption, choice->options->len - 1);
}

static void
add_exclusive (const UdsIndicatorSelection *self,
               UdsIndicatorParts           *parts,
               UdsChoiceOf                  of,
               GPtrArray                   *choices)
{
  UdsIndicatorChoice *choice = ensure_choice (choices, of, NULL);

  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    {
      const UdsIndicatorPart *part = uds_indicator_parts_get (parts, i);
      gboolean is_series = of == UDS_CHOICE_OF_SERIES;
      const char *value = is_series ? get_series (part) : get_unit (part);
      UdsIndicatorOption *option;

      if (!is_series && g_strcmp0 (get_series (part), self->series) != 0)
        continue;
      option = ensure_option (choice, value);
      option->is_available = TRUE;
      option->is_chosen = g_strcmp0 (value, is_series ? self->series : self->unit) == 0;
    }

  if (choice->options->len < 2)
    g_ptr_array_remove (choices, choice);
}

static void
add_dimensions (const UdsIndicatorSelection *self,
                UdsIndicatorParts           *parts,
                GPtrArray                   *choices)
{
  for (guint i = 0; i < uds_indicator_parts_get_n (parts); i++)
    {
      const UdsIndicatorPart *part = uds_indicator_parts_get (parts, i);

      if (!uds_indicator_selection_is_candidate (self, part))
        continue;
      for (guint j = 0; j < part->pairs->len; j++)
        {
          const UdsBreakdownPair *pair = &g_array_index (part->pairs, UdsBreakdownPair, j);
          UdsIndicatorOption *option =
              ensure_option (ensure_choice (choices, UDS_CHOICE_OF_PARTS, pair->dimension), pair->value);

          option->is_chosen = uds_breakdown_pairs_has (self->pairs, pair->dimension, pair->value);
          option->is_available |= option->is_chosen || count_missing (self, part, pair) == 0;
        }
    }
}

/**
 * uds_indicator_selection_list_choices:
 * @self: a selection
 * @parts: the parts of its indicator
 *
 * Returns: (transfer full) (element-type UdsIndicatorChoice): what there is to choose: the series and the unit where
 *   there is more than one, then each dimension
 */
GPtrArray *
uds_indicator_selection_list_choices (const UdsIndicatorSelection *self,
                                      UdsIndicatorParts           *parts)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  add_exclusive (self, parts, UDS_CHOICE_OF_SERIES, choices);
  add_exclusive (self, parts, UDS_CHOICE_OF_UNIT, choices);
  add_dimensions (self, parts, choices);
  return choices;
}

/* The beginning */

/* What the metadata of the indicator begin with. What of it is not there is dropped later. */
static void
take_start_values (UdsIndicatorSelection *self,
                   const GArray          *start)
{
  for (guint i = 0; i < start->len; i++)
    {
      const UdsBreakdownPair *pair = &g_array_index (start, UdsBreakdownPair, i);

      if (g_ascii_strcasecmp (pair->dimension, "series") == 0)
        g_set_str (&self->series, pair->value);
      else if (g_ascii_strcasecmp (pair->dimension, "units") == 0)
        g_set_str (&self->unit, pair->value);
      else if (!uds_breakdown_pairs_has (self->pairs, pair->dimension, pair->value))
        uds_breakdown_pairs_add (self->pairs, pair->dimension, pair->value);
    }
}

/**
 * uds_indicator_selection_new:
 * @digest: an indicator
 * @parts: its parts
 *
 * Returns: (transfer full): what is to be shown of it unless somebody chooses otherwise: its headline, and what its
 *   metadata begin with
 */
UdsIndicatorSelection *
uds_indicator_selection_new (UdsIndicatorDigest *digest,
                             UdsIndicatorParts  *parts)
{
  UdsIndicatorSelection *self = g_new0 (UdsIndicatorSelection, 1);
  UdsRecord *series = uds_indicator_digest_get_series (digest);

  self->kind = UDS_CHART_LINES;
  self->pairs = uds_breakdown_pairs_new ();
  if (series != NULL)
    {
      self->series = g_strdup (uds_record_get_text (series, "name"));
      self->unit = g_strdup (uds_record_get_text (series, "unit"));
    }
  take_start_values (self, uds_indicator_parts_get_start (parts));
  uds_indicator_selection_repair (self, parts);
  return self;
}

/**
 * uds_indicator_selection_copy:
 * @self: a selection
 *
 * Returns: (transfer full): the same again
 */
UdsIndicatorSelection *
uds_indicator_selection_copy (const UdsIndicatorSelection *self)
{
  UdsIndicatorSelection *copy = g_new0 (UdsIndicatorSelection, 1);

  copy->series = g_strdup (self->series);
  copy->unit = g_strdup (self->unit);
  copy->compared = g_strdup (self->compared);
  copy->kind = self->kind;
  copy->pairs = uds_breakdown_pairs_new ();
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const UdsBreakdownPair *pair = &g_array_index (self->pairs, UdsBreakdownPair, i);

      uds_breakdown_pairs_add (copy->pairs, pair->dimension, pair->value);
    }
  return copy;
}

/**
 * uds_indicator_selection_free:
 * @self: (transfer full): a selection
 */
void
uds_indicator_selection_free (UdsIndicatorSelection *self)
{
  g_free (self->series);
  g_free (self->unit);
  g_free (self->compared);
  g_array_unref (self->pairs);
  g_free (self);
}

/**
 * uds_indicator_selection_is_plain:
 * @self: a selection
 * @digest: its indicator
 * @parts: the parts of it
 *
 * Returns: whether it shows nothing but what the indicator's status and finding are about
 */
gboolean
uds_indicator_selection_is_plain (const UdsIndicatorSelection *self,
                                  UdsIndicatorDigest          *digest,
                                  UdsIndicatorParts           *parts)
{
  g_autoptr (GPtrArray) shown = uds_indicator_selection_list_shown (self, parts);
  UdsRecord *series = uds_indicator_digest_get_series (digest);

  if (self->kind != UDS_CHART_LINES || self->compared != NULL)
    return FALSE;
  if (shown->len == 0 || series == NULL)
    return TRUE;
  return shown->len == 1 && uds_indicator_digest_is_headline (digest)
         && g_str_equal (uds_record_get_id (((UdsIndicatorPart *) g_ptr_array_index (shown, 0))->series),
                         uds_record_get_id (series));
}
