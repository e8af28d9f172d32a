/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a table from the clipboard. */
#include "uds-observation-paste.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check (UdsObservationPaste *paste)
{
  GPtrArray *problems = uds_observation_paste_get_problems (paste);

  for (guint i = 0; i < uds_observation_paste_get_n_rows (paste); i++)
    g_assert_nonnull (uds_observation_paste_get_row (paste, i));
  for (guint i = 0; i < problems->len; i++)
    {
      const UdsProblem *problem = g_ptr_array_index (problems, i);
      const char *heading = uds_observation_paste_get_heading (paste, problem->column);
      g_autofree char *reason = uds_problem_get_reason (problem);

      g_assert_true (g_utf8_validate (reason, -1, NULL));
      g_assert_true (heading == NULL || g_utf8_validate (heading, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (UdsObservationPaste) paste =
      uds_observation_paste_new (text, size % UDS_OBSERVATION_N_COLUMNS, "Men", size % 2 == 0 ? "%" : NULL);

  check (paste);
  if (uds_observation_paste_get_question (paste) != NULL)
    uds_observation_paste_set_decimal (paste, size % 2 == 0 ? UDS_DECIMAL_POINT : UDS_DECIMAL_COMMA);
  check (paste);
  return 0;
}
