package org.diestra.office.mailroom;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came for a client: {@code OPEN ⇄ DONE}.
 *
 * @param sender whom its From line names, not to be believed; 1–254 characters
 * @param subject at most 200 characters, may be empty
 * @param body plain text, at most 20,000 characters, may be empty
 * @param dropped how many of its files could not be kept
 * @param taker whoever takes care of it, or null
 * @param note of those who work on it, at most 2,000 characters, may be empty
 * @param version counts its changes
 * @param changedBy who changed it last, or null
 */
record Message(
    MessageId id,
    WorkspaceId workspace,
    String sender,
    String subject,
    String body,
    int dropped,
    State state,
    @Nullable PersonId taker,
    String note,
    int version,
    Instant cameAt,
    @Nullable PersonId changedBy,
    @Nullable Instant changedAt) {
  static final int LONGEST_SENDER = 254;
  static final int LONGEST_SUBJECT = 200;
  static final int LONGEST_BODY = 20_000;
  static final int LONGEST_NOTE = 2_000;

  enum State {
    OPEN,
    DONE;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> read(@Nullable String slug) {
      return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
  }

  String href() {
    return "/w/" + workspace + "/mail/" + id;
  }

  /** The same as somebody leaves it. */
  Message with(State after, @Nullable PersonId who, String words, PersonId by, Instant now) {
    return new Message(
        id,
        workspace,
        sender,
        subject,
        body,
        dropped,
        after,
        who,
        words,
        version + 1,
        cameAt,
        by,
        now);
  }
}
