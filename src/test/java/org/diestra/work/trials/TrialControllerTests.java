package org.diestra.work.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.StatementCount;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.Test;

/** Who may ask whom for a paid trial, within which bounds, and what the pages say. */
@HouseTest
class TrialControllerTests extends TrialScene {
  @Test
  void theFormIsFilledFromTheJobAndTellsBothSidesOfThePrice() throws Exception {
    var form = page("/trials/new?bid=" + bid, lucia);
    assertThat(form).contains("A paid trial with Rosa", "24.00", "The assistant receives");
    var counted = send(asking(bid, WHAT, "21,50").param("do", "count"), lucia);
    assertThat(counted.getStatus()).isEqualTo(200);
    assertThat(counted.getContentAsString()).contains("€21.50", "At most €28.00");
    var figures = post("/trials/figures?bid=" + bid).param("price", "7").param("hours", "1");
    assertThat(send(figures, lucia).getContentAsString())
        .contains("€7.00", "At most €14.00")
        .doesNotContain("<html");
  }

  @Test
  void whatIsAboveTheMaximumIsRefusedAtItsFieldAndStays() throws Exception {
    var answer = send(asking(bid, WHAT, "28.01"), lucia);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("price-why", "At most €28.00", "28.01", "by supplier");
    var long_ = post("/trials?bid=" + bid).param("hours", "6").param("what", "Much of it");
    var again = send(long_, lucia);
    assertThat(again.getStatus()).isEqualTo(422);
    assertThat(again.getContentAsString())
        .contains("hours-why", "what-why", "criteria-why", "price-why", "due-why", "law-why")
        .contains("signature-why", "Much of it");
    assertThat(house.call(() -> store.of(List.of(bid)))).isEmpty();
  }

  @Test
  void withoutARailThereIsNoPaidTrialAndFewCentsAreNoPrice() throws Exception {
    var poor = people.client("Lucía Ferrer");
    var rail = bids.job(poor);
    var there = bids.kept(poor, rosa, rail);
    assertThat(send(get("/trials/new?bid=" + there), poor).getRedirectedUrl())
        .isEqualTo("/jobs/" + rail + "/bids");
    var answer = send(asking(there, WHAT, "20"), poor);
    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(house.call(() -> store.of(List.of(there)))).isEmpty();
    assertThat(send(asking(bid, WHAT, "5.99"), lucia).getContentAsString())
        .contains("At least €6.00");
    assertThat(send(asking(bid, WHAT, "99999999999999"), lucia).getStatus()).isEqualTo(422);
  }

  @Test
  void contactDataIsRefusedBeforeThereIsAContract() throws Exception {
    var answer = send(asking(bid, "Write to me at ana.torres@correo.es about it.", "20"), lucia);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("what-why", "ana.torres@correo.es");
  }

  @Test
  void oneAtATimeForABidAndOnlyForOneThatIsKept() throws Exception {
    asked();
    assertThat(send(asking(bid, WHAT, "20"), lucia).getStatus()).isEqualTo(409);
    assertThat(send(get("/trials/new?bid=" + bid), lucia).getRedirectedUrl())
        .isEqualTo("/jobs/" + job + "/bids");
    var fresh = bids.sent(assistants.published("Nueva Ruiz"), job);
    assertThat(send(asking(fresh, WHAT, "20"), lucia).getStatus()).isEqualTo(409);
  }

  @Test
  void nobodyElseSeesOrAnswersIt() throws Exception {
    var href = asked();
    var rival = assistants.published("Rival Soto");
    bids.kept(lucia, rival, job);
    var elsewhere = assistants.published("Eva Elsewhere");
    var other = people.client("Otra");
    bids.kept(other, elsewhere, bids.job(other));
    for (Viewer viewer : List.of(rival, elsewhere, other, people.operator("Olga"))) {
      assertThat(send(get(href), viewer).getStatus()).isEqualTo(404);
      assertThat(send(acceptance(href, 1), viewer).getStatus()).isEqualTo(404);
      assertThat(send(asking(bid, WHAT, "20"), viewer).getStatus()).isEqualTo(404);
    }
    assertThat(send(acceptance(href, 1), lucia).getStatus()).isEqualTo(404);
    assertThat(send(post(href + "/withdrawal").param("version", "1"), rosa).getStatus())
        .isEqualTo(404);
    assertThat(send(post(href + "/acceptance").param("version", "1"), rosa).getStatus())
        .isEqualTo(422);
  }

  @Test
  void whoIsAskedWhileNamesAreHiddenIsNoLongerHidden() throws Exception {
    bids.hideNames(lucia, job);
    assertThat(page("/trials/new?bid=" + bid, lucia)).contains("Bid 1").doesNotContain("Rosa");
    var href = asked();
    assertThat(bids.state(rosa, job)).isEqualTo("INTERVIEWING");
    assertThat(page(href, lucia)).contains("Rosa");
  }

  @Test
  void whatIsTakenBackMayBeAskedForAgain() throws Exception {
    var href = asked();
    done(post(href + "/withdrawal").param("version", "1"), lucia);
    assertThat(page(href, rosa)).contains("El cliente ya no la necesita");
    asked();
  }

  @Test
  void differentPartsOfOneWorkStopTheJobThoughEachIsPaid() throws Exception {
    var answers = new ArrayList<String>();
    for (int part = 1; part <= 6; part++) {
      var someone = assistants.published("Somebody " + part);
      BidId on = bids.kept(lucia, someone, job);
      var what = "Type up this part of the register: rows " + part + "00 to " + part + "99.";
      var href = done(asking(on, what, "10"), lucia);
      answers.add(href);
      if (href.startsWith("/trials/")) {
        done(post(href + "/refusal").param("version", "1").param("reason", "No"), someone);
      }
    }
    assertThat(answers.subList(0, 5)).allMatch(href -> href.startsWith("/trials/"));
    assertThat(answers.getLast()).isEqualTo("/jobs/" + job);
    assertThat(jobs.terms(job).stopped()).isTrue();
    assertThat(page("/operator/samples", people.operator("Olga")))
        .contains("rows 100 to 199", "rows 500 to 599", "rows 600 to 699");
  }

  @Test
  void asManyStatementsForTheComparisonHoweverManyTrials() throws Exception {
    asked();
    comparison();
    var one = comparison();
    for (int i = 0; i < 3; i++) {
      asked(bids.kept(lucia, assistants.published("Another " + i), job));
    }
    assertThat(comparison()).isEqualTo(one);
  }

  private int comparison() throws Exception {
    return StatementCount.during(() -> aside()).size();
  }
}
