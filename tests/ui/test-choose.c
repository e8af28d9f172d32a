/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record is chosen among many by its number or code, or by words; where nothing is found that is said. */
#include "ui-fixture.h"

#include "uds-choose-record.h"
#include "uds-goals-page.h"
#include "uds-record-cell.h"

static void
note_chosen (const char *id,
             const char *title,
             gpointer    data)
{
  g_set_str (data, id);
}

static void
keep_chosen (gpointer data)
{
}

static char *chosen;

static GtkWidget *
open_chooser (UiFixture  *fixture,
              const char *kind)
{
  GtkWidget *page = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_GOALS_PAGE);
  UdsContext *context = uds_page_get_context (UDS_PAGE (page));

  uds_choose_record_present (GTK_WIDGET (fixture->window), context, uds_kind_lookup (kind), FALSE, note_chosen, &chosen,
                             keep_chosen);
  ui_settle (fixture);
  return ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHOOSE_RECORD);
}

typedef struct {
  GtkWidget *chooser;
  const char *text;
} AwaitedFirst;

static gboolean
is_first (gpointer data)
{
  const AwaitedFirst *awaited = data;
  GtkWidget *cell = ui_find_type (awaited->chooser, UDS_TYPE_RECORD_CELL);

  return cell != NULL && ui_find_text (cell, awaited->text) != NULL;
}

static void
test_a_record_is_chosen_by_its_number_or_code (UiFixture     *fixture,
                                               gconstpointer  data)
{
  static const struct {
    const char *kind, *text, *first;
  } cases[] = {
    { "goal", "11", "11 · Sustainable Cities and Communities" },
    { "target", "11.6", "11.6 · " },
    { "goal", "cities", "11 · Sustainable Cities and Communities" },
    { "indicator", "dk-home", "dk-homeless" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *chooser = open_chooser (fixture, cases[i].kind);
      GtkWidget *entry = ui_find_type (chooser, GTK_TYPE_SEARCH_ENTRY);

      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].text);
      g_assert_true (ui_wait_until (is_first, &(AwaitedFirst) { chooser, cases[i].first }));
      ui_settle (fixture);
      ui_draw (fixture, cases[i].kind);
      g_signal_emit_by_name (entry, "activate");
      ui_settle (fixture);
      g_assert_null (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHOOSE_RECORD));
    }
  g_clear_pointer (&chosen, g_free);
}

static void
test_enter_chooses_what_was_typed_not_what_was_found_before (UiFixture     *fixture,
                                                             gconstpointer  data)
{
  g_autofree char *wanted = ui_find_id (fixture, "goal", "number", "13");
  GtkWidget *chooser = open_chooser (fixture, "goal");
  GtkWidget *entry = ui_find_type (chooser, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "13");
  g_signal_emit_by_name (entry, "activate");
  ui_settle (fixture);
  g_assert_cmpstr (chosen, ==, wanted);
  g_clear_pointer (&chosen, g_free);
}

static void
test_where_nothing_is_found_it_is_said (UiFixture     *fixture,
                                        gconstpointer  data)
{
  GtkWidget *chooser = open_chooser (fixture, "goal");

  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (chooser, GTK_TYPE_SEARCH_ENTRY)), "<18>");
  ui_wait_for_text (fixture, "Nothing here is called “<18>”.");
  ui_draw (fixture, "choose-nothing");
  adw_dialog_force_close (ADW_DIALOG (chooser));
}

static void
test_where_nothing_is_there_it_is_said (UiFixture     *fixture,
                                        gconstpointer  data)
{
  GtkWidget *chooser = open_chooser (fixture, "goal");

  ui_wait_for_text (fixture, "The database has no goals yet.");
  adw_dialog_force_close (ADW_DIALOG (chooser));
}

#define ADD(path, set_up, func) g_test_add ("/choose/" path, UiFixture, NULL, set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("a-record-is-chosen-by-its-number-or-code", ui_fixture_set_up, test_a_record_is_chosen_by_its_number_or_code);
  ADD ("enter-chooses-what-was-typed-not-what-was-found-before", ui_fixture_set_up,
       test_enter_chooses_what_was_typed_not_what_was_found_before);
  ADD ("where-nothing-is-found-it-is-said", ui_fixture_set_up, test_where_nothing_is_found_it_is_said);
  ADD ("where-nothing-is-there-it-is-said", ui_fixture_set_up_empty, test_where_nothing_is_there_it_is_said);

  return g_test_run ();
}
