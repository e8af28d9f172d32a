/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records edited in place: dates and numbers as people write them, what is wrong is said beneath and kept, and a record
 * made from another's page is tied to it. */
#include "ui-fixture.h"

#include "uds-goal-page.h"
#include "uds-record-page.h"

/* What is typed */

static void
set_up (UiFixture     *fixture,
        gconstpointer  locale)
{
  ui_speak (locale);
  ui_fixture_set_up (fixture, NULL);
}

static void
open_effort (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "effort", "code", "klimaplan");

  uds_window_open_record (fixture->window, "effort", id);
  ui_settle (fixture);
}

static gpointer
read_effort (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("effort"));
  g_autoptr (UdsRecord) effort = NULL;

  uds_query_where_is (query, "code", "klimaplan");
  effort = uds_session_find (session, query, error);
  return uds_record_to_string (effort, data);
}

static char *
get_stored (UiFixture  *fixture,
            const char *field)
{
  return uds_store_read (fixture->store.store, read_effort, (gpointer) field, NULL);
}

/* Whether the start is stored so; asked again and again. */
typedef struct {
  UiFixture *fixture;
  const char *value;
} Expected;

static gboolean
is_stored (gpointer data)
{
  const Expected *expected = data;
  g_autofree char *stored = get_stored (expected->fixture, "start");

  return g_strcmp0 (stored, expected->value) == 0;
}

static void
expect_start (UiFixture  *fixture,
              const char *value)
{
  Expected expected = { fixture, value };

  g_assert_true (ui_wait_until (is_stored, &expected));
}

static void
test_dates_are_typed_as_people_write_them (UiFixture     *fixture,
                                           gconstpointer  data)
{
  static const struct {
    const char *typed, *stored, *shown;
  } cases[] = {
    { "1. juli 2022", "2022-07-01", "1. juli 2022" }, { "juni 2022", "2022-06", "juni 2022" },
    { "2022", "2022", "2022" },                       { "3/9-2021", "2021-09-03", "3. september 2021" },
    { "2021-10", "2021-10", "oktober 2021" },         { "", NULL, "" },
    { " 2012 ", "2012", "2012" },
  };
  GtkWidget *entry;

  open_effort (fixture);
  entry = ui_find_entry (fixture, "Start");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_grab_focus (entry);
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
      expect_start (fixture, cases[i].stored);
      ui_settle (fixture);
      /* It stands as it was typed as long as one is there. */
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, cases[i].typed);
      gtk_widget_grab_focus (ui_find_entry (fixture, "Status"));
      ui_settle (fixture);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, cases[i].shown);
    }
  ui_draw (fixture, "form-da");
}

static gboolean
is_marked (gpointer data)
{
  return gtk_widget_has_css_class (data, "error");
}

static void
test_what_is_wrong_is_said_beneath_and_stays (UiFixture     *fixture,
                                              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *entry;
  graphene_point_t entry_at, note_at;

  open_effort (fixture);
  entry = ui_find_entry (fixture, "Start");
  gtk_editable_set_text (GTK_EDITABLE (entry), "1. juki 2022");
  g_assert_true (ui_wait_until (is_marked, entry));
  ui_settle (fixture);
  ui_draw (fixture, "form-wrong");
  g_assert_true (gtk_widget_compute_point (entry, window, &GRAPHENE_POINT_INIT (0, 0), &entry_at));
  g_assert_true (gtk_widget_compute_point (ui_find_text (window, "“1. juki 2022” does not fit the field"), window,
                                           &GRAPHENE_POINT_INIT (0, 0), &note_at));
  g_assert_cmpfloat (note_at.y, >=, entry_at.y + gtk_widget_get_height (entry));

  /* Something else is changed, and the page reads the record again. */
  gtk_editable_set_text (GTK_EDITABLE (ui_find_entry (fixture, "Status")), "Given up");
  ui_wait_for_text (fixture, "“Status” of “");
  ui_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1. juki 2022");
  g_assert_nonnull (ui_find_text (window, "“1. juki 2022” does not fit the field"));
  expect_start (fixture, "2012");

  gtk_editable_set_text (GTK_EDITABLE (entry), "1. juli 2022");
  expect_start (fixture, "2022-07-01");
  ui_settle (fixture);
  g_assert_null (ui_find_text (window, "does not fit the field"));
}

/* The method and the numbers of an indicator are edited in a form of their own kind: that of its targets. */
static gpointer
read_target (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsRecord) target = uds_session_get (session, uds_kind_lookup ("indicator-target"), data, error);

  return uds_record_to_string (target, "value");
}

typedef struct {
  UiFixture *fixture;
  const char *id;
  const char *value;
} ExpectedTarget;

static gboolean
is_target_stored (gpointer data)
{
  const ExpectedTarget *expected = data;
  g_autofree char *stored = uds_store_read (expected->fixture->store.store, read_target, (gpointer) expected->id, NULL);

  return g_strcmp0 (stored, expected->value) == 0;
}

static void
test_numbers_are_typed_with_a_comma (UiFixture     *fixture,
                                     gconstpointer  data)
{
  static const struct {
    const char *typed, *stored;
  } cases[] = {
    { "12,5", "12.5" }, { "1.234,5", "1234.5" }, { "-3", "-3" }, { "mange", "-3" }, { "", "-3" }, { "7", "7" },
  };
  g_autoptr (UdsRecord) target = uds_record_new (uds_kind_lookup ("indicator-target"));
  g_autofree char *indicator = ui_find_id (fixture, "indicator", NULL, NULL);
  GtkWidget *entry;

  uds_record_set_text (target, "indicator", indicator);
  uds_record_set_real (target, "value", 5);
  store_fixture_save (&fixture->store, target);
  uds_window_open_record (fixture->window, "indicator-target", uds_record_get_id (target));
  ui_settle (fixture);
  entry = ui_find_entry (fixture, "Måltal");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExpectedTarget expected = { fixture, uds_record_get_id (target), cases[i].stored };
      gboolean is_wrong = i > 0 && g_str_equal (cases[i].stored, cases[i - 1].stored);

      gtk_widget_grab_focus (entry);
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
      if (is_wrong)
        g_assert_true (ui_wait_until (is_marked, entry));
      g_assert_true (ui_wait_until (is_target_stored, &expected));
      ui_settle (fixture);
      g_assert_cmpint (is_marked (entry), ==, is_wrong);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, cases[i].typed);
    }
}

/* Made from another's page */

static void
add (UiFixture  *fixture,
     const char *field,
     const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find_entry (fixture, field)), name);
  ui_press_button (fixture, "Add");
  ui_settle (fixture);
}

static void
expect_effort (UiFixture  *fixture,
               const char *tied)
{
  g_autofree char *made = ui_find_id (fixture, "effort", "name_en", "Trees");
  g_autofree char *left = NULL;

  g_assert_nonnull (made);
  ui_wait_for_text (fixture, tied);
  ui_draw (fixture, "form-new-effort");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_wait_for_text (fixture, "Undone: “Trees” added");
  left = ui_find_id (fixture, "effort", "name_en", "Trees");
  g_assert_null (left);
  left = ui_find_id (fixture, "link", "from_id", made);
  g_assert_null (left);
}

static gboolean
remove_efforts (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  const UdsKind *kind = uds_kind_lookup ("effort");
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) efforts = uds_session_list (session, query, error);

  for (guint i = 0; i < efforts->len; i++)
    if (!uds_session_remove (session, kind, uds_record_get_id (g_ptr_array_index (efforts, i)), error))
      return FALSE;
  return TRUE;
}

static void
test_an_effort_from_a_goals_page_serves_the_goal (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "goal", "number", "5");

  uds_store_write (fixture->store.store, "Remove all efforts", remove_efforts, NULL, NULL);
  uds_window_open_record (fixture->window, "goal", id);
  ui_wait_for_text (fixture, "No effort serves the goal yet.");
  ui_draw (fixture, "form-goal");
  ui_click (fixture, "New: Effort");
  add (fixture, "Name (English)", "Trees");
  expect_effort (fixture, "Goals · 1");
}

static void
test_an_effort_from_a_targets_page_serves_the_target (UiFixture     *fixture,
                                                      gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "target", "code", "14.1");

  uds_window_open_record (fixture->window, "target", id);
  ui_settle (fixture);
  ui_draw (fixture, "form-target");
  ui_click (fixture, "New: Effort");
  add (fixture, "Name (English)", "Trees");
  expect_effort (fixture, "Targets · 1");
}

static void
test_an_indicator_from_a_goals_page_has_the_goal (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "goal", "number", "14");
  g_autofree char *made = NULL;

  uds_window_open_record (fixture->window, "goal", id);
  ui_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  ui_settle (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_entry (fixture, "Code")), "seas");
  add (fixture, "Title (English)", "Clean seas");
  made = ui_find_id (fixture, "indicator", "goal", id);
  g_assert_nonnull (made);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_wait_for_text (fixture, "Undone: “Clean seas” added");
}

#define ADD(path, locale, func) g_test_add ("/form/" path, UiFixture, locale, set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);

  ADD ("dates-are-typed-as-people-write-them", "da_DK.UTF-8", test_dates_are_typed_as_people_write_them);
  ADD ("what-is-wrong-is-said-beneath-and-stays", "en_GB.UTF-8", test_what_is_wrong_is_said_beneath_and_stays);
  ADD ("numbers-are-typed-with-a-comma", "da_DK.UTF-8", test_numbers_are_typed_with_a_comma);
  ADD ("an-effort-from-a-goals-page-serves-the-goal", "en_GB.UTF-8", test_an_effort_from_a_goals_page_serves_the_goal);
  ADD ("an-effort-from-a-targets-page-serves-the-target", "en_GB.UTF-8",
       test_an_effort_from_a_targets_page_serves_the_target);
  ADD ("an-indicator-from-a-goals-page-has-the-goal", "en_GB.UTF-8", test_an_indicator_from_a_goals_page_has_the_goal);

  return g_test_run ();
}
