package org.diestra.office.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bounds of letters, against those who are quick. */
@HouseTest
class QuotaTests {
  private static final Instant DAY = Instant.parse("2087-01-07T10:00:00Z");
  @Autowired private Quota quota;
  @Autowired private HouseRights house;

  private boolean passes(WorkspaceId room, PersonId by, UUID meeting, List<String> addresses) {
    return house.call(() -> quota.take(room, by, meeting, addresses, DAY).isEmpty());
  }

  private static List<String> addresses(int many) {
    return IntStream.range(0, many).mapToObj(i -> UUID.randomUUID() + "@a.example").toList();
  }

  @Test
  void tenAtOnceSendNoMoreThanADayHas() throws Exception {
    var room = new WorkspaceId(UUID.randomUUID());
    var all = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 10; i++) {
      all.add(
          () -> passes(room, new PersonId(UUID.randomUUID()), UUID.randomUUID(), addresses(100)));
    }
    int passed = 0;
    try (var threads = Executors.newFixedThreadPool(5)) {
      for (Future<Boolean> one : threads.invokeAll(all)) {
        passed += one.get() ? 1 : 0;
      }
    }
    assertThat(passed).isEqualTo(Quota.A_DAY / 100);
  }

  @Test
  void onePersonAndOneAddressHaveBoundsOfTheirOwn() {
    var by = new PersonId(UUID.randomUUID());
    var rooms = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    var passed =
        rooms.stream()
            .filter(r -> passes(new WorkspaceId(r), by, UUID.randomUUID(), addresses(100)))
            .count();
    assertThat(passed).isEqualTo(Quota.BY_ONE / 100);
    var room = new WorkspaceId(UUID.randomUUID());
    var one = List.of(UUID.randomUUID() + "@a.example");
    for (int i = 0; i < Quota.TO_ONE; i++) {
      assertThat(passes(room, new PersonId(UUID.randomUUID()), UUID.randomUUID(), one)).isTrue();
    }
    assertThat(passes(room, new PersonId(UUID.randomUUID()), UUID.randomUUID(), one)).isFalse();
  }
}
