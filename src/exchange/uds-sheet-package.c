/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive in memory. Every part bears the same date, so that the same sheet is the same file. */
#include "uds-sheet-package-private.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-output-memory.h>
#include <string.h>

/* In characters. */
#define LEAST_WIDTH 8
#define MOST_WIDTH 60
#define ROWS_MEASURED 1000

#define LONGEST_NAME 31

/**
 * uds_package_init:
 * @self: (out caller-allocates): an archive
 *
 * Begins an archive without parts.
 */
void
uds_package_init (UdsPackage *self)
{
  *self = (UdsPackage) { gsf_output_memory_new (), NULL };
  self->archive = gsf_outfile_zip_new (self->memory, NULL);
}

/**
 * uds_package_clear:
 * @self: an archive
 *
 * Frees what is left of it.
 */
void
uds_package_clear (UdsPackage *self)
{
  if (self->part != NULL)
    uds_package_end (self);
  if (self->archive != NULL && !gsf_output_is_closed (GSF_OUTPUT (self->archive)))
    gsf_output_close (GSF_OUTPUT (self->archive));
  g_clear_object (&self->archive);
  g_clear_object (&self->memory);
}

static void
begin_part (UdsPackage *self,
            const char *name,
            int         method)
{
  /* The first day that a zip archive can name. */
  g_autoptr (GDateTime) never = g_date_time_new_utc (1980, 1, 1, 0, 0, 0);

  self->part = gsf_outfile_new_child_full (self->archive, name, FALSE, "compression-level", method, "modtime", never,
                                           "zip64", 0, NULL);
}

static void
end_part (UdsPackage *self)
{
  gsf_output_close (self->part);
  g_clear_object (&self->part);
}

/**
 * uds_package_add_stored:
 * @self: an archive
 * @name: the name of a part
 * @text: what is in it
 *
 * Adds a part that is not compressed, so that a look at the archive's first bytes finds it.
 */
void
uds_package_add_stored (UdsPackage *self,
                        const char *name,
                        const char *text)
{
  begin_part (self, name, GSF_ZIP_STORED);
  gsf_output_write (self->part, strlen (text), (const guint8 *) text);
  end_part (self);
}

/**
 * uds_package_begin:
 * @self: an archive none of whose parts is being written
 * @name: the name of a part, with its folders
 *
 * Returns: (transfer none): what to write the part with, until uds_package_end()
 */
GsfXMLOut *
uds_package_begin (UdsPackage *self,
                   const char *name)
{
  begin_part (self, name, GSF_ZIP_DEFLATED);
  self->xml = gsf_xml_out_new (self->part);
  gsf_xml_out_set_pretty_print (self->xml, FALSE);
  return self->xml;
}

/**
 * uds_package_end:
 * @self: an archive
 *
 * The part is complete.
 */
void
uds_package_end (UdsPackage *self)
{
  g_clear_object (&self->xml);
  end_part (self);
}

/**
 * uds_package_finish:
 * @self: an archive
 * @error: %UDS_ERROR_FAILED where it could not be made
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
uds_package_finish (UdsPackage  *self,
                    GError     **error)
{
  const GError *reason;

  if (gsf_output_close (GSF_OUTPUT (self->archive)))
    return g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (self->memory)),
                        (gsize) gsf_output_size (self->memory));

  reason = gsf_output_error (GSF_OUTPUT (self->archive));
  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_FAILED, reason != NULL ? reason->message : "zip");
  return NULL;
}

/* What XML 1.0 can hold; UTF-8 has no surrogates. */
static gboolean
is_xml (gunichar c)
{
  return (c >= 0x20 && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n';
}

/**
 * uds_sheet_clean_text:
 * @text: a text
 *
 * Returns: (transfer full): the same for XML: line ends are newlines; for what XML cannot hold stands U+FFFD
 */
char *
uds_sheet_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (clean, '\n');
          continue;
        }
      g_string_append_unichar (clean, is_xml (c) ? c : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

/**
 * uds_sheet_clean_name:
 * @name: what is on a sheet
 *
 * Returns: (transfer full): the same as both formats can name a sheet: 31 characters at the most, and none of []:*?/\
 *   and no apostrophes
 */
char *
uds_sheet_clean_name (const char *name)
{
  g_autofree char *clean = uds_sheet_clean_text (name);
  g_autofree char *stripped = NULL;

  g_strdelimit (clean, "[]:*?/\\'\n\t", ' ');
  stripped = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), LONGEST_NAME));
  g_strstrip (stripped);
  return *stripped != '\0' ? g_steal_pointer (&stripped) : g_strdup ("1");
}

/**
 * uds_sheet_make_about_name:
 * @name: the name of the sheet with the table
 *
 * Returns: (transfer full): the name of the sheet with the notes
 */
char *
uds_sheet_make_about_name (const char *name)
{
  const char *about = _("About the Table");

  return g_ascii_strcasecmp (name, about) != 0 ? g_strdup (about) : g_strconcat (about, " 2", NULL);
}

static int
measure (const char *text)
{
  const char *end = strchr (text, '\n');

  return (int) g_utf8_strlen (text, end != NULL ? end - text : -1);
}

/**
 * uds_sheet_get_width:
 * @sheet: a sheet
 * @column: a column of it
 *
 * Returns: how wide the column had better be, in characters; what stands far down is not looked at
 */
int
uds_sheet_get_width (UdsSheet *sheet,
                     gsize     column)
{
  int width = MAX (LEAST_WIDTH, measure (uds_sheet_get_heading (sheet, column)));

  for (gsize row = 0; row < MIN (uds_sheet_get_n_rows (sheet), ROWS_MEASURED); row++)
    {
      g_autofree char *text = uds_sheet_format_cell (sheet, row, column);

      width = MAX (width, measure (text));
    }
  return MIN (width, MOST_WIDTH) + 2;
}

/**
 * uds_sheet_has_notes:
 * @sheet: a sheet
 *
 * Returns: whether anything is said about it, which makes a second sheet
 */
gboolean
uds_sheet_has_notes (UdsSheet *sheet)
{
  return uds_sheet_get_title (sheet) != NULL || uds_sheet_get_n_notes (sheet) > 0;
}
