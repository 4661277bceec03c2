package org.diestra.money.payouts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.sessions.Proven;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /operator/payouts/batches}: what was released together, its file, and what became of it.
 */
@Controller
@Operators
@RequestMapping("/operator/payouts/batches")
class BatchController {
  private static final int REFERENCE = 140;
  private final Batches batches;
  private final Settlements settlements;
  private final Outlets outlets;
  private final Accounts accounts;

  BatchController(Batches batches, Settlements settlements, Outlets outlets, Accounts accounts) {
    this.batches = batches;
    this.settlements = settlements;
    this.outlets = outlets;
    this.accounts = accounts;
  }

  /**
   * @param payout the id of each that was ticked
   */
  @Proven(page = PayoutDeskController.PAGE)
  @PostMapping
  String release(
      Viewer viewer,
      @RequestParam String rail,
      @RequestParam String currency,
      @RequestParam(defaultValue = "false") boolean sepa,
      @RequestParam(required = false) @Nullable List<String> payout,
      RedirectAttributes onward) {
    var book = new RequestForm(null, rail, currency, null).book();
    if (payout == null) {
      Flash.note(onward, "payouts.desk.none-chosen");
      return "redirect:" + PayoutDeskController.PAGE;
    }
    return batches
        .release(viewer, book, sepa, payout.stream().map(Ids::require).collect(Collectors.toSet()))
        .fold(
            batch -> {
              Flash.ok(onward, "payouts.batch.released", batch.lines(), batch.total());
              return "redirect:" + batch.href();
            },
            why -> {
              Flash.refused(onward, why);
              return "redirect:" + PayoutDeskController.PAGE;
            });
  }

  /**
   * @param says whether the rail itself says what became of it
   * @param releasedBy the operator's name
   */
  record View(
      Batch batch,
      List<Payout> lines,
      Map<PersonId, String> names,
      boolean says,
      String releasedBy) {
    String name(Payout payout) {
      return names.getOrDefault(payout.facts().person(), "");
    }

    boolean open() {
      return !says && lines.stream().anyMatch(p -> p instanceof Payout.Sent);
    }

    /** Once something was said of a line, its file must not go out again. */
    boolean fileable() {
      return lines.stream().allMatch(p -> p instanceof Payout.Sent);
    }

    /** What can still be said of it: that it was paid, or that it came back. */
    boolean movable(Payout payout) {
      return !says && (payout instanceof Payout.Sent || payout instanceof Payout.Paid);
    }
  }

  @GetMapping("/{id}")
  String show(@PathVariable String id, Model model) {
    var batch = batches.get(Ids.require(id));
    var lines = batches.lines(batch);
    var people = new ArrayList<>(lines.stream().map(p -> p.facts().person()).distinct().toList());
    people.add(batch.releasedBy());
    var names = accounts.names(people);
    model.addAttribute(
        "view",
        new View(
            batch,
            lines,
            names,
            outlets.of(batch.book()).isPresent(),
            names.getOrDefault(batch.releasedBy(), "")));
    return "batch";
  }

  @GetMapping("/{id}/file")
  void file(Viewer viewer, @PathVariable String id, HttpServletResponse response)
      throws IOException {
    var batch = batches.get(Ids.require(id));
    if (!batches.lines(batch).stream().allMatch(p -> p instanceof Payout.Sent)) {
      response.sendRedirect(batch.href()); // something was said of a line: it stays here
      return;
    }
    response.setContentType(
        batch.format() == Batch.Format.PAIN ? "application/xml" : "text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + batch.file() + "\"");
    batches.download(viewer, batch, response.getOutputStream());
  }

  /**
   * @param payout those that were ticked
   * @param all says it of all that are open instead
   */
  @Proven(page = PayoutDeskController.PAGE)
  @PostMapping("/{id}/payments")
  String paid(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable List<String> payout,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String reference,
      RedirectAttributes onward) {
    var batch = batches.get(Ids.require(id));
    var text = Typed.line(reference);
    var bank = text.isEmpty() ? batch.message() : text;
    if (bank.length() > REFERENCE) {
      Flash.refused(
          onward, Refusal.invalid("reference", "page.too-long", REFERENCE, bank.length()));
      return "redirect:" + batch.href();
    }
    var open =
        batches.lines(batch).stream()
            .filter(p -> p instanceof Payout.Sent)
            .map(p -> p.facts().id())
            .toList();
    settle(all ? open : chosen(batch, payout), one -> settlements.paid(viewer, one, bank), onward);
    return "redirect:" + batch.href();
  }

  @Proven(page = PayoutDeskController.PAGE)
  @PostMapping("/{id}/returns")
  String returned(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable List<String> payout,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes onward) {
    var batch = batches.get(Ids.require(id));
    var why = ReturnReason.of(reason).orElse(ReturnReason.OTHER);
    settle(chosen(batch, payout), one -> settlements.returned(viewer, one, why.slug()), onward);
    return "redirect:" + batch.href();
  }

  private List<UUID> chosen(Batch batch, @Nullable List<String> payout) {
    var within = batches.lines(batch).stream().map(p -> p.facts().id()).collect(Collectors.toSet());
    var ids = (payout == null ? List.<String>of() : payout).stream().map(Ids::require).toList();
    if (!within.containsAll(ids)) {
      throw new NotFound();
    }
    return ids;
  }

  private static void settle(
      List<UUID> ids, Function<UUID, Outcome<Payout>> verb, RedirectAttributes onward) {
    int done = 0;
    for (var id : ids) {
      switch (verb.apply(id)) {
        case Outcome.Done<Payout> settled -> done++;
        case Outcome.Refused<Payout>(var why) -> {
          Flash.refused(onward, why);
          return;
        }
      }
    }
    if (done == 0) {
      Flash.note(onward, "payouts.desk.none-chosen");
    } else {
      Flash.ok(onward, "payouts.batch.settled", done);
    }
  }
}
