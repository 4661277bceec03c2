package org.diestra.money.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.diestra.money.direct.Asked.Share;
import org.diestra.money.direct.Asked.Want;
import org.junit.jupiter.api.Test;

class AskedTests {
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  @Test
  void aTransferOfWhatInvoicesAskCoversWhatWasAgreed() {
    var wants =
        List.of(
            new Want(FIRST, eur(10_000), eur(10_600)), new Want(SECOND, eur(5_000), eur(5_000)));
    assertThat(Asked.shares(eur(15_600), wants))
        .containsEntry(FIRST, new Share(eur(10_000), eur(10_600)))
        .containsEntry(SECOND, new Share(eur(5_000), eur(5_000)));
    assertThat(Asked.shares(eur(5_300), wants))
        .containsOnly(java.util.Map.entry(FIRST, new Share(eur(5_000), eur(5_300))));
    assertThat(Asked.shares(eur(20_000), wants)).hasSize(2);
  }

  @Test
  void aTransferThatIsNotWorthACentOfItCoversNothing() {
    assertThat(Asked.shares(eur(1), List.of(new Want(FIRST, eur(10), eur(1_000))))).isEmpty();
  }

  @Test
  void neverIsMoreCoveredThanIsDueNorMoreUsedThanWasPaid() {
    var random = new Random(20_261_129);
    for (int i = 0; i < 10_000; i++) {
      long paid = random.nextLong(1, 1_000_000);
      long due = random.nextLong(1, 1_000_000);
      long asked = random.nextLong(1, 2_000_000);
      var wants = List.of(new Want(FIRST, eur(due), eur(asked)));
      for (var share : Asked.shares(eur(paid), wants).values()) {
        assertThat(share.part().minor()).isBetween(1L, due);
        assertThat(share.transfer().minor()).isBetween(1L, Math.min(paid, asked));
      }
    }
  }
}
