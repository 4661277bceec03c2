package org.diestra.work.trials;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.Pay;
import org.diestra.work.contracts.Terms;
import org.springframework.stereotype.Component;

/** Writes what both sign: the client's words, and the few terms that every trial has alike. */
@Component
class TrialPapers {
  private static final int LONGEST_TITLE = 120;
  private static final int RESPONSE_HOURS = 24;
  private final Pages pages;

  TrialPapers(Pages pages) {
    this.pages = pages;
  }

  /** With one round of changes and without notice, in the language of record. */
  Terms terms(JobTerms job, Draft draft, int reviewDays, LocalDate today) {
    var words = pages.formats(Locale.of(draft.language()), ZoneOffset.UTC);
    return new Terms(
        cut(words.words("trials.paper.title", job.title())),
        draft.what()
            + "\n\n**"
            + words.words("trials.paper.criteria")
            + "**\n\n"
            + draft.criteria().stream().map(c -> "- " + c).collect(Collectors.joining("\n")),
        job.areas(),
        new Pay(draft.price().currency(), draft.price(), null, null),
        today,
        reviewDays,
        1,
        0,
        RESPONSE_HOURS,
        Terms.Property.ON_PAYMENT,
        true,
        true,
        Terms.Manual.WAIVED,
        draft.language(),
        draft.law());
  }

  /** Whole characters, also those of two units. */
  private static String cut(String title) {
    return title.length() <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, safe(title))).strip() + "…";
  }

  private static int safe(String title) {
    return title.codePointCount(0, LONGEST_TITLE - 1) - 1;
  }
}
