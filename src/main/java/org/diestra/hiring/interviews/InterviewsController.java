package org.diestra.hiring.interviews;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.messaging.Messages;
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

/** {@code /interviews}: proposing times to meet, agreeing on one, moving it, calling it off. */
@Controller
@RequestMapping("/interviews")
class InterviewsController {
  private final Interviews interviews;
  private final InterviewPages pages;
  private final InterviewList list;
  private final Messages messages;
  private final Clock clock;

  InterviewsController(
      Interviews interviews,
      InterviewPages pages,
      InterviewList list,
      Messages messages,
      Clock clock) {
    this.interviews = interviews;
    this.pages = pages;
    this.list = list;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping
  String list(Viewer viewer, Model model) {
    model.addAttribute("list", list.of(viewer));
    return "index";
  }

  /** The next ones, for the home page. */
  @GetMapping("/panel")
  String panel(Viewer viewer, Model model) {
    model.addAttribute("list", list.of(viewer).stream().filter(e -> e.open()).limit(4).toList());
    return "_panel";
  }

  @GetMapping("/new")
  String ask(Viewer viewer, @RequestParam BidId bid, Model model) {
    return pages.ask(viewer, bid, SlotsForm.blank(0), model);
  }

  @PostMapping
  String propose(
      Viewer viewer,
      @RequestParam BidId bid,
      @ModelAttribute("form") SlotsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var page = pages.ask(viewer, bid, form, model);
    var problems = new Problems();
    var proposal = form.read(viewer.zone(), clock.instant(), problems);
    if (proposal == null) {
      return Pages.again(response, model, problems, page);
    }
    return interviews
        .propose(viewer, bid, proposal)
        .fold(
            id -> {
              Flash.ok(onward, "interviews.asked");
              return "redirect:/interviews/" + id;
            },
            why -> Pages.again(response, model, why, page));
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable InterviewId id, Model model) {
    return pages.show(viewer, id, model);
  }

  @GetMapping("/{id}/messages")
  String talk(Viewer viewer, @PathVariable InterviewId id) {
    var interview = interviews.get(viewer, id);
    return "redirect:" + Messages.href(messages.open(InterviewTalks.NAME, interview.id().value()));
  }

  @PostMapping("/{id}/choice")
  String choose(
      Viewer viewer,
      @PathVariable InterviewId id,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String slot,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var wanted = start(slot);
    var chosen =
        interviews.get(viewer, id).stage() instanceof Stage.Proposed stage
            ? stage.slots().stream().filter(s -> wanted.equals(Optional.of(s.start()))).findFirst()
            : Optional.of(new Slot(wanted.orElse(Instant.EPOCH), Slot.USUAL));
    if (chosen.isEmpty()) {
      var why = Refusal.invalid("slot", "interviews.slot.choose");
      return Pages.again(response, model, why, pages.show(viewer, id, model));
    }
    return done(
        interviews.pick(viewer, id, seen, chosen.get()),
        "interviews.agreed",
        viewer,
        id,
        model,
        response,
        onward);
  }

  @GetMapping("/{id}/times")
  String otherTimes(Viewer viewer, @PathVariable InterviewId id, Model model) {
    int version = interviews.get(viewer, id).version();
    return pages.otherTimes(viewer, id, SlotsForm.blank(version), model);
  }

  @PostMapping("/{id}/times")
  String proposeOthers(
      Viewer viewer,
      @PathVariable InterviewId id,
      @ModelAttribute("form") SlotsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var page = pages.otherTimes(viewer, id, form, model);
    var problems = new Problems();
    var proposal = form.read(viewer.zone(), clock.instant(), problems);
    if (proposal == null) {
      return Pages.again(response, model, problems, page);
    }
    var outcome = interviews.otherTimes(viewer, id, form.version(), proposal);
    return done(outcome, "interviews.asked", viewer, id, model, response, onward);
  }

  @PostMapping("/{id}/cancellation")
  String cancel(
      Viewer viewer,
      @PathVariable InterviewId id,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, SlotsForm.MOST_WORDS);
    if (problems.any()) {
      return Pages.again(response, model, problems, pages.show(viewer, id, model));
    }
    var outcome = interviews.cancel(viewer, id, seen, said);
    return done(outcome, "interviews.cancelled", viewer, id, model, response, onward);
  }

  /** Done, it shows the interview; refused, the same as it stands now. */
  private String done(
      Outcome<Interview> outcome,
      String said,
      Viewer viewer,
      InterviewId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return outcome.fold(
        next -> {
          Flash.ok(onward, said);
          return "redirect:" + next.href();
        },
        why -> Pages.again(response, model, why, pages.show(viewer, id, model)));
  }

  private static Optional<Instant> start(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }
}
