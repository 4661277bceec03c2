package org.diestra.office.files;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/files/{entry}/comments}: what is said about a file. */
@Controller
@RequestMapping("/w/{workspace}/files")
class CommentsController {
  private final Places places;
  private final Comments comments;
  private final EntryController files;

  CommentsController(Places places, Comments comments, EntryController files) {
    this.places = places;
    this.comments = comments;
    this.files = files;
  }

  @PostMapping("/{entry}/comments")
  String say(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @RequestParam(required = false) @Nullable String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.find(viewer, workspace, entry);
    return comments
        .say(place.pass(), entry, text)
        .fold(
            said -> {
              Flash.ok(onward, "files.comment.said");
              return "redirect:" + Places.href(place.pass(), entry) + "#comments";
            },
            why -> {
              model.addAttribute("text", text);
              return Pages.again(response, model, why, files.page(place, model));
            });
  }

  @PostMapping("/comments/{comment}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String comment,
      @RequestParam(required = false) @Nullable String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    var id = Ids.require(comment);
    return comments
        .change(pass, id, text)
        .fold(
            said -> {
              Flash.ok(onward, "files.comment.changed");
              return "redirect:" + Places.href(pass, said.entry()) + "#comments";
            },
            why -> {
              var place = places.find(viewer, workspace, comments.entry(pass, id));
              return Pages.again(response, model, why, files.page(place, model));
            });
  }

  @PostMapping("/comments/{comment}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String comment,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    var gone = comments.remove(pass, Ids.require(comment));
    Flash.ok(onward, "files.comment.removed");
    return "redirect:" + Places.href(pass, gone.entry()) + "#comments";
  }
}
