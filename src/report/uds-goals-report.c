/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts goals, indicators and efforts in order: cover, summary, contents, a section for each goal, sources. What is read
 * for it stands in uds-goals-chapter.c, what one indicator looks like in uds-indicator-section.c. */
#include "uds-goals-report.h"

#include "uds-chart-figure-private.h"
#include "uds-format.h"
#include "uds-goal-words.h"
#include "uds-goals-chapter-private.h"
#include "uds-goals-chart.h"
#include "uds-indicator-section-private.h"
#include "uds-indicator-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define LAST_SOURCES 6 /* stay on one page */

typedef struct {
  const UdsReportOptions *options;
  UdsDocument *document;
  GPtrArray *chapters;
} Report;

static UdsGoalsChapter *
get_chapter (const Report *self,
             guint         index)
{
  return g_ptr_array_index (self->chapters, index);
}

/* What the report covers, in words; %NULL where there are no figures. */
static char *
describe_coverage (const Report *self)
{
  guint n_indicators = 0;
  int last = 0;

  for (guint c = 0; c < self->chapters->len; c++)
    for (guint i = 0; i < get_chapter (self, c)->digests->len; i++)
      {
        const UdsDigestPoint *latest =
            uds_indicator_digest_get_latest (g_ptr_array_index (get_chapter (self, c)->digests, i));

        n_indicators++;
        if (latest != NULL)
          last = MAX (last, latest->year);
      }

  if (last == 0)
    return NULL;
  /* Translators: how many indicators a report is on, and the year of the latest figure */
  return g_strdup_printf (ngettext ("%u indicator, with figures up to %d", "%u indicators, with figures up to %d",
                                    n_indicators),
                          n_indicators, last);
}

/* Writing */

static double
hex_byte (const char *text)
{
  return (g_ascii_xdigit_value (text[0]) * 16 + g_ascii_xdigit_value (text[1])) / 255.0;
}

static gboolean
read_color (const char *text,
            double      color[3])
{
  if (text == NULL || strlen (text) != 7 || text[0] != '#' || strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return FALSE;
  for (gsize i = 0; i < 3; i++)
    color[i] = hex_byte (text + 1 + 2 * i);
  return TRUE;
}

/* A goal whose colours cannot be read is black on white. */
static UdsBadge
make_badge (UdsRecord *goal)
{
  UdsBadge badge = { .background = { 1, 1, 1 } };
  double background[3], ink[3];

  g_snprintf (badge.text, sizeof badge.text, "%d", (int) uds_record_get_integer (goal, "number"));
  if (read_color (uds_record_get_text (goal, "colour"), background)
      && read_color (uds_record_get_text (goal, "ink"), ink))
    {
      memcpy (badge.background, background, sizeof background);
      memcpy (badge.ink, ink, sizeof ink);
    }
  return badge;
}

static void
add_cover (Report *self)
{
  g_autofree UdsBadge *badges = g_new0 (UdsBadge, self->chapters->len);
  g_autofree char *date = uds_date_format (&self->options->date, self->options->language);
  /* Translators: a date */
  g_autofree char *note = g_strdup_printf (_ ("Report of %s"), date);
  UdsCover cover = { .organisation = self->options->organisation, .note = note, .badges = badges };

  for (guint i = 0; i < self->chapters->len; i++)
    if (get_chapter (self, i)->goal != NULL)
      badges[cover.n_badges++] = make_badge (get_chapter (self, i)->goal);
  uds_document_add_cover (self->document, &cover);
}

static void
add_counts (UdsDocumentTable       *table,
            const char             *name,
            const UdsProgressTally *tally)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n_indicators = uds_progress_tally_get_n_indicators (tally);

  g_ptr_array_add (cells, g_strdup (name));
  for (UdsProgressStatus status = 0; status < UDS_PROGRESS_N_STATUSES; status++)
    g_ptr_array_add (cells, tally->counts[status] == 0 ? g_strdup (UDS_FORMAT_NONE)
                                                       : g_strdup_printf ("%u", tally->counts[status]));
  if (n_indicators == 0)
    g_ptr_array_add (cells, g_strdup (UDS_FORMAT_NONE));
  else
    /* Translators: how many indicators are assessed, of how many */
    g_ptr_array_add (cells, g_strdup_printf (_ ("%u of %u"), uds_progress_tally_get_n_assessed (tally), n_indicators));
  uds_document_table_add_row (table, (const char *const *) cells->pdata);
}

static const char *
chapter_title (const UdsGoalsChapter *chapter,
               UdsLanguage            language)
{
  return chapter->goal == NULL ? _ ("Indicators without a goal") : uds_record_get_title (chapter->goal, language);
}

static void
add_summary_table (Report                 *self,
                   const UdsProgressTally *total)
{
  UdsDocumentTable *table = uds_document_table_new (NULL);

  uds_document_table_add_column (table, _ ("Goal"), UDS_MARK_NONE, UDS_COLUMN_ROW_HEADER);
  for (UdsProgressStatus status = 0; status < UDS_PROGRESS_N_STATUSES; status++)
    uds_document_table_add_column (table, uds_progress_status_get_label (status), uds_mark_for_status (status),
                                   UDS_COLUMN_NUMERIC);
  uds_document_table_add_column (table, _ ("Assessed"), UDS_MARK_NONE, UDS_COLUMN_NUMERIC);

  for (guint i = 0; i < self->chapters->len; i++)
    {
      const UdsGoalsChapter *chapter = get_chapter (self, i);
      const char *title = chapter_title (chapter, self->options->language);
      g_autofree char *name = NULL;

      if (chapter->goal != NULL)
        name = g_strdup_printf ("%d %s", (int) uds_record_get_integer (chapter->goal, "number"), title);
      add_counts (table, name != NULL ? name : title, &chapter->tally);
    }
  add_counts (table, _ ("All goals"), total);
  uds_document_table_set_strong (table);
  uds_document_add_table (self->document, table);
}

/* At which figures the default method changes the status, by any values that give a rate. */
static char *
describe_thresholds (gboolean    has_target,
                     UdsLanguage language)
{
  static const UdsProgressPoint points[] = { { 2015, 1 }, { 2020, 2 } };
  const UdsProgressOptions options = {
    .direction = UDS_DIRECTION_UP,
    .has_target = has_target,
    .target = 4,
    .target_year = 2030,
  };
  UdsProgress progress = uds_progress_calculate (points, G_N_ELEMENTS (points), &options);

  return uds_progress_describe_thresholds (&progress, language);
}

static void
add_method (Report *self)
{
  g_autofree char *with_target = describe_thresholds (TRUE, self->options->language);
  g_autofree char *without = describe_thresholds (FALSE, self->options->language);
  g_autofree char *text = NULL;

  /* Translators: the name of a method, then twice the figures at which the status changes */
  text = g_strdup_printf (_ ("Where nothing else is said, the method is %1$s. With a target, the observed rate counts "
                             "as a share of the required one: %2$s. Without a target, the change a year itself counts: "
                             "%3$s; near a natural end, such as 100%%, less is asked for."),
                          uds_progress_method_get_label (UDS_METHOD_OPEN_SDG), with_target, without);
  uds_document_add_paragraph (self->document, UDS_PARAGRAPH_NOTE, text);
}

static void
add_legend (Report *self)
{
  static const char *const meanings[UDS_PROGRESS_N_STATUSES] = {
    [UDS_PROGRESS_ACHIEVED] = N_ ("The target is reached."),
    [UDS_PROGRESS_SUBSTANTIAL] = N_ ("At the observed rate the target is reached in time, or nearly."),
    [UDS_PROGRESS_MODERATE] = N_ ("It goes the right way, but too slowly for the target."),
    [UDS_PROGRESS_LIMITED] = N_ ("It stands still, or nearly."),
    [UDS_PROGRESS_DETERIORATION] = N_ ("It goes the wrong way."),
    [UDS_PROGRESS_NOT_AVAILABLE] = N_ ("There is too little to tell; each indicator says what is missing."),
  };

  uds_document_add_heading (self->document, 2, _ ("How to read the statuses"), NULL);
  for (UdsProgressStatus status = 0; status < UDS_PROGRESS_N_STATUSES; status++)
    {
      g_autofree char *label = g_strconcat (uds_progress_status_get_label (status), ".", NULL);

      uds_document_add_statement (self->document, uds_mark_for_status (status), label, _ (meanings[status]));
      uds_document_keep_with_next (self->document);
    }
  add_method (self);
}

/* An effort's name, who does it, when, and by what it is measured. */
static char *
format_effort (UdsGoalDigest *digest,
               UdsRecord     *effort,
               UdsLanguage    language)
{
  g_autofree char *facts = uds_goal_words_effort (digest, effort, language);
  g_autofree char *measured_by = uds_goal_words_measured_by (effort, language);
  GString *text = g_string_new (uds_record_get_title (effort, language));

  if (facts != NULL)
    g_string_append_printf (text, " (%s)", facts);
  if (measured_by != NULL)
    g_string_append_printf (text, ". %s.", measured_by);
  return g_string_free_and_steal (text);
}

static void
add_efforts (Report                *self,
             const UdsGoalsChapter *chapter,
             guint                  level)
{
  g_autoptr (GPtrArray) efforts =
      chapter->digest != NULL ? uds_goal_digest_list_linked (chapter->digest, "effort") : g_ptr_array_new ();

  if (efforts->len == 0)
    return;
  uds_document_add_heading (self->document, level, _ ("Efforts"), NULL);
  for (guint i = 0; i < efforts->len; i++)
    {
      g_autofree char *text =
          format_effort (chapter->digest, g_ptr_array_index (efforts, i), self->options->language);

      uds_document_add_list_item (self->document, "•", text);
    }
}

/* Where a goal, or the city, stands, and how that was reckoned. */
static void
add_roll_up (Report          *self,
             const UdsRollUp *roll_up)
{
  g_autofree char *sentence = uds_roll_up_describe (roll_up, self->options->language);
  g_autofree char *label = g_strconcat (uds_roll_up_get_label (roll_up), ".", NULL);

  uds_document_add_statement (self->document, uds_mark_for_status (uds_roll_up_get_status (roll_up)), label,
                              sentence);
}

/* The goals beside each other over the years, as statuses and as scores, and between them how to read statuses. */
static void
add_overview (Report *self)
{
  g_autoptr (GPtrArray) digests = g_ptr_array_new ();
  g_autoptr (UdsChartSpec) years = NULL;
  g_autoptr (UdsChartSpec) multiples = NULL;
  gboolean has_scores;

  for (guint i = 0; i < self->chapters->len; i++)
    if (get_chapter (self, i)->goal != NULL)
      g_ptr_array_add (digests, get_chapter (self, i)->digest);
  years = uds_goals_chart_new_years (digests, self->options->language);
  multiples = uds_goals_chart_new_multiples (digests, self->options->language);
  has_scores = uds_chart_spec_get_n_series (multiples) > 0;

  if (has_scores)
    uds_chart_figure_add (self->document, &(UdsChartFigure) { years, .mono = self->options->mono });
  add_legend (self);
  if (has_scores)
    uds_chart_figure_add (self->document, &(UdsChartFigure) { multiples, .mono = self->options->mono });
}

static void
add_summary (Report *self)
{
  UdsProgressTally total = { { 0 } };
  UdsRollUp roll_up = { 0 };
  g_autofree char *sentence = NULL;
  guint n_with_indicators = 0, n_goals = 0;

  for (guint i = 0; i < self->chapters->len; i++)
    {
      const UdsGoalsChapter *chapter = get_chapter (self, i);

      n_goals += chapter->goal != NULL;
      n_with_indicators += chapter->goal != NULL && chapter->digests->len > 0;
      for (UdsProgressStatus status = 0; status < UDS_PROGRESS_N_STATUSES; status++)
        total.counts[status] += chapter->tally.counts[status];
      uds_roll_up_merge (&roll_up, &chapter->roll_up);
    }

  /* Translators: goals with indicators, all goals; assessed indicators, all of them; achieved or on their way */
  sentence = g_strdup_printf (_ ("Goals with indicators: %u of %u. Assessed indicators: %u of %u; achieved or on their "
                                 "way: %u."),
                              n_with_indicators, n_goals, uds_progress_tally_get_n_assessed (&total),
                              uds_progress_tally_get_n_indicators (&total),
                              uds_progress_tally_get_n_on_their_way (&total));
  uds_document_add_page_break (self->document);
  uds_document_add_heading (self->document, 1, _ ("Summary"), NULL);
  uds_document_add_paragraph (self->document, UDS_PARAGRAPH_LEAD, sentence);
  add_roll_up (self, &roll_up);
  add_summary_table (self, &total);
  add_overview (self);
}

static void
add_score_row (UdsDocumentTable  *table,
               const char        *name,
               UdsProgressStatus  status,
               const char        *score)
{
  const char *const cells[] = { name, uds_progress_status_get_label (status), score, NULL };

  uds_document_table_add_row (table, cells);
}

static void
add_mean_row (UdsDocumentTable *table,
              const UdsRollUp  *roll_up,
              UdsLanguage       language)
{
  g_autofree char *mean = NULL;
  double score;

  if (!uds_roll_up_get_score (roll_up, &score))
    return;

  mean = uds_roll_up_format_score (score, language);
  add_score_row (table, _ ("Mean of the assessed"), uds_roll_up_get_status (roll_up), mean);
  uds_document_table_set_strong (table);
}

/* The figures that the mean is taken of. */
static void
add_scores (Report                *self,
            const UdsGoalsChapter *chapter)
{
  UdsLanguage language = self->options->language;
  UdsDocumentTable *table;

  if (chapter->roll_up.n_assessed == 0)
    return;

  table = uds_document_table_new (NULL);
  uds_document_table_add_column (table, _ ("Indicator"), UDS_MARK_NONE, UDS_COLUMN_ROW_HEADER);
  uds_document_table_add_column (table, _ ("Status"), UDS_MARK_NONE, UDS_COLUMN_PLAIN);
  uds_document_table_add_column (table, _ ("Score"), UDS_MARK_NONE, UDS_COLUMN_NUMERIC);
  for (guint i = 0; i < chapter->digests->len; i++)
    {
      UdsIndicatorDigest *digest = g_ptr_array_index (chapter->digests, i);
      const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
      g_autofree char *name = uds_indicator_words_name (digest, language);
      g_autofree char *score = progress->has_score ? uds_roll_up_format_score (progress->score, language)
                                                   : g_strdup (UDS_FORMAT_NONE);

      add_score_row (table, name, progress->status, score);
    }
  add_mean_row (table, &chapter->roll_up, language);
  uds_document_keep_with_next (self->document);
  uds_document_add_table (self->document, table);
}

static void
add_targets (Report                *self,
             const UdsGoalsChapter *chapter)
{
  g_autofree char *text = chapter->digest != NULL ? uds_goal_words_targets (chapter->digest) : NULL;

  if (text != NULL)
    uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, text);
}

/* Chapters follow each other; none leaves half a page empty. */
static void
write_chapter (Report                *self,
               const UdsGoalsChapter *chapter)
{
  UdsLanguage language = self->options->language;
  const char *sentence = chapter->goal == NULL ? NULL : uds_record_get_localized (chapter->goal, "sentence", language);
  UdsBadge badge = { 0 };

  if (chapter->goal != NULL)
    badge = make_badge (chapter->goal);
  uds_document_add_heading (self->document, 1, chapter_title (chapter, language),
                            chapter->goal == NULL ? NULL : &badge);

  if (chapter->digests->len == 0)
    uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, _ ("There is no indicator for this goal yet."));
  else if (sentence != NULL)
    {
      uds_document_add_paragraph (self->document, UDS_PARAGRAPH_LEAD, sentence);
      uds_document_keep_with_next (self->document);
    }

  if (chapter->goal != NULL && chapter->digests->len > 0)
    {
      add_roll_up (self, &chapter->roll_up);
      add_scores (self, chapter);
    }
  add_targets (self, chapter);
  add_efforts (self, chapter, 2);
  for (guint i = 0; i < chapter->digests->len; i++)
    uds_indicator_section_add (self->document, g_ptr_array_index (chapter->digests, i), NULL, 2, self->options);
}

static void
add_source (Report             *self,
            UdsIndicatorDigest *digest,
            guint               number)
{
  UdsLanguage language = self->options->language;
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  g_autofree char *name = uds_indicator_words_name (digest, language);
  g_autofree char *source = uds_indicator_words_source (indicator, language);
  const char *link = uds_record_get_text (indicator, "link");
  g_autofree char *label = g_strdup_printf ("%u.", number);
  g_autofree char *text =
      g_strconcat (name, ": ", source, link != NULL ? "; " : NULL, link, NULL);

  uds_document_add_list_item (self->document, label, text);
}

/* The indicators of which it is known where their figures are from. */
static GPtrArray *
list_sourced (Report *self)
{
  GPtrArray *sourced = g_ptr_array_new ();

  for (guint c = 0; c < self->chapters->len; c++)
    for (guint i = 0; i < get_chapter (self, c)->digests->len; i++)
      {
        UdsIndicatorDigest *digest = g_ptr_array_index (get_chapter (self, c)->digests, i);
        g_autofree char *source =
            uds_indicator_words_source (uds_indicator_digest_get_indicator (digest), self->options->language);

        if (source != NULL)
          g_ptr_array_add (sourced, digest);
      }
  return sourced;
}

/* The last sources stay together, so that no page holds but two of them. */
static void
add_sources (Report *self)
{
  g_autoptr (GPtrArray) sourced = list_sourced (self);

  if (sourced->len == 0)
    return;

  uds_document_add_heading (self->document, 1, _ ("Sources"), NULL);
  for (guint i = 0; i < sourced->len; i++)
    {
      add_source (self, g_ptr_array_index (sourced, i), i + 1);
      if (i + 1 < sourced->len && i + LAST_SOURCES >= sourced->len)
        uds_document_keep_with_next (self->document);
    }
}

static void
begin_document (Report     *self,
                const char *title)
{
  g_autofree char *coverage = describe_coverage (self);

  self->document = uds_document_new (self->options->language, title, coverage);
  uds_document_set_date (self->document, &self->options->date);
  if (self->options->organisation != NULL)
    uds_document_set_author (self->document, self->options->organisation);
}

/**
 * uds_goals_report_new:
 * @session: a session
 * @options: how to write it
 * @error: what went wrong
 *
 * Writes the report on all goals.
 *
 * Returns: (transfer full) (nullable): the report
 */
UdsDocument *
uds_goals_report_new (UdsSession              *session,
                      const UdsReportOptions  *options,
                      GError                 **error)
{
  g_autoptr (GPtrArray) chapters = uds_goals_chapters_read_all (session, error);
  Report self = { .options = options, .chapters = chapters };

  if (chapters == NULL)
    return NULL;

  begin_document (&self, _ ("The city and the global goals"));
  add_cover (&self);
  uds_document_add_contents (self.document, _ ("Contents"), 1);
  add_summary (&self);
  uds_document_add_page_break (self.document);
  for (guint i = 0; i < chapters->len; i++)
    write_chapter (&self, get_chapter (&self, i));
  add_sources (&self);
  return self.document;
}

/**
 * uds_goals_report_new_for_goal:
 * @session: a session
 * @options: how to write it
 * @goal: a goal
 * @error: what went wrong
 *
 * Writes a report on one goal, without a cover.
 *
 * Returns: (transfer full) (nullable): the report
 */
UdsDocument *
uds_goals_report_new_for_goal (UdsSession              *session,
                               const UdsReportOptions  *options,
                               UdsRecord               *goal,
                               GError                 **error)
{
  g_autoptr (GPtrArray) chapters = uds_goals_chapters_read_one (session, goal, error);
  g_autofree char *title = NULL;
  Report self = { .options = options, .chapters = chapters };

  if (chapters == NULL)
    return NULL;

  /* Translators: the title of a report: a goal's number and name */
  title = g_strdup_printf (_ ("Goal %d: %s"), (int) uds_record_get_integer (goal, "number"),
                           uds_record_get_title (goal, options->language));
  begin_document (&self, title);
  write_chapter (&self, get_chapter (&self, 0));
  add_sources (&self);
  return self.document;
}

/**
 * uds_goals_report_new_for_indicator:
 * @session: a session
 * @options: how to write it
 * @indicator: an indicator
 * @selection: (nullable): what of it its chart shows; %NULL for its headline
 * @error: what went wrong
 *
 * Writes a page on one indicator, without a cover.
 *
 * Returns: (transfer full) (nullable): the report
 */
UdsDocument *
uds_goals_report_new_for_indicator (UdsSession                   *session,
                                    const UdsReportOptions       *options,
                                    UdsRecord                    *indicator,
                                    const UdsIndicatorSelection  *selection,
                                    GError                      **error)
{
  g_autoptr (UdsIndicatorDigest) digest = uds_session_digest_indicator (session, indicator, error);
  g_autoptr (GPtrArray) chapters = digest != NULL ? uds_goals_chapters_new_for_indicator (digest) : NULL;
  g_autoptr (UdsIndicatorView) view = NULL;
  Report self = { .options = options, .chapters = chapters };

  if (digest == NULL)
    return NULL;

  if (selection != NULL || !uds_indicator_digest_is_headline (digest))
    {
      view = uds_session_view_indicator (session, indicator, selection, error);
      if (view == NULL)
        return NULL;
    }

  begin_document (&self, uds_record_get_title (indicator, options->language));
  uds_indicator_section_add (self.document, digest, view, 1, options);
  return self.document;
}
