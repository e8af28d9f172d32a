/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view is to the window: a navigation page that is given the context once the store is open, reads in the
 * store's thread, and reads again when something was committed. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_PAGE (uds_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (UdsPage, uds_page, UDS, PAGE, AdwNavigationPage)

/**
 * UdsPageClass:
 * @load: the context is there, or something was committed: read and show
 * @flush: the page goes out of sight: commit what was typed
 * @add: (nullable): the user wants a new record of what the page shows
 * @can_print: (nullable): whether it can be printed now, where that depends on what it shows
 * @print: (nullable): the user wants the page on paper
 */
struct _UdsPageClass
{
  AdwNavigationPageClass parent_class;

  void (*load) (UdsPage *self);
  void (*flush) (UdsPage *self);
  void (*add) (UdsPage *self);
  gboolean (*can_print) (UdsPage *self);
  void (*print) (UdsPage *self);
};

/**
 * UdsPageShowFunc:
 * @self: the page
 * @result: what the read function gave; freed afterwards
 *
 * Shows what was read. Runs in the GTK thread.
 */
typedef void (*UdsPageShowFunc) (UdsPage *self,
                                 gpointer result);

UdsContext *uds_page_get_context (UdsPage        *self);
void        uds_page_set_context (UdsPage        *self,
                                  UdsContext     *context);
UdsLanguage uds_page_get_language (UdsPage       *self);
gboolean    uds_page_can_write   (UdsPage        *self);
void        uds_page_read        (UdsPage        *self,
                                  UdsReadFunc     func,
                                  gpointer        data,
                                  GDestroyNotify  data_free,
                                  GDestroyNotify  result_free,
                                  UdsPageShowFunc show);
void        uds_page_reload      (UdsPage        *self);
void        uds_page_flush       (UdsPage        *self);
gboolean    uds_page_can_add     (UdsPage        *self);
void        uds_page_add         (UdsPage        *self);
gboolean    uds_page_can_print   (UdsPage        *self);
void        uds_page_print       (UdsPage        *self);

G_END_DECLS
