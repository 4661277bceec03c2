package org.diestra.hiring.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.jspecify.annotations.Nullable;

/**
 * What one edition of a job says.
 *
 * @param about a few sentences on the work and for whom it is
 * @param answers the areas' questions, answered: the question's id to the options chosen, or to the
 *     line written
 * @param instructions the first draft of the manual, in Markdown; may be empty where it is waived
 * @param start when it should begin at the earliest, or null for as soon as somebody is found
 */
public record Terms(
    String title,
    String about,
    Set<Area> areas,
    Map<String, List<String>> answers,
    Pay pay,
    Volume volume,
    List<Fluency> languages,
    Overlap overlap,
    @Nullable LocalDate start,
    List<Question> questions,
    String instructions,
    Manual manual) {

  public Terms {
    areas = Set.copyOf(areas);
    answers = Map.copyOf(answers);
    languages = List.copyOf(languages);
    questions = List.copyOf(questions);
    if (areas.isEmpty() || languages.isEmpty()) {
      throw new IllegalArgumentException("a job has an area and a language");
    }
  }

  /**
   * Whether somebody who agreed to the other terms must be asked again. Higher ceilings bind nobody
   * to more, and commas change no meaning.
   */
  boolean isMaterialChangeOf(Terms other) {
    return !sameWords(title, other.title)
        || !sameWords(about, other.about)
        || !sameWords(instructions, other.instructions)
        || !pay.covers(other.pay)
        || !areas.equals(other.areas)
        || !answers.equals(other.answers)
        || !volume.equals(other.volume)
        || !languages.equals(other.languages)
        || !overlap.equals(other.overlap)
        || !java.util.Objects.equals(start, other.start)
        || !questions.equals(other.questions)
        || manual != other.manual;
  }

  private static boolean sameWords(String one, String other) {
    return Similarity.words(one).equals(Similarity.words(other));
  }
}
