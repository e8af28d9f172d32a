/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a record's form comes to be. What is typed into it is the window's tests' business. */
#include "ui-fixture.h"

#include "uds-record-form.h"

/* So many rows may come before the first frame. */
#define N_ROWS_AT_ONCE 8

static void
open_effort (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "effort", "code", "klimaplan");

  uds_window_open_record (fixture->window, "effort", id);
}

static void
count_row (GtkWidget *widget,
           gpointer   data)
{
  *(guint *) data += ADW_IS_PREFERENCES_ROW (widget);
}

static guint
count_rows (UiFixture *fixture)
{
  GtkWidget *form = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_RECORD_FORM);
  guint n_rows = 0;

  if (form != NULL)
    ui_for_each (form, count_row, &n_rows);
  return n_rows;
}

static gboolean
has_rows (gpointer data)
{
  return count_rows (data) > 0;
}

/* A row costs milliseconds: with all of them at once the page would come late. */
static void
test_it_is_made_little_by_little (UiFixture     *fixture,
                                  gconstpointer  data)
{
  guint n_first;

  open_effort (fixture);
  g_assert_true (ui_wait_until (has_rows, fixture));
  n_first = count_rows (fixture);
  g_assert_cmpuint (n_first, <=, N_ROWS_AT_ONCE);
  ui_settle (fixture);
  g_assert_cmpuint (count_rows (fixture), >, 2 * n_first);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Goals · 3"));
}

static void
test_it_can_be_left_meanwhile (UiFixture     *fixture,
                               gconstpointer  data)
{
  open_effort (fixture);
  g_assert_true (ui_wait_until (has_rows, fixture));
  uds_window_show_page (fixture->window, "events");
  ui_settle (fixture);

  open_effort (fixture);
  g_assert_true (ui_wait_until (has_rows, fixture));
}

static void
look_at_pencil (GtkWidget *widget,
                gpointer   data)
{
  GtkWidget *form = gtk_widget_get_ancestor (widget, UDS_TYPE_RECORD_FORM);
  GArray *places = data;
  graphene_rect_t bounds;
  int place;

  if (!GTK_IS_IMAGE (widget) || form == NULL
      || g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "document-edit-symbolic") != 0)
    return;

  g_assert_true (gtk_widget_compute_bounds (widget, form, &bounds));
  place = (int) (bounds.origin.x + bounds.size.width / 2);
  g_array_append_val (places, place);
}

static void
test_its_pencils_stand_below_each_other (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));

  open_effort (fixture);
  ui_settle (fixture);
  ui_draw (fixture, "form");
  ui_for_each (GTK_WIDGET (fixture->window), look_at_pencil, places);
  g_assert_cmpuint (places->len, >, 5);
  for (guint i = 1; i < places->len; i++)
    g_assert_cmpint (ABS (g_array_index (places, int, i) - g_array_index (places, int, 0)), <=, 1);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, func) g_test_add ("/forms/" path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)

  ui_init (&argc, &argv);

  ADD ("it-is-made-little-by-little", test_it_is_made_little_by_little);
  ADD ("it-can-be-left-meanwhile", test_it_can_be_left_meanwhile);
  ADD ("its-pencils-stand-below-each-other", test_its_pencils_stand_below_each_other);

  return g_test_run ();
}
