package org.diestra.platform.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.diestra.platform.data.Row.at;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.diestra.platform.data.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays each part that has not been played yet, in order, before the house says it is ready. A
 * scene, of one part or several, and the note that it was played are one transaction: killed in the
 * middle, it begins anew.
 */
@Component
class Demo implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(Demo.class);
  private final boolean wanted;
  private final List<DemoPart> parts;
  private final Cast cast;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Demo(
      @Value("${diestra.demo}") boolean wanted,
      List<DemoPart> parts,
      Cast cast,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.wanted = wanted;
    this.parts = parts.stream().sorted(Comparator.comparingInt(DemoPart::order)).toList();
    this.cast = cast;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (wanted) {
      scenes().forEach(scene -> Caller.house().run(() -> play(scene)));
    }
  }

  /** Each where its first part stands. */
  private Collection<List<DemoPart>> scenes() {
    return parts.stream()
        .collect(groupingBy(DemoPart::scene, LinkedHashMap::new, toList()))
        .values();
  }

  private void play(List<DemoPart> scene) {
    transaction.executeWithoutResult(tx -> {
      for (var part : scene) {
        if (begin(part.name())) {
          part.play(cast);
          log.info("The demo has {}.", part.name());
        }
      }
    });
  }

  /** False where it was played already. */
  private boolean begin(String name) {
    return jdbc.sql(
                """
                insert into demo.played (part, at) values (:part, :at) on conflict do nothing
                """)
            .param("part", name)
            .param("at", at(clock.instant()))
            .update()
        == 1;
  }
}
