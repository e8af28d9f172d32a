/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context: three things in one hand, and nothing else. */
#include "uds-context.h"

struct _UdsContext
{
  GObject parent_instance;

  UdsStore *store;
  UdsClock *clock;
  UdsLanguage language;
};

G_DEFINE_FINAL_TYPE (UdsContext, uds_context, G_TYPE_OBJECT)

static void
uds_context_dispose (GObject *object)
{
  UdsContext *self = UDS_CONTEXT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (uds_context_parent_class)->dispose (object);
}

static void
uds_context_class_init (UdsContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = uds_context_dispose;
}

static void
uds_context_init (UdsContext *self)
{
}

/**
 * uds_context_new:
 * @store: the store
 * @clock: the clock
 * @language: the language of content, numbers and dates
 *
 * Returns: (transfer full): the context
 */
UdsContext *
uds_context_new (UdsStore    *store,
                 UdsClock    *clock,
                 UdsLanguage  language)
{
  UdsContext *self = g_object_new (UDS_TYPE_CONTEXT, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->language = language;
  return self;
}

/**
 * uds_context_get_store:
 * @self: a context
 *
 * Returns: (transfer none): the store
 */
UdsStore *
uds_context_get_store (UdsContext *self)
{
  g_return_val_if_fail (UDS_IS_CONTEXT (self), NULL);

  return self->store;
}

/**
 * uds_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): the clock
 */
UdsClock *
uds_context_get_clock (UdsContext *self)
{
  g_return_val_if_fail (UDS_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * uds_context_get_language:
 * @self: a context
 *
 * Returns: the language
 */
UdsLanguage
uds_context_get_language (UdsContext *self)
{
  g_return_val_if_fail (UDS_IS_CONTEXT (self), UDS_LANGUAGE_EN);

  return self->language;
}
