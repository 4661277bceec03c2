package org.diestra.office.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Files that come piece by piece (tus 1.0.0). */
@HouseTest
class UploadsTests extends FileDesk {
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private Uploads uploads;

  @Value("${diestra.data}")
  private Path data;

  private String page() {
    return "/w/" + room + "/files";
  }

  private MockHttpServletResponse tus(
      Viewer by, String method, String path, String body, String... headers) throws Exception {
    var asked =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
            .header("Tus-Resumable", "1.0.0")
            .content(body)
            .with(signedIn(by))
            .with(csrf());
    for (int i = 0; i < headers.length; i += 2) {
      asked.header(headers[i], headers[i + 1]);
    }
    return mvc.perform(asked).andReturn().getResponse();
  }

  private static String told(String... words) {
    var text = new StringBuilder();
    for (int i = 0; i < words.length; i += 2) {
      var value = Base64.getEncoder().encodeToString(words[i + 1].getBytes(UTF_8));
      text.append(i == 0 ? "" : ",").append(words[i]).append(' ').append(value);
    }
    return text.toString();
  }

  private MockHttpServletResponse create(Viewer by, long size, String... words) throws Exception {
    return tus(
        by,
        "POST",
        page() + "/uploads",
        "",
        "Upload-Length",
        String.valueOf(size),
        "Upload-Metadata",
        told(words));
  }

  private String begin(Viewer by, long size, String... words) throws Exception {
    var made = create(by, size, words);
    assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);
    assertThat(made.getHeader("Upload-Offset")).isNotNull();
    return made.getHeader("Location");
  }

  private MockHttpServletResponse add(Viewer by, String at, long from, String bytes, String... more)
      throws Exception {
    var headers = new String[more.length + 4];
    headers[0] = "Upload-Offset";
    headers[1] = String.valueOf(from);
    headers[2] = "Content-Type";
    headers[3] = "application/offset+octet-stream";
    System.arraycopy(more, 0, headers, 4, more.length);
    return tus(by, "PATCH", at, bytes, headers);
  }

  private long coming() {
    return house.call(() ->
        jdbc.sql("select coming from files.space where workspace = :room")
            .param("room", room.value())
            .query(Long.class)
            .single());
  }

  private Path growing(String at) {
    var id = at.substring(at.lastIndexOf('/') + 1);
    return data.resolve("blobs/parts/" + id + ".growing");
  }

  private MockHttpServletResponse show(String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(signedIn(owner)))
        .andReturn()
        .getResponse();
  }

  @Test
  void aFileThatCameInPiecesIsAFileLikeAnyOther() throws Exception {
    var at = begin(owner, 10, "filename", "ñandú.txt", "path", "Año/Enero", "mark", "1");
    assertThat(coming()).isEqualTo(10);
    assertThat(add(owner, at, 0, "01234").getHeader("Upload-Offset")).isEqualTo("5");
    assertThat(get("A%C3%B1o/Enero/%C3%B1and%C3%BA.txt").statusCode())
        .as("half a file is nobody's")
        .isEqualTo(404);
    assertThat(show(page()).getContentAsString(UTF_8)).contains("Uploads that broke off", "ñandú");
    var head = tus(owner, "HEAD", at, "");
    assertThat(head.getHeader("Upload-Offset")).isEqualTo("5");
    assertThat(head.getHeader("Upload-Length")).isEqualTo("10");
    assertThat(head.getHeader("Upload-Expires")).endsWith("GMT");
    assertThat(add(owner, at, 3, "3").getStatus()).isEqualTo(409);
    assertThat(add(owner, at, 5, "56789").getStatus()).isEqualTo(204);
    assertThat(get("A%C3%B1o/Enero/%C3%B1and%C3%BA.txt").body()).isEqualTo("0123456789");
    assertThat(add(owner, at, 10, "").getStatus()).as("the answer was lost").isEqualTo(204);
    assertThat(coming()).isZero();
    assertThat(growing(at)).doesNotExist();
    assertThat(show(page()).getContentAsString(UTF_8)).doesNotContain("Uploads that broke off");
  }

  @Test
  void theSameFileAgainGoesOnWhereItStopped() throws Exception {
    var at = begin(owner, 10, "filename", "a.txt", "mark", "1");
    add(owner, at, 0, "01234");
    assertThat(begin(owner, 10, "filename", "a.txt", "mark", "1")).isEqualTo(at);
    assertThat(create(owner, 10, "filename", "a.txt", "mark", "1").getHeader("Upload-Offset"))
        .isEqualTo("5");
    assertThat(begin(owner, 10, "filename", "a.txt", "mark", "2")).isNotEqualTo(at);
    assertThat(coming()).isEqualTo(20);
    add(owner, at, 5, "56789");
    assertThat(get("a.txt").body()).isEqualTo("0123456789");
  }

  @Test
  void aSmallOneComesWithItsBeginning() throws Exception {
    var made =
        tus(
            owner,
            "POST",
            page() + "/uploads",
            "small",
            "Upload-Length",
            "5",
            "Upload-Metadata",
            told("filename", "s.txt"),
            "Content-Type",
            "application/offset+octet-stream",
            "Upload-Checksum",
            sum("small"));
    assertThat(made.getStatus()).isEqualTo(201);
    assertThat(made.getHeader("Upload-Offset")).isEqualTo("5");
    assertThat(get("s.txt").body()).isEqualTo("small");
    assertThat(create(owner, 0, "filename", "empty.txt").getStatus()).isEqualTo(201);
    assertThat(get("empty.txt").body()).isEmpty();
  }

  private static String sum(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256 " + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void whatWasBrokenOnItsWayIsNotTaken() throws Exception {
    var at = begin(owner, 5, "filename", "a.txt");
    assertThat(add(owner, at, 0, "smell", "Upload-Checksum", sum("small")).getStatus())
        .isEqualTo(460);
    assertThat(add(owner, at, 0, "small", "Upload-Checksum", "crc32 AAAA").getStatus())
        .isEqualTo(400);
    assertThat(add(owner, at, 0, "too long").getStatus()).isEqualTo(422);
    assertThat(tus(owner, "HEAD", at, "").getHeader("Upload-Offset")).isEqualTo("0");
    assertThat(add(owner, at, 0, "small", "Upload-Checksum", sum("small")).getStatus())
        .isEqualTo(204);
  }

  @Test
  void roomIsTakenWhenItBeginsAndGivenBackWhenItIsGivenUp() throws Exception {
    var at = begin(owner, SpaceStore.USUAL - 10, "filename", "film.mp4");
    var full = create(owner, 11, "filename", "b.txt");
    assertThat(full.getStatus()).isEqualTo(422);
    assertThat(full.getContentAsString()).contains("no room left");
    assertThat(put("b.txt", "01234567890").statusCode()).isEqualTo(507);
    add(owner, at, 0, "begun");
    assertThat(growing(at)).exists();
    assertThat(tus(owner, "DELETE", at, "").getStatus()).isEqualTo(204);
    assertThat(growing(at)).doesNotExist();
    assertThat(coming()).isZero();
    assertThat(tus(owner, "HEAD", at, "").getStatus()).isEqualTo(404);
    assertThat(put("b.txt", "01234567890").statusCode()).isEqualTo(201);
  }

  @Test
  void nobodyElseGoesOnWithItAndWhoIsLetOutBringsNoMore() throws Exception {
    var contract = letIn(assistant, Level.WORKING);
    var at = begin(assistant, 5, "filename", "a.txt");
    for (var verb : new String[] {"HEAD", "DELETE"}) {
      assertThat(tus(owner, verb, at, "").getStatus()).isEqualTo(404);
    }
    assertThat(add(owner, at, 0, "small").getStatus()).isEqualTo(404);
    assertThat(add(assistant, at, 0, "sm").getStatus()).isEqualTo(204);
    workspaces.close(contract, null);
    assertThat(add(assistant, at, 2, "all").getStatus()).isEqualTo(404);
    assertThat(create(people.client("Other"), 5, "filename", "a").getStatus()).isEqualTo(404);
  }

  @Test
  void whatNobodyGoesOnWithIsSweptWithItsBytesAndItsRoom() throws Exception {
    var old = begin(owner, 10, "filename", "old.txt");
    var young = begin(owner, 10, "filename", "young.txt");
    add(owner, old, 0, "01234");
    add(owner, young, 0, "01234");
    uploads.sweep();
    assertThat(growing(old)).as("it is not its time yet").exists();
    house.call(() ->
        jdbc.sql(
                "update files.upload set touched_at = touched_at - interval '4 days' where id = :id")
            .param("id", id(old))
            .update());
    assertThat(tus(owner, "HEAD", old, "").getStatus()).isEqualTo(404);
    uploads.sweep();
    assertThat(growing(old)).doesNotExist();
    assertThat(growing(young)).exists();
    assertThat(coming()).isEqualTo(10);
  }

  private static UUID id(String at) {
    return Ids.require(at.substring(at.lastIndexOf('/') + 1));
  }

  @Test
  void itsBytesAreGoneOrItsFolderIs() throws Exception {
    var at = begin(owner, 10, "filename", "a.txt");
    add(owner, at, 0, "01234");
    Files.delete(growing(at));
    assertThat(add(owner, at, 5, "56789").getStatus()).isEqualTo(404);
    assertThat(coming()).isZero();
    put("b.txt", "there already");
    var other = begin(owner, 5, "filename", "b.txt", "path", "Gone");
    add(owner, other, 0, "01");
    ask("DELETE", "Gone", "");
    assertThat(add(owner, other, 2, "234").getStatus()).isEqualTo(204);
    assertThat(get("b.txt").body()).isEqualTo("there already");
    assertThat(get("b%20(2).txt").body()).isEqualTo("01234");
  }

  @Test
  void whatCantBeIsToldBeforeAByteOfIt() throws Exception {
    assertThat(create(owner, 5, "filename", "a/b.txt").getStatus()).isEqualTo(422);
    assertThat(create(owner, 5, "filename", "a.txt", "path", "../up").getStatus()).isEqualTo(422);
    assertThat(create(owner, 5, "mark", "nameless").getStatus()).isEqualTo(422);
    ask("MKCOL", "Folder", "");
    assertThat(create(owner, 5, "filename", "Folder").getStatus()).isEqualTo(409);
    assertThat(tus(owner, "POST", page() + "/uploads", "").getStatus()).isEqualTo(422);
    var other =
        MockMvcRequestBuilders.request(HttpMethod.POST, page() + "/uploads")
            .header("Tus-Resumable", "0.2.2");
    assertThat(mvc.perform(other.with(signedIn(owner)).with(csrf())).andReturn().getResponse())
        .matches(
            answer -> answer.getStatus() == 412 && "1.0.0".equals(answer.getHeader("Tus-Version")));
    var can = tus(owner, "OPTIONS", page() + "/uploads", "");
    assertThat(can.getHeader("Tus-Extension")).contains("creation", "checksum", "expiration");
  }
}
