/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Divides a measured document into pages and hands them out: drawn one by one, or all of them as a tagged PDF with
 * outline, page labels and properties. */
#include "uds-pages.h"

#include "uds-error.h"
#include "uds-pages-private.h"
#include "udsyn-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#define CREATOR "Udsyn " UDSYN_VERSION

struct _UdsPages {
  GObject parent_instance;

  UdsDocument *document;
  UdsBoxes *boxes;
  GArray *placements;
  GArray *starts; /* of guint: the first placement of each page, and the number of all */
};

G_DEFINE_FINAL_TYPE (UdsPages, uds_pages, G_TYPE_OBJECT)

static void
uds_pages_finalize (GObject *object)
{
  UdsPages *self = UDS_PAGES (object);

  g_clear_pointer (&self->boxes, uds_boxes_free);
  g_clear_pointer (&self->placements, g_array_unref);
  g_array_unref (self->starts);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (uds_pages_parent_class)->finalize (object);
}

static void
uds_pages_class_init (UdsPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_pages_finalize;
}

static void
uds_pages_init (UdsPages *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
find_pages (UdsPages *self)
{
  for (guint i = 0; i < self->placements->len; i++)
    {
      const UdsPlacement *placement = &g_array_index (self->placements, UdsPlacement, i);
      const UdsPart *part = uds_boxes_get_part (self->boxes, placement->piece);

      uds_boxes_get (self->boxes, part->box)->page = placement->page;
      if (placement->page == self->starts->len)
        g_array_append_val (self->starts, i);
    }
  g_array_append_val (self->starts, self->placements->len);
}

/**
 * uds_pages_new:
 * @document: a document, which must not change from now on
 *
 * Measures @document and divides it into pages.
 *
 * Returns: (transfer full): its pages
 */
UdsPages *
uds_pages_new (UdsDocument *document)
{
  UdsPages *self = g_object_new (UDS_TYPE_PAGES, NULL);

  self->document = g_object_ref (document);
  self->boxes = uds_boxes_new (document);
  self->placements = uds_paginate ((const UdsPiece *) (void *) self->boxes->pieces->data, self->boxes->pieces->len,
                                   UDS_BODY_HEIGHT);
  find_pages (self);
  return self;
}

/**
 * uds_pages_get_n:
 * @self: pages
 *
 * Returns: how many they are
 */
guint
uds_pages_get_n (UdsPages *self)
{
  return self->starts->len - 1;
}

/**
 * uds_pages_get_size:
 * @self: pages
 * @width: (out): the width of each
 * @height: (out): the height of each
 *
 * Gives the size of a page in points, which are the units it is drawn in.
 */
void
uds_pages_get_size (UdsPages *self,
                    double   *width,
                    double   *height)
{
  *width = UDS_PAGE_WIDTH;
  *height = UDS_PAGE_HEIGHT;
}

static UdsSheet
get_sheet (UdsPages *self,
           guint     page)
{
  guint first = g_array_index (self->starts, guint, page);

  return (UdsSheet) {
    .document = self->document,
    .boxes = self->boxes,
    .placements = &g_array_index (self->placements, UdsPlacement, first),
    .n_placements = g_array_index (self->starts, guint, page + 1) - first,
    .page = page,
    .n_pages = uds_pages_get_n (self),
  };
}

/**
 * uds_pages_draw:
 * @self: pages
 * @page: which one, from 0
 * @cr: where to draw, the origin at the upper left corner of the paper, one unit a point
 *
 * Draws a page. The paper itself is not painted.
 */
void
uds_pages_draw (UdsPages *self,
                guint     page,
                cairo_t  *cr)
{
  UdsPainter painter = { .cr = cr, .typesetter = self->boxes->typesetter };
  UdsSheet sheet;

  g_return_if_fail (page < uds_pages_get_n (self));

  sheet = get_sheet (self, page);
  uds_sheet_draw (&sheet, &painter);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_properties (cairo_surface_t  *surface,
                const UdsPdfInfo *info)
{
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, info->creator);
  if (info->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  if (info->date != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, info->date);
}

/* The headings become the outline, each below the last one of a higher level. */
static void
add_outline (UdsPages        *self,
             cairo_surface_t *surface)
{
  int parents[UDS_HEADING_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < self->boxes->boxes->len; i++)
    {
      const UdsBox *box = uds_boxes_get (self->boxes, i);
      const UdsBlock *block = box->block;
      g_autofree char *target = g_strdup_printf ("dest='h%u'", box->anchor);
      g_autofree char *name = NULL;
      int item;

      if (block->type != UDS_BLOCK_HEADING)
        continue;
      name = block->n_badges > 0 ? g_strdup_printf ("%s %s", block->badges[0].text, block->text)
                                 : g_strdup (block->text);
      item = cairo_pdf_surface_add_outline (surface, parents[block->level - 1], name, target, 0);
      for (guint level = block->level; level <= UDS_HEADING_LEVELS; level++)
        parents[level] = item;
    }
}

static void
label_page (cairo_surface_t *surface,
            const UdsSheet  *sheet)
{
  g_autofree char *number = g_strdup_printf ("%u", sheet->page + 1);

  cairo_pdf_surface_set_page_label (surface, uds_sheet_is_cover (sheet) ? _ ("Cover") : number);
}

/* The root of the structure is closed before the last page is: closed after it, it would begin one more. */
static gboolean
draw_all (UdsPages         *self,
          cairo_surface_t  *surface,
          UdsPainter       *painter,
          GCancellable     *cancellable,
          GError          **error)
{
  guint n_pages = uds_pages_get_n (self);

  uds_painter_begin (painter, "Document");
  for (guint page = 0; page < n_pages; page++)
    {
      UdsSheet sheet = get_sheet (self, page);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      label_page (surface, &sheet);
      uds_sheet_draw (&sheet, painter);
      if (page == n_pages - 1)
        uds_painter_end (painter, "Document");
      cairo_show_page (painter->cr);
    }
  add_outline (self, surface);
  return TRUE;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, UDS_ERROR, UDS_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static GBytes *
draw_pdf (UdsPages          *self,
          const UdsPdfInfo  *info,
          UdsPdfNotes       *notes,
          GCancellable      *cancellable,
          GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                                  UDS_PAGE_WIDTH, UDS_PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  UdsPainter painter = { .cr = cr, .typesetter = self->boxes->typesetter, .notes = notes };
  gboolean drawn;

  set_properties (surface, info);
  drawn = draw_all (self, surface, &painter, cancellable, error) && check_status (cairo_status (cr), error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  drawn = drawn && check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);

  return drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * uds_pages_to_pdf:
 * @self: pages
 * @cancellable: (nullable): asked before each page
 * @error: %UDS_ERROR_FAILED, or that it was cancelled
 *
 * Makes a tagged PDF of all pages: with outline, links, page labels, descriptions of figures, language and properties.
 * The same document makes the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *
uds_pages_to_pdf (UdsPages      *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const UdsDate *date = uds_document_get_date (self->document);
  g_autofree char *date_text = date == NULL ? NULL : uds_date_to_string (date);
  g_autoptr (UdsPdfNotes) notes = uds_pdf_notes_new ();
  g_autoptr (GBytes) drawn = NULL;
  UdsPdfInfo info = {
    .language = uds_document_get_language (self->document),
    .title = uds_document_get_title (self->document),
    .author = uds_document_get_author (self->document),
    .date = date_text,
    .creator = CREATOR,
  };

  drawn = draw_pdf (self, &info, notes, cancellable, error);
  return drawn == NULL ? NULL : uds_pdf_finish (drawn, &info, notes, error);
}
