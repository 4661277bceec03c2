package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.People;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.programs.AppPasswords;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** A client with a workspace, an assistant, and their programs on its files. */
abstract class FileDesk {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  @LocalServerPort protected int port;
  @Autowired protected MockMvc mvc;
  @Autowired protected People people;
  @Autowired protected Workspaces workspaces;
  @Autowired protected AppPasswords passwords;
  protected Viewer owner;
  protected Viewer assistant;
  protected WorkspaceId room;
  protected String key;

  @BeforeEach
  void aWorkspace() {
    owner = people.client("Lucía");
    assistant = people.assistant("Rosa");
    room = workspaces.open(People.organisation(owner));
    key = passwords.basic(owner);
  }

  protected String root() {
    return "http://localhost:" + port + "/dav/files/" + room + "/";
  }

  protected UUID letIn(Viewer viewer, Level level) {
    var contract = UUID.randomUUID();
    workspaces.admit(contract, room, viewer.id(), Set.of(Area.FILES), level);
    return contract;
  }

  protected HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws Exception {
    return askAs(key, method, path, body, headers);
  }

  protected HttpResponse<String> askAs(
      String authorization, String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request(authorization, method, path, body, headers), BodyHandlers.ofString());
  }

  protected HttpRequest request(
      String authorization, String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(root() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Authorization", authorization);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  protected HttpResponse<String> put(String path, String body, String... headers) throws Exception {
    return ask("PUT", path, body, headers);
  }

  protected HttpResponse<String> get(String path, String... headers) throws Exception {
    return ask("GET", path, "", headers);
  }

  /** What the workspace weighs, as programs are told. */
  protected long used() throws Exception {
    var asked =
        "<propfind xmlns='DAV:'><prop><quota-used-bytes/><quota-available-bytes/></prop></propfind>";
    var said = ask("PROPFIND", "", asked, "Depth", "0").body();
    var found = Pattern.compile("quota-used-bytes>(\\d+)<").matcher(said);
    assertThat(found.find()).as(said).isTrue();
    return Long.parseLong(found.group(1));
  }
}
