/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Help, offline and in the language of the window: a question a row, with its answer below it. Questions are those that a
 * person has who wants to get on with the work; what a field is for stands beside the field. */

#include "shell/dialogs/maak-help.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *question, *answer;
} Topic;

typedef struct
{
  const char *title;
  Topic       topics[8];
} Group;

static const Group groups[] = {
  { N_ ("Begin"), {
                      { N_ ("How do I begin a plan?"), N_ ("Choose New plan and click your province. The plan gets a title that you may change, and the key figures of your province as sources to cite from. To see first what a whole plan looks like, view the example on the Start page.") },
                      { N_ ("In which order do I work?"), N_ ("From top to bottom through the list at the left: look at the map, write the strategy, describe the clusters, draft the proposals, agree with the parties, check, and export the document. You may skip back and forth as you like.") },
                      { N_ ("Do I have to fill in everything?"), N_ ("No. Only what you began is checked. A field marked “required” must be filled in before you hand in.") },
                      { NULL },
                  } },
  { N_ ("Write"), {
                      { N_ ("How do I write in two languages?"), N_ ("Choose NL or EN at the top, or press Ctrl+L. On a wide screen Ctrl+Shift+L shows both beside each other. When you change one language, the other is marked as out of date until you change it too or say that it is still right.") },
                      { N_ ("How does a figure come into my text?"), N_ ("On the map, choose a figure and a region, and choose Add to plan: then it is a source in your plan. In a text, choose Insert figure. The number keeps its source, year and status, also in print.") },
                      { N_ ("Can I paste from Word or Excel?"), N_ ("Yes. Paragraphs, lists, bold and links stay. Cells from a spreadsheet can be pasted into a budget; amounts in years outside the term are refused, and you are told which.") },
                      { N_ ("I removed something by mistake"), N_ ("Press Ctrl+Z or the arrow at the top. Everything you do in a plan can be undone, as far back as when you opened it.") },
                      { N_ ("How does an idea become a proposal?"), N_ ("Begin with a fiche: one page. When it is clear which fund it is for, choose Work out into a proposal above it. What you wrote goes along; what has no place in the new form is shown first.") },
                      { NULL },
                  } },
  { N_ ("Save and share"), {
                               { N_ ("Is my work saved?"), N_ ("Yes: a second after your last key it is on the disk, also when the plan has no name yet. The top of the window says “All saved”, or what stands in the way. After a power cut the plan opens as you left it.") },
                               { N_ ("How do I give a plan to a colleague?"), N_ ("Save it under a name and send that file, or put it on a shared drive. If somebody else changes the file while you have it open, you are told, and nothing is overwritten.") },
                               { N_ ("What is confidential?"), N_ ("A field or record may be internal or confidential; it says so. A publication copy leaves it out. A working copy holds everything and says so on every page.") },
                               { NULL },
                           } },
  { N_ ("Finish"), {
                       { N_ ("What does Checks tell me?"), N_ ("What stands in the way of handing in, what is a problem, and what could be better. Choose a line to go to where it is.") },
                       { N_ ("How do I make a PDF?"), N_ ("On the page Document choose language and copy, and then Export PDF. The pages you see there are the pages that are printed.") },
                       { N_ ("Where do the figures come from?"), N_ ("Mostly from Statistics Netherlands (CBS). Each figure tells its table, year and status; the page Figures shows them all. Whatever could not be verified says so.") },
                       { NULL },
                   } },
};

static GtkWidget *
make_topic (const Topic *topic)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *answer = gtk_label_new (_ (topic->answer));
  GtkWidget *holder = gtk_list_box_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (topic->question));
  gtk_label_set_wrap (GTK_LABEL (answer), TRUE);
  gtk_label_set_xalign (GTK_LABEL (answer), 0);
  gtk_widget_add_css_class (answer, "maak-answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (topic->answer), -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), answer);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), holder);
  return row;
}

static GtkWidget *
make_group (const Group *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), _ (group->title));
  for (const Topic *topic = group->topics; topic->question != NULL; topic++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), make_topic (topic));
  return widget;
}

/** maak_help_new: Returns: (transfer floating): a dialog with questions and answers */
AdwDialog *
maak_help_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_group (&groups[i])));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Help"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
