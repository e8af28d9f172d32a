/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the chapters of the report on the goals. How they are written stands in uds-goals-report.c. */
#include "uds-goals-chapter-private.h"

static void
chapter_free (gpointer data)
{
  UdsGoalsChapter *chapter = data;

  g_clear_object (&chapter->goal);
  g_clear_pointer (&chapter->digests, g_ptr_array_unref);
  g_clear_object (&chapter->digest);
  g_free (chapter);
}

/* Of the indicators that belong to no goal. */
static GPtrArray *
read_digests (UdsSession  *session,
              GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  uds_query_set_long_text (query, TRUE);
  if (!uds_query_where (query, "goal", UDS_IS_NONE, NULL, error))
    return NULL;
  return uds_session_digest_indicators (session, query, error);
}

static gboolean
fill_chapter (UdsGoalsChapter  *chapter,
              UdsSession       *session,
              UdsRecord        *goal,
              GError          **error)
{
  if (goal == NULL)
    {
      chapter->digests = read_digests (session, error);
      return chapter->digests != NULL;
    }

  chapter->digest = uds_session_digest_goal (session, uds_record_get_id (goal), error);
  if (chapter->digest == NULL)
    return FALSE;
  chapter->goal = g_object_ref (goal);
  chapter->digests = g_ptr_array_ref (uds_goal_digest_get_indicators (chapter->digest));
  return TRUE;
}

static void
count (UdsGoalsChapter *chapter)
{
  for (guint i = 0; i < chapter->digests->len; i++)
    {
      const UdsProgress *progress = uds_indicator_digest_get_progress (g_ptr_array_index (chapter->digests, i));

      uds_progress_tally_add (&chapter->tally, progress->status);
      uds_roll_up_add (&chapter->roll_up, progress);
    }
}

static gboolean
add_chapter (GPtrArray   *chapters,
             UdsSession  *session,
             UdsRecord   *goal,
             GError     **error)
{
  UdsGoalsChapter *chapter = g_new0 (UdsGoalsChapter, 1);

  g_ptr_array_add (chapters, chapter);
  if (!fill_chapter (chapter, session, goal, error))
    return FALSE;
  count (chapter);
  return TRUE;
}

/**
 * uds_goals_chapters_read_all:
 * @session: a session
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsGoalsChapter): a chapter for each goal, and one for the
 *   indicators of no goal where there are any
 */
GPtrArray *
uds_goals_chapters_read_all (UdsSession  *session,
                             GError     **error)
{
  g_autoptr (GPtrArray) chapters = g_ptr_array_new_with_free_func (chapter_free);
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));
  g_autoptr (GPtrArray) goals = uds_session_list (session, query, error);

  if (goals == NULL)
    return NULL;
  for (guint i = 0; i < goals->len; i++)
    if (!add_chapter (chapters, session, g_ptr_array_index (goals, i), error))
      return NULL;

  if (!add_chapter (chapters, session, NULL, error))
    return NULL;
  if (((UdsGoalsChapter *) g_ptr_array_index (chapters, chapters->len - 1))->digests->len == 0)
    g_ptr_array_set_size (chapters, (int) chapters->len - 1);
  return g_steal_pointer (&chapters);
}

/**
 * uds_goals_chapters_read_one:
 * @session: a session
 * @goal: a goal
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsGoalsChapter): the chapter of that goal
 */
GPtrArray *
uds_goals_chapters_read_one (UdsSession  *session,
                             UdsRecord   *goal,
                             GError     **error)
{
  g_autoptr (GPtrArray) chapters = g_ptr_array_new_with_free_func (chapter_free);

  return add_chapter (chapters, session, goal, error) ? g_steal_pointer (&chapters) : NULL;
}

/**
 * uds_goals_chapters_new_for_indicator:
 * @digest: an indicator
 *
 * Returns: (transfer full) (element-type UdsGoalsChapter): a chapter of that indicator alone, which counts nothing
 */
GPtrArray *
uds_goals_chapters_new_for_indicator (UdsIndicatorDigest *digest)
{
  GPtrArray *chapters = g_ptr_array_new_with_free_func (chapter_free);
  UdsGoalsChapter *chapter = g_new0 (UdsGoalsChapter, 1);

  chapter->digests = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (chapter->digests, g_object_ref (digest));
  g_ptr_array_add (chapters, chapter);
  return chapters;
}
