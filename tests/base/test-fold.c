/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person types finds what they mean, and lists stand in the order of the language. */
#include "uds-fold.h"

#include <string.h>

static void
test_spellings_fall_together (void)
{
  static const struct {
    const char *text, *folded;
  } cases[] = {
    { "København", "kobenhavn" }, { "Århus", "arhus" }, { "Aarhus", "arhus" }, { "arhus", "arhus" },
    { "ÆRØ", "aero" }, { "Malmö", "malmo" }, { "São Paulo", "sao paulo" }, { "Straße", "strasse" },
    { "Łódź", "lodz" }, { "CO₂", "co2" }, { "Reykjavík", "reykjavik" }, { "A\u030arhus", "arhus" },
    { "İstanbul", "istanbul" }, { "Ðorđe", "dorde" }, { "sam\u00adarbejde", "samarbejde" },
    { "ΑΘΉΝΑΣ", "αθηνασ" }, { "Москва", "москва" }, { "", "" }, { "ABC-1", "abc-1" }, { "aAaa", "a" },
    { "Åaå", "a" }, { "\u00a0x", " x" }, { "a\xff", "a\ufffd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = uds_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_folding_twice_changes_nothing (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char text[16] = "a";
      g_autofree char *once = NULL, *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, text + 1);
      once = uds_fold (text);
      twice = uds_fold (once);
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_fold_of_a_beginning_is_the_beginning (void)
{
  static const char text[] = "Aarhus og Åbenrå – Kaas, ÆØÅ, São Tomé, Straße, aaaah";
  g_autofree char *whole = uds_fold (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *start = g_strndup (text, p - text);
      g_autofree char *folded = uds_fold (start);

      g_assert_true (g_str_has_prefix (whole, folded));
    }
}

static void
assert_order (const char *const *ordered,
              gsize              n_ordered,
              UdsLanguage        language)
{
  for (gsize i = 0; i < n_ordered; i++)
    for (gsize j = 0; j < n_ordered; j++)
      {
        int order = uds_sort_compare (ordered[i], ordered[j], language);

        g_test_message ("%s, %s", ordered[i], ordered[j]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_danish_alphabet_ends_with_three_letters (void)
{
  static const char *const ordered[] = {
    "", "1.2", "1.10", "2019", "Albertslund", "Brøndby", "de la Cruz", "DE LA CRUZE", "Herlev", "Holbæk",
    "Ny by", "(Nya)", "Nyborg", "RESUME", "resume", "résumé", "Tårnby", "Vejle", "Zürich", "Älmhult", "Ærø",
    "Ølstykke", "Ørsted", "Österlen", "Aabenraa", "Aarhus", "Århus", "Aars", "Москва",
  };

  assert_order (ordered, G_N_ELEMENTS (ordered), UDS_LANGUAGE_DA);
}

static void
test_english_alphabet_ignores_accents (void)
{
  static const char *const ordered[] = {
    "Aabenraa", "Aarhus", "Adelaide", "Ærø", "Århus", "Bergen", "São Paulo", "Sapporo", "Zürich",
  };

  assert_order (ordered, G_N_ELEMENTS (ordered), UDS_LANGUAGE_EN);
}

static void
test_composed_and_decomposed_letters_are_equal (void)
{
  g_assert_cmpint (uds_sort_compare ("A\u030alborg", "Ålborg", UDS_LANGUAGE_DA), ==, 0);
}

/* Sorting a million rows must not make a key for each comparison, nor give another order than the keys do. */
static void
test_comparing_is_comparing_keys (void)
{
  static const char *const parts[] = { "a", "A", "aa", "å", "Å", "æ", "Ø", "z", "é", "0", "007", "10", "ß", " ", "-",
                                       ".", "ü", "ł", "\u00ad", "İ", "A\u030a", "Ж", "²" };

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);
      UdsLanguage language = g_test_rand_bit () ? UDS_LANGUAGE_DA : UDS_LANGUAGE_EN;
      g_autofree char *first = NULL, *second = NULL;
      int order, naive;

      for (int i = g_test_rand_int_range (0, 10); i > 0; i--)
        g_string_append (i % 2 != 0 ? a : b, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      if (g_test_rand_bit ())
        g_string_append (b, a->str);
      first = uds_sort_key (a->str, language);
      second = uds_sort_key (b->str, language);
      naive = strcmp (first, second);
      order = uds_sort_compare (a->str, b->str, language);
      g_test_message ("%s, %s", a->str, b->str);
      g_assert_cmpint ((order > 0) - (order < 0), ==, (naive > 0) - (naive < 0));
    }
}

static void
test_key_is_valid_text (void)
{
  g_autofree char *key = uds_sort_key ("\xff Ærø 007 \u00e5", UDS_LANGUAGE_DA);

  g_assert_true (g_utf8_validate (key, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/spellings-fall-together", test_spellings_fall_together);
  g_test_add_func ("/fold/twice-changes-nothing", test_folding_twice_changes_nothing);
  g_test_add_func ("/fold/of-a-beginning-is-the-beginning", test_fold_of_a_beginning_is_the_beginning);
  g_test_add_func ("/sort/danish-alphabet-ends-with-three-letters",
                   test_danish_alphabet_ends_with_three_letters);
  g_test_add_func ("/sort/english-alphabet-ignores-accents", test_english_alphabet_ignores_accents);
  g_test_add_func ("/sort/composed-and-decomposed-letters-are-equal",
                   test_composed_and_decomposed_letters_are_equal);
  g_test_add_func ("/sort/comparing-is-comparing-keys", test_comparing_is_comparing_keys);
  g_test_add_func ("/sort/key-is-valid-text", test_key_is_valid_text);

  return g_test_run ();
}
