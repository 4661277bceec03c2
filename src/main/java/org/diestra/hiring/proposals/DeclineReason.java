package org.diestra.hiring.proposals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a client says no. The assistant is told it in words that help next time. */
enum DeclineReason {
  PRICE,
  EXPERIENCE,
  LANGUAGE,
  HOURS,
  START,
  ANSWERS,
  SAMPLES,
  ANOTHER_CHOSEN,
  OTHER;

  static Optional<DeclineReason> read(@Nullable String slug) {
    return Arrays.stream(values()).filter(r -> r.slug().equals(slug)).findFirst();
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For the client who chooses it. */
  String key() {
    return "proposals.reason." + slug();
  }

  /** For the assistant who reads it. */
  String toldKey() {
    return "proposals.told." + slug();
  }
}
