/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which statistical offices, Statistics Denmark first, name the whole and the City of Copenhagen. A word
 * alone says little: what a category means is told among its neighbours. */
#include "uds-category-private.h"

#include "uds-fold.h"

#include <string.h>

#define CITY_CODE "101"
#define COUNTRY_CODE "000"

/**
 * uds_category_is_total:
 * @category: a category
 *
 * Returns: whether it means all, whatever stands beside it
 */
gboolean
uds_category_is_total (const char *category)
{
  static const char *const totals[] = { "total", "i alt", "ialt", "alle", "all", NULL };
  g_autofree char *folded = uds_fold (category);

  return g_strv_contains (totals, folded);
}

/* "Alder i alt", "Age, total" and, with its code, "TOT I alt". */
static gboolean
ends_in_total (const char *folded)
{
  return g_str_has_suffix (folded, " i alt") || g_str_has_suffix (folded, " total");
}

static gboolean
is_about_places (const char *heading)
{
  static const char *const headings[] = {
    "omrade", "region", "area", "kommune", "municipality", "bopael", "geo", "place", "sted", "by", "city", NULL,
  };
  g_autofree char *folded = uds_fold (heading);

  for (guint i = 0; headings[i] != NULL; i++)
    if (g_str_has_prefix (folded, headings[i]) || g_str_has_suffix (folded, headings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_country (const char *heading,
            const char *folded)
{
  static const char *const names[] = {
    "hele landet", "000 hele landet", "all denmark", "000 all denmark", "danmark", "denmark", "dk", NULL,
  };

  return g_strv_contains (names, folded) || (g_str_equal (folded, COUNTRY_CODE) && is_about_places (heading));
}

static gboolean
is_city_name (const char *folded)
{
  static const char *const names[] = {
    "kobenhavn", "kobenhavns kommune", "copenhagen", "copenhagen municipality", "city of copenhagen", NULL,
  };

  return g_strv_contains (names, folded);
}

/* How sure a category is the City of Copenhagen: 3 by code and name, 2 by name, 1 by its code alone; and 0 where it is
 * not, as "Københavns omegn" and "Byen København", which are wider. */
static guint
rank_city (const char *heading,
           const char *category)
{
  g_autofree char *folded = uds_fold (category);

  if (is_city_name (folded))
    return 2;
  if (!g_str_has_prefix (folded, CITY_CODE))
    return 0;
  if (folded[strlen (CITY_CODE)] == '\0')
    return is_about_places (heading) ? 1 : 0;
  return is_city_name (folded + strlen (CITY_CODE) + strspn (folded + strlen (CITY_CODE), " :-")) ? 3 : 0;
}

/**
 * uds_categories_find_city:
 * @heading: the heading of a breakdown
 * @categories: (element-type utf8): a set of its categories
 *
 * Returns: (transfer none) (nullable): the one that is the City of Copenhagen
 */
const char *
uds_categories_find_city (const char *heading,
                          GHashTable *categories)
{
  const char *city = NULL;
  guint best = 0;
  GHashTableIter iter;
  gpointer category;

  g_hash_table_iter_init (&iter, categories);
  while (g_hash_table_iter_next (&iter, &category, NULL))
    {
      guint rank = rank_city (heading, category);

      if (rank > best)
        {
          best = rank;
          city = category;
        }
    }
  return city;
}

/**
 * uds_category_is_city:
 * @heading: the heading of a breakdown
 * @category: a category of it
 *
 * Returns: whether it is the City of Copenhagen
 */
gboolean
uds_category_is_city (const char *heading,
                      const char *category)
{
  return rank_city (heading, category) > 0;
}

/* All figures are the city's: that breaks nothing down. */
static const char *
find_lone_city (const char *heading,
                GHashTable *categories)
{
  return g_hash_table_size (categories) == 1 ? uds_categories_find_city (heading, categories) : NULL;
}

/**
 * uds_categories_find_whole:
 * @heading: the heading of a breakdown
 * @categories: (element-type utf8): a set of its categories
 *
 * Finds what means all only among these: "Age, total", where no other category ends in such words as "Receipts, total"
 * and "Expenses, total" do; the whole country, where our city is not among its parts; and our city where it is alone.
 * Beside the city the country is something to compare with: as the whole it would put the country's figures in the
 * place of the city's.
 *
 * Returns: (transfer none) (nullable): the category that means all; %NULL where none does or one says so by itself
 */
const char *
uds_categories_find_whole (const char *heading,
                           GHashTable *categories)
{
  gboolean has_city = uds_categories_find_city (heading, categories) != NULL;
  const char *whole = find_lone_city (heading, categories);
  GHashTableIter iter;
  gpointer category;

  if (whole != NULL)
    return whole;

  g_hash_table_iter_init (&iter, categories);
  while (g_hash_table_iter_next (&iter, &category, NULL))
    {
      g_autofree char *folded = uds_fold (category);

      if (uds_category_is_total (category))
        return NULL;
      if (!ends_in_total (folded) && !(is_country (heading, folded) && !has_city))
        continue;
      if (whole != NULL)
        return NULL;
      whole = category;
    }
  return whole;
}

static int
compare_categories (gconstpointer a,
                    gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * uds_categories_sort:
 * @categories: (element-type utf8): a set of categories
 *
 * Returns: (transfer full) (element-type utf8): copies of them in order
 */
GPtrArray *
uds_categories_sort (GHashTable *categories)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer category;

  g_hash_table_iter_init (&iter, categories);
  while (g_hash_table_iter_next (&iter, &category, NULL))
    g_ptr_array_add (sorted, g_strdup (category));
  g_ptr_array_sort (sorted, compare_categories);
  return sorted;
}
