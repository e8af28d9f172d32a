/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people write as an address or number becomes what programs open; what is none is not offered. */
#include "uds-reach.h"

static const struct {
  const char *way, *value, *uri;
} cases[] = {
  { "email", "anna@example.org", "mailto:anna@example.org" },
  { "email", "  anna@example.org ", "mailto:anna@example.org" },
  { "email", "mailto:anna@example.org", "mailto:anna@example.org" },
  { "email", "Anna Ø <anna@example.org>", "mailto:anna@example.org" },
  { "email", "anna+eu@example.org", "mailto:anna+eu@example.org" },
  { "email", "r&d%50?cc=all@example.org", "mailto:r%26d%2550%3Fcc%3Dall@example.org" },
  { "email", "søren@københavn.dk", "mailto:s%C3%B8ren@k%C3%B8benhavn.dk" },
  { "email", "\"anna at@home\"@example.org", "mailto:%22anna%20at%40home%22@example.org" },
  { "email", "anna", NULL },
  { "email", "@example.org", NULL },
  { "email", "anna@", NULL },
  { "email", "anna@example.org, bo@example.org", NULL },
  { "email", "ask the secretary @ the office", NULL },
  { "email", "", NULL },
  { "phone", "33 66 33 66", "tel:33663366" },
  { "phone", "+45 33 66 33 66", "tel:+4533663366" },
  { "phone", "0045 33663366", "tel:+4533663366" },
  { "phone", "+44 (0)20 7946 0958", "tel:+442079460958" },
  { "phone", "(040) 123.45-67", "tel:0401234567" },
  { "phone", "040/12345", "tel:04012345" },
  { "phone", "+45\302\24033\342\200\21166\342\200\22333\342\200\21166", "tel:+4533663366" },
  { "phone", "33 66 33 66 / 40 12 34 56", "tel:33663366" },
  { "phone", "33 66 33 66 (mobile)", "tel:33663366" },
  { "phone", "+1 212 555 0100 ext. 12", "tel:+12125550100;ext=12" },
  { "phone", "33663366 lok. 7", "tel:33663366;ext=7" },
  { "phone", "tel:+45-3366-3366;ext=3", "tel:+4533663366;ext=3" },
  { "phone", "112", "tel:112" },
  { "phone", "12", NULL },
  { "phone", "ask 33663366", NULL },
  { "phone", "*#06#", NULL },
  { "website", "https://www.c40.org/cities/?q=a b", "https://www.c40.org/cities/?q=a%20b" },
  { "website", "www.kk.dk", "https://www.kk.dk" },
  { "website", "HTTP://Example.ORG/Ø", "http://example.org/%C3%98" },
  { "website", "københavn.dk/%C3%B8", "https://xn--kbenhavn-54a.dk/%C3%B8" },
  { "website", "example.org:8080/a", "https://example.org:8080/a" },
  { "website", "javascript:alert(1)", NULL },
  { "website", "file:///etc/passwd", NULL },
  { "website", "none yet", NULL },
  { "website", "anna@example.org", NULL },
  { "address", "Rådhuspladsen 1", NULL },
  { NULL, "anna@example.org", NULL },
  { "email", NULL, NULL },
};

static void
test_addresses_become_what_programs_open (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = uds_reach_make_uri (cases[i].way, cases[i].value);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static void
test_fields_say_how_one_is_reached (void)
{
  static const struct {
    const char *kind, *field, *way;
  } fields[] = {
    { "contact", "email", "email" },
    { "contact", "phone", "phone" },
    { "contact", "note", NULL },
    { "organisation", "website", "website" },
    { "network", "website", "website" },
    { "request", "contact_email", "email" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (
        uds_reach_get_way (uds_kind_lookup_field (uds_kind_lookup (fields[i].kind), fields[i].field, NULL)), ==,
        fields[i].way);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach/addresses-become-what-programs-open", test_addresses_become_what_programs_open);
  g_test_add_func ("/reach/fields-say-how-one-is-reached", test_fields_say_how_one_is_reached);
  return g_test_run ();
}
