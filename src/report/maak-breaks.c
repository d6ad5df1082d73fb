/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Fills pages from the top with slices, and breaks before the last slice that may open a page.
 *
 * What belongs together (two lines at a page's head and foot, a heading and what follows, a table's head and its first
 * row) was said by whoever made the slices, in `keep`; here are only lengths, in points. Linear: a slice is looked at
 * again only when the run of kept slices that it is in moves to the next page, and such a run that fills a page is
 * broken anyway. A part whose last page would be nearly empty is set again on slightly higher pages.
 */
#include "report/maak-breaks.h"

#define HAIR 0.01         /* points; sums of lengths are not exact */
#define NEARLY_EMPTY 0.15 /* of a page */

static double
get_top (const MaakSlice *slice, gboolean first)
{
  return first ? slice->repeat : slice->before;
}

/* The first slice from @from on that does not stand on the page that @from opens. A picture is made lower when all that
 * is kept with it then ends on the page: *lower is the picture (n: none), *shrunk what it gives. */
static guint
fill (const MaakSlice *slices, guint n, guint from, double page_height, guint *lower, double *shrunk)
{
  double y = 0;
  guint  full = n, picture = n;

  *lower = n;
  *shrunk = 0;
  for (guint i = from; i < n && !(i > from && slices[i].opens); i++)
    {
      y += get_top (&slices[i], i == from) + slices[i].height;
      if (slices[i].shrink > 0)
        picture = i;
      if (y > page_height + HAIR)
        {
          full = MIN (full, i);
          if (picture == n || y - slices[picture].shrink > page_height + HAIR)
            return full;
          if (!slices[i].keep)
            {
              *lower = picture;
              *shrunk = y - page_height;
              return i + 1;
            }
        }
      else if (!slices[i].keep)
        picture = n;
      if (i + 1 == n || slices[i + 1].opens)
        return MIN (full, i + 1);
    }
  return full;
}

/* The last place before @end where the page that begins at @from may end. */
static guint
retreat (const MaakSlice *slices, guint n, guint from, guint end)
{
  if (end >= n || slices[end].opens)
    return end;
  for (guint i = end; i > from; i--)
    if (!slices[i - 1].keep)
      return i;
  /* Nothing may be parted: one slice higher than the page, or too much kept together. */
  return MAX (end, from + 1);
}

/* Places one part, which begins a page. Returns its number of pages; *last: how far the last is filled. */
static guint
place_part (const MaakSlice *slices, guint n, guint first_page, double page_height, MaakPlacedSlice *placed, double *last)
{
  guint page = first_page;

  *last = 0;
  for (guint from = 0; from < n; page++)
    {
      double shrunk, y = 0;
      guint  lower, full = fill (slices, n, from, page_height, &lower, &shrunk);
      guint  end = retreat (slices, n, from, full);

      for (guint i = from; i < end; i++)
        {
          double given = end == full && i == lower ? shrunk : 0;

          y += get_top (&slices[i], i == from);
          placed[i] = (MaakPlacedSlice) { .page = page, .y = y, .shrunk = given, .first = i == from };
          y += slices[i].height - given;
        }
      from = end;
      *last = y;
    }
  return page - first_page;
}

static guint
find_part_end (const MaakSlice *slices, guint n, guint from)
{
  guint end = from + 1;

  while (end < n && !slices[end].opens)
    end++;
  return end;
}

/**
 * maak_breaks_place:
 * @slices: (array length=n): what is to be set, in order
 * @n: number of slices
 * @page_height: height of the text on a page, in points
 * @stretch: how much higher the pages of a part may be made when that spares a last page with next to nothing on it
 * @placed: (array length=n) (out caller-allocates): where each came to stand
 *
 * Returns: the number of pages
 */
guint
maak_breaks_place (const MaakSlice *slices, guint n, double page_height, double stretch, MaakPlacedSlice *placed)
{
  guint page = 0;

  for (guint from = 0, end; from < n; from = end)
    {
      double last;
      guint  pages;

      end = find_part_end (slices, n, from);
      pages = place_part (slices + from, end - from, page, page_height, placed + from, &last);
      if (pages > 1 && stretch > 0 && last < NEARLY_EMPTY * page_height)
        {
          guint stretched = place_part (slices + from, end - from, page, page_height + stretch, placed + from, &last);

          if (stretched < pages)
            pages = stretched;
          else
            pages = place_part (slices + from, end - from, page, page_height, placed + from, &last);
        }
      page += pages;
    }
  return page;
}
