package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.base.Hash;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workspace's files through WebDAV: who comes in, names, conditions, ranges, sums. */
@HouseTest
class DavFilesTests extends FileDesk {
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  private static final String NAMES =
      "<propfind xmlns='DAV:'><prop><displayname/><getetag/><resourcetype/></prop></propfind>";

  @Test
  void withoutAPasswordOfTheProgramsOwnNobodyComesIn() throws Exception {
    put("a.txt", "a");
    for (var wrong : List.of("Basic !", "Basic " + base64(owner.email() + ":x"), "Bearer x", "")) {
      var answer = askAs(wrong.isEmpty() ? "Basic" : wrong, "GET", "a.txt", "");
      assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aForeignWorkspaceLooksAsIfItWereNotThere() throws Exception {
    put("a.txt", "a");
    var stranger = passwords.basic(people.client("Other"));
    assertThat(askAs(stranger, "GET", "a.txt", "").statusCode()).isEqualTo(404);
    assertThat(askAs(stranger, "PROPFIND", "", "", "Depth", "1").statusCode()).isEqualTo(404);
    assertThat(askAs(stranger, "PUT", "b.txt", "b").statusCode()).isEqualTo(404);
    assertThat(askAs(stranger, "DELETE", "a.txt", "").statusCode()).isEqualTo(404);
    assertThat(askAs(stranger, "MKCOL", "b", "").statusCode()).isEqualTo(404);
    assertThat(get("a.txt").body()).isEqualTo("a");
  }

  @Test
  void whoLosesAccessIsRefusedAtTheNextRequest() throws Exception {
    put("a.txt", "a");
    var theirs = passwords.basic(assistant);
    assertThat(askAs(theirs, "GET", "a.txt", "").statusCode()).isEqualTo(404);
    letIn(assistant, Level.READING);
    assertThat(askAs(theirs, "GET", "a.txt", "").statusCode()).isEqualTo(404);
    var contract = letIn(assistant, Level.WORKING);
    assertThat(askAs(theirs, "GET", "a.txt", "").body()).isEqualTo("a");
    assertThat(askAs(theirs, "PUT", "b.txt", "b").statusCode()).isEqualTo(201);
    workspaces.close(contract, null);
    assertThat(askAs(theirs, "GET", "a.txt", "").statusCode()).isEqualTo(404);
  }

  @Test
  void namesSurviveAsTheyAre() throws Exception {
    var names =
        List.of("a+b&c#%.txt", "fichero ñ 1.bin", "café 🐙.md", "50%25.txt", "[x] (y)'\"?*:<>|");
    for (var name : names) {
      assertThat(put(encoded(name), name).statusCode()).as(name).isEqualTo(201);
    }
    var seen = ask("PROPFIND", "", NAMES, "Depth", "1").body();
    for (var name : names) {
      assertThat(seen).contains("/" + encoded(name) + "</D:href>");
      assertThat(get(encoded(name)).body()).isEqualTo(name);
    }
    // decomposed letters, as macOS has sent them, are the same name
    assertThat(get(encoded("cafe\u0301 🐙.md")).statusCode()).isEqualTo(200);
    assertThat(put(encoded("x".repeat(255)), "x").statusCode()).isEqualTo(201);
    for (var wrong : List.of("x".repeat(256), "a%0Ab", "%C3", "%2e%2e")) {
      assertThat(put(wrong, "x").statusCode()).as(wrong).isEqualTo(400);
    }
  }

  private static String encoded(String name) {
    var out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      out.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return out.toString();
  }

  @Test
  void ofTwoThatWriteOverTheSameVersionOneIsTold() throws Exception {
    var tag = put("a.txt", "first").headers().firstValue("ETag").orElseThrow();
    var answers = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 4; i++) {
      var body = "second " + i;
      answers.add(
          CompletableFuture.supplyAsync(() -> {
            try {
              return put("a.txt", body, "If-Match", tag).statusCode();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }));
    }
    assertThat(answers.stream().map(CompletableFuture::join).sorted().toList())
        .isEqualTo(List.of(204, 412, 412, 412));
  }

  @Test
  void conditionsHold() throws Exception {
    var tag = put("a.txt", "a", "If-None-Match", "*").headers().firstValue("ETag").orElseThrow();
    assertThat(put("a.txt", "b", "If-None-Match", "*").statusCode()).isEqualTo(412);
    assertThat(put("b.txt", "b", "If-Match", "*").statusCode()).isEqualTo(412);
    assertThat(get("a.txt", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(ask("DELETE", "a.txt", "", "If-Match", "\"x\"").statusCode()).isEqualTo(412);
    assertThat(ask("PROPFIND", "a.txt", NAMES, "Depth", "0").body())
        .contains(tag.replace("\"", "&quot;"));
    assertThat(put("a.txt", "b", "Content-Range", "bytes 0-0/2").statusCode()).isEqualTo(400);
    assertThat(get("a.txt").body()).isEqualTo("a");
  }

  @Test
  void aPieceIsAnswered() throws Exception {
    put("a.txt", "0123456789");
    var piece = get("a.txt", "Range", "bytes=2-4");
    assertThat(piece.statusCode()).isEqualTo(206);
    assertThat(piece.body()).isEqualTo("234");
    assertThat(piece.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
    assertThat(get("a.txt", "Range", "bytes=-3").body()).isEqualTo("789");
    assertThat(get("a.txt", "Range", "bytes=10-").statusCode()).isEqualTo(416);
    assertThat(get("a.txt", "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode()).isEqualTo(200);
    assertThat(put("empty", "").statusCode()).isEqualTo(201);
    assertThat(get("empty").body()).isEmpty();
  }

  @Test
  void aBodyThatIsNotWhatWasSentIsNotKept() throws Exception {
    var md5 = "kAFQmDzST7DWlj99KOF/cg=="; // of "abc"
    assertThat(put("a.txt", "abc", "Content-MD5", md5).statusCode()).isEqualTo(201);
    assertThat(put("b.txt", "abd", "Content-MD5", md5).statusCode()).isEqualTo(400);
    var sha = "SHA256:" + Hash.of("abc");
    assertThat(put("a.txt", "abc", "OC-Checksum", sha).statusCode()).isEqualTo(204);
    assertThat(put("b.txt", "abd", "OC-Checksum", sha).statusCode()).isEqualTo(400);
    assertThat(get("b.txt").statusCode()).isEqualTo(404);
    assertThat(get("a.txt").headers().firstValue("OC-Checksum")).hasValue(sha);
  }

  @Test
  void whatIsStoredRunsNowhere() throws Exception {
    put("a.html", "<!doctype html><script>alert(1)</script>");
    var answer = get("a.html").headers();
    assertThat(answer.firstValue("Content-Disposition")).hasValue("attachment");
    assertThat(answer.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; sandbox");
    put("a.sh", "#!/bin/sh\nrm -rf /");
    assertThat(get("a.sh").headers().firstValue("Content-Type"))
        .hasValue("application/octet-stream");
  }

  @Test
  void theWholeTreeAtOnceAndHostileXmlAreRefused() throws Exception {
    assertThat(ask("PROPFIND", "", NAMES, "Depth", "infinity").body())
        .contains("propfind-finite-depth");
    var entity =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><propfind xmlns='DAV:'><prop>"
            + "<displayname>&e;</displayname></prop></propfind>";
    assertThat(ask("PROPFIND", "", entity, "Depth", "0").statusCode()).isEqualTo(400);
    var deep = "<a>".repeat(100) + "</a>".repeat(100);
    assertThat(ask("PROPFIND", "", deep, "Depth", "0").statusCode()).isEqualTo(413);
    assertThat(ask("PROPFIND", "", "x".repeat(1_000_001), "Depth", "0").statusCode())
        .isEqualTo(413);
  }

  @Test
  void whoeverKeepsTheWorkspaceBreaksALockAndWhoLeavesHoldsNone() throws Exception {
    put("a.txt", "a");
    var contract = letIn(assistant, Level.WORKING);
    var theirs = passwords.basic(assistant);
    var body =
        "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope><locktype><write/></locktype>"
            + "</lockinfo>";
    var token =
        askAs(theirs, "LOCK", "a.txt", body).headers().firstValue("Lock-Token").orElseThrow();
    var refused = put("a.txt", "b");
    assertThat(refused.statusCode()).isEqualTo(423);
    assertThat(refused.body()).contains("lock-token-submitted", "a.txt</D:href>");
    assertThat(ask("UNLOCK", "a.txt", "", "Lock-Token", token).statusCode()).isEqualTo(204);
    assertThat(put("a.txt", "b").statusCode()).isEqualTo(204);
    askAs(theirs, "LOCK", "a.txt", body);
    workspaces.close(contract, null);
    org.awaitility.Awaitility.await().until(() -> put("a.txt", "c").statusCode() == 204);
  }

  @Test
  void aFolderTellsTheRoomOfItsWorkspace() throws Exception {
    ask("MKCOL", "In", "");
    put("In/a.txt", "0123456789");
    var asked = "<propfind xmlns='DAV:'><prop><quota-used-bytes/></prop></propfind>";
    assertThat(ask("PROPFIND", "In", asked, "Depth", "0").body()).contains("bytes>10<");
    assertThat(ask("PROPFIND", "In", NAMES, "Depth", "1").body()).contains("/In/a.txt");
    assertThat(ask("COPY", "In", "", "Destination", root() + "Out").statusCode()).isEqualTo(201);
    assertThat(ask("DELETE", "In", "").statusCode()).isEqualTo(204);
  }

  @Test
  void whatHasNoRoomIsRefusedBeforeItIsSent() throws Exception {
    put("a.txt", "a");
    house.call(() ->
        jdbc.sql("update files.space set quota = 20 where workspace = :room")
            .param("room", room.value())
            .update());
    assertThat(put("b.txt", "x".repeat(20)).statusCode()).isEqualTo(507);
    assertThat(put("b.txt", "x".repeat(19)).statusCode()).isEqualTo(201);
    assertThat(put("b.txt", "x".repeat(19)).statusCode()).isEqualTo(204); // the same needs none
    assertThat(put("c.txt", "").statusCode()).isEqualTo(201);
  }

  @Test
  void nothingLeavesItsWorkspace() throws Exception {
    put("a.txt", "a");
    var other = workspaces.open(org.diestra.People.organisation(people.client("Third")));
    var there = "http://localhost:" + port + "/dav/files/" + other + "/a.txt";
    assertThat(ask("COPY", "a.txt", "", "Destination", there).statusCode()).isEqualTo(403);
    assertThat(ask("MOVE", "a.txt", "", "Destination", there).statusCode()).isEqualTo(403);
    assertThat(ask("DELETE", "", "").statusCode()).isEqualTo(403);
    assertThat(ask("PROPPATCH", "", "<a/>").statusCode()).isEqualTo(400);
  }

  /** What programs note of a thing has an end, however many notes it is in. */
  @Test
  void notesOfAFileTakeNoMoreThanSoMuch() throws Exception {
    assertThat(ask("PUT", "n.txt", "hello").statusCode()).isEqualTo(201);
    assertThat(ask("PROPPATCH", "n.txt", note("a", 40_000)).body()).contains("200 OK");
    assertThat(ask("PROPPATCH", "n.txt", note("b", 40_000)).body()).contains("507");
    assertThat(ask("PROPPATCH", "n.txt", note("a", 50_000)).body()).contains("200 OK");
    var wanted = "<propfind xmlns='DAV:'><prop><b xmlns='urn:x'/></prop></propfind>";
    assertThat(ask("PROPFIND", "n.txt", wanted, "Depth", "0").body())
        .contains("404")
        .doesNotContain("xxx");
  }

  private static String note(String name, int size) {
    return "<propertyupdate xmlns='DAV:'><set><prop><%s xmlns='urn:x'>%s</%s></prop></set></propertyupdate>"
        .formatted(name, "x".repeat(size), name);
  }
}
