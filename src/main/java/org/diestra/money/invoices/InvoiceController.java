package org.diestra.money.invoices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.Written;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/invoices/{number}}: an invoice, what stands behind it, and its papers. */
@Controller
@RequestMapping("/money/invoices")
class InvoiceController {
  private final Desks desks;
  private final Invoices invoices;
  private final Taxes taxes;
  private final Ledger ledger;
  private final Papers papers;
  private final Pages pages;
  private final BlobServing serving;

  InvoiceController(
      Desks desks,
      Invoices invoices,
      Taxes taxes,
      Ledger ledger,
      Papers papers,
      Pages pages,
      BlobServing serving) {
    this.desks = desks;
    this.invoices = invoices;
    this.taxes = taxes;
    this.ledger = ledger;
    this.papers = papers;
    this.pages = pages;
    this.serving = serving;
  }

  /**
   * @param entry that released the money, or null
   * @param corrects the invoice that this one corrects, or null
   * @param corrections what corrects this one
   */
  record View(
      Invoice invoice,
      String what,
      TaxProfile seller,
      TaxProfile buyer,
      @Nullable Written entry,
      @Nullable Invoice corrects,
      List<Invoice> corrections) {

    /** The page of the work it is for, or null. */
    @Nullable String work() {
      var contract = invoice.cause().contract();
      var task = invoice.cause().task();
      if (contract == null || entry == null) {
        return null;
      }
      var page = "/contracts/" + Ids.text(contract);
      return task == null ? page + "/time" : page + "/tasks/" + Ids.text(task);
    }
  }

  @GetMapping("/{number}")
  String show(Viewer viewer, @PathVariable String number, Model model) {
    var invoice = desks.find(viewer, number);
    var entry = invoice.cause().entry();
    model.addAttribute(
        "view",
        new View(
            invoice,
            Bills.what(invoice, pages.formats(viewer.locale(), viewer.zone())),
            taxes.version(invoice.seller().owner(), invoice.seller().version()),
            taxes.version(invoice.buyer().owner(), invoice.buyer().version()),
            entry == null ? null : ledger.find(entry).orElse(null),
            invoices.corrected(invoice).orElse(null),
            invoices.corrections(invoice)));
    return "show";
  }

  @GetMapping("/{number}.pdf")
  @Nullable String pdf(
      Viewer viewer,
      @PathVariable String number,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var invoice = desks.find(viewer, number);
    return send(invoice, papers.pdf(invoice), request, response, onward);
  }

  @GetMapping("/{number}.xml")
  @Nullable String xml(
      Viewer viewer,
      @PathVariable String number,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var invoice = desks.find(viewer, number);
    return send(invoice, papers.xml(invoice), request, response, onward);
  }

  private @Nullable String send(
      Invoice invoice,
      Optional<Blob> paper,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    if (paper.isEmpty()) {
      Flash.note(onward, "invoices.refused.wait");
      return "redirect:" + invoice.href();
    }
    serving.save(paper.get(), request, response);
    return null;
  }
}
