package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit.Entry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class AuditTests {
  private final UUID person = Ids.fresh();
  private final UUID job = Ids.fresh();

  @Autowired private Audit audit;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;

  @Test
  void aDeedIsReadAsItWasRecorded() {
    var before = clock.instant();
    var organisation = Ids.fresh();
    var deed =
        Deed.of("jobs", "close")
            .by(person)
            .onBehalfOf(organisation)
            .on("job", job)
            .moved("OPEN", "CLOSED")
            .with("outcome", "hired")
            .with("bids", 7);
    record(deed);
    var entries = audit.page(null, job, null, 10);
    assertThat(entries).extracting(Entry::deed).containsExactly(deed);
    assertThat(entries.getFirst().at()).isBetween(before, clock.instant());
  }

  @Test
  void theCallerDidItUnlessSomebodyElseIsNamed() {
    Caller.person(person).run(() -> record(Deed.of("jobs", "open").on("job", job)));
    Caller.house().run(() -> record(Deed.of("jobs", "expire").on("job", job)));
    assertThat(audit.page(null, job, null, 10))
        .extracting(entry -> entry.deed().person())
        .containsExactly(null, person);
  }

  @Test
  void aDeedThatIsUndoneLeavesNoRecord() {
    transactions.executeWithoutResult(tx -> {
      audit.record(Deed.of("jobs", "close").on("job", job));
      tx.setRollbackOnly();
    });
    assertThat(audit.page(null, job, null, 10)).isEmpty();
    assertThatThrownBy(() -> audit.record(Deed.of("jobs", "close")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (int i = 0; i < 7; i++) {
      record(Deed.of("jobs", "edit").by(person).with("number", i));
    }
    var numbers = new ArrayList<Object>();
    var page = audit.page(person, null, null, 3);
    while (!page.isEmpty()) {
      page.forEach(entry -> numbers.add(entry.deed().details().get("number")));
      page = audit.page(person, null, page.getLast().mark(), 3);
    }
    assertThat(numbers).containsExactly(6, 5, 4, 3, 2, 1, 0);
  }

  @Test
  void theRecordCannotBeChanged() {
    for (var change :
        new String[] {
          "update data.audit set action = 'none'", "delete from data.audit", "truncate data.audit"
        }) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private void record(Deed deed) {
    transactions.executeWithoutResult(tx -> audit.record(deed));
  }
}
