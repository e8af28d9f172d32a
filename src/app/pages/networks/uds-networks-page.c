/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the networks, and of the cities, organisations, people and agreements behind them. The agreements have a
 * timeline. */
#include "uds-networks-page.h"

#include "uds-timeline-face.h"

#include <glib/gi18n.h>

struct _UdsNetworksPage
{
  UdsListPage parent_instance;

  UdsTimelineFace *timeline;
};

G_DEFINE_FINAL_TYPE (UdsNetworksPage, uds_networks_page, UDS_TYPE_LIST_PAGE)

static void
uds_networks_page_asked (UdsListPage *page,
                         UdsQuery    *query)
{
  UdsContext *context = uds_page_get_context (UDS_PAGE (page));

  if (g_str_equal (uds_query_get_kind (query)->name, "agreement"))
    uds_timeline_face_ask (UDS_NETWORKS_PAGE (page)->timeline, context, query);
}

static void
uds_networks_page_class_init (UdsNetworksPageClass *klass)
{
  static const char *const kinds[] = { "network", "city", "organisation", "contact", "agreement", NULL };

  UDS_LIST_PAGE_CLASS (klass)->kinds = kinds;
  UDS_LIST_PAGE_CLASS (klass)->settings_prefix = "networks";
  UDS_LIST_PAGE_CLASS (klass)->asked = uds_networks_page_asked;
}

static void
uds_networks_page_init (UdsNetworksPage *self)
{
  self->timeline = UDS_TIMELINE_FACE (uds_timeline_face_new ());
  uds_list_page_add_face (UDS_LIST_PAGE (self), "agreement", "timeline", _("Timeline"), GTK_WIDGET (self->timeline));
}
