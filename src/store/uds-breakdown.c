/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the field "breakdown" of a series apart and says it in words. Which series there are is told by
 * uds-indicator-parts.c, what is chosen among them by src/report. */
#include "uds-breakdown.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#define CONTEXT "breakdown"

/* What files of statistics break down by and into. */
static const char *const known_words[] = {
  NC_ ("breakdown", "Sex"),
  NC_ ("breakdown", "Gender"),
  NC_ ("breakdown", "Age"),
  NC_ ("breakdown", "Age group"),
  NC_ ("breakdown", "Country"),
  NC_ ("breakdown", "Region"),
  NC_ ("breakdown", "Municipality"),
  NC_ ("breakdown", "Nationality"),
  NC_ ("breakdown", "Ethnicity"),
  NC_ ("breakdown", "Disability"),
  NC_ ("breakdown", "Education"),
  NC_ ("breakdown", "Income"),
  NC_ ("breakdown", "Location"),
  NC_ ("breakdown", "Sector"),
  NC_ ("breakdown", "Type"),
  NC_ ("breakdown", "Mode of transport"),
  NC_ ("breakdown", "Source"),
  NC_ ("breakdown", "Female"),
  NC_ ("breakdown", "Male"),
  NC_ ("breakdown", "Women"),
  NC_ ("breakdown", "Men"),
  NC_ ("breakdown", "Girls"),
  NC_ ("breakdown", "Boys"),
  NC_ ("breakdown", "Urban"),
  NC_ ("breakdown", "Rural"),
  NC_ ("breakdown", "Children"),
  NC_ ("breakdown", "Adults"),
  NC_ ("breakdown", "Elderly"),
  NC_ ("breakdown", "Unknown"),
  NC_ ("breakdown", "Other"),
  NC_ ("breakdown", "Yes"),
  NC_ ("breakdown", "No"),
};

static void
clear_pair (gpointer data)
{
  UdsBreakdownPair *pair = data;

  g_free (pair->dimension);
  g_free (pair->value);
}

/**
 * uds_breakdown_pairs_new:
 *
 * Returns: (transfer full) (element-type UdsBreakdownPair): no pairs; they are freed with the array
 */
GArray *
uds_breakdown_pairs_new (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (UdsBreakdownPair));

  g_array_set_clear_func (pairs, clear_pair);
  return pairs;
}

/**
 * uds_breakdown_pairs_add:
 * @pairs: (element-type UdsBreakdownPair): pairs
 * @dimension: by what is broken down
 * @value: into what
 */
void
uds_breakdown_pairs_add (GArray     *pairs,
                         const char *dimension,
                         const char *value)
{
  UdsBreakdownPair pair = { g_strdup (dimension), g_strdup (value) };

  g_array_append_val (pairs, pair);
}

/**
 * uds_breakdown_pairs_find:
 * @pairs: (element-type UdsBreakdownPair): pairs
 * @dimension: by what is broken down
 * @value: into what
 *
 * Returns: the index of that pair; where it is not among them, their number
 */
guint
uds_breakdown_pairs_find (const GArray *pairs,
                          const char   *dimension,
                          const char   *value)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const UdsBreakdownPair *pair = &g_array_index (pairs, UdsBreakdownPair, i);

      if (g_str_equal (pair->dimension, dimension) && g_str_equal (pair->value, value))
        return i;
    }

  return pairs->len;
}

/**
 * uds_breakdown_pairs_has:
 * @pairs: (element-type UdsBreakdownPair): pairs
 * @dimension: by what is broken down
 * @value: into what
 *
 * Returns: whether that pair is among them
 */
gboolean
uds_breakdown_pairs_has (const GArray *pairs,
                         const char   *dimension,
                         const char   *value)
{
  return uds_breakdown_pairs_find (pairs, dimension, value) < pairs->len;
}

static void
add_member (JsonObject *object,
            const char *name,
            JsonNode   *node,
            gpointer    pairs)
{
  const char *value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (value != NULL)
    uds_breakdown_pairs_add (pairs, name, value);
}

/**
 * uds_breakdown_pairs_parse:
 * @text: (nullable): a breakdown as it is stored, an object of JSON
 *
 * Returns: (transfer full) (element-type UdsBreakdownPair): its pairs in their order; none where it is of the whole
 */
GArray *
uds_breakdown_pairs_parse (const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;
  GArray *pairs = uds_breakdown_pairs_new ();

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), add_member, pairs);
  return pairs;
}

/**
 * uds_breakdown_word:
 * @raw: a dimension or one of its values, as its file has it
 *
 * Returns: (transfer none): the word in the user's language where it is a common one, else @raw
 */
const char *
uds_breakdown_word (const char *raw)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_words); i++)
    if (g_ascii_strcasecmp (known_words[i], raw) == 0)
      {
        const char *word = g_dpgettext2 (NULL, CONTEXT, known_words[i]);

        return g_str_equal (word, known_words[i]) ? raw : word;
      }

  return raw;
}

/**
 * uds_breakdown_pairs_format:
 * @pairs: (element-type UdsBreakdownPair): pairs
 *
 * Returns: (transfer full) (nullable): their values in words, "Female, 15-24"; %NULL where there are none
 */
char *
uds_breakdown_pairs_format (const GArray *pairs)
{
  GString *text;

  if (pairs->len == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < pairs->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            uds_breakdown_word (g_array_index (pairs, UdsBreakdownPair, i).value));
  return g_string_free_and_steal (text);
}

/**
 * uds_breakdown_is_technical:
 * @dimension: by what is broken down
 *
 * Returns: whether it is a column of codes, such as Open SDG's "GeoCode": they are for machines, and stand beside what
 *   they mean
 */
gboolean
uds_breakdown_is_technical (const char *dimension)
{
  g_autofree char *folded = g_utf8_casefold (dimension, -1);

  return g_str_has_suffix (folded, "code") || g_str_has_suffix (folded, "kode");
}
