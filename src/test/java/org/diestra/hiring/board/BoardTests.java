package org.diestra.hiring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.OpenJob;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.search.Facet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class BoardTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired OpenJob jobs;
  @Autowired Board board;
  @Autowired JobsWatched watched;
  @Autowired Clock clock;
  private final String tag = "zq" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
  private Viewer client;

  @BeforeEach
  void client() {
    client = people.client("Lucía");
  }

  @Test
  void aJobIsFoundByWordsAreaAndWhatItPaysAtMost() throws Exception {
    var id = job("Librería " + tag, Area.BOOKKEEPING, 1400);
    found("q=" + tag, id);
    assertThat(ids("q=libreria+" + tag + "&area=bookkeeping&unit=hour&from=14&to=14"))
        .containsExactly(id);
    assertThat(ids("q=" + tag + "&from=14.01")).isEmpty();
    assertThat(ids("q=" + tag + "&to=13,99")).isEmpty();
    assertThat(ids("q=" + tag + "&from=60000&currency=COP"))
        .as("about 13.50 euros")
        .containsExactly(id);
    assertThat(ids("q=" + tag + "&area=travel")).isEmpty();
    assertThat(ids("q=" + tag + "&unit=task")).isEmpty();
  }

  @Test
  void aLanguageAtMyLevelFindsWhatAsksForThatOrLess() throws Exception {
    var id = job(tag, Area.ADMIN, 900);
    found("q=" + tag, id);
    assertThat(ids("q=" + tag + "&language=es&level=C2")).containsExactly(id);
    assertThat(ids("q=" + tag + "&language=es&level=B2")).isEmpty();
    assertThat(ids("q=" + tag + "&language=es")).containsExactly(id);
    assertThat(ids("q=" + tag + "&language=en")).isEmpty();
  }

  @Test
  void hoursAreSharedAcrossZones() throws Exception {
    var id = job(tag, Area.ADMIN, 900);
    found("q=" + tag, id);
    assertThat(ids("q=" + tag + "&hours=4&zone=Europe/Madrid")).containsExactly(id);
    assertThat(ids("q=" + tag + "&hours=4&zone=Pacific/Auckland")).isEmpty();
  }

  @Test
  void areasAreCounted() throws Exception {
    var first = job("One " + tag, Area.ADMIN, 900);
    var second = job("Two " + tag, Area.FILES, 1900);
    found("q=" + tag, first);
    found("q=" + tag, second);
    var shown = board.find(Filters.of("q=" + tag + "&area=files"), null);
    assertThat(shown.total()).isEqualTo(1);
    assertThat(shown.count(Facet.AREA, "admin")).isEqualTo(1);
    assertThat(ids("q=" + tag + "&sort=rate")).containsExactly(second, first);
  }

  @Test
  void whatIsClosedIsGoneAtOnce() throws Exception {
    var id = job(tag, Area.ADMIN, 900);
    found("q=" + tag, id);
    jobs.close(client, id);
    assertThat(ids("q=" + tag)).isEmpty();
  }

  @Test
  void thePageTakesAsManyStatementsForTwelveJobsAsForTwo() throws Exception {
    var last =
        List.of(job("1 " + tag, Area.ADMIN, 900), job("2 " + tag, Area.ADMIN, 900)).getLast();
    found("q=" + tag, last);
    page("q=" + tag);
    var two = StatementCount.during(() -> page("q=" + tag));
    for (int i = 3; i <= 12; i++) {
      last = job(i + " " + tag, Area.ADMIN, 900);
    }
    found("q=" + tag, last);
    var twelve = StatementCount.during(() -> page("q=" + tag));
    assertThat(twelve).hasSameSizeAs(two);
    assertThat(twelve).hasSizeLessThanOrEqualTo(7);
  }

  @Test
  void anyAddressAnswers() throws Exception {
    for (var query :
        List.of(
            "q=%00%01&from=abc&hours=999&zone=x&language=xx&level=Q9&after=zzz",
            "q=" + "a%20".repeat(400), "area=&area=x&sort=&verified=maybe")) {
      assertThat(
              mvc.perform(get(java.net.URI.create("/jobs?" + query)))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .as(query)
          .isEqualTo(200);
    }
  }

  @Test
  void aSearchIsKeptOnceHoweverItIsSortedAndCountsWhatIsNew() throws Exception {
    found("q=" + tag, job("Old " + tag, Area.ADMIN, 900));
    var since = clock.instant();
    assertThat(watched.tidied("sort=rate&q=" + tag, client.zone())).isEqualTo("q=" + tag);
    assertThat(watched.fresh("q=" + tag, client.zone(), since)).hasValue(0);
    found("q=" + tag + "&area=files", job("New " + tag, Area.FILES, 900));
    assertThat(watched.fresh("q=" + tag, client.zone(), since)).hasValue(1);
    assertThat(watched.fresh("q=" + tag + "&area=travel", client.zone(), since)).hasValue(0);
  }

  @Test
  void whoeverIsSignedInCanKeepASearch() throws Exception {
    var ana = people.assistant("Ana");
    var answer =
        mvc.perform(
                post("/searches")
                    .param("kind", "jobs")
                    .param("query", "area=files&from=9")
                    .with(signedIn(ana))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(answer.getRedirectedUrl()).startsWith("/jobs?area=files");
    var page = mvc.perform(get("/searches").with(signedIn(ana))).andReturn().getResponse();
    assertThat(page.getContentAsString()).contains("desde");
  }

  private JobId job(String title, Area area, long cents) {
    return jobs.post(client, title, area, Money.of(cents, "EUR"));
  }

  private List<JobId> ids(String query) {
    return board.find(Filters.of(query), null).jobs().stream().map(j -> j.id()).toList();
  }

  /** The index follows within a second. */
  private void found(String query, JobId job) throws InterruptedException {
    for (int i = 0; i < 300 && !ids(query).contains(job); i++) {
      Thread.sleep(20);
    }
    assertThat(ids(query)).contains(job);
  }

  private void page(String query) throws Exception {
    assertThat(mvc.perform(get("/jobs?" + query)).andReturn().getResponse().getStatus())
        .isEqualTo(200);
  }
}
