/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was agreed for a time stands with what renews it, and nothing that is due is missed or told twice. */
#include "store-fixture.h"

#include "uds-due.h"
#include "uds-terms.h"

static UdsRecord *
add (StoreFixture *fixture,
     const char   *kind,
     const char   *fields)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup (kind));
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_autoptr (GError) error = NULL;

      uds_record_set_from_string (record, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  store_fixture_save (fixture, record);
  return record;
}

static UdsRecord *
renew (StoreFixture *fixture,
       UdsRecord    *replaced,
       const char   *fields)
{
  g_autofree char *all = g_strdup_printf ("%s|replaces=%s", fields, uds_record_get_id (replaced));

  return add (fixture, "agreement", all);
}

static const UdsDate today = { 2026, 11, 24 };

static gpointer
list_terms (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  return uds_session_list_terms (session, &today, UDS_LANGUAGE_EN, error);
}

static gpointer
list_due (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  return uds_session_list_due (session, &today, data, UDS_LANGUAGE_EN, error);
}

static gpointer
list_due_of (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  return uds_session_list_due_of (session, data, &today, UDS_LANGUAGE_EN, error);
}

static char *
write_terms (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) items = uds_store_read (fixture->store, list_terms, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const UdsTermItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (text, "%s %s\n", uds_record_get_title (item->record, UDS_LANGUAGE_EN),
                              uds_term_state_get_name (item->term.state));
    }
  return g_string_free (text, FALSE);
}

static char *
write_dues (GPtrArray *dues)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dues->len; i++)
    {
      const UdsDue *due = g_ptr_array_index (dues, i);
      g_autofree char *day = uds_date_to_string (&due->day);

      g_string_append_printf (text, "%s %s %s %d\n", day, uds_due_what_get_name (due->what),
                              uds_record_get_title (due->record, UDS_LANGUAGE_EN), due->days);
    }
  return g_string_free (text, FALSE);
}

static void
test_what_renews_stands_below_what_it_renews (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  g_autoptr (UdsRecord) first = add (fixture, "agreement", "title_en=One|start=2012|end=2018");
  g_autoptr (UdsRecord) other = add (fixture, "agreement", "title_en=Other|start=2015");
  g_autoptr (UdsRecord) second = renew (fixture, first, "title_en=Two|start=2019|end=2026");
  g_autoptr (UdsRecord) third = renew (fixture, second, "title_en=Three|start=2027|end=2030");
  g_autoptr (UdsRecord) project = add (fixture, "network", "name_en=LOOP|category=eu-project|start=2024|end=2027-04");
  g_autoptr (UdsRecord) network = add (fixture, "network", "name_en=Cities|category=network|start=1990");
  g_autoptr (UdsRecord) sector = add (fixture, "network", "name_en=Water|category=sector-cooperation");
  g_autofree char *text = write_terms (fixture);

  g_assert_cmpstr (text, ==,
                   "One replaced\nTwo in-force\nThree not-begun\nOther end-missing\nLOOP expires-soon\nWater no-end\n");
}

static void
test_two_that_renew_each_other_are_both_listed (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr (UdsRecord) first = add (fixture, "agreement", "title_en=One|start=2012|end=2028");
  g_autoptr (UdsRecord) second = renew (fixture, first, "title_en=Two|start=2013|end=2029");
  g_autofree char *text = NULL;

  uds_record_set_text (first, "replaces", uds_record_get_id (second));
  store_fixture_save (fixture, first);
  text = write_terms (fixture);
  g_assert_cmpstr (text, ==, "One replaced\nTwo replaced\n");
}

static void
test_due_by_day (StoreFixture  *fixture,
                 gconstpointer  data)
{
  const UdsDate spring = { 2027, 5, 31 };
  g_autoptr (UdsRecord) ends =
      add (fixture, "agreement", "title_en=Ends|end=2027-04|notice_months=3|remind_on=2026-11");
  g_autoptr (UdsRecord) late = add (fixture, "agreement", "title_en=Late|end=2031|remind_on=2026-10-01");
  g_autoptr (UdsRecord) over = add (fixture, "agreement", "title_en=Over|end=2020|remind_on=2019-06");
  g_autoptr (UdsRecord) on = add (fixture, "agreement", "title_en=On|end=2025|renewal=automatic");
  g_autoptr (UdsRecord) old = add (fixture, "agreement", "title_en=Old|end=2027-01|notice_months=6");
  g_autoptr (UdsRecord) new = renew (fixture, old, "title_en=New|start=2027-02|end=2030");
  g_autoptr (UdsRecord) call = add (fixture, "note", "title=Call|due=2026-12-01");
  g_autoptr (UdsRecord) past = add (fixture, "note", "title=Past call|due=2026-06-01");
  g_autoptr (UdsRecord) figure = add (fixture, "indicator", "code=1.1|title_en=Figure|next_due=2026-06");
  g_autoptr (GPtrArray) dues = uds_store_read (fixture->store, list_due, (gpointer) &spring, NULL);
  g_autoptr (GPtrArray) own = uds_store_read (fixture->store, list_due_of, ends, NULL);
  g_autofree char *text = write_dues (dues);
  g_autofree char *own_text = write_dues (own);

  g_assert_cmpstr (text, ==,
                   "2025-12-31 end On -328\n"
                   "2026-06-30 figure Figure -147\n"
                   "2026-10-01 reminder Late -54\n"
                   "2026-11-30 reminder Ends 6\n"
                   "2026-12-01 note Call 7\n"
                   "2027-01-31 notice Ends 68\n"
                   "2027-04-30 end Ends 157\n");
  g_assert_cmpstr (own_text, ==, "2026-11-30 reminder Ends 6\n2027-01-31 notice Ends 68\n2027-04-30 end Ends 157\n");
}

static void
test_due_in_words (StoreFixture  *fixture,
                   gconstpointer  data)
{
  static const struct {
    UdsDate date;
    const char *text;
  } cases[] = {
    { { 2026, 11, 24 }, "Last day for giving notice: 24 November 2026 · today" },
    { { 2026, 12, 0 }, "Last day for giving notice: December 2026 · in 37 days" },
    { { 2025, 0, 0 }, "Last day for giving notice: 2025 · 10 months ago" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsDate day = uds_date_last_day (&cases[i].date);
      UdsDue due = { NULL, UDS_DUE_NOTICE, cases[i].date, day, uds_date_days_between (&today, &day) };
      g_autofree char *text = uds_due_format (&due, UDS_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

#define ADD(name, test)                                                                                                \
  g_test_add ("/due/" name, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-renews-stands-below-what-it-renews", test_what_renews_stands_below_what_it_renews);
  ADD ("two-that-renew-each-other-are-both-listed", test_two_that_renew_each_other_are_both_listed);
  ADD ("what-is-due-by-day", test_due_by_day);
  ADD ("what-is-due-in-words", test_due_in_words);

  return g_test_run ();
}
