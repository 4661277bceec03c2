package org.diestra.office.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contacts as files: brought in, and taken away. */
@Controller
@RequestMapping("/w/{workspace}/contacts")
class FilesController {
  private final Workspaces workspaces;
  private final Books books;
  private final Intakes intakes;

  FilesController(Workspaces workspaces, Books books, Intakes intakes) {
    this.workspaces = workspaces;
    this.books = books;
    this.intakes = intakes;
  }

  /** By way of a file, so that a slow reader holds up no connection to the database. */
  @GetMapping("/file")
  void download(Viewer viewer, @PathVariable WorkspaceId workspace, HttpServletResponse response)
      throws IOException {
    var book = books.reads(workspace);
    response.setContentType("text/vcard;charset=utf-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(book.name() + ".vcf", UTF_8).build().toString());
    var copy = Files.createTempFile("contacts", ".vcf");
    try {
      try (var out = Files.newBufferedWriter(copy, UTF_8)) {
        intakes.write(book, out);
      }
      Files.copy(copy, response.getOutputStream());
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  @GetMapping("/import")
  String form(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    books.writes(workspace);
    return form(workspaces.enter(viewer, workspace), model);
  }

  private static String form(Pass pass, Model model) {
    model.addAttribute("pass", pass);
    return "import";
  }

  @PostMapping("/import")
  String bring(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var pass = workspaces.enter(viewer, workspace);
    var book = books.writes(workspace);
    var outcome =
        file == null || file.isEmpty()
            ? Outcome.<UUID>refused(Refusal.invalid("file", "contacts.file.missing"))
            : file.getSize() > Intakes.LARGEST
                ? Outcome.<UUID>refused(
                    Refusal.invalid("file", "contacts.file.large", Intakes.LARGEST / 1_000_000))
                : bring(book, file.getBytes(), viewer);
    return switch (outcome) {
      case Outcome.Done<UUID>(var intake) ->
          "redirect:" + pass.href("contacts/import/" + Ids.text(intake));
      case Outcome.Refused<UUID>(var why) -> {
        var problems = new Problems().add(new Refusal(why.kind(), why.key(), why.args(), "file"));
        yield Pages.again(response, model, problems, form(pass, model));
      }
    };
  }

  private Outcome<UUID> bring(Book book, byte[] body, Viewer viewer) {
    return intakes.inTurn(() -> intakes.bring(book, body, viewer.id()));
  }

  @GetMapping("/import/{intake}")
  String look(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String intake,
      Model model) {
    var book = books.writes(workspace);
    model.addAttribute("pass", workspaces.enter(viewer, workspace));
    model.addAttribute("intake", intake);
    var id = Ids.require(intake);
    model.addAttribute("look", intakes.inTurn(() -> intakes.look(book, id)));
    return "look";
  }

  @PostMapping("/import/{intake}")
  String take(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String intake,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    try {
      var book = books.writes(workspace);
      var id = Ids.require(intake);
      var look = intakes.inTurn(() -> intakes.take(book, id, viewer.id()));
      Flash.ok(onward, "contacts.file.taken", look.fresh().size(), look.changed().size());
      return "redirect:" + pass.href("contacts");
    } catch (Intakes.TooMuch full) {
      Flash.refused(onward, full.why());
      return "redirect:" + pass.href("contacts/import/" + intake);
    }
  }
}
