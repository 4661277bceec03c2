package org.diestra.office.publishing;

import java.time.Instant;
import java.util.List;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Piece;
import org.diestra.platform.base.Hash;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * All that others will see of a post.
 *
 * @param title of an article; empty for others
 * @param text of a post, or an article's Markdown
 * @param link that follows a post's text; may be empty
 * @param summary of an article, for lists and search engines; may be empty
 * @param slug the last part of an article's address; may be empty
 */
record Content(
    String title, String text, String link, String summary, String slug, List<Picture> pictures) {
  static final int LONGEST_TITLE = 200;
  static final int LONGEST_TEXT = 200_000;
  static final int LONGEST_SUMMARY = 500;
  static final int LONGEST_LINK = 2_000;

  /** Whether it is an address of the web, as a link in a text may be. */
  static boolean address(String text) {
    return text.matches("https?://[^\\s<>\"]+");
  }

  Content {
    pictures = List.copyOf(pictures);
  }

  /**
   * @param alt what it shows, in words, for whoever does not see it; may be empty in a draft
   * @param credit whose it is and why it may be shown; may be empty
   */
  record Picture(BlobId file, String alt, String credit) {
    static final int LONGEST_ALT = 4_000;
    static final int LONGEST_CREDIT = 200;
  }

  /** Of an article its text alone, of a post all that goes out. */
  String whole(Kind kind) {
    return kind.article() ? text : Piece.whole(text, link);
  }

  /**
   * What an approval is bound to: 64 hexadecimal digits over all of it, its channel and its time.
   */
  String hash(ChannelId channel, @Nullable Instant due) {
    var all = new StringBuilder();
    add(all, channel.toString());
    add(all, due == null ? "" : due.toString());
    add(all, title);
    add(all, text);
    add(all, link);
    add(all, summary);
    add(all, slug);
    for (var picture : pictures) {
      add(all, picture.file().toString());
      add(all, picture.alt());
      add(all, picture.credit());
    }
    return Hash.of(all.toString());
  }

  /** With its length before it, so that nothing moves from one field into the next unseen. */
  private static void add(StringBuilder all, String part) {
    all.append(part.length()).append(':').append(part);
  }
}
