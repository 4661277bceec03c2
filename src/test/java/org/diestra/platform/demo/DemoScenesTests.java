package org.diestra.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class DemoScenesTests {
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final String scene = "test:" + UUID.randomUUID();
  private final List<String> played = new ArrayList<>();

  /** A part of that scene. */
  private DemoPart part(int order, String scene, Runnable play) {
    return new DemoPart() {
      @Override
      public String name() {
        return scene + order;
      }

      @Override
      public int order() {
        return order;
      }

      @Override
      public String scene() {
        return scene;
      }

      @Override
      public void play(Cast cast) {
        played.add(name());
        play.run();
      }
    };
  }

  private void open(DemoPart... parts) {
    new Demo(true, List.of(parts), cast, jdbc, transaction, clock)
        .run(new DefaultApplicationArguments());
  }

  @Test
  void aSceneIsPlayedOnceAndTogetherWhereItsFirstPartStands() {
    var first = part(1, scene, () -> {});
    var other = part(2, scene + "-other", () -> {});
    var last = part(3, scene, () -> {});
    open(last, other, first);
    open(last, other, first);
    assertThat(played).containsExactly(scene + 1, scene + 3, scene + "-other2");
  }

  @Test
  void whereOnePartFailsTheWholeSceneBeginsAnew() {
    var first = part(1, scene, () -> {});
    var broken =
        part(
            2,
            scene,
            () -> {
              throw new IllegalStateException("killed");
            });
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> open(first, broken));
    played.clear();
    open(first, part(2, scene, () -> {}));
    assertThat(played).containsExactly(scene + 1, scene + 2);
  }
}
