package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.diestra.HouseTest;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The page of a workspace's files: what people do with them in a browser. */
@HouseTest
class FilesControllerTests extends FileDesk {
  private static final Pattern ID = Pattern.compile("/files/([0-9A-Za-z]{22})");

  private String page() {
    return "/w/" + room + "/files";
  }

  private MockHttpServletResponse show(String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(signedIn(owner)))
        .andReturn()
        .getResponse();
  }

  private String text(String path) throws Exception {
    var answer = show(path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse send(String path, String... fields) throws Exception {
    var request = post(path).with(signedIn(owner)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  private MockHttpServletResponse upload(String parent, MockMultipartFile... files)
      throws Exception {
    var request = multipart(page() + "/upload");
    for (var file : files) {
      request.file(file);
    }
    request.param("parent", parent).content(new byte[100]); // whose length is announced
    return mvc.perform(request.with(signedIn(owner)).with(csrf())).andReturn().getResponse();
  }

  private static MockMultipartFile file(String name, String content) {
    return new MockMultipartFile("file", name, "text/plain", content.getBytes());
  }

  private String folder(String parent, String name) throws Exception {
    var answer = send(page() + "/folders", "parent", parent, "name", name);
    assertThat(answer.getStatus()).isEqualTo(302);
    var found = ID.matcher(answer.getRedirectedUrl());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String idOf(String name, String page) throws Exception {
    var row =
        Pattern.compile(
                "href=\"[^\"]*/files/([0-9A-Za-z]{22})\"[^>]*>(?:(?!</a>).)*" + name,
                Pattern.DOTALL)
            .matcher(text(page));
    assertThat(row.find()).as(name).isTrue();
    return row.group(1);
  }

  @Test
  void whatIsUploadedIsThereAndSeenByPrograms() throws Exception {
    assertThat(text(page())).contains("No files yet");
    var letters = folder("", "Letters & bills");
    assertThat(upload(letters, file("a.txt", "first"), file("b.txt", "b")).getStatus())
        .isEqualTo(302);
    assertThat(text(page() + "/" + letters)).contains("Letters &amp; bills", "a.txt", "b.txt");
    assertThat(get("Letters%20%26%20bills/a.txt").body()).isEqualTo("first");
    assertThat(text(page() + "?q=A.T")).contains("a.txt").doesNotContain("b.txt");
    assertThat(text(page() + "?q=%25")).contains("Nothing of that is here");
  }

  @Test
  void whatCantBeIsToldAtOnceAndKeepsWhatWasTyped() throws Exception {
    folder("", "Twice");
    var again = send(page() + "/folders", "parent", "", "name", "Twice");
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(again.getContentAsString()).contains("called that here already");
    assertThat(send(page() + "/folders", "parent", "", "name", "a/b").getStatus()).isEqualTo(422);
    assertThat(send(page() + "/folders", "parent", "", "name", " ").getStatus()).isEqualTo(422);
    assertThat(upload("", new MockMultipartFile("file", "", "", new byte[0])).getStatus())
        .isEqualTo(422);
    assertThat(show(page() + "?sort=nonsense").getStatus()).isEqualTo(200);
  }

  @Test
  void everyVersionIsKeptAndCanBeTheNewestAgain() throws Exception {
    upload("", file("a.txt", "first"));
    upload("", file("a.txt", "second"));
    upload("", file("a.txt", "second"));
    var id = idOf("a\\.txt", page());
    assertThat(text(page() + "/" + id))
        .contains("second", "Version 2", "Version 1")
        .doesNotContain("Version 3");
    assertThat(show(page() + "/" + id + "/versions/1").getContentAsString()).isEqualTo("first");
    send(page() + "/" + id + "/versions/1/restoration");
    assertThat(get("a.txt").body()).isEqualTo("first");
    assertThat(text(page() + "/" + id)).contains("Version 3");
    assertThat(show(page() + "/" + id + "/versions/9").getStatus()).isEqualTo(404);
  }

  @Test
  void aFileThatTakesAnothersPlaceKeepsItsPast() throws Exception {
    put("plan.txt", "old");
    put("plan.txt", "older no more");
    put("plan.tmp", "new");
    var before = idOf("plan\\.txt", page());
    var moved = ask("MOVE", "plan.tmp", "", "Destination", root() + "plan.txt");
    assertThat(moved.statusCode()).isEqualTo(204);
    var id = idOf("plan\\.txt", page());
    assertThat(id).isEqualTo(before);
    assertThat(text(page() + "/" + id)).contains("Version 3", "Version 2", "Version 1");
    assertThat(show(page() + "/" + id + "/versions/1").getContentAsString()).isEqualTo("old");
    assertThat(get("plan.txt").body()).isEqualTo("new");
  }

  @Test
  void aTextIsWhatItsNameSaysOnceItHasItsName() throws Exception {
    put("list.csv", "a;b\n1;2\n");
    put("list.tmp", "a;b\n3;4\n");
    ask("MOVE", "list.tmp", "", "Destination", root() + "list.csv");
    assertThat(get("list.csv").headers().firstValue("Content-Type")).hasValue("text/csv");
    send(page() + "/" + idOf("list\\.csv", page()) + "/name", "name", "list.txt");
    assertThat(get("list.txt").headers().firstValue("Content-Type")).hasValue("text/plain");
  }

  @Test
  void whatIsDeletedComesBackWhereItWas() throws Exception {
    var letters = folder("", "Letters");
    upload(letters, file("a.txt", "a"));
    var removed = send(page() + "/" + letters + "/removal");
    assertThat(removed.getStatus()).isEqualTo(302);
    assertThat(get("Letters/a.txt").statusCode()).isEqualTo(404);
    assertThat(show(page() + "/" + letters).getStatus()).isEqualTo(404);
    assertThat(text(page() + "?q=a.txt")).contains("Nothing of that is here");
    folder("", "Letters");
    assertThat(text(page() + "/trash")).contains("Letters");
    send(page() + "/trash/" + letters + "/restoration");
    assertThat(get("Letters%20(2)/a.txt").body()).isEqualTo("a");
    assertThat(send(page() + "/trash/" + letters + "/restoration").getStatus()).isEqualTo(404);
  }

  @Test
  void whatIsGoneForGoodGivesItsRoomBack() throws Exception {
    put("a.txt", "0123456789");
    put("a.txt", "01234");
    ask("MKCOL", "In", "");
    put("In/b.txt", "012");
    assertThat(ask("COPY", "In", "", "Destination", root() + "Copy").statusCode()).isEqualTo(201);
    assertThat(used()).isEqualTo(21);
    ask("DELETE", "In/b.txt", "");
    ask("DELETE", "In", "");
    ask("DELETE", "a.txt", "");
    assertThat(used()).isEqualTo(21);
    assertThat(send(page() + "/trash/removal").getStatus()).isEqualTo(302);
    assertThat(used()).isEqualTo(3);
    assertThat(get("Copy/b.txt").body()).isEqualTo("012");
  }

  @Test
  void thingsAreRenamedAndMovedButNotIntoThemselves() throws Exception {
    var outer = folder("", "Outer");
    var inner = folder(outer, "Inner");
    upload("", file("a.txt", "a"));
    var id = idOf("a\\.txt", page());
    assertThat(text(page() + "/" + id + "/place")).contains("Outer / Inner");
    send(page() + "/" + id + "/place", "parent", inner);
    assertThat(get("Outer/Inner/a.txt").body()).isEqualTo("a");
    send(page() + "/" + id + "/name", "name", "ñandú.txt");
    assertThat(get("Outer/Inner/%C3%B1and%C3%BA.txt").body()).isEqualTo("a");
    assertThat(send(page() + "/" + outer + "/place", "parent", inner).getStatus()).isEqualTo(409);
    assertThat(text(page() + "/" + outer + "/place")).doesNotContain("Inner</option>");
  }

  @Test
  void aFolderComesAsOneArchive() throws Exception {
    var outer = folder("", "Outer");
    folder(outer, "Empty");
    upload(outer, file("ñ.txt", "n"));
    var answer = show(page() + "/zip");
    assertThat(answer.getContentType()).isEqualTo("application/zip");
    var names = new ArrayList<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).isEqualTo(List.of("Outer/", "Outer/Empty/", "Outer/ñ.txt"));
  }

  @Test
  void aPictureIsSeenAndAPageIsOnlyText() throws Exception {
    var picture =
        new MockMultipartFile("file", "a.png", "image/png", SampleFiles.picture("png", 64, 48));
    upload("", picture, file("b.html", "<!doctype html><script>alert(1)</script>"));
    var id = idOf("a\\.png", page());
    assertThat(show(page() + "/" + id + "/small").getContentType()).startsWith("image/");
    var html = show(page() + "/" + idOf("b\\.html", page()) + "/content");
    assertThat(html.getContentType()).startsWith("text/plain");
    assertThat(html.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(html.getHeader("Content-Security-Policy")).contains("sandbox");
  }
}
