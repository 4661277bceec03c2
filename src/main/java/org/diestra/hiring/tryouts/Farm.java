package org.diestra.hiring.tryouts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.hiring.jobs.Similarity;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The guard against getting work done in slices, all of it. In one sentence: <em>work is farmed out
 * when more than five bidders of one job, or of one client within thirty days, were given different
 * parts of one source.</em>
 *
 * <p>Two tasks come from <b>one source</b> when they are cut alike: they open with the same five
 * words once figures are left out ("Translate this part into Spanish: …"), or their files have the
 * same name without its figures (invoices-01.pdf, invoices-02.pdf), or the same first line (the
 * head of one table). They are <b>different parts</b> when their files differ, when they name other
 * figures ("rows 1 to 50", "rows 51 to 100"), or when their texts share less than half of their
 * three-word shingles. The same task for everybody is one part, however many do it; so is one whose
 * wording was mended. What came before an operator last looked at the client is not counted again.
 */
final class Farm {
  /** So many bidders may hold parts of one source. */
  static final int MOST = 5;

  /** How far back a client's other jobs count. */
  static final Duration LOOK_BACK = Duration.ofDays(30);

  private static final int OPENING = 5;
  private static final double SAME = 0.5;
  private static final int LEAST_LETTERS = 3;
  private static final Pattern FIGURES = Pattern.compile("\\d+");

  private Farm() {}

  /**
   * A task and those it was given to.
   *
   * @param file the hash of its file, or null
   * @param fileName the file's name, or null
   * @param head the file's first line, or null
   */
  record Given(
      TaskId task,
      String what,
      @Nullable Sha256 file,
      @Nullable String fileName,
      @Nullable String head,
      Set<PersonId> bidders) {

    boolean cutLike(Given other) {
      return alike(opening(), other.opening())
          || alike(namePattern(), other.namePattern())
          || alike(headLine(), other.headLine());
    }

    boolean samePartAs(Given other) {
      return Objects.equals(file, other.file)
          && figures().equals(other.figures())
          && Similarity.of(what, other.what) >= SAME;
    }

    private @Nullable String opening() {
      var words = Similarity.words(FIGURES.matcher(what).replaceAll(" "));
      return words.size() < OPENING ? null : String.join(" ", words.subList(0, OPENING));
    }

    private @Nullable String namePattern() {
      return fileName == null ? null : letters(FIGURES.matcher(fileName).replaceAll("#"));
    }

    private @Nullable String headLine() {
      return head == null ? null : letters(String.join(" ", Similarity.words(head)));
    }

    private List<String> figures() {
      return FIGURES.matcher(what).results().map(found -> found.group()).toList();
    }

    /** Too little to tell anything where there are hardly any letters. */
    private static @Nullable String letters(String text) {
      int end = text.lastIndexOf('.') > 0 ? text.lastIndexOf('.') : text.length();
      long letters = text.substring(0, end).codePoints().filter(Character::isLetter).count();
      return letters < LEAST_LETTERS ? null : text;
    }

    private static boolean alike(@Nullable String one, @Nullable String other) {
      return one != null && one.equals(other);
    }
  }

  /** The tasks that are parts of one source, and how many bidders hold them. */
  record Found(List<TaskId> tasks, int bidders) {}

  /**
   * @param fresh what is about to be given out
   * @param before what was given out by the same client in the time that counts
   */
  static Optional<Found> look(Given fresh, List<Given> before) {
    var kin = new ArrayList<Given>(List.of(fresh));
    before.stream().filter(fresh::cutLike).forEach(kin::add);
    var parts = new ArrayList<Given>();
    var bidders = new HashSet<PersonId>();
    for (var given : kin) {
      bidders.addAll(given.bidders());
      if (parts.size() <= MOST && parts.stream().noneMatch(given::samePartAs)) {
        parts.add(given);
      }
    }
    return parts.size() > MOST && bidders.size() > MOST
        ? Optional.of(new Found(kin.stream().skip(1).map(Given::task).toList(), bidders.size()))
        : Optional.empty();
  }
}
