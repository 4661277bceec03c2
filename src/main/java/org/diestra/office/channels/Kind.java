package org.diestra.office.channels;

import java.util.Locale;
import org.diestra.platform.base.Area;

/**
 * The networks and places that can be spoken on, with what each takes as its own papers say. The
 * numbers are those that hold for everybody without paying.
 */
public enum Kind {
  MASTODON(Area.SOCIAL, Way.SENT, Counting.MASTODON, 500, 0, 4, 1_500, 0),
  BLUESKY(Area.SOCIAL, Way.SENT, Counting.GRAPHEMES, 300, 0, 4, 2_000, 0),
  WORDPRESS(Area.BLOG, Way.SENT, Counting.PLAIN, 200_000, 0, 10, 1_000, 0),
  FEED(Area.BLOG, Way.OWN, Counting.PLAIN, 100_000, 0, 10, 1_000, 0),
  WEBHOOK(Area.SOCIAL, Way.SENT, Counting.PLAIN, 20_000, 0, 0, 1_000, 0),
  LINKEDIN(Area.SOCIAL, Way.HAND, Counting.PLAIN, 3_000, 0, 9, 4_000, 0),
  INSTAGRAM(Area.SOCIAL, Way.HAND, Counting.PLAIN, 2_200, 1, 10, 100, 30),
  FACEBOOK(Area.SOCIAL, Way.HAND, Counting.PLAIN, 63_206, 0, 10, 1_000, 0),
  X(Area.SOCIAL, Way.HAND, Counting.WEIGHTED, 280, 0, 4, 1_000, 0);

  private final Area area;
  private final Way way;
  private final Counting counting;
  private final int length;
  private final int fewestPictures;
  private final int mostPictures;
  private final int mostAlt;
  private final int mostTags;

  Kind(
      Area area,
      Way way,
      Counting counting,
      int length,
      int fewestPictures,
      int mostPictures,
      int mostAlt,
      int mostTags) {
    this.area = area;
    this.way = way;
    this.counting = counting;
    this.length = length;
    this.fewestPictures = fewestPictures;
    this.mostPictures = mostPictures;
    this.mostAlt = mostAlt;
    this.mostTags = mostTags;
  }

  /** How something gets there. */
  public enum Way {
    /** The house sends it by itself. */
    SENT,
    /** The house itself is the place. */
    OWN,
    /** There is no door that is open to everybody: a person takes it there. */
    HAND
  }

  /** Of the client's areas, which one works there. */
  public Area area() {
    return area;
  }

  public Way way() {
    return way;
  }

  public Counting counting() {
    return counting;
  }

  /** What it takes, as {@link #counting} counts. */
  public int length() {
    return length;
  }

  public int fewestPictures() {
    return fewestPictures;
  }

  public int mostPictures() {
    return mostPictures;
  }

  /** Characters of a picture's description. */
  public int mostAlt() {
    return mostAlt;
  }

  /** Tags that begin with #; 0 where nobody counts them. */
  public int mostTags() {
    return mostTags;
  }

  /** Whether what stands there has a title, and its text is Markdown. */
  public boolean article() {
    return area == Area.BLOG;
  }

  /** Whether what stands there can be written anew. */
  public boolean revises() {
    return this == WORDPRESS || this == FEED;
  }

  /** Whether the house can take away what stands there. */
  public boolean removes() {
    return way != Way.HAND && this != WEBHOOK;
  }

  /** Whether it is reached by an address, an account and a secret. */
  public boolean asksAddress() {
    return way == Way.SENT;
  }

  public boolean asksAccount() {
    return this == WORDPRESS || this == BLUESKY;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of the message that names it. */
  public String key() {
    return "channels.kind." + slug();
  }

  /** One of the house's set of icons; networks' own marks are theirs. */
  public String icon() {
    return switch (this) {
      case WORDPRESS -> "newspaper";
      case FEED -> "rss";
      case WEBHOOK -> "webhook";
      case LINKEDIN -> "briefcase";
      case INSTAGRAM -> "camera";
      case FACEBOOK -> "users";
      case X -> "at-sign";
      case BLUESKY -> "cloud";
      case MASTODON -> "message-circle";
    };
  }
}
