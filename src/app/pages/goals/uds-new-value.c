/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds an observation that is not stored yet. Cells follow it as they follow a UdsRow. */
#include "uds-new-value.h"

struct _UdsNewValue
{
  GObject parent_instance;

  UdsRecord *record; /* what was written so far */
  char *next;        /* the period it gets unless another is written; none where nobody can tell */
};

enum {
  PROP_0,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UdsNewValue, uds_new_value, G_TYPE_OBJECT)

static void
uds_new_value_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_object (value, UDS_NEW_VALUE (object)->record);
}

static void
uds_new_value_finalize (GObject *object)
{
  UdsNewValue *self = UDS_NEW_VALUE (object);

  g_clear_object (&self->record);
  g_free (self->next);

  G_OBJECT_CLASS (uds_new_value_parent_class)->finalize (object);
}

static void
uds_new_value_class_init (UdsNewValueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = uds_new_value_get_property;
  object_class->finalize = uds_new_value_finalize;

  /* As of a UdsRow, which cells follow too. */
  properties[PROP_RECORD] =
      g_param_spec_object ("record", NULL, NULL, UDS_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
uds_new_value_init (UdsNewValue *self)
{
  self->record = uds_record_new (uds_kind_lookup ("observation"));
}

/**
 * uds_new_value_new:
 *
 * Returns: (transfer full): the empty row behind the last, where a new value is written
 */
UdsNewValue *
uds_new_value_new (void)
{
  return g_object_new (UDS_TYPE_NEW_VALUE, NULL);
}

/**
 * uds_new_value_get_record:
 * @self: the empty row
 *
 * Returns: (transfer none): an observation with what was written so far
 */
UdsRecord *
uds_new_value_get_record (UdsNewValue *self)
{
  return self->record;
}

/**
 * uds_new_value_set_record:
 * @self: the empty row
 * @record: (nullable): an observation with what was written so far; %NULL for nothing
 */
void
uds_new_value_set_record (UdsNewValue *self,
                          UdsRecord   *record)
{
  g_clear_object (&self->record);
  self->record = record != NULL ? g_object_ref (record) : uds_record_new (uds_kind_lookup ("observation"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * uds_new_value_get_next:
 * @self: the empty row
 *
 * Returns: (nullable): the period that a value gets for which none is written
 */
const char *
uds_new_value_get_next (UdsNewValue *self)
{
  return self->next;
}

/**
 * uds_new_value_set_next:
 * @self: the empty row
 * @next: (nullable): a period in its canonical form
 */
void
uds_new_value_set_next (UdsNewValue *self,
                        const char  *next)
{
  if (g_set_str (&self->next, next))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
