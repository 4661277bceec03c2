package org.diestra.money.invoices;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.diestra.money.invoices.Desks.Desk;
import org.diestra.money.invoices.Due.Lack;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.InvoiceStore.Sum;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/invoices}: what was invoiced on either side, and what waits for something. */
@Controller
@RequestMapping("/money/invoices")
class InvoicesController {
  private static final int PAGE = 30;
  private static final int WAITING = 50;
  private static final int YEARS = 5;
  private final Invoices invoices;
  private final Consents consents;
  private final Taxes taxes;
  private final Pages pages;
  private final Clock clock;

  InvoicesController(Invoices invoices, Consents consents, Taxes taxes, Pages pages, Clock clock) {
    this.invoices = invoices;
    this.consents = consents;
    this.taxes = taxes;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * @param desk whose it is, or null where the viewer has none
   * @param year that was chosen; the sums are of it
   * @param agreed since when the viewer lets the house make invoices; null where not, or where that
   *     is nobody's to say here
   * @param profile the desk's tax details, or null
   * @param next the address of the next page, or null
   */
  record View(
      List<Desk> desks,
      @Nullable Desk desk,
      int thisYear,
      int year,
      @Nullable Kind kind,
      List<Invoice> invoices,
      List<Sum> sums,
      List<Due> waiting,
      @Nullable Instant agreed,
      @Nullable TaxProfile profile,
      @Nullable String next) {

    List<Integer> years() {
      var all = new ArrayList<Integer>();
      for (int i = 0; i < YEARS; i++) {
        all.add(thisYear - i);
      }
      return all;
    }

    boolean sent(Invoice invoice) {
      return desk != null && invoice.seller().owner().equals(desk.owner());
    }

    /** Where what is missing is given; null where it is the other side's. */
    @Nullable String mend(Due due) {
      if (desk == null) {
        return null;
      }
      boolean mine = due.assistant().equals(desk.owner());
      return due.waits() == Lack.SELLER && mine
          ? "/settings/tax"
          : due.waits() == Lack.BUYER && !mine ? "/settings/tax/" + desk.of() : null;
    }

    /** Only an assistant can agree, and only for their own work. */
    boolean asks() {
      return desk != null && desk.own() && agreed == null;
    }

    String details() {
      return desk == null || desk.own() ? "/settings/tax" : "/settings/tax/" + desk.of();
    }

    String href(Desk other) {
      return "/money/invoices?of=" + other.of();
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String before,
      Model model) {
    var all = Desks.of(viewer);
    var desk = Desks.chosen(all, of == null ? null : Ids.require(of)).orElse(null);
    int thisYear = LocalDate.ofInstant(clock.instant(), viewer.zone()).getYear();
    int chosen = year == null ? thisYear : year;
    var only = Arrays.stream(Kind.values()).filter(k -> k.name().equals(kind)).findFirst();
    model.addAttribute("view", view(all, desk, thisYear, chosen, only.orElse(null), before));
    return "index";
  }

  private View view(
      List<Desk> all,
      @Nullable Desk desk,
      int thisYear,
      int year,
      @Nullable Kind kind,
      @Nullable String before) {
    if (desk == null) {
      return new View(
          all, null, thisYear, year, kind, List.of(), List.of(), List.of(), null, null, null);
    }
    var found = invoices.page(desk.owner(), year, kind, before, PAGE + 1);
    var page = found.stream().limit(PAGE).toList();
    return new View(
        all,
        desk,
        thisYear,
        year,
        kind,
        page,
        invoices.sums(desk.owner(), year),
        before == null ? invoices.waiting(desk.owner(), WAITING) : List.of(),
        desk.own() ? consents.since(desk.owner()).orElse(null) : null,
        taxes.profile(desk.owner()).orElse(null),
        found.size() > PAGE ? next(desk.owner(), year, kind, page.getLast()) : null);
  }

  private static String next(UUID owner, int year, @Nullable Kind kind, Invoice last) {
    return "/money/invoices?of="
        + Ids.text(owner)
        + "&year="
        + year
        + (kind == null ? "" : "&kind=" + kind)
        + "&before="
        + last.number();
  }

  @PostMapping("/consent")
  String agree(Viewer viewer, RedirectAttributes onward) {
    var words = pages.formats(viewer.locale(), viewer.zone());
    consents.sign(viewer, words.words("invoices.consent.text"));
    Flash.ok(onward, "invoices.consent.signed");
    return "redirect:/money/invoices";
  }

  @PostMapping("/consent/removal")
  String takeBack(Viewer viewer, RedirectAttributes onward) {
    consents.revoke(viewer);
    Flash.ok(onward, "invoices.consent.revoked");
    return "redirect:/money/invoices";
  }
}
