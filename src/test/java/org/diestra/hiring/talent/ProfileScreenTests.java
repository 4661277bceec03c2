package org.diestra.hiring.talent;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.HouseTest;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.hiring.talent.Profile.Service;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Contact data does not get into a profile, whichever text it is written into. */
@HouseTest
class ProfileScreenTests {
  @Autowired Assistants assistants;
  @Autowired Profiles profiles;
  @Autowired Items items;

  @Test
  void anAddressInTheSummaryIsRefusedThereAndNothingIsKept() {
    var rosa = assistants.published("Rosa");
    var before = profiles.of(rosa).summary();

    var why = refusal(profiles.basics(rosa.id(), "Books", "Write to rosa@example.org"));

    assertThat(why.field()).isEqualTo("summary");
    assertThat(profiles.of(rosa).summary()).isEqualTo(before);
  }

  @Test
  void aTelephoneNumberInAServiceIsRefusedThere() {
    var rosa = assistants.published("Rosa");
    var call = "Call +34 612 345 678 before.";
    var service = new Service(ItemId.fresh(), "VAT", call, Money.of(9_000, "EUR"), 5);

    assertThat(refusal(items.add(rosa.id(), service)).field()).isEqualTo("included");
  }

  private static Refusal refusal(org.diestra.platform.base.Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("not refused: " + done);
        },
        why -> why);
  }
}
