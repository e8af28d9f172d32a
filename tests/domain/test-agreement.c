/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was agreed for a time says on any day how far it has come, and why; and a record as it stands is told what is
 * missing from it, and kept. */
#include "uds-agreement.h"
#include "uds-hint.h"

#include <libintl.h>
#include <locale.h>

static UdsDate
date (const char *text)
{
  UdsDate parsed = { 0 };

  g_assert_true (uds_date_parse (text, &parsed));
  return parsed;
}

/* The state on a day */

typedef struct {
  UdsTermFacts facts;
  const char *today;
  UdsTermState state;
  const char *text;
} Case;

#define TERM(...) { __VA_ARGS__, .needs_end = TRUE }

static const Case cases[] = {
  /* It begins on its first day; of a partial date on the first one that it may mean. */
  { TERM ("2027-01-01", "2029-12-31"), "2026-11-30", UDS_TERM_NOT_BEGUN, "Begins 1 January 2027, in 32 days." },
  { TERM ("2027-06", "2029"), "2026-11-30", UDS_TERM_NOT_BEGUN, "Begins June 2027, in 6 months." },
  { TERM ("2027", "2029"), "2026-12-31", UDS_TERM_NOT_BEGUN, "Begins 2027, in 1 day." },
  { TERM ("2027", "2029"), "2027-01-01", UDS_TERM_IN_FORCE,
    "In force from 2027 to 2029; 2 years and 11 months left." },
  { TERM ("2012-06", "2030-06"), "2026-06-30", UDS_TERM_IN_FORCE,
    "In force from June 2012 to June 2030; 4 years left." },
  { TERM (NULL, "2028-02-29"), "2026-11-30", UDS_TERM_IN_FORCE, "In force until 29 February 2028; 15 months left." },
  /* Six months before its last day, that day included. */
  { TERM ("2025", "2027-05-31"), "2026-11-30", UDS_TERM_IN_FORCE,
    "In force from 2025 to 31 May 2027; 6 months left." },
  { TERM ("2025", "2027-05-30"), "2026-11-30", UDS_TERM_EXPIRES_SOON, "Expires 30 May 2027, in 6 months." },
  { TERM ("2025", "2026"), "2026-11-30", UDS_TERM_EXPIRES_SOON, "Expires 2026, in 31 days." },
  { TERM ("2025", "2026-11"), "2026-11-30", UDS_TERM_EXPIRES_SOON, "Expires today." },
  { TERM ("2025", "2026-11"), "2026-12-01", UDS_TERM_EXPIRED, "Expired November 2026, 1 day ago." },
  { TERM ("2017-02", "2020-02"), "2026-11-30", UDS_TERM_EXPIRED, "Expired February 2020, 6 years and 9 months ago." },
  /* Notice given on the last day of a month counts from the next. */
  { TERM ("2025", "2028-06-30", .notice_months = 6), "2026-11-30", UDS_TERM_IN_FORCE,
    "In force from 2025 to 30 June 2028; 19 months left. Notice has to be given by 31 December 2027, in 13 months." },
  { TERM ("2025", "2027-06-15", .notice_months = 6), "2026-12-15", UDS_TERM_EXPIRES_SOON,
    "Expires 15 June 2027, in 6 months. Today is the last day for giving notice." },
  { TERM ("2025", "2027-06-15", .notice_months = 6), "2026-12-16", UDS_TERM_NOTICE,
    "The notice period runs: it expires 15 June 2027, in 5 months." },
  { TERM ("2025", "2027-12", .notice_months = 13), "2026-12-01", UDS_TERM_NOTICE,
    "The notice period runs: it expires December 2027, in 12 months." },
  /* One that continues by itself does not expire, but somebody should know. */
  { TERM ("2025", "2026-12-31", .continues = TRUE), "2026-11-30", UDS_TERM_IN_FORCE,
    "In force from 2025 to 31 December 2026; 31 days left." },
  { TERM ("2025", "2026-12-31", .continues = TRUE, .notice_months = 3), "2026-11-30", UDS_TERM_NOTICE,
    "Notice had to be given by 30 September 2026, so it continues after 31 December 2026." },
  { TERM ("2022", "2025", .continues = TRUE), "2026-03-01", UDS_TERM_CONTINUED,
    "Ran until 2025, was not terminated and has continued for 60 days." },
  /* Without an end it needs a reason. */
  { TERM ("2012-06", NULL), "2026-11-30", UDS_TERM_END_MISSING,
    "In force since June 2012. No end date, and no reason for it (principle 4)." },
  { TERM (NULL, NULL), "2026-11-30", UDS_TERM_END_MISSING, "No end date, and no reason for it (principle 4)." },
  { TERM ("2012", "some day", .no_end_reason = ""), "2026-11-30", UDS_TERM_END_MISSING,
    "In force since 2012. No end date, and no reason for it (principle 4)." },
  { TERM ("2012-06", NULL, .no_end_reason = "made before the strategy", .notice_months = 3), "2026-11-30",
    UDS_TERM_NO_END,
    "In force since June 2012 without an end date: made before the strategy. Notice period: 3 months." },
  { { "2005", NULL }, "2026-11-30", UDS_TERM_NO_END, "In force since 2005; no end date is known." },
  { { NULL, NULL }, "2026-11-30", UDS_TERM_NO_END, "Neither start nor end is known." },
  /* What takes its place ends it; until then its end is no concern. */
  { TERM ("2022", "2027-02", .successor = "Phase II", .successor_start = "2027-03"), "2026-11-30", UDS_TERM_IN_FORCE,
    "In force from 2022 to February 2027; 3 months left. Renewed by “Phase II” from March 2027." },
  { TERM ("2022", "2027-06", .successor = "Phase II", .successor_start = "2027-03"), "2027-03-01", UDS_TERM_REPLACED,
    "Replaced by “Phase II” from March 2027." },
  { TERM ("2022", NULL, .successor = "Phase II"), "2026-11-30", UDS_TERM_REPLACED, "Replaced by “Phase II”." },
  { TERM ("2022", "2023", .successor = "Phase II", .successor_start = "2027"), "2026-11-30", UDS_TERM_EXPIRED,
    "Expired 2023, 2 years and 11 months ago. Renewed by “Phase II” from 2027." },
};

static void
test_state_on_a_day_says_why (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsDate today = date (cases[i].today);
      g_autofree char *text = NULL;
      UdsTerm term;

      g_test_message ("%s to %s on %s", cases[i].facts.start, cases[i].facts.end, cases[i].today);
      uds_term_find (&cases[i].facts, &today, &term);
      text = uds_term_describe (&term, &cases[i].facts, &today, UDS_LANGUAGE_EN);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (uds_term_state_get_name (term.state), ==, uds_term_state_get_name (cases[i].state));
    }
}

static void
test_every_state_has_its_case (void)
{
  for (guint state = 0; state < UDS_TERM_N_STATES; state++)
    {
      gboolean is_there = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        is_there = is_there || cases[i].state == state;
      g_assert_true (is_there);
      for (guint other = 0; other < state; other++)
        g_assert_cmpstr (uds_term_state_get_label (state), !=, uds_term_state_get_label (other));
    }
}

static gboolean
expires_soon (const UdsTermFacts *facts,
              const char         *day)
{
  UdsDate today = date (day);
  UdsTerm term;

  uds_term_find (facts, &today, &term);
  return uds_term_expires_soon (&term, facts, &today);
}

static void
test_expires_soon_while_notice_runs (void)
{
  const UdsTermFacts half_a_year = TERM ("2025", "2027-06-15", .notice_months = 6);
  const UdsTermFacts over_a_year = TERM ("2025", "2027-12", .notice_months = 13);
  const UdsTermFacts goes_on = TERM ("2025", "2026-12-31", .continues = TRUE, .notice_months = 3);
  const UdsTermFacts renewed = TERM ("2025", "2026-12-31", .successor = "next", .successor_start = "2027-01-01");

  g_assert_true (expires_soon (&half_a_year, "2026-12-15"));
  g_assert_true (expires_soon (&half_a_year, "2026-12-16"));
  g_assert_false (expires_soon (&half_a_year, "2027-06-16"));
  g_assert_false (expires_soon (&over_a_year, "2026-12-01"));
  g_assert_false (expires_soon (&goes_on, "2026-11-30"));
  g_assert_false (expires_soon (&renewed, "2026-11-30"));
}

static void
test_says_it_in_danish (void)
{
  const UdsTermFacts facts = TERM ("2025", "2028-06-30", .notice_months = 6);
  const UdsTermFacts open = TERM ("2012-06", NULL);
  UdsDate today = date ("2026-11-30");
  g_autofree char *text = NULL;
  g_autofree char *missing = NULL;
  UdsTerm term;

  g_setenv ("LANGUAGE", "da", TRUE);
  if (setlocale (LC_ALL, "da_DK.UTF-8") == NULL)
    {
      g_test_skip ("the locale da_DK.UTF-8 is not installed");
      return;
    }

  uds_term_find (&facts, &today, &term);
  text = uds_term_describe (&term, &facts, &today, UDS_LANGUAGE_DA);
  g_assert_cmpstr (text, ==, "I kraft fra 2025 til 30. juni 2028; 19 måneder tilbage. "
                             "Aftalen skal opsiges senest 31. december 2027, om 13 måneder.");
  uds_term_find (&open, &today, &term);
  missing = uds_term_describe (&term, &open, &today, UDS_LANGUAGE_DA);
  g_assert_cmpstr (missing, ==, "I kraft siden juni 2012. Slutdato mangler, og der er ingen begrundelse (princip 4).");
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", "", TRUE);
}

static void
test_part_that_has_passed (void)
{
  const UdsTermFacts year = { "2026", "2026" }, open = { "2026", NULL }, disorder = { "2027", "2026" };
  UdsDate first = date ("2026-01-01"), middle = date ("2026-07-02"), later = date ("2030-01-01");
  UdsTerm term;

  uds_term_find (&year, &first, &term);
  g_assert_cmpfloat (uds_term_get_part (&term, &first), ==, 0);
  g_assert_cmpfloat_with_epsilon (uds_term_get_part (&term, &middle), 0.5, 0.01);
  g_assert_cmpfloat (uds_term_get_part (&term, &later), ==, 1);
  uds_term_find (&open, &first, &term);
  g_assert_cmpfloat (uds_term_get_part (&term, &middle), <, 0);
  uds_term_find (&disorder, &first, &term);
  g_assert_cmpfloat (uds_term_get_part (&term, &middle), <, 0);
}

/* Records */

static UdsRecord *
make_record (const char *kind,
             const char *fields)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup (kind));
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (gsize i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_autoptr (GError) error = NULL;

      uds_record_set_from_string (record, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  return record;
}

static void
test_an_agreement_is_read_from_its_record (void)
{
  g_autoptr (UdsRecord) old =
      make_record ("agreement", "title_en=Phase I|start=2022|end=2026-12|notice_months=3|renewal=automatic");
  g_autoptr (UdsRecord) new = make_record ("agreement", "title_en=Phase II|start=2027-01");
  g_autoptr (UdsRecord) project = make_record ("network", "name_en=FORCE|category=eu-project|start=2016-09");
  UdsTermFacts facts;

  uds_record_get_term_facts (old, new, UDS_LANGUAGE_EN, &facts);
  g_assert_cmpstr (facts.end, ==, "2026-12");
  g_assert_cmpint (facts.notice_months, ==, 3);
  g_assert_true (facts.continues && facts.needs_end);
  g_assert_cmpstr (facts.successor, ==, "Phase II");
  g_assert_cmpstr (facts.successor_start, ==, "2027-01");
  uds_record_get_term_facts (project, NULL, UDS_LANGUAGE_EN, &facts);
  g_assert_cmpstr (facts.start, ==, "2016-09");
  g_assert_false (facts.needs_end);
}

static void
test_what_is_missing_is_said_where_it_can_be_mended (void)
{
  static const struct {
    const char *kind, *fields;
    const char *hints; /* the fields they are about */
  } hints[] = {
    { "agreement", "start=2026|end=2028", "" },
    { "agreement", "start=2026", "end" },
    { "agreement", "start=2026|no_end_reason=Ends with the project", "" },
    { "agreement", "start=2026-06|end=2026", "" },
    { "agreement", "start=2026-06|end=2026-05", "end" },
    { "agreement", "start=2026|end=2028|binding=1", "approved_on" },
    { "agreement", "start=2026|end=2028|binding=1|approved_on=2026-01-15", "approved_item" },
    { "agreement", "start=2026|end=2028|binding=1|approved_on=2026|approved_item=12", "approved_scope" },
    { "agreement", "end=2028|binding=1|approved_on=2026|approved_item=12|approved_scope=Exchange of staff", "" },
    { "agreement", "end=2028|binding=0", "" },
    { "agreement", "end=2028-06|remind_on=2028-07-01", "remind_on" },
    { "agreement", "binding=1", "end approved_on" },
    { "network", "start=2020|end=2019", "end" },
    { "network", "start=2020", "" },
    { "membership", "valid_from=2020|valid_to=2019", "valid_to" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      g_autoptr (UdsRecord) record = make_record (hints[i].kind, hints[i].fields);
      g_autoptr (GPtrArray) found = uds_record_find_hints (record);
      g_autoptr (GString) fields = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          const UdsHint *hint = g_ptr_array_index (found, j);

          g_string_append_printf (fields, "%s%s", j > 0 ? " " : "", hint->field);
          g_assert_true (g_str_has_suffix (hint->text, "."));
        }
      g_test_message ("%s", hints[i].fields);
      g_assert_cmpstr (fields->str, ==, hints[i].hints);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("UDSYN_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_add_func ("/agreement/state-on-a-day-says-why", test_state_on_a_day_says_why);
  g_test_add_func ("/agreement/every-state-has-its-case", test_every_state_has_its_case);
  g_test_add_func ("/agreement/expires-soon-while-its-notice-period-runs", test_expires_soon_while_notice_runs);
  g_test_add_func ("/agreement/says-it-in-danish", test_says_it_in_danish);
  g_test_add_func ("/agreement/part-that-has-passed", test_part_that_has_passed);
  g_test_add_func ("/agreement/is-read-from-its-record", test_an_agreement_is_read_from_its_record);
  g_test_add_func ("/agreement/what-is-missing-is-said-where-it-can-be-mended",
                   test_what_is_missing_is_said_where_it_can_be_mended);

  return g_test_run ();
}
