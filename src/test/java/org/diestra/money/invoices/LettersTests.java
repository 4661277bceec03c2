package org.diestra.money.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.SeriesStore.Taken;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each issuer's numbers begin with letters of its own. */
@HouseTest
class LettersTests {
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;

  /** With a hundred thousand issuers it is nearly sure to happen. */
  @Test
  void whoDrawsTheLettersOfAnotherDrawsAgain() {
    var luck = new Random();
    var first = "T" + letters(luck);
    var second = "T" + letters(luck);
    var drawn = new ArrayDeque<>(List.of(first, first, first, second));
    var drawing = new SeriesStore(jdbc, drawn::remove);
    var issuers = Map.of(UUID.randomUUID(), 1, UUID.randomUUID(), 1);
    var taken =
        transactions.execute(tx -> {
          tx.setRollbackOnly(); // numbers without invoices are gaps to whoever counts
          return house.call(() -> drawing.take(Kind.WORK, issuers, LocalDate.of(2026, 11, 30)));
        });
    assertThat(taken.values()).extracting(Taken::code).containsExactlyInAnyOrder(first, second);
  }

  private static String letters(Random luck) {
    return "%05d".formatted(luck.nextInt(100_000));
  }
}
