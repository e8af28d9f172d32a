/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The starting content is whole: every fact is there once, with its source and in Danish, and nothing in it is loose.
 * The tables are read here as files too, so that a row the loader would not take is seen. */
#include "../store/store-fixture.h"
#include "uds-content.h"
#include "uds-csv.h"
#include "uds-date.h"

#include <glib/gstdio.h>

static const struct {
  const char *kind;
  gint64 n_records;
} counts[] = {
  { "administration", 7 },
  { "purpose", 6 },
  { "principle", 7 },
  { "strategy-section", 7 },
  { "goal", 17 },
  { "target", 169 },
  { "un-indicator", 248 },
  { "indicator", 88 },
  { "indicator-target", 1 },
  { "series-break", 0 },
  { "calculation", 0 },
  { "series", 88 },
  { "observation", 1038 },
  { "effort", 16 },
  { "network", 12 },
  { "network-figure", 12 },
  { "city", 108 },
  { "comparison", 4 },
  { "comparison-value", 212 },
  { "organisation", 93 },
  { "membership", 201 },
  { "other-name", 0 },
  { "agreement", 4 },
  { "party", 0 },
  { "document", 0 },
  { "agenda", 0 },
  { "focus-area", 0 },
  { "contact", 0 },
  { "contact-point", 0 },
  { "contact-role", 0 },
  { "note", 0 },
  { "event", 33 },
  { "figure", 9 },
  { "request", 0 },
  { "link", 150 },
};

static gint64
load (StoreFixture  *fixture,
      GError       **error)
{
  return uds_store_write (fixture->store, uds_content_get_command (), uds_content_load, NULL, error);
}

static void
load_content (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 group = load (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpint (group, >, 0);
}

static void
set_up_loaded (StoreFixture  *fixture,
               gconstpointer  data)
{
  store_fixture_set_up (fixture, data);
  load_content (fixture);
}

static gpointer
list (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  return uds_session_list (session, data, error);
}

static GPtrArray *
list_where (StoreFixture *fixture,
            const char   *kind,
            const char   *field,
            const char   *value)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  uds_query_set_long_text (query, TRUE);
  if (field != NULL)
    uds_query_where_is (query, field, value);
  records = uds_store_read (fixture->store, list, query, &error);
  g_assert_no_error (error);
  return records;
}

/* The one record of a kind that has a value. */
static UdsRecord *
find (StoreFixture *fixture,
      const char   *kind,
      const char   *field,
      const char   *value)
{
  g_autoptr (GPtrArray) records = list_where (fixture, kind, field, value);

  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (g_ptr_array_index (records, 0));
}

static gint64
count (StoreFixture *fixture,
       const char   *kind)
{
  g_autoptr (GPtrArray) records = list_where (fixture, kind, NULL, NULL);

  return records->len;
}

static void
assert_title (StoreFixture *fixture,
              const char   *kind,
              const char   *field,
              const char   *value,
              const char   *danish,
              const char   *english)
{
  g_autoptr (UdsRecord) record = find (fixture, kind, field, value);

  g_assert_cmpstr (uds_record_get_title (record, UDS_LANGUAGE_DA), ==, danish);
  g_assert_cmpstr (uds_record_get_title (record, UDS_LANGUAGE_EN), ==, english);
}

static void
test_every_fact_is_there_once (StoreFixture  *fixture,
                               gconstpointer  data)
{
  guint n_kinds;

  uds_kind_list (&n_kinds);
  g_assert_cmpuint (n_kinds, ==, G_N_ELEMENTS (counts));
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_test_message ("%s", counts[i].kind);
      g_assert_cmpint (count (fixture, counts[i].kind), ==, counts[i].n_records);
    }
}

static void
test_every_column_is_a_field (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dk/kk/Udsyn/content/%s.csv", counts[i].kind);
      g_autoptr (GBytes) text = g_resources_lookup_data (path, 0, NULL);
      g_autoptr (UdsCsvReader) table = NULL;
      gint64 n_rows = 0;

      if (counts[i].n_records == 0)
        {
          g_assert_null (text);
          continue;
        }

      table = uds_csv_reader_new (text, ',');
      g_assert_true (uds_csv_reader_next (table, NULL));
      for (guint column = 0; column < uds_csv_reader_get_n_cells (table); column++)
        g_assert_nonnull (uds_kind_lookup_field (uds_kind_lookup (counts[i].kind),
                                                 uds_csv_reader_get_cell (table, column), NULL));
      while (uds_csv_reader_next (table, NULL))
        n_rows++;
      g_assert_cmpint (n_rows, ==, counts[i].n_records);
    }
}

static void
test_every_row_names_its_source (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GPtrArray) records = list_where (fixture, counts[i].kind, NULL, NULL);

      if (uds_kind_lookup_field (uds_kind_lookup (counts[i].kind), "source", NULL) == NULL)
        continue;
      for (guint j = 0; j < records->len; j++)
        g_assert_cmpstr (uds_record_get_text (g_ptr_array_index (records, j), "source"), !=, NULL);
    }
}

/* A source has no language of its own and is read in both: it names where something stands, by address, title and ISO
 * date, and says nothing about it. */
static void
test_a_source_is_a_citation_in_any_language (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (GRegex) prose =
      g_regex_new ("(?:^|[ (])(own|page|wording|label|computed|restored|corrected|link to|end of|member list|item \\d"
                   "|January|February|April|June|July|August|September|October|November|December)\\b"
                   "|^(da|en): |; (da|en): ",
                   0, 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GPtrArray) records = list_where (fixture, counts[i].kind, NULL, NULL);

      if (uds_kind_lookup_field (uds_kind_lookup (counts[i].kind), "source", NULL) == NULL)
        continue;
      for (guint j = 0; j < records->len; j++)
        {
          const char *source = uds_record_get_text (g_ptr_array_index (records, j), "source");

          g_test_message ("%s: %s", counts[i].kind, source);
          g_assert_false (g_regex_match (prose, source, 0, NULL));
        }
    }
}

/* Both halves of a pair, or neither: no reader meets the other language by accident. */
static void
assert_both_languages (UdsRecord *record)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i + 1 < kind->n_fields; i++)
    if (kind->fields[i].flags & UDS_FIELD_DANISH)
      {
        g_test_message ("%s of %s", kind->fields[i].name, uds_record_get_title (record, UDS_LANGUAGE_EN));
        g_assert_cmpint (uds_record_has (record, kind->fields[i].name), ==,
                         uds_record_has (record, kind->fields[i + 1].name));
      }
}

static void
test_everything_is_said_in_both_languages (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GPtrArray) records = list_where (fixture, counts[i].kind, NULL, NULL);
      const UdsKind *kind = uds_kind_lookup (counts[i].kind);
      g_autofree char *danish = g_strconcat (kind->title != NULL ? kind->title : "", "_da", NULL);

      for (guint j = 0; j < records->len; j++)
        {
          UdsRecord *record = g_ptr_array_index (records, j);

          if (uds_kind_is_listed (kind))
            g_assert_true (uds_record_has (record, danish));
          assert_both_languages (record);
        }
    }
}

static void
test_no_period_ends_before_it_begins (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  static const char *const pairs[][2] = { { "start", "end" }, { "valid_from", "valid_to" } };
  guint n_periods = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (pairs); j++)
      {
        g_autoptr (GPtrArray) records = list_where (fixture, counts[i].kind, NULL, NULL);

        if (uds_kind_lookup_field (uds_kind_lookup (counts[i].kind), pairs[j][0], NULL) == NULL)
          continue;
        for (guint k = 0; k < records->len; k++)
          {
            UdsRecord *record = g_ptr_array_index (records, k);
            UdsDate from, to;

            if (!uds_record_has (record, pairs[j][0]) || !uds_record_has (record, pairs[j][1]))
              continue;
            g_assert_true (uds_date_parse (uds_record_get_text (record, pairs[j][0]), &from));
            g_assert_true (uds_date_parse (uds_record_get_text (record, pairs[j][1]), &to));
            g_assert_cmpint (uds_date_compare (&from, &to), <=, 0);
            n_periods++;
          }
      }

  g_assert_cmpuint (n_periods, >, 20);
}

static void
test_observations_are_years_with_a_value_and_a_quality (StoreFixture  *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) observations = list_where (fixture, "observation", NULL, NULL);

  for (guint i = 0; i < observations->len; i++)
    {
      UdsRecord *observation = g_ptr_array_index (observations, i);
      UdsDate year;

      g_assert_true (uds_date_parse (uds_record_get_text (observation, "period"), &year));
      g_assert_cmpint (year.month, ==, 0);
      g_assert_true (uds_record_has (observation, "value"));
      g_assert_true (uds_record_has (observation, "quality"));
    }
}

static void
test_every_link_ties_records_that_are_there (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (GPtrArray) links = list_where (fixture, "link", NULL, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      UdsRecord *link = g_ptr_array_index (links, i);
      g_autoptr (UdsRecord) from = store_fixture_get (fixture, uds_record_get_text (link, "from_kind"),
                                                      uds_record_get_text (link, "from_id"));
      g_autoptr (UdsRecord) to = store_fixture_get (fixture, uds_record_get_text (link, "to_kind"),
                                                    uds_record_get_text (link, "to_id"));

      g_assert_nonnull (from);
      g_assert_nonnull (to);
    }
}

static void
test_a_given_up_target_stays_visible_as_such (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  g_autoptr (UdsRecord) climate = find (fixture, "indicator", "code", "cph-co2-reduction");
  g_autoptr (UdsRecord) cycling = find (fixture, "indicator", "code", "cph-cycle-share");
  g_autoptr (UdsRecord) population = find (fixture, "indicator", "code", "cph-population");

  g_assert_cmpfloat (uds_record_get_real (climate, "target_value"), ==, 100);
  g_assert_cmpint (uds_record_get_integer (climate, "target_year"), ==, 2025);
  g_assert_cmpstr (uds_record_get_text (climate, "target_state"), ==, "given-up");
  g_assert_cmpint (uds_record_get_integer (climate, "base_year"), ==, 2005);
  g_assert_cmpfloat (uds_record_get_real (cycling, "target_value"), ==, 50);
  g_assert_cmpint (uds_record_get_integer (cycling, "target_year"), ==, 2015);
  g_assert_false (uds_record_has (population, "direction"));
}

static void
test_a_statement_is_no_measurement (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (UdsRecord) climate = find (fixture, "indicator", "code", "cph-co2-reduction");
  g_autoptr (UdsRecord) series = find (fixture, "series", "indicator", uds_record_get_id (climate));
  g_autoptr (GPtrArray) points = list_where (fixture, "observation", "series", uds_record_get_id (series));

  for (guint i = 0; i < points->len; i++)
    {
      UdsRecord *point = g_ptr_array_index (points, i);

      if (!g_str_equal (uds_record_get_text (point, "period"), "2022"))
        continue;
      g_assert_cmpfloat (uds_record_get_real (point, "value"), ==, 80);
      g_assert_cmpstr (uds_record_get_text (point, "quality"), ==, "stated");
      g_assert_nonnull (strstr (uds_record_get_text (point, "footnote"), "grundlaget er ikke oplyst"));
      return;
    }

  g_assert_not_reached ();
}

static void
test_what_has_a_danish_name_bears_it (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  assert_title (fixture, "goal", "number", "11", "Bæredygtige byer og lokalsamfund",
                "Sustainable Cities and Communities");
  assert_title (fixture, "city", "code", "copenhagen", "København", "Copenhagen");
  assert_title (fixture, "city", "code", "beijing", "Peking", "Beijing");
  assert_title (fixture, "city", "code", "lisbon", "Lissabon", "Lisbon");
  assert_title (fixture, "city", "code", "genoa", "Genova", "Genoa");
  assert_title (fixture, "organisation", "code", "101", "Københavns Kommune", "City of Copenhagen");
  assert_title (fixture, "administration", "code", "OKF", "Økonomiforvaltningen", "Finance Administration");
  assert_title (fixture, "event", "code", "tour-2022/stage-1", "1. etape: København–København",
                "Stage 1: Copenhagen–Copenhagen");
}

static void
test_greater_copenhagen_has_its_85_municipalities (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) network = find (fixture, "network", "code", "greater-copenhagen");
  g_autoptr (GPtrArray) members = list_where (fixture, "membership", "network", uds_record_get_id (network));
  guint n_danish = 0, n_swedish = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const char *id = uds_record_get_text (g_ptr_array_index (members, i), "organisation");
      g_autoptr (UdsRecord) organisation = store_fixture_get (fixture, "organisation", id);

      if (!g_str_equal (uds_record_get_text (organisation, "category"), "municipality"))
        continue;
      if (g_str_equal (uds_record_get_text (organisation, "country"), "DK"))
        n_danish++;
      else
        n_swedish++;
    }

  g_assert_cmpuint (n_danish, ==, 46);
  g_assert_cmpuint (n_swedish, ==, 39);
}

static void
test_our_own_wording_is_marked (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) targets = list_where (fixture, "target", "unofficial", "1");
  g_autoptr (GPtrArray) indicators = list_where (fixture, "un-indicator", "unofficial", "1");

  g_assert_cmpuint (targets->len, ==, 62);
  g_assert_cmpuint (indicators->len, ==, 248);
}

static void
test_given_a_second_time_it_changes_nothing (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (UdsRecord) goal = find (fixture, "goal", "number", "1");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_remove (fixture, goal);
  before = store_fixture_dump (fixture);
  g_assert_cmpint (load (fixture, NULL), ==, 0);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_records_that_are_there_stay_as_they_are (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  g_autoptr (UdsRecord) own = store_fixture_indicator ("cph-organic", "Vores egen titel", "Our own title");
  g_autoptr (UdsRecord) kept = NULL;
  g_autoptr (UdsRecord) series = NULL;

  store_fixture_save (fixture, own);
  load_content (fixture);
  kept = find (fixture, "indicator", "code", "cph-organic");
  series = find (fixture, "series", "indicator", uds_record_get_id (own));

  g_assert_cmpstr (uds_record_get_id (kept), ==, uds_record_get_id (own));
  g_assert_cmpstr (uds_record_get_text (kept, "title_da"), ==, "Vores egen titel");
  g_assert_false (uds_record_has (kept, "source"));
  g_assert_cmpint (count (fixture, "indicator"), ==, 88);
}

/* Loads with another table in the place of one of ours; in a process of its own, because the resources read the
 * variable once. */
static void
test_a_loose_reference_takes_everything_back (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *table = NULL;
  g_autofree char *overlay = NULL;
  g_autoptr (GError) error = NULL;
  StoreFixture fixture;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  folder = g_dir_make_tmp ("udsyn-content-XXXXXX", NULL);
  table = g_build_filename (folder, "target.csv", NULL);
  overlay = g_strconcat ("/dk/kk/Udsyn/content=", folder, NULL);
  g_assert_true (g_file_set_contents (table, "code,goal,text_da\n1.1,1,Et\n18.1,18,To\n", -1, NULL));
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);

  store_fixture_set_up (&fixture, NULL);
  g_assert_cmpint (load (&fixture, &error), ==, -1);
  g_assert_cmpstr (error->message, ==,
                   "/dk/kk/Udsyn/content/target.csv, row 3: There is no record of the kind “goal” called “18”.");
  g_assert_cmpint (count (&fixture, "goal"), ==, 0);
  store_fixture_tear_down (&fixture, NULL);
  g_unlink (table);
  g_rmdir (folder);
}

#define LOADED(path, function) \
  g_test_add (path, StoreFixture, NULL, set_up_loaded, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  LOADED ("/content/every-fact-is-there-once", test_every_fact_is_there_once);
  g_test_add_func ("/content/every-column-is-a-field", test_every_column_is_a_field);
  LOADED ("/content/every-row-names-its-source", test_every_row_names_its_source);
  LOADED ("/content/a-source-is-a-citation-in-any-language", test_a_source_is_a_citation_in_any_language);
  LOADED ("/content/everything-is-said-in-both-languages", test_everything_is_said_in_both_languages);
  LOADED ("/content/no-period-ends-before-it-begins", test_no_period_ends_before_it_begins);
  LOADED ("/content/observations-are-years-with-a-value-and-a-quality",
          test_observations_are_years_with_a_value_and_a_quality);
  LOADED ("/content/every-link-ties-records-that-are-there", test_every_link_ties_records_that_are_there);
  LOADED ("/content/a-given-up-target-stays-visible-as-such", test_a_given_up_target_stays_visible_as_such);
  LOADED ("/content/a-statement-is-no-measurement", test_a_statement_is_no_measurement);
  LOADED ("/content/what-has-a-danish-name-bears-it", test_what_has_a_danish_name_bears_it);
  LOADED ("/content/greater-copenhagen-has-its-85-municipalities", test_greater_copenhagen_has_its_85_municipalities);
  LOADED ("/content/our-own-wording-is-marked", test_our_own_wording_is_marked);
  LOADED ("/content/given-a-second-time-it-changes-nothing", test_given_a_second_time_it_changes_nothing);
  g_test_add ("/content/records-that-are-there-stay-as-they-are", StoreFixture, NULL, store_fixture_set_up,
              test_records_that_are_there_stay_as_they_are, store_fixture_tear_down);
  g_test_add_func ("/content/a-loose-reference-takes-everything-back", test_a_loose_reference_takes_everything_back);

  return g_test_run ();
}
