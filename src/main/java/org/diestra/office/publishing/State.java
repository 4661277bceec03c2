package org.diestra.office.publishing;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a post is on its way. */
enum State {
  /** Something that might be said one day. */
  IDEA(""),
  DRAFT(""),
  /** It waits for the client's word. */
  SUBMITTED("wait"),
  /** The client gave it back, and said what to mend. */
  CHANGES_REQUESTED("stop"),
  /** Approved; it waits for its minute. */
  SCHEDULED("good"),
  /** It is on its way, or will be tried again in some minutes. */
  PUBLISHING("wait"),
  /** Its minute has come and a person has to press the button. */
  HANDED("wait"),
  PUBLISHED("good"),
  /** The other side did not take it. */
  FAILED("stop"),
  /** Nobody knows whether the other side took it: a person has to look. */
  UNCLEAR("stop"),
  ON_HOLD("wait"),
  /** Its time passed, and it went nowhere. */
  MISSED("stop"),
  /** It was taken away after it had been published. */
  RETRACTED("");

  private static final Set<State> WRITTEN =
      EnumSet.of(
          IDEA, DRAFT, SUBMITTED, CHANGES_REQUESTED, SCHEDULED, HANDED, FAILED, ON_HOLD, MISSED);
  private final String tone;

  State(String tone) {
    this.tone = tone;
  }

  /** Whether what it says may be written on; that ends an approval. */
  boolean written() {
    return WRITTEN.contains(this);
  }

  /** Whether it may be thrown away without a trace outside. */
  boolean thrownAway() {
    return this == IDEA || this == DRAFT || this == CHANGES_REQUESTED || this == MISSED;
  }

  /** Whether it may be stopped before it goes out. */
  boolean held() {
    return this == SUBMITTED || this == SCHEDULED || this == HANDED;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String key() {
    return "publishing.state." + slug();
  }

  /** Of its badge. */
  String tone() {
    return tone;
  }
}
