package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class AmongTests {
  @Autowired private JdbcClient jdbc;

  @Test
  void findsWhatIsAmongNoneOneOrMany() {
    var all = Stream.generate(Ids::fresh).limit(3).toList();
    assertThat(found(all, List.of())).isEmpty();
    assertThat(found(all, all.subList(1, 2))).containsExactly(all.get(1));
    assertThat(found(all, List.of(Ids.fresh()))).isEmpty();
    assertThat(found(all, all.subList(1, 3))).containsExactly(all.get(1), all.get(2));
  }

  private List<UUID> found(List<UUID> all, List<UUID> wanted) {
    return jdbc.sql(
            "select id from unnest(:all) with ordinality as t (id, n) where "
                + Among.of("id", ":wanted", wanted)
                + " order by n")
        .param("all", all.toArray(UUID[]::new))
        .param("wanted", wanted.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }
}
