package org.diestra.office.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.letters.Mailing.Piece;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Pages;
import org.diestra.platform.paper.Press;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /w/{workspace}/letters/mailings}: what was written, on paper, and what went out. */
@Controller
@RequestMapping("/w/{workspace}/letters/mailings")
class MailingsController {
  private final Workspaces workspaces;
  private final Mailings mailings;
  private final Accounts accounts;
  private final Pages pages;

  MailingsController(Workspaces workspaces, Mailings mailings, Accounts accounts, Pages pages) {
    this.workspaces = workspaces;
    this.mailings = mailings;
    this.accounts = accounts;
    this.pages = pages;
  }

  /**
   * @param names of those who wrote
   * @param next where the next page begins, or null
   */
  record Written(
      Pass pass, List<Mailing> mailings, Map<PersonId, String> names, @Nullable String next) {}

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String before,
      @RequestParam @Nullable MailingId id,
      Model model) {
    var pass = enter(viewer, workspace);
    var from = before == null || id == null ? null : moment(before);
    var all = mailings.list(pass, from, id);
    var page = all.subList(0, Math.min(all.size(), Mailings.PAGE));
    var people = page.stream().map(Mailing::madeBy).collect(Collectors.toSet());
    var next = all.size() > Mailings.PAGE ? next(pass, page.getLast()) : null;
    model.addAttribute("written", new Written(pass, page, accounts.names(people), next));
    return "mailings";
  }

  private Pass enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.ADMIN);
    return pass;
  }

  private static String next(Pass pass, Mailing last) {
    return pass.href("letters/mailings?before=" + last.madeAt() + "&id=" + last.id());
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      throw new NotFound();
    }
  }

  @GetMapping("/{mailing}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MailingId mailing,
      Model model) {
    var pass = enter(viewer, workspace);
    var it = mailings.get(pass, mailing);
    model.addAttribute("pass", pass);
    model.addAttribute("mailing", it);
    model.addAttribute(
        "writer", accounts.names(List.of(it.madeBy())).getOrDefault(it.madeBy(), ""));
    model.addAttribute("pieces", mailings.pieces(pass, mailing));
    return "show";
  }

  /** All letters in one PDF, each on a page of its own. */
  @GetMapping("/{mailing}/paper")
  ResponseEntity<byte[]> paper(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable MailingId mailing) {
    var pass = enter(viewer, workspace);
    var it = mailings.get(pass, mailing);
    if (it.kind() != Kind.LETTER) {
      throw new NotFound();
    }
    var disposition =
        ContentDisposition.inline().filename(it.name() + " " + it.day() + ".pdf", UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(Press.print(html(pass, it, mailings.pieces(pass, mailing))));
  }

  private String html(Pass pass, Mailing it, List<Piece> pieces) {
    return pages.text(
        "office/letters/print.jte",
        Map.of("business", pass.workspace().name(), "mailing", it, "pieces", pieces),
        it.language(),
        pass.workspace().zone());
  }

  /** One went out, or did not after all. */
  @PostMapping("/{mailing}/sent")
  String sent(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MailingId mailing,
      @RequestParam(defaultValue = "0") int number,
      @RequestParam(defaultValue = "false") boolean sent) {
    var pass = enter(viewer, workspace);
    mailings.tick(pass, mailing, number, sent);
    return "redirect:" + pass.href("letters/mailings/" + mailing) + "#piece-" + number;
  }
}
