package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One entry of the navigation, and no other, says where one is. */
@HouseTest
class CurrentEntryTests {
  @Autowired Frame frame;

  @Test
  void anOfferStandsUnderContracts() {
    assertThat(current("/offers/0355THnXUZmQ2N4G4zm107", Audience.CLIENT)).isEqualTo("/contracts");
    assertThat(current("/offersome", Audience.CLIENT)).isEmpty();
  }

  @Test
  void anInterviewStandsUnderWhatItIsAbout() {
    assertThat(current("/interviews/0355THnXUZmQ2N4G4zm107", Audience.HIRING))
        .isEqualTo("/jobs/mine");
    assertThat(current("/interviews", Audience.ASSISTANT)).isEqualTo("/bids");
    assertThat(current("/tryouts/0355THnXUZmQ2N4G4zm107", Audience.ASSISTANT)).isEqualTo("/bids");
  }

  @Test
  void whatIsBelowJobsIsAClientsOwnAndAnAssistantsSearch() {
    var bids = "/jobs/0355THhQ0AONQQIHfuAKXV/bids";
    assertThat(current(bids, Audience.HIRING)).isEqualTo("/jobs/mine");
    assertThat(current(bids, Audience.ASSISTANT)).isEqualTo("/jobs");
  }

  @Test
  void whoeverIsBothIsAtTheNearerOfTwo() {
    assertThat(current("/jobs/mine", Audience.HIRING, Audience.ASSISTANT)).isEqualTo("/jobs/mine");
    assertThat(current("/jobs", Audience.HIRING, Audience.ASSISTANT)).isEqualTo("/jobs");
  }

  private String current(String path, Audience first, Audience... others) {
    var who = new Who("Ana", null, Locale.ENGLISH, ZoneOffset.UTC, null, EnumSet.of(first, others));
    return frame.current(Visit.of(who, "auto"), path).map(NavEntry::href).orElse("");
  }
}
