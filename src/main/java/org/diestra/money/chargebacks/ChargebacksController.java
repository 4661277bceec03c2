package org.diestra.money.chargebacks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/chargebacks}: what clients' banks took back, and who has paid for it. */
@Controller
@Operators
@RequestMapping(ChargebacksController.PAGE)
class ChargebacksController {
  static final String PAGE = "/operator/chargebacks";
  private static final int WORDS = 200;
  private final Cases cases;
  private final Organisations organisations;
  private final Ledger ledger;

  ChargebacksController(Cases cases, Organisations organisations, Ledger ledger) {
    this.cases = cases;
    this.organisations = organisations;
    this.ledger = ledger;
  }

  /**
   * @param clients whose payments they were
   */
  record ListView(List<Chargeback> all, Map<OrganisationId, Organisations.Organisation> clients) {
    String name(Chargeback it) {
      return Objects.requireNonNull(clients.get(it.client())).name();
    }
  }

  /**
   * @param own what the house has of its own in that book, a debit below zero
   */
  record View(Chargeback it, String client, Money own) {
    /** What is to be put in, so that the books can follow the rail. */
    Money lacking() {
      return own.isPositive() ? it.waiting().minus(own) : it.waiting();
    }
  }

  /** How it was paid outside of the house, as an operator types it. */
  record Form(@Nullable String words) {
    static final Form EMPTY = new Form(null);
  }

  @GetMapping
  String index(Model model) {
    var all = cases.latest();
    var clients =
        organisations.all(all.stream().map(Chargeback::client).collect(Collectors.toSet()));
    model.addAttribute("view", new ListView(all, clients));
    return "index";
  }

  @GetMapping("/{id}")
  String show(@PathVariable String id, Model model) {
    model.addAttribute("form", Form.EMPTY);
    return page(Ids.require(id), model);
  }

  private String page(UUID id, Model model) {
    var it = cases.get(id);
    model.addAttribute(
        "view", new View(it, organisations.get(it.client()).name(), ledger.own(it.book())));
    return "chargeback";
  }

  @Proven(page = PAGE)
  @PostMapping("/{id}/settlement")
  String settle(
      Viewer viewer,
      @PathVariable String id,
      @ModelAttribute("form") Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var uuid = Ids.require(id);
    var page = page(uuid, model);
    var problems = new Problems();
    var words = new Typed(problems).line("words", form.words(), WORDS, "chargebacks.words.missing");
    if (problems.any()) {
      return Pages.again(response, model, problems, page);
    }
    return switch (cases.paidOutside(viewer, uuid, words)) {
      case Outcome.Refused<Chargeback>(var why) -> Pages.again(response, model, why, page);
      case Outcome.Done<Chargeback> done -> {
        Flash.ok(onward, "chargebacks.settled");
        yield "redirect:" + PAGE + "/" + Ids.text(uuid);
      }
    };
  }
}
