package org.diestra.work.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.work.contracts.Offer.Facts;
import org.junit.jupiter.api.Test;

class OfferTests {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private final Offer.Open offer = open(1, Side.CLIENT, NOW.plus(Offer.LIVES));

  @Test
  void onlyTheOtherSideAccepts() {
    assertThat(refused(offer.accept(Side.CLIENT, 1, NOW))).isEqualTo("contracts.offer.moved");
    assertThat(offer.accept(Side.ASSISTANT, 1, NOW).orFail().state()).isEqualTo("ACCEPTED");
  }

  @Test
  void whoeverSawAnOlderVersionIsToldSo() {
    var countered = offer.counter(Side.ASSISTANT, 1, NOW).orFail();
    assertThat(countered.turn()).isEqualTo(Side.CLIENT);
    assertThat(countered.state()).isEqualTo("COUNTERED");
    assertThat(refused(countered.accept(Side.CLIENT, 1, NOW))).isEqualTo("contracts.offer.moved");
    assertThat(countered.accept(Side.CLIENT, 2, NOW)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void afterSevenDaysNobodyAcceptsItEvenBeforeTheTimerRang() {
    var late = NOW.plus(Offer.LIVES);
    assertThat(refused(offer.accept(Side.ASSISTANT, 1, late))).isEqualTo("contracts.offer.expired");
    assertThat(offer.accept(Side.ASSISTANT, 1, late.minusNanos(1)))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aCounterOfferWaitsSevenDaysOfItsOwn() {
    var later = NOW.plus(Duration.ofDays(5));
    assertThat(offer.counter(Side.ASSISTANT, 1, later).orFail().facts().expiresAt())
        .isEqualTo(later.plus(Offer.LIVES));
  }

  @Test
  void onlyTheAuthorTakesItBack() {
    assertThat(refused(offer.withdraw(Side.ASSISTANT, 1))).isEqualTo("contracts.offer.moved");
    assertThat(offer.withdraw(Side.CLIENT, 1).orFail().state()).isEqualTo("WITHDRAWN");
  }

  private static String refused(Outcome<?> outcome) {
    return outcome.fold(done -> "done", why -> why.key());
  }

  private static Offer.Open open(int version, Side author, Instant expires) {
    return new Offer.Open(
        new Facts(
            new OfferId(Ids.fresh()),
            new JobId(Ids.fresh()),
            new BidId(Ids.fresh()),
            new OrganisationId(Ids.fresh()),
            new PersonId(Ids.fresh()),
            new PersonId(Ids.fresh()),
            version,
            author,
            expires));
  }
}
