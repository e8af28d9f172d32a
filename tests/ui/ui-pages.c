/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the page of a record, and draws pages. */
#include "ui-fixture.h"

/**
 * ui_open_record:
 * @fixture: a fixture
 * @record: a stored record
 *
 * Opens its page and waits until it stands there.
 */
void
ui_open_record (UiFixture *fixture,
                UdsRecord *record)
{
  uds_window_open_record (fixture->window, uds_record_get_kind (record)->name, uds_record_get_id (record));
  ui_settle (fixture);
}

/**
 * ui_draw_both:
 * @fixture: a fixture
 * @name: the name of a picture
 *
 * Draws the window in the light and in the dark.
 */
void
ui_draw_both (UiFixture  *fixture,
              const char *name)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);

  ui_draw (fixture, name);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  ui_settle (fixture);
  ui_draw (fixture, dark);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  ui_settle (fixture);
}
