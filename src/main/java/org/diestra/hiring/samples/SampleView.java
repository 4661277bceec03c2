package org.diestra.hiring.samples;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.previews.Preview;
import org.diestra.platform.previews.Previews;
import org.jspecify.annotations.Nullable;

/**
 * A sample as its page shows it.
 *
 * @param original whether this viewer may have the file as it came
 * @param own whether the viewer brought it
 */
record SampleView(SampleCard card, Preview preview, boolean original, boolean own) {

  /**
   * Sound and film are played as they came; of documents that can't be shown in place, signed-in
   * people may save a copy. Of all else the marked preview stands for the file.
   */
  static boolean original(@Nullable Viewer viewer, SampleCard card) {
    if (viewer != null && viewer.id().equals(card.owner())) {
      return true;
    }
    return switch (card.kind()) {
      case AUDIO, VIDEO -> true;
      case DOCUMENT, SLIDES, ARCHIVE -> viewer != null;
      case IMAGE, PDF, TEXT, SPREADSHEET, OTHER -> false;
    };
  }

  /** How many pictures there are to show. */
  int pictures() {
    return preview instanceof Preview.Pictures(int count) ? Math.min(count, Previews.PAGES) : 0;
  }

  /** Whether its text is Markdown, to be shown as it is meant. */
  boolean formatted() {
    return card.type().equals("MD");
  }
}
