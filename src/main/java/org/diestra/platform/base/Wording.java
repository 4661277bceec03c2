package org.diestra.platform.base;

import java.util.Locale;

/**
 * Something that says itself in the reader's language, such as an argument of a {@link Refusal}.
 */
public interface Wording {
  String in(Locale locale);
}
