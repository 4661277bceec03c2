package org.diestra.work.time;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /contracts/{id}/time}: a week of its hours. */
@Controller
@RequestMapping("/contracts/{id}/time")
class TimeController {
  private final TimePages pages;
  private final Contracts contracts;
  private final Entries entries;
  private final Timesheets sheets;
  private final Reviews reviews;

  TimeController(
      TimePages pages, Contracts contracts, Entries entries, Timesheets sheets, Reviews reviews) {
    this.pages = pages;
    this.contracts = contracts;
    this.entries = entries;
    this.sheets = sheets;
    this.reviews = reviews;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam(required = false) @Nullable String week,
      Model model) {
    var wanted = week == null ? pages.thisWeek() : week(week);
    return show(viewer, id, wanted, SheetForm.BLANK, null, model);
  }

  private String show(
      Viewer viewer,
      ContractId id,
      Week week,
      SheetForm form,
      @Nullable EntryForm entry,
      Model model) {
    var view = pages.view(viewer, id, week);
    if (view == null) {
      var desk = pages.desk(viewer, id);
      model.addAttribute("frame", contracts.frame(desk.contract()));
      return "none";
    }
    model.addAttribute("view", view);
    model.addAttribute("sheet", form);
    var today = pages.today(view.desk());
    var day = week.equals(pages.thisWeek()) ? today : week.monday();
    model.addAttribute("entry", entry == null ? EntryForm.on(day) : entry);
    model.addAttribute("form", TimerController.TimerForm.BLANK);
    return "show";
  }

  /** What was typed into the sheet, all of it or nothing. */
  @PostMapping("/sheet")
  String fill(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam String week,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var of = week(week);
    var form = SheetForm.of(sent);
    var problems = entries.fill(viewer, id, of, form);
    if (problems.any()) {
      var page = show(viewer, id, of, form, null, model);
      return Pages.again(response, model, problems, page);
    }
    Flash.ok(onward, "time.sheet.saved");
    return onward(id, of);
  }

  @PostMapping("/entries")
  String add(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam String week,
      @ModelAttribute("entry") EntryForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var zone = pages.owned(viewer, id).zone();
    var said = form.read(zone, problems);
    if (said != null) {
      var outcome = entries.add(viewer, id, said);
      if (outcome instanceof Outcome.Done) {
        Flash.ok(onward, "time.entry.added", CellText.length(said.span().minutes()));
        return onward(id, Week.of(said.span().from()));
      }
      outcome.fold(done -> problems, problems::add);
    }
    var page = show(viewer, id, week(week), SheetForm.BLANK, form, model);
    return Pages.again(response, model, problems, page);
  }

  @PostMapping("/submission")
  String submit(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam String week,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var of = week(week);
    return moved(
        viewer,
        id,
        of,
        "time.week.submitted.done",
        sheets.submit(viewer, id, of),
        model,
        response,
        onward);
  }

  /** All lines that wait. */
  @PostMapping("/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam String week,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var of = week(week);
    return moved(
        viewer,
        id,
        of,
        "time.week.accepted.done",
        reviews.acceptAll(viewer, id, of, seen),
        model,
        response,
        onward);
  }

  /** Minutes above the cap. */
  @PostMapping("/extra")
  String allow(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam String week,
      @RequestParam String extra,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var of = week(week);
    Outcome<Timesheet> outcome;
    if (CellText.read(extra).orElse(null) instanceof CellText.Length(var minutes)) {
      outcome = reviews.allow(viewer, id, of, minutes);
    } else {
      pages.reviewed(viewer, id);
      outcome = Outcome.refused(Refusal.invalid("extra", "time.cell.unreadable"));
    }
    return moved(viewer, id, of, "time.extra.saved", outcome, model, response, onward);
  }

  private String moved(
      Viewer viewer,
      ContractId id,
      Week week,
      String said,
      Outcome<Timesheet> outcome,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return outcome.fold(
        sheet -> {
          Flash.ok(onward, said);
          return onward(id, week);
        },
        why -> {
          var page = show(viewer, id, week, SheetForm.BLANK, null, model);
          return Pages.again(response, model, why, page);
        });
  }

  private static String onward(ContractId id, Week week) {
    return "redirect:/contracts/" + id + "/time?week=" + week;
  }

  private static Week week(String text) {
    return Week.read(text).orElseThrow(NotFound::new);
  }
}
