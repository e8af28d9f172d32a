/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vCards come in whole, whatever program wrote them, and go out as they came: read, written and read again they say the
 * same. The files are in tests/data/vcard. */
#include "import-fixture.h"
#include "uds-export.h"
#include "uds-vcard.h"

#include <string.h>

#define CARD(text) "BEGIN:VCARD\r\nVERSION:3.0\r\n" text "END:VCARD\r\n"

static char *
get_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "vcard", name, NULL);
}

static UdsImport *
preview_bytes (const char *bytes,
               gsize       size)
{
  UdsImport *import = uds_import_new ();
  g_autoptr (GBytes) content = g_bytes_new (bytes, size);

  uds_import_add_bytes (import, "people.vcf", content);
  uds_import_preview (import);
  return import;
}

static gpointer
export_all (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("contact"));

  return uds_export_vcards (session, query, GPOINTER_TO_UINT (data), NULL, NULL, error);
}

static GBytes *
export_vcards (StoreFixture *fixture,
               guint         version)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = uds_store_read (fixture->store, export_all, GUINT_TO_POINTER (version), &error);

  g_assert_no_error (error);
  return bytes;
}

/* Every property of a file, as "group.NAME;PARAMETERS:value", in alphabetical order. */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
list_properties (GBytes *bytes)
{
  g_autoptr (UdsVcardReader) reader = uds_vcard_reader_new (bytes, uds_encoding_detect (bytes), FALSE, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  UdsVcardCard *card;

  while ((card = uds_vcard_reader_next (reader)) != NULL)
    {
      for (guint i = 0; i < card->properties->len; i++)
        {
          const UdsVcardProperty *property = g_ptr_array_index (card->properties, i);

          /* People who had no identifier get that of their record; version 3.0 cannot do without parts of a name. */
          if ((!g_str_has_prefix (property->value, "urn:uuid:") || !g_str_equal (property->name, "UID"))
              && !g_str_equal (property->value, ";;;;"))
            g_ptr_array_add (lines, uds_vcard_property_to_line (property, property->value));
        }
      uds_vcard_card_free (card);
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_goes_out_as_it_came (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *path = get_path (data);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autoptr (UdsImport) import = import_preview_path (path);
  g_autofree char *before = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  original = g_bytes_new (contents, size);
  before = list_properties (original);
  import_assert_nothing_lost (import);
  g_assert_cmpuint (import_get_file (import, 0)->cells.reported, ==, 0);
  g_assert_cmpint (import_apply (import, fixture), >, 0);

  for (guint version = 40; version >= 30; version -= 10)
    {
      g_autoptr (GBytes) written = export_vcards (fixture, version);
      g_autofree char *after = list_properties (written);
      g_autoptr (UdsImport) again = uds_import_new ();
      UdsImportRecords records;

      g_assert_cmpstr (before, ==, after);
      uds_import_add_bytes (again, "again.vcf", written);
      uds_import_preview (again);
      g_assert_cmpint (import_apply (again, fixture), ==, 0);
      import_sum_records (again, &records);
      g_assert_cmpuint (records.created + records.updated, ==, 0);
    }
}

static void
test_comes_in_and_goes_again (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const char *const names[] = { "old-2.1.vcf", "phone-3.0.vcf", "modern-4.0.vcf", "folded-in-letters.vcf" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_path (names[i]);

      import_assert_round_trip (fixture, path);
    }
}

/* Cards in an empty store are the same people as in the one they came from, by all their fields. */
static void
test_moves_to_another_store (StoreFixture  *fixture,
                             gconstpointer  data)
{
  static const char *const kinds[] = { "contact", "contact-point", "contact-role" };
  static const char *const fields[][14] = {
    { "name", "prefix", "given_name", "family_name", "original_name", "email", "phone", "language", "informed_on",
      "note", "vcard", NULL },
    { "category", "value", "label", "position", "vcard", NULL },
    { "title", "unit", "valid_from", "valid_to", NULL },
  };
  g_autofree char *path = get_path ("");
  g_autoptr (UdsImport) import = import_preview_path (path);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (UdsImport) again = uds_import_new ();
  StoreFixture other;

  import_apply (import, fixture);
  written = export_vcards (fixture, 40);
  store_fixture_set_up (&other, NULL);
  uds_import_add_bytes (again, "all.vcf", written);
  uds_import_preview (again);
  import_apply (again, &other);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *here = import_dump_records (fixture, kinds[i], fields[i]);
      g_autofree char *there = import_dump_records (&other, kinds[i], fields[i]);
      g_auto (GStrv) a = g_strsplit (here, "\n", -1), b = g_strsplit (there, "\n", -1);

      g_assert_cmpuint (strlen (here), >, 10);
      g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
      for (guint j = 0; a[j] != NULL; j++)
        g_assert_true (g_strv_contains ((const char *const *) b, a[j]));
    }
  store_fixture_tear_down (&other, NULL);
}

/* A role over time, a role in a city, labels in words and the day somebody was informed have no place in a vCard. */
static void
test_what_only_we_know_goes_along (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  static const char *const role_fields[] = { "title", "valid_from", "valid_to", NULL };
  g_autoptr (UdsRecord) city = uds_record_new (uds_kind_lookup ("city"));
  g_autoptr (UdsRecord) there = uds_record_new (uds_kind_lookup ("city"));
  g_autoptr (UdsRecord) contact = uds_record_new (uds_kind_lookup ("contact"));
  g_autoptr (UdsRecord) first = uds_record_new (uds_kind_lookup ("contact-role"));
  g_autoptr (UdsRecord) second = uds_record_new (uds_kind_lookup ("contact-role"));
  g_autoptr (UdsRecord) point = uds_record_new (uds_kind_lookup ("contact-point"));
  g_autoptr (GBytes) written = NULL;
  g_autoptr (UdsImport) same = uds_import_new ();
  g_autoptr (UdsImport) import = uds_import_new ();
  g_autoptr (GBytes) rewritten = NULL;
  g_autofree char *properties = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *informed = NULL;
  StoreFixture other;

  uds_record_set_text (city, "name_en", "Hamburg");
  store_fixture_save (fixture, city);
  uds_record_set_text (contact, "name", "Anna Schmidt");
  uds_record_set_text (contact, "informed_on", "2023-05");
  store_fixture_save (fixture, contact);
  uds_record_set_text (first, "contact", uds_record_get_id (contact));
  uds_record_set_text (first, "title", "Trainee");
  uds_record_set_text (first, "valid_to", "2019");
  store_fixture_save (fixture, first);
  uds_record_set_text (second, "contact", uds_record_get_id (contact));
  uds_record_set_text (second, "city", uds_record_get_id (city));
  uds_record_set_text (second, "title", "Mayor");
  uds_record_set_text (second, "valid_from", "2020-01-01");
  store_fixture_save (fixture, second);
  uds_record_set_text (point, "contact", uds_record_get_id (contact));
  uds_record_set_text (point, "category", "phone");
  uds_record_set_text (point, "value", "+49 40 1234");
  uds_record_set_text (point, "label", "Reception, 2nd floor");
  store_fixture_save (fixture, point);

  written = export_vcards (fixture, 40);
  uds_import_add_bytes (same, "same.vcf", written);
  uds_import_preview (same);
  g_assert_cmpint (import_apply (same, fixture), ==, 0);

  store_fixture_set_up (&other, NULL);
  uds_record_set_text (there, "name_en", "Hamburg");
  store_fixture_save (&other, there);
  uds_import_add_bytes (import, "anna.vcf", written);
  uds_import_preview (import);
  import_apply (import, &other);
  /* The only number stands with the person there; what it is called goes out again. */
  rewritten = export_vcards (&other, 40);
  properties = list_properties (rewritten);
  g_assert_nonnull (strstr (properties, "TEL;X-UDSYN-LABEL=\"Reception, 2nd floor\":+49 40 1234"));
  roles = import_dump_records (&other, "contact-role", role_fields);
  g_assert_cmpstr (roles, ==, "Mayor|2020-01-01|-\nTrainee|-|2019\n");
  informed = import_dump_records (&other, "contact", (const char *const[]) { "informed_on", NULL });
  g_assert_cmpstr (informed, ==, "2023-05\n");
  store_fixture_tear_down (&other, NULL);
}

/* Odd cards */

typedef struct {
  const char *path;
  const char *text;
  gsize size; /* 0 where it ends with a zero byte */
  const char *problems;
  const char *people; /* name|email|phone|note */
} Case;

static const Case cases[] = {
  { "/vcard/no-name", CARD ("N:Hansen;Bo;;;\r\n"), 0, "1:0 name-made", "Bo Hansen|-|-|-\n" },
  { "/vcard/only-organisation", CARD ("ORG:Havnen\r\n"), 0, "1:0 name-made, 3:1 organisation-made",
    "Havnen|-|-|-\n" },
  { "/vcard/only-address", CARD ("EMAIL:a@b.example\r\n"), 0, "1:0 name-made", "a@b.example|a@b.example|-|-\n" },
  { "/vcard/nobody", CARD ("REV:1\r\nX-A:2\r\n"), 0, "3:1 nobody, 4:2 nobody", "" },
  { "/vcard/empty-card", CARD (""), 0, "1:0 empty-card", "" },
  { "/vcard/wrong-case", "begin:vcard\nversion:3.0\nfn:Bo\nemail:b@c.example\nend:vcard\n", 0, "",
    "Bo|b@c.example|-|-\n" },
  { "/vcard/blanks", "  BEGIN : VCARD \nFN:Bo\n END:VCARD\n", 0, "", "Bo|-|-|-\n" },
  { "/vcard/no-end", "BEGIN:VCARD\nFN:Bo\nBEGIN:VCARD\nFN:Ib\nEND:VCARD\n", 0, "1:0 card-not-ended",
    "Bo|-|-|-\nIb|-|-|-\n" },
  { "/vcard/cut-off", "BEGIN:VCARD\nFN:Bo\nEMAIL:b@c.exa", 0, "1:0 card-not-ended", "Bo|b@c.exa|-|-\n" },
  { "/vcard/outside", "BEGIN:VCARD\nFN:Bo\nEND:VCARD\nhello\nBEGIN:VCARD\nFN:Ib\nEND:VCARD\nEMAIL:x@y.example\n", 0,
    "4:0 outside-card, 8:0 outside-card", "Bo|-|-|-\nIb|-|-|-\n" },
  { "/vcard/broken-line", CARD ("FN:Bo\r\nNOTE:first\r\nsecond without a colon\r\n"), 0, "5:0 not-a-property",
    "Bo|-|-|first\n" },
  { "/vcard/agent", "BEGIN:VCARD\nVERSION:2.1\nFN:Bo\nAGENT:\nBEGIN:VCARD\nFN:Her Assistant\nEND:VCARD\n"
                    "TEL:1234\nEND:VCARD\n", 0, "", "Bo|-|1234|-\n" },
  { "/vcard/escapes", CARD ("FN:A\\, B\\; C\r\nNOTE:one\\ntwo\\Nthree \\\\ four\r\n"), 0, "",
    "A, B; C|-|-|one\ntwo\nthree \\ four\n" },
  { "/vcard/old-backslash", "BEGIN:VCARD\nVERSION:2.1\nFN:Bo\nNOTE:C:\\temp\\new\nEND:VCARD\n", 0, "",
    "Bo|-|-|C:\\temp\\new\n" },
  { "/vcard/byte-order-marks", "\357\273\277BEGIN:VCARD\nFN:Bø\nEND:VCARD\n\357\273\277BEGIN:VCARD\nFN:Åge\n"
                               "END:VCARD\n", 0, "", "Åge|-|-|-\nBø|-|-|-\n" },
  { "/vcard/windows-1252", "BEGIN:VCARD\nFN:S\xf8ren \xc5s\nNOTE:\x80 5\nEND:VCARD\n", 0, "", "Søren Ås|-|-|€ 5\n" },
  { "/vcard/mixed-encodings", "BEGIN:VCARD\nFN:S\xf8ren\nNOTE:\xc3\xa6\nEND:VCARD\n", 0, "", "Søren|-|-|æ\n" },
  { "/vcard/charset", "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:S=F8ren=\n Holm\n"
                      "END:VCARD\n", 0, "", "Søren Holm|-|-|-\n" },
  { "/vcard/bad-letters", "BEGIN:VCARD\nFN:\xc3\xa6\xc3\xb8\xc3\xa5\xff\nEND:VCARD\n", 0, "2:1 bad-letters",
    "æøå\xef\xbf\xbd|-|-|-\n" },
  { "/vcard/zero-byte", "BEGIN:VCARD\nFN:B\0o\nEND:VCARD\n", 29, "2:1 bad-letters", "B?o|-|-|-\n" },
  { "/vcard/wide", "B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n\0F\0N\0:\0\xc5\0s\0a\0\n\0E\0N\0D\0:\0V\0C\0A\0R\0D\0", 56, "",
    "Åsa|-|-|-\n" },
  { "/vcard/carriage-returns", "BEGIN:VCARD\rFN:Bo\rTEL:1\rEND:VCARD\r", 0, "", "Bo|-|1|-\n" },
  { "/vcard/quoted-colon", CARD ("FN:Bo\r\nEMAIL;X=\"a:b\":b@c.example\r\n"), 0, "", "Bo|b@c.example|-|-\n" },
  { "/vcard/open-quote", CARD ("FN:Bo\r\nEMAIL;X=\"a:b@c.example\r\n"), 0, "", "Bo|b@c.example|-|-\n" },
  { "/vcard/preferred", CARD ("FN:Bo\r\nTEL:1\r\nTEL;TYPE=pref:2\r\nTEL;PREF=2:3\r\n"), 0, "", "Bo|-|2|-\n" },
  { "/vcard/same-twice", CARD ("FN:Bo\r\nUID:7\r\nTEL:1\r\n") CARD ("FN:Bo Hansen\r\nUID:7\r\nNOTE:x\r\n"), 0,
    "7:0 same-person, 9:1 other-person", "Bo|-|1|x\n" },
  { "/vcard/namesakes", CARD ("FN:Bo\r\nEMAIL:a@b.example\r\n") CARD ("FN:Bo\r\nEMAIL:c@d.example\r\n"), 0, "",
    "Bo|a@b.example|-|-\nBo|c@d.example|-|-\n" },
};

static void
test_case (StoreFixture  *fixture,
           gconstpointer  data)
{
  static const char *const fields[] = { "name", "email", "phone", "note", NULL };
  const Case *c = data;
  g_autoptr (UdsImport) import = preview_bytes (c->text, c->size > 0 ? c->size : strlen (c->text));
  g_autoptr (UdsImport) again = preview_bytes (c->text, c->size > 0 ? c->size : strlen (c->text));
  g_autofree char *people = NULL;
  g_autofree char *problems = NULL;

  import_assert_nothing_lost (import);
  g_assert_false (import_get_file (import, 0)->refused);
  import_apply (import, fixture);
  import_assert_nothing_lost (import);
  problems = import_list_problems (import_get_file (import, 0));
  g_assert_cmpstr (problems, ==, c->problems);
  people = import_dump_records (fixture, "contact", fields);
  g_assert_cmpstr (people, ==, c->people);
  g_assert_cmpint (import_apply (again, fixture), ==, 0);
}

static void
test_organisation_is_found (StoreFixture  *fixture,
                            gconstpointer  data)
{
  static const char *const names[] = { "name_da", NULL };
  g_autoptr (UdsRecord) organisation = uds_record_new (uds_kind_lookup ("organisation"));
  g_autoptr (UdsImport) import = import_preview_text ("a.vcf", CARD ("FN:Bo\r\nORG:kobenhavns kommune;Klima\r\n"));
  g_autofree char *organisations = NULL;

  uds_record_set_text (organisation, "name_da", "Københavns Kommune");
  store_fixture_save (fixture, organisation);
  import_apply (import, fixture);
  organisations = import_dump_records (fixture, "organisation", names);
  g_assert_cmpstr (organisations, ==, "Københavns Kommune\n");
  g_assert_cmpuint (import_get_file (import, 0)->problems->len, ==, 0);
}

/* A card that comes in again with something new adds it; what was typed meanwhile stays. */
static void
test_adds_and_never_takes_away (StoreFixture  *fixture,
                                gconstpointer  data)
{
  static const char *const fields[] = { "name", "email", "phone", "note", NULL };
  g_autoptr (UdsImport) first = import_preview_text ("a.vcf", CARD ("UID:1\r\nFN:Bo\r\nEMAIL:a@b.example\r\n"
                                                                    "NOTE:from the card\r\nX-OLD:1\r\n"));
  g_autoptr (UdsImport) second = import_preview_text ("a.vcf", CARD ("UID:1\r\nFN:Bo Ib\r\nEMAIL:new@b.example\r\n"
                                                                     "TEL:5\r\nNOTE:later\r\nX-NEW:2\r\n"));
  g_autofree char *people = NULL;
  g_autofree char *points = NULL;
  g_autofree char *kept = NULL;

  import_apply (first, fixture);
  import_apply (second, fixture);
  people = import_dump_records (fixture, "contact", fields);
  g_assert_cmpstr (people, ==, "Bo Ib|a@b.example|5|from the card\n\nlater\n");
  points = import_dump_records (fixture, "contact-point", (const char *const[]) { "value", NULL });
  g_assert_cmpstr (points, ==, "new@b.example\n");
  kept = import_dump_records (fixture, "contact", (const char *const[]) { "vcard", NULL });
  g_assert_cmpstr (kept, ==, "X-OLD:1\nX-NEW:2\n");
}

/* Bombs: each is over in a moment and says what became of it. */

static char *
repeat (const char *text,
        guint       times)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
assert_quick (const char *text,
              guint       n_rows,
              guint       n_reported)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (UdsImport) import = preview_bytes (text, strlen (text));
  gint64 stop = g_get_monotonic_time ();
  const UdsImportFile *file = import_get_file (import, 0);

  import_assert_nothing_lost (import);
  g_assert_cmpuint (file->n_rows, ==, n_rows);
  g_assert_cmpuint (file->cells.reported, ==, n_reported);
  g_test_message ("%" G_GINT64_FORMAT " ms", (stop - start) / 1000);
  g_assert_cmpint ((stop - start) / G_USEC_PER_SEC, <, g_getenv ("UDSYN_PATIENT") != NULL ? 60 : 10);
}

static void
test_bombs (void)
{
  const guint many = 100000;
  g_autofree char *begins = repeat ("BEGIN:VCARD\n", many);
  g_autofree char *agents = repeat ("BEGIN:VCARD\nAGENT:\n", many);
  g_autofree char *groups = repeat ("a.", many);
  g_autofree char *group_line = g_strconcat ("BEGIN:VCARD\nFN:Bo\n", groups, "EMAIL:a@b.example\nEND:VCARD\n", NULL);
  g_autofree char *emails = repeat ("EMAIL:a@b.example\n", many);
  g_autofree char *mailboxes = g_strconcat ("BEGIN:VCARD\nFN:Bo\n", emails, "END:VCARD\n", NULL);
  g_autofree char *titles = repeat ("TITLE:a\nORG:b\nROLE:c\nN:d\nFN:e\n", many / 5);
  g_autofree char *roles = g_strconcat ("BEGIN:VCARD\n", titles, "END:VCARD\n", NULL);
  g_autofree char *parameters = repeat (";X=\"1\"", many);
  g_autofree char *wide = g_strconcat ("BEGIN:VCARD\nFN", parameters, ":Bo\nEND:VCARD\n", NULL);
  g_autofree char *base64 = repeat (" AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJKKKKLLLLMMMMNNNN\n", 240000);
  g_autofree char *photo = g_strconcat ("BEGIN:VCARD\nFN:Bo\nPHOTO;ENCODING=b;TYPE=JPEG:\n", base64,
                                        "TEL:1\nEND:VCARD\n", NULL);
  g_autofree char *twins = repeat ("BEGIN:VCARD\nFN:Bo\nUID:1\nX-A:1\nX-B:2\nEND:VCARD\n", many);

  assert_quick (begins, many, many);
  assert_quick (agents, 1, 1);
  assert_quick (group_line, 1, 0);
  assert_quick (mailboxes, 1, many - 1001);
  assert_quick (wide, 1, 0);
  assert_quick (photo, 1, 1);
  assert_quick (twins, many, 0);
  assert_quick (roles, 1, many - 1201); /* a hundred places, a hundred titles, a thousand lines, a name */
}

static void
test_is_refused_with_a_reason (void)
{
  g_autoptr (UdsImport) empty = import_preview_text ("a.vcf", "");
  g_autoptr (UdsImport) text = import_preview_text ("a.vcf", "Dear all,\n");
  g_autofree char *problems = import_list_problems (import_get_file (text, 0));

  g_assert_true (import_get_file (empty, 0)->refused);
  g_assert_cmpstr (problems, ==, "1:0 outside-card");
  g_assert_false (uds_import_has_content (text));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const whole[] = { "old-2.1.vcf", "phone-3.0.vcf", "modern-4.0.vcf", "folded-in-letters.vcf" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vcard/goes-out-as-it-came/%s", whole[i]);

      g_test_add (path, StoreFixture, whole[i], store_fixture_set_up, test_goes_out_as_it_came,
                  store_fixture_tear_down);
    }
  g_test_add ("/vcard/comes-in-and-goes-again", StoreFixture, NULL, store_fixture_set_up,
              test_comes_in_and_goes_again, store_fixture_tear_down);
  g_test_add ("/vcard/moves-to-another-store", StoreFixture, NULL, store_fixture_set_up, test_moves_to_another_store,
              store_fixture_tear_down);
  g_test_add ("/vcard/what-only-we-know-goes-along", StoreFixture, NULL, store_fixture_set_up,
              test_what_only_we_know_goes_along, store_fixture_tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, StoreFixture, &cases[i], store_fixture_set_up, test_case, store_fixture_tear_down);
  g_test_add ("/vcard/organisation-is-found", StoreFixture, NULL, store_fixture_set_up, test_organisation_is_found,
              store_fixture_tear_down);
  g_test_add ("/vcard/adds-and-never-takes-away", StoreFixture, NULL, store_fixture_set_up,
              test_adds_and_never_takes_away, store_fixture_tear_down);
  g_test_add_func ("/vcard/bombs", test_bombs);
  g_test_add_func ("/vcard/is-refused-with-a-reason", test_is_refused_with_a_reason);
  return g_test_run ();
}
