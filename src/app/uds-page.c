/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of all pages: keeps the context, reads off the GTK thread, drops answers that come too late, and reads
 * again after each commit. What is shown is the subclass's business. */
#include "uds-page.h"

#include "uds-error.h"
#include "uds-window.h"

typedef struct {
  UdsContext *context;
  GCancellable *reading;
  gulong changed_handler;
} UdsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UdsPage, uds_page, ADW_TYPE_NAVIGATION_PAGE)

static void
stop_reading (UdsPagePrivate *priv)
{
  g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
}

static void
forget_context (UdsPage *self)
{
  UdsPagePrivate *priv = uds_page_get_instance_private (self);

  stop_reading (priv);
  if (priv->context != NULL)
    g_clear_signal_handler (&priv->changed_handler, uds_context_get_store (priv->context));
  g_clear_object (&priv->context);
}

static void
on_changed_cb (UdsPage *self)
{
  uds_page_reload (self);
}

static void
uds_page_hiding (AdwNavigationPage *page)
{
  uds_page_flush (UDS_PAGE (page));
}

static void
uds_page_dispose (GObject *object)
{
  forget_context (UDS_PAGE (object));

  G_OBJECT_CLASS (uds_page_parent_class)->dispose (object);
}

static void
uds_page_class_init (UdsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = uds_page_hiding;
}

static void
uds_page_init (UdsPage *self)
{
}

/**
 * uds_page_get_context:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the context; %NULL until the store is open
 */
UdsContext *
uds_page_get_context (UdsPage *self)
{
  UdsPagePrivate *priv = uds_page_get_instance_private (self);

  g_return_val_if_fail (UDS_IS_PAGE (self), NULL);

  return priv->context;
}

/**
 * uds_page_set_context:
 * @self: a page
 * @context: the context
 *
 * Gives the page what it shows, now and after each commit.
 */
void
uds_page_set_context (UdsPage    *self,
                      UdsContext *context)
{
  UdsPagePrivate *priv = uds_page_get_instance_private (self);

  g_return_if_fail (UDS_IS_PAGE (self));
  g_return_if_fail (UDS_IS_CONTEXT (context));

  if (priv->context == context)
    return;

  forget_context (self);
  priv->context = g_object_ref (context);
  priv->changed_handler = g_signal_connect_object (uds_context_get_store (context), "changed",
                                                   G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  uds_page_reload (self);
}

/**
 * uds_page_get_language:
 * @self: a page with a context
 *
 * Returns: the language of contents, numbers and dates
 */
UdsLanguage
uds_page_get_language (UdsPage *self)
{
  UdsPagePrivate *priv = uds_page_get_instance_private (self);

  g_return_val_if_fail (UDS_IS_PAGE (self), UDS_LANGUAGE_EN);

  return uds_context_get_language (priv->context);
}

/**
 * uds_page_can_write:
 * @self: a page with a context
 *
 * Returns: whether the database takes changes
 */
gboolean
uds_page_can_write (UdsPage *self)
{
  UdsPagePrivate *priv = uds_page_get_instance_private (self);
  UdsStoreMode mode;

  g_return_val_if_fail (UDS_IS_PAGE (self), FALSE);

  mode = uds_store_get_mode (uds_context_get_store (priv->context));
  return mode == UDS_STORE_NORMAL || mode == UDS_STORE_NETWORK;
}

typedef struct {
  UdsPage *page;
  UdsPageShowFunc show;
  GDestroyNotify result_free;
} Reading;

/* A page whose record is gone has nothing more to show. */
static void
fail (UdsPage      *page,
      const GError *error)
{
  if (!g_error_matches (error, UDS_ERROR, UDS_ERROR_NOT_FOUND))
    uds_window_report (GTK_WIDGET (page), error);
  else if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree Reading *reading = data;
  g_autoptr (UdsPage) page = reading->page;
  g_autoptr (GError) error = NULL;
  gpointer answer = uds_store_read_finish (UDS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      fail (page, error);
      return;
    }

  reading->show (page, answer);
  reading->result_free (answer);
}

/**
 * uds_page_read:
 * @self: a page with a context
 * @func: reads, in the store's thread
 * @data: handed to @func
 * @data_free: (nullable): frees @data
 * @result_free: frees what @func gives
 * @show: shows what @func gave
 *
 * Reads and shows. An earlier reading of this page that has not answered yet is dropped. Errors become a toast.
 */
void
uds_page_read (UdsPage        *self,
               UdsReadFunc     func,
               gpointer        data,
               GDestroyNotify  data_free,
               GDestroyNotify  result_free,
               UdsPageShowFunc show)
{
  UdsPagePrivate *priv = uds_page_get_instance_private (self);
  Reading *reading;

  g_return_if_fail (UDS_IS_PAGE (self));
  g_return_if_fail (priv->context != NULL);

  stop_reading (priv);
  priv->reading = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->page = g_object_ref (self);
  reading->show = show;
  reading->result_free = result_free;
  uds_store_read_async (uds_context_get_store (priv->context), func, data, data_free, result_free, priv->reading,
                        on_read_cb, reading);
}

/**
 * uds_page_reload:
 * @self: a page with a context
 *
 * Reads again what the page shows.
 */
void
uds_page_reload (UdsPage *self)
{
  g_return_if_fail (UDS_IS_PAGE (self));

  UDS_PAGE_GET_CLASS (self)->load (self);
}

/**
 * uds_page_flush:
 * @self: a page
 *
 * Commits what was typed and is still on its way.
 */
void
uds_page_flush (UdsPage *self)
{
  g_return_if_fail (UDS_IS_PAGE (self));

  if (UDS_PAGE_GET_CLASS (self)->flush != NULL)
    UDS_PAGE_GET_CLASS (self)->flush (self);
}

/**
 * uds_page_can_add:
 * @self: a page
 *
 * Returns: whether the page makes new records
 */
gboolean
uds_page_can_add (UdsPage *self)
{
  g_return_val_if_fail (UDS_IS_PAGE (self), FALSE);

  return UDS_PAGE_GET_CLASS (self)->add != NULL;
}

/**
 * uds_page_add:
 * @self: a page that makes new records
 */
void
uds_page_add (UdsPage *self)
{
  g_return_if_fail (UDS_IS_PAGE (self));

  UDS_PAGE_GET_CLASS (self)->add (self);
}

/**
 * uds_page_can_print:
 * @self: a page
 *
 * Returns: whether the page can be printed
 */
gboolean
uds_page_can_print (UdsPage *self)
{
  g_return_val_if_fail (UDS_IS_PAGE (self), FALSE);

  if (UDS_PAGE_GET_CLASS (self)->can_print != NULL)
    return UDS_PAGE_GET_CLASS (self)->can_print (self);
  return UDS_PAGE_GET_CLASS (self)->print != NULL;
}

/**
 * uds_page_print:
 * @self: a page that can be printed
 */
void
uds_page_print (UdsPage *self)
{
  g_return_if_fail (UDS_IS_PAGE (self));

  UDS_PAGE_GET_CLASS (self)->print (self);
}
