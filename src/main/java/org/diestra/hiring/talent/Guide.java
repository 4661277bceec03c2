package org.diestra.hiring.talent;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * What a profile still lacks and why a client would miss it. It only advises, apart from the steps
 * that a profile needs before it can be published.
 */
record Guide(List<Step> open, int done) {

  /** One thing to tell about oneself, the most useful first. */
  enum Step {
    TITLE(Section.BASICS, true),
    AREA(Section.AREAS, true),
    LANGUAGE(Section.LANGUAGES, true),
    WEEK(Section.HOURS, true),
    EVIDENCE(Section.SAMPLES, false),
    SUMMARY(Section.BASICS, false),
    RATE(Section.RATE, false),
    HISTORY(Section.HISTORY, false),
    FREE_HOURS(Section.HOURS, false),
    TOOLS(Section.AREAS, false),
    PHOTO(Section.BASICS, false),
    SERVICE(Section.SERVICES, false);

    private final Section section;
    private final boolean needed;

    Step(Section section, boolean needed) {
      this.section = section;
      this.needed = needed;
    }

    /** Nothing can be published without it. */
    boolean needed() {
      return needed;
    }

    String href() {
      return this == PHOTO ? "/settings" : section.href();
    }

    String key() {
      return "talent.guide." + slug();
    }

    String whyKey() {
      return "talent.guide.why." + slug();
    }

    private String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param told what the profile says besides its card
   */
  static Guide of(AssistantCard card, Told told) {
    var open = EnumSet.allOf(Step.class);
    open.removeIf(step -> has(card, told, step));
    return new Guide(List.copyOf(open), Step.values().length - open.size());
  }

  /** Which of the longer parts there are. */
  record Told(boolean summary, boolean history, boolean service) {
    static Told by(Profile profile) {
      return new Told(
          !profile.summary().isBlank(),
          !profile.history().isEmpty(),
          !profile.services().isEmpty());
    }
  }

  private static boolean has(AssistantCard card, Told told, Step step) {
    return switch (step) {
      case TITLE -> !card.title().isBlank();
      case AREA -> !card.areas().isEmpty();
      case LANGUAGE -> !card.languages().isEmpty();
      case WEEK -> card.week().size() > 0;
      case EVIDENCE -> card.areas().stream().anyMatch(Claim::shown);
      case SUMMARY -> told.summary();
      case RATE -> card.usualRate() != null;
      case HISTORY -> told.history();
      case FREE_HOURS -> card.freeHours() > 0;
      case TOOLS -> card.areas().stream().anyMatch(c -> !c.tools().isEmpty());
      case PHOTO -> card.photo() != null;
      case SERVICE -> told.service();
    };
  }

  int all() {
    return Step.values().length;
  }

  boolean whole() {
    return open.isEmpty();
  }

  boolean presentable() {
    return needed().isEmpty();
  }

  /** What stands between the profile and its publication. */
  List<Step> needed() {
    return open.stream().filter(Step::needed).toList();
  }

  List<Step> advised() {
    return open.stream().filter(s -> !s.needed()).toList();
  }

  /** 0–1, as the ranking takes it. */
  double share() {
    return (double) done / all();
  }
}
