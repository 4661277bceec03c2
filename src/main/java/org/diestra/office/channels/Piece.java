package org.diestra.office.channels;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand on a channel.
 *
 * @param key the same for each try of the same thing, and of nothing else
 * @param again whether a try was begun before
 * @param title of an article; empty for a post
 * @param text of a post, or an article's Markdown
 * @param html of an article; empty for a post
 * @param link that follows a post's text; empty where there is none
 * @param summary of an article; may be empty
 * @param slug of an article's address; may be empty
 * @param due when it is to be there
 * @param remote what stands there of it already, to be written anew; null for what is new
 * @param until when this try sends nothing more, as another may begin
 */
public record Piece(
    UUID key,
    boolean again,
    String title,
    String text,
    String html,
    String link,
    String summary,
    String slug,
    Instant due,
    List<Image> images,
    @Nullable Remote remote,
    Instant until) {
  public Piece {
    images = List.copyOf(images);
  }

  /**
   * @param file without anything but the picture: no place, no camera
   * @param alt what it shows, in words
   */
  public record Image(Path file, String type, String name, String alt) {}

  /**
   * What stands somewhere.
   *
   * @param id by which the other side knows it
   * @param url where people read it; may be empty
   * @param mark tells whether it is still what was sent; empty where nobody can tell
   */
  public record Remote(String id, String url, String mark) {}

  /** All of a post's words as they go out. */
  public String whole() {
    return whole(text, link);
  }

  /** A text with the link that follows it, unless it stands in there already. */
  public static String whole(String text, String link) {
    return link.isEmpty() || text.contains(link)
        ? text
        : text.isEmpty() ? link : text + "\n\n" + link;
  }
}
