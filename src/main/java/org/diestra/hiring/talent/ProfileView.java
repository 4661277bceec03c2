package org.diestra.hiring.talent;

import static org.diestra.platform.page.Ui.locale;
import static org.diestra.platform.page.Ui.money;
import static org.diestra.platform.page.Ui.words;

import java.util.stream.Collectors;
import org.diestra.platform.base.Fluency;

/**
 * The own profile's front page.
 *
 * @param samples how many there are
 */
record ProfileView(Profile profile, AssistantCard card, Guide guide, int samples) {

  /** What a section holds by now, in few words; empty while there is nothing. */
  String summary(Section section) {
    return switch (section) {
      case BASICS -> profile.title();
      case AREAS ->
          card.areas().stream().map(c -> words(c.area().key())).collect(Collectors.joining(", "));
      case SAMPLES -> samples == 0 ? "" : words("talent.sum.samples", samples);
      case LANGUAGES ->
          card.languages().stream().map(this::spoken).collect(Collectors.joining(", "));
      case HOURS -> card.week().size() == 0 ? "" : words("talent.sum.hours", card.week().size());
      case RATE -> profile.rate() == null ? "" : words("talent.sum.rate", money(profile.rate()));
      case SERVICES ->
          profile.services().isEmpty()
              ? ""
              : words("talent.sum.services", profile.services().size());
      case HISTORY ->
          profile.history().isEmpty()
              ? ""
              : words("talent.sum.history", profile.history().size(), card.secretaryYears());
      case ADDRESS -> card.href();
    };
  }

  private String spoken(Fluency fluency) {
    return fluency.name(locale())
        + " "
        + (fluency.level() == Fluency.Level.NATIVE
            ? words("talent.native")
            : fluency.level().name());
  }
}
