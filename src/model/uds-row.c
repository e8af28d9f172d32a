/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is given out before its record is read, and told when it is. Which rows there are is uds-row-list.c's. */
#include "uds-row-private.h"

#include "uds-list-columns.h"

enum {
  PROP_0,
  PROP_ID,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UdsRow, uds_row, G_TYPE_OBJECT)

static void
uds_row_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  UdsRow *self = UDS_ROW (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->text);
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_row_dispose (GObject *object)
{
  UdsRow *self = UDS_ROW (object);

  if (self->gone != NULL)
    self->gone (self, self->gone_data);
  self->gone = NULL;
  g_clear_object (&self->record);

  G_OBJECT_CLASS (uds_row_parent_class)->dispose (object);
}

static void
uds_row_class_init (UdsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = uds_row_get_property;
  object_class->dispose = uds_row_dispose;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, UDS_TYPE_RECORD,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
uds_row_init (UdsRow *self)
{
  self->recent.data = self;
  self->wanted.data = self;
}

/**
 * uds_row_new:
 * @id: a record's id
 * @key: what tells it from the same record in another group of the list
 * @gone: called when nobody holds the row any more
 * @gone_data: handed to @gone
 *
 * Returns: (transfer full): a row without its record
 */
UdsRow *
uds_row_new (const UdsUuid  *id,
             const UdsUuid  *key,
             UdsRowGoneFunc  gone,
             gpointer        gone_data)
{
  UdsRow *self = g_object_new (UDS_TYPE_ROW, NULL);

  self->id = *id;
  self->key = *key;
  uds_uuid_unpack (id, self->text);
  self->gone = gone;
  self->gone_data = gone_data;
  return self;
}

/**
 * uds_row_get_id:
 * @self: a row
 *
 * Returns: the id of its record
 */
const char *
uds_row_get_id (UdsRow *self)
{
  g_return_val_if_fail (UDS_IS_ROW (self), NULL);

  return self->text;
}

/**
 * uds_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its record without long texts; %NULL until it is read
 */
UdsRecord *
uds_row_get_record (UdsRow *self)
{
  g_return_val_if_fail (UDS_IS_ROW (self), NULL);

  return self->record;
}

/**
 * uds_row_set_record:
 * @self: a row
 * @record: its record as it is now
 */
void
uds_row_set_record (UdsRow    *self,
                    UdsRecord *record)
{
  if (self->record != NULL && uds_record_get_version (self->record) == uds_record_get_version (record)
      && uds_record_has_same_columns (self->record, record))
    return;

  g_set_object (&self->record, record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
