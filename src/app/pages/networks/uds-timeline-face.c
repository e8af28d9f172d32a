/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads in the store's thread what the list asks for and shows it in a chart that opens what it shows. EU projects and
 * sector cooperations stand below the agreements where nothing is searched for and filtered by. */
#include "uds-timeline-face.h"

#include "uds-chart-card.h"
#include "uds-related-list.h"
#include "uds-term-bar.h"
#include "uds-term-words.h"
#include "uds-timeline-chart.h"
#include "uds-window.h"

#include <glib/gi18n.h>

struct _UdsTimelineFace
{
  AdwBin parent_instance;

  UdsChartCard *card;
  AdwPreferencesGroup *expiring;
  GPtrArray *rows; /* of GtkWidget, in @expiring */

  UdsContext *context;     /* none until something was asked for */
  GPtrArray *items;        /* of UdsTermItem, what is shown */
  GCancellable *reading;   /* of what was asked for last */
};

G_DEFINE_FINAL_TYPE (UdsTimelineFace, uds_timeline_face, ADW_TYPE_BIN)

/* Reading */

typedef struct {
  UdsQuery *query; /* the agreements that are asked for */
  UdsLanguage language;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->query);
  g_free (wanted);
}

static GHashTable *
list_ids (GPtrArray *records)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (ids, g_strdup (uds_record_get_id (g_ptr_array_index (records, i))));
  return ids;
}

static guint
count_agreements (GPtrArray *items)
{
  guint n_agreements = 0;

  for (guint i = 0; i < items->len; i++)
    n_agreements += uds_record_is_a (((const UdsTermItem *) g_ptr_array_index (items, i))->record, "agreement");
  return n_agreements;
}

static gpointer
read_items (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Wanted *wanted = data;
  UdsDate today = uds_session_get_today (session);
  g_autoptr (GPtrArray) items = uds_session_list_terms (session, &today, wanted->language, error);
  g_autoptr (GPtrArray) asked = items != NULL ? uds_session_list (session, wanted->query, error) : NULL;
  g_autoptr (GHashTable) ids = NULL;

  if (asked == NULL)
    return NULL;
  if (asked->len == count_agreements (items))
    return g_steal_pointer (&items);

  ids = list_ids (asked);
  for (guint i = items->len; i > 0; i--)
    if (!g_hash_table_contains (ids, uds_record_get_id (((UdsTermItem *) g_ptr_array_index (items, i - 1))->record)))
      g_ptr_array_remove_index (items, i - 1);
  return g_steal_pointer (&items);
}

/* Showing */

static GtkWidget *
make_row (const UdsTermItem *item,
          UdsLanguage        language)
{
  g_autofree char *facts = uds_term_words_end (item, language);
  GtkWidget *row = uds_fact_row_new (item->record, uds_record_get_title (item->record, language), facts);

  uds_term_bar_add_to_row (ADW_ACTION_ROW (row), item);
  return row;
}

static void
show_expiring (UdsTimelineFace *self,
               UdsLanguage      language)
{
  g_autoptr (GPtrArray) expiring = uds_terms_list_expiring (self->items);
  g_autofree char *title = g_strdup_printf ("%s · %u", _("Expires within six months"), expiring->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->expiring, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < expiring->len; i++)
    {
      GtkWidget *row = make_row (g_ptr_array_index (expiring, i), language);

      adw_preferences_group_add (self->expiring, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_title (self->expiring, title);
  adw_preferences_group_set_description (self->expiring,
                                         expiring->len > 0 ? NULL : _("Nothing expires within six months."));
}

static void
show_items (UdsTimelineFace *self)
{
  UdsLanguage language = uds_context_get_language (self->context);
  UdsDate today = uds_clock_get_today (uds_context_get_clock (self->context));
  g_autoptr (UdsChartSpec) spec = uds_timeline_chart_new (self->items, &today, language);

  uds_chart_card_set_spec (self->card, spec);
  show_expiring (self, language);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (UdsTimelineFace) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *items = uds_store_read_finish (UDS_STORE (source), result, &error);

  /* Something else was asked for since. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL)
    {
      uds_window_report (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  show_items (self);
}

static void
stop_reading (UdsTimelineFace *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* A row of the chart knows the id of its record, not its kind. */
static void
on_activated_cb (UdsTimelineFace *self,
                 const char      *id)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      UdsRecord *record = ((const UdsTermItem *) g_ptr_array_index (self->items, i))->record;

      if (g_str_equal (uds_record_get_id (record), id))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", uds_record_get_kind (record)->name, id);
    }
}

/* GObject */

static void
uds_timeline_face_dispose (GObject *object)
{
  UdsTimelineFace *self = UDS_TIMELINE_FACE (object);

  stop_reading (self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_timeline_face_parent_class)->dispose (object);
}

static void
uds_timeline_face_finalize (GObject *object)
{
  g_ptr_array_unref (UDS_TIMELINE_FACE (object)->rows);

  G_OBJECT_CLASS (uds_timeline_face_parent_class)->finalize (object);
}

static void
uds_timeline_face_class_init (UdsTimelineFaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_timeline_face_dispose;
  G_OBJECT_CLASS (klass)->finalize = uds_timeline_face_finalize;
}

static void
set_margins (GtkWidget *widget)
{
  gtk_widget_set_margin_start (widget, 12);
  gtk_widget_set_margin_end (widget, 12);
  gtk_widget_set_margin_top (widget, 12);
  gtk_widget_set_margin_bottom (widget, 24);
}

static void
uds_timeline_face_init (UdsTimelineFace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new ();
  self->card = g_object_new (UDS_TYPE_CHART_CARD, "empty-description", _("Agreements, EU projects and strategic sector "
                                                                         "cooperations will be here."), NULL);
  self->expiring = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_signal_connect_object (self->card, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  set_margins (box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->expiring));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * uds_timeline_face_new:
 *
 * Returns: (transfer floating): a face that shows nothing yet
 */
GtkWidget *
uds_timeline_face_new (void)
{
  return g_object_new (UDS_TYPE_TIMELINE_FACE, NULL);
}

/**
 * uds_timeline_face_ask:
 * @self: a face
 * @context: the context
 * @query: which agreements
 *
 * Reads and shows them. An earlier question that has no answer yet is dropped.
 */
void
uds_timeline_face_ask (UdsTimelineFace *self,
                       UdsContext      *context,
                       UdsQuery        *query)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  g_return_if_fail (UDS_IS_TIMELINE_FACE (self));

  g_set_object (&self->context, context);
  wanted->query = g_object_ref (query);
  wanted->language = uds_context_get_language (context);
  stop_reading (self);
  self->reading = g_cancellable_new ();
  uds_store_read_async (uds_context_get_store (context), read_items, wanted, wanted_free,
                        (GDestroyNotify) g_ptr_array_unref, self->reading, on_read_cb, g_object_ref (self));
}
