package org.diestra.platform.search;

import java.util.Locale;

/**
 * A property with few values, by which lists are narrowed and counted. Values are slugs such as
 * {@code data-entry}, never words in a language.
 */
public enum Facet {
  AREA,
  PAY_UNIT,
  /** ISO 639-1 codes; filled by {@link Entry.Draft#speaks} and {@link Entry.Draft#asks}. */
  LANGUAGE,
  /** IANA zone names. */
  ZONE,
  COUNTRY,
  VERIFIED,
  TOOL;

  /** The term of one value in the index. */
  String term(String value) {
    return name().toLowerCase(Locale.ROOT) + "=" + value;
  }

  static Facet ofTerm(String term) {
    return valueOf(term.substring(0, term.indexOf('=')).toUpperCase(Locale.ROOT));
  }

  static String value(String term) {
    return term.substring(term.indexOf('=') + 1);
  }
}
