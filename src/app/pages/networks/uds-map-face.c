/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads in the store's thread what the list asks for, as soon as somebody looks, and shows it as a map and as a list
 * that follow each other. What is on the map is src/report's. */
#include "uds-map-face.h"

#include "uds-chart-content.h"
#include "uds-chart-save.h"
#include "uds-format.h"
#include "uds-list-filter.h"
#include "uds-map-chart.h"
#include "uds-map-list.h"
#include "uds-map-sign.h"
#include "uds-map-view.h"
#include "uds-window.h"

#include <glib/gi18n.h>

struct _UdsMapFace
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkDropDown *networks;
  GtkStack *stack;
  UdsMapView *map;
  AdwWrapBox *legend;
  UdsMapList *places;
  GtkLabel *notes;

  UdsContext *context; /* none until something was asked for */
  UdsQuery *query;
  GVariant *filter;
  gboolean is_stale;   /* what was asked for last is to be read when somebody looks */
  GPtrArray *codes;    /* of utf8, what the drop-down offers; the first is NULL, for all */
  GHashTable *cities;  /* the ids of the places that are cities */
  GCancellable *reading;
  gboolean is_filling; /* the drop-down changes without the user */
};

enum {
  SIGNAL_NETWORK_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsMapFace, uds_map_face, ADW_TYPE_BIN)

/* Reading */

typedef struct {
  UdsQuery *query;
  char *network;
  char *day;
  UdsLanguage language;
} Wanted;

typedef struct {
  UdsChartSpec *spec;
  GHashTable *cities;
  GPtrArray *codes;
  GPtrArray *names;
} Found;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->query);
  g_free (wanted->network);
  g_free (wanted->day);
  g_free (wanted);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->spec);
  g_clear_pointer (&found->cities, g_hash_table_unref);
  g_clear_pointer (&found->codes, g_ptr_array_unref);
  g_clear_pointer (&found->names, g_ptr_array_unref);
  g_free (found);
}

/* The first choice is all of them. */
static gboolean
read_networks (Found        *found,
               UdsSession   *session,
               UdsLanguage   language,
               GError      **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("network"));
  g_autoptr (GPtrArray) networks = NULL;

  found->codes = g_ptr_array_new_with_free_func (g_free);
  found->names = g_ptr_array_new_with_free_func (g_free);
  uds_query_set_language (query, language);
  uds_query_set_long_text (query, FALSE);
  networks = uds_session_list (session, query, error);
  if (networks == NULL)
    return FALSE;

  g_ptr_array_add (found->codes, NULL);
  g_ptr_array_add (found->names, g_strdup (_("All networks")));
  for (guint i = 0; i < networks->len; i++)
    {
      UdsRecord *network = g_ptr_array_index (networks, i);
      const char *name = uds_record_get_text (network, "short_name");

      g_ptr_array_add (found->codes, g_strdup (uds_record_get_id (network)));
      g_ptr_array_add (found->names, g_strdup (name != NULL ? name : uds_record_get_title (network, language)));
    }
  return TRUE;
}

/* The map knows the ids of its places, not their kinds. */
static gboolean
read_cities (Found       *found,
             UdsSession  *session,
             GError     **error)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (found->spec);
  gsize n_places = uds_chart_grid_get_n_rows (grid);
  g_autofree const char **ids = g_new0 (const char *, n_places + 1);
  g_autoptr (GPtrArray) cities = NULL;

  for (gsize i = 0; i < n_places; i++)
    ids[i] = uds_chart_grid_get_row_id (grid, i);
  cities = uds_session_load (session, uds_kind_lookup ("city"), ids, (guint) n_places, error);
  if (cities == NULL)
    return FALSE;

  found->cities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < n_places; i++)
    if (g_ptr_array_index (cities, i) != NULL)
      g_hash_table_add (found->cities, g_strdup (ids[i]));
  return TRUE;
}

static gpointer
read_map (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  const Wanted *wanted = data;
  UdsMapSelection selection = { .network = wanted->network, .query = wanted->query };
  Found *found = g_new0 (Found, 1);

  if (wanted->day == NULL || !uds_date_parse (wanted->day, &selection.day))
    selection.day = uds_session_get_today (session);
  found->spec = uds_session_chart_map (session, &selection, wanted->language, error);
  if (found->spec != NULL && read_networks (found, session, wanted->language, error)
      && read_cities (found, session, error))
    return found;

  found_free (found);
  return NULL;
}

/* Showing */

static void
show_networks (UdsMapFace *self,
               Found      *found)
{
  const char *chosen = uds_list_filter_get (self->filter, "network");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < found->codes->len; i++)
    {
      gtk_string_list_append (names, g_ptr_array_index (found->names, i));
      if (i > 0 && g_strcmp0 (g_ptr_array_index (found->codes, i), chosen) == 0)
        selected = i;
    }
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  self->codes = g_steal_pointer (&found->codes);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->networks, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->networks, selected);
  self->is_filling = FALSE;
}

static gboolean
has_lit (UdsChartSpec *spec)
{
  const UdsChartMap *map = uds_chart_spec_get_map (spec);

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    if (uds_chart_map_is_lit (map, i))
      return TRUE;
  return FALSE;
}

static char *
make_notes (UdsChartSpec *spec)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < uds_chart_spec_get_n_footnotes (spec); i++)
    g_string_append_printf (text, "%s ", uds_chart_spec_get_footnote (spec, i));
  g_string_append (text, uds_chart_spec_get_source (spec));
  return g_string_free (text, FALSE);
}

static void
add_sign (AdwWrapBox *legend,
          UdsMapSign  sign,
          const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  uds_map_sign_show (GTK_LABEL (label), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  adw_wrap_box_append (legend, box);
}

/* What the legend of the whole map says, while a part of it is seen. */
static void
show_legend (UdsMapFace   *self,
             UdsChartSpec *spec)
{
  const UdsChartMap *map = uds_chart_spec_get_map (spec);
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  gsize own = uds_chart_grid_get_emphasised (grid);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    adw_wrap_box_remove (self->legend, child);
  if (own != UDS_CHART_NONE)
    add_sign (self->legend, UDS_MAP_SIGN_OWN, uds_chart_grid_get_row_label (grid, own));
  if (uds_chart_map_get_lit_words (map) != NULL)
    add_sign (self->legend, UDS_MAP_SIGN_LIT, uds_chart_map_get_lit_words (map));
  if (uds_chart_map_get_other_words (map) != NULL)
    add_sign (self->legend, UDS_MAP_SIGN_OTHER, uds_chart_map_get_other_words (map));
}

static void
show_map (UdsMapFace   *self,
          UdsChartSpec *spec)
{
  gboolean is_empty = !has_lit (spec);
  g_autofree char *notes = make_notes (spec);

  gtk_label_set_label (self->title, uds_chart_spec_get_title (spec));
  gtk_label_set_label (self->subtitle, uds_chart_spec_get_subtitle (spec));
  gtk_label_set_label (self->notes, notes);
  show_legend (self, spec);
  gtk_widget_set_visible (self->heading, !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), !is_empty);
  uds_chart_view_set_spec (UDS_CHART_VIEW (self->map), spec);
  uds_map_list_set_spec (self->places, spec);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "map");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.copy", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.export", !is_empty);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (UdsMapFace) self = data;
  g_autoptr (GError) error = NULL;
  Found *found = uds_store_read_finish (UDS_STORE (source), result, &error);

  /* Something else was asked for since. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      uds_window_report (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->cities, g_hash_table_unref);
  self->cities = g_steal_pointer (&found->cities);
  show_networks (self, found);
  show_map (self, found->spec);
  found_free (found);
}

static void
stop_reading (UdsMapFace *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_if_seen (UdsMapFace *self)
{
  Wanted *wanted;

  if (!self->is_stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  wanted = g_new0 (Wanted, 1);
  wanted->query = g_object_ref (self->query);
  wanted->network = g_strdup (uds_list_filter_get (self->filter, "network"));
  wanted->day = g_strdup (uds_list_filter_get (self->filter, UDS_FACET_DAY));
  wanted->language = uds_context_get_language (self->context);
  self->is_stale = FALSE;
  stop_reading (self);
  self->reading = g_cancellable_new ();
  uds_store_read_async (uds_context_get_store (self->context), read_map, wanted, wanted_free, found_free, self->reading,
                        on_read_cb, g_object_ref (self));
}

/* Signals */

static void
on_network_selected_cb (UdsMapFace *self)
{
  guint selected = gtk_drop_down_get_selected (self->networks);

  if (self->is_filling || self->codes == NULL || selected >= self->codes->len)
    return;
  g_signal_emit (self, signals[SIGNAL_NETWORK_CHOSEN], 0, g_ptr_array_index (self->codes, selected));
}

static void
on_activated_cb (UdsMapFace *self,
                 const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)",
                              g_hash_table_contains (self->cities, id) ? "city" : "organisation", id);
}

static void
on_moved_cb (UdsMapFace *self,
             const char *id)
{
  uds_map_list_show_place (self->places, id);
}

static void
on_chosen_cb (UdsMapFace *self,
              const char *id)
{
  uds_map_view_show_place (self->map, id);
}

static void
on_zoomed_cb (UdsMapFace *self)
{
  gboolean is_whole;

  g_object_get (self->map, "is-whole", &is_whole, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !is_whole);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out", !is_whole);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.show-whole", !is_whole);
}

static void
on_zoom_in (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  uds_map_view_zoom (UDS_MAP_FACE (widget)->map, UDS_MAP_VIEW_STEP);
}

static void
on_zoom_out (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  uds_map_view_zoom (UDS_MAP_FACE (widget)->map, 1 / UDS_MAP_VIEW_STEP);
}

static void
on_show_whole (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  uds_map_view_show_whole (UDS_MAP_FACE (widget)->map);
}

static void
on_copy (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  uds_chart_content_copy (widget, uds_chart_view_get_spec (UDS_CHART_VIEW (UDS_MAP_FACE (widget)->map)));
}

static void
on_export (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsChartSpec *spec = uds_chart_view_get_spec (UDS_CHART_VIEW (UDS_MAP_FACE (widget)->map));

  uds_chart_save (widget, spec, uds_chart_spec_get_title (spec));
}

/* GObject */

static void
uds_map_face_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (uds_map_face_parent_class)->map (widget);

  read_if_seen (UDS_MAP_FACE (widget));
}

static void
uds_map_face_dispose (GObject *object)
{
  UdsMapFace *self = UDS_MAP_FACE (object);

  stop_reading (self);
  g_clear_object (&self->context);
  g_clear_object (&self->query);
  g_clear_pointer (&self->filter, g_variant_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->cities, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), UDS_TYPE_MAP_FACE);

  G_OBJECT_CLASS (uds_map_face_parent_class)->dispose (object);
}

static void
uds_map_face_class_init (UdsMapFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_map_face_dispose;
  widget_class->map = uds_map_face_map;

  /* With the id of the network whose members are to stand out; NULL for all. */
  signals[SIGNAL_NETWORK_CHOSEN] = g_signal_new ("network-chosen", UDS_TYPE_MAP_FACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (UDS_TYPE_MAP_VIEW);
  g_type_ensure (UDS_TYPE_MAP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/kk/Udsyn/uds-map-face.ui");
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, heading);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, title);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, networks);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, stack);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, map);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, legend);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, places);
  gtk_widget_class_bind_template_child (widget_class, UdsMapFace, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_network_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoomed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, on_zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, on_zoom_out);
  gtk_widget_class_install_action (widget_class, "map.show-whole", NULL, on_show_whole);
  gtk_widget_class_install_action (widget_class, "map.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "map.export", NULL, on_export);
}

static void
uds_map_face_init (UdsMapFace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_zoomed_cb (self);
}

/**
 * uds_map_face_new:
 *
 * "network-chosen" is emitted with the id of a network whose members are to stand out, or with %NULL for all.
 *
 * Returns: (transfer floating): a face that shows nothing yet
 */
GtkWidget *
uds_map_face_new (void)
{
  return g_object_new (UDS_TYPE_MAP_FACE, NULL);
}

/**
 * uds_map_face_ask:
 * @self: a face
 * @context: the context
 * @query: which networks, cities or organisations
 * @filter: what the list is filtered by, for the network and the day
 *
 * Reads and shows them as soon as the face is seen. An earlier question that has no answer yet is dropped.
 */
void
uds_map_face_ask (UdsMapFace *self,
                  UdsContext *context,
                  UdsQuery   *query,
                  GVariant   *filter)
{
  g_return_if_fail (UDS_IS_MAP_FACE (self));

  g_set_object (&self->context, context);
  g_set_object (&self->query, query);
  g_clear_pointer (&self->filter, g_variant_unref);
  self->filter = g_variant_ref (filter);
  self->is_stale = TRUE;
  read_if_seen (self);
}
