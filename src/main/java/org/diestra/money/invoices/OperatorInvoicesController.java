package org.diestra.money.invoices;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.money.invoices.Papers.Refused;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/invoices}: papers that were refused, whether numbers are whole, correcting. */
@Controller
@Operators
@RequestMapping("/operator/invoices")
class OperatorInvoicesController {
  private static final String HERE = "/operator/invoices";
  private static final int MOST = 100;
  private static final int LATEST = 20;
  private final Invoices invoices;
  private final Papers papers;

  @Bean
  static OperatorEntry invoicesEntry(ObjectProvider<Papers> papers) {
    return new OperatorEntry(
        HERE, "invoices.nav", "receipt-text", 78, () -> waiting(papers.getObject().refused(MOST)));
  }

  private static Waiting waiting(List<Refused> refused) {
    return refused.isEmpty()
        ? Waiting.NOTHING
        : new Waiting(refused.size(), refused.getFirst().at());
  }

  OperatorInvoicesController(Invoices invoices, Papers papers) {
    this.invoices = invoices;
    this.papers = papers;
  }

  /**
   * @param broken series with a gap or a double
   * @param own the house's latest
   */
  record View(int broken, List<Refused> refused, List<Invoice> own) {}

  /** What corrects an invoice, as typed. */
  record Correction(@Nullable String number, @Nullable String net, @Nullable String because) {
    static final Correction EMPTY = new Correction(null, null, null);
  }

  @GetMapping
  String desk(Model model) {
    model.addAttribute("form", Correction.EMPTY);
    return page(model);
  }

  @PostMapping
  String correct(
      Viewer viewer,
      @ModelAttribute("form") Correction form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var typed = new Typed(problems);
    var number = Typed.line(form.number());
    var because = typed.line("because", form.because(), 500, "invoices.correct.because.needed");
    var wrong = invoices.find(number).orElse(null);
    if (wrong == null) {
      problems.add("number", "invoices.correct.number.wrong");
      return Pages.again(response, model, problems, page(model));
    }
    var currency = wrong.net().currency();
    var net = Money.read(Typed.line(form.net()), currency).orElse(Money.zero(currency));
    if (problems.any()) {
      return Pages.again(response, model, problems, page(model));
    }
    return invoices
        .correct(viewer.id(), number, net, because)
        .fold(
            done -> {
              Flash.ok(onward, "invoices.correct.done", done.number());
              return "redirect:" + done.href();
            },
            why -> Pages.again(response, model, why, page(model)));
  }

  @PostMapping("/{number}/retry")
  String retry(@PathVariable String number, RedirectAttributes onward) throws IOException {
    var again = papers.again(invoices.find(number).orElseThrow(NotFound::new));
    if (again.finding() == null) {
      Flash.ok(onward, "invoices.retry.good", number);
    } else {
      Flash.note(onward, "invoices.retry.bad", number);
    }
    return "redirect:" + HERE;
  }

  private String page(Model model) {
    model.addAttribute(
        "view",
        new View(
            invoices.broken(),
            papers.refused(MOST),
            invoices.page(TaxProfile.HOUSE, null, null, null, LATEST)));
    return "desk";
  }
}
