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

/* Where in the text each byte stands. */
static const guint8 places[16] = { 0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34 };

/* The value of a digit plus one; 0 where a letter is none. A table, since a million ids are packed while a user waits,
 * and no processor guesses whether the next digit is a letter. */
static const guint8 digit_values[G_MAXUINT8 + 1] = {
  ['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6, ['6'] = 7, ['7'] = 8,
  ['8'] = 9, ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

/* Negative where it is none. */
static int
digit_value (char digit)
{
  return digit_values[(guchar) digit] - 1;
}

/**
 * uds_uuid_pack:
 * @text: any text
 * @uuid: (out): the id it is
 *
 * Returns: %FALSE where @text is not a UUID in its canonical form
 */
gboolean
uds_uuid_pack (const char *text,
               UdsUuid    *uuid)
{
  int all = 0;

  if (strlen (text) != UDS_UUID_LENGTH || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int high = digit_value (text[places[i]]);
      int low = digit_value (text[places[i] + 1]);

      all |= high | low;
      uuid->bytes[i] = (guint8) ((guint) high << 4 | (guint) low);
    }

  return all >= 0;
}

/**
 * uds_uuid_unpack:
 * @uuid: an id
 * @buffer: (out): where its text goes, 36 characters and the end
 */
void
uds_uuid_unpack (const UdsUuid *uuid,
                 char           buffer[UDS_UUID_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";

  memset (buffer, '-', UDS_UUID_LENGTH);
  buffer[UDS_UUID_LENGTH] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      buffer[places[i]] = digits[uuid->bytes[i] >> 4];
      buffer[places[i] + 1] = digits[uuid->bytes[i] & 0xf];
    }
}

/**
 * uds_uuid_hash:
 * @uuid: (type UdsUuid): an id
 *
 * Returns: a number for hash tables, made of the part of the id that is chance
 */
guint
uds_uuid_hash (gconstpointer uuid)
{
  guint32 hash;

  memcpy (&hash, ((const UdsUuid *) uuid)->bytes + 12, sizeof hash);
  return hash;
}

/**
 * uds_uuid_equal:
 * @a: (type UdsUuid): an id
 * @b: (type UdsUuid): another
 *
 * Returns: whether both are the same
 */
gboolean
uds_uuid_equal (gconstpointer a,
                gconstpointer b)
{
  return memcmp (a, b, sizeof (UdsUuid)) == 0;
}
