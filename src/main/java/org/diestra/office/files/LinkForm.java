package org.diestra.office.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A link as a browser asks for it. */
record LinkForm(
    @Nullable String label,
    @Nullable String password,
    @Nullable String until,
    @Nullable String most) {
  private static final int LONGEST_LABEL = 100;
  static final int MOST_DOWNLOADS = 10_000;
  private static final int USUAL_DAYS = 30;

  /**
   * What is asked for, once it can be.
   *
   * @param password null for none
   */
  record Wanted(
      String label, @Nullable String password, @Nullable Instant until, @Nullable Integer most) {}

  static LinkForm blank(LocalDate today) {
    return new LinkForm("", "", today.plusDays(USUAL_DAYS).toString(), "");
  }

  /** It ends with the day that was named, on the clock of whoever named it. */
  Wanted read(LocalDate today, ZoneId zone, Problems problems) {
    var typed = new Typed(problems);
    var name = typed.line("label", label, LONGEST_LABEL);
    var secret = LinkFields.password(password, problems);
    var end = LinkFields.end(until, today, zone, problems);
    var downloads = downloads(problems);
    return new Wanted(name, secret, end, downloads);
  }

  private @Nullable Integer downloads(Problems problems) {
    var text = Typed.line(most);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_DOWNLOADS) {
      problems.add("most", "files.link.most.wrong", MOST_DOWNLOADS);
      return null;
    }
    return Integer.valueOf(text);
  }

  /** As it stands in the form again; what is secret is typed anew. */
  String typed(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return "LinkForm[" + label + "]";
  }
}
