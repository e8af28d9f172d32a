/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the plain cross-reference table of a PDF 1.4 that Cairo wrote and appends an incremental update (ISO 32000-1,
 * 7.5.6): the same objects once more with the missing entries, a new one for the XMP packet, and their table.
 * Cairo numbers objects in the order their tags were begun, so notes and objects meet by counting. */
#include "uds-pdf-finish.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define XREF_LINE 20
#define TAIL 64 /* bytes at the end, in which the table's place is said */
#define END "%%EOF\n"
#define DICTIONARY_END ">>\n"

struct _UdsPdfNotes {
  GPtrArray *figures;
  GPtrArray *headers;
  GPtrArray *links;
};

typedef struct {
  const char *data;
  gsize size;
  gsize table;
  gsize first_line;
  guint n_objects;
  guint root;
  guint info;
} Reader;

typedef struct {
  guint id;
  gsize offset;
} Entry;

typedef struct {
  const Reader *reader;
  const UdsPdfInfo *info;
  const UdsPdfNotes *notes;
  GString *update;
  GArray *entries;
  guint n_figures;
  guint n_headers;
  guint n_links;
} Writer;

/**
 * uds_pdf_notes_new:
 *
 * Returns: (transfer full): notes about a PDF that is being drawn
 */
UdsPdfNotes *
uds_pdf_notes_new (void)
{
  UdsPdfNotes *self = g_new0 (UdsPdfNotes, 1);

  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->headers = g_ptr_array_new ();
  self->links = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * uds_pdf_notes_free:
 * @self: (transfer full): notes
 */
void
uds_pdf_notes_free (UdsPdfNotes *self)
{
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->headers);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/**
 * uds_pdf_notes_add_figure:
 * @self: notes
 * @alternative: the figure in words
 *
 * Notes that a "Figure" tag is begun now.
 */
void
uds_pdf_notes_add_figure (UdsPdfNotes *self,
                          const char  *alternative)
{
  g_ptr_array_add (self->figures, g_strdup (alternative));
}

/**
 * uds_pdf_notes_add_header:
 * @self: notes
 * @of_row: whether it heads a row, not a column
 *
 * Notes that a "TH" tag is begun now.
 */
void
uds_pdf_notes_add_header (UdsPdfNotes *self,
                          gboolean     of_row)
{
  g_ptr_array_add (self->headers, (gpointer) (of_row ? "Row" : "Column"));
}

/**
 * uds_pdf_notes_add_link:
 * @self: notes
 * @description: where it leads
 *
 * Notes that a "Link" tag is begun now.
 */
void
uds_pdf_notes_add_link (UdsPdfNotes *self,
                        const char  *description)
{
  g_ptr_array_add (self->links, g_strdup (description));
}

static const char *
find_text (const Reader *self,
           const char   *from,
           const char   *text)
{
  return memmem (from, self->data + self->size - from, text, strlen (text));
}

static gboolean
has_text_at (const Reader *self,
             const char   *place,
             const char   *text)
{
  gsize length = strlen (text);

  return (gsize) (self->data + self->size - place) >= length && memcmp (place, text, length) == 0;
}

static gboolean
read_number (const Reader *self,
             const char   *key,
             const char   *from,
             guint        *number)
{
  const char *place = find_text (self, from, key);

  if (place == NULL)
    return FALSE;
  *number = (guint) g_ascii_strtoull (place + strlen (key), NULL, 10);
  return *number > 0;
}

/* What stands between "N 0 obj" and "endobj". Cairo keeps numbers for artefacts but writes no objects for them, so
 * that the table may lead to another object. */
static const char *
find_object (const Reader *self,
             guint         id,
             gsize        *length)
{
  g_autofree char *heading = g_strdup_printf ("%u 0 obj\n", id);
  gsize offset = g_ascii_strtoull (self->data + self->first_line + id * XREF_LINE, NULL, 10);
  const char *start, *end;

  if (offset >= self->table || !has_text_at (self, self->data + offset, heading))
    return NULL;
  start = self->data + offset + strlen (heading);
  end = find_text (self, start, "endobj\n");
  if (end == NULL)
    return NULL;

  *length = end - start;
  return start;
}

static gboolean
reader_init (Reader *self,
             GBytes *pdf)
{
  const char *start, *trailer;
  char *lines;
  guint table, n_lines;

  self->data = g_bytes_get_data (pdf, &self->size);
  /* The bytes end without a zero; that they end as a PDF keeps every number we read within them. */
  if (self->size < TAIL || !has_text_at (self, self->data + self->size - strlen (END), END))
    return FALSE;

  if (!read_number (self, "startxref\n", self->data + self->size - TAIL, &table) || table >= self->size)
    return FALSE;
  self->table = table;
  start = self->data + table;
  if (!has_text_at (self, start, "xref\n0 "))
    return FALSE;

  n_lines = (guint) g_ascii_strtoull (start + strlen ("xref\n0 "), &lines, 10);
  self->first_line = lines + 1 - self->data;
  trailer = find_text (self, start, "trailer\n");
  if (trailer == NULL || (gsize) (trailer - start) <= (gsize) n_lines * XREF_LINE)
    return FALSE;

  return read_number (self, "/Size ", trailer, &self->n_objects)
         && read_number (self, "/Root ", trailer, &self->root)
         && read_number (self, "/Info ", trailer, &self->info)
         && self->n_objects == n_lines;
}

/* A text string: UTF-16 with its mark, in hexadecimal. */
static void
append_text (GString    *update,
             const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, &n_units, NULL);

  g_string_append (update, "<FEFF");
  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (update, "%04X", (guint) units[i]);
  g_string_append_c (update, '>');
}

static void
begin_object (Writer *self,
              guint   id)
{
  Entry entry = { id, self->reader->size + self->update->len };

  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->update, "%u 0 obj\n", id);
}

/* Writes the dictionary again without its end, ready for another entry. */
static void
begin_again (Writer     *self,
             guint       id,
             const char *object,
             gsize       length)
{
  begin_object (self, id);
  g_string_append_len (self->update, object, (gssize) (length - strlen (DICTIONARY_END)));
}

static void
end_again (Writer *self)
{
  g_string_append (self->update, "\n>>\nendobj\n");
}

static const char *
next_note (GPtrArray *notes,
           guint     *index)
{
  guint i = (*index)++;

  return i < notes->len ? g_ptr_array_index (notes, i) : "";
}

static const char *
language_tag (UdsLanguage language)
{
  return language == UDS_LANGUAGE_DA ? "da-DK" : "en-GB";
}

static void
write_catalog (Writer     *self,
               guint       id,
               const char *object,
               gsize       length)
{
  begin_again (self, id, object, length);
  g_string_append_printf (self->update,
                          "   /Version /1.7\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                          "   /Metadata %u 0 R",
                          language_tag (self->info->language), self->reader->n_objects);
  end_again (self);
}

static gboolean
is_dictionary (const char *object,
               gsize       length)
{
  gsize end = strlen (DICTIONARY_END);

  return length > end && memcmp (object + length - end, DICTIONARY_END, end) == 0;
}

static gboolean
starts_with (const char *object,
             gsize       length,
             const char *start)
{
  return length >= strlen (start) && strncmp (object, start, strlen (start)) == 0;
}

static void
write_object (Writer     *self,
              guint       id,
              const char *object,
              gsize       length)
{
  GString *update = self->update;

  if (starts_with (object, length, "<< /Type /Catalog\n"))
    write_catalog (self, id, object, length);
  else if (starts_with (object, length, "<< /Type /StructElem\n   /S /Figure\n"))
    {
      begin_again (self, id, object, length);
      g_string_append (update, "   /Alt ");
      append_text (update, next_note (self->notes->figures, &self->n_figures));
      end_again (self);
    }
  else if (starts_with (object, length, "<< /Type /StructElem\n   /S /TH\n"))
    {
      begin_again (self, id, object, length);
      g_string_append_printf (update, "   /A << /O /Table /Scope /%s >>",
                              next_note (self->notes->headers, &self->n_headers));
      end_again (self);
    }
  else if (starts_with (object, length, "<< /Type /Annot\n"))
    {
      begin_again (self, id, object, length);
      g_string_append (update, "   /Contents ");
      append_text (update, next_note (self->notes->links, &self->n_links));
      end_again (self);
    }
  else if (starts_with (object, length, "<< /Type /Page "))
    {
      begin_again (self, id, object, length);
      g_string_append (update, "   /Tabs /S");
      end_again (self);
    }
}

static void
append_property (GString    *packet,
                 const char *format,
                 const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);
  const char *place = strstr (format, "%s");

  g_string_append_len (packet, format, place - format);
  g_string_append (packet, escaped);
  g_string_append (packet, place + 2);
}

static char *
make_packet (const UdsPdfInfo *info)
{
  GString *packet = g_string_new ("<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                                  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
                                  "<dc:format>application/pdf</dc:format>\n");

  append_property (packet, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n",
                   info->title);
  append_property (packet, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                   language_tag (info->language));
  if (info->author != NULL)
    append_property (packet, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", info->author);
  if (info->date != NULL)
    append_property (packet, "<xmp:CreateDate>%s</xmp:CreateDate>\n", info->date);
  append_property (packet, "<xmp:CreatorTool>%s</xmp:CreatorTool>\n", info->creator);
  g_string_append (packet, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free_and_steal (packet);
}

static void
write_metadata (Writer *self)
{
  g_autofree char *packet = make_packet (self->info);

  begin_object (self, self->reader->n_objects);
  g_string_append_printf (self->update,
                          "<< /Type /Metadata /Subtype /XML /Length %" G_GSIZE_FORMAT " >>\n"
                          "stream\n%s\nendstream\nendobj\n",
                          strlen (packet), packet);
}

/* A place of 0 says that there is no such object. */
static void
write_table (Writer *self)
{
  gsize table = self->reader->size + self->update->len;

  g_string_append (self->update, "xref\n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      g_string_append_printf (self->update, "%u 1\n%010" G_GSIZE_FORMAT "%s", entry->id, entry->offset,
                              entry->offset == 0 ? " 65535 f \n" : " 00000 n \n");
    }
  g_string_append_printf (self->update,
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GSIZE_FORMAT "\n>>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          self->reader->n_objects + 1, self->reader->root, self->reader->info, self->reader->table,
                          table);
}

static gboolean
all_notes_used (const Writer *self)
{
  return self->n_figures == self->notes->figures->len
         && self->n_headers == self->notes->headers->len
         && self->n_links == self->notes->links->len;
}

static GBytes *
join (GBytes        *pdf,
      const GString *update)
{
  GByteArray *whole = g_byte_array_sized_new ((guint) (g_bytes_get_size (pdf) + update->len));

  g_byte_array_append (whole, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (whole, (const guint8 *) update->str, (guint) update->len);
  return g_byte_array_free_to_bytes (whole);
}

static gboolean
write_update (Writer *self)
{
  for (guint id = 1; id < self->reader->n_objects; id++)
    {
      const Entry missing = { id, 0 };
      gsize length;
      const char *object = find_object (self->reader, id, &length);

      if (object == NULL)
        g_array_append_val (self->entries, missing);
      else if (is_dictionary (object, length))
        write_object (self, id, object, length);
    }
  if (!all_notes_used (self))
    return FALSE;

  write_metadata (self);
  write_table (self);
  return TRUE;
}

/**
 * uds_pdf_finish:
 * @pdf: a whole PDF 1.4 as Cairo wrote it
 * @info: about the whole
 * @notes: about its figures, table headers and links, in the order their tags were begun
 * @error: %UDS_ERROR_FAILED where @pdf is not as expected, or @notes are not about it
 *
 * Returns: (transfer full): the PDF with what was missing, or %NULL
 */
GBytes *
uds_pdf_finish (GBytes             *pdf,
                const UdsPdfInfo   *info,
                const UdsPdfNotes  *notes,
                GError            **error)
{
  g_autoptr (GString) update = g_string_new (NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Reader reader = { 0 };
  Writer writer = { .reader = &reader, .info = info, .notes = notes, .update = update, .entries = entries };

  if (reader_init (&reader, pdf) && write_update (&writer))
    return join (pdf, update);

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_FAILED,
                       _ ("The PDF could not be completed: the graphics library wrote it in an unknown way."));
  return NULL;
}
