/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a database with the starting content, and how a test looks at it and works it. */
#pragma once

#include "uds-window.h"

#include "../store/store-fixture.h"

G_BEGIN_DECLS

/**
 * UiFixture:
 * @store: a store of its own, with the starting content
 * @window: presented, with the store
 */
typedef struct {
  StoreFixture  store;
  UdsWindow    *window;
} UiFixture;

/* Called for each widget that can be seen. */
typedef void (*UiWidgetFunc) (GtkWidget *widget,
                              gpointer   data);

/* Something to wait for. */
typedef gboolean (*UiCondition) (gpointer data);

void       ui_init              (int            *argc,
                                 char         ***argv);
void       ui_speak             (const char     *locale);
void       ui_fixture_set_up    (UiFixture      *fixture,
                                 gconstpointer   width);
void       ui_fixture_set_up_empty (UiFixture   *fixture,
                                 gconstpointer   width);
void       ui_fixture_show      (UiFixture      *fixture,
                                 gconstpointer   width);
void       ui_fixture_tear_down (UiFixture      *fixture,
                                 gconstpointer   data);
UdsApplication *ui_get_application (void);
void       ui_settle            (UiFixture      *fixture);
gboolean   ui_wait_until        (UiCondition     condition,
                                 gpointer        data);
void       ui_wait_for_text     (UiFixture      *fixture,
                                 const char     *text);
GdkTexture *ui_render           (UiFixture      *fixture);
void       ui_draw              (UiFixture      *fixture,
                                 const char     *name);
void       ui_open_record       (UiFixture      *fixture,
                                 UdsRecord      *record);
void       ui_draw_both         (UiFixture      *fixture,
                                 const char     *name);
void       ui_draw_popover      (GtkPopover     *popover,
                                 const char     *name);

void       ui_for_each          (GtkWidget      *widget,
                                 UiWidgetFunc    func,
                                 gpointer        data);
GtkWidget *ui_get_window        (UiFixture      *fixture);
gboolean   ui_says              (UiFixture      *fixture,
                                 const char     *text);
GtkWidget *ui_find_type         (GtkWidget      *widget,
                                 GType           type);
GtkWidget *ui_find_text         (GtkWidget      *widget,
                                 const char     *text);
GtkWidget *ui_find_tooltip      (GtkWidget      *widget,
                                 const char     *text);
GtkWidget *ui_find_button       (UiFixture      *fixture,
                                 const char     *text);
void       ui_press_button      (UiFixture      *fixture,
                                 const char     *text);
gboolean   ui_walk_to_type      (UiFixture      *fixture,
                                 GType           type);
GtkWidget *ui_find_entry        (UiFixture      *fixture,
                                 const char     *title);
gboolean   ui_offers            (UiFixture      *fixture,
                                 const char     *label);
void       ui_add               (UiFixture      *fixture,
                                 const char     *label);
void       ui_click             (UiFixture      *fixture,
                                 const char     *tooltip);
gboolean   ui_press_with        (GtkWidget      *widget,
                                 guint           key,
                                 GdkModifierType state);
void       ui_press_key         (GtkWidget      *widget,
                                 guint           key);
char      *ui_find_id           (UiFixture      *fixture,
                                 const char     *kind,
                                 const char     *field,
                                 const char     *value);
void       ui_import            (UiFixture      *fixture,
                                 const char     *name,
                                 const char     *text,
                                 const char     *shown);

G_END_DECLS
