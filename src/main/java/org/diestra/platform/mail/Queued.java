package org.diestra.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it lies in the box: laid out, and nothing more to be decided about its words.
 *
 * @param address what bounds are counted by
 * @param recipient where it is sent
 * @param body the plain text
 * @param tries how often it was begun to be sent, this time included
 * @param error what the server said the last time
 */
record Queued(
    UUID id,
    String kind,
    String address,
    String recipient,
    String locale,
    String subject,
    String body,
    String html,
    boolean secret,
    @Nullable String replyTo,
    @Nullable String unsubscribe,
    @Nullable String once,
    List<Letter.Attachment> attachments,
    State state,
    Instant queuedAt,
    Instant nextTry,
    int tries,
    @Nullable Instant sentAt,
    @Nullable String error) {

  enum State {
    /** To be sent, or sent again. */
    WAITING,
    /** The server has taken it. */
    SENT,
    /** There was no server to send it by. */
    KEPT,
    /** Too many went to that address. */
    HELD,
    /** Refused for good, or tried for days. */
    FAILED
  }

  /** The module that wrote it, which its kind begins with. */
  String module() {
    return kind.split("[.:]", 2)[0];
  }

  Queued with(List<Letter.Attachment> files) {
    return new Queued(
        id,
        kind,
        address,
        recipient,
        locale,
        subject,
        body,
        html,
        secret,
        replyTo,
        unsubscribe,
        once,
        files,
        state,
        queuedAt,
        nextTry,
        tries,
        sentAt,
        error);
  }

  /** Whether an operator may read it: never what lets somebody into an account and was sent. */
  boolean readable() {
    return !secret || state == State.KEPT;
  }

  /** How its badge looks. */
  String tone() {
    return switch (state) {
      case SENT, KEPT -> "good";
      case WAITING -> "wait";
      case HELD, FAILED -> "stop";
    };
  }

  /** Whether it leaves now. */
  boolean due(Instant now) {
    return state == State.WAITING && !nextTry.isAfter(now);
  }

  boolean sendable() {
    return state == State.FAILED || state == State.HELD;
  }
}
