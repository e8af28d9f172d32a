/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a test works the page of an indicator's values. */
#include "values-fixture.h"

/**
 * values_get_focus:
 * @fixture: a fixture
 *
 * Returns: (transfer none) (nullable): what has the focus
 */
GtkWidget *
values_get_focus (UiFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/**
 * values_open:
 * @fixture: a fixture
 * @code: the code of an indicator
 *
 * Opens the indicator and its values.
 *
 * Returns: (transfer none): the page of the values
 */
UdsValuesPage *
values_open (UiFixture  *fixture,
             const char *code)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", code);

  g_assert_nonnull (id);
  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-values", "s", id);
  ui_settle (fixture);
  ui_settle (fixture);
  return UDS_VALUES_PAGE (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_VALUES_PAGE));
}

/**
 * values_open_empty:
 * @fixture: a fixture
 *
 * Opens the values of an indicator with the code "new", which has no series.
 *
 * Returns: (transfer none): the page
 */
UdsValuesPage *
values_open_empty (UiFixture *fixture)
{
  g_autoptr (UdsRecord) indicator = store_fixture_indicator ("new", "Ny", "New");

  store_fixture_save (&fixture->store, indicator);
  return values_open (fixture, "new");
}

/**
 * values_press:
 * @fixture: a fixture
 * @key: a key
 *
 * Presses it where the focus is.
 */
void
values_press (UiFixture *fixture,
              guint      key)
{
  ui_press_key (values_get_focus (fixture), key);
  ui_settle (fixture);
}

/**
 * values_type:
 * @fixture: a fixture
 * @text: what is typed
 *
 * The first letter begins; the others are typed into what it began.
 */
void
values_type (UiFixture  *fixture,
             const char *text)
{
  ui_press_key (values_get_focus (fixture), (guint) *text);
  g_assert_true (GTK_IS_TEXT (values_get_focus (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (values_get_focus (fixture)), text);
}

/**
 * values_type_and_press:
 * @fixture: a fixture
 * @text: what is typed
 * @key: what is pressed then
 *
 * Types into the cell with the focus.
 */
void
values_type_and_press (UiFixture  *fixture,
                       const char *text,
                       guint       key)
{
  values_type (fixture, text);
  values_press (fixture, key);
}

/**
 * values_get_column:
 * @fixture: a fixture
 *
 * Returns: the column of the cell that has the focus
 */
UdsObservationColumn
values_get_column (UiFixture *fixture)
{
  g_assert_true (UDS_IS_VALUES_CELL (values_get_focus (fixture)));
  return uds_values_cell_get_column (UDS_VALUES_CELL (values_get_focus (fixture)));
}

static gpointer
read_all (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("observation"));
  g_autoptr (UdsRecord) indicator = NULL;
  g_autoptr (UdsQuery) wanted = uds_query_new (uds_kind_lookup ("indicator"));
  g_autoptr (GPtrArray) records = NULL;
  GString *text = g_string_new (NULL);

  uds_query_where_is (wanted, "code", data);
  indicator = uds_session_find (session, wanted, error);
  uds_query_where_is (query, "series.indicator", uds_record_get_id (indicator));
  records = uds_session_list (session, query, error);
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autofree char *value = uds_record_to_string (record, "value");

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", uds_record_get_text (record, "period"),
                              value != NULL ? value : "");
      if (uds_record_has (record, "quality"))
        g_string_append_printf (text, ",%s", uds_record_get_text (record, "quality"));
      if (uds_record_has (record, "source"))
        g_string_append_printf (text, ",%s", uds_record_get_text (record, "source"));
      if (uds_record_has (record, "footnote"))
        g_string_append_printf (text, ",%s", uds_record_get_text (record, "footnote"));
    }
  return g_string_free (text, FALSE);
}

/**
 * values_expect:
 * @fixture: a fixture
 * @values: "2021=5,measured,source,footnote 2022=6"
 *
 * Fails where the indicator "new" has other values in the database.
 */
void
values_expect (UiFixture  *fixture,
               const char *values)
{
  g_autofree char *stored = uds_store_read (fixture->store.store, read_all, (gpointer) "new", NULL);

  g_assert_cmpstr (stored, ==, values);
}

/**
 * values_undo:
 * @fixture: a fixture
 * @said: what is said then
 *
 * Undoes what was done last.
 */
void
values_undo (UiFixture  *fixture,
             const char *said)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_wait_for_text (fixture, said);
}

/**
 * values_fill:
 * @fixture: a fixture
 * @page: the page of the values of "new"
 *
 * Gives it values for three years.
 */
void
values_fill (UiFixture     *fixture,
             UdsValuesPage *page)
{
  uds_values_page_paste (page, "2021\t5\n2022\t6\n2023\t7\n");
  ui_wait_for_text (fixture, "New rows: 3");
}
