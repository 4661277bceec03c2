package org.diestra.platform.notifications;

import java.util.regex.Pattern;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A kind of news that somebody may want in another way than the rest: a bean of the module that
 * tells it.
 *
 * @param id begins with the module's id: {@code jobs:closed}
 * @param key names it for people, in every language: "A job you bid on was closed"
 * @param icon one of the house's set (lucide)
 * @param byDefault what holds until somebody chooses
 * @param urgent its mail does not wait for quiet hours to end: for what is lost by the morning
 * @param audience whom alone it can concern: clients, those of them who hire, or assistants; null
 *     for everybody
 */
public record NoticeKind(
    String id,
    Topic topic,
    String key,
    String icon,
    Channel byDefault,
    boolean urgent,
    @Nullable Audience audience) {
  private static final Pattern ID = Pattern.compile("[a-z]+:[a-z0-9-]{1,60}");

  public NoticeKind {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a kind: " + id);
    }
  }

  public NoticeKind(
      String id, Topic topic, String key, String icon, Channel byDefault, boolean urgent) {
    this(id, topic, key, icon, byDefault, urgent, null);
  }

  /** The same for people of that side alone: nobody else is asked how they would like it. */
  public NoticeKind only(Audience side) {
    return new NoticeKind(id, topic, key, icon, byDefault, urgent, side);
  }

  boolean canConcern(Viewer viewer) {
    return audience == null
        || audience == Audience.CLIENT && viewer.client()
        || audience == Audience.HIRING && !viewer.hiring().isEmpty()
        || audience == Audience.ASSISTANT && viewer.assistant();
  }

  /** Goes to the inbox and at once by mail, but not at night. */
  public static NoticeKind mailed(String id, Topic topic, String key, String icon) {
    return new NoticeKind(id, topic, key, icon, Channel.MAIL, false);
  }

  /** Goes to the inbox and into the daily mail. */
  public static NoticeKind daily(String id, Topic topic, String key, String icon) {
    return new NoticeKind(id, topic, key, icon, Channel.DIGEST, false);
  }

  /** Goes to the inbox alone. */
  public static NoticeKind inbox(String id, Topic topic, String key, String icon) {
    return new NoticeKind(id, topic, key, icon, Channel.INBOX, false);
  }
}
