/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was exported comes in again the same, in this database and in another, and of a table that a person wrote every
 * cell is in a record or reported. */
#include "../store/store-fixture.h"
#include "uds-content.h"
#include "uds-export.h"
#include "uds-import.h"

#include <string.h>

static gpointer
export_kind (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (data);

  return uds_export_csv (session, query, error);
}

static GBytes *
export_table (StoreFixture  *fixture,
              const UdsKind *kind)
{
  g_autoptr (GError) error = NULL;
  GBytes *table = uds_store_read (fixture->store, export_kind, (gpointer) kind, &error);

  g_assert_no_error (error);
  return table;
}

static UdsImport *
preview (const char *kind,
         const char *text)
{
  UdsImport *import = uds_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  uds_import_add_bytes (import, "table.csv", bytes);
  uds_import_set_kind (import, 0, uds_kind_lookup (kind));
  uds_import_preview (import);
  return import;
}

static gint64
apply (StoreFixture *fixture,
       UdsImport    *import)
{
  g_autoptr (GError) error = NULL;
  gint64 group = uds_import_apply (import, fixture->store, &error);

  g_assert_no_error (error);
  return group;
}

static UdsImportFile *
get_file (UdsImport *import)
{
  return g_ptr_array_index (uds_import_get_files (import), 0);
}

/* Imports a table and returns what it says about it: "row:column code" for each problem. */
static char *
import_table (StoreFixture     *fixture,
              const char       *kind,
              const char       *text,
              UdsImportRecords *records)
{
  g_autoptr (UdsImport) import = preview (kind, text);
  const UdsImportFile *file = get_file (import);
  GString *problems = g_string_new (NULL);

  apply (fixture, import);
  g_assert_cmpuint (file->cells.read, ==, file->cells.imported + file->cells.reported);
  for (guint i = 0; i < file->problems->len; i++)
    {
      const UdsProblem *problem = g_ptr_array_index (file->problems, i);

      g_string_append_printf (problems, "%s%u:%u %s", i > 0 ? ", " : "", problem->row, problem->column,
                              uds_problem_get_name (problem));
    }
  *records = file->records;
  return g_string_free (problems, FALSE);
}

static void
assert_import (StoreFixture *fixture,
               const char   *kind,
               const char   *text,
               guint         created,
               guint         updated,
               guint         unchanged,
               const char   *expected)
{
  UdsImportRecords records;
  g_autofree char *problems = import_table (fixture, kind, text, &records);

  g_assert_cmpstr (problems, ==, expected);
  g_assert_cmpuint (records.created, ==, created);
  g_assert_cmpuint (records.updated, ==, updated);
  g_assert_cmpuint (records.unchanged, ==, unchanged);
}

static gpointer
find (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  return uds_session_find (session, data, error);
}

static UdsRecord *
find_record (StoreFixture *fixture,
             const char   *kind,
             const char   *field,
             const char   *value)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
  UdsRecord *record;

  uds_query_where_is (query, field, value);
  uds_query_set_long_text (query, TRUE);
  record = uds_store_read (fixture->store, find, query, NULL);
  g_assert_nonnull (record);
  return record;
}

/* The starting content, and texts that no format likes. */
static void
fill (StoreFixture *fixture)
{
  static const char *const awkward[] = {
    "=1+1", "'=1+1", "''@x", "'quoted'", " blanks ", "a,b;c\td", "two\r\nlines\nand\rthree", "\"said\"", "1.234", "-",
  };
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Fill", uds_content_load, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (awkward); i++)
    {
      g_autoptr (UdsRecord) city = uds_record_new (uds_kind_lookup ("city"));
      g_autoptr (UdsRecord) request = uds_record_new (uds_kind_lookup ("request"));

      uds_record_set_text (city, "name_da", awkward[i]);
      uds_record_set_text (city, "note_en", awkward[i]);
      uds_record_set_real (city, "latitude", 55.676);
      uds_record_set_real (city, "longitude", -0.1 / 3);
      store_fixture_save (fixture, city);
      uds_record_set_text (request, "subject", awkward[i]);
      uds_record_set_text (request, "city", uds_record_get_id (city));
      store_fixture_save (fixture, request);
    }
}

static void
test_an_export_changes_nothing (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  fill (fixture);
  before = store_fixture_dump (fixture);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (UdsImport) import = uds_import_new ();
      g_autoptr (GBytes) table = export_table (fixture, kinds[i]);
      const UdsImportFile *file;

      g_test_message ("%s", kinds[i]->name);
      uds_import_add_bytes (import, "table.csv", table);
      uds_import_preview (import);
      file = get_file (import);
      g_assert_cmpstr (file->format, ==, "records");
      g_assert_cmpuint (file->problems->len, ==, 0);
      g_assert_cmpint (apply (fixture, import), ==, 0);
      g_assert_cmpuint (file->problems->len, ==, 0);
      g_assert_cmpuint (file->cells.read, ==, file->cells.imported);
      g_assert_cmpuint (file->records.unchanged, ==, file->n_rows);
    }
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* All files together, in any order, make another database the same; one command takes it all back. */
static void
test_an_export_makes_the_same_elsewhere (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  StoreFixture other;
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autofree char *before = NULL, *after = NULL, *undone = NULL;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);
  gint64 group;

  fill (fixture);
  store_fixture_set_up (&other, NULL);
  for (guint i = n_kinds; i > 0; i--)
    {
      g_autoptr (GBytes) table = export_table (fixture, kinds[i - 1]);

      uds_import_add_bytes (import, "table.csv", table);
    }
  uds_import_preview (import);
  group = apply (&other, import);
  before = store_fixture_dump (fixture);
  after = store_fixture_dump (&other);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (uds_store_undo (other.store, group, NULL), >, 0);
  undone = store_fixture_dump (&other);
  g_assert_cmpstr (undone, ==, "");
  store_fixture_tear_down (&other, NULL);
}

static void
test_people_write_labels_and_names (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (UdsRecord) city = NULL, university = NULL;

  assert_import (fixture, "city", "name_da;country;Latitude\nMalmø;Sverige;55,605\nOslo;Norge;59,9\n", 2, 0, 0, "");
  assert_import (fixture, "organisation",
                 "Name,Code,type,CITY,Valid from\n"
                 "Malmö University,MAU, University ,Malmø,1998-07\n",
                 1, 0, 0, "2:3 trimmed");
  city = find_record (fixture, "city", "name_da", "Malmø");
  university = find_record (fixture, "organisation", "code", "MAU");
  g_assert_cmpfloat (uds_record_get_real (city, "latitude"), ==, 55.605);
  g_assert_cmpstr (uds_record_get_text (university, "name_en"), ==, "Malmö University");
  g_assert_cmpstr (uds_record_get_text (university, "category"), ==, "university");
  g_assert_cmpstr (uds_record_get_text (university, "city"), ==, uds_record_get_id (city));
}

/* Known again by its key; what a column leaves empty or does not have stays. */
static void
test_a_key_recognises_a_record (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UdsRecord) record = NULL;

  assert_import (fixture, "network", "code,name_da,name_en,start\nEC,Eurocities,,1986\n", 1, 0, 0, "");
  assert_import (fixture, "network", "code,name_da,name_en,start\nEC,,Eurocities network,\n", 0, 1, 0, "");
  assert_import (fixture, "network", "code,name_en\nEC,Eurocities network\n", 0, 0, 1, "");
  record = find_record (fixture, "network", "code", "EC");
  g_assert_cmpstr (uds_record_get_text (record, "name_da"), ==, "Eurocities");
  g_assert_cmpstr (uds_record_get_text (record, "start"), ==, "1986");
}

static void
test_the_same_file_again_changes_nothing (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  static const char table[] = "subject,received,persons\nVisit,2026-01-02,12\nVisit,2026-01-03,12\n";
  g_autoptr (UdsImport) again = preview ("request", table);

  assert_import (fixture, "request", table, 2, 0, 0, "");
  g_assert_cmpint (apply (fixture, again), ==, 0);
  g_assert_cmpuint (get_file (again)->records.unchanged, ==, 2);
}

static void
test_what_is_not_imported_is_reported (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  static const struct {
    const char *kind, *table;
    guint created;
    const char *problems;
  } cases[] = {
    { "event", "code,name_da,start\nA,Tour,in July\n", 1, "2:3 does-not-fit" },
    { "event", "code,name_da,moon,,code\nB,Tour,full,x,y\n", 1, "2:3 unknown-column, 2:4 unnamed-column, "
                                                                "2:5 duplicate-column" },
    { "event", "code,name_da\nC,Tour,more\n", 1, "2:3 extra-cell" },
    { "event", "code,name_da,part_of\nD,Tour,nothing\n", 1, "2:3 unknown-reference" },
    { "event", "code,start\nE,2022\n", 0, "2:1 record-refused, 2:2 record-refused" },
    { "event", "code,name_da\nF,Tour\nF,Congress\n", 1, "3:1 duplicate-record, 3:2 duplicate-record" },
    { "event", "id,code,name_da\n17,G,Tour\n", 1, "2:1 does-not-fit" },
    { "event", "code,name_da,start\nH,Tour,  \n", 1, "2:3 missing-value" },
    { "principle", "number,name_da\none,First\n", 0, "2:1 does-not-fit, 2:2 row-refused" },
    { "membership", "network,valid_from\nnobody,2020\n", 0, "2:1 unknown-reference, 2:2 row-refused" },
    { "city", "code,name_da,latitude\nI,A,1.234\nJ,B,2.345\n", 2, "2:3 ambiguous-number, 3:3 ambiguous-number" },
    { "city", "code,name_da,latitude\nK,A,north\n", 1, "2:3 not-a-number" },
    { "indicator", "code,title_da,metadata\n1.1,A,[1]\n", 1, "2:3 not-json" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].table);
      assert_import (fixture, cases[i].kind, cases[i].table, cases[i].created, 0, 0, cases[i].problems);
    }
}

static void
test_a_name_of_two_is_no_reference (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  assert_import (fixture, "city", "code,name_da\nX,Halle\nY,Halle\n", 2, 0, 0, "");
  assert_import (fixture, "agreement", "code,title_da,city\nA,Aftale,Halle\n", 1, 0, 0, "2:3 unknown-reference");
  assert_import (fixture, "agreement", "code,title_da,city\nB,Aftale,Y\n", 1, 0, 0, "");
}

static void
test_a_row_may_refer_to_one_below (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) stage = NULL, day = NULL;

  assert_import (fixture, "event", "code,name_da,part_of\nS,Etape,Dag\nD,Dag,T\nT,Tour,\nL,Løs,L2\n", 4, 0, 0,
                 "5:3 unknown-reference");
  stage = find_record (fixture, "event", "code", "S");
  day = find_record (fixture, "event", "code", "D");
  g_assert_cmpstr (uds_record_get_text (stage, "part_of"), ==, uds_record_get_id (day));
}

static void
test_a_table_of_other_things_is_refused (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (UdsImport) import = preview ("city", "moon,sun\n1,2\n");

  g_assert_true (get_file (import)->refused);
  g_assert_false (uds_import_has_content (import));
}

#define ADD(name, func) g_test_add ("/record-table/" name, StoreFixture, NULL, store_fixture_set_up, func, \
                                    store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-export-changes-nothing", test_an_export_changes_nothing);
  ADD ("an-export-makes-the-same-elsewhere", test_an_export_makes_the_same_elsewhere);
  ADD ("people-write-labels-and-names", test_people_write_labels_and_names);
  ADD ("a-key-recognises-a-record", test_a_key_recognises_a_record);
  ADD ("the-same-file-again-changes-nothing", test_the_same_file_again_changes_nothing);
  ADD ("what-is-not-imported-is-reported", test_what_is_not_imported_is_reported);
  ADD ("a-name-of-two-is-no-reference", test_a_name_of_two_is_no_reference);
  ADD ("a-row-may-refer-to-one-below", test_a_row_may_refer_to_one_below);
  ADD ("a-table-of-other-things-is-refused", test_a_table_of_other_things_is_refused);

  return g_test_run ();
}
