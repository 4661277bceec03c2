package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One after the other in a workspace, side by side in others. */
class TurnsTests {
  private final Turns turns = new Turns();
  private final UUID workspace = UUID.randomUUID();

  @Test
  void twoNeverHaveTheTurnAtOnce() {
    var within = new AtomicInteger();
    var most = new AtomicInteger();
    var all = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 20; i++) {
      all.add(
          CompletableFuture.runAsync(() -> {
            try (var _ = turns.take(workspace).orElseThrow()) {
              most.accumulateAndGet(within.incrementAndGet(), Math::max);
              Thread.yield();
              within.decrementAndGet();
            }
          }));
    }
    all.forEach(CompletableFuture::join);
    assertThat(most).hasValue(1);
    assertThat(turns.people(workspace)).isZero();
  }

  @Test
  void anotherWorkspaceWaitsForNobody() {
    try (var _ = turns.take(workspace).orElseThrow();
        var _ = turns.take(UUID.randomUUID()).orElseThrow()) {
      assertThat(turns.people(workspace)).isEqualTo(1);
    }
  }
}
