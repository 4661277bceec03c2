package org.diestra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages that gather from many modules send as many statements for much as for little. What one
 * module shows by itself, its own tests count.
 */
@HouseTest
@Transactional
class PageCostTests {
  @Autowired MockMvc mvc;
  @Autowired OnStage stage;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  @Test
  void aJobCostsAsMuchWithTheMostBidsAsWithTheFewest() throws Exception {
    stage.play();
    var fewest = job("asc");
    var most = job("desc");
    assertThat(most).isNotEqualTo(fewest);
    statements("/jobs/" + fewest, null); // what is said of its client is kept for a while
    statements("/jobs/" + most, null);
    var guest = statements("/jobs/" + fewest, null);
    assertThat(statements("/jobs/" + most, null)).hasSameSizeAs(guest);
  }

  @Test
  void homeCostsAsMuchForTheBusiestClientAsForALesserOne() throws Exception {
    var cast = stage.play();
    var lesser = statements("/home", cast.person(Cast.PRACTICE));
    // whoever has interviews waiting asks once for the names, however many they are; whoever pays
    // hours, for what is held, worked and owed of all of them
    assertThat(statements("/home", cast.person(Cast.CLIENT)).size())
        .isBetween(lesser.size(), lesser.size() + 5);
  }

  @Test
  void theOperatorsListsCostAsMuchForTheWholeDemoAsForOnePerson() throws Exception {
    var operator = people.operator("Olga").id();
    var people = statements("/operator/people?q=" + operator, operator);
    var trail = statements("/operator/audit?person=" + operator, operator);
    stage.play();
    assertThat(statements("/operator/people", operator)).hasSameSizeAs(people);
    assertThat(statements("/operator/audit", operator).size())
        .isLessThanOrEqualTo(trail.size() + 1);
  }

  private String job(String order) {
    return jdbc.sql(
            """
            select b.job from proposals.bid b join jobs.post p on p.id = b.job
            where p.stage = 'OPEN' group by b.job order by count(*) %s, b.job limit 1
            """
                .formatted(order))
        .query((row, n) -> Ids.text(row.getObject(1, UUID.class)))
        .single();
  }

  private List<String> statements(String path, @org.jspecify.annotations.Nullable PersonId person)
      throws Exception {
    return StatementCount.during(() -> {
      var asked = get(path);
      mvc.perform(person == null ? asked : asked.with(signedIn(person))).andExpect(status().isOk());
    });
  }
}
