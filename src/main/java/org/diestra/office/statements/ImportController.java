package org.diestra.office.statements;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.banking.BankFile;
import org.diestra.platform.banking.ColumnsForm;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Statements: a file is brought, tried, and taken in or left; and taken back. */
@Controller
@RequestMapping("/w/{workspace}/books/banks/{account}")
class ImportController {
  private final Books books;
  private final BooksFrame frame;
  private final BankAccounts accounts;
  private final Imports imports;
  private final BanksController banks;

  ImportController(
      Books books,
      BooksFrame frame,
      BankAccounts accounts,
      Imports imports,
      BanksController banks) {
    this.books = books;
    this.frame = frame;
    this.accounts = accounts;
    this.imports = imports;
    this.banks = banks;
  }

  @PostMapping("/files")
  String bring(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var desk = books.enter(viewer, workspace);
    var into = accounts.get(desk, account);
    if (file == null || file.isEmpty()) {
      return again(desk, into, Refusal.invalid("file", "statements.file.missing"), model, response);
    }
    if (file.getSize() > BankFile.LARGEST) {
      var why = Refusal.invalid("file", "banking.file.large", BankFile.LARGEST / 1_000_000);
      return again(desk, into, why, model, response);
    }
    var name = Typed.line(file.getOriginalFilename());
    return imports
        .bring(desk, into, name, file.getBytes())
        .fold(
            kept -> "redirect:" + kept.href() + "/trial",
            why -> again(desk, into, why, model, response));
  }

  private String again(
      Desk desk, BankAccount into, Refusal why, Model model, HttpServletResponse response) {
    model.addAttribute("view", banks.view(desk, into, "open", "", null));
    return Pages.again(response, model, why, "office/statements/lines");
  }

  @GetMapping("/trial")
  String trial(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      Model model,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var into = accounts.get(desk, account);
    model.addAttribute("around", frame.of(desk));
    model.addAttribute("account", into);
    return switch (imports.trial(desk, into)) {
      case Outcome.Refused<Trial>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + into.href();
      }
      case Outcome.Done<Trial>(Trial.Unnamed unnamed) ->
          columns(unnamed, ColumnsForm.of(CsvColumns.guessed(unnamed.table())), model);
      case Outcome.Done<Trial>(Trial.Lines lines) -> {
        model.addAttribute("lines", lines);
        yield "trial";
      }
    };
  }

  private static String columns(Trial.Unnamed unnamed, ColumnsForm form, Model model) {
    model.addAttribute("unnamed", unnamed);
    model.addAttribute("form", form);
    return "columns";
  }

  @PostMapping("/columns")
  String name(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      @ModelAttribute("form") ColumnsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var into = accounts.get(desk, account);
    if (!(imports.trial(desk, into) instanceof Outcome.Done<Trial>(Trial.Unnamed unnamed))) {
      return "redirect:" + into.href() + "/trial";
    }
    var problems = new Problems();
    var columns = form.read(unnamed.table(), problems);
    if (columns.isEmpty()) {
      model.addAttribute("around", frame.of(desk));
      model.addAttribute("account", into);
      return Pages.again(response, model, problems, columns(unnamed, form, model));
    }
    if (accounts.name(desk, account, columns.get())
        instanceof Outcome.Refused<BankAccount>(var why)) {
      Flash.refused(onward, why);
    }
    return "redirect:" + into.href() + "/trial";
  }

  @PostMapping("/statements")
  String take(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var into = accounts.get(desk, account);
    return switch (imports.take(desk, account)) {
      case Outcome.Done<Brought>(var brought) -> {
        Flash.ok(onward, "statements.taken", brought.fresh(), brought.lines() - brought.fresh());
        yield "redirect:" + into.href();
      }
      case Outcome.Refused<Brought>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + into.href() + "/trial";
      }
    };
  }

  @PostMapping("/leaving")
  String leave(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var into = accounts.get(desk, account);
    imports.leave(desk, into);
    Flash.note(onward, "statements.left");
    return "redirect:" + into.href();
  }

  @PostMapping("/statements/{statement}/undo")
  String undo(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable BankAccountId account,
      @PathVariable String statement,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var into = accounts.get(desk, account);
    switch (imports.undo(desk, account, Ids.require(statement))) {
      case Outcome.Done<BankAccount> done -> Flash.ok(onward, "statements.undone");
      case Outcome.Refused<BankAccount>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + into.href();
  }
}
