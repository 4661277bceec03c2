package org.diestra.money.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.payments.Subject;
import org.diestra.money.retainers.RetainerChecks;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Twenty hours a month for 220 €, for which nothing is ever held. */
@HouseTest
class DirectMonthsTests extends DirectHouse {
  @Autowired private RecordedHours hours;
  @Autowired private RetainerChecks checks;
  @Autowired private MockMvc mvc;

  @BeforeEach
  void aContractIsSigned() {
    hours.nextWeek();
    signs(() -> contracts.retained(client, rosa, false, it -> {})); // without a promise
    later(Duration.ofSeconds(1)); // its first month follows the start
  }

  @AfterEach
  void nothingIsWrong() {
    theBooksAreSound();
    checks.holdFor(signed.id());
  }

  private void over() {
    later(Duration.ofDays(46));
    later(Duration.ofSeconds(5));
  }

  @Test
  void aMonthThatWasPromisedIsDueOnceItIsOver() throws Exception {
    var first = Subject.period(signed.id(), RetainerChecks.month(signed.id(), 1));
    mvc.perform(post(first.page() + "/payments").with(signedIn(client)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    over();
    assertThat(owed()).isEqualTo(eur(22_000));
    assertThat(dues()).singleElement().matches(due -> due.page().equals(first.page()));
    arrives(said(22_000, "R 1"), 22_000).orFail();
    assertThat(owed()).isEqualTo(eur(0));
  }

  @Test
  void whatIsUsedIsDueAlsoWithoutAPromise() {
    hours.add(signed, hours.nextWeek(), 0, 60);
    over();
    assertThat(owed()).isEqualTo(eur(22_000));
  }
}
