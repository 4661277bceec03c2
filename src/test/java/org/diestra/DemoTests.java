package org.diestra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.platform.demo.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The demo is played through the same verbs as people use, so each of them must still take it. */
@HouseTest
@Transactional
class DemoTests {
  @Autowired OnStage stage;
  @Autowired JdbcClient jdbc;

  @Test
  void everyPartPlaysToItsEnd() {
    stage.play();
    assertThat(count("talent.profile where published_at is not null")).isGreaterThan(40);
    assertThat(count("samples.sample")).isGreaterThan(20);
    assertThat(count("jobs.post where stage = 'OPEN'")).isGreaterThan(6);
    assertThat(count("proposals.bid")).isGreaterThan(40);
    assertThat(count("tryouts.tryout where state in ('REQUESTED', 'SUBMITTED', 'SCORED')"))
        .isGreaterThanOrEqualTo(3);
    assertThat(count("contracts.contract")).isPositive();
  }

  /** Whoever looks around finds a bid in each stage; interviews are another module's. */
  @Test
  void thereIsABidInEveryStage() {
    var cast = stage.play();
    var clients =
        Stream.of(Cast.CLIENT, Cast.PRACTICE, Cast.STUDIO)
            .map(email -> cast.business(email).value())
            .toArray(UUID[]::new);
    assertThat(
            jdbc.sql(
                    """
                    select distinct state from proposals.bid where organisation = any(:clients)
                    """)
                .param("clients", clients)
                .query(String.class)
                .list())
        .contains(
            "DRAFT",
            "WAITLISTED",
            "SUBMITTED",
            "SHORTLISTED",
            "OFFERED",
            "STALE",
            "WON",
            "WITHDRAWN",
            "DECLINED",
            "LOST",
            "EXPIRED");
  }

  private int count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
  }
}
