package org.diestra.office.dues;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/dues/{due}}: paying a paper, setting one off, until when to pay. */
@Controller
@RequestMapping("/w/{workspace}/books/dues/{due}")
class PaymentsController {
  private final Books books;
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Dues dues;
  private final Payments payments;
  private final Clock clock;

  PaymentsController(
      Books books,
      BooksFrame frame,
      ChartOfAccounts chart,
      Dues dues,
      Payments payments,
      Clock clock) {
    this.books = books;
    this.frame = frame;
    this.chart = chart;
    this.dues = dues;
    this.payments = payments;
    this.clock = clock;
  }

  /**
   * The form.
   *
   * @param opposite papers of the same party that can be set off against it
   */
  record Sheet(
      Around around,
      Standing standing,
      PaymentForm form,
      AccountList chart,
      List<Standing> opposite,
      LocalDate today) {
    Desk desk() {
      return around.desk();
    }

    String href() {
      return desk().href("dues/" + standing.due().id());
    }
  }

  @GetMapping
  String form(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable DueId due, Model model) {
    var desk = books.enter(viewer, workspace);
    var standing = dues.get(desk, due);
    if (!standing.payable()) {
      return "redirect:" + standing.due().href();
    }
    var accounts = chart.of(workspace);
    var form = PaymentForm.fresh(standing, desk.today(clock), accounts, viewer.locale());
    return page(desk, standing, form, model);
  }

  private String page(Desk desk, Standing standing, PaymentForm form, Model model) {
    model.addAttribute(
        "sheet",
        new Sheet(
            frame.of(desk),
            standing,
            form,
            chart.of(desk.book().workspace()),
            payments.opposite(standing),
            desk.today(clock)));
    return "payment";
  }

  @PostMapping
  String pay(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId due,
      @ModelAttribute("form") PaymentForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var standing = dues.get(desk, due);
    var problems = new Problems();
    var paid = form.read(standing, chart.of(workspace), problems);
    if (paid == null) {
      return Pages.again(response, model, problems, page(desk, standing, form, model));
    }
    return payments
        .pay(desk, due, paid.from(), paid.amount(), paid.day(), form.keyed())
        .fold(
            entry -> {
              Flash.ok(onward, "dues.paid");
              return "redirect:" + standing.due().href();
            },
            why -> Pages.again(response, model, why, page(desk, standing, form, model)));
  }

  @PostMapping("/offset")
  String setOff(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId due,
      @RequestParam DueId other,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var outcome = payments.setOff(desk, due, other, desk.today(clock));
    return after(outcome, desk, due, "dues.offset.done", onward);
  }

  private String after(
      Outcome<?> outcome, Desk desk, DueId due, String key, RedirectAttributes onward) {
    if (outcome instanceof Outcome.Refused<?>(var why)) {
      Flash.refused(onward, why);
    } else {
      Flash.ok(onward, key);
    }
    return "redirect:" + dues.get(desk, due).due().href();
  }

  @PostMapping("/payments/{payment}/removal")
  String takeBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId due,
      @PathVariable String payment,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    return after(
        payments.takeBack(desk, due, Ids.require(payment)), desk, due, "dues.unpaid", onward);
  }

  /** Another last day on which it is paid in time. */
  @PostMapping("/term")
  String postpone(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable DueId due,
      @RequestParam(defaultValue = "") String until,
      RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    var day = Typed.day(until).orElse(LocalDate.MIN);
    return after(dues.postpone(desk, due, day), desk, due, "dues.postponed", onward);
  }
}
