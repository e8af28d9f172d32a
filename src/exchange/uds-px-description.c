/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PX file says of its table: all records are kept by their names, and some of them are fields of an indicator.
 * Here each text of each record is given to the count. */
#include "uds-px-private.h"

#include "uds-description-private.h"
#include "uds-format.h"
#include "uds-plain-text.h"

#define MOST_DECIMALS 15

/* Keeping */

static void
count_record (const UdsPx       *self,
              const UdsPxRecord *record,
              UdsImportFile     *file)
{
  UdsProblemCode code = record->is_duplicate ? UDS_PROBLEM_DUPLICATE_KEY : UDS_PROBLEM_NONE;

  for (guint i = 0; i < record->n_tokens; i++)
    {
      const UdsPxToken *token = uds_px_get_token (self, record, i);

      if (token->text != NULL && *token->text != '\0')
        uds_import_file_add_cell (file, token->line, 1, code, token->text, record->name, NULL);
    }
}

/* TLIST(A1),"2019"-"2022" as it stands, but for blanks. */
static char *
join_tokens (const UdsPx       *self,
             const UdsPxRecord *record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < record->n_tokens; i++)
    {
      const UdsPxToken *token = uds_px_get_token (self, record, i);

      if (token->kind == '"')
        g_string_append_printf (text, "\"%s\"", token->text);
      else if (token->kind == 'w')
        g_string_append (text, token->text);
      else
        g_string_append_c (text, token->kind);
    }
  return g_string_free (text, FALSE);
}

static void
keep_record (const UdsPx       *self,
             const UdsPxRecord *record,
             JsonObject        *all)
{
  g_autoptr (GPtrArray) texts = uds_px_list_texts (self, record);
  JsonArray *array;

  if (!record->is_list)
    {
      g_autofree char *text = join_tokens (self, record);

      json_object_set_string_member (all, record->name, text);
      return;
    }
  if (texts->len == 1)
    {
      json_object_set_string_member (all, record->name, g_ptr_array_index (texts, 0));
      return;
    }
  array = json_array_sized_new (texts->len);
  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (texts, i));
  json_object_set_array_member (all, record->name, array);
}

/* Fields */

static const char *
get_main_text (const UdsPx *self,
               const char  *keyword)
{
  const char *text = uds_px_get_text (self, keyword, NULL, NULL);

  return text != NULL ? text : uds_px_get_text (self, keyword, uds_px_get_text (self, "LANGUAGE", NULL, NULL), NULL);
}

/* In the language of the file, or in the one that it is translated to. */
static const char *
get_text (const UdsPx *self,
          const char  *keyword,
          const char  *language)
{
  const char *main_language = uds_px_get_text (self, "LANGUAGE", NULL, NULL);
  gboolean is_danish = g_strcmp0 (main_language, "da") == 0;
  const char *text = uds_px_get_text (self, keyword, language, NULL);

  if (text == NULL && is_danish == g_str_equal (language, "da"))
    text = get_main_text (self, keyword);
  return text;
}

/* In such texts # is a new line, and there may be HTML. */
static char *
make_plain (const char *text)
{
  g_autofree char *lines = g_strdelimit (g_strdup (text), "#", '\n');

  return uds_plain_text_from_html (lines);
}

static void
describe (JsonObject *metadata,
          const char *field,
          const char *text)
{
  g_autofree char *plain = text != NULL ? make_plain (text) : NULL;

  uds_description_set (metadata, field, plain);
}

static void
describe_in_languages (const UdsPx       *self,
                       JsonObject        *metadata,
                       const char        *field,
                       const char *const *keywords)
{
  static const char *const languages[] = { "en", "da" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *localized = g_strconcat (field, "_", languages[i], NULL);

      for (guint j = 0; keywords[j] != NULL; j++)
        {
          const char *text = get_text (self, keywords[j], languages[i]);

          if (text == NULL || *text == '\0')
            continue;
          describe (metadata, localized, text);
          break;
        }
    }
}

/* What is said of the table, or else of the first category of the measure. */
static const char *
get_any_text (const UdsPx *self,
              const char  *keyword)
{
  const char *text = get_main_text (self, keyword);

  for (guint i = 0; text == NULL && i < self->records->len; i++)
    {
      const UdsPxRecord *record = &g_array_index (self->records, UdsPxRecord, i);

      if (g_str_equal (record->keyword, keyword) && record->n_tokens > 0)
        text = uds_px_get_token (self, record, 0)->text;
    }
  return text;
}

static int
read_decimals (const char *text)
{
  double value;

  if (text == NULL || !uds_parse_machine (text, &value) || value < 0 || value > MOST_DECIMALS)
    return -1;
  return (int) value;
}

/* PRECISION says where a category has more decimals than the others. */
static void
describe_decimals (const UdsPx *self,
                   JsonObject  *metadata)
{
  int decimals = read_decimals (uds_px_get_text (self, "SHOWDECIMALS", NULL, NULL));
  g_autofree char *text = NULL;

  if (decimals < 0)
    decimals = read_decimals (uds_px_get_text (self, "DECIMALS", NULL, NULL));
  for (guint i = 0; i < self->records->len; i++)
    {
      const UdsPxRecord *record = &g_array_index (self->records, UdsPxRecord, i);

      if (g_str_equal (record->keyword, "PRECISION") && record->n_tokens > 0)
        decimals = MAX (decimals, read_decimals (uds_px_get_token (self, record, 0)->text));
    }
  if (decimals < 0)
    return;
  text = g_strdup_printf ("%d", decimals);
  uds_description_set (metadata, "decimals", text);
}

/**
 * uds_px_keep_description:
 * @self: a PX file
 * @file: the file that counts its texts
 * @metadata: the metadata of an indicator
 * @error: so much is odd that the file is probably no PX file
 *
 * Keeps all records before the data, those with a field of an indicator in it.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_px_keep_description (const UdsPx    *self,
                         UdsImportFile  *file,
                         JsonObject     *metadata,
                         GError        **error)
{
  static const char *const title[] = { "DESCRIPTION", "TITLE", "CONTENTS", NULL };
  static const char *const unit[] = { "UNITS", NULL };
  static const char *const note[] = { "NOTE", "NOTEX", NULL };
  JsonObject *all = json_object_new ();

  json_object_set_object_member (metadata, "px", all);
  for (guint i = 0; i < self->records->len; i++)
    {
      const UdsPxRecord *record = &g_array_index (self->records, UdsPxRecord, i);

      count_record (self, record, file);
      if (!record->is_duplicate)
        keep_record (self, record, all);
      if (!uds_import_file_check (file, error))
        return FALSE;
    }

  describe_in_languages (self, metadata, "title", title);
  describe_in_languages (self, metadata, "unit", unit);
  describe_in_languages (self, metadata, "note", note);
  describe_decimals (self, metadata);
  describe (metadata, "source", get_any_text (self, "SOURCE"));
  describe (metadata, "link", get_any_text (self, "LINK"));
  describe (metadata, "contact", get_any_text (self, "CONTACT"));
  describe (metadata, "updated", get_any_text (self, "LAST-UPDATED"));
  return TRUE;
}
