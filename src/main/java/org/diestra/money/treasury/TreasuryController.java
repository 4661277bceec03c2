package org.diestra.money.treasury;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.diestra.platform.page.Operators;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/ledger}: what every book comes to, and whether all is as it must be. */
@Controller
@Operators
@RequestMapping("/operator/ledger")
class TreasuryController {
  private static final LocalTime NIGHT = LocalTime.of(2, 30);
  private final Ledger ledger;
  private final Examinations examinations;

  @Bean
  static OperatorEntry treasuryEntry(ObjectProvider<Examinations> examinations) {
    return new OperatorEntry(
        "/operator/ledger", "treasury.nav", "scale", 75, () -> waiting(examinations.getObject()));
  }

  private static Waiting waiting(Examinations examinations) {
    return examinations
        .last()
        .filter(report -> report.faults() > 0)
        .map(report -> new Waiting(report.faults(), report.at()))
        .orElse(Waiting.NOTHING);
  }

  @Bean
  static Every ledgerChain(ObjectProvider<Ledger> ledger) {
    return Every.interval(
        "treasury:chain", Duration.ofSeconds(10), () -> ledger.getObject().chain());
  }

  @Bean
  static Every ledgerExamination(ObjectProvider<Examinations> examinations) {
    return Every.day(
        "treasury:examination",
        NIGHT,
        ZoneOffset.UTC,
        () -> examinations.getObject().examine(null));
  }

  TreasuryController(Ledger ledger, Examinations examinations) {
    this.ledger = ledger;
    this.examinations = examinations;
  }

  @GetMapping
  String books(Model model) {
    model.addAttribute(
        "view",
        TreasuryView.of(
            ledger.totals(), ledger.ages(TreasuryView.DAYS), examinations.last().orElse(null)));
    return "index";
  }

  @PostMapping("/examination")
  String examine(Viewer viewer, RedirectAttributes onward) {
    var report = examinations.examine(viewer.id());
    if (report.faults() == 0) {
      Flash.ok(onward, "treasury.examined.sound");
    } else {
      Flash.note(onward, "treasury.examined.faults", report.faults());
    }
    return "redirect:/operator/ledger";
  }
}
