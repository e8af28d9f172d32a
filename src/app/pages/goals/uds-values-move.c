/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a spreadsheet. */
#include "uds-values-move.h"

/**
 * uds_values_move_from_key:
 * @key: a key
 * @state: what is held with it
 *
 * As in a spreadsheet. With Alt or the Super key it is the window's, which goes back with Alt+Left.
 *
 * Returns: where it leads; %UDS_VALUES_STAY where it is no key for moving
 */
UdsValuesMove
uds_values_move_from_key (guint           key,
                          GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return UDS_VALUES_STAY;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return control ? UDS_VALUES_FIRST : UDS_VALUES_UP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return control ? UDS_VALUES_LAST : UDS_VALUES_DOWN;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return shift ? UDS_VALUES_UP : UDS_VALUES_DOWN;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return UDS_VALUES_LEFT;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return UDS_VALUES_RIGHT;

    case GDK_KEY_Tab:
      if (control)
        return UDS_VALUES_STAY;
      return shift ? UDS_VALUES_PREVIOUS : UDS_VALUES_NEXT;

    case GDK_KEY_ISO_Left_Tab:
      return control ? UDS_VALUES_STAY : UDS_VALUES_PREVIOUS;

    case GDK_KEY_Page_Up:
      return UDS_VALUES_PAGE_UP;

    case GDK_KEY_Page_Down:
      return UDS_VALUES_PAGE_DOWN;

    case GDK_KEY_Home:
      return UDS_VALUES_FIRST;

    case GDK_KEY_End:
      return UDS_VALUES_LAST;

    default:
      return UDS_VALUES_STAY;
    }
}
