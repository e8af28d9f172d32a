/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets text with Pango at 72 units an inch, unhinted, with digits of one width. Each line stands on a grid of its
 * role's leading, whatever fonts the letters come from. */
#include "uds-typesetter-private.h"

#define FAMILY "Adwaita Sans"
#define FEATURES "tnum=1, liga=0" /* no reader of the file meets "ﬁ" where we wrote "fi" */
#define POINTS_PER_INCH 72

#define BLACK 0
#define GREY 0.35

struct _UdsTypesetter {
  PangoFontMap *font_map;
  PangoContext *context;
  PangoFontDescription *fonts[UDS_N_TEXT_ROLES];
  PangoAttrList *attributes;
  double ascents[UDS_N_TEXT_ROLES]; /* from the top of a line to its baseline */
  PangoLayout *space;
};

static const struct {
  double size;
  double leading;
  gboolean bold;
  double grey;
} roles[UDS_N_TEXT_ROLES] = {
  [UDS_TEXT_BODY] = { 10, 14, FALSE, BLACK },
  [UDS_TEXT_LEAD] = { 12, 17.5, FALSE, BLACK },
  [UDS_TEXT_NOTE] = { 8, 10.5, FALSE, GREY },
  [UDS_TEXT_HEADING_1] = { 20, 24.5, TRUE, BLACK },
  [UDS_TEXT_HEADING_2] = { 13, 17.5, TRUE, BLACK },
  [UDS_TEXT_HEADING_3] = { 10, 14, TRUE, BLACK },
  [UDS_TEXT_CAPTION] = { 10, 14, TRUE, BLACK },
  [UDS_TEXT_SUBTITLE] = { 9, 12.25, FALSE, GREY },
  [UDS_TEXT_CELL] = { 9, 12.25, FALSE, BLACK },
  [UDS_TEXT_CELL_STRONG] = { 9, 12.25, TRUE, BLACK },
  [UDS_TEXT_CELL_HEAD] = { 8, 10.5, TRUE, BLACK },
  [UDS_TEXT_RUNNING] = { 8, 10.5, FALSE, GREY },
  [UDS_TEXT_BADGE] = { 13, 17.5, TRUE, BLACK },
  [UDS_TEXT_COVER_TITLE] = { 34, 40, TRUE, BLACK },
  [UDS_TEXT_COVER_SUBTITLE] = { 16, 21, FALSE, BLACK },
};

static PangoFontDescription *
make_font (UdsTextRole role)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_absolute_size (font, roles[role].size * PANGO_SCALE);
  pango_font_description_set_weight (font, roles[role].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return font;
}

static double
find_ascent (PangoContext               *context,
             const PangoFontDescription *font,
             double                      leading)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  double ascent = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  double descent = (double) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return (leading - ascent - descent) / 2 + ascent;
}

static PangoContext *
make_context (PangoFontMap *font_map,
              UdsLanguage   language)
{
  PangoContext *context = pango_font_map_create_context (font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, POINTS_PER_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (uds_language_get_code (language)));
  return context;
}

/* One with a font map of its own: what is set in one thread may then be drawn in another. */
UdsTypesetter *
uds_typesetter_new (UdsLanguage language)
{
  UdsTypesetter *self = g_new0 (UdsTypesetter, 1);

  self->font_map = pango_cairo_font_map_new ();
  self->context = make_context (self->font_map, language);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new (FEATURES));

  for (UdsTextRole role = 0; role < UDS_N_TEXT_ROLES; role++)
    {
      self->fonts[role] = make_font (role);
      self->ascents[role] = find_ascent (self->context, self->fonts[role], roles[role].leading);
    }

  self->space = pango_layout_new (self->context);
  pango_layout_set_font_description (self->space, self->fonts[UDS_TEXT_BODY]);
  pango_layout_set_text (self->space, " ", -1);
  return self;
}

void
uds_typesetter_free (UdsTypesetter *self)
{
  for (UdsTextRole role = 0; role < UDS_N_TEXT_ROLES; role++)
    pango_font_description_free (self->fonts[role]);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->space);
  g_object_unref (self->context);
  g_object_unref (self->font_map);
  g_free (self);
}

double
uds_text_role_get_leading (UdsTextRole role)
{
  return roles[role].leading;
}

double
uds_text_role_get_size (UdsTextRole role)
{
  return roles[role].size;
}

static void
count_lines (UdsText *self)
{
  self->n_lines = (guint) pango_layout_get_line_count (self->layout);
}

/* No text makes no lines and takes no room. */
void
uds_text_init (UdsText       *self,
               UdsTypesetter *typesetter,
               UdsTextRole    role,
               const char    *text)
{
  *self = (UdsText) { .role = role };
  if (text == NULL || *text == '\0')
    return;

  self->layout = pango_layout_new (typesetter->context);
  pango_layout_set_font_description (self->layout, typesetter->fonts[role]);
  pango_layout_set_attributes (self->layout, typesetter->attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, text, -1);
  count_lines (self);
}

void
uds_text_clear (UdsText *self)
{
  g_clear_object (&self->layout);
}

/* Makes the first bytes bold. */
void
uds_text_set_lead (UdsText *self,
                   gsize    n_bytes)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttrList *attributes;

  bold->end_index = (guint) n_bytes;
  attributes = pango_attr_list_copy (pango_layout_get_attributes (self->layout));
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
}

static double
layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* How wide it is before it has been given a width. */
double
uds_text_get_natural_width (const UdsText *self)
{
  return self->layout == NULL ? 0 : layout_width (self->layout);
}

/* Breaks it into lines; it must not have been given a width before. */
void
uds_text_set_width (UdsText *self,
                    double   width)
{
  /* Most cells of a table fit as they are, and breaking lines is the larger part of all work. */
  if (uds_text_get_natural_width (self) <= width)
    return;
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  count_lines (self);
}

/* Ends with an ellipsis where there are more lines. */
void
uds_text_set_max_lines (UdsText *self,
                        guint    max_lines)
{
  if (self->layout == NULL)
    return;
  pango_layout_set_height (self->layout, -(int) max_lines);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  count_lines (self);
}

/* How narrow it may become before words part. */
double
uds_text_get_longest_word (const UdsText *self)
{
  g_autoptr (PangoLayout) narrow = NULL;

  if (self->layout == NULL)
    return 0;
  narrow = pango_layout_copy (self->layout);
  pango_layout_set_wrap (narrow, PANGO_WRAP_WORD);
  pango_layout_set_width (narrow, 0);
  return layout_width (narrow);
}

double
uds_text_get_height (const UdsText *self)
{
  return self->n_lines * roles[self->role].leading;
}

static double
line_width (PangoLayoutLine *line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (line, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

double
uds_text_get_last_line_width (const UdsText *self)
{
  return self->layout == NULL ? 0 : line_width (pango_layout_get_line_readonly (self->layout, (int) self->n_lines - 1));
}

static void
draw_space (UdsTypesetter *self,
            cairo_t       *cr,
            double         x,
            double         baseline)
{
  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->space, 0));
}

/* Pango leaves out the space a line ends with; whoever copies the text or has it read aloud needs it. */
static gboolean
ends_with_space (const UdsText         *self,
                 const PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (self->layout);

  return line->length > 0 && text[line->start_index + line->length - 1] == ' ';
}

static void
draw_line (const UdsText   *self,
           PangoLayoutLine *line,
           UdsTypesetter   *typesetter,
           cairo_t         *cr,
           double           x,
           double           y)
{
  double baseline = y + typesetter->ascents[self->role];

  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, line);
  if (ends_with_space (self, line))
    draw_space (typesetter, cr, x + line_width (line), baseline);
}

static void
set_ink (const UdsText *self,
         cairo_t       *cr)
{
  double grey = roles[self->role].grey;

  /* A badge is drawn in the ink that goes with its colour, which is set already. */
  if (self->role != UDS_TEXT_BADGE)
    cairo_set_source_rgb (cr, grey, grey, grey);
}

/* Draws some of the lines; (x, y) is the upper left corner of the first of them. */
void
uds_text_draw (const UdsText *self,
               UdsTypesetter *typesetter,
               cairo_t       *cr,
               double         x,
               double         y,
               guint          first,
               guint          n_lines)
{
  guint end = MIN (first + n_lines, self->n_lines);

  set_ink (self, cr);
  for (guint i = first; i < end; i++)
    draw_line (self, pango_layout_get_line_readonly (self->layout, (int) i), typesetter, cr,
               x, y + (i - first) * roles[self->role].leading);
}

/* Draws a space after a text, to part it from the next one for those who do not see that they are apart. */
void
uds_text_draw_end (const UdsText *self,
                   UdsTypesetter *typesetter,
                   cairo_t       *cr,
                   double         x,
                   double         y)
{
  double last = y + (self->n_lines - 1) * roles[self->role].leading;

  if (self->layout != NULL)
    draw_space (typesetter, cr, x + uds_text_get_last_line_width (self), last + typesetter->ascents[self->role]);
}

/* Draws lines so that each ends at @right. */
void
uds_text_draw_to_right (const UdsText *self,
                        UdsTypesetter *typesetter,
                        cairo_t       *cr,
                        double         right,
                        double         y,
                        guint          first,
                        guint          n_lines)
{
  guint end = MIN (first + n_lines, self->n_lines);

  set_ink (self, cr);
  for (guint i = first; i < end; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, (int) i);

      draw_line (self, line, typesetter, cr, right - line_width (line), y + (i - first) * roles[self->role].leading);
    }
}
