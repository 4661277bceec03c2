package org.diestra.platform.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answers to letters that had a {@link ReplyAddresses reply address}: a bean of a module
 * that hands such addresses out.
 */
public interface Replies {
  /** Whether this module made an address for that; on behalf of the house, in no transaction. */
  boolean knows(UUID id);

  /**
   * Whether it reads what calendar programs answer (RFC 6047). Such an answer is sent by a program,
   * often in the name of whoever was asked: then only the From line says who that is.
   */
  default boolean readsCalendars() {
    return false;
  }

  /**
   * Whether it keeps what programs send, a shop's invoice say, from whoever it may be. Such an
   * address may never answer by itself, or two programs could write to each other for ever.
   */
  default boolean readsPrograms() {
    return false;
  }

  /**
   * Takes an answer, on behalf of the house and outside of any transaction; the same one may come
   * again, when the other server did not hear that we have it.
   *
   * @param id what the address was made for
   * @return why it is refused, in English for a mail server to pass on; empty when it was taken
   */
  Optional<String> take(UUID id, Reply reply);

  /**
   * An answer, as far as it can be believed: that its sender is who it says is for the module to
   * compare, by the address it sent the letter to.
   *
   * @param from who sends it, by the envelope and by the header alike; for a calendar's answer by
   *     the header alone; for what programs may send, not to be believed
   * @param key the same for the same mail
   * @param subject as it stands above it, may be empty
   * @param text what was written, without what was quoted
   * @param files at most 10
   * @param calendar what a calendar program says with it (RFC 6047), or null
   */
  record Reply(
      String from,
      String key,
      String subject,
      String text,
      List<Attached> files,
      @Nullable Attached calendar) {
    public Reply {
      files = List.copyOf(files);
    }
  }

  /** A file that came along, of at most some megabytes. */
  record Attached(String name, byte[] content) {
    public Attached {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }
}
