/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of PX files, as the statistical offices of the Nordic countries give them out: how one is recognised
 * and in which encoding it is. */
#include "uds-importer.h"

#include "uds-description-private.h"
#include "uds-px-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where a file that begins with a keyword is no PX file, none of these begins one of its lines. */
static const char *const telling_keywords[] = { "AXIS-VERSION=", "CHARSET=", "MATRIX=", "STUB=", "HEADING=", NULL };

static const char *const suffixes[] = { ".px", NULL };

static gboolean
begins_with_keyword (const char *text)
{
  guint line = 1;
  const char *start = uds_px_skip_blanks (text, &line);
  gsize length = strspn (start, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789");

  return length > 1 && strchr ("=[(", start[length]) != NULL && start[length] != '\0';
}

static gboolean
has_telling_keyword (const char *text)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      if (*line == '\n')
        line++;
      for (guint i = 0; telling_keywords[i] != NULL; i++)
        if (g_str_has_prefix (line, telling_keywords[i]))
          return TRUE;
    }
  return FALSE;
}

static char *
dup_text (const UdsImportFile *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file->text, &size);

  return g_strndup (data, size);
}

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  g_autofree char *text = dup_text (file);

  if (begins_with_keyword (text) && has_telling_keyword (text))
    {
      *reason = _("The file begins with the keywords of PX");
      return 90;
    }
  *reason = _("The file does not begin with the keywords of PX");
  return uds_import_file_has_suffix (file, suffixes) ? 20 : 0;
}

/* The encoding stands in the file itself, and keywords before it are ASCII; a byte order mark knows better. */
static const UdsPxRecord *
settle_encoding (UdsImportFile *file,
                 const UdsPx   *px)
{
  static const struct {
    const char *name;
    UdsEncoding encoding;
  } encodings[] = {
    { "utf-8", UDS_ENCODING_UTF_8 },
    { "utf8", UDS_ENCODING_UTF_8 },
    { "windows-1252", UDS_ENCODING_WINDOWS_1252 },
    { "iso-8859-1", UDS_ENCODING_WINDOWS_1252 },
    { "us-ascii", UDS_ENCODING_WINDOWS_1252 },
    { "1252", UDS_ENCODING_WINDOWS_1252 },
  };
  const char *name = uds_px_get_text (px, "CODEPAGE", NULL, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (file->bytes, &size);

  if (name == NULL || (size > 2 && (data[0] == 0xef || data[0] == 0xfe || data[0] == 0xff)))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (encodings[i].name, name) == 0)
      return uds_import_file_recode (file, encodings[i].encoding) ? NULL : uds_px_find (px, "CODEPAGE", NULL, NULL);
  return uds_px_find (px, "CODEPAGE", NULL, NULL);
}

/* Reads the file in the encoding that looked right, and anew where the file says another. */
static UdsPx *
read_px (UdsImportFile  *file,
         char          **text,
         GError        **error)
{
  UdsEncoding encoding = file->encoding;
  const UdsPxRecord *unread;
  UdsPx *px;

  *text = dup_text (file);
  px = uds_px_new (*text, error);
  if (px == NULL)
    return NULL;

  unread = settle_encoding (file, px);
  if (unread != NULL)
    uds_import_file_add_note (file, unread->line, 0, UDS_PROBLEM_SETTING_UNREAD,
                              uds_px_get_text (px, "CODEPAGE", NULL, NULL), "CODEPAGE");
  if (file->encoding == encoding)
    return px;
  uds_px_free (px);
  g_free (*text);
  *text = dup_text (file);
  return uds_px_new (*text, error);
}

static UdsIndicatorPlan *
read_file (UdsImportFile  *file,
           GError        **error)
{
  g_autofree char *text = NULL;
  g_autofree char *code = uds_import_file_get_code (file, NULL);
  g_autoptr (UdsIndicatorPlan) plan = uds_indicator_plan_new (&uds_description_terms, code, file);
  g_autoptr (UdsPx) px = read_px (file, &text, error);
  g_autoptr (UdsCube) cube = NULL;
  UdsIndicatorTable *table;

  if (px == NULL || !uds_px_keep_description (px, file, plan->metadata, error))
    return NULL;
  cube = uds_px_make_cube (px, file, error);
  if (cube == NULL || !uds_px_read_data (px, cube, file, error))
    return NULL;

  uds_cube_settle (cube);
  table = uds_cube_to_table (cube, file, error);
  if (table == NULL)
    {
      uds_import_file_refuse (file, *error);
      uds_cube_list_columns (cube, file);
      return NULL;
    }
  g_ptr_array_add (plan->tables, table);
  return g_steal_pointer (&plan);
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  GPtrArray *plans = uds_indicator_plans_new ();

  for (guint i = 0; i < files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      UdsIndicatorPlan *plan = read_file (file, &error);

      if (plan != NULL)
        g_ptr_array_add (plans, plan);
      else if (!file->refused)
        uds_import_file_refuse (file, error);
    }
  return plans;
}

const UdsImporter uds_px_importer = {
  .name = "px",
  .label = N_("PX table"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
  .has_plans = TRUE,
};
