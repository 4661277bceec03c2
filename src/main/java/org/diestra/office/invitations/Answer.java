package org.diestra.office.invitations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody says to an invitation (RFC 5545, section 3.2.12). */
public enum Answer {
  NONE("NEEDS-ACTION", "", "clock"),
  YES("ACCEPTED", "good", "check"),
  MAYBE("TENTATIVE", "warn", "circle-help"),
  NO("DECLINED", "stop", "x");

  private final String partstat;
  private final String tone;
  private final String icon;

  Answer(String partstat, String tone, String icon) {
    this.partstat = partstat;
    this.tone = tone;
    this.icon = icon;
  }

  public String partstat() {
    return partstat;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "invitations.answer." + slug();
  }

  /** The same to whoever said it. */
  public String mine() {
    return "invitations.mine." + slug();
  }

  /** One of the three that say something. */
  public static Optional<Answer> of(@Nullable String slug) {
    return Arrays.stream(values()).filter(a -> a != NONE && a.slug().equals(slug)).findFirst();
  }

  /** What a program says; a state of its own counts as none. */
  public static Answer said(String partstat) {
    var wanted = partstat.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(a -> a.partstat.equals(wanted)).findFirst().orElse(NONE);
  }
}
