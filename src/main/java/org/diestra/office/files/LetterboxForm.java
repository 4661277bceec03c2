package org.diestra.office.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A letterbox as a browser asks for it. */
record LetterboxForm(
    @Nullable String title,
    @Nullable String note,
    @Nullable String password,
    @Nullable String until,
    @Nullable String files,
    @Nullable String megabytes) {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_NOTE = 2000;
  private static final int MOST_FILES = 10_000;
  private static final int MOST_MEGABYTES = 1_000_000;
  private static final long MEGABYTE = 1_000_000;
  private static final int USUAL_DAYS = 30;

  /**
   * What is asked for, once it can be.
   *
   * @param password null for none
   */
  record Wanted(
      String title,
      String note,
      @Nullable String password,
      @Nullable Instant until,
      @Nullable Integer files,
      @Nullable Long bytes) {}

  static LetterboxForm blank(LocalDate today) {
    return new LetterboxForm("", "", "", today.plusDays(USUAL_DAYS).toString(), "", "");
  }

  /** It ends with the day that was named, on the clock of whoever named it. */
  Wanted read(LocalDate today, ZoneId zone, Problems problems) {
    var typed = new Typed(problems);
    var name = typed.line("title", title, LONGEST_TITLE, "files.box.title.none");
    var text = typed.text("note", note, LONGEST_NOTE);
    var secret = LinkFields.password(password, problems);
    var end = LinkFields.end(until, today, zone, problems);
    var most = typed.number("files", files, 1, MOST_FILES, "files.box.files.wrong");
    var room = typed.number("megabytes", megabytes, 1, MOST_MEGABYTES, "files.box.bytes.wrong");
    return new Wanted(name, text, secret, end, most, room == null ? null : room * MEGABYTE);
  }

  @Override
  public String toString() {
    return "LetterboxForm[" + title + "]";
  }
}
