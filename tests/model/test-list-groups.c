/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list in groups is at every moment what a naive one would be: each record in each of its groups, the groups in the
 * order of their names, what is left over last; and at every moment each row is in one group. */
#include "uds-row-list.h"

#include "uds-fold.h"

#include "row-list-fixture.h"

#include <locale.h>
#include <string.h>

#define N_NETWORKS 5
#define N_FEW 40
#define N_CITIES 400
#define N_MANY 2500 /* of which it is not asked what each has */
#define N_ROUNDS 60
#define N_LONG_ROUNDS 5

typedef struct {
  StoreFixture store;
  UdsRowList *list;
  UdsRecord *networks[N_NETWORKS];
  GPtrArray *cities;      /* of UdsRecord */
  GPtrArray *memberships; /* of UdsRecord */
  const char *group;
  const char *country; /* that is let pass; none of all */
  const char *number;  /* what a word of the name begins with; none of any */
  GPtrArray *replay;   /* of char *: "group/id" as a view was told */
  guint n_changes;
} Fixture;

/* What a view shows at a place. */
static char *
describe (UdsRowList *list,
          guint       position)
{
  g_autoptr (UdsRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);
  guint start, end;
  const char *name = uds_row_list_get_section (list, position, &start, &end);

  return g_strdup_printf ("%s/%s", name != NULL ? name : "", uds_row_get_id (row));
}

/* Groups lie beside each other without gaps, and two that touch are not the same. */
static void
assert_partition (UdsRowList *list)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree char *before = NULL;

  for (guint at = 0; at < n_rows;)
    {
      guint start, end, other_start, other_end;
      g_autofree char *name = g_strdup (uds_row_list_get_section (list, at, &start, &end));

      g_assert_cmpuint (start, ==, at);
      g_assert_cmpuint (end, >, at);
      g_assert_cmpuint (end, <=, n_rows);
      g_assert_true (before == NULL || g_strcmp0 (before, name) != 0);
      g_assert_cmpstr (uds_row_list_get_section (list, end - 1, &other_start, &other_end), ==, name);
      g_assert_cmpuint (other_start, ==, start);
      g_assert_cmpuint (other_end, ==, end);
      g_set_str (&before, name);
      at = end;
    }
}

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     Fixture    *fixture)
{
  if (removed > 0)
    g_ptr_array_remove_range (fixture->replay, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (fixture->replay, (gint) i, describe (UDS_ROW_LIST (model), i));

  fixture->n_changes++;
  assert_partition (UDS_ROW_LIST (model));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->replay->len);
  for (guint i = 0; i < fixture->replay->len; i += 1 + fixture->replay->len / 16)
    {
      g_autofree char *shown = describe (UDS_ROW_LIST (model), i);

      g_assert_cmpstr (shown, ==, g_ptr_array_index (fixture->replay, i));
    }
}

static UdsRecord *
add_city (Fixture *fixture,
          guint    number)
{
  static const char *const countries[] = { "DE", "NO", "SE", "FR", NULL };
  g_autofree char *name = g_strdup_printf ("City %u", number);

  return store_fixture_add (&fixture->store, "city", "name_en", name, "country", countries[number % 5], NULL);
}

static UdsRecord *
add_membership (Fixture *fixture,
                guint    city,
                guint    network)
{
  return store_fixture_add (&fixture->store, "membership", "network", uds_record_get_id (fixture->networks[network]),
                            "city", uds_record_get_id (g_ptr_array_index (fixture->cities, city)), NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->cities = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->memberships = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->replay = g_ptr_array_new_with_free_func (g_free);
  fixture->list = uds_row_list_new (fixture->store.store);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed_cb), fixture);
  for (guint i = 0; i < N_NETWORKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Network %u", i);

      fixture->networks[i] = store_fixture_add (&fixture->store, "network", "name_en", name, NULL);
    }
  for (guint i = 0; i < (guint) GPOINTER_TO_INT (data); i++)
    g_ptr_array_add (fixture->cities, add_city (fixture, i));
  for (guint i = 0; i < fixture->cities->len; i++)
    if (i % 3 != 0)
      g_ptr_array_add (fixture->memberships, add_membership (fixture, i, i % N_NETWORKS));
}

static void
settle (Fixture *fixture)
{
  row_list_settle (fixture->list, fixture->store.store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  settle (fixture);
  g_signal_handlers_disconnect_by_data (fixture->list, fixture);
  g_assert_finalize_object (fixture->list);
  g_ptr_array_unref (fixture->cities);
  g_ptr_array_unref (fixture->memberships);
  g_ptr_array_unref (fixture->replay);
  for (guint i = 0; i < N_NETWORKS; i++)
    g_clear_object (&fixture->networks[i]);
  store_fixture_tear_down (&fixture->store, NULL);
}

static void
show (Fixture *fixture)
{
  static const UdsDate today = { 2026, 11, 24 };
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
  g_autoptr (UdsListGroups) groups = NULL;
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{ss} {}"));
  g_autoptr (GVariant) filter =
      g_variant_ref_sink (uds_list_filter_with (none, "country", fixture->country));

  uds_query_set_language (query, UDS_LANGUAGE_EN);
  uds_query_match (query, fixture->number);
  if (fixture->group != NULL)
    groups = uds_list_groups_new (query, uds_list_filter_with (filter, UDS_LIST_GROUP, fixture->group), &today);
  uds_list_filter_apply (filter, query, &today);
  uds_row_list_set_query (fixture->list, query, groups);
}

/* The naive list */

typedef struct {
  char *group;
  guint rank; /* of the group: 1 of what is left over */
  UdsRecord *city;
} Naive;

static void
naive_free (gpointer data)
{
  g_free (((Naive *) data)->group);
  g_free (data);
}

static int
compare_naive (gconstpointer a,
               gconstpointer b)
{
  const Naive *first = a, *second = b;
  int order = (int) first->rank - (int) second->rank;

  if (order == 0)
    order = uds_sort_compare (first->group, second->group, UDS_LANGUAGE_EN);
  if (order == 0)
    order = uds_sort_compare (uds_record_get_text (first->city, "name_en"),
                              uds_record_get_text (second->city, "name_en"), UDS_LANGUAGE_EN);
  return order != 0 ? order : strcmp (uds_record_get_id (first->city), uds_record_get_id (second->city));
}

static void
add_naive (GPtrArray  *list,
           const char *group,
           guint       rank,
           UdsRecord  *city)
{
  Naive *naive = g_new (Naive, 1);

  *naive = (Naive) { g_strdup (group), rank, city };
  g_ptr_array_add (list, naive);
}

static void
add_in_networks (Fixture   *fixture,
                 GPtrArray *list,
                 UdsRecord *city)
{
  gboolean is_in_none = TRUE;

  for (guint i = 0; i < N_NETWORKS; i++)
    for (guint j = 0; j < fixture->memberships->len; j++)
      {
        UdsRecord *membership = g_ptr_array_index (fixture->memberships, j);

        if (g_str_equal (uds_record_get_text (membership, "city"), uds_record_get_id (city))
            && g_str_equal (uds_record_get_text (membership, "network"), uds_record_get_id (fixture->networks[i])))
          {
            add_naive (list, uds_record_get_text (fixture->networks[i], "name_en"), 0, city);
            is_in_none = FALSE;
            break;
          }
      }
  if (is_in_none)
    add_naive (list, "No network", 1, city);
}

static void
add_in_country (GPtrArray *list,
                UdsRecord *city)
{
  g_autofree char *country = uds_record_format (city, "country", UDS_LANGUAGE_EN);

  add_naive (list, country != NULL ? country : "No country", country == NULL, city);
}

static gboolean
is_let_pass (Fixture   *fixture,
             UdsRecord *city)
{
  const char *number = uds_record_get_text (city, "name_en") + strlen ("City ");

  if (fixture->country != NULL && g_strcmp0 (uds_record_get_text (city, "country"), fixture->country) != 0)
    return FALSE;
  return fixture->number == NULL || g_str_has_prefix (number, fixture->number);
}

static void
assert_as_naive (Fixture *fixture)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (naive_free);

  for (guint i = 0; i < fixture->cities->len; i++)
    {
      UdsRecord *city = g_ptr_array_index (fixture->cities, i);

      if (!is_let_pass (fixture, city))
        continue;
      if (g_strcmp0 (fixture->group, "network") == 0)
        add_in_networks (fixture, list, city);
      else if (g_strcmp0 (fixture->group, "country") == 0)
        add_in_country (list, city);
      else
        add_naive (list, "", 0, city);
    }
  g_ptr_array_sort_values (list, compare_naive);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, list->len);
  g_assert_cmpuint (fixture->replay->len, ==, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const Naive *naive = g_ptr_array_index (list, i);
      g_autofree char *expected = g_strdup_printf ("%s/%s", naive->group, uds_record_get_id (naive->city));
      g_autofree char *shown = describe (fixture->list, i);

      g_assert_cmpstr (shown, ==, expected);
      g_assert_cmpstr (g_ptr_array_index (fixture->replay, i), ==, expected);
    }
}

/* Random operations */

static gboolean
save (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  return uds_session_save (session, data, error);
}

static void
move_city (Fixture *fixture,
           guint    index)
{
  static const char *const countries[] = { "DE", "NO", "SE", "FR", NULL };
  UdsRecord *city = g_ptr_array_index (fixture->cities, index);
  g_autoptr (GError) error = NULL;

  uds_record_set_text (city, "country", countries[g_test_rand_int_range (0, 5)]);
  uds_store_write (fixture->store.store, "Move", save, city, &error);
  g_assert_no_error (error);
}

static void
leave (Fixture *fixture)
{
  guint index;

  if (fixture->memberships->len == 0)
    return;
  index = (guint) g_test_rand_int_range (0, (gint32) fixture->memberships->len);
  store_fixture_remove (&fixture->store, g_ptr_array_index (fixture->memberships, index));
  g_ptr_array_remove_index (fixture->memberships, index);
}

static void
operate (Fixture *fixture)
{
  static const char *const groups[] = { "network", "country", NULL };
  guint city = (guint) g_test_rand_int_range (0, (gint32) fixture->cities->len);

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      g_ptr_array_add (fixture->cities, add_city (fixture, (guint) g_test_rand_int_range (1000, 2000)));
      break;
    case 1:
      leave (fixture);
      break;
    case 2:
      fixture->group = groups[g_test_rand_int_range (0, 3)];
      show (fixture);
      break;
    case 3:
      fixture->country = g_test_rand_bit () ? "DE" : NULL;
      show (fixture);
      break;
    case 4:
      fixture->number = g_test_rand_bit () ? "1" : NULL;
      show (fixture);
      break;
    case 5:
      move_city (fixture, city);
      break;
    default:
      g_ptr_array_add (fixture->memberships,
                       add_membership (fixture, city, (guint) g_test_rand_int_range (0, N_NETWORKS)));
    }
}

static void
test_is_as_a_naive_list (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_rounds = GPOINTER_TO_INT (data) < N_MANY ? N_ROUNDS : N_LONG_ROUNDS;

  fixture->group = "network";
  show (fixture);
  settle (fixture);
  assert_as_naive (fixture);

  for (guint i = 0; i < n_rounds; i++)
    {
      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        operate (fixture);
      settle (fixture);
      assert_as_naive (fixture);
    }
  g_assert_cmpuint (fixture->n_changes, >, n_rounds / 2);
}

/* The group that has more than a first look can tell. */
static void
test_first_groups_come_first (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *first = NULL;

  fixture->group = "country";
  show (fixture);
  while (fixture->n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (uds_row_list_is_loading (fixture->list));
  g_assert_true (uds_row_list_is_grouped (fixture->list));
  first = describe (fixture->list, 0);
  g_assert_true (g_str_has_prefix (first, "France/"));

  settle (fixture);
  g_assert_false (uds_row_list_is_loading (fixture->list));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  assert_as_naive (fixture);
}

/* Who stands in two groups is two rows of a view, which may show both at once. */
static void
test_a_record_is_a_row_in_each_group (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (UdsRow) one = NULL;
  g_autoptr (UdsRow) other = NULL;

  g_ptr_array_add (fixture->memberships, add_membership (fixture, 0, 0));
  g_ptr_array_add (fixture->memberships, add_membership (fixture, 0, 1));
  fixture->group = "network";
  show (fixture);
  settle (fixture);
  assert_as_naive (fixture);
  one = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  other = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_assert_cmpstr (uds_row_get_id (one), ==, uds_row_get_id (other));
  g_assert_true (one != other);
  g_assert_nonnull (uds_row_get_record (one));
  g_assert_nonnull (uds_row_get_record (other));
}

/* The groups of the list of notes, by @group: "2024: Later, Other | No year: Some". */
static char *
list_notes (Fixture    *fixture,
            const char *group)
{
  static const UdsDate today = { 2026, 11, 24 };
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("note"));
  g_autoptr (GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'group': %s}", group));
  g_autoptr (UdsListGroups) groups = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  uds_query_set_language (query, UDS_LANGUAGE_EN);
  groups = uds_list_groups_new (query, filter, &today);
  g_signal_handlers_block_by_func (fixture->list, on_items_changed_cb, fixture);
  uds_row_list_set_query (fixture->list, query, groups);
  settle (fixture);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (UdsRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      guint start, end;
      const char *name = uds_row_list_get_section (fixture->list, i, &start, &end);

      if (i == start)
        g_string_append_printf (text, "%s%s: ", i > 0 ? " | " : "", name);
      g_string_append_printf (text, "%s%s", i > start ? ", " : "",
                              uds_record_get_text (uds_row_get_record (row), "title"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
link_first (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  UdsRecord **both = data;

  return uds_session_link (session, both[0], "about", both[1], error);
}

/* Whatever a facet is made of: a date, a link, a choice. */
static void
test_notes_are_grouped_by_year_and_network (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (UdsRecord) some = store_fixture_add (&fixture->store, "note", "title", "Some", "date", "2023-05", NULL);
  g_autoptr (UdsRecord) later =
      store_fixture_add (&fixture->store, "note", "title", "Later", "date", "2024-02-29", NULL);
  g_autoptr (UdsRecord) other = store_fixture_add (&fixture->store, "note", "title", "Other", "date", "2024", NULL);
  g_autofree char *years = list_notes (fixture, "year");
  g_autofree char *networks = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (years, ==, "2024: Later, Other | 2023: Some");
  uds_store_write (fixture->store.store, "Link", link_first, (UdsRecord *[]) { other, fixture->networks[1] }, &error);
  g_assert_no_error (error);
  networks = list_notes (fixture, "network");
  g_assert_cmpstr (networks, ==, "Network 1: Other | No network: Later, Some");
}

#define ADD(path, n_cities, func) \
  g_test_add ("/list-groups/" path, Fixture, GINT_TO_POINTER (n_cities), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  ADD ("is-as-a-naive-list", N_FEW, test_is_as_a_naive_list);
  ADD ("is-as-a-naive-list-when-long", N_CITIES, test_is_as_a_naive_list);
  ADD ("is-as-a-naive-list-when-very-long", N_MANY, test_is_as_a_naive_list);
  ADD ("first-groups-come-first", N_MANY, test_first_groups_come_first);
  ADD ("a-record-is-a-row-in-each-group", 1, test_a_record_is_a_row_in_each_group);
  ADD ("notes-are-grouped-by-year-and-network", 0, test_notes_are_grouped_by_year_and_network);

  return g_test_run ();
}
