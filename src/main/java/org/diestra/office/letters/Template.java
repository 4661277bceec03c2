package org.diestra.office.letters;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.accounts.PersonId;

/**
 * A text that is written again and again.
 *
 * @param version counts its changes, from 1
 */
record Template(
    TemplateId id,
    Kind kind,
    Locale language,
    String name,
    String subject,
    String body,
    int version,
    PersonId changedBy,
    Instant changedAt) {
  /** What a template says. */
  record Text(Kind kind, Locale language, String name, String subject, String body) {}

  MergeText title() {
    return new MergeText(subject);
  }

  MergeText text() {
    return new MergeText(body);
  }

  /** The fields that a person has to say before it is written, in their order, by key. */
  Map<String, String> own() {
    var all = new LinkedHashMap<>(title().own());
    text().own().forEach(all::putIfAbsent);
    return all;
  }
}
