/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values and parameters of vCard properties: escaping, lists, quotation. Where they stand in a file is the reader's. */
#include "uds-vcard.h"

#include <string.h>

/**
 * uds_vcard_escape:
 * @text: text
 *
 * Returns: (transfer full): the text as a value or as one component of it
 */
char *
uds_vcard_escape (const char *text)
{
  GString *value = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\r' && p[1] == '\n')
        continue;
      if (*p == '\n' || *p == '\r')
        g_string_append (value, "\\n");
      else if (strchr ("\\,;", *p) != NULL)
        g_string_append_printf (value, "\\%c", *p);
      else
        g_string_append_c (value, *p);
    }
  return g_string_free (value, FALSE);
}

/**
 * uds_vcard_unescape:
 * @value: a value or a component of it
 * @length: its length; -1 where it ends with a zero byte
 *
 * Returns: (transfer full): its text, without blanks around it
 */
char *
uds_vcard_unescape (const char *value,
                    gssize      length)
{
  GString *text = g_string_new (NULL);
  const char *end = value + (length < 0 ? (gssize) strlen (value) : length);

  for (const char *p = value; p < end; p++)
    {
      if (*p != '\\' || p + 1 == end)
        g_string_append_c (text, *p);
      else if (*++p == 'n' || *p == 'N')
        g_string_append_c (text, '\n');
      else if (strchr ("\\,;:\"", *p) != NULL)
        g_string_append_c (text, *p);
      else
        g_string_append_printf (text, "\\%c", *p);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/**
 * uds_vcard_split:
 * @value: a value
 * @separator: what stands between its parts: `;` or `,`
 *
 * Returns: (transfer full) (element-type utf8): the text of its parts
 */
GPtrArray *
uds_vcard_split (const char *value,
                 char        separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = value;

  for (const char *p = value;; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          p++;
          continue;
        }
      if (*p != '\0' && *p != separator)
        continue;
      g_ptr_array_add (parts, uds_vcard_unescape (start, p - start));
      if (*p == '\0')
        return parts;
      start = p + 1;
    }
}

/**
 * uds_vcard_get_part:
 * @parts: (nullable) (element-type utf8): the parts of a value
 * @place: the place of one
 *
 * Returns: it; nothing where there are fewer
 */
const char *
uds_vcard_get_part (GPtrArray *parts,
                    guint      place)
{
  return parts != NULL && place < parts->len ? g_ptr_array_index (parts, place) : "";
}

/**
 * uds_vcard_show_address:
 * @value: the value of an address, with its components
 *
 * Returns: (transfer full): it as people read it, on one line
 */
char *
uds_vcard_show_address (const char *value)
{
  g_autoptr (GPtrArray) parts = uds_vcard_split (value, ';');
  const char *code = uds_vcard_get_part (parts, 5);
  const char *town = uds_vcard_get_part (parts, 3);
  g_autofree char *both = g_strstrip (g_strdup_printf ("%s %s", code, town));
  const char *const shown[] = {
    uds_vcard_get_part (parts, 0), uds_vcard_get_part (parts, 1), uds_vcard_get_part (parts, 2), both,
    uds_vcard_get_part (parts, 4), uds_vcard_get_part (parts, 6),
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (*shown[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", shown[i]);
  g_strdelimit (text->str, "\n\t", ' ');
  return g_string_free (text, FALSE);
}

/**
 * uds_vcard_join_units:
 * @parts: (element-type utf8): the components of an organisation
 * @first: the first of them that is a department
 *
 * Returns: (transfer full) (nullable): the departments as one text that can be taken apart again
 */
char *
uds_vcard_join_units (GPtrArray *parts,
                      guint      first)
{
  g_autoptr (GString) units = g_string_new (NULL);

  for (guint i = first; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (i > first)
        g_string_append (units, "; ");
      for (const char *p = part; *p != '\0'; p++)
        {
          if (*p == ';' || *p == '\\')
            g_string_append_c (units, '\\');
          g_string_append_c (units, *p == '\n' ? ' ' : *p);
        }
    }
  return units->len > 0 ? g_string_free (g_steal_pointer (&units), FALSE) : NULL;
}

/* Parameters */

/* The end of the parameter that begins at @start: the next semicolon outside quotation marks, or the end. */
static const char *
find_end (const char *start)
{
  gboolean quoted = FALSE;

  for (const char *p = start;; p++)
    {
      if (*p == '\0' || (*p == ';' && !quoted))
        return p;
      quoted ^= *p == '"';
    }
}

static gboolean
is_named (const char *start,
          const char *end,
          const char *name)
{
  gsize length = strlen (name);

  return (gsize) (end - start) > length && start[length] == '=' && g_ascii_strncasecmp (start, name, length) == 0;
}

/**
 * uds_vcard_get_parameter:
 * @parameters: the parameters of a property
 * @name: the name of one
 *
 * Returns: (transfer full) (nullable): its value; where it is given more than once, all with commas between them
 */
char *
uds_vcard_get_parameter (const char *parameters,
                         const char *name)
{
  g_autoptr (GString) value = NULL;

  for (const char *p = parameters, *end; *p == ';'; p = end)
    {
      g_auto (GStrv) pieces = NULL;
      g_autofree char *one = NULL;
      g_autofree char *bare = NULL;

      end = find_end (p + 1);
      if (!is_named (p + 1, end, name))
        continue;
      one = g_strndup (p + 2 + strlen (name), (gsize) (end - p - 2) - strlen (name));
      pieces = g_strsplit (one, "\"", -1);
      bare = g_strjoinv ("", pieces);
      if (value == NULL)
        value = g_string_new (bare);
      else
        g_string_append_printf (value, ",%s", bare);
    }
  return value != NULL ? g_string_free (g_steal_pointer (&value), FALSE) : NULL;
}

/**
 * uds_vcard_without_parameter:
 * @parameters: the parameters of a property
 * @name: the name of one
 *
 * Returns: (transfer full): the others
 */
char *
uds_vcard_without_parameter (const char *parameters,
                             const char *name)
{
  GString *others = g_string_new (NULL);

  for (const char *p = parameters, *end; *p == ';'; p = end)
    {
      end = find_end (p + 1);
      if (!is_named (p + 1, end, name))
        g_string_append_len (others, p, end - p);
    }
  return g_string_free (others, FALSE);
}

/* Properties */

static const char *
find_colon (const char *line)
{
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == ':' && !quoted)
        return p;
      quoted ^= *p == '"';
    }
  /* A quotation mark that is never closed is only a sign. */
  return quoted ? strchr (line, ':') : NULL;
}

/* Letters, digits and hyphens, with points after the groups before the name. */
static gboolean
is_name (const char *start,
         const char *end)
{
  if (start == end || end[-1] == '.')
    return FALSE;
  for (const char *p = start; p < end; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-._", *p) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * uds_vcard_property_parse:
 * @line: an unfolded line in UTF-8
 *
 * Returns: (transfer full) (nullable): the property it is, its value as it stands; %NULL where it is none
 */
UdsVcardProperty *
uds_vcard_property_parse (const char *line)
{
  const char *colon = find_colon (line);
  const char *end = line + strcspn (line, ";:");
  const char *name = line;
  UdsVcardProperty *self;

  if (colon == NULL || !is_name (line, end))
    return NULL;

  for (const char *p = line; p < end; p++)
    if (*p == '.')
      name = p + 1;
  self = g_new0 (UdsVcardProperty, 1);
  if (name > line)
    self->group = g_strndup (line, (gsize) (name - line) - 1);
  self->name = g_ascii_strup (name, end - name);
  self->parameters = g_strndup (end, (gsize) (MAX (colon, end) - end));
  self->value = g_strdup (colon + 1);
  return self;
}

/**
 * uds_vcard_property_free:
 * @self: (transfer full): a property
 */
void
uds_vcard_property_free (UdsVcardProperty *self)
{
  g_free (self->group);
  g_free (self->name);
  g_free (self->parameters);
  g_free (self->value);
  g_free (self);
}

/**
 * uds_vcard_property_to_line:
 * @self: a property
 * @value: a value for it, escaped
 *
 * Returns: (transfer full): the property with that value as an unfolded line
 */
char *
uds_vcard_property_to_line (const UdsVcardProperty *self,
                            const char             *value)
{
  return g_strconcat (self->group != NULL ? self->group : "", self->group != NULL ? "." : "", self->name,
                      self->parameters, ":", value, NULL);
}
