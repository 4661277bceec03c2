package org.diestra.platform.notifications;

import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.taps.Offer;
import org.jspecify.annotations.Nullable;

/**
 * News for one person: {@code Notice.to(person, "jobs:closed", "/jobs/" + job,
 * "jobs.notice.closed", job.title()).once("jobs:closed:" + job)}.
 *
 * @param kind the id of a {@link NoticeKind}
 * @param href the page that shows it, a path of this house
 * @param key one sentence, in every language, without a full stop; it is the subject of the mail
 *     too
 * @param args what the sentence names: text, numbers, {@link org.diestra.platform.base.Money},
 *     instants, dates and {@link Said}; written in the reader's language and zone when read
 * @param once the same person is told the same text once, however often it is tried
 * @param actor the name of who did it, or null
 * @param offer what its reader may decide by a link in its mail, or null
 */
public record Notice(
    PersonId to,
    String kind,
    String href,
    String key,
    List<Object> args,
    String once,
    @Nullable String actor,
    @Nullable Offer offer) {
  public Notice {
    args = List.copyOf(args);
    if (!href.startsWith("/") || href.startsWith("//")) {
      throw new IllegalArgumentException("not a path of this house: " + href);
    }
  }

  /** Told once for each kind and page; {@link #once} says otherwise. */
  public static Notice to(PersonId to, String kind, String href, String key, Object... args) {
    return new Notice(to, kind, href, key, List.of(args), kind + " " + href, null, null);
  }

  public Notice once(String text) {
    return new Notice(to, kind, href, key, args, text, actor, offer);
  }

  public Notice from(String name) {
    return new Notice(to, kind, href, key, args, once, name, offer);
  }

  /**
   * Its mail has a link to decide this, where it goes out by itself and the reader may decide; a
   * daily mail leads to the page alone.
   */
  public Notice offering(Offer decision) {
    return new Notice(to, kind, href, key, args, once, actor, decision);
  }

  /** Another message among the arguments, such as the name of an area. */
  public record Said(String key) {}
}
