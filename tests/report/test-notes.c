/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of knowledge are gathered by theme and by period, with what they concern. */
#include "../store/store-fixture.h"
#include "uds-error.h"
#include "uds-notes-report.h"
#include "uds-pages.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static gboolean
link_note (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  UdsRecord *const *both = data;

  return uds_session_link (session, both[0], "concerns", both[1], error);
}

static void
set_up (StoreFixture  *fixture,
        gconstpointer  data)
{
  g_autoptr (UdsRecord) water = NULL, heat = NULL, later = NULL, city = NULL;

  store_fixture_set_up (fixture, NULL);
  city = store_fixture_add (fixture, "city", "name_en", "Rotterdam", "code", "rotterdam", NULL);
  water = store_fixture_add (fixture, "note", "title", "Squares that hold rain", "theme", "Water", "date", "2026-05-20",
                             "category", "visit", "author", "A. Author", "text",
                             "They flood on purpose,\nand dry in a day.\n\n# What it costs\n- little\n- less", NULL);
  heat =
      store_fixture_add (fixture, "note", "title", "Heat from data centres", "theme", "Energy", "date", "2025", NULL);
  later = store_fixture_add (fixture, "note", "title", "A call for cities", "theme", "Water and sea", "category",
                             "call", "date", "2026-09", "due", "2026-12-01", NULL);
  uds_store_write (fixture->store, "Link", link_note, ((UdsRecord *[]) { water, city }), NULL);
}

static gpointer
write_report (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  const UdsReportOptions options = {
    .language = UDS_LANGUAGE_EN,
    .date = { 2026, 9, 21 },
    .organisation = "City of Copenhagen",
    .about = data,
  };

  return uds_notes_report_new (session, &options, error);
}

/* The subtitle says how many notes there are, and of what. */
static void
assert_digest (StoreFixture *fixture,
               const char   *about,
               const char   *subtitle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document = uds_store_read (fixture->store, write_report, (gpointer) about, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (uds_document_get_subtitle (document), ==, subtitle);
}

static void
test_notes_are_gathered_by_theme_and_by_period (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  assert_digest (fixture, NULL, "3 notes");
  assert_digest (fixture, "water", "water · 2 notes");
  assert_digest (fixture, "Energy", "Energy · 1 note");
  assert_digest (fixture, "2026", "2026 · 2 notes");
  assert_digest (fixture, "2026-05", "May 2026 · 1 note");
}

static gpointer
write_chosen (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  const UdsReportOptions options = { .language = UDS_LANGUAGE_EN, .date = { 2026, 9, 21 }, .about = "Calls" };

  return uds_notes_report_new_of (session, &options, data, error);
}

static void
test_what_a_list_shows_is_gathered (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("note"));
  g_autoptr (UdsDocument) document = NULL;

  uds_query_where_is (query, "category", "call");
  document = uds_store_read (fixture->store, write_chosen, query, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (uds_document_get_subtitle (document), ==, "Calls · 1 note");
}

static void
test_where_there_is_none_it_says_so (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gpointer document = uds_store_read (fixture->store, write_report, (gpointer) "moon", &error);

  g_assert_null (document);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "moon"));
}

/* What stands in the file, by the words a reader finds in it. */
static char *
read_words (GBytes *pdf)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "udsyn-notes.pdf", NULL);
  char *words = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) (const char *const[]) { "pdftotext", "-layout", path, "-", NULL }, NULL,
                               G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL, NULL));
  g_assert_cmpint (g_remove (path), ==, 0);
  return words;
}

static void
test_a_note_stands_with_its_headings_and_what_it_concerns (StoreFixture  *fixture,
                                                           gconstpointer  data)
{
  static const char *const expected[] = {
    "Squares that hold rain",
    "20 May 2026 · Learned from a visit · A. Author",
    "They flood on purpose, and dry in a day.",
    "What it costs",
    "little",
    "Concerns: Rotterdam",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document = uds_store_read (fixture->store, write_report, (gpointer) "2026-05", &error);
  g_autoptr (UdsPages) pages = uds_pages_new (document);
  g_autoptr (GBytes) pdf = uds_pages_to_pdf (pages, NULL, &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  words = read_words (pdf);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (words, expected[i]) == NULL)
      g_error ("“%s” is not in:\n%s", expected[i], words);
  g_assert_null (strstr (words, "# What"));
}

#define ADD(path, func) g_test_add ("/notes/" path, StoreFixture, NULL, set_up, func, store_fixture_tear_down)

int
main (int          argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  ADD ("notes-are-gathered-by-theme-and-by-period", test_notes_are_gathered_by_theme_and_by_period);
  ADD ("what-a-list-shows-is-gathered", test_what_a_list_shows_is_gathered);
  ADD ("where-there-is-none-it-says-so", test_where_there_is_none_it_says_so);
  ADD ("a-note-stands-with-its-headings-and-what-it-concerns",
       test_a_note_stands_with_its_headings_and_what_it_concerns);

  return g_test_run ();
}
