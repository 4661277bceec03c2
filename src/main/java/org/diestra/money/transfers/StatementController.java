package org.diestra.money.transfers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.money.transfers.StatementFiles.Brought;
import org.diestra.money.transfers.StatementStore.Draft;
import org.diestra.money.transfers.StatementStore.Taken;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.banking.ColumnsForm;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.banking.CsvTable;
import org.diestra.platform.base.CsvRows;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proven;
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

/**
 * {@code /operator/transfers/accounts/{id}/statements}: a bank's file, and for a CSV that is the
 * first of its bank what its columns are.
 */
@Controller
@Operators
@RequestMapping(DeskController.PAGE)
class StatementController {
  private static final int SHOWN = 6;
  private final StatementFiles files;
  private final Collecting collecting;

  StatementController(StatementFiles files, Collecting collecting) {
    this.files = files;
    this.collecting = collecting;
  }

  @Proven(page = DeskController.PAGE)
  @GetMapping("/accounts/{id}/statements/new")
  String form(@PathVariable String id, Model model) {
    model.addAttribute("account", collecting.get(Ids.require(id)));
    return "bring";
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/accounts/{id}/statements")
  String bring(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var account = collecting.get(Ids.require(id));
    model.addAttribute("account", account);
    if (file == null || file.isEmpty()) {
      return Pages.again(
          response, model, Refusal.invalid("file", "transfers.file.missing"), "bring");
    }
    var name = Typed.line(file.getOriginalFilename());
    return switch (files.bring(viewer, account, name, file.getSize(), file)) {
      case Outcome.Refused<Brought>(var why) -> Pages.again(response, model, why, "bring");
      case Outcome.Done<Brought>(Brought.Unnamed(var draft)) ->
          "redirect:" + DeskController.PAGE + "/drafts/" + Ids.text(draft);
      case Outcome.Done<Brought>(Brought.Read(var taken)) -> read(taken, onward);
    };
  }

  private static String read(Taken taken, RedirectAttributes onward) {
    Flash.ok(onward, "transfers.taken", taken.fresh(), taken.lines() - taken.fresh());
    return "redirect:" + DeskController.PAGE;
  }

  /**
   * @param rows the first of them
   */
  record ColumnsView(Draft draft, CollectingAccount account, CsvTable table, ColumnsForm form) {
    List<CsvRows.Row> rows() {
      return table.rows().stream().limit(SHOWN).toList();
    }

    String href() {
      return DeskController.PAGE + "/drafts/" + Ids.text(draft.id());
    }
  }

  @GetMapping("/drafts/{id}")
  String columns(@PathVariable String id, Model model) {
    var draft = files.draft(Ids.require(id));
    var form = ColumnsForm.of(CsvColumns.guessed(files.table(draft)));
    return page(draft, form, model);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/drafts/{id}")
  String name(
      Viewer viewer,
      @PathVariable String id,
      @ModelAttribute ColumnsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var draft = files.draft(Ids.require(id));
    var problems = new Problems();
    var columns = form.read(files.table(draft), problems);
    var page = page(draft, form, model);
    if (columns.isEmpty()) {
      return Pages.again(response, model, problems, page);
    }
    var account = collecting.get(draft.account());
    return switch (files.read(viewer, draft, account, columns.get())) {
      case Outcome.Refused<Taken>(var why) -> Pages.again(response, model, why, page);
      case Outcome.Done<Taken>(var taken) -> read(taken, onward);
    };
  }

  @PostMapping("/drafts/{id}/leaving")
  String leave(@PathVariable String id, RedirectAttributes onward) {
    files.drop(files.draft(Ids.require(id)));
    Flash.note(onward, "transfers.draft.left");
    return "redirect:" + DeskController.PAGE;
  }

  private String page(Draft draft, ColumnsForm form, Model model) {
    var account = collecting.get(draft.account());
    model.addAttribute("view", new ColumnsView(draft, account, files.table(draft), form));
    return "columns";
  }
}
