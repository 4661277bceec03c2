package org.diestra.office.carddav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;

/** Contacts through CardDAV, as programs speak it. */
@HouseTest
class CarddavTests extends CarddavDesk {
  @Test
  void aProgramFindsItsBooksByTheAddressAlone() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var known = URI.create("http://localhost:" + port + "/.well-known/carddav");
      var moved = http.send(HttpRequest.newBuilder(known).build(), BodyHandlers.discarding());
      assertThat(moved.statusCode()).isEqualTo(301);
      assertThat(moved.headers().firstValue("Location"))
          .hasValueSatisfying(l -> assertThat(l).endsWith("/dav/"));
    }
    assertThat(mine.ask("OPTIONS", mine.book(), "").headers().firstValue("DAV"))
        .hasValueSatisfying(dav -> assertThat(dav).contains("addressbook"));
    var self =
        mine.propfind("/dav/principals/" + owner.id() + "/", "0", "<C:addressbook-home-set/>");
    assertThat(self).contains(mine.home());
    var books =
        mine.propfind(
            mine.home(),
            "1",
            "<D:resourcetype/><D:displayname/><C:supported-address-data/><C:max-resource-size/>"
                + "<S:getctag/><D:sync-token/><D:current-user-privilege-set/><D:supported-report-set/>");
    assertThat(books)
        .contains(
            mine.book(),
            "addressbook xmlns",
            "version=\"4.0\"",
            "1000000",
            "addressbook-multiget",
            "<D:write/>");
    assertThat(mine.ask("MKCOL", mine.home() + "more/", "").statusCode()).isEqualTo(403);
    assertThat(mine.ask("DELETE", mine.book(), "").statusCode()).isEqualTo(403);
    // who has no part in it finds nothing
    assertThat(program(assistant).ask("PROPFIND", mine.book(), "", "Depth", "0").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aCardIsKeptInItsOwnBytesAndAConflictIsTold() throws Exception {
    var card = card("u1", "Ana", "X-OWN;P=\"a:b\":x\nEMAIL;TYPE=work:a\n @x.es");
    var made = mine.put("a.vcf", card, "If-None-Match", "*");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(mine.get("a.vcf")).isEqualTo(card);
    assertThat(mine.put("a.vcf", card, "If-None-Match", "*").statusCode()).isEqualTo(412);
    var other = card.replace("FN:Ana", "FN:Ana Ruiz");
    assertThat(mine.put("a.vcf", other, "If-Match", etag(made)).statusCode()).isEqualTo(204);
    assertThat(mine.put("a.vcf", card, "If-Match", etag(made)).statusCode()).isEqualTo(412);
    assertThat(mine.get("a.vcf")).isEqualTo(other);
    assertThat(text(owner, "/w/" + room + "/contacts?q=ruiz")).contains("Ana Ruiz");
    var twin = mine.put("b.vcf", card);
    assertThat(twin.statusCode()).isEqualTo(403);
    assertThat(twin.body()).contains("no-uid-conflict", "a.vcf");
    assertThat(mine.put("a.vcf", card.replace("UID:u1", "UID:u2")).body())
        .contains("no-uid-conflict");
    assertThat(mine.ask("DELETE", mine.book() + "a.vcf", "", "If-Match", etag(made)).statusCode())
        .isEqualTo(412);
    assertThat(mine.ask("DELETE", mine.book() + "a.vcf", "").statusCode()).isEqualTo(204);
    assertThat(mine.ask("GET", mine.book() + "a.vcf", "").statusCode()).isEqualTo(404);
    assertThat(text(owner, "/w/" + room + "/contacts/trash")).contains("Ana Ruiz");
  }

  @Test
  void whatIsNoCardIsRefusedByItsName() throws Exception {
    var card = card("u", "A", "");
    for (var wrong :
        List.of(
            List.of("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "valid-address-data"),
            List.of(card.replace("UID:u\r\n", ""), "valid-address-data"),
            List.of(card + card, "valid-address-data"),
            List.of(card.replace("3.0", "2.1"), "supported-address-data"),
            List.of(card.replace("FN:A", "FN:" + "x".repeat(1_000_000)), "max-resource-size"))) {
      var answer = mine.put("x.vcf", wrong.getFirst());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains(wrong.getLast());
    }
  }

  @Test
  void cardsAreFoundByWhatStandsInThem() throws Exception {
    mine.put("a.vcf", card("a", "Ána Ruiz", "item1.EMAIL;TYPE=work:ana@libro.es"));
    mine.put("b.vcf", card("b", "Bea", "TEL;TYPE=cell:600112233\nNOTE:hidden"));
    var name = "<C:prop-filter name='%s'>%s</C:prop-filter>";
    var has = "<C:text-match match-type='%s' negate-condition='%s'>%s</C:text-match>";
    assertThat(
            mine.query(filter("", name.formatted("FN", has.formatted("starts-with", "no", "ána")))))
        .contains("a.vcf")
        .doesNotContain("b.vcf");
    assertThat(mine.query(filter("", name.formatted("EMAIL", "<C:is-not-defined/>"))))
        .contains("b.vcf")
        .doesNotContain("a.vcf");
    var either =
        name.formatted("EMAIL", has.formatted("ends-with", "no", "LIBRO.ES"))
            + name.formatted(
                "TEL",
                "<C:param-filter name='TYPE'>"
                    + has.formatted("equals", "no", "cell")
                    + "</C:param-filter>");
    assertThat(mine.query(filter("", either))).contains("a.vcf", "b.vcf");
    assertThat(mine.query(filter(" test='allof'", either))).doesNotContain(".vcf");
    assertThat(
            mine.query(filter("", name.formatted("FN", has.formatted("contains", "yes", "bea")))))
        .doesNotContain("b.vcf");
    var some =
        mine.report(
            "addressbook-query",
            "<D:prop><C:address-data><C:prop name='TEL'/></C:address-data></D:prop>"
                + filter("", "")
                + "<C:limit><C:nresults>2</C:nresults></C:limit>");
    assertThat(some.body()).contains("TEL;TYPE=cell", "UID:b").doesNotContain("hidden");
    var got =
        mine.report(
            "addressbook-multiget",
            "<D:prop><D:getetag/><C:address-data/></D:prop><D:href>%1$sa.vcf</D:href><D:href>%1$sx.vcf</D:href>"
                .formatted(mine.book()));
    assertThat(got.body()).contains("item1.EMAIL;TYPE=work:ana@libro.es", "404 Not Found");
    var many = name.formatted("FN", has.formatted("contains", "yes", "zz")).repeat(60);
    assertThat(mine.report("addressbook-query", filter("", many)).body())
        .contains("supported-filter");
  }

  private static String filter(String test, String inner) {
    return "<C:filter" + test + ">" + inner + "</C:filter>";
  }

  @Test
  void aProgramLearnsWhatChangedSinceItLastAsked() throws Exception {
    mine.put("a.vcf", card("a", "A", ""));
    mine.put("b.vcf", card("b", "B", ""));
    var first = mine.sync("", "");
    assertThat(first.body()).contains("a.vcf", "b.vcf");
    assertThat(mine.sync(first.token(), "").body()).doesNotContain(".vcf");
    mine.ask("DELETE", mine.book() + "a.vcf", "");
    mine.put("c.vcf", card("c", "C", ""));
    var second = mine.sync(first.token(), "");
    assertThat(second.body())
        .contains("a.vcf</D:href><D:status>HTTP/1.1 404", "c.vcf")
        .doesNotContain("b.vcf");
    var some = mine.sync(first.token(), "<D:limit><D:nresults>1</D:nresults></D:limit>");
    assertThat(some.body()).contains("a.vcf", "507").doesNotContain("c.vcf");
    assertThat(mine.sync(some.token(), "").body()).contains("c.vcf").doesNotContain("a.vcf");
    for (var wrong : List.of("x", first.token() + "9", "urn:diestra:contacts:" + room + ":")) {
      assertThat(mine.sync(wrong, "").body()).contains("valid-sync-token");
    }
  }

  @Test
  void aContractPutsABookIntoAProgramAndItsEndTakesItOut() throws Exception {
    var theirs = program(assistant);
    assertThat(theirs.propfind(theirs.home(), "1", "<D:displayname/>"))
        .doesNotContain(theirs.book());
    var contract = works(assistant, Area.APPOINTMENTS);
    mine.put("a.vcf", card("a", "Ana", ""));
    assertThat(theirs.get("a.vcf")).contains("FN:Ana");
    assertThat(theirs.put("b.vcf", card("b", "Bea", "")).statusCode()).isEqualTo(201);
    var rules = "/w/" + room + "/contacts/rules";
    assertThat(send(owner, rules, "appointments", "read").getStatus()).isEqualTo(302);
    assertThat(theirs.put("c.vcf", card("c", "C", "")).statusCode()).isEqualTo(403);
    assertThat(theirs.ask("DELETE", theirs.book() + "a.vcf", "").statusCode()).isEqualTo(403);
    assertThat(theirs.get("a.vcf")).contains("FN:Ana");
    send(owner, rules, "appointments", "none");
    assertThat(theirs.ask("GET", theirs.book() + "a.vcf", "").statusCode()).isEqualTo(404);
    send(owner, rules, "appointments", "write");
    var token = theirs.sync("", "").token();
    workspaces.close(contract, null);
    assertThat(theirs.sync(token, "").status()).isEqualTo(404);
    assertThat(theirs.put("a.vcf", card("a", "X", "")).statusCode()).isEqualTo(404);
    assertThat(mine.get("b.vcf")).contains("FN:Bea");
  }

  /** Both read the same and both change it: one is told, and nothing of either is lost. */
  @Test
  void ofTwoThatChangeTheSameVersionOneIsTold() throws Exception {
    var made = etag(mine.put("a.vcf", card("a", "A", "")));
    List<Callable<Integer>> both =
        List.of(
            () -> mine.put("a.vcf", card("a", "B", ""), "If-Match", made).statusCode(),
            () -> mine.put("a.vcf", card("a", "C", ""), "If-Match", made).statusCode());
    try (var two = Executors.newFixedThreadPool(2)) {
      var answers = two.invokeAll(both).stream().map(f -> f.resultNow()).sorted().toList();
      assertThat(answers).containsExactly(204, 412);
    }
  }
}
