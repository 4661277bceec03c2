package org.diestra.money.extras;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.money.extras.Expense.Receipt;
import org.diestra.money.extras.ExpensePages.One;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.BroughtFiles;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
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

/** {@code /contracts/{id}/money/extras/{expense}}: an expense, from the question to its receipt. */
@Controller
@RequestMapping("/contracts/{id}/money/extras")
class ExpensesController {
  private static final int WORDS = 500;
  private final Expenses expenses;
  private final ExpensePages pages;
  private final BroughtFiles files;
  private final Blobs blobs;
  private final Clock clock;

  ExpensesController(
      Expenses expenses, ExpensePages pages, BroughtFiles files, Blobs blobs, Clock clock) {
    this.expenses = expenses;
    this.pages = pages;
    this.files = files;
    this.blobs = blobs;
    this.clock = clock;
  }

  @GetMapping("/expense")
  String form(Viewer viewer, @PathVariable ContractId id, Model model, RedirectAttributes onward) {
    var asking = pages.asking(viewer, id);
    if (!asking.runs()) {
      Flash.refused(onward, Expenses.RESTS);
      return "redirect:/contracts/" + id + "/money/extras";
    }
    return form(asking, AskForm.fresh(), model);
  }

  @PostMapping("/expense")
  String ask(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") AskForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asking = pages.asking(viewer, id);
    var problems = new Problems();
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, viewer.zone());
    var asked = form.read(id, asking.most(), today, now, problems).orElse(null);
    if (asked == null) {
      return Pages.again(response, model, problems, form(asking, form, model));
    }
    return expenses
        .ask(viewer, asked, form.key())
        .fold(
            it -> {
              Flash.ok(
                  onward,
                  asking.plan().promised()
                      ? "extras.promised.expense.asked"
                      : "extras.expense.asked");
              return "redirect:" + it.facts().page();
            },
            why ->
                Pages.again(response, model, problems.add(why), form(asking, form.again(), model)));
  }

  private static String form(ExpensePages.Asking asking, AskForm form, Model model) {
    model.addAttribute("asking", asking);
    model.addAttribute("form", form);
    return "ask";
  }

  @GetMapping("/{expense}")
  String show(
      Viewer viewer, @PathVariable ContractId id, @PathVariable String expense, Model model) {
    var one = pages.one(viewer, id, Ids.require(expense));
    return page(one, ReceiptForm.of(one.expense()), List.of(), "", model);
  }

  private String page(One one, ReceiptForm form, List<Blob> brought, String words, Model model) {
    var receipt = one.expense().receipt();
    model.addAttribute("one", one);
    model.addAttribute("form", form);
    model.addAttribute("brought", brought);
    model.addAttribute("words", words);
    model.addAttribute("file", receipt == null ? null : blobs.get(receipt.file()));
    return "expense";
  }

  @PostMapping("/{expense}/approval")
  String approve(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      @RequestParam int seen,
      RedirectAttributes onward) {
    return expenses
        .approve(viewer, id, Ids.require(expense), seen)
        .fold(
            it -> "redirect:" + it.facts().subject().fundPage(),
            why -> {
              Flash.refused(onward, why);
              return back(id, expense);
            });
  }

  @PostMapping("/{expense}/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      @RequestParam int seen,
      RedirectAttributes onward) {
    var outcome = expenses.accept(viewer, id, Ids.require(expense), seen);
    return after(
        outcome,
        id,
        expense,
        pages.promised(id) ? "extras.promised.expense.accepted" : "extras.expense.accepted",
        onward);
  }

  @PostMapping("/{expense}/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      @RequestParam int seen,
      RedirectAttributes onward) {
    var outcome = expenses.withdraw(viewer, id, Ids.require(expense), seen);
    return after(
        outcome,
        id,
        expense,
        pages.promised(id) ? "extras.promised.expense.withdrawn" : "extras.expense.withdrawn",
        onward);
  }

  @PostMapping("/{expense}/refusal")
  String refuse(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      @RequestParam int seen,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var one = pages.one(viewer, id, Ids.require(expense), Side.CLIENT);
    var problems = new Problems();
    var why = why(words, problems);
    if (problems.any()) {
      return wordless(one, words, problems, model, response);
    }
    var outcome = expenses.refuse(viewer, id, key(one), seen, why);
    return after(outcome, id, expense, "extras.expense.refused", onward);
  }

  @PostMapping("/{expense}/return")
  String giveBack(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      @RequestParam int seen,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var one = pages.one(viewer, id, Ids.require(expense), Side.CLIENT);
    var problems = new Problems();
    var why = why(words, problems);
    if (problems.any()) {
      return wordless(one, words, problems, model, response);
    }
    var outcome = expenses.giveBack(viewer, id, key(one), seen, why);
    return after(outcome, id, expense, "extras.expense.returned", onward);
  }

  private static String why(String words, Problems problems) {
    return new Typed(problems).text("words", words, WORDS, "extras.expense.words.missing");
  }

  private String wordless(
      One one, String words, Problems problems, Model model, HttpServletResponse response) {
    var form = ReceiptForm.of(one.expense());
    return Pages.again(response, model, problems, page(one, form, List.of(), words, model));
  }

  @PostMapping("/{expense}/receipt")
  String hand(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String expense,
      @ModelAttribute("form") ReceiptForm typed,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var one = pages.one(viewer, id, Ids.require(expense), Side.ASSISTANT);
    var me = viewer.id().value();
    var problems = new Problems();
    var came = brought == null ? List.<MultipartFile>of() : brought;
    boolean another = came.stream().anyMatch(file -> !file.isEmpty());
    var had = another ? List.<String>of() : typed.had();
    var form = typed.with(files.with(me, had, came, 1, problems));
    var there = files.own(me, form.had()).stream().filter(ExpensesController::shows).toList();
    var amount = form.read(one.expense().facts().ceiling(), problems).orElse(null);
    if (there.isEmpty()) {
      problems.add("brought", "extras.receipt.file.missing");
    }
    if (problems.any() || amount == null) {
      return Pages.again(response, model, problems, page(one, form, there, "", model));
    }
    var receipt = new Receipt(amount, there.getFirst().id());
    var outcome = expenses.hand(viewer, id, key(one), form.seen(), receipt);
    return after(outcome, id, expense, "extras.receipt.handed", onward);
  }

  private static boolean shows(Blob file) {
    return file.kind() == Kind.PDF || file.kind() == Kind.IMAGE;
  }

  private static UUID key(One one) {
    return one.expense().facts().id();
  }

  private static String after(
      Outcome<Expense> outcome,
      ContractId id,
      String expense,
      String key,
      RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<Expense> done -> Flash.ok(onward, key);
      case Outcome.Refused<Expense>(var why) -> Flash.refused(onward, why);
    }
    return back(id, expense);
  }

  private static String back(ContractId id, String expense) {
    return "redirect:/contracts/" + id + "/money/extras/" + expense;
  }
}
