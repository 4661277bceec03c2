package org.diestra.office.books;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/opening}: before there are any books. */
@Controller
@RequestMapping("/w/{workspace}/books/opening")
class OpeningController {
  private final Books books;
  private final Clock clock;

  OpeningController(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  @GetMapping
  String form(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = books.pass(viewer, workspace);
    if (books.find(workspace).isPresent()) {
      return "redirect:" + pass.href("books");
    }
    return form(pass, OpeningForm.fresh(pass.workspace(), today(pass)), model);
  }

  private LocalDate today(Pass pass) {
    return LocalDate.ofInstant(clock.instant(), pass.workspace().zone());
  }

  private String form(Pass pass, OpeningForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("opens", books.checks(pass));
    model.addAttribute("form", form);
    return "opening";
  }

  @PostMapping
  String open(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") OpeningForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = books.pass(viewer, workspace);
    if (!books.checks(pass)) {
      throw new NotFound();
    }
    var problems = new Problems();
    var book = form.read(workspace, today(pass), problems);
    if (book == null) {
      return Pages.again(response, model, problems, form(pass, form, model));
    }
    return books
        .open(pass, book)
        .fold(
            desk -> {
              Flash.ok(onward, "books.opened");
              return "redirect:" + desk.href("");
            },
            why -> Pages.again(response, model, why, form(pass, form, model)));
  }
}
