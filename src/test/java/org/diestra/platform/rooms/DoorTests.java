package org.diestra.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Token;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class DoorTests {
  @Autowired Door door;
  @Autowired ProbeRooms probes;
  @Autowired RoomStore store;
  @Autowired People people;
  @Autowired ClockMover clock;
  Viewer host;
  Viewer guest;
  Room room;

  @BeforeEach
  void aRoom() {
    host = people.client("Lucía");
    guest = people.assistant("Rosa");
    room = probes.open(0, host, guest);
  }

  private Token token(Viewer viewer) {
    return door.token(room.id(), viewer).orFail();
  }

  private boolean opens(Viewer viewer, Token token) {
    return door.use(room.id(), viewer.id(), token).isPresent();
  }

  @Test
  void aTokenOpensOnceAndForItsPersonAlone() {
    var token = token(guest);

    assertThat(opens(host, token)).isFalse();
    assertThat(opens(guest, token)).isTrue();
    assertThat(opens(guest, token)).isFalse();
  }

  @Test
  void aTokenOpensItsRoomAlone() {
    var other = probes.open(0, host, guest);
    var token = token(guest);

    assertThat(door.use(other.id(), guest.id(), token)).isEmpty();
  }

  @Test
  void aTokenThatNobodyUsedIsSoonWorthNothing() {
    var token = token(guest);
    clock.moveTo(room.opens().plus(Duration.ofMinutes(3)));

    assertThat(opens(guest, token)).isFalse();
  }

  @Test
  void outsideOfItsTimeARoomGivesNone() {
    room = probes.open(10, host, guest);
    assertThat(door.token(room.id(), guest)).isInstanceOf(Outcome.Refused.class);
    clock.moveTo(room.opens());
    var token = token(guest);
    probes.close(room);

    assertThat(door.token(room.id(), guest)).isInstanceOf(Outcome.Refused.class);
    assertThat(opens(guest, token)).isFalse();
  }

  @Test
  void whoDoesNotBelongThereFindsNoRoom() {
    var stranger = people.client("Eve");

    assertThatThrownBy(() -> door.token(room.id(), stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> door.token(RoomId.fresh(), host)).isInstanceOf(NotFound.class);
  }

  @Test
  void ofManyWhoBringTheSameTokenOneComesIn() throws Exception {
    var token = token(guest);
    Callable<Boolean> attempt = () -> opens(guest, token);
    try (var threads = Executors.newFixedThreadPool(4)) {
      int in = 0;
      for (var opened : threads.invokeAll(Collections.nCopies(8, attempt))) {
        in += opened.get() ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
  }

  @Test
  void whoWasLetInKeepsTheSeatUntilTheRoomIsOpenedForAnotherTime() {
    var admission = door.admission(room.id(), guest);
    door.arrive(admission);
    int seat = door.enter(admission);
    door.leave(room.id(), guest.id());

    assertThat(door.enter(admission)).isEqualTo(seat);
    assertThat(store.log(room.id()))
        .singleElement()
        .satisfies(stay -> assertThat(stay.leftAt()).isNotNull());
  }
}
