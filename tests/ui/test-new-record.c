/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made from a record's page is tied to it: efforts, notes of knowledge, and what is part of it. Undo takes it
 * back with its tie. */
#include "uds-record-summary.h"
#include "ui-fixture.h"

static void
set_up (UiFixture     *fixture,
        gconstpointer  locale)
{
  ui_speak (locale);
  ui_fixture_set_up (fixture, NULL);
}

static void
set_up_narrow (UiFixture     *fixture,
               gconstpointer  locale)
{
  ui_speak (locale);
  ui_fixture_set_up (fixture, GINT_TO_POINTER (360));
}

static void
add (UiFixture  *fixture,
     const char *field,
     const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find_entry (fixture, field)), name);
  ui_press_button (fixture, "Add");
  ui_settle (fixture);
}

/* In which kind's field “field” the name is found, and afterwards no more. */
static void
expect_taken_back (UiFixture  *fixture,
                   const char *kind,
                   const char *field,
                   const char *value,
                   const char *toast)
{
  g_autofree char *made = ui_find_id (fixture, kind, field, value);
  g_autofree char *left = NULL;

  g_assert_nonnull (made);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_wait_for_text (fixture, toast);
  left = ui_find_id (fixture, kind, field, value);
  g_assert_null (left);
  left = ui_find_id (fixture, "link", "from_id", made);
  g_assert_null (left);
}

static void
expect_effort (UiFixture  *fixture,
               const char *tied)
{
  ui_wait_for_text (fixture, tied);
  ui_draw (fixture, "new-effort");
  expect_taken_back (fixture, "effort", "name_en", "Trees", "Undone: “Trees” added");
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
  ui_draw (fixture, "new-goal");
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
  ui_draw (fixture, "new-target");
  ui_add (fixture, "Effort…");
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

/* A note, from every page that it can concern */

typedef struct {
  const char *kind, *field, *value; /* whose page it is */
  const char *listed;               /* on the note's page */
} Origin;

static const Origin origins[] = {
  { "goal", "number", "13", "Goals · 1" },
  { "indicator", NULL, NULL, "Indicators · 1" },
  { "network", "code", "c40", "Networks · 1" },
  { "organisation", NULL, NULL, "Organisations · 1" },
  { "city", "name_en", "Hamburg", "Cities · 1" },
  { "event", NULL, NULL, "Events · 1" },
  { "agreement", NULL, NULL, "Agreements · 1" },
};

static AdwDialog *
get_dialog (UiFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* From the menu of what can be added to a record, or where the page has none, by a button. */
static void
offer (UiFixture  *fixture,
       const char *item,
       const char *button)
{
  if (item != NULL && ui_offers (fixture, item))
    ui_add (fixture, item);
  else
    ui_click (fixture, button);
  ui_settle (fixture);
}

static void
type_in_dialog (UiFixture  *fixture,
                const char *text)
{
  GtkWidget *entry = ui_find_type (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_ENTRY_ROW);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
make_note (UiFixture    *fixture,
           const Origin *origin)
{
  g_autofree char *id = ui_find_id (fixture, origin->kind, origin->field, origin->value);
  g_autofree char *note = NULL;

  g_assert_nonnull (id);
  uds_window_open_record (fixture->window, origin->kind, id);
  ui_settle (fixture);
  offer (fixture, "Knowledge note…", "New: Knowledge note");
  type_in_dialog (fixture, "Squares that hold rain");
  ui_press_button (fixture, "Add");
  ui_draw (fixture, origin->kind);
  ui_wait_for_text (fixture, origin->listed);
  note = ui_find_id (fixture, "note", "title", "Squares that hold rain");
  g_assert_nonnull (note);

  /* The page that it was made from lists it. */
  uds_window_open_record (fixture->window, origin->kind, id);
  ui_wait_for_text (fixture, "Squares that hold rain");
  expect_taken_back (fixture, "note", "title", "Squares that hold rain", "Undone: “Squares that hold rain” added");
}

static void
test_a_note_from_any_page_concerns_it (UiFixture     *fixture,
                                       gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (origins); i++)
    make_note (fixture, &origins[i]);
}

/* A part, from the page of what it is part of */

typedef struct {
  const char *owner;     /* whose page it is */
  const char *part;      /* what is made */
  const char *reference; /* the field that says whose it is */
  const char *item;      /* of the menu of what can be added */
  const char *label;     /* of the button, where there is a list already */
  const char *typed;     /* none where something is chosen */
  const char *choice;
} Part;

static const Part parts[] = {
  { "network", "membership", "network", "Membership…", NULL, NULL, "City" },
  { "city", "membership", "city", "Membership…", NULL, NULL, "Network" },
  { "organisation", "membership", "organisation", "Membership…", NULL, NULL, "Network" },
  { "city", "other-name", "city", "Other name…", NULL, "Castle", NULL },
  { "contact", "contact-role", "contact", "Role of a person…", NULL, "Mayor", NULL },
  { "agreement", "document", "agreement", NULL, "Add: Document", "Annex 1", NULL },
  { "agenda", "focus-area", "agenda", NULL, "Add: Focus area", "Water", NULL },
};

static void
choose_first (UiFixture  *fixture,
              const char *label)
{
  GtkWidget *row = ui_find_text (GTK_WIDGET (get_dialog (fixture)), label);

  row = gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  ui_settle (fixture);
  g_signal_emit_by_name (ui_find_type (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_settle (fixture);
}

static UdsRecord *
make_owner (UiFixture  *fixture,
            const char *kind)
{
  const char *title = uds_kind_get_title_field (uds_kind_lookup (kind), UDS_LANGUAGE_EN);

  return store_fixture_add (&fixture->store, kind, title, "The owner", NULL);
}

typedef struct {
  UiFixture *fixture;
  const Part *part;
  const char *owner;
} Wanted;

static gboolean
is_made (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *id = ui_find_id (wanted->fixture, wanted->part->part, wanted->part->reference, wanted->owner);

  return id != NULL;
}

static void
make_part (UiFixture  *fixture,
           const Part *part)
{
  g_autoptr (UdsRecord) owner = make_owner (fixture, part->owner);
  const char *id = uds_record_get_id (owner);
  g_autofree char *made = NULL;
  g_autofree char *left = NULL;

  uds_window_open_record (fixture->window, part->owner, id);
  ui_settle (fixture);
  offer (fixture, part->item, part->label);
  ui_press_button (fixture, "Add");
  made = ui_find_id (fixture, part->part, part->reference, id);
  g_assert_null (made); /* It takes more than an owner. */
  if (part->choice != NULL)
    choose_first (fixture, part->choice);
  else
    type_in_dialog (fixture, part->typed);
  ui_settle (fixture);
  ui_draw (fixture, part->part);
  ui_press_button (fixture, "Add");
  if (!ui_wait_until (is_made, &(Wanted) { fixture, part, id }))
    g_error ("no %s of a %s was made", part->part, part->owner);
  ui_settle (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_wait_for_text (fixture, "Undone: ");
  ui_settle (fixture);
  left = ui_find_id (fixture, part->part, part->reference, id);
  g_assert_null (left);
}

static void
test_a_part_is_made_on_its_owners_page (UiFixture     *fixture,
                                        gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    make_part (fixture, &parts[i]);
}

/* One types at once, whatever shape the dialog has. */
static void
test_the_first_field_has_the_focus (UiFixture     *fixture,
                                    gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "network", "code", "c40");
  GtkWidget *focus;

  uds_window_open_record (fixture->window, "network", id);
  ui_settle (fixture);
  offer (fixture, "Knowledge note…", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, ui_find_type (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_ENTRY_ROW)));
}

/* Hours spent are hours spent: only what is none of the known types needs a name. */
static void
test_what_has_a_type_needs_no_name (UiFixture     *fixture,
                                    gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "network", "code", "c40");
  GtkWidget *type;

  uds_window_open_record (fixture->window, "network", id);
  ui_settle (fixture);
  offer (fixture, "Figure of a network…", NULL);
  type = ui_find_type (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (type), 3);
  g_assert_false (ui_says (fixture, "This is needed")); /* nobody has said yet that this is all */
  gtk_editable_set_text (GTK_EDITABLE (ui_find_entry (fixture, "Value")), "120");
  ui_settle (fixture);
  ui_draw (fixture, "new-figure");
  ui_press_button (fixture, "Add");
  ui_wait_for_text (fixture, "“Hours spent” added");
}

/* What is missing */

static gboolean
is_seen_whole (gpointer data)
{
  GtkWidget *pane = ui_find_type (GTK_WIDGET (get_dialog (data)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *height = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pane));

  return gtk_adjustment_get_upper (height) <= gtk_adjustment_get_page_size (height);
}

static gboolean
is_satisfied (gpointer data)
{
  return ui_find_text (GTK_WIDGET (get_dialog (data)), "needed") == NULL;
}

static void
ask_for_part (UiFixture  *fixture,
              const Part *part)
{
  g_autoptr (UdsRecord) owner = make_owner (fixture, part->owner);

  uds_window_open_record (fixture->window, part->owner, uds_record_get_id (owner));
  ui_settle (fixture);
  offer (fixture, part->item, part->label);
}

static void
test_what_is_missing_is_told_while_it_is_missing (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ask_for_part (fixture, &parts[i]);
      ui_press_button (fixture, "Add");
      ui_settle (fixture);
      g_assert_false (is_satisfied (fixture));
      ui_draw (fixture, parts[i].part);
      g_assert_true (ui_wait_until (is_seen_whole, fixture));
      if (parts[i].choice != NULL)
        choose_first (fixture, parts[i].choice);
      else
        type_in_dialog (fixture, parts[i].typed);
      g_assert_true (ui_wait_until (is_satisfied, fixture));
      ui_press_button (fixture, "Cancel");
      ui_settle (fixture);
    }
}

#define ADD(path, func) g_test_add ("/new-record/" path, UiFixture, "en_GB.UTF-8", set_up, func, ui_fixture_tear_down)
#define ADD_NARROW(path, func) \
  g_test_add ("/new-record/" path, UiFixture, "en_GB.UTF-8", set_up_narrow, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);

  ADD ("an-effort-from-a-goals-page-serves-the-goal", test_an_effort_from_a_goals_page_serves_the_goal);
  ADD ("an-effort-from-a-targets-page-serves-the-target", test_an_effort_from_a_targets_page_serves_the_target);
  ADD ("an-indicator-from-a-goals-page-has-the-goal", test_an_indicator_from_a_goals_page_has_the_goal);
  ADD ("a-note-from-any-page-concerns-it", test_a_note_from_any_page_concerns_it);
  ADD ("a-part-is-made-on-its-owners-page", test_a_part_is_made_on_its_owners_page);
  ADD ("what-is-missing-is-told-while-it-is-missing", test_what_is_missing_is_told_while_it_is_missing);
  ADD_NARROW ("what-is-missing-is-told-in-a-narrow-window", test_what_is_missing_is_told_while_it_is_missing);
  ADD ("the-first-field-has-the-focus", test_the_first_field_has_the_focus);
  ADD_NARROW ("the-first-field-has-the-focus-in-a-narrow-window", test_the_first_field_has_the_focus);
  ADD ("what-has-a-type-needs-no-name", test_what_has_a_type_needs_no_name);

  return g_test_run ();
}
