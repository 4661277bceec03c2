package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.booking.Bookings.Seen;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Token;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.CrossSite;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.diestra.platform.page.SecurityHeaders;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /appointments/{token}}: what is a guest's, behind a link that nobody guesses. */
@Controller
@Guests
@RequestMapping("/appointments/{token}")
class GuestController {
  static final int LONGEST_WORDS = 1000;
  private final Bookings bookings;
  private final Pickers pickers;
  private final Letters letters;
  private final Throttle throttle;
  private final Clock clock;

  GuestController(
      Bookings bookings, Pickers pickers, Letters letters, Throttle throttle, Clock clock) {
    this.bookings = bookings;
    this.pickers = pickers;
    this.letters = letters;
    this.throttle = throttle;
    this.clock = clock;
  }

  /**
   * An appointment before its guest.
   *
   * @param questions that are asked while it is held
   */
  record Mine(
      Seen seen,
      String href,
      ZoneId zone,
      Instant now,
      List<Question> questions,
      GuestForm form,
      boolean embed) {
    boolean held() {
      return seen.appointment().state() == State.HELD && seen.appointment().live(now);
    }

    boolean asked() {
      return held() && !seen.appointment().guest().email().isEmpty();
    }

    boolean free() {
      return seen.free(now);
    }

    String place() {
      return Letters.place(seen.service(), seen.appointment());
    }

    /** Whether a browser can go there. */
    boolean linked() {
      return place().startsWith("https://");
    }

    String bookHref() {
      return seen.service().href(seen.page()) + (embed ? "?embed=true" : "");
    }

    String with(String path) {
      return href + path + (embed ? "?embed=true" : "");
    }
  }

  @GetMapping
  String show(
      @PathVariable String token,
      @RequestParam(defaultValue = "false") boolean embed,
      Model model,
      HttpServletResponse response) {
    return page(seen(token, response), token, GuestForm.blank(), embed, model);
  }

  private Seen seen(String token, HttpServletResponse response) {
    var seen = bookings.seen(Token.of(token));
    SecurityHeaders.forFramesOf(response, seen.page().sites());
    response.setHeader("Referrer-Policy", "no-referrer"); // the address is the key
    return seen;
  }

  private String page(Seen seen, String token, GuestForm form, boolean embed, Model model) {
    var it = seen.appointment();
    var asked = it.state() == State.HELD ? bookings.questions(it.service()) : List.<Question>of();
    model.addAttribute(
        "mine",
        new Mine(
            seen,
            Keys.href(Token.of(token)),
            it.guest().zone(),
            clock.instant(),
            asked,
            form,
            embed));
    return "mine";
  }

  @PostMapping("/details")
  String give(
      @PathVariable String token,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var seen = seen(token, response);
    boolean embed = "true".equals(fields.get("embed"));
    var form = GuestForm.of(fields);
    var problems = new Problems();
    var guest = form.guest(seen.appointment().guest().zone(), locale, problems);
    var answers = form.answers(bookings.questions(seen.appointment().service()), problems);
    if (CrossSite.sends(request) || !fields.getOrDefault("website", "").isEmpty()) {
      problems.add(PublicController.ELSEWHERE);
    }
    if (problems.none() && often(seen)) {
      problems.add(PublicController.OFTEN);
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, page(seen, token, form, embed, model));
    }
    return switch (bookings.give(Token.of(token), guest, answers)) {
      case Outcome.Done<Appointment> given -> onward(token, embed);
      case Outcome.Refused<Appointment>(var why) ->
          Pages.again(response, model, why, page(seen, token, form, embed, model));
    };
  }

  /** Each time a letter leaves: nobody has the house write to somebody again and again. */
  private boolean often(Seen seen) {
    return !throttle.allows(seen.appointment().id().toString(), Allowance.BOOKED_FOR);
  }

  private static String onward(String token, boolean embed) {
    return "redirect:" + Keys.href(Token.of(token)) + (embed ? "?embed=true" : "");
  }

  /** Opened from the letter; a program that looks through mail presses no button. */
  @GetMapping("/mail/{key}")
  String mail(
      @PathVariable String token,
      @PathVariable String key,
      Model model,
      HttpServletResponse response) {
    var seen = seen(token, response);
    model.addAttribute("key", Token.of(key).text());
    page(seen, token, GuestForm.blank(), false, model);
    return "prove";
  }

  @PostMapping("/mail/{key}")
  String prove(@PathVariable String token, @PathVariable String key, RedirectAttributes onward) {
    var outcome = bookings.prove(Token.of(token), Token.of(key));
    if (outcome instanceof Outcome.Refused<Appointment>(var why)) {
      Flash.refused(onward, why);
    }
    return onward(token, false);
  }

  @PostMapping("/cancellation")
  String cancel(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "false") boolean embed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var seen = seen(token, response);
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, LONGEST_WORDS);
    if (problems.any()) {
      return Pages.again(
          response, model, problems, page(seen, token, GuestForm.blank(), embed, model));
    }
    return switch (bookings.cancel(Token.of(token), said)) {
      case Outcome.Done<Appointment> gone -> {
        Flash.ok(onward, "booking.mine.cancelled");
        yield onward(token, embed);
      }
      case Outcome.Refused<Appointment>(var why) ->
          Pages.again(response, model, why, page(seen, token, GuestForm.blank(), embed, model));
    };
  }

  /** Where another time is chosen. */
  @GetMapping("/move")
  String choose(
      @PathVariable String token,
      @RequestParam @Nullable String from,
      @RequestParam(defaultValue = "false") boolean embed,
      Model model,
      HttpServletResponse response) {
    return picker(seen(token, response), token, from, embed, model);
  }

  private String picker(
      Seen seen, String token, @Nullable String from, boolean embed, Model model) {
    var it = seen.appointment();
    page(seen, token, GuestForm.blank(), embed, model);
    model.addAttribute("picker", pickers.of(seen.service(), from, it.guest().zone(), it));
    return "move";
  }

  @PostMapping("/move")
  String move(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "false") boolean embed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var seen = seen(token, response);
    var start = Starts.read(at, clock.instant());
    var outcome =
        start == null || often(seen)
            ? Outcome.<Appointment>refused(start == null ? Taking.TAKEN : PublicController.OFTEN)
            : bookings.move(Token.of(token), start);
    return switch (outcome) {
      case Outcome.Done<Appointment> moved -> {
        Flash.ok(onward, "booking.mine.moved");
        yield onward(token, embed);
      }
      case Outcome.Refused<Appointment>(var why) -> {
        var from =
            start == null
                ? null
                : LocalDate.ofInstant(start, seen.appointment().guest().zone()).toString();
        yield Pages.again(response, model, why, picker(seen, token, from, embed, model));
      }
    };
  }

  @GetMapping("/appointment.ics")
  ResponseEntity<byte[]> file(@PathVariable String token) {
    var seen = bookings.seen(Token.of(token));
    if (!seen.appointment().state().agreed()) {
      throw new NotFound();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
        .body(letters.file(seen));
  }
}
