/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above the form the page of an organisation, a person and a network tells what one comes for, and nothing that there
 * is not: what can be added stands in one menu. */
#include "ui-fixture.h"

#include "uds-record-page.h"
#include "uds-record-summary.h"

#define ADD(...) store_fixture_add (&fixture->store, __VA_ARGS__)

static gboolean
is_above (GtkWidget *one,
          GtkWidget *other)
{
  GtkWidget *page = gtk_widget_get_ancestor (one, UDS_TYPE_RECORD_PAGE);
  graphene_rect_t first, second;

  g_assert_true (gtk_widget_compute_bounds (one, page, &first));
  g_assert_true (gtk_widget_compute_bounds (other, page, &second));
  return first.origin.y < second.origin.y;
}

static UdsRecord *
add_university (UiFixture *fixture)
{
  g_autofree char *city = ui_find_id (fixture, "city", "code", "hamburg");
  g_autofree char *network = ui_find_id (fixture, "network", "code", "eurocities");
  UdsRecord *university = ADD ("organisation", "name_en", "Hamburg University", "name_da", "Hamborg Universitet",
                               "category", "university", "country", "DE", "city", city, "email", "post@uni.example",
                               "valid_from", "1919", NULL);
  const char *id = uds_record_get_id (university);
  g_autoptr (UdsRecord) institute = ADD ("organisation", "name_en", "Water Institute", "part_of", id, NULL);
  g_autoptr (UdsRecord) person = ADD ("contact", "name", "Anna Sørensen", "phone", "+49 40 12", NULL);
  g_autoptr (UdsRecord) before = ADD ("contact", "name", "Bo Before", NULL);
  g_autoptr (UdsRecord) agreement = ADD ("agreement", "title_en", "Rain Agreement", "start", "2024", NULL);
  UdsRecord *parts[] = {
    ADD ("contact-role", "contact", uds_record_get_id (before), "organisation", id, "title", "Dean", "valid_from",
         "2010", "valid_to", "2020", NULL),
    ADD ("contact-role", "contact", uds_record_get_id (person), "organisation", id, "title", "Dean", "valid_from",
         "2021", NULL),
    ADD ("membership", "network", network, "organisation", id, "role_en", "Observer", NULL),
    ADD ("party", "agreement", uds_record_get_id (agreement), "organisation", id, NULL),
    ADD ("document", "agreement", uds_record_get_id (agreement), "title", "Annex 1", NULL),
    ADD ("other-name", "organisation", id, "name_en", "Old College", "name_da", "Det gamle kollegium", "valid_to",
         "1950", NULL),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_unref (parts[i]);
  return university;
}

static void
test_an_organisation_is_told_of (UiFixture     *fixture,
                                 gconstpointer  data)
{
  static const char *const said[] = {
    "University · Hamburg · Germany · since 1919",
    "In Danish: Hamborg Universitet",
    "1 membership · 1 agreement · 2 people we know",
    "post@uni.example",
    "Anna Sørensen",
    "Observer",
    "Rain Agreement",
    "Annex 1",
    "Water Institute",
    "Old College · Det gamle kollegium",
    "until 1950",
  };
  g_autoptr (UdsRecord) university = add_university (fixture);
  GtkWidget *window = ui_get_window (fixture);

  ui_open_record (fixture, university);
  ui_draw_both (fixture, "organisation");
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (!ui_says (fixture, said[i]))
      g_error ("“%s” is not said", said[i]);
  g_assert_nonnull (ui_find_tooltip (window, "Call +49 40 12"));
  g_assert_nonnull (ui_find_tooltip (window, "Write to post@uni.example"));
  /* Who is there now stands before who was. */
  g_assert_true (is_above (ui_find_text (window, "Anna Sørensen"), ui_find_text (window, "Bo Before")));
  g_assert_false (ui_says (fixture, "Memberships · "));

  gtk_widget_activate (gtk_widget_get_ancestor (ui_find_text (window, "Water Institute"), ADW_TYPE_ACTION_ROW));
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "Part of"));
  ui_draw_both (fixture, "organisation-part");
}

/* What somebody was comes after what they are. */
static void
test_a_person_is_told_of (UiFixture     *fixture,
                          gconstpointer  data)
{
  g_autofree char *city = ui_find_id (fixture, "city", "code", "hamburg");
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna Sørensen", NULL);
  const char *id = uds_record_get_id (anna);
  g_autoptr (UdsRecord) then = ADD ("contact-role", "contact", id, "title", "Adviser", "valid_from", "2001",
                                    "valid_to", "2009", NULL);
  g_autoptr (UdsRecord) now = ADD ("contact-role", "contact", id, "city", city, "title", "Mayor", "valid_from", "2010",
                                   NULL);
  g_autoptr (UdsRecord) point = ADD ("contact-point", "contact", id, "category", "phone", "value", "12 34 56", "label",
                                     "cell", NULL);
  GtkWidget *window = ui_get_window (fixture);

  ui_open_record (fixture, anna);
  ui_draw_both (fixture, "person");
  g_assert_true (ui_says (fixture, "Mayor · Hamburg"));
  g_assert_true (ui_says (fixture, "since 2010"));
  g_assert_true (is_above (ui_find_text (window, "Mayor · Hamburg"), ui_find_text (window, "Adviser")));
  g_assert_true (ui_says (fixture, "Telephone · cell"));
  g_assert_nonnull (ui_find_tooltip (window, "Call 12 34 56"));
}

static gboolean
tie (UdsSession  *session,
     gpointer     data,
     GError     **error)
{
  UdsRecord **records = data;

  return uds_session_link (session, records[0], "serves", records[1], error)
         && uds_session_link (session, records[0], "serves", records[2], error);
}

/* What it is for comes before its fields, and who says what is counted. */
static void
test_a_network_says_what_it_is_for (UiFixture     *fixture,
                                    gconstpointer  data)
{
  g_autofree char *goal_id = ui_find_id (fixture, "goal", "number", "13");
  g_autofree char *purpose_id = ui_find_id (fixture, "purpose", "code", "laere");
  g_autofree char *city = ui_find_id (fixture, "city", "code", "hamburg");
  g_autoptr (UdsRecord) network = ADD ("network", "name_en", "Rain Cities", "outcome_en",
                                       "A common manual on cloudbursts.", NULL);
  const char *id = uds_record_get_id (network);
  g_autoptr (UdsRecord) goal = store_fixture_get (&fixture->store, "goal", goal_id);
  g_autoptr (UdsRecord) purpose = store_fixture_get (&fixture->store, "purpose", purpose_id);
  g_autoptr (UdsRecord) fee = ADD ("network-figure", "network", id, "category", "fee", "name_en", "Yearly fee", "value",
                                   "50000", "date", "2025", "source", "Budget 2025", NULL);
  g_autoptr (UdsRecord) hours = ADD ("network-figure", "network", id, "category", "hours", "value", "120", NULL);
  g_autoptr (UdsRecord) member = ADD ("membership", "network", id, "city", city, "valid_from", "2020", "source",
                                      "rain.example/members", NULL);

  g_assert_cmpint (
      uds_store_write (fixture->store.store, "Tie", tie, ((UdsRecord *[]) { network, goal, purpose }), NULL), >, 0);
  ui_open_record (fixture, network);
  ui_draw_both (fixture, "network");
  g_assert_true (ui_says (fixture, "What it serves"));
  g_assert_true (ui_says (fixture, "Climate Action"));
  g_assert_true (ui_says (fixture, "Purposes: "));
  g_assert_true (ui_says (fixture, "A common manual on cloudbursts."));
  g_assert_true (ui_says (fixture, "Yearly fee: 50,000"));
  g_assert_true (ui_says (fixture, "Hours spent: 120"));
  g_assert_true (ui_says (fixture, "2025 · Budget 2025"));
  g_assert_true (ui_says (fixture, "Source: rain.example/members"));
}

/* A page of something that nothing is known of yet has no empty lists. */
static void
test_what_is_not_there_is_offered_in_one_menu (UiFixture     *fixture,
                                               gconstpointer  data)
{
  static const struct {
    const char *kind;
    const char *offers[6];
  } cases[] = {
    { "network", { "Membership…", "Figure of a network…", "Document…", "Knowledge note…", "Goals…", "Purposes…" } },
    { "city", { "Membership…", "Role of a person…", "Other name…", "Knowledge note…", "Cities…", NULL } },
    { "organisation", { "Membership…", "Role of a person…", "Other name…", "Organisations…", NULL } },
    { "contact", { "Contact point…", "Role of a person…", "Knowledge note…", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *title = uds_kind_get_title_field (uds_kind_lookup (cases[i].kind), UDS_LANGUAGE_EN);
      g_autoptr (UdsRecord) record = ADD (cases[i].kind, title, "Nothing known", NULL);
      g_autofree char *picture = g_strdup_printf ("empty-%s", cases[i].kind);

      ui_open_record (fixture, record);
      ui_draw_both (fixture, picture);
      g_assert_false (ui_says (fixture, " · 0"));
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].offers) && cases[i].offers[j] != NULL; j++)
        if (!ui_offers (fixture, cases[i].offers[j]))
          g_error ("%s: “%s” is not offered", cases[i].kind, cases[i].offers[j]);
    }
}

/* The same in the other language and as narrow as a telephone. */
static void
test_in_danish_and_narrow (UiFixture     *fixture,
                           gconstpointer  data)
{
  g_autoptr (UdsRecord) university = NULL;

  ui_fixture_tear_down (fixture, NULL);
  ui_speak ("da_DK.UTF-8");
  ui_fixture_set_up (fixture, GINT_TO_POINTER (360));
  university = add_university (fixture);
  ui_open_record (fixture, university);
  ui_draw_both (fixture, "organisation-da-narrow");
  g_assert_true (ui_says (fixture, "På engelsk: Hamburg University"));
  ui_speak ("en_GB.UTF-8");
}

static void
add (const char *path,
     void      (*func) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  add ("/overviews/an-organisation-is-told-of", test_an_organisation_is_told_of);
  add ("/overviews/a-person-is-told-of", test_a_person_is_told_of);
  add ("/overviews/a-network-says-what-it-is-for", test_a_network_says_what_it_is_for);
  add ("/overviews/what-is-not-there-is-offered-in-one-menu", test_what_is_not_there_is_offered_in_one_menu);
  add ("/overviews/in-danish-and-narrow", test_in_danish_and_narrow);

  return g_test_run ();
}
