/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the goals. */
#include "uds-goals-page.h"

struct _UdsGoalsPage
{
  UdsListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (UdsGoalsPage, uds_goals_page, UDS_TYPE_LIST_PAGE)

static void
uds_goals_page_class_init (UdsGoalsPageClass *klass)
{
  static const char *const kinds[] = { "goal", "indicator", "effort", NULL };

  UDS_LIST_PAGE_CLASS (klass)->kinds = kinds;
}

static void
uds_goals_page_init (UdsGoalsPage *self)
{
}
