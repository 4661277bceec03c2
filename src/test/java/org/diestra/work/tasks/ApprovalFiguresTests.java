package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class ApprovalFiguresTests extends TaskScene {
  @Autowired private JdbcClient jdbc;
  @Autowired private HouseRights house;

  @Test
  void whatAClientTakesToApproveIsToldAndGoodForTenMinutes() throws Exception {
    var client = People.organisation(lucia);
    var time = new AtomicReference<>(clock.instant());
    InstantSource source = time::get;
    var figures = new ApprovalFigures(jdbc, house, source.withZone(ZoneOffset.UTC));
    assertThat(figures.of(List.of(client))).isEmpty();

    var id = delivered();
    as(lucia, () -> reviews.approve(lucia, id, seen(id), null).orFail());

    assertThat(StatementCount.during(() -> figures.of(List.of(client)))).isEmpty();
    assertThat(figures.of(List.of(client))).isEmpty();
    time.updateAndGet(now -> now.plus(ApprovalFigures.FRESH));
    assertThat(figures.of(List.of(client)).get(client).approves())
        .isBetween(Duration.ZERO, Duration.ofMinutes(5));
    assertThat(StatementCount.during(() -> figures.of(List.of(client)))).isEmpty();
    assertThat(figures.of(List.of(client))).containsKey(client);
  }
}
