/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's page says who may be the same, and two records are made one with what becomes of each value in view. A
 * mail, a call or a website is a press away. People go out as a table, as vCards and by the clipboard. */
#include "ui-fixture.h"

#include "uds-choose-record.h"
#include "uds-duplicates-page.h"
#include "uds-list-export.h"
#include "uds-list-page.h"
#include "uds-merge-dialog.h"
#include "uds-record-form.h"
#include "uds-record-page.h"

#include <string.h>

#define ADD(...) store_fixture_add (&fixture->store, __VA_ARGS__)

typedef struct {
  UdsRecord *anna;
  UdsRecord *again;
  UdsRecord *role;
} Two;

static void
two_clear (Two *two)
{
  g_object_unref (two->anna);
  g_object_unref (two->again);
  g_object_unref (two->role);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Two, two_clear)

static void
add_two (UiFixture *fixture,
         Two       *two)
{
  g_autofree char *city = ui_find_id (fixture, "city", "code", "hamburg");

  two->anna = ADD ("contact", "name", "Anna Sørensen", "email", "anna@example.org", "note", "Speaks French", NULL);
  two->again = ADD ("contact", "name", "ANNA SORENSEN", "email", "as@hamburg.example", "phone", "+49 40 1234",
                    "language", "de", "note", "Met in Lyon", NULL);
  two->role = ADD ("contact-role", "contact", uds_record_get_id (two->again), "city", city, "title", "Head of climate",
                   NULL);
}

static GtkWidget *
find_dialog (UiFixture *fixture)
{
  return ui_find_type (ui_get_window (fixture), UDS_TYPE_MERGE_DIALOG);
}

static void
compare (UiFixture *fixture,
         Two       *two)
{
  ui_open_record (fixture, two->anna);
  g_assert_true (ui_says (fixture, "Possibly the Same Person"));
  ui_draw_both (fixture, "person-similar");
  gtk_widget_activate (ui_find_tooltip (ui_get_window (fixture), "Compare with “ANNA SORENSEN”"));
  ui_wait_for_text (fixture, "What Differs");
}

static char *
get_value (UiFixture  *fixture,
           UdsRecord  *record,
           const char *field)
{
  g_autoptr (UdsRecord) now =
      store_fixture_get (&fixture->store, uds_record_get_kind (record)->name, uds_record_get_id (record));

  return now != NULL ? uds_record_to_string (now, field) : NULL;
}

static void
assert_value (UiFixture  *fixture,
              UdsRecord  *record,
              const char *field,
              const char *expected)
{
  g_autofree char *value = get_value (fixture, record, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_two_people_become_one_and_undo_makes_them_two (UiFixture     *fixture,
                                                    gconstpointer  data)
{
  g_auto (Two) two = { NULL };

  add_two (fixture, &two);
  compare (fixture, &two);
  ui_draw_both (fixture, "merge");
  g_assert_true (ui_says (fixture, "as@hamburg.example"));
  g_assert_true (ui_says (fixture, "becomes a contact point"));
  g_assert_true (ui_says (fixture, "is taken over"));
  g_assert_true (ui_says (fixture, "is added"));
  g_assert_true (ui_says (fixture, "0 to the one that stays, 1 to the other"));

  ui_press_button (fixture, "Merge");
  ui_wait_for_text (fixture, "Two made one: Person");
  g_assert_null (find_dialog (fixture));
  g_assert_false (ui_says (fixture, "Possibly the Same Person"));
  g_assert_true (ui_says (fixture, "Head of climate"));
  assert_value (fixture, two.role, "contact", uds_record_get_id (two.anna));
  assert_value (fixture, two.anna, "phone", "+49 40 1234");
  assert_value (fixture, two.anna, "note", "Speaks French\n\nMet in Lyon");
  ui_draw_both (fixture, "merged");

  gtk_widget_activate_action (ui_get_window (fixture), "win.undo", NULL);
  ui_wait_for_text (fixture, "Possibly the Same Person");
  assert_value (fixture, two.role, "contact", uds_record_get_id (two.again));
  assert_value (fixture, two.anna, "phone", NULL);
}

/* Where the record whose page it is goes, the page is the other's. */
static void
test_the_other_may_be_the_one_that_stays (UiFixture     *fixture,
                                          gconstpointer  data)
{
  g_auto (Two) two = { NULL };
  g_autofree char *gone = NULL;

  add_two (fixture, &two);
  compare (fixture, &two);
  gtk_widget_activate (gtk_widget_get_ancestor (ui_find_text (find_dialog (fixture), "ANNA SORENSEN"),
                                                ADW_TYPE_ACTION_ROW));
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "1 to the one that stays, 0 to the other"));
  g_assert_false (ui_says (fixture, "is taken over"));

  ui_press_button (fixture, "Merge");
  ui_wait_for_text (fixture, "Head of climate");
  gone = get_value (fixture, two.anna, "name");
  g_assert_null (gone);
  assert_value (fixture, two.again, "name", "ANNA SORENSEN");
}

static gboolean
says_nothing_of_others (gpointer fixture)
{
  return !ui_says (fixture, "Possibly the Same Person");
}

static void
assert_told_apart (UiFixture *fixture)
{
  ui_wait_for_text (fixture, "Told apart: Person");
  g_assert_true (ui_wait_until (says_nothing_of_others, fixture));
  g_assert_null (find_dialog (fixture));
  gtk_widget_activate_action (ui_get_window (fixture), "win.undo", NULL);
  ui_wait_for_text (fixture, "Possibly the Same Person");
}

/* On the page at once, or after a look at both; and taken back like everything else. */
static void
test_two_people_of_one_name_are_told_apart (UiFixture     *fixture,
                                            gconstpointer  data)
{
  g_auto (Two) two = { NULL };

  add_two (fixture, &two);
  compare (fixture, &two);
  gtk_widget_activate (gtk_widget_get_ancestor (ui_find_text (find_dialog (fixture), "Keep Both"),
                                                ADW_TYPE_BUTTON_ROW));
  assert_told_apart (fixture);
  gtk_widget_activate (ui_find_tooltip (ui_get_window (fixture), "Not the same as “ANNA SORENSEN”"));
  assert_told_apart (fixture);
}

static void
list_people (UiFixture *fixture)
{
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{ss}"), NULL, 0));

  gtk_widget_activate_action (ui_get_window (fixture), "win.list", "(s@a{ss})", "contact", none);
}

/* From the menu of the list: pair after pair told apart or made one, and the page stays until there is none left. */
static void
test_all_duplicates_are_gone_through (UiFixture     *fixture,
                                      gconstpointer  data)
{
  g_auto (Two) two = { NULL };
  g_autoptr (UdsRecord) father = ADD ("contact", "name", "Ib Holm", "email", "ib@example.org", NULL);
  g_autoptr (UdsRecord) son = ADD ("contact", "name", "Ib Holm", NULL);
  GtkWidget *page;

  add_two (fixture, &two);
  list_people (fixture);
  ui_wait_for_text (fixture, "Ib Holm");
  gtk_widget_activate_action (ui_find_type (ui_get_window (fixture), UDS_TYPE_LIST_PAGE), "list.duplicates", NULL);
  ui_wait_for_text (fixture, "People: 2");
  ui_draw_both (fixture, "duplicates");

  page = ui_find_type (ui_get_window (fixture), UDS_TYPE_DUPLICATES_PAGE);
  gtk_widget_activate (gtk_widget_get_next_sibling (
      gtk_widget_get_parent (gtk_widget_get_parent (ui_find_text (page, "Ib Holm")))));
  ui_wait_for_text (fixture, "People: 1");
  g_assert_false (ui_says (fixture, "Ib Holm"));

  gtk_widget_activate (
      gtk_widget_get_ancestor (ui_find_text (page, "ANNA SORENSEN"), g_type_from_name ("GtkListItemWidget")));
  ui_wait_for_text (fixture, "What Differs");
  ui_press_button (fixture, "Merge");
  ui_wait_for_text (fixture, "No Duplicates");
  ui_draw_both (fixture, "duplicates-none");
  g_assert_true (gtk_widget_get_mapped (page));
}

/* Whatever they are called, from the page's menu; a record is not offered to itself. */
static void
test_any_two_can_be_chosen (UiFixture     *fixture,
                            gconstpointer  data)
{
  g_autoptr (UdsRecord) one = ADD ("organisation", "name_en", "Zealand Water Works", "country", "DK", NULL);
  g_autoptr (UdsRecord) other = ADD ("organisation", "name_en", "Zealand Waterworks", "country", "DK", NULL);
  GtkWidget *entry;

  ui_open_record (fixture, one);
  g_assert_false (ui_says (fixture, "Possibly the Same"));
  gtk_widget_activate_action (ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_PAGE), "record.merge", NULL);
  ui_settle (fixture);
  entry = ui_find_type (ui_find_type (ui_get_window (fixture), UDS_TYPE_CHOOSE_RECORD), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Zealand Water");
  g_signal_emit_by_name (entry, "activate");
  ui_wait_for_text (fixture, "What Differs");
  ui_draw_both (fixture, "merge-organisations");
  g_assert_true (ui_says (fixture, "becomes another name"));
  g_assert_true (ui_says (fixture, "Nothing refers to either of them."));

  ui_press_button (fixture, "Merge");
  ui_wait_for_text (fixture, "Two made one: Organisation");
  assert_value (fixture, one, "name_en", "Zealand Water Works");
}

/* A goal or a note is only itself. */
static void
test_other_kinds_are_not_merged (UiFixture     *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UdsRecord) note = ADD ("note", "title", "Rain", NULL);
  g_autoptr (UdsRecord) same = ADD ("note", "title", "Rain", NULL);

  ui_open_record (fixture, note);
  g_assert_false (ui_says (fixture, "Possibly the Same"));
  gtk_widget_activate_action (ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_PAGE), "record.merge", NULL);
  ui_settle (fixture);
  g_assert_null (ui_find_type (ui_get_window (fixture), UDS_TYPE_CHOOSE_RECORD));
}

/* What a button opens; empty where it is not there. */
static const char *
get_target (UiFixture  *fixture,
            const char *tooltip)
{
  GtkWidget *button = ui_find_tooltip (ui_get_window (fixture), tooltip);

  return button != NULL ? g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL)
                        : "";
}

static void
test_a_person_is_a_press_away (UiFixture     *fixture,
                               gconstpointer  data)
{
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna", "email", "r&d@example.org", "phone", "ask Bo", NULL);
  const char *id = uds_record_get_id (anna);
  g_autoptr (UdsRecord) phone = ADD ("contact-point", "contact", id, "category", "phone", "value",
                                     "+45 (0)33 66", NULL);
  g_autoptr (UdsRecord) site = ADD ("contact-point", "contact", id, "category", "website", "value", "kk.dk", NULL);
  g_autoptr (UdsRecord) place = ADD ("contact-point", "contact", id, "category", "address", "value", "Vej 1", NULL);
  GtkWidget *entry;

  ui_open_record (fixture, anna);
  ui_draw_both (fixture, "person-reach");
  g_assert_cmpstr (get_target (fixture, "Write to r&d@example.org"), ==, "mailto:r%26d@example.org");
  g_assert_cmpstr (get_target (fixture, "Call +45 (0)33 66"), ==, "tel:+453366");
  g_assert_cmpstr (get_target (fixture, "Open kk.dk"), ==, "https://kk.dk");
  g_assert_null (ui_find_tooltip (ui_get_window (fixture), "Call ask Bo"));

  entry = gtk_widget_get_ancestor (ui_find_text (ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_FORM),
                                                 "Telephone"),
                                   ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "33 66 33 66");
  g_assert_cmpstr (get_target (fixture, "Call 33 66 33 66"), ==, "tel:33663366");
  uds_page_flush (UDS_PAGE (ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_PAGE)));
  ui_settle (fixture);
}

/* The machine that tests run on has no program for any of it. */
static void
test_where_nothing_opens_it_that_is_said (UiFixture     *fixture,
                                          gconstpointer  data)
{
  g_autoptr (UdsRecord) office = ADD ("organisation", "name_en", "Office", "phone", "+45 33 66 33 66", NULL);

  ui_open_record (fixture, office);
  gtk_widget_activate (ui_find_tooltip (ui_get_window (fixture), "Call +45 33 66 33 66"));
  ui_wait_for_text (fixture, "No program to make calls with was found");
}

/* Getting people out */

static GtkWidget *
find_page (UiFixture *fixture)
{
  return ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_PAGE);
}

static void
test_it_is_asked_as_what_a_person_goes_out (UiFixture     *fixture,
                                            gconstpointer  data)
{
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna", NULL);

  ui_open_record (fixture, anna);
  gtk_widget_activate_action (find_page (fixture), "record.export", NULL);
  ui_wait_for_text (fixture, "Export People");
  ui_draw_both (fixture, "export-people");
  g_assert_nonnull (ui_find_button (fixture, "Table for Spreadsheets"));
  g_assert_nonnull (ui_find_button (fixture, "vCards for Address Books"));
  g_assert_nonnull (ui_find_button (fixture, "vCards for Older Programs"));
  ui_press_button (fixture, "Cancel");
}

static char *
save_list (UiFixture  *fixture,
           const char *name,
           guint       version,
           const char *told)
{
  GtkWidget *page = ui_find_type (ui_get_window (fixture), UDS_TYPE_LIST_PAGE);
  g_autoptr (UdsQuery) query = uds_list_page_make_query (UDS_LIST_PAGE (page));
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->store.folder, name, NULL);
  char *text = NULL;

  uds_list_export_to_file (page, uds_page_get_context (UDS_PAGE (page)), query, version, file);
  ui_wait_for_text (fixture, told);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

static gboolean
is_filtered (gpointer data)
{
  return ui_find_text (data, "Bo") == NULL;
}

/* What the filter shows, and nobody else. */
static void
test_the_people_of_a_list_go_out (UiFixture     *fixture,
                                  gconstpointer  data)
{
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Anna", "email", "a@example.org", NULL);
  g_autoptr (UdsRecord) bo = ADD ("contact", "name", "Bo", NULL);
  g_autoptr (UdsRecord) site = ADD ("contact-point", "contact", uds_record_get_id (anna), "category", "website",
                                    "value", "kk.dk", NULL);
  g_autofree char *table = NULL;
  g_autofree char *cards = NULL;
  g_autofree char *older = NULL;
  GtkWidget *page;

  list_people (fixture);
  ui_wait_for_text (fixture, "Bo");
  page = ui_find_type (ui_get_window (fixture), UDS_TYPE_LIST_PAGE);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (page, GTK_TYPE_SEARCH_ENTRY)), "Anna");
  g_assert_true (ui_wait_until (is_filtered, page));

  table = save_list (fixture, "people.csv", 0, "1 person saved as “people.csv”");
  g_assert_nonnull (strstr (table, "Name,Job title,Organisation,E-mail,Telephone,Website,Identifier\r\n"));
  g_assert_nonnull (strstr (table, "Anna,,,a@example.org,,kk.dk,"));
  g_assert_null (strstr (table, "Bo"));
  cards = save_list (fixture, "people.vcf", 40, "1 person saved as “people.vcf”");
  g_assert_nonnull (strstr (cards, "VERSION:4.0\r\n"));
  g_assert_nonnull (strstr (cards, "URL:kk.dk\r\n"));
  older = save_list (fixture, "older.vcf", 30, "1 person saved as “older.vcf”");
  g_assert_nonnull (strstr (older, "VERSION:3.0\r\n"));
}

static void
on_text_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_a_person_is_copied_as_a_card (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) anna = ADD ("contact", "name", "Åse", "email", "a@example.org", NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (ui_get_window (fixture));
  g_autofree char *text = NULL;

  ui_open_record (fixture, anna);
  gtk_widget_activate_action (find_page (fixture), "record.copy-vcard", NULL);
  ui_wait_for_text (fixture, "Copied as vCard");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/vcard"));
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_cb, &text);
  g_assert_true (ui_wait_until (has_text, &text));
  g_assert_nonnull (strstr (text, "FN:Åse\r\n"));
}

static void
add (const char *path,
     int         width,
     void      (*func) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, width > 0 ? GINT_TO_POINTER (width) : NULL, ui_fixture_set_up, func,
              ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  add ("/people/two-become-one-and-undo-makes-them-two", 0, test_two_people_become_one_and_undo_makes_them_two);
  add ("/people/the-other-may-be-the-one-that-stays", 360, test_the_other_may_be_the_one_that_stays);
  add ("/people/two-of-one-name-are-told-apart", 0, test_two_people_of_one_name_are_told_apart);
  add ("/people/all-duplicates-are-gone-through-on-a-narrow-screen", 360, test_all_duplicates_are_gone_through);
  add ("/people/all-duplicates-are-gone-through", 0, test_all_duplicates_are_gone_through);
  add ("/people/any-two-can-be-chosen", 0, test_any_two_can_be_chosen);
  add ("/people/other-kinds-are-not-merged", 0, test_other_kinds_are_not_merged);
  add ("/people/a-person-is-a-press-away", 0, test_a_person_is_a_press_away);
  add ("/people/where-nothing-opens-it-that-is-said", 0, test_where_nothing_opens_it_that_is_said);
  add ("/people/it-is-asked-as-what-a-person-goes-out", 360, test_it_is_asked_as_what_a_person_goes_out);
  add ("/people/the-people-of-a-list-go-out", 0, test_the_people_of_a_list_go_out);
  add ("/people/a-person-is-copied-as-a-card", 0, test_a_person_is_copied_as_a_card);

  return g_test_run ();
}
