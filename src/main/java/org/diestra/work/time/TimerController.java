package org.diestra.work.time;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.LocalPath;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Stopwatch.Start;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /time}: the one timer of a person, and the hours of this week. */
@Controller
@RequestMapping("/time")
class TimerController {
  private final Stopwatch stopwatch;
  private final TimerPages pages;

  TimerController(Stopwatch stopwatch, TimerPages pages) {
    this.stopwatch = stopwatch;
    this.pages = pages;
  }

  /**
   * What the timer's forms send.
   *
   * @param at when the button was pressed, as an instant, where it is sent later
   * @param here the contract whose page it stands on
   * @param back where a browser without scripts goes on
   */
  record TimerForm(
      @Nullable String contract,
      @Nullable String task,
      @Nullable String note,
      @Nullable String key,
      @Nullable String at,
      @Nullable String here,
      @Nullable String back) {
    static final TimerForm BLANK = new TimerForm(null, null, null, null, null, null, null);

    @Nullable ContractId place() {
      return here == null || here.isEmpty() ? null : ContractId.of(here);
    }

    @Nullable UUID subject() {
      return Ids.read(Objects.requireNonNullElse(task, "")).orElse(null);
    }

    String said() {
      return Typed.line(note);
    }

    /** Null for now, and for what is no instant. */
    @Nullable Instant pressed() {
      try {
        return at == null || at.isEmpty() ? null : Instant.parse(at);
      } catch (DateTimeParseException wrong) {
        return null;
      }
    }

    String onward() {
      return back == null ? "/time" : LocalPath.orHome(back);
    }
  }

  /** A timer's key, as the house or a browser made it. */
  private static UUID key(@Nullable String text) {
    var sent = Objects.requireNonNullElse(text, "");
    try {
      return sent.length() == 36 ? UUID.fromString(sent) : Ids.require(sent);
    } catch (IllegalArgumentException wrong) {
      throw new NotFound();
    }
  }

  @GetMapping
  String list(Viewer viewer, Model model) {
    model.addAttribute("timer", pages.view(viewer, null));
    model.addAttribute("rows", pages.week(viewer));
    model.addAttribute("form", TimerForm.BLANK);
    return "list";
  }

  @GetMapping("/panel")
  String panel(
      Viewer viewer, @RequestParam(required = false) @Nullable ContractId here, Model model) {
    return panel(viewer, here, TimerForm.BLANK, model);
  }

  private String panel(Viewer viewer, @Nullable ContractId here, TimerForm form, Model model) {
    model.addAttribute("timer", pages.view(viewer, here));
    model.addAttribute("form", form);
    return "_timer";
  }

  /** A mark beside the navigation while a timer runs. */
  @GetMapping(path = "/count", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String count(Viewer viewer) {
    return stopwatch.running(viewer).isPresent() ? "●" : "";
  }

  @PostMapping("/timer")
  String start(
      Viewer viewer,
      @ModelAttribute("form") TimerForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var contract = ContractId.of(Objects.requireNonNullElse(form.contract(), ""));
    if (form.said().codePointCount(0, form.said().length()) > Said.MOST) {
      var why = Refusal.invalid("note", "time.note.length", Said.LEAST, Said.MOST);
      return again(viewer, form, why, model, request, response);
    }
    var start = new Start(contract, form.subject(), form.said(), key(form.key()), form.pressed());
    return stopwatch
        .start(viewer, start)
        .fold(
            started -> {
              model.addAttribute("stopped", started.stopped());
              say(started.stopped(), onward, "time.timer.switched");
              return answer(viewer, form, model, request);
            },
            why -> again(viewer, form, why, model, request, response));
  }

  @PostMapping("/timer/{timer}/stop")
  String stop(
      Viewer viewer,
      @PathVariable String timer,
      @ModelAttribute("form") TimerForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    // where no task could be chosen none was
    var outcome =
        form.task() == null
            ? stopwatch.stop(viewer, key(timer), form.said(), form.pressed())
            : stopwatch.stop(viewer, key(timer), form.said(), form.subject(), form.pressed());
    return outcome.fold(
        stop -> {
          model.addAttribute("stopped", stop);
          say(stop, onward, "time.timer.stopped");
          return answer(viewer, form, model, request);
        },
        why -> again(viewer, form, why, model, request, response));
  }

  /** What is being done, kept while it runs. */
  @PostMapping("/timer/{timer}/note")
  String describe(
      Viewer viewer,
      @PathVariable String timer,
      @ModelAttribute("form") TimerForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    if (form.said().codePointCount(0, form.said().length()) > Said.MOST) {
      var why = Refusal.invalid("note", "time.note.length", Said.LEAST, Said.MOST);
      return again(viewer, form, why, model, request, response);
    }
    return stopwatch
        .describe(viewer, key(timer), form.said(), form.subject())
        .fold(
            running -> {
              Flash.ok(onward, "time.timer.described");
              return answer(viewer, form, model, request);
            },
            why -> again(viewer, form, why, model, request, response));
  }

  private String answer(Viewer viewer, TimerForm form, Model model, HttpServletRequest request) {
    if (!Pages.wantsFragment(request)) {
      return "redirect:" + form.onward();
    }
    var blank = new TimerForm(null, null, null, null, null, form.here(), form.back());
    return panel(viewer, form.place(), blank, model);
  }

  private static void say(@Nullable Stop stop, RedirectAttributes onward, String key) {
    switch (stop) {
      case null -> {}
      case Stop.Already already -> Flash.note(onward, "time.timer.already");
      case Stop.Nothing nothing -> Flash.note(onward, "time.timer.nothing");
      case Stop.Recorded recorded -> {
        var cut = recorded.cut() ? "time.timer.cut" : key;
        var said = recorded.undescribed() ? "time.timer.undescribed" : cut;
        Flash.ok(onward, said, CellText.length(recorded.minutes()));
      }
    }
  }

  private String again(
      Viewer viewer,
      TimerForm form,
      Refusal why,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var page = panel(viewer, form.place(), form, model);
    if (!Pages.wantsFragment(request)) {
      model.addAttribute("rows", pages.week(viewer));
      page = "list";
    }
    return Pages.again(response, model, why, page);
  }
}
