package org.diestra.hiring.tryouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.diestra.hiring.tryouts.Farm.Given;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which requests are work in slices, and which only look like it. */
class FarmTests {
  private static final String[] PASSAGES = {
    "The river rose in the night and nobody in the village slept before dawn came.",
    "Her grandmother kept seven clocks, and no two of them ever told the same hour.",
    "On market days the square smelled of oranges, wet rope and the smoke of chestnuts.",
    "He counted the steps to the lighthouse twice, because the first number seemed unkind.",
    "Winter arrived by train, sat down beside the stove and refused to speak to anyone.",
    "The letter had crossed four borders before it was read aloud in the wrong kitchen.",
    "Nothing grew in that garden except patience, which grew everywhere and needed no rain."
  };

  @Test
  void sixPassagesOfOneTextForSixBiddersAreAFarm() {
    var found = look(6, n -> text("Translate this part into Spanish, please: " + PASSAGES[n]));

    assertThat(found).isTrue();
  }

  @Test
  void fivePassagesAreNot() {
    assertThat(look(5, n -> text("Translate this part into Spanish, please: " + PASSAGES[n])))
        .isFalse();
  }

  @Test
  void theSameTaskForTwentyIsNot() {
    assertThat(look(20, n -> text("Translate this part into Spanish, please: " + PASSAGES[0])))
        .isFalse();
  }

  @Test
  void aTaskWhoseWordingIsMendedStaysTheSame() {
    var task = "Translate this part into Spanish, please: " + PASSAGES[0];

    assertThat(look(8, n -> text(task + " Mind the tone" + "!".repeat(n)))).isFalse();
  }

  @Test
  void rowsByTheirNumbersAreAFarm() {
    assertThat(
            look(
                6,
                n ->
                    text(
                        "Type up rows %d to %d of the invented list"
                            .formatted(n * 50 + 1, n * 50 + 50))))
        .isTrue();
  }

  @Test
  void numberedFilesWithOneTextAreAFarm() {
    assertThat(look(6, n -> file("Type this page up.", n, "scan-%02d.pdf".formatted(n), null)))
        .isTrue();
  }

  @Test
  void tablesWithOneHeadAreAFarmWhateverTheyAreCalled() {
    assertThat(
            look(
                6,
                n ->
                    file(
                        PASSAGES[n],
                        n,
                        PASSAGES[n].substring(0, 9).replaceAll("\\W", "") + ".csv",
                        "customer;street;city;since")))
        .isTrue();
  }

  @Test
  void differentWorkForDifferentJobsIsNot() {
    assertThat(look(7, n -> text(PASSAGES[n]))).isFalse();
  }

  @Test
  void filesWhoseNamesAreHardlyMoreThanNumbersTellNothing() {
    assertThat(look(7, n -> file(PASSAGES[n], n, n + ".pdf", null))).isFalse();
  }

  @Test
  void sixPartsForOneBidderAreNot() {
    var one = new PersonId(Ids.fresh());
    var given =
        IntStream.range(0, 6)
            .mapToObj(n ->
                given(
                    "Translate this part into Spanish, please: " + PASSAGES[n],
                    null,
                    null,
                    null,
                    one))
            .toList();

    assertThat(Farm.look(given.getFirst(), given.subList(1, 6))).isEmpty();
  }

  @Test
  void whoIsFoundIsCounted() {
    var given = new ArrayList<Given>();
    for (int n = 0; n < 7; n++) {
      given.add(text("Translate this part into Spanish, please: " + PASSAGES[n]));
    }
    var found = Farm.look(given.getLast(), given.subList(0, 6)).orElseThrow();

    assertThat(found.bidders()).isEqualTo(7);
    assertThat(found.tasks()).hasSize(6);
  }

  private static boolean look(int bidders, IntFunction<Given> task) {
    var before = IntStream.range(0, bidders - 1).mapToObj(task).toList();
    return Farm.look(task.apply(bidders - 1), before).isPresent();
  }

  private static Given text(String what) {
    return given(what, null, null, null, new PersonId(Ids.fresh()));
  }

  private static Given file(String what, int bytes, String name, @Nullable String head) {
    return given(what, new Sha256("%064x".formatted(bytes)), name, head, new PersonId(Ids.fresh()));
  }

  private static Given given(
      String what,
      @Nullable Sha256 file,
      @Nullable String name,
      @Nullable String head,
      PersonId bidder) {
    return new Given(new TaskId(Ids.fresh()), what, file, name, head, Set.of(bidder));
  }
}
