package org.diestra.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;

class MentionsTests {
  private final PersonId ana = new PersonId(Ids.fresh());
  private final PersonId jose = new PersonId(Ids.fresh());
  private final PersonId josefa = new PersonId(Ids.fresh());
  private final Mentions mentions =
      new Mentions(Map.of(ana, "Ana Ruíz", jose, "José Gil", josefa, "Josefa Gil"));

  @Test
  void aWholeNameOrAFirstNameMeansSomebodyWhateverItsCaseAndAccents() {
    assertThat(mentions.people("Ask @ana ruiz and @JOSÉ.")).containsExactlyInAnyOrder(ana, jose);
    assertThat(mentions.people("(@Josefa)")).containsExactly(josefa);
  }

  @Test
  void anAddressOrHalfANameMeansNobody() {
    assertThat(mentions.people("me@ana.example, @Jo, @anaruiz, ana @")).isEmpty();
  }

  @Test
  void aFirstNameOfTwoMeansNeither() {
    var two = new Mentions(Map.of(ana, "Ana Ruiz", jose, "Ana Gil"));
    assertThat(two.people("@Ana")).isEmpty();
    assertThat(two.people("@Ana Gil")).containsExactly(jose);
  }

  @Test
  void theyAreMarkedInBold() {
    assertThat(mentions.marked("Hi @Ana Ruíz, ok?")).isEqualTo("Hi **@Ana Ruíz**, ok?");
    assertThat(mentions.marked("nobody @here")).isEqualTo("nobody @here");
  }
}
