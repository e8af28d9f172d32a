/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements, EU projects and sector cooperations on a timeline, each kind by itself. */
#include "uds-timeline-chart.h"

#include "uds-chart-time.h"

#include <glib/gi18n.h>
#include <math.h>

#define REASON_LENGTH 40 /* characters of a reason beside its bar; the cursor says all of it */

static const struct {
  UdsChartMarker marker;
  gboolean is_hollow;
  UdsChartTone tone;
} shapes[UDS_TERM_N_STATES] = {
  [UDS_TERM_NOT_BEGUN] = { UDS_CHART_MARKER_CIRCLE, TRUE, UDS_CHART_TONE_FLAT },
  [UDS_TERM_IN_FORCE] = { UDS_CHART_MARKER_CIRCLE, FALSE, UDS_CHART_TONE_GOOD },
  [UDS_TERM_EXPIRES_SOON] = { UDS_CHART_MARKER_WEDGE, FALSE, UDS_CHART_TONE_FAIR },
  [UDS_TERM_NOTICE] = { UDS_CHART_MARKER_DIAMOND, FALSE, UDS_CHART_TONE_FAIR },
  [UDS_TERM_NO_END] = { UDS_CHART_MARKER_TRIANGLE, FALSE, UDS_CHART_TONE_FLAT },
  [UDS_TERM_END_MISSING] = { UDS_CHART_MARKER_CROSS, FALSE, UDS_CHART_TONE_BAD },
  [UDS_TERM_CONTINUED] = { UDS_CHART_MARKER_DOWN, FALSE, UDS_CHART_TONE_FAIR },
  [UDS_TERM_EXPIRED] = { UDS_CHART_MARKER_SQUARE, FALSE, UDS_CHART_TONE_NONE },
  [UDS_TERM_REPLACED] = { UDS_CHART_MARKER_BAR, FALSE, UDS_CHART_TONE_NONE },
};

static void
add_levels (UdsChartGrid *grid)
{
  for (guint i = 0; i < UDS_TERM_N_STATES; i++)
    uds_chart_grid_add_level (grid, &(UdsChartLevel) { uds_term_state_get_label ((UdsTermState) i), shapes[i].marker,
                                                       shapes[i].is_hollow, shapes[i].tone });
}

static const char *
get_group (UdsRecord *record)
{
  if (uds_record_is_a (record, "agreement"))
    return _("Agreements");
  return g_strcmp0 (uds_record_get_text (record, "category"), "eu-project") == 0 ? _("EU projects")
                                                                                 : _("Strategic sector cooperations");
}

/* A reason is cut at a word. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;
  char *blank;

  if (g_utf8_strlen (text, -1) <= REASON_LENGTH)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, REASON_LENGTH);
  blank = strrchr (start, ' ');
  if (blank != NULL)
    *blank = '\0';
  return g_strconcat (start, "…", NULL);
}

static char *
format_no_end (const UdsTermItem *item)
{
  g_autofree char *reason = NULL;

  if (!item->term.has_start)
    return g_strdup (_("start and end not known"));
  if (item->facts.no_end_reason == NULL)
    return g_strdup (_("no end date"));
  reason = shorten (item->facts.no_end_reason);
  /* Translators: a reason that somebody wrote */
  return g_strdup_printf (_("no end date: %s"), reason);
}

/* Beside the bar. */
static char *
format_label (const UdsTermItem *item,
              const UdsDate     *today,
              UdsLanguage        language)
{
  const UdsTerm *term = &item->term;
  g_autofree char *start = term->has_start ? uds_date_format (&term->start, language) : NULL;
  g_autofree char *end = term->has_end ? uds_date_format (&term->end, language) : NULL;
  g_autofree char *left = term->has_end && uds_date_compare (today, &term->last_day) <= 0
                              ? uds_term_format_span (today, &term->last_day)
                              : NULL;

  switch (term->state)
    {
    case UDS_TERM_NOT_BEGUN:
      /* Translators: a date */
      return g_strdup_printf (_("begins %s"), start);
    case UDS_TERM_EXPIRES_SOON:
      /* Translators: a date */
      return g_strdup_printf (_("expires %s"), end);
    case UDS_TERM_NO_END:
      return format_no_end (item);
    case UDS_TERM_END_MISSING:
      return g_strdup (_("no end date, no reason"));
    case UDS_TERM_CONTINUED:
      /* Translators: a date */
      return g_strdup_printf (_("continued after %s"), end);
    case UDS_TERM_EXPIRED:
      /* Translators: a date */
      return g_strdup_printf (_("expired %s"), end);
    case UDS_TERM_REPLACED:
      return g_strdup (_("replaced"));
    case UDS_TERM_IN_FORCE:
    case UDS_TERM_NOTICE:
    default:
      /* Translators: how long there is left, "14 months" */
      return g_strdup_printf (_("%s left"), left);
    }
}

static double
after (const UdsDate *day)
{
  UdsDate next = uds_date_add_days (day, 1);

  return uds_chart_position_from_date (&next);
}

/* What was replaced before its end ends where the other begins; what continues has none. */
static double
find_end (const UdsTermItem *item)
{
  double end = item->term.has_end ? after (&item->term.last_day) : NAN;
  UdsDate start;

  if (item->term.state == UDS_TERM_CONTINUED)
    return NAN;
  if (item->term.state != UDS_TERM_REPLACED || item->facts.successor_start == NULL
      || !uds_date_parse (item->facts.successor_start, &start))
    return end;
  return isnan (end) ? uds_chart_position_from_date (&start) : MIN (end, uds_chart_position_from_date (&start));
}

static gsize
find_row (GPtrArray  *items,
          guint       before,
          const char *id)
{
  for (guint i = 0; id != NULL && i < before; i++)
    if (g_str_equal (uds_record_get_id (((const UdsTermItem *) g_ptr_array_index (items, i))->record), id))
      return i;
  return UDS_CHART_NONE;
}

static void
set_span (UdsChartGrid  *grid,
          GPtrArray     *items,
          guint          index,
          const UdsDate *today,
          UdsLanguage    language)
{
  const UdsTermItem *item = g_ptr_array_index (items, index);
  const UdsTerm *term = &item->term;
  gboolean has_notice = term->has_notice && uds_term_is_in_force (term);
  gboolean is_agreement = uds_record_is_a (item->record, "agreement");
  g_autofree char *start = term->has_start ? uds_date_format (&term->start, language) : NULL;
  g_autofree char *end = term->has_end ? uds_date_format (&term->end, language) : NULL;
  g_autofree char *label = format_label (item, today, language);

  uds_chart_grid_set_span (grid, index,
                           &(UdsChartSpan) {
                               .from = term->has_start ? uds_chart_position_from_date (&term->first_day) : NAN,
                               .to = find_end (item),
                               .notice = has_notice ? after (&term->notice_by) : NAN,
                               .is_over = term->state == UDS_TERM_EXPIRED || term->state == UDS_TERM_REPLACED,
                               .follows = is_agreement
                                              ? find_row (items, index, uds_record_get_text (item->record, "replaces"))
                                              : UDS_CHART_NONE,
                               .start = start,
                               .end = end,
                               .label = label,
                           });
}

static void
add_row (UdsChartGrid  *grid,
         GPtrArray     *items,
         guint          index,
         const UdsDate *today,
         UdsLanguage    language)
{
  const UdsTermItem *item = g_ptr_array_index (items, index);
  g_autofree char *note = uds_term_describe (&item->term, &item->facts, today, language);
  gsize row = uds_chart_grid_add_row (grid, uds_record_get_id (item->record), NULL,
                                      uds_record_get_title (item->record, language));

  uds_chart_grid_set_cell (grid, row, 0, &(UdsChartCell) { .value = NAN, .level = item->term.state, .note = note });
  set_span (grid, items, index, today, language);
}

static guint
count_state (GPtrArray    *items,
             UdsTermState  state)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((const UdsTermItem *) g_ptr_array_index (items, i))->term.state == state;
  return n;
}

static guint
count_in_force (GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += uds_term_is_in_force (&((const UdsTermItem *) g_ptr_array_index (items, i))->term);
  return n;
}

/* What needs somebody first. */
static char *
make_finding (GPtrArray *items)
{
  g_autoptr (GPtrArray) expiring = uds_terms_list_expiring (items);
  guint n_soon = expiring->len;
  guint n_missing = count_state (items, UDS_TERM_END_MISSING);
  guint n_in_force = count_in_force (items);
  g_autofree char *soon = NULL;
  g_autofree char *missing = NULL;

  if (items->len == 0)
    return g_strdup (_("No agreements yet"));

  soon = g_strdup_printf (ngettext ("%u expires within six months", "%u expire within six months", n_soon), n_soon);
  missing = g_strdup_printf (ngettext ("%u has no end date and no reason for it",
                                       "%u have no end date and no reason for it", n_missing),
                             n_missing);
  if (n_soon > 0 && n_missing > 0)
    return g_strdup_printf ("%s; %s", soon, missing);
  if (n_soon > 0)
    return g_steal_pointer (&soon);
  if (n_missing > 0)
    return g_steal_pointer (&missing);
  /* Translators: agreements, projects and cooperations: how many of how many */
  return g_strdup_printf (_("%1$u of %2$u are in force"), n_in_force, items->len);
}

static void
set_frame (UdsChartSpec  *spec,
           GPtrArray     *items,
           const UdsDate *today,
           UdsLanguage    language)
{
  g_autofree char *finding = make_finding (items);
  g_autofree char *date = uds_date_format (today, language);
  /* Translators: a date */
  g_autofree char *subtitle =
      g_strdup_printf (_("Agreements, EU projects and strategic sector cooperations, %s"), date);

  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, subtitle);
  uds_chart_spec_set_source (spec, _("Source: the office’s own records"));
}

/**
 * uds_timeline_chart_new:
 * @items: (element-type UdsTermItem): what is to be shown, as uds_session_list_terms() gives it
 * @today: the day it is
 * @language: the language of dates and content; texts of the program are in the session's
 *
 * Returns: (transfer full): a bar from start to end for each, and a line for today; the ids of its rows are those of
 *   the records
 */
UdsChartSpec *
uds_timeline_chart_new (GPtrArray     *items,
                        const UdsDate *today,
                        UdsLanguage    language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_TIMELINE);
  const char *group = NULL;

  uds_chart_grid_set_heading (grid, _("Title"));
  add_levels (grid);
  uds_chart_grid_add_column (grid, _("State"), UDS_CHART_NONE);
  uds_chart_grid_set_now (grid, uds_chart_position_from_date (today));
  for (guint i = 0; i < items->len; i++)
    {
      const UdsTermItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (group, get_group (item->record)) != 0)
        uds_chart_grid_begin_group (grid, group = get_group (item->record));
      add_row (grid, items, i, today, language);
    }
  set_frame (spec, items, today, language);
  return spec;
}
