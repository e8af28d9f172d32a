/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records edited in place: dates, numbers and countries as people write them, and what is wrong said beneath. */
#include "ui-fixture.h"

#include "uds-field-editor.h"
#include "uds-record-page.h"

#include <string.h>

/* What a field takes */

typedef struct {
  const char *kind, *field;
  const char *typed;
  const char *stored; /* none where it is refused */
  const char *shown;  /* afterwards; of what is refused, what its message tells to write */
} Typed;

static const Typed typed_in_danish[] = {
  { "effort", "start", "1. juli 2022", "2022-07-01", "1. juli 2022" },
  { "effort", "start", "den 1. juli 2022", "2022-07-01", "1. juli 2022" },
  { "effort", "start", "1/7-2022", "2022-07-01", "1. juli 2022" },
  { "effort", "start", "01.07.2022", "2022-07-01", "1. juli 2022" },
  { "effort", "start", "2022-07-01", "2022-07-01", "1. juli 2022" },
  { "effort", "start", "July 1, 2022", "2022-07-01", "1. juli 2022" },
  { "effort", "start", "okt. 2022", "2022-10", "oktober 2022" },
  { "effort", "start", " 2022 ", "2022", "2022" },
  { "effort", "start", "31. juni 2022", NULL, "en dato som 2022" },
  { "effort", "start", "1. juli", NULL, "en dato som 2022" },
  { "effort", "start", "1/7-22", NULL, "en dato som 2022" },
  { "effort", "start", "i morgen", NULL, "en dato som 2022" },
  { "indicator-target", "value", "1.234,5", "1234.5", "1.234,5" },
  { "indicator-target", "value", "−3,25", "-3.25", "−3,25" },
  { "indicator-target", "value", "12 500", "12500", "12.500" },
  { "indicator-target", "value", "mange", NULL, "et tal som" },
  { "indicator-target", "value", "1,2,3", NULL, "et tal som" },
  { "agreement", "notice_months", "6", "6", "6" },
  { "agreement", "notice_months", "6,0", "6", "6" },
  { "agreement", "notice_months", "6,5", NULL, "et helt tal" },
  { "agreement", "notice_months", "seks", NULL, "et helt tal" },
  { "city", "country", "Tyskland", "DE", "Tyskland" },
  { "city", "country", "germany", "DE", "Tyskland" },
  { "city", "country", "de", "DE", "Tyskland" },
  { "city", "country", "Atlantis", NULL, "et land" },
};

static const Typed typed_in_english[] = {
  { "effort", "start", "1 July 2022", "2022-07-01", "1 July 2022" },
  { "effort", "start", "July 1, 2022", "2022-07-01", "1 July 2022" },
  { "effort", "start", "1/7/2022", "2022-07-01", "1 July 2022" },
  { "effort", "start", "juli 2022", "2022-07", "July 2022" },
  { "effort", "start", "2022-10", "2022-10", "October 2022" },
  { "effort", "start", "2022", "2022", "2022" },
  { "effort", "start", "29 February 2023", NULL, "a date such as 2022" },
  { "effort", "start", "7/31/2022", NULL, "a date such as 2022" },
  { "effort", "start", "soon", NULL, "a date such as 2022" },
  { "indicator-target", "value", "1,234.5", "1234.5", "1,234.5" },
  { "indicator-target", "value", "-3", "-3", "−3" },
  { "indicator-target", "value", "many", NULL, "a number such as" },
  { "agreement", "notice_months", "12", "12", "12" },
  { "agreement", "notice_months", "1.5", NULL, "a whole number" },
  { "city", "country", "Tyskland", "DE", "Germany" },
  { "city", "country", "Nowhere", NULL, "a country such as DE" },
};

static void
assert_typed (const Typed *typed,
              UdsLanguage  language)
{
  const UdsKind *kind = uds_kind_lookup (typed->kind);
  g_autoptr (UdsFieldEditor) editor =
      uds_field_editor_new (uds_kind_lookup_field (kind, typed->field, NULL), language);
  GtkEditable *row = GTK_EDITABLE (uds_field_editor_get_row (editor));
  g_autoptr (UdsRecord) record = uds_record_new (kind);
  g_autoptr (GError) error = NULL;
  gboolean fits;
  g_autofree char *stored = NULL;

  gtk_editable_set_text (row, typed->typed);
  fits = uds_field_editor_apply (editor, record, &error);
  uds_field_editor_flush (editor);
  stored = uds_record_to_string (record, typed->field);
  if (g_strcmp0 (stored, typed->stored) != 0)
    g_error ("“%s” is kept as “%s”", typed->typed, stored);
  if (typed->stored == NULL)
    {
      g_assert_false (fits);
      g_assert_nonnull (strstr (error->message, typed->typed));
      if (strstr (error->message, typed->shown) == NULL)
        g_error ("“%s” is refused with “%s”", typed->typed, error->message);
      return;
    }

  g_assert_no_error (error);
  uds_field_editor_show (editor, record, NULL);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, typed->shown);
}

static void
test_each_form_is_read_and_all_else_refused (UiFixture     *fixture,
                                             gconstpointer  data)
{
  gboolean is_danish = g_str_has_prefix (data, "da");
  const Typed *typed = is_danish ? typed_in_danish : typed_in_english;
  gsize n_typed = is_danish ? G_N_ELEMENTS (typed_in_danish) : G_N_ELEMENTS (typed_in_english);

  for (gsize i = 0; i < n_typed; i++)
    assert_typed (&typed[i], is_danish ? UDS_LANGUAGE_DA : UDS_LANGUAGE_EN);
}

/* In a window */

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

#define ADD(path, locale, func) g_test_add ("/form/" path, UiFixture, locale, set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);

  ADD ("each-form-is-read-and-all-else-refused/da", "da_DK.UTF-8", test_each_form_is_read_and_all_else_refused);
  ADD ("each-form-is-read-and-all-else-refused/en", "en_GB.UTF-8", test_each_form_is_read_and_all_else_refused);
  ADD ("dates-are-typed-as-people-write-them", "da_DK.UTF-8", test_dates_are_typed_as_people_write_them);
  ADD ("what-is-wrong-is-said-beneath-and-stays", "en_GB.UTF-8", test_what_is_wrong_is_said_beneath_and_stays);
  ADD ("numbers-are-typed-with-a-comma", "da_DK.UTF-8", test_numbers_are_typed_with_a_comma);

  return g_test_run ();
}
