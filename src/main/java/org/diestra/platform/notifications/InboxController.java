package org.diestra.platform.notifications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code /notifications}: the signed-in person's inbox. */
@Controller
@RequestMapping("/notifications")
class InboxController {
  private static final int A_PAGE = 30;

  private final Inbox inbox;
  private final Kinds kinds;
  private final Pages pages;

  InboxController(Inbox inbox, Kinds kinds, Pages pages) {
    this.inbox = inbox;
    this.kinds = kinds;
    this.pages = pages;
  }

  /** Where a notice is opened: it counts as read, and leads on to what it is about. */
  static String path(UUID notice) {
    return "/notifications/" + Ids.text(notice);
  }

  @GetMapping
  String list(
      Viewer viewer,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable String before,
      Model model) {
    var below = before == null ? null : Ids.require(before);
    var found = inbox.page(viewer.id(), unread, below, A_PAGE + 1);
    var shown = found.subList(0, Math.min(A_PAGE, found.size()));
    var formats = formats(viewer);
    var lines = shown.stream().map(t -> InboxView.Line.of(t, kinds, formats)).toList();
    var next =
        found.size() > A_PAGE
            ? "/notifications?" + (unread ? "unread=true&" : "") + "before=" + lines.getLast().id()
            : null;
    var newest = lines.isEmpty() ? null : lines.getFirst().id();
    model.addAttribute(
        "inbox", new InboxView(lines, inbox.unread(viewer.id()), unread, newest, next));
    return "index";
  }

  /** The number on the bell: empty for none, at most 99+. */
  @GetMapping(path = "/count", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String count(Viewer viewer) {
    int unread = inbox.unread(viewer.id());
    return unread == 0 ? "" : unread > 99 ? "99+" : String.valueOf(unread);
  }

  @GetMapping("/{id}")
  String open(Viewer viewer, @PathVariable String id) {
    return "redirect:" + inbox.read(viewer.id(), Ids.require(id)).href();
  }

  @PostMapping("/{id}/reading")
  String read(
      Viewer viewer,
      @PathVariable String id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var told = inbox.read(viewer.id(), Ids.require(id));
    return changed(told, viewer, model, request, response);
  }

  @PostMapping("/{id}/unreading")
  String unread(
      Viewer viewer,
      @PathVariable String id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var told = inbox.unread(viewer.id(), Ids.require(id));
    return changed(told, viewer, model, request, response);
  }

  @PostMapping("/reading")
  String readAll(Viewer viewer, @RequestParam String upTo) {
    inbox.readAll(viewer.id(), Ids.require(upTo));
    return "redirect:/notifications";
  }

  private String changed(
      Told told,
      Viewer viewer,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!Pages.wantsFragment(request)) {
      return "redirect:/notifications";
    }
    response.setHeader("HX-Trigger", Inbox.CHANGED);
    model.addAttribute("line", InboxView.Line.of(told, kinds, formats(viewer)));
    return "_notice";
  }

  private Formats formats(Viewer viewer) {
    return pages.formats(viewer.locale(), viewer.zone());
  }
}
