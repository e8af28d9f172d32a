/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keys. What they do to the cursor is the chart's, in src/chart. */
#include "uds-chart-keys.h"

#include <gdk/gdk.h>

static const struct {
  guint key;
  UdsChartMove move;
} moves[] = {
  { GDK_KEY_Right, UDS_CHART_MOVE_NEXT },
  { GDK_KEY_KP_Right, UDS_CHART_MOVE_NEXT },
  { GDK_KEY_Left, UDS_CHART_MOVE_PREVIOUS },
  { GDK_KEY_KP_Left, UDS_CHART_MOVE_PREVIOUS },
  { GDK_KEY_Home, UDS_CHART_MOVE_FIRST },
  { GDK_KEY_KP_Home, UDS_CHART_MOVE_FIRST },
  { GDK_KEY_End, UDS_CHART_MOVE_LAST },
  { GDK_KEY_KP_End, UDS_CHART_MOVE_LAST },
  { GDK_KEY_Page_Down, UDS_CHART_MOVE_FORWARD },
  { GDK_KEY_Page_Up, UDS_CHART_MOVE_BACK },
  { GDK_KEY_Down, UDS_CHART_MOVE_NEXT_SERIES },
  { GDK_KEY_KP_Down, UDS_CHART_MOVE_NEXT_SERIES },
  { GDK_KEY_Up, UDS_CHART_MOVE_PREVIOUS_SERIES },
  { GDK_KEY_KP_Up, UDS_CHART_MOVE_PREVIOUS_SERIES },
  { GDK_KEY_m, UDS_CHART_MOVE_MINIMUM },
  { GDK_KEY_x, UDS_CHART_MOVE_MAXIMUM },
  { GDK_KEY_t, UDS_CHART_MOVE_TARGET },
};

/**
 * uds_chart_keys_find:
 * @key: the value of a key
 * @move: (out): where it moves the cursor of a chart
 *
 * Returns: %FALSE where it moves nothing; @move is then untouched
 */
gboolean
uds_chart_keys_find (guint         key,
                     UdsChartMove *move)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      {
        *move = moves[i].move;
        return TRUE;
      }

  return FALSE;
}
