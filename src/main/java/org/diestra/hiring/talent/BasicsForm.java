package org.diestra.hiring.talent;

import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** Title and summary, as typed. */
record BasicsForm(@Nullable String title, @Nullable String summary) {
  private static final int TITLE = 100;
  private static final int SUMMARY = 4000;

  record Read(String title, String summary) {}

  static BasicsForm of(Profile profile) {
    return new BasicsForm(profile.title(), profile.summary());
  }

  /** A title is asked for here, even though a draft can wait for it. */
  Read read(Problems problems) {
    var typed = new Typed(problems);
    return new Read(
        typed.line("title", title, TITLE, "talent.title.needed"),
        typed.text("summary", summary, SUMMARY));
  }
}
