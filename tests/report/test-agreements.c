/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A committee reads what was agreed for a time: what expires soon, and all of it by field with its approval. */
#include "../store/store-fixture.h"
#include "uds-agreements-report.h"
#include "uds-error.h"
#include "uds-pages.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static void
set_up (StoreFixture  *fixture,
        gconstpointer  data)
{
  g_autoptr (UdsRecord) city = NULL, party = NULL, ports = NULL, heat = NULL, project = NULL;

  store_fixture_set_up (fixture, NULL);
  city = store_fixture_add (fixture, "city", "name_en", "Hamburg", "code", "hamburg", NULL);
  ports = store_fixture_add (fixture, "agreement", "title_en", "Green ports", "field_en", "Harbours", "start", "2024",
                             "end", "2027-03-31", "notice_months", "3", "approved_on", "2023-11-30", "approved_item",
                             "12", "approved_case", "2023-0012345", NULL);
  party = store_fixture_add (fixture, "party", "agreement", uds_record_get_id (ports), "city",
                             uds_record_get_id (city), NULL);
  heat = store_fixture_add (fixture, "agreement", "title_en", "Heat planning", "field_en", "Energy", "start", "2020",
                            NULL);
  project = store_fixture_add (fixture, "network", "name_en", "LOOP", "category", "eu-project", "start", "2024", "end",
                               "2029", NULL);
}

static gpointer
write_report (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  const UdsReportOptions options = { .language = UDS_LANGUAGE_EN, .date = { 2026, 11, 24 }, .about = data };

  return uds_agreements_report_new (session, &options, NULL, error);
}

static char *
read_words (GBytes *pdf)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "udsyn-agreements.pdf", NULL);
  char *words = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) (const char *const[]) { "pdftotext", "-raw", path, "-", NULL }, NULL,
                               G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL, NULL));
  g_assert_cmpint (g_remove (path), ==, 0);
  return g_strdelimit (words, "\n", ' ');
}

static char *
print (StoreFixture *fixture,
       const char   *about)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document = uds_store_read (fixture->store, write_report, (gpointer) about, &error);
  g_autoptr (UdsPages) pages = uds_pages_new (document);
  g_autoptr (GBytes) pdf = uds_pages_to_pdf (pages, NULL, &error);

  g_assert_no_error (error);
  return read_words (pdf);
}

static void
test_it_says_what_expires_and_what_was_approved (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  static const char *const expected[] = {
    "1 expires within six months; 1 has no end date and no reason for it",
    "31 March 2027 · 4 months left",
    "31 December 2026",
    "2020 · End date missing",
    "Hamburg",
    "30 November 2023 · Agenda item: 12",
    "2024–2029 · In force",
  };
  g_autofree char *words = print (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (words, expected[i]) == NULL)
      g_error ("“%s” is not in:\n%s", expected[i], words);
}

static void
test_it_is_of_one_field_where_that_is_asked (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autofree char *words = print (fixture, "energy");

  g_assert_nonnull (strstr (words, "Heat planning"));
  g_assert_null (strstr (words, "Green ports"));
  g_assert_nonnull (strstr (words, "Nothing expires within six months."));
}

static void
test_where_there_is_none_it_says_so (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (uds_store_read (fixture->store, write_report, (gpointer) "moon", &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "moon"));
}

#define ADD(path, func) g_test_add ("/agreements/" path, StoreFixture, NULL, set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  ADD ("it-says-what-expires-and-what-was-approved", test_it_says_what_expires_and_what_was_approved);
  ADD ("it-is-of-one-field-where-that-is-asked", test_it_is_of_one_field_where_that_is_asked);
  ADD ("where-there-is-none-it-says-so", test_where_there_is_none_it_says_so);

  return g_test_run ();
}
