package org.diestra.hiring.proposals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.screening.Screened;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
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

/** {@code /jobs/{id}/bid}: writing the own bid for a job, and seeing how it stands. */
@Controller
@RequestMapping("/jobs/{id}/bid")
class OwnBidController {
  private final OwnBids own;
  private final BidDesk desk;
  private final BidFiles files;
  private final BidScreen screen;

  OwnBidController(OwnBids own, BidDesk desk, BidFiles files, BidScreen screen) {
    this.own = own;
    this.desk = desk;
    this.files = files;
    this.screen = screen;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean change,
      Model model) {
    var page = desk.page(viewer, JobId.of(id), change);
    if (page.written()) {
      return write(desk.sheet(viewer, page), model);
    }
    model.addAttribute("page", page);
    return "own";
  }

  /**
   * One form, whose buttons say what it is sent for: {@code send}, {@code keep}, {@code count} for
   * the figures, or {@code drop} with the id of a file. What was brought stays in any case.
   */
  @PostMapping
  String write(
      Viewer viewer,
      @PathVariable String id,
      @ModelAttribute("form") BidForm typed,
      @RequestParam(name = "do", defaultValue = "send") String what,
      @RequestParam(defaultValue = "") String drop,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var job = desk.admit(viewer, JobId.of(id));
    var problems = new Problems();
    var had = typed.files().stream().filter(file -> !file.equals(drop)).toList();
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var form = typed.withFiles(files.with(viewer.id(), had, came, problems));
    if (what.equals("send") && drop.isEmpty()) {
      return send(viewer, job, form, problems, model, response, onward);
    }
    if (what.equals("keep") && problems.none()) {
      return keep(viewer, job.id(), form, model, response, onward);
    }
    var sheet = desk.sheet(viewer, desk.page(viewer, job.id(), true), form);
    return problems.any() ? again(sheet, problems, model, response) : write(sheet, model);
  }

  private String keep(
      Viewer viewer,
      JobId job,
      BidForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (own.keep(viewer.id(), job, form)) {
      case Outcome.Done<Bid> kept -> {
        Flash.ok(onward, "proposals.draft.kept");
        yield "redirect:" + DeskPage.href(job);
      }
      case Outcome.Refused<Bid>(var why) -> moved(viewer, job, form, why, model, response);
    };
  }

  private String send(
      Viewer viewer,
      JobTerms job,
      BidForm form,
      Problems problems,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var said = desk.read(viewer, job, form, problems);
    if (said.isEmpty()) {
      var sheet = desk.sheet(viewer, desk.page(viewer, job.id(), true), form);
      return again(sheet, problems, model, response);
    }
    var found = screen.read(said.get());
    return switch (own.send(viewer.id(), job.id(), said.get(), found, form.origin())) {
      case Outcome.Done<Bid>(var bid) -> {
        tell(viewer, bid, found, onward);
        yield "redirect:" + DeskPage.href(job.id());
      }
      case Outcome.Refused<Bid>(var why) -> moved(viewer, job.id(), form, why, model, response);
    };
  }

  /** What a rule has to say about it, where one has; else where the bid stands. */
  private static void tell(Viewer viewer, Bid bid, Screened found, RedirectAttributes onward) {
    found.warnings().stream()
        .findFirst()
        .ifPresentOrElse(
            finding -> Flash.note(onward, "proposals.sent.noted", finding.advice(viewer.locale())),
            () -> Flash.ok(onward, "proposals.sent." + bid.state().slug()));
  }

  /**
   * Refused by a rule, or the job or the bid has moved on: the page as both stand now, with what
   * was typed.
   */
  private String moved(
      Viewer viewer,
      JobId job,
      BidForm typed,
      Refusal why,
      Model model,
      HttpServletResponse response) {
    var now = desk.page(viewer, job, true);
    if (!now.written()) {
      model.addAttribute("page", now);
      return Pages.again(response, model, why, "own");
    }
    var form = typed.stamped(now.version(), now.job().edition());
    model.addAttribute("sheet", desk.sheet(viewer, now, form));
    return Pages.again(response, model, why, "write");
  }

  /** The figures alone, while they are being typed. */
  @PostMapping("/figures")
  String figures(
      Viewer viewer, @PathVariable String id, @ModelAttribute("form") BidForm typed, Model model) {
    write(desk.sheet(viewer, desk.page(viewer, JobId.of(id), true), typed), model);
    return "_figures";
  }

  private static String write(Sheet sheet, Model model) {
    model.addAttribute("sheet", sheet);
    return "write";
  }

  private static String again(
      Sheet sheet, Problems problems, Model model, HttpServletResponse response) {
    return Pages.again(response, model, problems, write(sheet, model));
  }
}
