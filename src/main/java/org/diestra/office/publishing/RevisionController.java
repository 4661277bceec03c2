package org.diestra.office.publishing;

import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.writing.Comparison;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What each writing of a post changed. */
@Controller
class RevisionController {
  private final Desks desks;
  private final Readings readings;

  RevisionController(Desks desks, Readings readings) {
    this.desks = desks;
    this.readings = readings;
  }

  /** What a writing changed, word by word. */
  record Compared(Desk desk, Post post, List<Comparison.Row> rows, int before, int after) {}

  @GetMapping("/w/{workspace}/publishing/posts/{post}/revisions/{version}")
  String revision(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @PathVariable String version,
      Model model) {
    var desk = desks.enter(viewer, workspace);
    var found = desks.get(desk, post);
    int wanted = version(version);
    var after = readings.said(post, wanted).orElseThrow(NotFound::new);
    int earlier =
        readings.revisions(post).stream()
            .mapToInt(MoveStore.Revision::version)
            .filter(one -> one < wanted)
            .max()
            .orElse(0);
    var before = earlier == 0 ? "" : readings.said(post, earlier).orElse("");
    model.addAttribute(
        "view", new Compared(desk, found.post(), Comparison.of(before, after), earlier, wanted));
    return "revision";
  }

  private static int version(String digits) {
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
