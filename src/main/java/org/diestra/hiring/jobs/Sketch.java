package org.diestra.hiring.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.jspecify.annotations.Nullable;

/**
 * Terms in the making: as {@link Terms}, and what is null or empty has not been said yet. Each part
 * that is there was checked when it was saved.
 */
record Sketch(
    String title,
    String about,
    Set<Area> areas,
    Map<String, List<String>> answers,
    @Nullable Pay pay,
    @Nullable Volume volume,
    List<Fluency> languages,
    @Nullable Overlap overlap,
    @Nullable LocalDate start,
    List<Question> questions,
    String instructions,
    @Nullable Manual manual) {

  static final Sketch EMPTY =
      new Sketch(
          "", "", Set.of(), Map.of(), null, null, List.of(), null, null, List.of(), "", null);

  Sketch {
    areas = Set.copyOf(areas);
    answers = Map.copyOf(answers);
    languages = List.copyOf(languages);
    questions = List.copyOf(questions);
  }

  static Sketch of(Terms terms) {
    return new Sketch(
        terms.title(),
        terms.about(),
        terms.areas(),
        terms.answers(),
        terms.pay(),
        terms.volume(),
        terms.languages(),
        terms.overlap(),
        terms.start(),
        terms.questions(),
        terms.instructions(),
        terms.manual());
  }

  /** Answers to the questions of areas that were dropped go with them. */
  Sketch withWork(String newTitle, String newAbout, Set<Area> newAreas) {
    var kept = new java.util.HashMap<>(answers);
    kept.keySet().removeIf(id -> newAreas.stream().noneMatch(a -> id.startsWith(a.slug() + ".")));
    return new Sketch(
        newTitle,
        newAbout,
        newAreas,
        kept,
        pay,
        volume,
        languages,
        overlap,
        start,
        questions,
        instructions,
        manual);
  }

  Sketch withAnswers(Map<String, List<String>> newAnswers) {
    return new Sketch(
        title,
        about,
        areas,
        newAnswers,
        pay,
        volume,
        languages,
        overlap,
        start,
        questions,
        instructions,
        manual);
  }

  Sketch withConditions(
      Pay newPay,
      Volume newVolume,
      List<Fluency> newLanguages,
      Overlap newOverlap,
      @Nullable LocalDate newStart) {
    return new Sketch(
        title,
        about,
        areas,
        answers,
        newPay,
        newVolume,
        newLanguages,
        newOverlap,
        newStart,
        questions,
        instructions,
        manual);
  }

  Sketch withPay(Pay newPay) {
    return new Sketch(
        title,
        about,
        areas,
        answers,
        newPay,
        volume,
        languages,
        overlap,
        start,
        questions,
        instructions,
        manual);
  }

  Sketch withInstructions(String text, @Nullable Manual newManual, List<Question> newQuestions) {
    return new Sketch(
        title,
        about,
        areas,
        answers,
        pay,
        volume,
        languages,
        overlap,
        start,
        newQuestions,
        text,
        newManual);
  }

  /** The first step that is not done yet; empty when all is there to be published. */
  Optional<Step> missing() {
    if (title.isEmpty() || areas.isEmpty()) {
      return Optional.of(Step.WORK);
    }
    if (pay == null || volume == null || overlap == null || languages.isEmpty()) {
      return Optional.of(Step.CONDITIONS);
    }
    return manual == null ? Optional.of(Step.INSTRUCTIONS) : Optional.empty();
  }

  /** All that was written, for screening and for the duplicate guard. */
  String text() {
    var all = new StringBuilder(title).append('\n').append(about).append('\n');
    answers.values().forEach(lines -> all.append(String.join(" ", lines)).append('\n'));
    questions.forEach(question -> all.append(question.text()).append('\n'));
    return all.append(instructions).toString();
  }

  /** The terms, once nothing is missing. */
  Optional<Terms> complete() {
    if (missing().isPresent()
        || pay == null
        || volume == null
        || overlap == null
        || manual == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Terms(
            title,
            about,
            areas,
            answers,
            pay,
            volume,
            languages,
            overlap,
            start,
            questions,
            instructions,
            manual));
  }
}
