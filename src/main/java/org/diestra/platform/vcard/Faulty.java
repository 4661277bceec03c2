package org.diestra.platform.vcard;

import java.util.List;
import org.diestra.platform.base.Refusal;

/** What is wrong with a text, on its way to whoever asked; no door lets it out. */
final class Faulty extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Refusal why;

  Faulty(String key, Object... args) {
    super(key, null, false, false);
    this.why = Refusal.invalid(key, List.of(args));
  }

  Refusal why() {
    return why;
  }
}
