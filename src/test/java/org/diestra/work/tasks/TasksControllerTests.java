package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.StatementCount;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.work.tasks.Task.Stage;
import org.diestra.work.tasks.Work.Due;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@HouseTest
class TasksControllerTests extends TaskScene {
  @Autowired MockMvc mvc;

  private String page(Viewer viewer, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private String sent(AbstractMockHttpServletRequestBuilder<?> asked, Viewer viewer, int expected)
      throws Exception {
    return mvc.perform(asked.with(signedIn(viewer)).with(csrf()))
        .andExpect(status().is(expected))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private List<String> statements(String path) throws Exception {
    return StatementCount.during(() -> page(lucia, path));
  }

  @Test
  void thirtyTasksCostAsManyStatementsAsOne() throws Exception {
    var due = new Due(Instant.parse("2087-05-12T10:00:00Z"), ZoneId.of("Europe/Madrid"));
    Runnable dated =
        () -> {
          var plain = work("2500");
          var work =
              new Work(
                  plain.title(),
                  "",
                  plain.procedure(),
                  plain.criteria(),
                  plain.price(),
                  null,
                  due,
                  null,
                  null);
          as(lucia, () -> tasks.propose(lucia, signed.id(), work).orFail());
        };
    dated.run();
    var views = List.of("", "?view=board", "?view=calendar&month=2087-05");
    var few = counts(views);
    for (int i = 0; i < 30; i++) {
      dated.run();
    }
    assertThat(counts(views)).isEqualTo(few);
    assertThat(page(lucia, "/calendar?view=day&date=2087-05-12"))
        .contains("12:00", work("2500").title());
    assertThat(page(people.client("Other"), "/calendar?view=day&date=2087-05-12"))
        .doesNotContain(work("2500").title());
  }

  private List<Integer> counts(List<String> views) throws Exception {
    var counts = new ArrayList<Integer>();
    for (var view : views) {
      counts.add(statements(signed.href() + "/tasks" + view).size());
    }
    return counts;
  }

  @Test
  void whatIsWrongWithAProposalStandsAtItsPlaceAndWhatWasTypedStays() throws Exception {
    var html =
        sent(
            post(signed.href() + "/tasks")
                .param("seen", "0")
                .param("title", "Travel <b>plan</b>")
                .param("criteria", " ")
                .param("pays", "price")
                .param("price", "much")
                .param("repeat", "weekly")
                .param("every", "1"),
            lucia,
            422);
    assertThat(html)
        .contains("value=\"Travel &lt;b")
        .contains("Say at least one thing it is accepted by")
        .contains("Give an amount, such as 25 or 12.50")
        .contains("Give the day of the first one");
  }

  @Test
  void aFileOfADeliveryIsServedToItsSidesAlone() throws Exception {
    var id = started();
    var file = new MockMultipartFile("brought", "sum.txt", "text/plain", "twelve".getBytes());
    var asked = multipart(signed.href() + "/tasks/" + id + "/delivery").file(file);
    asked.param("seen", String.valueOf(seen(id))).content(new byte[500]); // its length
    sent(asked, rosa, 302);
    assertThat(stage(id)).isEqualTo(Stage.DELIVERED);
    var blob = house.call(() -> traces.deliveries(id)).getFirst().files().getFirst();
    var path = signed.href() + "/tasks/" + id + "/files/" + blob;
    assertThat(page(lucia, path)).isEqualTo("twelve");
    var stranger = people.client("Other");
    mvc.perform(get(path).with(signedIn(stranger))).andExpect(status().isNotFound());
    var other = agreed();
    mvc.perform(get(signed.href() + "/tasks/" + other + "/files/" + blob).with(signedIn(lucia)))
        .andExpect(status().isNotFound());
  }

  @Test
  void aDeliveryOfNothingIsRefusedAndOneLinkMustBeAPage() throws Exception {
    var id = started();
    var path = signed.href() + "/tasks/" + id + "/delivery";
    var seen = String.valueOf(seen(id));
    assertThat(sent(post(path).param("seen", seen), rosa, 422)).contains("role=\"alert\"");
    var script = post(path).param("seen", seen).param("links", "javascript:alert(1)");
    assertThat(sent(script, rosa, 422)).contains("javascript:alert(1)");
    assertThat(stage(id)).isEqualTo(Stage.IN_PROGRESS);
  }

  @Test
  void manyAreMovedAtOnceAndWhatCannotBeIsLeft() throws Exception {
    var one = delivered();
    var two = delivered();
    var proposed = proposed();
    var many =
        post(signed.href() + "/tasks/many")
            .param("what", "approval")
            .param("task", one + "." + seen(one), two + "." + seen(two), proposed + ".1");
    sent(many, lucia, 302);
    assertThat(List.of(stage(one), stage(two), stage(proposed)))
        .containsExactly(Stage.APPROVED, Stage.APPROVED, Stage.PROPOSED);
  }

  @Test
  void aPageThatIsOldTellsHowItStandsNow() throws Exception {
    var id = delivered();
    as(lucia, () -> reviews.approve(lucia, id, seen(id), null).orFail());
    var html =
        sent(
            post(signed.href() + "/tasks/" + id + "/moves/approval").param("seen", "4"),
            lucia,
            409);
    assertThat(html).contains("The task has changed since you opened this page");
  }

  @Test
  void theClientsOtherContractDoesNotShowIt() throws Exception {
    var id = proposed();
    var other = contracts.hourly(lucia, rosa);
    mvc.perform(get(other.href() + "/tasks/" + id).with(signedIn(lucia)))
        .andExpect(status().isNotFound());
    mover.skipTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(page(lucia, other.href() + "/tasks")).doesNotContain("November receipts");
  }

  @Test
  void theTaskThatIsChosenAsTheTimerIsStoppedHasItsTime() throws Exception {
    var task = started();
    var key = Ids.text(Ids.fresh());
    var begin = post("/time/timer").param("contract", signed.id().toString()).param("key", key);
    sent(begin, rosa, 302);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(20)));
    var stop = post("/time/timer/" + key + "/stop").param("note", "Conciliar el banco");
    sent(stop.param("task", Ids.text(task.value())), rosa, 302);
    assertThat(
            house.call(() ->
                jdbc.sql("select task from \"time\".entry where contract = :contract")
                    .param("contract", signed.id().value())
                    .query(UUID.class)
                    .list()))
        .containsExactly(task.value());
  }

  @Test
  void onlyTheFirstPageOfTheListShowsByItselfWhatComes() throws Exception {
    proposed();
    proposed();
    var list = signed.href() + "/tasks";
    assertThat(page(lucia, list)).contains("id=\"tasks\" hx-get");
    assertThat(page(lucia, list + "?after=1")).doesNotContain("id=\"tasks\" hx-get");
  }
}
