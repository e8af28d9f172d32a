/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader can choose of an indicator, and what is shown then: a table of choices. */
#include "../store/store-fixture.h"

#include "uds-content.h"
#include "uds-goals-report.h"
#include "uds-indicator-chart.h"
#include "uds-indicator-words.h"
#include "uds-pages.h"

/* One series of the indicator: NULL ends a list of them. */
typedef struct {
  const char *name;
  const char *unit;
  const char *breakdown;
} Series;

static const Series whole_and_parts[] = {
  { NULL, "%", NULL },
  { NULL, "%", "{\"Sex\":\"Women\"}" },
  { NULL, "%", "{\"Sex\":\"Men\"}" },
  { NULL, "%", "{\"Age\":\"Old\",\"Sex\":\"Women\"}" },
  { NULL, "persons", NULL },
  { NULL, "persons", "{\"Sex\":\"Men\"}" },
};

static const Series parts_only[] = {
  { NULL, NULL, "{\"Age\":\"Old\",\"Sex\":\"Women\"}" },
  { NULL, NULL, "{\"Sex\":\"Men\"}" },
  { NULL, NULL, "{\"Sex\":\"Women\"}" },
};

static const Series crossings[] = {
  { NULL, NULL, "{\"Age\":\"Old\",\"Sex\":\"Women\"}" },
  { NULL, NULL, "{\"Age\":\"Old\",\"Sex\":\"Men\"}" },
  { NULL, NULL, "{\"Age\":\"Young\",\"Sex\":\"Women\"}" },
  { NULL, NULL, "{\"Age\":\"Young\",\"Sex\":\"Men\"}" },
};

static const Series places[] = {
  { NULL, NULL, NULL },
  { NULL, NULL, "{\"Country\":\"Wales\",\"GeoCode\":\"W9\"}" },
  { NULL, NULL, "{\"Country\":\"Scotland\",\"GeoCode\":\"S9\"}" },
};

static const Series codes[] = {
  { NULL, NULL, NULL },
  { NULL, NULL, "{\"GeoCode\":\"W9\"}" },
  { NULL, NULL, "{\"GeoCode\":\"S9\"}" },
};

static const Series named[] = {
  { "Deaths", "per 1,000", NULL },
  { "Births", "per 1,000", NULL },
  { "Births", "number", NULL },
};

#define START_VALUES                                                                                      \
  "{\"data_start_values\":[{\"field\":\"Sex\",\"value\":\"Men\"},{\"field\":\"Moon\",\"value\":\"Full\"}," \
  "{\"field\":\"Units\",\"value\":\"persons\"}]}"

/* What is chosen one after the other, as "what:dimension:value" or the kind of chart, and what is shown then. */
static const struct {
  const char *promise;
  const Series *series;
  gsize n_series;
  const char *metadata;
  const char *choices[4];
  const char *shown;
} cases[] = {
  { "the-whole-is-shown-at-first", whole_and_parts, 6, NULL, { NULL }, "/%/" },
  { "a-part-stands-beside-the-whole", whole_and_parts, 6, NULL, { "+Sex:Women" },
    "/%/ /%/Women" },
  { "what-was-chosen-can-be-dropped", whole_and_parts, 6, NULL, { "+Sex:Women", "+Sex:Men", "-Sex:Women" },
    "/%/ /%/Men" },
  { "both-dimensions-show-their-crossing", whole_and_parts, 6, NULL, { "+Sex:Women", "+Age:Old" },
    "/%/ /%/Women /%/Old, Women" },
  { "a-crossing-needs-both", whole_and_parts, 6, NULL, { "+Age:Old" }, "/%/" },
  { "a-unit-excludes-the-other", whole_and_parts, 6, NULL, { "unit:persons" }, "/persons/" },
  { "a-unit-keeps-the-parts-it-has", whole_and_parts, 6, NULL, { "+Sex:Men", "unit:persons" },
    "/persons/ /persons/Men" },
  { "a-unit-drops-the-parts-it-lacks", whole_and_parts, 6, NULL, { "+Sex:Women", "unit:persons" },
    "/persons/" },
  { "what-is-not-there-changes-nothing", whole_and_parts, 6, NULL, { "+Sex:Both", "unit:miles" },
    "/%/" },
  { "without-a-whole-the-least-part-is-shown", parts_only, 3, NULL, { NULL }, "//Men" },
  { "the-last-part-cannot-be-dropped", parts_only, 3, NULL, { "-Sex:Men" }, "//Men" },
  { "rows-begin-with-the-whole-and-the-first-breakdown", whole_and_parts, 6, NULL, { "bars" },
    "/%/ /%/Women /%/Men" },
  { "rows-keep-what-is-chosen", whole_and_parts, 6, NULL, { "+Sex:Men", "bars" }, "/%/ /%/Men" },
  { "rows-can-be-dropped", whole_and_parts, 6, NULL, { "bars", "-Sex:Women" }, "/%/ /%/Men" },
  { "lines-keep-the-rows", whole_and_parts, 6, NULL, { "bars", "lines" }, "/%/ /%/Women /%/Men" },
  { "without-a-whole-rows-begin-with-the-least-parts", parts_only, 3, NULL, { "bars" }, "//Men //Women" },
  { "rows-of-crossings-differ-in-one-dimension", crossings, 4, NULL, { "bars" }, "//Old, Women //Young, Women" },
  { "a-code-beside-its-place-is-not-to-be-chosen", places, 3, NULL, { "+Country:Wales" }, "// //Wales" },
  { "codes-alone-can-be-chosen", codes, 3, NULL, { "+GeoCode:W9" }, "// //W9" },
  { "codes-alone-are-no-rows-at-first", codes, 3, NULL, { "bars" }, "//" },
  { "the-first-series-is-shown-at-first", named, 3, NULL, { NULL }, "Deaths/per 1,000/" },
  { "a-series-keeps-the-unit", named, 3, NULL, { "series:Births" }, "Births/per 1,000/" },
  { "a-series-without-the-unit-has-its-own", named, 3, NULL, { "series:Births", "unit:number", "series:Deaths" },
    "Deaths/per 1,000/" },
  { "metadata-say-what-is-shown-at-first", whole_and_parts, 6,
    START_VALUES, { NULL }, "/persons/ /persons/Men" },
};

static void
add_series (UdsSession   *session,
            UdsRecord    *indicator,
            const Series *from,
            guint         place)
{
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));

  uds_record_set_text (series, "indicator", uds_record_get_id (indicator));
  uds_record_set_text (series, "name", from->name);
  uds_record_set_text (series, "unit", from->unit);
  uds_record_set_text (series, "breakdown", from->breakdown);
  uds_record_set_integer (series, "position", place + 1);
  g_assert_true (uds_session_save (session, series, NULL));
  for (int year = 2020; year < 2023; year++)
    {
      g_autoptr (UdsRecord) observation = uds_record_new (uds_kind_lookup ("observation"));
      g_autofree char *period = g_strdup_printf ("%d", year);

      uds_record_set_text (observation, "series", uds_record_get_id (series));
      uds_record_set_text (observation, "period", period);
      uds_record_set_real (observation, "value", 10 * (place + 1) + (year - 2020));
      g_assert_true (uds_session_save (session, observation, NULL));
    }
}

static UdsRecord *
add_indicator (UdsSession   *session,
               const char   *code,
               const char   *metadata,
               const Series *series,
               gsize         n_series)
{
  UdsRecord *indicator = uds_record_new (uds_kind_lookup ("indicator"));

  uds_record_set_text (indicator, "code", code);
  uds_record_set_text (indicator, "title_en", code);
  uds_record_set_text (indicator, "metadata", metadata);
  g_assert_true (uds_session_save (session, indicator, NULL));
  for (guint i = 0; i < n_series; i++)
    add_series (session, indicator, &series[i], i);
  return indicator;
}

/* "+Sex:Women", "-Sex:Women", "unit:percent", "series:Births", "bars" */
static void
apply (UdsIndicatorView *view,
       const char       *choice)
{
  g_auto (GStrv) parts = g_strsplit (choice, ":", 2);
  UdsChoiceOf of = g_str_equal (parts[0], "unit")     ? UDS_CHOICE_OF_UNIT
                   : g_str_equal (parts[0], "series") ? UDS_CHOICE_OF_SERIES
                                                      : UDS_CHOICE_OF_PARTS;

  if (parts[1] == NULL)
    uds_indicator_selection_set_kind (view->selection, view->parts,
                                      g_str_equal (choice, "bars") ? UDS_CHART_BARS : UDS_CHART_LINES);
  else
    uds_indicator_selection_choose (view->selection, view->parts, of, of == UDS_CHOICE_OF_PARTS ? parts[0] + 1 : NULL,
                                    parts[1], *choice != '-');
}

static char *
list_shown (UdsIndicatorView *view)
{
  g_autoptr (GPtrArray) shown = uds_indicator_selection_list_shown (view->selection, view->parts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      const UdsIndicatorPart *part = g_ptr_array_index (shown, i);
      const char *name = uds_record_get_text (part->series, "name");
      const char *unit = uds_record_get_text (part->series, "unit");

      g_string_append_printf (text, "%s%s/%s/%s", i > 0 ? " " : "", name != NULL ? name : "", unit != NULL ? unit : "",
                              part->label != NULL ? part->label : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
check_case (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (UdsRecord) indicator =
      add_indicator (session, "chosen", cases[i].metadata, cases[i].series, cases[i].n_series);
  g_autoptr (UdsIndicatorView) view = uds_session_view_indicator (session, indicator, NULL, error);
  g_autofree char *shown = NULL;

  g_assert_nonnull (view);
  for (gsize j = 0; j < G_N_ELEMENTS (cases[i].choices) && cases[i].choices[j] != NULL; j++)
    apply (view, cases[i].choices[j]);
  shown = list_shown (view);
  g_assert_cmpstr (shown, ==, cases[i].shown);
  return TRUE;
}

static void
test_case (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", check_case, (gpointer) data, &error);
  g_assert_no_error (error);
}

/* What cannot add anything is told apart from what can. */
static gboolean
check_choices (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  g_autoptr (UdsRecord) indicator = add_indicator (session, "chosen", NULL, whole_and_parts, 6);
  g_autoptr (UdsIndicatorView) view = uds_session_view_indicator (session, indicator, NULL, error);
  g_autoptr (GPtrArray) before = uds_indicator_selection_list_choices (view->selection, view->parts);
  g_autoptr (GPtrArray) after = NULL;
  const UdsIndicatorChoice *unit = g_ptr_array_index (before, 0);
  const UdsIndicatorChoice *sex = g_ptr_array_index (before, 1);
  const UdsIndicatorChoice *age = g_ptr_array_index (before, 2);

  g_assert_cmpuint (before->len, ==, 3); /* there is only one series to choose */
  g_assert_cmpint (unit->of, ==, UDS_CHOICE_OF_UNIT);
  g_assert_cmpstr (sex->dimension, ==, "Sex");
  g_assert_true (g_array_index (sex->options, UdsIndicatorOption, 0).is_available);
  g_assert_false (g_array_index (sex->options, UdsIndicatorOption, 0).is_chosen);
  g_assert_false (g_array_index (age->options, UdsIndicatorOption, 0).is_available);

  apply (view, "+Sex:Women");
  after = uds_indicator_selection_list_choices (view->selection, view->parts);
  age = g_ptr_array_index (after, 2);
  g_assert_true (g_array_index (age->options, UdsIndicatorOption, 0).is_available);
  return TRUE;
}

static void
test_choices (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", check_choices, NULL, &error);
  g_assert_no_error (error);
}

/* Rows */

#define N_CITIES 55

static gboolean
check_many (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  static const Series whole[] = { { NULL, NULL, NULL } };
  g_autoptr (UdsRecord) indicator = add_indicator (session, "cities", NULL, whole, 1);
  g_autoptr (UdsIndicatorView) view = NULL;
  g_autoptr (UdsChartSpec) spec = NULL;
  const UdsChartGrid *grid;

  for (guint i = 1; i <= N_CITIES; i++)
    {
      g_autofree char *breakdown = g_strdup_printf ("{\"City\":\"City %u\"}", i);

      add_series (session, indicator, &(Series) { NULL, NULL, breakdown }, i);
    }
  view = uds_session_view_indicator (session, indicator, NULL, error);
  apply (view, "bars");
  spec = uds_indicator_chart_new_view (view, UDS_LANGUAGE_EN);
  grid = uds_chart_spec_get_grid (spec);
  g_assert_cmpuint (uds_chart_grid_get_n_rows (grid), ==, 13);
  g_assert_cmpstr (uds_chart_grid_get_row_label (grid, 0), ==, "City 55");
  g_assert_cmpstr (uds_chart_grid_get_row_label (grid, 11), ==, "City 44");
  g_assert_cmpstr (uds_chart_spec_get_footnote (spec, 0), ==, "13 of 56 breakdowns are shown.");
  return TRUE;
}

static void
test_many (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", check_many, NULL, &error);
  g_assert_no_error (error);
}

/* Without a whole */

static gboolean
check_without_whole (UdsSession  *session,
                     gpointer     data,
                     GError     **error)
{
  g_autoptr (UdsRecord) indicator = add_indicator (session, "parts", NULL, parts_only, 3);
  g_autoptr (UdsIndicatorView) view = uds_session_view_indicator (session, indicator, NULL, error);
  g_autoptr (UdsChartSpec) own = uds_indicator_chart_new (view->digest, UDS_LANGUAGE_EN);
  g_autofree char *finding = uds_indicator_words_change (view->digest, UDS_LANGUAGE_EN);
  g_autofree char *shown = uds_indicator_words_view_change (view, UDS_LANGUAGE_EN);
  g_autofree char *status = uds_indicator_words_status (view->digest, 2026, UDS_LANGUAGE_EN);

  g_assert_cmpint (uds_indicator_digest_get_progress (view->digest)->status, ==, UDS_PROGRESS_NOT_AVAILABLE);
  g_assert_cmpstr (finding, ==, "There are only values of parts, none of the whole");
  g_assert_cmpstr (shown, ==, "No value of the whole. Men: Up from 20 in 2020 to 22 in 2022");
  g_assert_cmpstr (status, ==, "There are values of parts, but none of the whole, and only the whole is assessed.");
  g_assert_cmpuint (uds_chart_spec_get_n_series (own), ==, 0);
  g_assert_false (uds_indicator_selection_is_plain (view->selection, view->digest, view->parts));
  return TRUE;
}

static void
test_without_whole (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", check_without_whole, NULL, &error);
  g_assert_no_error (error);
}

/* Then and now */

/* By how much the latest value of each is raised, and what is said then. */
static const struct {
  double raised[3];
  const char *said;
} changes[] = {
  { { 0, 0, 0 }, "All up by 2\u00a0percentage points from 2020 to 2022" },
  { { -2, -2, -2 }, "All unchanged from 2020 to 2022" },
  { { -5, -5, -5 }, "All down by 3\u00a0percentage points from 2020 to 2022" },
  { { 0, 3, 0 }, "Changed most: Women. Up from 20% in 2020 to 25% in 2022" },
  { { 0, -7, 0 }, "Changed most: Women. Down from 20% in 2020 to 15% in 2022" },
  { { 0, 3, 3 }, "Highest in 2022: Men, 35%. Lowest: All, 12%" },
  { { 0, -4, 0 }, "Highest in 2022: Men, 32%. Lowest: All, 12%" },
};

static void
raise_latest (UdsSession *session,
              const char *indicator,
              const char *position,
              double      change)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (UdsRecord) observation = NULL;

  uds_query_where_is (query, "series.indicator", indicator);
  uds_query_where_is (query, "series.position", position);
  uds_query_where_is (query, "period", "2022");
  observation = uds_session_find (session, query, NULL);
  g_assert_nonnull (observation);
  uds_record_set_real (observation, "value", uds_record_get_real (observation, "value") + change);
  g_assert_true (uds_session_save (session, observation, NULL));
}

static gboolean
check_changes (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  static const char *const positions[] = { "1", "2", "3" };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *code = g_strdup_printf ("changes-%d", (int) i);
      g_autoptr (UdsRecord) indicator = add_indicator (session, code, NULL, whole_and_parts, 3);
      g_autoptr (UdsIndicatorView) view = NULL;
      g_autofree char *said = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (positions); j++)
        raise_latest (session, uds_record_get_id (indicator), positions[j], changes[i].raised[j]);
      view = uds_session_view_indicator (session, indicator, NULL, error);
      apply (view, "bars");
      view->selection->kind = UDS_CHART_DUMBBELL;
      said = uds_indicator_words_view_change (view, UDS_LANGUAGE_EN);
      g_assert_cmpstr (said, ==, changes[i].said);
    }
  return TRUE;
}

static void
test_changes (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", check_changes, NULL, &error);
  g_assert_no_error (error);
}

/* Beside another indicator */

static UdsIndicatorView *
compare (UdsSession *session,
         UdsRecord  *indicator,
         UdsRecord  *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsIndicatorView) view = uds_session_view_indicator (session, indicator, NULL, &error);
  UdsIndicatorView *compared;

  g_assert_no_error (error);
  g_set_str (&view->selection->compared, uds_record_get_id (other));
  compared = uds_session_view_indicator (session, indicator, view->selection, &error);
  g_assert_no_error (error);
  return compared;
}

static gboolean
check_compared (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  static const Series percent[] = { { NULL, "%", NULL } };
  static const Series persons[] = { { NULL, "persons", NULL } };
  g_autoptr (UdsRecord) own = add_indicator (session, "own", NULL, percent, 1);
  g_autoptr (UdsRecord) like = add_indicator (session, "like", NULL, percent, 1);
  g_autoptr (UdsRecord) unlike = add_indicator (session, "unlike", NULL, persons, 1);
  g_autoptr (UdsIndicatorView) same = compare (session, own, like);
  g_autoptr (UdsIndicatorView) other = compare (session, own, unlike);
  g_autoptr (UdsIndicatorView) gone = NULL;
  g_autoptr (UdsChartSpec) one_axis = uds_indicator_chart_new_view (same, UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) two = uds_indicator_chart_new_view (other, UDS_LANGUAGE_EN);

  g_assert_cmpint (uds_chart_spec_get_kind (one_axis), ==, UDS_CHART_LINES);
  g_assert_cmpuint (uds_chart_spec_get_n_series (one_axis), ==, 2);
  g_assert_cmpstr (uds_chart_series_get_name (uds_chart_spec_get_series (one_axis, 1)), ==, "like");
  g_assert_cmpint (uds_chart_spec_get_kind (two), ==, UDS_CHART_MULTIPLES);
  g_assert_cmpstr (uds_chart_spec_get_unit (uds_chart_spec_get_panel (two, 1)), ==, "persons");
  g_assert_nonnull (strstr (uds_chart_spec_get_title (two), "unlike"));

  g_assert_true (uds_session_remove (session, uds_kind_lookup ("indicator"), uds_record_get_id (unlike), error));
  gone = uds_session_view_indicator (session, own, other->selection, error);
  g_assert_nonnull (gone);
  g_assert_null (gone->compared);
  g_assert_null (gone->selection->compared);
  return TRUE;
}

static void
test_compared (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", check_compared, NULL, &error);
  g_assert_no_error (error);
}

/* On paper */

/* How long the page of an indicator is, with what was chosen of it and without. */
static gsize
print (UdsSession                  *session,
       UdsRecord                   *indicator,
       const UdsIndicatorSelection *selection)
{
  const UdsReportOptions options = { .language = UDS_LANGUAGE_EN, .date = { 2026, 9, 21 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document =
      uds_goals_report_new_for_indicator (session, &options, indicator, selection, &error);
  g_autoptr (UdsPages) pages = document != NULL ? uds_pages_new (document) : NULL;
  g_autoptr (GBytes) pdf = pages != NULL ? uds_pages_to_pdf (pages, NULL, &error) : NULL;

  g_assert_no_error (error);
  return g_bytes_get_size (pdf);
}

static gboolean
check_printed (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  g_autoptr (UdsRecord) indicator = add_indicator (session, "chosen", NULL, whole_and_parts, 6);
  g_autoptr (UdsIndicatorView) view = uds_session_view_indicator (session, indicator, NULL, error);
  gsize plain = print (session, indicator, NULL);

  g_assert_cmpuint (print (session, indicator, view->selection), ==, plain);
  apply (view, "+Sex:Women");
  apply (view, "+Sex:Men");
  g_assert_cmpuint (print (session, indicator, view->selection), !=, plain);
  view->selection->kind = UDS_CHART_DUMBBELL;
  g_assert_cmpuint (print (session, indicator, view->selection), !=, plain);
  return TRUE;
}

static void
test_printed (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", check_printed, NULL, &error);
  g_assert_no_error (error);
}

/* Targets, breaks, sources */

static UdsIndicatorDigest *
digest_climate (UdsSession *session)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));
  g_autoptr (UdsRecord) indicator = NULL;

  uds_query_where_is (query, "code", "cph-co2-reduction");
  indicator = uds_session_find (session, query, NULL);
  g_assert_nonnull (indicator);
  return uds_session_digest_indicator (session, indicator, NULL);
}

/* The target that is written down twice, with the indicator and with its dates, is drawn once. */
static gpointer
check_target (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  g_autoptr (UdsIndicatorDigest) digest = digest_climate (session);
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new (digest, UDS_LANGUAGE_EN);
  g_autofree char *label = NULL;
  g_auto (GStrv) links = uds_indicator_words_links (uds_indicator_digest_get_indicator (digest));
  UdsChartFormat format;

  g_assert_cmpuint (uds_chart_spec_get_n_targets (spec), ==, 1);
  uds_chart_spec_get_format (spec, &format);
  label = uds_chart_target_format_label (uds_chart_spec_get_target (spec, 0), &format);
  g_assert_cmpstr (label, ==, "CO2-neutral 2025, given up 2022");
  g_assert_cmpuint (uds_chart_spec_get_base (spec), ==, 0);
  g_assert_cmpstr (links[0], ==, "https://docslib.org/doc/9815894");
  g_assert_cmpstr (links[1], ==, "https://cphpost.dk/2022-08-23");
  g_assert_cmpuint (g_strv_length (links), ==, 3);
  return NULL;
}

static void
test_a_target_is_drawn_once_with_what_became_of_it (StoreFixture  *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_content_fill (fixture->store, &error);
  g_assert_no_error (error);
  uds_store_read (fixture->store, check_target, NULL, &error);
  g_assert_no_error (error);
}

#define ADD(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/selection/", cases[i].promise, NULL);

      g_test_add (path, StoreFixture, GSIZE_TO_POINTER (i), store_fixture_set_up, test_case, store_fixture_tear_down);
    }
  ADD ("/selection/what-shows-nothing-more-is-not-offered", test_choices);
  ADD ("/selection/of-many-the-largest-are-rows-at-first", test_many);
  ADD ("/selection/without-a-whole-nothing-is-said-of-it", test_without_whole);
  ADD ("/selection/what-changed-most-is-named-where-one-did", test_changes);
  ADD ("/selection/another-unit-gets-a-chart-of-its-own", test_compared);
  ADD ("/selection/what-is-chosen-is-printed", test_printed);
  ADD ("/selection/a-target-is-drawn-once-with-what-became-of-it", test_a_target_is_drawn_once_with_what_became_of_it);

  return g_test_run ();
}
