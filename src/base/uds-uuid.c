/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes UUIDs of version 7 as in RFC 9562: 48 bits of milliseconds, 12 bits that count, 62 bits of chance.
 * What an id belongs to is not known here. */
#include "uds-uuid.h"

#include <stdatomic.h>
#include <string.h>

#define COUNTER_BITS 12
#define COUNTER_START_MASK 0x7ff /* the counter starts in its lower half, so that there is room above */

/* The milliseconds and counter of the latest id. The one thing in base that outlives a call: order within the
 * process cannot be kept otherwise. RFC 9562 §6.2, method 1; the counter may run over into the
 * milliseconds. */
static _Atomic guint64 latest_stamp;

static guint64
take_stamp (guint64 milliseconds)
{
  guint64 wanted = (milliseconds << COUNTER_BITS) | (g_random_int () & COUNTER_START_MASK);
  guint64 latest = atomic_load (&latest_stamp);
  guint64 stamp;

  do
    stamp = MAX (latest + 1, wanted);
  while (!atomic_compare_exchange_weak (&latest_stamp, &latest, stamp));

  return stamp;
}

/**
 * uds_uuid_make:
 * @buffer: (out): where the id goes, 36 characters and the end
 * @microseconds: now, microseconds since 1970 UTC, not negative
 *
 * Makes an id that sorts after every id this process made before, also where the clock stood still or went
 * back; in that case its time is that of the id before it. Any thread.
 */
void
uds_uuid_make (char   buffer[UDS_UUID_LENGTH + 1],
               gint64 microseconds)
{
  guint64 stamp, chance;

  g_return_if_fail (microseconds >= 0);

  stamp = take_stamp ((guint64) microseconds / 1000);
  chance = ((guint64) g_random_int () << 32) | g_random_int ();

  g_snprintf (buffer, UDS_UUID_LENGTH + 1, "%08x-%04x-7%03x-%04x-%012" G_GINT64_MODIFIER "x",
              (guint) (stamp >> 28), (guint) (stamp >> COUNTER_BITS) & 0xffff, (guint) stamp & 0xfff,
              (guint) (chance >> 48 & 0x3fff) | 0x8000, chance & 0xffffffffffff);
}

/**
 * uds_uuid_new:
 * @microseconds: now, microseconds since 1970 UTC, not negative
 *
 * The same as uds_uuid_make(), for a caller without a place of its own.
 *
 * Returns: (transfer full): the id
 */
char *
uds_uuid_new (gint64 microseconds)
{
  char buffer[UDS_UUID_LENGTH + 1];

  uds_uuid_make (buffer, microseconds);
  return g_strndup (buffer, UDS_UUID_LENGTH);
}

/**
 * uds_uuid_is_valid:
 * @text: any text
 *
 * Returns: whether @text is a UUID of any version in its canonical form. Capitals are refused: ids are
 *   compared as text
 */
gboolean
uds_uuid_is_valid (const char *text)
{
  static const char shape[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  if (strlen (text) != UDS_UUID_LENGTH)
    return FALSE;

  for (gsize i = 0; i < UDS_UUID_LENGTH; i++)
    {
      gboolean is_digit = g_ascii_isxdigit (text[i]) && !g_ascii_isupper (text[i]);

      if (shape[i] == '-' ? text[i] != '-' : !is_digit)
        return FALSE;
    }

  return TRUE;
}
