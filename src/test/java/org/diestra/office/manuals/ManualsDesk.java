package org.diestra.office.manuals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.diestra.OfficeDesk;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client with a workspace, an assistant, and what both do with its manuals in a browser. */
public abstract class ManualsDesk extends OfficeDesk {
  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(-?\\d+)\"");
  protected String manuals;

  @BeforeEach
  @Override
  protected void aWorkspace() {
    super.aWorkspace();
    manuals = "/w/" + room + "/manuals";
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
