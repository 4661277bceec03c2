package org.diestra.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diestra.OpenSessions;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.FileSystemUtils;

/**
 * A week of fifty lines in a workspace with 100 000 and in one with 100: what the page takes, by
 * turns in the same run, for the client and for the assistant.
 */
final class TimeBench {
  private static final int A_WEEK = 50;
  private static final int WEEKS = 100;
  private static final int CONTRACTS = 20; // times 100 weeks of fifty lines
  private static final int WARM_UP = 300;
  private static final int ROUNDS = 400;
  private static final double MOST = 1.5;
  private static final LocalDate LAST = LocalDate.of(2026, 11, 16);

  private final Report report = new Report("time");
  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TimeBench() {}

  public static void main(String[] args) throws Exception {
    var folder = OwnHouse.folder("time");
    try {
      new TimeBench().run(folder);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run(Path folder) throws Exception {
    try (var context = OwnHouse.in(folder, "--diestra.database.durable=false");
        browser) {
      var small = context.getBean(RunningContracts.class).hourly();
      fill(context, small, 2);
      var large = large(context);
      context.getBean(JdbcClient.class).sql("select 1").query(Integer.class).single();
      report.fact("lines in the large workspace", CONTRACTS * WEEKS * A_WEEK);
      report.fact("lines in the small one", 2 * A_WEEK);
      report.heading();
      compare(context, "the client", large, large.client(), small, small.client());
      compare(context, "the assistant", large, large.assistant(), small, small.assistant());
    }
    report.end();
  }

  private static Signed large(ConfigurableApplicationContext context) throws Exception {
    var contracts = context.getBean(RunningContracts.class);
    var assistants = context.getBean(Assistants.class);
    var first = contracts.hourly();
    fill(context, first, WEEKS);
    for (int i = 1; i < CONTRACTS; i++) {
      fill(
          context, contracts.hourly(first.client(), assistants.published("Assistant " + i)), WEEKS);
    }
    return first;
  }

  /** Weeks of fifty half hours each, the last one the same everywhere. */
  private static void fill(ConfigurableApplicationContext context, Signed signed, int weeks) {
    var jdbc = context.getBean(JdbcClient.class);
    var transactions = context.getBean(TransactionOperations.class);
    Caller.house()
        .run(() ->
            transactions.executeWithoutResult(t -> {
              jdbc.sql(
                      """
                      insert into "time".sheet (contract, week, workspace, organisation, assistant,
                        title, rate_minor, currency, cap_minutes, state, version, since, minutes,
                        submitted_at)
                      select contract, cast(:last as date) - 7 * n, workspace, organisation,
                        assistant, title, 1200, 'EUR', 480, 'SUBMITTED', 1, now(), 1500, now()
                      from engagements.engagement, generate_series(0, :weeks - 1) n
                      where contract = :contract
                      """)
                  .param("last", LAST)
                  .param("weeks", weeks)
                  .param("contract", signed.id().value())
                  .update();
              jdbc.sql(
                      """
                      insert into "time".entry (id, contract, week, workspace, assistant,
                        started_at, ended_at, note, source, state, version, since, made_at)
                      select gen_random_uuid(), contract, week, workspace, assistant, start,
                        start + interval '30 min', 'Facturas de proveedores', 'TIMER', 'SUBMITTED',
                        1, now(), now()
                      from "time".sheet, generate_series(0, :lines - 1) i,
                        lateral (select week::timestamp at time zone 'UTC'
                          + make_interval(days => i / 10, hours => 8, mins => i % 10 * 45) as start)
                      where contract = :contract
                      """)
                  .param("lines", A_WEEK)
                  .param("contract", signed.id().value())
                  .update();
            }));
  }

  private void compare(
      ConfigurableApplicationContext context,
      String who,
      Signed large,
      Viewer ofLarge,
      Signed small,
      Viewer ofSmall)
      throws Exception {
    var big = request(context, large, ofLarge);
    var little = request(context, small, ofSmall);
    var one = new Timing(who + ", 100 000 lines");
    var other = new Timing(who + ", 100 lines");
    for (int i = 0; i < WARM_UP; i++) {
      ask(big);
      ask(little);
    }
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      ratios.add(pair(one, big, other, little, i % 2 == 0));
    }
    report.row(one);
    report.row(other);
    ratios.sort(Double::compare);
    report.limit(who + ", median of the pairs' ratios", ratios.get(ratios.size() / 2), MOST);
  }

  /** By turns first and second, so that neither has the warmer house. */
  private double pair(
      Timing one, HttpRequest big, Timing other, HttpRequest little, boolean bigFirst)
      throws Exception {
    long before = System.nanoTime();
    if (bigFirst) {
      one.measure(() -> ask(big));
    } else {
      other.measure(() -> ask(little));
    }
    long between = System.nanoTime();
    if (bigFirst) {
      other.measure(() -> ask(little));
    } else {
      one.measure(() -> ask(big));
    }
    double first = between - before;
    double second = System.nanoTime() - between;
    return bigFirst ? first / second : second / first;
  }

  private static HttpRequest request(
      ConfigurableApplicationContext context, Signed signed, Viewer viewer) {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    var cookie = context.getBean(OpenSessions.class).cookie(viewer.id());
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + signed.href() + "/time?week=" + LAST))
        .header("Cookie", "session=" + cookie)
        .header("Accept", "text/html")
        .build();
  }

  private void ask(HttpRequest request) throws Exception {
    var answer = browser.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200 || count(answer.body()) != A_WEEK) {
      throw new IllegalStateException(answer.statusCode() + ", lines: " + count(answer.body()));
    }
  }

  private static int count(String page) {
    return List.of(page.split("class=\"time-line\"", -1)).size() - 1;
  }
}
