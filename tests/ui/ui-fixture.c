/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets up, draws and works windows. Looking for what is in them is ui-find.c's. */
#include "ui-fixture.h"

#include "../exchange/content-fixture.h"
#include "uds-content.h"

#include <glib/gi18n.h>
#include <locale.h>

#define PATIENCE 20 /* seconds */

/**
 * ui_init:
 * @argc: (inout): of main()
 * @argv: (inout): of main()
 *
 * Starts GTest and the toolkit, with nothing on screen that moves by itself.
 */
void
ui_init (int    *argc,
         char ***argv)
{
  g_test_init (argc, argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("UDSYN_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Frames come as fast as they are drawn. */
  g_setenv ("GDK_DEBUG", "no-portals,no-vsync,default-settings", TRUE);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);
}

/**
 * ui_speak:
 * @locale: the locale that windows made from now on speak
 */
void
ui_speak (const char *locale)
{
  g_setenv ("LC_ALL", locale, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

/* How many times slower the program is than usual: sanitizers cost. */
static guint
get_slowness (void)
{
  const char *slowness = g_getenv ("UDSYN_SLOWNESS");

  return slowness != NULL ? (guint) g_ascii_strtoull (slowness, NULL, 10) : 1;
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * ui_wait_until:
 * @condition: what is waited for
 * @data: for @condition
 *
 * Lets the main loop run until something is so. What never comes fails the test, and does not hang it.
 *
 * Returns: %FALSE where it did not come
 */
gboolean
ui_wait_until (UiCondition condition,
               gpointer    data)
{
  gboolean is_late = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE * get_slowness (), on_time, &is_late);

  while (!condition (data) && !is_late)
    g_main_context_iteration (NULL, TRUE);

  if (!is_late)
    g_source_remove (source);
  return !is_late;
}

typedef struct {
  guint n_widgets;
  guint n_ticks; /* since their number changed */
} Frames;

static void
count (GtkWidget *widget,
       gpointer   data)
{
  (*(guint *) data)++;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Frames *frames = data;
  guint n_widgets = 0;

  ui_for_each (widget, count, &n_widgets);
  frames->n_ticks = n_widgets == frames->n_widgets ? frames->n_ticks + 1 : 1;
  frames->n_widgets = n_widgets;
  return G_SOURCE_CONTINUE;
}

/* A tick comes before its frame is laid out, so the third one tells that two were drawn. What was handed over to the
 * main loop before is done earlier: it goes before drawing. Long lists and forms make a few rows in each frame, and are
 * waited for. */
static gboolean
has_drawn_twice (gpointer data)
{
  return ((Frames *) data)->n_ticks >= 3;
}

static void
wait_for_frames (GtkWidget *window)
{
  Frames frames = { 0 };
  guint tick = gtk_widget_add_tick_callback (window, on_tick, &frames, NULL);

  g_assert_true (ui_wait_until (has_drawn_twice, &frames));
  gtk_widget_remove_tick_callback (window, tick);
}

/**
 * ui_get_application:
 *
 * There can be only one in a program. It runs without a main loop of its own.
 *
 * Returns: (transfer none): it
 */
UdsApplication *
ui_get_application (void)
{
  UdsApplication *application = UDS_APPLICATION (g_application_get_default ());
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;

  application = uds_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static void
present (UiFixture     *fixture,
         gconstpointer  width)
{
  g_autoptr (UdsContext) context =
      uds_context_new (fixture->store.store, fixture->store.clock, uds_language_from_locale ());

  fixture->window = uds_window_new (ui_get_application ());
  uds_window_set_context (fixture->window, context);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width != NULL ? GPOINTER_TO_INT (width) : 1180, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle (fixture);
}

/**
 * ui_fixture_set_up:
 * @fixture: (out): the fixture
 * @width: the width of the window; %NULL for 1180
 */
void
ui_fixture_set_up (UiFixture     *fixture,
                   gconstpointer  width)
{
  content_fixture_set_up (&fixture->store, NULL);
  present (fixture, width);
}

/**
 * ui_fixture_set_up_empty:
 * @fixture: (out): the fixture
 * @width: the width of the window; %NULL for 1180
 *
 * With a store that was made without the starting content.
 */
void
ui_fixture_set_up_empty (UiFixture     *fixture,
                         gconstpointer  width)
{
  store_fixture_set_up (&fixture->store, NULL);
  present (fixture, width);
}

/**
 * ui_fixture_show:
 * @fixture: a fixture with an open store
 * @width: the width of the window; %NULL for 1180
 *
 * Fills the store and shows a window on it.
 */
void
ui_fixture_show (UiFixture     *fixture,
                 gconstpointer  width)
{
  g_autoptr (GError) error = NULL;

  uds_content_fill (fixture->store.store, &error);
  g_assert_no_error (error);
  present (fixture, width);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * ui_fixture_tear_down:
 * @fixture: a fixture
 * @data: unused
 *
 * Closes the window; nobody may hold on to it.
 */
void
ui_fixture_tear_down (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_wait_until (is_gone, &fixture->window));
  store_fixture_tear_down (&fixture->store, NULL);
}

static gpointer
read_nothing (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return data;
}

static gboolean
write_nothing (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  return TRUE;
}

/**
 * ui_settle:
 * @fixture: a fixture
 *
 * Waits until what was asked of the fixture's store, where it has one, is answered and drawn, and what was asked
 * because of it too.
 */
void
ui_settle (UiFixture *fixture)
{
  for (int i = 0; i < 3; i++)
    {
      if (fixture->store.store != NULL)
        {
          uds_store_write (fixture->store.store, "", write_nothing, NULL, NULL);
          uds_store_read (fixture->store.store, read_nothing, fixture, NULL);
        }
      wait_for_frames (GTK_WIDGET (fixture->window));
    }
}

typedef struct {
  UiFixture *fixture;
  const char *text;
} AwaitedText;

static gboolean
has_text (gpointer data)
{
  AwaitedText *awaited = data;

  return ui_find_text (GTK_WIDGET (awaited->fixture->window), awaited->text) != NULL;
}

/**
 * ui_wait_for_text:
 * @fixture: a fixture
 * @text: part of a label
 *
 * Waits until something says so: for what comes only after a pause in typing.
 */
void
ui_wait_for_text (UiFixture  *fixture,
                  const char *text)
{
  if (!ui_wait_until (has_text, &(AwaitedText) { fixture, text }))
    g_error ("“%s” never appeared", text);
  ui_settle (fixture);
}

/* A window or a popover, which has a surface of its own. */
static GdkTexture *
render (GtkWidget *native)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (native);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (native));
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (native), gtk_widget_get_height (native));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (renderer, node, NULL);
}

/**
 * ui_render:
 * @fixture: a fixture
 *
 * Returns: (transfer full): a picture of the window
 */
GdkTexture *
ui_render (UiFixture *fixture)
{
  return render (GTK_WIDGET (fixture->window));
}

static void
save (GtkWidget  *native,
      const char *name)
{
  const char *folder = g_getenv ("UDSYN_PICTURES");
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  texture = render (native);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/**
 * ui_draw:
 * @fixture: a fixture
 * @name: the name of a picture
 *
 * Where the environment names a folder in UDSYN_PICTURES a picture of the window is left there as PNG.
 */
void
ui_draw (UiFixture  *fixture,
         const char *name)
{
  save (GTK_WIDGET (fixture->window), name);
}

/**
 * ui_draw_popover:
 * @popover: a popover that is open
 * @name: the name of a picture
 *
 * The same of a popover, which is not in the picture of its window.
 */
void
ui_draw_popover (GtkPopover *popover,
                 const char *name)
{
  save (GTK_WIDGET (popover), name);
}

typedef struct {
  const char *text;
  GtkWidget *found;
} Search;

static void
look_for_button (GtkWidget *widget,
                 gpointer   data)
{
  Search *search = data;
  GtkWidget *label = GTK_IS_BUTTON (widget) ? ui_find_type (widget, GTK_TYPE_LABEL) : NULL;

  if (label != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), search->text))
    search->found = widget;
}

/**
 * ui_find_button:
 * @fixture: a fixture
 * @text: the whole of its label
 *
 * Returns: (transfer none): the last button with that text that can be seen; there must be one
 */
GtkWidget *
ui_find_button (UiFixture  *fixture,
                const char *text)
{
  Search search = { .text = text };

  ui_for_each (GTK_WIDGET (fixture->window), look_for_button, &search);
  g_assert_nonnull (search.found);
  return search.found;
}

/**
 * ui_press_button:
 * @fixture: a fixture
 * @text: the whole of its label
 */
void
ui_press_button (UiFixture  *fixture,
                 const char *text)
{
  g_signal_emit_by_name (ui_find_button (fixture, text), "clicked");
  ui_settle (fixture);
}

/**
 * ui_walk_to_type:
 * @fixture: a fixture
 * @type: the type of a widget
 *
 * Goes on with Tab until the focus is in a widget of that type.
 *
 * Returns: %FALSE where it never is
 */
gboolean
ui_walk_to_type (UiFixture *fixture,
                 GType      type)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  for (int i = 0; i < 200; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

      if (focus != NULL
          && (G_TYPE_CHECK_INSTANCE_TYPE (focus, type) || gtk_widget_get_ancestor (focus, type) != NULL))
        return TRUE;
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}

/**
 * ui_find_entry:
 * @fixture: a fixture
 * @title: what it is called
 *
 * Returns: (transfer none): the row of a form in which one types
 */
GtkWidget *
ui_find_entry (UiFixture  *fixture,
               const char *title)
{
  GtkWidget *label = ui_find_text (GTK_WIDGET (fixture->window), title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW);
}

/* Not on a page that one has left. */
static GtkWidget *
find_by_tooltip (GtkWidget  *widget,
                 const char *text)
{
  GtkWidget *found = NULL;

  if (ADW_IS_NAVIGATION_PAGE (widget) && !gtk_widget_get_mapped (widget))
    return NULL;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_tooltip (child, text);
  return found;
}

/**
 * ui_click:
 * @fixture: a fixture
 * @tooltip: the tooltip of a button
 *
 * Clicks on it.
 */
void
ui_click (UiFixture  *fixture,
          const char *tooltip)
{
  GtkWidget *button = find_by_tooltip (GTK_WIDGET (fixture->window), tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle (fixture);
}

/**
 * ui_press_with:
 * @widget: the widget with the focus
 * @key: a key
 * @state: what is held with it
 *
 * Lets the widget's own controllers have the key.
 *
 * Returns: whether one of them took it; else it is those around it who get it
 */
gboolean
ui_press_with (GtkWidget       *widget,
               guint            key,
               GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

/**
 * ui_press_key:
 * @widget: the widget with the focus
 * @key: a key
 *
 * Lets the widget's own controllers have the key.
 */
void
ui_press_key (GtkWidget *widget,
              guint      key)
{
  ui_press_with (widget, key, 0);
}

typedef struct {
  const char *kind;
  const char *field;
  const char *value;
} Wanted;

static gpointer
read_id (UdsSession  *session,
         gpointer     data,
         GError     **error)
{
  const Wanted *wanted = data;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (wanted->kind));
  g_autoptr (UdsRecord) record = NULL;

  if (wanted->field != NULL)
    uds_query_where_is (query, wanted->field, wanted->value);
  record = uds_session_find (session, query, error);
  return record != NULL ? g_strdup (uds_record_get_id (record)) : NULL;
}

/**
 * ui_find_id:
 * @fixture: a fixture
 * @kind: the name of a kind
 * @field: (nullable): the field to find the record by; %NULL for the first there is
 * @value: (nullable): its value
 *
 * Returns: (transfer full) (nullable): the id of the record; %NULL where there is none
 */
char *
ui_find_id (UiFixture  *fixture,
            const char *kind,
            const char *field,
            const char *value)
{
  return uds_store_read (fixture->store.store, read_id, &(Wanted) { kind, field, value }, NULL);
}

/**
 * ui_import:
 * @fixture: a fixture
 * @name: the name of a file
 * @text: what is in it
 * @shown: part of a label of its preview
 *
 * Gives the window a file, and waits until it is shown what is in it.
 */
void
ui_import (UiFixture  *fixture,
           const char *name,
           const char *text,
           const char *shown)
{
  g_autofree char *path = g_build_filename (fixture->store.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_list_store_append (files, file);
  uds_window_import (fixture->window, G_LIST_MODEL (files));
  ui_wait_for_text (fixture, shown);
}
