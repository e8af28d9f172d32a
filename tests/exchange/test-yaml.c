/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings come through as the texts they are, each counted once; what would blow up is refused with its line. */
#include "uds-error.h"
#include "uds-json.h"
#include "uds-yaml.h"

#include <string.h>

static UdsImportFile *
make_file (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return uds_import_file_new ("1-1-1.yml", bytes);
}

static void
test_scalars_stay_text (void)
{
  static const struct {
    const char *yaml, *json;
    guint n_cells;
  } cases[] = {
    { "a: 12.10\nb: '11.6'\nc: true\n", "{\"a\":\"12.10\",\"b\":\"11.6\",\"c\":\"true\"}", 3 },
    { "a: >-\n  one\n  two\nb: |\n  x\n", "{\"a\":\"one two\",\"b\":\"x\\n\"}", 2 },
    { "a: ''\nb: ~\nc: null\nd:\n", "{\"a\":null,\"b\":null,\"c\":null,\"d\":null}", 0 },
    { "a: [1, [2, {b: 3}]]\nc: []\n", "{\"a\":[\"1\",[\"2\",{\"b\":\"3\"}]],\"c\":[]}", 3 },
    { "a: &x {b: 1}\nc: *x\n", "{\"a\":{\"b\":\"1\"},\"c\":{\"b\":\"1\"}}", 1 },
    { "a: 1\r\nb: \"~\"\r\n", "{\"a\":\"1\",\"b\":\"~\"}", 2 },
    { "---\na: 1\n...\n", "{\"a\":\"1\"}", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UdsImportFile) file = make_file (cases[i].yaml);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) object = uds_yaml_read (file, cases[i].yaml, strlen (cases[i].yaml), 1, &error);
      g_autofree char *json = NULL;

      g_assert_no_error (error);
      json = uds_json_to_canonical (object);
      g_assert_cmpstr (json, ==, cases[i].json);
      g_assert_cmpuint (file->cells.read, ==, cases[i].n_cells);
    }
}

static void
test_name_said_twice_is_reported (void)
{
  static const char yaml[] = "a: 1\n\"a\\uFEFF\": {b: 2, c: [3, 4]}\n";
  g_autoptr (UdsImportFile) file = make_file (yaml);
  g_autoptr (JsonObject) object = uds_yaml_read (file, yaml, strlen (yaml), 1, NULL);

  g_assert_cmpstr (json_object_get_string_member (object, "a"), ==, "1");
  g_assert_cmpuint (file->cells.imported, ==, 1);
  g_assert_cmpuint (file->cells.reported, ==, 3);
}

static char *
nest (guint depth)
{
  GString *yaml = g_string_new ("a: ");

  for (guint i = 0; i < depth; i++)
    g_string_append_c (yaml, '[');
  return g_string_free (yaml, FALSE);
}

static char *
laugh (void)
{
  GString *yaml = g_string_new ("a0: &a0 [x]\n");

  for (guint i = 1; i < 20; i++)
    g_string_append_printf (yaml, "a%u: &a%u [*a%u, *a%u, *a%u, *a%u]\n", i, i, i - 1, i - 1, i - 1, i - 1);
  return g_string_free (yaml, FALSE);
}

static void
test_bombs_and_faults_are_refused_with_their_line (void)
{
  g_autofree char *deep = nest (200);
  g_autofree char *laughs = laugh ();
  const struct {
    const char *yaml;
    UdsError code;
    const char *line;
  } cases[] = {
    { deep, UDS_ERROR_LIMIT, "Line 1 " },
    { laughs, UDS_ERROR_LIMIT, "Line " },
    { "a: 1\nb: [2\n", UDS_ERROR_INVALID, "Line 3" },
    { "a: 1\nb: *c\n", UDS_ERROR_INVALID, "Line 2 " },
    { "a: 1\n? [b]\n: 2\n", UDS_ERROR_INVALID, "Line 2:" },
    { "a: 1\n---\nb: 2\n", UDS_ERROR_INVALID, "Line 2 " },
    { "a: 1\nb: \"\\0\"\n", UDS_ERROR_INVALID, "Line 2 " },
    { "- a\n", UDS_ERROR_INVALID, "The file" },
    { "", UDS_ERROR_INVALID, "The file" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UdsImportFile) file = make_file (cases[i].yaml);
      g_autoptr (GError) error = NULL;

      g_assert_null (uds_yaml_read (file, cases[i].yaml, strlen (cases[i].yaml), 1, &error));
      g_assert_error (error, UDS_ERROR, (int) cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].line));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/yaml/scalars-stay-text", test_scalars_stay_text);
  g_test_add_func ("/yaml/name-said-twice-is-reported", test_name_said_twice_is_reported);
  g_test_add_func ("/yaml/bombs-and-faults-are-refused-with-their-line",
                   test_bombs_and_faults_are_refused_with_their_line);

  return g_test_run ();
}
