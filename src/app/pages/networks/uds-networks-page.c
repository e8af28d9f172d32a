/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the networks, of the cities, organisations, people and agreements behind them, and of what was learned of
 * them. The agreements have a timeline, those who lie somewhere on the earth a map. What there is a report of is
 * printed: of notes those that are listed. */
#include "uds-networks-page.h"

#include "uds-list-filter-button.h"
#include "uds-map-face.h"
#include "uds-print.h"
#include "uds-timeline-face.h"
#include "uds-window.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>

struct _UdsNetworksPage
{
  UdsListPage parent_instance;

  UdsTimelineFace *timeline;
  const UdsKind *kind; /* that is listed; none until there is a context */
  UdsMapFace *map;
};

#define PREFIX "networks"

static const char *const mapped[] = { "network", "city", "organisation", NULL };

G_DEFINE_FINAL_TYPE (UdsNetworksPage, uds_networks_page, UDS_TYPE_LIST_PAGE)

static void
uds_networks_page_asked (UdsListPage *page,
                         UdsQuery    *query)
{
  UdsContext *context = uds_page_get_context (UDS_PAGE (page));
  const char *kind = uds_query_get_kind (query)->name;
  g_autoptr (GVariant) filter = uds_list_page_get_filter (page);

  if (g_str_equal (kind, "agreement"))
    uds_timeline_face_ask (UDS_NETWORKS_PAGE (page)->timeline, context, query);
  else if (g_strv_contains (mapped, kind))
    uds_map_face_ask (UDS_NETWORKS_PAGE (page)->map, context, query, filter);
}

/* The map and the list are filtered together. */
static void
on_network_chosen_cb (UdsListPage *page,
                      const char  *network)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  g_autoptr (GVariant) filter = uds_list_page_get_filter (page);

  uds_list_filter_write (settings, PREFIX, uds_list_filter_with (filter, "network", network));
}

/* The report by which what is listed is printed; none of most. */
static const char *
find_report (const UdsKind *kind)
{
  static const char *const reports[][2] = {
    { "network", "networks" },
    { "agreement", "agreements" },
    { "note", "notes" },
  };

  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (reports[i][0], kind->name))
      return reports[i][1];

  return NULL;
}

static void
uds_networks_page_kind_shown (UdsListPage   *page,
                              const UdsKind *kind)
{
  UDS_NETWORKS_PAGE (page)->kind = kind;
  uds_window_follow_page (GTK_WIDGET (page));
}

static gboolean
uds_networks_page_can_print (UdsPage *page)
{
  return find_report (UDS_NETWORKS_PAGE (page)->kind) != NULL;
}

static void
uds_networks_page_print (UdsPage *page)
{
  const char *report = find_report (UDS_NETWORKS_PAGE (page)->kind);
  g_autoptr (UdsQuery) query = NULL;
  g_autofree char *shown = NULL;

  if (!g_str_equal (report, "notes"))
    {
      uds_print_report (page, report, NULL);
      return;
    }

  query = uds_list_page_make_query (UDS_LIST_PAGE (page));
  shown = uds_list_page_describe (UDS_LIST_PAGE (page));
  uds_print_notes (page, query, shown);
}

static void
uds_networks_page_class_init (UdsNetworksPageClass *klass)
{
  static const char *const kinds[] = { "network", "city", "organisation", "contact", "agreement", "note", NULL };

  UDS_LIST_PAGE_CLASS (klass)->kinds = kinds;
  UDS_LIST_PAGE_CLASS (klass)->kind_shown = uds_networks_page_kind_shown;
  UDS_LIST_PAGE_CLASS (klass)->settings_prefix = PREFIX;
  UDS_LIST_PAGE_CLASS (klass)->asked = uds_networks_page_asked;
  UDS_PAGE_CLASS (klass)->can_print = uds_networks_page_can_print;
  UDS_PAGE_CLASS (klass)->print = uds_networks_page_print;
}

static void
uds_networks_page_init (UdsNetworksPage *self)
{
  self->timeline = UDS_TIMELINE_FACE (uds_timeline_face_new ());
  uds_list_page_add_face (UDS_LIST_PAGE (self), "agreement", "timeline", _("Timeline"), GTK_WIDGET (self->timeline));
  self->map = UDS_MAP_FACE (uds_map_face_new ());
  for (gsize i = 0; mapped[i] != NULL; i++)
    uds_list_page_add_face (UDS_LIST_PAGE (self), mapped[i], "map", _("Map"), GTK_WIDGET (self->map));
  g_signal_connect_object (self->map, "network-chosen", G_CALLBACK (on_network_chosen_cb), self, G_CONNECT_SWAPPED);
}
