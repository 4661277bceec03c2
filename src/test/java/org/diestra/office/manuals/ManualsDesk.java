package org.diestra.office.manuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.People;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A client with a workspace, an assistant, and what both do with its manuals in a browser. */
public abstract class ManualsDesk {
  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(-?\\d+)\"");
  @Autowired protected MockMvc mvc;
  @Autowired protected People people;
  @Autowired protected Workspaces workspaces;
  protected Viewer owner;
  protected Viewer assistant;
  protected WorkspaceId room;
  protected String manuals;

  @BeforeEach
  void aWorkspace() {
    owner = people.client("Lucía");
    assistant = people.assistant("Rosa");
    room = workspaces.open(People.organisation(owner));
    manuals = "/w/" + room + "/manuals";
  }

  protected void works(Viewer viewer, Area... areas) {
    workspaces.admit(UUID.randomUUID(), room, viewer.id(), Set.of(areas), Level.WORKING);
  }

  protected MockHttpServletResponse show(Viewer viewer, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse();
  }

  protected String text(Viewer viewer, String path) throws Exception {
    var answer = show(viewer, path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  protected MockHttpServletResponse send(Viewer viewer, String path, String... fields)
      throws Exception {
    var request = post(path).with(signedIn(viewer)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  protected String revision(Viewer viewer, String procedure) throws Exception {
    var found = REVISION.matcher(text(viewer, procedure + "/draft"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  protected String begun(Viewer viewer, String... more) throws Exception {
    var fields = new java.util.ArrayList<>(java.util.List.of("area", "admin", "language", "en"));
    fields.addAll(java.util.List.of(more));
    var answer = send(viewer, manuals + "/new", fields.toArray(String[]::new));
    assertThat(answer.getStatus()).isEqualTo(302);
    return answer.getRedirectedUrl().replace("/draft", "");
  }

  protected void step(Viewer viewer, String procedure, String title, String text) throws Exception {
    var answer =
        send(
            viewer,
            procedure + "/draft/steps/new",
            "revision",
            revision(viewer, procedure),
            "title",
            title,
            "text",
            text);
    assertThat(answer.getStatus()).isEqualTo(302);
  }

  protected MockHttpServletResponse publish(String procedure, String change) throws Exception {
    return send(
        owner,
        procedure + "/publication",
        "revision",
        revision(owner, procedure),
        "change",
        change,
        "note",
        "News");
  }
}
