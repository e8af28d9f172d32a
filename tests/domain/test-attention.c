/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator is overdue when its date is past, or by its age where no date is set; and a place's words tell how wide
 * it is. */
#include "uds-scope.h"
#include "uds-update.h"

#include <locale.h>

/* When a figure is overdue */

static const struct {
  const char *next_due, *latest, *today;
  UdsUpdate update;
  const char *text;
} updates[] = {
  /* A date that somebody set counts alone, however old the latest figure is. */
  { "2026-06-01", "2024", "2026-06-01", UDS_UPDATE_NOT_DUE, NULL },
  { "2026-06-01", "2024", "2026-06-02", UDS_UPDATE_DATE_PAST, "The next figure was due 1 June 2026" },
  { "2026-06-01", NULL, "2026-06-02", UDS_UPDATE_DATE_PAST, "The next figure was due 1 June 2026" },
  { "2027-01-01", "1998", "2026-06-02", UDS_UPDATE_NOT_DUE, NULL },
  /* A month and a year have to end first. */
  { "2026-02", "2024", "2026-02-28", UDS_UPDATE_NOT_DUE, NULL },
  { "2026-02", "2024", "2026-03-01", UDS_UPDATE_DATE_PAST, "The next figure was due February 2026" },
  { "2026", "2024", "2026-12-31", UDS_UPDATE_NOT_DUE, NULL },
  { "2026", "2024", "2027-01-01", UDS_UPDATE_DATE_PAST, "The next figure was due 2026" },
  /* Without a date, three years after the latest period ended. */
  { NULL, "2022", "2025-12-31", UDS_UPDATE_NOT_DUE, NULL },
  { NULL, "2022", "2026-01-01", UDS_UPDATE_OLD, "The latest figure is for 2022, more than 3 years ago" },
  { NULL, "2021/2022", "2025-12-31", UDS_UPDATE_NOT_DUE, NULL },
  { NULL, "2021/2022", "2026-01-01", UDS_UPDATE_OLD, "The latest figure is for 2021/22, more than 3 years ago" },
  { NULL, "2022-Q1", "2025-03-31", UDS_UPDATE_NOT_DUE, NULL },
  { NULL, "2022-Q1", "2025-04-01", UDS_UPDATE_OLD, "The latest figure is for Q1 2022, more than 3 years ago" },
  { NULL, "2024-02-29", "2027-02-28", UDS_UPDATE_NOT_DUE, NULL },
  { NULL, "2024-02-29", "2027-03-01", UDS_UPDATE_OLD,
    "The latest figure is for 29 February 2024, more than 3 years ago" },
  { NULL, "2030", "2026-01-01", UDS_UPDATE_NOT_DUE, NULL },
  /* What is no date counts as none. */
  { "soon", "2022", "2026-01-01", UDS_UPDATE_OLD, "The latest figure is for 2022, more than 3 years ago" },
  { "", "2025", "2026-01-01", UDS_UPDATE_NOT_DUE, NULL },
  /* Where nothing was ever measured nothing is overdue. */
  { NULL, NULL, "2026-01-01", UDS_UPDATE_NOT_DUE, NULL },
  { NULL, "once", "2026-01-01", UDS_UPDATE_NOT_DUE, NULL },
};

static void
test_overdue_by_its_date_or_by_its_age (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    {
      g_autofree char *text = NULL;
      UdsDate today;
      UdsUpdate update;

      g_test_message ("%s, %s on %s", updates[i].next_due, updates[i].latest, updates[i].today);
      g_assert_true (uds_date_parse (updates[i].today, &today));
      update = uds_update_find (updates[i].next_due, updates[i].latest, &today);
      g_assert_cmpint (update, ==, updates[i].update);
      text = uds_update_describe (update, updates[i].next_due, updates[i].latest, UDS_LANGUAGE_EN);
      g_assert_cmpstr (text, ==, updates[i].text);
    }
}

/* Places */

static void
test_a_place_is_as_wide_as_its_words_say (void)
{
  static const struct {
    const char *place;
    UdsScope scope;
  } places[] = {
    { "København", UDS_SCOPE_CITY },
    { "Københavns Kommune", UDS_SCOPE_CITY },
    { "CITY OF COPENHAGEN", UDS_SCOPE_CITY },
    { "Copenhagen, Denmark", UDS_SCOPE_CITY },
    { "Danmark", UDS_SCOPE_COUNTRY },
    { "Denmark", UDS_SCOPE_COUNTRY },
    { "Hele landet", UDS_SCOPE_COUNTRY },
    { "Region Hovedstaden", UDS_SCOPE_REGION },
    { "Capital Region of Denmark", UDS_SCOPE_REGION },
    { "Hovedstadsområdet", UDS_SCOPE_REGION },
    { "The capital area", UDS_SCOPE_REGION },
    { "Byen København (landsdel)", UDS_SCOPE_REGION },
    { "Copenhagen City (province)", UDS_SCOPE_REGION },
    { "København og omegn (metroen)", UDS_SCOPE_REGION },
    { "Copenhagen and surroundings (the metro)", UDS_SCOPE_REGION },
    { "Nørrebro", UDS_SCOPE_ANY },
    { "", UDS_SCOPE_ANY },
    { NULL, UDS_SCOPE_ANY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].place);
      g_assert_cmpint (uds_scope_from_place (places[i].place), ==, places[i].scope);
    }
}

static void
test_a_scope_goes_by_its_name (void)
{
  for (guint i = 0; i < UDS_N_SCOPES; i++)
    g_assert_cmpint (uds_scope_from_name (uds_scope_get_name ((UdsScope) i)), ==, i);
  g_assert_cmpint (uds_scope_from_name ("galaxy"), ==, UDS_SCOPE_ANY);
  g_assert_cmpint (uds_scope_from_name (NULL), ==, UDS_SCOPE_ANY);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attention/overdue-by-its-date-or-by-its-age", test_overdue_by_its_date_or_by_its_age);
  g_test_add_func ("/attention/a-place-is-as-wide-as-its-words-say", test_a_place_is_as_wide_as_its_words_say);
  g_test_add_func ("/attention/a-scope-goes-by-its-name", test_a_scope_goes_by_its_name);

  return g_test_run ();
}
