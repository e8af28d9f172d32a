/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the events, each with its parts. */
#include "uds-events-page.h"

struct _UdsEventsPage
{
  UdsListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (UdsEventsPage, uds_events_page, UDS_TYPE_LIST_PAGE)

static void
uds_events_page_class_init (UdsEventsPageClass *klass)
{
  static const char *const kinds[] = { "event", NULL };

  UDS_LIST_PAGE_CLASS (klass)->kinds = kinds;
}

static void
uds_events_page_init (UdsEventsPage *self)
{
}
