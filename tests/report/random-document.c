/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Throws the dice of GTest, so that a failing document can be made again from its seed. */
#include "random-document.h"

#define BLOCKS_MAX 60

typedef struct {
  UdsDocument *document;
  guint n_texts;
} Maker;

/* "#7 ord ord ordordord …": some words, very long ones among them. */
static char *
make_text (Maker *self,
           int    words_max)
{
  GString *text = g_string_new (NULL);
  int n_words = g_test_rand_int_range (0, words_max);

  g_string_append_printf (text, "#%u", self->n_texts++);
  for (int i = 0; i < n_words; i++)
    {
      gboolean is_long = g_test_rand_int_range (0, 40) == 0;
      int syllables = is_long ? g_test_rand_int_range (20, 60) : g_test_rand_int_range (1, 5);

      g_string_append_c (text, ' ');
      for (int s = 0; s < syllables; s++)
        g_string_append (text, "måø");
    }
  return g_string_free_and_steal (text);
}

static void
draw_frame (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
}

static void
add_figure (Maker *self)
{
  g_autofree char *caption = make_text (self, 30);
  g_autofree char *subtitle = make_text (self, 10);
  g_autofree char *source = make_text (self, 40);
  UdsFigure figure = {
    .caption = caption,
    .subtitle = subtitle,
    .source = source,
    .alternative = "Ramme",
    .aspect = g_test_rand_double_range (0.1, 3),
    .draw = draw_frame,
  };

  uds_document_add_figure (self->document, &figure);
}

static void
add_row (Maker            *self,
         UdsDocumentTable *table,
         guint             n_columns)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < n_columns; c++)
    {
      /* Only the first column is in the order of reading, whatever the others' heights are. */
      gboolean is_long = c > 0 && g_test_rand_int_range (0, 200) == 0;

      g_ptr_array_add (cells, c == 0 ? make_text (self, 6)
                                     : g_strnfill (is_long ? 1200 : (gsize) g_test_rand_int_range (0, 9), '9'));
    }
  uds_document_table_add_row (table, (const char *const *) cells->pdata);
}

static void
add_table (Maker *self)
{
  g_autofree char *caption = make_text (self, 8);
  UdsDocumentTable *table = uds_document_table_new (caption);
  guint n_columns = (guint) g_test_rand_int_range (1, 9);
  int n_rows = g_test_rand_int_range (0, 60);

  for (guint c = 0; c < n_columns; c++)
    uds_document_table_add_column (table, "Overskrift", UDS_MARK_DISC,
                                   c == 0 ? UDS_COLUMN_ROW_HEADER : UDS_COLUMN_NUMERIC);
  for (int r = 0; r < n_rows; r++)
    add_row (self, table, n_columns);
  uds_document_add_table (self->document, table);
}

static void
add_block (Maker *self)
{
  g_autofree char *text = NULL;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      text = make_text (self, 12);
      uds_document_add_heading (self->document, (guint) g_test_rand_int_range (1, UDS_HEADING_LEVELS + 1), text, NULL);
      break;
    case 1:
      add_figure (self);
      break;
    case 2:
      add_table (self);
      break;
    case 3:
      text = make_text (self, 60);
      uds_document_add_list_item (self->document, "•", text);
      break;
    case 4:
      text = make_text (self, 40);
      uds_document_add_statement (self->document, UDS_MARK_RING, text, "");
      break;
    case 5:
      uds_document_add_page_break (self->document);
      break;
    default:
      text = make_text (self, 400);
      uds_document_add_paragraph (self->document, UDS_PARAGRAPH_BODY, text);
    }
}

/* A document of at least a paragraph; @n_texts says how many numbers were given. */
UdsDocument *
random_document_new (guint *n_texts)
{
  Maker maker = { .document = uds_document_new (UDS_LANGUAGE_DA, "Tilfældigt", "2024") };
  int n_blocks = g_test_rand_int_range (1, BLOCKS_MAX);
  g_autofree char *first = make_text (&maker, 5);

  uds_document_add_paragraph (maker.document, UDS_PARAGRAPH_LEAD, first);
  for (int i = 0; i < n_blocks; i++)
    add_block (&maker);
  *n_texts = maker.n_texts;
  return maker.document;
}
