/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a sign of the map in a label. The colours are in style.css, those of the map in src/chart. */
#include "uds-map-sign.h"

static const struct {
  const char *text;
  const char *style;
} signs[] = {
  [UDS_MAP_SIGN_OWN] = { "◆", "own" },
  [UDS_MAP_SIGN_LIT] = { "●", "lit" },
  [UDS_MAP_SIGN_OTHER] = { "○", "other" },
};

/**
 * uds_map_sign_show:
 * @label: a label that shows nothing but signs
 * @sign: the one that it is to show
 */
void
uds_map_sign_show (GtkLabel   *label,
                   UdsMapSign  sign)
{
  const char *const styles[] = { "map-sign", signs[sign].style, NULL };

  gtk_label_set_text (label, signs[sign].text);
  gtk_widget_set_css_classes (GTK_WIDGET (label), (const char **) styles);
}
