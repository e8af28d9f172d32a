/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory at its largest: 1,000 networks, 100,000 organisations, 300,000 people. Lists are opened, filtered,
 * grouped and searched, each time to the first rows with their records; beside them bare SQL on a warm statement, which
 * reads as many rows of the same answer by an index of its own. What is written is measured as commands write it. */
#include "bench-support.h"

#include "uds-fold.h"
#include "uds-list-filter.h"
#include "uds-merge.h"
#include "uds-uuid.h"

#define N_NETWORKS 1000
#define N_CITIES 5000
#define N_ORGANISATIONS 100000
#define N_PEOPLE 300000
#define N_MEMBERSHIPS 50000
#define N_COUNTRIES 190
#define N_ROUNDS 11
#define N_WRITTEN 2000
#define AIM 50
#define ALIKE 100 /* of so many people one is there twice */
#define N_MERGED 20
#define ALL_PAIRS_AIM 5000 /* in a command, for all at once */
#define CHOICES_AIM 100 /* what there is to choose from comes after the list */

static const char *const categories[] = { "municipality", "university", "company", "authority" };

/* The id of a row, by its table and number. */
static char *
make_id (guint table,
         guint number)
{
  return g_strdup_printf ("0195f0e0-%04x-7000-8000-%012u", table, number);
}

static sqlite3_stmt *
prepare (sqlite3    *handle,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  return statement;
}

/* Texts are taken over; ended by NULL. */
static void
insert (sqlite3_stmt *statement,
        ...)
{
  va_list texts;
  int index = 0;

  va_start (texts, statement);
  for (char *text = va_arg (texts, char *); text != NULL; text = va_arg (texts, char *))
    sqlite3_bind_text (statement, ++index, text, -1, g_free);
  va_end (texts);
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

/* Few countries have most, as it is. */
static char *
make_country (guint number)
{
  guint share = number * 2654435761u % 1000;

  return g_strdup_printf ("Land %u", share < 130 ? 0 : share * number % N_COUNTRIES);
}

static char *
make_name (guint number,
           guint n_words)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = bench_make_word (number * (i * 6 + 7) + i);

      *word = g_ascii_toupper (*word);
      g_string_append_printf (name, "%s%s", i > 0 ? " " : "", word);
    }
  return g_string_free (name, FALSE);
}

static void
insert_document (sqlite3_stmt *statement,
                 const char   *kind,
                 const char   *id,
                 const char   *name,
                 const char   *body)
{
  insert (statement, g_strdup (kind), g_strdup (id), uds_fold (name), uds_fold (body),
          uds_sort_key (name, UDS_LANGUAGE_DA), uds_sort_key (name, UDS_LANGUAGE_EN), NULL);
}

#define DOCUMENT \
  "INSERT INTO search_document (kind, record, title, body, sort_da, sort_en) VALUES (?1, ?2, ?3, ?4," \
  " CAST (?5 AS BLOB), CAST (?6 AS BLOB))"

static void
fill_networks (sqlite3      *handle,
               sqlite3_stmt *document)
{
  sqlite3_stmt *network = prepare (handle, "INSERT INTO network (id, version, name_da, category)"
                                           " VALUES (?1, 1, ?2, 'network')");
  sqlite3_stmt *city = prepare (handle, "INSERT INTO city (id, version, name_da, country) VALUES (?1, 1, ?2, ?3)");

  for (guint i = 0; i < N_NETWORKS; i++)
    {
      g_autofree char *id = make_id (1, i);
      g_autofree char *name = make_name (i + 1, 3);

      insert (network, g_strdup (id), g_strdup (name), NULL);
      insert_document (document, "network", id, name, "");
    }
  for (guint i = 0; i < N_CITIES; i++)
    {
      g_autofree char *id = make_id (2, i);
      g_autofree char *name = make_name (i + 1, 1);

      insert (city, g_strdup (id), g_strdup (name), make_country (i), NULL);
      insert_document (document, "city", id, name, "");
    }
  sqlite3_finalize (network);
  sqlite3_finalize (city);
}

static void
fill_organisations (sqlite3      *handle,
                    sqlite3_stmt *document)
{
  sqlite3_stmt *organisation = prepare (handle, "INSERT INTO organisation (id, version, name_da, country, category,"
                                                " city) VALUES (?1, 1, ?2, ?3, ?4, ?5)");
  sqlite3_stmt *membership = prepare (handle, "INSERT INTO membership (id, version, network, organisation, valid_from,"
                                              " valid_to) VALUES (?1, 1, ?2, ?3, ?4, ?5)");

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      g_autofree char *id = make_id (3, i);
      g_autofree char *name = make_name (i + 1, 4);
      g_autofree char *country = make_country (i);

      insert (organisation, g_strdup (id), g_strdup (name), g_strdup (country),
              g_strdup (categories[i % 100 == 0 ? 0 : 1 + i % 3]), make_id (2, i % N_CITIES), NULL);
      insert_document (document, "organisation", id, name, country);
    }
  for (guint i = 0; i < N_MEMBERSHIPS; i++)
    insert (membership, make_id (5, i), make_id (1, i * i % N_NETWORKS), make_id (3, i * 2 % N_ORGANISATIONS),
            g_strdup_printf ("%u", 1990 + i % 30), g_strdup_printf ("%u-06", 2021 + i % 9), NULL);
  sqlite3_finalize (organisation);
  sqlite3_finalize (membership);
}

static void
fill_people (sqlite3      *handle,
             sqlite3_stmt *document)
{
  sqlite3_stmt *person = prepare (handle, "INSERT INTO contact (id, version, name, email) VALUES (?1, 1, ?2, ?3)");
  sqlite3_stmt *role = prepare (handle, "INSERT INTO contact_role (id, version, contact, organisation, title)"
                                        " VALUES (?1, 1, ?2, ?3, ?4)");

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *id = make_id (4, i);
      g_autofree char *name = make_name ((i % ALIKE == ALIKE - 1 ? i - 1 : i) * 3 + 1, 2);
      g_autofree char *email = g_strdup_printf ("%u@example.org", i);

      insert (person, g_strdup (id), g_strdup (name), g_strdup (email), NULL);
      insert (role, make_id (6, i), g_strdup (id), make_id (3, i % N_ORGANISATIONS), bench_make_word (i % 50), NULL);
      insert_document (document, "contact", id, name, email);
    }
  sqlite3_finalize (person);
  sqlite3_finalize (role);
}

static void
fill (const char *path)
{
  sqlite3 *handle = bench_open (path);
  sqlite3_stmt *document = prepare (handle, DOCUMENT);

  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  bench_exec (handle, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN");
  fill_networks (handle, document);
  fill_organisations (handle, document);
  fill_people (handle, document);
  sqlite3_finalize (document);
  bench_exec (handle, "INSERT INTO search (search) VALUES ('rebuild'); COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (handle);
}

/* What the same answer costs where everything is at hand: a table of its own with an index on the bytes of the name. */
static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *handle = bench_open (path);

  bench_exec (handle,
              "CREATE TEMP TABLE person AS SELECT id, name, email FROM contact;"
              "CREATE INDEX temp.person_name ON person (name);"
              "CREATE TEMP TABLE body AS SELECT id, name_da AS name, country, category FROM organisation;"
              "CREATE INDEX temp.body_name ON body (name);"
              "CREATE INDEX temp.body_country ON body (country, name);"
              "CREATE INDEX temp.body_category ON body (category, name)");
  return handle;
}

static void
run_bare (sqlite3    *handle,
          const char *sql,
          GArray     *times)
{
  sqlite3_stmt *statement = prepare (handle, sql);
  double start = bench_now ();

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int column = 0; column < sqlite3_column_count (statement); column++)
      sqlite3_column_text (statement, column);
  start = bench_now () - start;
  g_array_append_val (times, start);
  sqlite3_finalize (statement);
}

typedef struct {
  const char *name;
  const char *kind;
  const char *field; /* none where nothing is filtered */
  const char *value;
  const char *words;
  const char *group; /* none where the list is in no groups */
  const char *bare;
  double most; /* times what bare SQL takes: it has an index for each filter, with the order in it */
} Case;

#define BY_NAME 10
#define FILTERED 500

/* With what the list shows of each: what a person is and where, in how many networks an organisation is. */
#define PEOPLE \
  "SELECT *, (SELECT role.title || place.name_da FROM contact_role AS role" \
  " JOIN organisation AS place ON place.id = role.organisation WHERE role.contact = person.id LIMIT 1)" \
  " FROM person ORDER BY name LIMIT 30"
#define BODIES(condition) \
  "SELECT *, (SELECT count (*) FROM membership WHERE membership.organisation = body.id)" \
  " FROM body " condition " ORDER BY name LIMIT 30"
#define GROUPED(group, condition) \
  "SELECT *, (SELECT count (*) FROM membership WHERE membership.organisation = body.id)" \
  " FROM body " condition " ORDER BY " group ", name LIMIT 30"
#define FOUND(words) \
  "SELECT title FROM search_document WHERE id IN (SELECT rowid FROM search WHERE search MATCH '" words "')" \
  " ORDER BY title LIMIT 30"

static const Case cases[] = {
  { "networks", "network", NULL, NULL, NULL, NULL, "SELECT * FROM network ORDER BY name_da LIMIT 30", BY_NAME },
  { "people", "contact", NULL, NULL, NULL, NULL, PEOPLE, BY_NAME },
  { "organisations", "organisation", NULL, NULL, NULL, NULL, BODIES (""), BY_NAME },
  { "organisations of the largest country", "organisation", "country", "Land 0", NULL, NULL,
    BODIES ("WHERE country = 'Land 0'"), FILTERED },
  { "organisations of a small country", "organisation", "country", "Land 77", NULL, NULL,
    BODIES ("WHERE country = 'Land 77'"), FILTERED },
  { "organisations of a frequent type", "organisation", "category", "company", NULL, NULL,
    BODIES ("WHERE category = 'company'"), FILTERED },
  { "organisations of a rare type", "organisation", "category", "municipality", NULL, NULL,
    BODIES ("WHERE category = 'municipality'"), FILTERED },
  { "organisations of a type that none has", "organisation", "category", "region", NULL, NULL,
    BODIES ("WHERE category = 'region'"), FILTERED },
  { "organisations of the largest country, 2 letters", "organisation", "country", "Land 0", "kl", NULL,
    BODIES ("WHERE country = 'Land 0'"), FILTERED },
  { "organisations of a city", "organisation", "city", "0195f0e0-0002-7000-8000-000000000042", NULL, NULL,
    "SELECT * FROM organisation WHERE city = '0195f0e0-0002-7000-8000-000000000042' ORDER BY name_da LIMIT 30",
    BY_NAME },
  { "people, 1 letter", "contact", NULL, NULL, "k", NULL, FOUND ("k*"), BY_NAME },
  { "people, 2 letters", "contact", NULL, NULL, "kl", NULL, FOUND ("kl*"), BY_NAME },
  { "people, 4 letters", "contact", NULL, NULL, "klim", NULL, FOUND ("klim*"), BY_NAME },
  { "people, 2 words", "contact", NULL, NULL, "byma cy", NULL, FOUND ("byma* cy*"), BY_NAME },
  { "organisations of a type, 2 letters", "organisation", "category", "company", "by", NULL, FOUND ("by*"), FILTERED },
  { "organisations by country", "organisation", NULL, NULL, NULL, "country", GROUPED ("country", ""), FILTERED },
  { "organisations by country, 1 letter", "organisation", NULL, NULL, "k", "country", GROUPED ("country", ""),
    FILTERED },
  { "organisations by country, 4 letters", "organisation", NULL, NULL, "klim", "country", GROUPED ("country", ""),
    FILTERED },
  { "organisations by type", "organisation", NULL, NULL, NULL, "category", GROUPED ("category", ""), FILTERED },
  { "organisations by network", "organisation", NULL, NULL, NULL, "network", GROUPED ("country", ""), FILTERED },
  { "people by role", "contact", NULL, NULL, NULL, "role", PEOPLE, FILTERED },
  { "people by country", "contact", NULL, NULL, NULL, "country", PEOPLE, FILTERED },
  { "people by network, who are in none", "contact", NULL, NULL, NULL, "network", PEOPLE, FILTERED },
};

/* Each group is asked for as the filter asks; bare SQL has an index for the groups, with the order in them. */
static UdsListGroups *
make_groups (const Case *one,
             UdsQuery   *query)
{
  g_autoptr (GVariant) filter = NULL;

  if (one->group == NULL)
    return NULL;
  filter = g_variant_ref_sink (g_variant_new_parsed ("{'group': %s}", one->group));
  return uds_list_groups_new (query, filter, &(UdsDate) { 2024, 5, 1 });
}

static void
measure (BenchDatabase *database,
         sqlite3       *bare,
         const Case    *one)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (one->kind));
  g_autoptr (UdsListGroups) groups = NULL;
  guint n_rows = 0;

  if (one->field != NULL)
    uds_query_where_is (query, one->field, one->value);
  uds_query_match (query, one->words);
  groups = make_groups (one, query);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double start = bench_now ();
      g_autoptr (UdsRowList) list = bench_open_list (database, query, groups, ours);

      bench_wait_for_all (list);
      start = bench_now () - start;
      g_array_append_val (all, start);
      run_bare (bare, one->bare, theirs);
      n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));
    }

  g_print ("%u rows; ", n_rows);
  bench_report (one->name, "ms", bench_percentile (ours, 50), "bare SQL", bench_percentile (theirs, 50), one->most);
  bench_report_aim (one->name, "ms", bench_percentile (ours, 95), AIM);
  if (groups != NULL)
    g_print ("%s: all after %.0f ms\n", one->name, bench_percentile (all, 50));
}

/* Those who were members of a network on a day. */
static void
measure_members (BenchDatabase *database)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (UdsQuery) members = uds_query_new (uds_kind_lookup ("membership"));
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("organisation"));
  g_autofree char *network = make_id (1, 0);
  UdsDate day = { 2024, 5, 1 };
  guint n_rows = 0;

  uds_query_where_is (members, "network", network);
  uds_query_where_valid (members, "valid_from", "valid_to", &day);
  uds_query_where_named (query, "id", members, "organisation");
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (UdsRowList) list = bench_open_list (database, query, NULL, times);

      bench_wait_for_all (list);
      n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));
    }
  g_print ("%u rows; ", n_rows);
  bench_report_aim ("members of a network on a day", "ms", bench_percentile (times, 95), AIM);
}

static gpointer
read_facets (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  return uds_session_read_facets (session, data, UDS_LANGUAGE_DA, error);
}

/* What there is to choose from, each time a filter is changed. */
static void
measure_facets (BenchDatabase *database,
                const char    *kind,
                const char    *name)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double start = bench_now ();
      g_autoptr (GPtrArray) facets =
          uds_store_read (database->store, read_facets, (gpointer) uds_kind_lookup (kind), NULL);
      double taken = bench_now () - start;

      g_assert_nonnull (facets);
      g_array_append_val (times, taken);
    }
  bench_report_aim (name, "ms", bench_percentile (times, 95), CHOICES_AIM);
}

static gboolean
write_people (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  for (guint i = 0; i < N_WRITTEN; i++)
    {
      g_autoptr (UdsRecord) record = uds_record_new (uds_kind_lookup ("contact"));
      g_autofree char *name = make_name (i * 11 + 5, 2);

      uds_record_set_text (record, "name", name);
      if (!uds_session_save (session, record, error))
        return FALSE;
    }
  return TRUE;
}

/* Who may be the same as one person, as each person's page asks. */
static gpointer
list_similar (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  g_autoptr (UdsRecord) person = uds_session_get (session, uds_kind_lookup ("contact"), data, error);

  return uds_session_list_similar (session, person, error);
}

static gpointer
list_duplicates (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  return uds_session_list_duplicates (session, data, error);
}

static gboolean
merge (UdsSession  *session,
       gpointer     data,
       GError     **error)
{
  const UdsDuplicate *pair = data;

  return uds_session_merge (session, uds_kind_lookup ("contact"), uds_record_get_id (pair->first),
                            uds_record_get_id (pair->second), error);
}

static void
measure_similar (BenchDatabase *database)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_similar = 0;

  for (guint i = ALIKE - 1; i < N_PEOPLE; i += N_PEOPLE / 100)
    {
      g_autofree char *id = make_id (4, i);
      double start = bench_now ();
      g_autoptr (GPtrArray) similar = uds_store_read (database->store, list_similar, id, NULL);
      double taken = bench_now () - start;

      n_similar += similar->len;
      g_array_append_val (times, taken);
    }
  g_print ("%u found for 100 people; ", n_similar);
  bench_report_aim ("who may be the same person", "ms", bench_percentile (times, 95), AIM);
}

static void
measure_merging (BenchDatabase *database)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  double start = bench_now ();
  g_autoptr (GPtrArray) pairs =
      uds_store_read (database->store, list_duplicates, (gpointer) uds_kind_lookup ("contact"), &error);

  g_assert_no_error (error);
  bench_report_aim ("all pairs among 300,000 people", "ms", bench_now () - start, ALL_PAIRS_AIM);
  for (guint i = 0; i < MIN (pairs->len, N_MERGED); i++)
    {
      double taken;

      start = bench_now ();
      uds_store_write (database->store, "Merge", merge, g_ptr_array_index (pairs, pairs->len - 1 - i), &error);
      taken = bench_now () - start;
      g_array_append_val (times, taken);
      g_assert_no_error (error);
    }
  g_print ("%u pairs; ", pairs->len);
  bench_report_aim ("two of 300,000 people made one", "ms", bench_percentile (times, 95), AIM);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  BenchDatabase database;
  sqlite3 *bare;
  double cpu;

  bench_database_init (&database, 0, FALSE);
  fill (database.path);
  bare = open_bare (database.path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    measure (&database, bare, &cases[i]);
  measure_members (&database);
  measure_facets (&database, "organisation", "what organisations can be filtered by");
  measure_facets (&database, "contact", "what people can be filtered by");

  measure_similar (&database);
  measure_merging (&database);

  cpu = bench_cpu ();
  uds_store_write (database.store, "Write", write_people, NULL, &error);
  g_assert_no_error (error);
  bench_report_aim ("a person written among 300,000", "ms of CPU", (bench_cpu () - cpu) / N_WRITTEN, 0.2);
  bench_report_load ();

  sqlite3_close (bare);
  bench_database_clear (&database);
  return 0;
}
