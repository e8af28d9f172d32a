/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal's status is that of the mean of its indicators' scores, said with the figures it came from; where too little
 * is assessed it says so instead. And what was renamed is called as it was at the time. */
#include "progress-fixture.h"
#include "uds-roll-up.h"
#include "uds-validity.h"

static UdsProgress
scored (double score)
{
  UdsProgress progress = { .status = NOT_AVAILABLE };

  if (isnan (score))
    return progress;
  progress.status = score == 5 ? ACHIEVED : uds_progress_status_for_score (score);
  progress.has_score = TRUE;
  progress.score = score;
  return progress;
}

static UdsRollUp
roll_up (const double *scores,
         gsize         n_scores)
{
  UdsRollUp self = { 0 };

  for (gsize i = 0; i < n_scores; i++)
    {
      UdsProgress progress = scored (scores[i]);

      uds_roll_up_add (&self, &progress);
    }
  return self;
}

static void
test_status_is_that_of_the_mean_where_enough_is_assessed (void)
{
  static const struct {
    double scores[8];
    gsize n_scores;
    double mean;
    UdsProgressStatus status;
    UdsRollUpReason reason;
  } cases[] = {
    { { 0 }, 0, NONE, NOT_AVAILABLE, UDS_ROLL_UP_NO_INDICATORS },
    { { NONE, NONE }, 2, NONE, NOT_AVAILABLE, UDS_ROLL_UP_NONE_ASSESSED },
    { { 4 }, 1, NONE, NOT_AVAILABLE, UDS_ROLL_UP_TOO_FEW },
    { { NONE, 5 }, 2, NONE, NOT_AVAILABLE, UDS_ROLL_UP_TOO_FEW },
    { { 4, 3 }, 2, 3.5, SUBSTANTIAL, UDS_ROLL_UP_MEAN },
    { { 4, 1 }, 2, 2.5, SUBSTANTIAL, UDS_ROLL_UP_MEAN },
    { { 4, 0.99 }, 2, 2.495, MODERATE, UDS_ROLL_UP_MEAN },
    { { 2, -2 }, 2, 0, MODERATE, UDS_ROLL_UP_MEAN },
    { { -2, -3, NONE }, 3, -2.5, LIMITED, UDS_ROLL_UP_MEAN },
    { { -5, -3, NONE }, 3, -4, WORSE, UDS_ROLL_UP_MEAN },
    { { 5, 5, NONE }, 3, 5, ACHIEVED, UDS_ROLL_UP_MEAN },
    { { 5, 4.99 }, 2, 4.995, SUBSTANTIAL, UDS_ROLL_UP_MEAN },
    { { 4, 3, NONE, NONE, NONE, NONE }, 6, 3.5, SUBSTANTIAL, UDS_ROLL_UP_MEAN },
    { { 4, 3, NONE, NONE, NONE, NONE, NONE }, 7, NONE, NOT_AVAILABLE, UDS_ROLL_UP_LOW_COVERAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsRollUp self = roll_up (cases[i].scores, cases[i].n_scores);
      double mean = NONE;
      gboolean has_mean = uds_roll_up_get_score (&self, &mean);

      g_assert_cmpint (has_mean, ==, !isnan (cases[i].mean));
      if (has_mean)
        g_assert_cmpfloat_with_epsilon (mean, cases[i].mean, 1e-9);
      g_assert_cmpstr (uds_progress_status_get_name (uds_roll_up_get_status (&self)), ==,
                       uds_progress_status_get_name (cases[i].status));
      g_assert_cmpstr (uds_roll_up_reason_get_name (uds_roll_up_get_reason (&self)), ==,
                       uds_roll_up_reason_get_name (cases[i].reason));
    }
}

static void
test_the_sentence_has_the_figures_of_the_arithmetic (void)
{
  static const double enough[] = { 2.5, -0.75, 4, NONE };
  static const double one[] = { 2.5, NONE, NONE };
  static const double few[] = { 2.5, 1, NONE, NONE, NONE, NONE, NONE };
  static const struct {
    const double *scores;
    gsize n_scores;
    const char *label;
    const char *sentence;
  } cases[] = {
    { enough, 4, "Too slow", "The mean score is 5.75 ÷ 3 = 1.92, from −5 to 5; assessed are 3 of 4 indicators." },
    { one, 1, "Too little is assessed", "The only indicator is assessed, but a status of all needs two." },
    { one, 3, "Too little is assessed", "Only one of 3 indicators is assessed; a status of all needs two." },
    { few, 7, "Too little is assessed",
      "Only 2 of 7 indicators are assessed; a status of all needs a third of them." },
    { few + 4, 3, "Not assessed", "None of the 3 indicators is assessed." },
    { few, 0, "Not assessed", "Nothing is measured here yet." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsRollUp self = roll_up (cases[i].scores, cases[i].n_scores);
      g_autofree char *sentence = uds_roll_up_describe (&self, UDS_LANGUAGE_EN);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
      g_assert_cmpstr (uds_roll_up_get_label (&self), ==, cases[i].label);
    }
}

static void
test_the_city_is_the_sum_of_its_goals (void)
{
  static const double first[] = { 4, 1, NONE };
  static const double second[] = { -2 };
  UdsRollUp city = roll_up (first, 3);
  UdsRollUp other = roll_up (second, 1);
  double mean;

  uds_roll_up_merge (&city, &other);
  g_assert_true (uds_roll_up_get_score (&city, &mean));
  g_assert_cmpfloat_with_epsilon (mean, 1, 1e-9);
  g_assert_cmpuint (city.n_indicators, ==, 4);
}

static UdsRecord *
make_administration (const char *id,
                     const char *code,
                     const char *from,
                     const char *to)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup ("administration"));

  uds_record_set_identity (record, id, 1);
  uds_record_set_text (record, "code", code);
  uds_record_set_text (record, "valid_from", from);
  uds_record_set_text (record, "valid_to", to);
  return record;
}

static void
test_what_was_renamed_is_called_as_it_was_then (void)
{
  static const struct {
    const char *id, *date, *found;
  } cases[] = {
    { "new", "2026-03", "new" },   { "new", "2026", "new" },      { "new", "2025-12-31", "old" },
    { "new", "2012", "old" },      { "old", "2030", "new" },      { "old", "2006-01-01", "old" },
    { "new", "2005-12-31", "new" }, { "new", NULL, "new" },       { "other", "2012", "other" },
    { "gone", "2012", NULL },      { NULL, "2012", NULL },        { "old", "some day", "old" },
  };
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, make_administration ("other", "OKF", NULL, NULL));
  g_ptr_array_add (records, make_administration ("old", "TMF", "2006", "2025"));
  g_ptr_array_add (records, make_administration ("new", "TMF", "2026-01-01", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsRecord *found = uds_records_find_valid (records, cases[i].id, cases[i].date);

      g_assert_cmpstr (found != NULL ? uds_record_get_id (found) : NULL, ==, cases[i].found);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roll-up/status-is-that-of-the-mean-where-enough-is-assessed",
                   test_status_is_that_of_the_mean_where_enough_is_assessed);
  g_test_add_func ("/roll-up/the-sentence-has-the-figures-of-the-arithmetic",
                   test_the_sentence_has_the_figures_of_the_arithmetic);
  g_test_add_func ("/roll-up/the-city-is-the-sum-of-its-goals", test_the_city_is_the_sum_of_its_goals);
  g_test_add_func ("/roll-up/what-was-renamed-is-called-as-it-was-then",
                   test_what_was_renamed_is_called_as_it_was_then);

  return g_test_run ();
}
